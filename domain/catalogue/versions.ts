import { estDateIso } from '../dates.ts'

/** Versions of a catalogue: a day, `AAAA-MM-JJ`, and for what a court hands over `.n` after it. */

const FORME = /^(\d{4}-\d{2}-\d{2})(?:\.([1-9]\d{0,5}))?$/

function lire(version: string): { jour: string; rang: number } | null {
  const [, jour, rang] = FORME.exec(version) ?? []
  return jour !== undefined && estDateIso(jour) ? { jour, rang: Number(rang ?? 0) } : null
}

export function estVersion(version: string): boolean {
  return lire(version) !== null
}

/** Negative when `a` is older, 0 when they are the same; a version that cannot be read is older than any other. */
export function comparerVersions(a: string, b: string): number {
  const [lueA, lueB] = [lire(a), lire(b)]
  if (lueA === null || lueB === null) return Number(lueA !== null) - Number(lueB !== null)
  if (lueA.jour !== lueB.jour) return lueA.jour < lueB.jour ? -1 : 1
  return lueA.rang - lueB.rang
}

/** The version of what is handed over next: `2026-11-21` → `2026-11-21.1` → `2026-11-21.2`. */
export function versionSuivante(version: string): string {
  const lue = lire(version)
  if (lue === null) throw new RangeError('not a version')
  return `${lue.jour}.${lue.rang + 1}`
}
