import { MOIS } from '../dates.ts'
import { dateCourte, momentLocal } from '../documents/format.ts'
import { direChangement } from '../documents/regles.ts'
import { type ChangementLocal, catalogueEnVigueur } from './local.ts'
import type { CatalogueEcrit, EnonceEcrit } from './schema.ts'

/** One dated line of the history of a dispositif. */
export interface LigneHistorique {
  /** As it is shown: « 10/02/2025 », « fin 2025 ». */
  quand: string
  texte: string
  source: string
  /** How far it was checked; null for what this court says itself. */
  marque: EnonceEcrit['marque'] | null
  /** The person responsible for a local change; null for a line of the catalogue. */
  par: string | null
  /** Id of the local change. */
  changement: string | null
  /** A later change took it back. */
  repris: boolean
}

/**
 * The history of a dispositif, newest first: lines of the catalogue and local changes, those taken back included. `base`
 * is the catalogue without the local changes.
 */
export function historiqueDe(
  base: CatalogueEcrit,
  changements: readonly ChangementLocal[],
  id: string,
): LigneHistorique[] {
  const enVigueur = catalogueEnVigueur(base, changements)
  const ecartes = new Set(changements.flatMap((c) => c.retire ?? []))
  const duCatalogue = base.dispositifs.find((d) => d.id === id)?.historique ?? []
  const lignes = [
    ...duCatalogue.map(({ quand, texte, source, marque }, i) => ({
      jour: jourDe(duCatalogue.slice(0, i + 1).map((l) => l.quand)),
      ligne: { quand, texte, source, marque, par: null, changement: null, repris: false },
    })),
    ...changements
      .filter((c) => concerne(c, id, changements))
      .map((c) => {
        const { jour } = momentLocal(c.date)
        const { source, par } = c
        const texte = direChangement(c, enVigueur)
        const quand = dateCourte(jour)
        return {
          jour,
          ligne: { quand, texte, source, marque: null, par, changement: c.id, repris: ecartes.has(c.id) },
        }
      }),
  ]
  // Of the same day, the one written last comes first.
  return lignes
    .toReversed()
    .sort((a, b) => (a.jour < b.jour ? 1 : a.jour > b.jour ? -1 : 0))
    .map(({ ligne }) => ligne)
}

function concerne(c: ChangementLocal, id: string, changements: readonly ChangementLocal[]): boolean {
  const { changement } = c
  switch (changement.type) {
    case 'parametre':
      return changement.nom.startsWith(`${id}.`)
    case 'instance':
      return changement.valeurs.id === id
    case 'annulation':
      return changements.some((x) => c.retire?.includes(x.id) && x !== c && concerne(x, id, []))
    default:
      return changement.dispositif === id
  }
}

/** Of lines written in order, the date of the last one that names any: « à ce jour » stays after what precedes it. */
function jourDe(lignes: readonly string[]): string {
  return lignes.map(dernierJour).findLast((jour) => jour !== '') ?? ''
}

/** The last day, month or year that a phrase names, as the calendar orders them; empty when it names none. */
function dernierJour(quand: string): string {
  const dates = [
    ...[...quand.matchAll(/(\d{2})\/(\d{2})\/(\d{4})/g)].map(([, j, m, a]) => `${a}-${m}-${j}`),
    ...[...quand.matchAll(new RegExp(`(${MOIS.join('|')}) (\\d{4})`, 'giu'))].map(
      ([, m, a]) => `${a}-${String(MOIS.indexOf(m?.toLowerCase() ?? '') + 1).padStart(2, '0')}`,
    ),
    ...[...quand.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([a]) => a),
  ]
  return dates.sort().at(-1) ?? ''
}
