import { Button } from 'react-aria-components'
import {
  citer,
  type EtatRepere,
  expliquerReperage,
  type MotifRepere,
  type Piece,
  placeDansPiece,
  type ReperageExplique,
} from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { dossierDe } from '../magasin.ts'
import css from './detail.module.css'
import { direDesaccord } from './dire.ts'

interface Props {
  dossier: string
  piece: Piece
  repere: ReperageExplique | undefined
  etat: EtatRepere | undefined
  onRepondre: (quoi: MotifRepere | 'confirme' | 'reprise') => void
}

const GESTES = [
  { quoi: 'confirme', mot: 'Confirmer', touche: 'o' },
  { quoi: 'ecarte', mot: 'Écarter', touche: 'n' },
  { quoi: 'passe', mot: 'Passé', touche: 'p' },
  { quoi: 'tiers', mot: 'Tiers', touche: 't' },
] as const
const REPONDU: readonly (EtatRepere | undefined)[] = ['confirme', 'ecarte', 'passe', 'tiers']

/** The row in view in full, and its keys as buttons. */
export function Detail({ dossier, piece, repere, etat, onRepondre }: Props) {
  const lu = dossierDe(dossier)
  if (repere === undefined || lu === undefined) return null
  const motif = expliquerReperage(repere)
  const desaccord = etat === 'a-confirmer' ? direDesaccord(lu, repere) : ''
  return (
    <div className={css.detail}>
      <blockquote className={css.citation}>
        «&nbsp;{citer(piece.texte, repere).texte.replace(/\s+/g, ' ')}&nbsp;» –{' '}
        {placeDansPiece(piece, repere.debut)}
      </blockquote>
      {(motif !== '' || desaccord !== '') && (
        <p className={css.motif}>
          {repere.libelle}
          {motif !== '' && `\u00a0: ${motif}`}. {desaccord !== '' && <strong>{desaccord}</strong>}
        </p>
      )}
      {repere.niveau !== 'ignore' && (
        <p className={css.gestes}>
          {GESTES.filter(
            (g) => g.quoi !== etat && (g.quoi !== 'confirme' || repere.proposition !== null),
          ).map(({ quoi, mot, touche }) => (
            <Button key={quoi} className={boutons.bouton} onPress={() => onRepondre(quoi)}>
              {mot} <kbd>{touche}</kbd>
            </Button>
          ))}
          {REPONDU.includes(etat) && (
            <Button
              className={boutons.bouton}
              aria-keyshortcuts="Backspace"
              onPress={() => onRepondre('reprise')}
            >
              Reprendre
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
