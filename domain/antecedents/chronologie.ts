import type { CasierLu, Condamnation, Peine } from '../contrat.ts'
import { ajouterJours, ajouterMois, joursEntre } from '../dates.ts'

/** The record along time: what each year holds, and how long passed between two decisions. */

export interface AnneeChronologie {
  annee: number
  /** Ranks, by date of decision. */
  condamnations: number[]
  /** Days of imprisonment not suspended, as pronounced that year; absent when none, or when a part is not printed. */
  emprisonnementJours?: number
}

export interface Chronologie {
  /** Years that hold a decision, oldest first. */
  annees: AnneeChronologie[]
  /** Days between two consecutive decisions, oldest first. */
  ecarts: { de: number; a: number; jours: number }[]
  /** Ranks of the decisions whose day cannot be read. */
  sansDate: number[]
}

type Datee = Condamnation & { date: string }

export function chronologie(lu: CasierLu): Chronologie {
  const datees = lu.condamnations
    .filter((c): c is Datee => c.date !== null)
    .toSorted((a, b) => (a.date === b.date ? a.rang - b.rang : a.date < b.date ? -1 : 1))
  const annees = Map.groupBy(datees, (c) => Number(c.date.slice(0, 4)))
  return {
    annees: [...annees].map(([annee, liste]) => anneeDe(annee, liste)),
    ecarts: datees.slice(1).map((c, i) => ({
      de: (datees[i] as Datee).rang,
      a: c.rang,
      jours: joursEntre((datees[i] as Datee).date, c.date),
    })),
    sansDate: lu.condamnations.filter((c) => c.date === null).map((c) => c.rang),
  }
}

function anneeDe(annee: number, liste: readonly Datee[]): AnneeChronologie {
  const condamnations = liste.map((c) => c.rang)
  let jours = 0
  for (const c of liste)
    for (const p of c.peines) {
      const fermes = joursFermes(p, c.date)
      if (fermes === null) return { annee, condamnations }
      jours += fermes
    }
  return jours === 0 ? { annee, condamnations } : { annee, condamnations, emprisonnementJours: jours }
}

/** From day to day of the calendar, since the decision; null when the print does not say how much is suspended. */
function joursFermes(p: Peine, date: string): number | null {
  if (p.nature !== 'emprisonnement' && p.nature !== 'reclusion') return 0
  if (p.duree === null) return null
  const total = enJours(p.duree, date)
  if (p.sursis === null) return total
  if (!p.sursis.partiel) return 0
  return p.sursis.part === undefined ? null : total - enJours(p.sursis.part, date)
}

function enJours(duree: NonNullable<Peine['duree']>, date: string): number {
  const mois = ajouterMois(date, (duree.annees ?? 0) * 12 + (duree.mois ?? 0))
  return joursEntre(date, ajouterJours(mois, duree.jours ?? 0))
}
