import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../domain/contrat.ts'
import { codeOf, declaration, NOON, newDossier, newPlace } from './tools.ts'

describe('a dossier is a set of declarations, kept as they were made', () => {
  it('comes back as it was put in, after closing and opening again', () => {
    const place = newPlace()
    const store = place.open()
    const nouveau = {
      id: randomUUID(),
      dateAudience: '2026-11-23',
      numeroParquet: '26327000123',
      personne: { nom: 'KELLER', prenoms: 'Bastien', dateNaissance: '1988-02-29' },
      declarations: [
        declaration({ valeur: ['crack', 'alcool'], fait: 'addiction.produits' }),
        declaration({ valeur: null, inconnu: 'faute-de-temps' }),
        declaration({ valeur: 'E1', extrait: { piece: 'PV 3', debut: 4, fin: 12, texte: 'à la rue' } }),
        declaration({ valeur: 0, retire: [randomUUID()] }),
      ],
    }
    expect(store.dossiers.creer(nouveau)).toEqual({ enregistreA: NOON.toISOString() })
    store.close()
    const again = place.open({ create: false })
    expect(again.dossiers.lire(nouveau.id)).toEqual({ version: 1, ...nouveau })
    expect(again.dossiers.lister('2026-11-23')).toEqual([{ version: 1, ...nouveau }])
    expect(again.dossiers.lister('2026-11-24')).toEqual([])
    expect(again.dossiers.lire(randomUUID())).toBeNull()
    expect(again.check()).toBe(true)
  })

  it('gives declarations in the order of their instants, whatever their offset', () => {
    const store = newPlace().open()
    const dates = ['2026-11-23T12:30:00+02:00', '2026-11-23T10:45:00Z', '2026-11-23T10:50:00-01:00']
    const said = dates.map((date) => declaration({ date }))
    const id = newDossier(store, said.toReversed())
    expect(store.dossiers.lire(id)?.declarations).toEqual(said)
  })

  it('lists the dossiers of one hearing in the order of their creation', () => {
    const store = newPlace().open()
    const ids = [newDossier(store), newDossier(store), newDossier(store)]
    store.dossiers.creer({ id: randomUUID(), dateAudience: '2026-11-24', declarations: [] })
    expect(store.dossiers.lister('2026-11-23').map(({ id }) => id)).toEqual(ids)
  })

  it('any text comes back byte for byte: NUL, lone surrogates, bidi, HTML, SQL, 1 MB', () => {
    const store = newPlace().open()
    const id = newDossier(store)
    const texts = [
      '\0',
      '\ud800',
      '\u202e',
      '<b>',
      "'); DROP TABLE dossiers;--",
      'é',
      'e\u0301',
      'x'.repeat(2 ** 20),
    ]
    const said = texts.map((precision) => declaration({ precision }))
    const random = fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), 300)
    said.push(...random.map((precision) => declaration({ precision })))
    store.dossiers.ajouter(id, said)
    expect(store.dossiers.lire(id)?.declarations).toEqual(said)
  })
})

describe('a replayed call is harmless, a rewritten answer is refused', () => {
  it('the same declaration counts once, whatever the order of its keys', () => {
    const store = newPlace().open()
    const one = declaration()
    const id = newDossier(store, [one])
    const reversed = Object.fromEntries(Object.entries(one).reverse())
    store.dossiers.ajouter(id, [one, { ...one, ...reversed }, one])
    expect(store.dossiers.lire(id)?.declarations).toEqual([one])
  })

  it('the same id with another content is refused, and the whole batch with it', () => {
    const store = newPlace().open()
    const one = declaration()
    const id = newDossier(store, [one])
    const batch = [declaration(), { ...one, valeur: false }, declaration()]
    expect(codeOf(() => store.dossiers.ajouter(id, batch))).toBe('declaration-divergente')
    expect(store.dossiers.lire(id)?.declarations).toEqual([one])
  })

  it('creating the same dossier twice makes one; another one under its id is refused', () => {
    const store = newPlace().open()
    const numeroParquet = '26327000123'
    const nouveau = {
      id: randomUUID(),
      dateAudience: '2026-11-23',
      numeroParquet,
      declarations: [declaration()],
    }
    store.dossiers.creer(nouveau)
    store.dossiers.ajouter(nouveau.id, [declaration()])
    store.dossiers.identifier(nouveau.id, { numeroParquet, personne: { nom: 'MARCHAL' } })
    store.dossiers.creer(nouveau)
    expect(store.dossiers.lire(nouveau.id)?.personne).toEqual({ nom: 'MARCHAL' })
    expect(store.dossiers.lire(nouveau.id)?.declarations).toHaveLength(2)
    const others = [
      { ...nouveau, dateAudience: '2026-11-24' },
      { ...nouveau, declarations: [declaration()] },
      { ...nouveau, numeroParquet: '26327000999' },
    ]
    for (const other of others) expect(codeOf(() => store.dossiers.creer(other))).toBe('dossier-existant')
    const rewritten = { ...nouveau, declarations: nouveau.declarations.map((d) => ({ ...d, valeur: false })) }
    expect(codeOf(() => store.dossiers.creer(rewritten))).toBe('declaration-divergente')
    expect(store.dossiers.lister('2026-11-23')).toHaveLength(1)
  })
})

