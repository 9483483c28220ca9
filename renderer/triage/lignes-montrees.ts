import { useRef } from 'react'
import type { CleFait, Dossier, LigneTriage, Role } from '../../domain/index.ts'
import { useMagasin } from '../magasin.ts'
import { lignesDe, porteuse } from '../saisie/lignes.ts'
import { estHorsMode } from '../saisie/mode-court.ts'

export interface LignesMontrees {
  lignes: readonly LigneTriage[]
  /** How many are left unexplored by the short mode. */
  cachees: number
}

/** In the short mode, its questions and whatever was already answered or noted. */
export function lignesMontrees(
  dossier: Dossier,
  role: Role,
  dejaVues: ReadonlySet<CleFait> = new Set(),
): LignesMontrees {
  const toutes = lignesDe(dossier, role)
  const lignes = toutes.filter(
    (l) => !estHorsMode(l.fait) || dejaVues.has(l.fait) || porteuse(dossier, l) !== undefined,
  )
  return { lignes, cachees: toutes.length - lignes.length }
}

/** A line that was on screen stays there until the mode changes: clearing its answer must not take it away. */
export function useLignesMontrees(dossier: Dossier, role: Role): LignesMontrees {
  const court = useMagasin((m) => m.reglages.modeCourt)
  const questions = useMagasin((m) => m.reglages.questionsCourtes)
  const vues = useRef<{ id: string; court: boolean; questions: unknown; faits: Set<CleFait> } | null>(null)
  const { id } = dossier
  if (vues.current?.id !== id || vues.current.court !== court || vues.current.questions !== questions)
    vues.current = { id, court, questions, faits: new Set() }
  const { faits } = vues.current
  const montrees = lignesMontrees(dossier, role, faits)
  for (const l of montrees.lignes) faits.add(l.fait)
  return montrees
}
