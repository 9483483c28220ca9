import { describe, expect, it } from 'vitest'
import type { EtatCritere } from '../../domain/index.ts'
import { critere, dispositif, etatDe, lire, OUVRAGE_REUNI, type Reponses, refus, sans } from './outils.ts'

/** One cell of the table of L’Ouvrage (contract/faits.md): criterion, answers, parameters, state. */
type Cellule = [
  titre: string,
  id: string,
  etat: EtatCritere,
  r: Reponses,
  parametres?: Record<string, unknown>,
]

const bobigny = { 'procedure.tribunal': 'Bobigny' }
const protege = { 'personne.mesureProtection': 'curatelle' }
const pieces = { 'personne.protecteurAvise': true, 'personne.expertiseVersee': true }

const CELLULES: Cellule[] = [
  ['est vrai si la personne est majeure', 'O1', 'vrai', { 'personne.majeur': true }],
  ['est inconnu si l’âge n’est pas renseigné', 'O1', 'inconnu', {}],
  [
    'est inconnu si la minorité est contradictoire',
    'O1',
    'inconnu',
    { 'personne.majeur': { oppose: [true, false] } },
  ],

  ['est vrai si délit', 'O2', 'vrai', { 'procedure.nature': 'delit' }],
  ['est faux si crime', 'O2', 'faux', { 'procedure.nature': 'crime' }],
  ['est faux si contravention', 'O2', 'faux', { 'procedure.nature': 'contravention' }],
  ['est inconnu si non renseigné', 'O2', 'inconnu', {}],
  [
    'est inconnu si la nature est contradictoire',
    'O2',
    'inconnu',
    { 'procedure.nature': { oppose: ['delit', 'crime'] } },
  ],

  ['est vrai si la catégorie est admise', 'O2bis', 'vrai', { 'procedure.categorie': 'evasion' }],
  [
    'est inconnu si la catégorie n’est ni admise ni exclue',
    'O2bis',
    'inconnu',
    { 'procedure.categorie': 'trafic' },
  ],
  ['est inconnu si la catégorie n’est pas renseignée', 'O2bis', 'inconnu', {}],
  [
    'est faux si la catégorie est exclue',
    'O2bis',
    'faux',
    { 'procedure.categorie': 'trafic' },
    { 'ouvrage.categoriesExclues': ['trafic'] },
  ],
  [
    'est faux si la catégorie est admise et exclue : l’exclusion l’emporte',
    'O2bis',
    'faux',
    { 'procedure.categorie': 'vol' },
    { 'ouvrage.categoriesExclues': ['vol'] },
  ],
  [
    'est inconnu si aucune catégorie n’est admise',
    'O2bis',
    'inconnu',
    { 'procedure.categorie': 'vol' },
    { 'ouvrage.categoriesAdmises': [] },
  ],
  [
    'est vrai si la catégorie est ajoutée aux admises',
    'O2bis',
    'vrai',
    { 'procedure.categorie': 'trafic' },
    { 'ouvrage.categoriesAdmises': ['trafic'] },
  ],

  ['est faux juste au-dessous du seuil', 'O3', 'faux', { 'antecedents.condamnations': 1 }],
  ['est vrai au seuil', 'O3', 'vrai', { 'antecedents.condamnations': 2 }],
  ['est vrai juste au-dessus du seuil', 'O3', 'vrai', { 'antecedents.condamnations': 3 }],
  [
    'est faux juste au-dessous d’un seuil local',
    'O3',
    'faux',
    { 'antecedents.condamnations': 4 },
    { 'ouvrage.minCondamnations': 5 },
  ],
  [
    'est vrai au seuil local',
    'O3',
    'vrai',
    { 'antecedents.condamnations': 5 },
    { 'ouvrage.minCondamnations': 5 },
  ],
  [
    'est vrai sans condamnation si le seuil local est zéro',
    'O3',
    'vrai',
    { 'antecedents.condamnations': 0 },
    { 'ouvrage.minCondamnations': 0 },
  ],
  ['est faux sans condamnation', 'O3', 'faux', { 'antecedents.condamnations': 0 }],
  ['est inconnu si le casier n’est pas demandé', 'O3', 'inconnu', {}],
  [
    'est inconnu si l’identité n’est pas vérifiable',
    'O3',
    'inconnu',
    { 'antecedents.condamnations': { inconnu: 'non-verifiable' } },
  ],
  [
    'est inconnu si deux nombres se contredisent, même au-dessus du seuil',
    'O3',
    'inconnu',
    { 'antecedents.condamnations': { oppose: [4, 5] } },
  ],

  ['est vrai si conduite addictive', 'O4', 'vrai', { 'addiction.conduite': true }],
  ['est faux si aucune conduite addictive', 'O4', 'faux', { 'addiction.conduite': false }],
  [
    'est inconnu si non renseigné : un produit ne vaut pas conduite',
    'O4',
    'inconnu',
    { 'addiction.produits': ['crack'] },
  ],

  ['est vrai si lien', 'O5', 'vrai', { 'addiction.lienFaits': true }],
  ['est faux si aucun lien', 'O5', 'faux', { 'addiction.lienFaits': false }],
  [
    'est inconnu si la personne refuse de répondre',
    'O5',
    'inconnu',
    { 'addiction.lienFaits': { inconnu: 'refuse' } },
  ],

  ['est vrai si accord de principe', 'O6', 'vrai', { 'accord.evaluation': true }],
  ['est faux si refus exprès', 'O6', 'faux', { 'accord.evaluation': false }],
  ['est inconnu si pas demandé', 'O6', 'inconnu', {}],
  [
    'est vrai si accord propre malgré un refus général',
    'O6',
    'vrai',
    { 'accord.ouvrage': true, 'accord.evaluation': false },
  ],
  [
    'est faux si refus propre malgré un accord général',
    'O6',
    'faux',
    { 'accord.ouvrage': false, 'accord.evaluation': true },
  ],
  [
    'suit l’accord général si l’accord propre est demandé sans réponse',
    'O6',
    'vrai',
    { 'accord.ouvrage': { inconnu: 'ne-sait-pas' }, 'accord.evaluation': true },
  ],
  [
    'est inconnu si l’accord propre est contradictoire',
    'O6',
    'inconnu',
    { 'accord.ouvrage': { oppose: [true, false] }, 'accord.evaluation': true },
  ],
  ['ignore l’accord propre à AILSI', 'O6', 'inconnu', { 'accord.ailsi': true }],

  ['est vrai si présence possible', 'O8', 'vrai', { 'disponibilite.semaine': true }],
  ['est faux si présence impossible', 'O8', 'faux', { 'disponibilite.semaine': false }],
  ['est inconnu si non renseigné', 'O8', 'inconnu', {}],

  ['est faux si risque faible', 'O9', 'faux', { 'suivi.niveauRisque': 'faible' }],
  ['est faux si risque moyen, juste au-dessous du seuil', 'O9', 'faux', { 'suivi.niveauRisque': 'moyen' }],
  ['est vrai si risque élevé, au seuil', 'O9', 'vrai', { 'suivi.niveauRisque': 'eleve' }],
  ['est vrai si risque très élevé', 'O9', 'vrai', { 'suivi.niveauRisque': 'tres-eleve' }],
  ['est neutre si absent', 'O9', 'neutre', {}],
  ['est neutre si inconnu', 'O9', 'neutre', { 'suivi.niveauRisque': { inconnu: 'non-verifiable' } }],
  [
    'est inconnu si contradictoire',
    'O9',
    'inconnu',
    { 'suivi.niveauRisque': { oppose: ['eleve', 'moyen'] } },
  ],

  ['est neutre si aucune mesure', 'O10', 'neutre', { 'personne.mesureProtection': 'aucune' }],
  ['est neutre si non renseigné', 'O10', 'neutre', {}],
  ['est vrai si protecteur avisé et expertise versée', 'O10', 'vrai', { ...protege, ...pieces }],
  [
    'est vrai pour une tutelle avec ses pièces',
    'O10',
    'vrai',
    { ...pieces, 'personne.mesureProtection': 'tutelle' },
  ],
  ['est inconnu sans les pièces', 'O10', 'inconnu', protege],
  ['est inconnu si une pièce manque', 'O10', 'inconnu', { ...protege, 'personne.protecteurAvise': true }],
  [
    'n’est jamais faux : inconnu si les deux pièces sont dites absentes',
    'O10',
    'inconnu',
    { ...protege, 'personne.protecteurAvise': false, 'personne.expertiseVersee': false },
  ],
  [
    'est inconnu si la mesure est contradictoire, même avec « aucune »',
    'O10',
    'inconnu',
    { 'personne.mesureProtection': { oppose: ['aucune', 'tutelle'] }, ...pieces },
  ],

  ['est neutre si régulière', 'O11', 'neutre', { 'personne.situationAdministrative': 'reguliere' }],
  ['est neutre si non renseignée', 'O11', 'neutre', {}],
  ['est inconnu si irrégulière', 'O11', 'inconnu', { 'personne.situationAdministrative': 'irreguliere' }],
  ['est inconnu si OQTF', 'O11', 'inconnu', { 'personne.situationAdministrative': 'oqtf' }],
  ['est inconnu si ITF', 'O11', 'inconnu', { 'personne.situationAdministrative': 'itf' }],
  [
    'est inconnu si contradictoire',
    'O11',
    'inconnu',
    { 'personne.situationAdministrative': { oppose: ['reguliere', 'oqtf'] } },
  ],

  ['est vrai si inclusions ouvertes', 'O0', 'vrai', {}],
  ['est faux si closes', 'O0', 'faux', {}, { 'ouvrage.inclusions': 'closes' }],
  ['est inconnu si inconnues', 'O0', 'inconnu', {}, { 'ouvrage.inclusions': 'inconnues' }],
]

