import { Button } from 'react-aria-components'
import { MARQUE_EXERCICE } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { quitterExercice, useMagasin } from '../magasin.ts'
import { basculerGuide, useExercice } from './etat.ts'
import css from './exercice.module.css'

/** On every screen of the practice store, and on no other: a shape, words, and the way out. */
export function BandeauExercice() {
  const dedans = useMagasin((m) => m.application?.exercice === true)
  const guide = useExercice((m) => m.guide)
  if (!dedans) return null
  return (
    <div className={css.bandeau} role="note" data-exercice>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M8 1.5 15 14H1Z" fill="none" stroke="currentcolor" strokeWidth="1.8" />
        <path d="M8 6v4M8 11.6v1.2" stroke="currentcolor" strokeWidth="1.8" />
      </svg>
      <strong>{MARQUE_EXERCICE}, rien n’est gardé</strong>
      <span className={css.actions}>
        <Button
          className={boutons.bouton}
          aria-pressed={guide}
          aria-keyshortcuts="Shift+F1"
          onPress={basculerGuide}
        >
          Guide <kbd>Maj+F1</kbd>
        </Button>
        <Button
          className={boutons.bouton}
          aria-keyshortcuts="Control+L"
          onPress={() => void quitterExercice()}
        >
          Quitter l’exercice <kbd>Ctrl+L</kbd>
        </Button>
      </span>
    </div>
  )
}
