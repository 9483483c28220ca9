import { describe, expect, it } from 'vitest'
import { CASIER_LISIBLE_MAX, examinerCasier } from '../../../domain/antecedents/index.ts'

const DECISION = `1  12/03/2024  TC LYON  CONTRADICTOIRE
   VOL le 10/03/2024
   AMENDE 100 EUROS`
const bulletin = (identite: string) => `BULLETIN N° 1\n${identite}\n${DECISION}`
const JEAN = 'NOM : MARTIN-DUPONT   Prénoms : Jean, Paul   Né le 04/05/1988 à LYON (69)'

function refus(texte: string): string {
  const examen = examinerCasier(texte)
  if (!('refus' in examen)) throw new Error('aurait dû être refusé')
  return examen.refus
}

function differe(identite: string, personne: Parameters<typeof examinerCasier>[1]): string[] {
  const examen = examinerCasier(bulletin(identite), personne)
  if ('refus' in examen) throw new Error(examen.refus)
  return examen.avertissement?.differe ?? []
}

describe('ce qui n’est pas un bulletin n° 1 est refusé en une phrase', () => {
  it.each([
    ['rien', '  \n\t ', 'Rien à lire'],
    ['un texte démesuré', `${bulletin(JEAN)}\n${'VOL '.repeat(CASIER_LISIBLE_MAX / 4)}`, 'trop long'],
    ['un bulletin n° 2', 'BULLETIN N° 2\nNéant', 'bulletin n° 2'],
    ['un bulletin numéro 3', 'Casier judiciaire national\nBulletin numéro 3\nNéant', 'bulletin n° 3'],
    ['un B2 abrégé', 'B2 - MODELE Jean - né le 04/05/1988\nNEANT', 'bulletin n° 2'],
    ['du code de page', '<!DOCTYPE html><html><body>Bulletin</body></html>', 'page web'],
    [
      'le menu d’un site',
      'Accueil\nSe connecter\nMentions légales\nPolitique de confidentialité\nPlan du site',
      'page web',
    ],
    ['un fichier PDF', '%PDF-1.7\n1 0 obj << /Type /Catalog >>', 'fichier'],
    ['des octets', 'a\u0001\u0002\u0003\u0004b\u0005\u0006\u0000c\u0007'.repeat(9), 'fichier'],
    ['du charabia', '§§ ### ~~~ ??? ▒▒▒ @@@ %%% ### ~~~ ??? ▒▒▒ @@@ %%% ***', 'mot lisible'],
  ])('%s', (_quoi, texte, mots) => {
    const phrase = refus(texte)
    expect(phrase).toContain(mots)
    expect(phrase).toMatch(/^[^\n.]+\.$/)
  })

  it('un bulletin n° 1 qui cite un bulletin n° 2 est lu', () => {
    expect(examinerCasier(`${bulletin(JEAN)}\n   EXCLUSION DU BULLETIN N° 2`)).toHaveProperty('lu')
  })
  it('un bulletin copié d’un site intranet est lu malgré ses liens', () => {
    expect(examinerCasier(`Se connecter\nAccessibilité\nMentions légales\n${bulletin(JEAN)}`)).toHaveProperty(
      'lu.etat',
      'condamnations',
    )
  })
  it('une autre pièce n’est pas refusée : elle est lue « illisible », avec une phrase', () => {
    const examen = examinerCasier('Bonjour,\nVoici la liste des dossiers de cet après-midi.\nBonne journée')
    expect(examen).toMatchObject({ lu: { etat: 'illisible' }, avertissement: { differe: [] } })
  })
})

describe('le bulletin d’une autre personne est signalé', () => {
  it.each([
    ['nom', { nom: 'DURAND', prenoms: 'Jean' }, ['nom']],
    ['prénoms', { nom: 'Martin-Dupont', prenoms: 'Luc' }, ['prenoms']],
    ['naissance', { nom: 'Martin-Dupont', dateNaissance: '1988-05-05' }, ['dateNaissance']],
    [
      'tout',
      { nom: 'DURAND', prenoms: 'Luc', dateNaissance: '1990-01-01' },
      ['nom', 'prenoms', 'dateNaissance'],
    ],
  ])('%s', (_quoi, personne, attendu) => {
    expect(differe(JEAN, personne)).toEqual(attendu)
  })

  it('la phrase nomme ce qui diffère, sans redire les valeurs', () => {
    const examen = examinerCasier(bulletin(JEAN), { nom: 'DURAND', dateNaissance: '1990-01-01' })
    expect(examen).toMatchObject({
      avertissement: {
        phrase: expect.stringContaining('le nom et la date de naissance diffèrent'),
      },
    })
    expect(JSON.stringify('avertissement' in examen && examen.avertissement?.phrase)).not.toMatch(
      /MARTIN|DURAND|19\d\d/,
    )
  })
})

describe('la même personne, écrite autrement, ne l’est pas', () => {
  it.each([
    ['casse et accents', JEAN, { nom: 'martin dupont', prenoms: 'jean' }],
    ['un seul des deux noms', JEAN, { nom: 'Dupont', prenoms: 'Jean' }],
    ['prénoms dans un autre ordre', JEAN, { nom: 'MARTIN-DUPONT', prenoms: 'Paul Jean' }],
    ['nom et prénom intervertis', JEAN, { nom: 'Jean', prenoms: 'Martin-Dupont' }],
    ['particule', 'NOM : DE LA TOUR   Prénoms : Eve', { nom: 'La Tour', prenoms: 'Ève' }],
    ['nom en deux mots', 'NOM : BEN ALI   Prénoms : Sami', { nom: 'Benali', prenoms: 'SAMI' }],
    ['prénom composé', 'NOM : MODELE   Prénoms : Anne-Marie', { nom: 'Modele', prenoms: 'Annemarie' }],
    [
      'nom d’usage',
      'NOM : MODELE   Prénoms : Anne\nNOM D’USAGE : FICTIF',
      { nom: 'Fictif', prenoms: 'Anne' },
    ],
    [
      'alias, sa date de naissance comprise',
      'NOM : MODELE   Prénoms : Ali   Né le 01/01/1990 à OUJDA (MAROC)\nALIAS : FICTIF Karim, né le 02/02/1992',
      { nom: 'Fictif', prenoms: 'Karim', dateNaissance: '1992-02-02' },
    ],
    ['rien au dossier', JEAN, {}],
    ['rien au bulletin', '', { nom: 'DURAND', dateNaissance: '1990-01-01' }],
  ])('%s', (_quoi, identite, personne) => {
    expect(differe(identite, personne)).toEqual([])
  })
})
