/**
 * Text that survives an old word processor (ecrans.md §3.1): only what Windows-1252 has, with the signs that become
 * « ? » on the way replaced by plain ones. Accents, « » and no-break spaces stay.
 */

/** What has a plain twin. */
const JUMEAUX: Readonly<Record<string, string>> = {
  '\u202F': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '•': '-',
  '●': '-',
  '…': '...',
  '→': '->',
  '←': '<-',
  '≥': '>=',
  '≤': '<=',
  '✓': 'x',
  '✕': 'x',
  '☐': '[ ]',
  '☑': '[x]',
  '☒': '[x]',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  '\u2028': '\n',
  '\u2029': '\n',
}

/** The 27 signs that Windows-1252 adds to Latin-1, less those replaced above. */
const AJOUTS = new Set('€‚ƒ†‡ˆ‰Š‹ŒŽ˜™š›œžŸ')

/** Marks that have no width: they turn a text round or join signs, and leave no trace. */
const SANS_LARGEUR = /[\p{Cf}\p{Emoji_Modifier}]|\p{Variation_Selector}/gu

/** Windows-1252-safe: a letter with an accent that the page lacks loses it, anything else unknown becomes « ? ». */
export function enCp1252(texte: string): string {
  const propre = texte.normalize('NFC').replace(SANS_LARGEUR, '')
  let dit = ''
  for (const signe of propre) dit += enSigne(signe)
  return dit
}

function enSigne(signe: string): string {
  const jumeau = JUMEAUX[signe]
  if (jumeau !== undefined) return jumeau
  if (signe === '\n') return signe
  const code = signe.codePointAt(0) ?? 0
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return ' '
  if (code <= 0xff || AJOUTS.has(signe)) return signe
  const base = signe.normalize('NFKD').replace(/\p{M}/gu, '')
  return base !== '' && /^[\x20-\x7E]+$/.test(base) ? base : '?'
}
