import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type CadreLu,
  type CleFait,
  type Declaration,
  type Dossier,
  orienter,
} from '../../../domain/index.ts'
import { catalogueAvec, declaration } from '../outils.ts'

/**
 * Frameworks and alerts stated for the reference vignettes (reference/droit.md §6.2), read on their public dossiers.
 * `complements`: what the vignette says and the dossier does not hold yet; without it the same framework is only to
 * be checked. A record that already gives the fact gives the same answer.
 */
interface Vignette {
  titre: string
  fichier: string
  complements?: Record<CleFait, NonNullable<Declaration['valeur']>>
  attendu: Record<string, CadreLu['lecture']>
  alertes?: string[]
  sansAlerte?: string[]
}

const VIGNETTES: Vignette[] = [
  {
    titre: 'V1 : récidive de vols sans violence, à la rue',
    fichier: 'v01-f',
    complements: {
      'antecedents.sursisProbatoires': 1,
      'antecedents.emprisonnement5ans': true,
      'procedure.violences': false,
      'audience.peineEnvisageeMois': 10,
    },
    attendu: {
      'sursis-simple': 'ferme',
      'sursis-probatoire': 'ouvert',
      'sursis-probatoire-renforce': 'ouvert',
      'sursis-probatoire-partiel': 'ouvert',
      ddse: 'ferme',
      'amenagement-un-an': 'ouvert',
      'amenagement-six-mois': 'ferme',
      'amenagement-au-dela': 'ferme',
      'ajournement-probatoire': 'ouvert',
      'ajournement-investigations': 'ouvert',
      'comparution-immediate': 'ouvert',
      'avertissement-penal-probatoire': 'ferme',
      'afd-vol': 'ferme',
    },
    alertes: ['revocation-sursis-probatoire'],
    sansAlerte: ['responsabilite-122-1', 'intoxication-volontaire', 'moins-de-21-ans'],
  },
  {
    titre: 'V2 : violences conjugales en récidive',
    fichier: 'v02-f',
    complements: { 'antecedents.emprisonnement5ans': true },
    attendu: {
      'sursis-probatoire': 'ferme',
      'sursis-probatoire-renforce': 'ouvert',
      'sursis-probatoire-partiel': 'ouvert',
      'sursis-simple': 'ferme',
      crpc: 'a-verifier',
      'avertissement-penal-probatoire': 'ferme',
      'controle-judiciaire': 'ouvert',
      ddse: 'a-verifier',
    },
    alertes: ['revocation-sursis-probatoire'],
  },
  {
    titre: 'V3 : vingt ans, parfum rendu, jamais condamnée',
    fichier: 'v03-f',
    complements: { 'procedure.valeurVol': 65, 'procedure.objetRestitue': true },
    attendu: {
      'afd-vol': 'ouvert',
      'avertissement-penal-probatoire': 'ouvert',
      'composition-penale': 'ouvert',
      'sursis-simple': 'ouvert',
      alternatives: 'ouvert',
    },
    alertes: ['moins-de-21-ans'],
  },
  {
    titre: 'V4 : outrage et rébellion, schizophrénie déclarée',
    fichier: 'v04-f',
    attendu: {
      'comparution-immediate': 'ouvert',
      'ajournement-investigations': 'ouvert',
      'sursis-probatoire-renforce': 'ouvert',
      'avertissement-penal-probatoire': 'ferme',
    },
    alertes: ['responsabilite-122-1', 'voies-expertise', 'revocation-sursis-probatoire'],
    sansAlerte: ['enquete-avant-detention', 'intoxication-volontaire'],
  },
  {
    titre: 'V4 : le sursis de dégradation n’est pas assimilé à l’outrage',
    fichier: 'v04-f',
    complements: { 'antecedents.sursisProbatoires': 0 },
    attendu: { 'sursis-probatoire': 'ouvert' },
  },
  {
    titre: 'V5 : vêtements rendus, une seule amende en récidive',
    fichier: 'v05-f',
    complements: {
      'procedure.valeurVol': 180,
      'procedure.objetRestitue': true,
      'antecedents.emprisonnement5ans': false,
      'logement.hebergementCeSoir': true,
    },
    attendu: {
      'afd-vol': 'ouvert',
      'avertissement-penal-probatoire': 'ferme',
      'sursis-simple': 'ouvert',
      ddse: 'ouvert',
      'controle-judiciaire': 'ouvert',
    },
  },
  {
    titre: 'V6 : vol avec violences, après un sursis probatoire pour vol avec violences',
    fichier: 'v06-f',
    complements: { 'antecedents.sursisProbatoires': 1, 'procedure.violences': true },
    attendu: {
      'sursis-probatoire': 'ferme',
      'sursis-probatoire-renforce': 'ouvert',
      'sursis-probatoire-partiel': 'ouvert',
    },
    alertes: ['enquete-avant-detention'],
  },
  {
    titre: 'V7 : crack, JAP de Paris',
    fichier: 'v07-f',
    complements: { 'audience.peineEnvisageeMois': 8 },
    attendu: {
      'amenagement-un-an': 'ouvert',
      'sursis-probatoire-renforce': 'ouvert',
      ddse: 'a-verifier',
    },
  },
  {
    titre: 'V8 : curatelle, bouteilles bues, aucune expertise',
    fichier: 'v08-f',
    complements: { 'procedure.valeurVol': 18, 'procedure.objetRestitue': false },
    attendu: {
      'afd-vol': 'ferme',
      'comparution-immediate': 'ferme',
      'ajournement-probatoire': 'ferme',
      'ajournement-investigations': 'ferme',
      'sursis-probatoire-renforce': 'a-verifier',
      'renvoi-comparution-immediate': 'ouvert',
      'comparution-delai-differe': 'a-verifier',
      crpc: 'ouvert',
      alternatives: 'ouvert',
    },
    alertes: ['majeur-protege-sans-expertise'],
  },
  {
    titre: 'V9 : vol avec arme, un crime',
    fichier: 'v09-f',
    attendu: {
      'comparution-immediate': 'ferme',
      'renvoi-comparution-immediate': 'ferme',
      'comparution-delai-differe': 'ferme',
      crpc: 'ferme',
      alternatives: 'ferme',
      'sursis-probatoire-renforce': 'ferme',
      'ajournement-investigations': 'ferme',
      'controle-judiciaire': 'ouvert',
    },
  },
  {
    titre: 'V9 requalifié en délit',
    fichier: 'v09-requalifie-f',
    attendu: { 'comparution-immediate': 'ouvert', 'sursis-probatoire-renforce': 'ouvert' },
  },
  {
    titre: 'V10 : refus, et un jugement de la semaine passée',
    fichier: 'v10-f',
    complements: { 'antecedents.jugementRecent': true },
    attendu: { 'avertissement-penal-probatoire': 'ferme', 'sursis-probatoire-renforce': 'ouvert' },
    alertes: ['jugement-recent'],
    sansAlerte: ['revocation-sursis-probatoire'],
  },
  {
    titre: 'V11 : le séjour irrégulier ne ferme aucun cadre',
    fichier: 'v11-f',
    attendu: { 'sursis-probatoire-renforce': 'ouvert', 'ajournement-investigations': 'ouvert' },
  },
  {
    titre: 'V12 : Marseille, sans casier joint',
    fichier: 'v12-f',
    attendu: {
      'sursis-simple': 'a-verifier',
      'sursis-probatoire': 'a-verifier',
      'sursis-probatoire-renforce': 'ouvert',
      'comparution-immediate': 'ouvert',
    },
    sansAlerte: ['responsabilite-122-1', 'enquete-avant-detention'],
  },
  {
    titre: 'V15 : identité non applicable, récidive indéterminée',
    fichier: 'v15-f',
    attendu: {
      'sursis-simple': 'a-verifier',
      'sursis-probatoire': 'a-verifier',
      'sursis-probatoire-renforce': 'ouvert',
      'avertissement-penal-probatoire': 'a-verifier',
      'composition-penale': 'a-verifier',
    },
  },
  {
    titre: 'V16 : de simples propos incohérents n’appellent pas l’article 122-1',
    fichier: 'v16-f',
    attendu: { 'comparution-immediate': 'ouvert' },
    sansAlerte: ['responsabilite-122-1', 'voies-expertise'],
  },
  {
    titre: 'V17 : hébergement d’urgence, schizophrénie déclarée',
    fichier: 'v17-o',
    attendu: { 'ajournement-investigations': 'ouvert', ddse: 'a-verifier' },
    alertes: ['responsabilite-122-1'],
  },
]

