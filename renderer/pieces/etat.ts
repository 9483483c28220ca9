import { create } from 'zustand'
import { type NaturePiece, type Piece, pieceSchema, type ReperageExplique } from '../../domain/index.ts'
import type { Page, Progres } from '../extraction/index.ts'
import { useMagasin } from '../magasin.ts'

/** The pieces of the open store and what is being added to them. Nothing of it outlives a lock (S7). */

/** A piece on its way in: typed, pasted or being read from a file. Closing its panel keeps it. */
export interface Brouillon {
  nom: string
  /** Chosen before the file was read to its end. */
  nature: NaturePiece | null
  texte: string
  /** Null for a text that was pasted or typed. */
  fichier: { nom: string; progres: Progres | null; pages: readonly Page[] | null } | null
  /** Why the last text or file was not taken, one sentence. */
  refus: string | null
}

export const BROUILLON_VIDE: Brouillon = { nom: '', nature: null, texte: '', fichier: null, refus: null }

export type Reperes = readonly ReperageExplique[] | 'echec'

interface EtatPieces {
  /** By dossier; absent until they are read from the store. */
  pieces: Readonly<Record<string, readonly Piece[]>>
  /** By piece; absent while they are being looked for. */
  reperes: Readonly<Record<string, Reperes>>
  brouillons: Readonly<Record<string, Brouillon>>
  /** The piece shown, by dossier. */
  choisies: Readonly<Record<string, string>>
  /** The last piece taken out, which Ctrl+Z puts back. */
  retiree: { dossier: string; piece: Piece; le: string } | null
}

const VIDE: EtatPieces = { pieces: {}, reperes: {}, brouillons: {}, choisies: {}, retiree: null }

export const usePieces = create<EtatPieces>()(() => VIDE)
const { getState: lire, setState: poser } = usePieces

/** Longest text of one piece (piece.ts). */
export const TEXTE_MAX = pieceSchema.shape.texte.maxLength ?? 0

useMagasin.subscribe((m, avant) => {
  if (avant.application?.coffre === 'ouvert' && m.application?.coffre !== 'ouvert') poser(VIDE)
})

export function piecesDe(dossier: string): readonly Piece[] {
  return lire().pieces[dossier] ?? []
}

export function noterPieces(dossier: string, pieces: readonly Piece[]): void {
  poser({ pieces: { ...lire().pieces, [dossier]: pieces } })
}

export function noterReperes(piece: string, reperes: Reperes): void {
  poser({ reperes: { ...lire().reperes, [piece]: reperes } })
}

export function noterRetrait(retiree: EtatPieces['retiree']): void {
  poser({ retiree })
}

export function choisirPiece(dossier: string, piece: string): void {
  poser({ choisies: { ...lire().choisies, [dossier]: piece } })
}

export function brouillonDe(dossier: string): Brouillon {
  return lire().brouillons[dossier] ?? BROUILLON_VIDE
}

export function ecrireBrouillon(dossier: string, reste: Partial<Brouillon>): void {
  poser({ brouillons: { ...lire().brouillons, [dossier]: { ...brouillonDe(dossier), ...reste } } })
}

export function jeterBrouillon(dossier: string): void {
  const { [dossier]: _jete, ...brouillons } = lire().brouillons
  poser({ brouillons })
}
