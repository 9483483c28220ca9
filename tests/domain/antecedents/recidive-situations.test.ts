import { describe, expect, it } from 'vitest'
import { etablirRecidive, lireCasier } from '../../../domain/antecedents/index.ts'
import type { Poursuite } from '../../../domain/contrat.ts'
import { ajouterJours } from '../../../domain/dates.ts'

/** Invented situations, expected values worked out by hand from reference/droit.md §3.6. */

const lire = (decisions: string) => {
  const lu = lireCasier(`BULLETIN N° 1\n${decisions}`)
  expect(lu.lignesNonLues).toEqual([])
  return lu
}
const tc = (rang: number, date: string, libelle: string, suite: string, caractere = 'CONTRADICTOIRE') =>
  `${rang}  ${date}  TRIBUNAL CORRECTIONNEL DE METZ  ${caractere}\n${libelle} le ${date}\n${suite}`
const pour = (libelle: string, date: string, encouruMois = 36): Poursuite => ({
  libelle,
  categorie: 'autre',
  date,
  encouruMois,
})
const etat = (decisions: string, p: Poursuite) => etablirRecidive(lire(decisions), p)

describe('premier terme', () => {
  it('1. violences puis menaces : ni le même délit ni un délit assimilé', () => {
    const c = tc(
      1,
      '05/02/2025',
      'VIOLENCE SANS INCAPACITE PAR CONJOINT',
      "3 MOIS D'EMPRISONNEMENT\nEXECUTEE LE 05/06/2025",
    )
    expect(etat(c, pour('MENACE DE MORT', '2026-11-20')).etat).toBe('non-etablie')
  })
  it('2. vol aggravé par violences puis violences par conjoint : 132-16-4', () => {
    const c = tc(
      1,
      '05/02/2025',
      'VOL AGGRAVE PAR VIOLENCE',
      "6 MOIS D'EMPRISONNEMENT\nEXECUTEE LE 05/08/2025",
    )
    const lu = etat(c, pour('VIOLENCE PAR CONJOINT SUIVIE D’INCAPACITE N’EXCEDANT PAS 8 JOURS', '2026-11-20'))
    expect(lu).toMatchObject({
      etat: 'oui',
      encouruMois: 72,
      premierTerme: { rang: 1, jusquAu: '2030-08-05' },
    })
    expect(lu.articles.join(' ')).toContain('132-16-4')
  })
  it('3. recel de vol puis escroquerie : l’infraction d’origine est assimilée', () => {
    const c = tc(
      1,
      '05/02/2025',
      "RECEL DE BIEN PROVENANT D'UN VOL",
      'AMENDE 200 EUROS\nAMENDE PAYEE LE 10/03/2025',
    )
    const lu = etat(c, pour('ESCROQUERIE', '2026-11-20', 60))
    expect(lu).toMatchObject({
      etat: 'oui',
      encouruMois: 120,
      premierTerme: { rang: 1, jusquAu: '2030-03-10' },
    })
    expect(lu.articles.join(' ')).toMatch(/321-5/)
  })
  it('4. alcool au volant puis conduite sans permis : 132-16-2', () => {
    const c = tc(
      1,
      '05/02/2025',
      "CONDUITE SOUS L'EMPIRE D'UN ETAT ALCOOLIQUE",
      '60 JOURS-AMENDE A 5 EUROS\nPAYEE LE 05/09/2025',
    )
    const lu = etat(c, pour('CONDUITE D’UN VEHICULE SANS PERMIS', '2026-11-20', 12))
    expect(lu).toMatchObject({ etat: 'oui', encouruMois: 24 })
    expect(lu.articles.join(' ')).toContain('132-16-2')
  })
  it('5. délit de fuite puis conduite sans permis : aucun texte ne les assimile', () => {
    const c = tc(1, '05/02/2025', 'DELIT DE FUITE', "2 MOIS D'EMPRISONNEMENT\nEXECUTEE LE 05/05/2025")
    expect(etat(c, pour('CONDUITE D’UN VEHICULE SANS PERMIS', '2026-11-20', 12)).etat).toBe('non-etablie')
  })
  it('6. usage puis trafic de stupéfiants : deux incriminations', () => {
    const c = tc(1, '05/02/2025', 'USAGE ILLICITE DE STUPEFIANTS', 'AMENDE 200 EUROS\nPAYEE LE 05/05/2025')
    expect(etat(c, pour('TRANSPORT NON AUTORISE DE STUPEFIANTS', '2026-11-20', 120)).etat).toBe('non-etablie')
  })
  it('7. détention puis transport de stupéfiants : même délit, et règle générale de dix ans', () => {
    const c = tc(
      1,
      '05/02/2019',
      'DETENTION NON AUTORISEE DE STUPEFIANTS',
      "1 AN D'EMPRISONNEMENT\nEXECUTEE LE 05/01/2020",
    )
    const lu = etat(c, pour('TRANSPORT NON AUTORISE DE STUPEFIANTS', '2026-11-20', 120))
    expect(lu).toMatchObject({ etat: 'oui', encouruMois: 240, premierTerme: { jusquAu: '2030-01-05' } })
    expect(lu.articles.join(' ')).toContain('132-9 al. 1')
  })
  it('8. crime puis délit puni de plus d’un an : 132-9, cinq ans depuis la libération', () => {
    const c = `1  05/02/2012  COUR D'ASSISES DE LA MOSELLE  CONTRADICTOIRE\nVOL AVEC ARME le 01/01/2010\n8 ANS DE RECLUSION CRIMINELLE\nINCARCERE LE 01/01/2010\nEXECUTEE LE 20/11/2021`
    expect(etat(c, pour('OUTRAGE', '2026-11-20', 12)).etat).toBe('non-etablie')
    expect(etat(c, pour('REBELLION', '2026-11-20', 24))).toMatchObject({
      etat: 'oui',
      articles: ['132-9 al. 2 CP'],
      premierTerme: { rang: 1, jusquAu: '2026-11-20' },
    })
    expect(etat(c, pour('REBELLION', '2026-11-21', 24)).etat).toBe('non-etablie')
  })
})

