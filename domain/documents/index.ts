export { DOCUMENTS_DE, destinataireDe, estPrive } from './audience.ts'
export { checklistTribunal, type OptionsChecklist } from './checklist.ts'
export { direCondition } from './conditions.ts'
export type {
  AlerteDite,
  Appel,
  ChecklistContenu,
  Contenu,
  ContenuPartage,
  Destinataire,
  DocumentContenu,
  DossierAudienceContenu,
  Enonce,
  Entete,
  EtapeChecklist,
  EtatEtape,
  Lacune,
  ListeContenu,
  MessageContenu,
  NomDocument,
  NoteContenu,
  Omission,
  Section,
  Segment,
  Talon,
} from './contenu.ts'
export { dossierAudience, type OptionsDossierAudience } from './dossier-audience.ts'
export type { VersionChecklist } from './etapes.ts'
export { alertesPour, ficheOrientation } from './fiche.ts'
export { dateCourte, dateEtHeure, dateLongue, initialeMinuscule } from './format.ts'
export { direVerification, estAncienne, MOT_ETAT, MOT_LECTURE, relirePour } from './lectures.ts'
export { listePermanence, type OptionsListe, type Presente } from './liste.ts'
export { ecrireMessage } from './messages.ts'
export { nomFichier } from './nom-fichier.ts'
export { noteAudience } from './note-audience.ts'
export { notePlaidoirie } from './note-plaidoirie.ts'
export { laisseDeCote } from './omissions.ts'
export { choixParametre, direParametre, nomParametre } from './parametres.ts'
export type { OptionsMessage } from './phrases-messages.ts'
export { type OptionsRedaction, rediger } from './rediger.ts'
export { direChangement, type OptionsRegles, reglesARelire } from './regles.ts'
export { type Marque, type ReglesContenu, SENS_MARQUE } from './regles-contenu.ts'
export { dernierReglage, direStatut, direTrous, RUBRIQUES_FICHE } from './regles-dispositifs.ts'
export { direEtape } from './regles-droit.ts'
export { direPeriode, etatPeriode } from './regles-lignes.ts'
export { declarationVisible, faitVisible } from './sources.ts'
export type { OptionsDocument } from './vue.ts'