describe('L’Ouvrage, chaque cellule de la table', () => {
  it.each(CELLULES)('%s (%s)', (_titre, id, etat, reponses, parametres) => {
    expect(etatDe(id, reponses, parametres)).toBe(etat)
  })
})

/** O7 as the contract words it, written a second time and without the rules. */
function rattachement(
  tribunal: unknown,
  jap: unknown,
  departement: unknown,
  accord: unknown,
  negocie: boolean,
): EtatCritere {
  if (accord === false) return 'faux'
  if (tribunal === 'Créteil') return 'faux'
  if (tribunal !== 'Bobigny') return 'inconnu'
  if (jap === 'Bobigny' || accord === true || negocie) return 'vrai'
  return jap === undefined && departement === '93' ? 'vrai' : 'inconnu'
}

describe('O7, rattachement : toute la table de vérité', () => {
  const CONTREDIT = { oppose: ['Bobigny', 'Créteil'] }
  const CONTREDIT_DEPARTEMENT = { oppose: ['93', '75'] }
  const CONTREDIT_ACCORD = { oppose: [true, false] }
  const lignes = [undefined, 'Bobigny', 'Créteil', CONTREDIT].flatMap((tribunal) =>
    [undefined, 'Bobigny', 'Paris', CONTREDIT].flatMap((jap) =>
      [undefined, '93', '75', CONTREDIT_DEPARTEMENT].flatMap((departement) =>
        [undefined, true, false, CONTREDIT_ACCORD].flatMap((accord) =>
          [true, false].map((negocie) => ({ tribunal, jap, departement, accord, negocie })),
        ),
      ),
    ),
  )

  it('les 512 lignes s’accordent avec la table relue à la main', () => {
    expect(lignes).toHaveLength(512)
    for (const { tribunal, jap, departement, accord, negocie } of lignes) {
      const reponses = {
        'procedure.tribunal': tribunal,
        'suivi.japRessort': jap,
        'logement.departement': departement,
        'suivi.accordHorsRessort': accord,
      }
      const dites = Object.fromEntries(
        Object.entries(reponses).filter(([, v]) => v !== undefined),
      ) as Reponses
      const parametres = { 'ouvrage.accordHorsRessort': negocie ? 'negocie' : 'aucun' }
      expect(etatDe('O7', dites, parametres), JSON.stringify({ ...dites, negocie })).toBe(
        rattachement(tribunal, jap, departement, accord, negocie),
      )
    }
  })

  it('lit « BOBIGNY » ou « bobigny » comme Bobigny', () => {
    expect(etatDe('O7', { 'procedure.tribunal': 'BOBIGNY', 'suivi.japRessort': ' bobigny ' })).toBe('vrai')
  })

  it('« ne sait pas » pour le JAP vaut non renseigné : le département suffit', () => {
    const r = {
      ...bobigny,
      'suivi.japRessort': { inconnu: 'ne-sait-pas' },
      'logement.departement': '93',
    } as const
    expect(etatDe('O7', r)).toBe('vrai')
  })

  it('sans réponse du JAP de Paris, dit qui appeler', () => {
    const lu = critere(lire({ ...bobigny, 'suivi.japRessort': 'Paris' }), 'O7')
    expect(lu.motif).toContain('Paris')
    expect(lu.aFaire).toBe('Appeler le JAP de Paris avant l’audience et noter sa réponse.')
  })
})

