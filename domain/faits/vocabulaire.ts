import { lireCleCasier } from '../antecedents/index.ts'
import type { CleFait, Role } from '../contrat.ts'
import { lireCleRepere, MOTIFS_REPERE } from './repere.ts'

export type Famille =
  | 'personne'
  | 'procedure'
  | 'antecedents'
  | 'casier'
  | 'suivi'
  | 'addiction'
  | 'logement'
  | 'psy'
  | 'accord'
  | 'disponibilite'
  | 'partenaire'
  | 'audience'
  | 'orientation'
  | 'note'
  | 'requisition'
  | 'plaidoirie'
  | 'pieces'
  | 'permanence'
  | 'demande'

/** `moment`: `AAAA-MM-JJTHH:MM`, on the clock of Paris. */
export type TypeFait = 'oui-non' | 'nombre' | 'texte' | 'date' | 'moment' | 'choix' | 'liste'

export interface ValeurPossible {
  code: string
  libelle: string
}

export interface DefinitionFait {
  cle: CleFait
  famille: Famille
  type: TypeFait
  /** Short name, as on a triage line. */
  libelle: string
  /** The question as it can be read out; empty where nobody is asked (derived facts). */
  question: string
  /** For `choix` and `liste`, in the order shown; a list without them holds codes from elsewhere (catalogue, NATINF). */
  valeurs?: readonly ValeurPossible[]
  /** For `nombre`: whole numbers within these bounds. */
  min?: number
  max?: number
  /** `toujours`: a declaration is refused. `quand-sources-connues`: the computed value wins, see etat.ts. */
  derive?: 'toujours' | 'quand-sources-connues'
  /** Profiles that see and fill the fact: no record, Cassiopée or APPI field exists in `enquete` (774 CPP, R113-53 code pénitentiaire). */
  roles: readonly Role[]
  /** What asking costs: 0.5 in the file already, 1 the person is asked, 3 a telephone call (orders the next question). */
  cout: 0.5 | 1 | 3
}

const TOUS: readonly Role[] = ['parquet', 'enquete', 'defense']
const SANS_ENQUETE: readonly Role[] = ['parquet', 'defense']
/** Working notes of one side: never in a rule, never on a document that anybody else reads. */
const PARQUET_SEUL = { cout: 0.5, roles: ['parquet'] } as const
const DEFENSE_SEULE = { cout: 0.5, roles: ['defense'] } as const

const v = (code: string, libelle: string): ValeurPossible => ({ code, libelle })

/** Codes of ETHOS Light and complements (reference/instruments.md §3.1). */
const SITUATIONS_LOGEMENT = [
  v('E1', 'à la rue, campement, voiture'),
  v('E2', 'hébergement d’urgence, 115'),
  v('E3', 'CHRS, stabilisation, hôtel aidé'),
  v('E4', 'institution, sans solution à la sortie'),
  v('E5', 'squat, bidonville, caravane'),
  v('E6', 'hébergé chez un tiers, précaire'),
  v('P', 'logement menacé (expulsion, éviction)'),
  v('I', 'logement insalubre ou suroccupé'),
  v('A', 'résidence sociale, pension de famille'),
  v('0', 'logement stable'),
] as const

const CATEGORIES = [
  v('vol', 'vol'),
  v('recel', 'recel'),
  v('escroquerie', 'escroquerie'),
  v('degradation', 'dégradation'),
  v('violences', 'violences'),
  v('violences-conjugales', 'violences conjugales'),
  v('infraction-sexuelle', 'infraction sexuelle'),
  v('menaces', 'menaces'),
  v('outrage', 'outrage'),
  v('rebellion', 'rébellion'),
  v('usage-stupefiants', 'usage de stupéfiants'),
  v('trafic', 'trafic de stupéfiants'),
  v('routier', 'délit routier'),
  v('armes', 'armes'),
  v('evasion', 'évasion'),
  v('autre', 'autre'),
] as const

