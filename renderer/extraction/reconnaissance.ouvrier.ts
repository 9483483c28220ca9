import type { DeReconnaissance, VersReconnaissance } from './messages.ts'
import { ouvrirMoteur } from './moteur.ts'

/** The worker that recognises letters, the only one allowed to compile WebAssembly (electron/pages.ts). */
const moteur = ouvrirMoteur()
moteur.catch(() => undefined) // told with the first image

const dire = (message: DeReconnaissance) => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<VersReconnaissance>) => {
  moteur
    .then(({ reconnaitre }) => dire({ type: 'reconnue', reconnaissance: reconnaitre(data.image) }))
    .catch(() => dire({ type: 'panne' }))
})
