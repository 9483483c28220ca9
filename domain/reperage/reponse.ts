import { SIGNE } from './jetons.ts'
import { cherche, ensemble, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT } from './lexique.ts'
import { restreint } from './negation.ts'

/** Answers, as the first words say them: yes, no, silence, or something else. */

const TAIRE = ensemble(
  'repondre repond reponds repondrai repondra exprimer parler prononcer commenter etendre',
)

/** « n’a pas souhaité s’exprimer », « je n’ai pas à répondre », « voyez avec mon avocat ». */
function seTait(l: Lecture, p: Phrase, d: number): boolean {
  for (let i = d; i < Math.min(p.f, d + 16); i++) {
    if (l.mot(i) === 'avocat' && /^(?:mon|son|avec|l)$/.test(l.mot(i - 1))) return true
    if (!TAIRE.has(l.mot(i))) continue
    for (let j = Math.max(p.d, i - 7); j < Math.min(p.f, i + 4); j++)
      if (/^(?:pas|rien|refuse|refus|plus|jamais|sans|aucune)$/.test(l.mot(j))) return true
  }
  return d >= p.f
}

const FAUX = ensemble('faux mensonge mensonges ment mentent mytho invente inventent calomnie calomnies')

const EXPLIQUE = ensemble('pas jamais que non')

/** « Elle ment », « N’importe quoi », « C’est faux »: an accusation put in the question is contested. */
export function dementi(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < Math.min(f, d + 6); i++) {
    if (l.mot(i) === ',' || EXPLIQUE.has(l.mot(i))) return false
    if (FAUX.has(l.mot(i)) || (l.mot(i) === 'importe' && l.mot(i + 1) === 'quoi')) return true
  }
  return false
}

type Dite = 'oui' | 'contenu' | 'nie' | 'conteste' | 'sans-reponse'

const INTERJECTION = ensemble(
  'ca bah ben euh et alors oh ah eh bien la moi ecoutez franchement bon alcool mais',
)

const EXCEPTE = ensemble('a en sauf hormis excepte')

/** « À part le vin du dimanche, non. »: the answer stands after what it leaves aside. */
function apresException(l: Lecture, p: Phrase, d: number): number {
  if (!EXCEPTE.has(l.mot(d)) || !porte(l, d, CAT.rupture)) return d
  for (let i = d + 1; i < Math.min(p.f, d + 16); i++)
    if (l.mot(i) === ',' && porte(l, i + 1, CAT.non)) return i + 1
  return d
}

/** What an answer says by its first words. */
export function lireReponse(l: Lecture, p: Phrase, rapportee: boolean): Dite {
  let d = p.coeur
  while (d < p.f && (l.nature[d] === SIGNE || (d < p.coeur + 4 && INTERJECTION.has(l.mot(d))))) d++
  // « Je vous réponds que non », « Il répond : … »
  for (let i = d; i < Math.min(d + 5, p.f); i++)
    if (/^repond(?:s|ait|re)?$/.test(l.mot(i)) && l.mot(i - 1) !== 'pas' && l.mot(i + 1) !== 'pas') {
      d = /^(?:que|qu|:|par)$/.test(l.mot(i + 1)) ? i + 2 : i + 1
      if (/^(?:la|l)$/.test(l.mot(d))) d++
      if (l.mot(d) === 'affirmative') return 'oui'
      if (l.mot(d) === 'negative') return 'nie'
      break
    }
  d = apresException(l, p, d)
  if (porte(l, d, CAT.oui) && !porte(l, d, CAT.non) && l.mot(d) !== 'un') return 'oui'
  if (dementi(l, d, p.f)) return 'conteste'
  if ((cherche(l, d, p.f, CAT.inconnu) >= 0 || seTait(l, p, d)) && l.mot(d) !== 'non') return 'sans-reponse'
  if (porte(l, d, CAT.non) && ((l.neutre[d] ?? 0) & 1) === 0 && !restreint(l, d, p.f)) return 'nie'
  if (l.mot(d) === 'un' && porte(l, d, CAT.oui)) return 'oui'
  for (let i = d; i < Math.min(p.f, d + 12); i++) {
    if ((l.neutre[i] ?? 0) & 1) continue
    if (porte(l, i, CAT.contestation)) return 'conteste'
    if (porte(l, i, CAT.rupture)) break
    const negatif = /^(?:pas|jamais|rien|aucun|aucune|plus)$/.test(l.mot(i))
    if (negatif && !restreint(l, i, p.f))
      return rapportee || cherche(l, i - 4, i, CAT.usage) >= 0 || /^(?:ai|suis|a|est|en)$/.test(l.mot(i - 1))
        ? 'nie'
        : 'contenu'
  }
  if (porte(l, d, CAT.oui)) return 'oui'
  return 'contenu'
}
