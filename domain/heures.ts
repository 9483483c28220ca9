import type { DateIso } from './contrat.ts'
import { ajouterJours } from './dates.ts'
import { direHeure } from './faits/vocabulaire.ts'
import { lireDate } from './lire-date.ts'
import { plier } from './texte.ts'

/** Hours as people type them, and the 20 hours of article 803-3 CPP, in the civil time of Paris. */

export const PHRASE_HEURE = 'Cette heure n’existe pas. Écrivez par exemple 18h10, 1810 ou 18:10.'

/** `AAAA-MM-JJTHH:MM`, civil time of Paris. */
export type MomentLocal = string

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/
const HEURE_MS = 3_600_000

/** `1140`, `11h40`, `11:40`, `11 h 40`, `9h`, `à 9 h 05` → `HH:MM`; null when it is no hour of the day. */
export function lireHeure(texte: string): string | null {
  if (texte.length > 40) return null
  const t = plier(texte).replace(/^(?:a|vers) /, '')
  const m =
    /^(\d{1,2}) ?(?:h|:|heures?) ?(\d{2})? ?(?:mn|min|minutes?)?$/.exec(t) ?? /^(\d{1,2})(\d{2})$/.exec(t)
  if (m === null) return null
  const [heures, minutes] = [Number(m[1]), Number(m[2] ?? 0)]
  if (heures > 23 || minutes > 59) return null
  return heureDe(heures * 60 + minutes)
}

/** `12:30` → 750, minutes since midnight. */
export function minutesDe(heure: string): number {
  return Number(heure.slice(0, 2)) * 60 + Number(heure.slice(3))
}

/** 750 → `12:30`; from 0 to 1439. */
export function heureDe(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/**
 * `18h10`, `hier 18h10`, `20/11 à 18h10` → the moment it means. An hour alone is the latest one that is not after
 * `maintenant`; a day without a year is never after it either.
 */
export function lireMoment(texte: string, contexte: { maintenant: MomentLocal }): MomentLocal | null {
  const maintenant = MOMENT.exec(contexte.maintenant)
  if (maintenant === null || texte.length > 80) return null
  const aujourdhui = maintenant[1] as DateIso
  const t = plier(texte).replace(/^le /, '')
  const dite =
    lireHeure(t) !== null
      ? null
      : /^(hier|avant-hier|aujourd'hui|ce jour|ce matin|cette nuit|[\d/.-]+) (.+)$/.exec(t)
  const heure = lireHeure(dite?.[2] ?? t)
  if (heure === null) {
    const entiere = MOMENT.exec(texte.trim())
    return entiere !== null &&
      lireHeure(`${entiere[2]}:${entiere[3]}`) !== null &&
      lireDate(entiere[1] ?? '', aujourdhui) !== null
      ? texte.trim()
      : null
  }
  if (dite === null || dite[1] === 'cette nuit') return dernierPasse(aujourdhui, heure, contexte.maintenant)
  const jour = jourDit(dite[1] as string, aujourdhui)
  return jour === null ? null : `${jour}T${heure}`
}

function jourDit(mot: string, aujourdhui: DateIso): DateIso | null {
  if (mot === 'hier') return ajouterJours(aujourdhui, -1)
  if (mot === 'avant-hier') return ajouterJours(aujourdhui, -2)
  if (/^[a-z]/.test(mot)) return aujourdhui
  const jour = /[/.-]/.test(mot) || mot.length >= 4 ? lireDate(mot, aujourdhui) : null
  if (jour === null || jour <= aujourdhui || /\d{4}$/.test(mot)) return jour
  return lireDate(`${jour.slice(8)}/${jour.slice(5, 7)}/${Number(jour.slice(0, 4)) - 1}`, aujourdhui)
}

function dernierPasse(aujourdhui: DateIso, heure: string, maintenant: MomentLocal): MomentLocal {
  const moment = `${aujourdhui}T${heure}`
  return moment <= maintenant ? moment : `${ajouterJours(aujourdhui, -1)}T${heure}`
}

/**
 * Latest moment at which the person must appear before the magistrate: « au plus tard dans un délai de vingt heures à
 * compter de l'heure à laquelle la garde à vue a été levée » (article 803-3 CPP). Elapsed hours: the night when the
 * clocks change, the hour shown moves and the delay does not. Null when the moment does not exist.
 */
export function limiteVingtHeures(finGardeAVue: MomentLocal): MomentLocal | null {
  return decaler(finGardeAVue, 20)
}

/** The end of the garde à vue that gives this limit. */
export function finGardeAVueDeLimite(limite: MomentLocal): MomentLocal | null {
  return decaler(limite, -20)
}

/** Minutes that pass between two moments, whatever the clocks do meanwhile; 0 where one of them does not exist. */
export function minutesEntre(debut: MomentLocal, fin: MomentLocal): number {
  const [de, a] = [instantDe(debut), instantDe(fin)]
  return de === null || a === null ? 0 : Math.round((a - de) / 60_000)
}

/** With its day always: read back later in the evening, it is still the same moment. */
export function ecrireMoment(moment: MomentLocal): string {
  return `${jourCourt(moment)} ${direHeure(moment.slice(11))}`
}

/** `2026-11-20T…` → « 20/11/2026 ». */
function jourCourt(moment: MomentLocal): string {
  return moment.slice(0, 10).split('-').reverse().join('/')
}

/** « 14 h 10 », with its day where it is not that of the board. */
export function direMomentDuJour(moment: MomentLocal, jour: DateIso): string {
  const heure = direHeure(moment.slice(11))
  return moment.startsWith(jour) ? heure : `${jourCourt(moment).slice(0, 5)} ${heure}`
}

/** `131` → « 2 h 11 », `45` → « 45 min », `60` → « 1 h ». */
export function direDuree(minutes: number): string {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60]
  if (h === 0) return `${min} min`
  return min === 0 ? `${h} h` : `${h} h ${String(min).padStart(2, '0')}`
}

function decaler(moment: MomentLocal, heures: number): MomentLocal | null {
  const ms = instantDe(moment)
  return ms === null ? null : momentDe(ms + heures * HEURE_MS)
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

/** Civil time of Paris at an instant, milliseconds since the epoch; throws a RangeError when it is none. Node 24 has no Temporal: `Intl` knows the same rules. */
export function momentDe(ms: number): MomentLocal {
  const p = Object.fromEntries(PARIS.formatToParts(new Date(ms)).map((x) => [x.type, x.value]))
  return `${String(p.year).padStart(4, '0')}-${p.month}-${p.day}T${p.hour}:${p.minute}`
}

/**
 * Instant of a civil time. Said twice (autumn), the first one counts; skipped (spring), the one before the jump: a
 * limit is never later than the law allows.
 */
function instantDe(moment: MomentLocal): number | null {
  const m = MOMENT.exec(moment)
  const ms = m === null ? Number.NaN : Date.parse(`${moment}:00Z`)
  // Legal time is a whole hour from UTC since 1911: nothing older is a garde à vue.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 16) !== moment || ms < Date.UTC(1946, 0))
    return null
  const ete = ms - 2 * HEURE_MS
  const hiver = ms - HEURE_MS
  return momentDe(ete) !== moment && momentDe(hiver) === moment ? hiver : ete
}
