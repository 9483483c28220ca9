import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clearPages,
  codeOf,
  declaration,
  everyFile,
  holdsInClear,
  newDossier,
  newPlace,
  type Place,
  piece,
} from './tools.ts'

/** Long enough to fill overflow pages, which are those that a careless deletion would leave. */
const long = (marker: string) => `${marker} suite de la procédure. `.repeat(2000)

/** How many pages of the base or of its log hold the words, for who has the key. */
const pagesWith = (place: Place, marker: string) =>
  clearPages(place.path, place.key()).filter((page) => page.includes(marker)).length

describe('le bulletin n° 1 joint et les pièces d’un dossier', () => {
  it('reviennent tels quels, après fermeture, quel que soit le texte', () => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store, [declaration()])
    const texts = [
      '\0',
      '\ud800x',
      '\u202e',
      "'); DROP TABLE casiers;--",
      'e\u0301',
      '"',
      'x'.repeat(2 ** 20),
    ]
    texts.push(...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), 100))
    const added = texts.map((texte) => piece({ texte, pages: [{ debut: 0, fin: 1, reconnue: true }] }))
    for (const one of added.slice(0, 90)) store.pieces.ajouter(id, one)
    for (const texte of texts) {
      store.dossiers.joindreCasier(id, texte)
      expect(store.dossiers.lire(id)?.casier).toBe(texte)
    }
    store.close()
    const again = place.open({ create: false })
    expect(again.pieces.lister(id)).toEqual(added.slice(0, 90))
    expect(again.dossiers.lister('2026-11-23')[0]?.casier).toBe(texts.at(-1))
    expect(again.check()).toBe(true)
  })

  it('sans casier, le dossier n’a pas de champ « casier » : vide et absent ne se confondent pas', () => {
    const store = newPlace().open()
    const id = newDossier(store)
    expect(store.dossiers.lire(id)).not.toHaveProperty('casier')
    store.dossiers.joindreCasier(id, 'NEANT')
    store.dossiers.joindreCasier(id, null)
    store.dossiers.joindreCasier(id, null)
    expect(store.dossiers.lire(id)).not.toHaveProperty('casier')
  })

  it('une pièce rejouée compte une fois, réécrite elle est refusée : les extraits comptent ses caractères', () => {
    const store = newPlace().open()
    const id = newDossier(store)
    const one = piece()
    store.pieces.ajouter(id, one)
    store.pieces.ajouter(id, { ...one })
    expect(codeOf(() => store.pieces.ajouter(id, { ...one, texte: 'autre' }))).toBe('piece-divergente')
    expect(store.pieces.lister(id)).toEqual([one])
    store.pieces.retirer(id, one.id)
    store.pieces.retirer(id, one.id)
    expect(store.pieces.lister(id)).toEqual([])
  })

  it('cent pièces ou douze millions de caractères au plus : au-delà, une phrase et rien d’écrit', () => {
    const store = newPlace().open()
    const [many, heavy] = [newDossier(store), newDossier(store)]
    for (let i = 0; i < 100; i++) store.pieces.ajouter(many, piece())
    expect(codeOf(() => store.pieces.ajouter(many, piece()))).toBe('pieces-trop-lourdes')
    for (let i = 0; i < 3; i++) store.pieces.ajouter(heavy, piece({ texte: 'x'.repeat(3_000_000) }))
    const over = piece({ texte: 'x'.repeat(3_000_000) })
    expect(codeOf(() => store.pieces.ajouter(heavy, over))).toBe('pieces-trop-lourdes')
    expect(store.pieces.lister(heavy)).toHaveLength(3)
  })

  it('un dossier inconnu, une pièce d’un autre dossier', () => {
    const store = newPlace().open()
    const [id, other] = [newDossier(store), newDossier(store)]
    const one = piece()
    store.pieces.ajouter(id, one)
    store.pieces.retirer(other, one.id)
    expect(store.pieces.lister(id)).toEqual([one])
    expect(store.pieces.lister(other)).toEqual([])
    for (const work of [
      () => store.pieces.ajouter(randomUUID(), piece()),
      () => store.pieces.lister(randomUUID()),
      () => store.pieces.retirer(randomUUID(), one.id),
      () => store.dossiers.joindreCasier(randomUUID(), 'NEANT'),
    ])
      expect(codeOf(work)).toBe('dossier-inconnu')
  })

  it.each([
    ['une nature inconnue', { nature: 'rumeur' }],
    ['un texte qui est un nombre', { texte: 3 }],
    ['sans pages', { pages: undefined }],
    ['sans nom', { nom: undefined }],
  ])('dernier mur : %s n’entre pas', (_, changes) => {
    const store = newPlace().open()
    const id = newDossier(store)
    const wrong = Object.assign(piece(), changes)
    expect(codeOf(() => store.pieces.ajouter(id, wrong))).toBe('donnee-invalide')
    expect(store.pieces.lister(id)).toEqual([])
  })

  it('dernier mur : aucun bulletin n° 1 dans une base de profil enquête (774 CPP)', () => {
    const store = newPlace().open({ role: 'enquete' })
    const id = newDossier(store)
    expect(codeOf(() => store.dossiers.joindreCasier(id, 'BULLETIN'))).toBe('donnee-invalide')
    expect(store.dossiers.lire(id)).not.toHaveProperty('casier')
  })

  it.each([
    ["UPDATE pieces SET contenu = replace(contenu, 'rue', 'maison')"],
    ['REPLACE INTO casiers SELECT dossier, contenu || 1 FROM casiers'],
  ])('même en SQL : %s', (sql) => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store)
    store.pieces.ajouter(id, piece())
    store.dossiers.joindreCasier(id, 'NEANT')
    store.close()
    expect(codeOf(() => place.raw().exec(sql))).toMatch(/^SQLITE_CONSTRAINT_(TRIGGER|CHECK)$/)
  })
})

