import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OPENING_STEPS, type OpeningStep } from '../../db/open.ts'
import { declaration, everyFile, holdsInClear, newDossier, newPlace } from './tools.ts'

const MARKERS = ['MARQUEUR-précision', 'MARQUEUR-nom-KELLER', 'MARQUEUR-réglage', 'MARQUEUR-tri']

function expectNothingInClear(folder: string): void {
  const files = everyFile(folder)
  expect(files.length).toBeGreaterThan(0)
  for (const { name, bytes } of files) {
    for (const marker of MARKERS) {
      expect(holdsInClear(bytes, marker), `${marker} in ${name}`).toBe(false)
    }
    expect(bytes.includes('CREATE TABLE'), `schema in ${name}`).toBe(false)
  }
}

describe('S1 — nothing readable on disk', () => {
  it('in the base and its log, open then closed; the folder holds nothing else', () => {
    const place = newPlace()
    const store = place.open()
    const said = Array.from({ length: 300 }, () => declaration({ precision: 'MARQUEUR-précision' }))
    const id = newDossier(store, said)
    store.dossiers.identifier(id, { personne: { nom: 'MARQUEUR-nom-KELLER' } })
    store.reglages.ecrire('tribunal', 'MARQUEUR-réglage')
    expectNothingInClear(place.folder)
    store.close()
    expectNothingInClear(place.folder)
    expect(readdirSync(place.folder)).toEqual(['aiguillage.db'])
    // The markers are really there, for who has the key.
    expect(place.open().dossiers.lire(id)?.personne?.nom).toBe('MARQUEUR-nom-KELLER')
  })

  it('in what a crash leaves behind, temporary folder included', async () => {
    const { folder } = newPlace()
    const temporary = join(folder, 'tmp')
    mkdirSync(temporary)
    const child = crashingChild(folder, temporary)
    const [said] = await once(child.stdout.setEncoding('utf8'), 'data')
    expect(said).toContain('prêt')
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(existsSync(join(folder, 'base.db-wal'))).toBe(true)
    expectNothingInClear(folder)
  })

  // SQLite unlinks its temporary files at once: they are looked for among the open descriptors.
  const linux = process.platform === 'linux'
  it.skipIf(!linux)(
    'large sorts and temporary tables stay in memory; a mutant that lets them spill is seen',
    () => {
      expect(spilledWhileSorting(OPENING_STEPS)).toEqual([])
      const mutant = OPENING_STEPS.map((step) =>
        step.name === 'temp_store'
          ? { name: 'temp_store', set: 'temp_store = FILE', read: 'temp_store', expected: 1 }
          : step,
      )
      expect(spilledWhileSorting(mutant)).toContain('MARQUEUR-tri')
    },
  )
})

/** What can be read in clear, during a large sort into a temporary table, in any file this process has open. */
function spilledWhileSorting(steps: readonly OpeningStep[]): string[] {
  const place = newPlace()
  place.open().close()
  const db = place.raw(steps)
  // Small cache, so that the sort is large for it.
  db.pragma('cache_size = 20')
  db.exec(`CREATE TEMP TABLE tri AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
    SELECT 'MARQUEUR-tri-' || (i * 7919 % 60000) || hex(zeroblob(80)) AS texte FROM n ORDER BY texte`)
  const rows = db.prepare('SELECT texte FROM tri ORDER BY substr(texte, 14) DESC').iterate()
  rows.next()
  const seen = openFiles()
    .map((fd) => readFileSync(`/proc/self/fd/${fd}`))
    .filter((bytes) => holdsInClear(bytes, 'MARQUEUR-tri'))
  rows.return?.()
  return seen.length > 0 ? ['MARQUEUR-tri'] : []
}

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).includes('etilqs')
    } catch {
      return false
    }
  })
}

/** Writes the markers in every way at hand, keeps a transaction open, says so, and waits to be killed. */
function crashingChild(folder: string, temporary: string) {
  const url = new URL('../../db/open.ts', import.meta.url).href
  const script = `
    import { closeSync, openSync, writeSync } from 'node:fs'
    import { openFile } from ${JSON.stringify(url)}
    const path = ${JSON.stringify(join(folder, 'base.db'))}
    closeSync(openSync(path, 'wx', 0o600))
    const db = openFile(path, Buffer.alloc(32, 9), { create: true })
    db.pragma('cache_size = 20')
    db.exec("CREATE TABLE t (texte TEXT) STRICT; CREATE TEMP TABLE s (texte TEXT)")
    const insert = db.prepare('INSERT INTO t VALUES (?)')
    for (let i = 0; i < 50; i++) insert.run('MARQUEUR-précision' + i)
    db.exec('BEGIN')
    for (let i = 0; i < 20000; i++) insert.run('MARQUEUR-nom-KELLER' + i)
    db.exec("INSERT INTO s SELECT 'MARQUEUR-tri' || texte FROM t ORDER BY texte DESC")
    writeSync(1, 'prêt')
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
