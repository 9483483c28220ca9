import type { Dossier, Orientation } from '../contrat.ts'
import { destinataireDe } from './audience.ts'
import { checklistTribunal } from './checklist.ts'
import type { Contenu, NomDocument } from './contenu.ts'
import { dossierAudience } from './dossier-audience.ts'
import type { VersionChecklist } from './etapes.ts'
import { ficheOrientation } from './fiche.ts'
import { listePermanence } from './liste.ts'
import { ecrireMessage } from './messages.ts'
import { noteAudience } from './note-audience.ts'
import { notePlaidoirie } from './note-plaidoirie.ts'
import type { OptionsMessage } from './phrases-messages.ts'

export interface OptionsRedaction extends OptionsMessage {
  version?: VersionChecklist
  /** For the list; names by default. */
  avecNoms?: boolean
}

/**
 * Any document by its name, for one dossier; a list or a set of sheets then holds this person alone. Throws when the
 * profile does not write this document (DOCUMENTS_DE).
 */
export function rediger(
  document: NomDocument,
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsRedaction,
): Contenu {
  const destinataire = destinataireDe(document)
  if (destinataire !== null) return ecrireMessage(destinataire, dossier, orientation, options)
  switch (document) {
    case 'fiche':
      return ficheOrientation(dossier, orientation, options)
    case 'checklist':
      return checklistTribunal(dossier, orientation, options)
    case 'note-audience':
      return noteAudience(dossier, orientation, options)
    case 'note-plaidoirie':
      return notePlaidoirie(dossier, orientation, options)
    case 'liste':
      return listePermanence([{ dossier, orientation }], { avecNoms: true, ...options })
    default:
      return dossierAudience([{ dossier, orientation }], options)
  }
}
