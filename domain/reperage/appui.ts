import { cherche, ensemble, type Lecture, type Phrase, parmi, type Trouvaille } from './lecture.ts'
import { type Bits, CAT } from './lexique.ts'

const FENETRE = 30
const PROCHE = 5
/** Terms looked at on each side. */
const VOISINS = 6

const SOUTIENS: Readonly<Record<string, Bits>> = {
  addiction: CAT.usage,
  logement: CAT.dormir,
  psychiatrie: CAT.psychique,
  soins: CAT.soigner,
  protection: CAT.proteger,
}

/**
 * Does an ambiguous term have, near enough, a word of its own field? `net` when the support is in the same
 * sentence: what is found by it may then be as sure as a plain term.
 */
export function appuiDe(l: Lecture, t: Trouvaille, rang: number): 'net' | 'lointain' | null {
  if (t.terme.appui === 1) return 'net'
  const p = l.phrases[l.phraseDe[t.a] ?? 0]
  const soutien = SOUTIENS[t.terme.famille]
  if (p === undefined || soutien === undefined) return null
  const large = t.terme.appui === 2 ? FENETRE : PROCHE
  const [d, f] = [Math.max(p.d, t.a - large), Math.min(p.f, t.b + large)]
  if (cherche(l, d, t.a, soutien) >= 0 || cherche(l, t.b, f, soutien) >= 0) return 'net'
  if (voisinSur(l, t, rang, d, f)) return 'net'
  if (t.terme.famille === 'logement' && t.terme.appui === 3 && nuitAutour(l, t, p)) return 'net'
  if (t.terme.famille === 'psychiatrie' && /^(?:suis|est|etre|dit|sois|deviens)$/.test(l.mot(t.a - 1)))
    return 'net'
  if (t.terme.famille === 'addiction' && (rythme(l, t, p) || combienParJour(l, p))) return 'lointain'
  if (t.terme.famille === 'logement' && t.terme.code !== 'E2' && estLa(l, p, t.a)) return 'lointain'
  if (t.terme.famille === 'logement' && t.a === p.coeur && !t.terme.indice && t.terme.appui === 2)
    return 'lointain'
  if (rubriqueDuChamp(l, p, t, soutien)) return t.terme.appui === 3 ? 'lointain' : 'net'
  if (aupres(l, t, d, f)) return 'lointain'
  if (t.terme.appui === 3)
    return reponseCourte(l, t, p, soutien) || (t.terme.famille === 'logement' && voisinEntre(l, t, rang, p))
      ? 'lointain'
      : null
  if (voisinEntre(l, t, rang, p)) return 'lointain'
  const autre = p.genre === 'question' ? l.phrases[p.reponses[0] ?? -1] : l.phrases[p.question]
  if (autre === undefined)
    return t.terme.famille === 'addiction' && voisine(l, t, soutien) ? 'lointain' : null
  return cherche(l, autre.d, Math.min(autre.f, autre.d + 2 * FENETRE), soutien) >= 0 ? 'lointain' : null
}

/** « Combien par jour ? — Cinq, six galettes. » */
function combienParJour(l: Lecture, p: Phrase): boolean {
  const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  return q !== undefined && cherche(l, q.coeur, q.f, CAT.parJour) >= 0
}

/** « une bouteille de blanc tous les soirs », « OH : occasionnel »: how often says that it is taken. */
function rythme(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  const f = Math.min(p.f, t.b + 7)
  if (cherche(l, Math.max(p.coeur, t.a - 9), t.a, CAT.quotidien) >= 0) return true
  return [CAT.parJour, CAT.quotidien, CAT.occasionnel, CAT.hebdomadaire].some(
    (c) => cherche(l, t.b, f, c) >= 0,
  )
}

/** « Hébergement : mère d’un ami »: the heading says the field. */
function rubriqueDuChamp(l: Lecture, p: Phrase, t: Trouvaille, soutien: Bits): boolean {
  if (p.rubrique === null) return false
  const [d, f] = p.rubrique
  return cherche(l, d, f, soutien) >= 0 || aupres(l, t, d, f)
}

/** Words that only set the scene: with them an ambiguous term is worth a look, never more. */
function aupres(l: Lecture, t: Trouvaille, d: number, f: number): boolean {
  const classe = `zzaupres${t.terme.famille}`
  for (let i = Math.max(0, d); i < f; i++)
    if ((i < t.a || i >= t.b) && l.lexique.classes.get(l.mot(i))?.includes(classe) === true) return true
  return false
}

/** A word that only speaks of sleeping carries further than « habite » or « reste ». */
const NUIT = ensemble(
  'dort dors dormir dormait dormais dormons dorment dormi couche coucher couchait couchais nuit nuits squatte squattait abrite refuge duvet matelas sdf',
)
const NUIT_LARGE = 14

