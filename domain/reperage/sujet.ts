import { sujetPluriel } from './accord.ts'
import {
  avoue,
  CIVILITE_F,
  decritLui,
  ditDeMoi,
  ditJe,
  estMontre,
  LOCATAIRE,
  logeEnCouple,
  logePar,
  montreEntre,
  parleDeMonsieur,
} from './allusions.ts'
import {
  apposition,
  ditDeLui,
  ditQue,
  donneALui,
  objetEnMoi,
  personneDesignee,
  possesseurApres,
  presenteApres,
  rendu,
  type Sujet,
} from './designer.ts'
import { SIGNE } from './jetons.ts'
import { cherche, ecrit, ensemble, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT } from './lexique.ts'
import { rubriqueDEntourage } from './rubriques.ts'
import {
  aComplement,
  avocatDAutrui,
  ditEnsuite,
  epithete,
  estComplementDeSoi,
  estInterpelle,
  estPoliciere,
  estPrenomSujet,
  estSujet,
  estTiers,
  FEMININ,
  impersonnel,
  MIXTE,
  racontePar,
  raconteParProche,
  vuParUnProche,
} from './tiers.ts'

const FENETRE = 40

/** Whose marker this is: the nearest subject decides, then the question, the heading, the kind of text. */
export function sujetDe(l: Lecture, a: number, b: number, enJe: boolean): Sujet {
  const rang = l.phraseDe[a] ?? 0
  const p = l.phrases[rang]
  if (p === undefined) return { sujet: 'personne', mot: null, rapporte: false }
  if (/^(?:l|m)$/.test(l.mot(b - 2)) && l.mot(b - 1) === 'heberger') return rendu('personne')
  if (objetEnMoi(l, p, a, b)) return rendu('personne')
  // « depuis que ma mère est morte j’entends des voix »
  if (p.autrui === null && ditDeMoi(l, a, b, enJe)) return rendu('personne')
  if (l.mot(a) === 'chez' && l.mot(a + 1) === 'qui') return rendu('incertain')
  // « dit que son voisin lui vole ses pensées »
  if (!enJe && l.mot(a - 1) === 'lui' && cherche(l, p.coeur, a, CAT.dire) >= 0) return rendu('incertain')
  if (!enJe && POLICE.has(l.mot(a - 1))) return rendu('tiers', 'enquêteurs')
  if (p.autrui === null && MIEN.has(l.mot(MIEN.has(l.mot(a)) ? a : a - 1)) && TUTELLE.test(l.mot(b - 1)))
    return rendu('personne')
  // « sous tutelle de sa mère »: who exercises it.
  const tuteur = TUTELLE.test(l.mot(b - 1)) && (l.mot(a) === 'sous' || l.mot(a - 1) === 'sous')
  // « je dors dans l’ambulance de mon patron »: whose place it is, not who sleeps there.
  const possesseur = tuteur || PLACE.has(l.mot(a)) ? null : possesseurApres(l, p, b)
  if (possesseur !== null) return { sujet: 'tiers', mot: possesseur, rapporte: false }
  const groupe = personneDesignee(l, p, a, b)
  if (groupe !== null) return groupe
  const appose = apposition(l, a, b)
  if (appose !== null) return appose
  if (enJe && donneALui(l, p, a, b)) return rendu('incertain', 'lui')
  if (enJe && SIEN.has(l.mot(a - 1)) && !porte(l, a - 2, CAT.soi) && p.genre !== 'question')
    return rendu('incertain', l.mot(a - 1))
  const autres = sujetPluriel(l, p, a)
  if (autres !== null) return rendu('tiers', autres)
  const nomme = presenteApres(l, p, b)
  if (nomme !== null) return rendu('tiers', nomme)
  const proche = sujetAvant(l, p, a, enJe, rang)
  if (proche !== null) return proche
  return parDefaut(l, p, rang, a, enJe)
}

const MIEN = ensemble('mon ma')
const PLACE = ensemble('dans sur chez dors dort dormir dormais couche loge vis vit')
const TUTELLE = /^(?:tut|curat|mandatair)/

/** « Sommes accueillis par la gardienne » */
const POLICE = ensemble('sommes fumes avons etions')

