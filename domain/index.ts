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
