import { setTimeout as sleep } from 'node:timers/promises'

/** Time as the vault needs it; tests give their own. */
export interface Temps {
  /** Milliseconds that never go back: setting the computer's clock gains nothing. */
  maintenant: () => number
  attendre: (ms: number) => Promise<unknown>
}

const TEMPS: Temps = { maintenant: () => performance.now(), attendre: (ms) => sleep(ms) }

const FIRST_DELAY_MS = 1000
const LONGEST_DELAY_MS = 60_000

/**
 * Attempts go one at a time, and each refusal doubles the wait before the next (S5). Limit: the
 * count is lost when the program is restarted; what protects a stolen file is the derivation.
 */
export function slowDown({ maintenant, attendre }: Temps = TEMPS) {
  let refusals = 0
  let notBefore = Number.NEGATIVE_INFINITY
  let queue: Promise<unknown> = Promise.resolve()

  async function oneAttempt<T>(attempt: () => Promise<T | null>): Promise<T | { attenteMs: number }> {
    const wait = notBefore - maintenant()
    if (wait > 0) await attendre(wait)
    const result = await attempt()
    if (result !== null) {
      refusals = 0
      return result
    }
    const attenteMs = Math.min(FIRST_DELAY_MS * 2 ** refusals, LONGEST_DELAY_MS)
    refusals += 1
    notBefore = maintenant() + attenteMs
    return { attenteMs }
  }

  return <T>(attempt: () => Promise<T | null>): Promise<T | { attenteMs: number }> => {
    const turn = queue.then(() => oneAttempt(attempt))
    queue = turn.catch(() => undefined)
    return turn
  }
}
