import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { asStoreError, StoreError } from './errors.ts'
import type { Migration } from './migrations/index.ts'
import { type Connection, isSound, openFile } from './open.ts'

/**
 * Our own rather than drizzle's migrator: that one checks no hash, accepts a base newer than the
 * program, and turns foreign keys off inside its transaction, where SQLite ignores it, so that a
 * migration that recreates a table silently deletes the rows that refer to it.
 * https://www.sqlite.org/pragma.html#pragma_foreign_keys, https://www.sqlite.org/lang_altertable.html#otheralter
 */
export function migrate(
  db: Connection,
  options: { path: string; key: Buffer; migrations: readonly Migration[]; clock: () => Date },
): void {
  const { path, key, migrations, clock } = options
  requireOwnList(migrations)
  const applied = readJournal(db)
  requireSameHistory(applied, migrations)
  const pending = migrations.slice(applied.length)
  if (pending.length === 0) return

  // Kept if anything below fails, removed once the new structure is verified: a copy that stayed
  // would outlive the purge of the dossiers in it.
  const copy = `${path}.avant-migration`
  if (applied.length > 0) writeVerifiedCopy(db, copy, key)
  apply(db, pending, applied.length, clock)
  if (applied.length > 0) removeBase(copy)
}

/** Removes a base and what SQLite may have left beside it. */
export function removeBase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}

function apply(db: Connection, pending: readonly Migration[], already: number, clock: () => Date): void {
  // A no-op inside a transaction: it has to be here. https://www.sqlite.org/pragma.html#pragma_foreign_keys
  setForeignKeys(db, 0)
  try {
    db.exec('BEGIN EXCLUSIVE')
    db.exec(JOURNAL_TABLE)
    const note = db.prepare('INSERT INTO migrations (rang, id, sha256, appliquee_a) VALUES (?, ?, ?, ?)')
    for (const [i, migration] of pending.entries()) {
      db.exec(migration.sql)
      if (!db.inTransaction)
        throw new StoreError('migration-echouee', `${migration.id}: left the transaction`)
      note.run(already + i + 1, migration.id, migration.sha256, clock().toISOString())
    }
    if (db.pragma('foreign_key_check', { simple: true }) !== undefined) {
      throw new StoreError('migration-echouee', 'foreign_key_check')
    }
    if (!isSound(db, 'integrity_check')) throw new StoreError('migration-echouee', 'integrity_check')
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw asMigrationError(error)
  } finally {
    setForeignKeys(db, 1)
  }
  // Once more on what was committed: only now may the copy go.
  if (!isSound(db, 'integrity_check')) throw new StoreError('base-endommagee', 'after migration')
}

const JOURNAL_TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  rang INTEGER NOT NULL PRIMARY KEY CHECK (rang >= 1),
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  appliquee_a TEXT NOT NULL
) STRICT`

type Applied = { rang: number; id: string; sha256: string }

function readJournal(db: Connection): Applied[] {
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  if (tables.length === 0) return []
  // Tables without a journal: not a base that this program wrote.
  if (!tables.some(({ name }) => name === 'migrations'))
    throw new StoreError('migration-manquante', 'journal')
  const rows = db.prepare<[], Applied>('SELECT rang, id, sha256 FROM migrations ORDER BY rang').all()
  if (rows.some(({ rang }, i) => rang !== i + 1)) throw new StoreError('migration-manquante', 'journal')
  return rows
}

function requireSameHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [i, row] of applied.entries()) {
    const ours = migrations[i]
    if (ours?.id === row.id) {
      if (ours.sha256 !== row.sha256) throw new StoreError('migration-modifiee', row.id)
      continue
    }
    const newest = migrations.at(-1)
    const future = newest === undefined || row.id > newest.id
    throw new StoreError(future && ours === undefined ? 'base-plus-recente' : 'migration-manquante', row.id)
  }
}

/** The list itself: in order, and each text the one whose hash stands beside it. */
function requireOwnList(migrations: readonly Migration[]): void {
  for (const [i, { id, sql, sha256 }] of migrations.entries()) {
    const previous = migrations[i - 1]
    if (!/^\d{4}-[a-z0-9-]+$/.test(id) || (previous && previous.id.slice(0, 4) >= id.slice(0, 4))) {
      throw new StoreError('migration-manquante', id)
    }
    if (createHash('sha256').update(sql).digest('hex') !== sha256)
      throw new StoreError('migration-modifiee', id)
  }
}

/** `backup()` fails on an encrypted base; VACUUM INTO works and stays encrypted under the same key. */
function writeVerifiedCopy(db: Connection, copy: string, key: Buffer): void {
  removeBase(copy)
  try {
    const fd = openSync(copy, 'wx', 0o600)
    try {
      db.prepare('VACUUM INTO ?').run(copy)
      // VACUUM INTO does not sync what it writes. https://www.sqlite.org/lang_vacuum.html
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    requireTwin(db, copy, key)
  } catch (error) {
    removeBase(copy)
    throw error
  }
}

function requireTwin(db: Connection, copy: string, key: Buffer): void {
  const twin = openFile(copy, key)
  try {
    const same = isSound(twin, 'integrity_check') && countRows(twin) === countRows(db)
    if (!same) throw new StoreError('migration-echouee', 'copy')
  } finally {
    twin.close()
  }
}

function countRows(db: Connection): string {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  return tables
    .map((table) => `${table}=${db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()}`)
    .join(';')
}

function setForeignKeys(db: Connection, value: 0 | 1): void {
  db.pragma(`foreign_keys = ${value}`)
  if (db.pragma('foreign_keys', { simple: true }) !== value) {
    throw new StoreError('migration-echouee', 'foreign_keys')
  }
}

/** A full disk keeps its own sentence; whatever else stops a migration is « not done, base as before ». */
function asMigrationError(error: unknown): unknown {
  const known = asStoreError(error)
  if (known instanceof StoreError && known.code !== 'donnee-invalide') return known
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  return code?.startsWith('SQLITE_') ? new StoreError('migration-echouee', code) : known
}
