/**
 * What a PDF that Chromium just made says of its pages. Its objects are plain text around compressed streams; this
 * reads nothing else, and never a file that came from outside.
 */

export function compterPages(pdf: Uint8Array): number {
  return enTexte(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** Number of the page where each anchor of the HTML (`id`) fell; 0 when nothing points to it. */
export function destinations(pdf: Uint8Array, noms: readonly string[]): number[] {
  const texte = enTexte(pdf)
  // Page objects are numbered in the order of the pages.
  const pages = [...texte.matchAll(/(?:^|\n)(\d+) 0 obj\s*<<\s*\/Type\s*\/Page\b/g)].map((m) => Number(m[1]))
  pages.sort((a, b) => a - b)
  const lus = new Map(
    [...texte.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ/g)].map((m) => [m[1], pages.indexOf(Number(m[2])) + 1]),
  )
  return noms.map((nom) => lus.get(nom) ?? 0)
}

function enTexte(pdf: Uint8Array): string {
  return Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
}
