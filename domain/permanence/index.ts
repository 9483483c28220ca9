export { chercher } from './chercher.ts'
export {
  type Demande,
  type DestinataireDemande,
  demandesDe,
  direDemande,
  type EtatDemande,
  resumerDemandes,
} from './demandes.ts'
export {
  dernierMoment,
  direDuree,
  direMomentDuJour,
  ecrireFinGardeAVue,
  limiteVingtHeures,
  lireFinGardeAVue,
  lireHeure,
  minutesEntre,
  PHRASE_HEURE,
} from './heures.ts'
export {
  direDerniereHeure,
  direEcart,
  direMatinee,
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
  type ChoixFait,
  choixDe,
  type EtatLimite,
  estChoisi,
  etatLimite,
  type Suivi,
  suiviDe,
} from './suivi.ts'
export { estTraite } from './traite.ts'
