import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore, type Store, StoreError } from '../db/index.ts'
import { type Role, TRIBUNAL_EXERCICE } from '../domain/index.ts'
import { commencerExercice, type Exercice, ExerciceError, oterExercicesPerdus } from './exercice.ts'
import { creerCoffre, lireEtatCoffre, ouvrirCoffre, sousCle, VaultError } from './vault/index.ts'

export interface EtatSession {
  coffre: 'absent' | 'verrouille' | 'ouvert'
  profil: Role | null
  tribunal: string | null
  /** The open store is the practice one. */
  exercice: boolean
  panne: string | null
}

const FOLDER_REFUSED =
  'Le dossier des données n’est pas accessible en écriture\u00a0: rétablissez ce droit, puis relancez Aiguillage. Rien n’a été modifié.'

const ENCORE_OUVERT = 'Le coffre est encore ouvert\u00a0: verrouillez-le par Ctrl+L, puis recommencez.'

const DRAFT = '.magasin-'

/** Why nothing can be made in this folder: the sentence of `panne`. */
export class StartError extends Error {
  readonly code = 'demarrage-impossible'
}

/**
 * The vault and the store of one data folder, open or not. Both live in `magasin/`, which takes its name
 * in one step once it is complete: a kill during the first start leaves no vault without its base.
 *
 * The practice store takes the place of the real one, which is closed first: the two are never open together.
 */
export class Session {
  readonly #folder: string
  readonly #clock: () => Date
  #open: { store: Store; profil: Role } | null = null
  #exercice: Exercice | null = null
  #storePanne: string | null = null
  #queue: Promise<unknown> = Promise.resolve()

  constructor(folder: string, clock: () => Date) {
    this.#folder = folder
    this.#clock = clock
  }

  get #magasin(): string {
    return join(this.#folder, 'magasin')
  }

  /** Something can be read and written: the real store, or the practice one. */
  get isUnlocked(): boolean {
    return this.#open !== null || this.#exercice !== null
  }

  get enExercice(): boolean {
    return this.#exercice !== null
  }

  /** Throws when locked: the router has refused before, except for a lock that came in between. */
  get opened(): { store: Store; profil: Role } {
    if (this.#exercice !== null) return { store: this.#exercice.store, profil: 'parquet' }
    if (this.#open === null) throw new StoreError('base-fermee')
    return this.#open
  }

  /** Never throws: what is wrong with the folder is an answer too (R11), and is read again each time. */
  async etat(): Promise<EtatSession> {
    if (this.#exercice !== null)
      return {
        coffre: 'ouvert',
        profil: 'parquet',
        tribunal: TRIBUNAL_EXERCICE,
        exercice: true,
        panne: null,
      }
    if (this.#open !== null) {
      const tribunal = this.#open.store.reglages.lire().tribunal
      return {
        coffre: 'ouvert',
        profil: this.#open.profil,
        tribunal: typeof tribunal === 'string' ? tribunal : null,
        exercice: false,
        panne: null,
      }
    }
    const closed = {
      coffre: 'verrouille',
      profil: null,
      tribunal: null,
      exercice: false,
      panne: null,
    } as const
    if (!(await isWritable(this.#folder))) return { ...closed, panne: FOLDER_REFUSED }
    try {
      const found = await lireEtatCoffre(this.#magasin)
      if (found !== 'absent') return { ...closed, profil: found.profil, panne: this.#storePanne }
      // A base whose vault is gone must not be taken for a first start.
      if (await exists(this.#base(this.#magasin))) throw new VaultError('coffre-absent')
      return { ...closed, coffre: 'absent' }
    } catch (error) {
      return { ...closed, panne: error instanceof VaultError ? error.message : FOLDER_REFUSED }
    }
  }

  creer(profil: Role, tribunal: string, phrase: string): Promise<{ codeRecuperation: string }> {
    return this.#oneAtATime(async () => {
      if (this.#exercice !== null) throw new ExerciceError('exercice-en-cours')
      const { coffre, panne } = await this.etat()
      if (panne !== null) throw new StartError(panne)
      if (coffre !== 'absent') throw new VaultError('coffre-existant')
      const draft = join(this.#folder, `${DRAFT}${randomBytes(8).toString('hex')}`)
      await mkdir(draft, { recursive: true, mode: 0o700 })
      try {
        const { cle, codeRecuperation } = await creerCoffre(draft, { profil, phrase })
        try {
          const store = this.#openStore(draft, cle, profil, true)
          store.reglages.ecrire('tribunal', tribunal)
          store.close()
          await rename(draft, this.#magasin)
          await syncFolder(this.#folder)
          this.#open = { store: this.#openStore(this.#magasin, cle, profil, false), profil }
        } finally {
          cle.fill(0)
        }
        return { codeRecuperation }
      } finally {
        await this.#removeDrafts()
      }
    })
  }

  ouvrir(secret: string): Promise<void> {
    return this.#oneAtATime(async () => {
      if (this.#exercice !== null) throw new ExerciceError('exercice-en-cours')
      if (this.#open !== null) return
      const { cle, profil } = await ouvrirCoffre(this.#magasin, secret)
      try {
        this.#open = { store: this.#openStore(this.#magasin, cle, profil, false), profil }
        this.#storePanne = null
      } catch (error) {
        if (error instanceof StoreError) this.#storePanne = error.message
        throw error
      } finally {
        cle.fill(0)
      }
    })
  }

  /** Twice in a row is one exercise. The real store must be locked by then. */
  commencerExercice(): Promise<void> {
    return this.#oneAtATime(async () => {
      if (this.#exercice !== null) return
      if (this.#open !== null) throw new StartError(ENCORE_OUVERT)
      this.#exercice = commencerExercice(this.#folder, this.#clock)
    })
  }

  /** What a killed run left of its exercise; call it once this data folder is ours alone (R9). */
  oterExercicesPerdus(): void {
    oterExercicesPerdus(this.#folder)
  }

  /** Closes whatever is open. An exercise is removed with it: nothing of it is kept. */
  verrouiller(): void {
    const open = this.#open
    const exercice = this.#exercice
    this.#open = null
    this.#exercice = null
    open?.store.close()
    exercice?.finir()
  }

  /** This one if it failed, and those that a kill left: never complete, nothing was ever typed in them. */
  async #removeDrafts(): Promise<void> {
    const drafts = (await readdir(this.#folder)).filter((name) => name.startsWith(DRAFT))
    for (const name of drafts) await rm(join(this.#folder, name), { recursive: true, force: true })
  }

  #base(magasin: string): string {
    return join(magasin, 'aiguillage.db')
  }

  #openStore(magasin: string, cle: Buffer, role: Role, create: boolean): Store {
    return openStore({
      path: this.#base(magasin),
      key: sousCle(cle, 'sqlite'),
      create,
      role,
      clock: this.#clock,
    })
  }

  /** A double click must not make two vaults, nor two derivations at once. */
  #oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The new name itself has to reach the disk; Windows keeps it without this and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
