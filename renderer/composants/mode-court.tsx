import { useMagasin } from '../magasin.ts'
import { basculerModeCourt, nomDuMode } from '../saisie/mode-court.ts'
import css from './mode-court.module.css'

/** The same button where people are listed and where they are triaged; the key is Ctrl+M in both. */
export function BoutonModeCourt() {
  const court = useMagasin((m) => m.reglages.modeCourt)
  return (
    <button
      type="button"
      className={css.bouton}
      aria-pressed={court}
      aria-keyshortcuts="Control+M"
      onClick={basculerModeCourt}
    >
      {court ? nomDuMode() : 'Mode court'} <kbd>Ctrl+M</kbd>
    </button>
  )
}
