import { LIGNE, MOT, NOMBRE, PARAGRAPHE, SIGNE } from './jetons.ts'
import { ecrit, ensemble, type Lecture, type Phrase, signe } from './lecture.ts'
import { debutMajuscule, enTeteCourte, finEnTete, rubriques } from './rubriques.ts'

/** Sentences, lines of a form, questions with their answers: what a reader takes as one unit. */

const ABREGES = new Set(
  'm mm mme mlle mr dr me av art env no n bd st ste cf al tel min max approx pr prof sgt adj cne lt bat app ref p vol chap'.split(
    ' ',
  ),
)
const LIBELLES_QUESTION = new Set(['question', 'q', 'quest', 'demande'])
const LIBELLES_REPONSE = new Set(['reponse', 'r', 'rep'])
const REPOND = ensemble('repond repondit')
const INTERROGE = ensemble('interroge interrogee questionne questionnee')
const OUVRE_PHRASE = new Set([...LIBELLES_QUESTION, ...LIBELLES_REPONSE, ...REPOND, 'je', 'il', 'elle'])
const LIGNE_COURTE = 60
const REPONSES_MAX = 4

export function decouper(l: Lecture): void {
  let d = 0
  let nouveau = true
  for (let i = 0; i < l.nombre; i++) {
    const fin = finPhrase(l, i, d)
    if (fin === 0) continue
    if (fin === 2) {
      // The boundary stands before this token, which opens the next sentence.
      nouveau = ajouter(l, d, i, nouveau) || nouveau
      nouveau = false
      d = i
      continue
    }
    const ajoutee = ajouter(l, d, i + 1, nouveau)
    if (ajoutee) nouveau = false
    if (l.nature[i] === PARAGRAPHE) nouveau = true
    d = i + 1
  }
  ajouter(l, d, l.nombre, nouveau)
  rubriques(l)
  apparier(l)
}

function ajouter(l: Lecture, d: number, f: number, paragraphe: boolean): boolean {
  let debut = d
  while (debut < f && (l.nature[debut] ?? 0) >= LIGNE) debut++
  const rang = l.phrases.length
  for (let i = d; i < f; i++) l.phraseDe[i] = debut === f ? Math.max(0, rang - 1) : rang
  if (debut === f) return false
  const { coeur, genre } = libelle(l, debut, f)
  const rapportee = genre === 'phrase' && estQuestionRapportee(l, coeur, f)
  l.phrases.push({
    d: debut,
    coeur,
    f,
    genre: rapportee || (genre === 'phrase' && finitEnQuestion(l, f)) ? 'question' : genre,
    rapportee,
    reponses: [],
    question: -1,
    paragraphe,
    rubrique: null,
    autrui: null,
  })
  return true
}

/** 0: goes on; 1: ends with this token; 2: ended just before it. */
function finPhrase(l: Lecture, i: number, d: number): 0 | 1 | 2 {
  const nature = l.nature[i]
  if (nature === PARAGRAPHE) return 1
  if (nature === LIGNE) return ligneFinit(l, i) ? 1 : 0
  if (nature === SIGNE) {
    const signe = l.texte[l.debut[i] ?? 0]
    if (signe === '!' || signe === '?') return 1
    if (signe === '…') return debutMajuscule(l, i + 1) ? 1 : 0
    // « Interrogé sur sa consommation : « … » »
    if (signe === ':') return INTERROGE.has(l.mot(d)) && estQuestionRapportee(l, d, i) ? 1 : 0
    return signe === '.' && pointFinit(l, i) ? 1 : 0
  }
  if (nature !== MOT || i === d) return 0
  // « … ? Réponse : … » on one line; « Vous me demandez si…, je vous réponds que… ».
  const mot = l.mot(i)
  if (!OUVRE_PHRASE.has(mot)) return 0
  if (LIBELLES_QUESTION.has(mot) || LIBELLES_REPONSE.has(mot))
    return l.mot(i + 1) === ':' && l.nature[i - 1] === SIGNE ? 2 : 0
  if (REPOND.has(mot)) return l.mot(i - 1) === ',' && estQuestionRapportee(l, d, i) ? 2 : 0
  if ((mot === 'je' || mot === 'il' || mot === 'elle') && i > d + 2 && l.nature[i - 1] === SIGNE) {
    const verbe = /^(?:vous|lui|leur)$/.test(l.mot(i + 1)) ? l.mot(i + 2) : l.mot(i + 1)
    return /^repond(?:s|ait)?$/.test(verbe) && estQuestionRapportee(l, d, i) ? 2 : 0
  }
  return 0
}

function pointFinit(l: Lecture, i: number): boolean {
  const longueur = (l.fin[i] ?? 0) - (l.debut[i] ?? 0)
  if (longueur > 3) return false
  if (longueur > 1) return debutMajuscule(l, i + 1)
  const suivant = l.nature[i + 1]
  if (suivant === undefined || suivant >= LIGNE) return true
  if (l.nature[i - 1] !== MOT || l.fin[i - 1] !== l.debut[i]) return true
  const avant = l.mot(i - 1)
  return !(avant.length === 1 || ABREGES.has(avant))
}

