import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Role } from '../domain/index.ts'
import { asStoreError, StoreError } from './errors.ts'
import { migrate, removeBase } from './migrate.ts'
import { MIGRATIONS, type Migration } from './migrations/index.ts'
import { type Connection, openFile } from './open.ts'
import { type Store, storeOn } from './store.ts'

export type { CatalogueImporte, CleDeConfiance, PaireDeCles } from './catalogue.ts'
export { StoreError } from './errors.ts'
export type { Store } from './store.ts'

export interface StoreOptions {
  path: string
  /** 32 raw bytes, wiped before this function returns or throws. */
  key: Buffer
  /** Make the base when there is none. Without it, a missing base is told, never replaced in silence. */
  create?: boolean
  role: Role
  clock: () => Date
}

/** The one door to the data: everything that promesses.md asks of an opening happens in here. */
export function openStore(options: StoreOptions, migrations: readonly Migration[] = MIGRATIONS): Store {
  const { path, key, clock } = options
  try {
    if (options.create && !existsSync(path)) createBase(options, migrations)
    return storeOn(openOfRole(options, migrations), clock)
  } catch (error) {
    throw asStoreError(error)
  } finally {
    key.fill(0)
  }
}

function openMigrated(
  path: string,
  options: StoreOptions,
  migrations: readonly Migration[],
  create = false,
): Connection {
  const db = openFile(path, options.key, { create })
  try {
    migrate(db, { path, key: options.key, migrations, clock: options.clock })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function openOfRole(options: StoreOptions, migrations: readonly Migration[]): Connection {
  const db = openMigrated(options.path, options, migrations)
  if (db.prepare('SELECT role FROM magasin').pluck().get() === options.role) return db
  db.close()
  throw new StoreError('autre-profil')
}

/** Under another name until it is complete: a kill during the first start leaves no half base (R10). */
function createBase(options: StoreOptions, migrations: readonly Migration[]): void {
  const draft = `${options.path}.nouvelle`
  removeBase(draft)
  // 0600; SQLite gives -wal the mode of the base.
  closeSync(openSync(draft, 'wx', 0o600))
  try {
    const db = openMigrated(draft, options, migrations, true)
    db.prepare('INSERT INTO magasin (id, role) VALUES (1, ?)').run(options.role)
    db.close()
    renameSync(draft, options.path)
    syncFolder(dirname(options.path))
  } catch (error) {
    removeBase(draft)
    throw error
  }
}

/** The new name itself has to reach the disk; Windows keeps names without it and refuses the call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
