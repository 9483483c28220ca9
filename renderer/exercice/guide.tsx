import { useMemo } from 'react'
import { ETAPES_EXERCICE, etapesFaites, type MorceauEtape } from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { useMagasin } from '../magasin.ts'
import { useExercice } from './etat.ts'
import css from './exercice.module.css'

/** The next step, told from what the dossiers hold. It takes no focus, and stops nothing. */
export function Guide() {
  const dossiers = useMagasin((m) => m.dossiers)
  const { trace, guide } = useExercice()
  const faites = useMemo(() => etapesFaites(dossiers, trace), [dossiers, trace])
  if (!guide) return null
  const etape = ETAPES_EXERCICE.find((e) => !faites.has(e.id))
  const nombre = `${faites.size}/${ETAPES_EXERCICE.length}`
  return (
    <aside className={css.guide} aria-label="Guide de l’exercice">
      <span className={css.compte}>
        <Forme etat={etape === undefined ? 'oui' : 'inconnu'} /> {nombre}
      </span>
      <p role="status" className={css.phrase}>
        {etape === undefined ? <Fin /> : <Phrase morceaux={etape.phrase} />}
      </p>
    </aside>
  )
}

function Fin() {
  return (
    <>
      <strong>Terminé.</strong> Les autres personnes sont là pour continuer. <kbd>Ctrl+L</kbd> quitte
      l’exercice&nbsp;; seuls restent les documents écrits, dans le dossier «&nbsp;Exercice&nbsp;».
    </>
  )
}

function Phrase({ morceaux }: { morceaux: readonly MorceauEtape[] }) {
  // A step's words never change order: their place names them.
  return morceaux.map((m, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    typeof m === 'string' ? <span key={i}>{m}</span> : <kbd key={i}>{m.touche}</kbd>,
  )
}
