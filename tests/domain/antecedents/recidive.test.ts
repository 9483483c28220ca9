import { describe, expect, it } from 'vitest'
import {
  compterCondamnationsDefinitives,
  etablirRecidive,
  lireCasier,
} from '../../../domain/antecedents/index.ts'
import type { CasierLu, Poursuite } from '../../../domain/contrat.ts'
import { ajouterJours } from '../../../domain/dates.ts'

/** One or several decisions under the title of a bulletin, with an identity when it matters. */
function casier(decisions: string, identite = ''): CasierLu {
  const lu = lireCasier(`BULLETIN N° 1\n${identite}\n${decisions}`)
  expect(lu.lignesNonLues).toEqual([])
  return lu
}

const vol = (date: string, encouruMois = 36): Poursuite => ({
  libelle: 'VOL',
  categorie: 'vol',
  date,
  encouruMois,
})
const poursuite = (
  libelle: string,
  encouruMois: number,
  date = '2026-11-23',
  categorie = 'autre',
): Poursuite => ({
  libelle,
  categorie,
  date,
  encouruMois,
})
const etatLe = (c: CasierLu, jour: string) => etablirRecidive(c, vol(jour)).etat

const TC = 'TRIBUNAL CORRECTIONNEL DE LYON'
const executee = (libelle: string, le = '30/11/2021', jugee = '02/06/2021') =>
  `1  ${jugee}  ${TC}  CONTRADICTOIRE\n${libelle} le 31/05/2021\n6 MOIS D'EMPRISONNEMENT\nEXECUTEE LE ${le}`

describe('délai de cinq ans (132-10)', () => {
  const c = casier(executee('VOL'))
  it.each(['2026-11-29', '2026-11-30'])(
    'est vrai si les faits sont du %s : la veille et le jour même',
    (jour) => {
      expect(etablirRecidive(c, vol(jour))).toMatchObject({
        etat: 'oui',
        encouruMois: 72,
        premierTerme: { rang: 1, jusquAu: '2026-11-30' },
      })
    },
  )
  it('est faux si les faits sont du lendemain', () => {
    expect(etablirRecidive(c, vol('2026-12-01'))).toMatchObject({
      etat: 'non-etablie',
      encouruMois: 36,
      premierTerme: null,
    })
  })
})

describe('règle générale (132-9)', () => {
  const trafic = casier(executee('TRANSPORT NON AUTORISE DE STUPEFIANTS', '15/03/2018', '16/03/2017'))
  const etat = (encouru: number, jour: string) => etablirRecidive(trafic, vol(jour, encouru)).etat

  it('court dix ans quand les faits sont punis de dix ans : vrai le jour même, faux le lendemain', () => {
    expect([etat(120, '2028-03-14'), etat(120, '2028-03-15'), etat(120, '2028-03-16')]).toEqual([
      'oui',
      'oui',
      'non-etablie',
    ])
  })
  it('court cinq ans quand ils sont punis de moins de dix ans', () => {
    expect([etat(119, '2023-03-15'), etat(119, '2023-03-16')]).toEqual(['oui', 'non-etablie'])
  })
  it('est faux si les faits ne sont punis que d’un an, vrai au-delà', () => {
    expect([etat(12, '2020-01-01'), etat(13, '2020-01-01')]).toEqual(['non-etablie', 'oui'])
  })
  it('cite l’alinéa qui s’applique', () => {
    expect(etablirRecidive(trafic, vol('2020-01-01', 120)).articles).toContain('132-9 al. 1 CP')
    expect(etablirRecidive(trafic, vol('2020-01-01', 60)).articles).toContain('132-9 al. 2 CP')
  })
  it('porte à trente ans le crime puni de quinze ans, sans délai (132-8)', () => {
    expect(etablirRecidive(trafic, vol('2049-01-01', 180))).toMatchObject({
      etat: 'oui',
      encouruMois: 360,
      articles: ['132-8 CP'],
    })
  })
})

