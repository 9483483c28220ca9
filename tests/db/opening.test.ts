import { spawnSync } from 'node:child_process'
import { createHmac, pbkdf2Sync } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { openStore, StoreError } from '../../db/index.ts'
import { OPENING_STEPS, openFile } from '../../db/open.ts'
import {
  clearPages,
  codeOf,
  declaration,
  mountSmall,
  NOON,
  newDossier,
  newPlace,
  type Place,
  remount,
  temporaryFolder,
} from './tools.ts'

const without = (name: string) => OPENING_STEPS.filter((step) => step.name !== name)
const swap = (name: string, set: string) =>
  OPENING_STEPS.map((step) => (step.name === name ? { ...step, set } : step))

/** A base with some content, closed, then changed byte by byte by the test. */
function closedBase(): Place {
  const place = newPlace()
  const store = place.open()
  newDossier(
    store,
    Array.from({ length: 200 }, () => declaration()),
  )
  store.close()
  // No free page: damage to one would rightly go unseen.
  const raw = place.raw()
  raw.exec('VACUUM')
  raw.close()
  return place
}

function damage(path: string, offset: number, length = 16): void {
  const bytes = readFileSync(path)
  for (let i = offset; i < offset + length; i++) bytes[i] = (bytes[i] ?? 0) ^ 0xa5
  writeFileSync(path, bytes)
}

describe('S2 — a base is never created nor opened in clear', () => {
  it('the header of a new base is not SQLite’s', () => {
    const { path } = closedBase()
    expect(readFileSync(path).toString('latin1')).not.toContain('SQLite format 3')
  })

  it('a mutant that forgets the key is caught at creation', () => {
    const { folder, key } = newPlace()
    const path = join(folder, 'mutant.db')
    writeFileSync(path, '')
    expect(codeOf(() => openFile(path, key(), { create: true, steps: without('key') }))).toBe('base-en-clair')
  })

  it('a mutant that forgets the key opens nothing that exists', () => {
    const { path, key } = closedBase()
    expect(codeOf(() => openFile(path, key(), { steps: without('key') }))).toBe('SQLITE_NOTADB')
  })

  it('a base in clear put in place of ours is refused and left as it was', () => {
    const place = newPlace()
    const clear = new DatabaseSync(place.path)
    clear.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)')
    clear.close()
    const before = readFileSync(place.path)
    expect(codeOf(() => place.open())).toBe('base-en-clair')
    expect(readFileSync(place.path)).toEqual(before)
  })
})

