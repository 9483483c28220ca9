import { useRef } from 'react'
import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import css from './texte.module.css'

interface Props {
  refus: string | null
  onLire: (texte: string) => void
}

/** Nothing joined yet: where to paste, and what will happen. */
export function Coller({ refus, onLire }: Props) {
  const champ = useRef<HTMLTextAreaElement>(null)
  const lire = () => onLire(champ.current?.value ?? '')
  return (
    <section className={css.volet} data-volet aria-label="Bulletin n° 1">
      <div className={css.barre}>
        <label htmlFor="bulletin">Bulletin n° 1</label>
        <Button className={boutons.bouton} aria-keyshortcuts="Control+Enter" onPress={lire}>
          Lire ce texte <kbd>Ctrl+Entrée</kbd>
        </Button>
      </div>
      {refus !== null && (
        <p className={css.refus} role="alert">
          {refus}
        </p>
      )}
      <textarea
        id="bulletin"
        ref={champ}
        className={css.coller}
        data-coller
        data-entree
        spellCheck={false}
        autoComplete="off"
        placeholder="Ouvrez le bulletin, Ctrl+A, Ctrl+C, puis Ctrl+V ici."
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || !e.ctrlKey) return
          e.preventDefault()
          lire()
        }}
      />
    </section>
  )
}
