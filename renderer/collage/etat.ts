import { create } from 'zustand'
import {
  type Comparaison,
  comparerAuTableau,
  type Dossier,
  lignesDuCasier,
  type PersonneCollee,
  type TableauLu,
  tableauRefuse,
} from '../../domain/index.ts'
import { dire, ouvrirPanneau, useMagasin } from '../magasin.ts'
import { sansEcartees } from './lignes.ts'
import { lireDansOuvrier } from './lire.ts'

/** The paste of this session: in the page alone, until its people are created or the store locks. */

interface EtatCollage {
  /** Raw lines; null: erased when the pane was closed. Empty: nothing pasted. */
  lignes: readonly (string | null)[]
  enLecture: boolean
  lu: TableauLu | null
  /** One per person, drawn at the reading: Enter pressed twice creates each once. */
  ids: readonly string[]
  /** What was decided by hand, by rank in the paste. */
  inclus: Readonly<Record<number, boolean>>
  categories: Readonly<Record<number, string | null>>
}

const VIDE: EtatCollage = { lignes: [], enLecture: false, lu: null, ids: [], inclus: {}, categories: {} }

export const useCollage = create<EtatCollage>()(() => VIDE)
const { getState: lire, setState: poser } = useCollage

const PANNE = 'Ce texte n’a pas pu être lu. Rien n’est créé\u00a0; collez à nouveau, ou Ctrl+N.'

export function oublierCollage(): void {
  poser(VIDE)
}

useMagasin.subscribe((m, avant) => {
  if (avant.application?.coffre === 'ouvert' && m.application?.coffre !== 'ouvert') oublierCollage()
  else if (avant.panneau === 'collage' && m.panneau !== 'collage') refermer()
})

/** Nobody who was set aside stays in the page once the pane is closed. */
function refermer(): void {
  const { lignes, lu, enLecture } = lire()
  if (enLecture) oublierCollage()
  else if (lu !== null) poser({ lignes: sansEcartees(lignes, lu.lectures) })
}

/** Read at once, created later; a second paste takes the place of the first. */
export function recevoirCollage(texte: string): void {
  dire(null)
  poser({ ...VIDE, lignes: lignesDuCasier(texte), enLecture: true })
  ouvrirPanneau('collage')
  lireDansOuvrier(texte, (lu) => {
    if (!lire().enLecture) return
    const rendu = lu ?? tableauRefuse(PANNE)
    poser({ enLecture: false, lu: rendu, ids: rendu.personnes.map(() => crypto.randomUUID()) })
  })
}

/** One person of the paste, and what becomes of it. */
export interface Candidat {
  rang: number
  id: string
  personne: PersonneCollee
  comparaison: Comparaison
  inclus: boolean
  /** Absent: as proposed. */
  categorie?: string | null
}

type Choix = Pick<EtatCollage, 'lu' | 'ids' | 'inclus' | 'categories'>

export function candidats(
  { lu, ids, inclus, categories }: Choix,
  dossiers: readonly Dossier[],
): readonly Candidat[] {
  const personnes = lu?.personnes ?? []
  const comparees = comparerAuTableau(personnes, dossiers)
  return personnes.flatMap((personne, rang) => {
    const comparaison = comparees[rang]
    if (comparaison === undefined) return []
    const { etat } = comparaison
    const categorie = categories[rang]
    return {
      rang,
      id: ids[rang] ?? '',
      personne,
      comparaison,
      inclus: etat !== 'presente' && (inclus[rang] ?? etat === 'nouvelle'),
      ...(categorie !== undefined && { categorie }),
    }
  })
}

/** Somebody who is already on the board is never created again. */
export function basculer({ rang, comparaison, inclus }: Candidat): void {
  if (comparaison.etat === 'presente') dire(comparaison.motif)
  else poser({ inclus: { ...lire().inclus, [rang]: !inclus } })
}

/** Undefined: back to the proposal. */
export function choisirCategorie(rang: number, categorie: string | null | undefined): void {
  const { [rang]: _avant, ...autres } = lire().categories
  poser({ categories: categorie === undefined ? autres : { ...autres, [rang]: categorie } })
}
