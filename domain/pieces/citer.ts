import type { Declaration, Reperage } from '../contrat.ts'

type Etendue = Pick<Reperage, 'debut' | 'fin' | 'extrait'>
type Citation = Pick<NonNullable<Declaration['extrait']>, 'debut' | 'fin' | 'texte'>

/** Beyond it a quotation is no longer read at a glance; `declarationSchema` stops at 2000. */
const CITATION_MAX = 600

/**
 * The passage that answers for a marker: its sentence, or what surrounds it where a text without punctuation makes
 * one sentence of a page. Exactly the characters of the text from `debut` to `fin`, never cut inside a word.
 */
export function citer(texte: string, { debut, fin, extrait }: Etendue): Citation {
  let [d, f] = [Math.min(extrait.debut, debut), Math.max(extrait.fin, fin)]
  if (f - d > CITATION_MAX) {
    const marge = Math.max(0, Math.floor((CITATION_MAX - (fin - debut)) / 2))
    if (debut - marge > d) d = motSuivant(texte, debut - marge, debut)
    if (fin + marge < f) f = motPrecedent(texte, fin + marge, fin)
  }
  while (d < debut && /\s/.test(texte.charAt(d))) d++
  while (f > fin && /\s/.test(texte.charAt(f - 1))) f--
  return { debut: d, fin: f, texte: texte.slice(d, f) }
}

function motSuivant(texte: string, depuis: number, limite: number): number {
  let i = depuis
  while (i < limite && !/\s/.test(texte.charAt(i))) i++
  return i
}

function motPrecedent(texte: string, depuis: number, limite: number): number {
  let i = depuis
  while (i > limite && !/\s/.test(texte.charAt(i))) i--
  return i
}