/** A line end is the end of a sentence, unless the line was full and goes on. */
function ligneFinit(l: Lecture, i: number): boolean {
  const j = i + 1
  if (j >= l.nombre || l.nature[j] !== MOT) return true
  if (!debutMajuscule(l, j)) return enTeteCourte(l, j)
  if (finEnTete(l, j) > 0 || libelle(l, j, Math.min(j + 6, l.nombre)).coeur > j) return true
  const debutLigne = l.texte.lastIndexOf('\n', Math.max(0, (l.debut[i] ?? 0) - 1)) + 1
  return (l.debut[i] ?? 0) - debutLigne < LIGNE_COURTE
}

function libelle(l: Lecture, d: number, f: number): { coeur: number; genre: Phrase['genre'] } {
  let i = d
  while (i < f && l.nature[i] === SIGNE && /[-–—•·*«"]/.test(ecrit(l, i)) && i < d + 2) i++
  const mot = l.mot(i)
  const question = LIBELLES_QUESTION.has(mot) || /^q\d{1,3}$/.test(mot)
  const reponse = LIBELLES_REPONSE.has(mot) || /^r\d{1,3}$/.test(mot)
  let j = i + 1
  if (question || reponse) {
    while (j < f && (l.nature[j] === NOMBRE || l.mot(j) === 'n' || l.mot(j) === 'no')) j++
    const signe = l.nature[j] === SIGNE ? ecrit(l, j)[0] : undefined
    const court = mot.length <= 2 || mot === 'rep' || mot === 'quest'
    if (signe !== undefined && (court ? ':.-–—/)' : ':-–—/)').includes(signe))
      return { coeur: j + 1, genre: question ? 'question' : 'reponse' }
    return { coeur: d, genre: 'phrase' }
  }
  if (
    mot === 'si' ||
    (mot === 's' && l.mot(i + 1) === 'i') ||
    (mot === 'sur' && /^(?:interpellation|interrogation|question|interrogatoire)$/.test(l.mot(i + 1)))
  ) {
    if (mot !== 'si') j = i + 2
    if (l.mot(j) === ':' || (mot === 'sur' && l.mot(j) === ',')) return { coeur: j + 1, genre: 'phrase' }
  }
  return { coeur: d, genre: 'phrase' }
}

function finitEnQuestion(l: Lecture, f: number): boolean {
  let i = f - 1
  while (i >= 0 && ((l.nature[i] ?? 0) >= LIGNE || /[»"”]/.test(ecrit(l, i)[0] ?? ''))) i--
  return signe(l, i, '?')
}

const RAPPORT =
  /^(?:demande|demandez|dites|reprochez|interrogez|indiquez|informez|faites|signalez|precisez|questionnez|exposez|rappelez|presentez|annoncez|lisez|montrez|avisez|apprenez)$/

function estQuestionRapportee(l: Lecture, d: number, f: number): boolean {
  const [a, b, c] = [l.mot(d), l.mot(d + 1), l.mot(d + 2)]
  if (f - d < 4) return false
  if (a === 'vous' && (b === 'me' || b === 'm')) return RAPPORT.test(c)
  if (/^(?:interroge|interrogee|questionne|questionnee)$/.test(a)) return /^(?:sur|quant|a)$/.test(b)
  return a === 'a' && b === 'la' && c === 'question'
}

/** Ties every question to the sentences that answer it. */
function apparier(l: Lecture): void {
  let questions: number[] = []
  let etiquetee = false
  for (const [k, p] of l.phrases.entries()) {
    const continuation = p.genre === 'phrase' && !debutLibelle(l, p)
    if (p.genre === 'question') {
      // Two questions in a row share their answer.
      if (questions.some((q) => (l.phrases[q]?.reponses.length ?? 0) > 0) || p.rapportee) questions = []
      questions = [...questions.slice(-3), k]
      etiquetee = false
      continue
    }
    const premiere = l.phrases[questions[0] ?? -1]
    if (premiere === undefined) continue
    const combien = premiere.reponses.length
    const max = premiere.rapportee ? 2 : REPONSES_MAX
    const suite =
      p.genre === 'reponse' ||
      (continuation && combien < max && !(p.paragraphe && (combien > 0 || premiere.rapportee)))
    if (
      !suite ||
      (combien === 0 && p.rubrique !== null && p.genre !== 'reponse' && p.rubrique[0] === p.coeur)
    ) {
      questions = []
      continue
    }
    if (p.genre === 'reponse') etiquetee = true
    else if (etiquetee && p.paragraphe) {
      questions = []
      continue
    }
    p.genre = 'reponse'
    p.question = questions.at(-1) ?? -1
    for (const q of questions) l.phrases[q]?.reponses.push(k)
  }
}

function debutLibelle(l: Lecture, p: Phrase): boolean {
  return p.coeur > p.d && /^(?:si|s|sur)$/.test(l.mot(p.d))
}

/** The unit to show: the sentence, or the whole question and its answer. */
export function etendue(l: Lecture, k: number): { debut: number; fin: number } {
  const p = l.phrases[k]
  if (p === undefined) return { debut: 0, fin: l.texte.length }
  const question = p.question >= 0 ? l.phrases[p.question] : p.genre === 'question' ? p : undefined
  const rangs = question === undefined ? [k] : [question === p ? k : p.question, ...question.reponses]
  const dedans = rangs.flatMap((r) => l.phrases[r] ?? [])
  let f = Math.max(...dedans.map((x) => x.f))
  while (f > 0 && (l.nature[f - 1] ?? 0) >= LIGNE) f--
  return { debut: l.debut[Math.min(...dedans.map((x) => x.d))] ?? 0, fin: l.fin[f - 1] ?? l.texte.length }
}
