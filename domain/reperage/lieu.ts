import { NOMBRE, SIGNE } from './jetons.ts'
import {
  cherche,
  ensemble,
  type Lecture,
  type Phrase,
  parmi,
  type Trouvaille,
  trouveesEntre,
} from './lecture.ts'
import { CAT, unir } from './lexique.ts'

/** A public place is where somebody sleeps only when a verb says so: a park is also where one is arrested. */

const LIEU_OUVERT = ensemble('E1 E2 E5')
/** First words of a term that names a place without saying that one lives there. */
const PREMIER = ensemble(
  'canape devant derriere pres aupres dans sous sur a en tente dehors campement porte cage cages le 115 halte gymnase chu aux squat squats caravane au cave hangar entrepot friche terrain algeco cabanon box',
)
const DORT = ensemble(
  'laisse laissent prete pretent dors dort dormir dormez dormons dormait dormais dormi dorment couche couchait coucher vis vit vivre vivez vivons vivent vivait vivais loge loger loges logent logeait logeons habite habites habitez habitait habitent nuits nuitee nuitees abrite abri abriter refugie refuge squatte squattent squattais squattait creche crechent pieute zone installe installes installee installer sdf errance duvet matelas campe campent retrouve retrouves heberge hebergee hebergement reste restait occupe occupait occupent accueilli accueillie',
)
const ETRE = ensemble('suis est sommes etes')
/** « Je suis toujours devant la gare », not « la voiture est stationnée devant la gare ». */
const ADVERBE = ensemble('toujours encore souvent parfois actuellement desormais ici la plus pas')
const NUIT_DITE = ensemble('cette derniere chaque une deux trois quatre la sa ma')
const APPELLE = unir(CAT.hypothese, CAT.negation)
const AVANT = 16
const APRES = 7

/** true when the place stands alone, away from any word of living or sleeping. */
export function lieuSansVerbe(l: Lecture, t: Trouvaille): boolean {
  if (t.terme.famille !== 'logement') return false
  // « s’endormir sur le canapé » is no lodging.
  if (!LIEU_OUVERT.has(t.terme.code) && l.mot(t.b - 1) !== 'canape') return false
  const nombre = l.nature[t.a] === NOMBRE
  if (!nombre && !PREMIER.has(l.mot(t.a))) return false
  if (parmi(l, t.a, t.b, DORT)) return false
  if (t.terme.plie === 'a la rue') return false
  const p = l.phrases[l.phraseDe[t.a] ?? 0]
  if (p === undefined) return false
  if (ETRE.has(l.mot(t.a - 1)) || (ADVERBE.has(l.mot(t.a - 1)) && ETRE.has(l.mot(t.a - 2)))) return false
  const verbe = verbeAvant(l, p, t.a)
  // A telephone number is rung as often as it lodges.
  if (t.terme.plie.endsWith('115'))
    return verbe < 0 || t.a - verbe > 6 || cherche(l, verbe, t.a, APPELLE) >= 0
  if (verbe >= 0) return placeEntre(l, verbe, t.a)
  for (let i = t.b; i < Math.min(p.f, t.b + APRES); i++) if (ditDormir(l, i)) return false
  if (p.rubrique !== null && cherche(l, p.rubrique[0], p.rubrique[1], CAT.dormir) >= 0) return false
  const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  return q === undefined || cherche(l, q.coeur, q.f, CAT.dormir) < 0
}

/** « dort au Samu social », as against « appelle le Samu social ». */
export function dortLa(l: Lecture, p: Phrase, a: number): boolean {
  const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
  return verbeAvant(l, p, a) >= 0 || (q !== undefined && cherche(l, q.coeur, q.f, CAT.dormir) >= 0)
}

function verbeAvant(l: Lecture, p: Phrase, a: number): number {
  for (let i = a - 1; i >= Math.max(p.coeur, a - AVANT); i--) {
    if (l.nature[i] === SIGNE && l.mot(i) === ';') return -1
    if (ditDormir(l, i)) return i
  }
  return -1
}

function ditDormir(l: Lecture, i: number): boolean {
  const mot = l.mot(i)
  if (mot === 'nuit') return NUIT_DITE.has(l.mot(i - 1)) && l.mot(i - 2) !== 'dans'
  return DORT.has(mot)
}

/** « On vit dans les tentes porte de la Chapelle »: the nearer place is the one lived in. */
function placeEntre(l: Lecture, d: number, a: number): boolean {
  return trouveesEntre(l, d + 1, a).some(
    (t) => t.terme.famille === 'logement' && LIEU_OUVERT.has(t.terme.code),
  )
}
