import { describe, expect, it } from 'vitest'
import { antecedentsDuCasier, chronologie, lireCasier } from '../../../domain/antecedents/index.ts'
import type { Poursuite } from '../../../domain/contrat.ts'

const casier = (decisions: string, identite = '') => lireCasier(`BULLETIN N° 1\n${identite}\n${decisions}`)
const VOL: Poursuite = { libelle: 'VOL', categorie: 'vol', date: '2026-11-23', encouruMois: 36 }
const decision = (rang: number, date: string, peine: string, libelle = 'VOL') =>
  `${rang}  ${date}  TC LYON  CONTRADICTOIRE\n${libelle} le ${date}\n${peine}`
const SP = "5 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE PENDANT 2 ANS"

describe('emprisonnement depuis cinq ans (132-30)', () => {
  const lu = (texte: string, date = '2026-11-23') =>
    antecedentsDuCasier(casier(texte), { ...VOL, date }).emprisonnement5ans

  it('vrai du jour anniversaire au lendemain du délai, sursis compris', () => {
    const sursis = decision(1, '23/11/2021', "2 MOIS D'EMPRISONNEMENT AVEC SURSIS")
    expect(lu(sursis, '2026-11-22').valeur).toBe(true)
    expect(lu(sursis, '2026-11-23').valeur).toBe(true)
    expect(lu(sursis, '2026-11-24').valeur).toBe(false)
  })
  it('faux pour une amende, un TIG ou une détention à domicile', () => {
    expect(lu(decision(1, '23/11/2025', 'AMENDE 300 EUROS')).valeur).toBe(false)
    expect(lu(decision(1, '23/11/2025', 'TIG 105 HEURES')).valeur).toBe(false)
  })
  it('inconnu si la décision n’était pas définitive, la date illisible ou une ligne non lue', () => {
    expect(lu(decision(1, '17/11/2026', "2 MOIS D'EMPRISONNEMENT"))).toMatchObject({
      valeur: null,
      rangs: [1],
    })
    expect(
      lu(`1  ##/##/2024  TC LYON  CONTRADICTOIRE\nVOL le 01/02/2019\n2 MOIS D'EMPRISONNEMENT`).valeur,
    ).toBeNull()
    expect(lu(`${decision(1, '23/11/2025', 'AMENDE 300 EUROS')}\n▒▒▒▒ ▒▒▒▒▒`).valeur).toBeNull()
  })
  it('ne tient pas compte d’une décision postérieure aux faits', () => {
    expect(lu(decision(1, '24/11/2026', "2 MOIS D'EMPRISONNEMENT")).valeur).toBe(false)
  })
})

describe('sursis probatoires antérieurs (132-41)', () => {
  const lu = (...decisions: string[]) =>
    antecedentsDuCasier(casier(decisions.join('\n')), VOL).sursisProbatoires

  it('compte ceux d’un délit identique ou assimilé', () => {
    expect(lu(decision(1, '05/09/2023', SP), decision(2, '05/09/2024', SP, 'ESCROQUERIE'))).toMatchObject({
      valeur: 2,
      rangs: [1, 2],
    })
  })
  it('ne compte ni un autre délit, ni un sursis simple', () => {
    expect(
      lu(
        decision(1, '05/09/2023', SP, 'OUTRAGE A PDAP'),
        decision(2, '05/09/2024', "2 MOIS D'EMPRISONNEMENT AVEC SURSIS"),
      ).valeur,
    ).toBe(0)
  })
  it('un ancien sursis avec mise à l’épreuve reste à vérifier', () => {
    const sme = "6 MOIS D'EMPRISONNEMENT AVEC SURSIS ET MISE A L'EPREUVE PENDANT 2 ANS"
    expect(lu(decision(1, '05/09/2018', sme), decision(2, '05/09/2024', SP))).toMatchObject({
      valeur: null,
      rangs: [1],
    })
  })
  it('ce qui n’est pas définitif reste à vérifier', () => {
    expect(lu(decision(1, '15/11/2026', SP)).valeur).toBeNull()
  })
})

describe('déjà incarcéré', () => {
  const lu = (texte: string, identite = '') => antecedentsDuCasier(casier(texte, identite), VOL).incarceration

  it('vrai sur une mention, inconnu sur une peine ferme muette, faux sinon', () => {
    const ferme = decision(1, '05/09/2023', "3 MOIS D'EMPRISONNEMENT")
    expect(lu(`${ferme}\nINCARCERE LE 05/09/2023`).valeur).toBe(true)
    expect(lu(`${ferme}\nMANDAT DE DEPOT`).valeur).toBe(true)
    expect(lu(`${ferme}\nEXECUTEE LE 05/12/2023`).valeur).toBeNull() // perhaps at home
    expect(lu(decision(1, '05/09/2023', SP)).valeur).toBe(false)
    expect(lu(`${decision(1, '05/09/2023', SP)}\nREVOCATION TOTALE LE 01/02/2025`).valeur).toBeNull()
    expect(lu('Néant').valeur).toBe(false)
  })
  it('inconnu quand le bulletin ne vaut pas pour cette personne', () => {
    const ferme = `${decision(1, '05/09/2023', "3 MOIS D'EMPRISONNEMENT")}\nINCARCERE LE 05/09/2023`
    expect(lu(ferme, 'NOM : MODELE   Prénoms : LUC\nALIAS : FICTIF Luc').valeur).toBeNull()
    expect(lu('Identité non vérifiable par le service').valeur).toBeNull()
  })
})

describe('sans les faits poursuivis', () => {
  it('ne dit que ce qui n’en dépend pas', () => {
    const lu = antecedentsDuCasier(casier(decision(1, '05/09/2023', SP)), null)
    expect([lu.incarceration.valeur, lu.emprisonnement5ans.valeur, lu.sursisProbatoires.valeur]).toEqual([
      false,
      null,
      null,
    ])
  })
})

describe('chronologie', () => {
  it('range par année, compte les jours fermes et les écarts, quel que soit l’ordre d’impression', () => {
    const lu = casier(
      [
        decision(3, '10/01/2024', "1 AN D'EMPRISONNEMENT DONT 6 MOIS AVEC SURSIS PROBATOIRE PENDANT 2 ANS"),
        decision(1, '15/03/2020', "1 MOIS D'EMPRISONNEMENT"),
        decision(2, '15/12/2020', 'AMENDE 300 EUROS'),
        `4  ##/##/2025  TC LYON  CONTRADICTOIRE\nVOL le 01/02/2025\n2 MOIS D'EMPRISONNEMENT`,
      ].join('\n'),
    )
    expect(chronologie(lu)).toEqual({
      annees: [
        { annee: 2020, condamnations: [1, 2], emprisonnementJours: 31 },
        { annee: 2024, condamnations: [3], emprisonnementJours: 366 - 182 },
      ],
      ecarts: [
        { de: 1, a: 2, jours: 275 },
        { de: 2, a: 3, jours: 1121 },
      ],
      sansDate: [4],
    })
  })
  it('ne donne pas de jours quand la part avec sursis n’est pas imprimée', () => {
    const lu = casier(decision(1, '10/01/2024', "1 AN D'EMPRISONNEMENT AVEC SURSIS PARTIEL"))
    expect(lu.condamnations[0]?.peines[0]?.sursis?.partiel).toBe(true)
    expect(chronologie(lu).annees).toEqual([{ annee: 2024, condamnations: [1] }])
  })
  it('est vide pour un casier néant', () => {
    expect(chronologie(casier('Néant'))).toEqual({ annees: [], ecarts: [], sansDate: [] })
  })
})
