import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { openFile } from '../../db/open.ts'
import * as schema from '../../db/schema.ts'
import type { Declaration, Dossier } from '../../domain/contrat.ts'
import { codeOf, declaration, migration, NOON, newDossier, newPlace, type Place, piece } from './tools.ts'

const [first] = MIGRATIONS
if (!first) throw new Error('no migration')
const socle = first

/** Recreates the parent table, as SQLite asks for most changes: where drizzle's migrator loses the children. */
const RECREATE_PARENT = `
  DROP TRIGGER declarations_sans_suppression;
  DROP TRIGGER identites_sans_suppression;
  CREATE TABLE dossiers_2 (
    numero INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, date_audience TEXT NOT NULL,
    remarque TEXT NOT NULL DEFAULT ''
  ) STRICT;
  INSERT INTO dossiers_2 (numero, id, date_audience) SELECT numero, id, date_audience FROM dossiers;
  DROP TABLE dossiers;
  ALTER TABLE dossiers_2 RENAME TO dossiers;
  CREATE TRIGGER declarations_sans_suppression BEFORE DELETE ON declarations
  WHEN EXISTS (SELECT 1 FROM dossiers WHERE numero = OLD.dossier) BEGIN SELECT RAISE(ABORT, 'no'); END;
  CREATE TRIGGER identites_sans_suppression BEFORE DELETE ON identites
  WHEN EXISTS (SELECT 1 FROM dossiers WHERE numero = OLD.dossier) BEGIN SELECT RAISE(ABORT, 'no'); END;`

const then = (sql: string, id = '0003-essai') => [...MIGRATIONS, migration(id, sql)]

function populated(): { place: Place; before: Dossier[] } {
  const place = newPlace()
  const store = place.open()
  for (let i = 0; i < 5; i++) {
    const id = newDossier(store, [declaration(), declaration({ precision: `n° ${i}` })])
    store.dossiers.identifier(id, { numeroParquet: `2632700012${i}` })
  }
  const before = store.dossiers.lister('2026-11-23')
  store.close()
  return { place, before }
}

describe('R7 — migrations keep every row; edited, missing or future ones are refused', () => {
  it('a migration that recreates the parent table keeps every child row', () => {
    const { place, before } = populated()
    const store = place.open({ migrations: then(RECREATE_PARENT) })
    expect(store.dossiers.lister('2026-11-23')).toEqual(before)
    expect(before).toHaveLength(5)
    expect(store.check()).toBe(true)
    store.close()
    expect(place.raw().prepare('SELECT rang, id FROM migrations').raw().all()).toEqual([
      [1, '0001-socle'],
      [2, '0002-pieces-catalogue'],
      [3, '0003-essai'],
    ])
  })

  it.each([
    ['that fails half-way', "INSERT INTO reglages VALUES ('a', '1'); SELECT * FROM nowhere;"],
    ['that ends the transaction by itself', 'CREATE TABLE x (a) STRICT; COMMIT;'],
    ['that breaks a constraint', "INSERT INTO magasin VALUES (2, 'parquet');"],
  ])('a migration %s leaves the base as it was', (_, sql) => {
    const { place, before } = populated()
    expect(codeOf(() => place.open({ migrations: then(sql) }))).toBe('migration-echouee')
    const store = place.open()
    expect(store.dossiers.lister('2026-11-23')).toEqual(before)
    expect(store.reglages.lire()).toEqual({})
  })

  it('the copy made before is verified, encrypted, kept on failure and removed on success', () => {
    const { place, before } = populated()
    const copy = `${place.path}.avant-migration`
    expect(codeOf(() => place.open({ migrations: then('SELECT * FROM nowhere') }))).toBe('migration-echouee')
    expect(readFileSync(copy).toString('latin1')).not.toContain('SQLite format 3')
    const db = openFile(copy, place.key())
    expect(db.prepare('SELECT count(*) FROM declarations').pluck().get()).toBe(10)
    db.close()
    const store = place.open({ migrations: then(RECREATE_PARENT) })
    expect(store.dossiers.lister('2026-11-23')).toEqual(before)
    expect(existsSync(copy)).toBe(false)
  })

  it('an edited migration is refused, in the list as in the base', () => {
    const { place } = populated()
    const edited = { ...first, sql: `${first.sql} -- edited` }
    const others = MIGRATIONS.slice(1)
    expect(codeOf(() => place.open({ migrations: [edited, ...others] }))).toBe('migration-modifiee')
    const rehashed = migration(first.id, edited.sql)
    expect(codeOf(() => place.open({ migrations: [rehashed, ...others] }))).toBe('migration-modifiee')
  })

  it('a base written by a newer program is refused', () => {
    const { place } = populated()
    place.open({ migrations: then(RECREATE_PARENT) }).close()
    expect(codeOf(() => place.open())).toBe('base-plus-recente')
    expect(codeOf(() => place.open({ migrations: [] }))).toBe('base-plus-recente')
  })

  it('a missing migration is refused, in the list as in the journal', () => {
    const { place } = populated()
    const a = migration('0003-a', 'CREATE TABLE a (x) ;')
    const b = migration('0004-b', 'CREATE TABLE b (x) ;')
    const whole = [...MIGRATIONS, a, b]
    place.open({ migrations: whole }).close()
    expect(codeOf(() => place.open({ migrations: [...MIGRATIONS, b] }))).toBe('migration-manquante')
    expect(codeOf(() => place.open({ migrations: [...MIGRATIONS, b, a] }))).toBe('migration-manquante')
    const raw = place.raw()
    raw.exec('DELETE FROM migrations WHERE rang = 3')
    raw.close()
    expect(codeOf(() => place.open({ migrations: whole }))).toBe('migration-manquante')
    const again = place.raw()
    again.exec('DROP TABLE migrations')
    again.close()
    expect(codeOf(() => place.open({ migrations: whole }))).toBe('migration-manquante')
  })
})

