import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { dire } from '../magasin.ts'
import { ecouterTouches, siFocusPerdu } from '../touches.ts'
import css from './en-place.module.css'

interface Props {
  libelle: string
  initial: string
  /** Keeps what is typed; the sentence says why it cannot. */
  garder: (texte: string) => string | null
  /** With the text that was not understood, for the next time; `clavier`: the focus goes back where it came from. */
  onFermer: (refuse: string | null, clavier: boolean) => void
}

/** A short field in the place of what it corrects. What is not understood stays there, with one sentence in the status bar. */
export function ChampEnPlace({ libelle, initial, garder, onFermer }: Props) {
  const [texte, ecrire] = useState(initial)
  const [refuse, refuser] = useState(false)
  const entree = useRef<HTMLInputElement>(null)

  useEffect(() => entree.current?.select(), [])

  function tenter(): boolean {
    const phrase = texte.trim() === initial.trim() && !refuse ? null : garder(texte)
    refuser(phrase !== null)
    if (phrase !== null) dire(phrase)
    return phrase === null
  }

  function touche(e: KeyboardEvent): void {
    if (e.key !== 'Enter' && e.key !== 'Escape') return
    e.preventDefault()
    // Escape closes this field, not the panel beside it.
    e.stopPropagation()
    const garde = tenter()
    if (garde || e.key === 'Escape') onFermer(garde ? null : texte, true)
  }

  return (
    <input
      ref={entree}
      className={css.champ}
      aria-label={libelle}
      title={libelle}
      aria-invalid={refuse || undefined}
      value={texte}
      maxLength={40}
      autoComplete="off"
      spellCheck="false"
      onChange={(e) => ecrire(e.currentTarget.value)}
      onKeyDown={touche}
      onBlur={() => {
        if (tenter()) onFermer(null, false)
      }}
    />
  )
}

interface PropsBouton extends Omit<Props, 'onFermer'> {
  /** `h`: Alt+H opens the field too. */
  lettre: string
  /** What the button does, in words. */
  nom: string
  className: string | undefined
  /** Class of the box that holds the field. */
  classeChamp: string | undefined
  children: ReactNode
}

/** A button that gives way to the field that corrects it; the focus comes back to it. */
export function BoutonEnPlace({ lettre, nom, className, classeChamp, children, ...champ }: PropsBouton) {
  const [ouvert, ouvrir] = useState(false)
  const [refuse, garderRefuse] = useState<string | null>(null)
  const bouton = useRef<HTMLButtonElement>(null)

  useEffect(() => ecouterTouches({ [`Alt+${lettre}`]: () => ouvrir(true) }), [lettre])

  if (!ouvert)
    return (
      <Button
        ref={bouton}
        className={className ?? ''}
        aria-label={nom}
        aria-keyshortcuts={`Alt+${lettre.toUpperCase()}`}
        onPress={() => ouvrir(true)}
      >
        {children}
      </Button>
    )
  return (
    <span className={classeChamp}>
      <ChampEnPlace
        {...champ}
        initial={refuse ?? champ.initial}
        onFermer={(texte, clavier) => {
          garderRefuse(texte)
          ouvrir(false)
          if (clavier) siFocusPerdu(() => bouton.current?.focus())
        }}
      />
    </span>
  )
}
