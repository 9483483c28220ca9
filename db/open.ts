import { createHash, hkdfSync } from 'node:crypto'
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError } from './errors.ts'

export type Connection = InstanceType<typeof Database>

/** One thing done at every opening. Whatever is set is read back: SQLite is silent on an unknown pragma. */
export type OpeningStep =
  | { name: string; set?: string; read: string; expected: string | number }
  | { name: string; run: (db: Connection, secret: Secret) => void }

/**
 * In order. Sources: https://www.sqlite.org/pragma.html (each pragma by its name),
 * https://utelle.github.io/SQLite3MultipleCiphers/docs/configuration/config_sql_pragmas/
 */
export const OPENING_STEPS: readonly OpeningStep[] = [
  // Large sorts and temporary tables otherwise spill in clear into the temporary folder.
  // https://www.sqlite.org/pragma.html#pragma_temp_store
  { name: 'temp_store', set: 'temp_store = MEMORY', read: 'temp_store', expected: 2 },

  // The default of the library is chacha20; SQLCipher 4 is the documented, reviewed format.
  // https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_sqlcipher/
  { name: 'cipher', set: "cipher = 'sqlcipher'", read: 'cipher', expected: 'sqlcipher' },
  { name: 'legacy', set: 'legacy = 4', read: 'legacy', expected: '4' },
  // What « legacy = 4 » stands for; read back because a later default could differ.
  { name: 'kdf_iter', read: 'kdf_iter', expected: '256000' },
  { name: 'kdf_algorithm', read: 'kdf_algorithm', expected: '2' },
  { name: 'hmac_use', read: 'hmac_use', expected: '1' },
  { name: 'hmac_algorithm', read: 'hmac_algorithm', expected: '2' },
  { name: 'hmac_pgno', read: 'hmac_pgno', expected: '1' },
  { name: 'hmac_salt_mask', read: 'hmac_salt_mask', expected: '58' },
  { name: 'fast_kdf_iter', read: 'fast_kdf_iter', expected: '2' },
  { name: 'legacy_page_size', read: 'legacy_page_size', expected: '4096' },
  { name: 'plaintext_header_size', read: 'plaintext_header_size', expected: '0' },
  { name: 'key', run: giveKey },

  // One process at a time (R9), and no -shm file. Before WAL, so that shared memory is never tried.
  // https://www.sqlite.org/wal.html#use_of_wal_without_shared_memory
  { name: 'locking_mode', set: 'locking_mode = EXCLUSIVE', read: 'locking_mode', expected: 'exclusive' },
  // One sync per commit. https://www.sqlite.org/wal.html
  { name: 'journal_mode', set: 'journal_mode = WAL', read: 'journal_mode', expected: 'wal' },
  // This build falls back to NORMAL in WAL, which may lose the last commits at a power cut (R2).
  // https://www.sqlite.org/pragma.html#pragma_synchronous
  { name: 'synchronous', set: 'synchronous = FULL', read: 'synchronous', expected: 2 },
  // macOS: fsync alone does not reach the disk. https://www.sqlite.org/pragma.html#pragma_fullfsync
  { name: 'fullfsync', set: 'fullfsync = ON', read: 'fullfsync', expected: 1 },

  // https://www.sqlite.org/foreignkeys.html#fk_enable
  { name: 'foreign_keys', set: 'foreign_keys = ON', read: 'foreign_keys', expected: 1 },
  // REPLACE would otherwise delete a declaration without firing its trigger.
  // https://www.sqlite.org/pragma.html#pragma_recursive_triggers
  { name: 'recursive_triggers', set: 'recursive_triggers = ON', read: 'recursive_triggers', expected: 1 },
  // Deleted content is overwritten with zeros. https://www.sqlite.org/pragma.html#pragma_secure_delete
  { name: 'secure_delete', set: 'secure_delete = ON', read: 'secure_delete', expected: 1 },
  // A tampered schema may call no function with side effects, and a malformed page is seen early.
  // https://www.sqlite.org/security.html
  { name: 'trusted_schema', set: 'trusted_schema = OFF', read: 'trusted_schema', expected: 0 },
  { name: 'cell_size_check', set: 'cell_size_check = ON', read: 'cell_size_check', expected: 1 },
  // https://www.sqlite.org/pragma.html#pragma_quick_check
  { name: 'quick_check', run: requireSound },
]

const CLEAR_HEADER = Buffer.from('SQLite format 3\0', 'latin1')
/** https://www.zetetic.net/sqlcipher/design/: the first 16 bytes of an encrypted file are its salt. */
const SALT_BYTES = 16

/** By device and inode: the bases that this process holds. */
const held = new Map<string, Connection>()

/**
 * Opens a base that exists; with `create`, makes one of an empty file first. The caller keeps `key`
 * and wipes it.
 *
 * The header is read before SQLite opens the file, never while it is open: closing any other
 * descriptor of the file would drop this process's locks without a word, and R9 with them.
 * https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
 */
