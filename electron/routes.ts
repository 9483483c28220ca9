import { StoreError } from '../db/index.ts'
import {
  CatalogueRefuse,
  type Dossier,
  DossierInvalide,
  lireReglages,
  verifierDossier,
} from '../domain/index.ts'
import { catalogueHandlers } from './catalogue/index.ts'
import { FileError } from './files/index.ts'
import { ModeleError } from './formats/index.ts'
import type { ImpressionPdf } from './impression/index.ts'
import type { Evenement, ROUTES } from './ipc/contract.ts'
import type { Handlers } from './ipc/router.ts'
import { documentsHandlers, ProductionError } from './produire/index.ts'
import { type Session, StartError } from './session.ts'
import { VaultError } from './vault/index.ts'

export interface Context {
  session: Session
  secours: string | null
  clock: () => Date
  lock(): void
  /** Says something unasked to the page. */
  tell(event: Evenement): void
  printPage(): Promise<void>
  print: ImpressionPdf
  /** Where finished documents go. */
  documents: string
}

/** Thin on purpose: each handler says which room does the work. */
export function createHandlers(context: Context): Handlers<typeof ROUTES> {
  const { session, clock } = context

  function read(id: string): Dossier {
    const dossier = session.opened.store.dossiers.lire(id)
    if (dossier === null) throw new StoreError('dossier-inconnu')
    return dossier
  }

  return {
    'application.etat': async () => ({
      ...(await session.etat()),
      secours: context.secours,
      maintenant: clock().toISOString(),
    }),
    'coffre.creer': ({ profil, tribunal, phrase }) => session.creer(profil, tribunal, phrase),
    'coffre.ouvrir': async ({ secret }) => {
      await session.ouvrir(secret)
      return {}
    },
    'coffre.verrouiller': () => {
      context.lock()
      return {}
    },
    'dossiers.lister': ({ dateAudience }) => ({
      dossiers: session.opened.store.dossiers.lister(dateAudience),
    }),
    // The domain is asked before each write: nothing that it refuses may enter the store.
    'dossiers.creer': ({ id, dateAudience, identite, declarations }) => {
      const { store } = session.opened
      verifierDossier({ version: 1, id, dateAudience, ...identite, declarations })
      return store.dossiers.creer({ id, dateAudience, ...identite, declarations })
    },
    'dossiers.identifier': ({ id, identite }) => {
      const { store } = session.opened
      const { numeroParquet: _n, personne: _p, ...rest } = read(id)
      verifierDossier({ ...rest, ...identite })
      return store.dossiers.identifier(id, identite)
    },
    'dossiers.joindreCasier': ({ dossier: id, texte }) => {
      const { store, profil } = session.opened
      if (profil === 'enquete') throw new StoreError('casier-hors-profil')
      const { casier: _c, ...rest } = read(id)
      verifierDossier({ ...rest, ...(texte !== null && { casier: texte }) })
      return store.dossiers.joindreCasier(id, texte)
    },
    'declarations.ajouter': ({ dossier, declarations }) => {
      const { store } = session.opened
      const present = read(dossier)
      verifierDossier({ ...present, declarations: [...present.declarations, ...declarations] })
      return store.dossiers.ajouter(dossier, declarations)
    },
    'pieces.ajouter': ({ dossier, piece }) => session.opened.store.pieces.ajouter(dossier, piece),
    'pieces.lister': ({ dossier }) => ({ pieces: session.opened.store.pieces.lister(dossier) }),
    'pieces.retirer': ({ dossier, id }) => session.opened.store.pieces.retirer(dossier, id),
    'reglages.lire': () => lireReglages(session.opened.store.reglages.lire()),
    'reglages.ecrire': ({ reglages }) => session.opened.store.reglages.ecrireTous(reglages),
    ...catalogueHandlers(context),
    ...documentsHandlers({ ...context, read }),
    'impression.page': async () => {
      await context.printPage()
      return {}
    },
  }
}

/** Errors that already carry one French sentence for people, and no value. */
export function explain(error: unknown): { code: string; message: string } | null {
  if (error instanceof DossierInvalide) return { code: 'dossier-invalide', message: error.message }
  if (error instanceof CatalogueRefuse) return { code: error.code, message: error.message }
  const known = [StoreError, VaultError, FileError, StartError, ProductionError, ModeleError].some(
    (type) => error instanceof type,
  )
  if (!known) return null
  const { code, message } = error as Error & { code: string }
  return { code, message }
}
