import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'

/** Files of invented pieces, made in code so that each test shows what it reads. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A Word document from the XML of its body. `parties`: other entries, or others in place of its own. */
export function docx(corps: string, parties: Zippable = {}): Uint8Array<ArrayBuffer> {
  return zip({
    '[Content_Types].xml': strToU8(
      `<Types><Override PartName="/word/document.xml" ContentType="${TYPE_WORD}"/></Types>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${corps}</w:body></w:document>`,
    ),
    ...parties,
  })
}

export const paragraphe = (texte: string) => `<w:p><w:r><w:t xml:space="preserve">${texte}</w:t></w:r></w:p>`

export function odt(corps: string, parties: Zippable = {}): Uint8Array<ArrayBuffer> {
  return zip({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:automatic-styles><style>perdu</style></office:automatic-styles><office:body><office:text>${corps}</office:text></office:body></office:document-content>`,
    ),
    ...parties,
  })
}

export function zip(entrees: Zippable): Uint8Array<ArrayBuffer> {
  return zipSync(entrees) as Uint8Array<ArrayBuffer>
}

/** An OLE file as far as anyone looks: its signature, and the names of its streams in UTF-16. */
export function ole(flux: string): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(2048)
  octets.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  octets.set(new Uint8Array(new Uint16Array(Array.from(flux, (lettre) => lettre.charCodeAt(0))).buffer), 1024)
  return octets
}

interface ImagePdf {
  largeur: number
  hauteur: number
  /** Dictionary entries that say how `octets` are coded. */
  codage: string
  octets: Uint8Array
}

interface Pdf {
  pages: number
  /** Lines written on each page. */
  texte?: readonly string[]
  /** Laid over the whole of each page. */
  image?: ImagePdf
  /** Fields and notes laid on each page, as dictionaries. */
  annotations?: readonly string[]
  /** Entries added to the trailer, such as `/Encrypt`. */
  fin?: string
  /** Entries added to the catalogue, such as `/AcroForm`; without an image, `5 0 R` is `flux`. */
  catalogue?: string
  flux?: string
}

/** A PDF written by hand, every page alike: for what no printer makes. */
export function pdf({
  pages,
  texte = [],
  image,
  annotations = [],
  fin = '',
  catalogue = '',
  flux,
}: Pdf): Uint8Array<ArrayBuffer> {
  const [largeur, hauteur] = [595, 842]
  const lignes = texte.map((ligne, i) => `1 0 0 1 60 ${780 - 16 * i} Tm (${ligne}) Tj`)
  const contenu = [
    ...(image ? [`q ${largeur} 0 0 ${hauteur} 0 0 cm /I Do Q`] : []),
    `BT /F 12 Tf ${lignes.join(' ')} ET`,
  ].join('\n')
  const objets: (string | [string, Uint8Array])[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${i + 6} 0 R`).join(' ')}] >>`,
    [`/Length ${contenu.length}`, strToU8(contenu, true)],
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    image === undefined
      ? flux === undefined
        ? 'null'
        : [`/Length ${flux.length}`, strToU8(flux)]
      : [
          `/Type /XObject /Subtype /Image /Width ${image.largeur} /Height ${image.hauteur} ${image.codage} /Length ${image.octets.length}`,
          image.octets,
        ],
    ...Array.from(
      { length: pages },
      () =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${largeur} ${hauteur}] /Contents 3 0 R /Annots [${annotations.join(' ')}] /Resources << /Font << /F 4 0 R >> ${image ? '/XObject << /I 5 0 R >>' : ''} >> >>`,
    ),
  ]
  return ecrirePdf(objets, fin)
}

function ecrirePdf(objets: readonly (string | [string, Uint8Array])[], fin: string): Uint8Array<ArrayBuffer> {
  const morceaux: Uint8Array[] = []
  let taille = 0
  const ecrire = (octets: string | Uint8Array) => {
    const morceau = typeof octets === 'string' ? strToU8(octets, true) : octets
    morceaux.push(morceau)
    taille += morceau.length
  }
  ecrire('%PDF-1.7\n')
  const places = objets.map((objet, i) => {
    const place = taille
    ecrire(`${i + 1} 0 obj\n`)
    if (typeof objet === 'string') ecrire(objet)
    else {
      ecrire(`<< ${objet[0]} >>\nstream\n`)
      ecrire(objet[1])
      ecrire('\nendstream')
    }
    ecrire('\nendobj\n')
    return place
  })
  const table = taille
  const lignes = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  ecrire(`xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${lignes}`)
  ecrire(`trailer\n<< /Size ${objets.length + 1} /Root 1 0 R ${fin} >>\nstartxref\n${table}\n%%EOF\n`)
  const tout = new Uint8Array(taille)
  let place = 0
  for (const morceau of morceaux) {
    tout.set(morceau, place)
    place += morceau.length
  }
  return tout
}

