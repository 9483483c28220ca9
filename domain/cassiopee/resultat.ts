import type { DateIso } from '../contrat.ts'

/** What a paste gives. */

export interface InfractionCollee {
  natinf: string
  /** As pasted; empty when the table gives the code alone. No label is ever looked up. */
  libelle: string
  date: DateIso | null
  dateFin?: DateIso
  heure?: string
  lieu?: string
}

export interface PersonneCollee {
  nom: string
  prenoms: string
  alias: string[]
  dateNaissance: DateIso | null
  /** Digits alone; empty when the paste gives none. */
  numeroParquet: string
  /** As pasted; empty when the paste gives none. */
  role: string
  avocat?: string
  infractions: InfractionCollee[]
  /** Most serious nature that the « Type » cells write out; null when they do not. */
  nature: 'contravention' | 'delit' | 'crime' | null
  /** Read from the labels when they all name one category beyond doubt: to be checked, never known. */
  categorie: string | null
  categorieProposee: boolean
  /** What to check about this person. */
  avertissements: string[]
  /** Raw lines of the person, then of the offences; from 1. */
  lignes: number[]
}

/** What became of one raw line: each line has exactly one. */
export type LectureLigne =
  | 'vide'
  | 'ignoree' // interface
  | 'entete' // titles of columns and tables
  | 'procedure' // the n° parquet
  | 'personne'
  | 'infraction'
  | 'ecartee' // a person who is not kept here
  | 'non-comprise'

export interface TableauLu {
  /** One sentence when nothing was read; everything else is then empty. */
  refus: string | null
  personnes: PersonneCollee[]
  /** Counted only: no name of a victim, a witness or a minor is kept. `autres` includes third parties. */
  ecartees: { victimes: number; temoins: number; mineurs: number; autres: number }
  /** Line by line, as `lignesDuCasier` cuts the text; index 0 is line 1. */
  lectures: LectureLigne[]
  ignorees: number[]
  nonComprises: { ligne: number }[]
  avertissements: string[]
}

/** The latest day: the one that the dossier declares. */
export function jourDesFaits(infractions: readonly InfractionCollee[]): DateIso | null {
  return (
    infractions
      .flatMap((i) => i.date ?? [])
      .sort()
      .at(-1) ?? null
  )
}
