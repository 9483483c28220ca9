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

const provenance = { source: phrase, marque: marqueSchema }

/** A statement with where it comes from; an empty list of them means that no source says anything. */
const enonceSchema = z.strictObject({ texte: phrase, ...provenance })
export type EnonceEcrit = z.infer<typeof enonceSchema>

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
  articles: z.array(phrase).optional(),
  /** Default: those of the whole entry. */
  source: phrase.optional(),
  marque: marqueSchema.optional(),
})
export type CritereEcrit = z.infer<typeof critereSchema>

const parametreSchema = z.union([
  z.strictObject({ valeurs: z.array(phrase).min(2), defaut: phrase, ...provenance }),
  /** A null default: no figure is known, and a rule that compares with it stays unknown. */
  z.strictObject({
    nombre: z.tuple([z.int(), z.int()]),
    defaut: z.int().nullable(),
    ...provenance,
  }),
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

/** Someone to call, as a person of this court noted it: none is published, so none ships. */
const contactSchema = z.strictObject({
  qui: phrase,
  telephone: phrase.optional(),
  courriel: phrase.optional(),
  note: phrase.optional(),
  source: phrase,
  /** Day on which it was noted, and by whom. */
  date: z.iso.date(),
  par: phrase,
})
export type ContactEcrit = z.infer<typeof contactSchema>

export const dispositifSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  nom: phrase,
  ou: phrase,
  porteur: phrase,
  ...provenance,
  /** As the source dates it; shown as it is. */
  etatConnu: phrase,
  /** Last check with the programme itself; null when nobody ever checked. */
  verifieLe: z.iso.date().nullable(),
  /** Cities of the tribunals where it can be asked for; empty: wherever it exists. */
  tribunaux: z.array(phrase),
  statut: z.enum(['permanent', 'experimental', 'historique', 'inconnu']),
  presentation: z.array(enonceSchema).min(1),
  fiche: z.strictObject({
    pourQui: z.array(enonceSchema),
    /** How to refer someone, step by step. */
    orienter: z.array(enonceSchema),
    /** Exactly what the referral has to contain, and nothing more. */
    donnees: z.array(enonceSchema),
    delai: z.array(enonceSchema),
    duree: z.array(enonceSchema),
    /** What is realistic on the day of the hearing. */
    leJourMeme: z.array(enonceSchema),
  }),
  historique: z.array(z.strictObject({ quand: phrase, ...enonceSchema.shape })),
  /** Completes « dire oui à : ». */
  direOui: phrase,
  /** Whom to call; no number is published, so none is here. */
  appels: z.array(phrase),
  contacts: z.array(contactSchema).optional(),
  parametres: z.record(z.string(), parametreSchema),
  criteres: z.array(critereSchema).min(1),
  /** Id of the model that it is an instance of. */
  modele: phrase.optional(),
})
export type DispositifEcrit = z.infer<typeof dispositifSchema>

/**
 * A dispositif with holes, `<tribunal>`, `<nom>`…, that a référent fills for another tribunal (modeles.ts): the
 * criteria of every instance are written here once.
 */
export const modeleSchema = dispositifSchema
  .omit({ id: true, nom: true, ou: true, porteur: true, tribunaux: true, appels: true, modele: true })
  .extend({
    id: z.string().regex(/^type-[a-z-]+$/),
    /** As the screen names it: « de type L’Ouvrage ». */
    nom: phrase,
  })
export type ModeleEcrit = z.infer<typeof modeleSchema>

const periode = { depuis: z.iso.date().nullable(), jusquau: z.iso.date().nullable() }

function seSuivent(periodes: readonly { depuis: string | null; jusquau: string | null }[]): boolean {
  return periodes.every(({ depuis, jusquau }, i) => {
    const fin = i === 0 ? null : (periodes[i - 1]?.jusquau ?? null)
    if (i > 0 && (fin === null || depuis === null || depuis <= fin)) return false
    return depuis === null || jusquau === null || depuis <= jusquau
  })
}

/** What a figure counts; « fois » for a plain number. */
const uniteSchema = z.enum(['mois', 'ans', 'semaines', 'jours', 'jours ouvrables', 'heures', 'euros', 'fois'])
export type UniteSeuil = z.infer<typeof uniteSchema>

/** A figure of the law over time: the value in force on a day is that of the period that contains it. */
const seuilSchema = z.strictObject({
  nom: z.string().regex(/^droit\.[A-Za-z]+$/),
  libelle: phrase,
  unite: uniteSchema,
  /** Oldest first; two periods never share a day. */
  periodes: z
    .array(z.strictObject({ valeur: z.int(), ...periode, articles: z.array(phrase).min(1), ...provenance }))
    .min(1)
    .refine(seSuivent, 'périodes dans le désordre, ou qui se chevauchent'),
})
export type SeuilEcrit = z.infer<typeof seuilSchema>

/** A legal condition says by itself where it comes from. */
const conditionLegaleSchema = critereSchema.required({ articles: true, source: true, marque: true })

const cadreSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  nom: phrase,
  /** Other words that people type for it; repealed names are in anciennes-mesures.yaml. */
  synonymes: z.array(phrase),
  etape: z.enum(['alternative', 'poursuite', 'avant-jugement', 'ajournement', 'peine', 'amenagement']),
  articles: z.array(phrase).min(1),
  /** Numbering of the code de procédure pénale in force on 01/01/2029; empty when not known. */
  nouveauxArticles: z.array(phrase),
  ...periode,
  ...provenance,
  verifieLe: z.iso.date().nullable(),
  /** One sentence: what it allows, said when it is open. */
  presentation: phrase,
  /** In the order in which their sentences are said, most telling first; compiled with conditions-communes.yaml. */
  conditions: z.array(conditionLegaleSchema).min(1),
  /** What it can carry: obligations, care, housing, with their numbers. */
  peutPorter: z.array(enonceSchema),
  /** Limits, delays and traps to know before asking for it. */
  limites: z.array(enonceSchema),
  /** Ids of the dispositifs that it can carry. */
  porte: z.array(phrase),
})
export type CadreEcrit = z.infer<typeof cadreSchema>

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
  modeles: z.array(modeleSchema).default([]),
  cadres: z.array(cadreSchema),
  seuils: z.array(seuilSchema),
  alertes: z.array(alerteSchema),
  anciennesMesures: z.array(ancienneMesureSchema),
})
export type CatalogueEcrit = z.infer<typeof catalogueSchema>
