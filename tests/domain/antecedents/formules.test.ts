import { describe, expect, it } from 'vitest'
import { lireCasier } from '../../../domain/antecedents/index.ts'

const entete = `BULLETIN N° 1
NOM : MODELE   Prénoms : NOE   Né le 01/01/1990 à LENS (62)`

describe('les trois formules fermées et leurs variantes', () => {
  it.each([
    ['neant', 'NEANT'],
    ['neant', 'Néant.'],
    ['neant', '--- NÉANT ---'],
    ['neant', 'Condamnations : néant'],
    ['neant', 'Relevé des condamnations pénales : NEANT'],
    ['neant', 'N E A N T'],
    ['neant', 'AUCUNE CONDAMNATION'],
    ['aucune-identite', 'AUCUNE IDENTITE APPLICABLE'],
    ['aucune-identite', 'Aucune identité applicable.'],
    ['aucune-identite', 'AUCUNE IDENTITE\nAPPLICABLE'],
    ['aucune-identite', 'Résultat : aucune identité applicable'],
    ['identite-non-verifiable', 'IDENTITE NON VERIFIABLE PAR LE SERVICE'],
    ['identite-non-verifiable', 'Identité non vérifiable par le service.\nNéant'],
    ['identite-non-verifiable', 'IDENTITE NON VERIFIABLE\nPAR LE SERVICE'],
  ] as const)('%s : « %s »', (etat, formule) => {
    const casier = lireCasier(`${entete}\n${formule}`)
    expect([casier.etat, casier.lignesNonLues]).toEqual([etat, []])
  })

  it('« néant » dans une mention ne vide pas le casier', () => {
    const casier = lireCasier(`${entete}
1  12/03/2024  TC LENS  CONTRADICTOIRE
   VOL le 10/03/2024
   AMENDE 100 EUROS
   Exécution : néant`)
    expect(casier.etat).toBe('condamnations')
    expect(casier.lignesNonLues).toEqual([])
  })
})
