/** Text typed by people, made safe for HTML and for CSS strings. */

const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Controls that paper cannot show, and the bidirectional ones that could move what follows. */
const INVISIBLES = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** « : ; ? ! » and closing guillemets never begin a line; U+00A0 is in every font and code page. */
export function typographie(texte: string): string {
  return texte
    .normalize('NFC')
    .replace(INVISIBLES, ' ')
    .replace(/ ([:;?!»–])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0')
    .replace(/n° (?=\d)/g, 'n°\u00A0')
    .replace(/(\d) h (?=\d)/g, '$1\u00A0h\u00A0')
}

export function html(texte: string): string {
  return typographie(texte).replace(/[&<>"']/g, (c) => ENTITES[c] ?? c)
}

/** Runs of underscores are lines for a pen. */
export function avecBlancs(texte: string): string {
  return html(texte).replace(/_{2,}/g, (x) => `<span class="blanc b${Math.min(x.length, 22)}"></span>`)
}

/** A CSS string holding any text: all but letters, digits and a few signs is written as a code point. */
export function chaineCss(texte: string): string {
  const sure = typographie(texte).replace(
    /[^\p{L}\p{N} .,/()–·-]/gu,
    (c) => `\\${c.codePointAt(0)?.toString(16)} `,
  )
  return `"${sure}"`
}