describe('quand la peine a expiré', () => {
  it('9. sursis probatoire révoqué en totalité puis exécuté : le délai court de l’exécution', () => {
    const c = tc(
      1,
      '05/02/2018',
      'VOL',
      "6 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE PENDANT 2 ANS\nREVOCATION TOTALE LE 10/01/2020\nINCARCERE LE 10/01/2021\nEXECUTEE LE 10/06/2021",
    )
    expect(etat(c, pour('VOL', '2026-06-10'))).toMatchObject({
      etat: 'oui',
      premierTerme: { jusquAu: '2026-06-10' },
    })
    expect(etat(c, pour('VOL', '2026-06-11')).etat).toBe('non-etablie')
  })
  it('10. amende jamais payée : non éteinte à coup sûr pendant cinq ans, inconnue ensuite, prescrite enfin', () => {
    const c = tc(1, '05/02/2016', 'VOL', 'AMENDE 200 EUROS')
    expect(etat(c, pour('VOL', '2021-02-05'))).toMatchObject({ etat: 'oui', premierTerme: { jusquAu: null } })
    expect(etat(c, pour('VOL', '2021-02-06')).etat).toBe('indeterminee')
    expect(etat(c, pour('VOL', '2027-03-01')).etat).toBe('non-etablie')
  })
  it('11. deux peines : la plus longue à expirer compte', () => {
    const c = tc(
      1,
      '05/02/2020',
      'VOL',
      "2 MOIS D'EMPRISONNEMENT\nAMENDE 200 EUROS\nEXECUTEE LE 05/05/2020\nAMENDE PAYEE LE 12/12/2021",
    )
    expect(etat(c, pour('VOL', '2026-12-12')).etat).toBe('oui')
    expect(etat(c, pour('VOL', '2026-12-13')).etat).toBe('non-etablie')
  })
  it('12. incarcération sans fin mentionnée : la peine n’a pas pu expirer avant l’écrou', () => {
    const c = tc(1, '05/02/2022', 'VOL', "4 MOIS D'EMPRISONNEMENT\nINCARCERE LE 10/03/2022")
    expect(etat(c, pour('VOL', '2026-11-20')).etat).toBe('oui')
    expect(etat(c, pour('VOL', '2028-11-20')).etat).toBe('indeterminee')
  })
  it('13. jour par jour autour des cinq ans d’une amende payée un 29 février', () => {
    const c = tc(1, '05/02/2019', 'VOL', 'AMENDE 200 EUROS\nAMENDE PAYEE LE 29/02/2020')
    const vu = [-2, -1, 0, 1, 2].map((n) => etat(c, pour('VOL', ajouterJours('2025-02-28', n))).etat)
    expect(vu).toEqual(['oui', 'oui', 'oui', 'non-etablie', 'non-etablie'])
  })
})

