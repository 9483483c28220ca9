import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { useMagasin } from '../magasin.ts'
import { ecouterTouches } from '../touches.ts'
import { commencerExercice } from './commencer.ts'
import css from './exercice.module.css'

/** On the screens before the work: an exercise needs no vault and touches none. */
export function SExercer() {
  const message = useMagasin((m) => m.message)
  useEffect(() => ecouterTouches({ 'Shift+F1': () => void commencerExercice() }), [])
  return (
    <div className={css.invitation}>
      <Button
        className={boutons.bouton}
        aria-keyshortcuts="Shift+F1"
        onPress={() => void commencerExercice()}
      >
        S’exercer (10 min) <kbd>Maj+F1</kbd>
      </Button>
      <p>Sept personnes inventées, rien n’est gardé.</p>
      <p role="status" className={css.refus}>
        {message}
      </p>
    </div>
  )
}

/** From the open application: what is open is saved and locked first. Not offered within an exercise. */
export function SExercerIci() {
  const dedans = useMagasin((m) => m.application?.exercice === true)
  if (dedans) return null
  return (
    <Button className={boutons.bouton} onPress={() => void commencerExercice()}>
      S’exercer (10 min)
    </Button>
  )
}
