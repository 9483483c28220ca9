import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '../../db/index.ts'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { storeOn } from '../../db/store.ts'
import type { Declaration } from '../../domain/contrat.ts'
import {
  codeOf,
  declaration,
  migration,
  mountSmall,
  NOON,
  newDossier,
  newPlace,
  remount,
  temporaryFolder,
} from './tools.ts'

const heavy = () => declaration({ precision: 'x'.repeat(20_000) })

/** Adds until the disk refuses; what was acknowledged, and what the refusal said. */
function fill(add: (batch: Declaration[]) => void): { kept: string[]; code: string | undefined } {
  const kept: string[] = []
  for (let i = 0; i < 2000; i++) {
    const batch = [heavy(), heavy(), heavy()]
    const code = codeOf(() => add(batch))
    if (code) return { kept, code }
    kept.push(...batch.map(({ id }) => id))
  }
  return { kept, code: undefined }
}

it('R3 — a full disk is told, corrupts nothing, loses no answer, and work goes on once there is room', ({
  skip,
}) => {
  const folder = temporaryFolder()
  const why = mountSmall(folder, '2m')
  if (why) return skip(why)
  const place = newPlace(folder)
  const store = place.open()
  const id = newDossier(store)
  const { kept, code } = fill((batch) => store.dossiers.ajouter(id, batch))
  expect(code).toBe('disque-plein')
  expect(kept.length).toBeGreaterThan(10)
  const ids = () => store.dossiers.lire(id)?.declarations.map((said) => said.id)
  expect(ids()).toEqual(kept)
  expect(store.check()).toBe(true)

  // Still full after a restart: opening works or is refused in words, and the base is unhurt.
  store.close()
  expect([undefined, 'disque-plein']).toContain(codeOf(() => place.open().close()))
  remount(folder, 'size=8m')
  const again = place.open()
  const next = declaration()
  again.dossiers.ajouter(id, [next])
  expect(again.dossiers.lire(id)?.declarations.map((said) => said.id)).toEqual([...kept, next.id])
  expect(again.check()).toBe(true)
})

it('R3 — a first start on a full disk leaves nothing half made', ({ skip }) => {
  const folder = temporaryFolder()
  const why = mountSmall(folder, '64k')
  if (why) return skip(why)
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(40 * 1024))
  const place = newPlace(folder)
  expect(codeOf(() => place.open())).toBe('disque-plein')
  expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' }).trim()).toBe('ballast')
})

it('R3 — a migration that meets a full disk leaves the base as it was', ({ skip }) => {
  const folder = temporaryFolder()
  const why = mountSmall(folder, '1m')
  if (why) return skip(why)
  const place = newPlace(folder)
  const store = place.open()
  const id = newDossier(store, Array.from({ length: 15 }, heavy))
  store.close()
  writeFileSync(join(folder, 'ballast'), Buffer.alloc(550 * 1024))
  const migrations = [...MIGRATIONS, migration('0003-essai', 'CREATE TABLE essai (a TEXT) STRICT;')]
  expect(codeOf(() => place.open({ migrations }))).toBe('disque-plein')
  expect(readdirSync(folder).sort()).toEqual(['aiguillage.db', 'ballast'])
  expect(place.open().dossiers.lire(id)?.declarations).toHaveLength(15)
})

it('R3 — where no small disk can be mounted: the same through the limit of SQLite itself', () => {
  const place = newPlace()
  openStore({ path: place.path, key: place.key(), create: true, role: 'parquet', clock: () => NOON }).close()
  const raw = place.raw()
  raw.pragma('max_page_count = 200')
  const store = storeOn(raw, () => NOON)
  const id = newDossier(store)
  const { kept, code } = fill((batch) => store.dossiers.ajouter(id, batch))
  expect(code).toBe('disque-plein')
  expect(store.dossiers.lire(id)?.declarations.map((said) => said.id)).toEqual(kept)
  expect(store.check()).toBe(true)
})
