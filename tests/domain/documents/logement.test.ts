import { describe, expect, it } from 'vitest'
import {
  catalogueParDefaut,
  type Declaration,
  ecrireMessage,
  ficheOrientation,
  orienter,
} from '../../../domain/index.ts'
import { DATE, declaration, dossierAvec } from '../outils.ts'

/** The housing line of the fiche, every segment with its source. */
function ligneLogement(
  ...dites: [fait: string, valeur: Declaration['valeur'], reste?: Partial<Declaration>][]
) {
  const dossier = dossierAvec(
    dites.map(([fait, valeur, reste], i) => declaration(i + 1, fait, valeur, reste)),
  )
  const catalogue = catalogueParDefaut()
  const fiche = ficheOrientation(dossier, orienter(dossier, catalogue, { date: DATE }), {
    role: 'parquet',
    editeLe: `${DATE}T11:00:00+01:00`,
    catalogue,
  })
  const enonces = fiche.sections.flatMap((s) => s.enonces)
  return {
    dossier,
    dit: enonces.find((e) => e.libelle === 'Logement')?.segments.map((s) => `${s.texte} [${s.source}]`),
    libelles: enonces.map((e) => e.libelle),
  }
}

const NUIT = 'logement.nuitAvant'
const DIT = '[dit par l’intéressé – déclaré]'

describe('le logement sur la fiche', () => {
  it('dit la nuit, le code, la durée et la domiciliation d’une phrase, avec sa source', () => {
    const { dit, libelles } = ligneLogement(
      ['logement.sansLogementStable', true],
      [NUIT, 'tiers'],
      ['logement.depuis', '1-6'],
      ['logement.domiciliation', false],
    )
    expect(dit).toEqual([
      `à construire : logement stable, chez quelqu’un la nuit avant l’interpellation, ETHOS E6, depuis un à six mois, sans domiciliation postale ${DIT}`,
    ])
    for (const seul of ['Nuit avant l’interpellation', 'Depuis', 'Domiciliation'])
      expect(libelles).not.toContain(seul)
  })

  it('sans autre réponse, la nuit dit aussi ce qui est à construire', () => {
    expect(ligneLogement([NUIT, 'rue']).dit).toEqual([
      `à construire : logement stable (dehors, en voiture ou en campement la nuit avant l’interpellation, ETHOS E1) ${DIT}`,
    ])
  })

  it('hébergé hier et sans place ce soir : le code E1 dit pourquoi', () => {
    expect(ligneLogement([NUIT, 'tiers'], ['logement.hebergementCeSoir', false]).dit?.[0]).toContain(
      'chez quelqu’un la nuit avant l’interpellation, sans place ce soir, ETHOS E1',
    )
  })

  it('un code donné se dit une fois, par celui qui l’a donné', () => {
    const { dit } = ligneLogement(['logement.situation', 'E3', { origine: 'enquete' }], [NUIT, 'rue'])
    expect(dit?.join(' ').match(/ETHOS/g)).toHaveLength(1)
    expect(dit?.[0]).toBe(
      'à construire : logement (CHRS, stabilisation, hôtel aidé, ETHOS E3) [enquête sociale – déclaré]',
    )
  })

  it('le SIAO lit la nuit, la durée et la domiciliation, sans mot tapé ; le SPIP lit la nuit', () => {
    const { dossier } = ligneLogement(
      [NUIT, 'rue'],
      ['logement.depuis', 'plus-24'],
      ['logement.domiciliation', true, { precision: 'chez Zoé Piédalu' }],
    )
    const orientation = orienter(dossier, catalogueParDefaut(), { date: DATE })
    const corps = (a: 'siao' | 'spip') =>
      ecrireMessage(a, dossier, orientation, { role: 'parquet', editeLe: `${DATE}T11:00:00+01:00` })
        .corps.join(' ')
        .replaceAll('\u00a0', ' ')
    expect(corps('siao')).toContain(
      'Nuit avant l’interpellation : dehors, en voiture ou en campement, ETHOS E1, déclaré. Depuis : plus de deux ans, déclaré. Domiciliation : oui, déclaré.',
    )
    expect(corps('siao')).not.toContain('Piédalu')
    expect(corps('spip')).toContain('Nuit avant l’interpellation : dehors')
  })
})
