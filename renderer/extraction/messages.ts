import type { Extraction, ImageGrise, Progres, Reconnaissance } from './types.ts'

/** What the page gives to the reader: a file, then the text of each image that it asked for. */
export type VersLecteur =
  | { readonly type: 'fichier'; readonly fichier: File }
  | { readonly type: 'reconnue'; readonly reconnaissance: Reconnaissance }

export type DuLecteur =
  | { readonly type: 'progres'; readonly progres: Progres }
  | { readonly type: 'image'; readonly image: ImageGrise }
  | { readonly type: 'fini'; readonly extraction: Extraction }

export interface VersReconnaissance {
  readonly type: 'image'
  readonly image: ImageGrise
}

export type DeReconnaissance =
  | { readonly type: 'reconnue'; readonly reconnaissance: Reconnaissance }
  | { readonly type: 'panne' }
