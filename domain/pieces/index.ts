export { citer } from './citer.ts'
export {
  NATURES_PIECE,
  type NaturePiece,
  natureDePiece,
  nommerPiece,
  pageDePiece,
  placeDansPiece,
} from './nommer.ts'
export {
  confirmationDe,
  confirmerRepere,
  type EtatRepere,
  etatDuRepere,
  faitDuRepere,
  type ReponsesAuxReperes,
  reponsesAuxReperes,
} from './reperes.ts'
