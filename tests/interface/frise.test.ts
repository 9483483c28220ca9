import { describe, expect, it } from 'vitest'
import { placer, type Repere } from '../../renderer/antecedents/placer.ts'

const reperes = (...dates: readonly string[]): Repere[] => dates.map((date, rang) => ({ rang, date }))

describe('frise des condamnations : l’espacement est le temps', () => {
  it('deux écarts égaux ont la même largeur, un écart double en a deux fois plus', () => {
    const { places } = placer(reperes('2020-01-01', '2021-01-01', '2022-01-01', '2024-01-01'), '2024-06-01')
    const [a, b, c, d] = places.map((p) => p.x) as [number, number, number, number]
    expect(b - a).toBeCloseTo(c - b, 1)
    expect(d - c).toBeCloseTo(2 * (c - b), 1)
  })

  it('range par date ce qui est imprimé dans le désordre, sans changer le rang', () => {
    const { places } = placer(reperes('2024-05-02', '2019-03-04'), '2024-06-01')
    expect(places.map((p) => p.rang)).toEqual([1, 0])
  })

  it('n’empile que ce qui se toucherait : le même jour monte d’un étage, l’année d’après reste sur l’axe', () => {
    const { places, etages } = placer(reperes('2020-02-01', '2020-02-01', '2021-02-01'), '2022-01-01')
    expect(places.map((p) => p.etage)).toEqual([0, 1, 0])
    expect(etages).toBe(2)
  })

  it('n’écrit un écart que là où ses mots tiennent', () => {
    const { ecarts } = placer(reperes('2010-01-01', '2010-02-01', '2016-01-01'), '2020-01-01')
    expect(ecarts.map((e) => e.rang)).toEqual([2])
  })

  it('quarante condamnations sur quinze ans tiennent, toutes dans la largeur, sur peu d’étages', () => {
    const dates = Array.from(
      { length: 40 },
      (_, i) => `${2010 + Math.floor((i * 15) / 40)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-15`,
    )
    const { places, etages, annees } = placer(reperes(...dates), '2025-06-01')
    expect(places).toHaveLength(40)
    expect(places.every((p) => p.x >= 0 && p.x <= 100)).toBe(true)
    expect(etages).toBeLessThanOrEqual(4)
    expect(annees.filter((a) => a.ecrite).length).toBeLessThanOrEqual(15)
  })

  it('la date des faits, après la dernière condamnation, reste dans la frise', () => {
    const { position } = placer(reperes('2019-03-04'), '2026-11-21')
    expect(position('2026-11-21')).toBeGreaterThan(position('2019-03-04'))
    expect(position('2026-11-21')).toBeLessThanOrEqual(100)
  })

  it('aucune date lue : un axe vide, pas d’erreur', () => {
    expect(placer([], '2026-11-21')).toMatchObject({ places: [], ecarts: [], etages: 1 })
  })
})
