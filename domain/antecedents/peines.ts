import type { Peine } from '../contrat.ts'
import { DUREE, dureeDe, JOURS_AMENDE as JA, MONTANT, valeurDe } from './jetons.ts'
import { type Cles, clesDe, essayerEn, ici, type Motif, ouvre } from './motif.ts'
import { type Duree, enNombre, trouverDuree } from './quantites.ts'
import { avecSursis, NOM_TIG } from './sursis.ts'
import { aplanir, type Flux } from './texte.ts'

/** Sentences: nature, length, amount, suspension. Each reader is anchored and gives back where it ends. */

export interface PeineLue {
  peine: Peine
  fin: number
  /** The words run on to the end of the line (stage, ban, permit…). */
  ouverte: boolean
}

const PRIVATIF =
  "(?:D ?' ?|DE )?(?:EMPRISONNEMENT|EMPRISONNT|EMPRIST|EMPRT|EMPR|EMP|PRISON|RECLUSION(?: CRIMINELLE)?|DETENTION CRIMINELLE)\\b\\.?(?: (?:DELICTUELL?E?|CRIMINELL?E?|FERME|CORRECTIONNELL?E?))*"
const ANNONCE =
  "(?:(?:EST |A ETE )?CONDAMNEE? A |PEINE PRINCIPALE ?: ?)?(?:(?:LA |UNE |A LA |A UNE )?PEINE (?:DE |D'))?(?:UNE? )?"
const ANNONCER = ici('EST C|A ETE C|CONDAMNE|PEINE |LA PEINE|UN|A LA PEINE|A UNE PEINE', ANNONCE)

const EMPRISONNEMENT = ici('\uE002', `(${DUREE}) ${PRIVATIF}`)
const EMPRISONNEMENT_INVERSE = ici(
  "D'|D |DE |EMP|PRISON|RECLUSION|DETENTION CRIM",
  `${PRIVATIF} ?(?:[:,(]|DE|PENDANT|POUR|A|D'UNE DUREE DE)? ?(${DUREE}) ?\\)?(?: FERME)?`,
)
const PERPETUITE = ici('RECLUSION', `RECLUSION(?: CRIMINELLE)? A PERPETUITE`)
const TYPE_AMENDE =
  '(?: (?:DELICTUELLE|CORRECTIONNELLE|CONTRAVENTIONNELLE|DOUANIERE|PENALE|FORFAITAIRE(?: DELICTUELLE)?|DE COMPOSITION))?'
/** Amounts without a whole currency: « 750 E », « 500 », only where the word « amende » stands by. */
const ABREGE = '\\d{2,6}(?: ?[EF]\\b|\\b)'
const AMENDE = ici(
  'AMENDE|AM.',
  `(?:AMENDE|AM\\.)${TYPE_AMENDE}(?: ?:| DE| D'UN MONTANT DE| D'| A)? ?(${MONTANT}|${ABREGE})`,
)
const AMENDE_INVERSE = ici(
  '\uE003|1|2|3|4|5|6|7|8|9',
  `(${MONTANT}|\\d{2,6} ?[EF]\\b) ?(?:D ?'|DE L'|EN )? ?AMENDE\\b${TYPE_AMENDE}`,
)
const JOURS_AMENDE = ici(
  '\uE004',
  `(${JA})(?: (?:A|DE|X|D'UN MONTANT(?: UNITAIRE| JOURNALIER)? DE)| ?[:,@])? ?(${MONTANT}|\\d{1,4}\\b)(?: (?:PAR JOUR|CHACUN|L'UN|LE JOUR))?`,
)
const JOURS_AMENDE_INVERSE = ici(
  'JOUR',
  `JOURS?[- ]AMENDES? ?[:(]? ?(${DUREE}|\\d{1,3}) (?:A|X|DE|D'UN MONTANT(?: UNITAIRE| JOURNALIER)? DE) ?(${MONTANT}|\\d{1,4}\\b) ?\\)?(?: PAR JOUR)?`,
)
const DELAI_TIG = `(?:,? ?(?:A (?:ACCOMPLIR|EFFECTUER|EXECUTER) )?DANS (?:UN |LE )?DELAI (?:DE |D')?(${DUREE})(?! (?:D'|DE )))?`
const TIG = ici(
  '\uE002|T.|TIG|T I|TRAVA',
  `(?:(${DUREE}) (?:DE |D')?${NOM_TIG}|${NOM_TIG}(?: (?:DE|PENDANT|D'UNE DUREE DE)| ?:)? ?(${DUREE}))${DELAI_TIG}`,
)
const NOM_DDSE =
  '(?:D\\.? ?D\\.? ?S\\.? ?E\\b\\.?|DETENTION A DOMICILE(?: SOUS (?:SURVEILLANCE|BRACELET) ELECTRONIQUE)?(?: \\(DDSE\\))?)'
