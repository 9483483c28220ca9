import type { CleFait, Declaration, Dossier, LigneTriage, Role } from '../../domain/index.ts'

/** Where work resumes is derived from what was declared, so that a restart finds the same row again. */

/** The last act of this profile on one of these lines, its précisions included. */
export function dernierActe(
  dossier: Dossier,
  lignes: readonly LigneTriage[],
  role: Role,
): Declaration | undefined {
  const faits = new Set(lignes.flatMap((l) => [l.fait, ...l.precisions]))
  let dernier: Declaration | undefined
  for (const d of dossier.declarations) {
    if (d.auteur?.role !== role || !faits.has(d.fait)) continue
    if (dernier === undefined || Date.parse(d.date) >= Date.parse(dernier.date)) dernier = d
  }
  return dernier
}

/**
 * The row where the focus was, when it is known; else the one after the last act, where an answer leaves the focus.
 * Null before any act, on a dossier that nobody has begun.
 */
export function ligneDeReprise(
  acte: Declaration | undefined,
  lignes: readonly LigneTriage[],
  quittee: CleFait | null,
): CleFait | null {
  if (lignes.some((l) => l.fait === quittee)) return quittee
  if (acte === undefined) return null
  const ici = lignes.findIndex((l) => l.fait === acte.fait || l.precisions.includes(acte.fait))
  return (lignes[ici + 1] ?? lignes[ici])?.fait ?? null
}
