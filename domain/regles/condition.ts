import type { CleFait } from '../contrat.ts'
import { plier } from '../texte.ts'
import { auMoins, et, non, ou, type Trivalent } from './trivalent.ts'

/** A condition as a jurist writes it in the catalogue (docs/regles.md gives the grammar). */
export type ConditionEcrite =
  | string
  | { 'toutes ces conditions': readonly ConditionEcrite[] }
  | { 'une de ces conditions': readonly ConditionEcrite[] }
  | { 'le premier renseigné de': readonly CleFait[] }
  | { sauf: ConditionEcrite }
  | { [auMoins: `au moins ${number} parmi`]: readonly ConditionEcrite[] }

type Scalaire = string | boolean
/** A written constant, or the name of a catalogue parameter. */
type Operande = { constante: Scalaire } | { parametre: string }

export type Condition =
  | { genre: 'jamais' }
  | { genre: 'et' | 'ou'; parmi: readonly Condition[] }
  | { genre: 'au-moins'; n: number; parmi: readonly Condition[] }
  | { genre: 'non'; de: Condition }
  | { genre: 'booleen'; fait: CleFait; attendu: boolean }
  | { genre: 'premier'; faits: readonly CleFait[] }
  | { genre: 'absent'; fait: CleFait }
  | { genre: 'connu'; fait: CleFait }
  | { genre: 'établi'; fait: CleFait }
  | { genre: 'dit'; fait: CleFait; liste: readonly Scalaire[] }
  | { genre: 'egal'; fait: CleFait; a: Operande; nie: boolean }
  | { genre: 'compare'; fait: CleFait; operateur: '>=' | '<=' | '>' | '<'; a: Operande }
  | { genre: 'parmi'; fait: CleFait; liste: readonly Operande[] }
  | { genre: 'parametre'; nom: string; a: Scalaire }

/** What a rule may read of a fact: its value, its absence, or the fact that live answers disagree. */
export const ABSENT = Symbol('absent')
export const CONTRADICTOIRE = Symbol('contradictoire')
export type Lecture = boolean | number | string | readonly string[] | typeof ABSENT | typeof CONTRADICTOIRE

export interface Contexte {
  lire(fait: CleFait): Lecture
  /** Every value that a live answer gives, contradictory ones included. */
  dites(fait: CleFait): readonly unknown[]
  parametre(nom: string): unknown
}

const FAIT = String.raw`[a-z]+\.[A-Za-z0-9]+`
const SEUL = new RegExp(`^(non )?(${FAIT})$`)
const ABSENCE = new RegExp(`^(${FAIT}) (absent|connu|établi)$`)
const DIT = new RegExp(`^(${FAIT}) dit (.+)$`)
const EGALITE = new RegExp(`^(${FAIT}) (=|≠) (.+)$`)
const COMPARAISON = new RegExp(`^(${FAIT}) (>=|<=|>|<) (.+)$`)
const APPARTENANCE = new RegExp(`^(${FAIT}) parmi (.+)$`)
const PARAMETRE = /^\$([a-z-]+\.[A-Za-z]+) = (.+)$/

function scalaire(ecrit: string): Scalaire {
  if (ecrit === 'oui') return true
  if (ecrit === 'non') return false
  return ecrit
}

function operande(ecrit: string): Operande {
  const propre = ecrit.trim()
  return propre.startsWith('$') ? { parametre: propre.slice(1) } : { constante: scalaire(propre) }
}

function lirePhrase(phrase: string): Condition {
  const p = phrase.trim()
  if (p === 'jamais') return { genre: 'jamais' }
  let m = SEUL.exec(p)
  if (m?.[2]) return { genre: 'booleen', fait: m[2], attendu: m[1] === undefined }
  m = ABSENCE.exec(p)
  if (m?.[1]) return { genre: m[2] as 'absent' | 'connu' | 'établi', fait: m[1] }
  m = DIT.exec(p)
  if (m?.[1] && m[2])
    return { genre: 'dit', fait: m[1], liste: m[2].split(',').map((x) => scalaire(x.trim())) }
  m = EGALITE.exec(p)
  if (m?.[1] && m[3]) return { genre: 'egal', fait: m[1], a: operande(m[3]), nie: m[2] === '≠' }
  m = COMPARAISON.exec(p)
  if (m?.[1] && m[3])
    return { genre: 'compare', fait: m[1], operateur: m[2] as '>=' | '<=' | '>' | '<', a: operande(m[3]) }
  m = APPARTENANCE.exec(p)
  if (m?.[1] && m[2]) return { genre: 'parmi', fait: m[1], liste: m[2].split(',').map(operande) }
  m = PARAMETRE.exec(p)
  if (m?.[1] && m[2]) return { genre: 'parametre', nom: m[1], a: scalaire(m[2].trim()) }
  throw new Error(`condition illisible : « ${p} »`)
}

