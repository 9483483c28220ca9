/** The calendar day where the hearing is, whatever the clock of the machine is set to. */
export function localDate(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now)
}
