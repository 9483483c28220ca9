import { describe, expect, it } from 'vitest'
import { direDuree, REGLAGES_PAR_DEFAUT } from '../../domain/index.ts'
import { agrandirMedia } from '../../renderer/affichage.ts'
import { creerVeille } from '../../renderer/inactivite.ts'
import {
  direDerniereHeure,
  direTelephone,
  lireChamps,
  lireDuree,
  noteContact,
} from '../../renderer/reglages/lire.ts'

const R = REGLAGES_PAR_DEFAUT

describe('ce qui se tape', () => {
  it.each([
    ['90', 90],
    ['90 min', 90],
    ['1 h 30', 90],
    ['1\u00a0h\u00a030', 90],
    ['1h', 60],
    ['1:30', 90],
    ['1 h 60', null],
    ['-90', null],
    ['1,5', null],
    ['une heure', null],
  ])('la durée « %s » se lit %s', (texte, lue) => {
    expect(lireDuree(texte)).toBe(lue)
  })

  it('toute durée dite se relit', () => {
    for (let m = 5; m <= 600; m += 1) expect(lireDuree(direDuree(m))).toBe(m)
  })

  it('deux heures qui n’ont de sens que changées ensemble attendent l’une l’autre', () => {
    const seule = lireChamps({ heureAudience: '10:00' }, R)
    expect(seule.valeurs).toEqual({})
    expect(seule.phrases.heureAudience).toContain('après l’audience')
    const ensemble = lireChamps({ heureAudience: '10:00', finDeferrements: '9:30' }, R)
    expect(ensemble).toEqual({ valeurs: { heureAudience: '10:00', finDeferrements: '09:30' }, phrases: {} })
  })

  it('la fin des déferrements à l’heure même de l’audience est admise, une minute après ne l’est pas', () => {
    expect(lireChamps({ finDeferrements: '13:00' }, R).valeurs.finDeferrements).toBe('13:00')
    expect(lireChamps({ finDeferrements: '13:01' }, R).valeurs).toEqual({})
  })

  it('une heure fausse ne retient pas les autres réglages tapés', () => {
    const { valeurs, phrases } = lireChamps({ heureAudience: '25:00', dureeEnquete: '60' }, R)
    expect(valeurs).toEqual({ dureeEnquete: 60 })
    expect(Object.keys(phrases)).toEqual(['heureAudience'])
  })

  it.each([
    ['dureeEnquete', '4', '5', '600', '601'],
    ['verrouApres', '4', '5', '120', '121'],
  ] as const)('%s\u00a0: au-dessous, au bord, au bord, au-dessus', (champ, sous, bas, haut, sur) => {
    for (const refusee of [sous, sur])
      expect(lireChamps({ [champ]: refusee }, R).phrases[champ]).toBeDefined()
    for (const admise of [bas, haut])
      expect(lireChamps({ [champ]: admise }, R).valeurs[champ]).toBe(Number(admise))
  })

  it('la dernière heure utile se dit, et aussi quand il n’y en a pas', () => {
    expect(direDerniereHeure(R)).toBe(
      'Dernière heure utile pour demander une enquête\u00a0: 11\u00a0h\u00a000.',
    )
    expect(direDerniereHeure({ ...R, finDeferrements: '08:00', dureeEnquete: 481 })).toContain('Aucune')
  })
})

describe('annuaire', () => {
  it('dix chiffres se montrent par paires, le reste comme tapé', () => {
    expect(direTelephone('01.00 00-0000')).toBe('01\u00a000\u00a000\u00a000\u00a000')
    expect(direTelephone(' poste 12 34 ')).toBe('poste 12 34')
    expect(direTelephone('+33 1 00 00 00 00')).toBe('+33 1 00 00 00 00')
  })

  it('un courriel sans @ reçoit une phrase, un texte trop long aussi, le reste aucune', () => {
    expect(noteContact('courriel', 'permanence.exemple')).toContain('@')
    expect(noteContact('courriel', 'permanence@exemple')).toBeNull()
    expect(noteContact('courriel', ' ')).toBeNull()
    expect(noteContact('nom', 'n'.repeat(200))).toBeNull()
    expect(noteContact('nom', 'n'.repeat(10_000))).toContain('10000 caractères')
  })
})

it('la mise en page change où le zoom d’un navigateur la changerait', () => {
  expect(agrandirMedia('(max-width: 1040px), (max-height: 500px)', 1.5)).toBe(
    '(max-width: 1560px), (max-height: 750px)',
  )
  expect(agrandirMedia('(min-height: 640px)', 1.15)).toBe('(min-height: 736px)')
  expect(agrandirMedia('print', 1.5)).toBe('print')
})

describe('S8 — le verrou se met seul', () => {
  const MIN = 60_000

  function veiller() {
    const h = { mur: 1_000_000, sur: 500 }
    const veille = creerVeille({ murale: () => h.mur, reguliere: () => h.sur })
    const passer = (ms: number) => {
      h.mur += ms
      h.sur += ms
    }
    return { h, veille, passer }
  }

  it('après N minutes sans geste, pas une milliseconde avant', () => {
    const { veille, passer } = veiller()
    passer(10 * MIN - 1)
    expect(veille.depassee(10)).toBe(false)
    passer(1)
    expect(veille.depassee(10)).toBe(true)
  })

  it('un geste remet le compte à zéro', () => {
    const { veille, passer } = veiller()
    passer(9 * MIN)
    veille.geste()
    passer(9 * MIN)
    expect(veille.depassee(10)).toBe(false)
  })

  it('quand l’horloge du poste saute, en avant ou en arrière, et une seule fois', () => {
    for (const saut of [90 * MIN, -90 * MIN]) {
      const { h, veille, passer } = veiller()
      passer(5000)
      expect(veille.depassee(120)).toBe(false)
      h.mur += saut
      veille.geste()
      expect(veille.depassee(120)).toBe(true)
      veille.geste()
      passer(5000)
      expect(veille.depassee(120)).toBe(false)
    }
  })

  it('pas pour une horloge remise à l’heure de quelques secondes', () => {
    const { h, veille } = veiller()
    h.mur += 59_000
    expect(veille.depassee(10)).toBe(false)
  })

  it('après une veille que seule l’horloge régulière a comptée, ou que seule la murale a comptée', () => {
    const { h, veille } = veiller()
    h.sur += 10 * MIN
    h.mur += 9.5 * MIN
    expect(veille.depassee(10)).toBe(true)
  })
})
