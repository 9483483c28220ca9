export { typographie } from './echappement.ts'
export { documentHtml, type Imprimable } from './html.ts'
export { type ImpressionPdf, produirePdf } from './pdf.ts'
export { lirePolices } from './polices.ts'