const ENTRE = "(?: (?:DE|PENDANT|DURANT|POUR|D'UNE DUREE DE|PENDANT UNE DUREE DE)| ?[:,(])?"
const DDSE = ici(
  '\uE002|DDSE|D.|D D|DETENTION A',
  `(?:(${DUREE}) (?:DE |D')?${NOM_DDSE}|${NOM_DDSE}(?:${ENTRE} ?(${DUREE})\\)?)?)`,
)
const CONTRAINTE = ici(
  '\uE002|CONTRAINTE',
  `(?:(${DUREE}) DE CONTRAINTE PENALE|CONTRAINTE PENALE(?:${ENTRE} ?(${DUREE})\\)?)?)`,
)
const DISPENSE = ici('DISPENSE|EST DISP', '(?:EST )?DISPENSEE? DE PEINE\\b')
const STAGE = ici('STAGE', `STAGE\\b`)
const AUTRE = ici(
  '\uE002|SUSPENSION|ANNULATION|INVALIDATION|INTERDICTION|CONFISCATION|PRIVATION|IMMOBILISATION|INELIGIBILITE|RETRAIT DU|RETENTION DU|SUIVI SOCIO|AVERTISSEMENT|ADMONEST|MESURE|REMISE|LIBERTE|PLACEMENT|SANCTION|AFFICHAGE|PUBLICATION|DIFFUSION|TRAVAIL NON|FERMETURE|EXCLUSION|DESTRUCTION|RESTITUTION|AJOURNEMENT|DISSOLUTION|OBLIGATION DE Q|RECONDUITE|PERIODE DE|ACTIVITE|PROTECTION',
  `(?:(${DUREE}) (?:DE |D')(?=INTERDICTION|SUSPENSION|ANNULATION|PRIVATION|INELIGIBILITE|SUIVI|RETENTION|CONFISCATION|FERMETURE))?(?:SUSPENSION\\b(?! DE (?:LA )?PEINE)|ANNULATION\\b|INVALIDATION\\b|INTERDICTIONS?\\b|CONFISCATIONS?\\b|PRIVATION\\b|IMMOBILISATION\\b|INELIGIBILITE\\b|RETRAIT DU PERMIS|RETENTION DU PERMIS|SUIVI SOCIO[- ]JUDICIAIRE|AVERTISSEMENT\\b|ADMONESTATION\\b|MESURE EDUCATIVE|MESURES? (?:DE )?(?:REPARATION|D'ASSISTANCE|DE PROTECTION)|REMISE? A (?:SES )?(?:PARENTS?|SA FAMILLE|PERSONNE)|LIBERTE SURVEILLEE|PLACEMENT(?: EDUCATIF|\\b(?! A L'EXT| SOUS))|SANCTIONS?[- ]REPARATION|SANCTION EDUCATIVE|AFFICHAGE\\b|PUBLICATION\\b|DIFFUSION\\b|TRAVAIL NON REMUNERE|FERMETURE\\b|EXCLUSION\\b(?! DU (?:BULLETIN|B2))|DESTRUCTION\\b|RESTITUTION\\b|AJOURNEMENT|DISSOLUTION|OBLIGATION DE QUITTER|RECONDUITE|PERIODE DE SURETE|ACTIVITE DE JOUR|PROTECTION JUDICIAIRE)`,
)

type Lecteur = (flux: Flux, i: number) => PeineLue | null

const LECTEURS: readonly Lecteur[] = [
  (f, i) => joursAmende(f, i, JOURS_AMENDE) ?? joursAmende(f, i, JOURS_AMENDE_INVERSE),
  privatif,
  amende,
  (f, i) => temps(f, i, TIG, 'tig', true),
  (f, i) => temps(f, i, DDSE, 'ddse', false),
  (f, i) => temps(f, i, CONTRAINTE, 'contrainte-penale', false),
]

/** First signs of the sentences that say their quantum, then of all. */
const CLES = clesDe([
  ANNONCER,
  EMPRISONNEMENT,
  EMPRISONNEMENT_INVERSE,
  AMENDE,
  AMENDE_INVERSE,
  JOURS_AMENDE,
  JOURS_AMENDE_INVERSE,
  TIG,
  DDSE,
  CONTRAINTE,
])

export const CLES_PEINES: Cles = CLES.union(clesDe([DISPENSE, STAGE, AUTRE]))

/** « condamné à la peine de »: where the sentence itself begins. */
function apresAnnonce(plie: string, i: number): number {
  return i + (essayerEn(ANNONCER, plie, i)?.[0].length ?? 0)
}

/** A sentence that says its nature and its quantum: known wherever it stands. */
export function lirePeineChiffree(flux: Flux, i: number): PeineLue | null {
  if (!ouvre(CLES, flux.plie, i)) return null
  const k = apresAnnonce(flux.plie, i)
  for (const lire of LECTEURS) {
    const lue = lire(flux, k) ?? (k === i ? null : lire(flux, i))
    if (lue !== null) return lue
  }
  return null
}