const LEQUEL = ensemble('dont lequel laquelle')
const VICTIME = ensemble('victime victimes plaignant plaignante plaignants temoin')
/** « Ils m’ont donné du Risperdal » */
const DONNE = ensemble('donne prescrit mis hospitalise hospitalisee interne propose file passe place placee')
const QUE = ensemble('dont que qu')
const RELATIF = ensemble('qui qu')
const MOI = ensemble('je j moi')
const ILS = ensemble('il elle ils elles')

function sujetAvant(l: Lecture, p: Phrase, a: number, enJe: boolean, rang: number): Sujet | null {
  const d = Math.max(p.coeur, a - FENETRE)
  let objet = false
  if (ILS.has(l.mot(a)) && !impersonnel(l, a)) return pronom(l, p, a, d, enJe, rang)
  for (let i = a - 1; i >= d; i--) {
    const mot = l.mot(i)
    if (LEQUEL.has(mot) || (l.mot(i - 1) === 'dont' && porte(l, i, CAT.pronom))) {
      const qui = antecedent(l, LEQUEL.has(mot) ? i : i - 1, d)
      if (qui >= 0) return rendu('tiers', l.mot(qui))
    }
    if (estTiers(l, i)) {
      // « Conducteur présentant les signes de… », « l’homme que vous m’avez montré »: as often as not the person.
      if ((i === p.coeur && /^(?:conduct|occupant|auteur)/.test(mot)) || estMontre(l, i))
        return rendu('incertain')
      if (!enJe && estInterpelle(l, i)) return rendu('personne')
      // « Selon sa femme, alcoolique depuis des années »
      if (!enJe && l.mot(i - 2) === 'selon' && /^(?:sa|son)$/.test(l.mot(i - 1)))
        return { ...rendu('personne', null, true), parProche: true }
      if (vuParUnProche(l, p, i, d)) return { ...rendu('personne', null, true), parProche: true }
      if (l.mot(i + 1) === 'qui' && porte(l, i + 2, CAT.dire) && !enJe)
        return { ...rendu('personne', null, true), parProche: porte(l, i, CAT.parent) }
      // « Prélèvement de la victime : … »
      if (l.mot(i + 1) === ':' && VICTIME.has(mot)) return rendu('tiers', mot)
      if (epithete(l, i, a)) return rendu('tiers', mot)
      if (logePar(l, i, a)) return rendu('personne')
      // « La compagne explique que tout le RSA passe au PMU »
      if (!enJe && porte(l, i, CAT.parent) && ditQue(l, i, a))
        return { ...rendu('personne', null, true), parProche: true }
      if (estSujet(l, i, p, a))
        return logeEnCouple(l, i, a) || (!enJe && /^(?:un|une|des)$/.test(mot))
          ? rendu('incertain', mot)
          : rendu('tiers', mot)
      objet ||= !aComplement(l, i, p)
      continue
    }
    if (porte(l, i, CAT.soi) && !estComplementDeSoi(l, i, d)) {
      if (
        p.autrui === 'autre' &&
        !/^(?:mis|mise|interesse|interessee|prevenu|prevenue|garde|gardee)$/.test(mot)
      )
        return rendu('tiers', 'déclarant')
      if (p.autrui === 'proche' && MOI.has(mot)) return rendu('tiers', 'proche')
      if (estPoliciere(l, i)) continue
      // « la dame dont je m’occupe »
      const dont =
        QUE.has(l.mot(i - 1)) && (estTiers(l, i - 2) || (l.mot(i - 1) === 'dont' && estTiers(l, i - 3)))
      if (enJe && dont) return rendu('tiers', l.mot(i - 2))
      if (/^(?:lui|elle)$/.test(mot) && reprendUnTiers(l, p, i)) return rendu('incertain')
      // « C’est lui qu’est sous neuroleptiques », said by somebody else.
      if (enJe && /^(?:lui|elle)$/.test(mot) && l.mot(i - 1) === 'est' && RELATIF.has(l.mot(i + 1)))
        return rendu('tiers', mot)
      if (!enJe && CIVILITE_F.has(mot) && parleDeMonsieur(l, p)) return rendu('incertain', mot)
      if (/^cliente?$/.test(mot) && avocatDAutrui(l, d, i)) return rendu('tiers', mot)
      return rendu('personne', null, racontePar(l, d, i) || ditEnsuite(l, i, a))
    }
    if (enJe && estPrenomSujet(l, i, p)) return rendu('incertain', null)
    if (
      mot === 'qui' &&
      /^\p{Lu}\p{Ll}+$/u.test(ecrit(l, i - 1)) &&
      l.mot(i - 2) === 'est' &&
      l.mot(i - 3) === 'c'
    )
      return rendu('tiers', l.mot(i - 1))
    if (porte(l, i, CAT.pronom) && mot !== 'lui' && !impersonnel(l, i)) return pronom(l, p, i, d, enJe, rang)
  }
  return objet ? rendu('incertain') : null
}

