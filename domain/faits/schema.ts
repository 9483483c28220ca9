import { z } from 'zod'
import type { Declaration, Dossier } from '../contrat.ts'
import { estDateIso } from '../dates.ts'

/** Longest text a person may type in one field; a pasted record has its own limit. */
const TEXTE_MAX = 2000
const CASIER_MAX = 1_000_000
export const DECLARATIONS_MAX = 5000

const texte = z.string().max(TEXTE_MAX)
const dateIso = z.string().refine(estDateIso, 'date')
/** ISO date-time with offset; `z.iso` checks the calendar too. */
const horodatage = z.iso.datetime({ offset: true })

export const roleSchema = z.enum(['parquet', 'enquete', 'defense'])

export const declarationSchema = z.strictObject({
  id: z.uuid(),
  fait: z.string().max(100),
  valeur: z.union([z.boolean(), z.number(), texte, z.array(texte).max(50), z.null()]),
  inconnu: z.enum(['pas-demande', 'ne-sait-pas', 'refuse', 'faute-de-temps', 'non-verifiable']).optional(),
  origine: z.enum([
    'procedure',
    'casier',
    'cassiopee',
    'appi',
    'enquete',
    'personne',
    'avocat',
    'partenaire',
    'document',
  ]),
  sourceAPreciser: z.literal(true).optional(),
  verifie: z.boolean(),
  precision: texte.optional(),
  extrait: z
    .strictObject({
      piece: texte,
      debut: z.int().min(0),
      fin: z.int().min(0),
      texte: z.string().max(TEXTE_MAX),
    })
    .optional(),
  auteur: z.strictObject({ role: roleSchema, nom: texte.optional(), organisme: texte.optional() }).optional(),
  date: horodatage,
  retire: z.array(z.uuid()).max(DECLARATIONS_MAX).optional(),
  annule: z.uuid().optional(),
  redit: z.uuid().optional(),
  lot: z.uuid().optional(),
}) satisfies z.ZodType<Declaration>

export const personneSchema = z.strictObject({
  nom: texte.optional(),
  prenoms: texte.optional(),
  dateNaissance: dateIso.optional(),
})

export const dossierSchema = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  numeroParquet: texte.optional(),
  personne: personneSchema.optional(),
  dateAudience: dateIso,
  declarations: z.array(declarationSchema).max(DECLARATIONS_MAX),
  casier: z.string().max(CASIER_MAX).optional(),
}) satisfies z.ZodType<Dossier>
