/** Longest line of a plain text (ecrans.md §3.1). */
export const LARGEUR = 100

/**
 * Lines of at most `largeur` characters, cut between words; a word longer than a line is cut where it must, never
 * inside a character. A line break that somebody typed is a space; no line begins with a punctuation mark.
 */
export function replier(texte: string, largeur: number): string[] {
  const lignes: string[] = []
  let ligne = ''
  const colle = texte.replace(/ (?=[:;?!»–])/g, '\u00a0').replace(/« /g, '«\u00a0')
  for (const mot of colle.split(/[\s&&[^\u00a0\u202f]]+/v).flatMap((m) => morceaux(m, largeur))) {
    if (mot === '') continue
    const suite = ligne === '' ? mot : `${ligne} ${mot}`
    if (suite.length <= largeur) ligne = suite
    else {
      lignes.push(ligne)
      ligne = mot
    }
  }
  return ligne === '' ? lignes : [...lignes, ligne]
}

const GRAPHEMES = new Intl.Segmenter('fr')

function morceaux(mot: string, largeur: number): string[] {
  if (mot.length <= largeur) return [mot]
  const parts: string[] = []
  let part = ''
  for (const { segment } of GRAPHEMES.segment(mot)) {
    if (part !== '' && part.length + segment.length > largeur) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
