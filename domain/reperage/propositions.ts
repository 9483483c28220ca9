import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'
import { assidu, frequenceDe } from './frequence.ts'
import { cherche, ensemble, type Lecture, type Phrase, parmi, porte, trouveesEntre } from './lecture.ts'
import { CAT } from './lexique.ts'
import { accueilAVenir, logement } from './loger.ts'
import { negationAvant } from './negation.ts'
import { acheteDehors, lienAvecLesFaits } from './role.ts'
import { psychiatrieEtSoins, TRAITEMENTS } from './soigner.ts'

type Proposition = NonNullable<Reperage['proposition']>

/** Words by which the person, a carer or the inquiry speaks of an addiction, beyond a use. */
const ADDICTION_DITE =
  /toxicoman|toxico$|^addict$|addiction (?:a|au|aux)|dependan|accro|^alcoolique|alcoolism|alcoolodepend|cocainoman|heroinoman|crackeu|polytox|polyconso|polyaddict|manque|trouble de l usage|conduites? addictives?|problemati|probleme|ivrogne|pochtron|junkie|injecteur|jeu pathologique|joueur pathologique|ethylisme|^ethylique$|shoote|se drogue|me drogue|injecte|toxicodepend/
const NOM_GENERIQUE = /^(?:addictions?|addictif|conduites? addictives?)$/
const DUR = new Set(['heroine', 'crack'])

/** What the user may confirm from one finding; several when one passage says several facts. */
export function propositionsDe(l: Lecture, x: Analyse, nature: string): Proposition[] {
  if (x.hypothese && x.t.terme.famille === 'logement' && x.sujet === 'personne' && x.fauxAmi === null)
    return accueilAVenir(l, x)
  if (x.fauxAmi !== null || x.sujet !== 'personne' || x.hypothese || x.role === 'trafic' || x.etranger)
    return []
  if (x.rapporte && !x.parProche && x.t.terme.famille !== 'psychiatrie') return []
  const p = l.phrases[l.phraseDe[x.t.a] ?? 0]
  if (p === undefined) return []
  const enRubrique = p.rubrique !== null && x.t.a >= p.rubrique[0] && x.t.b <= p.rubrique[1]
  if (
    enRubrique &&
    !x.polariteNette &&
    x.polarite === 'affirme' &&
    x.t.terme.produit === null &&
    x.t.terme.famille !== 'logement'
  )
    return []
  if (x.polarite === 'nie') return refus(l, x, p)
  if (x.polarite !== 'affirme' || x.appui === null) return testPositif(l, x, p)
  if (x.t.terme.famille === 'addiction') return x.temps === 'passe' ? [] : addiction(l, x, p)
  if (x.t.terme.famille === 'logement') return x.temps === 'passe' ? [] : logement(l, x, p)
  if (x.t.terme.famille === 'protection') return protection(l, x)
  return psychiatrieEtSoins(l, x, p, nature)
}

function refus(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { code, famille } = x.t.terme
  // « n’avait pas pris son Nozinan »: prescribed, even when not taken.
  if (TRAITEMENTS.has(code) && POSSESSIF.has(l.mot(x.t.a - 1)))
    return [{ fait: 'psy.traitement', valeur: true }]
  if (famille === 'protection' && code !== 'aah')
    return [{ fait: 'personne.mesureProtection', valeur: 'aucune' }]
  const demande = p.genre === 'question' || cherche(l, p.f, p.f + 3, CAT.oui) < -1
  if (famille === 'psychiatrie' && code === 'generique' && demande)
    return [{ fait: 'psy.troubleDeclare', valeur: false }]
  return []
}

/** A positive test gives the product, whatever the person says of it. */
function testPositif(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { famille, produit } = x.t.terme
  if (famille !== 'addiction' || produit === null || p.genre === 'reponse') return []
  if (x.polarite === 'nie') return []
  for (let i = Math.max(p.coeur, x.t.a - 6); i < Math.min(p.f, x.t.b + 6); i++)
    if (POSITIF.has(l.mot(i)) && cherche(l, i - 4, i, CAT.negation) < 0 && !porte(l, i - 1, CAT.hypothese))
      return [{ fait: 'addiction.produits', valeur: [produit] }]
  return []
}

