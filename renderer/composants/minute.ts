import { useSyncExternalStore } from 'react'
import { maintenant } from '../horloge.ts'

const MINUTE_MS = 60_000
const ecoutes = new Set<() => void>()
let minuterie: ReturnType<typeof setTimeout> | undefined

/** One timer for every hour on screen, set for the next change of minute. */
function armer(): void {
  clearTimeout(minuterie)
  if (ecoutes.size === 0) return
  minuterie = setTimeout(
    () => {
      for (const ecoute of ecoutes) ecoute()
      armer()
    },
    MINUTE_MS - (maintenant() % MINUTE_MS) + 20,
  )
}

function abonner(ecoute: () => void): () => void {
  ecoutes.add(ecoute)
  armer()
  return () => {
    ecoutes.delete(ecoute)
    armer()
  }
}

/** Minutes since the epoch. What reads it is drawn again when the minute changes, and nothing else is. */
export function useMinute(): number {
  return useSyncExternalStore(abonner, () => Math.floor(maintenant() / MINUTE_MS))
}
