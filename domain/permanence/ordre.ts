import type { Dossier } from '../contrat.ts'
import type { Reglages } from './reglages.ts'
import { demandesFaites } from './resume-demandes.ts'
import { suiviDe } from './suivi.ts'

/** Of each dossier, its place in the order of arrival, from 1: the N° of the board and of the papers, whatever order is shown. */
export function numerosDArrivee(dossiers: readonly Dossier[]): ReadonlyMap<string, number> {
  return new Map(dossiers.map((d, i) => [d.id, i + 1]))
}

/**
 * The order of the board, of the triage and of the papers of a hearing, from dossiers in order of arrival: by the
 * 20-hour limit (unknown ones last; at the same limit, requests still to launch first) or by hand, then by arrival.
 * Never by addiction, housing, health or any answer: persons are not sorted by such data (R113-51 code pénitentiaire,
 * article 95 loi 78-17).
 */
export function ordonner(
  dossiers: readonly Dossier[],
  { ordre }: Pick<Reglages, 'ordre'>,
): readonly Dossier[] {
  // The sort is stable: arrival settles what is left.
  return [...dossiers].sort(ordre === 'main' ? parRang : parLimite)
}

/** After every limit and every rank. */
const DERNIER = '9999'

function parLimite(a: Dossier, b: Dossier): number {
  const [limiteA, limiteB] = [suiviDe(a).limite ?? DERNIER, suiviDe(b).limite ?? DERNIER]
  if (limiteA !== limiteB) return limiteA < limiteB ? -1 : 1
  return Number(demandesFaites(a).length > 0) - Number(demandesFaites(b).length > 0)
}

/** Whoever has no place yet comes after those who were placed. */
function parRang(a: Dossier, b: Dossier): number {
  const [rangA, rangB] = [suiviDe(a).rang ?? Infinity, suiviDe(b).rang ?? Infinity]
  return rangA === rangB ? 0 : rangA - rangB
}

export interface Placement {
  id: string
  rang: number
}

/**
 * Ranks to declare so that the order by hand is the order shown with one row moved by one; empty at either end.
 * The first move places everybody; the next ones exchange two ranks.
 */
export function deplacer(
  dossiers: readonly Dossier[],
  reglages: Pick<Reglages, 'ordre'>,
  id: string,
  pas: 1 | -1,
): readonly Placement[] {
  const suite = [...ordonner(dossiers, reglages)]
  const ici = suite.findIndex((d) => d.id === id)
  const [un, autre] = [suite[ici], suite[ici + pas]]
  if (un === undefined || autre === undefined) return []
  suite[ici] = autre
  suite[ici + pas] = un
  const rangs = suite.map((d) => suiviDe(d).rang)
  const places = new Set(rangs.filter((r) => r !== null))
  if (reglages.ordre === 'main' && places.size === suite.length)
    return [
      { id: un.id, rang: rangs[ici] ?? 1 },
      { id: autre.id, rang: rangs[ici + pas] ?? 1 },
    ]
  return suite.flatMap((d, i) => (rangs[i] === i + 1 ? [] : [{ id: d.id, rang: i + 1 }]))
}
