import { describe, expect, it } from 'vitest'
import {
  type ChecklistContenu,
  catalogueParDefaut,
  checklistTribunal,
  type Declaration,
  type Dossier,
  type VersionChecklist,
} from '../../../domain/index.ts'
import { checklist, declaration, dossierAvec, EDITE_LE, lire } from './outils.ts'

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

const VERSIONS: readonly VersionChecklist[] = ['parquet', 'defense', 'tribunal']

function pour(version: VersionChecklist, dossier: Dossier): ChecklistContenu {
  return checklistTribunal(dossier, lire(dossier), { role: 'parquet', editeLe: EDITE_LE, version })
}

const etape = (c: ChecklistContenu, fait: string) => c.etapes.find((e) => e.fait === `audience.${fait}`)
const dits = (c: ChecklistContenu, fait: string) => etape(c, fait)?.auDossier.map((s) => s.texte) ?? []

describe('une version par lecteur', () => {
  it('le parquet demande, la défense plaide et produit, le tribunal constate et écrit', () => {
    const consignes = VERSIONS.map((v) => pour(v, avec()).consigne)
    expect(consignes.map((c) => c.match(/avant de (\p{L}+)/u)?.[1])).toEqual([
      'requérir',
      'plaider',
      'délibérer',
    ])
    const pieces = VERSIONS.map((v) => etape(pour(v, avec()), 'pieceAddiction')?.texte)
    expect(new Set(pieces).size).toBe(3)
    expect(pieces[1]).toContain('à produire')
    expect(etape(pour('tribunal', avec()), 'obligationsEcrites')?.texte).toMatch(/^Obligations écrites/)
  })

  it('par défaut, celle de qui l’écrit', () => {
    expect(checklist(avec(), 'defense').consigne).toContain('plaider')
    expect(checklist(avec(), 'parquet').consigne).toContain('requérir')
  })
})

