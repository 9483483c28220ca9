import { isDeepStrictEqual } from 'node:util'
import { StoreError } from './errors.ts'

/** JSON that gives back what was put in: what JSON would change in silence (NaN, ∞) is refused. */
export function asJson(value: unknown): string {
  const text = jsonOrUndefined(value)
  if (text === undefined) throw new StoreError('donnee-invalide')
  return text
}

function jsonOrUndefined(value: unknown): string | undefined {
  try {
    const text: string | undefined = JSON.stringify(value)
    // NaN and ∞ become null without a word: only a text with a null in it needs the slow look.
    return text?.includes('null') ? JSON.stringify(value, refuseNotFinite) : text
  } catch {
    // Cyclic, a bigint, or refused just below.
    return undefined
  }
}

function refuseNotFinite(_: string, part: unknown): unknown {
  if (typeof part === 'number' && !Number.isFinite(part)) throw new RangeError('not finite')
  return part
}

export function sameJson(a: string, b: string): boolean {
  return a === b || isDeepStrictEqual(JSON.parse(a), JSON.parse(b))
}
