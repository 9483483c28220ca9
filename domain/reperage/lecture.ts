import { type Jetons, SIGNE } from './jetons.ts'
import type { Bits, FauxAmi, Lexique, Terme } from './lexique.ts'

/** One sentence, or one line of a form. */
export interface Phrase {
  /** Tokens, from `d` to `f` excluded; `coeur` skips « Q : » and « SI : ». */
  d: number
  coeur: number
  f: number
  genre: 'phrase' | 'question' | 'reponse'
  /** Question reported in the answer’s own words: « Vous me demandez si… ». */
  rapportee: boolean
  /** Sentences that answer this question, or the question that this one answers. */
  reponses: number[]
  question: number
  paragraphe: boolean
  /** The heading of the line, « SANTÉ : » : its tokens, or -1. */
  rubrique: [d: number, f: number] | null
  /** Said by or written about someone else: « Requérante : », certificate of the victim; or told by the family. */
  autrui: 'autre' | 'proche' | null
}

/**
 * A text once read: its tokens, what each of them may mean, its sentences, and the terms of the lexicon in it.
 * A class rather than a literal with a closure: every text has the same shape and the same `mot`, so that what
 * was compiled for one text holds for the next.
 */
export class Lecture implements Jetons {
  readonly texte: string
  readonly debut: Int32Array
  readonly fin: Int32Array
  readonly nature: Uint8Array
  readonly forme: Int32Array
  readonly formes: string[]
  readonly nombre: number
  readonly lexique: Lexique
  /** Corrected form of each folded form. */
  readonly mots: readonly string[]
  readonly bas: Int32Array
  readonly haut: Int32Array
  /** 1 where a negation only seems to be one, 2 where an hypothesis does. */
  readonly neutre: Uint8Array
  /** Index of the sentence of each token. */
  readonly phraseDe: Int32Array
  readonly phrases: Phrase[] = []
  readonly trouvailles: Trouvaille[] = []

  constructor(jetons: Jetons, lexique: Lexique, mots: readonly string[]) {
    this.texte = jetons.texte
    this.debut = jetons.debut
    this.fin = jetons.fin
    this.nature = jetons.nature
    this.forme = jetons.forme
    this.formes = jetons.formes
    this.nombre = jetons.nombre
    this.lexique = lexique
    this.mots = mots
    this.bas = new Int32Array(jetons.nombre)
    this.haut = new Int32Array(jetons.nombre)
    this.neutre = new Uint8Array(jetons.nombre)
    this.phraseDe = new Int32Array(jetons.nombre)
  }

  /** Folded and corrected form of a token; empty beyond the text. */
  mot(i: number): string {
    return i >= 0 && i < this.nombre ? (this.mots[this.forme[i] ?? 0] ?? '') : ''
  }
}

/** A term met in the text, by tokens `a` (included) to `b` (excluded). */
export interface Trouvaille {
  terme: Terme
  a: number
  b: number
  /** UTF-16 offsets. */
  debut: number
  fin: number
  fauxAmi: FauxAmi | null
}

/** Does a cue of this category begin at this token? */
export function porte(l: Lecture, i: number, c: Bits): boolean {
  // Reading before the start of an array makes every later reading slow.
  return i >= 0 && (((l.bas[i] ?? 0) & c.bas) | ((l.haut[i] ?? 0) & c.haut)) !== 0
}

/** Is this token one of these signs, once or repeated? */
export function signe(l: Lecture, i: number, signes: string): boolean {
  return l.nature[i] === SIGNE && signes.includes(l.mot(i))
}

/** A « sentence » without any full stop is looked at that far, so that the cost stays linear. */
export const PHRASE_MAX = 120

/** Does one begin in [d, f)? Gives its place, or -1. */
export function cherche(l: Lecture, d: number, f: number, c: Bits): number {
  const fin = Math.min(f, d + PHRASE_MAX)
  for (let i = Math.max(0, d); i < fin; i++) if (porte(l, i, c)) return i
  return -1
}

/** Is one of these words a token of [d, f)? */
export function parmi(l: Lecture, d: number, f: number, mots: ReadonlySet<string>): boolean {
  const fin = Math.min(f, d + PHRASE_MAX)
  for (let i = d; i < fin; i++) if (mots.has(l.mot(i))) return true
  return false
}

/** Place, among the terms of the text, of the first that begins at token `i` or after it. */
function rangTrouvaille(l: Lecture, i: number): number {
  let [bas, haut] = [0, l.trouvailles.length]
  while (bas < haut) {
    const milieu = (bas + haut) >> 1
    if ((l.trouvailles[milieu]?.a ?? 0) < i) bas = milieu + 1
    else haut = milieu
  }
  return bas
}

/** Terms that lie within [d, f) tokens. */
export function trouveesEntre(l: Lecture, d: number, f: number): Trouvaille[] {
  const dedans: Trouvaille[] = []
  for (let k = rangTrouvaille(l, d); k < l.trouvailles.length; k++) {
    const t = l.trouvailles[k]
    if (t === undefined || t.b > f) break
    dedans.push(t)
  }
  return dedans
}

export function debutDeTerme(l: Lecture, i: number): boolean {
  return l.trouvailles[rangTrouvaille(l, i)]?.a === i
}

/** Does « depuis » stand in [d, f)? */
export function depuis(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++) if (l.mot(i) === 'depuis') return true
  return false
}

/** Words of a rule, folded: asked of many tokens, a set answers twice as fast as a pattern. */
export const ensemble = (mots: string): ReadonlySet<string> => new Set(mots.split(' '))

export const JE = ensemble('je j')
export const CIVILITES = ensemble('m mme mr monsieur madame')

/** The token as written. */
export function ecrit(l: Lecture, i: number): string {
  return l.texte.slice(l.debut[i], l.fin[i])
}
