import type { DispositifLu } from '../../domain/index.ts'
import { memeVille } from '../saisie/lignes.ts'

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

/** `tribunauxDe`: cities of the courts where a dispositif can be asked for; none means wherever it exists. */
export function ranger(
  dispositifs: readonly DispositifLu[],
  tribunal: string,
  tribunauxDe: (id: string) => readonly string[],
): Rangement {
  const ici = (d: DispositifLu) => tribunauxDe(d.id).some((ville) => memeVille(ville, tribunal))
  const partout = (d: DispositifLu) => tribunauxDe(d.id).length === 0
  const ouverts = dispositifs.filter((d) => d.lecture !== 'hors-criteres')
  return {
    locaux: dispositifs.filter(ici),
    ouverts: ouverts.filter((d) => ici(d) || partout(d)),
    ailleurs: ouverts.filter((d) => !ici(d) && !partout(d)),
    hors: dispositifs.filter((d) => d.lecture === 'hors-criteres'),
  }
}

/** The first reason that decides, as one sentence. */
export function premierMotif(d: DispositifLu): string {
  return d.criteres.find((c) => d.decisifs.includes(c.id))?.motif ?? ''
}
