import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { MAX_IMBRICATION } from './limites.ts'
import { Refus } from './phrases.ts'

/** An element with its name without prefix, or a text. */
export interface Noeud {
  readonly nom: string
  readonly attributs: Readonly<Record<string, string>>
  readonly enfants: readonly Noeud[]
  /** Text of a text node, with its entities decoded; empty for an element. */
  readonly texte: string
}

const TEXTE = '#text'
const ATTRIBUTS = ':@'

/** Entities are decoded here, by a closed list: none can be declared, so none can expand. */
const analyseur = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: MAX_IMBRICATION,
  textNodeName: TEXTE,
})

/**
 * Reads a part of an office document. A type declaration is refused: these formats have none
 * (ECMA-376 part 2, 8.1.4), and it is how entities are made to expand.
 * @throws Refus `document-piege`, `document-abime`
 */
export function lireXml(xml: string): readonly Noeud[] {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Refus('document-piege')
  if (XMLValidator.validate(xml) !== true) throw new Refus('document-abime')
  try {
    return convertir(analyseur.parse(xml))
  } catch {
    throw new Refus('document-abime')
  }
}

type Brut = Record<string, unknown>

function convertir(bruts: readonly Brut[]): Noeud[] {
  return bruts.flatMap((brut) => {
    const nom = Object.keys(brut).find((cle) => cle !== ATTRIBUTS)
    if (nom === undefined) return []
    const contenu = brut[nom]
    if (nom === TEXTE) return [{ nom: '', attributs: {}, enfants: [], texte: entites(String(contenu)) }]
    const attributs = (brut[ATTRIBUTS] ?? {}) as Record<string, string>
    return [{ nom, attributs, enfants: convertir(contenu as Brut[]), texte: '' }]
  })
}

const NOMMEES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entites(texte: string): string {
  return texte.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (tout, dec, hex, nom) => {
    if (nom !== undefined) return NOMMEES[nom.toLowerCase()] ?? tout
    const point = dec === undefined ? Number.parseInt(hex, 16) : Number(dec)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
