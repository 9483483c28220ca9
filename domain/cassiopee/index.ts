export {
  type ChoixCollage,
  type Comparaison,
  comparerAuTableau,
  declarationsDe,
  declarationsDeLigne,
} from './declarations.ts'
export { direCollage } from './dire.ts'
export { type ChampLigne, type LigneLue, lireLigne, type Morceau } from './ligne.ts'
export { numeroInhabituel, PHRASE_NUMERO } from './numero.ts'
export { COLLAGE_MAX } from './refuser.ts'
export type { InfractionCollee, LectureLigne, PersonneCollee, TableauLu } from './resultat.ts'
export { lireTableau, tableauRefuse } from './tableau.ts'
