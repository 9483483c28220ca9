import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { SExercerIci } from '../exercice/s-exercer.tsx'
import css from './aide.module.css'
import boutons from './boutons.module.css'

export interface Touche {
  touche: string
  action: string
  /** Shorter words for the footer; absent: only under F1. */
  pied?: string
}

/** One letter or several, each acting by itself: « o », « a d e p », « ? ». */
const LETTRES = /^[\p{Ll}?](?: [\p{Ll}?])*$/u

/** The keys that act: where letters are switched off, neither the footer nor F1 nor the palette names them. */
export function touchesActives(touches: readonly Touche[], lettres: boolean): readonly Touche[] {
  return lettres ? touches : touches.filter((t) => !LETTRES.test(t.touche))
}

/** Said here once, for every screen. */
const PARTOUT: readonly Touche[] = [
  { touche: 'Ctrl+K', action: 'Trouver une personne, une commande, un mot' },
  { touche: 'Ctrl+,', action: 'Réglages' },
  { touche: 'Ctrl+;', action: 'Dans une date\u00a0: aujourd’hui' },
  { touche: 'Échap', action: 'Fermer ce qui est ouvert\u00a0; ce qui est tapé est gardé' },
]

/** F1: the keys of the screen, beside the work and never over the focus trap of a dialog. */
export function Aide({ touches, onFermer }: { touches: readonly Touche[]; onFermer: () => void }) {
  const dites = [...touches, ...PARTOUT.filter((p) => !touches.some((t) => t.touche === p.touche))]
  const bouton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const avant = document.activeElement
    bouton.current?.focus()
    return () => {
      if (avant instanceof HTMLElement) avant.focus()
    }
  }, [])
  return (
    <section className={css.aide} aria-label="Touches de cet écran">
      <div className={css.titre}>
        <h2>Touches de cet écran</h2>
        <SExercerIci />
        <Button ref={bouton} className={boutons.bouton} onPress={onFermer}>
          Fermer <kbd>Échap</kbd>
        </Button>
      </div>
      <dl className={css.liste}>
        {dites.map((t) => (
          <div key={t.touche}>
            <dt>
              <kbd>{t.touche}</kbd>
            </dt>
            <dd>{t.action}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
