import type { DateIso, Declaration } from '../contrat.ts'
import type { Condamnation } from './bulletins.ts'

/**
 * The seven people of the exercise, after the vignettes of the acceptance cases. All of it is invented: the family
 * names are winds, and each says that it is an exercise.
 */

type Dit = Pick<Declaration, 'origine' | 'verifie'> & Partial<Pick<Declaration, 'precision' | 'inconnu'>>
export type FaitDit = readonly [fait: string, valeur: Declaration['valeur'], dit: Dit]

export interface PersonneInventee {
  nom: string
  prenom: string
  sexe: 'M' | 'F'
  /** Age on the day of the exercise; month and day of the birthday. */
  age: number
  anniversaire: string
  lieu: string
  /** Minutes from the start of the exercise to the 20-hour limit (803-3 CPP). */
  limiteDans: number
  qualification: string
  categorie: string
  encouruMois: number
  faits: readonly FaitDit[]
  /** Absent: no record was joined. Empty: « néant ». */
  condamnations?: readonly Condamnation[]
  audition?: (jourDesFaits: DateIso) => string
}

const procedure = { origine: 'procedure', verifie: true } as const
const appi = { origine: 'appi', verifie: true } as const
const personne = { origine: 'personne', verifie: false } as const
const enquete = { origine: 'enquete', verifie: true } as const

const vol = (ilYA: number, peine: readonly string[]): Condamnation => ({ ilYA, faits: [['VOL', 2]], peine })

