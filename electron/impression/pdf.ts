import type { ChecklistContenu, DocumentContenu } from '../../domain/index.ts'
import type { PdfOptions } from '../shell.ts'
import { documentHtml, type Imprimable } from './html.ts'
import type { Polices } from './polices.ts'

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

/** Loads one page from memory and prints it: what a host has to know how to do. */
export type ImpressionPdf = (page: Imprimable, options: PdfOptions) => Promise<Uint8Array>

/**
 * Prints a document. A fiche of one page is printed once; a longer one a second time, now that it can say
 * how many pages follow (« suite page 2 ») : the layout is the same, so is the number of pages.
 */
export async function produirePdf(
  contenu: DocumentContenu | ChecklistContenu,
  polices: Polices,
  imprimer: ImpressionPdf,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const pdf = await imprimer(documentHtml(contenu, { polices }), PDF_OPTIONS)
  const pages = compterPages(pdf)
  if (pages === 1) return { pdf, pages }
  const avecSuite = await imprimer(documentHtml(contenu, { polices, pages }), PDF_OPTIONS)
  return { pdf: avecSuite, pages: compterPages(avecSuite) }
}

/** Chromium writes each page as a plain, uncompressed object. */
function compterPages(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  )
}
