import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { finGardeAVueDeLimite, limiteVingtHeures, lireHeure, lireMoment } from '../../../domain/index.ts'

const CONTEXTE = { maintenant: '2026-11-21T09:30' }

describe('heures tapées', () => {
  it.each([
    ['1140', '11:40'],
    ['11h40', '11:40'],
    ['11:40', '11:40'],
    ['11 h 40', '11:40'],
    ['11\u00a0h\u00a040', '11:40'],
    ['940', '09:40'],
    ['9h', '09:00'],
    ['à 9 h 05', '09:05'],
    ['0h05', '00:05'],
    ['18H10', '18:10'],
  ])('« %s » se lit %s', (tape, lu) => expect(lireHeure(tape)).toBe(lu))
  it.each(['24h00', '11h60', '11', 'midi', '', '11400', '-1h', '9h5'])('« %s » n’est pas une heure', (tape) =>
    expect(lireHeure(tape)).toBeNull(),
  )
})

describe('moments', () => {
  it.each([
    ['18h10', '2026-11-20T18:10'],
    ['9h30', '2026-11-21T09:30'],
    ['9h31', '2026-11-20T09:31'],
    ['hier 8h', '2026-11-20T08:00'],
    ['20/11 à 18h10', '2026-11-20T18:10'],
    ['20/11/26 18:10', '2026-11-20T18:10'],
    ['31/12 18h10', '2025-12-31T18:10'],
    ['2026-11-20T18:10', '2026-11-20T18:10'],
  ])('« %s » est %s', (tape, lu) => expect(lireMoment(tape, CONTEXTE)).toBe(lu))
  it.each(['', 'hier', '31/02 18h10', '2026-02-31T10:00', '20/11'])('« %s » n’est pas un moment', (tape) =>
    expect(lireMoment(tape, CONTEXTE)).toBeNull(),
  )
})

describe('les vingt heures de l’article 803-3 CPP', () => {
  it.each([
    ['2026-11-20T18:10', '2026-11-21T14:10', 'un jour ordinaire'],
    ['2026-03-28T18:10', '2026-03-29T15:10', 'la nuit où l’heure d’été commence'],
    ['2026-10-24T18:10', '2026-10-25T13:10', 'la nuit où elle finit'],
    ['2026-12-31T10:00', '2027-01-01T06:00', 'd’une année à l’autre'],
    ['2026-10-25T02:30', '2026-10-25T21:30', 'heure dite deux fois : la première'],
  ])('%s donne %s : %s', (fin, limite) => expect(limiteVingtHeures(fin)).toBe(limite))

  it.each(['', '2026-02-31T10:00', '2026-11-21T24:00', 'hier', '0001-01-01T00:00'])(
    '« %s » n’en a pas',
    (x) => expect(limiteVingtHeures(x)).toBeNull(),
  )

  const moment = fc
    .date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((d) => d.toISOString().slice(0, 16))

  it('revient à la fin de la garde à vue, hors des heures qui changent', () => {
    fc.assert(
      fc.property(moment, (fin) => {
        const limite = limiteVingtHeures(fin)
        expect(limite).not.toBeNull()
        // Once the clocks have moved, the hour shown is one off at most; on other days it is exact.
        const ecart = Math.abs(Date.parse(`${limite}Z`) - Date.parse(`${fin}Z`)) / 3_600_000
        expect([19, 20, 21]).toContain(ecart)
        const mois = Number(fin.slice(5, 7))
        if (mois !== 3 && mois !== 10) {
          expect(ecart).toBe(20)
          expect(finGardeAVueDeLimite(limite ?? '')).toBe(fin)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('jamais plus de vingt heures écoulées, changement d’heure compris', () => {
    // The offset of Paris, read from the other side: from the instant to the civil time.
    const paris = (ms: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
        .format(new Date(ms))
        .replace(' ', 'T')
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 8 }),
        fc.constantFrom('2026-03-26', '2026-10-22', '2027-03-25'),
        (minutes, jour) => {
          const instant = Date.parse(`${jour}T00:00:00Z`) + minutes * 60_000
          const limite = limiteVingtHeures(paris(instant)) ?? ''
          const juste = paris(instant + 20 * 3_600_000)
          const avant = paris(instant + 19 * 3_600_000)
          expect([juste, avant]).toContain(limite)
        },
      ),
      { numRuns: 500 },
    )
  })
})