describe('caractère définitif au jour des faits', () => {
  const contradictoire = casier(
    `1  02/11/2026  ${TC}  CONTRADICTOIRE\nVOL le 01/11/2026\n1 MOIS D'EMPRISONNEMENT`,
  )
  it('est faux si l’appel est ouvert : jusqu’au dixième jour compris', () => {
    expect(etatLe(contradictoire, '2026-11-11')).toBe('non-etablie')
    expect(etatLe(contradictoire, '2026-11-12')).toBe('non-etablie')
  })
  it('reste à trancher du onzième au vingtième jour : délai du procureur général', () => {
    expect(etatLe(contradictoire, '2026-11-13')).toBe('indeterminee')
    expect(etatLe(contradictoire, '2026-11-22')).toBe('indeterminee')
  })
  it('est vrai le vingt et unième jour', () => {
    expect(etatLe(contradictoire, '2026-11-23')).toBe('oui')
  })
  it('court de la signification pour un jugement à signifier', () => {
    const c = casier(
      `1  25/06/2026  ${TC}  CONTRADICTOIRE A SIGNIFIER (signifié le 02/11/2026)\nVOL le 08/02/2026\nAMENDE 100 EUROS`,
    )
    expect([etatLe(c, '2026-11-12'), etatLe(c, '2026-11-13')]).toEqual(['non-etablie', 'oui'])
  })
  it('ne s’affirme pas sans signification, sauf si la peine a été exécutée', () => {
    const sans = `1  25/06/2024  ${TC}  DEFAUT\nVOL le 08/02/2024\nAMENDE 100 EUROS`
    expect(etatLe(casier(sans), '2026-11-23')).toBe('indeterminee')
    expect(etatLe(casier(`${sans}\nAMENDE PAYEE LE 10/01/2025`), '2026-11-23')).toBe('oui')
  })
  it('attend quarante-cinq jours pour une ordonnance pénale', () => {
    const c = casier(
      `1  01/09/2026  TJ LYON  ORDONNANCE PENALE (notifiée le 02/10/2026)\nVOL le 08/02/2026\nAMENDE 100 EUROS`,
    )
    expect([etatLe(c, '2026-11-16'), etatLe(c, '2026-11-17')]).toEqual(['non-etablie', 'oui'])
  })
  it('reste à vérifier quand un appel est mentionné', () => {
    const c = casier(
      `1  25/06/2024  ${TC}  CONTRADICTOIRE\nVOL le 08/02/2024\nAMENDE 100 EUROS\nAPPEL INTERJETE LE 30/06/2024`,
    )
    expect(etatLe(c, '2026-11-23')).toBe('indeterminee')
  })
  it('ne compte pas une décision du lendemain des faits', () => {
    const c = casier(`1  24/11/2026  ${TC}  CONTRADICTOIRE\nVOL le 22/11/2026\nAMENDE 100 EUROS`)
    expect(etatLe(c, '2026-11-23')).toBe('non-etablie')
  })
})

