import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore, type Store, StoreError } from '../db/index.ts'
import { matineeExercice, momentDe, TRIBUNAL_EXERCICE, verifierDossier } from '../domain/index.ts'
import { sousCle } from './vault/index.ts'

/**
 * The practice store: the code of the real one, in a folder of its own, under a key that was never written anywhere.
 * It has no vault and cannot be opened twice.
 */

const NBSP = '\u00a0'

const PHRASES = {
  'exercice-impossible': `L’exercice n’a pas pu commencer${NBSP}: libérez de la place dans le dossier temporaire ou rétablissez le droit d’y écrire, puis recommencez. Rien de réel n’a été touché.`,
  'exercice-en-cours': `Un exercice est ouvert${NBSP}: quittez-le d’abord par Ctrl+L. Rien n’a été modifié.`,
  'pas-en-exercice': `Cela ne se fait pas dans un exercice${NBSP}: rien n’est parti. Quittez-le par Ctrl+L pour le faire sur un vrai dossier.`,
} as const

export class ExerciceError extends Error {
  readonly code: keyof typeof PHRASES

  constructor(code: keyof typeof PHRASES) {
    super(PHRASES[code])
    this.code = code
  }
}

/** For what would leave the workstation or be taken for real by others: e-mail, a signed file. */
export function exigerReel(session: { readonly enExercice: boolean }): void {
  if (session.enExercice) throw new ExerciceError('pas-en-exercice')
}

/** Folder of the documents of an exercise: never beside the real ones. */
export function dossierDesDocuments(documents: string, session: { readonly enExercice: boolean }): string {
  return session.enExercice ? join(documents, 'Exercice') : documents
}

export interface Exercice {
  readonly store: Store
  /** Closes the store and removes its folder for good. */
  finir(): void
}

/**
 * One name per data folder: whoever holds the lock of that folder (R9) knows that every such name but its own was
 * left by a killed run.
 */
function prefixe(donnees: string): string {
  const empreinte = createHash('sha256').update(resolve(donnees)).digest('hex').slice(0, 16)
  return `aiguillage-matinee-${empreinte}-`
}

export function commencerExercice(donnees: string, clock: () => Date, temporaire = tmpdir()): Exercice {
  const folder = faireDossier(donnees, temporaire)
  let store: Store | null = null
  try {
    store = ouvrir(folder, clock)
    remplir(store, clock())
  } catch (error) {
    store?.close()
    oter(folder)
    throw enPhrase(error)
  }
  const ouvert = store
  return {
    store: ouvert,
    finir() {
      ouvert.close()
      oter(folder)
    },
  }
}

/**
 * What a killed run left: encrypted with a key that died with it, so nobody can read it any more, and removed at the
 * next start all the same.
 */
export function oterExercicesPerdus(donnees: string, temporaire = tmpdir()): void {
  for (const name of noms(temporaire)) if (name.startsWith(prefixe(donnees))) oter(join(temporaire, name))
}

function noms(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** mkdtemp gives 0700. */
function faireDossier(donnees: string, temporaire: string): string {
  try {
    return mkdtempSync(join(temporaire, prefixe(donnees)))
  } catch {
    throw new ExerciceError('exercice-impossible')
  }
}

/** The 32 bytes exist in this function alone; the store wipes those it was given. */
function ouvrir(folder: string, clock: () => Date): Store {
  const cle = randomBytes(32)
  try {
    return openStore({
      path: join(folder, 'exercice.db'),
      key: sousCle(cle, 'sqlite'),
      create: true,
      role: 'parquet',
      clock,
    })
  } finally {
    cle.fill(0)
  }
}

function remplir(store: Store, maintenant: Date): void {
  const [jour = '', heure = ''] = momentDe(maintenant.getTime()).split('T')
  const { personnes, reglages } = matineeExercice({
    jour,
    heure,
    instant: maintenant.toISOString(),
    nouvelId: randomUUID,
  })
  store.reglages.ecrireTous({ tribunal: TRIBUNAL_EXERCICE, ...reglages })
  for (const { dossier, pieces } of personnes) {
    const { casier, version: _version, ...nouveau } = verifierDossier(dossier)
    store.dossiers.creer(nouveau)
    if (casier !== undefined) store.dossiers.joindreCasier(dossier.id, casier)
    for (const piece of pieces) store.pieces.ajouter(dossier.id, piece)
  }
}

/** A folder that cannot go now (a virus scanner reads it) goes at the next start. */
function oter(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
  } catch {
    // Encrypted, and its key is gone.
  }
}

/** The sentences of the store speak of the real one, which was not touched. */
function enPhrase(error: unknown): unknown {
  return error instanceof StoreError ? new ExerciceError('exercice-impossible') : error
}