/** In the order of the board: the first limit first. */
export const PERSONNES: readonly PersonneInventee[] = [
  {
    // Repeat offender with an addiction, living rough: what is left to ask makes the exercise (vignette 1).
    nom: 'Noroît (exercice)',
    prenom: 'Idir',
    sexe: 'M',
    age: 38,
    anniversaire: '05-04',
    lieu: 'PARIS 13 (75)',
    limiteDans: 95,
    qualification: 'Vol avec dégradation (deux pulls)',
    categorie: 'vol',
    encouruMois: 60,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['procedure.faitsReconnus', true, procedure],
      ['suivi.mesureEnCours', true, appi],
      ['suivi.japRessort', 'Bobigny', appi],
      ['suivi.peineAExecuter', false, appi],
    ],
    condamnations: [
      {
        ilYA: 980,
        faits: [['VOL AGGRAVE PAR UNE CIRCONSTANCE', 2]],
        peine: ["3 MOIS D'EMPRISONNEMENT", 'EXECUTEE LE {105}'],
      },
      {
        ilYA: 800,
        faits: [['TENTATIVE DE VOL AGGRAVE PAR UNE CIRCONSTANCE (RECIDIVE)', 2]],
        peine: ["5 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE pendant 24 MOIS"],
      },
      {
        ilYA: 520,
        faits: [["RECEL DE BIEN PROVENANT D'UN VOL", 2]],
        peine: ["5 MOIS D'EMPRISONNEMENT", 'EXECUTEE LE {120}'],
      },
      vol(265, ["3 MOIS D'EMPRISONNEMENT", 'EXECUTEE LE {80}']),
    ],
    audition: (jour) => `EXERCICE — texte inventé, à lire pour s’entraîner.

PROCÈS-VERBAL D’AUDITION
Faits du ${jour.split('-').reverse().join('/')}, à Aulnay-sous-Bois.

Question : Reconnaissez-vous avoir cassé la vitre et pris les deux pulls ?
Réponse : Oui. J’avais besoin d’argent tout de suite.
Question : Pour quoi faire ?
Réponse : Je fume du crack tous les jours. Je vole pour en acheter, c’est toujours pour ça.
Question : Êtes-vous suivi ?
Réponse : J’avais un rendez-vous au CSAPA le mois dernier, je n’y suis pas allé.
Question : Où dormez-vous ?
Réponse : Dehors, depuis ma séparation. Je suis domicilié au CCAS de Saint-Denis.
Question : Avez-vous déjà vu un psychiatre ?
Réponse : Non, jamais. Je n’ai pas de traitement.
Question : Accepteriez-vous un suivi tous les jours ?
Réponse : Oui, je veux bien essayer.

Lecture faite par lui-même, persiste et signe.
`,
  },
  {
    // A severe psychiatric disorder and no home: what AILSI looks for, in another court's area (vignette 4).
    nom: 'Zéphyr (exercice)',
    prenom: 'Kevin',
    sexe: 'M',
    age: 29,
    anniversaire: '08-30',
    lieu: 'LE BLANC-MESNIL (93)',
    limiteDans: 140,
    qualification: 'Outrage et rébellion, en récidive',
    categorie: 'outrage',
    encouruMois: 12,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['procedure.detentionEnvisagee', true, procedure],
      ['procedure.enqueteFaite', true, enquete],
      ['suivi.mesureEnCours', true, appi],
      ['suivi.japRessort', 'Bobigny', appi],
      ['psy.troubleDeclare', true, { ...personne, precision: 'schizophrénie, suivi au CMP' }],
      ['psy.suivi', true, personne],
      ['psy.traitement', true, { ...personne, precision: 'injection arrêtée depuis trois mois' }],
      ['psy.certificat', true, procedure],
      ['logement.nuitAvant', 'rue', personne],
      ['logement.sansLogementStable', true, personne],
      ['personne.mesureProtection', 'aucune', personne],
    ],
    condamnations: [
      {
        ilYA: 615,
        faits: [["OUTRAGE A UNE PERSONNE DEPOSITAIRE DE L'AUTORITE PUBLIQUE", 2]],
        peine: ["2 MOIS D'EMPRISONNEMENT", 'EXECUTEE LE {77}'],
      },
      {
        ilYA: 350,
        faits: [["DEGRADATION D'UN BIEN DESTINE A L'UTILITE OU A LA DECORATION PUBLIQUE", 70]],
        peine: ["3 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE pendant 18 MOIS"],
      },
    ],
  },
  {
    // Outside every criterion: first offence, a home, no addiction (vignette 3).
    nom: 'Alizé (exercice)',
    prenom: 'Lina',
    sexe: 'F',
    age: 20,
    anniversaire: '06-19',
    lieu: 'DRANCY (93)',
    limiteDans: 190,
    qualification: 'Vol à l’étalage (un parfum)',
    categorie: 'vol',
    encouruMois: 36,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['procedure.faitsReconnus', true, procedure],
      ['personne.sexe', 'femme', procedure],
      ['suivi.mesureEnCours', false, appi],
      ['addiction.conduite', false, { ...enquete, verifie: false, precision: 'cannabis deux fois par mois' }],
      ['addiction.lienFaits', false, personne],
      ['logement.nuitAvant', 'chez-soi', { ...enquete, precision: 'chez ses parents à Drancy, mère jointe' }],
      ['logement.sansLogementStable', false, enquete],
      ['logement.departement', '93', enquete],
      ['psy.troubleDeclare', false, personne],
    ],
    condamnations: [],
  },
  {
    // Violence within a couple: the programme was not mentioned to him (vignette 2).
    nom: 'Sirocco (exercice)',
    prenom: 'Marc',
    sexe: 'M',
    age: 41,
    anniversaire: '02-17',
    lieu: 'LYON 3 (69)',
    limiteDans: 235,
    qualification: 'Violences sur concubine, en récidive',
    categorie: 'violences-conjugales',
    encouruMois: 60,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['procedure.violences', true, procedure],
      ['suivi.mesureEnCours', true, appi],
      ['suivi.japRessort', 'Bobigny', appi],
      ['addiction.conduite', true, { ...personne, precision: 'dit boire depuis dix ans' }],
      ['addiction.produits', ['alcool'], personne],
      ['addiction.frequence', 'quotidien', personne],
      ['addiction.lienFaits', true, personne],
      ['addiction.soins', false, personne],
      ['logement.situation', '0', { ...personne, precision: 'domicile commun avec la victime' }],
      ['psy.troubleDeclare', false, personne],
      [
        'disponibilite.semaine',
        null,
        { ...personne, inconnu: 'ne-sait-pas', precision: 'intérim, à vérifier' },
      ],
    ],
    condamnations: [
      {
        ilYA: 1850,
        faits: [
          ["OUTRAGE A UNE PERSONNE DEPOSITAIRE DE L'AUTORITE PUBLIQUE", 2],
          ['REBELLION', 2],
        ],
        peine: ["2 MOIS D'EMPRISONNEMENT AVEC SURSIS"],
      },
      {
        ilYA: 675,
        faits: [["VIOLENCE SUIVIE D'INCAPACITE N'EXCEDANT PAS 8 JOURS PAR UNE PERSONNE ETANT CONCUBIN", 2]],
        peine: ["8 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE pendant 24 MOIS"],
      },
    ],
  },
  {
    // A protected adult, and no expert report in the file (vignette 8).
    nom: 'Aquilon (exercice)',
    prenom: 'Alain',
    sexe: 'M',
    age: 45,
    anniversaire: '07-28',
    lieu: 'SAINT-DENIS (93)',
    limiteDans: 280,
    qualification: 'Vol (deux bouteilles)',
    categorie: 'vol',
    encouruMois: 36,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['procedure.faitsReconnus', true, procedure],
      ['personne.mesureProtection', 'curatelle', { ...enquete, precision: 'curatelle renforcée' }],
      [
        'personne.protecteurAvise',
        false,
        { ...enquete, verifie: false, precision: 'curatrice appelée, non jointe' },
      ],
      ['personne.expertiseVersee', false, procedure],
      ['suivi.mesureEnCours', false, appi],
      ['addiction.conduite', true, { ...personne, precision: 'alcool depuis vingt ans, deux sevrages' }],
      ['addiction.produits', ['alcool'], personne],
      ['addiction.lienFaits', true, personne],
      ['logement.situation', 'A', { ...enquete, precision: 'résidence sociale à Bondy' }],
      ['logement.departement', '93', enquete],
      ['accord.evaluation', true, personne],
    ],
    condamnations: [
      { ilYA: 1470, faits: [['VOL', 97]], peine: ['AMENDE 150 EUROS', 'AMENDE PAYEE LE {125}'] },
      vol(900, ["1 MOIS D'EMPRISONNEMENT AVEC SURSIS"]),
    ],
  },
  {
    // Two answers that disagree: agreed at the dépôt, then the lawyer wrote the contrary (case p01).
    nom: 'Tramontane (exercice)',
    prenom: 'Nadège',
    sexe: 'F',
    age: 33,
    anniversaire: '10-12',
    lieu: 'BONDY (93)',
    limiteDans: 325,
    qualification: 'Vol en réunion',
    categorie: 'vol',
    encouruMois: 60,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['personne.sexe', 'femme', procedure],
      ['suivi.mesureEnCours', true, appi],
      ['suivi.japRessort', 'Bobigny', appi],
      ['addiction.conduite', true, personne],
      ['addiction.produits', ['alcool'], personne],
      ['addiction.lienFaits', true, personne],
      ['logement.nuitAvant', 'rue', personne],
      ['logement.sansLogementStable', true, personne],
      ['logement.departement', '93', personne],
      ['psy.troubleDeclare', false, personne],
      ['personne.mesureProtection', 'aucune', { ...enquete, verifie: false }],
      ['accord.evaluation', true, { ...personne, precision: 'dit au dépôt' }],
      [
        'accord.evaluation',
        false,
        { origine: 'avocat', verifie: false, precision: 'message de l’avocat, une heure après' },
      ],
      ['disponibilite.semaine', true, personne],
    ],
    condamnations: [
      vol(1100, ['AMENDE 300 EUROS', 'AMENDE PAYEE LE {90}']),
      vol(700, ["2 MOIS D'EMPRISONNEMENT", 'EXECUTEE LE {100}']),
      vol(400, ["4 MOIS D'EMPRISONNEMENT", 'EXECUTEE LE {150}']),
    ],
  },
  {
    // The last file of the morning: nothing was asked, and the file says next to nothing (vignette 6).
    nom: 'Suroît (exercice)',
    prenom: 'Yanis',
    sexe: 'M',
    age: 33,
    anniversaire: '11-11',
    lieu: 'BONDY (93)',
    limiteDans: 370,
    qualification: 'Vol et bousculade du vigile',
    categorie: 'vol',
    encouruMois: 60,
    faits: [
      ['procedure.flagrance', true, procedure],
      ['procedure.enqueteFaite', false, { ...procedure, precision: 'enquêteur non disponible avant 12 h' }],
    ],
  },
]
