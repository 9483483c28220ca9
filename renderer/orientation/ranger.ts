import type { DispositifLu, Lieu } from '../../domain/index.ts'

/** Which dispositifs a screen shows in full, in one line, or folded. Always in the order of the catalogue. */
export interface Rangement {
  /** Programmes of this very court: said even when they are outside their criteria. */
  locaux: readonly DispositifLu[]
  /** Not outside their criteria, and open to this court. */
  ouverts: readonly DispositifLu[]
  /** Not outside their criteria so far, but kept to other courts. */
  ailleurs: readonly DispositifLu[]
  hors: readonly DispositifLu[]
}

export function ranger(dispositifs: readonly DispositifLu[], lieuDe: (id: string) => Lieu): Rangement {
  const ouverts = dispositifs.filter((d) => d.lecture !== 'hors-criteres')
  return {
    locaux: dispositifs.filter((d) => lieuDe(d.id) === 'ici'),
    ouverts: ouverts.filter((d) => lieuDe(d.id) !== 'ailleurs'),
    ailleurs: ouverts.filter((d) => lieuDe(d.id) === 'ailleurs'),
    hors: dispositifs.filter((d) => d.lecture === 'hors-criteres'),
  }
}

/** The first reason that decides, as one sentence. */
export function premierMotif(d: DispositifLu): string {
  return d.criteres.find((c) => d.decisifs.includes(c.id))?.motif ?? ''
}
