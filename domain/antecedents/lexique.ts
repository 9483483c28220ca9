import { JOUR as DATE, MOIS } from './jetons.ts'
import { clesDe, clesDeTextes, ici, type Motif } from './motif.ts'

/**
 * The words by which each regulated field of a bulletin is known (CPP R65, R77, R78, 769), written as
 * patterns over folded text. All are anchored where they are tried and none nests repetitions.
 */

/** A month or a year alone. */
const DATE_INCOMPLETE = `(?:${MOIS}|(?:L'ANNEE )?(?:19|20)\\d{2}\\b(?![/.-]\\d))`

const S_JOUR = '\uE000'
const S_MOIS = '\uE001'
const S_CHIFFRES = '1|2|3|4|5|6|7|8|9'

/** Words after which nothing can be complete: the next line belongs to the same field. */
const LIANTS: ReadonlySet<string> = new Set(
  'D DE DU DES L LA LE LES A AU AUX EN ET OU PAR POUR SANS SUR SOUS AVEC DANS DONT MALGRE UN UNE SON SA SES PENDANT NON PLUS ENTRE CONTRE ENVERS SELON LORS QUI QUE NI SE N S AYANT ETANT JUSQU SUITE DEPUIS'.split(
    ' ',
  ),
)

/** Does the text end on a word or a sign that calls for more? */
export function lie(texte: string): boolean {
  let fin = texte.length
  const dernier = texte[fin - 1]
  if (dernier === undefined) return false
  if (',:/(-'.includes(dernier)) return true
  if (dernier === "'") fin--
  const debut = Math.max(
    texte.lastIndexOf(' ', fin - 1),
    texte.lastIndexOf("'", fin - 1),
    texte.lastIndexOf('(', fin - 1),
  )
  return LIANTS.has(texte.slice(debut + 1, fin)) || texte.endsWith("N'AYANT PAS")
}