describe('R8 — foreign keys hold after every migration', () => {
  it('a migration that leaves orphans is undone', () => {
    const { place, before } = populated()
    const orphans = 'DELETE FROM dossiers WHERE numero = 1;'
    expect(codeOf(() => place.open({ migrations: then(orphans) }))).toBe('migration-echouee')
    const store = place.open()
    expect(store.dossiers.lister('2026-11-23')).toEqual(before)
    expect(store.check()).toBe(true)
  })

  it('they are on again afterwards, also after a refusal', () => {
    const { place } = populated()
    place.open({ migrations: then(RECREATE_PARENT) }).close()
    const raw = place.raw()
    expect(codeOf(() => raw.exec("INSERT INTO identites VALUES (99, 1, '{}')"))).toBe(
      'SQLITE_CONSTRAINT_FOREIGNKEY',
    )
  })
})

describe('R7, R8 — 0002: texts of a dossier, local catalogue', () => {
  /** A base as 0001 left it, with what people had put in it. */
  function asOf0001(): { place: Place; ids: string[]; said: Declaration[] } {
    const place = newPlace()
    const ids = [randomUUID(), randomUUID()]
    const said = ids.flatMap(() => [declaration(), declaration({ valeur: null, inconnu: 'refuse' })])
    closeSync(openSync(place.path, 'wx', 0o600))
    const db = openFile(place.path, place.key(), { create: true })
    migrate(db, { path: place.path, key: place.key(), migrations: [socle], clock: () => NOON })
    db.exec("INSERT INTO magasin VALUES (1, 'parquet')")
    db.exec(`INSERT INTO reglages VALUES ('tribunal', '"Bobigny"')`)
    for (const [i, id] of ids.entries()) {
      db.prepare('INSERT INTO dossiers (numero, id, date_audience) VALUES (?, ?, ?)').run(
        i + 1,
        id,
        '2026-11-23',
      )
      db.prepare('INSERT INTO identites VALUES (?, 1, ?)').run(i + 1, `{"numeroParquet":"2632700012${i}"}`)
      const theirs = said.slice(2 * i, 2 * i + 2)
      for (const d of theirs)
        db.prepare('INSERT INTO declarations VALUES (?, ?, ?)').run(i + 1, d.id, JSON.stringify(d))
    }
    db.close()
    return { place, ids, said }
  }

  it('keeps every row of a populated 0001 base, and the new tables work at once', () => {
    const { place, ids, said } = asOf0001()
    const [id = ''] = ids
    const store = place.open({ create: false })
    expect(store.dossiers.lister('2026-11-23')).toEqual(
      ids.map((one, i) => ({
        version: 1,
        id: one,
        dateAudience: '2026-11-23',
        numeroParquet: `2632700012${i}`,
        declarations: said.slice(2 * i, 2 * i + 2),
      })),
    )
    expect(store.reglages.lire()).toEqual({ tribunal: 'Bobigny' })
    store.dossiers.joindreCasier(id, 'BULLETIN N° 1')
    store.pieces.ajouter(id, piece())
    expect(store.dossiers.lire(id)?.casier).toBe('BULLETIN N° 1')
    expect(store.check()).toBe(true)
    store.close()
    expect(existsSync(`${place.path}.avant-migration`)).toBe(false)
  })

  it('texts go with their dossier, and those of its neighbour stay', () => {
    const { place, ids } = asOf0001()
    const [gone = '', kept = ''] = ids
    const store = place.open()
    for (const id of ids) {
      store.dossiers.joindreCasier(id, 'BULLETIN N° 1')
      store.pieces.ajouter(id, piece())
    }
    store.close()
    const raw = place.raw()
    raw.prepare('DELETE FROM dossiers WHERE id = ?').run(gone)
    const left = (table: string) => raw.prepare(`SELECT dossier FROM ${table}`).pluck().all()
    expect([left('casiers'), left('pieces')]).toEqual([[2], [2]])
    raw.close()
    expect(place.open().pieces.lister(kept)).toHaveLength(1)
  })
})

it('the drizzle schema and the migrated base agree on every table and column', () => {
  const place = newPlace()
  place.open().close()
  const raw = place.raw()
  const inBase = raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => {
      const columns = raw
        .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
          'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid',
        )
        .all(name)
      return { name, columns: columns.map((c) => [c.name, c.type, c.notnull === 1, c.pk > 0]) }
    })
  const inCode = Object.values(schema)
    .filter((value) => value instanceof SQLiteTable)
    .map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const composite = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
      return {
        name,
        columns: columns.map((c) => [
          c.name,
          c.getSQLType().toUpperCase(),
          c.notNull || c.primary,
          c.primary || composite.has(c.name),
        ]),
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  expect(inCode).toEqual(inBase)
  const strict = raw.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
  expect(strict.pluck().all()).toEqual(['sqlite_schema'])
})
