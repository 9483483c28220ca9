import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { LigneTriage } from '../../domain/index.ts'
import { dossierDe, editer } from '../magasin.ts'
import { estTexteLibre, vueLigne } from '../saisie/lignes.ts'
import { preciser, saisirTexte } from '../saisie/repondre.ts'
import { AncienneMesure } from './ancienne-mesure.tsx'
import { focaliserApres, focaliserLigne } from './focus.ts'
import css from './precision.module.css'

export interface PropsPrecision {
  id: string
  ligne: LigneTriage
  libelle: string
}

/** A group of keystrokes is saved after this pause (ecrans.md §2.4, rule 1). */
const PAUSE_MS = 300

/** Free text is saved while it is typed; a number or a city when it is whole (Enter, Tab, Escape, or leaving). */
export function PrecisionTexte({ id, ligne, libelle }: PropsPrecision) {
  const [texte, ecrire] = useState(() => {
    const dossier = dossierDe(id)
    return dossier ? vueLigne(dossier, ligne).precision : ''
  })
  const [erreur, dire] = useState<string | null>(null)
  const champ = useRef<HTMLInputElement>(null)
  const ferme = useRef(false)
  const courant = useRef(texte)
  courant.current = texte

  useLayoutEffect(() => champ.current?.select(), [])

  useEffect(() => {
    if (!estTexteLibre(ligne)) return
    const pause = setTimeout(() => {
      const dossier = dossierDe(id)
      if (dossier && !ferme.current) preciser(dossier, ligne, texte)
    }, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [id, ligne, texte])

  // Another dossier or a lock may take the field away without a blur: what it holds is kept all the same.
  useEffect(
    () => () => {
      const dossier = dossierDe(id)
      if (dossier && !ferme.current) saisirTexte(dossier, ligne, courant.current)
    },
    [id, ligne],
  )

  /** False: the text is not understood; it stays in the field with its sentence. */
  const garder = (): boolean => {
    const dossier = dossierDe(id)
    if (!dossier) return true
    const phrase = saisirTexte(dossier, ligne, courant.current)
    dire(phrase)
    if (phrase !== null) return false
    ferme.current = true
    editer(null)
    return true
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && !e.ctrlKey) {
      e.preventDefault()
      if (flushSync(garder)) focaliserApres(ligne.fait)
    } else if (e.key === 'Escape') {
      e.preventDefault()
      e.stopPropagation()
      if (flushSync(garder)) focaliserLigne(ligne.fait)
    } else if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault()
      if (flushSync(garder)) {
        if (e.key === 'ArrowDown') focaliserApres(ligne.fait)
        else focaliserLigne(ligne.fait)
      }
    }
  }

  return (
    <div className={css.precision} data-saisie>
      <input
        ref={champ}
        className={css.champ}
        value={texte}
        maxLength={1900}
        autoComplete="off"
        spellCheck={false}
        aria-label={`Précision de ${libelle}`}
        aria-invalid={erreur !== null}
        onChange={(e) => ecrire(e.target.value)}
        onKeyDown={surTouche}
        onBlur={() => {
          if (!ferme.current) garder()
        }}
      />
      <p className={css.note} role="status">
        {erreur ?? <AncienneMesure texte={texte} />}
      </p>
    </div>
  )
}
