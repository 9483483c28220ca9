import type { Peine } from '../contrat.ts'
import { lireNombre, NOMBRE_LETTRES } from './dates-francaises.ts'
import { MONTANT } from './lexique.ts'
import type { Flux } from './texte.ts'

/** Sentences: nature, length, amount, suspension. Each reader is anchored and gives back where it ends. */

export interface PeineLue {
  peine: Peine
  fin: number
  /** The words run on to the end of the line (stage, ban, permit…). */
  ouverte: boolean
}

type Duree = NonNullable<Peine['duree']>
type Sursis = NonNullable<Peine['sursis']>

const ici = (motif: string) => new RegExp(motif, 'y')
/** Letters stand for any short words here: spelling every number out made patterns costly to compile. */
const NB = '(?:\\d{1,4}|[A-Z]{2,9}\\b(?:[ -][A-Z]{2,9}\\b){0,3}?)(?: ?\\([^()]{1,30}\\))?'
const UNITE = '(?:ANNEES?|ANS?|MOIS|JOURS?|HEURES?|H)\\b'
const LIE = '(?: ET|,)? '
const EN_JOURS = `${NB} ?JOURS?\\b`
const EN_MOIS = `${NB} ?MOIS\\b(?:${LIE}${EN_JOURS})?`
// Units only go down: « 18 MOIS » and, on the next line, « 6 MOIS DE SUSPENSION » are two lengths.
const DUREE = `(?:${NB} ?(?:ANNEES?|ANS?)\\b(?:${LIE}(?:${EN_MOIS}|${EN_JOURS}))?|${EN_MOIS}|${EN_JOURS}|${NB} ?(?:HEURES?|H)\\b)`
/** What follows would make another sentence of it: « 6 MOIS DE SUSPENSION ». */
const SEULE = "(?! (?:D'|DE ))"
const PRIVATIF =
  "(?:D ?' ?|DE )?(?:EMPRISONNEMENT|EMPRISONNT|EMPRIST|EMPRT|EMPR|EMP|PRISON|RECLUSION(?: CRIMINELLE)?|DETENTION CRIMINELLE)\\b\\.?(?: (?:DELICTUELL?E?|CRIMINELL?E?|FERME|CORRECTIONNELL?E?))*"
const ANNONCE =
  "(?:(?:EST |A ETE )?CONDAMNEE? A |PEINE PRINCIPALE ?: ?)?(?:(?:LA |UNE |A LA |A UNE )?PEINE (?:DE |D'))?(?:UNE? )?"

const EMPRISONNEMENT = ici(`(?:${ANNONCE})(${DUREE}) ${PRIVATIF}`)
const EMPRISONNEMENT_INVERSE = ici(
  `(?:${ANNONCE})${PRIVATIF} ?(?:[:,(]|DE|PENDANT|POUR|A|D'UNE DUREE DE)? ?(${DUREE}) ?\\)?(?: FERME)?`,
)
const PERPETUITE = ici(`(?:${ANNONCE})RECLUSION(?: CRIMINELLE)? A PERPETUITE`)
const TYPE_AMENDE =
  '(?: (?:DELICTUELLE|CORRECTIONNELLE|CONTRAVENTIONNELLE|DOUANIERE|PENALE|FORFAITAIRE(?: DELICTUELLE)?|DE COMPOSITION))?'