describe('ce qui n’est pas définitif, ou ne compte pas', () => {
  it('14. composition pénale exécutée : jamais un premier terme', () => {
    const c = `1  05/02/2025  TJ METZ  COMPOSITION PENALE\nVOL le 01/01/2025\nAMENDE 150 EUROS\nEXECUTEE LE 05/03/2025`
    expect(etat(c, pour('VOL', '2026-11-20')).etat).toBe('non-etablie')
  })
  it('15. à signifier, sans signification : à vérifier ; exécutée depuis : établie', () => {
    const c = tc(1, '05/02/2025', 'VOL', "2 MOIS D'EMPRISONNEMENT", 'CONTRADICTOIRE A SIGNIFIER')
    expect(etat(c, pour('VOL', '2026-11-20')).etat).toBe('indeterminee')
    expect(etat(`${c}\nEXECUTEE LE 05/03/2026`, pour('VOL', '2026-11-20')).etat).toBe('oui')
    expect(etat(`${c}\nEXECUTEE LE 05/03/2026`, pour('VOL', '2026-03-04')).etat).toBe('indeterminee')
  })
  it('16. zone de J+10 à J+20, jour par jour', () => {
    const c = tc(1, '02/03/2026', 'VOL', "2 MOIS D'EMPRISONNEMENT")
    const le = (n: number) => etat(c, pour('VOL', ajouterJours('2026-03-02', n))).etat
    expect([9, 10, 11, 20, 21].map(le)).toEqual([
      'non-etablie',
      'non-etablie',
      'indeterminee',
      'indeterminee',
      'oui',
    ])
  })
  it('17. faits poursuivis antérieurs à la condamnation : concours, pas récidive', () => {
    const c = tc(1, '02/03/2026', 'VOL', "2 MOIS D'EMPRISONNEMENT\nEXECUTEE LE 02/05/2026")
    expect(etat(c, pour('VOL', '2026-02-28')).etat).toBe('non-etablie')
  })
  it('18. une condamnation à deux infractions : la seconde suffit', () => {
    const c = `1  05/02/2025  TC METZ  CONTRADICTOIRE\nOUTRAGE A PDAP le 01/02/2025\nVOL le 15/01/2025\n2 MOIS D'EMPRISONNEMENT\nEXECUTEE LE 05/06/2025`
    const lu = etat(c, pour('VOL', '2026-11-20'))
    expect(lu).toMatchObject({ etat: 'oui', premierTerme: { rang: 1, jusquAu: '2030-06-05' } })
    expect(lu.motif).toContain('VOL')
  })
  it('19. appel de la décision mentionné, puis désistement : définitive', () => {
    const c = tc(1, '05/02/2025', 'VOL', "2 MOIS D'EMPRISONNEMENT\nAPPEL INTERJETE LE 10/02/2025")
    expect(etat(c, pour('VOL', '2026-11-20')).etat).toBe('indeterminee')
    const clos = tc(1, '05/02/2025', 'VOL', "2 MOIS D'EMPRISONNEMENT\nDESISTEMENT D'APPEL LE 10/03/2025")
    expect(etat(clos, pour('VOL', '2026-11-20')).etat).toBe('oui')
  })
  it('20. un libellé abîmé par la reconnaissance de caractères reste le même délit', () => {
    const c = tc(1, '05/02/2025', 'V0L EN REUNI0N', "2 MOIS D'EMPRISONNEMENT\nEXECUTEE LE 05/06/2025")
    expect(etat(c, pour('VOL', '2026-11-20')).etat).toBe('oui')
  })
})
