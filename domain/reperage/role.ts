import type { Reperage } from '../contrat.ts'
import {
  cherche,
  ensemble,
  JE,
  type Lecture,
  type Phrase,
  parmi,
  porte,
  signe,
  type Trouvaille,
  trouveesEntre,
} from './lecture.ts'
import { CAT, unir } from './lexique.ts'

const FENETRE = 30
const SOUVENT = unir(CAT.parJour, CAT.occasionnel, CAT.hebdomadaire)
const SUBSTITUTION = new Set(['buprenorphine', 'methadone'])
/** A state, a habit or a person who uses: the word says the use by itself. */
const USAGE_EN_SOI =
  /^(?:fume|fumer|sniffe|prends?|boi[st]|injecte|tape|consomme) |toxicoman|toxico$|addict|dependan|accro|alcooli(?:que|sme|sation|se)|alcoolo|ivre|ivresse|ebriete|ethyl|cocainoman|heroinoman|crackeu|junkie|defonce|drogue?e?$|sevrage|manque|consomm|fumeu|usager|usage de|polyconso|polytox|polyaddict|saoul|soul|bourre|cuite|biture|murge|picole|pochtron|ivrogne|fumette|overdose|surdose|injecteur|imprégnation|delirium|boisson|boit|buvait|rail de|conduite|pipe a crack|chemsex|^slam/

/** Own use, dealing or loot; null for what is no substance. */
export function roleDe(l: Lecture, t: Trouvaille): Reperage['role'] {
  if (t.terme.famille !== 'addiction' && !SUBSTITUTION.has(t.terme.code)) return null
  const p = l.phrases[l.phraseDe[t.a] ?? 0]
  if (p === undefined) return 'incertain'
  // A game is played, never sold.
  const lu = t.terme.code === 'jeu' ? 'usage' : roleLocal(l, p, t)
  // Alcohol is stolen or drunk, not dealt in; a bottle that is found says nothing yet.
  const role = lu === 'trafic' && t.terme.produit === 'alcool' ? 'incertain' : lu
  if (role !== 'usage') return role
  if (t.terme.produit === 'medicaments' && prescrit(l, p)) return 'incertain'
  return lienAvecLesFaits(l, p) ? 'lien-faits' : 'usage'
}

function roleLocal(l: Lecture, p: Phrase, t: Trouvaille): NonNullable<Reperage['role']> {
  if (modeDePrise(l, p, t)) return 'incertain'
  const seul = USAGE_EN_SOI.test(t.terme.plie)
  if (t.terme.produit === 'medicaments' && acheteDehors(l, p)) return 'usage'
  if (p.genre === 'question' && p.f - p.coeur <= 4 && p.reponses.length > 0) return 'usage'
  const reponse = p.genre === 'question' ? l.phrases[p.reponses[0] ?? -1] : undefined
  if (reponse !== undefined) {
    if (cherche(l, reponse.coeur, reponse.f, CAT.usagePersonnel) >= 0) return 'usage'
    if (
      !seul &&
      cherche(l, reponse.coeur, reponse.f, CAT.traficFort) >= 0 &&
      cherche(l, reponse.coeur, reponse.f, CAT.usage) < 0
    )
      return 'trafic'
  }
  if (
    l.mot(t.a - 1) === '(' &&
    trouveesEntre(l, Math.max(p.d, t.a - 6), t.a - 1).some(
      (v) => v.b === t.a - 1 && v.terme.famille === 'addiction',
    )
  )
    return 'usage'
  const gauche = indiceAvant(l, p, t.a)
  const droite = indiceApres(l, p, t.b)
  if (seul && gauche !== 'trafic-fort') return 'usage'
  if (droite === 'personnel' && gauche !== null && gauche !== 'usage') return 'usage'
  // A weak sign of dealing (« boîte », « grammes ») beside a word of use leaves it open.
  if (
    gauche === 'trafic' &&
    p.genre !== 'question' &&
    (t.terme.famille === 'soins' ||
      cherche(l, Math.max(p.coeur, t.a - FENETRE), Math.min(p.f, t.b + FENETRE), CAT.usage) >= 0)
  )
    return 'incertain'
  if ((gauche === 'trafic' || gauche === 'trafic-fort') && prendAussi(l, p)) return 'incertain'
  if (gauche === 'trafic' && prisEnsuite(l, p)) return 'incertain'
  if (gauche === 'trafic' || gauche === 'trafic-fort') return 'trafic'
  if (gauche === 'usage') return 'usage'
  if (droite === 'personnel' || droite === 'usage') return 'usage'
  if (droite === 'trafic') return prendAussi(l, p) || prisEnsuite(l, p) ? 'incertain' : 'trafic'
  if (p.rubrique !== null && cherche(l, p.rubrique[0], p.rubrique[1], CAT.usage) >= 0) return 'usage'
  if (p.genre === 'reponse') {
    const q = l.phrases[p.question]
    if (q !== undefined && cherche(l, q.coeur, q.f, CAT.usage) >= 0) return 'usage'
  }
  const [d, f] = [Math.max(p.d, t.a - FENETRE), Math.min(p.f, t.b + FENETRE)]
  if (cherche(l, d, f, SOUVENT) >= 0) return 'usage'
  if (cherche(l, d, f, CAT.traficFort) >= 0) return 'trafic'
  if (cherche(l, t.b, Math.min(p.f, t.b + 7), CAT.quotidien) >= 0) return 'usage'
  return suiteBreve(l, p) ? 'usage' : 'incertain'
}

