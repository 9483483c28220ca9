import { describe, expect, it } from 'vitest'
import { lireCasier } from '../../../domain/antecedents/index.ts'

/**
 * Layouts that no public case has, over the same regulated fields. Each decision is written back on a few
 * lines: rank, day, court, character, signification; then « I » offences, « P » sentences, « M » mentions.
 */
function resume(texte: string): string[] {
  const casier = lireCasier(texte)
  return casier.condamnations.flatMap((c) => [
    [c.rang, c.date, c.juridiction, c.caractere, c.signifieLe].filter((x) => x !== null).join(' | '),
    ...c.infractions.map((i) =>
      ['I', i.libelle, i.debut, i.fin, i.recidive ? 'récidive' : null, i.tentative ? 'tentative' : null]
        .filter((x) => x !== null)
        .join(' | '),
    ),
    ...c.peines.map((p) =>
      ['P', p.nature, p.duree && JSON.stringify(p.duree), p.montant, p.sursis && JSON.stringify(p.sursis)]
        .filter((x) => x !== null)
        .join(' | '),
    ),
    ...c.mentions.map((m) => ['M', m.type, m.date, m.texte].filter((x) => x !== null).join(' | ')),
  ])
}

describe('autres mises en page', () => {
  it('décisions chargées, dates illisibles', () => {
    const texte = `BULLETIN N° 1
NOM : EXEMPLE   Prénoms : LOU, dit "LOLO"   Né le 01/01/1990 à PARIS (75)
Nom d'usage : DUPONT
-----
1  12/03/2018  TRIBUNAL DE GRANDE INSTANCE DE PARIS - 16EME CHAMBRE CORRECTIONNELLE - CONTRADICTOIRE
   CONDUITE D'UN VEHICULE MALGRE
   ANNULATION DU PERMIS DE CONDUIRE le 10/03/2018
   REFUS D'OBTEMPERER A UNE SOMMATION DE S'ARRETER le 10/03/2018
   VIOLENCE SUIVIE D'INCAPACITE SUPERIEURE A
   8 JOURS le 10/03/2018
   2 MOIS D'EMPRISONNEMENT ET 300 EUROS D'AMENDE
   SURSIS REVOQUE EN TOTALITE LE 01/02/2019
2  ##/##/2020  TRIBUNAL CORRECTIONNEL DE PARIS   CONTRADICTOIRE
   VOL le ##/##/2020
   1 MOIS D'EMPRISONNEMENT
3  30/02/2021  TC PARIS  CONTRADICTOIRE
   VOL le 01/02/2021
   TROIS MOIS D'EMPRISONNEMENT DONT UN MOIS AVEC SURSIS
   DEUX CENTS EUROS D'AMENDE
   INTERDICTION DE DETENIR OU DE PORTER UNE ARME PENDANT CINQ ANS
   CONFUSION AVEC LA PEINE PRONONCEE LE 12/03/2018 PAR LE TGI DE PARIS
   LIBERATION CONDITIONNELLE LE 05/05/2021
4  10/10/2022  COUR D'ASSISES DES MINEURS DES BOUCHES-DU-RHONE   CONTRADICTOIRE
   VIOL le 01/01/2015
   8 ANS D'EMPRISONNEMENT DONT 2 ANS AVEC SURSIS PROBATOIRE RENFORCE PENDANT 3 ANS
   SUIVI SOCIO-JUDICIAIRE PENDANT 5 ANS AVEC INJONCTION DE SOINS
   INSCRIPTION AU FIJAIS
5  01/06/2024  T. CORR. CRETEIL  JUGT CONTRADICTOIRE
   OUTRAGE A PDAP (01/05/2024) REBELLION (01/05/2024)
   JOURS-AMENDE : 60 JOURS A 5 EUROS
   TRAVAIL D'INTERET GENERAL DE 105 HEURES A ACCOMPLIR DANS UN DELAI DE 18 MOIS
   6 MOIS DE SUSPENSION DU PERMIS DE CONDUIRE`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([14])
    expect(resume(texte)).toEqual([
      '1 | 2018-03-12 | TRIBUNAL DE GRANDE INSTANCE DE PARIS 16EME CHAMBRE CORRECTIONNELLE | contradictoire',
      "I | CONDUITE D'UN VEHICULE MALGRE ANNULATION DU PERMIS DE CONDUIRE | 2018-03-10 | 2018-03-10",
      "I | REFUS D'OBTEMPERER A UNE SOMMATION DE S'ARRETER | 2018-03-10 | 2018-03-10",
      "I | VIOLENCE SUIVIE D'INCAPACITE SUPERIEURE A 8 JOURS | 2018-03-10 | 2018-03-10",
      'P | emprisonnement | {"mois":2}',
      'P | amende | 300',
      'M | revocation-totale | 2019-02-01 | SURSIS REVOQUE EN TOTALITE LE 01/02/2019',
      '2 | TRIBUNAL CORRECTIONNEL DE PARIS | contradictoire',
      'I | VOL',
      'P | emprisonnement | {"mois":1}',
      '3 | TC PARIS | contradictoire',
      'I | VOL | 2021-02-01 | 2021-02-01',
      'P | emprisonnement | {"mois":3} | {"type":"simple","partiel":true,"delai":null,"part":{"mois":1}}',
      'P | amende | 200',
      'P | autre | {"annees":5}',
      'M | autre | CONFUSION AVEC LA PEINE PRONONCEE LE 12/03/2018 PAR LE TGI DE PARIS',
      'M | autre | LIBERATION CONDITIONNELLE LE 05/05/2021',
      "4 | 2022-10-10 | COUR D'ASSISES DES MINEURS DES BOUCHES-DU-RHONE | contradictoire",
      'I | VIOL | 2015-01-01 | 2015-01-01',
      'P | emprisonnement | {"annees":8} | {"type":"probatoire-renforce","partiel":true,"delai":{"annees":3},"part":{"annees":2}}',
      'P | autre | {"annees":5}',
      'M | autre | INSCRIPTION AU FIJAIS',
      '5 | 2024-06-01 | T. CORR. CRETEIL | contradictoire',
      'I | OUTRAGE A PDAP | 2024-05-01 | 2024-05-01',
      'I | REBELLION | 2024-05-01 | 2024-05-01',
      'P | jours-amende | {"jours":60} | 5',
      'P | tig | {"heures":105}',
      'P | autre | {"mois":6}',
    ])
  })

  it('récit suivi', () => {
    const texte = `Bulletin n°1 – Casier judiciaire national
Titulaire : MODELE Paul
Né le : 1er janvier 1980 à Brest

Le 5 mai 2020, le tribunal correctionnel de Brest a condamné contradictoirement l'intéressé pour vol, commis le 3 mai 2020, à la peine de deux mois d'emprisonnement avec sursis.
Le 7 juin 2021, la cour d'appel de Rennes, par arrêt contradictoire, a condamné l'intéressé pour escroquerie, commise du 1er au 15 janvier 2021, à la peine de 6 mois d'emprisonnement. Peine exécutée le 3 mars 2022.`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2020-05-05 | tribunal correctionnel de Brest | contradictoire',
      'I | vol | 2020-05-03 | 2020-05-03',
      'P | emprisonnement | {"mois":2} | {"type":"simple","partiel":false,"delai":null}',
      "2 | 2021-06-07 | cour d'appel de Rennes | contradictoire",
      'I | escroquerie | 2021-01-01 | 2021-01-15',
      'P | emprisonnement | {"mois":6}',
      'M | execution | 2022-03-03 | Peine exécutée le 3 mars 2022',
    ])
  })

  it('un champ par étiquette, séparés par des tirets', () => {
    const texte = `BULLETIN N° 1
N° 1 - TC BOBIGNY - 12/03/2024 - CONTRADICTOIRE
Faits : VOL EN REUNION - 10/03/2024 ; VIOLENCES - 10/03/2024
Peines : 4 MOIS D'EMPRISONNEMENT ; AMENDE DE 200 €
Mentions : INCARCERE LE 12/03/2024 ; EXECUTEE LE 01/07/2024

N° 2 - TC BOBIGNY - 12/03/2025 - DEFAUT - SIGNIFIE LE 02/05/2025
Faits : VOL - COURANT MARS 2025
Peines : 2 MOIS D'EMPRISONNEMENT
Mentions : NEANT`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2024-03-12 | TC BOBIGNY | contradictoire',
      'I | VOL EN REUNION | 2024-03-10 | 2024-03-10',
      'I | VIOLENCES | 2024-03-10 | 2024-03-10',
      'P | emprisonnement | {"mois":4}',
      'P | amende | 200',
      'M | incarceration | 2024-03-12 | INCARCERE LE 12/03/2024',
      'M | execution | 2024-07-01 | EXECUTEE LE 01/07/2024',
      '2 | 2025-03-12 | TC BOBIGNY | defaut | 2025-05-02',
      'I | VOL | 2025-03-01 | 2025-03-31',
      'P | emprisonnement | {"mois":2}',
    ])
  })

  it('dates à tirets, sans colonnes', () => {
    const texte = `BULLETIN N° 1
TITULAIRE :
EXEMPLE JEAN
1 12-03-2024 TRIBUNAL CORRECTIONNEL BOBIGNY Contradictoire
Vol avec destruction ou dégradation 10-03-2024
Peine : 3 mois emprisonnement
Exécution de la peine : 28-06-2024
2 2025-06-18 Tribunal correctionnel de Bobigny Contradictoire à signifier Signification du 20 août 2025
Recel de bien provenant d'un vol en récidive légale - Faits commis le 16 juin 2025 à Bondy
Condamné à 5 mois d'emprisonnement avec maintien en détention`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2024-03-12 | TRIBUNAL CORRECTIONNEL BOBIGNY | contradictoire',
      'I | Vol avec destruction ou dégradation | 2024-03-10 | 2024-03-10',
      'P | emprisonnement | {"mois":3}',
      'M | execution | 2024-06-28 | Exécution de la peine : 28-06-2024',
      '2 | 2025-06-18 | Tribunal correctionnel de Bobigny | contradictoire-a-signifier | 2025-08-20',
      "I | Recel de bien provenant d'un vol | 2025-06-16 | 2025-06-16 | récidive",
      'P | emprisonnement | {"mois":5}',
      'M | autre | avec maintien en détention',
    ])
  })

  it('fiche à étiquettes, une par ligne', () => {
    const texte = `BULLETIN N° 1
Identité : MODELE Yanis, né le 3 mars 1991 à LILLE (59)

Décision n° 1
  Date de la décision : 12/03/2022
  Juridiction         : Tribunal correctionnel de Lille
  Nature              : contradictoire
  Infraction          : Vol en réunion
  Date des faits      : 10/03/2022
  Récidive            : non
  Peine               : 4 mois d'emprisonnement avec sursis probatoire pendant 18 mois
  Exécution           : révocation totale le 15/06/2023

Décision n° 2
  Date de la décision : 15/06/2023
  Juridiction         : Tribunal correctionnel de Lille
  Nature              : contradictoire à signifier
  Signification       : 02/08/2023
  Infraction          : Violences aggravées par deux circonstances suivies d'incapacité n'excédant pas 8 jours
  Date des faits      : du 01/05/2023 au 03/05/2023
  Récidive            : oui
  Peine               : 1 an et 6 mois d'emprisonnement
  Exécution           : peine exécutée le 20/11/2024`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2022-03-12 | Tribunal correctionnel de Lille | contradictoire',
      'I | Vol en réunion | 2022-03-10 | 2022-03-10',
      'P | emprisonnement | {"mois":4} | {"type":"probatoire","partiel":false,"delai":{"mois":18}}',
      'M | revocation-totale | 2023-06-15 | révocation totale le 15/06/2023',
      '2 | 2023-06-15 | Tribunal correctionnel de Lille | contradictoire-a-signifier | 2023-08-02',
      "I | Violences aggravées par deux circonstances suivies d'incapacité n'excédant pas 8 jours | 2023-05-01 | 2023-05-03 | récidive",
      'P | emprisonnement | {"annees":1,"mois":6}',
      'M | execution | 2024-11-20 | peine exécutée le 20/11/2024',
    ])
  })

  it('tableau à barres, juridiction avant la date', () => {
    const texte = `BULLETIN N°1 DU CASIER JUDICIAIRE
| N° | Juridiction | Date | Qualification | Date des faits | Peine | Observations |
|----|-------------|------|---------------|----------------|-------|--------------|
| 1 | TC Nanterre | 04/05/2021 | Escroquerie | 02/2021 | 6 mois d'emprisonnement avec sursis | |
| 2 | CA Versailles | 11/01/2023 | Recel d'escroquerie | du 01/01/2022 au 30/06/2022 | 8 mois d'emprisonnement | exécutée le 30/09/2023 |
| 3 | TJ Nanterre | 20/02/2024 | Conduite sans permis | 19/02/2024 | 60 jours-amende à 8 euros | |`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2021-05-04 | TC Nanterre | inconnu',
      'I | Escroquerie | 2021-02-01 | 2021-02-28',
      'P | emprisonnement | {"mois":6} | {"type":"simple","partiel":false,"delai":null}',
      '2 | 2023-01-11 | CA Versailles | inconnu',
      "I | Recel d'escroquerie | 2022-01-01 | 2022-06-30",
      'P | emprisonnement | {"mois":8}',
      'M | execution | 2023-09-30 | exécutée le 30/09/2023',
      '3 | 2024-02-20 | TJ Nanterre | inconnu',
      'I | Conduite sans permis | 2024-02-19 | 2024-02-19',
      'P | jours-amende | {"jours":60} | 8',
    ])
  })

  it('rédigé en phrases, coupé par une page', () => {
    const texte = `Bulletin n° 1 du casier judiciaire    Page 1 / 2
Tribunal correctionnel de Lyon, jugement contradictoire du 12 mars 2020
Vol par effraction, commis le 10 mars 2020
Condamné à six mois d'emprisonnement dont trois mois avec sursis et mise à l'épreuve pendant deux ans
Peine exécutée le 3 août 2020

Cour d'appel de Lyon, arrêt contradictoire du 5 octobre 2022
(sur appel du tribunal correctionnel de Lyon du 11 avril 2022)
Outrage à une personne dépositaire de l'autorité publique en récidive, le 9 avril 2022
Rébellion, le 9 avril 2022
Condamné à 70 heures de TIG
Page 2 / 2
Tribunal judiciaire de Villefranche-sur-
Saône, ordonnance pénale du 7 janvier 2024, notifiée le 2 février 2024
Usage illicite de stupéfiants, le 13 novembre 2023
Amende de 200 euros`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2020-03-12 | Tribunal correctionnel de Lyon | contradictoire',
      'I | Vol par effraction | 2020-03-10 | 2020-03-10',
      'P | emprisonnement | {"mois":6} | {"type":"mise-a-l-epreuve","partiel":true,"delai":{"annees":2},"part":{"mois":3}}',
      'M | execution | 2020-08-03 | Peine exécutée le 3 août 2020',
      "2 | 2022-10-05 | Cour d'appel de Lyon | contradictoire",
      "I | Outrage à une personne dépositaire de l'autorité publique | 2022-04-09 | 2022-04-09 | récidive",
      'I | Rébellion | 2022-04-09 | 2022-04-09',
      'P | tig | {"heures":70}',
      'M | autre | sur appel du tribunal correctionnel de Lyon du 11 avril 2022',
      '3 | 2024-01-07 | Tribunal judiciaire de Villefranche-sur-Saône | ordonnance-penale | 2024-02-02',
      'I | Usage illicite de stupéfiants | 2023-11-13 | 2023-11-13',
      'P | amende | 200',
    ])
  })

  it('tout sur une ligne', () => {
    const texte = `BULLETIN N° 1
NOM : EXEMPLE Prénoms : TEO Né le 01/02/1990 à NICE (06)
1 12/03/2024 TRIBUNAL CORRECTIONNEL DE NICE CONTRADICTOIRE VOL AGGRAVE PAR UNE CIRCONSTANCE le 10/03/2024 3 MOIS D'EMPRISONNEMENT EXECUTEE LE 28/06/2024 2 05/09/2024 TRIBUNAL CORRECTIONNEL DE NICE CONTRADICTOIRE TENTATIVE DE VOL (RECIDIVE) le 03/09/2024 5 MOIS D'EMPRISONNEMENT AVEC SURSIS PROBATOIRE PENDANT 2 ANS OBLIGATION DE SOINS 3 02/03/2026 TC GRASSE CONTRADICTOIRE VOL le 27/02/2026 AMENDE 300 EUROS`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2024-03-12 | TRIBUNAL CORRECTIONNEL DE NICE | contradictoire',
      'I | VOL AGGRAVE PAR UNE CIRCONSTANCE | 2024-03-10 | 2024-03-10',
      'P | emprisonnement | {"mois":3}',
      'M | execution | 2024-06-28 | EXECUTEE LE 28/06/2024',
      '2 | 2024-09-05 | TRIBUNAL CORRECTIONNEL DE NICE | contradictoire',
      'I | TENTATIVE DE VOL | 2024-09-03 | 2024-09-03 | récidive | tentative',
      'P | emprisonnement | {"mois":5} | {"type":"probatoire","partiel":false,"delai":{"annees":2}}',
      'M | autre | OBLIGATION DE SOINS',
      '3 | 2026-03-02 | TC GRASSE | contradictoire',
      'I | VOL | 2026-02-27 | 2026-02-27',
      'P | amende | 300',
    ])
  })

  it('une cellule par ligne, dates nues, rang seul', () => {
    const texte = `BULLETIN N° 1
1
TPE BOBIGNY
14/06/2019
CONTRADICTOIRE
VOL EN REUNION
12/05/2019
AVERTISSEMENT JUDICIAIRE
2
TC BOBIGNY
03/04/2023
C.A.S. - signifié à étude le 12/06/2023
VOL AVEC DESTRUCTION OU
DEGRADATION
02/02/2023
PORT D'ARME BLANCHE
02/02/2023
3 MOIS D'EMPRISONNEMENT
CONFISCATION DE L'ARME
INTERDICTION DE PARAITRE A BOBIGNY PENDANT 2 ANS`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2019-06-14 | TPE BOBIGNY | contradictoire',
      'I | VOL EN REUNION | 2019-05-12 | 2019-05-12',
      'P | autre',
      '2 | 2023-04-03 | TC BOBIGNY | contradictoire-a-signifier | 2023-06-12',
      'I | VOL AVEC DESTRUCTION OU DEGRADATION | 2023-02-02 | 2023-02-02',
      "I | PORT D'ARME BLANCHE | 2023-02-02 | 2023-02-02",
      'P | emprisonnement | {"mois":3}',
      'P | autre',
      'P | autre | {"annees":2}',
    ])
  })

  it('lettres espacées par la reconnaissance de caractères', () => {
    const texte = `B U L L E T I N   N °   1
N O M :  M O D E L E
---------
1   0 3 / 0 5 / 2 0 2 2   T R I B U N A L   C O R R E C T I O N N E L   D E   P A R I S   C O N T R A D I C T O I R E
V O L   le 01 / 05 / 2022
2 MOIS D' EMPRISONNEMENT
EXECUTEE LE 12 / 09 / 2022`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2022-05-03 | TRIBUNAL CORRECTIONNEL DE PARIS | contradictoire',
      'I | VOL | 2022-05-01 | 2022-05-01',
      'P | emprisonnement | {"mois":2}',
      'M | execution | 2022-09-12 | EXECUTEE LE 12 / 09 / 2022',
    ])
  })

  it('plan à tirets, textes de loi et NATINF', () => {
    const texte = `CASIER JUDICIAIRE NATIONAL - BULLETIN N° 1
Nom de naissance : SPECIMEN
Nom d'usage : ECHANTILLON
Prénoms : Ada, Lou
Née le 12/12/1992 à Metz (57)
Filiation : fille de SPECIMEN Jean et de MODELE Anne

Condamnation 1 :
Jugement du 02/02/2021 du Tribunal correctionnel de Metz (contradictoire)
 - Abus de confiance (art. 314-1 du code pénal), faits commis à Metz entre le 1er janvier 2020 et le 31 mars 2020
 - Escroquerie [NATINF 7875], courant avril 2020
Peines :
 - 5 mois d'emprisonnement assortis du sursis simple
 - 500 € d'amende
 - interdiction de gérer pendant 3 ans
Condamnation 2 :
Ordonnance d'homologation du 10/10/2023, Tribunal judiciaire de Metz
 - Vol, le 05/10/2023, en état de récidive légale
Peine : 4 mois de détention à domicile sous surveillance électronique
Mentions : peine exécutée le 20/03/2024`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2021-02-02 | Tribunal correctionnel de Metz | contradictoire',
      'I | Abus de confiance | 2020-01-01 | 2020-03-31',
      'I | Escroquerie | 2020-04-01 | 2020-04-30',
      'P | emprisonnement | {"mois":5} | {"type":"simple","partiel":false,"delai":null}',
      'P | amende | 500',
      'P | autre | {"annees":3}',
      '2 | 2023-10-10 | Tribunal judiciaire de Metz | crpc',
      'I | Vol | 2023-10-05 | 2023-10-05 | récidive',
      'P | ddse | {"mois":4}',
      'M | execution | 2024-03-20 | peine exécutée le 20/03/2024',
    ])
  })

  it('tableau à barres de trois colonnes, abréviations', () => {
    const texte = `BULLETIN N° 1
NOM : FICTIF   Prénoms : SAM   Né le 01/01/1990 à PARIS (75)
N° | DECISION                              | FAITS                            | SANCTION
1  | 10/01/2018 TC PARIS (CONTRAD.)        | USAGE DE FAUX (05/01/2018)       | 2 MOIS EMPRT SURSIS
2  | 14/02/2020 TC PARIS (DEFAUT)          | VOL EN REUNION EN RECIDIVE       | 4 MOIS EMPRT
   | SIGNIFIE LE 20/05/2020                | (12/02/2020)                     | MANDAT D'ARRET
   |                                       | VIOLENCES VOLONTAIRES (12/02/20) |
3  | 30/03/2022 CHAP PARIS                 | TRAFIC DE STUPEFIANTS            | 2 ANS EMPRT DONT 1 AN SP 3 ANS
   | (CONTRADICTOIRE)                      | (COURANT 2021)                   | INTERDICTION DE SEJOUR 2 ANS`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2018-01-10 | TC PARIS | contradictoire',
      'I | USAGE DE FAUX | 2018-01-05 | 2018-01-05',
      'P | emprisonnement | {"mois":2} | {"type":"simple","partiel":false,"delai":null}',
      '2 | 2020-02-14 | TC PARIS | defaut | 2020-05-20',
      'I | VOL EN REUNION | 2020-02-12 | 2020-02-12 | récidive',
      'I | VIOLENCES VOLONTAIRES | 2020-02-12 | 2020-02-12',
      'P | emprisonnement | {"mois":4}',
      "M | autre | MANDAT D'ARRET",
      '3 | 2022-03-30 | CHAP PARIS | contradictoire',
      'I | TRAFIC DE STUPEFIANTS | 2021-01-01 | 2021-12-31',
      'P | emprisonnement | {"annees":2} | {"type":"probatoire","partiel":true,"delai":{"annees":3},"part":{"annees":1}}',
      'P | autre | {"annees":2}',
    ])
  })

  it('colonnes alignées, caractère et dates à part', () => {
    const texte = `BULLETIN N° 1
DATE         JURIDICTION        MODE             INFRACTION              DATE FAITS   PEINE                     EXECUTION
12/03/2019   TC MELUN           CONTRADICTOIRE   VOL                     10/03/2019   1 MOIS EMPRISONNEMENT     EXECUTEE LE 01/07/2019
                                                 REBELLION               10/03/2019
15/05/2021   TC MELUN           CONTRADICTOIRE   OUTRAGE A PERSONNE      13/05/2021   AMENDE 200 EUROS          PAYEE LE 10/10/2021
                                A SIGNIFIER      DEPOSITAIRE DE                       STAGE DE CITOYENNETE
                                SIGNIFIE LE      L'AUTORITE PUBLIQUE
                                30/06/2021`
    expect(lireCasier(texte).lignesNonLues.map((l) => l.ligne)).toEqual([])
    expect(resume(texte)).toEqual([
      '1 | 2019-03-12 | TC MELUN | contradictoire',
      'I | VOL | 2019-03-10 | 2019-03-10',
      'I | REBELLION | 2019-03-10 | 2019-03-10',
      'P | emprisonnement | {"mois":1}',
      'M | execution | 2019-07-01 | EXECUTEE LE 01/07/2019',
      '2 | 2021-05-15 | TC MELUN | contradictoire-a-signifier | 2021-06-30',
      "I | OUTRAGE A PERSONNE DEPOSITAIRE DE L'AUTORITE PUBLIQUE | 2021-05-13 | 2021-05-13",
      'P | amende | 200',
      'P | stage',
      'M | paiement | 2021-10-10 | PAYEE LE 10/10/2021',
    ])
  })

  it('ne prend pas la première décision pour une valeur d’identité oubliée', () => {
    const decision = `12/03/2024\nTC LYON\nCONTRADICTOIRE\nVOL\nle 10/03/2024\n3 MOIS D'EMPRISONNEMENT`
    for (const titre of ['Sexe :', 'Nationalité :', 'NOM :', 'Demandé par :']) {
      const texte = `BULLETIN N° 1\n${titre}\n1\n${decision}`
      expect(lireCasier(texte).condamnations, titre).toHaveLength(1)
      expect(lireCasier(texte).condamnations[0]).toMatchObject({ rang: 1, date: '2024-03-12' })
    }
  })
})
