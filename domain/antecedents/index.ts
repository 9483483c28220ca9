export { type AntecedentLu, type AntecedentsDuCasier, antecedentsDuCasier } from './antecedents.ts'
export { categorieDuLibelle } from './categorie.ts'
export { type AnneeChronologie, type Chronologie, chronologie } from './chronologie.ts'
export { corrigerTexte, LIGNE_SANS_CONTENU, lireCleCasier, type TexteCorrige } from './corrections.ts'
export {
  type AvertissementCasier,
  CASIER_LISIBLE_MAX,
  type ExamenCasier,
  examinerCasier,
} from './examiner.ts'
export type { PlageDeLignes } from './lecture.ts'
export { lireCasier, situerCasier } from './lire-casier.ts'
export { compterCondamnationsDefinitives, etablirRecidive } from './recidive.ts'
export { lignesDuCasier } from './texte.ts'
