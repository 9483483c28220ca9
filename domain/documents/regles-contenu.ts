import type { DateIso } from '../contrat.ts'

/** What the page « Relire les règles » says, without any layout: parts, entries, lines, all numbered to be signed off. */

export type Marque = 'V' | 'V2' | 'S' | 'M'

/** How far each statement was checked, spelled out (reference/droit.md §0.1). */
export const SENS_MARQUE: Readonly<Record<Marque, string>> = {
  V: 'lu dans le texte lui-même',
  V2: 'lu dans une source secondaire ; la version en vigueur reste à contrôler',
  S: 'dit par un document fondateur, non recoupé',
  M: 'de mémoire, à vérifier',
}

export interface Detail {
  mot: string
  texte: string
}

/** One rule, value or statement: what it says, on what authority. */
export interface LigneRegle {
  /** « 5.1.12 » */
  numero: string
  /** Id in the catalogue, where it has one: « O7 ». */
  code: string | null
  texte: string
  details: Detail[]
  /** Number of the first line that says exactly the same: read once, signed once. */
  identiqueA?: string
  articles: string[]
  source: string
  /** null: a local change, which carries its author instead. */
  marque: Marque | null
}

interface BlocRegles {
  /** Empty where the entry has one block, which its own title names. */
  titre: string
  /** Empty: no source says anything of it. */
  lignes: LigneRegle[]
}

/** What one signature covers. */
interface EntreeRegles {
  /** « 5.1 » */
  numero: string
  id: string
  titre: string
  chapeau: Detail[]
  blocs: BlocRegles[]
}

export interface PartieRegles {
  numero: string
  titre: string
  /** What the part holds, or why it is empty. */
  note: string
  entrees: EntreeRegles[]
}

export interface ReglesContenu {
  type: 'regles'
  titre: string
  /** ISO date-time. */
  editeLe: string
  /** Day on which dated rules are called old, in force or to come. */
  date: DateIso
  catalogue: { version: string; empreinte: string; origine: string }
  marques: { marque: Marque; sens: string; nombre: number }[]
  parties: PartieRegles[]
  pied: string
}

/** The same before numbering. */
export type LigneBrute = Omit<LigneRegle, 'numero' | 'identiqueA'>
export interface EntreeBrute extends Omit<EntreeRegles, 'numero' | 'blocs'> {
  blocs: { titre: string; lignes: LigneBrute[] }[]
}
export interface PartieBrute extends Omit<PartieRegles, 'numero' | 'entrees'> {
  entrees: EntreeBrute[]
}
