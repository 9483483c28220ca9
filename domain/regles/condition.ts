import type { CleFait } from '../contrat.ts'
import { type DefinitionFait, definitionFait, type TypeFait } from '../faits/vocabulaire.ts'
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

/** A written constant with its folded text, or the name of a catalogue parameter. */
interface Constante {
  constante: string | boolean
  pliee: string
}
type Operande = Constante | { parametre: string }

const COMPARAISONS = {
  '>=': (a: number, b: number) => a >= b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '<': (a: number, b: number) => a < b,
} as const
type Operateur = keyof typeof COMPARAISONS

export type Condition =
  | { genre: 'jamais' }
  | { genre: 'et' | 'ou'; parmi: readonly Condition[] }
  | { genre: 'au-moins'; n: number; parmi: readonly Condition[] }
  | { genre: 'non'; de: Condition }
  | { genre: 'booleen'; fait: CleFait; attendu: boolean }
  | { genre: 'premier'; faits: readonly CleFait[] }
  | { genre: 'absent' | 'connu' | 'établi'; fait: CleFait }
  | { genre: 'egal'; fait: CleFait; a: Operande; nie: boolean }
  | { genre: 'compare'; fait: CleFait; operateur: Operateur; a: Operande }
  | { genre: 'parmi' | 'dit'; fait: CleFait; liste: readonly Operande[] }
  | { genre: 'parametre'; nom: string; a: Constante }

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
const ETAT = new RegExp(`^(${FAIT}) (absent|connu|établi)$`)
const RELATION = new RegExp(`^(${FAIT}) (=|≠|>=|<=|>|<|parmi|dit) (.+)$`)
const PARAMETRE = /^\$([a-z-]+\.[A-Za-z]+) = (.+)$/

/** Codes and most names are plain ASCII words, of which folding only lowers the case. */
function plierVite(texte: string): string {
  return /^[!-~]*$/.test(texte) ? texte.toLowerCase() : plier(texte)
}

function constante(ecrit: string, type?: TypeFait): Constante {
  return { constante: type === 'oui-non' ? ecrit === 'oui' : ecrit, pliee: plierVite(ecrit) }
}

function admise(ecrit: string, { type, valeurs }: DefinitionFait): boolean {
  if (type === 'oui-non') return ecrit === 'oui' || ecrit === 'non'
  if (type === 'nombre') return /^\d+$/.test(ecrit)
  return ecrit !== '' && (valeurs === undefined || valeurs.some((x) => x.code === ecrit))
}

// A slip of the pen would read as « unknown » for ever, so facts, types and codes are checked here.
function definir(fait: string, type?: TypeFait): DefinitionFait {
  const definition = definitionFait(fait)
  if (definition === undefined) throw new Error(`fait inconnu dans une condition : « ${fait} »`)
  if (type !== undefined && definition.type !== type)
    throw new Error(`« ${fait} » n’est pas du type que cette condition attend`)
  return definition
}

function lireOperande(ecrit: string, definition: DefinitionFait): Operande {
  const propre = ecrit.trim()
  if (propre.startsWith('$')) return { parametre: propre.slice(1) }
  if (!admise(propre, definition)) throw new Error(`valeur impossible pour ${definition.cle} : « ${propre} »`)
  return constante(propre, definition.type)
}

function lireRelation(fait: CleFait, relation: string, ecrit: string): Condition {
  const lire = (x: string) => lireOperande(x, definition)
  const definition = definir(fait, relation in COMPARAISONS ? 'nombre' : undefined)
  if (definition.type === 'liste') throw new Error(`« ${fait} » a plusieurs valeurs et ne se compare pas`)
  if (relation === 'parmi' || relation === 'dit')
    return { genre: relation, fait, liste: ecrit.split(',').map(lire) }
  if (relation === '=' || relation === '≠')
    return { genre: 'egal', fait, a: lire(ecrit), nie: relation === '≠' }
  return { genre: 'compare', fait, operateur: relation as Operateur, a: lire(ecrit) }
}

function lirePhrase(phrase: string): Condition {
  const p = phrase.trim()
  if (p === 'jamais') return { genre: 'jamais' }
  let m = SEUL.exec(p)
  if (m?.[2]) return { genre: 'booleen', fait: definir(m[2], 'oui-non').cle, attendu: m[1] === undefined }
  m = ETAT.exec(p)
  if (m?.[1]) return { genre: m[2] as 'absent' | 'connu' | 'établi', fait: definir(m[1]).cle }
  m = RELATION.exec(p)
  if (m?.[1] && m[2] && m[3]) return lireRelation(m[1], m[2], m[3])
  m = PARAMETRE.exec(p)
  if (m?.[1] && m[2]) return { genre: 'parametre', nom: m[1], a: constante(m[2].trim()) }
  throw new Error(`condition illisible : « ${p} »`)
}

function lirePremier(faits: readonly unknown[]): Condition {
  return { genre: 'premier', faits: faits.map((f) => definir(String(f), 'oui-non').cle) }
}

function lireAuMoins(cle: string, parmi: readonly Condition[]): Condition {
  const n = Number(/^au moins (\d+) parmi$/.exec(cle)?.[1])
  if (Number.isNaN(n)) throw new Error(`mot inconnu dans une condition : « ${cle} »`)
  if (n < 1 || n > parmi.length) throw new Error(`« ${cle} » ne peut pas compter ${parmi.length} conditions`)
  return { genre: 'au-moins', n, parmi }
}

