import { NOMBRE } from './jetons.ts'
import {
  debutDeTerme,
  ecrit,
  ensemble,
  type Lecture,
  type Phrase,
  parmi,
  signe,
  type Trouvaille,
} from './lecture.ts'

/** What a date says of the time: a year, « il y a deux ans », an age, a line of the record. */

const FENETRE = 24

const AN = /^(?:19[5-9]\d|20[0-3]\d)$/

const COMBIEN = ensemble(
  'un une deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente quelques plusieurs longtemps peu des presque environ',
)

/** « il y a deux ans », not « il y a de la place ». */
function ilYA(l: Lecture, i: number): boolean {
  if (l.mot(i) !== 'il' || l.mot(i + 1) !== 'y' || l.mot(i + 2) !== 'a') return false
  return (
    l.nature[i + 3] === NOMBRE ||
    (COMBIEN.has(l.mot(i + 3)) &&
      /^(?:an|ans|annee|annees|mois|semaine|semaines|jour|jours|temps|longtemps|dizaine|vingtaine|environ|peu)$/.test(
        l.mot(i + 3) === 'longtemps' ? 'longtemps' : l.mot(i + 4),
      ))
  )
}

/** A year near the term, in its own part of the sentence or in the brackets that follow it. */
export function anneeProche(l: Lecture, a: number, b: number, p: Phrase, soin: boolean): boolean {
  for (let i = b; i < Math.min(p.f, b + 9); i++) {
    if (signe(l, i, ',;.')) break
    if (l.mot(i) === 'depuis') return false
    if (l.nature[i] === NOMBRE && AN.test(l.mot(i))) return true
    if (ilYA(l, i)) return true
    if (l.mot(i) === 'et' && debutDeTerme(l, i + 1)) break
  }
  for (let i = a - 1; i >= Math.max(p.coeur, a - 12); i--) {
    // « Hospitalisé en 2024, Sainte-Anne »: what follows the comma at once goes with what stands before it.
    if (signe(l, i, ',;.') && !(i === a - 1 && soin && ecrit(l, i) === ',')) return false
    if (l.mot(i) === 'depuis') return false
    if (l.nature[i] === NOMBRE && AN.test(l.mot(i))) return true
    if (ilYA(l, i)) return true
  }
  return false
}

/** « J’ai pris du LSD une fois, à un festival, il y a six ans. » */
export function dateLointaine(l: Lecture, a: number, b: number, p: Phrase): boolean {
  for (let i = Math.max(p.coeur, a - FENETRE); i < Math.min(p.f, b + FENETRE); i++)
    if (ilYA(l, i) && (ANS.has(l.mot(i + 4)) || l.mot(i + 3) === 'longtemps')) return true
  return false
}

const ANS = ensemble('an ans annee annees')
const DEPUIS = ensemble('depuis des commence commencee debute debutee partir')

/** « s’est scarifié à quatorze ans » */
export function aUnAge(l: Lecture, a: number, b: number, p: Phrase): boolean {
  for (let i = Math.max(p.coeur, a - 8); i < Math.min(p.f, b + 8); i++) {
    if (i >= b && signe(l, i, ',;.')) return false
    // « à quatorze ans », « entre quinze et vingt ans »
    const age = l.mot(i - 2) === 'a' || (l.mot(i - 2) === 'et' && l.mot(i - 4) === 'entre')
    if (l.mot(i) !== 'ans' || !age) continue
    if (i < a && parmi(l, i, a, VIRGULE)) continue
    return !parmi(l, Math.max(p.coeur, a - FENETRE), Math.min(p.f, b + 8), DEPUIS)
  }
  return false
}

const VIRGULE = ensemble(', ;')
const INFRACTION =
  /usage illicite|etat alcoolique|^conduite |empire d un etat|apres usage|^ipm$|^cea$|^ils$|ivresse publique/

/** « 12/02/2019, T. corr., conduite sous l’empire… »: an offence in a line of the record is dated. */
export function jugee(l: Lecture, p: Phrase, t: Trouvaille): boolean {
  if (!INFRACTION.test(t.terme.plie)) return false
  for (let i = Math.max(p.d, t.a - FENETRE); i < Math.min(p.f, t.b + FENETRE); i++)
    if (
      /^(?:corr|correctionnel|amende|emprisonnement|condamne|condamnee|condamnation|condamnations|mentions?|casier|b1|taj|sursis|antecedents?)$/.test(
        l.mot(i),
      ) ||
      (l.nature[i] === NOMBRE && AN.test(l.mot(i)))
    )
      return true
  return false
}
