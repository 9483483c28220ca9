import { Refus } from './phrases.ts'

export type Contenant = 'pdf' | 'archive' | 'texte'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const IMAGES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const PROGRAMMES = [
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
]
/** Readers of PDF accept bytes before the header (ISO 32000-1, annex H, note 13). */
const ENTETE_PDF = 1024

/**
 * What the bytes are, whatever the file's name says.
 * @throws Refus for what cannot be a piece: empty, image, program, old format, protected document.
 */
export function contenant(octets: Uint8Array): Contenant {
  if (octets.length === 0) throw new Refus('vide')
  if (commence(octets, [0x50, 0x4b, 0x03, 0x04]) || commence(octets, [0x50, 0x4b, 0x05, 0x06]))
    return 'archive'
  if (commence(octets, OLE)) throw new Refus(estChiffre(octets) ? 'document-protege' : 'ancien-format')
  if (estImage(octets)) throw new Refus('image')
  if (estProgramme(octets)) throw new Refus('programme')
  const entete = latin(octets.subarray(0, ENTETE_PDF))
  if (/%PDF-\d\.\d/.test(entete)) return 'pdf'
  if (entete.startsWith('{\\rtf')) throw new Refus('ancien-format')
  return 'texte'
}

/** A protected .docx is an OLE file with a stream of this name ([MS-OFFCRYPTO] 2.3.4.4). */
function estChiffre(octets: Uint8Array): boolean {
  return latin(octets).includes(Array.from('EncryptedPackage').join('\0'))
}

function estImage(octets: Uint8Array): boolean {
  if (IMAGES.some((debut) => commence(octets, debut))) return true
  const entete = latin(octets.subarray(0, 16))
  if (/^RIFF.{4}WEBP|^.{4}ftyp(?:heic|heix|mif1|avif)/s.test(entete)) return true
  return entete.startsWith('BM') && entete.includes('\0')
}

/** Two letters are a weak sign: a real Windows program has zeros in its first line, a text has none. */
function estProgramme(octets: Uint8Array): boolean {
  if (PROGRAMMES.some((debut) => commence(octets, debut))) return true
  return commence(octets, [0x4d, 0x5a]) && octets.subarray(0, 64).includes(0)
}

function commence(octets: Uint8Array, debut: readonly number[]): boolean {
  return debut.every((octet, i) => octets[i] === octet)
}

function latin(octets: Uint8Array): string {
  return new TextDecoder('latin1').decode(octets)
}
