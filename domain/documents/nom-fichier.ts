import type { ChecklistContenu, DocumentContenu } from './contenu.ts'

const NOMS = { fiche: 'fiche-orientation', checklist: 'checklist-tribunal' } as const

/**
 * `2026-11-24_26328000123_fiche-orientation`, without version nor extension: never a name of a person, and
 * nothing but letters, digits and dashes of what was typed, so that a number cannot become a path.
 */
export function nomFichier(contenu: DocumentContenu | ChecklistContenu): string {
  const numero = (contenu.entete.numeroParquet ?? '').replace(/[^A-Za-z0-9-]+/g, '').slice(0, 40)
  return [contenu.entete.dateAudience, numero, NOMS[contenu.type]].filter((p) => p !== '').join('_')
}
