import { setImmediate as laisserPasser } from 'node:timers/promises'
import { ProductionError } from './erreurs.ts'

/** One long production at a time: it says its progress, gives way between two people, and stops when asked. */
export class ProductionLongue {
  #enCours: AbortController | null = null

  get signal(): AbortSignal | null {
    return this.#enCours?.signal ?? null
  }

  /** True when something was stopped. */
  annuler(): boolean {
    if (this.#enCours === null) return false
    this.#enCours.abort(new ProductionError('annule'))
    return true
  }

  async conduire<T>(travail: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#enCours !== null) throw new ProductionError('deja-en-cours')
    const enCours = new AbortController()
    this.#enCours = enCours
    try {
      return await travail(enCours.signal)
    } finally {
      this.#enCours = null
    }
  }
}

/** Each element in turn; between two, other calls are answered and a cancel is seen. */
export async function unParUn<T>(
  elements: readonly T[],
  signal: AbortSignal,
  faire: (element: T, rang: number) => void,
): Promise<void> {
  for (const [rang, element] of elements.entries()) {
    faire(element, rang)
    await laisserPasser()
    signal.throwIfAborted()
  }
}
