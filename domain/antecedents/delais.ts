/**
 * Dated, sourced time limits and thresholds of recidivism: to be reread by a magistrate and a lawyer against the
 * text in force. `[V]` read in the code pénal as of 2 April 2026; `[V2]` read in a secondary source; `[M]` from
 * memory, to be checked. Written on 21 November 2026.
 */

export type Marque = '[V]' | '[V2]' | '[M]'

interface Seuil {
  valeur: number
  unite: 'jours' | 'mois' | 'annees'
  article: string
  marque: Marque
}

/** Time limits, each with the article that says it. */
export const DELAIS = {
  recidiveSpeciale: { valeur: 5, unite: 'annees', article: '132-10 CP', marque: '[V]' },
  recidiveGenerale: { valeur: 5, unite: 'annees', article: '132-9 al. 2 CP', marque: '[V]' },
  recidiveGeneraleDixAns: { valeur: 10, unite: 'annees', article: '132-9 al. 1 CP', marque: '[V]' },
  appel: { valeur: 10, unite: 'jours', article: '498 CPP', marque: '[V]' },
  opposition: { valeur: 10, unite: 'jours', article: '491 CPP', marque: '[M]' },
  /** The public prosecutor general's own time: does not prevent execution (708 CPP), effect on finality debated. */
  appelProcureurGeneral: { valeur: 20, unite: 'jours', article: '505 CPP', marque: '[M]' },
  /** Five clear days: neither the day of the decision nor the last one counts. */
  pourvoi: { valeur: 6, unite: 'jours', article: '568 CPP', marque: '[M]' },
  oppositionOrdonnancePenale: { valeur: 45, unite: 'jours', article: '495-3 CPP', marque: '[M]' },
  /** No imprisonment within these years before the facts: simple suspension (132-30, 132-31). */
  emprisonnementAnterieur: { valeur: 5, unite: 'annees', article: '132-30 CP', marque: '[V]' },
  sursisSimple: { valeur: 5, unite: 'annees', article: '132-35 CP', marque: '[V]' },
  probationMin: { valeur: 12, unite: 'mois', article: '132-42 CP', marque: '[V]' },
  probationMax: { valeur: 36, unite: 'mois', article: '132-42 CP', marque: '[V]' },
  probationMaxRecidive: { valeur: 84, unite: 'mois', article: '132-42 CP', marque: '[V]' },
  sursisTigMax: { valeur: 18, unite: 'mois', article: '132-54 CP', marque: '[M]' },
  prescriptionDelit: { valeur: 6, unite: 'annees', article: '133-3 CP', marque: '[V]' },
  prescriptionCrime: { valeur: 20, unite: 'annees', article: '133-2 CP', marque: '[V]' },
} as const satisfies Record<string, Seuil>

/** Months of imprisonment that part the cases of article 132-9, and the crime from the delict. */
export const ENCOURUS = {
  dixAns: { valeur: 120, article: '132-9 CP', marque: '[V]' },
  unAn: { valeur: 12, article: '132-9 al. 2 CP', marque: '[V]' },
  /** 132-8: a crime punished by fifteen years becomes one punished by thirty. */
  crimeQuinzeAns: { valeur: 180, porteA: 360, article: '132-8 CP', marque: '[V]' },
} as const

/** Courts whose decisions are not convictions for a delict (132-11 CP: fines of police have their own rule). */
export const JURIDICTION_CONTRAVENTION = /POLICE|\bT\.? ?P(?:OL)?\b\.?|PROXIMITE/
export const JURIDICTION_CRIME = /ASSISES|COUR CRIMINELLE/
export const JURIDICTION_APPEL = /COUR D'APPEL|\bC\.? ?A\b\.?|CHAMBRE DES APPELS|\bCHAP\b|APP\. ?CORR/
export const JURIDICTION_CASSATION = /CASSATION|\bCASS\b/
export const JURIDICTION_MINEURS = /ENFANTS|MINEURS|\bT\.? ?P\.? ?E\b\.?|T\.? ?ENF/
