import type { CleFait, Declaration, Dossier, Role } from '../contrat.ts'
import { vivantes } from '../faits/etat.ts'
import type { Destinataire, NomDocument } from './contenu.ts'
import { BESOINS, sourceFermee } from './destinataires.ts'
import { ETAPES } from './etapes.ts'
import { declarationVisible, estNotePrivee, faitVisible } from './sources.ts'

/** Who may read what, where: one decision for a declaration, a document and the profile that writes it. */

/** The documents that each profile can write; nobody writes the private note of the other side. */
export const DOCUMENTS_DE: Readonly<Record<Role, readonly NomDocument[]>> = {
  parquet: [
    'fiche',
    'checklist',
    'note-audience',
    'message-apcars',
    'message-jap',
    'message-spip',
    'message-avocat',
    'message-siao',
    'liste',
    'dossier-audience',
  ],
  defense: ['fiche', 'checklist', 'note-plaidoirie', 'message-jap', 'message-spip', 'message-siao'],
  enquete: ['fiche', 'checklist', 'message-siao'],
}

const PRIVES: readonly NomDocument[] = ['note-audience', 'note-plaidoirie']

export function estPrive(document: NomDocument): boolean {
  return PRIVES.includes(document)
}

export function destinataireDe(document: NomDocument): Destinataire | null {
  return document.startsWith('message-') ? (document.slice('message-'.length) as Destinataire) : null
}

/** What the list of the morning says of a person, name apart. */
const FAITS_DE_LA_LISTE: readonly CleFait[] = [
  'procedure.qualification',
  'procedure.categorie',
  'orientation.choix',
]

const FAITS_DE_LA_CHECKLIST: ReadonlySet<CleFait> = new Set([
  ...ETAPES.flatMap((e) => [e.fait, ...e.faits]),
  'orientation.choix',
  'orientation.cadre',
])

export type Raison =
  | 'autre-profil'
  | 'autre-partie'
  | 'source-reservee'
  | 'note-privee'
  | 'motif-ecart'
  | 'peine-envisagee'
  | 'refus'
  | 'destinataire'
  | 'relecture'
  | 'tableau'
  | 'etape'
  | 'inutile'

/** These forbid; the others only say that the document has no use for the answer. */
const INTERDITES: ReadonlySet<Raison> = new Set<Raison>([
  'autre-profil',
  'autre-partie',
  'source-reservee',
  'note-privee',
  'motif-ecart',
  'peine-envisagee',
  'refus',
  'destinataire',
  'tableau',
])

export function estInterdite(raison: Raison | null): boolean {
  return raison !== null && INTERDITES.has(raison)
}

export interface Lecture {
  document: NomDocument
  role: Role
  /** The person refused something and only the defence knows: see `refuse`. */
  refus: boolean
}

/** Has the person said no to a programme, or refused to answer about one? */
export function refuse(dossier: Dossier): boolean {
  return vivantes(dossier.declarations).some((d) => estAccord(d.fait) && (d.valeur === false || estRefus(d)))
}

function estAccord(fait: CleFait): boolean {
  return fait.startsWith('accord.')
}

function estRefus(d: Declaration): boolean {
  return d.inconnu === 'refuse'
}

/** Why this declaration is not in this document; `null` when it is said there. */
export function raisonDeTaire(d: Declaration, lecture: Lecture): Raison | null {
  const { document, role } = lecture
  if (!DOCUMENTS_DE[role].includes(document)) return 'autre-profil'
  if (estNotePrivee(d.fait) && !faitVisible(d.fait, role)) return 'autre-partie'
  if (!declarationVisible(d, role)) return 'source-reservee'
  if (d.fait === 'orientation.ecarts') return 'motif-ecart'
  if (/^(casier|pieces)\./.test(d.fait)) return 'relecture'
  if (/^(permanence|demande)\./.test(d.fait)) return 'tableau'
  if (estPrive(document)) return null
  return raisonPartagee(d, lecture) ?? raisonDuDocument(d, document)
}

/** What no shared document says. */
function raisonPartagee(d: Declaration, { role, refus }: Lecture): Raison | null {
  if (estNotePrivee(d.fait)) return 'note-privee'
  if (d.fait === 'audience.peineEnvisageeMois') return 'peine-envisagee'
  // One refusal silences the whole family: an agreement printed beside it would contradict it.
  if (role === 'defense' && (estRefus(d) || (refus && estAccord(d.fait)))) return 'refus'
  return null
}

function raisonDuDocument(d: Declaration, document: NomDocument): Raison | null {
  const destinataire = destinataireDe(document)
  if (destinataire !== null) {
    const permise = BESOINS[destinataire].includes(d.fait) && !sourceFermee(d, destinataire)
    return permise ? null : 'destinataire'
  }
  switch (document) {
    case 'fiche':
      return d.fait.startsWith('audience.') ? 'etape' : null
    case 'checklist':
      return FAITS_DE_LA_CHECKLIST.has(d.fait) ? null : 'inutile'
    case 'liste':
      return FAITS_DE_LA_LISTE.includes(d.fait) ? null : 'inutile'
    default:
      return null
  }
}
