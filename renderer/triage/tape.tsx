import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { lettreDe } from '../touches.ts'
import css from './precision-logement.module.css'

export interface OptionTape {
  /** As kept: a code, `o`, `n`, `v`, `?`. */
  code: string
  lettre: string
  libelle: string
}

interface PropsTape {
  titre: string
  /** Shown where the whole title would take two lines. */
  court?: string
  options: readonly OptionTape[]
  choisie: string | null
  onChoisir: (code: string | null) => void
  /** To the next place of the form, or the one before. */
  onAvancer: (pas: 1 | -1) => void
  /** Words beside the answer, on the same line. */
  children?: ReactNode
}

/** One question answered by one letter. Nothing is aimed at until an arrow says so: Enter alone answers nothing. */
export function Tape({ titre, court = titre, options, choisie, onChoisir, onAvancer, children }: PropsTape) {
  const [rang, viser] = useState(-1)
  const base = useId()

  const choisir = (code: string) => {
    onChoisir(code)
    onAvancer(1)
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return
    const lettre = lettreDe(e)
    const directe = options.find((o) => o.lettre === (lettre === ',' ? '?' : lettre))
    const visee = options[rang]
    if (directe !== undefined) choisir(directe.code)
    else if (e.key === 'ArrowRight') viser(Math.min(rang + 1, options.length - 1))
    else if (e.key === 'ArrowLeft') viser(Math.max(rang - 1, 0))
    else if ((e.key === 'Enter' || e.key === ' ') && visee !== undefined) choisir(visee.code)
    else if (e.key === 'Backspace') onChoisir(null)
    else if (e.key === 'Enter' || e.key === 'ArrowDown') onAvancer(1)
    else if (e.key === 'ArrowUp') onAvancer(-1)
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <div className={css.rang}>
      <span className={css.titre} aria-hidden="true">
        {court}
      </span>
      <div
        role="listbox"
        aria-label={titre}
        aria-orientation="horizontal"
        aria-activedescendant={options[rang] && `${base}-${rang}`}
        tabIndex={0}
        className={css.tape}
        data-tape
        onKeyDown={surTouche}
        onBlur={() => viser(-1)}
      >
        {options.map((o, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list holds the focus and the keys
          <div
            key={o.code}
            id={`${base}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={o.code === choisie}
            aria-label={o.libelle === '' ? 'ne sait pas' : undefined}
            aria-keyshortcuts={o.lettre}
            title={o.libelle || 'ne sait pas'}
            className={css.option}
            data-visee={i === rang || undefined}
            onMouseDown={(e) => e.preventDefault()}
            onClick={() => onChoisir(o.code)}
          >
            <kbd aria-hidden={o.libelle !== '' || undefined}>{o.lettre}</kbd> {o.libelle}
          </div>
        ))}
      </div>
      {children}
    </div>
  )
}

const PAUSE_MS = 300

interface PropsChamp {
  titre: string
  valeur: string
  onGarder: (texte: string) => void
  onAvancer: (pas: 1 | -1) => void
}

/** Words beside a tap: kept while they are typed, and when the field goes away. */
export function ChampTape({ titre, valeur, onGarder, onAvancer }: PropsChamp) {
  const [texte, ecrire] = useState(valeur)
  const courant = useRef(texte)
  courant.current = texte
  const garder = useRef(onGarder)
  garder.current = onGarder

  useEffect(() => {
    if (texte === valeur) return
    const pause = setTimeout(() => garder.current(texte), PAUSE_MS)
    return () => clearTimeout(pause)
  }, [texte, valeur])

  useEffect(() => () => garder.current(courant.current), [])

  return (
    <input
      className={css.champ}
      aria-label={titre}
      placeholder={titre}
      value={texte}
      maxLength={1900}
      autoComplete="off"
      spellCheck={false}
      data-tape
      onChange={(e) => ecrire(e.target.value)}
      onBlur={() => onGarder(texte)}
      onKeyDown={(e) => {
        if (e.ctrlKey || e.altKey || e.metaKey || e.nativeEvent.isComposing) return
        if (e.key === 'Enter' || e.key === 'ArrowDown') onAvancer(1)
        else if (e.key === 'ArrowUp') onAvancer(-1)
        else return
        e.preventDefault()
        e.stopPropagation()
      }}
    />
  )
}
