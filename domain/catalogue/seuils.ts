import type { DateIso } from '../contrat.ts'
import type { SeuilEcrit, UniteSeuil } from './schema.ts'

/** Figures of the law: each has a value by period, and the one that counts is that of the day of the reading. */

export interface Periode {
  depuis: DateIso | null
  jusquau: DateIso | null
}

/** Bounds included; `null` is « no known bound ». */
export function estEnVigueur({ depuis, jusquau }: Periode, date: DateIso): boolean {
  return (depuis === null || depuis <= date) && (jusquau === null || date <= jusquau)
}

export interface SeuilLu {
  valeur: number
  unite: UniteSeuil
  articles: readonly string[]
}

// Every reading of one morning is of one day: its figures are sorted out once.
let dernier: { seuils: readonly SeuilEcrit[]; date: DateIso; lus: ReadonlyMap<string, SeuilLu> } | undefined

/** The figures in force on a day, by name; one that no period covers is absent. */
export function seuilsEnVigueur(seuils: readonly SeuilEcrit[], date: DateIso): ReadonlyMap<string, SeuilLu> {
  if (dernier?.seuils === seuils && dernier.date === date) return dernier.lus
  const lus = new Map<string, SeuilLu>()
  for (const { nom, unite, periodes } of seuils) {
    const periode = periodes.find((p) => estEnVigueur(p, date))
    if (periode !== undefined) lus.set(nom, { valeur: periode.valeur, unite, articles: periode.articles })
  }
  dernier = { seuils, date, lus }
  return lus
}

const AU_SINGULIER: Partial<Readonly<Record<UniteSeuil, string>>> = {
  ans: 'an',
  semaines: 'semaine',
  jours: 'jour',
  'jours ouvrables': 'jour ouvrable',
  heures: 'heure',
  euros: 'euro',
}

/** « 6 mois », « 5 ans » for sixty months, « 300 euros », « 2 » for a plain number. */
export function ecrireSeuil({ valeur, unite }: Pick<SeuilLu, 'valeur' | 'unite'>): string {
  if (unite === 'fois') return String(valeur)
  if (unite === 'mois' && valeur >= 12 && valeur % 12 === 0)
    return ecrireSeuil({ valeur: valeur / 12, unite: 'ans' })
  const mot = valeur <= 1 ? (AU_SINGULIER[unite] ?? unite) : unite
  return `${valeur}\u00a0${mot}`
}

/** Said in place of a figure that no period covers on that day. */
export const SEUIL_INCONNU = '(seuil non connu à cette date)'
