import { caseAvant, type Polarite, simple, valeurApres } from './formulaire.ts'
import { LIGNE, SIGNE } from './jetons.ts'
import {
  cherche,
  ecrit,
  ensemble,
  type Lecture,
  type Phrase,
  porte,
  signe,
  type Trouvaille,
  trouveesEntre,
} from './lecture.ts'
import { CAT } from './lexique.ts'
import { NEGATIF_EN_SOI, negationApres, negationAvant } from './negation.ts'
import { dementi, lireReponse } from './reponse.ts'

/** How far a word reaches, in tokens: beyond, the sentence speaks of something else. */
const PORTEE = 14
const FENETRE = 40

/** Asserted, denied (by the text), contested (by the person), or asked and not answered. */
export function polariteDe(l: Lecture, a: number, b: number): Polarite {
  const p = l.phrases[l.phraseDe[a] ?? 0]
  if (p === undefined) return simple('affirme')
  const locale = polariteLocale(l, p, a, b)
  if (p.genre !== 'question' || locale.vide !== null) return locale
  // A statement put to the person, « votre dépistage est négatif à la cocaïne », asks nothing.
  if (locale.polarite === 'nie' && !p.rapportee && !signe(l, finDuTexte(l, p), '?')) return locale
  return polariteDeQuestion(l, p, locale, a, b)
}

function finDuTexte(l: Lecture, p: Phrase): number {
  let i = p.f - 1
  while (i > p.d && (l.nature[i] ?? 0) >= LIGNE) i--
  return i
}

function polariteLocale(l: Lecture, p: Phrase, a: number, b: number): Polarite {
  const cochee = caseAvant(l, p, a)
  if (cochee !== null)
    return cochee ? simple('affirme', { net: true }) : simple('sans-reponse', { vide: 'case_non_cochee' })
  const valeur = valeurApres(l, p, b)
  // « conteste toute dépendance à la morphine : le médecin la lui prescrit »
  if (valeur !== null && !(valeur.douteux && contesteAvant(l, p, a))) return valeur
  const gauche = NEGATIF_EN_SOI.has(l.mot(a))
    ? l.mot(a - 1) === 'pas'
      ? 'non'
      : null
    : negationAvant(l, p, a)
  if (gauche === 'inconnu') return simple('sans-reponse')
  if (gauche === 'restriction' && contesteJuste(l, p, a)) return simple('conteste')
  if (gauche === 'restriction') return simple('affirme')
  if (traiteDe(l, p, a)) return simple('conteste')
  if (neQue(l, p, a, b)) return simple('affirme', { douteux: true })
  if (verbeNie(l, a, b)) return simple(parleDeSoi(l, p, a) ? 'conteste' : 'nie')
  if (contesteAvant(l, p, a)) return simple('conteste')
  if (gauche === 'non') return simple(parleDeSoi(l, p, a) ? 'conteste' : 'nie')
  if (dementiApres(l, p, b)) return simple('conteste')
  if (negationApres(l, p, b)) return simple('nie')
  if (sansDonnee(l, p, a)) return simple('sans-reponse')
  return simple('affirme', { douteux: gauche === 'douteux' })
}

/** « Ils disent que j’étais ivre. J’étais pas ivre. » */
function memeMotNie(l: Lecture, p: Phrase, suivante: Phrase, b: number): boolean {
  if (cherche(l, p.coeur, b, CAT.dire) < 0) return false
  const ici = trouveesEntre(l, Math.max(p.coeur, b - 6), b).at(-1)
  return trouveesEntre(l, suivante.coeur, Math.min(suivante.f, suivante.coeur + FENETRE)).some(
    (t) => t.terme.code === ici?.terme.code && negationAvant(l, suivante, t.a) === 'non',
  )
}

/** « ne boit qu’aux repas et conteste tout alcoolisme » */
function contesteJuste(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - 4); i--) {
    if (porte(l, i, CAT.contestation)) return true
    if (l.mot(i) === 'et' || l.mot(i) === 'que' || l.mot(i) === 'qu') return false
  }
  return false
}

