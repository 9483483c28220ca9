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
  type Contact,
  FONCTIONS_CONTACT,
  lireReglages,
  type Minutage,
  minutageDu,
  REGLAGES_PAR_DEFAUT,
  type Reglages,
  reglagesSchema,
} from './reglages.ts'
