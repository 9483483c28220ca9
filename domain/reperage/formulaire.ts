import type { Reperage } from '../contrat.ts'
import { LIGNE, MOT, NOMBRE, SIGNE } from './jetons.ts'
import { ecrit, ensemble, type Lecture, type Phrase, porte, signe } from './lecture.ts'
import { CAT, unir } from './lexique.ts'

/** Forms: boxes, headings and the value written beside them. */

export interface Polarite {
  polarite: Reperage['polarite']
  /** Why nothing is read there: a box not ticked, a heading left empty. */
  vide: 'questionnaire_vide' | 'case_non_cochee' | null
  /** Said by a plain yes, a ticked box or a value beside a heading. */
  net: boolean
  /** Something in the sentence leaves it open: never `fort`. */
  douteux: boolean
}

export const simple = (polarite: Reperage['polarite'], reste: Partial<Polarite> = {}): Polarite => ({
  polarite,
  vide: null,
  net: false,
  douteux: false,
  ...reste,
})

/** « [x] alcool », « ☐ alcool »: true, false, or null when no box stands there. */
export function caseAvant(l: Lecture, p: Phrase, a: number): boolean | null {
  const i = a - 1
  if (i < p.d || l.nature[i] !== SIGNE) return null
  const signe = ecrit(l, i)
  if (/^[□☐○]/.test(signe)) return false
  if (/^[☒☑✓✔✗✘■●]/.test(signe)) return true
  if (signe !== ']' && signe !== ')') return null
  const ouvrant = signe === ']' ? '[' : '('
  if (l.mot(i - 1) === ouvrant) return false
  return l.mot(i - 1) === 'x' && l.mot(i - 2) === ouvrant ? true : null
}

/** « alcool : non », « Cannabis ? oui », « Traitement : … »: the value written beside a heading, or null. */
export function valeurApres(l: Lecture, p: Phrase, b: number): Polarite | null {
  let i = b
  if (l.mot(i) === '(') {
    while (i < Math.min(p.f, b + 8) && l.mot(i) !== ')') i++
    i++
  }
  i = finDeListeDeRubriques(l, p, b, apresParenthese(l, p, i))
  if (
    l.nature[i] === SIGNE &&
    /^[-–—]$/.test(ecrit(l, i)) &&
    finDeValeur(l, i + 1) &&
    l.nature[i + 1] !== undefined
  )
    return simple('nie')
  if (l.nature[i] === NOMBRE && ZERO.has(ecrit(l, i)) && finDeValeur(l, i + 1 + decimales(l, i)))
    return simple('nie')
  const lettre = oN(l, i)
  if (lettre !== null) return lettre
  if (l.nature[i] === SIGNE && PLUS.test(ecrit(l, i)) && finDeValeur(l, i + 1))
    return simple('affirme', { net: true })
  i = apresPrecision(l, i)
  const tiretDeRubrique = i + 1 === p.rubrique?.[1] && i >= b
  const deuxPoints =
    tiretDeRubrique || l.mot(i) === ':' || l.mot(i) === '|' || (l.mot(i) === '?' && p.genre !== 'question')
  if (!deuxPoints) {
    if (l.mot(i) === ',' && l.mot(i + 1) === 'oui') return simple('affirme', { net: true })
    const nu = l.mot(i)
    if (nu === 'oui' && l.mot(i + 1) === '/' && l.mot(i + 2) === 'non')
      return simple('sans-reponse', { vide: 'questionnaire_vide' })
    // « tutelle non / curatelle non »
    if (nu === 'non' && l.mot(i + 1) === '/' && l.mot(i + 2) !== 'oui') return simple('nie')
    if ((nu === 'non' || nu === 'oui') && finDeValeur(l, i + 1))
      return nu === 'non' ? simple('nie') : simple('affirme', { net: true })
    return caseApres(l, i)
  }
  i++
  const parCase = caseApres(l, i)
  if (parCase !== null) return parCase
  if (i >= p.f || finDeValeur(l, i) || estBlancDeFormulaire(l, i)) {
    return simple('sans-reponse', { vide: 'questionnaire_vide' })
  }
  if (l.mot(i) === 'oui' && /^[/]/.test(l.mot(i + 1)) && l.mot(i + 2) === 'non')
    return simple('sans-reponse', { vide: 'questionnaire_vide' })
  if (porte(l, i, CAT.inconnu)) return simple('sans-reponse')
  const negatif =
    porte(l, i, CAT.non) || porte(l, i, CAT.negationApres) || (l.mot(i) === '0' && finDeValeur(l, i + 1))
  if (negatif && (l.neutre[i] ?? 0) === 0) return simple('nie')
  if (valeurNiee(l, i, p.f)) return simple('nie')
  return porte(l, i, CAT.oui) || porte(l, i, CAT.quotidien)
    ? simple('affirme', { net: true })
    : simple('affirme', { douteux: true })
}

/** « Mesure de protection (tutelle, curatelle) : » */
function apresParenthese(l: Lecture, p: Phrase, i: number): number {
  for (let j = i; j < Math.min(p.f, i + 8); j++) {
    if (l.mot(j) === '(') return i
    if (l.mot(j) === ')') return l.mot(j + 1) === ':' ? j + 1 : i
  }
  return i
}