/** Reads a written condition; throws on anything that the grammar does not know. */
export function lireCondition(ecrite: ConditionEcrite): Condition {
  if (typeof ecrite === 'string') return lirePhrase(ecrite)
  const entrees = Object.entries(ecrite)
  const [cle, contenu] = entrees[0] ?? []
  if (entrees.length !== 1 || cle === undefined) throw new Error('une condition a exactement une clé')
  if (cle === 'sauf') return { genre: 'non', de: lireCondition(contenu as ConditionEcrite) }
  if (!Array.isArray(contenu) || contenu.length === 0) throw new Error(`« ${cle} » attend une liste`)
  if (cle === 'le premier renseigné de') return { genre: 'premier', faits: contenu }
  const parmi = contenu.map(lireCondition)
  if (cle === 'toutes ces conditions') return { genre: 'et', parmi }
  if (cle === 'une de ces conditions') return { genre: 'ou', parmi }
  const n = /^au moins (\d+) parmi$/.exec(cle)?.[1]
  if (n !== undefined) return { genre: 'au-moins', n: Number(n), parmi }
  throw new Error(`mot inconnu dans une condition : « ${cle} »`)
}

/** Text is compared without case, accents or repeated spaces; an unsettled contradiction is unknown. */
function memeValeur(a: unknown, b: unknown): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b
  return String(a) === String(b) || plier(String(a)) === plier(String(b))
}

function valeurDe(o: Operande, contexte: Contexte): unknown {
  return 'constante' in o ? o.constante : contexte.parametre(o.parametre)
}

function appartient(valeur: Lecture, liste: readonly unknown[]): Trivalent {
  // Nothing belongs to an empty list, whatever the answer would be.
  if (liste.length === 0) return false
  if (valeur === ABSENT || valeur === CONTRADICTOIRE) return null
  return liste.some((x) => memeValeur(valeur, x))
}

function comparer(valeur: number, operateur: '>=' | '<=' | '>' | '<', borne: number): boolean {
  if (operateur === '>=') return valeur >= borne
  if (operateur === '<=') return valeur <= borne
  return operateur === '>' ? valeur > borne : valeur < borne
}

export function evaluer(c: Condition, contexte: Contexte): Trivalent {
  switch (c.genre) {
    case 'jamais':
      return false
    case 'et':
      return et(c.parmi.map((x) => evaluer(x, contexte)))
    case 'ou':
      return ou(c.parmi.map((x) => evaluer(x, contexte)))
    case 'au-moins':
      return auMoins(
        c.n,
        c.parmi.map((x) => evaluer(x, contexte)),
      )
    case 'non':
      return non(evaluer(c.de, contexte))
    case 'parametre':
      return memeValeur(contexte.parametre(c.nom), c.a)
    case 'premier': {
      const fait = c.faits.find((f) => contexte.lire(f) !== ABSENT)
      const valeur = fait === undefined ? ABSENT : contexte.lire(fait)
      return typeof valeur === 'boolean' ? valeur : null
    }
    default:
      return evaluerFait(c, contexte.lire(c.fait), contexte)
  }
}

function evaluerFait(
  c: Extract<Condition, { fait: CleFait }>,
  valeur: Lecture,
  contexte: Contexte,
): Trivalent {
  if (c.genre === 'absent') return valeur === CONTRADICTOIRE ? null : valeur === ABSENT
  if (c.genre === 'connu') return valeur !== ABSENT && valeur !== CONTRADICTOIRE
  if (c.genre === 'établi') return valeur === true
  if (c.genre === 'dit') return contexte.dites(c.fait).some((x) => c.liste.some((y) => memeValeur(x, y)))
  if (c.genre === 'parmi') {
    const liste = c.liste.flatMap((o) => valeurDe(o, contexte) as unknown)
    return appartient(valeur, liste)
  }
  if (valeur === ABSENT || valeur === CONTRADICTOIRE) return null
  if (c.genre === 'booleen') return valeur === c.attendu
  if (c.genre === 'egal') return memeValeur(valeur, valeurDe(c.a, contexte)) !== c.nie
  const borne = Number(valeurDe(c.a, contexte))
  return typeof valeur === 'number' && !Number.isNaN(borne) ? comparer(valeur, c.operateur, borne) : null
}

/** Every fact that a condition reads, each once, in reading order. */
export function faitsDe(c: Condition): CleFait[] {
  if (c.genre === 'et' || c.genre === 'ou' || c.genre === 'au-moins')
    return [...new Set(c.parmi.flatMap(faitsDe))]
  if (c.genre === 'non') return faitsDe(c.de)
  if (c.genre === 'premier') return [...c.faits]
  return 'fait' in c ? [c.fait] : []
}

/**
 * Facts whose answer could still decide a condition that is unknown: the unknown leaves reached through
 * unknown branches only (a branch already false in an « and », or true in an « or », no longer matters).
 */
export function faitsOuverts(c: Condition, contexte: Contexte): CleFait[] {
  if (evaluer(c, contexte) !== null) return []
  if (c.genre === 'et' || c.genre === 'ou' || c.genre === 'au-moins')
    return [...new Set(c.parmi.flatMap((x) => faitsOuverts(x, contexte)))]
  if (c.genre === 'non') return faitsOuverts(c.de, contexte)
  return faitsDe(c)
}
