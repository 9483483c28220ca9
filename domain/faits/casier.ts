import {
  corrigerTexte,
  lireCleCasier,
  type PlageDeLignes,
  situerCasier,
  type TexteCorrige,
} from '../antecedents/index.ts'
import type { CasierLu, CleFait, EtatFait } from '../contrat.ts'

/** The joined record, read with the corrections that people made of its lines. */

type Faits = Readonly<Record<CleFait, EtatFait>>

export interface CasierDuDossier extends TexteCorrige {
  lu: CasierLu
  /** Lines of each conviction, as printed, in the order of `lu`. */
  lignes: PlageDeLignes[]
  /** Every conviction was checked against the source, and nothing is left unread. */
  relu: boolean
  /** Declarations behind the corrections and the checks. */
  declarations: string[]
}

interface Corrections {
  lignes: Map<number, string>
  relues: Set<number>
  declarations: string[]
}

/** Settled corrections only: two that disagree leave the printed line, and the fact shows as contradictory. */
function correctionsDe(faits: Faits): Corrections {
  const corrections: Corrections = { lignes: new Map(), relues: new Set(), declarations: [] }
  for (const cle in faits) {
    const place = cle.startsWith('casier.') ? lireCleCasier(cle) : null
    const etat = faits[cle]
    if (place === null || etat?.etat !== 'connu') continue
    if (place.quoi === 'ligne') corrections.lignes.set(place.ligne, String(etat.valeur))
    else if (etat.valeur === true) corrections.relues.add(place.ligne)
    corrections.declarations.push(...etat.declarations)
  }
  corrections.declarations.sort()
  return corrections
}

type Lecture = Omit<CasierDuDossier, 'relu' | 'declarations'>

// Reading a record costs far more than the rules: the last one is kept, so that each key stays cheap.
let derniere: { imprime: string; cle: string; lecture: Lecture } | undefined

function lire(imprime: string, lignes: ReadonlyMap<number, string>): Lecture {
  const cle = lignes.size === 0 ? '' : JSON.stringify([...lignes].sort(([a], [b]) => a - b))
  if (derniere?.imprime === imprime && derniere.cle === cle) return derniere.lecture
  const corrige = corrigerTexte(imprime, lignes)
  const { lu, lignes: places } = situerCasier(corrige.texte)
  const imprimee = (n: number) => corrige.origines[n - 1] ?? n
  const lecture = {
    ...corrige,
    lu,
    lignes: places.map(({ debut, fin }) => ({ debut: imprimee(debut), fin: imprimee(fin) })),
  }
  derniere = { imprime, cle, lecture }
  return lecture
}

export function lireCasierDuDossier(imprime: string, faits: Faits): CasierDuDossier {
  const { lignes, relues, declarations } = correctionsDe(faits)
  const lecture = lire(imprime, lignes)
  const relu = lecture.lu.lignesNonLues.length === 0 && lecture.lignes.every((l) => relues.has(l.debut))
  return { ...lecture, relu, declarations }
}