/** « Ces cartouches ? — Je fais des ballons toutes les nuits »: the same voice uses, and nobody sells. */
function prisEnsuite(l: Lecture, p: Phrase): boolean {
  const rang = l.phraseDe[p.d] ?? 0
  const suite = [p, l.phrases[rang + 1], l.phrases[rang + 2]].filter((q) => q !== undefined)
  if (suite.some((q) => cherche(l, q.coeur, q.f, CAT.traficFort) >= 0)) return false
  return suite.some(
    (q) =>
      parmi(l, q.coeur, q.f, JE) &&
      cherche(l, q.coeur, q.f, CAT.usage) >= 0 &&
      cherche(l, q.coeur, q.f, CAT.negation) < 0,
  )
}

const EN_PREND = ensemble('prends prend prenais redemande fume consomme sniffe')

/** « On lui donne du Rivotril… Elle en redemande »: own use said in the next sentences, beside the dealing. */
function prendAussi(l: Lecture, p: Phrase): boolean {
  const rang = l.phraseDe[p.d] ?? 0
  for (let k = rang; k <= rang + 2; k++) {
    const q = l.phrases[k]
    if (q === undefined || (k > rang && q.paragraphe)) return false
    for (let i = q.coeur + 1; i < Math.min(q.f, q.coeur + FENETRE); i++)
      if (EN_PREND.has(l.mot(i)) && l.mot(i - 1) === 'en') return true
  }
  return false
}

/** « J’ai rechuté. Alcool et cachets. »: a few words without a verb go on with the sentence before. */
function suiteBreve(l: Lecture, p: Phrase): boolean {
  const avant = l.phrases[(l.phraseDe[p.d] ?? 0) - 1]
  if (avant === undefined || p.paragraphe || avant.genre !== p.genre || p.f - p.coeur > 7) return false
  if (cherche(l, p.coeur, p.f, CAT.soi) >= 0 || cherche(l, p.coeur, p.f, CAT.trafic) >= 0) return false
  return cherche(l, avant.coeur, avant.f, CAT.usage) >= 0 && cherche(l, avant.coeur, avant.f, CAT.trafic) < 0
}

/** Bought in the street, diverted: one’s own use, unless the sentence sells. */
export function acheteDehors(l: Lecture, p: Phrase): boolean {
  const f = Math.min(p.f, p.d + 80)
  if (cherche(l, p.d, f, CAT.traficFort) >= 0) return false
  for (let i = p.d; i < f; i++)
    if (/^(?:achete|achetes|achetee|achetees|acheter|achetais|achetait|detourne|detournes)$/.test(l.mot(i)))
      return true
  return false
}

/** Ordered by a doctor, and nothing that says another use. */
function prescrit(l: Lecture, p: Phrase): boolean {
  const q = l.phrases[p.question]
  const f = Math.min(p.f, p.d + 60)
  const soin =
    cherche(l, p.d, f, CAT.ordonnance) >= 0 ||
    (q !== undefined && cherche(l, q.d, Math.min(q.f, q.d + 60), CAT.ordonnance) >= 0)
  if (!soin) return false
  for (let i = p.d; i < f; i++)
    if (
      /^(?:achete|acheter|achetais|sans|rue|dealer|abuse|melange|surdose|detourne|manque|accro|dependant|dependante|drogue|trop)$/.test(
        l.mot(i),
      )
    )
      return false
  return true
}

