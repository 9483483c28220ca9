import type { DateIso } from '../domain/index.ts'

/** French courts keep Paris time, whatever the workstation says. */
const FUSEAU = 'Europe/Paris'

let decalage = 0
let dernier = 0

/** Follows the main process's clock: it is the only « now » of the product. */
export function caler(maintenant: string): void {
  decalage = Date.parse(maintenant) - Date.now()
  sonner()
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

/** `2026-11-24T11:18` */
export function minuteCourante(): string {
  return paris(maintenant()).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

const suiveurs = new Set<() => void>()
let reveil: ReturnType<typeof setTimeout> | undefined

/** One timer for the whole window, once a minute on the minute; it stops when nobody looks. Call the result to leave. */
export function suivreMinute(suiveur: () => void): () => void {
  suiveurs.add(suiveur)
  if (suiveurs.size === 1) attendreMinute()
  return () => {
    suiveurs.delete(suiveur)
    if (suiveurs.size === 0) clearTimeout(reveil)
  }
}

const MINUTE_MS = 60_000

function attendreMinute(): void {
  clearTimeout(reveil)
  const passe = maintenant() % MINUTE_MS
  // A few milliseconds late rather than early: the minute told must be the new one.
  reveil = setTimeout(sonner, MINUTE_MS - passe + 20)
}

function sonner(): void {
  if (suiveurs.size === 0) return
  attendreMinute()
  for (const suiveur of [...suiveurs]) suiveur()
}
