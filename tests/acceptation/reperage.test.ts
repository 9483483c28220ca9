import { beforeAll, describe, expect, it } from 'vitest'
import { reperer } from '../../domain/index.ts'
import { evaluer, lireNeufs, lireTextes, partager, SEUILS, taux } from '../../scripts/eval-reperage.ts'

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

/** Floors measured on 2026-11-28; the public texts hold the full thresholds, texts nobody has seen do not yet. */
const NEUFS = [
  { lot: 'travail', textes: 50, ...SEUILS },
  { lot: 'travail-2', textes: 40, ...SEUILS },
  { lot: 'travail-3', textes: 35, ...SEUILS },
  { lot: 'travail-4', textes: 80, rappel: 0.92, precision: 0.93, faussesAlertes: 0.02 },
  { lot: 'travail-5', textes: 134, rappel: 0.92, precision: 0.95, faussesAlertes: 0.09 },
  { lot: 'travail-6', textes: 143, rappel: 0.9, precision: 0.97, faussesAlertes: 0.02 },
  { lot: 'travail-7', textes: 80, rappel: 0.94, precision: 0.94, faussesAlertes: 0.02 },
  { lot: 'travail-8', textes: 60, ...SEUILS },
  { lot: 'reserve', textes: 50, rappel: 0.84, precision: 0.93, faussesAlertes: 0.02 },
  { lot: 'reserve-2', textes: 20, rappel: 0.84, precision: 0.96, faussesAlertes: 0.02 },
  { lot: 'reserve-4', textes: 80, rappel: 0.94, precision: 0.93, faussesAlertes: 0.05 },
  { lot: 'reserve-5', textes: 60, rappel: 0.86, precision: 0.92, faussesAlertes: 0.13 },
] as const

describe('textes neufs de repérage, écrits sans lire les règles', () => {
  it.each(NEUFS)('lot $lot : les planchers annoncés tiennent', (n) => {
    const textes = lireNeufs(n.lot)
    expect(textes).toHaveLength(n.textes)
    const b = evaluer(textes)
    expect(taux(b.rappel.ensemble)).toBeGreaterThanOrEqual(n.rappel)
    expect(taux(b.precision.ensemble)).toBeGreaterThanOrEqual(n.precision)
    expect(b.faussesAlertes.bons / b.faussesAlertes.total).toBeLessThanOrEqual(n.faussesAlertes)
  })

  it('une dénégation n’y donne jamais « pas d’addiction »', () => {
    for (const t of NEUFS.flatMap((n) => lireNeufs(n.lot)))
      for (const r of reperer(t.texte, { nature: t.nature }))
        expect(r.proposition, t.id).not.toEqual({ fait: 'addiction.conduite', valeur: false })
  })
})
