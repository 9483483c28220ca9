import type { Bulletin } from '../resume.ts'

/** One field per label: « Date : », « Juridiction : », « Peine(s) : »… */
export const FICHES: readonly Bulletin[] = [
  {
    nom: 'clés et valeurs, infractions et peines numérotées',
    texte: `BULLETIN N°1
Nom de famille : MODELE
Prénom(s) : Céleste
Date de naissance : 14 juillet 1985
Lieu de naissance : Bourges (18)

CONDAMNATION N° 1
Date de la décision : 12 mars 2019
Juridiction : Tribunal de grande instance de Bourges
Mode de comparution : contradictoire
Infraction 1 : Vol en réunion
Date des faits : 10 mars 2019
Infraction 2 : Dégradation légère
Date des faits : du 9 au 10 mars 2019
Peine 1 : 2 mois d'emprisonnement
Peine 2 : amende de 150 euros avec sursis
Mention : peine exécutée le 3 juin 2019
CONDAMNATION N° 2
Date de la décision : 4 février 2022
Juridiction : Tribunal correctionnel de Châteauroux
Mode de comparution : contradictoire à signifier
Date de signification : 18 mars 2022
Infraction : Filouterie d'aliment
Date des faits : 1er janvier 2022
Peine : 60 jours-amende à 4 euros`,
    attendu: [
      '1 | 2019-03-12 | Tribunal de grande instance de Bourges | contradictoire',
      'I | Vol en réunion | 2019-03-10 | 2019-03-10',
      'I | Dégradation légère | 2019-03-09 | 2019-03-10',
      'P | emprisonnement | {"mois":2}',
      'P | amende | 150 | {"type":"simple","partiel":false,"delai":null}',
      'M | execution | 2019-06-03 | peine exécutée le 3 juin 2019',
      '2 | 2022-02-04 | Tribunal correctionnel de Châteauroux | contradictoire-a-signifier | 2022-03-18',
      "I | Filouterie d'aliment | 2022-01-01 | 2022-01-01",
      'P | jours-amende | {"jours":60} | 4',
    ],
  },
  {
    nom: 'étiquettes avec la valeur à la ligne suivante',
    texte: `BULLETIN N° 1
NOM :
ECHANTILLON
PRENOMS :
BRUNO
DATE DE LA DECISION
21/09/2020
JURIDICTION
TRIBUNAL CORRECTIONNEL DE NIMES
NATURE DE LA DECISION
CONTRADICTOIRE
INFRACTION
REBELLION
DATE DES FAITS
19/09/2020
PEINE
1 MOIS D'EMPRISONNEMENT AVEC SURSIS
DATE DE LA DECISION
05/05/2023
JURIDICTION
TRIBUNAL CORRECTIONNEL D'ALES
NATURE DE LA DECISION
DEFAUT
INFRACTION
VOL
DATE DES FAITS
02/02/2023
PEINE
3 MOIS D'EMPRISONNEMENT`,
    attendu: [
      '1 | 2020-09-21 | TRIBUNAL CORRECTIONNEL DE NIMES | contradictoire',
      'I | REBELLION | 2020-09-19 | 2020-09-19',
      'P | emprisonnement | {"mois":1} | {"type":"simple","partiel":false,"delai":null}',
      "2 | 2023-05-05 | TRIBUNAL CORRECTIONNEL D'ALES | defaut",
      'I | VOL | 2023-02-02 | 2023-02-02',
      'P | emprisonnement | {"mois":3}',
    ],
  },
  {
    nom: 'étiquettes séparées par des points-virgules, une décision par ligne',
    texte: `BULLETIN N° 1 ; Demandé par : TJ DIJON
Décision : 07/04/2017 ; Juridiction : TC DIJON ; Caractère : contradictoire ; Faits : port d'arme de catégorie D, le 05/04/2017 ; Peine : 100 € d'amende ; Exécution : amende payée le 09/09/2017
Décision : 18/10/2021 ; Juridiction : CA DIJON ; Caractère : contradictoire ; Faits : violences par conjoint en récidive, du 01/06/2021 au 30/06/2021 ; Peine : 10 mois d'emprisonnement dont 4 mois avec sursis probatoire pendant 2 ans ; Exécution : incarcéré le 18/10/2021`,
    attendu: [
      '1 | 2017-04-07 | TC DIJON | contradictoire',
      "I | port d'arme de catégorie D | 2017-04-05 | 2017-04-05",
      'P | amende | 100',
      'M | paiement | 2017-09-09 | amende payée le 09/09/2017',
      '2 | 2021-10-18 | CA DIJON | contradictoire',
      'I | violences par conjoint | 2021-06-01 | 2021-06-30 | récidive',
      'P | emprisonnement | {"mois":10} | {"type":"probatoire","partiel":true,"delai":{"annees":2},"part":{"mois":4}}',
      'M | incarceration | 2021-10-18 | incarcéré le 18/10/2021',
    ],
  },
  {
    nom: 'sans accents, en capitales, étiquettes abrégées',
    texte: `B1 DEMANDE PAR LE PARQUET DE CAEN
NOM : FICTIF PRENOM : OLGA NEE LE 30/11/1979 A CAEN (14)
RANG : 1
DATE : 14/01/2020
JURID. : T.CORR CAEN
CARACT. : CONTRAD.
INFR. : ESCROQUERIE
FAITS DU : 01/03/2019 AU 30/04/2019
PEINE : 3 MOIS EMPRT SURSIS
RANG : 2
DATE : 22/06/2022
JURID. : T.CORR CAEN
CARACT. : ITERATIF DEFAUT
INFR. : ABANDON DE FAMILLE
FAITS DU : 01/01/2021 AU 31/12/2021
PEINE : 4 MOIS EMPRT
MENTION : SIGNIFIE A PARQUET LE 12/09/2022`,
    attendu: [
      '1 | 2020-01-14 | T.CORR CAEN | contradictoire',
      'I | ESCROQUERIE | 2019-03-01 | 2019-04-30',
      'P | emprisonnement | {"mois":3} | {"type":"simple","partiel":false,"delai":null}',
      '2 | 2022-06-22 | T.CORR CAEN | defaut | 2022-09-12',
      'I | ABANDON DE FAMILLE | 2021-01-01 | 2021-12-31',
      'P | emprisonnement | {"mois":4}',
    ],
  },
  {
    nom: 'une décision par bloc, champs précédés de tirets',
    texte: `CASIER JUDICIAIRE NATIONAL
Bulletin numéro 1

I. Condamnation du 8 septembre 2016
   - par : tribunal correctionnel de Pau
   - décision : contradictoire
   - pour : conduite sous l'empire d'un état alcoolique (récidive), commis le 1er septembre 2016
   - à : 4 mois d'emprisonnement avec sursis et annulation du permis de conduire
II. Condamnation du 13 novembre 2020
   - par : tribunal judiciaire de Pau
   - décision : ordonnance pénale, notifiée le 5 janvier 2021
   - pour : usage illicite de stupéfiants, commis le 2 août 2020
   - à : amende de 200 €`,
    attendu: [
      '1 | 2016-09-08 | tribunal correctionnel de Pau | contradictoire',
      "I | conduite sous l'empire d'un état alcoolique | 2016-09-01 | 2016-09-01 | récidive",
      'P | emprisonnement | {"mois":4} | {"type":"simple","partiel":false,"delai":null}',
      'P | autre',
      '2 | 2020-11-13 | tribunal judiciaire de Pau | ordonnance-penale | 2021-01-05',
      'I | usage illicite de stupéfiants | 2020-08-02 | 2020-08-02',
      'P | amende | 200',
    ],
  },
  {
    nom: 'état de récidive en champ, quantum en champ',
    texte: `BULLETIN N° 1
Décision 1/2
Prononcée le : 02.05.2018
Par : Tribunal correctionnel de Tours
Nature : contradictoire
Qualification : Recel de bien provenant d'un vol
Commis le : 30.04.2018
Etat de récidive : oui
Peine principale : emprisonnement 5 mois
Exécution : fin de peine le 14.09.2018
Décision 2/2
Prononcée le : 19.12.2024
Par : Tribunal correctionnel de Tours
Nature : comparution sur reconnaissance préalable de culpabilité
Qualification : Conduite d'un véhicule sans permis
Commis le : 17.12.2024
Etat de récidive : non
Peine principale : travail d'intérêt général 105 heures
Peine complémentaire : stage de sensibilisation à la sécurité routière`,
    attendu: [
      '1 | 2018-05-02 | Tribunal correctionnel de Tours | contradictoire',
      "I | Recel de bien provenant d'un vol | 2018-04-30 | 2018-04-30 | récidive",
      'P | emprisonnement | {"mois":5}',
      'M | execution | 2018-09-14 | fin de peine le 14.09.2018',
      '2 | 2024-12-19 | Tribunal correctionnel de Tours | crpc',
      "I | Conduite d'un véhicule sans permis | 2024-12-17 | 2024-12-17",
      'P | tig | {"heures":105}',
      'P | stage',
    ],
  },
]