const PLUS = /^\++$/
const ZERO = ensemble('0 00 0,0 0,00 0.00 0.0 0,000')
const FLECHE = /^(?:→|:|=|-+>|>)$/

/** « 0,00 », as one token or three. */
function decimales(l: Lecture, i: number): number {
  return l.mot(i + 1) === ',' && l.nature[i + 2] === NOMBRE && ZERO.has(ecrit(l, i + 2)) ? 2 : 0
}

/** « O / N → N », « : N »: letters for yes and no. */
function oN(l: Lecture, i: number): Polarite | null {
  let j = i
  if (l.mot(j) === ':') j++
  const double = l.mot(j) === 'o' && l.mot(j + 1) === '/' && l.mot(j + 2) === 'n'
  if (double) {
    j += 3
    if (l.nature[j] !== SIGNE || !FLECHE.test(ecrit(l, j)))
      return simple('sans-reponse', { vide: 'questionnaire_vide' })
    j++
  } else if (j === i) return null
  const lettre = ecrit(l, j)
  if (lettre === 'N' && (finDeValeur(l, j + 1) || double)) return simple('nie')
  if (lettre === 'O' && (finDeValeur(l, j + 1) || double)) return simple('affirme', { net: true })
  return null
}

/** « Addictions : ne consomme ni tabac ni alcool », « Addictions : aucune consommation ». */
function valeurNiee(l: Lecture, i: number, f: number): boolean {
  let d = i
  while (d < i + 3 && (porte(l, d, CAT.soi) || porte(l, d, CAT.pronom) || l.mot(d) === 'l')) d++
  if (l.mot(d) !== 'ne' && l.mot(d) !== 'n') return false
  for (let j = d + 1; j < Math.min(f, d + 5); j++) {
    if (l.mot(j) === 'que' || l.mot(j) === 'qu' || ((l.neutre[j] ?? 0) & 1) !== 0) return false
    if (porte(l, j, CAT.negation)) return true
  }
  return false
}

/** « Toxicomanie IV : non »: one or two words between the heading and its colon, before a plain answer. */
function apresPrecision(l: Lecture, i: number): number {
  for (let j = i; j < i + 3; j++) {
    if (l.mot(j) === ':') return porte(l, j + 1, CAT.non) || porte(l, j + 1, CAT.oui) ? j : i
    if (l.nature[j] !== MOT) return i
  }
  return i
}

/** « Alcool, stupéfiants et traitement : non abordés »: several headings share one value. */
function finDeListeDeRubriques(l: Lecture, p: Phrase, b: number, i: number): number {
  if (b - p.coeur > 8 || !/^(?:,|\/|et|ou|-)$/.test(l.mot(i))) return i
  for (let j = p.coeur; j < Math.min(p.f, b + 10); j++) {
    const mot = l.mot(j)
    if (j >= b && mot === ':') return j
    if (l.nature[j] === SIGNE && !/^[,/–—-]/.test(ecrit(l, j))) return i
    if (porte(l, j, CAT.soi) || porte(l, j, CAT.pronom) || /^(?:est|a|n|ne|suis)$/.test(mot)) return i
  }
  return i
}

export function finDeValeur(l: Lecture, i: number): boolean {
  if (i >= l.nombre || (l.nature[i] ?? 0) >= LIGNE) return true
  return signe(l, i, '.,;)-–—|')
}

function estBlancDeFormulaire(l: Lecture, i: number): boolean {
  return l.nature[i] === SIGNE && /^(?:\.\.+|…+|_+)/.test(ecrit(l, i))
}

/** « ☐ oui ☒ non », « [ ] jamais [x] quotidien »: null without boxes. */
function caseApres(l: Lecture, i: number): Polarite | null {
  let boites = 0
  for (let j = i; j < Math.min(i + 14, l.nombre) && (l.nature[j] ?? 0) < LIGNE; j++) {
    // Most tokens do not follow a sign: no box there.
    if (l.nature[j - 1] !== SIGNE || !porte(l, j, RYTHME)) continue
    const etat = etatDeCase(l, j - 1)
    if (etat === null) continue
    boites++
    if (etat) return porte(l, j, CAT.non) ? simple('nie') : simple('affirme', { net: porte(l, j, CAT.oui) })
  }
  return boites > 0 ? simple('sans-reponse', { vide: 'questionnaire_vide' }) : null
}

const RYTHME = unir(CAT.oui, CAT.non, CAT.quotidien, CAT.hebdomadaire, CAT.occasionnel)

export function etatDeCase(l: Lecture, i: number): boolean | null {
  if (l.nature[i] !== SIGNE) return null
  const signe = ecrit(l, i)
  if (/^[□☐○]/.test(signe)) return false
  if (/^[☒☑✓✔✗✘■●]/.test(signe)) return true
  if (signe === ']') return l.mot(i - 1) === 'x' ? true : l.mot(i - 1) === '[' ? false : null
  return null
}
