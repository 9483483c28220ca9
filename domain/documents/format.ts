import type { DateIso } from '../contrat.ts'
import { direHeure } from '../faits/vocabulaire.ts'
import { momentDe } from '../heures.ts'

/** Dates and times as people write them in France, always in the time of Paris (ecrans.md §4.3). */

const JOUR_LONG = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

/** `2026-11-24` → « 24/11/2026 ». */
export function dateCourte(date: DateIso): string {
  const [annee, mois, jour] = date.split('-')
  return `${jour}/${mois}/${annee}`
}

/** `2026-11-24` → « mardi 24 novembre 2026 ». */
export function dateLongue(date: DateIso): string {
  return JOUR_LONG.format(new Date(`${date}T00:00:00Z`)).replace(/ 1 /, ' 1er ')
}

/** Day and time in Paris of an ISO date-time: `{ jour: '2026-11-24', heure: '9 h 05' }`. */
export function momentLocal(instant: string): { jour: DateIso; heure: string } {
  const moment = momentDe(Date.parse(instant))
  return { jour: moment.slice(0, 10), heure: direHeure(moment.slice(11)) }
}

/** « 24/11/2026 à 11 h 18 ». */
export function dateEtHeure(instant: string): string {
  const { jour, heure } = momentLocal(instant)
  return `${dateCourte(jour)} à ${heure}`
}

export function initialeMinuscule(texte: string): string {
  // « JAP », « L’Ouvrage »: an initial followed by a capital belongs to a name.
  return /^\p{Lu}[’']?\p{Lu}/u.test(texte) ? texte : texte.charAt(0).toLowerCase() + texte.slice(1)
}
