export {
  expliquerReperage,
  type OptionsReperage,
  qualifier,
  type ReperageExplique,
  reperages,
  reperer,
} from './reperer.ts'
