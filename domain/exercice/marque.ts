import type { Contenu } from '../documents/contenu.ts'

/** The line that every page and every copied text of the exercise carries. */
export const MARQUE_EXERCICE = 'EXERCICE — personnes inventées'

/** Beginning of the name of every file. */
export const PREFIXE_EXERCICE = 'EXERCICE_'

/** The sentence at the foot of every page, with the mark before it. */
export function piedExercice(pied: string): string {
  return pied === '' ? MARQUE_EXERCICE : `${MARQUE_EXERCICE} · ${pied}`
}

/** The same document, which says on each page that its people are invented; what binds several marks each of them. */
export function marquerExercice<C extends Contenu>(contenu: C): C
export function marquerExercice(contenu: Contenu): Contenu {
  if (contenu.type === 'message')
    return { ...contenu, exercice: true, corps: [MARQUE_EXERCICE, ...contenu.corps] }
  const pied = piedExercice(contenu.pied)
  if (contenu.type !== 'dossier-audience') return { ...contenu, exercice: true, pied }
  const parties = contenu.parties.map((p) => ({
    ...p,
    contenus: p.contenus.map((c) => ({ ...c, exercice: true as const, pied: piedExercice(c.pied) })),
  }))
  return { ...contenu, exercice: true, pied, parties }
}