/** « son compagnon, qu’elle héberge et dont elle gère le traitement » */
function antecedent(l: Lecture, i: number, d: number): number {
  const loin = l.mot(i - 1) === 'et' ? 12 : 4
  for (let j = i - 1; j >= Math.max(d, i - loin); j--) {
    if (estTiers(l, j)) return j
    if (l.nature[j] === SIGNE && l.mot(j) !== ',') return -1
    if (porte(l, j, CAT.soi)) return -1
  }
  return -1
}

/** « l’ami précise que lui-même est sous… »: the one who speaks, when it is not the person. */
function reprendUnTiers(l: Lecture, p: Phrase, i: number): boolean {
  if (l.mot(i + 1) !== 'meme') return false
  for (let j = i - 1; j >= Math.max(p.coeur, i - FENETRE); j--) {
    if (porte(l, j, CAT.soi) && !estComplementDeSoi(l, j, p.coeur)) return false
    if (estTiers(l, j) && estSujet(l, j, p, i)) return true
  }
  return false
}

function pronom(l: Lecture, p: Phrase, i: number, d: number, enJe: boolean, rang: number): Sujet {
  if (enJe && ditDeLui(l, i)) return rendu('incertain')
  if (/^(?:me|m)$/.test(l.mot(i + 1)) && !/^(?:a|avait|ont|dit|dire)$/.test(l.mot(i + 2)))
    return rendu('personne')
  if (l.mot(i + 1) === 'm' && DONNE.has(l.mot(i + 3))) return rendu('personne')
  if (/^(?:m|me)$/.test(l.mot(i + 1)) && aCause(l, p, i)) return rendu('incertain')
  // « un appartement dont ils sont locataires »
  if (l.mot(i) === 'ils' && LOCATAIRE.test(l.mot(i + 2))) return rendu('incertain')
  const elle = /^(?:elle|elles|celle|cette)$/.test(l.mot(i))
  let [soi, tiers]: [boolean, string | null] = [false, null]
  for (let j = i - 1; j >= d; j--) {
    if (!enJe && estInterpelle(l, j)) {
      soi = true
      break
    }
    if (estTiers(l, j) && (elle === FEMININ.test(l.mot(j)) || MIXTE.test(l.mot(j)))) tiers ??= l.mot(j)
    if (
      porte(l, j, CAT.soi) &&
      !estComplementDeSoi(l, j, d) &&
      (!/^(?:je|j|vous|moi|nous|on|m)$/.test(l.mot(j)) || ecrit(l, j) === 'M')
    ) {
      soi = true
      break
    }
  }
  // « Il reconnaît que… », « il nous remet »: in a report, the one who is heard or stopped.
  if (!enJe && p.autrui === null && avoue(l, i) && !soi && tiers === null) return rendu('personne')
  const rapporte = racontePar(l, d, i)
  if (rapporte && !enJe && tiers !== null && !soi && raconteParProche(l, d, i) && elle !== feminin(l, d, i))
    return { ...rendu('personne', null, true), parProche: true }
  if (p.autrui === 'proche') return { ...rendu('personne', null, true), parProche: true }
  if (p.autrui === 'autre') return soi ? rendu('personne', null, true) : rendu('incertain', null, true)
  if (soi) return rendu(tiers === null ? 'personne' : 'incertain', null, rapporte)
  const disJe = enJe || ditJe(l, d, i)
  if (tiers !== null) return rendu(disJe && !montreEntre(l, d, i) ? 'tiers' : 'incertain', tiers, rapporte)
  const precedent = sujetPrecedent(l, rang, elle)
  if (disJe)
    return rendu(
      enJe && precedent !== null && precedent.sujet !== 'incertain' ? 'tiers' : 'incertain',
      precedent?.mot ?? null,
    )
  if (precedent === null || precedent.sujet === 'personne') return rendu('personne', null, rapporte)
  // A pronoun alone is weak evidence: whoever spoke in the sentence before may as well speak of the person.
  return { ...precedent, sujet: 'incertain' }
}