function nuitAutour(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  const f = Math.min(p.f, t.b + NUIT_LARGE)
  return parmi(l, Math.max(p.d, t.a - NUIT_LARGE), f, NUIT)
}

const COURTE = 8
const MOYENNE = 18

/** « Fumé quoi ? — De l’herbe. »: a few words take their sense from the question. */
function reponseCourte(l: Lecture, t: Trouvaille, p: Phrase, soutien: Bits): boolean {
  const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  if (q === undefined || t.b - p.coeur > COURTE) return false
  // An answer that begins with it answers with it, however long it goes on.
  if (p.f - p.coeur > (t.a === p.coeur ? 3 * MOYENNE : MOYENNE)) return false
  return cherche(l, q.coeur, Math.min(q.f, q.coeur + FENETRE), soutien) >= 0
}

/** « je suis chez un copain », « il est dans une tente ». */
function estLa(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - 4); i--) {
    if (/^(?:suis|est|sommes|etes)$/.test(l.mot(i)))
      return /^(?:je|il|elle|on|nous|vous|interesse|interessee|depuis)$/.test(l.mot(i - 1))
    if (!/^(?:actuellement|toujours|encore|la|en|ce|moment|a|au|l|le|un|une|dans|chez)$/.test(l.mot(i)))
      return false
  }
  return false
}

/** A plain term of the same family nearby supports too: « coke et shit ». */
function voisinSur(l: Lecture, t: Trouvaille, rang: number, d: number, f: number): boolean {
  for (const sens of [-1, 1]) {
    for (let pas = 1; pas <= VOISINS; pas++) {
      const v = l.trouvailles[rang + sens * pas]
      if (v === undefined || v.a < d || v.b > f) break
      if (v.fauxAmi === null && v.terme.appui === 1 && v.terme.famille === t.terme.famille) return true
    }
  }
  return false
}

/** A word of use in the sentence just before or after, in the same paragraph. */
function voisine(l: Lecture, t: Trouvaille, soutien: Bits): boolean {
  const rang = l.phraseDe[t.a] ?? 0
  const [avant, ici, apres] = [l.phrases[rang - 1], l.phrases[rang], l.phrases[rang + 1]]
  if (avant !== undefined && ici?.paragraphe === false && cherche(l, avant.coeur, avant.f, soutien) >= 0)
    return true
  return apres !== undefined && !apres.paragraphe && cherche(l, apres.coeur, apres.f, soutien) >= 0
}

/** A plain term of the same family in the sentence just before or after. */
function voisinEntre(l: Lecture, t: Trouvaille, rang: number, p: { d: number; f: number }): boolean {
  const ici = l.phraseDe[p.d] ?? 0
  const avant = l.phrases[ici - 1]
  const apres = l.phrases[ici + 1]
  const d =
    avant !== undefined && l.phrases[ici]?.paragraphe === false ? Math.max(avant.d, t.a - FENETRE) : p.d
  const f = apres !== undefined && !apres.paragraphe ? Math.min(apres.f, t.b + FENETRE) : p.f
  return voisinSur(l, t, rang, d, f)
}

const A_SITUER = new Set([
  'E2',
  'E3',
  'A',
  'structures_addicto',
  'structures_psy',
  'buprenorphine',
  'methadone',
  'tutelle',
  'curatelle',
])
const PREPOSITION_SURE = /^(?:sous|suivi|suivie|prend|prends|vit|dort|loge|reside|heberge|hebergee)$/

/** The name of a service, of a place or of a drug needs a word that ties it to the person. */
export function assiseDe(l: Lecture, t: Trouvaille): boolean {
  const medicament = /^(?:antips|retard|thymo|antidep|anxio|correct|psychost|medic_)/.test(t.terme.code)
  if (!A_SITUER.has(t.terme.code) && !medicament) return true
  const p = l.phrases[l.phraseDe[t.a] ?? 0]
  const structure = t.terme.code.startsWith('structures')
  const soutien = structure ? CAT.suiviPsy : SOUTIENS[medicament ? 'soins' : t.terme.famille]
  if (p === undefined || soutien === undefined) return true
  for (let i = t.a; i < t.b; i++) if (PREPOSITION_SURE.test(l.mot(i))) return true
  const [d, f] = [Math.max(p.d, t.a - FENETRE), Math.min(p.f, t.b + FENETRE)]
  if (cherche(l, d, t.a, soutien) >= 0 || cherche(l, t.b, f, soutien) >= 0) return true
  if (p.rubrique !== null && cherche(l, p.rubrique[0], p.rubrique[1], soutien) >= 0) return true
  const autre = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  return autre !== undefined && cherche(l, autre.d, Math.min(autre.f, autre.d + 2 * FENETRE), soutien) >= 0
}
