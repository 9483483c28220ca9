import {
  type ChecklistContenu,
  catalogueParDefaut,
  checklistTribunal,
  type DocumentContenu,
  type Dossier,
  type Enonce,
  ficheOrientation,
  type Orientation,
  orienter,
  type Role,
  type Segment,
} from '../../../domain/index.ts'
import { DATE, declaration, dossierAvec } from '../outils.ts'

/** Tools of the documents' tests: every sentence that a document says, as a list. */

export { DATE, declaration, dossierAvec }
export const EDITE_LE = '2026-11-24T11:18:00+01:00'

export function lire(dossier: Dossier): Orientation {
  return orienter(dossier, catalogueParDefaut(), { date: DATE })
}

export function fiche(dossier: Dossier, role: Role = 'parquet'): DocumentContenu {
  return ficheOrientation(dossier, lire(dossier), { role, editeLe: EDITE_LE })
}

export function checklist(dossier: Dossier, role: Role = 'parquet'): ChecklistContenu {
  return checklistTribunal(dossier, lire(dossier), { role, editeLe: EDITE_LE })
}

export function section(contenu: DocumentContenu, id: string): Enonce[] {
  return contenu.sections.find((s) => s.id === id)?.enonces ?? []
}

/** Segments of one line of the situation. */
export function ligne(contenu: DocumentContenu, libelle: string): Segment[] {
  return section(contenu, 'situation').find((e) => e.libelle === libelle)?.segments ?? []
}

/** Every string of a content, keys excluded. */
export function textes(contenu: unknown): string[] {
  if (typeof contenu === 'string') return [contenu]
  if (typeof contenu !== 'object' || contenu === null) return []
  return Object.values(contenu).flatMap(textes)
}
