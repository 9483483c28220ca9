import {
  type CleFait,
  type Dossier,
  dateCourte,
  declarationVisible,
  definitionFait,
  ecrireMoment,
} from '../../domain/index.ts'
import { etatFait, vives } from '../lecture.ts'
import { profil } from '../magasin.ts'

/** Identity and procedure as typed: every field is a text, and a text that is not understood stays. */
export interface SaisieDossier {
  nom: string
  prenoms: string
  naissance: string
  numeroParquet: string
  qualification: string
  categorie: string
  dateFaits: string
  nature: string
  flagrance: string
  departement: string
  tribunal: string
  finGardeAVue: string
}

export type NomChamp = keyof SaisieDossier

/** Fields that are facts; the others are the identity, which no rule needs. */
export const FAIT_DE_CHAMP: readonly (readonly [NomChamp, CleFait])[] = [
  ['qualification', 'procedure.qualification'],
  ['categorie', 'procedure.categorie'],
  ['dateFaits', 'procedure.dateFaits'],
  ['nature', 'procedure.nature'],
  ['flagrance', 'procedure.flagrance'],
  ['departement', 'logement.departement'],
  ['tribunal', 'procedure.tribunal'],
  ['finGardeAVue', 'permanence.finGardeAVue'],
]

const VIDE: SaisieDossier = {
  nom: '',
  prenoms: '',
  naissance: '',
  numeroParquet: '',
  qualification: '',
  categorie: '',
  dateFaits: '',
  nature: '',
  flagrance: '',
  departement: '',
  tribunal: '',
  finGardeAVue: '',
}

export function saisieDe(dossier: Dossier): SaisieDossier {
  const saisie = { ...VIDE }
  saisie.nom = dossier.personne?.nom ?? ''
  saisie.prenoms = dossier.personne?.prenoms ?? ''
  saisie.naissance = dossier.personne?.dateNaissance ? dateCourte(dossier.personne.dateNaissance) : ''
  saisie.numeroParquet = dossier.numeroParquet ?? ''
  for (const [champ, fait] of FAIT_DE_CHAMP) {
    const etat = etatFait(dossier, fait)
    // What only a reserved source says is not read here either (774 CPP).
    const lisible = vives(dossier, fait).some((d) => declarationVisible(d, profil()))
    if (etat.etat === 'connu' && lisible) saisie[champ] = ecrireFait(fait, etat.valeur)
  }
  return saisie
}

function ecrireFait(fait: CleFait, valeur: unknown): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  const type = definitionFait(fait)?.type
  if (type === 'moment') return ecrireMoment(String(valeur))
  return type === 'date' ? dateCourte(String(valeur)) : String(valeur)
}
