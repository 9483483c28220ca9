import type { NaturePiece, ReperageExplique } from '../../domain/index.ts'

/** What the page gives to the worker that looks for markers, and what it gets back. */

export interface VersReperage {
  readonly piece: string
  readonly texte: string
  readonly nature: NaturePiece
}

export interface DuReperage {
  readonly piece: string
  /** Some of the markers, after those already given: a whole list read at once would keep a key waiting. */
  readonly reperes: readonly ReperageExplique[]
  readonly derniers: boolean
}
