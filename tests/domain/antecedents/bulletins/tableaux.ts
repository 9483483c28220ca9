import type { Bulletin } from '../resume.ts'

/** Columns, cells, tabs, separators. */
export const TABLEAUX: readonly Bulletin[] = [
  {
    nom: 'collage à tabulations avec titres',
    texte: [
      'BULLETIN N° 1',
      'N°\tDate décision\tJuridiction\tMode\tInfractions\tDate des faits\tPeines\tExécution',
      "1\t11/06/2018\tTC BREST\tContradictoire\tVol simple\t09/06/2018\t1 mois d'emprisonnement\tExécutée le 02/10/2018",
      '2\t24/02/2021\tTC QUIMPER\tContradictoire à signifier, signifié le 03/04/2021\tOutrage à PDAP\t20/02/2021\tAmende de 300 €\t',
      '\t\t\t\tRébellion\t20/02/2021\tStage de citoyenneté\t',
      "3\t09/09/2025\tCA RENNES\tContradictoire\tMenaces de mort réitérées\tcourant juin 2025\t8 mois d'emprisonnement dont 4 mois avec sursis probatoire pendant 2 ans\tIncarcéré le 09/09/2025",
    ].join('\n'),
    attendu: [
      '1 | 2018-06-11 | TC BREST | contradictoire',
      'I | Vol simple | 2018-06-09 | 2018-06-09',
      'P | emprisonnement | {"mois":1}',
      'M | execution | 2018-10-02 | Exécutée le 02/10/2018',
      '2 | 2021-02-24 | TC QUIMPER | contradictoire-a-signifier | 2021-04-03',
      'I | Outrage à PDAP | 2021-02-20 | 2021-02-20',
      'I | Rébellion | 2021-02-20 | 2021-02-20',
      'P | amende | 300',
      'P | stage',
      '3 | 2025-09-09 | CA RENNES | contradictoire',
      'I | Menaces de mort réitérées | 2025-06-01 | 2025-06-30',
      'P | emprisonnement | {"mois":8} | {"type":"probatoire","partiel":true,"delai":{"annees":2},"part":{"mois":4}}',
      'M | incarceration | 2025-09-09 | Incarcéré le 09/09/2025',
    ],
  },
  {
    nom: 'collage à tabulations sans titres',
    texte: [
      'BULLETIN N° 1',
      '03/03/2020\tTRIBUNAL CORRECTIONNEL DE LIMOGES\tCONTRADICTOIRE\tVOL\t01/03/2020\t2 MOIS EMPRISONNEMENT\tEXECUTEE LE 15/06/2020',
      '17/07/2023\tTRIBUNAL CORRECTIONNEL DE LIMOGES\tDEFAUT\tVIOLENCE SANS INCAPACITE\t11/07/2023\tAMENDE 250 EUROS\tPAYEE LE 01/02/2024',
    ].join('\n'),
    attendu: [
      '1 | 2020-03-03 | TRIBUNAL CORRECTIONNEL DE LIMOGES | contradictoire',
      'I | VOL | 2020-03-01 | 2020-03-01',
      'P | emprisonnement | {"mois":2}',
      'M | execution | 2020-06-15 | EXECUTEE LE 15/06/2020',
      '2 | 2023-07-17 | TRIBUNAL CORRECTIONNEL DE LIMOGES | defaut',
      'I | VIOLENCE SANS INCAPACITE | 2023-07-11 | 2023-07-11',
      'P | amende | 250',
      'M | paiement | 2024-02-01 | PAYEE LE 01/02/2024',
    ],
  },
  {
    nom: 'champs séparés par des points-virgules, sans titres',
    texte: `BULLETIN N° 1
1;15/05/2015;TC METZ;CONTRADICTOIRE;VOL A L'ETALAGE;13/05/2015;AMENDE 100 €;PAYEE LE 30/09/2015
2;20/11/2018;TC METZ;CONTRADICTOIRE;TENTATIVE DE VOL PAR EFFRACTION;18/11/2018;3 MOIS D'EMPRISONNEMENT AVEC SURSIS;REVOCATION TOTALE LE 04/02/2020
3;04/02/2020;TC METZ;CONTRADICTOIRE;VOL EN RECIDIVE;02/02/2020;6 MOIS D'EMPRISONNEMENT;ECROUE LE 04/02/2020;EXECUTEE LE 20/06/2020`,
    attendu: [
      '1 | 2015-05-15 | TC METZ | contradictoire',
      "I | VOL A L'ETALAGE | 2015-05-13 | 2015-05-13",
      'P | amende | 100',
      'M | paiement | 2015-09-30 | PAYEE LE 30/09/2015',
      '2 | 2018-11-20 | TC METZ | contradictoire',
      'I | TENTATIVE DE VOL PAR EFFRACTION | 2018-11-18 | 2018-11-18 | tentative',
      'P | emprisonnement | {"mois":3} | {"type":"simple","partiel":false,"delai":null}',
      'M | revocation-totale | 2020-02-04 | REVOCATION TOTALE LE 04/02/2020',
      '3 | 2020-02-04 | TC METZ | contradictoire',
      'I | VOL | 2020-02-02 | 2020-02-02 | récidive',
      'P | emprisonnement | {"mois":6}',
      'M | incarceration | 2020-02-04 | ECROUE LE 04/02/2020',
      'M | execution | 2020-06-20 | EXECUTEE LE 20/06/2020',
    ],
  },
  {
    nom: 'tableau à barres dont la peine vient avant les faits',
    texte: `BULLETIN N° 1
Date | Tribunal | Peine | Infraction | Faits
06/10/2019 | TC Lorient | 2 mois d'emprisonnement | Vol | 04/10/2019
22/03/2024 | TC Lorient | 105 heures de TIG | Conduite malgré suspension du permis | 20/03/2024`,
    attendu: [
      '1 | 2019-10-06 | TC Lorient | inconnu',
      'I | Vol | 2019-10-04 | 2019-10-04',
      'P | emprisonnement | {"mois":2}',
      '2 | 2024-03-22 | TC Lorient | inconnu',
      'I | Conduite malgré suspension du permis | 2024-03-20 | 2024-03-20',
      'P | tig | {"heures":105}',
    ],
  },
  {
    nom: 'deux colonnes : décision à gauche, peines à droite',
    texte: `BULLETIN N° 1
DECISION ET INFRACTIONS                          PEINES ET EXECUTION
19/04/2016 TC AMIENS contradictoire              2 MOIS D'EMPRISONNEMENT
VOL EN REUNION le 17/04/2016                     EXECUTEE LE 22/08/2016
07/12/2022 TC AMIENS contradictoire              AMENDE 500 EUROS
CONDUITE SANS ASSURANCE le 05/12/2022            SUSPENSION DU PERMIS PENDANT 3 MOIS`,
    attendu: [
      '1 | 2016-04-19 | TC AMIENS | contradictoire',
      'I | VOL EN REUNION | 2016-04-17 | 2016-04-17',
      'P | emprisonnement | {"mois":2}',
      'M | execution | 2016-08-22 | EXECUTEE LE 22/08/2016',
      '2 | 2022-12-07 | TC AMIENS | contradictoire',
      'I | CONDUITE SANS ASSURANCE | 2022-12-05 | 2022-12-05',
      'P | amende | 500',
      'P | autre | {"mois":3}',
    ],
  },
  {
    nom: 'sépare les champs par des barres, sans titres, décision sur deux lignes',
    texte: `BULLETIN N° 1
12/02/2014 | TC VALENCE | CONTRADICTOIRE
VOL AGGRAVE PAR DEUX CIRCONSTANCES | 10/02/2014 | 6 MOIS D'EMPRISONNEMENT | EXECUTEE LE 30/07/2014
05/11/2019 | TC VALENCE | DEFAUT | SIGNIFIE LE 20/01/2020
DETENTION NON AUTORISEE DE STUPEFIANTS | DU 01/10/2019 AU 03/11/2019 | 1 AN D'EMPRISONNEMENT DONT 6 MOIS AVEC SURSIS PROBATOIRE PENDANT 2 ANS | INCARCERE LE 21/01/2020`,
    attendu: [
      '1 | 2014-02-12 | TC VALENCE | contradictoire',
      'I | VOL AGGRAVE PAR DEUX CIRCONSTANCES | 2014-02-10 | 2014-02-10',
      'P | emprisonnement | {"mois":6}',
      'M | execution | 2014-07-30 | EXECUTEE LE 30/07/2014',
      '2 | 2019-11-05 | TC VALENCE | defaut | 2020-01-20',
      'I | DETENTION NON AUTORISEE DE STUPEFIANTS | 2019-10-01 | 2019-11-03',
      'P | emprisonnement | {"annees":1} | {"type":"probatoire","partiel":true,"delai":{"annees":2},"part":{"mois":6}}',
      'M | incarceration | 2020-01-21 | INCARCERE LE 21/01/2020',
    ],
  },
]
