import { expect, it } from 'vitest'
import { lireReglages, minutageDu, REGLAGES_PAR_DEFAUT, reglagesSchema } from '../../../domain/index.ts'

it('les réglages livrés sont de leur propre schéma', () => {
  expect(reglagesSchema.safeParse(REGLAGES_PAR_DEFAUT).success).toBe(true)
})

it('une valeur gardée que cette version ne comprend pas laisse la place à celle par défaut, les autres restent', () => {
  const lus = lireReglages({
    heureAudience: '25:00',
    dureeEnquete: 60,
    tribunal: 'Bobigny',
    ordre: 'addiction',
  })
  expect(lus).toEqual({ ...REGLAGES_PAR_DEFAUT, dureeEnquete: 60 })
})

it('la dernière heure utile laisse à l’enquête le temps de revenir avant la fin des déferrements', () => {
  expect(minutageDu(REGLAGES_PAR_DEFAUT, '2026-11-28')).toEqual({
    heureAudience: '13:00',
    finDeferrements: '12:30',
    derniereHeureUtile: '11:00',
  })
})

it('une audience déplacée un jour déplace la fin des déferrements du même écart, ce jour-là seulement', () => {
  const r = { ...REGLAGES_PAR_DEFAUT, audiences: { '2026-11-28': '14:30' } }
  expect(minutageDu(r, '2026-11-28')).toMatchObject({ finDeferrements: '14:00', derniereHeureUtile: '12:30' })
  expect(minutageDu(r, '2026-11-29').heureAudience).toBe('13:00')
})

it('une heure d’avant minuit reste à minuit', () => {
  const r = {
    ...REGLAGES_PAR_DEFAUT,
    heureAudience: '13:00',
    dureeEnquete: 600,
    audiences: { '2026-11-28': '09:00' },
  }
  expect(minutageDu(r, '2026-11-28').derniereHeureUtile).toBe('00:00')
})
