import { type ReactNode, useEffect } from 'react'
import { ecouterTouches } from '../touches.ts'
import { basculerGuide } from './etat.ts'
import css from './exercice.module.css'
import { Guide } from './guide.tsx'

/** Around every screen of the practice store: a hatched border, another title, the guide at the foot. */
export function CadreExercice({ children }: { children: ReactNode }) {
  useEffect(() => {
    const avant = document.title
    document.title = `EXERCICE — ${avant}`
    const detacher = ecouterTouches({ 'Shift+F1': basculerGuide })
    return () => {
      document.title = avant
      detacher()
    }
  }, [])
  return (
    <div className={css.cadre}>
      <div className={css.ecran}>{children}</div>
      <Guide />
      <div className={css.bordure} aria-hidden="true" data-hachures />
    </div>
  )
}
