import { cherche, ensemble, type Lecture, type Phrase, parmi, type Trouvaille } from './lecture.ts'
import { CAT } from './lexique.ts'

/** A drug or a thing that the sentence uses for something else: pain, sleep, cooking, a car. */

/** What shows, in the sentence, that the thing named serves something else. */
const EMPLOIS: readonly (readonly [terme: RegExp, autour: ReadonlySet<string>])[] = [
  [
    /^(?:siphons?|cartouches?|bonbonnes?|protoxyde|gaz)/,
    ensemble('chantilly creme patissier patissiere patisserie cuisine cuisinier restaurant butane camping'),
  ],
  [/^acides?$/, ensemble('batterie culasse detartrer canalisation evier piscine garage moteur')],
  [/mobil|caravane|camping|^(?:dans une |une )?tentes?$/, ensemble('vacances loisirs vacanciers festival')],
  [/^(?:seringues?|injecter|injecte)/, ensemble('graisse insuline diabete encre colle')],
  [/^(?:l )?herbes?$/, ensemble('tondre tondeuse gazon pelouse jardinier taille desherber')],
  [/^(?:atarax|hydroxyzine)$/, ensemble('urticaire allergie prurit eczema demangeaisons')],
  [/^(?:codeine|codeines|sirop|opiaces|opiace|lamaline|tramadol)/, ensemble('bronchite toux grippe entorse')],
]

const parTerme = new Map<string, ReadonlySet<string> | undefined>()

/** Looked up once for each term of the lexicon. */
function emploisDe(plie: string): ReadonlySet<string> | undefined {
  if (!parTerme.has(plie)) parTerme.set(plie, EMPLOIS.find(([terme]) => terme.test(plie))?.[1])
  return parTerme.get(plie)
}

export function autreEmploi(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  const autour = emploisDe(t.terme.plie)
  return (
    autour !== undefined && !abuse(l, p) && parmi(l, Math.max(p.d, t.a - 30), Math.min(p.f, t.b + 30), autour)
  )
}

const ABUS = ensemble(
  'arreter decrocher manque accro dependant dependante dependance transpire sueurs pharmacies falsifie falsifiee trafique trafiquee refait double augmente rue dealer',
)

function abuse(l: Lecture, p: Phrase): boolean {
  const rang = l.phraseDe[p.d] ?? 0
  const apres = l.phrases[rang + 2] ?? l.phrases[rang + 1] ?? p
  return parmi(l, p.d, Math.min(apres.f, p.d + 60), ABUS)
}

/** Pain or epilepsy in the sentence, or in the one before or after; and nothing there of an abuse. */
export function soigneUneDouleur(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  const rang = l.phraseDe[t.a] ?? 0
  if (abuse(l, p)) return false
  if (cherche(l, p.d, p.f, CAT.douleur) >= 0) return true
  for (const voisine of [l.phrases[rang - 1], l.phrases[rang + 1]]) {
    if (voisine === undefined || (voisine.paragraphe && voisine.d > p.d)) continue
    const i = cherche(l, voisine.d, Math.min(voisine.f, voisine.d + 30), CAT.douleur)
    if (i >= 0 && cherche(l, p.d, p.f, CAT.usage) < 0) return true
  }
  return false
}

/** For sleep, and nothing of psychiatry in the sentence. */
export function pourDormir(l: Lecture, p: Phrase): boolean {
  let sommeil = false
  for (let i = p.d; i < Math.min(p.f, p.d + 60); i++) {
    if (/^(?:sommeil|dormir|insomnie|insomnies|endormir|endormissement)$/.test(l.mot(i))) sommeil = true
    if (/^(?:cmp|psychiatre|schizophrenie|bipolaire|psychose|achete|rue)$/.test(l.mot(i))) return false
  }
  return sommeil
}
