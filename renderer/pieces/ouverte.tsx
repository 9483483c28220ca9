import { type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Dossier, Piece } from '../../domain/index.ts'
import { profil } from '../magasin.ts'
import { usePieces } from './etat.ts'
import { focaliserRepere, focaliserTravail } from './focus.ts'
import css from './pieces.module.css'
import { etatsDe, reperesPour } from './ranger.ts'
import { Reperes } from './reperes.tsx'
import { Texte } from './texte.tsx'

interface Props {
  dossier: Dossier
  piece: Piece
  /** True while the focus is still to come here. */
  attendu: RefObject<boolean>
}

/** One piece: its text and its markers, each following the other. */
export function PieceOuverte({ dossier, piece, attendu }: Props) {
  const [vise, viser] = useState(-1)
  const [ignores, montrerIgnores] = useState(false)
  const lus = usePieces((m) => m.reperes[piece.id])
  // A long list is drawn in slices, between two keys.
  const affiches = useDeferredValue(lus)
  const reperes = useMemo(() => reperesPour(affiches, profil()), [affiches])
  const etats = useMemo(() => etatsDe(dossier, piece, reperes), [dossier, piece, reperes])

  useEffect(() => {
    if (affiches === undefined || !attendu.current) return
    attendu.current = false
    focaliserTravail()
  }, [affiches, attendu])

  return (
    <>
      <section className={css.centre} data-volet aria-label="Texte">
        <Texte
          piece={piece}
          reperes={reperes}
          etats={etats}
          ignores={ignores}
          vise={vise}
          onViser={(rang) => {
            flushSync(() => viser(rang))
            focaliserRepere(rang)
          }}
        />
      </section>
      <Reperes
        dossier={dossier.id}
        piece={piece}
        lus={affiches}
        reperes={reperes}
        etats={etats}
        ignores={ignores}
        vise={vise}
        onViser={viser}
        onIgnores={montrerIgnores}
      />
    </>
  )
}
