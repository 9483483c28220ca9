import type { DateIso, TableauLu } from '../../domain/index.ts'

/** What the page gives to the worker that reads a paste, and what it gets back. */

export interface VersCollage {
  readonly texte: string
  readonly aujourdhui: DateIso
}

export type DuCollage = TableauLu
