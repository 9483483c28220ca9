/** One line of the bench: a ratio or a time, and the target that it has to hold. */
export interface Mesure {
  nom: string
  ratio: number
  cible: number
  /** Default: at most the target. */
  sens?: 'au-plus' | 'au-moins'
  /** Default: a ratio. */
  unite?: '×' | 'ms'
  detail: string
}

export function tient({ ratio, cible, sens }: Mesure): boolean {
  return sens === 'au-moins' ? ratio >= cible : ratio <= cible
}

/** `p` in 0…1, nearest rank. */
export function centile(valeurs: readonly number[], p: number): number {
  const triees = [...valeurs].sort((a, b) => a - b)
  return triees[Math.min(triees.length - 1, Math.max(0, Math.ceil(p * triees.length) - 1))] ?? Number.NaN
}

/**
 * Milliseconds of each call, after warming up. Candidates take turns by blocks of calls, so that noise of the
 * machine falls on all of them and none runs in the cold caches that another one left.
 */
export async function chronometrer(
  candidats: Readonly<Record<string, (appel: number) => unknown>>,
  blocs: number,
  parBloc: number,
): Promise<Record<string, number[]>> {
  const temps: Record<string, number[]> = Object.fromEntries(Object.keys(candidats).map((nom) => [nom, []]))
  const chauffe = Math.ceil(blocs / 2)
  for (let bloc = 0; bloc < chauffe + blocs; bloc++)
    for (const [nom, appeler] of Object.entries(candidats))
      for (let i = 0; i < parBloc; i++) {
        const debut = performance.now()
        const rendu = appeler(i)
        if (rendu instanceof Promise) await rendu
        if (bloc >= chauffe) temps[nom]?.push(performance.now() - debut)
      }
  return temps
}
