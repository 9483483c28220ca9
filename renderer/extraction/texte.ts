import { MAX_CARACTERES } from './limites.ts'
import { Refus } from './phrases.ts'

// Controls but tab and newline; C1; marks that reorder (bidi) or hide (zero width) what a person reads.
// Joiners U+200C and U+200D stay: they carry meaning in some scripts, and soft hyphens are the reader's matter.
const RETIRES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/**
 * The text as everything after reads it: NFC, `\n` line ends, at most one blank line in a row, no space at
 * line ends; NUL, control, bidi and zero-width characters are removed, a lone surrogate becomes U+FFFD.
 */
export function nettoyer(texte: string): string {
  const lignes = texte
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(RETIRES, '')
    .toWellFormed()
    .normalize('NFC')
    .split('\n')
  // Line by line: one expression over a million spaces would try each of them again and again.
  return lignes
    .map((ligne) => ligne.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}

/** A text with more controls than this share, in its first characters, is bytes of something else. */
const PART_DE_CONTROLES = 0.02
const DEBUT = 65_536

/**
 * Bytes of a plain text: UTF-8 or UTF-16 when marked, UTF-8 when valid, else Windows-1252, which French
 * software writes.
 * @throws Refus `autre-format` for bytes that are no text, `trop-de-texte`
 */
export function decoder(octets: Uint8Array): string {
  const texte = marque(octets) ?? utf8(octets) ?? new TextDecoder('windows-1252').decode(octets)
  const debut = texte.slice(0, DEBUT)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const controles = debut.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f]/g)?.length ?? 0
  if (controles > Math.max(8, debut.length * PART_DE_CONTROLES)) throw new Refus('autre-format')
  // Cleaning takes little away: twice the limit is beyond it.
  if (texte.length > 2 * MAX_CARACTERES) throw new Refus('trop-de-texte')
  return texte
}

function marque(octets: Uint8Array): string | null {
  const [a, b, c] = octets
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(octets)
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(octets)
  return null
}

function utf8(octets: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    return null
  }
}
