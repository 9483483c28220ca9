import { MOT, SIGNE } from './jetons.ts'
import { ecrit, ensemble, type Lecture, type Phrase, parmi, porte } from './lecture.ts'
import { CAT } from './lexique.ts'

/** What the tense of a verb says of the time: « j’ai pris », « il vivait », and the state of the day of the facts. */

export const ADVERBIAL = ensemble('en y')
const ETAT_DES_FAITS =
  /^(?:alcoolise|alcoolisee|ivre|emprise|effet|saoul|soul|soule|bourre|defonce|defoncee|ivresse|ebriete|manque)/

export function etatDesFaits(l: Lecture, d: number, a: number): boolean {
  for (let i = d; i <= a; i++) if (ETAT_DES_FAITS.test(l.mot(i))) return true
  return false
}

const RECENT = ensemble('hier matin soir nuit veille faits journee midi')
const AUXILIAIRE = ensemble('ai as a avons ont avait avais avaient avoir ayant suis est etait etais')
const NON_PARTICIPE = ensemble(
  'de du des d un une le la l les mon ma mes son sa ses pas plus jamais besoin ete toujours trop tres aussi droit accro au aux en sous dans chez rendez peur envie entre rien aucun aucune ce cette qui que sans cause partir propos suivi suivie suivis heberge hebergee loge logee place placee domicilie domiciliee hospitalise hospitalisee connu connue traite traitee pris prise stabilise inscrit accueilli sevre interne mis mise reconnu reconnue admis avoue declare indique dit explique confirme precise evoque signale mentionne repondu commence repris remis',
)
const AVEC_ETRE = ensemble(
  'alle allee passe passee reste restee sorti sortie venu venue retourne retournee tombe',
)

const ARTICLE = ensemble('un une des du de la le les deux trois')
const PROPOSITION = ensemble('que qu et')

/** « J’ai consommé de la cocaïne », « a séjourné en CHRS »: when is not said, unless close to the facts. */
export function compose(l: Lecture, a: number, p: Phrase): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - 10); i--) {
    if (l.nature[i] === SIGNE && ecrit(l, i)[0] !== ',') return false
    if (porte(l, i, CAT.rupture)) return false
    if (PROPOSITION.has(l.mot(i)) && !(l.mot(i) === 'et' && ARTICLE.has(l.mot(i + 1)))) return false
    if (porte(l, i, CAT.pronom) || porte(l, i, CAT.soi)) return false
    if (l.mot(i).length > 7 || !AUXILIAIRE.has(l.mot(i)) || /[àÀ]/.test(ecrit(l, i))) continue
    const verbe =
      /^(?:deja|souvent|un|beaucoup|jamais|parfois|bien)$/.test(l.mot(i + 1)) && l.nature[i + 2] === MOT
        ? l.mot(i + 2)
        : l.mot(i + 1)
    if (i + 1 >= a) continue
    const etre = /^(?:suis|est|etait|etais)$/.test(l.mot(i))
    const participe = etre
      ? AVEC_ETRE.has(verbe)
      : verbe === 'pris' ||
        verbe === 'bu' ||
        (verbe.length > 2 && /(?:e|i|u|is|it|ert)$/.test(verbe) && !NON_PARTICIPE.has(verbe))
    if (!participe) continue
    return !parmi(l, p.coeur, Math.min(p.f, a + 10), RECENT)
  }
  return false
}

/** « Le cannabis, j’en ai fumé. » */
export function repriseComposee(l: Lecture, b: number, p: Phrase): boolean {
  for (let i = b; i < Math.min(p.f, b + 4); i++)
    if (
      ADVERBIAL.has(l.mot(i)) &&
      /^(?:ai|a|avais|avait)$/.test(l.mot(i + 1)) &&
      /^(?:j|je|il|elle)$/.test(l.mot(i - 1))
    )
      return true
  return false
}

const IMPARFAIT = /(?:[^r]|[^eiduvr]r)(?:ait|ais|aient)$/
const FAUX_IMPARFAIT =
  /^(?:fait|fais|lait|jamais|mais|desormais|francais|francaise|parfait|souhait|sait|sais|connait|connais|reconnait|reconnais|parait|plait|nait|vais|mauvais|anglais|palais|frais|biais|relais|balais|portrait|retrait|trait|extrait|attrait|satisfait|defait|refait|apparait|disparait|lais|dais|rais|irlandais|marseillais|lyonnais|japonais|portugais|senegalais|malais|delais|essais|delai|engrais|harnais|souhaits|distrait|abstrait|tais|hais)$/

/** « Avant j’avais une chambre » */
const AVANT = ensemble('avant auparavant')
const AVOIR_ETE = ensemble('avais avait avaient')

/** « il fréquentait le CSAPA », « elle souffrait de… »: a state that was, unless it is that of the day of the facts. */
export function imparfait(l: Lecture, a: number, p: Phrase): boolean {
  for (let i = a - 1; i >= Math.max(p.coeur, a - 10); i--) {
    if (l.nature[i] === SIGNE || porte(l, i, CAT.rupture)) return false
    if (porte(l, i, CAT.pronom) || porte(l, i, CAT.soi)) return false
    const mot = l.mot(i)
    if (AVOIR_ETE.has(mot) && !AVANT.has(l.mot(i - 1)) && !AVANT.has(l.mot(i - 2))) continue
    if (AVOIR_ETE.has(mot)) return true
    if (
      mot.length >= 5 &&
      (mot.endsWith('ait') || mot.endsWith('ais') || mot.endsWith('aient')) &&
      IMPARFAIT.test(mot) &&
      !FAUX_IMPARFAIT.test(mot)
    )
      return (
        !etatDesFaits(l, i, a) &&
        !porte(l, i, CAT.dire) &&
        !porte(l, i, CAT.aveu) &&
        !porte(l, i, CAT.hypothese)
      )
  }
  return false
}
