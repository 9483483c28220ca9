export {
  ETAPES_EXERCICE,
  type EtapeExercice,
  etapesFaites,
  type MorceauEtape,
  type TraceExercice,
} from './etapes.ts'
export { MARQUE_EXERCICE, marquerExercice, PREFIXE_EXERCICE, piedExercice } from './marque.ts'
export { AUTEUR_EXERCICE, type MatineeExercice, matineeExercice, TRIBUNAL_EXERCICE } from './matinee.ts'
