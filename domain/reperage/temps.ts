import type { Reperage } from '../contrat.ts'
import { closEnsuite } from './cloture.ts'
import { ADVERBIAL, compose, etatDesFaits, imparfait, repriseComposee } from './conjugaison.ts'
import { anneeProche, aUnAge, dateLointaine, jugee } from './dates-dites.ts'
import {
  cherche,
  debutDeTerme,
  depuis,
  ensemble,
  type Lecture,
  type Phrase,
  porte,
  signe,
  type Trouvaille,
  trouveesEntre,
} from './lecture.ts'
import { CAT } from './lexique.ts'

type Temps = Reperage['temps']

const FENETRE = 24
const ARRET = ensemble(
  'arrete arretee arretes stoppe stoppee cesse decroche sevre sevree abstinent abstinente sobre clean abandonne abandonnee interrompu interrompue',
)
const ADJECTIF = ensemble('ancien ancienne anciens anciennes ex')
const ANCIEN_ETAT = ensemble(
  'consommateur consommatrice usager usagere fumeur fumeuse buveur adresse domicile logement hebergement appartement suivi traitement consommation dependant dependante dependance',
)
const MESURE = ensemble(
  'levee leve mainlevee rompu rompue termine terminee interrompue interrompu abandonne abandonnee gueri guerie',
)

/** Now, in the past, or not said. A resumption wins over the past that it follows. */
export function tempsDe(l: Lecture, a: number, b: number, t?: Trouvaille): Temps {
  const p = l.phrases[l.phraseDe[a] ?? 0]
  if (p === undefined) return 'actuel'
  const dedans = tempsDansPhrase(l, p, a, b, t)
  const propre = dedans !== 'passe' && closEnsuite(l, p, b, t) ? 'passe' : dedans
  if (p.genre !== 'question' || propre === 'passe') return reprisEnsuite(l, p, propre)
  const reponse = l.phrases[p.reponses[0] ?? -1]
  if (reponse === undefined) return propre
  const f = Math.min(reponse.f, reponse.coeur + 12)
  for (let i = reponse.coeur; i < f; i++) {
    if (porte(l, i, CAT.rupture)) break
    if (porte(l, i, CAT.reprise)) return 'actuel'
    if (estPasse(l, i) || (l.mot(i) === 'avant' && i < reponse.coeur + 5)) return 'passe'
  }
  return propre
}

/** « J’avais arrêté. J’ai replongé cet été. » */
function reprisEnsuite(l: Lecture, p: Phrase, propre: Temps): Temps {
  if (propre !== 'passe') return propre
  const suivante = l.phrases[(l.phraseDe[p.d] ?? 0) + 1]
  if (suivante === undefined || suivante.paragraphe || suivante.genre === 'question') return propre
  return reprise(l, suivante.coeur, Math.min(suivante.f, suivante.coeur + FENETRE)) ? 'incertain' : propre
}

/** `a`: the term asked about; what is resumed may be another one, named just after. */
function reprise(l: Lecture, d: number, f: number, a = -1): boolean {
  const i = cherche(l, d, f, CAT.reprise)
  if (i < 0) return false
  if (a >= 0 && a < i && autreObjet(l, i, a)) return false
  for (let j = i - 1; j >= Math.max(d, i - 4); j--)
    if (/^(?:pas|jamais|sans|aucune|ni)$/.test(l.mot(j))) return false
  return true
}

/** « a rompu avec le CSAPA et a repris le rosé » */
function autreObjet(l: Lecture, i: number, a: number): boolean {
  const ici = trouveesEntre(l, a, a + 8)[0]
  const suite = trouveesEntre(l, i + 1, i + 7)[0]
  return suite !== undefined && ici !== undefined && suite.terme.famille !== ici.terme.famille
}

