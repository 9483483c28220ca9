import { MOT } from './jetons.ts'
import {
  ensemble,
  type Lecture,
  type Phrase,
  porte,
  signe,
  type Trouvaille,
  trouveesEntre,
} from './lecture.ts'
import { CAT, unir } from './lexique.ts'

/** What a text closes after it has named it: « C’est terminé », « ressorti en avril », « arrêt il y a huit ans ». */

const PORTEE = 22
const SUITE = 14
const CELA = ensemble('c ca cela ceci elle il tout mesure suivi')
const CLOS = ensemble(
  'termine terminee fini finie arrete arretee regle leve levee passe interrompu interrompue',
)
/** « il a arrêté son traitement »: something else is over. */
const OBJET = ensemble('son sa ses mon ma mes le la les l de d')
const ETRE = ensemble('est etait ete s a tout completement depuis')
const SORTI = ensemble('sorti sortie ressorti ressortie')
const HOSPITALISE = /hospitalis|intern|contrainte|sans consentement|place|spdt|spdre|hdt|^ho$|peril|admis/
/** « arrêt de travail », « arrêt de bus » stop nothing. */
const AUTRE_ARRET = ensemble('de d du maladie cardiaque bus tram prefectoral')
const ARRETS = ensemble('arret sevrage abstinence')

const DEPUIS = ensemble('depuis ensuite apres')
const FINS: ReadonlySet<string> = new Set([...CLOS, ...SORTI, ...ARRETS])
/** Another clause, or a relapse: what follows closes something else. */
const AUTRE = unir(CAT.reprise, CAT.rupture)

/** Is the state named by the term said to be over, further in the sentence or at the opening of the next one? */
export function closEnsuite(l: Lecture, p: Phrase, b: number, t: Trouvaille | undefined): boolean {
  if (t === undefined) return false
  const f = Math.min(p.f, b + PORTEE)
  if (clos(l, b, f, t)) return true
  const suivante = l.phrases[(l.phraseDe[p.d] ?? 0) + 1]
  if (suivante === undefined || suivante.paragraphe || suivante.genre === 'question') return false
  return p.f - b <= PORTEE && clos(l, suivante.coeur, Math.min(suivante.f, suivante.coeur + SUITE), t)
}

function clos(l: Lecture, d: number, f: number, t: Trouvaille): boolean {
  for (let i = d; i < f; i++) {
    const mot = l.mot(i)
    if (mot === ';' || porte(l, i, AUTRE)) return false
    // « Plus rien depuis qu’il a changé de métier »
    if (mot === 'rien' && l.mot(i - 1) === 'plus' && l.nature[i - 2] !== MOT && DEPUIS.has(l.mot(i + 1)))
      return true
    if (!FINS.has(mot)) continue
    if (CLOS.has(mot) && cela(l, i, d)) return !OBJET.has(l.mot(i + 1))
    if (t.terme.famille === 'soins' && SORTI.has(mot) && HOSPITALISE.test(t.terme.plie)) return true
    if (t.terme.famille === 'addiction' && ARRETS.has(mot) && i > d && !AUTRE_ARRET.has(l.mot(i + 1)))
      return signe(l, i - 1, ',(-–—') && trouveesEntre(l, i + 1, i + 4).length === 0
  }
  return false
}

/** « c’est terminé », « ça s’est arrêté », « le juge a tout levé ». */
function cela(l: Lecture, i: number, d: number): boolean {
  for (let j = i - 1; j >= Math.max(d, i - 5); j--) {
    if (CELA.has(l.mot(j))) return true
    if (!ETRE.has(l.mot(j))) return false
  }
  return false
}