/** Numbers of article 132-45 CP, those of reference/droit.md §3.4 only; `18bis` is 18° bis. */
const OBLIGATIONS = [
  v('1', 'travail ou formation (1°)'),
  v('2', 'résidence (2°)'),
  v('3', 'soins, dont injonction thérapeutique (3°)'),
  v('5', 'réparation du dommage (5°)'),
  v('9', 'lieux interdits (9°)'),
  v('13', 'contacts interdits (13°)'),
  v('18', 'éviction du domicile, violences intrafamiliales (18°)'),
  v('18bis', 'bracelet anti-rapprochement (18° bis)'),
  v('20', 'prise en charge sanitaire, sociale, éducative ou psychologique (20°)'),
  v('21', 'travail d’intérêt général (21°)'),
  v('22', 'injonction de soins, si un suivi socio-judiciaire est encouru (22°)'),
] as const

const PIECES_A_PRODUIRE = [
  v('attestation-hebergement', 'attestation d’hébergement'),
  v('rendez-vous', 'rendez-vous de soins'),
  v('attestation-csapa', 'attestation du CSAPA'),
  v('ordonnance', 'ordonnance'),
  v('contrat', 'contrat de travail ou de formation'),
] as const

/** Where the night before the arrest was spent: first tap of the housing form (instruments.md §3.3). */
const NUITS = [
  v('rue', 'rue, voiture, campement'),
  v('urgence', 'hébergement d’urgence, 115'),
  v('aide', 'CHRS, stabilisation, hôtel aidé'),
  v('squat', 'squat, bidonville, caravane'),
  v('tiers', 'chez quelqu’un'),
  v('chez-soi', 'chez lui, chez elle'),
  v('institution', 'hôpital, prison, institution'),
] as const

const DUREES_SANS_LOGEMENT = [
  v('moins-1', 'moins d’un mois'),
  v('1-6', 'un à six mois'),
  v('6-24', 'six mois à deux ans'),
  v('plus-24', 'plus de deux ans'),
] as const

/** Where a request stands; the last three close it, for the count of what was not done (ecrans.md §2.4, rule 13). */
const SUITES_DEMANDE = [
  v('demandee', 'demandée'),
  v('a-rappeler', 'à rappeler'),
  v('recue', 'reçue'),
  v('faute-de-temps', 'faute de temps'),
  v('refus', 'refus'),
  v('sans-objet', 'sans objet'),
] as const

const ETAPES_AUDIENCE = [v('fait', 'fait'), v('sans-objet', 'sans objet')] as const

type Reste = Omit<DefinitionFait, 'cle' | 'famille' | 'type' | 'libelle' | 'question' | 'roles' | 'cout'> &
  Partial<Pick<DefinitionFait, 'roles' | 'cout'>>

function fait(
  cle: CleFait,
  type: TypeFait,
  libelle: string,
  question: string,
  reste: Reste = {},
): DefinitionFait {
  const famille = cle.slice(0, cle.indexOf('.')) as Famille
  return { cle, famille, type, libelle, question, roles: TOUS, cout: 1, ...reste }
}

const DOSSIER = { cout: 0.5 } as const
const DOSSIER_SANS_ENQUETE = { cout: 0.5, roles: SANS_ENQUETE } as const
const APPEL_SANS_ENQUETE = { cout: 3, roles: SANS_ENQUETE } as const