function estPasse(l: Lecture, i: number): boolean {
  if (!porte(l, i, CAT.passe) || ((l.neutre[i] ?? 0) & 1) !== 0) return false
  // « arrêté par la police », « arrêté préfectoral »
  return !(
    /^arrete/.test(l.mot(i)) &&
    (/^(?:par|prefectoral|ministeriel|municipal)$/.test(l.mot(i + 1)) ||
      (l.mot(i + 1) === 'd' && l.mot(i + 2) === 'expulsion'))
  )
}

function tempsDansPhrase(l: Lecture, p: Phrase, a: number, b: number, t?: Trouvaille): Temps {
  if (reprise(l, Math.max(p.coeur, a - FENETRE), Math.min(p.f, b + FENETRE), a)) return 'actuel'
  const protection = t?.terme.famille === 'protection'
  const [sd, sf] = segment(l, p, a, b)
  const present = actuelDans(l, sd, sf)
  if (
    l.mot(a - 1) === 'sous' &&
    t?.terme.famille === 'soins' &&
    !estPasse(l, a - 2) &&
    l.mot(a - 2) !== 'etait'
  )
    return 'actuel'
  if (t?.terme.famille === 'soins' && sortiDe(l, a)) return 'passe'
  if (t?.terme.famille === 'logement' && fermeture(l, a)) return 'passe'
  if (REMPLACE.has(l.mot(a - 1)) || REMPLACE.has(l.mot(a - 2))) return 'passe'
  // « s’est fait hospitaliser à l’automne dernier »
  if (/^(?:fait|faite)$/.test(l.mot(a - 1)) && /^(?:est|suis|ete|etait)$/.test(l.mot(a - 2))) return 'passe'
  if (dansLeTerme(l, a, b) || (t !== undefined && jugee(l, p, t))) return 'passe'
  if (avant(l, p, a, sd, protection, present, t?.terme.famille !== 'addiction')) return 'passe'
  if (apres(l, p, b, protection)) return 'passe'
  const chronique =
    t !== undefined &&
    /^(?:psychose|bipolaire)$/.test(t.terme.code) &&
    !/episode|bouffee|bda|acces|decompensation/.test(t.terme.plie)
  if (!chronique && aUnAge(l, a, b, p)) return 'passe'
  if (
    !protection &&
    !chronique &&
    !depuis(l, sd, sf) &&
    anneeProche(l, a, b, p, t?.terme.famille === 'soins')
  )
    return 'passe'
  const sousProduit = t?.terme.famille === 'addiction' && l.mot(a - 1) === 'sous'
  if (!sousProduit && imparfait(l, a, p)) return 'passe'
  const dit = compose(l, a, p)
  if (dit && dateLointaine(l, a, b, p)) return 'passe'
  return dit ||
    repriseComposee(l, b, p) ||
    evenement(l, t, sd, sf) ||
    puis(l, a, p) ||
    (!chronique && antecedent(l, a, p))
    ? 'incertain'
    : 'actuel'
}

const ANTECEDENT = ensemble('atcd antecedent antecedents')

/** « ATCD de polyconsommation (héroïne) » */
function antecedent(l: Lecture, a: number, p: Phrase): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - 12); i--) {
    if (signe(l, i, '.;')) return false
    if (ANTECEDENT.has(l.mot(i))) return true
  }
  return false
}

const ENSUITE = ensemble('puis ensuite')

/** « a vécu au bidonville, puis en hôtel social »: the last of a row of past places may be past too. */
function puis(l: Lecture, a: number, p: Phrase): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - 4); i--)
    if (ENSUITE.has(l.mot(i))) return compose(l, i, p) || imparfait(l, i, p)
  return false
}

const FERME = ensemble('fermeture evacuation demantelement destruction incendie expulsion depart')

/** « depuis la fermeture du squat » */
function fermeture(l: Lecture, a: number): boolean {
  for (let i = a; i >= a - 4; i--) if (FERME.has(l.mot(i)) && l.mot(i - 2) === 'depuis') return true
  return false
}