const POSITIF = ensemble('positif positive positifs positives')

function addiction(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { produit, plie, code } = x.t.terme
  if ((plie === 'base' && l.mot(x.t.b) === 'de') || insuline(l, p)) return []
  if (essayee(l, p, x)) return []
  const sortie: Proposition[] = []
  const dit = x.role === 'usage' || x.role === 'lien-faits' || (x.role === 'incertain' && x.polariteNette)
  if (!dit) return sortie
  const frequence = frequenceDe(l, x, p)
  // A drug taken beside a treatment, or « ma consommation » alone, is no addiction said.
  const aLire =
    produit === 'medicaments' ? !avecTraitement(l, p) : !(code === 'generique' && x.t.terme.indice)
  const habitude = aLire && ((assidu(l, x, p) && !petiteDose(l, x)) || reprise(l, p, x.t.a))
  const lutte = neSArretePas(l, p) || probleme(l, p, x)
  const dur = DUR.has(code) && verbeAvant(l, p, x.t.a)
  const present = x.temps === 'actuel' || (x.temps === 'incertain' && frequence !== null && enPrend(l, x))
  const conduite =
    present &&
    (dite(l, x, p, plie) ||
      habitude ||
      lutte ||
      dur ||
      autourDit(l, x, p) ||
      (produit === 'medicaments' && acheteDehors(l, p)))
  if (
    produit !== null &&
    (produit !== 'medicaments' || conduite || x.polariteNette || consommateur(l, p, x.t.a))
  )
    sortie.push({ fait: 'addiction.produits', valeur: [produit] })
  if (conduite) sortie.push({ fait: 'addiction.conduite', valeur: true })
  if (frequence !== null && present) sortie.push({ fait: 'addiction.frequence', valeur: frequence })
  if (x.role === 'lien-faits' || (conduite && lienVoisin(l, x)))
    sortie.push({ fait: 'addiction.lienFaits', valeur: true })
  return sortie
}

const ESSAI = ensemble('essaye essayee essayer goute goutee')
const UNE_FOIS = ensemble('seule fois')

/** « essayée une seule fois »: no use to note. */
function essayee(l: Lecture, p: Phrase, x: Analyse): boolean {
  const [d, f] = [Math.max(p.coeur, x.t.a - 5), Math.min(p.f, x.t.b + 7)]
  return parmi(l, d, f, ESSAI) && parmi(l, d, f, UNE_FOIS)
}

/** « alcoolique », « dépendant »: said of the person, not of an odour, and not the mere name of a heading. */
function dite(l: Lecture, x: Analyse, p: Phrase, plie: string): boolean {
  if (NOM_GENERIQUE.test(plie)) return p.genre === 'question'
  return ADDICTION_DITE.test(plie) && !SIGNE_D_IVRESSE.has(l.mot(x.t.a - 1))
}

/** « consommateur de Lyrica et de Rivotril » */
function consommateur(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = Math.max(p.coeur, a - 8); i < a; i++)
    if (/^consomm(?:ateur|atrice|e)$/.test(l.mot(i))) return true
  return false
}

const SIGNE_D_IVRESSE = ensemble(
  'odeur haleine etat empire senteur relent relents effluves imprégnation impregnation',
)
const UN = ensemble('un une 1')
const VERRE = ensemble('verre biere apero aperitif pastis ricard coupe canette demi digestif verveine')

/** « un verre le soir », « une bière en rentrant » is a habit, no addiction said. */
function petiteDose(l: Lecture, x: Analyse): boolean {
  if (x.t.terme.produit !== 'alcool') return false
  for (let i = x.t.a - 4; i < x.t.b; i++)
    if (VERRE.has(l.mot(i)) && (UN.has(l.mot(i - 1)) || UN.has(l.mot(i - 2)))) return true
  return false
}

const DIABETE = ensemble('insuline diabetique diabete')

/** « je me pique trois fois par jour, c’est de l’insuline » */
function insuline(l: Lecture, p: Phrase): boolean {
  return parmi(l, p.d, Math.min(p.f, p.d + 40), DIABETE)
}

const PRESENT = ensemble('prends prend fume bois boit consomme tape sniffe injecte')
const SUJET = ensemble('je j il elle en')