describe('S1 — les textes ne sont jamais en clair sur le disque', () => {
  it('base et journal, ouverts puis fermés', () => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store)
    store.dossiers.joindreCasier(id, long('MARQUEUR-CASIER'))
    store.pieces.ajouter(id, piece({ nom: 'MARQUEUR-NOM', texte: long('MARQUEUR-PIECE') }))
    const search = () => {
      for (const { name, bytes } of everyFile(place.folder))
        for (const marker of ['MARQUEUR-CASIER', 'MARQUEUR-PIECE', 'MARQUEUR-NOM'])
          expect(holdsInClear(bytes, marker), `${marker} in ${name}`).toBe(false)
    }
    search()
    store.close()
    search()
    expect(readdirSync(place.folder)).toEqual(['aiguillage.db'])
    // They are there for who has the key: otherwise this test would prove nothing.
    expect(pagesWith(place, 'MARQUEUR-CASIER')).toBeGreaterThan(5)
    expect(pagesWith(place, 'MARQUEUR-PIECE')).toBeGreaterThan(5)
  })
})

describe('S23 — ce qui est remplacé ou retiré a quitté toutes les pages, sans attendre la fermeture', () => {
  it('le bulletin remplacé, puis retiré', () => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store)
    store.dossiers.joindreCasier(id, long('MARQUEUR-ANCIEN'))
    expect(pagesWith(place, 'MARQUEUR-ANCIEN')).toBeGreaterThan(5)
    store.dossiers.joindreCasier(id, 'MARQUEUR-NOUVEAU')
    expect(pagesWith(place, 'MARQUEUR-ANCIEN')).toBe(0)
    expect(pagesWith(place, 'MARQUEUR-NOUVEAU')).toBeGreaterThan(0)
    store.dossiers.joindreCasier(id, null)
    expect(pagesWith(place, 'MARQUEUR-NOUVEAU')).toBe(0)
  })

  it('la pièce retirée ; sa voisine reste', () => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store)
    const gone = piece({ nom: 'MARQUEUR-NOM', texte: long('MARQUEUR-RETIRE') })
    store.pieces.ajouter(id, gone)
    store.pieces.ajouter(id, piece({ texte: long('MARQUEUR-GARDE') }))
    expect(pagesWith(place, 'MARQUEUR-RETIRE')).toBeGreaterThan(5)
    store.pieces.retirer(id, gone.id)
    expect([pagesWith(place, 'MARQUEUR-RETIRE'), pagesWith(place, 'MARQUEUR-NOM')]).toEqual([0, 0])
    expect(pagesWith(place, 'MARQUEUR-GARDE')).toBeGreaterThan(5)
  })

  it.each([
    ['secure_delete', 'ON', false],
    ['secure_delete', 'OFF', true],
  ])('la recherche voit ce qu’un oubli laisserait : %s = %s, journal vidé : %s', (name, value, emptied) => {
    const place = newPlace()
    const store = place.open()
    const id = newDossier(store)
    store.pieces.ajouter(id, piece({ texte: long('MARQUEUR-LIBRE') }))
    store.close()
    const raw = place.raw()
    raw.pragma(`${name} = ${value}`)
    raw.exec('DELETE FROM pieces')
    if (emptied) raw.pragma('wal_checkpoint(TRUNCATE)')
    expect(pagesWith(place, 'MARQUEUR-LIBRE')).toBeGreaterThan(0)
  })
})