/** Is the one who tells a woman? */
function feminin(l: Lecture, d: number, i: number): boolean {
  for (let j = i - 1; j >= d; j--) if (estTiers(l, j)) return FEMININ.test(l.mot(j))
  return false
}

/** « Elle m’a quitté à cause de l’alcool »: whose drinking is not said. */
function aCause(l: Lecture, p: Phrase, i: number): boolean {
  for (let j = i + 2; j < Math.min(p.f, i + 12); j++) if (l.mot(j) === 'cause') return true
  return false
}

const SIEN = ensemble('son sa ses')

/** Who the sentence before was about, when the gender of the pronoun allows it. */
function sujetPrecedent(l: Lecture, rang: number, elle: boolean | null): Sujet | null {
  const avant = l.phrases[rang - 1]
  const ici = l.phrases[rang]
  if (avant === undefined || ici?.paragraphe === true) return null
  for (let i = avant.coeur; i < Math.min(avant.f, avant.coeur + FENETRE); i++) {
    if (elle !== null && estInterpelle(l, i)) return rendu('personne')
    if (estTiers(l, i) && estSujet(l, i, avant, avant.f)) {
      if (decritLui(l, i, avant.f)) return rendu('personne', null, true)
      if (elle !== null && elle !== FEMININ.test(l.mot(i)) && !MIXTE.test(l.mot(i))) return null
      const sien = SIEN.has(l.mot(i - 1)) && porte(l, i, CAT.parent)
      return rendu(elle === null || sien ? 'incertain' : 'tiers', l.mot(i))
    }
    if (porte(l, i, CAT.soi) && !estPoliciere(l, i) && l.mot(i) !== 'vous') return rendu('personne')
  }
  return null
}

function parDefaut(l: Lecture, p: Phrase, rang: number, a: number, enJe: boolean): Sujet {
  if (p.autrui === 'proche') return { ...rendu('personne', null, true), parProche: true }
  if (p.autrui === 'autre') return rendu('tiers', 'victime')
  const question = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  if (question !== undefined && cherche(l, p.coeur, a, CAT.soi) < 0) {
    const qui = sujetDeQuestion(l, question, p.question, enJe)
    if (qui !== null) return qui
  }
  if (p.genre === 'question') return sujetDeQuestion(l, p, rang, enJe) ?? rendu('personne')
  if (rubriqueDEntourage(l, p)) return rendu('incertain')
  const debutDeRubrique = p.rubrique !== null && p.rubrique[0] === p.coeur
  if (debutDeRubrique || p.paragraphe) return rendu('personne')
  const precedent = sujetPrecedent(l, rang, null)
  return precedent?.sujet === 'incertain' ? precedent : rendu('personne')
}

/** « Était-il alcoolisé ? » after a question about a friend. */
function sujetDeQuestion(l: Lecture, q: Phrase, rang: number, enJe: boolean): Sujet | null {
  for (let i = q.coeur; i < Math.min(q.f, q.coeur + FENETRE); i++) {
    if (/^(?:vous|tu)$/.test(l.mot(i)) || (l.mot(i) === 'votre' && !cherchePossede(l, i)))
      return rendu('personne')
    if (estTiers(l, i) && estSujet(l, i, q, q.f)) return rendu('tiers', l.mot(i))
    if (q.rapportee && (l.mot(i) === 'il' || l.mot(i) === 'elle') && l.mot(q.coeur) !== 'vous')
      return rendu('personne')
    if (/^(?:il|elle|ils|elles)$/.test(l.mot(i)) && enJe && !/^(?:y|est|s|faut)$/.test(l.mot(i + 1)))
      return rendu('tiers', sujetPrecedent(l, rang, l.mot(i)[0] === 'e')?.mot ?? null)
  }
  return null
}

function cherchePossede(l: Lecture, i: number): boolean {
  return estTiers(l, i + 1) || estTiers(l, i + 2)
}
