import { ouvrirOuvrier } from '../extraction/index.ts'
import { aujourdhui } from '../horloge.ts'
import { useMagasin } from '../magasin.ts'
import type { DuCollage, VersCollage } from './messages.ts'

/** The paste that is being read, by a worker of its own: the next one takes its place. */
let ouvrier: Worker | null = null

function cesserLecture(): void {
  ouvrier?.terminate()
  ouvrier = null
}

/** Null when it could not be read at all. */
export function lireDansOuvrier(texte: string, suite: (lu: DuCollage | null) => void): void {
  cesserLecture()
  const neuf = ouvrirOuvrier('collage')
  ouvrier = neuf
  const finir = (lu: DuCollage | null) => {
    if (ouvrier !== neuf) return
    cesserLecture()
    suite(lu)
  }
  neuf.addEventListener('message', ({ data }: MessageEvent<DuCollage>) => finir(data))
  neuf.addEventListener('error', (e) => {
    e.preventDefault()
    finir(null)
  })
  const message: VersCollage = { texte, aujourdhui: aujourdhui() }
  neuf.postMessage(message)
}

/** S7: locked, nothing of a paste stays, in this page or in its worker. */
useMagasin.subscribe((m, avant) => {
  if (avant.application?.coffre === 'ouvert' && m.application?.coffre !== 'ouvert') cesserLecture()
})
