import { type UnzipFileInfo, unzipSync } from 'fflate'
import { MAX_ENTREES, MAX_OCTETS_XML } from './limites.ts'
import { Refus } from './phrases.ts'

/** The parts of a document, taken out by their exact names: nothing is ever written, so no name can lead anywhere. */
export interface Archive {
  contient(nom: string): boolean
  /** Text of a part, `null` when the archive has none of this name. */
  lire(nom: string): string | null
}

/**
 * Opens an archive held in memory. Parts are unfolded one by one when read, never more than
 * `MAX_OCTETS_XML` in all.
 * @throws Refus `document-abime`, `document-demesure`
 */
export function ouvrirArchive(octets: Uint8Array): Archive {
  const noms = new Set<string>()
  parcourir(octets, (entree) => {
    noms.add(entree.name)
    if (noms.size > MAX_ENTREES) throw new Refus('document-demesure')
    return false
  })
  let reste = MAX_OCTETS_XML
  return {
    contient: (nom) => noms.has(nom),
    lire(nom) {
      if (!noms.has(nom)) return null
      const lu = parcourir(octets, (entree) => {
        if (entree.name !== nom) return false
        // fflate never writes past the announced size, so an entry that lies is cut, not unfolded.
        if (Math.max(entree.originalSize, entree.size) > reste) throw new Refus('document-demesure')
        return true
      })[nom]
      if (lu === undefined) throw new Refus('document-abime')
      reste -= lu.length
      return enTexte(lu)
    },
  }
}

function parcourir(octets: Uint8Array, filtre: (entree: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(octets, { filter: filtre })
  } catch (error) {
    if (error instanceof Refus) throw error
    throw new Refus('document-abime')
  }
}

/** XML is UTF-8 unless its first bytes say otherwise (XML 1.0, appendix F). */
function enTexte(octets: Uint8Array): string {
  const [a, b] = octets
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(octets)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(octets)
  return new TextDecoder().decode(octets)
}
