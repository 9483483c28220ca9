import type { DateIso, Dossier, Reponse } from '../../domain/index.ts'
import { repondre } from '../../domain/index.ts'
import { creer, jourDuTableau } from '../magasin.ts'
import { acte } from './acte.ts'

interface IdentiteDite {
  nom: string
  prenoms: string
  dateNaissance: DateIso | null
  numeroParquet: string
}

/** What a dossier keeps of who somebody is: nothing is written for what nobody said. */
export function identiteDe({ nom, prenoms, dateNaissance, numeroParquet }: IdentiteDite) {
  const personne = {
    ...(nom !== '' && { nom }),
    ...(prenoms !== '' && { prenoms }),
    ...(dateNaissance !== null && { dateNaissance }),
  }
  return {
    ...(numeroParquet !== '' && { numeroParquet }),
    ...(Object.keys(personne).length > 0 && { personne }),
  }
}

/** A new dossier on the day that the board shows; all that `lot` creates is one act. */
export function creerDossier(
  id: string,
  identite: ReturnType<typeof identiteDe>,
  reponses: readonly Reponse[],
  lot: string,
): void {
  const dateAudience = jourDuTableau()
  const vide: Dossier = { version: 1, id, dateAudience, ...identite, declarations: [] }
  const declarations = reponses.map((r) => ({ ...repondre(vide, r, acte()), lot }))
  creer({ id, dateAudience, identite, declarations })
}
