import { execFileSync } from 'node:child_process'
import { createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { openStore, type Store } from '../../db/index.ts'
import type { Migration } from '../../db/migrations/index.ts'
import { type Connection, type OpeningStep, openFile } from '../../db/open.ts'
import type { Declaration, Piece, Role } from '../../domain/index.ts'

// Disks and machines are shared: a slow sync is not a failure.
vi.setConfig({ testTimeout: 30_000 })

export const NOON = new Date('2026-11-23T12:00:00Z')

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Place {
  folder: string
  path: string
  /** A fresh copy each time: openStore wipes the one it is given. */
  key: () => Buffer
  open: (options?: { create?: boolean; migrations?: readonly Migration[]; role?: Role }) => Store
  /** The file itself, under the opening rules and without the store: what an attacker of the code would hold. */
  raw: (steps?: readonly OpeningStep[]) => Connection
}

export function newPlace(folder = temporaryFolder()): Place {
  const path = join(folder, 'aiguillage.db')
  const secret = randomBytes(32)
  const key = () => Buffer.from(secret)
  return {
    folder,
    path,
    key,
    open: ({ create = true, migrations, role = 'parquet' } = {}) => {
      const store = openStore({ path, key: key(), create, role, clock: () => NOON }, migrations)
      onTestFinished(() => store.close())
      return store
    },
    raw: (steps) => {
      const db = openFile(path, key(), steps ? { steps } : {})
      onTestFinished(() => {
        db.close()
      })
      return db
    },
  }
}

/** A made-up migration, with its right hash. */
export const migration = (id: string, sql: string): Migration => ({
  id,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
})

let minutes = 0

/** Each a minute after the one before: in this order they come back. */
export function declaration(changes: Partial<Declaration> = {}): Declaration {
  return {
    id: randomUUID(),
    fait: 'addiction.conduite',
    valeur: true,
    origine: 'procedure',
    verifie: false,
    precision: 'audition, p. 3',
    auteur: { role: 'parquet' },
    date: new Date(NOON.getTime() + 60_000 * minutes++).toISOString(),
    ...changes,
  }
}

export function piece(changes: Partial<Piece> = {}): Piece {
  return {
    id: randomUUID(),
    nom: 'PV d’audition',
    nature: 'audition',
    texte: 'Question : où dormez-vous ? Réponse : à la rue.',
    pages: [{ debut: 0, fin: 47, reconnue: false }],
    ajouteLe: NOON.toISOString(),
    ...changes,
  }
}

export function newDossier(store: Store, declarations: Declaration[] = []): string {
  const id = randomUUID()
  store.dossiers.creer({ id, dateAudience: '2026-11-23', declarations })
  return id
}

/** Every file under a folder, with its bytes. */
export function everyFile(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const name = join(entry.parentPath, entry.name)
      return { name, bytes: readFileSync(name) }
    })
}

const PAGE = 4096

/** https://www.zetetic.net/sqlcipher/design/: AES-256-CBC, then 16 bytes of IV and 64 of seal at the end of each page. */
function clearPage(page: Buffer, key: Buffer, first: boolean): Buffer {
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(PAGE - 80, PAGE - 64))
  decipher.setAutoPadding(false)
  return Buffer.concat([decipher.update(page.subarray(first ? 16 : 0, PAGE - 80)), decipher.final()])
}

/** Every page of the base and of its log, free ones included, as whoever has the key could read them. */
export function clearPages(path: string, key: Buffer): Buffer[] {
  const base = readFileSync(path)
  const pages = Array.from({ length: base.length / PAGE }, (_, i) =>
    clearPage(base.subarray(i * PAGE, (i + 1) * PAGE), key, i === 0),
  )
  const log = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0)
  // https://www.sqlite.org/fileformat2.html#walformat: 32 bytes, then frames of 24 bytes and a page.
  for (let at = 32; at + 24 + PAGE <= log.length; at += 24 + PAGE) {
    const frame = log.subarray(at + 24, at + 24 + PAGE)
    pages.push(clearPage(frame, key, log.readUInt32BE(at) === 1))
  }
  return pages
}

/** The two encodings in which SQLite and JavaScript write text. */
export function holdsInClear(bytes: Buffer, marker: string): boolean {
  return bytes.includes(Buffer.from(marker, 'utf8')) || bytes.includes(Buffer.from(marker, 'utf16le'))
}

/** Code of the error that `work` throws: `undefined` when it does not throw. */
export function codeOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
  return undefined
}

/** A small file system of its own, or why there is none. Root is not stopped by rights: only a mount is honest. */
export function mountSmall(folder: string, size: string): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux to mount a tmpfs'
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return 'mount of a tmpfs refused'
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
  })
  return null
}

export function remount(folder: string, options: string): void {
  execFileSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'pipe' })
}
