import { describe, expect, it } from 'vitest'
import type { EtatCritere } from '../../domain/index.ts'
import {
  AILSI_OUVERT,
  AILSI_REUNI,
  critere,
  dispositif,
  etatDe,
  lire,
  type Reponses,
  sans,
} from './outils.ts'

type Cellule = [
  titre: string,
  id: string,
  etat: EtatCritere,
  r: Reponses,
  parametres?: Record<string, unknown>,
]

const delit = { 'procedure.nature': 'delit', 'procedure.detentionEnvisagee': true }
const exclut = { 'ailsi.infractionsExclues': ['violences'] }
const situation = (code: string): Reponses => ({ 'logement.situation': code })

const CELLULES: Cellule[] = [
  ['est vrai si inclusions ouvertes', 'A0', 'vrai', {}, AILSI_OUVERT],
  ['est faux si closes, valeur livrée', 'A0', 'faux', {}],
  ['est inconnu si inconnues', 'A0', 'inconnu', {}, { 'ailsi.inclusions': 'inconnues' }],

  ['est vrai si majeur', 'A1', 'vrai', { 'personne.majeur': true }],
  ['est inconnu si l’âge n’est pas renseigné', 'A1', 'inconnu', {}],
  [
    'est inconnu si la minorité est contradictoire',
    'A1',
    'inconnu',
    { 'personne.majeur': { oppose: [false, true] } },
  ],

  ['est vrai à Marseille', 'A2', 'vrai', { 'procedure.tribunal': 'MARSEILLE' }],
  ['est faux ailleurs', 'A2', 'faux', { 'procedure.tribunal': 'Bobigny' }],
  ['est inconnu si le tribunal n’est pas renseigné', 'A2', 'inconnu', {}],

  ['est vrai pour E1', 'A3', 'vrai', situation('E1')],
  ...(['E2', 'E3', 'E4', 'E5', 'E6'].flatMap((code): Cellule[] => [
    [`est inconnu pour ${code} tant que la définition locale est vide`, 'A3', 'inconnu', situation(code)],
    [
      `est vrai pour ${code} si la définition locale le compte`,
      'A3',
      'vrai',
      situation(code),
      { 'ailsi.definitionSansLogement': [code] },
    ],
  ]) satisfies Cellule[]),
  [
    'est inconnu pour E2 si la définition locale ne compte que E3',
    'A3',
    'inconnu',
    situation('E2'),
    { 'ailsi.definitionSansLogement': ['E3'] },
  ],
  [
    'reste vrai pour E1 si la définition locale ne compte que E3',
    'A3',
    'vrai',
    situation('E1'),
    { 'ailsi.definitionSansLogement': ['E3'] },
  ],
  ['est faux pour un logement stable (0)', 'A3', 'faux', situation('0')],
  ['est faux pour une résidence sociale (A)', 'A3', 'faux', situation('A')],
  ['est faux pour un logement menacé (P)', 'A3', 'faux', situation('P')],
  ['est faux pour un logement insalubre (I)', 'A3', 'faux', situation('I')],
  ['est faux si « sans logement stable » est non', 'A3', 'faux', { 'logement.sansLogementStable': false }],
  [
    'est inconnu si « sans logement stable » est oui sans code',
    'A3',
    'inconnu',
    { 'logement.sansLogementStable': true },
  ],
  ['est inconnu si rien n’est renseigné', 'A3', 'inconnu', {}],
  [
    'est inconnu si la situation est contradictoire',
    'A3',
    'inconnu',
    { 'logement.situation': { oppose: ['E1', '0'] } },
  ],
  [
    'suit le code plutôt que le « non » déclaré',
    'A3',
    'vrai',
    { ...situation('E1'), 'logement.sansLogementStable': false },
  ],

  [
    'est vrai si trouble déclaré et un élément',
    'A4',
    'vrai',
    { 'psy.troubleDeclare': true, 'psy.certificat': true },
  ],
  ['est faux si trouble nié et aucun élément', 'A4', 'faux', { 'psy.troubleDeclare': false }],
  ['est inconnu si trouble déclaré seul', 'A4', 'inconnu', { 'psy.troubleDeclare': true }],
  [
    'est inconnu si trouble nié mais hospitalisation',
    'A4',
    'inconnu',
    { 'psy.troubleDeclare': false, 'psy.hospitalisation': true },
  ],
  ['est inconnu si rien n’est demandé', 'A4', 'inconnu', {}],
  ['est inconnu sur un simple comportement', 'A4', 'inconnu', { 'psy.comportement': true }],

  ['est vrai pour un délit avec détention envisagée', 'A5', 'vrai', delit],
  ['est faux pour un crime', 'A5', 'faux', { ...delit, 'procedure.nature': 'crime' }],
  ['est faux pour une contravention', 'A5', 'faux', { ...delit, 'procedure.nature': 'contravention' }],
  ['est faux si la détention n’est pas envisagée', 'A5', 'faux', { 'procedure.detentionEnvisagee': false }],
  [
    'est faux si la catégorie est exclue',
    'A5',
    'faux',
    { ...delit, 'procedure.categorie': 'violences' },
    exclut,
  ],
  [
    'est vrai si la catégorie n’est pas celle qui est exclue',
    'A5',
    'vrai',
    { ...delit, 'procedure.categorie': 'vol' },
    exclut,
  ],
  ['est inconnu si la catégorie manque et qu’une liste exclut', 'A5', 'inconnu', delit, exclut],
  ['est inconnu si la nature manque', 'A5', 'inconnu', { 'procedure.detentionEnvisagee': true }],
  ['est inconnu si la détention n’est pas renseignée', 'A5', 'inconnu', { 'procedure.nature': 'delit' }],
  [
    'est inconnu si la catégorie est contradictoire et qu’une liste exclut',
    'A5',
    'inconnu',
    { ...delit, 'procedure.categorie': { oppose: ['vol', 'violences'] } },
    exclut,
  ],
  [
    'est vrai si la catégorie est contradictoire et que rien n’est exclu',
    'A5',
    'vrai',
    { ...delit, 'procedure.categorie': { oppose: ['vol', 'violences'] } },
  ],

  ['est vrai si accord de principe', 'A6', 'vrai', { 'accord.evaluation': true }],
  ['est faux si refus exprès', 'A6', 'faux', { 'accord.evaluation': false }],
  ['est inconnu si pas demandé', 'A6', 'inconnu', {}],
  ['suit l’accord propre à AILSI', 'A6', 'faux', { 'accord.ailsi': false, 'accord.evaluation': true }],
  [
    'ignore l’accord propre à L’Ouvrage',
    'A6',
    'vrai',
    { 'accord.ouvrage': false, 'accord.evaluation': true },
  ],

  ['est neutre sans mesure connue', 'A7', 'neutre', {}],
  ['est neutre si aucune mesure', 'A7', 'neutre', { 'personne.mesureProtection': 'aucune' }],
  ['est inconnu si sauvegarde sans pièces', 'A7', 'inconnu', { 'personne.mesureProtection': 'sauvegarde' }],
  [
    'est vrai si sauvegarde avec ses pièces',
    'A7',
    'vrai',
    {
      'personne.mesureProtection': 'sauvegarde',
      'personne.protecteurAvise': true,
      'personne.expertiseVersee': true,
    },
  ],
  [
    'est inconnu si la mesure est contradictoire',
    'A7',
    'inconnu',
    { 'personne.mesureProtection': { oppose: ['aucune', 'curatelle'] } },
  ],
]

