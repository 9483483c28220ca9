export { chercher } from './chercher.ts'
export {
  type CompteDemandes,
  compterDemandes,
  type DemandeALancer,
  demandesALancer,
  destinatairesPour,
  type EtatDemande,
  etatDemande,
  faitDeDemande,
  type SuiteDemande,
} from './demandes.ts'
export {
  contactPour,
  faitsDeReponse,
  type Lieux,
  type Provenance,
  provenanceDe,
  villeDuJap,
} from './demandes-reponses.ts'
export {
  direDerniereHeure,
  direEcart,
  direMatinee,
  direReste,
  type Matinee,
  minutesParDossier,
} from './matinee.ts'
export { compterNonFait, direNonFait, type NonFait } from './non-fait.ts'
export { deplacer, numerosDArrivee, ordonner, type Placement } from './ordre.ts'
export {
  type Contact,
  FONCTIONS_CONTACT,
  lireReglages,
  type Minutage,
  minutageDu,
  REGLAGES_PAR_DEFAUT,
  type Reglages,
  reglagesSchema,
} from './reglages.ts'
export {
  type DemandeFaite,
  demandesFaites,
  direDemande,
  direHeureActe,
  NOMS_DESTINATAIRES,
  resumerDemandes,
} from './resume-demandes.ts'
export {
  type ChoixFait,
  choixDe,
  type EtatLimite,
  estChoisi,
  etatLimite,
  type Suivi,
  suiviDe,
} from './suivi.ts'
export { estTraite } from './traite.ts'
