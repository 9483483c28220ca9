import * as z from 'zod'

/** What a jurist or a social worker may write in lexique.json, faux-amis.json and indices.json. */

const dateSchema = z.iso.date()
const termes = z.array(z.string().trim().min(1))
/** V: read in the source; V2: in a second-hand source; S: stated by a person of the field; M: from memory. */
const marque = z.enum(['V', 'V2', 'S', 'M'])

const groupeSchema = z.strictObject({
  code: z.string().min(1),
  famille: z.enum(['addiction', 'logement', 'psychiatrie', 'soins', 'protection']),
  libelle: z.string().min(1),
  /** Value of `addiction.produits` that a use of it gives. */
  produit: z.string().min(1).optional(),
  source: z.string().min(1),
  marque,
  verifieLe: dateSchema,
  note: z.string().optional(),
  /** Points to something to look into: never shown as certain, never proposes a fact. */
  indice: z.boolean().optional(),
  /** One letter may be wrong in words of seven letters or more. */
  approche: z.boolean().optional(),
  /** Terms that mean it by themselves. */
  seuls: termes,
  /** Terms that need a word of the same field in the sentence or in the question and its answer. */
  appuyes: termes,
  /** Terms that need such a word within five words. */
  proches: termes,
  /** Common misspellings, read as terms that stand by themselves. */
  fautes: termes.optional(),
})

export const lexiqueSchema = z.strictObject({
  version: dateSchema,
  verifieLe: dateSchema,
  origine: z.string().min(1),
  /** Words that stand for one another inside a term: « dort dans <det> hall » reads « dort dans mon ancien hall ». */
  classes: z.record(z.string().regex(/^[a-z]+$/), termes),
  groupes: z.array(groupeSchema).min(1),
})

export const fauxAmisSchema = z.strictObject({
  version: dateSchema,
  verifieLe: dateSchema,
  source: z.string().min(1),
  marque,
  fauxAmis: z.array(
    z.strictObject({
      id: z.string().min(1),
      /** Said beside the finding. */
      motif: z.string().min(1),
      pourquoi: z.string().min(1),
      /** Phrases that cancel the terms they cover; « (a|b|) c » writes « a c », « b c » and « c ». */
      expressions: termes,
      /** Words that open the name of a place. */
      voies: termes.optional(),
      /** Terms concerned by a rule that code carries. */
      termes: termes.optional(),
    }),
  ),
})

export type CategorieIndice = (typeof CATEGORIES)[number]

export const CATEGORIES = [
  'negation',
  'negationApres',
  'fausseNegation',
  'rupture',
  'contestation',
  'aveu',
  'dire',
  'passe',
  'reprise',
  'actuel',
  'hypothese',
  'fausseHypothese',
  'inconnu',
  'oui',
  'non',
  'parent',
  'tiers',
  'soi',
  'pronom',
  'complement',
  'usage',
  'trafic',
  'traficFort',
  'usagePersonnel',
  'lien',
  'vol',
  'quotidien',
  'parJour',
  'hebdomadaire',
  'occasionnel',
  'dormir',
  'psychique',
  'suiviPsy',
  'soigner',
  'proteger',
  'douleur',
  'ordonnance',
  'mesureAlcool',
  'arrivee',
  'peutRevenir',
  'coche',
  'etranger',
] as const

export const indicesSchema = z.strictObject({
  version: dateSchema,
  verifieLe: dateSchema,
  source: z.string().min(1),
  marque,
  categories: z.strictObject(
    Object.fromEntries(CATEGORIES.map((c) => [c, termes])) as Record<CategorieIndice, typeof termes>,
  ),
})

export type GroupeEcrit = z.infer<typeof groupeSchema>
export type LexiqueEcrit = z.infer<typeof lexiqueSchema>
export type FauxAmisEcrits = z.infer<typeof fauxAmisSchema>
export type IndicesEcrits = z.infer<typeof indicesSchema>
