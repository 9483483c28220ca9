import type { Marque } from './delais.ts'

/** Families of offences: one family is one incrimination for « le même délit ». */
export interface Famille {
  /** Label of the family in a sentence. */
  nom: string
  /** First pattern that matches the folded label wins: order matters. */
  motifs: readonly RegExp[]
  /** Longest imprisonment in months that the label can carry; `crime` when the offence is one. */
  maximum: number | 'crime'
  article: string
  marque: Marque
}

const DIX_ANS_VIOLENCES =
  /(?:TROIS CIRCONSTANCES|3 CIRCONSTANCES).*(?:SUPERIEURE A|EXCEDANT) (?:8|HUIT)|MUTILATION|INFIRMITE PERMANENTE|HABITUELLE.*(?:SUPERIEURE A|EXCEDANT) (?:8|HUIT)/

export const FAMILLES = {
  // Recel first: its label quotes the offence that it comes from.
  recelAggrave: f(
    'recel aggravé',
    [/RECEL.*(?:HABITUEL|BANDE ORGANISEE|PROFESSION)/],
    120,
    '321-2 CP',
    '[V]',
  ),
  recel: f('recel', [/RECEL(?!.*(?:MALFAITEUR|CADAVRE|CRIMINEL))/], 60, '321-1 CP', '[V]'),
  blanchimentAggrave: f(
    'blanchiment aggravé',
    [/BLANCHIMENT.*(?:HABITUEL|BANDE ORGANISEE|AGGRAVE|STUPEFIANT)/],
    120,
    '324-2, 222-38 CP',
    '[V]',
  ),
  blanchiment: f('blanchiment', [/BLANCHIMENT/], 60, '324-1 CP', '[V]'),
  associationMalfaiteurs: f(
    'association de malfaiteurs',
    [/ASSOCIATION DE MALFAITEURS|PARTICIPATION A UNE? ASSOCIATION/],
    120,
    '450-1 CP',
    '[V]',
  ),
  // Crimes, whatever court judged them.
  viol: f('viol', [/\bVIOLS?\b(?! DE (?:DOMICILE|SEPULTURE|SECRET))/], 'crime', '222-23 CP', '[M]'),
  homicideVolontaire: f(
    'homicide volontaire',
    [/MEURTRE|ASSASSINAT|HOMICIDES? VOLONTAIRES?|EMPOISONNEMENT/],
    'crime',
    '221-1 CP',
    '[M]',
  ),
  volCriminel: f(
    'vol criminel',
    [
      /VOLS? (?:AVEC|SOUS LA MENACE D'UNE|A MAIN) ARM|VOL.*AVEC (?:USAGE|PORT|MENACE)[^,]* ARME|VOL EN BANDE ORGANISEE/,
    ],
    'crime',
    '311-8, 311-9 CP',
    '[V]',
  ),
  sequestration: f(
    'séquestration',
    [/ENLEVEMENT|SEQUESTRATION|ARRESTATION.*(?:DETENTION|SEQUESTRATION)/],
    'crime',
    '224-1 CP',
    '[M]',
  ),
  torture: f('actes de torture ou de barbarie', [/TORTURE|BARBARIE/], 'crime', '222-1 CP', '[M]'),
  // Appropriation, article 132-16.
  volDixAns: f(
    'vol aggravé',
    [
      /\bVOLS?\b.*(?:TROIS CIRCONSTANCES|3 CIRCONSTANCES|VIOLENCE.*SUPERIEURE A (?:8|HUIT)|VIOLENCE.*(?<!N')EXCEDANT (?:8|HUIT))/,
    ],
    120,
    '311-4, 311-6 CP',
    '[V]',
  ),
  vol: f('vol', [/\bVOLS?\b/], 84, '311-3 à 311-5 CP', '[V]'),
  extorsionAggravee: f(
    'extorsion aggravée',
    [/EXTORSION.*(?:INCAPACITE|BLESSURE|VULNERABLE|AGGRAVEE|BANDE)/],
    120,
    '312-2 CP',
    '[V]',
  ),
  extorsion: f('extorsion', [/EXTORSION/], 84, '312-1 CP', '[V]'),
  chantage: f('chantage', [/CHANTAGE/], 60, '312-10 CP', '[V]'),
  escroquerieBande: f(
    'escroquerie en bande organisée',
    [/ESCROQUERIES?.*BANDE ORGANISEE/],
    120,
    '313-2 CP',
    '[V]',
  ),
  escroquerie: f('escroquerie', [/ESCROQUERIE/], 84, '313-1, 313-2 CP', '[V]'),
  abusConfiance: f('abus de confiance', [/ABUS DE CONFIANCE/], 84, '314-1, 314-2 CP', '[V]'),
  // Violence, article 132-16-4.
  violencesDixAns: f(
    'violences',
    [new RegExp(`VIOLENCES?.*(?:${DIX_ANS_VIOLENCES.source})`)],
    120,
    '222-9, 222-12, 222-14 CP',
    '[V]',
  ),
  agressionSexuelleDixAns: f(
    'agression sexuelle',
    [/AGRESSIONS? SEXUELLES?.*(?:MINEURE? DE (?:15|QUINZE)|VULNERABLE|AGGRAVEE|DEUX CIRCONSTANCES)/],
    120,
    '222-29-1, 222-30 CP',
    '[V]',
  ),
  agressionSexuelle: f('agression sexuelle', [/AGRESSIONS? SEXUELLES?/], 84, '222-27, 222-28 CP', '[V]'),
  atteinteSexuelleAggravee: f(
    'atteinte sexuelle aggravée',
    [/ATTEINTES? SEXUELLES?.*(?:ASCENDANT|AUTORITE|REUNION|AGGRAVEE|RESEAU)/],
    120,
    '227-26 CP',
    '[M]',
  ),
  atteinteSexuelle: f('atteinte sexuelle', [/ATTEINTES? SEXUELLES?/], 84, '227-25 CP', '[V]'),
  violences: f(
    'violences',
    [
      /VIOLENCES?(?! ROUTIERE)|COUPS? ET BLESSURES? VOLONTAIRES?|COUPS? ET VIOLENCES?|BLESSURES VOLONTAIRES|ADMINISTRATION DE SUBSTANCES? NUISIBLES?/,
    ],
    84,
    '222-11 à 222-14 CP',
    '[V]',
  ),
  embuscade: f('embuscade', [/EMBUSCADE/], 84, '222-15-1 CP', '[M]'),
  exhibition: f('exhibition sexuelle', [/EXHIBITION/], 24, '222-32 CP', '[V]'),
  harcelementSexuel: f('harcèlement sexuel', [/HARCELEMENT SEXUEL/], 36, '222-33 CP', '[M]'),
  harcelement: f(
    'harcèlement',
    [/HARCELEMENT|APPELS? (?:TELEPHONIQUES? )?MALVEILLANTS?|MESSAGES? MALVEILLANTS?/],
    84,
    '222-33-2 et s., 222-16 CP',
    '[M]',
  ),
  corruptionMineur: f(
    'corruption de mineur',
    [/CORRUPTION DE MINEUR|PORNOGRAPHIQUE|PROPOSITIONS? SEXUELLES?/],
    120,
    '227-22 et s. CP',
    '[M]',
  ),
  menaceDepositaire: f(
    'menaces envers une personne chargée d’une fonction publique',
    [
      /MENACES?.*(?:DEPOSITAIRE|CHARGEE? (?:D'UNE )?(?:DE )?MISSION|MAGISTRAT|AGENT|ELU|FONCTIONNAIRE|PDAP|PCMSP)|INTIMIDATION/,
    ],
    120,
    '433-3 CP',
    '[V]',
  ),
  menace: f('menaces', [/MENACES?\b/], 60, '222-17, 222-18, 222-18-3 CP', '[V]'),
  outrageMagistrat: f(
    'outrage à magistrat',
    [/OUTRAGES?.*(?:MAGISTRAT|JURE\b|JURIDICTION)/],
    24,
    '434-24 CP',
    '[M]',
  ),
  outrage: f('outrage', [/OUTRAGES?\b(?!.*(?:HYMNE|DRAPEAU|SEXISTE))/], 24, '433-5 CP', '[V]'),
  rebellion: f('rébellion', [/REBELLION/], 120, '433-7, 433-8 CP', '[V]'),
  // Drugs. The label of 222-37 has several verbs for one incrimination.
  cessionUsager: f(
    'cession de stupéfiants à un usager',
    [/(?:CESSION|OFFRE).*STUPEFIANT.*(?:CONSOMMATION PERSONNELLE|USAGE PERSONNEL)/],
    60,
    '222-39 CP',
    '[V]',
  ),
  trafic: f(
    'trafic de stupéfiants',
    [
      /(?:TRANSPORT|DETENTION|OFFRE|CESSION|ACQUISITION|EMPLOI|IMPORTATION|EXPORTATION|TRAFIC|PRODUCTION|FABRICATION|CULTURE|COMPLICITE DE).*(?:STUPEFIANTS?|CANNABIS|COCAINE|HEROINE)|INFRACTION A LA LEGISLATION (?:SUR LES|DES) STUPEFIANTS|\bILS\b|TRAFIC/,
    ],
    120,
    '222-34 à 222-38 CP',
    '[V]',
  ),
  conduiteStupefiants: f(
    'conduite après usage de stupéfiants',
    [/CONDUITE.*STUPEFIANT/],
    36,
    'L. 235-1 C. route',
    '[V2]',
  ),
  usageStupefiants: f(
    'usage de stupéfiants',
    [/USAGES?.*STUPEFIANT|STUPEFIANTS? ?: ?USAGE|USAGE (?:DE|ILLICITE DE) (?:CANNABIS|COCAINE|HEROINE)/],
    60,
    'L. 3421-1 CSP',
    '[M]',
  ),
  // Road, article 132-16-2.
  atteinteRoutiereDixAns: f(
    'homicide routier ou involontaire par conducteur',
    [/HOMICIDES? (?:INVOLONTAIRES?.*(?:CONDUCTEUR|CONDUITE|VEHICULE)|ROUTIERS?)/],
    120,
    '221-6-1, 221-18 CP',
    '[V]',
  ),
  atteinteRoutiere: f(
    'blessures routières ou involontaires par conducteur',
    [
      /BLESSURES? (?:INVOLONTAIRES?.*(?:CONDUCTEUR|CONDUITE|VEHICULE)|ROUTIERES?)|ATTEINTES? INVOLONTAIRES?.*(?:CONDUCTEUR|VEHICULE)/,
    ],
    84,
    '222-19-1, 222-20-1, 221-19, 221-20 CP',
    '[V]',
  ),
  conduite: f(
    'conduite en infraction',
    [
      /CONDUITE.*(?:SANS (?:ETRE TITULAIRE D'UN |LE |UN )?PERMIS|ETAT ALCOOLIQUE|ALCOOL|ETAT D'IVRESSE|IVRESSE MANIFESTE|MALGRE|SUSPENSION|ANNULATION|INVALIDATION|RETENTION|DEFAUT DE PERMIS)|DEFAUT DE PERMIS DE CONDUIRE|\bCEA\b|\bCEEA\b|CONDUITE EN ETAT/,
      /REFUS (?:D'OBTEMPERER|DE SE SOUMETTRE AUX? (?:VERIFICATION|EPREUVE|ANALYSE|DEPISTAGE)|DE RESTITUER.*PERMIS)|(?:EXCES DE VITESSE|DEPASSEMENT.*VITESSE|VITESSE (?:SUPERIEURE|EXCESSIVE))|VIOLATION.*(?:SUSPENSION|ANNULATION|INTERDICTION).*(?:PERMIS|CONDUIRE)/,
    ],
    84,
    'L. 221-2, L. 223-5, L. 224-16, L. 224-17, L. 233-1, L. 234-1, L. 234-8, L. 234-16, L. 235-3, L. 413-1 C. route, 434-41 CP',
    '[V]',
  ),
  delitFuite: f('délit de fuite', [/DELIT DE FUITE/], 36, '434-10 CP', '[M]'),
  assurance: f('défaut d’assurance', [/ASSURANCE/], 0, 'L. 324-2 C. route', '[M]'),
  rodeo: f('rodéo motorisé', [/RODEO/], 60, 'L. 236-1 C. route', '[M]'),
  route: f(
    'infraction routière',
    [/PLAQUE|IMMATRICULATION|CIRCULATION.*VEHICULE|COURSE.*VEHICULE|CONTROLE TECHNIQUE/],
    84,
    'C. route',
    '[M]',
  ),
  // Weapons, article 132-16-4-1.
  traficArmes: f(
    'acquisition, détention ou port d’armes de catégorie A ou B',
    [
      /(?:ARME|MUNITION|MATERIEL DE GUERRE).*CATEGORIES? (?:A|B)\b|(?:ACQUISITION|CESSION|TRAFIC|DETENTION).*(?:ARMES?|MUNITIONS?|MATERIELS? DE GUERRE)/,
    ],
    120,
    '222-52 à 222-67 CP',
    '[V]',
  ),
  portArme: f(
    'port d’arme',
    [/(?:PORT|TRANSPORT|DETENTION|PORTEUR).*(?:ARMES?|COUTEAU|MUNITION|INCAPACITANT)/],
    60,
    'L. 317-8 CSI',
    '[M]',
  ),
  // Persons exploited, article 132-16-3.
  traite: f('traite des êtres humains', [/TRAITE DES ETRES HUMAINS/], 120, '225-4-1 CP', '[M]'),
  proxenetismeAggrave: f(
    'proxénétisme aggravé',
    [/PROXENETISME.*(?:AGGRAVE|MINEUR|PLUSIEURS|VIOLENCE|HOTELIER)/],
    120,
    '225-7, 225-10 CP',
    '[V]',
  ),
  proxenetisme: f('proxénétisme', [/PROXENETISME/], 84, '225-5 CP', '[V]'),
  // Property, public order, the rest: none is assimilated to another.
  degradationDangereuse: f(
    'dégradation dangereuse',
    [/(?:DEGRADATION|DESTRUCTION|DETERIORATION).*(?:DANGER|INCENDIE|EXPLOSI)|INCENDIE/],
    120,
    '322-6 CP',
    '[V]',
  ),
  degradation: f(
    'dégradation',
    [/DEGRADATION|DESTRUCTION|DETERIORATION|\bTAGS?\b|GRAFFITI/],
    84,
    '322-1 à 322-3 CP',
    '[V]',
  ),
  evasion: f(
    'évasion',
    [/EVASION|SOUSTRACTION.*(?:ECROU|SURVEILLANCE|DETENU)/],
    120,
    '434-27 à 434-30 CP',
    '[V]',
  ),
  fauxAdministratif: f(
    'faux et usage de faux documents administratifs',
    [/FAU(?:X|SSE)?.*ADMINISTRATIF|FAUX.*(?:IDENTITE|PASSEPORT|SEJOUR|PERMIS)/],
    84,
    '441-2, 441-3 CP',
    '[V]',
  ),
  fauxEcriturePublique: f('faux en écriture publique', [/FAUX.*ECRITURES? PUBLIQUE/], 120, '441-4 CP', '[V]'),
  faux: f(
    'faux et usage de faux',
    [/\bFAUX\b|FALSIFICATION|CONTREFACON|CONTREFAITE?/],
    84,
    '441-1 CP',
    '[V]',
  ),
  filouterie: f('filouterie', [/FILOUTERIE|GRIVELERIE/], 6, '313-5 CP', '[M]'),
  abandonFamille: f('abandon de famille', [/ABANDON DE FAMILLE|PENSION/], 24, '227-3 CP', '[M]'),
  nonRepresentation: f(
    'non-représentation d’enfant',
    [/NON[- ]REPRESENTATION|SOUSTRACTION D'ENFANT|SOUSTRACTION DE MINEUR/],
    36,
    '227-5 CP',
    '[M]',
  ),
  sejour: f(
    'infraction au séjour des étrangers',
    [/SEJOUR|RECONDUITE|ELOIGNEMENT|ENTREE IRREGULIERE|ETRANGER|ASSIGNATION A RESIDENCE|FRONTIERE/],
    60,
    'CESEDA',
    '[M]',
  ),
  domicile: f(
    'violation de domicile',
    [/VIOLATION DE DOMICILE|INTRODUCTION DANS LE DOMICILE|OCCUPATION/],
    36,
    '226-4 CP',
    '[M]',
  ),
  nonRespect: f(
    'violation d’une obligation judiciaire',
    [
      /VIOLATION.*(?:INTERDICTION|OBLIGATION|ORDONNANCE)|NON[- ]RESPECT.*(?:OBLIGATION|INTERDICTION|MESURE)|NON[- ]JUSTIFICATION|FIJAIS|INEXECUTION/,
    ],
    36,
    'divers',
    '[M]',
  ),
  empreintes: f(
    'refus de prélèvement ou de signalétique',
    [/REFUS.*(?:PRELEVEMENT|SIGNALETIQUE|EMPREINTE|GENETIQUE|CONVENTION|CODE DE DEVERROUILLAGE|REMETTRE)/],
    36,
    '706-56, 55-1 CPP, 434-15-2 CP',
    '[M]',
  ),
  blessuresInvolontaires: f(
    'atteinte involontaire',
    [/(?:HOMICIDES?|BLESSURES?|ATTEINTES?) INVOLONTAIRES?|MISE EN DANGER|RISQUE IMMEDIAT/],
    60,
    '221-6, 222-19, 223-1 CP',
    '[V]',
  ),
  transports: f(
    'infraction à la police des transports',
    [/TRANSPORT (?:PUBLIC|EN COMMUN)|VOYAGE.*(?:HABITUEL|TITRE)|TITRE DE TRANSPORT/],
    6,
    'C. transports',
    '[M]',
  ),
  travailDissimule: f(
    'travail dissimulé',
    [/TRAVAIL (?:DISSIMULE|CLANDESTIN)|VENTE A LA SAUVETTE|COLPORTAGE|SANS AUTORISATION DANS UN LIEU PUBLIC/],
    60,
    'C. travail, 446-1 CP',
    '[M]',
  ),
  tabac: f('infraction douanière', [/CONTREBANDE|DOUAN|TABAC|CIGARETTE/], 36, 'C. douanes', '[M]'),
  tapage: f(
    'trouble à l’ordre public',
    [
      /TAPAGE|BRUITS?|AGRESSIONS? SONORES?|IVRESSE PUBLIQUE|IVRESSE MANIFESTE|ATTROUPEMENT|MANIFESTATION|HALL D'IMMEUBLE/,
    ],
    36,
    'divers',
    '[M]',
  ),
  animaux: f('mauvais traitements envers un animal', [/ANIMA(?:L|UX)|CHIEN/], 60, '521-1 CP', '[M]'),
  injure: f(
    'injure, diffamation ou provocation',
    [/INJURE|DIFFAMATION|PROVOCATION|APOLOGIE|DENONCIATION (?:CALOMNIEUSE|MENSONGERE)|SEXISTE/],
    84,
    'loi du 29/07/1881, 421-2-5 CP',
    '[M]',
  ),
  viePrivee: f(
    'atteinte à la vie privée',
    [/VIE PRIVEE|DIFFUSION.*(?:IMAGE|ENREGISTREMENT)|CAPTATION|VOYEURISME|USURPATION/],
    60,
    '226-1 et s. CP',
    '[M]',
  ),
  fraude: f(
    'fraude aux prestations ou aux finances publiques',
    [/FRAUDE|FAUSSE DECLARATION|PRESTATION|BANQUEROUTE|ABUS DE BIENS|ORGANISATION.*INSOLVABILITE/],
    84,
    'divers',
    '[M]',
  ),
} as const satisfies Record<string, Famille>

export type CleFamille = keyof typeof FAMILLES

function f(
  nom: string,
  motifs: readonly RegExp[],
  maximum: Famille['maximum'],
  article: string,
  marque: Marque,
): Famille {
  return { nom, motifs, maximum, article, marque }
}
