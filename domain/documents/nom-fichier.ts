import type { ChecklistContenu, DocumentContenu } from './contenu.ts'

const NOMS = { fiche: 'fiche-orientation', checklist: 'checklist-tribunal' } as const

/**
 * `2026-11-24_26328000123_fiche-orientation`, without version nor extension: never a name of a person, and
 * nothing but letters, digits and dashes of what was typed, so that a number cannot become a path. Without a
 * n° parquet, the start of the dossier's id keeps two people apart.
 */
export function nomFichier({ entete, type }: DocumentContenu | ChecklistContenu): string {
  const numero = (entete.numeroParquet ?? '').replace(/[^A-Za-z0-9-]+/g, '').slice(0, 40)
  return [entete.dateAudience, numero || entete.idDossier.slice(0, 8), NOMS[type]].join('_')
}
