import { direDuree } from '../../domain/index.ts'

const JOUR = 24 * 60

/** « à l’instant », « il y a 6 min », « il y a 1 h 05 », « il y a 2 jours » */
export function direDepuis(minutes: number): string {
  if (minutes < 1) return 'à l’instant'
  if (minutes < JOUR) return `il y a ${direDuree(minutes)}`
  const jours = Math.floor(minutes / JOUR)
  return `il y a ${jours} jour${jours > 1 ? 's' : ''}`
}
