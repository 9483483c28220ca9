/**
 * Types of the public contract of `domain/`, version 1; the functions are exported by `index.ts`.
 *
 * Names and meanings here are fixed: acceptance cases, the command line and the files that
 * prosecutors, investigators and defence lawyers hand to each other rely on them. Add to it
 * freely; rename or drop nothing. French names are the terms of art of the field.
 */

/** Calendar date, `AAAA-MM-JJ`, no time zone. */
export type DateIso = string

// ───────────────────────────── what is known ─────────────────────────────

/** Why a question has no answer. « Pas demandé » is the default and is never an answer. */
export type RaisonInconnu = 'pas-demande' | 'ne-sait-pas' | 'refuse' | 'faute-de-temps' | 'non-verifiable'

/** Who or what an answer comes from. */
export type Origine =
  | 'procedure' // procès-verbal, audition, certificat de garde à vue
  | 'casier' // bulletin n° 1
  | 'cassiopee'
  | 'appi'
  | 'enquete' // enquête sociale rapide, annexe addiction
  | 'personne' // said by the person at the dépôt
  | 'avocat'
  | 'partenaire' // SPIP, JAP, CSAPA, structure, by telephone or in writing
  | 'document' // a paper that the person handed over

/**
 * One statement about one fact. A dossier is a set of these: nothing is overwritten, everything
 * that is shown (state of a fact, orientation, documents) is derived from them.
 */
export interface Declaration {
  id: string // UUID; the same id is the same declaration, wherever it travels
  fait: CleFait
  /** The answer, in the type that the fact's definition gives; `null` when unknown. */
  valeur: boolean | number | string | string[] | null
  inconnu?: RaisonInconnu // only with `valeur: null`
  origine: Origine
  /** Addition: nobody has said yet where the answer comes from; `origine` is then only a place holder. */
  sourceAPreciser?: true
  /** `false`: declared only. `true`: checked, see `precision` for with whom. */
  verifie: boolean
  precision?: string
  /** Where in which piece of the procedure. */
  extrait?: { piece: string; debut: number; fin: number; texte: string }
  auteur?: { role: Role; nom?: string; organisme?: string }
  date: string // ISO date-time with offset
  /** Ids of earlier declarations that this one takes back (undo, correction, settled contradiction). */
  retire?: string[]
  /** Addition: id of the declaration whose act this one undoes, so that undo can go further back each time. */
  annule?: string
  /** Addition: id of the declaration that an undo says again. */
  redit?: string
  /** Addition: id shared by the declarations of one act (one key, one form), undone and done again together. */
  lot?: string
}

export type Role = 'parquet' | 'enquete' | 'defense'

/** Key of a fact, `famille.nom`; the vocabulary is in faits.md beside this file. */
export type CleFait = string

export interface Dossier {
  version: 1
  id: string
  numeroParquet?: string
  /** Identity is optional everywhere: the rules never need it. */
  personne?: { nom?: string; prenoms?: string; dateNaissance?: DateIso }
  dateAudience: DateIso
  declarations: Declaration[]
  /** Text of the bulletin n° 1 as pasted; read, never kept after the hearing. */
  casier?: string
}

/** Derived state of one fact. */
export type EtatFait =
  | { etat: 'connu'; valeur: boolean | number | string | string[]; verifie: boolean; declarations: string[] }
  | { etat: 'inconnu'; raison: RaisonInconnu; declarations: string[] }
  /** Live declarations disagree. Counts as unknown in every rule until someone settles it. */
  | { etat: 'contradictoire'; valeurs: unknown[]; declarations: string[] }

// ───────────────────────────── what the rules say ─────────────────────────────

export type EtatCritere = 'vrai' | 'faux' | 'inconnu' | 'neutre'

export interface CritereLu {
  id: string // 'O1' … 'O11', 'A0' … 'A7', and those of the other dispositifs
  libelle: string
  etat: EtatCritere
  /** One French sentence that a magistrate can read out: why this state. */
  motif: string
  faits: CleFait[]
  declarations: string[]
  /** Addition, unknown criteria only: what to do about it, one French sentence. */
  aFaire?: string
  /** Additions, conditions of a legal framework only: where the condition comes from, and how far it was checked. */
  articles?: string[]
  source?: string
  marque?: 'V' | 'V2' | 'S' | 'M'
}

export interface DispositifLu {
  id: string // 'ouvrage', 'ailsi', 'csapa-referent', …
  nom: string
  /** Never « éligible »: a profile to assess, something to check, or outside the criteria. */
  lecture: 'profil-a-evaluer' | 'a-verifier' | 'hors-criteres'
  inclusions: 'ouvertes' | 'closes' | 'inconnues'
  verifieLe: DateIso | null
  source: string
  criteres: CritereLu[]
  /** Criteria that decide the reading: the false ones when outside, the unknown ones when to check. */
  decisifs: string[]
  /** Facts whose answer could still change the reading, useful ones first. */
  manquants: CleFait[]
}

export interface CadreLu {
  id: string // 'sursis-probatoire-renforce', 'ajournement-investigations', …
  nom: string
  articles: string[]
  lecture: 'ouvert' | 'a-verifier' | 'ferme'
  motif: string
  /** Dispositifs that this legal framework can carry, those outside their criteria today left out. */
  porte: string[]
  /** Addition: where in the proceedings it is used. */
  etape: 'alternative' | 'poursuite' | 'avant-jugement' | 'ajournement' | 'peine' | 'amenagement'
  /** Addition: each legal condition explained; « neutre » is left to whoever decides. */
  conditions: CritereLu[]
  /** Addition: conditions that decide the reading: the false ones when closed, the unknown ones when to check. */
  decisifs: string[]
  /** Addition: `null` for a bound that is not known or does not exist. */
  enVigueur: { depuis: DateIso | null; jusquau: DateIso | null }
  /** Addition: numbering of the code de procédure pénale in force on 01/01/2029; empty when not known. */
  nouveauxArticles: string[]
}