describe('nothing is overwritten', () => {
  it('each identity is a version: the latest counts, the earlier stay', () => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store)
    store.dossiers.identifier(id, { personne: { nom: 'MARCHAL' } })
    store.dossiers.identifier(id, { personne: { nom: 'MARCHAL' } })
    store.dossiers.identifier(id, { personne: { nom: 'MARÉCHAL' }, numeroParquet: '26327000124' })
    expect(store.dossiers.lire(id)).toMatchObject({
      personne: { nom: 'MARÉCHAL' },
      numeroParquet: '26327000124',
    })
    store.dossiers.identifier(id, {})
    expect(store.dossiers.lire(id)).not.toHaveProperty('personne')
    store.close()
    expect(place.raw().prepare('SELECT rang FROM identites').pluck().all()).toEqual([1, 2, 3])
  })

  it.each([
    ["UPDATE declarations SET contenu = replace(contenu, 'true', 'false')"],
    ['UPDATE OR REPLACE declarations SET dossier = 9'],
    ['DELETE FROM declarations'],
    ['REPLACE INTO declarations SELECT * FROM declarations'],
    [
      'INSERT OR REPLACE INTO declarations (dossier, id, contenu) SELECT dossier, id, contenu FROM declarations',
    ],
    ["UPDATE identites SET contenu = '{}'"],
    ['DELETE FROM identites'],
    ['REPLACE INTO identites SELECT * FROM identites'],
    ["UPDATE dossiers SET date_audience = '2026-11-24'"],
    ["UPDATE magasin SET role = 'defense'"],
  ])('even SQL that would rewrite history is refused: %s', (sql) => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store, [declaration()])
    store.dossiers.identifier(id, { numeroParquet: '26327000123' })
    const before = store.dossiers.lire(id)
    store.close()
    const raw = place.raw()
    expect(codeOf(() => raw.exec(sql))).toBe('SQLITE_CONSTRAINT_TRIGGER')
    raw.close()
    expect(place.open().dossiers.lire(id)).toEqual(before)
  })

  it('a whole dossier can go, with everything of it, and nothing of its neighbour', () => {
    const place = newPlace()
    const store = place.open()
    const gone = newDossier(store, [declaration(), declaration()])
    const kept = newDossier(store, [declaration()])
    store.dossiers.identifier(gone, { numeroParquet: '26327000123' })
    store.close()
    const raw = place.raw()
    raw.prepare('DELETE FROM dossiers WHERE id = ?').run(gone)
    const left = (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect([left('dossiers'), left('declarations'), left('identites')]).toEqual([1, 1, 0])
    raw.close()
    expect(place.open().dossiers.lire(kept)?.declarations).toHaveLength(1)
  })
})

