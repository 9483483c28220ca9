import { lire } from './lire.ts'
import type { DuLecteur, VersLecteur } from './messages.ts'
import type { Reconnaissance } from './types.ts'

/** The worker that holds a file: whatever is wrong with it stays here, in the sandboxed process. */
let recevoir: (reconnaissance: Reconnaissance) => void = () => {}

const dire = (message: DuLecteur, transfert: Transferable[] = []) =>
  self.postMessage(message, { transfer: transfert })

self.addEventListener('message', ({ data }: MessageEvent<VersLecteur>) => {
  if (data.type === 'reconnue') recevoir(data.reconnaissance)
  if (data.type === 'fichier') void lireFichier(data.fichier)
})

async function lireFichier(fichier: File): Promise<void> {
  const extraction = await lire(fichier, {
    progres: (progres) => dire({ type: 'progres', progres }),
    reconnaitre: (image) =>
      new Promise((resolve) => {
        recevoir = resolve
        dire({ type: 'image', image }, [image.buffer])
      }),
  })
  dire({ type: 'fini', extraction })
}