const INJURE = ensemble('traite traitee traites traitees insulte qualifie')
const LISTE = ensemble('de d et ou , comme')

/** « On m’a traité de drogué et d’alcoolique. » */
function traiteDe(l: Lecture, p: Phrase, a: number): boolean {
  if (!LISTE.has(l.mot(a - 1))) return false
  for (let i = a - 1; i >= Math.max(p.coeur, a - 8); i--) {
    if (INJURE.has(l.mot(i))) return l.mot(i + 1) === 'de' || l.mot(i + 1) === 'd' || l.mot(i + 1) === 'comme'
    if (!LISTE.has(l.mot(i)) && !LISTE.has(l.mot(i - 1))) return false
  }
  return false
}

const NE = ensemble('ne n')
const PAS = ensemble('pas jamais rien guere point')

/** « soutient n’avoir pris de la cocaïne que ce soir-là » */
function neQue(l: Lecture, p: Phrase, a: number, b: number): boolean {
  const que = [b, b + 1, b + 2].find((i) => l.mot(i) === 'que' || l.mot(i) === 'qu')
  if (que === undefined || que >= p.f || l.nature[que - 1] === SIGNE) return false
  for (let i = a - 1; i >= Math.max(p.coeur, a - 6); i--) {
    if (PAS.has(l.mot(i)) || l.nature[i] === SIGNE) return false
    if (NE.has(l.mot(i))) return true
  }
  return false
}

/** « je ne me drogue pas », « je bois pas »: the term is the verb itself. */
function verbeNie(l: Lecture, a: number, b: number): boolean {
  if (l.mot(a) === 'ne' || l.mot(a) === 'n') return false
  const ne = NE.has(l.mot(a - 1))
  for (let i = b; i < b + (ne ? 3 : 1); i++) {
    if (l.nature[i] === SIGNE) return false
    if (PAS.has(l.mot(i))) return (l.neutre[i] ?? 0) % 2 === 0 && l.mot(i + 1) !== 'que'
  }
  return false
}

const OUVRANTS = ensemble('; ( [')
const NOM_OUVRE = ensemble('toute tout tous toutes prise prises usage consommation consommations abus')
const FINI = /(?:er|ir|re|oir)$/

/** « nie toute prise de… », « conteste avoir… », up to « mais », « reconnaît… » or a new clause. */
function contesteAvant(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - FENETRE / 2); i--) {
    if (l.nature[i] === SIGNE && OUVRANTS.has(l.mot(i))) return false
    if ((l.neutre[i] ?? 0) & 1) continue
    if (porte(l, i, CAT.contestation)) return true
    if (porte(l, i, CAT.rupture) || porte(l, i, CAT.aveu)) return false
    const coordonne = l.mot(i) === 'et' || (l.mot(i) === ',' && ecrit(l, i) === ',')
    const suivant = i + 1
    const reprend =
      porte(l, suivant, CAT.usage) || porte(l, suivant, CAT.soi) || porte(l, suivant, CAT.pronom)
    if (coordonne && reprend && !NOM_OUVRE.has(l.mot(suivant)) && !FINI.test(l.mot(suivant))) return false
  }
  return false
}

const MENSONGE = ensemble('mensonge mensonges calomnie calomnies')

/** « on dit que…, mais c’est faux ». */
function dementiApres(l: Lecture, p: Phrase, b: number): boolean {
  for (let i = b; i < Math.min(p.f, b + PORTEE); i++) {
    if (MENSONGE.has(l.mot(i))) return true
    if (l.mot(i) === 'faux' && /^(?:est|etait|totalement|completement|tout)$/.test(l.mot(i - 1))) return true
  }
  const suivante = l.phrases[(l.phraseDe[p.d] ?? 0) + 1]
  return (
    suivante !== undefined &&
    !suivante.paragraphe &&
    suivante.genre === p.genre &&
    (dementi(l, suivante.coeur, suivante.f) ||
      cherche(l, suivante.coeur, suivante.coeur + 3, CAT.contestation) >= 0 ||
      memeMotNie(l, p, suivante, b)) &&
    [CAT.tiers, CAT.parent, CAT.dire].some((c) => cherche(l, p.coeur, b, c) >= 0)
  )
}

