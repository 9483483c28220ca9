import { z } from 'zod'
import type { ConditionEcrite } from '../regles/condition.ts'

/** How far a statement was checked: V in the text itself, V2 in a secondary source, S founding document, M memory. */
const marqueSchema = z.enum(['V', 'V2', 'S', 'M'])

const phrase = z.string().min(1)
const conditionSchema: z.ZodType<ConditionEcrite> = z.custom<ConditionEcrite>(
  (x) => typeof x === 'string' || (typeof x === 'object' && x !== null),
)

/** One sentence, or several of which the first that applies is said. */
const motifSchema = z.union([
  phrase,
  z.array(z.strictObject({ quand: conditionSchema.optional(), dire: phrase })).min(1),
])
export type MotifEcrit = z.infer<typeof motifSchema>

const critereSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]+\d+(bis)?$/),
  libelle: phrase,
  'vrai si': conditionSchema,
  /** Default: whenever « vrai si » is false. */
  'faux si': conditionSchema.optional(),
  'neutre si': conditionSchema.optional(),
  /** `false`: never asked that morning, so never the next question. */
  'se demande': z.boolean().default(true),
  motifs: z.strictObject({
    vrai: motifSchema.optional(),
    faux: motifSchema.optional(),
    inconnu: motifSchema,
    neutre: motifSchema.optional(),
  }),
  'a faire': motifSchema,
})
export type CritereEcrit = z.infer<typeof critereSchema>

const provenance = { source: phrase, marque: marqueSchema }

const parametreSchema = z.union([
  z.strictObject({ valeurs: z.array(phrase).min(2), defaut: phrase, ...provenance }),
  z.strictObject({ nombre: z.tuple([z.int(), z.int()]), defaut: z.int(), ...provenance }),
  z.strictObject({
    /** Fact whose coded values the list may hold. */
    liste: phrase,
    /** Only these among them. */
    parmi: z.array(phrase).optional(),
    defaut: z.array(phrase),
    ...provenance,
  }),
])
export type ParametreEcrit = z.infer<typeof parametreSchema>

const dispositifSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  nom: phrase,
  ou: phrase,
  porteur: phrase,
  ...provenance,
  /** As the source dates it; shown as it is. */
  etatConnu: phrase,
  /** Last check with the programme itself; null when nobody ever checked. */
  verifieLe: z.iso.date().nullable(),
  presentation: z.array(z.strictObject({ texte: phrase, ...provenance })).min(1),
  /** Completes « dire oui à : ». */
  direOui: phrase,
  /** Whom to call; no number is published, so none is here. */
  appels: z.array(phrase),
  parametres: z.record(z.string(), parametreSchema),
  criteres: z.array(critereSchema).min(1),
})
export type DispositifEcrit = z.infer<typeof dispositifSchema>

const alerteSchema = z.strictObject({
  id: phrase,
  gravite: z.enum(['bloquante', 'attention']),
  quand: conditionSchema,
  texte: phrase,
  articles: z.array(phrase).min(1),
  ...provenance,
})

const ancienneMesureSchema = z.strictObject({
  nom: phrase,
  /** Folded (no case, no accents), as whole words. */
  formes: z.array(phrase).min(1),
  aujourdhui: phrase,
  depuis: z.iso.date(),
  ...provenance,
})
export type AncienneMesureEcrite = z.infer<typeof ancienneMesureSchema>

export const catalogueSchema = z.strictObject({
  version: phrase,
  dispositifs: z.array(dispositifSchema).min(1),
  alertes: z.array(alerteSchema),
  anciennesMesures: z.array(ancienneMesureSchema),
})
export type CatalogueEcrit = z.infer<typeof catalogueSchema>
