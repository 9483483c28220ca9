import type { Piece, ReperageExplique } from '../../domain/index.ts'
import { ouvrirOuvrier } from '../extraction/index.ts'
import { useMagasin } from '../magasin.ts'
import { noterReperes, usePieces } from './etat.ts'
import type { DuReperage, VersReperage } from './messages.ts'

/** Markers of the pieces, read one piece at a time by a worker that ends when nothing is left to read. */

let ouvrier: Worker | null = null
let attente: Piece[] = []
/** Markers of the first of them that have already come. */
let recus: ReperageExplique[] = []
/** While the screen is open the worker stays: its lexicon is compiled once. */
let garde = false

/** Makes a worker ready while the text is still being pasted; returns the function that lets it go. */
export function preparerLecture(): () => void {
  garde = true
  if (ouvrier === null) {
    ouvrier = engager()
    ouvrier.postMessage(ECHAUFFEMENT)
  }
  return () => {
    garde = false
    if (attente.length === 0) cesser()
  }
}

const ECHAUFFEMENT: VersReperage = { piece: '', texte: '', nature: 'autre' }

/** Asks for the markers of these pieces, in order; those already read or waiting are left alone. */
export function lireReperes(pieces: readonly Piece[]): void {
  const { reperes } = usePieces.getState()
  const neuves = pieces.filter((p) => reperes[p.id] === undefined && !attente.some((a) => a.id === p.id))
  if (neuves.length === 0) return
  const oisif = attente.length === 0
  attente = [...attente, ...neuves]
  if (oisif) donner()
}

function donner(): void {
  const [piece] = attente
  if (piece === undefined) {
    if (!garde) cesser()
    return
  }
  ouvrier ??= engager()
  const message: VersReperage = { piece: piece.id, texte: piece.texte, nature: piece.nature }
  ouvrier.postMessage(message)
}

function cesser(): void {
  recus = []
  ouvrier?.terminate()
  ouvrier = null
}

function engager(): Worker {
  const neuf = ouvrirOuvrier('reperage')
  neuf.addEventListener('message', ({ data }: MessageEvent<DuReperage>) => {
    if (data.piece !== attente[0]?.id) return
    recus.push(...data.reperes)
    if (!data.derniers) return
    attente.shift()
    noterReperes(data.piece, recus)
    recus = []
    donner()
  })
  neuf.addEventListener('error', (e) => {
    e.preventDefault()
    const fautive = attente.shift()
    if (fautive !== undefined) noterReperes(fautive.id, 'echec')
    cesser()
    donner()
  })
  return neuf
}

/** S7: locked, nothing of any piece stays, in this page or in its worker. */
useMagasin.subscribe((m, avant) => {
  if (avant.application?.coffre !== 'ouvert' || m.application?.coffre === 'ouvert') return
  attente = []
  cesser()
})