describe('fin de la peine', () => {
  it('sursis simple : cinq ans, puis cinq ans de plus', () => {
    const c = casier(
      `1  10/04/2019  ${TC}  CONTRADICTOIRE\nVOL le 08/04/2019\n3 MOIS D'EMPRISONNEMENT AVEC SURSIS`,
    )
    expect(etatLe(c, '2029-04-10')).toBe('oui')
    expect(etatLe(c, '2029-04-11')).toBe('indeterminee') // the five years may run from the day it became final
    expect(etatLe(c, '2029-04-20')).toBe('indeterminee')
    expect(etatLe(c, '2029-04-21')).toBe('non-etablie')
  })
  it('sursis probatoire : fin de la probation, suspendue pendant les détentions que porte le bulletin', () => {
    const probation = `1  05/09/2024  ${TC}  CONTRADICTOIRE\nVOL le 03/09/2024\n5 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE PENDANT 24 MOIS`
    const detention = `2  18/06/2025  ${TC}  CONTRADICTOIRE\nREBELLION le 16/06/2025\n5 MOIS D'EMPRISONNEMENT\nINCARCERE LE 18/06/2025\nEXECUTEE LE 20/10/2025`
    expect(etablirRecidive(casier(probation), vol('2026-09-14')).premierTerme?.jusquAu).toBeNull()
    expect(etablirRecidive(casier(probation), vol('2026-09-15')).premierTerme?.jusquAu).toBe('2031-09-15')
    // 124 days in prison: the probation ends 124 days later, and the delay with it.
    const suspendue = etablirRecidive(casier(`${probation}\n${detention}`), vol('2031-11-01'))
    expect(suspendue.premierTerme).toEqual({
      rang: 1,
      jusquAu: ajouterJours('2026-09-15', 124).replace('2027', '2032'),
    })
  })
  it('révocation totale sans exécution mentionnée : on ne sait pas', () => {
    const c = casier(
      `1  10/04/2015  ${TC}  CONTRADICTOIRE\nVOL le 08/04/2015\n3 MOIS D'EMPRISONNEMENT AVEC SURSIS\nREVOCATION TOTALE LE 10/04/2018`,
    )
    expect(etatLe(c, '2023-04-10')).toBe('oui')
    expect(etatLe(c, '2026-11-23')).toBe('indeterminee')
  })
  it('prescription : six ans après la décision définitive, au plus tard, la peine ne s’exécute plus', () => {
    const c = casier(`1  10/04/2014  ${TC}  CONTRADICTOIRE\nVOL le 08/04/2014\nAMENDE 300 EUROS`)
    expect(etatLe(c, '2019-04-10')).toBe('oui')
    expect(etatLe(c, '2019-04-11')).toBe('indeterminee')
    expect(etatLe(c, '2025-04-20')).toBe('indeterminee')
    expect(etatLe(c, '2025-04-21')).toBe('non-etablie')
  })
})

describe('même délit ou délit assimilé', () => {
  const lien = (premier: string, second: string, encouru = 12) =>
    etablirRecidive(casier(executee(premier, '30/11/2024', '02/06/2024')), poursuite(second, encouru))

  it.each([
    ['ABUS DE CONFIANCE', 'EXTORSION', '132-16'],
    ['RECEL DE BIEN PROVENANT D’UNE ESCROQUERIE', 'VOL', '321-5'],
    ['AGRESSION SEXUELLE', 'ATTEINTE SEXUELLE SUR MINEUR', '132-16-1'],
    ['CONDUITE SANS PERMIS', 'CONDUITE EN AYANT FAIT USAGE DE STUPEFIANTS', '132-16-2'],
    ['BLESSURES INVOLONTAIRES PAR CONDUCTEUR DE VEHICULE', 'CONDUITE SANS PERMIS', '132-16-2'],
    ['VIOLENCE SANS INCAPACITE EN REUNION', 'VOL AVEC VIOLENCE SANS INCAPACITE', '132-16-4'],
  ])('est vrai pour %s puis %s', (premier, second, article) => {
    const lu = lien(premier, second)
    expect(lu.etat).toBe('oui')
    expect(lu.articles.join(' ')).toContain(article)
  })
  it.each([
    ['CONDUITE SANS PERMIS', 'BLESSURES INVOLONTAIRES PAR CONDUCTEUR DE VEHICULE'], // only as second term
    ['REBELLION', 'OUTRAGE A PERSONNE DEPOSITAIRE DE L’AUTORITE PUBLIQUE'],
    ['DEGRADATION DU BIEN D’AUTRUI', 'VOL'],
    ['USAGE ILLICITE DE STUPEFIANTS', 'VOL'],
  ])('est faux pour %s puis %s', (premier, second) => {
    expect(lien(premier, second).etat).toBe('non-etablie')
  })
  it('reste à trancher quand le libellé ne dit pas d’où vient le bien recelé', () => {
    expect(lien('RECEL DE BIEN PROVENANT D’UN DELIT', 'VOL').etat).toBe('indeterminee')
  })
  it('lit la catégorie quand le libellé manque', () => {
    const c = casier(executee('OUTRAGE A PDAP', '30/11/2024', '02/06/2024'))
    expect(etablirRecidive(c, poursuite('', 12, '2026-11-23', 'outrage')).etat).toBe('oui')
    expect(etablirRecidive(c, poursuite('', 36, '2026-11-23', 'vol')).etat).toBe('non-etablie')
  })
})