/** « pour remplacer l’héroïne » */
const REMPLACE = ensemble('remplacer remplace remplacement')

const DE = ensemble('de d du')
const SORTI = ensemble('sorti sortie sortis sors')

/** « depuis sa sortie d’UMD » */
function sortiDe(l: Lecture, a: number): boolean {
  const i = l.mot(a - 1) === 'l' || l.mot(a - 1) === 'la' ? a - 2 : a - 1
  return DE.has(l.mot(i)) && SORTI.has(l.mot(i - 1))
}

/** A gesture or an admission is an event: without a word that puts it now, when is not said. */
function evenement(l: Lecture, t: Trouvaille | undefined, d: number, f: number): boolean {
  if (t === undefined || actuelDans(l, d, f) || depuis(l, d, f)) return false
  const { plie, famille } = t.terme
  if (
    /place.? d office|tentative|^ts$|pendaison|se pendre|scarification|automutilation|autolyse|phlebotomie|geste suicidaire|intoxication medicamenteuse|bouffee|^bda$|episode|decompensation|expuls|mis dehors|mise? a la porte|perdu|cure$/.test(
      plie,
    )
  )
    return true
  if (famille !== 'soins') return false
  if (
    /hospitalis|intern|spdt|spdre|aspdt|aspdre|hdt|^ho$|contrainte|peril imminent|placement d office/.test(
      plie,
    )
  )
    return true
  for (let i = d; i < f; i++)
    if (/^(?:hospitalise|hospitalisee|hospitalisation|hospitalisations|interne|internee)$/.test(l.mot(i)))
      return !/^(?:est|suis)$/.test(l.mot(i - 1))
  return false
}

/** From comma to comma. */
function segment(l: Lecture, p: Phrase, a: number, b: number): [number, number] {
  let d = a
  while (d > p.coeur && a - d < FENETRE && !signe(l, d - 1, ',;:.')) d--
  let f = b
  while (f < p.f && f - b < FENETRE && !signe(l, f, ',;.')) f++
  return [d, f]
}

function actuelDans(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++) if (porte(l, i, CAT.actuel) && l.mot(i) !== 'depuis') return true
  return false
}

const ENTENDU = ensemble(
  'vivait vivais dormait dormais logeait logeais habitait habitais hebergeait entendait',
)

function dansLeTerme(l: Lecture, a: number, b: number): boolean {
  for (let i = a; i < b; i++) if (ENTENDU.has(l.mot(i)) || (ADJECTIF.has(l.mot(i)) && b - a > 1)) return true
  return false
}

function avant(
  l: Lecture,
  p: Phrase,
  a: number,
  sd: number,
  protection: boolean,
  present: boolean,
  soin: boolean,
): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - FENETRE); i--) {
    if (signe(l, i, ';')) return false
    if (porte(l, i, CAT.rupture) || nouvelleProposition(l, i)) return false
    if (!estPasse(l, i)) continue
    // Beyond a comma a present verb, or « aujourd’hui », starts anew.
    if (
      i < sd &&
      (present || cherche(l, i, a, CAT.soi) > i || cherche(l, sd, a, CAT.usage) >= 0) &&
      !estCirconstance(l, i)
    ) {
      return false
    }
    const mot = l.mot(i)
    // « Avant, oui, une sauvegarde »
    if (mot === 'avant' && l.mot(i + 1) === ',' && i === p.coeur) return true
    if (ADJECTIF.has(mot)) {
      // « ancien consommateur d’héroïne », « ancienne adresse : CHRS »
      if (a - i <= 2 || (a - i <= 5 && i >= sd - 4 && ANCIEN_ETAT.has(l.mot(i + 1)))) return true
      continue
    }
    if (ARRET.has(mot) && a - i > 7) continue
    if (/^(?:quitte|sorti|sortie|parti)$/.test(mot) && a - i > 4) continue
    if (
      /^(?:a|ai|avons|avait|avais|ont|fut|deja)$/.test(mot) &&
      (protection || a - i > 9 || etatDesFaits(l, i, a))
    )
      continue
    if (/^(?:etait|etais)$/.test(mot) && (etatDesFaits(l, i, a) || (!soin && l.mot(a - 1) === 'sous')))
      continue
    if (protection && !MESURE.has(mot) && !/^(?:ne|n)$/.test(mot)) continue
    return true
  }
  return false
}

