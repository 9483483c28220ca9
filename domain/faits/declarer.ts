import type { CleFait, Declaration, Dossier, Origine, RaisonInconnu } from '../contrat.ts'
import { declarationsVivantes, parDate, vivantes } from './etat.ts'

/** An answer, before it becomes a declaration. */
export interface Reponse {
  fait: CleFait
  valeur: Declaration['valeur']
  inconnu?: RaisonInconnu
  origine: Origine
  sourceAPreciser?: true
  verifie: boolean
  precision?: string
}

/** Who answers, and when; ids come from outside because the domain draws nothing at random. */
export interface Auteur {
  auteur: NonNullable<Declaration['auteur']>
  /** ISO date-time with offset. */
  date: string
}

/** An answer on a triage line: it takes back every live answer that it replaces, contradictory ones included. */
export function repondre(dossier: Dossier, reponse: Reponse, contexte: Auteur & { id: string }): Declaration {
  const remplacees = declarationsVivantes(dossier, reponse.fait).map((d) => d.id)
  return {
    ...reponse,
    id: contexte.id,
    auteur: contexte.auteur,
    date: contexte.date,
    ...(remplacees.length > 0 && { retire: remplacees }),
  }
}

/** Follows « says again » back to the declaration first typed. */
function origineDe(parId: ReadonlyMap<string, Declaration>, id: string): string {
  const redit = parId.get(id)?.redit
  return redit === undefined ? id : origineDe(parId, redit)
}

/** Live answers on a fact as they were before an act, as if the acts undone since had never been. */
function avant(actes: readonly Declaration[], parId: ReadonlyMap<string, Declaration>, acte: Declaration) {
  const precedents = actes.slice(0, actes.indexOf(acte)).filter((d) => d.fait === acte.fait)
  return vivantes(
    precedents.map((d) => ({ ...d, retire: (d.retire ?? []).map((id) => origineDe(parId, id)) })),
  )
}

/**
 * Undo: declarations that take back the last act not yet undone and say again what it had replaced; empty when
 * nothing is left to undo. Several calls go further back each time, across restarts, since the acts are the data.
 */
export function annuler(dossier: Dossier, contexte: Auteur & { nouvelId: () => string }): Declaration[] {
  const toutes = [...dossier.declarations].sort(parDate)
  const parId = new Map(toutes.map((d) => [d.id, d]))
  const annulees = new Set(toutes.map((d) => d.annule))
  const actes = toutes.filter((d) => d.annule === undefined && d.redit === undefined && !annulees.has(d.id))
  const acte = actes.at(-1)
  if (acte === undefined) return []

  const { auteur, date } = contexte
  const retire = declarationsVivantes(dossier, acte.fait).map((d) => d.id)
  const redites = avant(actes, parId, acte).map(
    (d): Declaration => ({ ...d, id: contexte.nouvelId(), date, retire: [], redit: d.id }),
  )
  const [premiere = vide(acte, contexte.nouvelId()), ...suivantes] = redites
  return [{ ...premiere, auteur, date, retire, annule: acte.id }, ...suivantes]
}

/** « Not asked » again: what an undo says when nothing came before. */
function vide(acte: Declaration, id: string): Declaration {
  return {
    id,
    fait: acte.fait,
    valeur: null,
    inconnu: 'pas-demande',
    origine: acte.origine,
    verifie: false,
    date: acte.date,
  }
}
