import { describe, expect, it } from 'vitest'
import {
  direDuree,
  direMomentDuJour,
  ecrireMoment,
  limiteVingtHeures,
  lireMoment,
  minutesEntre,
} from '../../../domain/index.ts'

describe('limite de 20 heures (803-3 CPP)', () => {
  it('compte 20 heures, jusqu’au lendemain', () => {
    expect(limiteVingtHeures('2026-11-20T18:10')).toBe('2026-11-21T14:10')
    expect(limiteVingtHeures('2026-12-31T23:30')).toBe('2027-01-01T19:30')
  })

  it('compte des heures qui passent quand l’heure change', () => {
    // 29 March 2026: 2 h becomes 3 h. 25 October 2026: 3 h becomes 2 h.
    expect(limiteVingtHeures('2026-03-28T18:10')).toBe('2026-03-29T15:10')
    expect(limiteVingtHeures('2026-10-24T18:10')).toBe('2026-10-25T13:10')
    expect(minutesEntre('2026-10-24T18:10', '2026-10-25T13:10')).toBe(20 * 60)
  })

  it('d’une heure qui revient deux fois, garde la première', () => {
    expect(limiteVingtHeures('2026-10-25T02:30')).toBe('2026-10-25T21:30')
    expect(minutesEntre('2026-10-25T01:30', '2026-10-25T02:30')).toBe(60)
  })

  it('d’une heure qui n’a pas existé, la limite n’est jamais plus tard', () => {
    expect(limiteVingtHeures('2026-03-29T02:30')).toBe(limiteVingtHeures('2026-03-29T01:30'))
  })
})

describe('fin de garde à vue', () => {
  const MAINTENANT = '2026-11-21T09:12'
  it.each([
    ['18h10', '2026-11-20T18:10'],
    ['9h12', '2026-11-21T09:12'],
    ['0913', '2026-11-20T09:13'],
    ['20/11 18h10', '2026-11-20T18:10'],
    ['20/11/2026 18 h 10', '2026-11-20T18:10'],
    ['31/12 23h00', '2025-12-31T23:00'],
    ['22/11/2026 à 8h', '2026-11-22T08:00'],
  ])('« %s » est %s', (texte, moment) => expect(lireMoment(texte, { maintenant: MAINTENANT })).toBe(moment))

  it.each(['18', '31/11 18h10', '30/02/2026 8h', 'hier', '20/11'])('« %s » n’est pas compris', (texte) =>
    expect(lireMoment(texte, { maintenant: MAINTENANT })).toBeNull(),
  )

  it('le premier du mois et de l’année, la veille est la bonne', () => {
    expect(lireMoment('23h30', { maintenant: '2027-01-01T00:15' })).toBe('2026-12-31T23:30')
  })

  it('se réécrit de façon à être relu pareil', () => {
    for (const moment of ['2026-11-20T18:10', '2026-11-21T09:12', '2026-11-19T18:10', '2026-11-22T08:00'])
      expect(lireMoment(ecrireMoment(moment), { maintenant: MAINTENANT })).toBe(moment)
  })

  it('se dit avec son jour quand ce n’est pas celui du tableau', () => {
    expect(direMomentDuJour('2026-11-21T14:10', '2026-11-21')).toBe('14 h 10')
    expect(direMomentDuJour('2026-11-22T02:10', '2026-11-21')).toBe('22/11 2 h 10')
  })
})

it('une durée se dit en heures et minutes', () => {
  expect([1, 59, 60, 65, 131].map(direDuree)).toEqual(['1 min', '59 min', '1 h', '1 h 05', '2 h 11'])
})
