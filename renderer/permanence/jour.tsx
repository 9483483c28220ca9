import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { memo, useEffect } from 'react'
import { Button } from 'react-aria-components'
import { ajouterJours, type DateIso, dateCourte, direEcart } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { BoutonEnPlace } from '../composants/en-place.tsx'
import { useParMinute } from '../composants/minute.ts'
import { aujourdhui } from '../horloge.ts'
import { changerJour, jourDuTableau } from '../magasin.ts'
import { ecouterTouches } from '../touches.ts'
import { allerAuJour } from './actes.ts'
import css from './permanence.module.css'

function decaler(pas: 1 | -1): void {
  void changerJour(ajouterJours(jourDuTableau(), pas))
}

/** The day of the board: the one before, the one after, any other one typed, and the way back. */
export const Jour = memo(function Jour({ jour }: { jour: DateIso }) {
  const ecart = useParMinute((minute) => direEcart(jour, minute.slice(0, 10)))

  useEffect(
    () =>
      ecouterTouches({
        'Alt+ArrowLeft': () => decaler(-1),
        'Alt+ArrowRight': () => decaler(1),
        'Alt+Home': () => void changerJour(aujourdhui()),
      }),
    [],
  )

  return (
    <div className={css.jour}>
      <Button
        className={css.icone}
        aria-label="Jour précédent"
        aria-keyshortcuts="Alt+ArrowLeft"
        onPress={() => decaler(-1)}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </Button>
      <BoutonEnPlace
        lettre="j"
        nom="Changer de jour"
        className={css.icone}
        classeChamp={css.champJour}
        libelle="Jour du tableau"
        initial={dateCourte(jour)}
        garder={(texte) => (texte.trim() === '' ? null : allerAuJour(texte))}
      >
        <CalendarDays size={16} aria-hidden="true" />
      </BoutonEnPlace>
      <Button
        className={css.icone}
        aria-label="Jour suivant"
        aria-keyshortcuts="Alt+ArrowRight"
        onPress={() => decaler(1)}
      >
        <ChevronRight size={16} aria-hidden="true" />
      </Button>
      {ecart !== null && (
        <>
          <span className={css.ecart}>{ecart}</span>
          <Button
            className={boutons.bouton}
            aria-keyshortcuts="Alt+Home"
            onPress={() => void changerJour(aujourdhui())}
          >
            Aujourd’hui
          </Button>
        </>
      )}
    </div>
  )
})