/** The fact vocabulary (contract/faits.md, version 1), in reading order. Keys are added, never renamed or dropped. */
export const VOCABULAIRE: readonly DefinitionFait[] = [
  fait(
    'personne.majeur',
    'oui-non',
    'Majeur au jour des faits',
    'La personne avait-elle 18 ans le jour des faits ?',
    {
      derive: 'quand-sources-connues',
      cout: 0.5,
    },
  ),
  fait(
    'personne.moins21',
    'oui-non',
    'Moins de 21 ans',
    'La personne avait-elle moins de 21 ans le jour des faits ?',
    {
      derive: 'quand-sources-connues',
      cout: 0.5,
    },
  ),
  // Addition to version 1: TAPAJ takes people up to 25; the day that counts is that of the hearing.
  fait('personne.moins26', 'oui-non', 'Moins de 26 ans', 'La personne a-t-elle moins de 26 ans ?', {
    derive: 'quand-sources-connues',
    cout: 0.5,
  }),
  fait('personne.sexe', 'choix', 'Sexe', 'La structure étant non mixte : femme ou homme ?', {
    valeurs: [v('femme', 'femme'), v('homme', 'homme')],
    cout: 0.5,
  }),
  fait('personne.mesureProtection', 'choix', 'Tutelle / curatelle', 'Avez-vous un tuteur ou un curateur ?', {
    valeurs: [
      v('aucune', 'aucune mesure'),
      v('tutelle', 'tutelle'),
      v('curatelle', 'curatelle'),
      v('sauvegarde', 'sauvegarde de justice'),
    ],
  }),
  fait(
    'personne.protecteurAvise',
    'oui-non',
    'Tuteur ou curateur et juge avisés',
    'Le tuteur ou curateur et le juge des tutelles ont-ils été avisés ?',
    { cout: 3 },
  ),
  fait(
    'personne.expertiseVersee',
    'oui-non',
    'Expertise versée',
    'L’expertise, ou la dispense motivée, est-elle au dossier ?',
    DOSSIER,
  ),
  fait(
    'personne.situationAdministrative',
    'choix',
    'Situation administrative',
    'Quelle est la situation administrative, si le dossier la donne ?',
    {
      valeurs: [
        v('reguliere', 'régulière'),
        v('irreguliere', 'irrégulière'),
        v('oqtf', 'obligation de quitter le territoire'),
        v('itf', 'interdiction du territoire'),
      ],
      cout: 0.5,
    },
  ),

  fait('procedure.tribunal', 'texte', 'Tribunal', 'Devant quel tribunal judiciaire ?', DOSSIER),
  fait('procedure.dateFaits', 'date', 'Date des faits', 'Quelle est la date des faits ?', DOSSIER),
  // Addition to version 1: the board and the documents name the offence as the file does.
  fait('procedure.qualification', 'texte', 'Faits', 'Quels sont les faits, tels que qualifiés ?', DOSSIER),
  // Addition to version 1: codes as the paste gives them, never a label of our own; no investigator has Cassiopée.
  fait('procedure.natinf', 'liste', 'NATINF', '', DOSSIER_SANS_ENQUETE),
  fait('procedure.nature', 'choix', 'Nature', 'Poursuivi comme contravention, délit ou crime ?', {
    valeurs: [v('contravention', 'contravention'), v('delit', 'délit'), v('crime', 'crime')],
    cout: 0.5,
  }),
  fait(
    'procedure.categorie',
    'choix',
    'Catégorie d’infraction',
    'De quelle catégorie d’infraction s’agit-il ?',
    {
      valeurs: CATEGORIES,
      cout: 0.5,
    },
  ),
  fait(
    'procedure.encouruMois',
    'nombre',
    'Maximum encouru (mois)',
    'Quel est le maximum encouru hors récidive, en mois ?',
    {
      min: 0,
      max: 360,
      cout: 0.5,
    },
  ),
  fait(
    'procedure.flagrance',
    'oui-non',
    'Flagrance',
    'L’interpellation a-t-elle eu lieu en flagrance ?',
    DOSSIER,
  ),
  fait(
    'procedure.detentionEnvisagee',
    'oui-non',
    'Détention envisagée',
    'Un placement en détention ou un mandat de dépôt est-il envisagé ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'procedure.faitsReconnus',
    'oui-non',
    'Faits reconnus',
    'Les faits sont-ils reconnus ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'procedure.enqueteFaite',
    'oui-non',
    'Enquête sociale rapide',
    'L’enquête sociale rapide est-elle au dossier ?',
    DOSSIER,
  ),
  fait(
    'procedure.silenceNotifie',
    'oui-non',
    'Droit de se taire notifié',
    'Le droit de se taire a-t-il été notifié avant l’entretien de personnalité ?',
  ),
  // Additions to version 1: what the conditions of legal frameworks read; no triage line asks for them.
  fait('procedure.encouruRecidiveMois', 'nombre', 'Maximum encouru, récidive comprise (mois)', '', {
    derive: 'toujours',
    min: 0,
    max: 720,
    ...DOSSIER_SANS_ENQUETE,
  }),
  fait(
    'procedure.violences',
    'oui-non',
    'Violences dans les faits',
    'Les faits poursuivis comportent-ils des violences, même comme circonstance aggravante ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'procedure.victimePdap',
    'oui-non',
    'Victime dépositaire ou élue',
    'La victime est-elle dépositaire de l’autorité publique ou élue ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'procedure.valeurVol',
    'nombre',
    'Valeur de la chose volée (euros)',
    'Quelle est la valeur de la chose volée, en euros ?',
    { min: 0, max: 10_000_000, ...DOSSIER_SANS_ENQUETE },
  ),
  fait(
    'procedure.objetRestitue',
    'oui-non',
    'Objet rendu ou victime indemnisée',
    'L’objet a-t-il été rendu, ou la victime indemnisée, dès la constatation ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'procedure.affaireEnEtat',
    'oui-non',
    'Affaire en état d’être jugée',
    'L’affaire est-elle en état d’être jugée aujourd’hui ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'procedure.examensAttendus',
    'oui-non',
    'Résultats d’examens attendus',
    'Des résultats d’examens techniques ou médicaux, ou de réquisitions, sont-ils attendus ?',
    DOSSIER_SANS_ENQUETE,
  ),

  fait(
    'antecedents.condamnations',
    'nombre',
    'Condamnations',
    'Combien de condamnations définitives au jour des faits ?',
    { derive: 'quand-sources-connues', min: 0, max: 500, ...DOSSIER_SANS_ENQUETE },
  ),
  fait(
    'antecedents.incarceration',
    'oui-non',
    'Déjà incarcéré',
    'La personne a-t-elle déjà été incarcérée ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait('antecedents.recidive', 'choix', 'Récidive légale', '', {
    valeurs: [v('oui', 'oui'), v('indeterminee', 'indéterminée'), v('non-etablie', 'non établie')],
    derive: 'toujours',
    ...DOSSIER_SANS_ENQUETE,
  }),
  fait(
    'antecedents.sursisProbatoires',
    'nombre',
    'Sursis probatoires antérieurs',
    'Combien de sursis probatoires antérieurs pour des délits identiques ou assimilés ?',
    { min: 0, max: 100, ...DOSSIER_SANS_ENQUETE },
  ),
  fait(
    'antecedents.emprisonnement5ans',
    'oui-non',
    'Emprisonnement depuis cinq ans',
    'Un emprisonnement, même avec sursis, a-t-il été prononcé dans les cinq ans avant les faits ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'antecedents.jugementRecent',
    'oui-non',
    'Jugement récent, absent du bulletin',
    'Cassiopée, APPI ou l’intéressé signalent-ils un jugement absent du bulletin n° 1 ?',
    DOSSIER_SANS_ENQUETE,
  ),

  fait(
    'suivi.mesureEnCours',
    'oui-non',
    'Mesure en cours (APPI)',
    'Une mesure est-elle en cours au vu d’APPI ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'suivi.japRessort',
    'texte',
    'JAP du ressort',
    'De quelle ville dépend le JAP compétent ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'suivi.accordHorsRessort',
    'oui-non',
    'Accord hors ressort',
    'Le JAP ou le SPIP compétent accepte-t-il une prise en charge hors de son ressort ?',
    APPEL_SANS_ENQUETE,
  ),
  fait(
    'suivi.peineAExecuter',
    'oui-non',
    'Peine à exécuter / écrou',
    'Une peine ferme est-elle en attente d’exécution, ou la personne est-elle écrouée pour autre cause ?',
    DOSSIER_SANS_ENQUETE,
  ),
  fait(
    'suivi.niveauRisque',
    'choix',
    'Niveau de risque évalué par le SPIP',
    'Une évaluation du SPIP donne-t-elle déjà un niveau de risque ?',
    {
      valeurs: [
        v('faible', 'faible'),
        v('moyen', 'moyen'),
        v('eleve', 'élevé'),
        v('tres-eleve', 'très élevé'),
      ],
      ...APPEL_SANS_ENQUETE,
    },
  ),

  fait(
    'addiction.conduite',
    'oui-non',
    'Addiction',
    'Consommez-vous de l’alcool, des drogues ou des médicaments au point d’en être dépendant ?',
  ),
  fait('addiction.produits', 'liste', 'Produits', 'Quels produits ?', {
    valeurs: [
      v('alcool', 'alcool'),
      v('cannabis', 'cannabis'),
      v('cocaine', 'cocaïne'),
      v('crack', 'cocaïne basée (crack)'),
      v('heroine', 'héroïne'),
      v('opioides', 'autres opioïdes'),
      v('medicaments', 'médicaments'),
      v('mdma', 'MDMA'),
      v('amphetamines', 'amphétamines'),
      v('cathinones', 'cathinones'),
      v('ghb', 'GHB/GBL'),
      v('ketamine', 'kétamine'),
      v('protoxyde', 'protoxyde d’azote'),
      v('autre', 'autre produit'),
    ],
  }),
  fait('addiction.frequence', 'choix', 'Fréquence', 'À quelle fréquence ?', {
    valeurs: [
      v('quotidien', 'tous les jours'),
      v('pluri-hebdomadaire', 'plusieurs fois par semaine'),
      v('occasionnel', 'de temps en temps'),
    ],
  }),
  fait(
    'addiction.lienFaits',
    'oui-non',
    'Consommation liée aux faits',
    'La consommation a-t-elle un lien avec les faits ou avec les condamnations précédentes ?',
  ),
  fait(
    'addiction.soins',
    'oui-non',
    'Suivi ou soins en cours',
    'Êtes-vous suivi ou soigné pour cela en ce moment ?',
  ),

  fait(
    'logement.situation',
    'choix',
    'Situation de logement',
    'Où avez-vous dormi la nuit avant l’interpellation ?',
    {
      valeurs: SITUATIONS_LOGEMENT,
    },
  ),
  fait('logement.sansLogementStable', 'oui-non', 'Sans logement stable', 'Êtes-vous sans logement stable ?', {
    derive: 'quand-sources-connues',
  }),
  fait(
    'logement.hebergementCeSoir',
    'oui-non',
    'Hébergement possible ce soir',
    'Quelqu’un peut-il vous héberger ce soir, et l’avons-nous joint ?',
  ),
  // Additions to version 1: the taps of the housing form; the code follows from them where none was given (etat.ts).
  fait(
    'logement.nuitAvant',
    'choix',
    'Nuit avant l’interpellation',
    'Où avez-vous dormi la nuit avant l’interpellation ?',
    { valeurs: NUITS },
  ),
  fait('logement.depuis', 'choix', 'Depuis', 'Depuis combien de temps ?', { valeurs: DUREES_SANS_LOGEMENT }),
  fait(
    'logement.domiciliation',
    'oui-non',
    'Domiciliation',
    'Avez-vous une domiciliation, et où ? Elle ne dit pas où l’on dort.',
  ),
  fait(
    'logement.departement',
    'texte',
    'Département',
    'Dans quel département êtes-vous hébergé ou domicilié ?',
  ),

  fait(
    'psy.troubleDeclare',
    'oui-non',
    'Signes ou suivi psychiatrique',
    'Avez-vous, ou un proche ou un soignant a-t-il parlé, d’un trouble psychique sévère ?',
  ),
  fait('psy.suivi', 'oui-non', 'Suivi psychiatrique', 'Êtes-vous suivi par un psychiatre ou un CMP ?'),
  fait(
    'psy.traitement',
    'oui-non',
    'Traitement en cours',
    'Un traitement psychiatrique vous a-t-il été prescrit, même interrompu ?',
  ),
  fait('psy.hospitalisation', 'oui-non', 'Hospitalisation', 'Avez-vous été hospitalisé en psychiatrie ?'),
  fait(
    'psy.certificat',
    'oui-non',
    'Mention au certificat',
    'Le certificat de garde à vue en fait-il mention ?',
    DOSSIER,
  ),
  fait(
    'psy.comportement',
    'oui-non',
    'Propos ou comportement relevés',
    'Des propos ou un comportement inhabituels sont-ils relevés par un tiers ?',
    DOSSIER,
  ),
  fait('psy.troubleSevere', 'oui-non', 'Trouble psychique sévère', '', { derive: 'toujours' }),

  fait(
    'accord.evaluation',
    'oui-non',
    'Accord pour être évalué',
    'Accepteriez-vous d’être évalué pour un suivi intensif ?',
  ),
  fait(
    'accord.ouvrage',
    'oui-non',
    'Accord pour L’Ouvrage',
    'Accepteriez-vous d’être évalué par L’Ouvrage ?',
  ),
  fait('accord.ailsi', 'oui-non', 'Accord pour AILSI', 'Accepteriez-vous d’être évalué par AILSI ?'),
  fait(
    'accord.surveillance',
    'oui-non',
    'Accord pour une surveillance électronique',
    'Accepteriez-vous une assignation à résidence avec un bracelet électronique ?',
  ),
  fait('accord.tig', 'oui-non', 'Accord pour un TIG', 'Accepteriez-vous un travail d’intérêt général ?'),
  fait(
    'disponibilite.semaine',
    'oui-non',
    'Disponible lun.–ven.',
    'Pouvez-vous venir du lundi au vendredi, en journée ?',
  ),

  // Additions to version 1: what each partner answered, noted after the call.
  ...(
    [
      ['siao', '115 ou SIAO'],
      ['semiLiberte', 'Centre de semi-liberté'],
      ['spip', 'Permanence du SPIP'],
      ['injonctionTherapeutique', 'Médecin relais'],
      ['cjSocioEducatif', 'CJ socio-éducatif'],
      ['cjPlacementProbatoire', 'CJ avec placement probatoire'],
      ['csapaReferent', 'CSAPA référent'],
      ['accueilRapide', 'Unité d’accueil rapide'],
      ['placementExterieur', 'Placement extérieur'],
      ['soleillet', 'Le Soleillet'],
      ['etoileDuMatin', 'L’Étoile du Matin'],
      ['actFleches', 'ACT fléchés'],
      ['unChezSoi', 'Un chez-soi d’abord'],
      ['tapaj', 'TAPAJ'],
      ['avdlJustice', 'AVDL Justice'],
      ['sasMulhouse', 'Appartement « sas »'],
      ['placesVolantes', 'Places volantes'],
    ] as const
  ).map(([nom, partenaire]) =>
    fait(
      `partenaire.${nom}`,
      'oui-non',
      `Réponse : ${partenaire}`,
      `${partenaire} : la réponse est-elle favorable ?`,
      { cout: 3 },
    ),
  ),

  // Additions to version 1: the eight steps of the court checklist; their `precision` carries cote, name or time.
  ...(
    [
      ['audience.accordRedit', 'Accord de l’intéressé redit à l’audience'],
      ['audience.pieceAddiction', 'Lien entre les faits et l’addiction : une pièce'],
      ['audience.nuitSuivante', 'Où dormir ce soir'],
      ['audience.japNomme', 'JAP compétent nommé'],
      ['audience.rienIncompatible', 'Rien d’incompatible'],
      ['audience.porteurPrevenu', 'Porteur prévenu'],
      ['audience.obligationsEcrites', 'Obligations écrites et convocation remise'],
      ['audience.motivationSpeciale', 'Motivation spéciale préparée'],
    ] as const
  ).map(([cle, libelle]) => fait(cle, 'choix', libelle, '', { valeurs: ETAPES_AUDIENCE, cout: 0.5 })),
  fait(
    'audience.peineEnvisageeMois',
    'nombre',
    'Emprisonnement ferme envisagé (mois)',
    'Quelle partie ferme serait requise, en mois ?',
    { min: 0, max: 360, ...DOSSIER_SANS_ENQUETE },
  ),

  // Additions to version 1: what whoever asks or pleads keeps and sets aside; no rule reads them (choix.ts).
  fait('orientation.choix', 'liste', 'Dispositifs retenus', '', DOSSIER_SANS_ENQUETE),
  fait('orientation.cadre', 'texte', 'Cadre retenu', '', DOSSIER_SANS_ENQUETE),
  fait('orientation.ecarts', 'liste', 'Dispositifs écartés', '', DOSSIER_SANS_ENQUETE),

  // Additions to version 1: the board of the morning. Working notes of this store: no rule reads them, no document
  // prints them.
  fait('permanence.vuA', 'moment', 'Vu à', '', { cout: 0.5 }),
  fait('permanence.finGardeAVue', 'moment', 'Fin de garde à vue', '', { cout: 0.5 }),
  fait('permanence.rang', 'nombre', 'Rang au tableau', '', { min: 1, max: 10_000, cout: 0.5 }),
  fait('permanence.note', 'texte', 'Aide-mémoire', '', { cout: 0.5 }),
  ...(
    [
      ['apcars', 'Demande à l’APCARS'],
      ['jap', 'Demande au JAP'],
      ['spip', 'Demande au SPIP'],
      ['avocat', 'Message à l’avocat'],
      ['siao', 'Demande au SIAO'],
    ] as const
  ).map(([cle, libelle]) =>
    fait(`demande.${cle}`, 'choix', libelle, '', { valeurs: SUITES_DEMANDE, cout: 0.5 }),
  ),

  // Additions to version 1: private notes, of the prosecutor then of the defence; they print on their own note alone.
  fait('note.parquet', 'texte', 'Note du parquet', '', PARQUET_SEUL),
  fait('requisition.peine', 'texte', 'Peine demandée', '', PARQUET_SEUL),
  fait('requisition.obligations', 'liste', 'Obligations demandées (132-45)', '', {
    valeurs: OBLIGATIONS,
    ...PARQUET_SEUL,
  }),
  fait('requisition.subsidiaire', 'texte', 'Subsidiaire demandé', '', PARQUET_SEUL),
  fait('note.defense', 'texte', 'Note de la défense', '', DEFENSE_SEULE),
  fait('plaidoirie.pieces', 'liste', 'Pièces à produire', '', {
    valeurs: PIECES_A_PRODUIRE,
    ...DEFENSE_SEULE,
  }),
  fait('plaidoirie.subsidiaire', 'texte', 'Subsidiaire plaidé', '', DEFENSE_SEULE),
]

