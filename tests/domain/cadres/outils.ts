import type { Catalogue } from '../../../domain/catalogue/index.ts'
import {
  type CadreLu,
  type CleFait,
  catalogueParDefaut,
  type DateIso,
  type Declaration,
  type EtatFait,
} from '../../../domain/index.ts'
import { lireCadres } from '../../../domain/regles/cadres.ts'
import { contexteDe } from '../../../domain/regles/lecture.ts'
import { DATE } from '../outils.ts'

type Valeur = NonNullable<Declaration['valeur']>
/** Known answers, or several that disagree; derived facts may be given too. */
export type Faits = Readonly<Record<CleFait, Valeur | { oppose: readonly Valeur[] }>>

function etat(x: Faits[string]): EtatFait {
  return typeof x === 'object' && 'oppose' in x
    ? { etat: 'contradictoire', valeurs: [...x.oppose], declarations: [] }
    : { etat: 'connu', valeur: x, verifie: false, declarations: [] }
}

/** Legal frameworks read over facts alone, derived ones as given: what a record gives is not rebuilt here. */
export function lireSur(
  faits: Faits,
  { date = DATE, catalogue = catalogueParDefaut() }: { date?: DateIso; catalogue?: Catalogue } = {},
): CadreLu[] {
  const etats = Object.fromEntries(Object.entries(faits).map(([cle, x]) => [cle, etat(x)]))
  return lireCadres(catalogue, contexteDe(etats, catalogue, date), date, [])
}

export function cadreDe(cadres: readonly CadreLu[], id: string): CadreLu {
  const lu = cadres.find((c) => c.id === id)
  if (lu === undefined) throw new Error(`no framework ${id}`)
  return lu
}

export function lecture(id: string, faits: Faits): CadreLu['lecture'] {
  return cadreDe(lireSur(faits), id).lecture
}

/** A misdemeanour with nothing in the way. */
export const VOL_SIMPLE: Faits = {
  'procedure.nature': 'delit',
  'procedure.categorie': 'vol',
  'procedure.encouruMois': 36,
  'procedure.encouruRecidiveMois': 36,
  'antecedents.recidive': 'non-etablie',
  'antecedents.condamnations': 0,
  'procedure.faitsReconnus': true,
  'procedure.flagrance': true,
}