const AMENDE = ici(
  `(?:${ANNONCE})AMENDE${TYPE_AMENDE}(?: ?:| DE| D'UN MONTANT DE| D'| A)? ?(${MONTANT}|\\d{2,6}\\b(?! ?(?:JOURS|MOIS|ANS|H)))`,
)
const AMENDE_INVERSE = ici(`(?:${ANNONCE})(${MONTANT}) ?(?:D ?'|DE L'|EN )? ?AMENDE\\b${TYPE_AMENDE}`)
const JOURS_AMENDE = ici(
  `(?:${ANNONCE})(${NB}) (?:JOURS?[- ]AMENDES?|J\\.? ?A\\b\\.?)(?: (?:A|DE|X|D'UN MONTANT(?: UNITAIRE| JOURNALIER)? DE)| ?[:,@])? ?(${MONTANT}|\\d{1,4})(?: (?:PAR JOUR|CHACUN|L'UN|LE JOUR))?`,
)
const JOURS_AMENDE_INVERSE = ici(
  `(?:${ANNONCE})JOURS?[- ]AMENDES? ?[:(]? ?(${NB})(?: JOURS?)? (?:A|X|DE|D'UN MONTANT(?: UNITAIRE| JOURNALIER)? DE) ?(${MONTANT}|\\d{1,4}) ?\\)?(?: PAR JOUR)?`,
)
const NOM_TIG = "(?:T\\.? ?I\\.? ?G\\b\\.?|TRAVA(?:IL|UX) D'INTERET GENERAL)"
const HEURES = `${NB} ?(?:HEURES?|H)\\b`
const DELAI_TIG = `(?:,? ?(?:A (?:ACCOMPLIR|EFFECTUER|EXECUTER) )?DANS (?:UN |LE )?DELAI (?:DE |D')?(${DUREE})${SEULE})?`
const TIG = ici(
  `(?:${ANNONCE})(?:(${HEURES}) (?:DE |D')?${NOM_TIG}|${NOM_TIG}(?: (?:DE|PENDANT|D'UNE DUREE DE)| ?:)? ?(${HEURES}))${DELAI_TIG}`,
)
const NOM_DDSE =
  '(?:D\\.? ?D\\.? ?S\\.? ?E\\b\\.?|DETENTION A DOMICILE(?: SOUS (?:SURVEILLANCE|BRACELET) ELECTRONIQUE)?(?: \\(DDSE\\))?)'
const ENTRE = "(?: (?:DE|PENDANT|DURANT|POUR|D'UNE DUREE DE|PENDANT UNE DUREE DE)| ?[:,(])?"
const DDSE = ici(
  `(?:${ANNONCE})(?:(${DUREE}) (?:DE |D')?${NOM_DDSE}|${NOM_DDSE}(?:${ENTRE} ?(${DUREE})\\)?)?)`,
)
const CONTRAINTE = ici(
  `(?:${ANNONCE})(?:(${DUREE}) DE CONTRAINTE PENALE|CONTRAINTE PENALE(?:${ENTRE} ?(${DUREE})\\)?)?)`,
)
const DISPENSE = ici('(?:DISPENSEE? DE PEINE)\\b')
const STAGE = ici(`(?:${ANNONCE})STAGE\\b`)
const AUTRE = ici(
  `(?:(${DUREE}) (?:DE |D')(?=INTERDICTION|SUSPENSION|ANNULATION|PRIVATION|INELIGIBILITE|SUIVI|RETENTION|CONFISCATION|FERMETURE))?(?:SUSPENSION\\b(?! DE (?:LA )?PEINE)|ANNULATION\\b|INVALIDATION\\b|INTERDICTIONS?\\b|CONFISCATIONS?\\b|PRIVATION\\b|IMMOBILISATION\\b|INELIGIBILITE\\b|RETRAIT DU PERMIS|SUIVI SOCIO[- ]JUDICIAIRE|AVERTISSEMENT\\b|ADMONESTATION\\b|MESURE EDUCATIVE|MESURES? (?:DE )?(?:REPARATION|D'ASSISTANCE|DE PROTECTION)|REMISE? A (?:SES )?(?:PARENTS?|SA FAMILLE|PERSONNE)|LIBERTE SURVEILLEE|PLACEMENT(?: EDUCATIF|\\b(?! A L'EXT| SOUS))|SANCTIONS?[- ]REPARATION|SANCTION EDUCATIVE|AFFICHAGE\\b|PUBLICATION\\b|DIFFUSION\\b|TRAVAIL NON REMUNERE|FERMETURE\\b|EXCLUSION\\b(?! DU (?:BULLETIN|B2))|DESTRUCTION\\b|RESTITUTION\\b|AJOURNEMENT|DISSOLUTION|OBLIGATION DE QUITTER|RECONDUITE|PERIODE DE SURETE|ACTIVITE DE JOUR|PROTECTION JUDICIAIRE)`,
)

/** Words by which an open sentence may be known anywhere in a line: none, they need a beginning. */
const LECTEURS: readonly ((flux: Flux, i: number) => PeineLue | null)[] = [
  (f, i) => duree(f, i, JOURS_AMENDE, 'jours-amende') ?? duree(f, i, JOURS_AMENDE_INVERSE, 'jours-amende'),
  (f, i) => privatif(f, i),
  (f, i) => amende(f, i),
  (f, i) => temps(f, i, TIG, 'tig'),
  (f, i) => temps(f, i, DDSE, 'ddse'),
  (f, i) => temps(f, i, CONTRAINTE, 'contrainte-penale'),
]

