import { LIGNE, SIGNE } from './jetons.ts'
import { ecrit, ensemble, type Lecture, type Phrase, parmi, porte } from './lecture.ts'
import { CAT } from './lexique.ts'

const FENETRE = 24
const PROCHE = ensemble(
  'demande attente recherche risque risques orientation envisage envisagee projet propose preconise evoque afin prevention interdiction hypothese presume presumee suppose supposee eventuel eventuelle eventuels eventuelles possible possibles probable probables suspicion suspects accepte accepterait accord pret prete volontaire prevu prevue souhaite favorable oriente orientee entamer doit craint crains redoute peur eviter engage etude sollicite sollicitee reclame espere attend demandeur demandeuse demandes',
)
// « montrait », « tirait »: imperfects that end like a conditional.
const IMPARFAITS =
  /^(?:gerait|tirait|montrait|entrait|rentrait|courait|ouvrait|attirait|retirait|livrait|pleurait|durait|jurait|delirait|respirait|operait|recuperait|vrais|jamais|desormais)$/
const SUITE = ensemble(', et mais si s')
const CONDITIONNEL = /(?:e|i|d|u|v|r)rai(?:t|s|ent)$/

const POSSIBLE = ensemble(
  'rejete rejetee rejetes refusee prevu prevue prevus prevues programmee possible probable eventuel eventuelle suspecte suspectee evoque evoquee envisage envisagee propose proposee preconise preconisee souhaite souhaitee souhaitable demande demandee suppose supposee presume presumee pourrait etude',
)

/** Supposed, possible, asked for, feared: nothing that the text takes as a fact. */
export function hypotheseDe(l: Lecture, a: number, b: number): boolean {
  const p = l.phrases[l.phraseDe[a] ?? 0]
  if (p === undefined) return false
  for (let i = a - 1; i >= Math.max(p.coeur, a - FENETRE); i--) {
    if (coupe(l, i)) break
    if (ouvre(l, i, a - i, a)) return true
  }
  if (chezQuiEnsuite(l, p, a) || hebergementAVerifier(l, p, a, b)) return true
  if (l.mot(a) === 'chez' && RETOUR.has(l.mot(a - 1)) && POUVOIR.has(l.mot(a - 2))) return true
  for (let i = b; i < Math.min(p.f, b + 9); i++) {
    if (enAttente(l, i)) return true
    if (coupe(l, i) || porte(l, i, CAT.rupture) || SUITE.has(l.mot(i))) break
    if (l.neutre[i] === 2) continue
    if (POSSIBLE.has(l.mot(i))) return true
    if (l.mot(i) === 'a' && /^(?:confirmer|verifier|preciser|evaluer|rechercher)$/.test(l.mot(i + 1)))
      return true
    if (i < b + 5 && conditionnel(l.mot(i))) return true
  }
  return false
}

const A_VERIFIER = ensemble('verifier confirmer')
const ACCUEIL = ensemble('hebergement adresse domicile logement')

/** « une adresse chez une cousine ; hébergement à vérifier » */
function hebergementAVerifier(l: Lecture, p: Phrase, a: number, b: number): boolean {
  if (l.mot(a) !== 'chez') return false
  for (let i = b; i < Math.min(p.f, b + FENETRE); i++)
    if (A_VERIFIER.has(l.mot(i)) && l.mot(i - 1) === 'a' && ACCUEIL.has(l.mot(i - 2))) return true
  return false
}

const DORMIRA = ensemble('dormirez dormiriez logerez logeriez irez iriez vivrez resterez habiterez')

/** « Où dormirez-vous si l’éloignement est prononcé ? — Chez mon frère. »: a place to come. */
function chezQuiEnsuite(l: Lecture, p: Phrase, a: number): boolean {
  const q =
    p.genre === 'reponse' && /^(?:chez|a|au|en|dans)$/.test(l.mot(a)) ? l.phrases[p.question] : undefined
  if (q === undefined) return false
  return parmi(l, q.coeur, Math.min(q.f, q.coeur + FENETRE), DORMIRA)
}

const DE = ensemble('de d du')
const ATTENTE = ensemble('attente instruction')

/** « dossier AAH déposé, en attente », « AAH en cours d’instruction » */
function enAttente(l: Lecture, i: number): boolean {
  const j = l.mot(i) === ',' ? i + 1 : i
  return (
    l.mot(j) === 'en' &&
    ((ATTENTE.has(l.mot(j + 1)) && !DE.has(l.mot(j + 2))) ||
      (l.mot(j + 1) === 'cours' && ATTENTE.has(l.mot(j + 3))))
  )
}

const RETOUR = ensemble('revenir retourner aller rentrer venir')
const POUVOIR = ensemble('peut peux pouvoir pourra pourrai pourrait pourrais voudrait voudrais souhaite veut')

const COUPE = ensemble('; . :')
const OPPOSE = ensemble('mais car pourtant cependant toutefois')

function coupe(l: Lecture, i: number): boolean {
  if (l.nature[i] === SIGNE) return COUPE.has(l.mot(i))
  return (l.nature[i] ?? 0) > LIGNE || OPPOSE.has(l.mot(i))
}

function conditionnel(mot: string): boolean {
  return mot.length > 5 && mot.includes('rai') && CONDITIONNEL.test(mot) && !IMPARFAITS.test(mot)
}

function ouvre(l: Lecture, i: number, distance: number, a: number): boolean {
  const mot = l.mot(i)
  const neutre = l.neutre[i] ?? 0
  if (mot === 's') return /^ils?$/.test(l.mot(i + 1)) && neutre < 2 && !virgules(l, i, a)
  if (mot === 'si' && distance <= 20 && neutre < 2 && virgules(l, i, a) && futur(l, a)) return true
  if (mot === 'si') return neutre < 2 && distance <= 16 && ecrit(l, i) !== 'SI' && !virgules(l, i, a)
  if (conditionnel(mot)) return distance <= 14
  if (!porte(l, i, CAT.hypothese) || (neutre & 1) !== 0) return false
  if (PROCHE.has(mot)) return distance <= 8 && !virgules(l, i, a)
  return distance <= 16
}

function virgules(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++) if (l.mot(i) === ',') return true
  return false
}

const FUTUR = /..r(?:ai|a|as|ons|ont|ais|ait|aient)$/
const PRESQUE = ensemble('sera serai saura aura aurai ira irai')

/** « Si je perds mon travail, je finirai à la rue. » */
function futur(l: Lecture, a: number): boolean {
  for (let i = a - 1; i >= a - 6 && l.mot(i) !== ','; i--)
    if (PRESQUE.has(l.mot(i)) || (l.mot(i).length > 5 && FUTUR.test(l.mot(i)) && PERSONNE.has(l.mot(i - 1))))
      return true
  return false
}

const PERSONNE = ensemble('je il elle on nous ils elles me m se s')
