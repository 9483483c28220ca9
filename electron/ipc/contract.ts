import { z } from 'zod'
import {
  type CatalogueEcrit,
  type ChangementLocal,
  changementLocalSchema,
  clePubliqueSchema,
  type Difference,
  declarationSchema,
  dossierSchema,
  personneSchema,
  pieceSchema,
  reglagesSchema,
  roleSchema,
} from '../../domain/index.ts'

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

/** What the store gives back was checked when it entered, and is large: only its shape is looked at. */
const objet = <T extends object>() => z.custom<T>((x) => typeof x === 'object' && x !== null)
const dejaVerifiees = <T>() => z.custom<T[]>((x) => Array.isArray(x))

const nom = z.string().max(200).regex(/\S/)
const source = z.string().max(500).regex(/\S/)
/** The text of a catalogue file; the domain says the exact limit, the router bounds the whole call. */
const fichierCatalogue = z.string().max(8_000_000)

const cleDeConfiance = z.strictObject({
  /** Ed25519 public key, base64url. */
  cle: z.string(),
  nom: z.string(),
  source: z.string(),
  date: z.string(),
  par: z.string(),
})

/** Documents of one person. */
const documentDemande = z.enum([
  'fiche',
  'checklist',
  'note-audience',
  'note-plaidoirie',
  'message-apcars',
  'message-jap',
  'message-spip',
  'message-avocat',
  'message-siao',
])

/** Who reads the checklist aloud; whoever writes it when absent. */
const versionChecklist = z.enum(['parquet', 'defense', 'tribunal'])

