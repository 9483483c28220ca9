import type { DateIso, EtatCritere, Role } from '../contrat.ts'

/**
 * What a document says, without any layout: writers only draw it. Every segment names the declarations
 * that it comes from, so that a test can follow each sentence on paper back to who said it.
 */

/** The six ways not to know; each keeps its own word on paper. */
export type Lacune =
  | 'non demandé'
  | 'ne sait pas'
  | 'refuse de répondre'
  | 'faute de temps'
  | 'non vérifiable'
  | 'contradictoire'

/** Part of a statement that has one source. */
export interface Segment {
  texte: string
  lacune: Lacune | null
  /** « dit à l’audition (déclaré) » ; empty when the segment only says that something is missing. */
  source: string
  /** Ids of the live declarations that the segment says; empty for what comes from the catalogue. */
  declarations: string[]
  /** Added by the product, not typed: today's name of a repealed measure. */
  note?: string
}

export interface Enonce {
  libelle: string
  segments: Segment[]
  /** For a criterion: its state; absent elsewhere. */
  etat?: EtatCritere
  /** For an unknown criterion that could still decide: what to do before the hearing. */
  aFaire?: string
  /** Whom to call, when a call is what is missing; `telephone: null` prints a line to fill by hand. */
  appel?: Appel
}

export interface Appel {
  qui: string
  telephone: string | null
}

export interface Section {
  id: string
  titre: string
  /** Said beside the title: a reading, a date. */
  mention?: string
  /** Sentences under the title. */
  notes: string[]
  enonces: Enonce[]
}

export interface Entete {
  idDossier: string
  /** null prints a line to fill by hand. */
  numeroParquet: string | null
  /** Name and date of birth as known; null when the dossier has no identity. */
  personne: string | null
  dateAudience: DateIso
  /** ISO date-time. */
  editeLe: string
  role: Role
  catalogue: { version: string; empreinte: string }
}

export interface AlerteDite {
  id: string
  bloquante: boolean
  texte: string
  articles: string[]
}

/** The lower third, cut off and handed to the lawyer. */
export interface Talon {
  titre: string
  lecture: string
  presentation: { texte: string; source: string }[]
  verification: string
  /** What the person can say yes to, and what the dossier already holds of it. */
  direOui: string | null
  reponses: Enonce[]
  appels: Appel[]
}

/** Of the practice store: every writer says so (exercice/marque.ts). Absent from anything real. */
interface Marquable {
  exercice?: true
}

export interface DocumentContenu extends Marquable {
  type: 'fiche'
  titre: string
  entete: Entete
  alertes: AlerteDite[]
  sections: Section[]
  talon: Talon
  pied: string
}

export type EtatEtape = 'fait' | 'sans-objet' | 'a-faire'

export interface EtapeChecklist {
  numero: number
  /** The `audience.*` fact that ticks the step. */
  fait: string
  texte: string
  etat: EtatEtape
  /** As typed beside the box: a cote, a name, a time. */
  precision: string | null
  /** What is written by hand when no precision is known, e.g. « cote ____ ». */
  aCompleter: string
  /** Why the state is not the typed one, e.g. « sans objet » of itself. */
  motif: string | null
  auDossier: Segment[]
  appel?: Appel
  declarations: string[]
}

export interface ChecklistContenu extends Marquable {
  type: 'checklist'
  titre: string
  consigne: string
  entete: Entete
  etapes: EtapeChecklist[]
  /** Steps done or without object, out of all. */
  reglees: number
  pied: string
}

/** Working notes of one side, never shared: of the prosecutor (`note-audience`), of the defence (`note-plaidoirie`). */
export interface NoteContenu extends Marquable {
  type: 'note-audience' | 'note-plaidoirie'
  titre: string
  entete: Entete
  /** Printed on every page: no writer may put this content in a file meant for others. */
  prive: true
  sections: Section[]
  pied: string
}

export type Destinataire = 'apcars' | 'jap' | 'spip' | 'avocat' | 'siao'

/** A short text to paste or send, with what its recipient needs and may know, and nothing more. */
export interface MessageContenu extends Marquable {
  type: 'message'
  destinataire: Destinataire
  /** Who it is for, as a title: « Au JAP de Paris ». */
  titre: string
  /** Subject of a courriel: the n° parquet alone, never personal data. */
  objet: string
  /** Lines of at most 100 characters, CP1252-safe once the writer replaced dashes and quotes. */
  corps: string[]
  declarations: string[]
  /** For the name of the file; never printed in the body. */
  reference: Pick<Entete, 'idDossier' | 'numeroParquet' | 'dateAudience' | 'editeLe'>
}

/** The persons of the morning, in the order given: never sorted nor filtered by a sensitive marker (R113-51). */
export interface ListeContenu extends Marquable {
  type: 'liste'
  titre: string
  dateAudience: DateIso
  /** ISO date-time. */
  editeLe: string
  catalogue: { version: string; empreinte: string }
  /** `false`: neither name nor date of birth in any cell. */
  avecNoms: boolean
  colonnes: string[]
  /** As many cells as there are columns; an empty cell is filled by hand. */
  lignes: { cellules: string[]; dossier: string }[]
  pied: string
}

/** What may be bound together and handed to the court: never a private note. */
export type ContenuPartage = DocumentContenu | ChecklistContenu

/** Every sheet of the morning in one file, one part for each person. */
export interface DossierAudienceContenu extends Marquable {
  type: 'dossier-audience'
  titre: string
  dateAudience: DateIso
  /** ISO date-time. */
  editeLe: string
  catalogue: { version: string; empreinte: string }
  /** One entry for each part, in the same order, with the titles of its documents. */
  sommaire: { titre: string; documents: string[] }[]
  parties: { titre: string; dossier: string; contenus: ContenuPartage[] }[]
  pied: string
}

export type Contenu =
  | DocumentContenu
  | ChecklistContenu
  | NoteContenu
  | MessageContenu
  | ListeContenu
  | DossierAudienceContenu

/** The documents that can be asked for, one name for each. */
export type NomDocument = Exclude<Contenu['type'], 'message'> | `message-${Destinataire}`

/** What the preview lists as left out of a document. */
export interface Omission {
  /** What, without what it says: « note privée ». */
  quoi: string
  /** Why, in one sentence. */
  motif: string
  declarations: string[]
}

export const PIED = 'Aide à la préparation – ne lie ni le parquet ni le tribunal'
