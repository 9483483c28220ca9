import { describe, expect, it } from 'vitest'
import {
  compterNonFait,
  demandesFaites,
  direDemande,
  direNonFait,
  etatLimite,
  resumerDemandes,
  suiviDe,
} from '../../../domain/index.ts'
import { declaration, dossier, dossierAvec, uuid } from '../outils.ts'

describe('demandes en cours', () => {
  it('rien de demandé : à lancer', () => {
    expect(demandesFaites(dossier({ 'addiction.conduite': true }))).toEqual([])
    expect(resumerDemandes(dossier({}))).toEqual({ phrase: 'à lancer', autres: 0 })
  })

  it('la dernière se dit avec son heure à Paris, les autres se comptent', () => {
    const d = dossierAvec([
      declaration(2, 'demande.apcars', 'demandee', { date: '2026-11-24T08:12:00Z' }),
      declaration(1, 'demande.jap', 'recue', { date: '2026-11-24T10:41:00+01:00' }),
    ])
    expect(demandesFaites(d)).toEqual([
      { destinataire: 'apcars', suite: 'demandee', le: '2026-11-24T08:12:00Z' },
      { destinataire: 'jap', suite: 'recue', le: '2026-11-24T10:41:00+01:00' },
    ])
    expect(resumerDemandes(d)).toEqual({ phrase: 'JAP\u00a0: réponse 10\u00a0h\u00a041', autres: 1 })
    expect(demandesFaites(d).map(direDemande)[0]).toBe('APCARS demandée 9\u00a0h\u00a012')
  })

  it('une suite remplace la demande, une reprise la rend à lancer', () => {
    const demandee = declaration(1, 'demande.apcars', 'demandee')
    const recue = declaration(2, 'demande.apcars', 'recue', { retire: [uuid(1)] })
    expect(resumerDemandes(dossierAvec([demandee, recue])).phrase).toBe('APCARS reçue 9\u00a0h\u00a002')
    const rappel = declaration(2, 'demande.jap', 'a-rappeler')
    expect(resumerDemandes(dossierAvec([demandee, rappel]))).toEqual({
      phrase: 'JAP\u00a0: à rappeler',
      autres: 1,
    })
    const reprise = declaration(3, 'demande.apcars', null, { inconnu: 'pas-demande', retire: [uuid(2)] })
    expect(resumerDemandes(dossierAvec([demandee, recue, reprise])).phrase).toBe('à lancer')
  })
})

describe('ce qui n’a pas été fait est compté', () => {
  it('des demandes, et des questions que le temps n’a pas laissé poser', () => {
    const jour = [
      dossier({ 'demande.apcars': 'faute-de-temps', 'demande.jap': 'refus', 'demande.siao': 'sans-objet' }),
      dossier({
        'demande.spip': 'demandee',
        'addiction.lienFaits': { inconnu: 'faute-de-temps' },
        'suivi.mesureEnCours': { inconnu: 'faute-de-temps' },
        'accord.evaluation': { inconnu: 'refuse' },
      }),
    ]
    expect(compterNonFait(jour)).toEqual({ fauteDeTemps: 3, refus: 1, sansObjet: 1 })
    expect(direNonFait(compterNonFait(jour))).toBe('Non fait\u00a0: faute de temps 3, refus 1, sans objet 1')
  })

  it('une question répondue ensuite n’est plus comptée ; rien à dire se tait', () => {
    const d = dossierAvec([
      declaration(1, 'addiction.soins', null, { inconnu: 'faute-de-temps' }),
      declaration(2, 'addiction.soins', false),
    ])
    expect(direNonFait(compterNonFait([d]))).toBeNull()
  })
})

describe('limite de 20 heures d’une personne', () => {
  const fin = (...heures: string[]) =>
    suiviDe(
      dossierAvec(heures.map((h, i) => declaration(i + 1, 'permanence.finGardeAVue', `2026-11-23T${h}`))),
    )

  it('suit la fin de la garde à vue ; sans elle, à préciser', () => {
    expect(fin('18:10').limite).toBe('2026-11-24T14:10')
    expect(fin().limite).toBeNull()
    expect(etatLimite(null, '2026-11-24T09:00')).toBe('a-preciser')
  })

  it('de deux fins données, garde la plus proche et le dit', () => {
    expect(fin('18:10', '17:00')).toMatchObject({ limite: '2026-11-24T13:00', finContradictoire: true })
    expect(fin('18:10', '18:10').finContradictoire).toBe(false)
  })

  it.each([
    ['13:09', 'loin'],
    ['13:10', 'dans-l-heure'],
    ['14:09', 'dans-l-heure'],
    ['14:10', 'passee'],
    ['20:00', 'passee'],
  ])('à %s : %s', (heure, etat) => expect(etatLimite('2026-11-24T14:10', `2026-11-24T${heure}`)).toBe(etat))

  it.each([
    ['2026-11-25T00:19', '2026-11-25T01:06', 'dans-l-heure'],
    ['2026-11-25T00:10', '2026-11-24T23:50', 'loin'],
  ])('minuit passé (%s), une limite à %s : %s', (maintenant, limite, etat) =>
    expect(etatLimite(limite, maintenant)).toBe(etat),
  )
})
