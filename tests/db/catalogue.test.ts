import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ChangementLocal } from '../../domain/index.ts'
import { codeOf, everyFile, NOON, newPlace } from './tools.ts'

const changement = (changes: Partial<ChangementLocal> = {}): ChangementLocal => ({
  id: randomUUID(),
  date: NOON.toISOString(),
  par: 'Mme Vasseur',
  source: 'appel du 23/11/2026',
  changement: { type: 'parametre', nom: 'ouvrage.minCondamnations', valeur: 3 },
  ...changes,
})
const cle = (octet: string) => `${octet.repeat(42)}A`
const confiance = (nom: string, changes = {}) => ({
  cle: cle('B'),
  nom,
  source: 'courriel',
  par: 'Mme Vasseur',
  date: NOON.toISOString(),
  ...changes,
})
const importe = (version: string) => ({
  version,
  cle: cle('B'),
  par: 'Mme Vasseur',
  source: 'courriel',
  importeA: NOON.toISOString(),
  fichier: JSON.stringify({ cle: cle('B'), contenu: version }),
})

describe('le catalogue de la base : tout s’ajoute, rien ne se réécrit', () => {
  it('les changements reviennent dans l’ordre où ils ont été faits, quelle que soit leur date', () => {
    const place = newPlace()
    const store = place.open()
    const made = [
      changement(),
      changement({ date: '2026-11-20T09:00:00+01:00' }),
      changement({ changement: { type: 'annulation' }, retire: [randomUUID()] }),
    ]
    for (const one of made) store.catalogue.changer(one)
    const [first = changement()] = made
    store.catalogue.changer({ ...first })
    store.close()
    const again = place.open().catalogue
    expect(again.changements()).toEqual(made)
    expect(codeOf(() => again.changer({ ...first, par: 'M. Autre' }))).toBe('changement-divergent')
    expect(again.changements()).toEqual(made)
  })

  it('le dernier fichier importé compte, une version ne s’importe pas deux fois', () => {
    const { catalogue } = newPlace().open()
    expect(catalogue.importe()).toBeNull()
    catalogue.importer(importe('2026-12-01'))
    catalogue.importer(importe('2026-12-02'))
    expect(catalogue.importe()).toMatchObject(importe('2026-12-02'))
    expect(codeOf(() => catalogue.importer(importe('2026-12-01')))).toBe('donnee-invalide')
  })

  it('une clé enregistrée de nouveau porte son dernier nom', () => {
    const { catalogue } = newPlace().open()
    catalogue.faireConfiance(confiance('Lyon'))
    catalogue.faireConfiance(confiance('Bobigny', { cle: cle('C') }))
    catalogue.faireConfiance(confiance('Lyon, M. Perret'))
    expect(catalogue.cles()).toEqual([confiance('Lyon, M. Perret'), confiance('Bobigny', { cle: cle('C') })])
  })

  it('la paire de clés est posée une fois pour toutes, et illisible sur le disque', () => {
    const place = newPlace()
    const { catalogue, close } = place.open()
    expect([catalogue.clePublique(), catalogue.paireDeCles()]).toEqual([null, null])
    const privee = randomBytes(48)
    const kept = Buffer.from(privee)
    catalogue.garderPaire({ publique: cle('D'), privee })
    expect(codeOf(() => catalogue.garderPaire({ publique: cle('E'), privee }))).toBe('donnee-invalide')
    expect(catalogue.clePublique()).toBe(cle('D'))
    expect(catalogue.paireDeCles()?.privee).toEqual(kept)
    close()
    for (const { bytes } of everyFile(place.folder)) expect(bytes.includes(kept)).toBe(false)
  })

  it('une version exportée n’est jamais donnée deux fois', () => {
    const { catalogue } = newPlace().open()
    const exporte = { version: '2026-11-21.1', empreinte: '0123456789abcdef', exporteA: NOON.toISOString() }
    catalogue.noterExport(exporte)
    expect(catalogue.dernierExport()).toMatchObject(exporte)
    expect(codeOf(() => catalogue.noterExport(exporte))).toBe('donnee-invalide')
  })

  it.each(
    [
      'changements_catalogue',
      'catalogues_importes',
      'catalogues_exportes',
      'cles_confiance',
      'signature',
    ].flatMap((table) => [
      [`UPDATE ${table} SET rowid = rowid`],
      [`DELETE FROM ${table}`],
      [`REPLACE INTO ${table} SELECT * FROM ${table}`],
    ]),
  )('même en SQL, l’histoire ne se réécrit pas : %s', (sql) => {
    const place = newPlace()
    const { catalogue, close } = place.open()
    catalogue.changer(changement())
    catalogue.importer(importe('2026-12-01'))
    catalogue.noterExport({ version: '2026-12-01.1', empreinte: '0'.repeat(16), exporteA: 'x' })
    catalogue.faireConfiance(confiance('Lyon'))
    catalogue.garderPaire({ publique: cle('D'), privee: randomBytes(48) })
    close()
    expect(codeOf(() => place.raw().exec(sql))).toBe('SQLITE_CONSTRAINT_TRIGGER')
  })

  it('dernier mur : un changement sans responsable, sans source ou sans type n’entre pas', () => {
    const { catalogue } = newPlace().open()
    for (const bad of [
      { par: undefined },
      { source: 3 },
      { date: undefined },
      { changement: {} },
      { id: '' },
    ]) {
      const wrong: ChangementLocal = Object.assign(changement(), bad)
      expect(codeOf(() => catalogue.changer(wrong))).toBe('donnee-invalide')
    }
    expect(catalogue.changements()).toEqual([])
  })
})
