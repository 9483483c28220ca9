import type { Orientation, Role } from '../contrat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import type { Reglages } from './reglages.ts'
import { choixDe, estChoisi } from './suivi.ts'

/**
 * Nothing more is expected of the triage: somebody decided, or no answer that this profile may ask would change the
 * orientation, or, in short mode, each of its questions was put. A dossier that the rules refuse to read is not done.
 */
export function estTraite(
  orientation: Orientation | null,
  role: Role,
  { modeCourt, questionsCourtes }: Pick<Reglages, 'modeCourt' | 'questionsCourtes'>,
): boolean {
  if (orientation === null) return false
  const visible = (fait: string) => definitionFait(fait)?.roles.includes(role) === true
  if (visible('orientation.choix') && estChoisi(choixDe(orientation))) return true
  if (!orientation.questions.some((q) => visible(q.fait))) return true
  return modeCourt && questionsCourtes.filter(visible).every((fait) => estPosee(orientation, fait))
}

/** Answered, or put and left without an answer; answers that disagree still wait for someone to settle them. */
function estPosee({ faits }: Orientation, fait: string): boolean {
  const etat = faits[fait]
  if (etat?.etat === 'inconnu') return etat.raison !== 'pas-demande'
  return etat?.etat === 'connu'
}
