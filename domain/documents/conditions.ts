import { type Catalogue, direChiffres } from '../catalogue/index.ts'
import type { CleFait, DateIso } from '../contrat.ts'
import { definitionFait, libelleValeur } from '../faits/vocabulaire.ts'
import type { Condition } from '../regles/condition.ts'
import { direEnVigueur, direParametre, nomParametre } from './parametres.ts'

/** A condition of the catalogue as a jurist reads it, without a word of the grammar it is written in. */

/** What is in force on which day. */
export interface LectureRegles {
  catalogue: Catalogue
  date: DateIso
}

type Operande = Extract<Condition, { genre: 'egal' }>['a']

const SIGNES = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const

/**
 * « Tribunal = Bobigny ET (JAP du ressort = Bobigny OU Accord hors ressort : oui) »: facts by their label, parameters
 * by name and value in force, a group inside a group between brackets.
 */
export function direCondition(c: Condition, catalogue: Catalogue, date: DateIso): string {
  return dire(c, { catalogue, date }, false)
}

function dire(c: Condition, lecture: LectureRegles, dedans: boolean): string {
  switch (c.genre) {
    case 'jamais':
      return 'jamais'
    case 'et':
    case 'ou': {
      const mots = c.parmi.map((x) => dire(x, lecture, true)).join(c.genre === 'et' ? ' ET ' : ' OU ')
      return dedans && c.parmi.length > 1 ? `(${mots})` : mots
    }
    case 'au-moins':
      return `au moins ${c.n} parmi (${c.parmi.map((x) => dire(x, lecture, true)).join(' ; ')})`
    case 'non':
      return `SAUF SI ${dire(c.de, lecture, true)}`
    case 'premier':
      return `oui au premier renseigné de (${c.faits.map(libelle).join(' ; ')})`
    case 'parametre': {
      const { catalogue, date } = lecture
      return `paramètre « ${nomParametre(catalogue, c.nom)} » = ${direParametre(catalogue, c.nom, c.a.constante)} (en vigueur : ${direEnVigueur(catalogue, c.nom, date)})`
    }
    default:
      return direFait(c, lecture)
  }
}

function direFait(c: Extract<Condition, { fait: CleFait }>, lecture: LectureRegles): string {
  const nom = libelle(c.fait)
  switch (c.genre) {
    case 'booleen':
      return `${nom} : ${c.attendu ? 'oui' : 'non'}`
    case 'absent':
      return `${nom} : sans réponse`
    case 'connu':
      return `${nom} : renseigné`
    case 'établi':
      return `${nom} : oui, établi sans contradiction`
    case 'egal':
      return `${nom} ${c.nie ? '≠' : '='} ${operande(c.fait, c.a, lecture)}`
    case 'compare':
      return `${nom} ${SIGNES[c.operateur]} ${operande(c.fait, c.a, lecture)}`
    case 'parmi':
      return `${nom} parmi : ${c.liste.map((o) => operande(c.fait, o, lecture)).join(', ')}`
    case 'dit':
      return `${nom} : une réponse au moins dit ${c.liste.map((o) => operande(c.fait, o, lecture)).join(', ')}`
  }
}

/** Facts and parameters quoted inside a sentence: « Jugé à [tribunal]. »; figures of the law by their value. */
export function direPhrase(phrase: string, { catalogue, date }: LectureRegles): string {
  return direChiffres(phrase, catalogue, date)
    .replace(/\{\$([a-z-]+\.[A-Za-z]+)\}/g, (_, nom: string) => `[${nomParametre(catalogue, nom)}]`)
    .replace(/\{([A-Za-z0-9.-]+)\}/g, (_, fait: string) => `[${libelle(fait)}]`)
}

function libelle(fait: CleFait): string {
  return definitionFait(fait)?.libelle ?? fait
}

function operande(fait: CleFait, o: Operande, { catalogue, date }: LectureRegles): string {
  if ('constante' in o) return libelleValeur(fait, o.constante)
  return `${direEnVigueur(catalogue, o.parametre, date)} (paramètre « ${nomParametre(catalogue, o.parametre)} »)`
}
