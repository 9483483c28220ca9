import { type Dossier, numerosDArrivee, ordonner, type Reglages } from '../../domain/index.ts'

export interface Tableau {
  /** In the order shown. */
  dossiers: readonly Dossier[]
  /** N° of each: order of arrival. */
  numeros: ReadonlyMap<string, number>
}

interface Jour {
  /** In order of arrival. */
  dossiers: readonly Dossier[]
  reglages: Pick<Reglages, 'ordre'>
}

let dernier: { dossiers: readonly Dossier[]; ordre: Reglages['ordre']; tableau: Tableau } | null = null

/** The day as the board shows it; sorted once for each state of the day, whoever asks. */
export function tableauDe({ dossiers, reglages: { ordre } }: Jour): Tableau {
  if (dernier?.dossiers !== dossiers || dernier.ordre !== ordre) {
    const tableau = { dossiers: ordonner(dossiers, { ordre }), numeros: numerosDArrivee(dossiers) }
    dernier = { dossiers, ordre, tableau }
  }
  return dernier.tableau
}
