import { DATE, DATE_INCOMPLETE } from './dates-francaises.ts'

/**
 * The words by which each regulated field of a bulletin is known (CPP R65, R77, R78, 769), written as
 * patterns over folded text. All are anchored where they are tried (`y`) and none nests repetitions.
 */

const ici = (motif: string) => new RegExp(motif, 'y')

/** Words after which nothing can be complete: the next line belongs to the same field. */
export const LIANT =
  /(?:^|[ '(])(?:D|DE|DU|DES|L|LA|LE|LES|A|AU|AUX|EN|ET|OU|PAR|POUR|SANS|SUR|SOUS|AVEC|DANS|DONT|MALGRE|UN|UNE|SON|SA|SES|PENDANT|NON|PLUS|ENTRE|CONTRE|ENVERS|SELON|LORS|QUI|QUE|NI|SE|N|S|AYANT|ETANT|N'AYANT PAS|JUSQU|SUITE|DEPUIS)['’]?$|[,:/(-]$/

/** Words that cannot begin a field. */
export const SUITE =
  /^(?:D'|DE |DU (?=[A-Z])|DES |L'|LA |LES |AU |AUX |ET |OU |PAR |POUR |SANS |SUR (?!APPEL|OPPOSITION|POURVOI)|SOUS |AVEC |DANS |DONT |PENDANT |DURANT |ENVERS |CONTRE |A L'|A LA |AYANT |ETANT |SUIVIE? |ASSORTI|D'UN |D'UNE |N'AYANT |N'EXCEDANT |CHARGEE? DE? |PRONONCEE? )/

// ── decision ──

export const TITRE_DECISION = ici(
  '(?:(?:CONDAMNATION|DECISION|FICHE|AFFAIRE|INSCRIPTION|JUGEMENT)? ?(?:N ?[°O]|NO|NUMERO|#)|CONDAMNATION|DECISION|FICHE|AFFAIRE) ?:? ?(\\d{1,3})(?!\\d| ?[/.-] ?\\d| (?:MOIS|ANS?|JOURS?|HEURES?|EUROS?)\\b) ?[:.)/-]? ?',
)

const PREFIXE_DATE =
  '(?:(?:LE |EN DATE DU |DU )|(?:DATE DE (?:LA )?(?:DECISION|CONDAMNATION)|DATE DU JUGEMENT|DATE) ?:? ?(?:DU |LE )?|(?:DECISION|CONDAMNATION|JUGEMENT|ARRET|ORDONNANCE) (?:RENDUE? |PRONONCEE? )?(?:DU|LE|EN DATE DU) ?:? ?)'

/** Rank, words that announce a decision, day: 1, 2, 3. */
export const DEBUT_DECISION = ici(`(?:(\\d{1,3}) ?(?:[/.)°:-]+ ?|(?= )) ?)?(${PREFIXE_DATE})?(${DATE})`)

/** Words that open the name of a court. The place is read by the scanner. */
const MOT_JURIDICTION =
  "(?:TRIBUNA(?:L|UX)\\b|TRIB\\.? ?(?=CORR|POL|JUD|ENF|DE\\b|D'|POUR)|COUR (?=D'|DE |CRIM|SUP)|C(?:OUR)?\\.? ?D'ASSISES|CH(?:AMBRE|\\.)? ?(?:DES )?APP(?:ELS?|\\.)? ?(?:CORR|SPEC)|CHAMBRE (?=CORR|DE|SPEC|DES)|CHAP\\b|T\\.? ?C\\.?(?= [A-Z])|T\\.? ?CORR?\\.?(?= )|T\\.? ?J\\.?(?= [A-Z])|TGI\\b|T\\.G\\.I\\.|TI(?= [A-Z])|T\\.? ?P\\.? ?E\\.?(?= )|TPE\\b|T\\.? ?ENF\\b\\.?|T\\.? ?P\\.?(?= [A-Z])|T\\.? ?POL\\b\\.?|C\\.? ?A\\.?(?= (?:DE |D'|DU )?[A-Z]{2})|CASS\\.? CRIM|JUGE DES ENFANTS|JUGE DE PROXIMITE|JURIDICTION (?=DE|NAT|INT|SPEC|CRIM|CORR)|PARQUET DE|PROCUREUR DE LA REPUBLIQUE|CONSEIL DE GUERRE|PRESIDENT DU TRIBUNAL)"

export const JURIDICTION = ici(`(?:(?:LE|LA|DU|DE LA|JURIDICTION ?:) ?)?${MOT_JURIDICTION}`)

/** A court with its place still to come. */
export const JURIDICTION_NUE =
  /^(?:TRIBUNAL(?: [A-Z]+)?|TC|TJ|TGI|TPE|TP|CA|CHAP|T\.?CORR?\.?|TRIBUNAL POUR ENFANTS|COUR D'APPEL|COUR D'ASSISES)$/

export const LIBELLE_CHAMP = ici(
  "(?:JURIDICTION|TRIBUNAL|(?:NATURE|CARACTERE|TYPE) (?:DE LA DECISION|DU JUGEMENT)|CARACTERE|NATURE|INFRACTIONS?|QUALIFICATIONS?(?: DES FAITS)?|FAITS|CHEFS?(?: DE PREVENTION)?|PEINES?(?: (?:PRINCIPALES?|COMPLEMENTAIRES?|PRONONCEES?|ET MESURES))*|SANCTIONS?|MESURES?|CONDAMNATION|MENTIONS?|OBSERVATIONS?|AVIS|SUITES?|MODALITES(?: D'EXECUTION)?|DATES? (?:DES FAITS|DE L'INFRACTION|DES INFRACTIONS|DE COMMISSION)|EXECUTION|SIGNIFICATION(?= ?: ?$)) ?: ?(?:(?:NEANT|AUCUNE?|SANS OBJET)\\b\\.?)?|(?:A CONDAMNEE?|A CONDAMNEE? L'INTERESSEE?|L'INTERESSEE?|LA PERSONNE|LE PREVENU)(?: (?:POUR|DU CHEF DE|DES CHEFS DE))? ?(?![A-Z]* ?:)",
)

// ── character of the decision ──

export const CARACTERES: readonly (readonly [RegExp, string])[] = [
  [ici('(?:\\()?(?:MESURE DE )?COMPOSITION PENALE\\)?'), 'composition-penale'],
  [ici('ORDONNANCE PENALE(?: DELICTUELLE)?\\b'), 'ordonnance-penale'],
  [ici('O\\.? ?P\\.? ?D?\\.?(?= |,|\\)|\\()(?<=[.DP])'), 'ordonnance-penale'],
  [
    ici(
      "(?:ORDONNANCE D'HOMOLOGATION(?: \\(?(?:DE |D'UNE |EN )?CRPC\\)?)?|C\\.? ?R\\.? ?P\\.? ?C\\b\\.?|COMPARUTION SUR RECONNAISSANCE PREALABLE(?: DE CULPABILITE)?(?: \\(CRPC\\))?)",
    ),
    'crpc',
  ],
  [
    ici(
      '(?:(?:PAR|JUGEMENT|JUGT\\.?|JGT\\.?|ARRET|ARR\\.|DECISION|RENDUE?) ){0,3}(?:CONTRADICTOIRE|CONTRADICT\\.?|CONTRAD\\.?|CONTR\\.?|CONT\\.) ?(?:ET )?A (?:SIGNIFIER|SIGN\\b\\.?|SIG\\b\\.?)',
    ),
    'contradictoire-a-signifier',
  ],
  [ici('(?:JUGEMENT )?REPUTEE? CONTRADICTOIRE'), 'contradictoire-a-signifier'],
  [ici('C\\.? ?A\\.? ?S\\b\\.?(?! )|C\\.A\\.S\\.|CAS(?=\\)| -|$)'), 'contradictoire-a-signifier'],
  [
    ici(
      '(?:(?:PAR|JUGEMENT|JUGT\\.?|JGT\\.?|ARRET|ARR\\.|DECISION|RENDUE?) ){0,3}(?:CONTRADICTOIRE(?:MENT)?|CONTRADICT\\b\\.?|CONTRAD\\b\\.?|CONTR\\b\\.?)',
    ),
    'contradictoire',
  ],
  [
    ici(
      '(?:(?:PAR|JUGEMENT|JUGT\\.?|JGT\\.?|ARRET|ARR\\.|DECISION|RENDUE?) ){0,3}(?:PAR )?(?:ITERATIF )?(?:DEFAUT|CONTUMACE)\\b(?! DE )(?: CRIMINEL)?(?: A SIGNIFIER)?',
    ),
    'defaut',
  ],
]

export const SIGNIFICATION = ici(
  `\\(? ?(?:(?:JUGEMENT|DECISION|ARRET|ORDONNANCE) )?(?:SIGNIFIEE?|NOTIFIEE?|SIGNIFICATION|NOTIFICATION)(?: (?:DU JUGEMENT|DE LA DECISION|DE L'ORDONNANCE|A (?:PERSONNE|DOMICILE|ETUDE|PARQUET|MAIRIE|L'ETUDE|LA PERSONNE|L'INTERESSEE?|PARTIE)|EFFECTUEE|FAITE|EN MAIRIE)){0,3}(?: ?[,:]| LE| DU){0,3} ?(${DATE}) ?\\)?`,
)

export const NON_SIGNIFIE = ici(
  '\\(? ?(?:NON (?:ENCORE )?(?:SIGNIFIEE?|NOTIFIEE?)|JAMAIS (?:SIGNIFIEE?|NOTIFIEE?)|(?:SIGNIFICATION|NOTIFICATION) ?:? ?(?:NON (?:EFFECTUEE|FAITE|MENTIONNEE|CONNUE|PRECISEE)|INCONNUE|EN COURS|NEANT)) ?\\)?',
)

// ── facts ──

const LE = '(?:LE |LES |AU |DU )?'
const LIAISON = '(?: ?(?:ET|,|PUIS)(?: LE| DU| AU)? )'
const COMMIS =
  '(?:(?:FAITS? )?(?:COMMISE?S? |CONSTATEE?S? |PERPETREE?S? |SURVENUE?S? )|FAITS? |DATE DES FAITS ?: ?)?'

/** Several shapes of a day, a period, « temps non prescrit »; groups: start, end, or one period. */
export const FAITS_PERIODE = ici(
  `\\(? ?${COMMIS}(?:DU|DEPUIS LE|A COMPTER DU|ENTRE LE|DE|A PARTIR DU) (${DATE}|${DATE_INCOMPLETE}) ?(?:,? ?(?:JUSQU'AU|JUSQU'EN|JUSQU'A|ET LE|ET|AU|A|-) )(${DATE}|${DATE_INCOMPLETE}) ?\\)?`,
)
export const FAITS_INTERVALLE = ici(`\\(? ?(${DATE}) ?(?:-|AU|A) ?(${DATE}) ?\\)?`)
export const FAITS_JOURS = ici(
  `\\(? ?${COMMIS}(?:LES |LE )(\\d{1,2})(?:(?:,|,? ET(?: LE)?) (?:\\d{1,2}(?:,|,? ET(?: LE)?) ){0,4}) ?(${DATE}) ?\\)?`,
)
export const FAITS_DATE = ici(
  `\\(? ?,? ?${COMMIS}(?:LE |LES |DU |EN DATE DU |AU )(${DATE})(?:${LIAISON}(${DATE}))? ?\\)?`,
)
export const FAITS_DATE_NUE = ici(`\\(? ?(${DATE})(?:${LIAISON}${LE}(${DATE}))? ?\\)?`)
export const FAITS_INCOMPLET = ici(
  `\\(? ?,? ?${COMMIS}(?:(?:COURANT|COURANTS|EN|VERS|DANS LE COURANT DE|AU COURS DE|A UNE DATE INDETERMINEE EN|LE|AU MOIS DE|EN COURS DE|DEBUT|FIN|DEPUIS) (?:DU MOIS DE |DE |LE MOIS DE |D')?)(${DATE_INCOMPLETE}) ?\\)?`,
)
export const FAITS_DEPUIS = ici(
  `\\(? ?${COMMIS}(?:DEPUIS(?: LE)?|A COMPTER DU|A PARTIR DU|JUSQU'AU) (${DATE}) ?\\)?`,
)
export const FAITS_INCONNUS = ici(
  '\\(? ?,? ?(?:DEPUIS (?:UN )?TEMPS NON (?:COUVERT PAR LA PRESCRIPTION|PRESCRITS?)|(?:EN|A UNE|ET) (?:DATE|EPOQUE) (?:INDETERMINEE|NON PRECISEE|INCONNUE)|DATE(?: DES FAITS)? ?:? ?(?:INCONNUE|INDETERMINEE|NON PRECISEE|ILLISIBLE)|EN TEMPS NON PRESCRIT|COURANT DE TEMPS NON PRESCRIT)(?: ET NOTAMMENT[^()]{0,40})? ?\\)?',
)

/** « du 1er au 15 janvier 2021 ». */
export const FAITS_QUANTIEMES = ici(
  `\\(? ?,? ?${COMMIS}(?:DU|ENTRE LE) (\\d{1,2})(?: ?ER)? (?:AU|ET LE) (${DATE}) ?\\)?`,
)
/** A date of facts whose signs are lost. */
export const FAITS_ILLISIBLES = ici('\\(? ?,? ?(?:LE|DU|EN|COURANT) (?=[^ ]*[#?*_\\uFFFD▒█])[^ ]{2,20} ?\\)?')
export const FAITS_NU = ici(`(${DATE_INCOMPLETE})`)

/** Mark of recidivism, alone behind an offence or inside its label. */
const MARQUE =
  '\\(? ?(?:EN |AVEC |- ?)?(?:ETAT DE |CIRCONSTANCE DE )?(?:RECIDIVE|RECID\\.|REC\\.)(?: LEGALE)?(?: ?: ?OUI)? ?\\)?'
export const RECIDIVE = ici(`${MARQUE}(?= |,|$)`)
export const RECIDIVE_NON = ici('(?:ETAT DE )?RECIDIVE(?: LEGALE)? ?: ?NON\\b|SANS RECIDIVE\\b')
export const RECIDIVE_DANS =
  / ?[([]? ?\b(?:EN |AVEC )?(?:ETAT DE )?(?:RECIDIVE|RECID\.|REC\.)(?: LEGALE)?(?: D[E'] ?)? ?[)\]]?/
export const TENTATIVE_DANS = /\bTENT(?:ATIVES?\b|\.)/

/** Texts of law printed under an offence: no field of the reading holds them. */
export const TEXTES = ici(
  '\\(?(?:(?:ART\\.?|ARTICLES?|ARTS\\.?|TEXTES?(?: DE LOI)? ?:|PREVUE? PAR|REPRIMEE? PAR|NATINF) ?:? ?[A-Z]?\\.? ?\\d|NATINF ?:)',
)
export const TEXTES_DANS = /[(,]? ?\b(?:ART\.|ARTS\.|ARTICLES?|ART) ?[LR]?\.? ?\d[^)]{0,80}\)?/
/** « , faits commis à Metz », between the offence and its date. */
export const LIEU_DANS = /,? ?\b(?:FAITS )?COMMISE?S? A [A-Z' -]{2,60}$/
export const NATINF_DANS = /[([]?\bNATINF ?:? ?\d{1,6}[)\]]?|^\d{3,6} ?[-:] ?(?=[A-Z])/

// ── mentions of article 769 CPP ──

const LE_DATE = `(?: ?:)?(?: (?:EN TOTALITE|TOTALEMENT|INTEGRALEMENT|DEPUIS|LE|DU|EN DATE DU|AU))*(?: ?[:,])? ?(${DATE})`

export type TypeMention =
  | 'execution'
  | 'revocation-totale'
  | 'revocation-partielle'
  | 'paiement'
  | 'incarceration'
  | 'autre'

/** Mentions that carry their day: they end on it, whatever follows. */
export const MENTIONS_DATEES: readonly (readonly [RegExp, TypeMention])[] = [
  [
    ici(
      `(?:(?:AMENDES?|JOURS-AMENDES?|JOURS AMENDES?) )?(?:PAYEE?S?|REGLEE?S?|ACQUITTEE?S?|RECOUVREE?S?|SOLDEE?S?|PAIEMENT(?: (?:DE L'AMENDE|DES JOURS-AMENDES?|INTEGRAL|TOTAL))*)${LE_DATE}`,
    ),
    'paiement',
  ],
  [
    ici(
      `(?:(?:LA )?(?:PEINE|PEINES|EMPRISONNEMENT|TIG|T\\.I\\.G\\.|TRAVAIL D'INTERET GENERAL|STAGE|MESURE|DDSE|SANCTION|SURSIS-TIG|CONTRAINTE PENALE|COMPOSITION PENALE|PROBATION|DETENTION)(?: (?:FERME|PRINCIPALE))? )?(?:EXECUTEE?S?|PURGEE?S?|SUBIE?S?|ACCOMPLIE?S?|EFFECTUEE?S?|EXECUTION(?: (?:DE LA PEINE|DE LA MESURE|TERMINEE|TOTALE|INTEGRALE))*|FIN (?:DE PEINE|D'EXECUTION)|EXPIRATION DE (?:LA )?PEINE|PEINE EXPIREE|DATE D'EXECUTION)${LE_DATE}`,
    ),
    'execution',
  ],
  [
    ici(
      `(?:(?:LA PERSONNE|INTERESSEE?|CONDAMNEE?|DETENUE?) )?(?:INCARCEREE?|ECROUEE?|INCARCERATION|ECROU|MISE? SOUS ECROU|PLACEE? SOUS ECROU|DETENUE?(?= DEPUIS))${LE_DATE}`,
    ),
    'incarceration',
  ],
]

/** Mentions that run to the end of their line. */
export const MENTIONS_LIBRES: readonly (readonly [RegExp, TypeMention])[] = [
  [
    ici(
      '(?:REVOCATION (?:TOTALE|INTEGRALE|EN TOTALITE)|(?:SURSIS(?: [A-Z]+){0,4} )?(?:A ETE )?REVOQUEE? (?:TOTALEMENT|EN TOTALITE|INTEGRALEMENT)|REVOCATION (?:DU SURSIS|DE SURSIS|DU SME)(?: [A-Z]+){0,2} (?:EN TOTALITE|TOTALE))',
    ),
    'revocation-totale',
  ],
  [
    ici(
      '(?:REVOCATION (?:PARTIELLE|A HAUTEUR|A CONCURRENCE)|(?:SURSIS(?: [A-Z]+){0,4} )?(?:A ETE )?REVOQUEE? (?:PARTIELLEMENT|A HAUTEUR|A CONCURRENCE|EN PARTIE)|REVOCATION (?:DU SURSIS|DE SURSIS|DU SME)(?: [A-Z]+){0,2} (?:PARTIELLE|A HAUTEUR|A CONCURRENCE))',
    ),
    'revocation-partielle',
  ],
  [
    ici(
      "(?:AVEC |ET )?(?:SUR (?:APPEL|OPPOSITION|POURVOI|RENVOI)\\b|OBLIGATIONS?\\b(?! (?:DE|D') ?(?:QUITTER|VISITE))|INJONCTION DE SOINS|CONFUSION\\b|REHABILIT|LIBERATION|LIBEREE?\\b|SEMI[- ]LIBERTE|PLACEMENT (?:A L'EXTERIEUR|SOUS)|AMENAGEMENT|REDUCTION|REDUITE? A|GRACE|COMMUEE?|COMMUTATION|NON AVENUE?|REPUTEE? NON|PRESCRI(?:TE?|PTION)\\b|CONVERSION|CONVERTI|MANDAT (?:DE DEPOT|D'ARRET|D'AMENER)|MAINTIEN EN DETENTION|DETENTION PROVISOIRE|DETENU(?:E)? |DEPOT (?:LE|DU)|PROLONGATION|APPEL (?:INTERJETE|FORME|EN COURS|DU|PRINCIPAL|INCIDENT)|FRAPPEE? D'APPEL|OPPOSITION|POURVOI|DESISTEMENT|DECISION INITIALE|JUGEMENT INITIAL|CONFIRM(?:E|ATION|ATIF|ATIVE)|INFIRM|EXECUTION PROVISOIRE|EXECUTION (?:EN COURS|NON)|NON EXECUTEE?|NON PAYEE?|SUSPENSION DE (?:LA )?PEINE|INSCRIPTION (?:AU|FIJAIS)|DISPENSE D'INSCRIPTION|EXCLU(?:SION)? DU (?:BULLETIN|B2)|PEINE (?:UNIQUE|AMENAGEE|ABSORBEE)|RETRAIT (?:DE CREDIT|DU CREDIT|DE LA MESURE)|ORDONNANCE DU JAP|DECISION DU JAP|JUGEMENT DU JAP|PAR (?:LE )?JAP|SUIVI PAR|PERIODE DE SURETE|RELEVEMENT|AMNISTI|SURSIS REVOQUE|REVOCATION|MISE A L'EPREUVE PROLONGEE|COMPARUTION IMMEDIATE|CONVOCATION|CITATION|EN (?:PRESENCE|L'ABSENCE)|NON COMPARANT|COMPARANT)",
    ),
    'autre',
  ],
]

export const MONTANT = `(?:\\d{1,3}(?:[ .]?\\d{3}){0,3}(?:,\\d{1,2})?|[A-Z]{2,9}\\b(?:[ -][A-Z]{2,9}\\b){0,4}?)(?: ?\\([^()]{0,40}\\))? ?(?:EUROS?\\b|EUR\\b|€|E\\b|FRANCS?\\b|FRF\\b|F\\b)`
