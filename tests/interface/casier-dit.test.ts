import { describe, expect, it } from 'vitest'
import type { Condamnation, Peine } from '../../domain/index.ts'
import { direInfraction, direMentions, direPeine, poidsDe } from '../../renderer/antecedents/dire.ts'
import { direMois, lireMois } from '../../renderer/antecedents/encouru.ts'

const peine = (reste: Partial<Peine>): Peine => ({
  nature: 'emprisonnement',
  duree: null,
  montant: null,
  sursis: null,
  ...reste,
})
const sursis = (reste: Partial<NonNullable<Peine['sursis']>> = {}): Peine['sursis'] => ({
  type: 'simple',
  partiel: false,
  delai: null,
  ...reste,
})
const condamnation = (reste: Partial<Condamnation>): Condamnation => ({
  rang: 1,
  date: '2024-03-12',
  juridiction: 'TC BOBIGNY',
  caractere: 'contradictoire',
  signifieLe: null,
  infractions: [],
  peines: [],
  mentions: [],
  ...reste,
})

describe('une condamnation en mots', () => {
  it('l’exécution que le bulletin ne dit pas est inconnue, jamais « non exécutée »', () => {
    expect(direMentions(condamnation({ peines: [peine({})] }))).toBe('exécution\u00a0: inconnue')
  })

  it('exécutée ou payée, elle n’est plus inconnue ; une incarcération seule ne le dit pas', () => {
    const avec = (type: 'execution' | 'paiement' | 'incarceration') =>
      direMentions(condamnation({ peines: [peine({})], mentions: [{ type, date: '2024-06-28', texte: '' }] }))
    expect(avec('execution')).toBe('exécutée le 28/06/2024')
    expect(avec('paiement')).toBe('amende payée le 28/06/2024')
    expect(avec('incarceration')).toMatch(/incarcération le 28\/06\/2024.*inconnue$/)
  })

  it('une dispense de peine n’a rien à exécuter', () => {
    expect(direMentions(condamnation({ peines: [peine({ nature: 'dispense' })] }))).toBe('')
  })

  it.each([
    [peine({ duree: { annees: 1, mois: 6 } }), '1 an 6 mois d’emprisonnement'],
    [peine({ nature: 'amende', montant: 300 }), 'amende 300 €'],
    [
      peine({ nature: 'jours-amende', montant: 5, duree: { jours: 60 } }),
      '60 jours jours-amende 5 € par jour',
    ],
    [
      peine({ duree: { mois: 5 }, sursis: sursis({ type: 'probatoire', delai: { annees: 2 } }) }),
      '5 mois d’emprisonnement avec sursis probatoire (2 ans)',
    ],
    [
      peine({ duree: { mois: 6 }, sursis: sursis({ partiel: true, part: { mois: 3 } }) }),
      '6 mois d’emprisonnement dont 3 mois avec sursis',
    ],
  ])('%j se dit « %s »', (p, dit) => expect(direPeine(p)).toBe(dit))

  it('une période garde ses deux bornes, une date illisible se dit', () => {
    const fait = { libelle: 'VOL', debut: '2023-03-01', fin: '2023-04-11', recidive: true, tentative: false }
    expect(direInfraction(fait)).toBe('VOL du 01/03/2023 au 11/04/2023, en récidive')
    expect(direInfraction({ ...fait, debut: null, fin: null, recidive: false })).toBe('VOL, date inconnue')
  })

  it('la forme sur la frise est celle de la peine la plus lourde ; un sursis partiel compte comme ferme', () => {
    expect(poidsDe({ peines: [peine({ sursis: sursis() }), peine({ nature: 'amende' })] })).toBe('sursis')
    expect(poidsDe({ peines: [peine({ sursis: sursis({ partiel: true }) })] })).toBe('ferme')
    expect(poidsDe({ peines: [peine({ nature: 'stage' })] })).toBe('autre')
  })
})

describe('le maximum encouru tel qu’on le tape', () => {
  it.each([
    ['3 ans', 36],
    ['3a', 36],
    ['18 mois', 18],
    ['1 an 6 mois', 18],
    ['10 ANS', 120],
  ])('« %s » fait %i mois', (tape, mois) => expect(lireMois(tape)).toBe(mois))

  it.each(['', '3', 'trois ans', '-1 an', '31 ans', '3 jours'])(
    '« %s » n’est pas une durée : rien n’est deviné',
    (tape) => expect(lireMois(tape)).toBeNull(),
  )

  it('se redit en années et en mois', () => {
    expect([6, 12, 18, 60].map(direMois)).toEqual(['6 mois', '1 an', '1 an 6 mois', '5 ans'])
  })
})
