import { type RefObject, useEffect, useRef } from 'react'
import { brouillonDe, ecrireBrouillon, usePieces } from './etat.ts'
import css from './nouvelle.module.css'

interface Props {
  dossier: string
  /** Set here: keeps what was just typed, before anything is done with the draft. */
  garder: RefObject<() => void>
}

const PAUSE_MS = 250

/** The text itself, kept at each pause, when the field is left and when the panel closes or the store locks. */
export function Saisie({ dossier, garder }: Props) {
  const champ = useRef<HTMLTextAreaElement>(null)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  const texte = usePieces((m) => m.brouillons[dossier]?.texte ?? '')

  useEffect(() => {
    const zone = champ.current
    const ecrire = () => {
      if (pause.current === undefined) return
      clearTimeout(pause.current)
      pause.current = undefined
      if (zone !== null) ecrireBrouillon(dossier, { texte: zone.value, refus: null })
    }
    garder.current = ecrire
    return ecrire
  }, [dossier, garder])

  // A paste from outside the field; what is being typed in it is never written over.
  useEffect(() => {
    if (champ.current !== null && pause.current === undefined && champ.current.value !== texte)
      champ.current.value = texte
  }, [texte])

  return (
    <>
      <label htmlFor="piece-texte" className={css.libelle}>
        Texte de la pièce
      </label>
      <textarea
        id="piece-texte"
        ref={champ}
        className={css.saisie}
        {...(texte === '' && { 'data-nouvelle': true })}
        data-entree
        defaultValue={brouillonDe(dossier).texte}
        spellCheck={false}
        autoComplete="off"
        placeholder="Collez ici une audition, une enquête, un certificat (Ctrl+V)."
        onInput={() => {
          clearTimeout(pause.current)
          pause.current = setTimeout(() => garder.current(), PAUSE_MS)
        }}
        onBlur={() => garder.current()}
      />
    </>
  )
}
