import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist'
// Puts its handler on the global object, where pdf.js looks for it: parser and display share this one worker.
import 'pdfjs-dist/build/pdf.worker.mjs'
import { echelle, enGris } from './image.ts'
import { type Fragment, texteDePage } from './lignes.ts'
import { MAX_PAGES, MAX_PAGES_RECONNUES, MAX_PIXELS_IMAGE, MAX_PIXELS_PAGE } from './limites.ts'
import { aPeuDeTexte, estNumerisee } from './numerisee.ts'
import { assembler } from './pages.ts'
import { Refus } from './phrases.ts'
import type { ImageGrise, PageLue, Progres, Reconnaissance, Texte } from './types.ts'

export interface Aides {
  progres(p: Progres): void
  reconnaitre(image: ImageGrise): Promise<Reconnaissance>
}

/** Below this mean confidence, what was recognised is noise: a photograph, handwriting, a map. */
const CONFIANCE_MIN = 30

/**
 * Text of a PDF, page by page; pages that are pictures are drawn then recognised, once all others are read.
 * @throws Refus
 */
export async function lirePdf(octets: Uint8Array<ArrayBuffer>, aides: Aides): Promise<Texte> {
  if (!finit(octets)) throw new Refus('pdf-abime')
  const pdf = await ouvrir(octets)
  // Its pages hold nothing but a request to open it elsewhere.
  if (pdf.isPureXfa) throw new Refus('pdf-formulaire')
  if (pdf.numPages > MAX_PAGES) throw new Refus('trop-de-pages')
  const pages: PageLue[] = []
  const numerisees: number[] = []
  for (let numero = 1; numero <= pdf.numPages; numero++) {
    aides.progres({ page: numero, pages: pdf.numPages, etape: 'lecture' })
    const { texte, numerisee } = await lirePage(pdf, numero)
    pages.push({ texte, reconnue: numerisee })
    if (numerisee) numerisees.push(numero)
    if (numerisees.length > MAX_PAGES_RECONNUES) throw new Refus('trop-de-pages-scannees')
  }
  for (const [rang, numero] of numerisees.entries()) {
    aides.progres({ page: rang + 1, pages: numerisees.length, etape: 'reconnaissance' })
    const { texte, confiance } = await reconnaitrePage(pdf, numero, aides)
    const ecrit = pages[numero - 1]?.texte ?? ''
    const reconnu = confiance < CONFIANCE_MIN ? '' : texte
    pages[numero - 1] = { texte: `${ecrit}\n\n${reconnu}`, reconnue: true }
  }
  return assembler('pdf', pages)
}

/** A file cut in two has lost its end mark; pdf.js would read what is left as if it were all. */
function finit(octets: Uint8Array): boolean {
  // Some disks and scanners fill the end with zeros.
  const fin = octets.findLastIndex((octet) => octet !== 0) + 1
  return new TextDecoder('latin1').decode(octets.subarray(Math.max(0, fin - 4096), fin)).includes('%%EOF')
}

async function ouvrir(data: Uint8Array<ArrayBuffer>): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data,
      verbosity: VerbosityLevel.ERRORS,
      // A worker has no document: letters are drawn as shapes, and nothing is fetched or looked up.
      disableFontFace: true,
      // Only to know such a form: nothing of it is drawn.
      enableXfa: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      wasmUrl: new URL('./', self.location.href).href,
      maxImageSize: MAX_PIXELS_IMAGE,
      canvasMaxAreaInBytes: MAX_PIXELS_PAGE * 4,
      CanvasFactory: Toiles,
      FilterFactory: SansFiltre,
    }).promise
  } catch (error) {
    throw new Refus(
      error instanceof Error && error.name === 'PasswordException' ? 'pdf-protege' : 'pdf-abime',
    )
  }
}

async function lirePage(pdf: PDFDocumentProxy, numero: number) {
  const page = await prendre(pdf, numero)
  try {
    const { items } = await page.getTextContent()
    const fragments = items.filter((item): item is typeof item & Fragment => 'str' in item)
    const texte = [texteDePage(fragments), ...(await saisies(page))].join('\n')
    if (!aPeuDeTexte(texte)) return { texte, numerisee: false }
    const liste = await page.getOperatorList({ intent: 'print' })
    const { width, height } = page.getViewport({ scale: 1 })
    return { texte, numerisee: estNumerisee(texte, liste, width * height, OPS) }
  } catch {
    throw new Refus('pdf-abime')
  } finally {
    page.cleanup()
  }
}

