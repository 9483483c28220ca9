import { z } from 'zod'
import { declarationSchema, dossierSchema, personneSchema, roleSchema } from '../../domain/index.ts'

/**
 * The whole attack surface of the main process: one channel, one table.
 * Input and output are both parsed; `verrou: true` routes answer only when the vault is open (S9).
 */

const dateIso = dossierSchema.shape.dateAudience
const secret = z.string().min(1).max(1024)

const enregistre = z.strictObject({
  /** ISO date-time at which the commit returned: the answer is on disk. */
  enregistreA: z.string(),
})

const identite = z.strictObject({
  numeroParquet: z.string().max(100).optional(),
  personne: personneSchema.optional(),
})

const DECLARATIONS_PAR_APPEL = 200

function route<const V extends boolean, E extends z.ZodType, S extends z.ZodType>(
  verrou: V,
  entree: E,
  sortie: S,
) {
  return { verrou, entree, sortie }
}

const rien = z.strictObject({})

export const ROUTES = {
  /** What the first screen needs to know; the only route besides the vault's that answers while locked. */
  'application.etat': route(
    false,
    rien,
    z.strictObject({
      coffre: z.enum(['absent', 'verrouille', 'ouvert']),
      profil: roleSchema.nullable(),
      tribunal: z.string().nullable(),
      /** Present when the Chromium fallback or the practice store is used: the banner's sentence. */
      secours: z.string().nullable(),
      /** Present when start-up failed: the sentence that says what to do; nothing was changed on disk. */
      panne: z.string().nullable(),
      /** ISO date-time of the main process: the renderer's « today ». */
      maintenant: z.string(),
    }),
  ),
  'coffre.creer': route(
    false,
    z.strictObject({ profil: roleSchema, tribunal: z.string().min(1).max(100), phrase: secret }),
    z.strictObject({ codeRecuperation: z.string() }),
  ),
  'coffre.ouvrir': route(false, z.strictObject({ secret }), rien),
  'coffre.verrouiller': route(true, rien, rien),

  'dossiers.lister': route(
    true,
    z.strictObject({ dateAudience: dateIso }),
    z.strictObject({ dossiers: z.array(dossierSchema) }),
  ),
  'dossiers.creer': route(
    true,
    z.strictObject({
      id: z.uuid(),
      dateAudience: dateIso,
      identite,
      declarations: z.array(declarationSchema).max(DECLARATIONS_PAR_APPEL),
    }),
    enregistre,
  ),
  'dossiers.identifier': route(true, z.strictObject({ id: z.uuid(), identite }), enregistre),
  'declarations.ajouter': route(
    true,
    z.strictObject({
      dossier: z.uuid(),
      declarations: z.array(declarationSchema).min(1).max(DECLARATIONS_PAR_APPEL),
    }),
    enregistre,
  ),

  /** Writes the PDF into the documents folder; `fichier` is its full path. */
  'documents.produire': route(
    true,
    z.strictObject({ dossier: z.uuid(), document: z.enum(['fiche', 'checklist']) }),
    z.strictObject({ fichier: z.string(), pages: z.int() }),
  ),
  /** Sends the page on screen (the recovery code) to a printer; nothing is written to disk. */
  'impression.page': route(true, rien, rien),
} as const

export type NomRoute = keyof typeof ROUTES
export type Entree<R extends NomRoute> = z.infer<(typeof ROUTES)[R]['entree']>
export type Sortie<R extends NomRoute> = z.infer<(typeof ROUTES)[R]['sortie']>

/** An error leaves the router as a code and one French sentence, with no value that was typed. */
export type Resultat<T> = { ok: true; valeur: T } | { ok: false; code: string; message: string }

/** What the main process says unasked. */
export type Evenement = { type: 'verrouille' }

/** The two functions that the page sees, and nothing else (S12). */
export interface Pont {
  invoke<R extends NomRoute>(route: R, entree: Entree<R>): Promise<Resultat<Sortie<R>>>
  /** Registers the listener of events; returns the function that removes it. */
  listen(ecouteur: (evenement: Evenement) => void): () => void
}
