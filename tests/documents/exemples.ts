import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  catalogueParDefaut,
  checklistTribunal,
  type Dossier,
  type DossierAudienceContenu,
  dossierAudience,
  ficheOrientation,
  type ListeContenu,
  listePermanence,
  type MessageContenu,
  type NoteContenu,
  noteAudience,
  orienter,
  type Presente,
} from '../../domain/index.ts'
import { declaration, EDITE_LE } from '../domain/documents/outils.ts'

/** One content of each kind, from the invented dossier of the demonstration. */

export const DEMONSTRATION = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/demonstration/dossier.json'), 'utf8'),
) as Dossier

export const OPTIONS = { role: 'parquet', editeLe: EDITE_LE } as const

function presente(dossier: Dossier): Presente {
  const orientation = orienter(dossier, catalogueParDefaut(), { date: dossier.dateAudience })
  return { dossier, orientation }
}

export function contenus(dossier: Dossier = DEMONSTRATION) {
  const { orientation } = presente(dossier)
  return {
    fiche: ficheOrientation(dossier, orientation, OPTIONS),
    checklist: checklistTribunal(dossier, orientation, OPTIONS),
    note: noteAudience(dossier, orientation, OPTIONS) satisfies NoteContenu,
  }
}

export function liste(dossiers: readonly Dossier[]): ListeContenu {
  return listePermanence(dossiers.map(presente), { ...OPTIONS, avecNoms: true })
}

export function audience(
  nombre: number,
  dossiers: readonly Dossier[] = [DEMONSTRATION],
): DossierAudienceContenu {
  const presentes = Array.from({ length: nombre }, (_, i) => {
    const modele = dossiers[i % dossiers.length] ?? DEMONSTRATION
    return presente({ ...modele, numeroParquet: String(26328000100 + i) })
  })
  return dossierAudience(presentes, OPTIONS)
}

export function message(corps: readonly string[]): MessageContenu {
  return {
    type: 'message',
    destinataire: 'jap',
    titre: 'Au JAP de Paris',
    objet: '26328000123',
    corps: [...corps],
    declarations: [],
    reference: {
      idDossier: DEMONSTRATION.id,
      numeroParquet: '26328000123',
      dateAudience: DEMONSTRATION.dateAudience,
      editeLe: EDITE_LE,
    },
  }
}

export const NOM_LONG = 'ABCDEFGHI '.repeat(20).trim()

/** Two hundred letters of name, fifty precisions, signs of every script: what paper has to hold. */
export const BAVARD: Dossier = {
  ...DEMONSTRATION,
  personne: { ...DEMONSTRATION.personne, nom: NOM_LONG },
  declarations: [
    ...DEMONSTRATION.declarations,
    ...Array.from({ length: 50 }, (_, i) =>
      declaration(500 + i, 'addiction.lienFaits', true, {
        precision: `une précision, repère${i}x 😀 مرحبا <b>longue</b> {titre} {#parties}`,
      }),
    ),
  ],
}
