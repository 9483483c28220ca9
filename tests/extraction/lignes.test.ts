import { describe, expect, it } from 'vitest'
import { echelle, enGris } from '../../renderer/extraction/image.ts'
import { type Fragment, texteDePage } from '../../renderer/extraction/lignes.ts'
import { MAX_PIXELS_PAGE } from '../../renderer/extraction/limites.ts'
import { aPeuDeTexte, estNumerisee } from '../../renderer/extraction/numerisee.ts'

/** A run of 12-point text at `x`, `y` from the bottom left, six points a letter. */
const f = (str: string, x: number, y: number, hasEOL = false): Fragment => ({
  str,
  transform: [12, 0, 0, 12, x, y],
  width: 6 * str.length,
  height: 12,
  hasEOL,
})

describe('du texte placé aux lignes et aux paragraphes', () => {
  it('un mot écrit en morceaux reste un mot, deux mots restent deux mots', () => {
    expect(texteDePage([f('o', 60, 700), f('ff', 66, 700), f('icier', 78, 700), f('de', 114, 700)])).toBe(
      'officier de',
    )
  })

  it('deux colonnes d’une ligne sont parties par une tabulation', () => {
    expect(texteDePage([f('12/03/2024', 60, 700), f(' ', 120, 700), f('TC Bobigny', 240, 700)])).toBe(
      '12/03/2024\tTC Bobigny',
    )
  })

  it('la fin de ligne vient de la place autant que de la marque ; un exposant n’en fait pas', () => {
    expect(texteDePage([f('n', 60, 700), f('o', 66, 704), f('12', 78, 700), f('suite', 60, 684)])).toBe(
      'no 12\nsuite',
    )
    expect(texteDePage([f('un', 60, 700), f('', 60, 700, true), f('deux', 60, 700)])).toBe('un\ndeux')
  })

  it('un paragraphe est un écart plus grand que les autres, même quand les paragraphes sont courts', () => {
    const ys = [760, 744, 715, 686, 670, 641]
    expect(texteDePage(ys.map((y, i) => f(`l${i}`, 60, y)))).toBe('l0\nl1\n\nl2\n\nl3\nl4\n\nl5')
  })

  it('un texte à double interligne n’est pas découpé à chaque ligne', () => {
    expect(texteDePage([700, 672, 644, 616].map((y, i) => f(`l${i}`, 60, y)))).toBe('l0\nl1\nl2\nl3')
  })

  it('une colonne qui repart en haut de page est un autre paragraphe', () => {
    expect(texteDePage([f('bas', 60, 100), f('haut', 320, 700)])).toBe('bas\n\nhaut')
  })
})

const OPS = {
  save: 1,
  restore: 2,
  transform: 3,
  paintImageXObject: 4,
  constructPath: 5,
  paintFormXObjectBegin: 6,
  paintFormXObjectEnd: 7,
  paintImageMaskXObject: 8,
  paintInlineImageXObject: 9,
  paintImageXObjectRepeat: 10,
}
const A4 = 595 * 842
const liste = (...operations: [op: number, args?: unknown][]) => ({
  fnArray: operations.map(([op]) => op),
  argsArray: operations.map(([, args]) => args ?? null),
})

describe('une page est-elle une image à reconnaître ?', () => {
  const image = (w: number, h: number) =>
    liste([OPS.save], [OPS.transform, [w, 0, 0, h, 0, 0]], [OPS.paintImageXObject], [OPS.restore])

  it('un tampon de cote sur une page scannée ne cache pas le scan', () => {
    expect(estNumerisee('Cote D12 — copie certifiée conforme', image(595, 842), A4, OPS)).toBe(true)
  })

  it('une lettre courte avec un logo n’est pas un scan', () => {
    expect(estNumerisee('Veuillez trouver ci-joint le rapport.', image(200, 80), A4, OPS)).toBe(false)
  })

  it('un scan découpé en bandes, tourné, ou dans un formulaire, en est un', () => {
    const bandes = Array.from({ length: 10 }, () => [
      [OPS.save],
      [OPS.transform, new Float32Array([0, 84, -595, 0, 595, 0])],
      [OPS.paintImageXObject],
      [OPS.restore],
    ]).flat() as [number, unknown][]
    expect(estNumerisee('D12', liste(...bandes), A4, OPS)).toBe(true)
    const formulaire = liste(
      [OPS.paintFormXObjectBegin, [[595, 0, 0, 842, 0, 0], null]],
      [OPS.paintImageXObject],
      [OPS.paintFormXObjectEnd],
    )
    expect(estNumerisee('D12', formulaire, A4, OPS)).toBe(true)
  })

  it('sans aucun texte, tout ce qui est dessiné est à reconnaître ; une page blanche non', () => {
    expect(estNumerisee('', liste([OPS.constructPath]), A4, OPS)).toBe(true)
    expect(estNumerisee(' \n', liste([OPS.save], [OPS.restore]), A4, OPS)).toBe(false)
  })

  it('une page écrite n’est pas examinée', () => {
    expect([aPeuDeTexte('a'.repeat(300)), aPeuDeTexte('a'.repeat(299))]).toEqual([false, true])
  })
})

describe('image donnée à la reconnaissance', () => {
  it('300 points par pouce, moins pour une page démesurée, rien pour une page sans taille', () => {
    expect(echelle(595, 842)).toBeCloseTo(300 / 72, 1)
    expect(14400 * 14400 * echelle(14400, 14400) ** 2).toBeLessThanOrEqual(MAX_PIXELS_PAGE * 1.001)
    expect([echelle(0, 842), echelle(Number.NaN, 1), echelle(Number.POSITIVE_INFINITY, 1)]).toEqual([0, 0, 0])
  })

  it('un octet de gris par pixel, blanc et noir aux bouts', () => {
    const data = new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255])
    const image = enGris({ data, width: 2, height: 1 })
    expect(new TextDecoder('latin1').decode(image)).toBe('P5\n2 1\n255\n\u00ff\0')
  })
})
