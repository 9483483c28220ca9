import type { CleFait } from '../contrat.ts'
import { lignesDuCasier } from './texte.ts'

/**
 * A corrected line of the record is a declaration like any other: the value of `casier.ligneN` stands for the
 * printed line N before the record is read; `casier.relueN` says that a person checked the conviction that begins
 * there. N counts the lines of the text as pasted, from 1.
 */

/** The value that says: seen, and it carries nothing. */
export const LIGNE_SANS_CONTENU = '—'

const CLE = /^casier\.(ligne|relue)([1-9]\d{0,5})$/

export function lireCleCasier(cle: CleFait): { quoi: 'ligne' | 'relue'; ligne: number } | null {
  const m = CLE.exec(cle)
  return m === null ? null : { quoi: m[1] as 'ligne' | 'relue', ligne: Number(m[2]) }
}

/** A record as it is read once corrected. */
export interface TexteCorrige {
  texte: string
  /** Per line of `texte`, the printed line that it comes from. */
  origines: number[]
}

/** Corrections by printed line; those of a line that the text does not have change nothing. */
export function corrigerTexte(imprime: string, corrections: ReadonlyMap<number, string>): TexteCorrige {
  const lignes = lignesDuCasier(imprime)
  if (corrections.size === 0) return { texte: imprime, origines: lignes.map((_, i) => i + 1) }
  const sorties: string[] = []
  const origines: number[] = []
  lignes.forEach((ligne, i) => {
    const dite = corrections.get(i + 1)
    for (const sortie of dite === undefined ? [ligne] : lignesDites(dite)) {
      sorties.push(sortie)
      origines.push(i + 1)
    }
  })
  return { texte: sorties.join('\n'), origines }
}

function lignesDites(valeur: string): string[] {
  return lignesDuCasier(valeur).map((l) => (l.trim() === LIGNE_SANS_CONTENU ? '' : l))
}