/** Words that cannot begin a field. */
export const SUITE =
  /^(?:D'|DE |DU (?=[A-Z])|DES |L'|LA |LES |AU |AUX |ET |OU |PAR |POUR |SANS |SUR (?!APPEL|OPPOSITION|POURVOI)|SOUS |AVEC |DANS |DONT |PENDANT |DURANT |ENVERS |CONTRE |A L'|A LA |AYANT |ETANT |SUIVIE? |ASSORTI|D'UN |D'UNE |N'AYANT |N'EXCEDANT |CHARGEE? DE? |PRONONCEE? )/

// ── decision ──

/** A rank: figures, or Roman ones that a sign closes. */
const RANG = '(?:\\d{1,3}|[IVX]{1,6}(?= ?[.)/:-]))'

export const TITRE_DECISION = ici(
  'CONDAMN|DECISION|FICHE|AFFAIRE|INSCR|JUGEMENT|MENTION|N°|N °|NO|NUMERO|RANG|#',
  `(?:(?:CONDAMNATION|DECISION|FICHE|AFFAIRE|INSCRIPTION|JUGEMENT|MENTION)? ?(?:N ?[°O]|NO|NUMERO|#)|CONDAMNATION|DECISION|FICHE|AFFAIRE|INSCRIPTION|RANG) ?:? ?(${RANG})(?: ?(?:/|SUR) ?\\d{1,3}(?![\\d/]))?(?!\\d| ?[/.-] ?\\d) ?[:.)/-]? ?`,
)

const ORDINAUX =
  'DEUXI|TROISI|QUATRI|CINQUI|SIXI|SEPTI|HUITI|NEUVI|DIXI|ONZI|DOUZI|TREIZI|QUATORZI|QUINZI|SEIZI|VINGT'
const ORDINAL = '(?:(?:PREMIERE|SECONDE|[A-Z]{4,12}IEME|\\d{1,2}(?:E|EME|ERE)) )?'
const RENDUE = '(?:,? ?(?:RENDUE?|PRONONCEE?))?'
const PREFIXE_DATE = `(?:(?:LE |EN DATE DU |DU )|(?:DATE DE (?:LA )?(?:DECISION|CONDAMNATION)|DATE (?:DU |DE )?JUGEMENT|DATE(?: DE)? DECISION|DATE(?: DE)? PRONONCE|DATE) ?:? ?(?:DU |LE )?|${ORDINAL}(?:DECISION|CONDAMNATION|JUGEMENT|ARRET|ORDONNANCE)${RENDUE} ?:? ?(?:(?:DU|LE|EN DATE DU) ?:? ?)?|(?:RENDUE?|PRONONCEE?|JUGEE?) LE ?: ?)`

/** Rank, words that announce a decision, day: 1, 2, 3. */
export const DEBUT_DECISION = ici(
  `${S_JOUR}|${S_CHIFFRES}|0|LE |EN DATE|DU |DATE|PREMI|SECONDE|${ORDINAUX}|DECISION|CONDAMN|JUGEMENT|ARRET|ORDONNANCE|RENDUE|PRONONCE|JUGEE|I.|I)|I/|I:|I |I-|II|IV|IX|V.|V)|V/|V:|V |V-|VI|X.|X)|X/|X:|X |X-|XI|XV|XX|[`,
  `(?:\\[? ?(${RANG}) ?(?:[/.)\\]°:-]+ ?|(?= )) ?)?(${PREFIXE_DATE})?(${DATE})`,
)

/** Words that open the name of a court. The place is read by the scanner. */
const MOT_JURIDICTION =
  "(?:TRIBUNA(?:L|UX)\\b|TRIB\\.? ?(?=CORR|POL|JUD|ENF|DE\\b|D'|POUR)|COUR (?=D'|DE |CRIM|SUP)|C(?:OUR)?\\.? ?D'ASSISES|CH(?:AMBRE|\\.)? ?(?:DES )?APP(?:ELS?|\\.)? ?(?:CORR|SPEC)|CHAMBRE (?=CORR|DE|SPEC|DES)|CHAP\\b|T\\.? ?C\\.?(?= [A-Z])|T\\.? ?CORR?\\.?(?= )|T\\.? ?J\\.?(?= [A-Z])|TGI\\b|T\\.G\\.I\\.|TI(?= [A-Z])|T\\.? ?P\\.? ?E\\.?(?= )|TPE\\b|T\\.? ?ENF\\b\\.?|T\\.? ?P\\.?(?= [A-Z])|T\\.? ?POL\\b\\.?|C\\.? ?A\\.?(?= (?:DE |D'|DU )?[A-Z]{2})|CASS\\.? CRIM|JUGE DES ENFANTS|JUGE DE PROXIMITE|JURIDICTION (?=DE|NAT|INT|SPEC|CRIM|CORR)|PARQUET DE|PROCUREUR DE LA REPUBLIQUE|CONSEIL DE GUERRE|PRESIDENT DU TRIBUNAL)"

const DEBUTS_COUR =
  'TRIB|T.|T C|T J|T P|T E|TC|TJ|TGI|TI |TP|TENF|TPOL|COUR|CH|C.|CA |C D|C A|CASS|JURI|JUGE |PARQUET|PROCUREUR|CONSEIL|PRESIDENT|LE |LA |DU |DE LA '

export const JURIDICTION = ici(
  DEBUTS_COUR,
  `(?:(?:LE|LA|DU|DE LA|(?:JURIDICTION|JURID\\.?) ?:) ?)?${MOT_JURIDICTION}`,
)

/** « par le tribunal… »: the court of a decision that has none yet. */
export const JURIDICTION_PAR = ici('PAR ', `PAR ?:? ?(?:(?:LE|LA) )?${MOT_JURIDICTION}`)

/** What stands before the name of a court. */
export const DEVANT_COUR =
  /^(?:PAR ?:? ?(?:LE |LA )?|LE |LA |DU |DE LA |(?:JURIDICTION|JURID\.?) ?: ?)(?=[A-Z])/

/** A court with its place still to come. */
export const JURIDICTION_NUE =
  /^(?:TRIBUNAL(?: [A-Z]+)?|TC|TJ|TGI|TPE|TP|CA|CHAP|T\.?CORR?\.?|TRIBUNAL POUR ENFANTS|COUR D'APPEL|COUR D'ASSISES)$/

const CHAMPS = [
  'JURIDICTION|JURID\\.?|TRIBUNAL|COUR',
  '(?:NATURE|CARACTERE|CARACT\\.?|TYPE|MODE)(?: DE (?:LA )?(?:DECISION|COMPARUTION|JUGEMENT|POURSUITE)| DU JUGEMENT)?',
  'PROCEDURE|VOIE|DECISION|JUGEMENT',
  "INFRACTIONS?|INFR\\.?|DELITS?|QUALIFICATIONS?(?: DES FAITS)?|QUALIF\\.?|FAITS|CHEFS?(?: DE PREVENTION| D'INCULPATION)?|LIBELLES?",
  '(?:PEINES?|SANCTIONS?|MESURES?)(?: (?:PRINCIPALES?|COMPLEMENTAIRES?|PRONONCEES?|ET MESURES|ACCESSOIRES?|EDUCATIVES?))*|CONDAMNATION|QUANTUM|DISPOSITIF',
  "MENTIONS?|OBSERVATIONS?|AVIS|SUITES?(?: DE LA DECISION)?|MODALITES(?: D'EXECUTION)?|(?:ETAT D')?EXECUTION(?: DE LA PEINE)?|FIN DE MESURE|REMARQUES?",
]
const DATES_FAITS =
  "(?:DATES?|PERIODES?)(?: (?:DES FAITS|D'INFRACTION|DE L'INFRACTION|DES INFRACTIONS|DE COMMISSION|FAITS|ET LIEUX? DES FAITS))?|FAITS (?:DU|LE|COMMIS LE)|COMMISE?S? (?:LE|DU)"

/** Name of a field, whole; a name of dates of facts is group 1. */
export const LIBELLE_CHAMP = new RegExp(
  `^(?:(${DATES_FAITS})|${CHAMPS.join('|')})(?: ?(?:N ?° ?)?\\d{1,2}|\\(S\\))?$`,
)
export const LIBELLE_MAX = 40
/** First signs of the names above. */
export const CLES_LIBELLES = clesDeTextes(
  'JUR TRI COU NAT CAR TYP MOD PRO VOI DEC JUG INF DEL QUA FAI CHE LIB PEI SAN MES CON DIS MEN OBS AVI SUI ETA EXE FIN REM DAT PER COM'.split(
    ' ',
  ),
)

/** « pour : », « à : », « par : », only with their colon. */
export const LIBELLE_LIANT = ici(
  'POUR |PAR |A |A:|CHEF|SIGNIFICATION',
  '(?:POUR|PAR|A|CHEF|SIGNIFICATION(?= ?: ?$)) ?: ?',
)
export const LIBELLE_VIDE = /^ ?(?:NEANT|AUCUNE?|SANS OBJET|NON RENSEIGNEE?|-)\b\.?/
export const CONDAMNE_A = ici(
  "A CONDAMN|L'A COND|L'INT|LA PERSONNE|LE PREVENU",
  "(?:(?:L'A|A) CONDAMNEE?|A CONDAMNEE? L'INTERESSEE?|L'INTERESSEE?|LA PERSONNE|LE PREVENU)(?: (?:POUR|DU CHEF DE|DES CHEFS DE)| A(?: (?:LA|UNE) PEINE DE)?(?= [\uE002-\uE004]))? ?(?![A-Z]* ?:)",
)

// ── character of the decision ──

const PAR_JUGEMENT = '(?:(?:PAR|JUGEMENT|JUGT\\.?|JGT\\.?|ARRET|ARR\\.|DECISION|RENDUE?) ){0,3}'
const DEBUTS_JUGEMENT = 'PAR |JUG|JGT|ARR|DECISION|RENDU'
const DEBUTS_CARACTERE = `${DEBUTS_JUGEMENT}|CONT`

export const CARACTERES: readonly (readonly [Motif, string])[] = [
  [
    ici('(|MESURE DE COMP|COMPOSITION', '(?:\\()?(?:MESURE DE )?COMPOSITION PENALE\\)?'),
    'composition-penale',
  ],
  [ici('ORDONNANCE P', 'ORDONNANCE PENALE(?: DELICTUELLE)?\\b'), 'ordonnance-penale'],
  [ici('OP|O.|O P', 'O\\.? ?P\\.? ?D?\\.?(?= |,|\\)|\\()(?<=[.DP])'), 'ordonnance-penale'],
  [
    ici(
      "ORDONNANCE D'HOM|HOMOLOG|CRPC|C.|C R|PROCEDURE DE COMP|COMPARUTION SUR",
      "(?:ORDONNANCE D'HOMOLOGATION(?: \\(?(?:DE |D'UNE |EN )?CRPC\\)?)?|HOMOLOGATION (?:D'UNE |DE LA )?CRPC|C\\.? ?R\\.? ?P\\.? ?C\\b\\.?|(?:PROCEDURE DE )?COMPARUTION SUR RECONNAISSANCE PREALABLE(?: DE CULPABILITE)?(?: \\(CRPC\\))?)",
    ),
    'crpc',
  ],
  [
    ici(
      DEBUTS_CARACTERE,
      `${PAR_JUGEMENT}(?:CONTRADICTOIRE|CONTRADICT\\.?|CONTRAD\\.?|CONTR\\.?|CONT\\.) ?(?:ET |, ?)?A (?:SIGNIFIER|SIGN\\b\\.?|SIG\\b\\.?)`,
    ),
    'contradictoire-a-signifier',
  ],
  [ici(`${DEBUTS_JUGEMENT}|REPUTE`, `${PAR_JUGEMENT}REPUTEE? CONTRADICTOIRE`), 'contradictoire-a-signifier'],
  [
    ici('C.|C A|CA', 'C\\.? ?A\\.? ?S\\b\\.?(?! )|C\\.A\\.S\\.|CAS(?=\\)| -|$)'),
    'contradictoire-a-signifier',
  ],
  [
    ici(
      DEBUTS_CARACTERE,
      `${PAR_JUGEMENT}(?:CONTRADICTOIRE(?:MENT)?|CONTRADICT\\b\\.?|CONTRAD\\b\\.?|CONTR\\b\\.?)`,
    ),
    'contradictoire',
  ],
  [
    ici(
      `${DEBUTS_JUGEMENT}|ITERATIF|DEFAUT|CONTUMACE`,
      `${PAR_JUGEMENT}(?:PAR )?(?:ITERATIF )?(?:DEFAUT|CONTUMACE)\\b(?! DE )(?: CRIMINEL)?(?: A SIGNIFIER)?`,
    ),
    'defaut',
  ],
]

export const CLES_CARACTERES = clesDe(CARACTERES.map(([m]) => m))

const A_QUI = "(?:PERSONNE|DOMICILE|ETUDE|PARQUET|MAIRIE|L'ETUDE|LA PERSONNE|L'INTERESSEE?|PARTIE)"
export const SIGNIFICATION = ici(
  '(|JUGEMENT|DECISION|ARRET|ORDONNANCE|DATE DE|SIGN|NOTIF',
  `\\(? ?(?:(?:JUGEMENT|DECISION|ARRET|ORDONNANCE|DATE DE(?: LA)?) )?(?:SIGNIFIEE?|NOTIFIEE?|SIGNIFICATION|NOTIFICATION|SIGN\\.)(?: (?:DU JUGEMENT|DE LA DECISION|DE L'ORDONNANCE|A ${A_QUI}|EFFECTUEE|FAITE|EN MAIRIE)){0,3}(?: ?[,:]| LE| DU){0,3} ?(${DATE}) ?(?:A ${A_QUI} ?)?\\)?`,
)

export const NON_SIGNIFIE = ici(
  '(|NON |JAMAIS|SIGN|NOTIF|DATE DE',
  '\\(? ?(?:NON (?:ENCORE )?(?:SIGNIFIEE?|NOTIFIEE?)|JAMAIS (?:SIGNIFIEE?|NOTIFIEE?)|(?:DATE DE )?(?:SIGNIFICATION|NOTIFICATION) ?:? ?(?:NON (?:EFFECTUEE|FAITE|MENTIONNEE|CONNUE|PRECISEE)|INCONNUE|EN COURS|NEANT)) ?\\)?',
)

// ── facts ──

const LE = '(?:LE |LES |AU |DU )?'
const LIAISON = '(?: ?(?:ET|,|PUIS)(?: LE| DU| AU)? )'
const COMMIS =
  '(?:(?:FAITS? )?(?:COMMISE?S? |CONSTATEE?S? |PERPETREE?S? |SURVENUE?S? )|FAITS? |DATE DES FAITS ?: ?)?'
const S_COMMIS = '(| |,|FAITS|FAIT |COMMIS|CONSTATE|PERPETRE|SURVENU|DATE DES FAITS'

/** Several shapes of a day, a period, « temps non prescrit »; groups: start, end, or one period. */
export const FAITS_PERIODE = ici(
  `${S_COMMIS}|DU |DE |DEPUIS|A COMPTER|ENTRE |A PARTIR`,
  `\\(? ?,? ?${COMMIS}(?:DU|DEPUIS LE|DEPUIS|A COMPTER DU|ENTRE LE|ENTRE|DE|A PARTIR DU) (${DATE}|${DATE_INCOMPLETE}) ?(?:,? ?(?:JUSQU'AU|JUSQU'EN|JUSQU'A|ET LE|ET|AU|A|-) ?)(${DATE}|${DATE_INCOMPLETE}) ?\\)?`,
)
export const FAITS_INTERVALLE = ici(`(| |${S_JOUR}`, `\\(? ?(${DATE}) ?(?:-|AU|A|JUSQU'AU) ?(${DATE}) ?\\)?`)
export const FAITS_JOURS = ici(
  `${S_COMMIS}|LES |LE `,
  `\\(? ?${COMMIS}(?:LES |LE )(\\d{1,2})(?:(?:,|,? ET(?: LE)?) (?:\\d{1,2}(?:,|,? ET(?: LE)?) ){0,4}) ?(${DATE}) ?\\)?`,
)
export const FAITS_DATE = ici(
  `${S_COMMIS}|LE |LES |DU |AU |EN DATE`,
  `\\(? ?,? ?${COMMIS}(?:LE |LES |DU |EN DATE DU |AU )(${DATE})(?:${LIAISON}(${DATE}))? ?\\)?`,
)
export const FAITS_DATE_NUE = ici(`(| |${S_JOUR}`, `\\(? ?(${DATE})(?:${LIAISON}${LE}(${DATE}))? ?\\)?`)
export const FAITS_INCOMPLET = ici(
  `${S_COMMIS}|COURANT|EN |VERS|DANS LE|AU |A UNE|LE |DEBUT|FIN |DEPUIS|DE |ENTRE`,
  `\\(? ?,? ?${COMMIS}(?:(?:COURANT|COURANTS|EN|VERS|DANS LE COURANT DE|AU COURS DE|A UNE DATE INDETERMINEE EN|LE|AU MOIS DE|EN COURS DE|DEBUT|FIN|DEPUIS|DE|ENTRE) (?:DU MOIS DE |DE |LE MOIS DE |D')?)(${DATE_INCOMPLETE}) ?\\)?`,
)
export const FAITS_DEPUIS = ici(
  `${S_COMMIS}|DEPUIS|A COMPTER|A PARTIR|JUSQU`,
  `\\(? ?,? ?${COMMIS}(?:DEPUIS(?: LE)?|A COMPTER DU|A PARTIR DU|JUSQU'AU) (${DATE}) ?\\)?`,
)
export const FAITS_INCONNUS = ici(
  '(| |,|DEPUIS|EN |A UNE|ET |DATE|COURANT DE',
  '\\(? ?,? ?(?:DEPUIS (?:UN )?TEMPS NON (?:COUVERT PAR LA PRESCRIPTION|PRESCRITS?)|(?:EN|A UNE|ET) (?:DATE|EPOQUE) (?:INDETERMINEE|NON PRECISEE|INCONNUE)|DATE(?: DES FAITS)? ?:? ?(?:INCONNUE|INDETERMINEE|NON PRECISEE|ILLISIBLE)|EN TEMPS NON PRESCRIT|COURANT DE TEMPS NON PRESCRIT)(?: ET NOTAMMENT[^()]{0,40})? ?\\)?',
)

/** « du 1er au 15 janvier 2021 ». */
export const FAITS_QUANTIEMES = ici(
  `${S_COMMIS}|DU |ENTRE LE`,
  `\\(? ?,? ?${COMMIS}(?:DU|ENTRE LE) (\\d{1,2})(?: ?ER)? (?:AU|ET LE) (${DATE}) ?\\)?`,
)
/** A date of facts whose signs are lost. */
export const FAITS_ILLISIBLES = ici(
  '(| |,|LE |DU |EN |COURANT',
  '\\(? ?,? ?(?:LE|DU|EN|COURANT) (?=[^ ]*[#?*_\\uFFFD▒█])[^ ]{2,20} ?\\)?',
)
export const FAITS_NU = ici(`${S_MOIS}|19|20|L'ANNEE`, `(${DATE_INCOMPLETE})`)
/** Two days, months or years on one line: a period, when a label already said that they are of the facts. */
export const FAITS_NU_INTERVALLE = ici(
  `${S_JOUR}|${S_MOIS}|19|20|L'ANNEE`,
  `(${DATE}|${DATE_INCOMPLETE}) ?(?:-|AU|A|JUSQU'AU|ET LE|ET)? ?(${DATE}|${DATE_INCOMPLETE})`,
)

/** Mark of recidivism, alone behind an offence or inside its label. */
const MARQUE =
  '\\(? ?(?:EN |AVEC |- ?)?(?:ETAT DE |CIRCONSTANCE DE )?(?:RECIDIVE|RECID\\.|REC\\.)(?: LEGALE)?(?: ?: ?OUI)? ?\\)?'
export const RECIDIVE = ici('(| |EN |AVEC |- |ETAT|CIRC|RECID|REC.', `${MARQUE}(?= |,|$)`)
export const RECIDIVE_NON = ici(
  'ETAT|RECID|SANS REC',
  '(?:ETAT DE )?RECIDIVE(?: LEGALE)? ?: ?NON\\b|SANS RECIDIVE\\b',
)
export const RECIDIVE_DANS =
  / ?[([]? ?\b(?:EN |AVEC )?(?:ETAT DE )?(?:RECIDIVE|RECID\.|REC\.)(?: LEGALE)?(?: D[E'] ?)? ?[)\]]?/
export const TENTATIVE_DANS = /\bTENT(?:ATIVES?\b|\.)/

/** Texts of law printed under an offence: no field of the reading holds them. */
export const TEXTES = ici(
  '(|ART|TEXTE|PREVU|REPRIM|NATINF',
  '\\(?(?:(?:ART\\.?|ARTICLES?|ARTS\\.?|TEXTES?(?: DE LOI)? ?:|PREVUE? PAR|REPRIMEE? PAR|NATINF) ?:? ?[A-Z]?\\.? ?\\d|NATINF ?:)',
)
export const TEXTES_DANS = /[(,]? ?\b(?:ART\.|ARTS\.|ARTICLES?|ART) ?[LR]?\.? ?\d[^)]{0,80}\)?/
/** « , faits commis à Metz », between the offence and its date. */
export const LIEU_DANS = /,? ?\b(?:FAITS )?COMMISE?S? A [A-Z' -]{2,60}$/
export const NATINF_DANS = /[([]?\bNATINF ?:? ?\d{1,6}[)\]]?|^\d{3,6} ?[-:] ?(?=[A-Z])/

/** First signs of the fields that may stand anywhere inside a decision. */
export const CLES_FAITS = clesDe([
  FAITS_PERIODE,
  FAITS_INTERVALLE,
  FAITS_JOURS,
  FAITS_DATE,
  FAITS_DATE_NUE,
  FAITS_INCOMPLET,
  FAITS_DEPUIS,
  FAITS_INCONNUS,
  FAITS_QUANTIEMES,
  FAITS_ILLISIBLES,
  FAITS_NU,
  FAITS_NU_INTERVALLE,
])
