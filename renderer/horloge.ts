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

/** Milliseconds since the epoch, by the main process's clock. */
export function maintenant(): number {
  return Date.now() + decalage
}

/** The day in Paris and the minute of that day. */
export function jourEtMinute(ms = maintenant()): { jour: DateIso; minute: number } {
  const la = paris(ms)
  return { jour: la.toPlainDate().toString(), minute: la.hour * 60 + la.minute }
}