/** A sentence known by its first words only: tried where a field begins. */
export function lirePeineOuverte(flux: Flux, i: number): PeineLue | null {
  const dispense = essayerEn(DISPENSE, flux.plie, i)
  if (dispense) return lue('dispense', i + dispense[0].length, false)
  if (essayerEn(STAGE, flux.plie, apresAnnonce(flux.plie, i))) return lue('stage', i, true)
  const autre = essayerEn(AUTRE, flux.plie, i)
  if (autre === null) return null
  const resultat = lue('autre', i, true)
  if (autre[1] !== undefined) resultat.peine.duree = dureeDe(flux.valeurs, autre[1])
  return resultat
}

const DUREE_DEDANS = new RegExp(`(?:PENDANT|DURANT|POUR|DUREE DE|:|,) ?(?:UNE DUREE DE )?(${DUREE})`)
const DUREE_FINALE = new RegExp(`[ (](${DUREE})\\)?$`)

/** The length inside the words of an open sentence: « … PENDANT 4 MOIS ». */
export function dureeDedans(flux: Flux, texte: string): Duree | null {
  const trouve = DUREE_DEDANS.exec(texte) ?? DUREE_FINALE.exec(texte)
  return dureeDe(flux.valeurs, trouve?.[1])
}

function lue(nature: Peine['nature'], fin: number, ouverte: boolean): PeineLue {
  return { peine: { nature, duree: null, montant: null, sursis: null }, fin, ouverte }
}

/** A whole amount, or figures with their currency cut short. */
function montantDe(flux: Flux, mot: string | undefined): number | null {
  const valeur = valeurDe(flux.valeurs, mot)
  if (valeur?.type === 'montant') return valeur.euros
  const chiffres = /^\d+/.exec(mot ?? '')?.[0]
  return chiffres === undefined ? null : enNombre(chiffres)
}

function privatif(flux: Flux, i: number): PeineLue | null {
  const perpetuite = essayerEn(PERPETUITE, flux.plie, i)
  if (perpetuite) return lue('reclusion', i + perpetuite[0].length, false)
  const m = essayerEn(EMPRISONNEMENT, flux.plie, i) ?? essayerEn(EMPRISONNEMENT_INVERSE, flux.plie, i)
  if (m === null) return null
  const nature = /RECLUSION|DETENTION CRIM/.test(m[0]) ? 'reclusion' : 'emprisonnement'
  const resultat = lue(nature, i + m[0].length, false)
  resultat.peine.duree = dureeDe(flux.valeurs, m[1])
  return suspendre(flux, resultat)
}

function amende(flux: Flux, i: number): PeineLue | null {
  const m = essayerEn(AMENDE, flux.plie, i) ?? essayerEn(AMENDE_INVERSE, flux.plie, i)
  if (m === null) return null
  const resultat = lue('amende', i + m[0].length, false)
  resultat.peine.montant = montantDe(flux, m[1])
  return suspendre(flux, resultat)
}

function joursAmende(flux: Flux, i: number, motif: Motif): PeineLue | null {
  const m = essayerEn(motif, flux.plie, i)
  if (m === null) return null
  const compte = valeurDe(flux.valeurs, m[1])
  const jours =
    compte?.type === 'jours-amende'
      ? compte.jours
      : compte?.type === 'duree'
        ? compte.duree.jours
        : Number(m[1])
  if (jours === undefined || Number.isNaN(jours)) return null
  const resultat = lue('jours-amende', i + m[0].length, false)
  resultat.peine.duree = { jours }
  resultat.peine.montant = montantDe(flux, m[2])
  return suspendre(flux, resultat)
}

function temps(
  flux: Flux,
  i: number,
  motif: Motif,
  nature: Peine['nature'],
  enHeures: boolean,
): PeineLue | null {
  const m = essayerEn(motif, flux.plie, i)
  if (m === null) return null
  const duree = dureeDe(flux.valeurs, m[1] ?? m[2])
  if (enHeures && duree?.heures === undefined) return null
  const resultat = lue(nature, i + m[0].length, false)
  resultat.peine.duree = duree
  return resultat
}

function suspendre(flux: Flux, resultat: PeineLue): PeineLue {
  const sursis = avecSursis(flux, resultat.fin)
  if (sursis === null) return resultat
  return { ...resultat, peine: { ...resultat.peine, sursis: sursis.sursis }, fin: sursis.fin }
}

/** The first length said by a mention, in the words printed. */
export function dureeDansMention(texte: string): Duree | null {
  return trouverDuree(aplanir(texte).split(/ PRONONCEE? | LE \d/)[0] ?? '')
}