/** A sentence that says its nature and its quantum: known wherever it stands. */
export function lirePeineChiffree(flux: Flux, i: number): PeineLue | null {
  for (const lire of LECTEURS) {
    const lue = lire(flux, i)
    if (lue !== null) return lue
  }
  return null
}

/** A sentence known by its first words only: tried where a field begins. */
export function lirePeineOuverte(flux: Flux, i: number): PeineLue | null {
  const dispense = essayer(DISPENSE, flux.plie, i)
  if (dispense) return lue('dispense', i + dispense[0].length, false)
  if (essayer(STAGE, flux.plie, i)) return lue('stage', i, true)
  const autre = essayer(AUTRE, flux.plie, i)
  if (autre === null) return null
  const resultat = lue('autre', i, true)
  if (autre[1] !== undefined) {
    resultat.peine.duree = lireDuree(autre[1])
    if (resultat.peine.duree === null) return null
  }
  return resultat
}

const DUREE_DEDANS = new RegExp(`(?:PENDANT|DURANT|POUR|DUREE DE|:|,) ?(?:UNE DUREE DE )?(${DUREE})`)

const DUREE_FINALE = new RegExp(`[ (](${DUREE})\\)?$`)

/** The length inside the words of an open sentence: « … PENDANT 4 MOIS ». */
export function dureeDedans(texte: string): Duree | null {
  const trouve = DUREE_DEDANS.exec(texte) ?? DUREE_FINALE.exec(texte)
  return trouve?.[1] === undefined ? null : lireDuree(trouve[1])
}

function lue(nature: Peine['nature'], fin: number, ouverte: boolean): PeineLue {
  return { peine: { nature, duree: null, montant: null, sursis: null }, fin, ouverte }
}

function essayer(motif: RegExp, plie: string, i: number): RegExpExecArray | null {
  motif.lastIndex = i
  return motif.exec(plie)
}

const CHAMPS: Readonly<Record<string, keyof Duree>> = { A: 'annees', M: 'mois', J: 'jours', H: 'heures' }
const MOTIF_ELEMENT = `(\\d{1,4}|${NOMBRE_LETTRES})(?: ?\\([^()]{1,30}\\))? ?(${UNITE})`
const ELEMENT = new RegExp(MOTIF_ELEMENT, 'g')
const ELEMENT_SEUL = new RegExp(MOTIF_ELEMENT)

/** The length that the text begins with. */
function lireDuree(texte: string): Duree | null {
  return ELEMENT_SEUL.exec(texte)?.index === 0 ? trouverDuree(texte) : null
}

/** The length that stands somewhere in the text. */
export function trouverDuree(texte: string): Duree | null {
  const somme: Duree = {}
  for (const m of texte.matchAll(ELEMENT)) {
    const nombre = lireNombre(m[1] ?? '')
    const champ = CHAMPS[(m[2] ?? '')[0] ?? '']
    if (nombre === null || champ === undefined) return null
    somme[champ] = (somme[champ] ?? 0) + nombre
  }
  return Object.keys(somme).length === 0 ? null : somme
}

/** Francs at the legal rate (Council regulation (EC) 2866/98), rounded to the cent. */
const FRANCS_PAR_EURO = 6.55957

function lireMontant(texte: string): number | null {
  const net = texte.replace(/\([^()]*\)/g, '').trim()
  const chiffres = /^[\d .]+(?:,\d{1,2})?/.exec(net)?.[0]
  const lettres = new RegExp(`^${NOMBRE_LETTRES}`).exec(net)?.[0] ?? ''
  const valeur =
    chiffres !== undefined ? Number(chiffres.replace(/[ .]/g, '').replace(',', '.')) : lireNombre(lettres)
  if (valeur === null || Number.isNaN(valeur)) return null
  return /(?:FRANCS?|FRF|F)$/.test(net) ? Math.round((valeur / FRANCS_PAR_EURO) * 100) / 100 : valeur
}

function privatif(flux: Flux, i: number): PeineLue | null {
  const perpetuite = essayer(PERPETUITE, flux.plie, i)
  if (perpetuite) return lue('reclusion', i + perpetuite[0].length, false)
  const m = essayer(EMPRISONNEMENT, flux.plie, i) ?? essayer(EMPRISONNEMENT_INVERSE, flux.plie, i)
  if (m === null) return null
  const nature = /RECLUSION|DETENTION CRIM/.test(m[0]) ? 'reclusion' : 'emprisonnement'
  const resultat = lue(nature, i + m[0].length, false)
  resultat.peine.duree = lireDuree(m[1] ?? '')
  if (resultat.peine.duree === null) return null
  return avecSursis(flux, resultat)
}