describe('L’Ouvrage, lecture d’ensemble', () => {
  it('est un profil à évaluer si tout est réuni', () => {
    const lu = dispositif(lire(OUVRAGE_REUNI), 'ouvrage')
    expect(lu).toMatchObject({ lecture: 'profil-a-evaluer', decisifs: [], manquants: [] })
  })

  it.each(Object.keys(OUVRAGE_REUNI).filter((cle) => cle !== 'personne.mesureProtection'))(
    'est à vérifier s’il ne manque que %s',
    (cle) => {
      const lu = dispositif(lire(sans(OUVRAGE_REUNI, cle)), 'ouvrage')
      expect(lu.lecture).toBe('a-verifier')
      expect(lu.decisifs).toHaveLength(1)
      expect(lu.manquants).toContain(cle)
    },
  )

  it('un faux l’emporte sur les inconnus, et tous les faux sont donnés', () => {
    const lu = dispositif(
      lire({ 'accord.evaluation': false, 'procedure.nature': 'crime' }, { 'ouvrage.inclusions': 'closes' }),
      'ouvrage',
    )
    expect(lu.lecture).toBe('hors-criteres')
    expect(lu.decisifs).toEqual(['O6', 'O2', 'O0'])
    expect(lu.inclusions).toBe('closes')
  })

  it('la minorité contradictoire n’arrête pas la lecture ; la minorité établie la refuse', () => {
    const doute = { ...OUVRAGE_REUNI, 'personne.majeur': { oppose: [true, false] } }
    expect(dispositif(lire(doute), 'ouvrage')).toMatchObject({ lecture: 'a-verifier', decisifs: ['O1'] })
    expect(refus(() => lire({ ...OUVRAGE_REUNI, 'personne.majeur': false })).chemin).toBe('personne')
  })
})
