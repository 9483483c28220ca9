import type { Jetons } from './jetons.ts'
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

/** A text once read: its tokens, what each of them may mean, its sentences, and the terms of the lexicon in it. */
export interface Lecture extends Jetons {
  lexique: Lexique
  /** Folded and corrected form of each token. */
  mot: (i: number) => string
  bas: Int32Array
  haut: Int32Array
  /** 1 where a negation only seems to be one, 2 where an hypothesis does. */
  neutre: Uint8Array
  phrases: Phrase[]
  /** Index of the sentence of each token. */
  phraseDe: Int32Array
  trouvailles: Trouvaille[]
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
  return (((l.bas[i] ?? 0) & c.bas) | ((l.haut[i] ?? 0) & c.haut)) !== 0
}

/** A « sentence » without any full stop is looked at that far, so that the cost stays linear. */
const PHRASE_MAX = 120

/** Does one begin in [d, f)? Gives its place, or -1. */
export function cherche(l: Lecture, d: number, f: number, c: Bits): number {
  const fin = Math.min(f, d + PHRASE_MAX)
  for (let i = Math.max(0, d); i < fin; i++) if (porte(l, i, c)) return i
  return -1
}

/** Terms that lie within [d, f) tokens. */
export function trouveesEntre(l: Lecture, d: number, f: number): Trouvaille[] {
  let [bas, haut] = [0, l.trouvailles.length]
  while (bas < haut) {
    const milieu = (bas + haut) >> 1
    if ((l.trouvailles[milieu]?.a ?? 0) < d) bas = milieu + 1
    else haut = milieu
  }
  const dedans: Trouvaille[] = []
  for (let k = bas; k < l.trouvailles.length; k++) {
    const t = l.trouvailles[k]
    if (t === undefined || t.b > f) break
    dedans.push(t)
  }
  return dedans
}

/** The token as written. */
export function ecrit(l: Lecture, i: number): string {
  return l.texte.slice(l.debut[i], l.fin[i])
}
