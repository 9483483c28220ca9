import '../sans-eval.ts'
import { reperages } from '../../domain/index.ts'
import type { DuReperage, VersReperage } from './messages.ts'

/** Reads one text at a time, beside the page: however long it is, no key waits for it (R12). */
self.addEventListener('message', ({ data }: MessageEvent<VersReperage>) => {
  const reponse: DuReperage = { piece: data.piece, reperes: reperages(data.texte, { nature: data.nature }) }
  self.postMessage(reponse)
})
