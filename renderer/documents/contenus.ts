import {
  DOCUMENTS_DE,
  type Dossier,
  laisseDeCote,
  minutageDu,
  type NomDocument,
  type Omission,
  type Orientation,
  type Role,
  rediger,
  type VersionChecklist,
} from '../../domain/index.ts'
import { instant } from '../horloge.ts'
import { catalogueEnCours } from '../lecture.ts'
import { profil, useMagasin } from '../magasin.ts'
import type { ContenuDossier } from './page.tsx'

/** Documents of one person; the others are of a whole hearing. */
export type NomDocumentDossier = Exclude<NomDocument, 'liste' | 'dossier-audience'>

/** One line of the list. */
export interface DocumentPropose {
  cle: string
  nom: NomDocumentDossier
  version?: VersionChecklist
  titre: string
  groupe: string
}

const TITRES: Readonly<Record<Exclude<NomDocumentDossier, 'checklist'>, string>> = {
  fiche: 'Fiche d’orientation',
  'note-audience': 'Note d’audience',
  'note-plaidoirie': 'Note de plaidoirie',
  'message-apcars': 'À l’APCARS',
  'message-jap': 'Au JAP',
  'message-spip': 'Au SPIP',
  'message-avocat': 'À l’avocat',
  'message-siao': 'Au SIAO',
}

const CHECKLISTS: Readonly<Record<VersionChecklist, string>> = {
  parquet: 'Checklist, pour requérir',
  defense: 'Checklist, pour plaider',
  tribunal: 'Checklist, pour délibérer',
}

const estDossier = (nom: NomDocument): nom is NomDocumentDossier =>
  nom !== 'liste' && nom !== 'dossier-audience'

const proposes = new Map<Role, readonly DocumentPropose[]>()

/** What this profile may make of a dossier, in the order of the list; the same objects each time. */
export function documentsPour(role: Role): readonly DocumentPropose[] {
  const connus = proposes.get(role) ?? proposer(role)
  proposes.set(role, connus)
  return connus
}

function proposer(role: Role): readonly DocumentPropose[] {
  return DOCUMENTS_DE[role].filter(estDossier).flatMap((nom): DocumentPropose[] => {
    if (nom === 'checklist') return checklists(role)
    const groupe = estNote(nom) ? 'Pour moi seul' : estMessage(nom) ? 'Messages' : 'À remettre'
    return [{ cle: nom, nom, titre: TITRES[nom], groupe }]
  })
}

/** Its own, and the one that the court may keep; an investigator has the court's alone. */
function checklists(role: Role): DocumentPropose[] {
  const versions = role === 'enquete' ? (['tribunal'] as const) : ([role, 'tribunal'] as const)
  return versions.map((version) => ({
    cle: `checklist-${version}`,
    nom: 'checklist',
    version,
    titre: CHECKLISTS[version],
    groupe: 'À remettre',
  }))
}

export function estNote(nom: NomDocumentDossier): boolean {
  return nom.startsWith('note-')
}

export function estMessage(nom: NomDocumentDossier): boolean {
  return nom.startsWith('message-')
}

/** The same content as the one that is printed, from what this window holds. */
export function contenuDe(d: DocumentPropose, dossier: Dossier, orientation: Orientation): ContenuDossier {
  const { heureAudience, finDeferrements } = minutageDu(useMagasin.getState().reglages, dossier.dateAudience)
  const options = {
    role: profil(),
    editeLe: instant(),
    catalogue: catalogueEnCours(),
    heureAudience,
    reponseAvant: finDeferrements,
  }
  const contenu = rediger(d.nom, dossier, orientation, {
    ...options,
    ...(d.version && { version: d.version }),
  })
  if (contenu.type === 'liste' || contenu.type === 'dossier-audience') throw new RangeError(contenu.type)
  return contenu
}

export function omissionsDe(
  nom: NomDocumentDossier,
  dossier: Dossier,
  orientation: Orientation,
): readonly Omission[] {
  return laisseDeCote(dossier, orientation, nom, profil())
}
