/** What pdf.js calls its drawing operations, by number; given, because its library is only read when a PDF is. */
export type Operations = Readonly<Record<string, number>>

export interface Liste {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Matrice = readonly [number, number, number, number, number, number]

/** A stamp or a header laid on a scan has fewer letters; a written page has more. */
const PEU_DE_LETTRES = 300
/** Share of the page covered by pictures from which it is a scan rather than a letter with a logo. */
const PART_IMAGE = 0.5

export function aPeuDeTexte(texte: string): boolean {
  return (texte.match(/\p{L}/gu)?.length ?? 0) < PEU_DE_LETTRES
}

/**
 * Whether what is to be read on the page is drawn and not written: a picture covers most of it, or it has no
 * text at all and something is drawn. `aire`: of the page, in square points.
 */
export function estNumerisee(texte: string, liste: Liste, aire: number, ops: Operations): boolean {
  const images = new Set(
    ['paintImageXObject', 'paintImageMaskXObject', 'paintInlineImageXObject', 'paintImageXObjectRepeat'].map(
      (nom) => ops[nom],
    ),
  )
  const dessine = liste.fnArray.some((op) => images.has(op) || op === ops.constructPath)
  if (!/[\p{L}\p{N}]/u.test(texte)) return dessine
  return airePeinte(liste, images, ops) >= PART_IMAGE * aire
}

/** Area of the pictures: each is painted in a unit square that the current matrix stretches. */
function airePeinte(liste: Liste, images: ReadonlySet<number | undefined>, ops: Operations): number {
  const pile: Matrice[] = []
  let matrice: Matrice = [1, 0, 0, 1, 0, 0]
  let aire = 0
  liste.fnArray.forEach((op, i) => {
    const args = liste.argsArray[i]
    if (op === ops.save || op === ops.paintFormXObjectBegin) pile.push(matrice)
    if (op === ops.restore || op === ops.paintFormXObjectEnd) matrice = pile.pop() ?? matrice
    if (op === ops.transform) matrice = multiplier(matrice, args)
    if (op === ops.paintFormXObjectBegin && Array.isArray(args)) matrice = multiplier(matrice, args[0])
    if (images.has(op)) aire += Math.abs(matrice[0] * matrice[3] - matrice[1] * matrice[2])
  })
  return aire
}

function multiplier(m: Matrice, autre: unknown): Matrice {
  if (autre === null || typeof autre !== 'object') return m
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(autre as ArrayLike<number>)
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ]
}