describe('une version par dispositif et par cadre retenus', () => {
  const retenir = (choix: string[], cadre?: string, ...autres: Dit[]) =>
    avec(
      ['procedure.tribunal', 'Bobigny'],
      ...(choix.length === 0 ? [] : [['orientation.choix', choix] as const]),
      ...(cadre === undefined ? [] : [['orientation.cadre', cadre] as const]),
      ...autres,
    )

  it('l’accord se dit avec ce à quoi dire oui, quand un seul dispositif est retenu', () => {
    const texte = (choix: string[]) => etape(checklist(retenir(choix)), 'accordRedit')?.texte
    expect(texte(['ouvrage'])).toBe(
      'Accord de l’intéressé pour être évalué par le SPIP et Aurore, puis être présent du lundi au vendredi pendant un an, à redire à l’audience',
    )
    expect(texte(['ouvrage', 'siao'])).toBe('Accord de l’intéressé, à redire à l’audience')
    expect(texte(['accueil-court'])).toBe('Accord de l’intéressé, à redire à l’audience')
    expect(texte([])).toBe('Accord de l’intéressé, à redire à l’audience')
  })

  it('la pièce porte sur l’addiction, sur le trouble psychique, ou n’a pas d’objet', () => {
    expect(etape(checklist(retenir(['ailsi'])), 'pieceAddiction')?.texte).toContain('Trouble psychique')
    expect(etape(checklist(retenir(['ouvrage', 'ailsi'])), 'pieceAddiction')?.texte).toContain('addiction')
    const semi = checklist(retenir(['semi-liberte']))
    expect(etape(semi, 'pieceAddiction')).toMatchObject({
      etat: 'sans-objet',
      motif: 'sans objet : ce qui est retenu ne le demande pas',
    })
    // A tick that somebody made is never overruled.
    const cochee = retenir(['semi-liberte'], undefined, ['audience.pieceAddiction', 'fait'])
    expect(etape(checklist(cochee), 'pieceAddiction')).toMatchObject({ etat: 'fait', motif: null })
  })

  it('prévenir : ce qui est retenu seul, avec exactement ce qu’il faut transmettre', () => {
    const retenu = dits(checklist(retenir(['siao'])), 'porteurPrevenu').join('\n')
    expect(retenu).toContain('SIAO et 115 (')
    expect(retenu).toContain('à transmettre : qui oriente et pourquoi')
    expect(retenu).not.toContain('L’Ouvrage')
    expect(dits(checklist(retenir([])), 'porteurPrevenu').join('\n')).toMatch(/^L’Ouvrage \(à vérifier\)/)
  })

  it('un dispositif retenu hors critères reste à prévenir : la décision est humaine', () => {
    const d = retenir(['ouvrage'], undefined, ['addiction.conduite', false])
    expect(dits(checklist(d), 'porteurPrevenu').join()).toContain('L’Ouvrage (hors critères)')
    const sans = retenir([], undefined, ['addiction.conduite', false])
    expect(dits(checklist(sans), 'porteurPrevenu')).toEqual([])
  })

  it('les obligations sont celles que le cadre retenu peut porter', () => {
    const renforce = dits(checklist(retenir(['ouvrage'], 'sursis-probatoire-renforce')), 'obligationsEcrites')
    expect(renforce[0]).toBe(
      'Sursis probatoire renforcé : soins, dont l’injonction thérapeutique (132-45, 3°).',
    )
    const ajourne = dits(checklist(retenir(['ouvrage'], 'ajournement-investigations')), 'obligationsEcrites')
    expect(ajourne[0]).toContain('évaluation par le SPIP')
  })

  it('un cadre ferme appelle sa motivation, même hors violences ; sans lui, la règle d’avant', () => {
    const vol: Dit = ['procedure.categorie', 'vol']
    const ferme = etape(
      checklist(retenir(['semi-liberte'], 'amenagement-six-mois', vol)),
      'motivationSpeciale',
    )
    expect(ferme).toMatchObject({ etat: 'a-faire', texte: expect.stringContaining('Emprisonnement ferme') })
    expect(ferme?.auDossier.map((s) => s.texte).join(' ')).toMatch(
      /motivation spéciale.*[Mm]otif d’impossibilité/,
    )
    const renforce = checklist(retenir(['ouvrage'], 'sursis-probatoire-renforce', vol))
    expect(etape(renforce, 'motivationSpeciale')?.etat).toBe('sans-objet')
  })

  it('ce qui peut faire obstacle au cadre retenu est dit une fois, avec son article', () => {
    const c = checklist(retenir(['ouvrage'], 'sursis-probatoire', ['procedure.nature', 'contravention']))
    const obstacles = etape(c, 'rienIncompatible')?.auDossier.filter((s) => s.texte.startsWith('Sursis'))
    expect(obstacles?.length).toBeGreaterThan(0)
    expect(new Set(obstacles?.map((s) => s.texte)).size).toBe(obstacles?.length)
    expect(obstacles?.every((s) => s.source !== '')).toBe(true)
  })

  it('huit étapes au plus, lues en une minute, quels que soient le lecteur, le dispositif et le cadre', () => {
    const { dispositifs, cadres } = catalogueParDefaut()
    const choix = [...dispositifs.map((d) => [d.ecrit.id]), []]
    // Steps depend on one dispositif and one framework: each is met once, beside a neighbour that turns.
    choix.forEach((ids, i) => {
      const cadre = cadres[i % cadres.length]?.ecrit.id
      for (const version of VERSIONS) {
        const { etapes } = pour(version, retenir(ids, cadre))
        expect(etapes.length).toBeLessThanOrEqual(8)
        const mots = etapes
          .map((e) => e.texte)
          .join(' ')
          .split(/\s+/)
        expect(mots.length).toBeLessThanOrEqual(150)
        for (const e of etapes) expect(e.texte).not.toMatch(/[{}]|undefined/)
      }
    })
    for (const { ecrit } of cadres) expect(checklist(retenir(['ouvrage'], ecrit.id)).etapes).toHaveLength(8)
  })

  it('l’enquête sociale ne lit pas ce que le parquet a retenu', () => {
    const tout = JSON.stringify(checklist(retenir(['siao'], 'sursis-simple'), 'enquete'))
    expect(tout).not.toMatch(/SIAO et 115|Sursis simple/)
  })
})
