import type { Refusee } from './phrases.ts'

export type Nature = 'pdf' | 'docx' | 'odt' | 'texte'

/** A page of the text: `[debut, fin[` in UTF-16 units of `texte`. Pages follow each other without a gap. */
export interface Page {
  readonly debut: number
  readonly fin: number
  /** Read from an image: to be checked. An empty recognised page is one where nothing credible could be read. */
  readonly reconnue: boolean
}

export interface Texte {
  readonly ok: true
  readonly nature: Nature
  readonly texte: string
  /** Pages in order, page 1 first. Formats without pages have a single one. */
  readonly pages: readonly Page[]
}

export type Extraction = Texte | Refusee

/** Where the reading stands: the `page`-th of the `pages` that this step goes through. */
export interface Progres {
  readonly page: number
  readonly pages: number
  readonly etape: 'lecture' | 'reconnaissance'
}

export interface PageLue {
  readonly texte: string
  readonly reconnue: boolean
}

/** A grey image of a page, in the PGM format: a short header, then a byte a pixel. */
export type ImageGrise = Uint8Array<ArrayBuffer>

export interface Reconnaissance {
  readonly texte: string
  /** Tesseract's own mean confidence, 0 to 100. */
  readonly confiance: number
}