/** The nearest word to the left that says use or dealing, in the same sentence. */
function indiceAvant(l: Lecture, p: Phrase, a: number): 'usage' | 'trafic' | 'trafic-fort' | null {
  for (let i = a - 1; i >= Math.max(p.coeur, a - FENETRE); i--) {
    if (signe(l, i, ';')) return null
    if (porte(l, i, CAT.lien)) return 'usage'
    if (porte(l, i, CAT.traficFort)) return 'trafic-fort'
    if (porte(l, i, CAT.trafic) && !doseDite(l, p, i)) return 'trafic'
    if (porte(l, i, CAT.usage) || porte(l, i, CAT.reprise)) return 'usage'
  }
  return null
}

const MODES = ensemble('sniff sniffe shoote shoot shoots fixe fixes rail rails injection injections pipe')

/** « héroïne (sniff) », « du Skenan en shoot »: how another product is taken, no product of its own. */
function modeDePrise(l: Lecture, p: Phrase, t: Trouvaille): boolean {
  if (t.b - t.a !== 1 || !MODES.has(l.mot(t.a))) return false
  return trouveesEntre(l, Math.max(p.d, t.a - 6), Math.min(p.f, t.b + 6)).some(
    (v) => v !== t && v.terme.famille !== 'logement' && v.terme.produit !== null && v.terme.appui === 1,
  )
}

const QUANTITE = ensemble('gramme grammes gr boite boites plaquette plaquettes comprimes')
const RYTHME = [CAT.parJour, CAT.quotidien, CAT.hebdomadaire]
const PERIODE = ensemble('semaine mois soir nuit jour week')
const COUPE = ensemble('une coupe flute')

/** « un gramme par jour », « avoue un gramme et demi dans la nuit », « une coupe de champagne »: a dose, no stock. */
function doseDite(l: Lecture, p: Phrase, i: number): boolean {
  if (l.mot(i) === 'coupe') return COUPE.has(l.mot(i - 1)) || l.mot(i + 1) === 'de'
  if (!QUANTITE.has(l.mot(i))) return false
  for (let j = i + 1; j < Math.min(p.f, i + 9); j++)
    if (RYTHME.some((c) => porte(l, j, c)) || (l.mot(j) === 'par' && PERIODE.has(l.mot(j + 1)))) return true
  const [d, f] = [Math.max(p.coeur, i - 12), Math.min(p.f, i + 12)]
  const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  const demande = q !== undefined && cherche(l, q.coeur, q.f, CAT.usage) >= 0
  const pris = cherche(l, d, i, CAT.usage) >= 0 || cherche(l, d, i, CAT.aveu) >= 0 || demande
  if (!pris) return false
  for (let j = d; j < f; j++) if (j !== i && porte(l, j, CAT.trafic) && !QUANTITE.has(l.mot(j))) return false
  return true
}

function indiceApres(l: Lecture, p: Phrase, b: number): 'usage' | 'personnel' | 'trafic' | null {
  let vu: 'usage' | 'trafic' | null = null
  for (let i = b; i < Math.min(p.f, b + FENETRE); i++) {
    if (signe(l, i, ';')) break
    if (
      porte(l, i, CAT.usagePersonnel) &&
      !porte(l, i - 1, CAT.lien) &&
      !/^(?:payer|financer|assurer)$/.test(l.mot(i - 1))
    )
      return 'personnel'
    if (porte(l, i, CAT.lien)) return vu ?? 'usage'
    if (vu === null && porte(l, i, CAT.trafic) && !doseDite(l, p, i)) vu = 'trafic'
    if (vu === null && (porte(l, i, CAT.parJour) || porte(l, i, CAT.usage))) vu = 'usage'
  }
  return vu
}

/** A use that explains a theft, a blow, the facts; selling to pay for one’s own use is not said to. */
export function lienAvecLesFaits(l: Lecture, p: Phrase): boolean {
  const reponses = p.genre === 'question' ? p.reponses.map((r) => l.phrases[r]) : []
  const autour = [p, p.question >= 0 ? l.phrases[p.question] : undefined, ...reponses]
  const lien = autour.find(
    (x) => x !== undefined && cherche(l, x.coeur, Math.min(x.f, x.coeur + 80), CAT.lien) >= 0,
  )
  if (lien === undefined) return false
  const f = Math.min(p.f, p.coeur + 80)
  // Selling to pay for one’s own use is not this link; selling what was stolen is.
  const q = p.question >= 0 ? l.phrases[p.question] : undefined
  const butin = q !== undefined && cherche(l, q.coeur, q.f, CAT.vol) >= 0
  if (!butin && cherche(l, p.coeur, f, CAT.traficFort) >= 0) return false
  return autour.some((x) => x !== undefined && cherche(l, x.coeur, Math.min(x.f, x.coeur + 80), CAT.vol) >= 0)
}
