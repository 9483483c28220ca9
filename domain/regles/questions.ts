import type { Critere, Dispositif } from '../catalogue/index.ts'
import type { CleFait, CritereLu, EtatFait, RaisonInconnu } from '../contrat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { faitsDe } from './condition.ts'
import { type ContexteLecture, faitsUtiles } from './lecture.ts'

/** A fact worth asking: `eliminatoire` when the answer can put the dispositif outside its criteria. */
interface Piste {
  fait: CleFait
  dispositif: string
  eliminatoire: boolean
  /** Asked only to lift a « neutre »: after everything that is plainly missing. */
  neutre: boolean
  /** Already put, without an answer: asked again only when nothing else is left. */
  dejaPosee: boolean
}

const POSEES: ReadonlySet<RaisonInconnu> = new Set(['refuse', 'ne-sait-pas', 'non-verifiable'])

function dejaPosee(etat: EtatFait | undefined): boolean {
  return etat?.etat === 'inconnu' && POSEES.has(etat.raison)
}

function peutEtreFaux(c: Critere): boolean {
  return c.fauxSi === null || c.fauxSi.genre !== 'jamais'
}

/** A derived or settled fact is not asked again; a contradiction is. */
function aDemander(cle: CleFait, etat: EtatFait | undefined, casierJoint: boolean): boolean {
  if (definitionFait(cle)?.derive === 'toujours' || etat?.etat === 'connu') return false
  // The attached record answers this one, or nobody can.
  return !(cle === 'antecedents.condamnations' && casierJoint)
}

/** What is missing for one dispositif, in the order of its criteria; nothing once it is outside them. */
export function pistes(
  d: Dispositif,
  lus: readonly CritereLu[],
  contexte: ContexteLecture,
  casierJoint: boolean,
): Piste[] {
  if (lus.some((c) => c.etat === 'faux')) return []
  return d.criteres.flatMap((c, i) => {
    const etat = lus[i]?.etat
    if ((etat !== 'inconnu' && etat !== 'neutre') || !c.seDemande) return []
    const neutre = etat === 'neutre'
    const faits = neutre ? neutresOuverts(c, contexte) : faitsUtiles(c, contexte)
    return faits
      .filter((cle) => aDemander(cle, contexte.faits[cle], casierJoint))
      .map((fait) => ({
        fait,
        dispositif: d.ecrit.id,
        eliminatoire: peutEtreFaux(c),
        neutre,
        dejaPosee: dejaPosee(contexte.faits[fait]),
      }))
  })
}

/** A neutral criterion that stands on an absence: the fact that was not asked could still take it away. */
function neutresOuverts(c: Critere, contexte: ContexteLecture): CleFait[] {
  if (c.neutreSi === null) return []
  return faitsDe(c.neutreSi).filter((cle) => contexte.faits[cle]?.etat === 'inconnu')
}

export interface Question {
  fait: CleFait
  tranche: string[]
}

/**
 * Next questions, best first (design/ecrans.md §2.4): what was never put before what was put without an answer,
 * what is missing before what is neutral, eliminating criteria first, then the number of dispositifs that the answer can open or close divided by what asking costs.
 */
export function classer(toutes: readonly Piste[]): Question[] {
  const parFait = new Map<CleFait, Piste[]>()
  for (const p of toutes) parFait.set(p.fait, [...(parFait.get(p.fait) ?? []), p])
  const rangs = [...parFait].map(([fait, lot]) => {
    const tranche = [...new Set(lot.map((p) => p.dispositif))]
    return {
      fait,
      tranche,
      dejaPosee: lot.every((p) => p.dejaPosee),
      neutre: lot.every((p) => p.neutre),
      eliminatoire: lot.some((p) => p.eliminatoire),
      valeur: tranche.length / (definitionFait(fait)?.cout ?? 1),
    }
  })
  rangs.sort(
    (a, b) =>
      Number(a.dejaPosee) - Number(b.dejaPosee) ||
      Number(a.neutre) - Number(b.neutre) ||
      Number(b.eliminatoire) - Number(a.eliminatoire) ||
      b.valeur - a.valeur,
  )
  return rangs.map(({ fait, tranche }) => ({ fait, tranche }))
}
