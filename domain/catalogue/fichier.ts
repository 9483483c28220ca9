import { z } from 'zod'
import type { DateIso } from '../contrat.ts'
import { CatalogueRefuse } from '../erreurs.ts'
import { admet, lireCatalogue } from './index.ts'
import { type CatalogueEcrit, type CritereEcrit, catalogueSchema, type DispositifEcrit } from './schema.ts'
import { comparerVersions, estVersion } from './versions.ts'

/**
 * The signed file by which one court hands its catalogue to another. What is signed is the exact text of `contenu`,
 * after one line that names the format and the schema; the signature itself is checked where there is cryptography.
 */

const FORMAT = 'aiguillage-catalogue'
const SCHEMA = 1
/** Characters; a catalogue of a hundred entries is ten times smaller. */
export const TAILLE_FICHIER_MAX = 3_000_000
/** The schema needs about ten levels; conditions may nest a little. */
const PROFONDEUR_MAX = 40

const EXPEDITEUR = 'demandez un autre fichier à l’expéditeur'

export interface FichierCatalogue {
  /** Ed25519 public key, 32 bytes in base64url. */
  cle: string
  /** 64 bytes in base64url. */
  signature: string
  contenu: string
}

// The last character of each carries unused bits: only the writing that has them at zero is accepted.
const CLE = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const SIGNATURE = /^[A-Za-z0-9_-]{85}[AQgw]$/

/** Ed25519 public key in base64url, in its one canonical writing. */
export const clePubliqueSchema = z.string().regex(CLE)

const enveloppeSchema = z.strictObject({
  format: z.literal(FORMAT),
  schema: z.literal(SCHEMA),
  cle: clePubliqueSchema,
  signature: z.string().regex(SIGNATURE),
  contenu: z.string(),
})

function lireJson(texte: string, code: string, phrase: string): Record<string, unknown> {
  let lu: unknown
  try {
    lu = JSON.parse(texte)
  } catch {
    throw new CatalogueRefuse(code, phrase)
  }
  if (typeof lu !== 'object' || lu === null || Array.isArray(lu)) throw new CatalogueRefuse(code, phrase)
  return lu as Record<string, unknown>
}

/** The envelope alone, nothing verified yet. Throws `CatalogueRefuse` with a sentence for each way to be wrong. */
export function lireEnveloppe(texte: string): FichierCatalogue {
  if (texte.length > TAILLE_FICHIER_MAX)
    throw new CatalogueRefuse(
      'fichier-trop-gros',
      `Ce fichier dépasse ${TAILLE_FICHIER_MAX / 1_000_000} millions de caractères : ce n’est pas un catalogue, vérifiez que vous avez choisi le bon.`,
    )
  const brut = lireJson(
    texte,
    'fichier-illisible',
    'Ce fichier n’est pas un catalogue signé : il n’est pas au format JSON. Vérifiez que vous avez choisi le bon.',
  )
  if (brut.format !== FORMAT)
    throw new CatalogueRefuse(
      'autre-format',
      'Ce fichier n’est pas un catalogue d’Aiguillage : vérifiez que vous avez choisi le bon.',
    )
  if (brut.schema !== SCHEMA)
    throw new CatalogueRefuse(
      'autre-schema',
      `Ce catalogue suit un autre schéma que celui de cette version (${SCHEMA}) : mettez Aiguillage à jour, ou ${EXPEDITEUR}.`,
    )
  if (!brut.signature || !brut.cle)
    throw new CatalogueRefuse(
      'non-signe',
      `Ce catalogue n’est pas signé : ${EXPEDITEUR}, exporté depuis Aiguillage.`,
    )
  const lu = enveloppeSchema.safeParse(brut)
  // Half a character has no UTF-8: another text would have the same signed bytes.
  if (lu.success && !Object.hasOwn(brut, '__proto__') && lu.data.contenu.isWellFormed()) {
    const { cle, signature, contenu } = lu.data
    return { cle, signature, contenu }
  }
  throw new CatalogueRefuse(
    'enveloppe-abimee',
    `L’enveloppe de ce catalogue n’a pas la forme attendue : il a été abîmé ou modifié, ${EXPEDITEUR}.`,
  )
}

/** The text whose UTF-8 bytes are signed. */
export function texteSigne(contenu: string): string {
  return `${FORMAT} ${SCHEMA}\n${contenu}`
}

export function ecrireContenu(catalogue: CatalogueEcrit): string {
  return JSON.stringify({ version: catalogue.version, catalogue })
}

export function ecrireEnveloppe({ cle, signature, contenu }: FichierCatalogue): string {
  return `${JSON.stringify({ format: FORMAT, schema: SCHEMA, cle, signature, contenu }, null, 1)}\n`
}

/**
 * Sixteen bits by five, to compare aloud with the sender: « 3F2A-91C0-77DE-04B1-5A66 » are the first ten bytes of the
 * key itself. Takes a key that `clePubliqueSchema` accepts.
 */
export function empreinteCle(cle: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const bits = [...cle.slice(0, 14)].map((c) => alphabet.indexOf(c).toString(2).padStart(6, '0')).join('')
  const groupes = bits.slice(0, 80).match(/.{16}/g) ?? []
  return groupes.map((g) => Number.parseInt(g, 2).toString(16).toUpperCase().padStart(4, '0')).join('-')
}

/**
 * Refuses what is not strictly newer, since an old file must not bring back closed inclusions; and what is dated after
 * `date`, since every later file would then be refused for being older.
 */
