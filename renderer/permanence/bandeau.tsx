import { Plus } from 'lucide-react'
import { type KeyboardEvent, memo, type ReactNode, type Ref, useEffect } from 'react'
import { Button, ToggleButton } from 'react-aria-components'
import { BoutonCollage } from '../collage/bouton.tsx'
import boutons from '../composants/boutons.module.css'
import { BoutonDemandes } from '../demandes/bouton.tsx'
import { useMagasin } from '../magasin.ts'
import { basculerModeCourt } from '../saisie/mode-court.ts'
import { ecouterTouches } from '../touches.ts'
import { basculerOrdre } from './actes.ts'
import css from './permanence.module.css'

interface Props {
  onAjouter: () => void
  recherche: string
  onRecherche: (texte: string) => void
  /** ↓, Entrée or Échap: to the rows. */
  onQuitter: () => void
  champ: Ref<HTMLInputElement>
  /** « 2 sur 12 » while a search is on. */
  compte: string
}

/** The strip: what adds people on the left, how the day is shown on the right. */
export function Bandeau({ onAjouter, recherche, onRecherche, onQuitter, champ, compte }: Props) {
  function touche(e: KeyboardEvent): void {
    if (!['ArrowDown', 'Enter', 'Escape'].includes(e.key)) return
    e.preventDefault()
    if (e.key === 'Escape') {
      e.stopPropagation()
      onRecherche('')
    }
    onQuitter()
  }
  return (
    <>
      <Amener onAjouter={onAjouter} />
      <div className={css.groupe}>
        <Bascules />
        <label className={css.recherche}>
          <span>Rechercher</span>
          <input
            ref={champ}
            type="search"
            placeholder="Rechercher"
            value={recherche}
            maxLength={100}
            autoComplete="off"
            spellCheck="false"
            aria-keyshortcuts="Control+F"
            title="Nom, n° parquet ou faits (Ctrl+F)"
            onChange={(e) => onRecherche(e.currentTarget.value)}
            onKeyDown={touche}
          />
        </label>
        <span role="status">{compte}</span>
      </div>
    </>
  )
}

/** Other ways to bring people in, and what is launched for them, come in this group. A letter of the search draws none. */
const Amener = memo(function Amener({ onAjouter }: Pick<Props, 'onAjouter'>) {
  return (
    <div className={css.groupe}>
      <BoutonCollage />
      <Button className={boutons.bouton} onPress={onAjouter} aria-keyshortcuts="Control+N">
        <Plus size={14} aria-hidden="true" className={css.plus} /> Ajouter un déféré <kbd>Ctrl+N</kbd>
      </Button>
      <BoutonDemandes />
    </div>
  )
})

const Bascules = memo(function Bascules() {
  const main = useMagasin((m) => m.reglages.ordre === 'main')
  const court = useMagasin((m) => m.reglages.modeCourt)

  useEffect(() => ecouterTouches({ 'Alt+o': basculerOrdre, 'Control+m': basculerModeCourt }), [])

  return (
    <>
      <Bascule active={main} touche="Alt+O" onBasculer={basculerOrdre}>
        Ordre à la main
      </Bascule>
      <Bascule active={court} touche="Ctrl+M" onBasculer={basculerModeCourt}>
        Mode court
      </Bascule>
    </>
  )
})

interface PropsBascule {
  active: boolean
  touche: string
  onBasculer: () => void
  children: ReactNode
}

/** Ring or disc after the words: the state is in the shape. */
function Bascule({ active, touche, onBasculer, children }: PropsBascule) {
  return (
    <ToggleButton
      className={boutons.bouton}
      isSelected={active}
      onChange={onBasculer}
      aria-keyshortcuts={touche}
    >
      {children}{' '}
      <svg className={css.pastille} viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="4.6" {...(!active && { fill: 'none' })} />
      </svg>{' '}
      <kbd>{touche}</kbd>
    </ToggleButton>
  )
}
