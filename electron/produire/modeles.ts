import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ModeleError, modeleParDefaut, verifierModele } from '../formats/index.ts'

/** The models that a court edits: `modeles/` in the documents folder, one for a document or one for all. */

const NBSP = '\u00a0'
const POUR_TOUS = 'modele'
/** Bytes: a longer file is refused without being read. */
const OCTETS_MAX = 5_000_000
const ILLISIBLE = 'ce fichier ne peut pas être lu.'

export interface ModeleChoisi {
  octets: Uint8Array
  /** Why the court’s model was not used, or what in it prints as unknown; null when there is nothing to say. */
  phrase: string | null
}

export function dossierDesModeles(documents: string): string {
  return join(documents, 'modeles')
}

/** The court's model when there is one and it can be filled; otherwise the shipped one, and the sentence says so. */
export async function choisirModele(documents: string, document: string): Promise<ModeleChoisi> {
  for (const nom of [`${document}.odt`, `${POUR_TOUS}.odt`]) {
    const octets = await lire(join(dossierDesModeles(documents), nom))
    if (octets === undefined) continue
    const refus = octets === null ? ILLISIBLE : await refusDe(octets)
    if (octets === null || refus !== null)
      return {
        octets: await modeleParDefaut(),
        phrase: `Le modèle «${NBSP}${nom}${NBSP}» n’a pas servi, celui d’Aiguillage l’a remplacé${NBSP}: ${refus}`,
      }
    const { inconnus } = await verifierModele(octets)
    const phrase = `Le modèle «${NBSP}${nom}${NBSP}» demande des champs inconnus${NBSP}: ${inconnus.join(', ')}.`
    return { octets, phrase: inconnus.length === 0 ? null : phrase }
  }
  return { octets: await modeleParDefaut(), phrase: null }
}

/** Undefined when there is none, null when it cannot be read. */
async function lire(fichier: string): Promise<Uint8Array | undefined | null> {
  try {
    const { size } = await stat(fichier)
    return size > OCTETS_MAX ? null : await readFile(fichier)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : null
  }
}

/** What keeps a model from being used: it cannot be filled, or a page would not say what every page has to. */
async function refusDe(octets: Uint8Array): Promise<string | null> {
  try {
    const { malformes, manquants } = await verifierModele(octets)
    if (malformes.length > 0) return `à corriger${NBSP}: ${malformes.join(', ')}.`
    if (manquants.length > 0) return `il y manque ${manquants.map((m) => `{${m}}`).join(', ')}.`
    return null
  } catch (error) {
    if (error instanceof ModeleError) return error.message
    throw error
  }
}