function estCirconstance(l: Lecture, i: number): boolean {
  return (
    porte(l, i, CAT.passe) &&
    /^(?:a|l|il|c|quand|lorsque|lorsqu|autrefois|jadis|dans|par|auparavant|plus|etant|pendant|durant|maintenant|aujourd|au|dans)$/.test(
      l.mot(i),
    )
  )
}

/** « … et il a arrêté », « et que je vais »: another clause, with its own time. */
function nouvelleProposition(l: Lecture, i: number): boolean {
  if (l.mot(i) !== 'et') return false
  const j = /^(?:que|qu)$/.test(l.mot(i + 1)) ? i + 2 : i + 1
  return porte(l, j, CAT.pronom) || /^(?:je|j|nous|on)$/.test(l.mot(j))
}

function apres(l: Lecture, p: Phrase, b: number, protection: boolean): boolean {
  for (let i = b; i < Math.min(p.f, b + 9); i++) {
    if (l.mot(i) === '(') {
      while (i < Math.min(p.f, b + 12) && l.mot(i) !== ')') i++
      continue
    }
    if (signe(l, i, ';.)')) return false
    if (porte(l, i, CAT.rupture) || nouvelleProposition(l, i)) return false
    const virgule = signe(l, i, ',')
    if (virgule && (arretRepris(l, i, p) || arretRelatif(l, i, p))) return true
    if (virgule && !(ARRET.has(l.mot(i + 1)) || MESURE.has(l.mot(i + 1)) || estCirconstance(l, i + 1)))
      return false
    if (!estPasse(l, i)) continue
    const mot = l.mot(i)
    if (ADJECTIF.has(mot)) {
      if (i - b <= 1) return true
      continue
    }
    const aEte = mot === 'a' && l.mot(i + 1) === 'ete'
    if (ARRET.has(mot) || MESURE.has(mot) || (estCirconstance(l, i) && !aEte) || mot === 'il' || mot === 'c')
      return true
    if (mot === 'jusqu' || mot === 'derriere' || mot === 'periode') return true
    if (!protection && mot === 'a' && i - b <= 2) return true
  }
  return false
}

const AUTRE_VERBE = ensemble('et mais que qui')

/** « L’héroïne, j’ai arrêté. » */
function arretRepris(l: Lecture, virgule: number, p: Phrase): boolean {
  for (let i = virgule + 1; i < Math.min(p.f, virgule + 6); i++) {
    if (debutDeTerme(l, i) || AUTRE_VERBE.has(l.mot(i))) return false
    const plus =
      /^(?:n|ne)$/.test(l.mot(i)) &&
      ADVERBIAL.has(l.mot(i + 1)) &&
      [2, 3, 4].some((k) => l.mot(i + k) === 'plus')
    if (plus) return true
    if (ARRET.has(l.mot(i)) && estPasse(l, i)) return /^(?:j|je|il|elle|c|a|tout)$/.test(l.mot(virgule + 1))
  }
  return false
}

const RELATIF = ensemble('que qu dont')

/** « l’alcool, qu’il a arrêté à la naissance de sa fille » */
function arretRelatif(l: Lecture, virgule: number, p: Phrase): boolean {
  if (!RELATIF.has(l.mot(virgule + 1))) return false
  for (let i = virgule + 2; i < Math.min(p.f, virgule + 7); i++)
    if (ARRET.has(l.mot(i)) && estPasse(l, i)) return true
  return false
}
