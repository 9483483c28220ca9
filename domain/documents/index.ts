export { checklistTribunal } from './checklist.ts'
export type {
  AlerteDite,
  Appel,
  ChecklistContenu,
  DocumentContenu,
  Enonce,
  Entete,
  EtapeChecklist,
  EtatEtape,
  Lacune,
  Section,
  Segment,
  Talon,
} from './contenu.ts'
export { ficheOrientation, type OptionsDocument } from './fiche.ts'
export { dateCourte, dateEtHeure, dateLongue, initialeMinuscule } from './format.ts'
export { direVerification, estAncienne, MOT_ETAT, MOT_LECTURE, relirePour } from './lectures.ts'
export { nomFichier } from './nom-fichier.ts'
export { faitVisible } from './sources.ts'