/** Reads a written condition; throws on anything that the grammar or the vocabulary does not know. */
export function lireCondition(ecrite: ConditionEcrite): Condition {
  if (typeof ecrite === 'string') return lirePhrase(ecrite)
  const entrees = Object.entries((ecrite ?? {}) as Record<string, unknown>)
  const [cle, contenu] = entrees[0] ?? []
  if (entrees.length !== 1 || cle === undefined) throw new Error('une condition a exactement une clé')
  if (cle === 'sauf') return { genre: 'non', de: lireCondition(contenu as ConditionEcrite) }
  if (!Array.isArray(contenu) || contenu.length === 0) throw new Error(`« ${cle} » attend une liste`)
  if (cle === 'le premier renseigné de') return lirePremier(contenu)
  const parmi = contenu.map(lireCondition)
  if (cle === 'toutes ces conditions') return { genre: 'et', parmi }
  if (cle === 'une de ces conditions') return { genre: 'ou', parmi }
  return lireAuMoins(cle, parmi)
}

/** Text is compared without case, accents or repeated spaces. */
function vaut(valeur: unknown, c: Constante): boolean {
  if (valeur === c.constante) return true
  if (typeof valeur === 'boolean' || typeof c.constante === 'boolean') return false
  return plierVite(String(valeur)) === c.pliee
}

/** Values of parameters come from the catalogue: these few are folded once. */
const duCatalogue = new Map<string, Constante>()

function constanteDe(valeur: unknown): Constante {
  const ecrite = String(valeur)
  const deja = duCatalogue.get(ecrite)
  if (deja !== undefined) return deja
  const neuve = constante(ecrite)
  duCatalogue.set(ecrite, neuve)
  return neuve
}

// Lists too: a parameter keeps the same array for as long as its catalogue lives.
const listesDuCatalogue = new WeakMap<readonly unknown[], readonly Constante[]>()

function constantesDe(o: Operande, contexte: Contexte): readonly Constante[] {
  if ('constante' in o) return [o]
  const valeur = contexte.parametre(o.parametre)
  if (!Array.isArray(valeur)) return [constanteDe(valeur)]
  const deja = listesDuCatalogue.get(valeur)
  if (deja !== undefined) return deja
  const neuves = valeur.map(constanteDe)
  listesDuCatalogue.set(valeur, neuves)
  return neuves
}

/** Nothing belongs to an empty list, whatever the answer would be. */
function appartient(valeur: Lecture, liste: readonly Operande[], contexte: Contexte): Trivalent {
  const absente = valeur === ABSENT || valeur === CONTRADICTOIRE
  let vide = true
  for (const o of liste) {
    if ('constante' in o) {
      vide = false
      if (!absente && vaut(valeur, o)) return true
      continue
    }
    for (const c of constantesDe(o, contexte)) {
      vide = false
      if (!absente && vaut(valeur, c)) return true
    }
  }
  if (vide) return false
  return absente ? null : false
}

export function evaluer(c: Condition, contexte: Contexte): Trivalent {
  switch (c.genre) {
    case 'jamais':
      return false
    case 'et':
      return et(c.parmi, evaluer, contexte)
    case 'ou':
      return ou(c.parmi, evaluer, contexte)
    case 'au-moins':
      return auMoins(c.n, c.parmi, evaluer, contexte)
    case 'non':
      return non(evaluer(c.de, contexte))
    case 'parametre':
      return vaut(contexte.parametre(c.nom), c.a)
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
  switch (c.genre) {
    case 'absent':
      return valeur === CONTRADICTOIRE ? null : valeur === ABSENT
    case 'connu':
      return valeur !== ABSENT && valeur !== CONTRADICTOIRE
    case 'établi':
      return valeur === true
    case 'dit':
      return contexte.dites(c.fait).some((x) => appartient(x as Lecture, c.liste, contexte) === true)
    case 'parmi':
      return appartient(valeur, c.liste, contexte)
    default:
      return valeur === ABSENT || valeur === CONTRADICTOIRE ? null : mesurer(c, valeur, contexte)
  }
}

/** NaN when the parameter has no value yet: nothing can be compared with it. */
function borneDe(a: Operande, contexte: Contexte): number {
  return Number('constante' in a ? a.constante : (contexte.parametre(a.parametre) ?? Number.NaN))
}

function mesurer(
  c: Extract<Condition, { genre: 'booleen' | 'egal' | 'compare' }>,
  valeur: boolean | number | string | readonly string[],
  contexte: Contexte,
): Trivalent {
  if (c.genre === 'booleen') return valeur === c.attendu
  if (c.genre === 'egal') return constantesDe(c.a, contexte).some((x) => vaut(valeur, x)) !== c.nie
  const borne = borneDe(c.a, contexte)
  if (typeof valeur !== 'number' || Number.isNaN(borne)) return null
  return COMPARAISONS[c.operateur](valeur, borne)
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
export function faitsOuverts(c: Condition, contexte: Contexte, ouverts = new Set<CleFait>()): Set<CleFait> {
  if (evaluer(c, contexte) !== null) return ouverts
  if (c.genre === 'et' || c.genre === 'ou' || c.genre === 'au-moins')
    for (const x of c.parmi) faitsOuverts(x, contexte, ouverts)
  else if (c.genre === 'non') faitsOuverts(c.de, contexte, ouverts)
  else if (c.genre !== 'compare' || !Number.isNaN(borneDe(c.a, contexte)))
    for (const fait of faitsDe(c)) ouverts.add(fait)
  return ouverts
}
