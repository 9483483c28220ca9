export { etablirRecidive, lireCasier } from './antecedents/index.ts'
export {
  ancienneMesure,
  avecParametres,
  type Catalogue,
  catalogueParDefaut,
  type DispositifEcrit,
  dispositifDuCatalogue,
} from './catalogue/index.ts'
export * from './contrat.ts'
export { estDateIso } from './dates.ts'
export {
  type AlerteDite,
  type Appel,
  type ChecklistContenu,
  checklistTribunal,
  type DocumentContenu,
  dateCourte,
  dateEtHeure,
  dateLongue,
  type Enonce,
  type Entete,
  type EtapeChecklist,
  type EtatEtape,
  estAncienne,
  faitVisible,
  ficheOrientation,
  initialeMinuscule,
  type Lacune,
  MOT_ETAT,
  MOT_LECTURE,
  nomFichier,
  type OptionsDocument,
  relirePour,
  type Section,
  type Segment,
  type Talon,
} from './documents/index.ts'
export { DossierInvalide } from './erreurs.ts'
export { annuler, type Reponse, repondre } from './faits/declarer.ts'
export { declarationsVivantes } from './faits/etat.ts'
export { declarationSchema, dossierSchema, personneSchema, roleSchema } from './faits/schema.ts'
export { LIGNES_TRIAGE, type LigneTriage, lignesTriage } from './faits/triage.ts'
export { verifierDossier } from './faits/valider.ts'
export {
  type DefinitionFait,
  definitionFait,
  type Famille,
  faitsVisibles,
  libelleValeur,
  type TypeFait,
  type ValeurPossible,
  VOCABULAIRE,
} from './faits/vocabulaire.ts'
export { orienter } from './orienter.ts'