function amende(flux: Flux, i: number): PeineLue | null {
  const m = essayer(AMENDE, flux.plie, i) ?? essayer(AMENDE_INVERSE, flux.plie, i)
  if (m === null) return null
  const resultat = lue('amende', i + m[0].length, false)
  resultat.peine.montant = lireMontant(m[1] ?? '')
  if (resultat.peine.montant === null) return null
  return avecSursis(flux, resultat)
}

function duree(flux: Flux, i: number, motif: RegExp, nature: 'jours-amende'): PeineLue | null {
  const m = essayer(motif, flux.plie, i)
  if (m === null) return null
  const resultat = lue(nature, i + m[0].length, false)
  const jours = lireNombre((m[1] ?? '').replace(/ ?\(.*/, ''))
  if (jours === null) return null
  resultat.peine.duree = { jours }
  resultat.peine.montant = lireMontant(m[2] ?? '')
  return avecSursis(flux, resultat)
}

function temps(flux: Flux, i: number, motif: RegExp, nature: Peine['nature']): PeineLue | null {
  const m = essayer(motif, flux.plie, i)
  if (m === null) return null
  const resultat = lue(nature, i + m[0].length, false)
  const imprimee = m[1] ?? m[2]
  if (imprimee !== undefined) {
    resultat.peine.duree = lireDuree(imprimee)
    if (resultat.peine.duree === null) return null
  }
  return resultat
}

// ── suspension ──

const DONT = ici(`[ ,(]*DONT (?:(${DUREE})|${MONTANT})(?: (?:D'EMPRISONNEMENT|D'AMENDE))?( FERMES?)?\\b`)
const ET_FERME = ici(`[ ,(]*(?:DONT|ET) (${DUREE}) FERMES?`)
const OUVRE =
  "[ ,(:]*(?:(?:ASSORTIE?S?|AVEC|ET|EN|AU|DU|LE|BENEFICE) ?(?:DU BENEFICE (?:DU|DE)|DU|D'UN|DE|D'|LE)? ?)?"
const TYPES: readonly (readonly [RegExp, Sursis['type']])[] = [
  [
    ici(`${OUVRE}(?:SURSIS[- ](?:A )?PROBATOIRE RENFORCE|SURSIS RENFORCE|SPR\\b|S\\.P\\.R\\.)`),
    'probatoire-renforce',
  ],
  [ici(`${OUVRE}(?:SURSIS[- ]PROBATOIRE|SURSIS PROB\\b\\.?|SP\\b|S\\.P\\.)`), 'probatoire'],
  [
    ici(
      `${OUVRE}(?:SURSIS(?: ?,)? ?(?:ASSORTI D'UNE |ASSORTI DE LA |AVEC |ET |- ?)?MISE A L'EPREUVE|SME\\b|S\\.M\\.E\\.)(?: \\(SME\\))?`,
    ),
    'mise-a-l-epreuve',
  ],
  [
    ici(
      `${OUVRE}(?:SURSIS[- ](?:AVEC |ASSORTI (?:D'UN |DE L'OBLIGATION D'(?:ACCOMPLIR|EFFECTUER|EXECUTER) (?:UN )?)|(?:ET )?OBLIGATION D'(?:ACCOMPLIR|EFFECTUER) (?:UN )?)?${NOM_TIG}|STIG\\b|S-TIG\\b)`,
    ),
    'tig',
  ],
  [ici(`${OUVRE}SURSIS\\b(?! (?:REVOQ|A ETE))(?: SIMPLE)?`), 'simple'],
]
const RENFORCE = ici(' ?RENFORCE\\b')
const PARTIEL = ici('[ ,(]*(?:PARTIEL(?:LEMENT)?)\\b\\)?')
const TOTAL = ici('[ ,(]*(?:TOTAL(?:EMENT)?|POUR LE TOUT|EN TOTALITE)\\b\\)?')
const PART = ici(
  `[ ,(:]*(?:A HAUTEUR DE|A CONCURRENCE DE|POUR(?: UNE DUREE DE)?|(?<=PARTIEL) ?(?:DE|:)) ?(${DUREE}|${MONTANT})\\)?`,
)
const HEURES_TIG = ici(`[ ,(:]*(?:(?:DE|PENDANT|D'UNE DUREE DE) )?(${HEURES})(?: DE TIG)?\\)?`)
const DELAI = ici(
  `[ ,(:]*(?:A (?:ACCOMPLIR|EFFECTUER) )?(?:PENDANT(?: UN DELAI DE| UNE DUREE DE)?|DURANT|(?:DANS |AVEC )?(?:UN |LE )?(?:DELAI|PROBATION|EPREUVE)(?: D'EPREUVE| DE PROBATION| PROBATOIRE)?(?: FIXEE? A| DE| PENDANT| ?:)?|D'UNE DUREE DE|D'UN DELAI DE|SUR) ?(${DUREE})${SEULE}\\)?`,
)
const DELAI_NU = ici(`[ ,(:]*(?:DE )?(${DUREE})${SEULE}\\)?`)

function avecSursis(flux: Flux, resultat: PeineLue): PeineLue {
  const { plie } = flux
  let fin = resultat.fin
  let partiel = false
  let part: Duree | null = null
  let total: Sursis['type'] | null = null
  const dont = essayer(DONT, plie, fin)
  if (dont !== null && (dont[1] === undefined || lireDuree(dont[1]) !== null)) {
    fin += dont[0].length
    partiel = true
    if (dont[2] === undefined && dont[1] !== undefined) part = lireDuree(dont[1])
  }
  for (const [motif, type] of TYPES) {
    const m = essayer(motif, plie, fin)
    if (m !== null && !retourSansMot(flux, fin, m[0])) {
      total = type
      fin += m[0].length
      break
    }
  }
  if (total === null) return resultat
  if (total === 'mise-a-l-epreuve' || total === 'tig' || total === 'probatoire') {
    const renforce = essayer(RENFORCE, plie, fin)
    if (renforce !== null && total === 'probatoire') {
      total = 'probatoire-renforce'
      fin += renforce[0].length
    }
  }
  const sursis: Sursis = { type: total, partiel, delai: null }
  for (let tour = 0; tour < 5; tour++) {
    const m = suite(flux, fin, sursis)
    if (m === 0) break
    fin += m
  }
  const ferme = essayer(ET_FERME, plie, fin)
  if (ferme !== null && lireDuree(ferme[1] ?? '') !== null) {
    sursis.partiel = true
    fin += ferme[0].length
  }
  if (part !== null) {
    const { heures: _, ...duree } = part
    sursis.part = duree
  }
  resultat.peine.sursis = sursis
  resultat.fin = fin
  return resultat
}

/** « SP » or « SME » at the start of another line could be anything: they need their own line. */
function retourSansMot(flux: Flux, fin: number, texte: string): boolean {
  const mot = /[A-Z].*$/.exec(texte)
  if (mot === null || !/^(?:SP|SPR)\b/.test(mot[0])) return false
  return flux.coupures[fin + mot.index] === 2
}

/** Reads one more piece about a suspension; the number of characters read, 0 when nothing belongs to it. */
function suite(flux: Flux, i: number, sursis: Sursis): number {
  const { plie } = flux
  const total = essayer(TOTAL, plie, i)
  if (total) return total[0].length
  const partiel = essayer(PARTIEL, plie, i)
  if (partiel) {
    sursis.partiel = true
    return partiel[0].length
  }
  const part = essayer(PART, plie, i)
  const partie = lireDuree(part?.[1] ?? '')
  if (part && (partie !== null || lireMontant(part[1] ?? '') !== null)) {
    sursis.partiel = true
    if (partie !== null) {
      const { heures: _, ...duree } = partie
      sursis.part = duree
    }
    return part[0].length
  }
  if (sursis.type === 'tig' && sursis.heures === undefined) {
    const heures = essayer(HEURES_TIG, plie, i)
    const lues = lireDuree(heures?.[1] ?? '')?.heures
    if (heures && lues !== undefined) {
      sursis.heures = lues
      return heures[0].length
    }
  }
  if (sursis.delai !== null) return 0
  const nu = sursis.type === 'simple' ? null : essayer(DELAI_NU, plie, i)
  const delai = essayer(DELAI, plie, i) ?? (nu !== null && memeLigne(flux, i, nu[0]) ? nu : null)
  if (delai === null) return 0
  const lu = lireDuree(delai[1] ?? '')
  if (lu === null || lu.jours !== undefined || lu.heures !== undefined) return 0
  sursis.delai = lu
  return delai[0].length
}

function memeLigne(flux: Flux, i: number, texte: string): boolean {
  for (let k = i; k < i + texte.length; k++) if (flux.coupures[k] === 2) return false
  return true
}
