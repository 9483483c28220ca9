import { memo } from 'react'
import {
  type EtatRepere,
  expliquerReperage,
  type Piece,
  pageDePiece,
  type ReperageExplique,
} from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { direRepere, ETATS } from './dire.ts'
import { extraitCourt } from './extrait.ts'
import css from './reperes.module.css'

interface Props {
  rang: number
  piece: Piece
  repere: ReperageExplique
  etat: EtatRepere
  /** On the same words as the row above: they are not said again. */
  suite: boolean
  entree: boolean
  /** Among all the rows, most of which may not be drawn. */
  place: number
  total: number
  onViser: (rang: number) => void
}

/** One marker: what it would say, the words it stands on, why it is not certain, what was answered. */
export const Rangee = memo(function Rangee({
  rang,
  piece,
  repere,
  etat,
  suite,
  entree,
  place,
  total,
  onViser,
}: Props) {
  const { avant, mot, apres } = extraitCourt(piece.texte, repere)
  const page = pageDePiece(piece, repere.debut)
  const motif = expliquerReperage(repere)
  const { mot: dit, forme } = ETATS[etat]
  const ignore = repere.niveau === 'ignore'
  return (
    <div
      role="option"
      aria-selected={entree}
      aria-posinset={place}
      aria-setsize={total}
      tabIndex={entree ? 0 : -1}
      className={css.rangee}
      data-repere={rang}
      data-etat={etat}
      {...(entree && { 'data-entree': true })}
      onFocus={() => onViser(rang)}
    >
      <p className={css.tete}>
        <strong>{ignore ? repere.libelle : direRepere(repere)}</strong>
        <span className={css.etat}>
          {ignore ? (
            'ignoré'
          ) : (
            <>
              {forme !== null && <Forme etat={forme} />} {dit}
            </>
          )}
        </span>
      </p>
      {!suite && (
        <p className={css.extrait}>
          «&nbsp;{avant}
          <b>{mot}</b>
          {apres}&nbsp;»{page !== null && ` p.\u00a0${page}`}
        </p>
      )}
      {motif !== '' && !suite && <p className={css.motif}>{motif}</p>}
    </div>
  )
})
