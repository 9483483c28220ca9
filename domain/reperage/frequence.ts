import type { Analyse } from './analyser.ts'
import { etatDeCase } from './formulaire.ts'
import { NOMBRE } from './jetons.ts'
import { cherche, ensemble, type Lecture, type Phrase, porte, trouveesEntre } from './lecture.ts'
import { CAT } from './lexique.ts'

/** How often: the frequency that goes with a product, wherever the sentences around put it. */

const FENETRE = 40

/** The sentence and its question or answers: where a frequency for this term may stand. */
function autour(l: Lecture, p: Phrase): Phrase[] {
  const q = p.genre === 'question' ? p : l.phrases[p.question]
  const suite = q === undefined ? [] : [q, ...q.reponses.flatMap((r) => l.phrases[r] ?? [])]
  return [p, ...suite.filter((s) => s !== p)]
}

export function frequenceDe(l: Lecture, x: Analyse, p: Phrase): string | null {
  return frequenceAvec(l, x, p, (i) => {
    if (porte(l, i, CAT.occasionnel)) return 'occasionnel'
    if (porte(l, i, CAT.hebdomadaire)) return 'pluri-hebdomadaire'
    return porte(l, i, CAT.quotidien) ? 'quotidien' : null
  })
}

const MOMENT = ensemble('soir matin')
const NOMBRES = ensemble('deux trois quatre cinq six sept huit neuf dix douze quinze vingt')

/** « six ou sept Rivotril le matin »: how many says it. */
function plusieurs(l: Lecture, x: Analyse): boolean {
  if (x.t.terme.produit === 'alcool') return false
  for (let i = x.t.a - 1; i >= x.t.a - 4; i--)
    if (NOMBRES.has(l.mot(i)) || l.nature[i] === NOMBRE) return true
  return false
}

const ARTICLE = ensemble('le du')

/** Often enough to be an addiction to propose: « le soir » alone says when, not how often. */
export function assidu(l: Lecture, x: Analyse, p: Phrase): boolean {
  return (
    frequenceAvec(l, x, p, (i) => {
      if (porte(l, i, CAT.occasionnel)) return 'peu'
      if (porte(l, i, CAT.hebdomadaire)) return 'souvent'
      if (!porte(l, i, CAT.quotidien)) return null
      return !(ARTICLE.has(l.mot(i)) && MOMENT.has(l.mot(i + 1))) || plusieurs(l, x) ? 'souvent' : null
    }) === 'souvent'
  )
}

/** The first frequency read in [d, f). */
function premiere(d: number, f: number, lire: (i: number) => string | null): string | null {
  for (let i = d; i < f; i++) {
    const lue = lire(i)
    if (lue !== null) return lue
  }
  return null
}

/** « d’abord le week-end, et maintenant tous les jours »: what is said of now counts. */
function maintenant(l: Lecture, p: Phrase, b: number, lire: (i: number) => string | null): string | null {
  const f = Math.min(p.f, b + FENETRE)
  for (let i = b; i < f; i++) if (MAINTENANT.has(l.mot(i))) return premiere(i + 1, f, lire)
  return null
}

const MAINTENANT = ensemble('maintenant desormais aujourd actuellement')

/** The nearest frequency: in the same part of the sentence first, then in the sentences of the pair. */
function frequenceAvec(l: Lecture, x: Analyse, p: Phrase, lire: (i: number) => string | null): string | null {
  const ici = maintenant(l, p, x.t.b, lire)
  if (ici !== null) return ici
  let proche: string | null = null
  let ecart = FENETRE
  for (let i = Math.max(p.d, x.t.a - FENETRE); i < Math.min(p.f, x.t.b + FENETRE); i++) {
    const lue = etatDeCase(l, i - 1) === false ? null : lire(i)
    if (lue === null) continue
    const distance = (i < x.t.a ? x.t.a - i : i - x.t.b) + traverse(l, x, i)
    if (distance < ecart) [proche, ecart] = [lue, distance]
  }
  if (proche !== null) return proche
  for (const q of autour(l, p).slice(1)) {
    const lue = premiere(q.coeur, Math.min(q.f, q.coeur + FENETRE), lire)
    if (lue !== null) return lue
  }
  return plusLoin(l, p, lire) ?? relance(l, p, lire)
}

const LOIN = 3

/** « Du shit. Cinq par jour, depuis le lycée. »: the sentences that follow go on about the same product. */
function plusLoin(l: Lecture, p: Phrase, lire: (i: number) => string | null): string | null {
  const rang = l.phraseDe[p.d] ?? 0
  for (let k = rang + 1; k <= rang + LOIN; k++) {
    const q = l.phrases[k]
    if (q === undefined || q.paragraphe || q.genre !== p.genre) return null
    if (q.rubrique !== null && q.rubrique[0] === q.coeur) return null
    const f = Math.min(q.f, q.coeur + FENETRE)
    if (autreProduit(l, q, f)) return null
    if (!suiteDUsage(l, q, f, k === rang + 1)) continue
    const lue = premiere(q.coeur, f, lire)
    if (lue !== null) return lue
  }
  return null
}

/** « Vous en prenez souvent ? — Tous les jours. »: the next question goes on about the same thing. */
function relance(l: Lecture, p: Phrase, lire: (i: number) => string | null): string | null {
  const premiere = p.genre === 'question' ? p : l.phrases[p.question]
  const derniere = premiere?.reponses.at(-1)
  const q = derniere === undefined ? undefined : l.phrases[derniere + 1]
  if (q === undefined || q.genre !== 'question' || !enchaine(l, q)) return null
  for (const r of q.reponses) {
    const s = l.phrases[r]
    if (s === undefined) continue
    for (let i = s.coeur; i < Math.min(s.f, s.coeur + FENETRE); i++) {
      if (i < s.coeur + 3 && REFUS.has(l.mot(i))) return null
      const lue = lire(i)
      if (lue !== null) return lue
    }
  }
  return null
}

const REFUS = ensemble('non pas jamais')
const RYTHME = ensemble('frequence souvent combien quantite rythme')

function enchaine(l: Lecture, q: Phrase): boolean {
  const f = Math.min(q.f, q.coeur + FENETRE)
  if (trouveesEntre(l, q.d, f).some((t) => t.terme.famille === 'addiction' && t.terme.produit !== null))
    return false
  for (let i = q.coeur; i < f; i++)
    if (RYTHME.has(l.mot(i)) || (l.mot(i) === 'en' && porte(l, i + 1, CAT.usage))) return true
  return false
}

const autreProduit = (l: Lecture, q: Phrase, f: number): boolean =>
  trouveesEntre(l, q.d, f).some((t) => t.terme.famille === 'addiction' && t.terme.appui === 1)

/** Of the same use, said again: a verb of use, or a few words just after; nobody else, no denial. */
function suiteDUsage(l: Lecture, q: Phrase, f: number, proche: boolean): boolean {
  return (
    (cherche(l, q.coeur, f, CAT.usage) >= 0 || (proche && q.f - q.coeur <= 12)) &&
    cherche(l, q.coeur, f, CAT.tiers) < 0 &&
    cherche(l, q.coeur, f, CAT.negation) < 0
  )
}

/** Another product or a semicolon between the two: the frequency is its own. */
function traverse(l: Lecture, x: Analyse, i: number): number {
  const [d, f] = i < x.t.a ? [i, x.t.a] : [x.t.b, i]
  let cout = 0
  for (let j = d; j < f; j++) if (l.mot(j) === ';') cout += FENETRE
  return cout
}