describe('AILSI, chaque cellule de la table', () => {
  it.each(CELLULES)('%s (%s)', (_titre, id, etat, reponses, parametres) => {
    expect(etatDe(id, reponses, parametres)).toBe(etat)
  })
})

describe('AILSI, lecture d’ensemble', () => {
  it('est un profil à évaluer si tout est réuni et que les inclusions sont ouvertes', () => {
    expect(dispositif(lire(AILSI_REUNI, AILSI_OUVERT), 'ailsi').lecture).toBe('profil-a-evaluer')
  })

  it('est à vérifier si l’état des inclusions est seul inconnu', () => {
    const lu = dispositif(lire(AILSI_REUNI, { 'ailsi.inclusions': 'inconnues' }), 'ailsi')
    expect(lu).toMatchObject({ lecture: 'a-verifier', decisifs: ['A0'], manquants: [] })
  })

  it('« inclusions closes » vient en dernier et ne cache aucun autre motif', () => {
    const lu = dispositif(
      lire({ ...AILSI_REUNI, 'procedure.tribunal': 'Bobigny', 'logement.situation': '0' }),
      'ailsi',
    )
    expect(lu.decisifs).toEqual(['A2', 'A3', 'A0'])
  })

  it.each(['procedure.tribunal', 'logement.situation', 'psy.troubleDeclare', 'procedure.detentionEnvisagee'])(
    'est à vérifier s’il manque %s',
    (cle) => {
      expect(dispositif(lire(sans(AILSI_REUNI, cle), AILSI_OUVERT), 'ailsi').lecture).toBe('a-verifier')
    },
  )

  it('cite la situation de logement en toutes lettres', () => {
    expect(critere(lire(situation('E5')), 'A3').motif).toContain('squat')
  })
})
