import { beforeAll, describe, expect, it } from 'vitest'
import { reperer } from '../../domain/index.ts'
import { evaluer, lireNeufs, lireTextes, lots, partager, SEUILS, taux } from '../../scripts/eval-reperage.ts'

const textes = lireTextes()

// The lexicon is compiled at the first reading: a busy machine must not count it against one test.
beforeAll(() => {
  reperer('')
}, 60_000)

describe('cas publics de repérage', () => {
  it('les 182 textes et leurs 401 mentions sont là', () => {
    expect(textes).toHaveLength(182)
    expect(textes.flatMap((t) => t.mentions)).toHaveLength(401)
  })

  it('le tiers réservé est toujours le même, et rien n’est dans les deux parts', () => {
    const { travail, reserve } = partager(textes)
    expect([travail.length, reserve.length]).toEqual([121, 61])
    expect(
      reserve
        .map((t) => t.id)
        .sort()
        .slice(0, 3),
    ).toEqual(
      partager([...textes].reverse())
        .reserve.map((t) => t.id)
        .sort()
        .slice(0, 3),
    )
  })

  it('rappel, précision au niveau « fort » et fausses alertes tiennent les seuils', () => {
    const b = evaluer(textes)
    expect(taux(b.rappel.ensemble)).toBeGreaterThanOrEqual(SEUILS.rappel)
    expect(taux(b.precision.ensemble)).toBeGreaterThanOrEqual(SEUILS.precision)
    expect(b.faussesAlertes.bons / b.faussesAlertes.total).toBeLessThanOrEqual(SEUILS.faussesAlertes)
  })

  it('nié, contesté, passé, supposé, d’un tiers ou trafiqué n’est jamais « fort »', () => {
    for (const t of textes)
      for (const r of reperer(t.texte, { nature: t.nature })) {
        if (r.niveau !== 'fort') continue
        expect(r, t.id).toMatchObject({
          sujet: 'personne',
          polarite: 'affirme',
          temps: 'actuel',
          hypothese: false,
        })
        expect(r.role, t.id).not.toBe('trafic')
      }
  })

  it('une dénégation ne donne jamais « pas d’addiction »', () => {
    for (const t of textes)
      for (const r of reperer(t.texte, { nature: t.nature }))
        expect(r.proposition, t.id).not.toEqual({ fait: 'addiction.conduite', valeur: false })
  })
})

const NEUFS = lots()
const neufs = NEUFS.flatMap(lireNeufs)

describe('textes neufs de repérage, écrits sans lire les règles', () => {
  it('les lots sont là', () => {
    expect(NEUFS.length).toBeGreaterThanOrEqual(21)
    expect(neufs.length).toBeGreaterThanOrEqual(1742)
  })

  it('ensemble, ils tiennent les seuils', () => {
    const b = evaluer(neufs)
    expect(taux(b.rappel.ensemble)).toBeGreaterThanOrEqual(SEUILS.rappel)
    expect(taux(b.precision.ensemble)).toBeGreaterThanOrEqual(SEUILS.precision)
    expect(b.faussesAlertes.bons / b.faussesAlertes.total).toBeLessThanOrEqual(SEUILS.faussesAlertes)
  })

  // One lot is small: a single text weighs several points.
  it.each(NEUFS)('lot %s : jamais loin des seuils', (lot) => {
    const b = evaluer(lireNeufs(lot))
    expect(taux(b.rappel.ensemble)).toBeGreaterThanOrEqual(0.85)
    expect(taux(b.precision.ensemble)).toBeGreaterThanOrEqual(0.9)
    expect(b.faussesAlertes.bons).toBeLessThanOrEqual(1)
  })

  it('une dénégation n’y donne jamais « pas d’addiction »', () => {
    for (const t of neufs)
      for (const r of reperer(t.texte, { nature: t.nature }))
        expect(r.proposition, t.id).not.toEqual({ fait: 'addiction.conduite', valeur: false })
  })
})
