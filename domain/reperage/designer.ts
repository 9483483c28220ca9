import type { Reperage } from '../contrat.ts'
import { LOGER } from './allusions.ts'
import { MOT, SIGNE } from './jetons.ts'
import { cherche, ensemble, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT } from './lexique.ts'
import { DETERMINANT, EPITHETE, estTiers, FEMININ } from './tiers.ts'

/** Whom the words beside the term name, whatever the subject of the sentence: « le Seresta de ma mère ». */

type Qui = Reperage['sujet']

export interface Sujet {
  sujet: Qui
  /** The word that names the other person, for the reason shown. */
  mot: string | null
  /** Told by someone close or a witness, not by the person, a carer or an official. */
  rapporte: boolean
  /** Told by the family: worth proposing, never certain. */
  parProche?: boolean
}

const AUXILIAIRE = /^(?:a|ont|avait|avaient|est|ne|plus|avoir|aura)$/

/** « Ma mère m’a mis dehors », « un ami l’héberge », « accepte de le loger »: what is done to the person is about the person. */
export function objetEnMoi(l: Lecture, p: Phrase, a: number, b: number): boolean {
  for (let i = a; i < b - 1; i++)
    if (/^(?:m|me|l|le|la|lui)$/.test(l.mot(i)) && LOGER.test(l.mot(i + 1))) return true
  if (/^(?:de|d)$/.test(l.mot(a))) return false
  let i = a - 1
  while (i > p.coeur && a - i < 4 && AUXILIAIRE.test(l.mot(i))) i--
  return /^(?:m|me)$/.test(l.mot(i)) && (i < a - 1 || LOGER.test(l.mot(a)))
}

export const rendu = (sujet: Qui, mot: string | null = null, rapporte = false): Sujet => ({
  sujet,
  mot,
  rapporte,
})

const LIBRE = ensemble('sous en au atteint atteinte suivi suivie')

/** « son compagnon, schizophrène, », « sa grand-mère, âgée et placée sous tutelle »: what follows goes with it. */
export function apposition(l: Lecture, a: number, b: number): Sujet | null {
  if (l.mot(a - 1) === ',' && EPITHETE.test(l.mot(a)) && estTiers(l, a - 2))
    return rendu(l.mot(b) === ',' || l.mot(b) === '.' ? 'tiers' : 'incertain', l.mot(a - 2))
  for (let j = a - 1; j > a - 10; j--) {
    if (l.mot(j) !== ',') {
      if (l.nature[j] !== MOT || porte(l, j, CAT.soi) || porte(l, j, CAT.pronom) || NOEUD.has(l.mot(j)))
        return null
      continue
    }
    const mot = l.mot(j + 1)
    if (j + 1 > a || !estTiers(l, j - 1) || (j + 1 === a && !PARTICIPE.test(mot))) return null
    const accorde = FEMININ.test(l.mot(j - 1)) ? /(?:ee|ante|aire|ive)$/ : /(?:[^e]e|ant|aire|if)$/
    return accorde.test(mot) || LIBRE.has(mot) ? rendu('tiers', l.mot(j - 1)) : null
  }
  return null
}

const NOEUD = ensemble('que qui est a ont sont mais car ou quand je il elle se s dit')
const PARTICIPE = /(?:placee?|suivie?|traitee?|hospitalisee?|soignee?|hebergee?)$/

/** « Le CAARUD les lui donne »: to somebody else, in an interview. */
export function donneALui(l: Lecture, p: Phrase, a: number, b: number): boolean {
  for (let i = b; i < Math.min(p.f, b + 4); i++) {
    if (l.nature[i] === SIGNE) return false
    if (l.mot(i) === 'lui') return cherche(l, p.coeur, a, CAT.soi) < 0
  }
  return false
}

/** « La seule dépendante ici, c’est maman. » */
export function presenteApres(l: Lecture, p: Phrase, b: number): string | null {
  for (let i = b; i < Math.min(p.f, b + 4); i++) {
    if (l.mot(i) === 'mais') return null
    if (l.mot(i) !== 'c' || l.mot(i + 1) !== 'est') continue
    const qui = DETERMINANT.test(l.mot(i + 2)) ? i + 3 : i + 2
    return estTiers(l, qui) && l.mot(qui + 1) !== 'qui' ? l.mot(qui) : null
  }
  return null
}

