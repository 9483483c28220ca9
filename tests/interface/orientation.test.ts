import { describe, expect, it } from 'vitest'
import { AUTRE_VALEUR, type Bascule, type DispositifLu, type Lieu } from '../../domain/index.ts'
import { direBascules } from '../../renderer/orientation/dire-bascules.ts'
import { ranger } from '../../renderer/orientation/ranger.ts'
import { disposer } from '../../renderer/triage/disposer.ts'

const lu = (id: string, lecture: DispositifLu['lecture'] = 'a-verifier'): DispositifLu => ({
  id,
  nom: `Nom ${id}`,
  lecture,
  inclusions: 'ouvertes',
  verifieLe: null,
  source: 'inventée',
  criteres: [
    { id: 'X1', libelle: 'Âge', etat: 'vrai', motif: 'Majeur.', faits: [], declarations: [] },
    {
      id: 'X2',
      libelle: 'Place',
      etat: lecture === 'hors-criteres' ? 'faux' : 'inconnu',
      motif: lecture === 'hors-criteres' ? 'Pas de place.' : 'La place n’est pas connue.',
      faits: [],
      declarations: [],
    },
  ],
  decisifs: ['X2'],
  manquants: [],
})

const lieuDe = (id: string): Lieu => (id === 'local' ? 'ici' : id === 'loin' ? 'ailleurs' : 'partout')

describe('rangement des dispositifs', () => {
  const tous = [
    lu('partout'),
    lu('local', 'hors-criteres'),
    lu('loin'),
    lu('dehors', 'hors-criteres'),
    lu('second', 'profil-a-evaluer'),
  ]

  it('garde l’ordre du catalogue et ne perd aucun dispositif', () => {
    const { ouverts, ailleurs, hors } = ranger(tous, lieuDe)
    expect(ouverts.map((d) => d.id)).toEqual(['partout', 'second'])
    expect(ailleurs.map((d) => d.id)).toEqual(['loin'])
    expect(hors.map((d) => d.id)).toEqual(['local', 'dehors'])
  })

  it('le programme du tribunal se dit à part au triage, même hors critères ; les autres par lecture', () => {
    const { principaux, groupes } = disposer(tous, lieuDe)
    expect(principaux.map((d) => d.id)).toEqual(['local'])
    expect(groupes.map((g) => g.titre)).toEqual([
      'Profil à évaluer (1)',
      'À vérifier (1)',
      'À vérifier ailleurs (1)',
      'Hors critères (1)',
    ])
    expect(groupes.at(-1)?.details).toEqual(['Nom dehors\u00a0: Pas de place.'])
  })

  it('sans programme propre au tribunal, le premier ouvert prend la place', () => {
    expect(
      disposer(tous, (id) => (id === 'partout' ? 'partout' : 'ailleurs')).principaux.map((d) => d.id),
    ).toEqual(['partout'])
  })
})

describe('ce qui ferait changer la réponse, en mots', () => {
  const b = (
    fait: string,
    valeur: Bascule['valeur'],
    dispositif: string,
    devient: Bascule['devient'],
  ): Bascule => ({ fait, valeur, dispositif, devient })

  it('une réponse et tous les dispositifs qu’elle change font une seule phrase', () => {
    const dit = direBascules([
      b('accord.evaluation', false, 'un', 'hors-criteres'),
      b('disponibilite.semaine', false, 'un', 'hors-criteres'),
      b('accord.evaluation', false, 'deux', 'hors-criteres'),
    ])
    expect(dit).toEqual([
      { dit: 'refus de l’intéressé(e)', devient: 'hors-criteres', dispositifs: ['un', 'deux'] },
      { dit: 'indisponible du lundi au vendredi', devient: 'hors-criteres', dispositifs: ['un'] },
    ])
  })

  it('les valeurs qui mènent au même endroit se disent ensemble, celles qui mènent ailleurs non', () => {
    const dit = direBascules([
      b('suivi.japRessort', 'Paris', 'un', 'a-verifier'),
      b('suivi.japRessort', AUTRE_VALEUR, 'un', 'a-verifier'),
      b('suivi.japRessort', 'Bobigny', 'un', 'profil-a-evaluer'),
    ])
    expect(dit.map((c) => c.dit)).toEqual([
      'JAP du ressort\u00a0: Paris ou autre',
      'JAP du ressort\u00a0: Bobigny',
    ])
  })
})
