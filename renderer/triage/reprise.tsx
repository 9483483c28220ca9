import { useEffect, useLayoutEffect, useState } from 'react'
import type { CleFait, Dossier, LigneTriage, Role } from '../../domain/index.ts'
import { direDepuis } from '../composants/durees.ts'
import { useMinute } from '../composants/minute.ts'
import { maintenant } from '../horloge.ts'
import { useMagasin } from '../magasin.ts'
import { estRepondu } from '../saisie/lignes.ts'
import { focaliserLigne } from './focus.ts'
import css from './reprise.module.css'
import { dernierActe, ligneDeReprise } from './reprise.ts'

interface Props {
  dossier: Dossier
  /** The lines on screen. */
  lignes: readonly LigneTriage[]
  role: Role
}

interface Marque {
  ligne: CleFait
  /** Milliseconds since the epoch. */
  depuis: number
  /** The act that was the last one: the mark leaves with the next. */
  acte: string | undefined
}

/** Nothing pressed for this long is an interruption: the telephone. */
const SILENCE_MS = 120_000

/**
 * « Vous en étiez ici – il y a 6 min »: the row is outlined when the dossier is shown again, and after a silence. It
 * is drawn over the row, takes no room, and only its own words change with the minute.
 */
export function Reprise({ dossier, lignes, role }: Props) {
  const acte = dernierActe(dossier, lignes, role)
  const [marque, marquer] = useState<Marque | null>(() => {
    const ligne = ligneDeReprise(acte, lignes, useMagasin.getState().position.ligne)
    return acte === undefined || ligne === null
      ? null
      : { ligne, depuis: Date.parse(acte.date), acte: acte.id }
  })

  const dernier = acte?.id
  useEffect(
    () =>
      surSilence((depuis) => {
        const { ligne } = useMagasin.getState().position
        if (ligne === null) return
        marquer({ ligne, depuis, acte: dernier })
        // Never away from a field: what is typed on return must not become an answer.
        if (document.activeElement === document.body) focaliserLigne(ligne)
      }),
    [dernier],
  )

  const montree =
    marque !== null && marque.acte === dernier && lignes.some((l) => l.fait === marque.ligne) ? marque : null
  const ligne = montree?.ligne
  useLayoutEffect(() => {
    const rangee = ligne === undefined ? null : document.querySelector(`[data-ligne="${ligne}"]`)
    rangee?.setAttribute('data-reprise', '')
    return () => rangee?.removeAttribute('data-reprise')
  }, [ligne])

  const enEdition = useMagasin((m) => m.edition !== null && m.edition === ligne)
  if (montree === null || enEdition) return null
  return <Mots depuis={montree.depuis} bref={estRepondu(dossier, montree.ligne)} />
}

function Mots({ depuis, bref }: { depuis: number; bref: boolean }) {
  const minute = useMinute()
  return (
    <p className={css.mots} role="note" data-bref={bref || undefined}>
      {!bref && 'Vous en étiez ici – '}
      {direDepuis(minute - Math.floor(depuis / 60_000))}
    </p>
  )
}

/** Says when the last key or click was, once nothing has been pressed since; then waits for the next one. */
function surSilence(dire: (depuis: number) => void): () => void {
  let dernier = maintenant()
  let dit = false
  let minuterie = setTimeout(verifier, SILENCE_MS)

  function verifier() {
    const reste = dernier + SILENCE_MS - maintenant()
    if (reste > 0) minuterie = setTimeout(verifier, reste)
    else {
      dit = true
      dire(dernier)
    }
  }
  const noter = () => {
    dernier = maintenant()
    if (!dit) return
    dit = false
    minuterie = setTimeout(verifier, SILENCE_MS)
  }

  window.addEventListener('keydown', noter, { capture: true, passive: true })
  window.addEventListener('pointerdown', noter, { capture: true, passive: true })
  return () => {
    clearTimeout(minuterie)
    window.removeEventListener('keydown', noter, { capture: true })
    window.removeEventListener('pointerdown', noter, { capture: true })
  }
}