describe('S3 — cipher parameters are set and read back', () => {
  it('page 1 opens with SQLCipher 4’s published construction and nothing else', () => {
    // Written from https://www.zetetic.net/sqlcipher/design/ with node:crypto alone.
    const { path, key } = closedBase()
    const page = readFileSync(path).subarray(0, 4096)
    const salt = page.subarray(0, 16)
    const hmacKey = pbkdf2Sync(key(), Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')
    const number = Buffer.from([1, 0, 0, 0])
    const seal = createHmac('sha512', hmacKey).update(page.subarray(16, 4032)).update(number).digest()
    expect(page.subarray(4032)).toEqual(seal)
    const [clear, ...others] = clearPages(path, key())
    expect(clear?.readUInt16BE(0)).toBe(4096)
    expect(Buffer.concat(others).toString('latin1')).toContain('CREATE TABLE declarations')
  })

  it.each([
    ['cipher', "cipher = 'chacha20'"],
    ['legacy', 'legacy = 3'],
    ['temp_store', 'temp_store = FILE'],
    ['synchronous', 'synchronous = NORMAL'],
    ['foreign_keys', 'foreign_keys = OFF'],
    ['secure_delete', 'secure_delete = OFF'],
    ['trusted_schema', 'trusted_schema = ON'],
    ['cell_size_check', 'cell_size_check = OFF'],
    ['recursive_triggers', 'recursive_triggers = OFF'],
    ['locking_mode', 'locking_mode = NORMAL'],
    ['journal_mode', 'journal_mode = DELETE'],
    ['synchronous', 'synchronus = FULL'],
  ])('a mutant that sets %s otherwise (%s) is caught', (name, set) => {
    const { path, key } = closedBase()
    expect(codeOf(() => openFile(path, key(), { steps: swap(name, set) }))).toBe('chiffrement-inattendu')
  })

  it('the caller’s key is wiped, whether the opening succeeds or fails', () => {
    const { path, key } = closedBase()
    const options = { path, role: 'parquet', clock: () => NOON } as const
    const good = key()
    openStore({ ...options, key: good }).close()
    expect(good).toEqual(Buffer.alloc(32))
    const bad = Buffer.alloc(32, 7)
    expect(codeOf(() => openStore({ ...options, key: bad }))).toBe('cle-refusee')
    expect(bad).toEqual(Buffer.alloc(32))
  })
})

it('R2 — synchronous is FULL at each opening, with foreign keys and the other guards', () => {
  const place = closedBase()
  for (let opening = 0; opening < 3; opening++) {
    const db = place.raw()
    const read = (name: string) => db.pragma(name, { simple: true })
    expect(read('synchronous')).toBe(2)
    expect(read('foreign_keys')).toBe(1)
    expect(read('temp_store')).toBe(2)
    expect(read('journal_mode')).toBe('wal')
    db.exec('UPDATE reglages SET valeur = valeur')
    db.close()
  }
})

describe('R9 — one writer: a base that is open cannot be opened again', () => {
  it('by another process nor by this one, not even to read; it can once the first has closed', () => {
    const place = newPlace()
    const store = place.open()
    const script = `
      import { asStoreError } from ${JSON.stringify(new URL('../../db/errors.ts', import.meta.url).href)}
      import { openFile } from ${JSON.stringify(new URL('../../db/open.ts', import.meta.url).href)}
      try {
        openFile(process.argv[1], Buffer.from(process.argv[2], 'hex')).close()
        console.log('ouverte')
      } catch (error) { console.log(asStoreError(error).code) }`
    const args = ['--input-type=module', '-e', script, place.path, place.key().toString('hex')]
    const other = () => spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim()
    expect(other()).toBe('base-verrouillee')
    // A second try in this process is refused too, and does not cost the first its lock.
    expect(codeOf(() => place.open())).toBe('base-verrouillee')
    expect(other()).toBe('base-verrouillee')
    expect(existsSync(`${place.path}-shm`)).toBe(false)
    store.close()
    expect(other()).toBe('ouverte')
  })
})

describe('R4 — what is wrong with a base is told apart, and nothing is changed', () => {
  it('another vault’s key', () => {
    const place = closedBase()
    expect(codeOf(() => openFile(place.path, Buffer.alloc(32, 1)))).toBe('cle-refusee')
  })

  it('damage, wherever it is', () => {
    const size = statSync(closedBase().path).size
    const places = [0, 14, 16, 100, 4000, 4090, 4096, Math.floor(size / 2), size - 4096, size - 20]
    for (const offset of places) {
      const place = closedBase()
      damage(place.path, offset)
      const before = readFileSync(place.path)
      expect(
        codeOf(() => place.open()),
        `offset ${offset}`,
      ).toBe('base-endommagee')
      expect(readFileSync(place.path)).toEqual(before)
    }
  })

  it.each([0, 1, 15, 16, 4096, 5000, 8192])('truncated to %i bytes', (size) => {
    const place = closedBase()
    truncateSync(place.path, size)
    expect(
      codeOf(() => place.open()),
      'create never replaces what is there',
    ).toBe('base-endommagee')
    expect(statSync(place.path).size).toBe(size)
  })

  it('bytes that were never a base', () => {
    const place = newPlace()
    writeFileSync(place.path, 'a letter, saved under the wrong name')
    expect(codeOf(() => place.open())).toBe('base-endommagee')
  })

  it('a WAL that belongs to another base', () => {
    const other = newPlace()
    newDossier(other.open(), [declaration()])
    const place = closedBase()
    writeFileSync(`${place.path}-wal`, readFileSync(`${other.path}-wal`))
    expect(codeOf(() => place.open())).toBe('base-endommagee')
  })

  it('a base that is missing is told, never replaced in silence', () => {
    const place = newPlace()
    expect(codeOf(() => place.open({ create: false }))).toBe('base-absente')
    expect(readdirSync(place.folder)).toEqual([])
  })

  it('a folder in place of the base, a folder that does not exist', () => {
    const place = newPlace()
    mkdirSync(place.path)
    expect(codeOf(() => place.open())).toBe('base-inaccessible')
    expect(codeOf(() => newPlace(join(place.folder, 'nowhere')).open())).toBe('base-inaccessible')
  })

  it('another profile', () => {
    const place = closedBase()
    const options = { path: place.path, key: place.key(), clock: () => NOON }
    expect(codeOf(() => openStore({ ...options, role: 'defense' }))).toBe('autre-profil')
  })
})

it('a kill during the first start leaves no half base: the draft is thrown away and made again', () => {
  const place = newPlace()
  writeFileSync(`${place.path}.nouvelle`, 'half of a base')
  writeFileSync(`${place.path}.nouvelle-wal`, 'half of its log')
  newDossier(place.open())
  expect(readdirSync(place.folder).filter((name) => name.includes('nouvelle'))).toEqual([])
  expect(statSync(place.path).mode & 0o777).toBe(0o600)
  expect(statSync(`${place.path}-wal`).mode & 0o777).toBe(0o600)
})

it('a read-only folder is told with one sentence and nothing is changed', ({ skip }) => {
  const folder = temporaryFolder()
  const why = mountSmall(folder, '4m')
  if (why) return skip(why)
  const place = newPlace(folder)
  const store = place.open()
  const id = newDossier(store, [declaration()])
  store.close()
  remount(folder, 'ro')
  expect(() => place.open()).toThrow(StoreError)
  expect(codeOf(() => place.open())).toBe('lecture-seule')
  expect(codeOf(() => openStoreAt(join(folder, 'autre.db')))).toBe('lecture-seule')
  remount(folder, 'rw')
  expect(place.open().dossiers.lire(id)?.declarations).toHaveLength(1)
})

function openStoreAt(path: string) {
  return openStore({ path, key: Buffer.alloc(32, 3), create: true, role: 'parquet', clock: () => NOON })
}
