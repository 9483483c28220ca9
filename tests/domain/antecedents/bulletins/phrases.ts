import type { Bulletin } from '../resume.ts'

/** Prose, everything on one line, simplified tracks, other sentences. */
export const PHRASES: readonly Bulletin[] = [
  {
    nom: 'tout sur une ligne, champs séparés par des tirets',
    texte: `BULLETIN N° 1 - NOM : SPECIMEN - Prénoms : ILYES - Né le 08/08/1994 à ROUBAIX (59)
1) 15/01/2019 - TC LILLE - CONTRADICTOIRE - VOL - 13/01/2019 - 2 MOIS D'EMPRISONNEMENT - EXECUTEE LE 10/04/2019 2) 30/08/2021 - TC LILLE - CONTRADICTOIRE - VIOLENCES VOLONTAIRES - 28/08/2021 - 5 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE PENDANT 18 MOIS - OBLIGATION DE SOINS`,
    attendu: [
      '1 | 2019-01-15 | TC LILLE | contradictoire',
      'I | VOL | 2019-01-13 | 2019-01-13',
      'P | emprisonnement | {"mois":2}',
      'M | execution | 2019-04-10 | EXECUTEE LE 10/04/2019',
      '2 | 2021-08-30 | TC LILLE | contradictoire',
      'I | VIOLENCES VOLONTAIRES | 2021-08-28 | 2021-08-28',
      'P | emprisonnement | {"mois":5} | {"type":"probatoire","partiel":false,"delai":{"mois":18}}',
      'M | autre | OBLIGATION DE SOINS',
    ],
  },
  {
    nom: 'ordre chronologique inversé, sans numéros',
    texte: `Bulletin n° 1
Le 14/10/2025, tribunal correctionnel de Nancy, contradictoire
Vol à l'étalage, le 12/10/2025
2 mois d'emprisonnement
Le 03/06/2021, tribunal correctionnel de Nancy, contradictoire
Usage illicite de stupéfiants, le 01/06/2021
Amende de 150 euros
Amende payée le 02/12/2021
Le 18/02/2013, tribunal pour enfants de Nancy, contradictoire
Vol en réunion, le 17/11/2012
1 mois d'emprisonnement avec sursis`,
    attendu: [
      '1 | 2025-10-14 | tribunal correctionnel de Nancy | contradictoire',
      "I | Vol à l'étalage | 2025-10-12 | 2025-10-12",
      'P | emprisonnement | {"mois":2}',
      '2 | 2021-06-03 | tribunal correctionnel de Nancy | contradictoire',
      'I | Usage illicite de stupéfiants | 2021-06-01 | 2021-06-01',
      'P | amende | 150',
      'M | paiement | 2021-12-02 | Amende payée le 02/12/2021',
      '3 | 2013-02-18 | tribunal pour enfants de Nancy | contradictoire',
      'I | Vol en réunion | 2012-11-17 | 2012-11-17',
      'P | emprisonnement | {"mois":1} | {"type":"simple","partiel":false,"delai":null}',
    ],
  },
  {
    nom: 'voies simplifiées : composition, ordonnance pénale, CRPC',
    texte: `BULLETIN N° 1
1 - 06/05/2018 - TRIBUNAL DE GRANDE INSTANCE D'ANGERS - COMPOSITION PENALE
DEGRADATION LEGERE LE 02/01/2018
AMENDE DE COMPOSITION DE 150 EUROS
EXECUTEE LE 10/09/2018
2 - 12/09/2020 - TJ ANGERS - ORDONNANCE PENALE DELICTUELLE, NOTIFIEE LE 20/10/2020
CONDUITE SOUS L'EMPIRE D'UN ETAT ALCOOLIQUE LE 11/07/2020
400 EUROS D'AMENDE
SUSPENSION DU PERMIS DE CONDUIRE PENDANT 5 MOIS
3 - 22/03/2023 - TJ ANGERS - CRPC
VOL LE 20/03/2023
70 HEURES DE TIG
4 - 17/06/2025 - TC ANGERS - CONTRADICTOIRE
OUTRAGE A PERSONNE DEPOSITAIRE DE L'AUTORITE PUBLIQUE LE 15/06/2025
DISPENSE DE PEINE`,
    attendu: [
      "1 | 2018-05-06 | TRIBUNAL DE GRANDE INSTANCE D'ANGERS | composition-penale",
      'I | DEGRADATION LEGERE | 2018-01-02 | 2018-01-02',
      'P | amende | 150',
      'M | execution | 2018-09-10 | EXECUTEE LE 10/09/2018',
      '2 | 2020-09-12 | TJ ANGERS | ordonnance-penale | 2020-10-20',
      "I | CONDUITE SOUS L'EMPIRE D'UN ETAT ALCOOLIQUE | 2020-07-11 | 2020-07-11",
      'P | amende | 400',
      'P | autre | {"mois":5}',
      '3 | 2023-03-22 | TJ ANGERS | crpc',
      'I | VOL | 2023-03-20 | 2023-03-20',
      'P | tig | {"heures":70}',
      '4 | 2025-06-17 | TC ANGERS | contradictoire',
      "I | OUTRAGE A PERSONNE DEPOSITAIRE DE L'AUTORITE PUBLIQUE | 2025-06-15 | 2025-06-15",
      'P | dispense',
    ],
  },
  {
    nom: 'appel, confusion, plusieurs peines et infractions datées à part',
    texte: `BULLETIN N° 1
Condamnation n° 1
Cour d'appel de Douai, 6e chambre, le 14 mai 2019, contradictoire
sur appel du jugement du tribunal correctionnel d'Arras du 3 octobre 2018
Escroquerie réalisée en bande, courant janvier 2018
Usage de faux en écriture, du 1er au 20 février 2018
Blanchiment, entre le 1er janvier 2018 et le 31 mars 2018
18 mois d'emprisonnement dont 12 mois avec sursis simple
1 500 euros d'amende
interdiction de gérer pendant 5 ans
confusion avec la peine prononcée le 02/02/2018 par le tribunal correctionnel de Lille
Condamnation n° 2
Tribunal correctionnel d'Arras, le 9 décembre 2022, contradictoire
Abus de confiance, le 7 avril 2021
détention à domicile sous surveillance électronique de 6 mois
fin de mesure : exécutée le 30/11/2023`,
    attendu: [
      "1 | 2019-05-14 | Cour d'appel de Douai, 6e chambre | contradictoire",
      'I | Escroquerie réalisée en bande | 2018-01-01 | 2018-01-31',
      'I | Usage de faux en écriture | 2018-02-01 | 2018-02-20',
      'I | Blanchiment | 2018-01-01 | 2018-03-31',
      'P | emprisonnement | {"mois":18} | {"type":"simple","partiel":true,"delai":null,"part":{"mois":12}}',
      'P | amende | 1500',
      'P | autre | {"annees":5}',
      "M | autre | sur appel du jugement du tribunal correctionnel d'Arras du 3 octobre 2018",
      'M | autre | confusion avec la peine prononcée le 02/02/2018 par le tribunal correctionnel de Lille',
      "2 | 2022-12-09 | Tribunal correctionnel d'Arras | contradictoire",
      'I | Abus de confiance | 2021-04-07 | 2021-04-07',
      'P | ddse | {"mois":6}',
      'M | execution | 2023-11-30 | exécutée le 30/11/2023',
    ],
  },
  {
    nom: 'dates en toutes lettres et jours de la semaine',
    texte: `Bulletin n° 1 du casier judiciaire
Première décision, rendue le lundi douze octobre deux mille vingt par le tribunal correctionnel de Besançon, contradictoire.
Vol, le dix octobre deux mille vingt.
Un mois d'emprisonnement.
Deuxième décision, rendue le mardi 7 novembre 2023 par le tribunal correctionnel de Besançon, contradictoire.
Violence sans incapacité, le dimanche 5 novembre 2023.
Quatre-vingt-dix jours-amende à cinq euros.`,
    attendu: [
      '1 | 2020-10-12 | tribunal correctionnel de Besançon | contradictoire',
      'I | Vol | 2020-10-10 | 2020-10-10',
      'P | emprisonnement | {"mois":1}',
      '2 | 2023-11-07 | tribunal correctionnel de Besançon | contradictoire',
      'I | Violence sans incapacité | 2023-11-05 | 2023-11-05',
      'P | jours-amende | {"jours":90} | 5',
    ],
  },
  {
    nom: 'sursis de toutes sortes',
    texte: `BULLETIN N° 1
1. 02/03/2015 TC ROUEN contradictoire
vol le 28/02/2015
quatre mois d'emprisonnement avec sursis simple
2. 10/06/2017 TC ROUEN contradictoire
vol en récidive le 08/06/2017
1 an d'emprisonnement dont 6 mois assortis d'un sursis avec mise à l'épreuve d'une durée de 2 ans
révocation partielle du sursis à hauteur de 2 mois le 15/01/2019
3. 12/10/2019 TC ROUEN contradictoire
vol en réunion le 10/10/2019
6 mois d'emprisonnement assorti du sursis avec obligation d'accomplir un travail d'intérêt général de 140 heures dans un délai de 18 mois
4. 21/01/2022 TC ROUEN contradictoire
violences aggravées le 19/01/2022
18 mois d'emprisonnement dont un an avec sursis probatoire renforcé d'une durée de 3 ans
5. 05/05/2025 TC ROUEN contradictoire
recel le 03/05/2025
10 mois d'emprisonnement dont 5 mois de sursis probatoire (2 ans)`,
    attendu: [
      '1 | 2015-03-02 | TC ROUEN | contradictoire',
      'I | vol | 2015-02-28 | 2015-02-28',
      'P | emprisonnement | {"mois":4} | {"type":"simple","partiel":false,"delai":null}',
      '2 | 2017-06-10 | TC ROUEN | contradictoire',
      'I | vol | 2017-06-08 | 2017-06-08 | récidive',
      'P | emprisonnement | {"annees":1} | {"type":"mise-a-l-epreuve","partiel":true,"delai":{"annees":2},"part":{"mois":6}}',
      'M | revocation-partielle | 2019-01-15 | révocation partielle du sursis à hauteur de 2 mois le 15/01/2019',
      '3 | 2019-10-12 | TC ROUEN | contradictoire',
      'I | vol en réunion | 2019-10-10 | 2019-10-10',
      'P | emprisonnement | {"mois":6} | {"type":"tig","partiel":false,"delai":{"mois":18},"heures":140}',
      '4 | 2022-01-21 | TC ROUEN | contradictoire',
      'I | violences aggravées | 2022-01-19 | 2022-01-19',
      'P | emprisonnement | {"mois":18} | {"type":"probatoire-renforce","partiel":true,"delai":{"annees":3},"part":{"annees":1}}',
      '5 | 2025-05-05 | TC ROUEN | contradictoire',
      'I | recel | 2025-05-03 | 2025-05-03',
      'P | emprisonnement | {"mois":10} | {"type":"probatoire","partiel":true,"delai":{"annees":2},"part":{"mois":5}}',
    ],
  },
  {
    nom: 'suivi socio-judiciaire, interdictions, confiscation, inéligibilité',
    texte: `BULLETIN N° 1
1  16/11/2018  COUR D'ASSISES DU NORD  CONTRADICTOIRE
   AGRESSION SEXUELLE SUR UN MINEUR DE 15 ANS  DU 01/01/2015 AU 31/08/2016
   5 ANS D'EMPRISONNEMENT
   SUIVI SOCIO-JUDICIAIRE PENDANT 7 ANS
   INTERDICTION D'EXERCER UNE ACTIVITE IMPLIQUANT UN CONTACT HABITUEL AVEC DES MINEURS PENDANT 10 ANS
   INTERDICTION DES DROITS CIVIQUES, CIVILS ET DE FAMILLE PENDANT 5 ANS
   PERIODE DE SURETE DE 2 ANS
   INCARCERE LE 16/11/2018
   LIBERATION CONDITIONNELLE LE 03/04/2021
2  04/06/2024  TRIBUNAL CORRECTIONNEL DE LILLE  CONTRADICTOIRE
   PORT SANS MOTIF LEGITIME D'ARME BLANCHE DE CATEGORIE D  LE 02/06/2024
   AMENDE 200 EUROS
   CONFISCATION DU SCELLE
   INTERDICTION DE PARAITRE A LILLE PENDANT 1 AN`,
    attendu: [
      "1 | 2018-11-16 | COUR D'ASSISES DU NORD | contradictoire",
      'I | AGRESSION SEXUELLE SUR UN MINEUR DE 15 ANS | 2015-01-01 | 2016-08-31',
      'P | emprisonnement | {"annees":5}',
      'P | autre | {"annees":7}',
      'P | autre | {"annees":10}',
      'P | autre | {"annees":5}',
      'P | autre | {"annees":2}',
      'M | incarceration | 2018-11-16 | INCARCERE LE 16/11/2018',
      'M | autre | LIBERATION CONDITIONNELLE LE 03/04/2021',
      '2 | 2024-06-04 | TRIBUNAL CORRECTIONNEL DE LILLE | contradictoire',
      "I | PORT SANS MOTIF LEGITIME D'ARME BLANCHE DE CATEGORIE D | 2024-06-02 | 2024-06-02",
      'P | amende | 200',
      'P | autre',
      'P | autre | {"annees":1}',
    ],
  },
  {
    nom: 'juridiction en tête de ligne, jugement du…',
    texte: `BULLETIN N° 1
TJ STRASBOURG, jugement du 28/01/2021, contradictoire : vol (26/01/2021), rébellion (26/01/2021). 4 mois d'emprisonnement. Peine exécutée le 27/05/2021.
TJ COLMAR, jugement du 15/09/2023, réputé contradictoire, signifié le 30/10/2023 : filouterie de transport (01/03/2023). 100 euros d'amende.
CA COLMAR, arrêt du 12/02/2025, contradictoire : violences (10/11/2024). 6 mois d'emprisonnement avec sursis.`,
    attendu: [
      '1 | 2021-01-28 | TJ STRASBOURG | contradictoire',
      'I | vol | 2021-01-26 | 2021-01-26',
      'I | rébellion | 2021-01-26 | 2021-01-26',
      'P | emprisonnement | {"mois":4}',
      'M | execution | 2021-05-27 | Peine exécutée le 27/05/2021',
      '2 | 2023-09-15 | TJ COLMAR | contradictoire-a-signifier | 2023-10-30',
      'I | filouterie de transport | 2023-03-01 | 2023-03-01',
      'P | amende | 100',
      '3 | 2025-02-12 | CA COLMAR | contradictoire',
      'I | violences | 2024-11-10 | 2024-11-10',
      'P | emprisonnement | {"mois":6} | {"type":"simple","partiel":false,"delai":null}',
    ],
  },
  {
    nom: 'faits à plusieurs mois ou à jours sans année',
    texte: `BULLETIN N° 1
1  20/05/2022  TC GRENOBLE  CONTRADICTOIRE
   VOL EN REUNION, COURANT MARS ET AVRIL 2022
   ESCROQUERIE, DU 10 AU 25 AVRIL 2022
   RECEL, DU 3 MARS AU 2 AVRIL 2022
   8 MOIS D'EMPRISONNEMENT
2  11/07/2024  TC GRENOBLE  CONTRADICTOIRE
   APPELS TELEPHONIQUES MALVEILLANTS, DE JANVIER A JUIN 2024
   VOL, COURANT DE L'ANNEE 2023
   DEGRADATION, DEPUIS TEMPS NON COUVERT PAR LA PRESCRIPTION
   3 MOIS D'EMPRISONNEMENT AVEC SURSIS`,
    attendu: [
      '1 | 2022-05-20 | TC GRENOBLE | contradictoire',
      'I | VOL EN REUNION | 2022-03-01 | 2022-04-30',
      'I | ESCROQUERIE | 2022-04-10 | 2022-04-25',
      'I | RECEL | 2022-03-03 | 2022-04-02',
      'P | emprisonnement | {"mois":8}',
      '2 | 2024-07-11 | TC GRENOBLE | contradictoire',
      'I | APPELS TELEPHONIQUES MALVEILLANTS | 2024-01-01 | 2024-06-30',
      'I | VOL | 2023-01-01 | 2023-12-31',
      'I | DEGRADATION',
      'P | emprisonnement | {"mois":3} | {"type":"simple","partiel":false,"delai":null}',
    ],
  },
]
