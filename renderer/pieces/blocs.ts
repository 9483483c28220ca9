import type { Piece, ReperageExplique } from '../../domain/index.ts'

/** A long text as short blocks, so that only those in sight are laid out (R12). */

export interface Bloc {
  debut: number
  fin: number
  /** Line of the text, from 1, on which the block begins. */
  ligne: number
  /** Lines of the text that it holds. */
  lignes: number
  /** The page that begins here: its number from 1, and whether it was read from an image. */
  page: { numero: number; reconnue: boolean } | null
}

const LIGNES_MAX = 12
const CARACTERES_MAX = 1500

/** Cut at page and line ends; a line longer than a block is cut at a space, or wherever it must be. */
export function enBlocs({ texte, pages }: Pick<Piece, 'texte' | 'pages'>): Bloc[] {
  const blocs: Bloc[] = []
  const etendues = pages.length > 0 ? pages : [{ debut: 0, fin: texte.length, reconnue: false }]
  let ligne = 1
  for (const [i, { debut, fin, reconnue }] of etendues.entries()) {
    let page: Bloc['page'] = etendues.length > 1 || reconnue ? { numero: i + 1, reconnue } : null
    let d = debut
    // An empty page still says that it is there.
    do {
      const { f, lignes } = finDeBloc(texte, d, fin)
      blocs.push({ debut: d, fin: f, ligne, lignes, page })
      ligne += lignes
      page = null
      d = f
    } while (d < fin)
  }
  return blocs
}

function finDeBloc(texte: string, debut: number, limite: number): { f: number; lignes: number } {
  const plafond = Math.min(limite, debut + CARACTERES_MAX)
  let f = debut
  let lignes = 0
  while (lignes < LIGNES_MAX && f < plafond) {
    const saut = texte.indexOf('\n', f)
    const suivant = saut < 0 || saut >= limite ? limite : saut + 1
    if (suivant > plafond) break
    f = suivant
    lignes += 1
  }
  if (f > debut || debut >= limite) return { f, lignes }
  const espace = texte.lastIndexOf(' ', plafond)
  return { f: espace > debut && plafond < limite ? espace + 1 : plafond, lignes: 0 }
}

export interface Marque {
  debut: number
  fin: number
  famille: ReperageExplique['famille']
  niveau: ReperageExplique['niveau']
  /** Places, in the list of markers, of those that stand on this passage. */
  rangs: number[]
}

const FORCE = { fort: 2, 'a-verifier': 1, ignore: 0 } as const

/** One mark for each passage, in the order of the text; one inside another joins it, so that marks never cross. */
export function enMarques(reperes: readonly ReperageExplique[], ignores: boolean): Marque[] {
  const vus = reperes.flatMap((r, rang) => (ignores || r.niveau !== 'ignore' ? [rang] : []))
  const marques: Marque[] = []
  for (const rang of dansLeTexte(reperes, vus)) {
    const r = reperes[rang]
    if (r === undefined) continue
    const derniere = marques.at(-1)
    if (derniere !== undefined && r.debut < derniere.fin) {
      derniere.rangs.push(rang)
      if (FORCE[r.niveau] > FORCE[derniere.niveau]) derniere.niveau = r.niveau
    } else {
      const { debut, fin, famille, niveau } = r
      marques.push({ debut, fin, famille, niveau, rangs: [rang] })
    }
  }
  return marques
}

/** They come in the order of the text but for those that begin together: sorting thousands for that would be felt. */
function dansLeTexte(reperes: readonly ReperageExplique[], rangs: readonly number[]): readonly number[] {
  const place = (rang = -1) => reperes[rang] ?? { debut: 0, fin: 0 }
  const ecart = (a = -1, b = -1) => place(a).debut - place(b).debut || place(b).fin - place(a).fin
  return rangs.every((rang, i) => i === 0 || ecart(rangs[i - 1], rang) <= 0) ? rangs : rangs.toSorted(ecart)
}

/** Marks by block; one that runs over a block's end is shown where it begins. */
export function marquesParBloc(blocs: readonly Bloc[], marques: readonly Marque[]): Marque[][] {
  let i = 0
  return blocs.map(({ fin }) => {
    const siennes: Marque[] = []
    for (let m = marques[i]; m !== undefined && m.debut < fin; m = marques[++i]) siennes.push(m)
    return siennes
  })
}
