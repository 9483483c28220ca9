import { MAX_CARACTERES } from './limites.ts'
import { Refus } from './phrases.ts'
import { nettoyer } from './texte.ts'
import type { Nature, Page, PageLue, Texte } from './types.ts'

/**
 * One text from the pages read, in order.
 * @throws Refus `sans-texte` when no page has a letter or digit, `trop-de-texte` beyond the limit.
 */
export function assembler(nature: Nature, lues: readonly PageLue[]): Texte {
  const pages: Page[] = []
  const morceaux: string[] = []
  let fin = 0
  for (const { texte, reconnue } of lues) {
    const net = nettoyer(texte)
    const debut = fin
    // The line end belongs to the page that it ends, so that pages follow each other without a gap.
    const morceau = net === '' ? '' : `${net}\n`
    fin += morceau.length
    if (fin > MAX_CARACTERES) throw new Refus('trop-de-texte')
    morceaux.push(morceau)
    pages.push({ debut, fin, reconnue })
  }
  const texte = morceaux.join('')
  if (!/[\p{L}\p{N}]/u.test(texte)) throw new Refus('sans-texte')
  return { ok: true, nature, texte, pages }
}

/** A plain text; form feeds, which printing software writes, part its pages. */
export function assemblerTexte(texte: string): Texte {
  return assembler(
    'texte',
    texte.split('\f').map((page) => ({ texte: page, reconnue: false })),
  )
}
