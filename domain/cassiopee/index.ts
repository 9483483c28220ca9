export { type ChoixCollage, type Comparaison, comparerAuTableau, declarationsDe } from './declarations.ts'
export { finGardeAVueDeLimite, limiteVingtHeures, lireHeure, lireMoment, type MomentLocal } from './heures.ts'
export { type ChampLigne, type LigneLue, lireLigne, type Morceau } from './ligne.ts'
export { COLLAGE_MAX } from './refuser.ts'
export {
  type InfractionCollee,
  type LectureLigne,
  lireTableau,
  type PersonneCollee,
  type TableauLu,
} from './tableau.ts'
