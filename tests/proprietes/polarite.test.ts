import { describe, expect, it } from 'vitest'
import { catalogueParDefaut } from '../../domain/index.ts'
import { lireCondition } from '../../domain/regles/condition.ts'
import { type Ecarts, ecarts } from './polarite.ts'

const criteres = catalogueParDefaut().dispositifs.flatMap((d) => d.criteres)

describe('lint des polarités', () => {
  it('les critères hors des propriétés sont ceux-ci, et aucun autre', () => {
    const releves = criteres.map((c): [string, Ecarts] => [c.id, ecarts(c)])
    const dehors = releves.filter(([, e]) => e.silences.length + e.doubles.length > 0)
    expect(Object.fromEntries(dehors)).toEqual({
      // A refusal or an agreement of one’s own comes later and wins.
      O6: { silences: ['accord.ouvrage'], doubles: [] },
      A6: { silences: ['accord.ailsi'], doubles: [] },
      // 93 is enough while the JAP is not known; an express refusal wins over everything.
      O7: { silences: ['suivi.accordHorsRessort', 'suivi.japRessort'], doubles: ['suivi.japRessort'] },
      // The code wins over the plain answer, and several lists read it.
      A3: {
        silences: ['logement.sansLogementStable', 'logement.situation'],
        doubles: ['logement.situation'],
      },
      // « Non » does not wait for every element; one that is found makes it unknown again.
      A4: {
        silences: ['psy.certificat', 'psy.hospitalisation', 'psy.suivi', 'psy.traitement'],
        doubles: [],
      },
      // A date of birth and of the facts win over the declared age.
      O1: { silences: ['procedure.dateFaits'], doubles: [] },
      A1: { silences: ['procedure.dateFaits'], doubles: [] },
      // With a record joined, what was final on the day of the facts; failing that, of the hearing.
      O3: { silences: ['procedure.dateFaits'], doubles: [] },
      // Neutral while nothing is known.
      O9: { silences: ['suivi.niveauRisque'], doubles: [] },
      O10: { silences: ['personne.mesureProtection'], doubles: ['personne.mesureProtection'] },
      O11: {
        silences: ['personne.situationAdministrative'],
        doubles: ['personne.situationAdministrative'],
      },
      A7: { silences: ['personne.mesureProtection'], doubles: ['personne.mesureProtection'] },
      // The code of housing wins over the plain answer, here too.
      H1: { silences: ['logement.situation'], doubles: [] },
      ACT2: { silences: ['logement.situation'], doubles: [] },
      UC2: { silences: ['logement.sansLogementStable', 'logement.situation'], doubles: [] },
      UC1: {
        silences: ['psy.certificat', 'psy.hospitalisation', 'psy.suivi', 'psy.traitement'],
        doubles: [],
      },
      // A contravention carries no prison, whatever figure was typed.
      SE1: { silences: ['procedure.nature'], doubles: [] },
    })
  })

  it('voit un fait lu dans les deux sens', () => {
    const [modele] = criteres
    if (modele === undefined) throw new Error('no criterion')
    const vraiSi = lireCondition({
      'une de ces conditions': ['addiction.conduite', { sauf: 'addiction.conduite' }, 'addiction.soins'],
    })
    const neuf = {
      ...modele,
      neutreSi: null,
      vraiSi,
      fauxSi: null,
      faits: ['addiction.conduite', 'addiction.soins'],
    }
    expect(ecarts(neuf)).toEqual({ silences: [], doubles: ['addiction.conduite'] })
    const meme = lireCondition({
      'une de ces conditions': ['non addiction.soins', { sauf: 'addiction.soins' }],
    })
    expect(ecarts({ ...neuf, vraiSi: meme })).toEqual({ silences: [], doubles: [] })
  })
})
