import type { Bulletin } from '../resume.ts'

/** Pages, recognition of characters, cut words, lines that nobody could read. */
export const BRUITS: readonly Bulletin[] = [
  {
    nom: 'zéros et un pris pour des lettres',
    texte: `BULLETIN N° 1
1  12/O3/2O21  TR1BUNAL CORRECT1ONNEL DE REIMS  C0NTRADICT0IRE
   V0L EN REUNI0N  le l0/03/2021
   3 M0IS D'EMPRIS0NNEMENT
   EXECUTEE LE 28/O6/2021
2  05/11/2O23  TRIBUNAL C0RRECTIONNEL DE REIMS  CONTRADICTOIRE
   REBELLION  le 03/11/2023
   AMENDE 2OO EUR0S`,
    attendu: [
      '1 | 2021-03-12 | TR1BUNAL CORRECT1ONNEL DE REIMS | contradictoire',
      'I | V0L EN REUNI0N | 2021-03-10 | 2021-03-10',
      'P | emprisonnement | {"mois":3}',
      'M | execution | 2021-06-28 | EXECUTEE LE 28/O6/2021',
      '2 | 2023-11-05 | TRIBUNAL C0RRECTIONNEL DE REIMS | contradictoire',
      'I | REBELLION | 2023-11-03 | 2023-11-03',
      'P | amende | 200',
    ],
  },
  {
    nom: 'en-têtes et pieds répétés, numérotation de pages variée',
    texte: `MINISTERE DE LA JUSTICE
CASIER JUDICIAIRE NATIONAL
BULLETIN N° 1
NOM : MODELE  PRENOMS : IRIS  NEE LE 02/02/1992 A TROYES (10)
Page 1 sur 3
1  03/03/2017  TC TROYES  CONTRADICTOIRE
   VOL  le 01/03/2017
- 1 / 3 -
MINISTERE DE LA JUSTICE
CASIER JUDICIAIRE NATIONAL
BULLETIN N° 1
NOM : MODELE  PRENOMS : IRIS  NEE LE 02/02/1992 A TROYES (10)
Page 2 sur 3
   1 MOIS D'EMPRISONNEMENT
2  04/04/2019  TC TROYES  CONTRADICTOIRE
   ESCROQUERIE  du 01/01/2019 au
- 2 / 3 -
MINISTERE DE LA JUSTICE
CASIER JUDICIAIRE NATIONAL
BULLETIN N° 1
Page 3 sur 3
   31/01/2019
   AMENDE 300 EUROS
   AMENDE PAYEE LE 05/10/2019
Edité le 20/11/2026 à 07:42
*** FIN DU BULLETIN ***`,
    attendu: [
      '1 | 2017-03-03 | TC TROYES | contradictoire',
      'I | VOL | 2017-03-01 | 2017-03-01',
      'P | emprisonnement | {"mois":1}',
      '2 | 2019-04-04 | TC TROYES | contradictoire',
      'I | ESCROQUERIE | 2019-01-01 | 2019-01-31',
      'P | amende | 300',
      'M | paiement | 2019-10-05 | AMENDE PAYEE LE 05/10/2019',
    ],
  },
  {
    nom: 'mots coupés en fin de ligne dans tous les champs',
    texte: `BULLETIN N° 1
1/ 14-02-2018 TRIBUNAL CORREC-
TIONNEL DE BAYONNE CONTRA-
DICTOIRE A SIGNI-
FIER, SIGNIFIE LE 20-03-2018
CONDUITE D'UN VEHI-
CULE SANS PERMIS le 12-02-2018
2 MOIS D'EMPRISON-
NEMENT AVEC SUR-
SIS PROBA-
TOIRE PENDANT 18 MOIS
REVO-
CATION TOTALE LE 08-10-2020`,
    attendu: [
      '1 | 2018-02-14 | TRIBUNAL CORRECTIONNEL DE BAYONNE | contradictoire-a-signifier | 2018-03-20',
      "I | CONDUITE D'UN VEHICULE SANS PERMIS | 2018-02-12 | 2018-02-12",
      'P | emprisonnement | {"mois":2} | {"type":"probatoire","partiel":false,"delai":{"mois":18}}',
      'M | revocation-totale | 2020-10-08 | REVOCATION TOTALE LE 08-10-2020',
    ],
  },
  {
    nom: 'lignes cassées au milieu des champs, sans trait d’union',
    texte: `BULLETIN N° 1
1 09/01/2020 TRIBUNAL CORRECTIONNEL DE
CHALON-SUR-SAONE
CONTRADICTOIRE A
SIGNIFIER
SIGNIFIE LE
15/02/2020
VIOLENCE SUIVIE D'INCAPACITE N'EXCEDANT
PAS 8 JOURS le
07/01/2020
6 MOIS
D'EMPRISONNEMENT DONT
3 MOIS AVEC SURSIS
PROBATOIRE PENDANT
2 ANS
OBLIGATION DE SE SOUMETTRE A
DES SOINS`,
    attendu: [
      '1 | 2020-01-09 | TRIBUNAL CORRECTIONNEL DE CHALON-SUR-SAONE | contradictoire-a-signifier | 2020-02-15',
      "I | VIOLENCE SUIVIE D'INCAPACITE N'EXCEDANT PAS 8 JOURS | 2020-01-07 | 2020-01-07",
      'P | emprisonnement | {"mois":6} | {"type":"probatoire","partiel":true,"delai":{"annees":2},"part":{"mois":3}}',
      'M | autre | OBLIGATION DE SE SOUMETTRE A DES SOINS',
    ],
  },
  {
    nom: 'lignes illisibles et annotations de la main d’un lecteur',
    texte: `BULLETIN N° 1
1  22/10/2021  TC CRETEIL  CONTRADICTOIRE
   VOL  le 20/10/2021
   @@ %% ~~~ ####
   2 MOIS D'EMPRISONNEMENT
vu, à rappeler au JAP
2  13/03/2024  TC CRETEIL  CONTRADICTOIRE
   OUTRAGE  le 11/03/2024
   AMENDE ?00 EUROS
   STAGE DE CITOYENNETE`,
    attendu: [
      '1 | 2021-10-22 | TC CRETEIL | contradictoire',
      'I | VOL | 2021-10-20 | 2021-10-20',
      'P | emprisonnement | {"mois":2}',
      '2 | 2024-03-13 | TC CRETEIL | contradictoire',
      'I | OUTRAGE | 2024-03-11 | 2024-03-11',
      'P | stage',
    ],
    nonLues: [4, 6, 9],
  },
  {
    nom: 'date et jour impossibles laissés vides, jamais devinés',
    texte: `BULLETIN N° 1
1  31/02/2021  TC EVREUX  CONTRADICTOIRE
   VOL  le 45/13/2021
   2 MOIS D'EMPRISONNEMENT
2  1?/05/2023  TC EVREUX  CONTRADICTOIRE
   VOL  le 03/05/2023
   AMENDE 100 EUROS`,
    attendu: [
      '1 | TC EVREUX | contradictoire',
      'I | VOL',
      'P | emprisonnement | {"mois":2}',
      '2 | TC EVREUX | contradictoire',
      'I | VOL | 2023-05-03 | 2023-05-03',
      'P | amende | 100',
    ],
    nonLues: [],
  },
  {
    nom: 'casse mêlée et ponctuation lourde',
    texte: `Bulletin N°1

[1] -- Le 02/12/2016 -- Tribunal Correctionnel De Perpignan -- (Contradictoire) --
* Vol Avec Destruction ;
* le 30/11/2016 ;
=> 4 Mois D'Emprisonnement ;
=> Exécutée le 30/03/2017.

[2] -- Le 08/08/2022 -- Tribunal Judiciaire De Perpignan -- (Ordonnance Pénale) --
* Usage De Stupéfiants ;
* le 11/05/2022 ;
=> Amende De 250,00 € ;
=> Payée le 01/12/2022.`,
    attendu: [
      '1 | 2016-12-02 | Tribunal Correctionnel De Perpignan | contradictoire',
      'I | Vol Avec Destruction | 2016-11-30 | 2016-11-30',
      'P | emprisonnement | {"mois":4}',
      'M | execution | 2017-03-30 | Exécutée le 30/03/2017',
      '2 | 2022-08-08 | Tribunal Judiciaire De Perpignan | ordonnance-penale',
      'I | Usage De Stupéfiants | 2022-05-11 | 2022-05-11',
      'P | amende | 250',
      'M | paiement | 2022-12-01 | Payée le 01/12/2022',
    ],
  },
  {
    nom: 'amendes aux montants écrits de toutes façons',
    texte: `BULLETIN N° 1
1  10/01/2012  TC NICE  CONTRADICTOIRE
   VOL  LE 08/01/2012
   1.500 EUROS D'AMENDE
2  11/02/2014  TC NICE  CONTRADICTOIRE
   VOL  LE 09/02/2014
   AMENDE : 2 000,00 €
3  12/03/2016  TC NICE  CONTRADICTOIRE
   VOL  LE 10/03/2016
   AMENDE DELICTUELLE DE TROIS CENTS EUROS DONT 100 EUROS AVEC SURSIS
4  13/04/2018  TC NICE  CONTRADICTOIRE
   VOL  LE 11/04/2018
   120 JOURS-AMENDE D'UN MONTANT UNITAIRE DE 12 €
5  14/05/2020  TC NICE  CONTRADICTOIRE
   VOL  LE 12/05/2020
   UNE AMENDE DE 750 E`,
    attendu: [
      '1 | 2012-01-10 | TC NICE | contradictoire',
      'I | VOL | 2012-01-08 | 2012-01-08',
      'P | amende | 1500',
      '2 | 2014-02-11 | TC NICE | contradictoire',
      'I | VOL | 2014-02-09 | 2014-02-09',
      'P | amende | 2000',
      '3 | 2016-03-12 | TC NICE | contradictoire',
      'I | VOL | 2016-03-10 | 2016-03-10',
      'P | amende | 300 | {"type":"simple","partiel":true,"delai":null}',
      '4 | 2018-04-13 | TC NICE | contradictoire',
      'I | VOL | 2018-04-11 | 2018-04-11',
      'P | jours-amende | {"jours":120} | 12',
      '5 | 2020-05-14 | TC NICE | contradictoire',
      'I | VOL | 2020-05-12 | 2020-05-12',
      'P | amende | 750',
    ],
  },
]
