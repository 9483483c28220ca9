import { memo, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import {
  type DateIso,
  direDerniereHeure,
  direHeure,
  direMatinee,
  type Minutage,
  minutageDu,
} from '../../domain/index.ts'
import { ChampEnPlace } from '../composants/en-place.tsx'
import { useParMinute } from '../composants/minute.ts'
import { useMagasin } from '../magasin.ts'
import { ecouterTouches } from '../touches.ts'
import { fixerHeureAudience } from './actes.ts'
import css from './permanence.module.css'

interface Props {
  jour: DateIso
  traites: number
  total: number
}

/** « Audience 13 h 00 — dans 2 h 11 · 2/7 traités · ≈ 20 min par dossier »: the hour is corrected where it stands. */
export const Audience = memo(function Audience({ jour, traites, total }: Props) {
  const minutage = useMinutage(jour)
  const [ouvert, ouvrir] = useState(false)
  const [refuse, garderRefuse] = useState<string | null>(null)
  const bouton = useRef<HTMLButtonElement>(null)

  useEffect(() => ecouterTouches({ 'Alt+h': () => ouvrir(true) }), [])

  return (
    <div className={css.audience}>
      Audience{' '}
      {ouvert ? (
        <span className={css.champHeure}>
          <ChampEnPlace
            libelle="Heure de l’audience"
            initial={refuse ?? direHeure(minutage.heureAudience)}
            garder={(texte) => fixerHeureAudience(jour, texte)}
            onFermer={(texte, clavier) => {
              garderRefuse(texte)
              ouvrir(false)
              if (clavier)
                requestAnimationFrame(() => {
                  if (document.activeElement === document.body) bouton.current?.focus()
                })
            }}
          />
        </span>
      ) : (
        <Button
          ref={bouton}
          className={css.heure}
          aria-label={`${direHeure(minutage.heureAudience)}, changer l’heure de l’audience`}
          aria-keyshortcuts="Alt+H"
          onPress={() => ouvrir(true)}
        >
          {direHeure(minutage.heureAudience)}
        </Button>
      )}{' '}
      <TempsQuiReste minutage={minutage} jour={jour} traites={traites} total={total} />
    </div>
  )
})

/** Alone to follow the clock. */
function TempsQuiReste({ minutage, ...reste }: Props & { minutage: Minutage }) {
  const dit = useParMinute((maintenant) => direMatinee({ ...reste, minutage, maintenant }))
  return <span>{dit}</span>
}

export function DerniereHeure({ jour }: { jour: DateIso }) {
  const minutage = useMinutage(jour)
  const duree = useMagasin((m) => m.reglages.dureeEnquete)
  const dit = useParMinute((maintenant) => direDerniereHeure(minutage, duree, { jour, maintenant }))
  return <>{dit}</>
}

function useMinutage(jour: DateIso): Minutage {
  return minutageDu(
    useMagasin((m) => m.reglages),
    jour,
  )
}