const PAR_CLE: ReadonlyMap<CleFait, DefinitionFait> = new Map(VOCABULAIRE.map((f) => [f.cle, f]))

/** Definition of a fact, or `undefined` for an unknown key. */
export function definitionFait(cle: CleFait): DefinitionFait | undefined {
  return PAR_CLE.get(cle) ?? definitionCasier(cle) ?? definitionRepere(cle)
}

/** One fact per line of the joined record: never asked, never listed, only declared where a person corrects it. */
function definitionCasier(cle: CleFait): DefinitionFait | undefined {
  const place = cle.startsWith('casier.') ? lireCleCasier(cle) : null
  if (place === null) return undefined
  const { quoi, ligne } = place
  return quoi === 'ligne'
    ? fait(cle, 'texte', `Ligne ${ligne} du casier`, '', DOSSIER_SANS_ENQUETE)
    : fait(cle, 'oui-non', `Condamnation relue, ligne ${ligne} du casier`, '', DOSSIER_SANS_ENQUETE)
}

/** One fact per marker answered in a piece (repere.ts): never asked, never listed, never printed. */
function definitionRepere(cle: CleFait): DefinitionFait | undefined {
  if (!cle.startsWith('pieces.') || lireCleRepere(cle) === null) return undefined
  return fait(cle, 'choix', 'Élément lu dans une pièce', '', { valeurs: MOTIFS_REPERE, ...DOSSIER })
}

/** French label of a coded value (`crack` → « cocaïne basée (crack) »), booleans included. */
export function libelleValeur(cle: CleFait, valeur: unknown): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (Array.isArray(valeur)) return valeur.map((x) => libelleValeur(cle, x)).join(', ')
  const texte = String(valeur)
  if (definitionFait(cle)?.type === 'moment') return direMoment(texte)
  return definitionFait(cle)?.valeurs?.find((x) => x.code === texte)?.libelle ?? texte
}

/** `2026-11-24T13:05` → « 24/11/2026 à 13 h 05 ». */
function direMoment(moment: string): string {
  const [date = '', heure = ''] = moment.split('T')
  return `${date.split('-').reverse().join('/')} à ${direHeure(heure)}`
}

/** `09:05` → « 9 h 05 ». */
export function direHeure(heure: string): string {
  const [h = '', min = ''] = heure.split(':')
  return `${Number(h)} h ${min}`
}

/** Facts that a profile sees and fills. */
export function faitsVisibles(role: Role): readonly DefinitionFait[] {
  return VOCABULAIRE.filter((f) => f.roles.includes(role))
}
