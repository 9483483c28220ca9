import type { Bulletin } from '../resume.ts'

/** A second series, written after the reader was reworked on the first: it says how far it generalises. */
export const SUITE: readonly Bulletin[] = [
  {
    nom: 'étiquettes entre crochets, valeurs derrière un tiret',
    texte: `BULLETIN N° 1 DU CASIER JUDICIAIRE
[Date] - 17/05/2018
[Juridiction] - Tribunal correctionnel d'Albi
[Caractère] - Contradictoire
[Infraction] - Vol en réunion, le 15/05/2018
[Peine] - 2 mois d'emprisonnement avec sursis
[Date] - 09/02/2022
[Juridiction] - Tribunal correctionnel de Castres
[Caractère] - Défaut, signifié le 30/03/2022
[Infraction] - Rébellion, le 14/07/2021
[Peine] - 300 euros d'amende`,
    attendu: [
      "1 | 2018-05-17 | Tribunal correctionnel d'Albi | contradictoire",
      'I | Vol en réunion | 2018-05-15 | 2018-05-15',
      'P | emprisonnement | {"mois":2} | {"type":"simple","partiel":false,"delai":null}',
      '2 | 2022-02-09 | Tribunal correctionnel de Castres | defaut | 2022-03-30',
      'I | Rébellion | 2021-07-14 | 2021-07-14',
      'P | amende | 300',
    ],
  },
  {
    nom: 'juridiction en titre, décisions groupées par année',
    texte: `BULLETIN N° 1
--- 2019 ---
TC POITIERS 08/04/2019 contradictoire
Vol, 06/04/2019
1 mois d'emprisonnement
--- 2023 ---
TC POITIERS 11/09/2023 contradictoire à signifier
Usage de stupéfiants, 01/05/2023
Amende 150 €
TC NIORT 20/11/2023 contradictoire
Dégradation, 18/11/2023
Stage de citoyenneté`,
    attendu: [
      '1 | 2019-04-08 | TC POITIERS | contradictoire',
      'I | Vol | 2019-04-06 | 2019-04-06',
      'P | emprisonnement | {"mois":1}',
      '2 | 2023-09-11 | TC POITIERS | contradictoire-a-signifier',
      'I | Usage de stupéfiants | 2023-05-01 | 2023-05-01',
      'P | amende | 150',
      '3 | 2023-11-20 | TC NIORT | contradictoire',
      'I | Dégradation | 2023-11-18 | 2023-11-18',
      'P | stage',
    ],
  },
  {
    nom: 'récit en une phrase par décision',
    texte: `Bulletin n° 1
Par jugement contradictoire du 3 mars 2016, le tribunal correctionnel de Laval l'a condamné à trois mois d'emprisonnement avec sursis pour vol aggravé commis le 1er mars 2016.
Par arrêt contradictoire du 12 janvier 2021, la cour d'appel d'Angers l'a condamné à un an d'emprisonnement pour violences aggravées commises le 5 juin 2020.`,
    attendu: [
      '1 | 2016-03-03 | tribunal correctionnel de Laval | contradictoire',
      'I | vol aggravé | 2016-03-01 | 2016-03-01',
      'P | emprisonnement | {"mois":3} | {"type":"simple","partiel":false,"delai":null}',
      "2 | 2021-01-12 | cour d'appel d'Angers | contradictoire",
      'I | violences aggravées | 2020-06-05 | 2020-06-05',
      'P | emprisonnement | {"annees":1}',
    ],
  },
  {
    nom: 'dates aaaa/mm/jj et champs séparés par des deux-points',
    texte: `BULLETIN N° 1
1 : 2017/06/21 : TC AGEN : contradictoire
Escroquerie : 2017/02/03
4 mois d'emprisonnement
exécutée le 2018/01/15
2 : 2024/10/02 : TC AGEN : contradictoire
Abus de confiance : 2024/01/10
TIG 70 heures`,
    attendu: [
      '1 | 2017-06-21 | TC AGEN | contradictoire',
      'I | Escroquerie | 2017-02-03 | 2017-02-03',
      'P | emprisonnement | {"mois":4}',
      'M | execution | 2018-01-15 | exécutée le 2018/01/15',
      '2 | 2024-10-02 | TC AGEN | contradictoire',
      'I | Abus de confiance | 2024-01-10 | 2024-01-10',
      'P | tig | {"heures":70}',
    ],
  },
  {
    nom: 'infractions à puces, peines à puces, mentions au bas de la décision',
    texte: `Bulletin n° 1
Décision n° 1 du 14 juin 2022 – Tribunal judiciaire de Brive – contradictoire
  Infractions :
  • conduite d'un véhicule sous l'empire d'un état alcoolique (récidive légale) – 11 juin 2022
  • délit de fuite – 11 juin 2022
  Peines :
  • 6 mois d'emprisonnement, dont 3 mois avec sursis probatoire pendant 18 mois
  • annulation du permis de conduire
  • 200 € d'amende
  Mentions :
  • révocation partielle du sursis probatoire, à hauteur de 1 mois, le 7 février 2023
  • peine exécutée le 20 septembre 2023`,
    attendu: [
      '1 | 2022-06-14 | Tribunal judiciaire de Brive | contradictoire',
      "I | conduite d'un véhicule sous l'empire d'un état alcoolique | 2022-06-11 | 2022-06-11 | récidive",
      'I | délit de fuite | 2022-06-11 | 2022-06-11',
      'P | emprisonnement | {"mois":6} | {"type":"probatoire","partiel":true,"delai":{"mois":18},"part":{"mois":3}}',
      'P | autre',
      'P | amende | 200',
      'M | revocation-partielle | 2023-02-07 | révocation partielle du sursis probatoire, à hauteur de 1 mois, le 7 février 2023',
      'M | execution | 2023-09-20 | peine exécutée le 20 septembre 2023',
    ],
  },
  {
    nom: 'colonnes larges, juridiction sur deux lignes, caractère dans sa colonne',
    texte: `BULLETIN N° 1
RANG  DATE        JURIDICTION               NATURE             QUALIFICATION ET DATE DES FAITS      PEINES
1     05/06/2014  TRIBUNAL CORRECTIONNEL    CONTRADICTOIRE     VOL                                  1 MOIS
                  D'AUXERRE                                    le 03/06/2014                        D'EMPRISONNEMENT
2     19/12/2021  COUR D'APPEL              CONTRADICTOIRE     EXTORSION                            2 ANS
                  DE PARIS                                     du 01/02/2020 au 03/03/2020          D'EMPRISONNEMENT`,
    attendu: [
      "1 | 2014-06-05 | TRIBUNAL CORRECTIONNEL D'AUXERRE | contradictoire",
      'I | VOL | 2014-06-03 | 2014-06-03',
      'P | emprisonnement | {"mois":1}',
      "2 | 2021-12-19 | COUR D'APPEL DE PARIS | contradictoire",
      'I | EXTORSION | 2020-02-01 | 2020-03-03',
      'P | emprisonnement | {"annees":2}',
    ],
  },
  {
    nom: 'abréviations serrées, une ligne par décision',
    texte: `B1 TJ LE MANS
1) 02.02.2017 T.CORR. LE MANS (contr.) vol (31.01.2017) : 2 m. emprt sursis
2) 15.03.2020 T.CORR. LE MANS (c.a.s., signifié 02.05.2020) outrage, rébellion (12.12.2019) : 60 j.a. à 5 €
3) 20.09.2024 TJ LE MANS (op, notifiée 30.10.2024) conduite sans permis (02.08.2024) : am. 400 €`,
    attendu: [
      '1 | 2017-02-02 | T.CORR. LE MANS | contradictoire',
      'I | vol | 2017-01-31 | 2017-01-31',
      'P | emprisonnement | {"mois":2} | {"type":"simple","partiel":false,"delai":null}',
      '2 | 2020-03-15 | T.CORR. LE MANS | contradictoire-a-signifier | 2020-05-02',
      'I | outrage, rébellion | 2019-12-12 | 2019-12-12',
      'P | jours-amende | {"jours":60} | 5',
      '3 | 2024-09-20 | TJ LE MANS | ordonnance-penale | 2024-10-30',
      'I | conduite sans permis | 2024-08-02 | 2024-08-02',
      'P | amende | 400',
    ],
  },
  {
    nom: 'copie où chaque ligne commence par un chevron et finit par des espaces',
    texte: `> BULLETIN N° 1   
> NOM : SPECIMEN   Prénoms : TOM   Né le 01/04/1999 à VANNES (56)   
>   
> 1  23/10/2020  TC VANNES  CONTRADICTOIRE   
>    VOL PAR RUSE  le 21/10/2020   
>    2 MOIS D'EMPRISONNEMENT   
> 2  14/02/2023  TC VANNES  CONTRADICTOIRE   
>    PORT D'ARME  le 12/02/2023   
>    AMENDE 200 EUROS   `,
    attendu: [
      '1 | 2020-10-23 | TC VANNES | contradictoire',
      'I | VOL PAR RUSE | 2020-10-21 | 2020-10-21',
      'P | emprisonnement | {"mois":2}',
      '2 | 2023-02-14 | TC VANNES | contradictoire',
      "I | PORT D'ARME | 2023-02-12 | 2023-02-12",
      'P | amende | 200',
    ],
  },
  {
    nom: 'titre, identité et décisions sur une seule ligne',
    texte: `BULLETIN N° 1 Demandé par : TJ NICE NOM : EXEMPLE Prénoms : TEO Né le 01/02/1990 à NICE (06) Sexe : M 1 12/03/2024 TRIBUNAL CORRECTIONNEL DE NICE CONTRADICTOIRE VOL le 10/03/2024 3 MOIS D'EMPRISONNEMENT 2 05/09/2024 TC GRASSE CONTRADICTOIRE REBELLION le 03/09/2024 AMENDE 200 EUROS`,
    attendu: [
      '1 | 2024-03-12 | TRIBUNAL CORRECTIONNEL DE NICE | contradictoire',
      'I | VOL | 2024-03-10 | 2024-03-10',
      'P | emprisonnement | {"mois":3}',
      '2 | 2024-09-05 | TC GRASSE | contradictoire',
      'I | REBELLION | 2024-09-03 | 2024-09-03',
      'P | amende | 200',
    ],
  },
  {
    nom: 'périodes de faits en mois et en années, derrière leur étiquette',
    texte: `BULLETIN N° 1
Date : 20/06/2019
Juridiction : Tribunal correctionnel de Vesoul
Caractère : contradictoire
Infraction : Escroquerie
Période : janvier 2017 - mars 2018
Peine : 4 mois d'emprisonnement
Date : 02/12/2022
Juridiction : Tribunal correctionnel de Vesoul
Caractère : contradictoire
Infraction : Abandon de famille
Période des faits : 2020 à 2021
Peine : 2 mois d'emprisonnement avec sursis`,
    attendu: [
      '1 | 2019-06-20 | Tribunal correctionnel de Vesoul | contradictoire',
      'I | Escroquerie | 2017-01-01 | 2018-03-31',
      'P | emprisonnement | {"mois":4}',
      '2 | 2022-12-02 | Tribunal correctionnel de Vesoul | contradictoire',
      'I | Abandon de famille | 2020-01-01 | 2021-12-31',
      'P | emprisonnement | {"mois":2} | {"type":"simple","partiel":false,"delai":null}',
    ],
  },
]
