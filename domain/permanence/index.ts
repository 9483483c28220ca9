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
