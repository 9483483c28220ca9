import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lireLigne } from '../../../domain/index.ts'

const CONTEXTE = { maintenant: '2026-11-21T09:30' }
const lire = (texte: string) => lireLigne(texte, CONTEXTE)

describe('une ligne tapée', () => {
  it('l’exemple entier', () => {
    expect(lire('MODELE Camille 12/03/1988 26325000118 vol aggravé 20h 14h10')).toMatchObject({
      nom: 'MODELE',
      prenoms: 'Camille',
      dateNaissance: '1988-03-12',
      numeroParquet: '26325000118',
      qualification: 'vol aggravé',
      categorie: 'vol',
      finGardeAVue: '2026-11-20T18:10',
      limite: '2026-11-21T14:10',
      reste: '',
      nonCompris: [],
      avertissements: [],
    })
  })

  it('en minuscules, une date sans année, une fin de garde à vue', () => {
    expect(lire('exemple karim 1203 vol à la roulotte gav 18h10')).toMatchObject({
      nom: 'exemple',
      prenoms: 'karim',
      dateNaissance: null,
      qualification: 'vol à la roulotte',
      finGardeAVue: '2026-11-20T18:10',
      reste: '1203',
    })
  })

  it.each([
    [
      '26 325 000118 DE LA ROSA Jean-Noël née le 1/2/90 recel',
      'DE LA ROSA',
      'Jean-Noël',
      '1990-02-01',
      'recel',
    ],
    ['Karim EXEMPLE, recel 120388', 'EXEMPLE', 'Karim', '1988-03-12', 'recel'],
    ['MODELE CAMILLE OUTRAGE 12031988', 'MODELE', 'CAMILLE', '1988-03-12', 'OUTRAGE'],
    ['gav 1810 usage de stupéfiants MODELE Camille', 'MODELE', 'Camille', null, 'usage de stupéfiants'],
    ['d’exemple louis port d’arme', 'd’exemple', 'louis', null, 'port d’arme'],
    ['ben modele ali vol', 'ben modele', 'ali', null, 'vol'],
    ['vol 20/11/2026 MODELE Camille 12/03/1988', 'MODELE', 'Camille', '1988-03-12', 'vol'],
    ['MODELE', 'MODELE', '', null, ''],
    ['vol', '', '', null, 'vol'],
  ])('« %s »', (texte, nom, prenoms, dateNaissance, qualification) => {
    expect(lire(texte)).toMatchObject({ nom, prenoms, dateNaissance, qualification })
  })

  it.each([
    ['MODELE gav 18h10', '2026-11-20T18:10'],
    ['MODELE fin gav 8 h 05', '2026-11-21T08:05'],
    ['MODELE fin de garde à vue hier à 23:15', '2026-11-20T23:15'],
    ['MODELE gav levée 1810', '2026-11-20T18:10'],
    ['MODELE gav 20/11 18h10', '2026-11-20T18:10'],
    ['MODELE 20h à 14h10', '2026-11-20T18:10'],
    ['MODELE 20 h: 1410', '2026-11-20T18:10'],
    // At 9:30, a limit tomorrow at 2:00 is a garde à vue that ended at 6:00 today.
    ['MODELE 20h 2h', '2026-11-21T06:00'],
    ['MODELE 20h 5h10', '2026-11-21T09:10'],
  ])('« %s » : garde à vue finie le %s', (texte, fin) => expect(lire(texte).finGardeAVue).toBe(fin))

  it('une limite déjà passée, un autre nombre de chiffres, un mineur : dits, jamais refusés', () => {
    expect(lire('MODELE 20h 9h00').avertissements.join(' ')).toContain('dépassée')
    const numero = lire('MODELE Camille 2632500011 vol')
    expect([numero.numeroParquet, numero.qualification]).toEqual(['2632500011', 'vol'])
    expect(numero.avertissements.join(' ')).toContain('11 chiffres')
    expect(lire('MODELE Camille 01/01/2010').avertissements.join(' ')).toContain('mineurs')
  })

  it('l’année seule et l’heure seule restent, et se disent', () => {
    const lu = lire('modele camille 1989 20h10')
    expect(lu.reste).toBe('1989 20h10')
    expect(lu.nonCompris).toHaveLength(2)
  })

  it('la nuit du changement d’heure', () => {
    expect(lireLigne('MODELE 20h 13h10', { maintenant: '2026-10-25T09:00' }).finGardeAVue).toBe(
      '2026-10-24T18:10',
    )
  })
})

describe('quoi qu’on tape', () => {
  const mots = fc.constantFrom(
    'MODELE',
    'camille',
    'de',
    'la',
    '12/03/1988',
    '1203',
    '1989',
    '26325000118',
    '26 325 000118',
    'vol',
    'aggravé',
    'gav',
    '18h10',
    '20h',
    'à',
    '14h10',
    'né le',
    ',',
    '-',
    '99999999999999',
    '😀',
    'é',
    '\u0000',
    '\ud800',
    'D’',
    '12.3.88',
  )
  const texte = fc.oneof(
    fc.array(mots, { maxLength: 14 }).map((m) => m.join(' ')),
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.string({ maxLength: 80 }),
  )
  const sansBlancs = (t: string) => t.normalize('NFC').replace(/[\s\p{Cc}]+/gu, '')

  it('ne lève rien et ne perd rien : les morceaux sont la ligne', () => {
    fc.assert(
      fc.property(texte, (t) => {
        const lu = lire(t)
        expect(sansBlancs(lu.morceaux.map((m) => m.texte).join(''))).toBe(sansBlancs(t))
        expect(lu.morceaux.every((m) => m.lu !== '')).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('une heure ou un contexte quelconques ne lèvent rien', () => {
    fc.assert(
      fc.property(texte, fc.string(), (t, maintenant) => void lireLigne(t, { maintenant })),
      { numRuns: 500 },
    )
  })
})
