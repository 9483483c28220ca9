import { CHAMPS, OBLIGATOIRES } from './champs.ts'

/** An .odt model that a court edits in LibreOffice: opened with limits, read for its fields. */

const PHRASES = {
  'pas-odt':
    'Ce modèle n’est pas un document ODT : ouvrez-le dans LibreOffice et enregistrez-le au format .odt.',
  'trop-gros': 'Ce modèle est trop volumineux : retirez-en les images, puis recommencez.',
  protege: 'Ce modèle est protégé par un mot de passe : enregistrez-le sans mot de passe.',
  macros: 'Ce modèle contient des macros : enregistrez-le sans elles.',
  malforme:
    'Ce modèle ne peut pas être rempli : une accolade ou une liste {#…} n’est pas fermée. « Vérifier le modèle » dit laquelle.',
} as const

export class ModeleError extends Error {
  readonly code: keyof typeof PHRASES

  constructor(code: keyof typeof PHRASES) {
    super(PHRASES[code].replace(/ ([:;»])/g, '\u00A0$1').replace(/« /g, '«\u00A0'))
    this.name = 'ModeleError'
    this.code = code
  }
}

/** Bytes. A model is text and perhaps a small picture; a bomb says its size or is cut at it. */
const FICHIER_MAX = 5_000_000
const DEPLIE_MAX = 20_000_000
const ENTREES_MAX = 300

export type Paquet = Record<string, Uint8Array<ArrayBuffer>>
export const PARTIES_LUES = ['content.xml', 'styles.xml', 'meta.xml'] as const

export async function ouvrirModele(octets: Uint8Array): Promise<Paquet> {
  if (octets.length > FICHIER_MAX) throw new ModeleError('trop-gros')
  const { strFromU8, unzipSync } = await import('fflate')
  let entrees = 0
  let deplie = 0
  let paquet: Paquet
  try {
    paquet = unzipSync(octets, {
      filter: ({ originalSize }) => {
        entrees += 1
        deplie += originalSize
        if (deplie > DEPLIE_MAX || entrees > ENTREES_MAX) throw new ModeleError('trop-gros')
        return true
      },
    }) as Paquet
  } catch (e) {
    throw e instanceof ModeleError ? e : new ModeleError('pas-odt')
  }
  const lire = (nom: string) => (paquet[nom] === undefined ? '' : strFromU8(paquet[nom]))
  if (lire('mimetype').trim() !== MIME || lire('content.xml') === '') throw new ModeleError('pas-odt')
  if (lire('META-INF/manifest.xml').includes('encryption-data')) throw new ModeleError('protege')
  if (Object.keys(paquet).some((nom) => /^(Basic|Scripts)\//.test(nom))) throw new ModeleError('macros')
  if (PARTIES_LUES.some((nom) => lire(nom).includes('<!DOCTYPE'))) throw new ModeleError('pas-odt')
  return paquet
}

const MIME = 'application/vnd.oasis.opendocument.text'

export interface Verification {
  /** Fields that the product does not know: they would print as « [champ inconnu : …] ». */
  inconnus: string[]
  /** What cannot be read, as it is written in the model. */
  malformes: string[]
  /** What every page has to say and this model does not. */
  manquants: string[]
}

/** « Vérifier le modèle ». Throws ModeleError, one sentence in French, when the file is no such model. */
export async function verifierModele(octets: Uint8Array): Promise<Verification> {
  return verifier(await ouvrirModele(octets))
}

export async function verifier(paquet: Paquet): Promise<Verification> {
  const [{ healPlaceholders }, { strFromU8 }] = await Promise.all([
    import('odf-kit/template'),
    import('fflate'),
  ])
  const lues = PARTIES_LUES.flatMap((nom) => {
    const octets = paquet[nom]
    return octets === undefined ? [] : [lireChamps(healPlaceholders(strFromU8(octets)))]
  })
  const nommes = new Set(lues.flatMap((l) => l.nommes))
  return {
    inconnus: [...nommes].filter((nom) => !Object.hasOwn(CHAMPS, nom)),
    malformes: [...new Set(lues.flatMap((l) => l.malformes))],
    manquants: OBLIGATOIRES.filter((nom) => !nommes.has(nom)),
  }
}

const NOM = /^\{([#/]?)([a-z_][a-z0-9_]*)\}$/i

/** Every brace of the text is a field or a mistake; lists must close in the order they opened. */
function lireChamps(xml: string): { nommes: string[]; malformes: string[] } {
  const texte = xml.replace(/<[^>]*>/g, '\n').replace(/\n+/g, '\n')
  const nommes: string[] = []
  const malformes: string[] = []
  const ouvertes: string[] = []
  for (const [ecrit] of texte.matchAll(/\{[^{}\n]{0,80}\}?|\}/g)) {
    const [, signe, nom] = NOM.exec(ecrit) ?? []
    if (nom === undefined) malformes.push(ecrit)
    else if (signe === '/') {
      if (ouvertes.at(-1) === nom) ouvertes.pop()
      else malformes.push(ecrit)
    } else {
      nommes.push(nom)
      if (signe === '#') ouvertes.push(nom)
    }
  }
  return { nommes, malformes: [...malformes, ...ouvertes.map((nom) => `{#${nom}}`)] }
}
