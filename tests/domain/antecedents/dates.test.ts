import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageAu,
  ajouterAnnees,
  ajouterJours,
  ajouterMois,
  estBissextile,
  estDateIso,
  joursEntre,
} from '../../../domain/dates.ts'

describe('estDateIso', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    'est vrai si le jour existe : %s',
    (d) => {
      expect(estDateIso(d)).toBe(true)
    },
  )
  it.each([
    '2023-02-29',
    '2023-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '20260101',
    '',
  ])('est faux si le jour n’existe pas ou s’écrit autrement : « %s »', (d) => {
    expect(estDateIso(d)).toBe(false)
  })
})

describe('ageAu', () => {
  it('change le jour de l’anniversaire, ni la veille ni le lendemain', () => {
    expect(ageAu('2008-11-24', '2026-11-23')).toBe(17)
    expect(ageAu('2008-11-24', '2026-11-24')).toBe(18)
    expect(ageAu('2008-11-24', '2026-11-25')).toBe(18)
  })
  it('change le 1er mars pour un 29 février, les années ordinaires', () => {
    expect(ageAu('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageAu('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageAu('2008-02-29', '2028-02-29')).toBe(20)
  })
})

describe('calendrier', () => {
  const jour = fc.integer({ min: 0, max: 200_000 }).map((n) => ajouterJours('1700-01-01', n))

  it('compte les jours comme le calendrier grégorien', () => {
    fc.assert(
      fc.property(jour, (d) => {
        const suivant = ajouterJours(d, 1)
        expect(new Date(`${suivant}T00:00:00Z`).getTime() - new Date(`${d}T00:00:00Z`).getTime()).toBe(
          86_400_000,
        )
        expect(ajouterJours(suivant, -1)).toBe(d)
      }),
      { numRuns: 300 },
    )
  })
  it('ajouterJours et joursEntre se répondent', () => {
    fc.assert(
      fc.property(
        jour,
        fc.integer({ min: -50_000, max: 50_000 }),
        (d, n) => joursEntre(d, ajouterJours(d, n)) === n,
      ),
      { numRuns: 300 },
    )
  })
  it('garde le quantième, ou le dernier jour d’un mois plus court', () => {
    expect(ajouterMois('2024-01-31', 1)).toBe('2024-02-29')
    expect(ajouterMois('2024-03-31', -1)).toBe('2024-02-29')
    expect(ajouterMois('2024-12-15', 1)).toBe('2025-01-15')
    expect(ajouterAnnees('2024-02-29', 5)).toBe('2029-02-28')
  })
  it('connaît les années séculaires', () => {
    expect([1900, 2000, 2023, 2024].map(estBissextile)).toEqual([false, true, false, true])
  })
  it('refuse une date impossible au lieu de la corriger', () => {
    expect(() => ajouterJours('2023-02-30', 1)).toThrow(RangeError)
  })
})
