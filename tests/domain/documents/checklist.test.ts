import { describe, expect, it } from 'vitest'
import type { Declaration } from '../../../domain/index.ts'
import { checklist, declaration, dossierAvec } from './outils.ts'

type Dit = readonly [fait: string, valeur: Declaration['valeur'], reste?: Partial<Declaration>]

function avec(...declarations: Dit[]) {
  return dossierAvec(declarations.map(([fait, valeur, reste], i) => declaration(i + 1, fait, valeur, reste)))
}

describe('checklist pour le tribunal', () => {
  it('a huit étapes dans l’ordre, à faire tant que rien n’est coché', () => {
    const { etapes, reglees } = checklist(avec())
    expect(etapes.map((e) => [e.numero, e.fait])).toEqual([
      [1, 'audience.accordRedit'],
      [2, 'audience.pieceAddiction'],
      [3, 'audience.nuitSuivante'],
      [4, 'audience.japNomme'],
      [5, 'audience.rienIncompatible'],
      [6, 'audience.porteurPrevenu'],
      [7, 'audience.obligationsEcrites'],
      [8, 'audience.motivationSpeciale'],
    ])
    expect(etapes.map((e) => e.etat)).toEqual(Array(8).fill('a-faire'))
    expect(reglees).toBe(0)
  })

  it('reprend ce qui est coché, avec la cote ou l’heure tapée', () => {
    const { etapes, reglees } = checklist(
      avec(
        ['audience.pieceAddiction', 'fait', { precision: 'cote D12' }],
        ['audience.japNomme', 'sans-objet'],
      ),
    )
    expect(etapes[1]).toMatchObject({ etat: 'fait', precision: 'cote D12' })
    expect(etapes[3]).toMatchObject({ etat: 'sans-objet', precision: null })
    expect(reglees).toBe(2)
  })

  it('deux réponses qui se contredisent laissent l’étape à faire', () => {
    const { etapes } = checklist(avec(['audience.japNomme', 'fait'], ['audience.japNomme', 'sans-objet']))
    expect(etapes[3]).toMatchObject({ etat: 'a-faire', motif: expect.stringContaining('contradictoire') })
  })

  it('dit ce que le dossier contient déjà, avec sa source, et ce que personne n’a demandé', () => {
    const { etapes } = checklist(avec(['accord.evaluation', true, { date: '2026-11-24T11:20:00+01:00' }]))
    expect(etapes[0]?.auDossier).toMatchObject([
      { texte: 'accord pour être évalué : oui', source: 'dit par l’intéressé à 11 h 20 – déclaré' },
    ])
    expect(etapes[2]?.auDossier).toMatchObject([
      { texte: 'hébergement possible ce soir : non demandé', lacune: 'non demandé' },
    ])
  })

  it('JAP d’un autre ressort : un appel à faire, jusqu’à sa réponse', () => {
    const hors = [
      ['procedure.tribunal', 'Bobigny'],
      ['suivi.japRessort', 'Paris'],
    ] as const
    expect(checklist(avec(...hors)).etapes[3]?.appel).toEqual({ qui: 'JAP de Paris', telephone: null })
    expect(checklist(avec(...hors, ['suivi.accordHorsRessort', true])).etapes[3]?.appel).toBeUndefined()
    expect(
      checklist(avec(['procedure.tribunal', 'Bobigny'], ['suivi.japRessort', 'BOBIGNY'])).etapes[3]?.appel,
    ).toBeUndefined()
  })

  it('récidive de violences : sans objet de soi-même hors violences, à faire sinon', () => {
    expect(checklist(avec(['procedure.categorie', 'vol'])).etapes[7]?.etat).toBe('sans-objet')
    expect(checklist(avec(['procedure.categorie', 'violences-conjugales'])).etapes[7]?.etat).toBe('a-faire')
    expect(
      checklist(avec(['procedure.categorie', 'vol'], ['audience.motivationSpeciale', 'fait'])).etapes[7],
    ).toMatchObject({ etat: 'fait', motif: null })
  })
})