describe('the last wall: what has not the form of a declaration does not enter', () => {
  const cyclic: unknown[] = []
  cyclic.push(cyclic)
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  const bad: [string, object][] = [
    ['a value and a reason not to know', { valeur: true, inconnu: 'refuse' }],
    ['a value that is an object', { valeur: {} }],
    ['no value at all', { valeur: undefined }],
    ['NaN', { valeur: Number.NaN }],
    ['infinity', { valeur: Number.POSITIVE_INFINITY }],
    ['a bigint', { valeur: 1n }],
    ['a cycle', { valeur: cyclic }],
    ['5 000 levels', { valeur: deep }],
    ['an origin nobody knows', { origine: 'rumeur' }],
    ['no origin', { origine: undefined }],
    ['a check that is a word', { verifie: 'oui' }],
    ['no date', { date: undefined }],
    ['a date that is a number', { date: 3 }],
    ['an empty id', { id: '' }],
    ['an id of 1 MB', { id: 'x'.repeat(2 ** 20) }],
  ]
  it.each(bad)('%s', (_, changes) => {
    const store = newPlace().open()
    const id = newDossier(store, [declaration()])
    const wrong: Declaration = Object.assign(declaration(), changes)
    expect(codeOf(() => store.dossiers.ajouter(id, [declaration(), wrong]))).toBe('donnee-invalide')
    expect(store.dossiers.lire(id)?.declarations).toHaveLength(1)
  })

  it.each(['', 'now', '2026-02-30', '2026-13-01', '23/11/2026', '2026-11-23T10:00', '0000-00-00'])(
    'hearing date « %s »',
    (dateAudience) => {
      const store = newPlace().open()
      const nouveau = { id: randomUUID(), dateAudience, declarations: [] }
      expect(codeOf(() => store.dossiers.creer(nouveau))).toBe('donnee-invalide')
      expect(store.dossiers.lire(nouveau.id)).toBeNull()
    },
  )

  it('an unknown dossier, a closed store', () => {
    const store = newPlace().open()
    expect(codeOf(() => store.dossiers.ajouter(randomUUID(), [declaration()]))).toBe('dossier-inconnu')
    expect(codeOf(() => store.dossiers.identifier("' OR 1=1 --", {}))).toBe('dossier-inconnu')
    store.close()
    store.close()
    expect(codeOf(() => store.dossiers.lister('2026-11-23'))).toBe('base-fermee')
    expect(codeOf(() => store.reglages.ecrire('tribunal', 'Bobigny'))).toBe('base-fermee')
  })
})

it('settings: written, replaced, read back as they are, __proto__ included', () => {
  const place = newPlace()
  const store = place.open()
  expect(store.reglages.lire()).toEqual({})
  store.reglages.ecrire('tribunal', 'Marseille')
  store.reglages.ecrire('tribunal', 'Bobigny')
  store.reglages.ecrire('touches', { actives: true })
  store.reglages.ecrire('__proto__', { polluted: true })
  store.close()
  const read = place.open().reglages.lire()
  expect(Object.entries(read)).toEqual([
    ['__proto__', { polluted: true }],
    ['touches', { actives: true }],
    ['tribunal', 'Bobigny'],
  ])
  expect({}).not.toHaveProperty('polluted')
})

it('the time of an answer is taken after the commit, not before', () => {
  const place = newPlace()
  const store = place.open()
  const before = store.dossiers.lister('2026-11-23').length
  expect(before).toBe(0)
  const late = declaration()
  const id = newDossier(store)
  // A refused batch has no time at all: nothing says « enregistré » about what is not there.
  expect(codeOf(() => store.dossiers.ajouter(id, [late, { ...late, valeur: false }]))).toBe(
    'declaration-divergente',
  )
  expect(store.dossiers.ajouter(id, [late])).toEqual({ enregistreA: NOON.toISOString() })
})

it('S19 — no refusal carries what was typed, nor a path', () => {
  const place = newPlace()
  const store = place.open()
  const id = newDossier(store, [declaration({ precision: 'KELLER' })])
  const attempts = [
    () => store.dossiers.ajouter(id, [declaration({ precision: 'KELLER', id: '' })]),
    () => store.dossiers.creer({ id: 'KELLER', dateAudience: 'KELLER', declarations: [] }),
    () => newPlace('/KELLER').open(),
  ]
  for (const attempt of attempts) {
    let said = ''
    try {
      attempt()
    } catch (error) {
      said = JSON.stringify(error) + String(error) + JSON.stringify(Object(error).cause)
    }
    expect(said).not.toBe('')
    expect(said).not.toContain('KELLER')
  }
})
