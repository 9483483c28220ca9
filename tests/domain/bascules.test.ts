import { describe, expect, it } from 'vitest'
import {
  avecParametres,
  bascules,
  type Catalogue,
  catalogueParDefaut,
  type Dossier,
  orienter,
  repondre,
} from '../../domain/index.ts'
import { AILSI_OUVERT, AILSI_REUNI, DATE, declaration, dossier, OUVRAGE_REUNI, sans, uuid } from './outils.ts'

const CATALOGUE = catalogueParDefaut()

function lire(dossier: Dossier, catalogue: Catalogue = CATALOGUE) {
  return bascules(orienter(dossier, catalogue, { date: DATE }), catalogue)
}

const pour = (toutes: ReturnType<typeof lire>, dispositif: string) =>
  toutes.filter((b) => b.dispositif === dispositif).map((b) => `${b.fait}=${b.valeur} → ${b.devient}`)

describe('bascules : la réponse seule qui changerait une lecture', () => {
  it('un refus met hors critères ; un JAP d’ailleurs laisse à vérifier', () => {
    const dites = pour(lire(dossier(OUVRAGE_REUNI)), 'ouvrage')
    expect(dites).toContain('accord.evaluation=false → hors-criteres')
    expect(dites).toContain('disponibilite.semaine=false → hors-criteres')
    expect(dites).toContain('suivi.japRessort=… → a-verifier')
  })

  it('ne dit jamais la réponse déjà donnée, ni un dispositif hors critères', () => {
    const toutes = lire(dossier({ ...OUVRAGE_REUNI, 'procedure.tribunal': 'Lille' }))
    expect(pour(toutes, 'ouvrage')).toEqual([])
    expect(pour(lire(dossier(OUVRAGE_REUNI)), 'ouvrage')).not.toContain(
      'accord.evaluation=true → profil-a-evaluer',
    )
  })

  it('ce qui manque seul : l’accord ouvre, le refus ferme', () => {
    const dites = pour(lire(dossier(sans(OUVRAGE_REUNI, 'accord.evaluation'))), 'ouvrage')
    expect(dites).toContain('accord.evaluation=true → profil-a-evaluer')
    expect(dites).toContain('accord.evaluation=false → hors-criteres')
  })

  it('un seuil du catalogue, tel qu’il est réglé ici, dit de part et d’autre', () => {
    const catalogue = avecParametres(CATALOGUE, { 'ouvrage.minCondamnations': 4 })
    const dites = pour(lire(dossier(sans(OUVRAGE_REUNI, 'antecedents.condamnations')), catalogue), 'ouvrage')
    expect(dites).toContain('antecedents.condamnations=3 → hors-criteres')
    expect(dites).toContain('antecedents.condamnations=4 → profil-a-evaluer')
  })

  it('dit vrai : la même réponse, donnée pour de bon, fait la lecture annoncée', () => {
    const reuni = dossier(OUVRAGE_REUNI)
    const toutes = lire(reuni).filter((b) => b.valeur !== '…')
    expect(toutes.length).toBeGreaterThan(0)
    for (const [i, { fait, valeur, dispositif, devient }] of toutes.entries()) {
      const contexte = {
        id: uuid(900 + i),
        date: '2026-11-24T12:00:00+01:00',
        auteur: { role: 'parquet' },
      } as const
      const dite = repondre(reuni, { fait, valeur, origine: 'personne', verifie: false }, contexte)
      const apres = orienter({ ...reuni, declarations: [...reuni.declarations, dite] }, CATALOGUE, {
        date: DATE,
      })
      expect({ fait, valeur, lu: apres.dispositifs.find((d) => d.id === dispositif)?.lecture }).toEqual({
        fait,
        valeur,
        lu: devient,
      })
    }
  })

  it('un fait déduit suit la réponse dont il vient : le suivi fait le trouble sévère', () => {
    const catalogue = avecParametres(CATALOGUE, AILSI_OUVERT)
    const sansSuivi = dossier(sans(AILSI_REUNI, 'psy.suivi'))
    expect(pour(lire(sansSuivi, catalogue), 'ailsi')).toContain('psy.suivi=true → profil-a-evaluer')
  })
})

describe('ce qui est retenu ou écarté', () => {
  it('ne change aucune lecture, ni aucune question', () => {
    const reuni = dossier(OUVRAGE_REUNI)
    const nu = orienter(reuni, CATALOGUE, { date: DATE })
    const choisi = orienter(
      {
        ...reuni,
        declarations: [
          ...reuni.declarations,
          declaration(101, 'orientation.choix', ['csapa-referent']),
          declaration(102, 'orientation.ecarts', ['ouvrage:pas-de-place']),
          declaration(103, 'orientation.cadre', 'sursis-probatoire'),
        ],
      },
      CATALOGUE,
      { date: DATE },
    )
    expect(choisi.dispositifs).toEqual(nu.dispositifs)
    expect(choisi.cadres).toEqual(nu.cadres)
    expect(choisi.questions).toEqual(nu.questions)
    expect(choisi.faits['orientation.ecarts']).toMatchObject({ valeur: ['ouvrage:pas-de-place'] })
  })
})