/** « affirme n’avoir jamais… »: what the person says of themselves, reported. */
function parleDeSoi(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - PORTEE); i--) {
    if (!porte(l, i, CAT.dire) || (l.neutre[i] ?? 0) & 1) continue
    return /^(?:ne|n|qu)$/.test(l.mot(i + 1))
  }
  return false
}

/** « aucune donnée sur d’éventuels troubles », « ne sait pas s’il a… ». */
function sansDonnee(l: Lecture, p: Phrase, a: number): boolean {
  const i = cherche(l, Math.max(p.coeur, a - FENETRE / 2), a, CAT.inconnu)
  return i >= 0 && !/^(?:inconnu|inconnue|nc|nr)$/.test(l.mot(i)) && cherche(l, i, a, CAT.rupture) < 0
}

/** « Sous tutelle ou curatelle ? — Curatelle. »: among the things asked, the answer names another one. */
function autreChoix(l: Lecture, p: Phrase, dit: Trouvaille, reponse: readonly Trouvaille[]): boolean {
  const memes = reponse.filter((t) => t.terme.famille === dit.terme.famille)
  if (memes.length === 0 || dit.terme.code === 'generique') return false
  const choix = trouveesEntre(l, p.coeur, Math.min(p.f, p.coeur + FENETRE))
  return (
    memes.every((t) => t.terme.code !== dit.terme.code) &&
    choix.some((t) => t.a !== dit.a && memes.some((m) => m.terme.code === t.terme.code))
  )
}

/** « Comment payez-vous votre consommation de… ? », « Depuis quand… »: what is asked takes it for granted. */
function presupposee(l: Lecture, p: Phrase, a: number): boolean {
  const d = l.nature[p.coeur] === SIGNE ? p.coeur + 1 : p.coeur
  if (!/^(?:comment|combien|depuis|quelle|quelles|quand|ou|pourquoi)$/.test(l.mot(d))) return false
  return cherche(l, d, Math.min(a + 1, d + FENETRE), CAT.usage) >= 0
}

/** « Vous étiez ivre. — Je n’étais pas ivre, j’avais bu deux bières. » */
function repriseNiee(l: Lecture, p: Phrase, a: number, b: number): boolean {
  const dit = trouveesEntre(l, a, b)[0]
  for (const k of p.reponses.slice(0, 2)) {
    const r = l.phrases[k]
    if (r === undefined) continue
    for (const t of trouveesEntre(l, r.coeur, Math.min(r.f, r.coeur + PORTEE)))
      if (t.terme.plie === dit?.terme.plie) return negationAvant(l, r, t.a) === 'non'
  }
  return false
}

/** A term of the question takes what its answer says. */
function polariteDeQuestion(l: Lecture, p: Phrase, locale: Polarite, a: number, b: number): Polarite {
  const premiere = l.phrases[p.reponses[0] ?? -1]
  if (premiere === undefined) return simple(locale.polarite === 'conteste' ? 'conteste' : 'sans-reponse')
  const dite = lireReponse(l, premiere, p.rapportee)
  if (dite === 'oui') return simple('affirme', { net: true })
  if (dite === 'contenu') {
    if (repriseNiee(l, p, a, b)) return simple('conteste')
    const famille = trouveesEntre(l, premiere.d, Math.min(premiere.f, premiere.d + FENETRE)).filter(
      (t) => t.fauxAmi === null,
    )
    const dit = trouveesEntre(l, a, b)[0]
    if (dit !== undefined && autreChoix(l, p, dit, famille)) return simple('sans-reponse')
    if (presupposee(l, p, a)) return simple('affirme', { douteux: true })
    const repond = famille.some((t) => polariteLocale(l, premiere, t.a, t.b).polarite === 'affirme')
    const positive =
      repond ||
      cherche(l, premiere.d, premiere.f, CAT.usage) >= 0 ||
      cherche(l, premiere.d, premiere.f, CAT.quotidien) >= 0
    return simple(positive ? 'affirme' : 'sans-reponse', { douteux: true })
  }
  return simple(dite)
}