interface Cas {
  dossier: Dossier
  parametres: Record<string, unknown>
  date: string
}

function lire({ fichier, complements = {} }: Vignette) {
  const chemin = join(import.meta.dirname, '../../acceptation/cas/orientation', `${fichier}.json`)
  const { dossier, parametres, date } = JSON.parse(readFileSync(chemin, 'utf8')) as Cas
  const ajouts = Object.entries(complements).map(([fait, valeur], i) => declaration(800 + i, fait, valeur))
  const declarations = [
    ...dossier.declarations,
    ...ajouts.map((d) => ({ ...d, date: '2026-11-24T11:00:00+01:00' })),
  ]
  return orienter({ ...dossier, declarations }, catalogueAvec(parametres), { date })
}

describe('cadres des vignettes de référence', () => {
  it.each(VIGNETTES)('$titre', (v) => {
    const { cadres, alertes } = lire(v)
    const lectures = Object.fromEntries(cadres.map((c) => [c.id, c.lecture]))
    expect(lectures).toMatchObject(v.attendu)
    const ids = alertes.map((a) => a.id)
    expect(ids).toEqual(expect.arrayContaining(v.alertes ?? []))
    for (const id of v.sansAlerte ?? []) expect(ids).not.toContain(id)
  })

  it('sans la valeur ni la restitution, l’amende forfaitaire reste à vérifier', () => {
    for (const fichier of ['v03-f', 'v05-f', 'v08-f', 'v10-f']) {
      const { cadres } = lire({ titre: '', fichier, attendu: {} })
      expect(cadres.find((c) => c.id === 'afd-vol')?.lecture, fichier).toBe('a-verifier')
    }
  })

  it('V13, dix-sept ans : aucun cadre, le dossier entier est refusé', () => {
    expect(() => lire({ titre: '', fichier: 'v13', attendu: {} })).toThrow(/mineure/)
  })

  it('porte ce que la loi permet et que ce dossier n’exclut pas', () => {
    const porte = (fichier: string) =>
      lire({ titre: '', fichier, attendu: {} }).cadres.find((c) => c.id === 'sursis-probatoire-renforce')
        ?.porte
    expect(porte('v01-f')).toContain('ouvrage')
    expect(porte('v03-f')).not.toContain('ouvrage')
    expect(porte('v04-o')).toContain('ailsi')
    expect(porte('v04-f')).not.toContain('ailsi')
  })
})
