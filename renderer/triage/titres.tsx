import { memo } from 'react'
import { BoutonModeCourt } from '../composants/mode-court.tsx'
import { useMagasin } from '../magasin.ts'
import css from './triage.module.css'

/** The same at every key: not drawn again. */
export const Titres = memo(function Titres() {
  return (
    <div className={css.titres}>
      <div className={css.reperage}>
        <CompteRepere />
        <BoutonModeCourt />
      </div>
      {['O', 'N', '?', 'Précision', 'Source'].map((titre) => (
        <span key={titre} aria-hidden="true">
          {titre}
        </span>
      ))}
    </div>
  )
})

/** The button says the mode once it is on. */
function CompteRepere() {
  const court = useMagasin((m) => m.reglages.modeCourt)
  return court ? null : <span aria-hidden="true">Repérage</span>
}

/** What the short mode leaves aside is said where it would be. */
export function Reste({ cachees, fini }: { cachees: number; fini: boolean }) {
  const plusieurs = cachees > 1
  return (
    <p className={css.reste}>
      {fini && (
        <>
          Questions posées&nbsp;: <kbd>Ctrl+Entrée</kbd> dossier suivant.{' '}
        </>
      )}
      {plusieurs ? `${cachees} autres lignes restent` : 'Une autre ligne reste'} «&nbsp;non exploré&nbsp;» et{' '}
      {plusieurs ? 's’impriment comme telles' : 's’imprime comme telle'}. <kbd>Ctrl+M</kbd>{' '}
      {plusieurs ? 'les' : 'la'} montre.
    </p>
  )
}
