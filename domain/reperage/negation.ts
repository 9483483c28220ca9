import { finDeValeur } from './formulaire.ts'
import { MOT, NOMBRE, SIGNE } from './jetons.ts'
import { cherche, ecrit, ensemble, JE, type Lecture, type Phrase, porte, signe } from './lecture.ts'
import { CAT } from './lexique.ts'

/** What a negation reaches, before and after it, and what only looks like one. */

const PORTEE = 14

/** « sans domicile », « pas de logement »: the negation is inside the term. */
export const NEGATIF_EN_SOI = ensemble('pas plus sans aucun aucune n ne nulle non')
const DUR = /^[;:([\]«»“”"—–|]/
const ELEMENT_DE_LISTE = new Set([
  'ni',
  'de',
  'd',
  'du',
  'des',
  'et',
  'ou',
  'aucun',
  'aucune',
  'pas',
  'a',
  'au',
  'aux',
  'ainsi',
])
const OPINION = new Set(['pense', 'penses', 'crois', 'croit', 'estime', 'considere', 'trouve', 'pas'])
const RELATIF = new Set(['que', 'qu', 'qui', 'dont'])

/** A negation that reaches the term from its left. */
export function negationAvant(
  l: Lecture,
  p: Phrase,
  a: number,
): 'non' | 'restriction' | 'douteux' | 'inconnu' | null {
  let verbe = false
  let relative = false
  const d = Math.max(p.coeur, a - PORTEE)
  for (let i = a - 1; i >= d; i--) {
    const mot = l.mot(i)
    if (l.nature[i] === SIGNE) {
      const signe = ecrit(l, i)
      if (signe[0] === ',') {
        if (!listeContinue(l, i, a)) return relative ? 'douteux' : null
      } else if (DUR.test(signe) || signe[0] === '-' || signe[0] === '.') return null
      continue
    }
    if ((l.neutre[i] ?? 0) & 1) {
      if (mot === 'que' || mot === 'qu') return 'restriction'
      continue
    }
    if (porte(l, i, CAT.rupture) && mot !== 'seulement') return null
    if (RELATIF.has(mot)) {
      if ((mot === 'que' || mot === 'qu') && estRestriction(l, i, p.d)) return 'restriction'
      relative = true
      continue
    }
    if (mot === 'et' && verbe) return null
    if (porte(l, i, CAT.usage) && l.nature[i] === MOT) verbe = true
    if (i >= a - 3 && porte(l, i, CAT.negationApres) && /^(?:negatif|negative|negatifs|negatives)$/.test(mot))
      return 'non'
    if (!negationEn(l, i, a)) continue
    if (porte(l, i, CAT.inconnu)) return 'inconnu'
    if (relative) return OPINION.has(l.mot(i - 1)) ? 'non' : 'douteux'
    return presuppose(l, i, a) ? 'douteux' : 'non'
  }
  return null
}

const PARLE = ensemble(
  'habite vis vit dors dort loge suis ai a prends prend bois boit fume consomme touche vois voit vais va reste',
)
const COMPARE = ensemble('que qu de d ou souvent en tard loin tot jeune age grand petit du des vieux facile')

function negationEn(l: Lecture, i: number, a: number): boolean {
  const mot = l.mot(i)
  if (mot === 'plus') {
    for (let j = i - 1; j >= Math.max(0, i - 5); j--) if (l.mot(j) === 'ne' || l.mot(j) === 'n') return true
    // « Plus de coke depuis la prison »
    if (l.nature[i - 1] !== MOT && /^(?:de|d)$/.test(l.mot(i + 1)) && i + 2 === a) return true
    // Spoken, without « ne »: « j’habite plus chez… », not « je bois plus que… ».
    return PARLE.has(l.mot(i - 1)) && !COMPARE.has(l.mot(i + 1)) && l.nature[i + 1] !== NOMBRE
  }
  if (!porte(l, i, CAT.negation)) return false
  if (mot === 'non') return i === a - 1
  if (mot === 'sans' || mot === 'hors') return a - i <= 4 && cherche(l, i + 1, a, CAT.usage) < 0
  if (mot === 'zero') return a - i <= 2
  return true
}

/** « aucun suivi pour son alcoolisme »: the illness is taken for granted, the care is what is denied. */
function presuppose(l: Lecture, i: number, a: number): boolean {
  for (let j = i + 1; j < a - 1; j++) {
    if (
      /^(?:pour|malgre|concernant)$/.test(l.mot(j)) &&
      /^(?:son|sa|ses|mon|ma|mes|cette|ce|cet|cela|leur|l)$/.test(l.mot(j + 1))
    )
      return true
  }
  return false
}

/** « ne … que »: only, hence yes. */
function estRestriction(l: Lecture, i: number, d: number): boolean {
  for (let j = i - 1; j >= Math.max(d, i - 7); j--) {
    const mot = l.mot(j)
    if (mot === 'pas' || mot === 'jamais' || mot === 'rien' || mot === 'dit' || mot === 'dire') return false
    if (mot === 'ne' || mot === 'n') return true
  }
  return false
}

/** After this comma, does the list under the negation go on (« de cannabis, d’héroïne ni de… »)? */
function listeContinue(l: Lecture, virgule: number, a: number): boolean {
  const premier = l.mot(virgule + 1)
  if (cherche(l, virgule + 1, a, CAT.soi) >= 0 || cherche(l, virgule + 1, a, CAT.pronom) >= 0) return false
  if (cherche(l, virgule + 1, a, CAT.usage) >= 0) return premier === 'ni'
  if (ELEMENT_DE_LISTE.has(premier)) return true
  if (virgule + 1 !== a) return false
  // « ni tabac, alcool ou drogue »: bare items hold together by the last « ou » or « ni ».
  for (let i = a; i < Math.min(a + 6, l.nombre); i++) if (l.mot(i) === 'ou' || l.mot(i) === 'ni') return true
  return false
}

/** « … : non retrouvées », « éthylomètre négatif », « l’alcool, je n’y touche pas ». */
export function negationApres(l: Lecture, p: Phrase, b: number): boolean {
  return repriseNiee(l, p, b) || repriseParlee(l, p, b) || adjectifNegatif(l, p, b)
}

const PRENDRE = ensemble('touche prends bois fume consomme')
const PRONOM = ensemble('y en n ne')

/** « Le cannabis ça me rend malade, je touche pas »: spoken, without « ne ». */
function repriseParlee(l: Lecture, p: Phrase, b: number): boolean {
  for (let i = b; i < Math.min(p.f, b + 10); i++) {
    if (DUR.test(l.mot(i))) return false
    if (!JE.has(l.mot(i))) continue
    let j = i + 1
    while (j < i + 4 && PRONOM.has(l.mot(j))) j++
    const suite = l.mot(j + 2)
    return (
      PRENDRE.has(l.mot(j)) &&
      (l.mot(j + 1) === 'pas' || l.mot(j + 1) === 'jamais') &&
      (suite === '.' || suite === ',' || suite === 'et' || suite === '' || j + 2 >= p.f) &&
      (l.neutre[j + 1] ?? 0) % 2 === 0
    )
  }
  return false
}

const LIEN = ensemble('et mais ou que qu qui car donc alors depuis pour')

/** « chez des copains, jamais plus de deux nuits » */
const BORNE = ensemble('plus moins longtemps deux trois')

function repriseNiee(l: Lecture, p: Phrase, b: number): boolean {
  const virgule = l.mot(b) === ',' || l.mot(b) === '?'
  if (virgule && l.mot(b + 1) === 'jamais' && BORNE.has(l.mot(b + 2))) return false
  if (
    virgule &&
    /^(?:jamais|non|pas|aucun|aucune|nullement|surtout|tres)$/.test(l.mot(b + 1)) &&
    (l.neutre[b + 1] ?? 0) === 0
  ) {
    return l.mot(b + 1) !== 'pas' && l.mot(b + 1) !== 'tres' && l.mot(b + 1) !== 'surtout'
      ? finDeValeur(l, b + 2) || l.mot(b + 1) !== 'aucun'
      : /^(?:du|pour|pas|peu)$/.test(l.mot(b + 2))
  }
  for (let i = b; i < Math.min(p.f, b + 6); i++) {
    const mot = l.mot(i)
    if (l.nature[i] === SIGNE && mot !== ',') return false
    if (LIEN.has(mot)) return false
    if (mot !== 'n' && mot !== 'ne') continue
    const anaphore = /^(?:en|y)$/.test(l.mot(i + 1))
    const sujetPropre = porte(l, i - 1, CAT.soi) || porte(l, i - 1, CAT.pronom) || l.mot(i - 1) === 'c'
    if (sujetPropre && !anaphore) return false
    for (let j = i + 1; j < Math.min(p.f, i + 7); j++)
      if (/^(?:pas|jamais|plus|rien|guere|aucun|aucune)$/.test(l.mot(j)))
        return l.mot(j) !== 'plus' && ((l.neutre[j] ?? 0) & 1) === 0 && !restreint(l, j, p.f)
    return false
  }
  return false
}

const A = ensemble('a au aux')

const ZERO = ensemble('0 zero 0,00 0.00')

function adjectifNegatif(l: Lecture, p: Phrase, b: number): boolean {
  // « éthylotest à zéro », « l’éthylotest, c’était à zéro »
  for (let i = b; i < Math.min(p.f, b + 5); i++) if (l.mot(i) === 'a' && ZERO.has(l.mot(i + 1))) return true
  for (let i = b; i < Math.min(p.f, b + 7); i++) {
    if (signe(l, i, ',;.()')) return false
    if (porte(l, i, CAT.rupture)) return false
    // « positif au cannabis et négatif à la cocaïne »
    if (l.mot(i) === 'et' && porte(l, i + 1, CAT.negationApres) && A.has(l.mot(i + 2))) return false
    if (porte(l, i, CAT.negationApres) && !((l.neutre[i] ?? 0) & 1)) return true
  }
  return false
}

/** « Je ne prends que… », « Rien que du… ». */
export function restreint(l: Lecture, i: number, f: number): boolean {
  for (let j = i + 1; j < Math.min(f, i + 6); j++)
    if (/^(?:que|qu)$/.test(l.mot(j)) && estRestriction(l, j, i - 4)) return true
  return false
}
