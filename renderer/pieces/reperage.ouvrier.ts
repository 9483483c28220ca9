import '../sans-eval.ts'
import { reperages } from '../../domain/index.ts'
import type { DuReperage, VersReperage } from './messages.ts'

/** Markers in one message: the page reads them in about a millisecond. */
const PAR_ENVOI = 500

/** Reads one text at a time, beside the page: however long it is, no key waits for it (R12). */
self.addEventListener('message', ({ data }: MessageEvent<VersReperage>) => {
  const reperes = reperages(data.texte, { nature: data.nature })
  let donnes = 0
  do {
    const suite = reperes.slice(donnes, donnes + PAR_ENVOI)
    donnes += suite.length
    const reponse: DuReperage = { piece: data.piece, reperes: suite, derniers: donnes >= reperes.length }
    self.postMessage(reponse)
  } while (donnes < reperes.length)
})
