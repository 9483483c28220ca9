import { CATEGORIES, MEMES } from './assimilations.ts'
import type { CleFamille } from './familles.ts'
import { qualifier } from './infractions.ts'

/** A violence whose label only counts its circumstances may be conjugal or not. */
const CIRCONSTANCES_TUES = /AGGRAVE|CIRCONSTANCE|HABITUEL|RECIDIVE/
const CONJUGALE = /CONJOINT|CONCUBIN|PACTE CIVIL|PACSE?\b|CONJUGAL/

/**
 * The category of the vocabulary (`procedure.categorie`) that a printed label names beyond doubt, read with the
 * families of the record; null otherwise. A proposal: whoever prosecutes has the last word.
 */
export function categorieDuLibelle(libelle: string): string | null {
  const { famille, plie } = qualifier(libelle)
  if (famille === null) return null
  const admises = Object.entries(CATEGORIES)
    .filter(([, familles]) => familles.some((f) => couvre(f, famille)))
    .map(([categorie]) => categorie)
  if (admises.includes('violences-conjugales')) {
    if (CONJUGALE.test(plie)) return 'violences-conjugales'
    return CIRCONSTANCES_TUES.test(plie) ? null : 'violences'
  }
  return admises.length === 1 ? (admises[0] ?? null) : null
}

function couvre(f: CleFamille, famille: CleFamille): boolean {
  return f === famille || MEMES.some((groupe) => groupe.includes(f) && groupe.includes(famille))
}
