import { MAX_OCTETS } from './limites.ts'
import { contenant } from './nature.ts'
import { assemblerTexte } from './pages.ts'
import type { Aides } from './pdf.ts'
import { Refus, refusee } from './phrases.ts'
import { decoder } from './texte.ts'
import type { Extraction, Texte } from './types.ts'

/** Reads a file in memory, by what it contains; never throws. Libraries are read only for a file that needs them. */
export async function lire(fichier: Blob, aides: Aides): Promise<Extraction> {
  try {
    return await lireContenu(await prendre(fichier), aides)
  } catch (error) {
    return refusee(error instanceof Refus ? error.code : 'panne')
  }
}

async function prendre(fichier: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (fichier.size > MAX_OCTETS) throw new Refus('trop-lourd')
  try {
    return new Uint8Array(await fichier.arrayBuffer())
  } catch {
    throw new Refus('inaccessible')
  }
}

async function lireContenu(octets: Uint8Array<ArrayBuffer>, aides: Aides): Promise<Texte> {
  switch (contenant(octets)) {
    case 'pdf': {
      const { lirePdf } = await import('./pdf.ts')
      return lirePdf(octets, aides)
    }
    case 'archive': {
      const { lireDocument } = await import('./documents.ts')
      return lireDocument(octets)
    }
    case 'texte':
      return assemblerTexte(decoder(octets))
  }
}
