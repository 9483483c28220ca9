import { estDateIso, estHeure, estMoment } from '../dates.ts'
import { direHeure } from '../faits/vocabulaire.ts'

/** Hours as people type them, and elapsed time between two moments of the clock of Paris (`AAAA-MM-JJTHH:MM`). */

export const PHRASE_HEURE = 'Cette heure n’existe pas. Écrivez par exemple 18h10, 1810 ou 18:10.'

/** `1140`, `11h40`, `11:40`, `11 h 40`, `11h` → `11:40`; null when it is no hour of a day. */
export function lireHeure(texte: string): string | null {
  const t = texte.trim()
  const lu = /^(\d{1,2})\s*(?:h\s*(\d{2})?|:\s*(\d{2}))$/i.exec(t) ?? /^(\d{1,2})(\d{2})$/.exec(t)
  if (lu === null) return null
  const heure = `${(lu[1] ?? '').padStart(2, '0')}:${lu[2] ?? lu[3] ?? '00'}`
  return estHeure(heure) ? heure : null
}

const PARIS = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function momentDe(instant: number): string {
  const parties = PARIS.formatToParts(instant)
  const lire = (type: Intl.DateTimeFormatPartTypes) => parties.find((p) => p.type === type)?.value ?? ''
  return `${lire('year').padStart(4, '0')}-${lire('month')}-${lire('day')}T${lire('hour')}:${lire('minute')}`
}

const enUtc = (moment: string): number => Date.parse(`${moment}:00Z`)

const HEURE_MS = 3_600_000

/**
 * Milliseconds since 1970. Of an hour that comes twice in October, the first; an hour that March skips is read with
 * the clock of before, as an hour later.
 */
function instantDe(moment: string): number {
  const nominal = enUtc(moment)
  // Paris is one or two hours ahead of UTC: the earlier instant is that of the summer clock.
  for (const avance of [2, 1]) {
    const instant = nominal - avance * HEURE_MS
    if (enUtc(momentDe(instant)) === nominal) return instant
  }
  return nominal - HEURE_MS
}

/** Minutes that pass between two moments, whatever the clocks do meanwhile. */
export function minutesEntre(debut: string, fin: string): number {
  return Math.round((instantDe(fin) - instantDe(debut)) / 60_000)
}

/**
 * By when a person must have been brought before the magistrate: 20 hours that pass, not 20 hours of the clock, after
 * the custody was lifted (article 803-3 CPP; reference/droit.md, « Déferrement »).
 */
export function limiteVingtHeures(finGardeAVue: string): string {
  return momentDe(instantDe(finGardeAVue) + 20 * HEURE_MS)
}

/** The latest moment, now included, when the clock said `heure`. */
export function dernierMoment(heure: string, maintenant: string): string {
  const jour = maintenant.slice(0, 10)
  const ceJour = `${jour}T${heure}`
  if (ceJour <= maintenant) return ceJour
  const veille = new Date(Date.parse(`${jour}T00:00:00Z`) - 24 * HEURE_MS).toISOString().slice(0, 10)
  return `${veille}T${heure}`
}

/** `18h10`: the latest past 18:10; `20/11 18h10` or `20/11/2026 18h10`: that day. Null when there is no such moment. */
export function lireFinGardeAVue(texte: string, maintenant: string): string | null {
  const date = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?\s+(?:à\s+)?(.*)$/.exec(texte.trim())
  const heure = lireHeure(date?.[4] ?? texte)
  if (heure === null) return null
  if (date === null) return dernierMoment(heure, maintenant)
  const [, jour = '', mois = '', annee] = date
  const suite = `-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`
  const dite = (annee ?? maintenant.slice(0, 4)) + suite
  if (annee !== undefined || dite <= maintenant.slice(0, 10))
    return estDateIso(dite) ? `${dite}T${heure}` : null
  // Typed on 1 January, « 31/12 » is the day before.
  const derniere = String(Number(maintenant.slice(0, 4)) - 1) + suite
  return estMoment(`${derniere}T${heure}`) ? `${derniere}T${heure}` : null
}

/** With its day always: read back later in the evening, it is still the same moment. */
export function ecrireFinGardeAVue(moment: string): string {
  return `${jourCourt(moment)} ${direHeure(moment.slice(11))}`
}

/** `2026-11-20T…` → « 20/11/2026 ». */
function jourCourt(moment: string): string {
  return moment.slice(0, 10).split('-').reverse().join('/')
}

/** « 14 h 10 », with its day where it is not that of the board. */
export function direMomentDuJour(moment: string, jour: string): string {
  const heure = direHeure(moment.slice(11))
  return moment.startsWith(jour) ? heure : `${jourCourt(moment).slice(0, 5)} ${heure}`
}

/** `131` → « 2 h 11 », `45` → « 45 min », `90` → « 1 h 30 ». */
export function direDuree(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  if (h === 0) return `${min} min`
  return min === 0 ? `${h} h` : `${h} h ${String(min).padStart(2, '0')}`
}