/** « J’en avais pris. J’en prends trois fois par semaine. »: the habit is of now, whenever the fact was. */
function enPrend(l: Lecture, x: Analyse): boolean {
  const rang = l.phraseDe[x.t.a] ?? 0
  for (let k = rang; k <= rang + 2; k++) {
    const q = l.phrases[k]
    if (q === undefined || (k > rang && q.paragraphe)) return false
    for (let i = q.coeur; i < Math.min(q.f, q.coeur + 40); i++)
      if (PRESENT.has(l.mot(i)) && SUJET.has(l.mot(i - 1))) return true
  }
  return false
}

function avecTraitement(l: Lecture, p: Phrase): boolean {
  return trouveesEntre(l, p.d, Math.min(p.f, p.d + 60)).some((t) => TRAITEMENTS.has(t.terme.code))
}

/** The product of someone said addicted in the same sentence: « toxicomane, au crack ». */
function autourDit(l: Lecture, x: Analyse, p: Phrase): boolean {
  return trouveesEntre(l, Math.max(p.d, x.t.a - 6), Math.min(p.f, x.t.b + 6)).some(
    (t) =>
      t !== x.t &&
      t.fauxAmi === null &&
      t.terme.code === 'generique' &&
      /toxicoman|dependan|accro/.test(t.terme.plie) &&
      negationAvant(l, p, t.a) === null,
  )
}

const LOIN = 4

/** The link may be said some sentences away, by the same voice: « Le magasin, c’était pour m’en acheter. » */
function lienVoisin(l: Lecture, x: Analyse): boolean {
  const rang = l.phraseDe[x.t.a] ?? 0
  const ici = l.phrases[rang]
  for (let k = Math.max(0, rang - LOIN); k <= rang + LOIN; k++) {
    const q = l.phrases[k]
    if (q === undefined || k === rang || q.autrui !== ici?.autrui) continue
    if (lienAvecLesFaits(l, q) && cherche(l, q.coeur, q.f, CAT.tiers) < 0) return true
  }
  return false
}

const CONSOMME = ensemble(
  'consomme fume sniffe prends prend injecte shoote tape consommateur consommatrice fumeur usager consommation pique',
)

function verbeAvant(l: Lecture, p: Phrase, a: number): boolean {
  return parmi(l, Math.max(p.coeur, a - 10), Math.min(p.f, a + 8), CONSOMME)
}

const INFINITIF = ensemble('arreter decrocher passer empecher tenir stopper faire')

function neSArretePas(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 80); i++)
    if (INFINITIF.has(l.mot(i)) && (l.neutre[i] ?? 0) & 1) return true
  return false
}

const EXCES = ensemble(
  'problematique problematiques probleme problemes excessive excessif excessivement massive massives abusive',
)

/** « Alcool toujours problématique », « problème avec l’alcool ». */
function probleme(l: Lecture, p: Phrase, x: Analyse): boolean {
  return parmi(l, Math.max(p.d, x.t.a - 4), Math.min(p.f, x.t.b + 4), EXCES)
}

function reprise(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 80); i++)
    if (porte(l, i, CAT.reprise) && (REPRISE.test(l.mot(i)) || (i < a && a - i <= 4))) return true
  return false
}

const REPRISE = /^(?:rechut|replong|retomb|a$|ai$)/

const POSSESSIF = ensemble('mon ma son sa')

function protection(l: Lecture, x: Analyse): Proposition[] {
  const { code } = x.t.terme
  if (x.temps === 'passe' || x.appui !== 'net') return []
  // « ma curatrice »: whoever has one is under that measure.
  const sien = POSSESSIF.has(l.mot(x.t.a - 1)) ? `son ${x.t.terme.plie}` : x.t.terme.plie
  const charge = /^(?:mon|ma|son|sa) (curat|tut)(?:eur|ric)/.exec(sien)?.[1]
  if (charge !== undefined)
    return [{ fait: 'personne.mesureProtection', valeur: charge === 'tut' ? 'tutelle' : 'curatelle' }]
  return code === 'tutelle' || code === 'curatelle' || code === 'sauvegarde'
    ? [{ fait: 'personne.mesureProtection', valeur: code }]
    : []
}
