import { ensemble, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT } from './lexique.ts'

/** Turns of phrase that say who is meant without naming them: read by `sujet.ts` beside the subjects. */

const FENETRE = 40

export const LOGER =
  /^(?:heberge|hebergent|heberger|accueille|accueillent|accueillir|loge|logent|loger|depanne|depannent|laisse|laissent|prete|pretent|recueille|reprendre)$/

/** « une dame qui le laisse dormir sur son canapé » */
export function logePar(l: Lecture, i: number, a: number): boolean {
  for (let j = i + 1; j < Math.min(a, i + 7); j++)
    if (l.mot(j) === 'qui') return OBJET.has(l.mot(j + 1)) && LOGER.test(l.mot(j + 2))
  return false
}

const OBJET = ensemble('l le la lui m me')

/** « ils lisent dans ma tête », « j’entends des voix »: the term itself says « me ». */
export function ditDeMoi(l: Lecture, a: number, b: number, enJe: boolean): boolean {
  if (l.mot(a) === 'je' || l.mot(a) === 'j') return true
  for (let i = a; enJe && i < b; i++) if (DE_MOI.has(l.mot(i))) return true
  return false
}

const DE_MOI = ensemble('me ma moi mes')

export const CIVILITE_F = ensemble('madame mme')
const MONSIEUR = ensemble('monsieur interesse prevenu')

/** « Monsieur ne boit pas. Madame est suivie pour… »: the other of the couple, as likely as not. */
export function parleDeMonsieur(l: Lecture, p: Phrase): boolean {
  for (let i = p.d - 1; i >= Math.max(0, p.d - FENETRE); i--) {
    if (CIVILITE_F.has(l.mot(i))) return false
    if (MONSIEUR.has(l.mot(i)) && porte(l, i, CAT.soi)) return true
  }
  return false
}

const JE_DIT = ensemble('je j moi m mon ma mes vous on')

/** « nous » is the police; only the others speak in the first person. */
export function ditJe(l: Lecture, d: number, i: number): boolean {
  for (let j = d; j < i; j++) if (porte(l, j, CAT.soi) && JE_DIT.has(l.mot(j))) return true
  return false
}

const AVOUE = ensemble('reconnait admet avoue concede')

export function avoue(l: Lecture, i: number): boolean {
  return AVOUE.has(l.mot(i + 1)) || (/^(?:nous|lui)$/.test(l.mot(i + 1)) && l.mot(i + 2) === 'remet')
}

/** « l’homme que vous m’avez montré » */
export function estMontre(l: Lecture, i: number): boolean {
  return l.mot(i) === 'homme' && l.mot(i + 1) === 'que' && l.mot(i + 2) === 'vous'
}

export function montreEntre(l: Lecture, d: number, i: number): boolean {
  for (let j = d; j < i; j++) if (estMontre(l, j)) return true
  return false
}

const COUPLE = ensemble('compagne compagnon epouse epoux femme mari conjointe conjoint concubine concubin')

/** « un appartement dont sa compagne est locataire »: the home of the couple. */
export function logeEnCouple(l: Lecture, i: number, a: number): boolean {
  return COUPLE.has(l.mot(i)) && /^(?:son|sa|ma|mon)$/.test(l.mot(i - 1)) && LOCATAIRE.test(l.mot(a))
}

export const LOCATAIRE = /^(?:locataires?|proprietaires?|titulaires?)$/

const DECRIT = ensemble('decrit connait connaissait presente qualifie trouve juge dit heberge accueille')

/** « L’hôte le décrit comme discret. »: the sentence goes on about whom he describes. */
export function decritLui(l: Lecture, i: number, f: number): boolean {
  for (let j = i + 1; j < Math.min(f, i + 8); j++)
    if (/^(?:le|la|l)$/.test(l.mot(j)) && DECRIT.has(l.mot(j + 1))) return true
  return false
}