/** A dictionary whose password nobody knows: no password, not even the empty one, answers to it. */
export const CHIFFRE = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'a5'.repeat(32)}> /U <${'5a'.repeat(32)}> >>`

/** A grey picture without any letter. */
export function gris(): ImagePdf {
  const [largeur, hauteur] = [210, 297]
  const octets = Uint8Array.from({ length: largeur * hauteur }, (_, i) => 120 + ((i % largeur) >> 2))
  return { largeur, hauteur, codage: '/ColorSpace /DeviceGray /BitsPerComponent 8', octets }
}

// Letters of five by seven squares.
const LETTRES: Readonly<Record<string, readonly string[]>> = {
  F: ['#####', '#....', '#....', '####.', '#....', '#....', '#....'],
  E: ['#####', '#....', '#....', '####.', '#....', '#....', '#####'],
  T: ['#####', '..#..', '..#..', '..#..', '..#..', '..#..', '..#..'],
  H: ['#...#', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  L: ['#....', '#....', '#....', '#....', '#....', '#....', '#####'],
  I: ['#####', '..#..', '..#..', '..#..', '..#..', '..#..', '#####'],
}
// Codes of ITU-T T.4 for runs of 64 dots and their multiples, and for the run of 0 that ends each.
const BLANCS = ['', '11011', '10010', '010111', '0110111', '00110110', '00110111', '01100100', '01100101']
const NOIRS = ['', '0000001111', '000011001000', '000011001001', '000001011011', '000000110011']
const [BLANC_0, NOIR_0] = ['00110101', '0000110111']
const [COTE, COLONNES, RANGEES] = [64, 64, 90]

/** A page as a fax machine codes it (ITU-T T.6): white, with a word in capital squares at the top. */
export function telecopie(mot: string): ImagePdf {
  const lettres = Array.from({ length: 7 }, (_, rang) =>
    Array.from(mot, (lettre) => LETTRES[lettre]?.[rang] ?? '.....').join('.'),
  )
  const marge = '.'.repeat(8)
  const motif = [...Array(8).fill(''), ...lettres.map((ligne) => marge + ligne)]
  let bits = ''
  for (let rang = 0; rang < RANGEES; rang++) {
    const ligne = horizontale((motif[rang] ?? '').padEnd(COLONNES, '.').slice(0, COLONNES))
    for (let fois = 0; fois < COTE; fois++) bits += ligne
  }
  bits += '000000000001'.repeat(2)
  const octets = Uint8Array.from(
    bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/g) ?? [],
    (octet) => Number.parseInt(octet, 2),
  )
  const [largeur, hauteur] = [COLONNES * COTE, RANGEES * COTE]
  const codage = `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${largeur} /Rows ${hauteur} >>`
  return { largeur, hauteur, codage, octets }
}

/** The same page as a scanner that writes JBIG2 codes it (ITU-T T.88): a page, then one region coded as a fax. */
export function jbig2(mot: string): ImagePdf {
  const { largeur, hauteur, octets } = telecopie(mot)
  const quatre = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
  const segment = (numero: number, type: number, contenu: readonly number[]) => [
    ...quatre(numero),
    type,
    0,
    1,
    ...quatre(contenu.length),
    ...contenu,
  ]
  const taille = [...quatre(largeur), ...quatre(hauteur)]
  const page = segment(0, 48, [...taille, ...quatre(0), ...quatre(0), 0, 0, 0])
  const region = segment(1, 38, [...taille, ...quatre(0), ...quatre(0), 0, 1, ...octets])
  const codage = '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode'
  return { largeur, hauteur, codage, octets: Uint8Array.from([...page, ...region]) }
}

/** « FELIETTE » in the same squares, as JPEG 2000 (made with opj_compress, 640 × 900 dots). */
export function jpeg2000(): ImagePdf {
  const octets = new Uint8Array(readFileSync(join(import.meta.dirname, 'feliette.jp2')))
  return { largeur: 640, hauteur: 900, codage: '/ColorSpace /DeviceGray /Filter /JPXDecode', octets }
}

/** A form that only its own reader draws (XFA): the page below it says to open it elsewhere. */
export const FORMULAIRE_XFA = {
  catalogue: '/NeedsRendering true /AcroForm << /Fields [] /XFA 5 0 R >>',
  flux: '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="f" layout="tb"><pageSet><pageArea name="p"><contentArea w="200mm" h="280mm"/><medium short="210mm" long="297mm"/></pageArea></pageSet></subform></template></xdp:xdp>',
}

/** One row in « horizontal mode »: pairs of a white and a black run. */
function horizontale(ligne: string): string {
  const paires = ligne.match(/\.*#*/g)?.filter((paire) => paire !== '') ?? []
  return paires
    .map((paire) => {
      const blancs = paire.indexOf('#') < 0 ? paire.length : paire.indexOf('#')
      return `001${suite(blancs, BLANCS)}${BLANC_0}${suite(paire.length - blancs, NOIRS)}${NOIR_0}`
    })
    .join('')
}

/** A long run is the sum of several codes. */
function suite(carres: number, codes: readonly string[]): string {
  const plus = codes.length - 1
  return (codes[plus] ?? '').repeat(Math.floor(carres / plus)) + (codes[carres % plus] ?? '')
}
