import { StoreError } from '../db/index.ts'
import {
  catalogueParDefaut,
  checklistTribunal,
  type Dossier,
  DossierInvalide,
  ficheOrientation,
  nomFichier,
  orienter,
  verifierDossier,
} from '../domain/index.ts'
import { writeVersion } from './documents.ts'
import { FileError } from './files/index.ts'
import { type ImpressionPdf, lirePolices, produirePdf } from './impression/index.ts'
import type { ROUTES } from './ipc/contract.ts'
import type { Handlers } from './ipc/router.ts'
import { type Session, StartError } from './session.ts'
import { VaultError } from './vault/index.ts'

export interface Context {
  session: Session
  secours: string | null
  clock: () => Date
  lock(): void
  printPage(): Promise<void>
  print: ImpressionPdf
  /** Where finished documents go. */
  documents: string
}

const CONTENTS = { fiche: ficheOrientation, checklist: checklistTribunal } as const

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
    'declarations.ajouter': ({ dossier, declarations }) => {
      const { store } = session.opened
      const present = read(dossier)
      verifierDossier({ ...present, declarations: [...present.declarations, ...declarations] })
      return store.dossiers.ajouter(dossier, declarations)
    },
    'documents.produire': async ({ dossier: id, document }) => {
      const { profil: role } = session.opened
      const dossier = read(id)
      const now = clock()
      const orientation = orienter(dossier, catalogueParDefaut(), { date: localDate(now) })
      const content = CONTENTS[document](dossier, orientation, { role, editeLe: now.toISOString() })
      const { pdf, pages } = await produirePdf(content, await lirePolices(), context.print)
      return { fichier: await writeVersion(context.documents, nomFichier(content), pdf), pages }
    },
    'impression.page': async () => {
      await context.printPage()
      return {}
    },
  }
}

/** The calendar day where the hearing is, whatever the clock of the machine is set to. */
function localDate(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(now)
}

/** Errors that already carry one French sentence for people, and no value. */
export function explain(error: unknown): { code: string; message: string } | null {
  if (error instanceof DossierInvalide) return { code: 'dossier-invalide', message: error.message }
  const known = [StoreError, VaultError, FileError, StartError].some((type) => error instanceof type)
  if (!known) return null
  const { code, message } = error as StoreError | VaultError | FileError | StartError
  return { code, message }
}
