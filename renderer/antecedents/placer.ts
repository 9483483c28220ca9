import type { DateIso } from '../../domain/index.ts'

/** Where the marks of the timeline go: positions in percent of its width, so that nothing is measured. */

export interface Repere {
  rang: number
  date: DateIso
}

interface Place extends Repere {
  x: number
  /** 0 on the axis; marks that would touch go up. */
  etage: number
}

export interface Frise {
  places: readonly Place[]
  annees: readonly { annee: number; x: number; ecrite: boolean }[]
  /** Between two decisions in a row, where there is room to write it. */
  ecarts: readonly { rang: number; x: number; largeur: number }[]
  etages: number
  /** Position of any other day: the facts, the end of a delay. */
  position: (date: DateIso) => number
}

/** Width of a mark, and of the words of a gap, on the narrowest pane (about 560 px). */
const MARQUE = 2.3
const MOTS = 9
const ANNEE = 7

const JOURS_PAR_AN = 365.2425

/** A day as a number of years: exact enough to be drawn. */
function enAnnees(date: DateIso): number {
  return new Date(`${date}T00:00:00Z`).getTime() / 86_400_000 / JOURS_PAR_AN + 1970
}

/** `decisions` in any order; `jusqua` is at least the last day shown (the facts, or today). */
export function placer(decisions: readonly Repere[], jusqua: DateIso): Frise {
  const triees = [...decisions].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.rang - b.rang))
  const premiere = triees[0]?.date ?? jusqua
  const derniere = [triees.at(-1)?.date ?? jusqua, jusqua].sort().at(-1) ?? jusqua
  const debut = Math.floor(enAnnees(premiere))
  const fin = Math.max(Math.floor(enAnnees(derniere)) + 1, debut + 1)
  const position = (date: DateIso) => {
    const x = ((enAnnees(date) - debut) / (fin - debut)) * 100
    return Math.min(Math.max(x, 0), 100)
  }
  const places = etager(triees.map((d) => ({ ...d, x: position(d.date) })))
  return {
    places,
    annees: graduer(debut, fin),
    ecarts: places.flatMap((p, i) => {
      const avant = places[i - 1]
      if (avant === undefined || p.x - avant.x < MOTS) return []
      return [{ rang: p.rang, x: (p.x + avant.x) / 2, largeur: p.x - avant.x }]
    }),
    etages: Math.max(1, ...places.map((p) => p.etage + 1)),
    position,
  }
}

/** Each mark on the lowest floor where nothing is in its way. */
function etager(reperes: readonly (Repere & { x: number })[]): Place[] {
  const occupes: number[] = []
  return reperes.map((r) => {
    const libre = occupes.findIndex((x) => r.x - x >= MARQUE)
    const etage = libre < 0 ? occupes.length : libre
    occupes[etage] = r.x
    return { ...r, etage }
  })
}

/** A line for each year; only as many years written as there is room for. */
function graduer(debut: number, fin: number): { annee: number; x: number; ecrite: boolean }[] {
  const nombre = fin - debut
  const pas = [1, 2, 5, 10, 20, 50].find((p) => (p / nombre) * 100 >= ANNEE) ?? 100
  return Array.from({ length: nombre }, (_, i) => ({
    annee: debut + i,
    x: (i / nombre) * 100,
    ecrite: i % pas === 0,
  }))
}
