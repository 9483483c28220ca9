import { randomBytes } from 'node:crypto'
import { VaultError } from './errors.ts'

const PHRASE_MIN = 12
const PHRASE_MAX = 1000

/** The same phrase typed on two keyboards may come composed or decomposed: NFC makes them one. */
export function normalizePhrase(phrase: string): string {
  return phrase.normalize('NFC')
}

export function requireGoodPhrase(phrase: string): string {
  const normal = normalizePhrase(phrase)
  if ([...normal.trim()].length < PHRASE_MIN) throw new VaultError('phrase-trop-courte')
  if (normal.length > PHRASE_MAX) throw new VaultError('phrase-trop-longue')
  return normal
}

/** Crockford's alphabet: no I, L, O, U, so that a printed code is read without doubt. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 32
/** What hands type in place of what is printed. */
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' }

/** 32 characters of 5 bits each: 160 bits, in 8 groups of 4 for the paper. */
export function newRecoveryCode(): string {
  // 256 is a multiple of 32: the low five bits of a random byte are uniform.
  const characters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte & 31])
  return characters.join('').replace(/.{4}(?=.)/g, '$&-')
}

/** The code as it is derived from, or null when what was typed cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  if (typed.length > 200) return null
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter)
  return code.length === CODE_LENGTH && [...code].every((c) => ALPHABET.includes(c)) ? code : null
}
