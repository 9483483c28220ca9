import { conduire, type Options } from './conduire.ts'
import { ouvrirOuvrier } from './ouvriers.ts'
import { assemblerTexte } from './pages.ts'
import { Refus, refusee } from './phrases.ts'
import type { Extraction } from './types.ts'

export { ouvrirOuvrier } from './ouvriers.ts'
export type { Extraction, Page, Progres } from './types.ts'

/**
 * The text of a piece, read in memory by its own workers: nothing is copied or written.
 * Never rejects: a file that cannot be read, or a reading cancelled by `signal`, is a sentence to show.
 */
export function extraire(fichier: File, options: Options): Promise<Extraction> {
  return conduire(fichier, options, ouvrirOuvrier)
}

/** A text that was pasted, cleaned and limited as that of a file. */
export function depuisTexte(texte: string): Extraction {
  try {
    return assemblerTexte(texte)
  } catch (error) {
    return refusee(error instanceof Refus ? error.code : 'panne')
  }
}
