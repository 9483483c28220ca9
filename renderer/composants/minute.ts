import { useSyncExternalStore } from 'react'
import { maintenant, minuteCourante, suivreMinute } from '../horloge.ts'

/** A word or a sentence that follows the clock: only what says something else than a minute ago is drawn again. */
export function useParMinute<T extends string | number | boolean | null>(dire: (minute: string) => T): T {
  return useSyncExternalStore(suivreMinute, () => dire(minuteCourante()))
}

/** Minutes since the epoch. What reads it is drawn again when the minute changes, and nothing else is. */
export function useMinute(): number {
  return useSyncExternalStore(suivreMinute, () => Math.floor(maintenant() / 60_000))
}
