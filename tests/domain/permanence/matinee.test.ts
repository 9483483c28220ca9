import { describe, expect, it } from 'vitest'
import {
  direDerniereHeure,
  direEcart,
  direMatinee,
  minutageDu,
  minutesParDossier,
  REGLAGES_PAR_DEFAUT,
} from '../../../domain/index.ts'

const JOUR = '2026-11-21'
const minutage = minutageDu(REGLAGES_PAR_DEFAUT, JOUR)
const a = (heure: string, reste = {}) => ({
  minutage,
  jour: JOUR,
  maintenant: `${JOUR}T${heure}`,
  traites: 2,
  total: 7,
  ...reste,
})

describe('temps qui reste', () => {
  it('avant l’audience : dans combien de temps, où l’on en est, combien pour chacun', () => {
    expect(direMatinee(a('10:49'))).toBe('— dans 2 h 11 · 2/7 traités · ≈\u00a020 min par dossier')
  })

  it('après l’heure : commencée, et rien de négatif', () => {
    for (const heure of ['13:00', '13:01', '23:59'])
      expect(direMatinee(a(heure))).toBe('— commencée · 2/7 traités')
  })

  it('un autre jour : aucun décompte', () => {
    expect(direMatinee(a('10:49', { jour: '2026-11-22' }))).toBe('2/7 traités')
    expect(direMatinee(a('10:49', { jour: '2026-11-20' }))).toBe('2/7 traités')
  })

  it('personne : rien que l’heure', () => {
    expect(direMatinee(a('10:49', { traites: 0, total: 0 }))).toBe('— dans 2 h 11')
  })

  it('plus rien par dossier quand tout est traité, ou que la fin des déferrements est passée', () => {
    expect(minutesParDossier(a('10:49', { traites: 7 }))).toBeNull()
    expect(minutesParDossier(a('12:30'))).toBeNull()
    expect(direMatinee(a('12:45'))).toBe('— dans 15 min · 2/7 traités')
    expect(minutesParDossier(a('12:25'))).toBe(1)
    expect(minutesParDossier(a('12:26'))).toBeNull()
  })
})

describe('dernière heure utile', () => {
  const dire = (heure: string, jour = JOUR) =>
    direDerniereHeure(minutage, 90, { jour, maintenant: `${JOUR}T${heure}` })
  it('jusqu’à la minute même, puis dite passée', () => {
    const avant =
      '11 h 00\u00a0: dernière heure utile pour demander l’annexe addiction (≈\u00a01 h 30 par enquête).'
    expect(dire('09:00')).toBe(avant)
    expect(dire('11:00')).toBe(avant)
    expect(dire('11:01')).toBe(
      '11 h 00, dernière heure utile pour demander l’annexe addiction, est passée (≈\u00a01 h 30 par enquête).',
    )
  })

  it('rien un autre jour', () => {
    expect(dire('09:00', '2026-11-22')).toBeNull()
  })
})

it('un autre jour se dit en mots', () => {
  expect(
    ['2026-11-18', '2026-11-20', JOUR, '2026-11-22', '2026-11-24'].map((j) => direEcart(j, JOUR)),
  ).toEqual(['il y a 3 jours', 'hier', null, 'demain', 'dans 3 jours'])
})
