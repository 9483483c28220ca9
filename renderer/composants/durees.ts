import type { DateIso } from '../../domain/index.ts'

const JOUR = 24 * 60

/** `102` → « 1 h 42 » ; `42` → « 42 min » */
export function direDuree(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`
}

/** « à l’instant », « il y a 6 min », « il y a 1 h 05 », « il y a 2 jours » */
export function direDepuis(minutes: number): string {
  if (minutes < 1) return 'à l’instant'
  if (minutes < JOUR) return `il y a ${direDuree(minutes)}`
  const jours = Math.floor(minutes / JOUR)
  return `il y a ${jours}\u00a0jour${jours > 1 ? 's' : ''}`
}

/** How far the hearing is, calmly; nothing on another day than its own. */
export function direReste(
  heureAudience: string,
  jourAudience: DateIso,
  la: { jour: DateIso; minute: number },
): string {
  if (la.jour !== jourAudience) return ''
  const reste = Number(heureAudience.slice(0, 2)) * 60 + Number(heureAudience.slice(3, 5)) - la.minute
  if (reste > 0) return `dans ${direDuree(reste)}`
  return reste === 0 ? 'maintenant' : `commencée ${direDepuis(-reste)}`
}