export function exigerPlusRecente(version: string, enVigueur: string, date: DateIso): void {
  if (version.slice(0, 10) > date)
    throw new CatalogueRefuse(
      'version-future',
      `Ce catalogue est daté de l’avenir : vérifiez l’horloge de ce poste, ou ${EXPEDITEUR}.`,
    )
  if (comparerVersions(version, enVigueur) > 0) return
  throw new CatalogueRefuse(
    'version-anterieure',
    `Ce catalogue n’est pas plus récent que celui en vigueur (${enVigueur}) : ${EXPEDITEUR}, plus récent.`,
  )
}

/**
 * The signed text as a catalogue that every rule can read. Throws `CatalogueRefuse`; the sentence names the entry by
 * its place in the file, never by what is written in it.
 */
export function lireContenu(contenu: string): CatalogueEcrit {
  const brut = lireJson(
    contenu,
    'catalogue-illisible',
    `Le contenu signé de ce fichier ne se lit pas : ${EXPEDITEUR}.`,
  )
  exigerSain(brut)
  const { version, catalogue } = brut
  const sienne = (catalogue as { version?: unknown } | null | undefined)?.version
  if (typeof version !== 'string' || !estVersion(version) || sienne !== version)
    throw new CatalogueRefuse(
      'version-illisible',
      `La version de ce catalogue ne se lit pas (AAAA-MM-JJ attendu) : ${EXPEDITEUR}.`,
    )
  if (Object.keys(brut).length > 2) throw refusDe('Ce catalogue', 'contient un champ inconnu')
  const lu = catalogueSchema.safeParse(catalogue)
  if (!lu.success) throw refusDuSchema(lu.error)
  exigerIdsUniques(lu.data)
  exigerReglesLisibles(lu.data)
  return lu.data
}

/** Without recursion: a file may nest deeper than the stack. */
function exigerSain(racine: object): void {
  let niveau: object[] = [racine]
  for (let profondeur = 0; niveau.length > 0; profondeur++) {
    if (profondeur > PROFONDEUR_MAX)
      throw refusDe('Ce catalogue', `imbrique plus de ${PROFONDEUR_MAX} niveaux`)
    if (niveau.some((o) => Object.hasOwn(o, '__proto__')))
      throw refusDe('Ce catalogue', 'contient un nom de champ interdit')
    niveau = niveau
      .flatMap((o) => Object.values(o) as unknown[])
      .filter((x): x is object => typeof x === 'object' && x !== null)
  }
}

const SECTIONS: Readonly<Record<string, string>> = {
  dispositifs: 'Le dispositif',
  cadres: 'Le cadre',
  seuils: 'Le seuil',
  alertes: 'L’alerte',
  anciennesMesures: 'L’ancienne mesure',
  modeles: 'Le modèle',
}

/** « Le dispositif n° 3 de ce fichier ». */
function place(section: unknown, rang: unknown): string {
  const nom = SECTIONS[String(section)]
  return nom === undefined || typeof rang !== 'number'
    ? 'Ce catalogue'
    : `${nom} n° ${rang + 1} de ce fichier`
}

function refusDe(sujet: string, defaut: string): CatalogueRefuse {
  return new CatalogueRefuse(
    'catalogue-refuse',
    `${sujet} ${defaut} : rien n’a été importé, ${EXPEDITEUR} ou mettez Aiguillage à jour.`,
  )
}

function refusDuSchema(erreur: z.ZodError): CatalogueRefuse {
  const [issue] = erreur.issues
  const defaut =
    issue?.code === 'unrecognized_keys'
      ? 'contient un champ inconnu'
      : 'a un champ qui manque ou n’a pas la forme attendue'
  return refusDe(place(issue?.path[0], issue?.path[1]), defaut)
}

function exigerIdsUniques(catalogue: CatalogueEcrit): void {
  for (const [section, entrees] of Object.entries(catalogue)) {
    if (!Array.isArray(entrees)) continue
    const vus = new Set<string>()
    for (const [rang, entree] of (entrees as { id?: string; nom?: string }[]).entries()) {
      const cle = entree.id ?? entree.nom ?? ''
      if (vus.has(cle)) throw refusDe(place(section, rang), 'porte le même identifiant qu’une autre entrée')
      vus.add(cle)
    }
  }
}

const REGLE = 'contient une règle qui ne se lit pas (fait, valeur ou paramètre inconnu)'

function exigerReglesLisibles(catalogue: CatalogueEcrit): void {
  if (!seLit(catalogue)) throw refusDe(premiereIllisible(catalogue), REGLE)
  for (const [rang, d] of catalogue.dispositifs.entries())
    for (const p of Object.values(d.parametres))
      if (!admet(p, p.defaut))
        throw refusDe(place('dispositifs', rang), 'donne à un paramètre une valeur qu’il n’admet pas')
}

function seLit(catalogue: CatalogueEcrit): boolean {
  try {
    lireCatalogue(catalogue)
    return true
  } catch {
    return false
  }
}

/** A criterion that reads nothing, in place of those of the entries that are not being looked at. */
const MUET: CritereEcrit = {
  id: 'X1',
  libelle: 'x',
  'vrai si': 'jamais',
  'se demande': false,
  motifs: { inconnu: 'x' },
  'a faire': 'x',
}

/** Each entry is read alone, with the parameters of the others still there. */
function premiereIllisible(catalogue: CatalogueEcrit): string {
  const muets = catalogue.dispositifs.map((d) => ({ ...d, criteres: [MUET] }))
  const squelette = { ...catalogue, dispositifs: muets, modeles: [], cadres: [], alertes: [] }
  for (const section of ['dispositifs', 'modeles', 'cadres', 'alertes'] as const) {
    for (const [rang, entree] of catalogue[section].entries()) {
      const seule = section === 'dispositifs' ? muets.with(rang, entree as DispositifEcrit) : [entree]
      if (!seLit({ ...squelette, [section]: seule })) return place(section, rang)
    }
  }
  return 'Ce catalogue'
}