export function openFile(
  path: string,
  key: Buffer,
  options: { create?: boolean; steps?: readonly OpeningStep[] } = {},
): Connection {
  const { create = false, steps = OPENING_STEPS } = options
  const { file, size } = requireWritableFile(path)
  if (held.get(file)?.open) throw new StoreError('base-verrouillee', 'this process')
  const secret = { key, salt: saltOf(key) }
  if (create && size === 0) connect(path, steps, secret).close()
  // A forgotten key makes a clear base without any error (S2): look at the bytes themselves.
  requireOurHeader(path, secret.salt)
  const db = connect(path, steps, secret)
  held.set(file, db)
  return db
}

type Secret = { key: Buffer; salt: Buffer }

/** The ONLY place where the SQLite library is constructed. */
function connect(path: string, steps: readonly OpeningStep[], secret: Secret): Connection {
  const db = new Database(path, { fileMustExist: true, timeout: 250 })
  try {
    for (const step of steps) runStep(db, step, secret)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** `quick_check` may throw instead of answering: both mean « not sound ». */
export function isSound(db: Connection, check: 'quick_check' | 'integrity_check'): boolean {
  try {
    const lines = db.prepare(`PRAGMA ${check}`).pluck().all()
    return lines.length === 1 && lines[0] === 'ok'
  } catch {
    return false
  }
}

function runStep(db: Connection, step: OpeningStep, secret: Secret): void {
  if ('run' in step) {
    step.run(db, secret)
    return
  }
  if (step.set) db.pragma(step.set)
  if (db.pragma(step.read, { simple: true }) !== step.expected) {
    throw new StoreError('chiffrement-inattendu', step.name)
  }
}

/** SQLCipher takes 32 raw bytes for a passphrase: the key is given as the text x'<64 hex digits>'. */
function giveKey(db: Connection, { key, salt }: Secret): void {
  // Sets the salt of a file that does not exist yet; an existing file keeps its own.
  db.pragma(`cipher_salt = '${salt.toString('hex')}'`)
  // Written digit by digit: a JavaScript string of the key could never be wiped.
  const text = Buffer.alloc(67)
  const digits = Buffer.from('0123456789abcdef', 'latin1')
  try {
    text.write("x'", 0, 'latin1')
    for (const [i, byte] of key.entries()) {
      text[2 + 2 * i] = digits[byte >> 4] ?? 0
      text[3 + 2 * i] = digits[byte & 15] ?? 0
    }
    text.write("'", 66, 'latin1')
    if (!hasKey(db)) throw new StoreError('chiffrement-inattendu', 'key')
    db.key(text)
  } finally {
    text.fill(0)
  }
}

/** The published types are those of the library without encryption, and so would be a wrong alias. */
function hasKey(db: Connection): db is Connection & { key(text: Buffer): number } {
  return 'key' in db && typeof db.key === 'function'
}

function requireSound(db: Connection): void {
  // The first read is apart: its exception tells a locked or read-only base from a damaged one.
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  if (!isSound(db, 'quick_check')) throw new StoreError('base-endommagee', 'quick_check')
}

function requireWritableFile(path: string): { file: string; size: number } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new StoreError('base-absente')
  if (!stat.isFile()) throw new StoreError('base-inaccessible', 'not a file')
  accessSync(path, constants.R_OK | constants.W_OK)
  accessSync(dirname(path), constants.W_OK)
  return { file: `${stat.dev}:${stat.ino}`, size: stat.size }
}

/**
 * SQLite answers « not a database » to a wrong key and to a damaged first page alike. The salt need
 * not be random since the key is: 12 bytes derived from the key say whose file it is, 4 bytes of
 * checksum say whether these 12 are intact. So the two cases get two messages (S5).
 */
function saltOf(key: Buffer): Buffer {
  if (key.length !== 32) throw new RangeError('The key of the store has 32 bytes')
  const mark = Buffer.from(hkdfSync('sha256', key, '', 'aiguillage/sqlite/salt', SALT_BYTES - 4))
  return Buffer.concat([mark, checksum(mark)])
}

function checksum(mark: Buffer): Buffer {
  return createHash('sha256').update(mark).digest().subarray(0, 4)
}

function requireOurHeader(path: string, salt: Buffer): void {
  const header = readStart(path)
  if (header.equals(salt)) return
  if (header.equals(CLEAR_HEADER)) throw new StoreError('base-en-clair')
  const mark = header.subarray(0, SALT_BYTES - 4)
  const intact = header.length === SALT_BYTES && checksum(mark).equals(header.subarray(SALT_BYTES - 4))
  throw new StoreError(intact ? 'cle-refusee' : 'base-endommagee', 'header')
}

function readStart(path: string): Buffer {
  const fd = openSync(path, 'r')
  try {
    const start = Buffer.alloc(SALT_BYTES)
    return start.subarray(0, readSync(fd, start, 0, SALT_BYTES, 0))
  } finally {
    closeSync(fd)
  }
}