export interface Alerte {
  id: string
  gravite: 'bloquante' | 'attention'
  texte: string
  articles: string[]
  /** Addition: the text or document that says so. */
  source?: string
}

export interface Orientation {
  date: DateIso
  catalogue: { version: string; empreinte: string }
  faits: Record<CleFait, EtatFait>
  dispositifs: DispositifLu[]
  cadres: CadreLu[]
  alertes: Alerte[]
  /** From the attached record and the `procedure.*` facts; null when either is missing. */
  recidive: RecidiveLue | null
  prochaineQuestion: { fait: CleFait; tranche: string[] } | null
  /** Addition: every question worth asking, best first; a profile takes the first one that it may see. */
  questions: { fait: CleFait; tranche: string[] }[]
}

// ───────────────────────────── criminal record ─────────────────────────────

export interface CasierLu {
  etat: 'condamnations' | 'neant' | 'aucune-identite' | 'identite-non-verifiable' | 'illisible'
  condamnations: Condamnation[]
  /** As printed; `alias` empty when none. Used to warn that the record is someone else's, and for recidivism. */
  identite?: { nom?: string; prenoms?: string; dateNaissance?: DateIso; alias: string[] }
  /** Lines that were not understood: shown to the user, never dropped in silence. Headers, footers, identity and separators are understood. */
  lignesNonLues: { ligne: number; texte: string }[]
}

export interface Condamnation {
  rang: number
  /** null: printed but unreadable. */
  date: DateIso | null
  /** As printed, abbreviations kept. */
  juridiction: string
  caractere:
    | 'contradictoire'
    | 'contradictoire-a-signifier'
    | 'defaut'
    | 'ordonnance-penale'
    | 'composition-penale'
    | 'crpc'
    | 'inconnu'
  /** Signified or notified. */
  signifieLe: DateIso | null
  /** One day: `fin` = `debut`. « courant 2021 » gives the whole period. `libelle` as printed, without the mark of recidivism. */
  infractions: {
    libelle: string
    debut: DateIso | null
    fin: DateIso | null
    recidive: boolean
    tentative: boolean
  }[]
  peines: Peine[]
  mentions: {
    type: 'execution' | 'revocation-totale' | 'revocation-partielle' | 'paiement' | 'incarceration' | 'autre'
    date: DateIso | null
    texte: string
  }[]
}

export interface Peine {
  nature:
    | 'emprisonnement'
    | 'reclusion'
    | 'amende'
    | 'jours-amende'
    | 'tig'
    | 'ddse'
    | 'stage'
    | 'contrainte-penale'
    | 'dispense'
    | 'autre' // additional penalties (permit, ban…) are 'autre'
  /** Days, months and years kept as printed: « 1 AN 6 MOIS » is { annees: 1, mois: 6 }. */
  duree: { annees?: number; mois?: number; jours?: number; heures?: number } | null
  montant: number | null // euros; of one day for jours-amende
  /** `part`: the suspended part where only part is suspended; `heures` for a sursis-TIG. */
  sursis: null | {
    part?: { annees?: number; mois?: number; jours?: number }
    heures?: number
    type: 'simple' | 'probatoire' | 'probatoire-renforce' | 'mise-a-l-epreuve' | 'tig'
    partiel: boolean
    delai: { annees?: number; mois?: number } | null
  }
}

export interface Poursuite {
  libelle: string
  /** e.g. 'vol', 'violences', 'outrage', 'recel': see faits.md */
  categorie: string
  date: DateIso
  encouruMois: number
}

export interface RecidiveLue {
  etat: 'oui' | 'indeterminee' | 'non-etablie'
  /** Citations that contain at least the numbers that apply, e.g. '132-10 CP', '132-16 CP'. */
  articles: string[]
  /** `rang` of the latest conviction that qualifies, and until when its delay runs (null: not started or unknown). */
  premierTerme: { rang: number; jusquAu: DateIso | null } | null
  encouruMois: number // doubled where established
  motif: string
}

// ───────────────────────────── markers in a text ─────────────────────────────

export type FamilleReperage = 'addiction' | 'logement' | 'psychiatrie' | 'soins' | 'protection'

export interface Reperage {
  famille: FamilleReperage
  /** Code in the lexicon: 'crack', 'E1', 'psychose', 'tso', 'curatelle', … */
  code: string
  debut: number // UTF-16 offsets in the text as given
  fin: number
  /** The whole sentence or question-and-answer pair, so that the user can judge. */
  extrait: { debut: number; fin: number }
  sujet: 'personne' | 'tiers' | 'incertain'
  polarite: 'affirme' | 'nie' | 'conteste' | 'sans-reponse'
  temps: 'actuel' | 'passe' | 'incertain'
  hypothese: boolean
  /** Substances only: own use, dealing or loot, or use that explains the offence. */
  role: 'usage' | 'trafic' | 'lien-faits' | 'incertain' | null
  /** Past, third party, hypothetical, denied or contested is never 'fort'. A term met only in a question takes its polarity from the answer. */
  niveau: 'fort' | 'a-verifier' | 'ignore'
  /** Statement that the user may confirm with one key; never applied by itself. */
  proposition: { fait: CleFait; valeur: boolean | string | string[] } | null
}
