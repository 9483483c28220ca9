import type { CleFait, Declaration, Dossier, Origine, RaisonInconnu } from '../contrat.ts'
import { declarationsVivantes } from './etat.ts'

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
