import type { DateIso } from '../domain/index.ts'

/** French courts keep Paris time, whatever the workstation says. */
const FUSEAU = 'Europe/Paris'

let decalage = 0
let dernier = 0

/** Follows the main process's clock: it is the only « now » of the product. */
export function caler(maintenant: string): void {
  decalage = Date.parse(maintenant) - Date.now()
}

function paris(ms: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(FUSEAU)
}

/** ISO date-time with offset, strictly increasing: two acts of one millisecond keep their order for undo. */
export function instant(): string {
  dernier = Math.max(Math.round(Date.now() + decalage), dernier + 1)
  return paris(dernier).toString({ timeZoneName: 'never', fractionalSecondDigits: 3 })
}

export function aujourdhui(): DateIso {
  return paris(Date.now() + decalage)
    .toPlainDate()
    .toString()
}

/** `11:18:04` */
export function heure(horodatage: string): string {
  return paris(Date.parse(horodatage)).toPlainTime().toString({ smallestUnit: 'second' })
}

/** `samedi 21 novembre 2026` */
export function dateLongue(date: DateIso): string {
  return Temporal.PlainDate.from(date)
    .toLocaleString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(/ 1 /, ' 1er ')
}

/** `21/11/2026` */
export function dateCourte(date: DateIso): string {
  const [annee, mois, jour] = date.split('-')
  return `${jour}/${mois}/${annee}`
}

/** Whole days from `debut` to `fin`. */
export function joursEntre(debut: DateIso, fin: DateIso): number {
  return Temporal.PlainDate.from(debut).until(fin, { largestUnit: 'day' }).days
}