interface Annotation {
  readonly subtype?: string
  readonly fieldType?: string
  readonly fieldName?: string
  readonly fieldValue?: unknown
  readonly alternativeText?: string
  readonly contentsObj?: { readonly str?: string }
  readonly rect?: readonly number[]
}

/** What was typed in a form, or as free text over a page, is beside the page's own text: from top to bottom. */
async function saisies(page: PDFPageProxy): Promise<string[]> {
  const annotations: Annotation[] = await page.getAnnotations({ intent: 'display' })
  const haut = ({ rect }: Annotation) => rect?.[3] ?? 0
  return annotations.sort((a, b) => haut(b) - haut(a)).flatMap(saisie)
}

function saisie({ subtype, fieldType, fieldName, fieldValue, alternativeText, contentsObj }: Annotation) {
  if (subtype === 'FreeText') return [contentsObj?.str ?? '']
  if (subtype !== 'Widget' || (fieldType !== 'Tx' && fieldType !== 'Ch')) return []
  const valeurs = [fieldValue].flat().filter((valeur) => typeof valeur === 'string' && valeur.trim() !== '')
  const nom = alternativeText || fieldName
  return valeurs.length === 0 ? [] : [`${nom ? `${nom}\u00a0: ` : ''}${valeurs.join(', ')}`]
}

async function prendre(pdf: PDFDocumentProxy, numero: number): Promise<PDFPageProxy> {
  try {
    return await pdf.getPage(numero)
  } catch {
    throw new Refus('pdf-abime')
  }
}

async function reconnaitrePage(pdf: PDFDocumentProxy, numero: number, aides: Aides): Promise<Reconnaissance> {
  const image = await dessiner(await prendre(pdf, numero))
  return image === null ? { texte: '', confiance: 0 } : aides.reconnaitre(image)
}

async function dessiner(page: PDFPageProxy): Promise<ImageGrise | null> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = echelle(width, height)
  if (scale === 0) return null
  const viewport = page.getViewport({ scale })
  const toile = new OffscreenCanvas(
    Math.max(1, Math.floor(viewport.width)),
    Math.max(1, Math.floor(viewport.height)),
  )
  const contexte = toile.getContext('2d', { alpha: false, willReadFrequently: true })
  if (contexte === null) return null
  try {
    // « print » draws at once, without the animation frames of a screen.
    await page.render({
      canvas: null,
      canvasContext: contexte as unknown as CanvasRenderingContext2D,
      viewport,
      intent: 'print',
    }).promise
    return enGris(contexte.getImageData(0, 0, toile.width, toile.height))
  } catch {
    throw new Refus('pdf-abime')
  } finally {
    toile.width = 0
    page.cleanup()
  }
}

interface Toile {
  canvas: OffscreenCanvas | null
  context: OffscreenCanvasRenderingContext2D | null
}

/** The canvases that pdf.js asks for, where there is no document to make them. */
class Toiles {
  create(largeur: number, hauteur: number): Toile {
    const canvas = new OffscreenCanvas(largeur, hauteur)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }

  getNoAlphaContext(canvas: OffscreenCanvas) {
    return canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  }

  reset({ canvas }: Toile, largeur: number, hauteur: number): void {
    if (canvas !== null) Object.assign(canvas, { width: largeur, height: hauteur })
  }

  destroy(toile: Toile): void {
    if (toile.canvas !== null) Object.assign(toile.canvas, { width: 0, height: 0 })
    Object.assign(toile, { canvas: null, context: null })
  }
}

/** Filters are SVG elements of a document: without one, colours and masks are drawn unfiltered. */
class SansFiltre {
  addFilter() {
    return 'none'
  }
  addHCMFilter() {
    return 'none'
  }
  addAlphaFilter() {
    return 'none'
  }
  addLuminosityFilter() {
    return 'none'
  }
  addKnockoutFilter() {
    return 'none'
  }
  destroy(): void {}
}