/** Somebody says « que », and no pronoun comes back to whoever says it. */
export function ditQue(l: Lecture, i: number, a: number): boolean {
  for (let j = i + 1; j < a - 1; j++)
    if (porte(l, j, CAT.dire) && (l.mot(j + 1) === 'que' || l.mot(j + 1) === 'qu')) {
      for (let k = j + 2; k < a; k++) if (porte(l, k, CAT.pronom) || estTiers(l, k)) return false
      return true
    }
  return false
}

const NOM_DE_PERSONNE =
  /^(?:sdf|toxicomanes?|toxicos?|drogues?|alcooliques?|heroinomanes?|cocainomanes?|schizophrenes?|junkies?|crackeurs?|crackeuses?|ivrognes?|pochtrons?|consommateurs?|usagers?|locataires|proprietaires|squatteurs|fumeurs?|alcoolos?|bipolaires?|psychotiques?|accros?)$/
const NOUS = ensemble('sommes sont etions etaient nous etes on tous')
const COPULE =
  /^(?:est|suis|etre|etais|etait|devenu|devenue|devient|deviens|reste|comme|pas|bien|aussi|toujours|vrai|vraiment)$/

/** « un SDF m’a bousculé », « des toxicomanes »: someone met, unless the verb says that the person is one. */
export function personneDesignee(l: Lecture, p: Phrase, a: number, b: number): Sujet | null {
  if (!NOM_DE_PERSONNE.test(l.mot(a)) || a === p.coeur) return null
  let i = a - 1
  while (i > p.coeur && /^(?:jeune|jeunes|ancien|vieux|gros|autre|autres|petit)$/.test(l.mot(i))) i--
  const mot = l.mot(a)
  // « Vit avec sa femme, locataires en titre »
  if (/^(?:locataires|proprietaires)$/.test(mot) && l.nature[a - 1] === SIGNE) return rendu('personne')
  if (
    mot.endsWith('s') &&
    !NOUS.has(l.mot(i)) &&
    !NOUS.has(l.mot(i - 1)) &&
    !COPULE.test(l.mot(i)) &&
    l.mot(a + 1) !== 'anonymes'
  )
    return rendu('tiers', mot)
  // « c’est nous les locataires »
  if (l.mot(i - 1) === 'nous') return rendu('personne')
  const pluriel = /^(?:des|les|ces|aux|deux|trois|plusieurs|certains|quelques)$/.test(l.mot(i))
  if (!pluriel && !/^(?:un|une|le|la|l|ce|cet|cette|au|du)$/.test(l.mot(i))) return null
  if (COPULE.test(l.mot(i - 1)) || (l.mot(i - 1) === 'c' && i > 0)) return null
  if (/^(?:anonymes?)$/.test(l.mot(a + 1))) return null
  return b > a ? rendu(pluriel ? 'tiers' : 'incertain', pluriel ? l.mot(a) : null) : null
}

const DIAGNOSTIC = ensemble('dit disent a ont')
const NOMME = ensemble('mis dit diagnostique trouve parle')

/** « Ils disent que c’est la paranoïa », « elle a mis le nom de… »: what a carer says to the one who tells. */
export function ditDeLui(l: Lecture, i: number): boolean {
  if (!DIAGNOSTIC.has(l.mot(i + 1))) return false
  return NOMME.has(l.mot(i + 2)) || (l.mot(i + 2) === 'que' && l.mot(i + 3) === 'c')
}

const LOGE = ensemble('loge vit dort habite reside travaille')

/** « le Seresta de ma mère », « le traitement de la victime », « le problème de mon frère ». */
export function possesseurApres(l: Lecture, p: Phrase, b: number): string | null {
  // « la chambre du CHRS où loge le plaignant »
  if (l.mot(b) === 'ou' && LOGE.has(l.mot(b + 1)))
    for (let i = b + 2; i < Math.min(p.f, b + 5); i++) if (estTiers(l, i)) return l.mot(i)
  if (!/^(?:de|du|d|des|appartenant|pour|a|chez)$/.test(l.mot(b))) return null
  const stricte = /^(?:de|du|d|des|appartenant)$/.test(l.mot(b))
  for (let i = b + 1; i < Math.min(p.f, b + 5); i++) {
    if (estTiers(l, i)) return stricte ? l.mot(i) : null
    if (!DETERMINANT.test(l.mot(i)) && l.mot(i) !== 'a') return null
  }
  return null
}
