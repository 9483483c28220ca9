import { gunzipSync } from 'fflate'
import type { Api, Tesseract } from 'tesseract.js-core/tesseract-core-simd-lstm.js'
import type { ImageGrise, Reconnaissance } from './types.ts'

export interface Moteur {
  reconnaitre(image: ImageGrise): Reconnaissance
}

const LSTM_SEUL = 1
const PAGE_ENTIERE = '3'
/** A page scanned upside down or on its side reads as noise: below this, its other sides are tried. */
const CONFIANCE_ENDROIT = 60
/** Exif orientations: upright, upside down, on its right side, on its left side. */
const SENS = [1, 3, 6, 8]

/**
 * Tesseract and its French data, from the application itself: both come as scripts, so that this worker
 * needs no connection at all. Everything lives in memory and goes with the worker.
 */
export async function ouvrirMoteur(): Promise<Moteur> {
  const [{ default: creer }, { default: wasm }, { default: donnees }] = await Promise.all([
    import('tesseract.js-core/tesseract-core-simd-lstm.js'),
    import('tesseract.js-core/tesseract-core-simd-lstm.wasm?url&inline'),
    import('@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz?url&inline'),
  ])
  const tesseract = await creer({ wasmBinary: octets(wasm), print: taire, printErr: taire })
  tesseract.FS.writeFile('fra.traineddata', gunzipSync(octets(donnees)))
  const api = new tesseract.TessBaseAPI()
  if (api.Init(null, 'fra', LSTM_SEUL) !== 0) throw new Error('tesseract')
  api.SetVariable('tessedit_pageseg_mode', PAGE_ENTIERE)
  return { reconnaitre: (image) => dansTousLesSens(tesseract, api, image) }
}

/** Its remarks could hold words of the piece: they go nowhere. */
function taire(): void {}

function dansTousLesSens({ FS }: Tesseract, api: Api, image: ImageGrise): Reconnaissance {
  FS.writeFile('/input', image)
  let meilleure: Reconnaissance = { texte: '', confiance: 0 }
  for (const sens of SENS) {
    const lue = reconnaitre(api, sens)
    if (lue.confiance > meilleure.confiance) meilleure = lue
    if (meilleure.confiance >= CONFIANCE_ENDROIT) break
  }
  FS.unlink('/input')
  return meilleure
}

function reconnaitre(api: Api, sens: number): Reconnaissance {
  if (api.SetImageFile(sens, 0) !== 0) throw new Error('image')
  api.Recognize(null)
  const lue = { texte: api.GetUTF8Text(), confiance: api.MeanTextConf() }
  api.Clear()
  return lue
}

/** Bytes of a `data:` address, as the build writes a file into a script. */
function octets(adresse: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(adresse.slice(adresse.indexOf(',') + 1)), (lettre) => lettre.charCodeAt(0))
}
