import { PREFIXE_EXERCICE } from '../exercice/marque.ts'
import type { Contenu } from './contenu.ts'

const NOMS = {
  fiche: 'fiche-orientation',
  checklist: 'checklist-tribunal',
  'note-audience': 'note-audience',
  'note-plaidoirie': 'note-plaidoirie',
  liste: 'liste-permanence',
  'dossier-audience': 'dossier-audience',
} as const

/**
 * `2026-11-24_26328000123_fiche-orientation`, without version nor extension: never a name of a person, and
 * nothing but letters, digits and dashes of what was typed, so that a number cannot become a path. Without a
 * n° parquet, the start of the dossier's id keeps two people apart. A document of the whole morning has no number.
 */
export function nomFichier(contenu: Contenu): string {
  const debut = contenu.exercice === true ? PREFIXE_EXERCICE : ''
  if (contenu.type === 'liste' || contenu.type === 'dossier-audience')
    return `${debut}${contenu.dateAudience}_${NOMS[contenu.type]}`
  const { dateAudience, numeroParquet, idDossier } =
    contenu.type === 'message' ? contenu.reference : contenu.entete
  const nom = contenu.type === 'message' ? `message-${contenu.destinataire}` : NOMS[contenu.type]
  const numero = (numeroParquet ?? '').replace(/[^A-Za-z0-9-]+/g, '').slice(0, 40)
  return debut + [dateAudience, numero || idDossier.slice(0, 8), nom].join('_')
}
