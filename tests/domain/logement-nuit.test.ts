import { describe, expect, it } from 'vitest'
import { catalogueParDefaut, type Declaration, orienter } from '../../domain/index.ts'

/** Code of the four taps (instruments.md §3.3). */
function situation(...dites: [fait: string, valeur: Declaration['valeur']][]) {
  const declarations = dites.map(
    ([fait, valeur], i): Declaration => ({
      id: `00000000-0000-4000-8000-00000000000${i}`,
      fait,
      valeur,
      origine: 'personne',
      verifie: false,
      date: `2026-11-24T09:0${i}:00+01:00`,
    }),
  )
  const dossier = {
    version: 1,
    id: '00000000-0000-4000-8000-0000000000ff',
    dateAudience: '2026-11-24',
    declarations,
  } as const
  const { faits } = orienter({ ...dossier, declarations }, catalogueParDefaut(), { date: '2026-11-24' })
  return faits['logement.situation']
}

describe('le code de logement suit la nuit avant l’interpellation', () => {
  it.each([
    ['rue', 'E1'],
    ['urgence', 'E2'],
    ['aide', 'E3'],
    ['squat', 'E5'],
    ['tiers', 'E6'],
    ['chez-soi', '0'],
  ])('%s donne %s', (nuit, code) => {
    expect(situation(['logement.nuitAvant', nuit])).toMatchObject({ etat: 'connu', valeur: code })
  })

  it('hébergé hier, sans place ce soir : à la rue', () => {
    expect(situation(['logement.nuitAvant', 'tiers'], ['logement.hebergementCeSoir', false])).toMatchObject({
      valeur: 'E1',
      declarations: ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000001'],
    })
  })

  it('une institution ne dit rien de la suite, sauf si aucune place n’attend ce soir', () => {
    expect(situation(['logement.nuitAvant', 'institution'])).toMatchObject({ etat: 'inconnu' })
    expect(
      situation(['logement.nuitAvant', 'institution'], ['logement.hebergementCeSoir', false]),
    ).toMatchObject({ valeur: 'E4' })
  })

  it('un code donné l’emporte sur celui des questions', () => {
    expect(situation(['logement.nuitAvant', 'rue'], ['logement.situation', 'E3'])).toMatchObject({
      valeur: 'E3',
    })
  })
})
