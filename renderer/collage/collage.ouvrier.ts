import '../sans-eval.ts'
import { lireTableau } from '../../domain/index.ts'
import type { DuCollage, VersCollage } from './messages.ts'

/** 5 000 lines take about a second to read: beside the page, so that no key waits for it. */
self.addEventListener('message', ({ data }: MessageEvent<VersCollage>) => {
  const lu: DuCollage = lireTableau(data.texte, { aujourdhui: data.aujourdhui })
  self.postMessage(lu)
})
