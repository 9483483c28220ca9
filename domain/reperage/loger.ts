import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'
import type { Phrase } from './lecture.ts'
import { cherche, type Lecture } from './lecture.ts'
import { CAT } from './lexique.ts'
import { lieuSansVerbe } from './lieu.ts'

type Proposition = NonNullable<Reperage['proposition']>

/** Where the person lives, and whether they can sleep there tonight. */

export function logement(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { code, plie } = x.t.terme
  if (!/^(?:E[1-6]|P|I|A|0)$/.test(code)) return []
  const ceSoir: Proposition[] = peutRevenir(l, x, p)
    ? [{ fait: 'logement.hebergementCeSoir', valeur: true }]
    : []
  // A call to the 115 is no night there; a loose word without support is no place to live.
  const appel = code === 'E2' && /^(?:(?:appelle )?(?:le )?115|samu social)$/.test(plie)
  if (/parents|mere|pere/.test(plie) && (delongtemps(l, p) || saChambre(l, p)))
    return [{ fait: 'logement.situation', valeur: '0' }, ...ceSoir]
  if (
    lieuSansVerbe(l, x.t) ||
    appel ||
    x.appui === null ||
    (x.t.terme.indice && code !== '0') ||
    /parents|mere|pere|attestation/.test(plie)
  )
    return ceSoir
  return [{ fait: 'logement.situation', valeur: code }, ...ceSoir]
}

/** « chez sa mère depuis quatre ans » is a home. */
function delongtemps(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 60); i++) {
    if (l.mot(i) !== 'depuis') continue
    if (/^(?:toujours|naissance|enfance)$/.test(l.mot(i + 1)) || /^(?:naissance|enfance)$/.test(l.mot(i + 2)))
      return true
    for (let j = i + 1; j < i + 4; j++) if (/^(?:ans|annees)$/.test(l.mot(j))) return true
  }
  return false
}

/** « chez ses parents, y dispose d’une chambre », here or in the next sentence. */
function saChambre(l: Lecture, p: Phrase): boolean {
  const suivante = l.phrases[(l.phraseDe[p.d] ?? 0) + 1]
  for (const q of [p, suivante]) {
    if (q === undefined || (q !== p && q.paragraphe)) continue
    for (let i = q.coeur; i < Math.min(q.f, q.coeur + 40); i++)
      if (
        l.mot(i) === 'chambre' &&
        /^(?:ma|sa|une|propre)$/.test(l.mot(i - 1)) &&
        cherche(l, q.coeur, i, CAT.negation) < 0
      )
        return true
  }
  return false
}

function peutRevenir(l: Lecture, x: Analyse, p: Phrase): boolean {
  const rang = l.phraseDe[x.t.a] ?? 0
  const suivante = l.phrases[rang + 1]
  for (const q of [p, suivante]) {
    if (q === undefined || (q !== p && q.paragraphe)) continue
    const i = cherche(l, q.coeur, Math.min(q.f, q.coeur + 60), CAT.peutRevenir)
    if (i < 0) continue
    let nie = false
    for (let j = Math.max(q.coeur, i - 3); j < Math.min(q.f, i + 4); j++)
      if (/^(?:ne|n|pas|plus|si)$/.test(l.mot(j)) && !(l.mot(j) === 'si' || l.mot(j) === 'n')) nie = true
    if (!nie) return true
  }
  return false
}