describe('ce qui ne compte pas, ou se discute', () => {
  it('alias : à vérifier, même quand une condamnation conviendrait', () => {
    const c = casier(
      executee('VOL'),
      'NOM : MODELE   Prénoms : LUC   Né le 01/01/1990 à PARIS (75)\nALIAS : MODEL Luke',
    )
    expect(etatLe(c, '2022-01-01')).toBe('indeterminee')
  })
  it('ligne non lue : jamais « non établie »', () => {
    const lu = lireCasier(`BULLETIN N° 1\n${executee('REBELLION')}\n▒▒▒▒ ▒▒▒▒▒▒▒`)
    expect(lu.lignesNonLues).toHaveLength(1)
    expect(etatLe(lu, '2022-01-01')).toBe('indeterminee')
  })
  it('date des faits impossible : une phrase, pas une exception', () => {
    const lu = etablirRecidive(casier(executee('VOL')), vol('2026-02-30'))
    expect(lu).toMatchObject({ etat: 'indeterminee', premierTerme: null })
    expect(lu.motif).toContain('La date des faits')
  })
  it('cite la dernière condamnation qui convient', () => {
    const c = casier(
      `${executee('VOL')}\n2  05/01/2023  ${TC}  CONTRADICTOIRE\nVOL le 03/01/2023\nAMENDE 100 EUROS\nPAYEE LE 05/03/2023`,
    )
    expect(etablirRecidive(c, vol('2024-01-01')).premierTerme?.rang).toBe(2)
  })
})

describe('compterCondamnationsDefinitives', () => {
  const trois = casier(
    [
      `1  03/02/2020  TJ LYON  COMPOSITION PENALE\nVOL le 11/11/2019\nAMENDE 150 EUROS`,
      `2  10/04/2021  TPE LYON  CONTRADICTOIRE\nVOL le 08/04/2021\nAVERTISSEMENT JUDICIAIRE`,
      `3  02/06/2022  ${TC}  CONTRADICTOIRE\nVOL le 31/05/2022\n6 MOIS D'EMPRISONNEMENT`,
      `4  02/06/2023  ${TC}  CONTRADICTOIRE A SIGNIFIER\nVOL le 31/05/2023\nAMENDE 100 EUROS`,
      `5  13/11/2026  ${TC}  CONTRADICTOIRE\nVOL le 12/11/2026\n1 MOIS D'EMPRISONNEMENT`,
    ].join('\n'),
  )
  it('ne compte ni composition pénale, ni mesure éducative, ni décision non définitive', () => {
    expect(compterCondamnationsDefinitives(trois, '2026-11-23')).toBe(1)
  })
  it('compte la dernière dès que l’appel est fermé', () => {
    expect(compterCondamnationsDefinitives(trois, '2026-11-24')).toBe(2)
  })
  it('compte une ordonnance pénale dont la notification n’est pas imprimée : le casier ne la reçoit que définitive', () => {
    const texte = casier(
      `1  12/09/2024  TJ LYON  ORDONNANCE PENALE\nUSAGE ILLICITE DE STUPEFIANTS le 02/05/2024\nAMENDE 300 EUROS`,
    )
    expect(compterCondamnationsDefinitives(texte, '2026-11-24')).toBe(1)
  })
  it('vaut 0 au casier néant et null quand le bulletin ne dit rien', () => {
    expect(compterCondamnationsDefinitives(lireCasier('BULLETIN N° 1\nNéant'), '2026-11-24')).toBe(0)
    for (const texte of [
      '',
      'BULLETIN N° 1\nAucune identité applicable',
      'BULLETIN N° 1\nIdentité non vérifiable par le service\nNéant',
      'Bonjour',
    ])
      expect(compterCondamnationsDefinitives(lireCasier(texte), '2026-11-24')).toBeNull()
  })
})
