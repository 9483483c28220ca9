import { SILENCE_MS } from './limites.ts'
import type { DeReconnaissance, DuLecteur, VersLecteur, VersReconnaissance } from './messages.ts'
import type { NomOuvrier } from './ouvriers.ts'
import { type CodeRefus, refusee } from './phrases.ts'
import type { Extraction, Progres } from './types.ts'

export interface Options {
  readonly signal: AbortSignal
  progres(p: Progres): void
}

/** What is used of a worker; tests give their own. */
export interface Ouvrier {
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  postMessage(message: unknown, transfer: Transferable[]): void
  terminate(): void
}

/**
 * Has a file read by workers made for it and ended with it, so that nothing of one piece meets another.
 * Never rejects: cancelled, stuck or crashed, the reading ends with its sentence and nothing of it is kept.
 */
export function conduire(
  fichier: File,
  { signal, progres }: Options,
  ouvrir: (nom: NomOuvrier) => Ouvrier,
): Promise<Extraction> {
  return new Promise((resolve) => {
    const ouvriers = new Map<NomOuvrier, Ouvrier>()
    let silence: ReturnType<typeof setTimeout> | undefined

    const finir = (extraction: Extraction) => {
      clearTimeout(silence)
      signal.removeEventListener('abort', annuler)
      for (const ouvrier of ouvriers.values()) ouvrier.terminate()
      ouvriers.clear()
      resolve(extraction)
    }
    const refuser = (code: CodeRefus) => finir(refusee(code))
    const annuler = () => refuser('interrompue')
    const patienter = () => {
      clearTimeout(silence)
      silence = setTimeout(() => refuser('muette'), SILENCE_MS)
    }
    const donner = (
      nom: NomOuvrier,
      message: VersLecteur | VersReconnaissance,
      transfert: Transferable[] = [],
    ) => {
      const ouvrier = ouvriers.get(nom) ?? engager(nom)
      patienter()
      ouvrier.postMessage(message, transfert)
    }
    const engager = (nom: NomOuvrier): Ouvrier => {
      const ouvrier = ouvrir(nom)
      ouvriers.set(nom, ouvrier)
      ouvrier.onmessage = ({ data }: MessageEvent<DuLecteur | DeReconnaissance>) => {
        if (!ouvriers.has(nom)) return
        patienter()
        if (data.type === 'progres') progres(data.progres)
        if (data.type === 'image') donner('reconnaissance', data, [data.image.buffer])
        if (data.type === 'reconnue') donner('lecteur', data)
        if (data.type === 'panne') refuser('panne')
        if (data.type === 'fini') finir(data.extraction)
      }
      ouvrier.onerror = (event) => {
        event.preventDefault()
        refuser('panne')
      }
      return ouvrier
    }

    if (signal.aborted) return annuler()
    signal.addEventListener('abort', annuler)
    donner('lecteur', { type: 'fichier', fichier })
  })
}
