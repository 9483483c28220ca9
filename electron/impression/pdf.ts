import type { DossierAudienceContenu, ReglesContenu } from '../../domain/index.ts'
import type { PdfOptions } from '../shell.ts'
import { dossierHtml, feuilles } from './dossier.ts'
import { type ContenuSeul, documentHtml, type Imprimable } from './html.ts'
import { compterPages, destinations } from './pages-pdf.ts'
import type { Polices } from './polices.ts'
import { reglesHtml } from './regles.ts'

/** The one set of options that every host prints with: headers and footers are in the CSS (`@page`). */
const PDF_OPTIONS: PdfOptions = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: false,
  headerTemplate: '',
  footerTemplate: '',
}

/** Loads one page from memory and prints it: what a host has to know how to do. `signal` gives it up at once. */
export type ImpressionPdf = (
  page: Imprimable,
  options: PdfOptions,
  signal?: AbortSignal,
) => Promise<Uint8Array>

export interface Pdf {
  pdf: Uint8Array
  pages: number
}

export interface OptionsPdf {
  signal?: AbortSignal
  /** Steps done, out of how many. */
  progres?: (fait: number, total: number) => void
}

/**
 * Prints a document. A fiche of one page is printed once; a longer one a second time, now that it can say
 * how many pages follow (« suite page 2 ») : the layout is the same, so is the number of pages.
 */
export async function produirePdf(
  contenu: ContenuSeul | DossierAudienceContenu,
  polices: Polices,
  imprimer: ImpressionPdf,
  options: OptionsPdf = {},
): Promise<Pdf> {
  const { signal } = options
  if (contenu.type === 'dossier-audience') return produireDossier(contenu, polices, imprimer, options)
  const pdf = await imprimer(documentHtml(contenu, { polices }), PDF_OPTIONS, signal)
  const pages = compterPages(pdf)
  if (pages === 1 || contenu.type !== 'fiche') return { pdf, pages }
  const avecSuite = await imprimer(documentHtml(contenu, { polices, pages }), PDF_OPTIONS, signal)
  return { pdf: avecSuite, pages: compterPages(avecSuite) }
}

/**
 * The bound sheets, printed once when each holds on its page, as they nearly always do; a second time otherwise, with
 * the pages where they really begin.
 */
async function produireDossier(
  contenu: DossierAudienceContenu,
  polices: Polices,
  imprimer: ImpressionPdf,
  { signal, progres }: OptionsPdf,
): Promise<Pdf> {
  const noms = feuilles(contenu).map((f) => f.nom)
  const total = contenu.parties.length + 2
  let debuts = noms.map((_, i) => i + 2)
  let pages = noms.length + 1
  let faites = 0
  for (let essai = 1; ; essai += 1) {
    const page = await dossierHtml(contenu, {
      polices,
      debuts,
      total: pages,
      signal,
      progres: (n) => {
        faites = Math.max(faites, n)
        progres?.(faites, total)
      },
    })
    const pdf = await imprimer(page, PDF_OPTIONS, signal)
    const lus = destinations(pdf, noms)
    const nombre = compterPages(pdf)
    const exact = nombre === pages && lus.every((n, i) => n === debuts[i])
    faites = total - 1
    progres?.(exact || essai === 2 ? total : faites, total)
    if (exact || essai === 2) return { pdf, pages: nombre }
    debuts = lus
    pages = nombre
  }
}

/** « Relire les règles », printed once: it announces nothing that depends on the number of pages. */
export async function produireRegles(
  contenu: ReglesContenu,
  polices: Polices,
  imprimer: ImpressionPdf,
): Promise<Pdf> {
  const pdf = await imprimer(reglesHtml(contenu, polices), PDF_OPTIONS)
  return { pdf, pages: compterPages(pdf) }
}