/** Characters of base64: a model of five million bytes. */
const OCTETS_MODELE = 6_700_000

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
  /** The text of the bulletin n° 1; `null` removes it for good. Never in the profile `enquete` (774 CPP). */
  'dossiers.joindreCasier': route(
    true,
    z.strictObject({ dossier: z.uuid(), texte: dossierSchema.shape.casier.unwrap().min(1).nullable() }),
    enregistre,
  ),
  'declarations.ajouter': route(
    true,
    z.strictObject({
      dossier: z.uuid(),
      declarations: z.array(declarationSchema).min(1).max(DECLARATIONS_PAR_APPEL),
    }),
    enregistre,
  ),

  'pieces.ajouter': route(true, z.strictObject({ dossier: z.uuid(), piece: pieceSchema }), enregistre),
  'pieces.lister': route(
    true,
    z.strictObject({ dossier: z.uuid() }),
    z.strictObject({ pieces: z.array(pieceSchema) }),
  ),
  'pieces.retirer': route(true, z.strictObject({ dossier: z.uuid(), id: z.uuid() }), enregistre),

  'reglages.lire': route(true, rien, reglagesSchema),
  /** Only the settings given change. */
  'reglages.ecrire': route(true, z.strictObject({ reglages: reglagesSchema.partial() }), enregistre),

  /** The catalogue of this store: `catalogueEnVigueur(ecrit, changements)` is what the rules read. */
  'catalogue.lire': route(
    true,
    rien,
    z.strictObject({
      /** Without the local changes. */
      ecrit: objet<CatalogueEcrit>(),
      /** Oldest first, those taken back included. */
      changements: dejaVerifiees<ChangementLocal>(),
      origine: z.discriminatedUnion('type', [
        z.strictObject({ type: z.literal('livre') }),
        z.strictObject({
          type: z.literal('importe'),
          /** Name under which the key was trusted. */
          signataire: z.string(),
          importeLe: z.string(),
          par: z.string(),
        }),
      ]),
      cles: z.array(cleDeConfiance),
      /** Public key of this store; null until something is exported. */
      maCle: z.string().nullable(),
    }),
  ),
  'catalogue.changer': route(true, z.strictObject({ changement: changementLocalSchema }), enregistre),
  /** What a signed file would change; applies nothing. */
  'catalogue.examiner': route(
    true,
    z.strictObject({ contenu: fichierCatalogue }),
    z.strictObject({
      version: z.string(),
      versionActuelle: z.string(),
      signataire: z.string(),
      differences: dejaVerifiees<Difference>(),
      /** Local changes that would no longer apply, one sentence each: kept, and ignored. */
      sansEffet: z.array(z.string()),
    }),
  ),
  'catalogue.importer': route(
    true,
    z.strictObject({ contenu: fichierCatalogue, par: nom, source }),
    enregistre,
  ),
  'catalogue.faireConfiance': route(
    true,
    z.strictObject({ cle: clePubliqueSchema, nom, source, par: nom }),
    enregistre,
  ),
  /** Writes the catalogue in force, signed with the key of this store; `fichier` is its full path. */
  'catalogue.exporter': route(
    true,
    rien,
    z.strictObject({ fichier: z.string(), version: z.string(), cle: z.string() }),
  ),
  /** « Relire les règles » as a PDF in the documents folder. */
  'catalogue.imprimer': route(true, rien, z.strictObject({ fichier: z.string(), pages: z.int() })),

  /** Writes one document of one person into the documents folder; `fichier` is its full path. */
  'documents.produire': route(
    true,
    z.strictObject({
      dossier: z.uuid(),
      document: documentDemande,
      version: versionChecklist.optional(),
      /** PDF by default; a message is text and has no page. */
      format: z.enum(['pdf', 'docx', 'odt', 'txt']).optional(),
    }),
    z.strictObject({
      fichier: z.string(),
      /** Of a PDF; the other formats have none of their own. */
      pages: z.int().nullable(),
      /** Why a model of the court was not used; null when nothing is wrong with it. */
      modele: z.string().nullable(),
    }),
  ),
  /** The same content for the clipboard: CP1252-safe plain text, and a page without style. Writes nothing. */
  'documents.copier': route(
    true,
    z.strictObject({
      dossier: z.uuid(),
      document: documentDemande,
      version: versionChecklist.optional(),
    }),
    z.strictObject({ texte: z.string(), html: z.string() }),
  ),
  /** Every sheet of one hearing in one PDF; says its progress, and stops at `documents.annuler` or at a lock. */
  'documents.dossierAudience': route(
    true,
    z.strictObject({ dateAudience: dateIso }),
    z.strictObject({
      fichier: z.string(),
      pages: z.int(),
      personnes: z.int(),
      /** People whose dossier the rules refuse to read: they have no sheet, and are counted. */
      sansFiche: z.int(),
    }),
  ),
  'documents.annuler': route(true, rien, z.strictObject({ annule: z.boolean() })),
  /** The persons of one hearing, in the order they were added. */
  'documents.liste': route(
    true,
    z.strictObject({ dateAudience: dateIso, avecNoms: z.boolean() }),
    z.strictObject({ fichier: z.string(), pages: z.int(), sansFiche: z.int() }),
  ),
  /** « Vérifier le modèle »: an .odt model of the court, in base64. Nothing of it is kept. */
  'modeles.verifier': route(
    true,
    z.strictObject({ octets: z.base64().min(1).max(OCTETS_MODELE) }),
    z.strictObject({
      /** Fields that the product does not have. */
      inconnus: z.array(z.string()),
      /** Braces and lists that cannot be read. */
      malformes: z.array(z.string()),
      /** What every page has to say and this model does not. */
      manquants: z.array(z.string()),
    }),
  ),
  /** Writes the model that ships beside those of the court, to start from. */
  'modeles.exemplaire': route(true, rien, z.strictObject({ fichier: z.string() })),
  /** Sends the page on screen (the recovery code) to a printer; nothing is written to disk. */
  'impression.page': route(true, rien, rien),
} as const

export type NomRoute = keyof typeof ROUTES
export type Entree<R extends NomRoute> = z.infer<(typeof ROUTES)[R]['entree']>
export type Sortie<R extends NomRoute> = z.infer<(typeof ROUTES)[R]['sortie']>

/** An error leaves the router as a code and one French sentence, with no value that was typed. */
export type Resultat<T> = { ok: true; valeur: T } | { ok: false; code: string; message: string }

/** What the main process says unasked. */
export type Evenement =
  | { type: 'verrouille' }
  /** Of the dossier d’audience under way: people read so far, then the pages being set. */
  | { type: 'progres'; etape: 'lecture' | 'impression'; fait: number; total: number }

/** The two functions that the page sees, and nothing else (S12). */
export interface Pont {
  invoke<R extends NomRoute>(route: R, entree: Entree<R>): Promise<Resultat<Sortie<R>>>
  /** Registers the listener of events; returns the function that removes it. */
  listen(ecouteur: (evenement: Evenement) => void): () => void
}
