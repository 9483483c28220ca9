import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { definitionFait } from '../../domain/index.ts'
import { dossierDe, editer, useMagasin } from '../magasin.ts'
import { faitsContradictoires, reponsesContraires } from '../saisie/lignes.ts'
import { trancher } from '../saisie/repondre.ts'
import { lettreDe } from '../touches.ts'
import { focaliserApres, focaliserLigne } from './focus.ts'
import css from './precision.module.css'
import type { PropsPrecision } from './precision-texte.tsx'

/**
 * Answers that disagree, each with its source: one letter, or the arrows and Enter, says one of them again and takes
 * back the others. Nothing is chosen beforehand, and nothing settles itself.
 */
export function PrecisionContraires({ id, ligne, libelle }: PropsPrecision) {
  const dossier = useMagasin(() => dossierDe(id))
  const [rang, viser] = useState(-1)
  const liste = useRef<HTMLDivElement>(null)
  const base = useId()

  useLayoutEffect(() => liste.current?.focus(), [])

  if (!dossier) return null
  const [fait] = faitsContradictoires(dossier, ligne)
  if (fait === undefined) return null
  const dites = reponsesContraires(dossier, fait)
  const titre = fait === ligne.fait ? libelle : (definitionFait(fait)?.libelle ?? libelle)

  const choisir = (choisie: string | undefined) => {
    if (choisie === undefined) return
    const derniere = faitsContradictoires(dossier, ligne).length === 1
    flushSync(() => {
      trancher(id, choisie)
      viser(-1)
      if (derniere) editer(null)
    })
    if (derniere) focaliserApres(ligne.fait)
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return
    const lettre = lettreDe(e)
    const parLettre = lettre === null ? undefined : dites[lettre.charCodeAt(0) - A]
    if (parLettre !== undefined) choisir(parLettre.id)
    else if (e.key === 'ArrowDown') viser(Math.min(rang + 1, dites.length - 1))
    else if (e.key === 'ArrowUp') viser(Math.max(rang - 1, 0))
    else if (e.key === 'Enter' || e.key === ' ') choisir(dites[rang]?.id)
    else if (e.key === 'Escape') {
      flushSync(() => editer(null))
      focaliserLigne(ligne.fait)
    } else return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <div className={css.precision} data-saisie>
      <div
        ref={liste}
        className={css.liste}
        role="listbox"
        tabIndex={0}
        aria-label={`${titre}\u00a0: réponses contradictoires, choisir celle qui tient`}
        aria-activedescendant={dites[rang] && `${base}-${rang}`}
        onKeyDown={surTouche}
        onBlur={() => editer(null)}
      >
        <p className={css.titre} aria-hidden="true">
          {titre}&nbsp;: les réponses se contredisent. Laquelle tient&nbsp;?
        </p>
        {dites.map((d, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and the keys
          <div
            key={d.id}
            id={`${base}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === rang}
            className={css.contraire}
            data-visee={i === rang || undefined}
            onMouseDown={(e) => e.preventDefault()}
            onClick={() => choisir(d.id)}
          >
            <kbd>{String.fromCharCode(A + i)}</kbd> {d.valeur} — {d.source}
          </div>
        ))}
        <p className={css.pied}>Choisie, elle garde sa source et reprend les autres.</p>
      </div>
    </div>
  )
}

const A = 'a'.charCodeAt(0)
