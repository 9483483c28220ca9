import { memo } from 'react'
import {
  type DateIso,
  direDerniereHeure,
  direHeure,
  direMatinee,
  type Minutage,
  minutageDu,
} from '../../domain/index.ts'
import { BoutonEnPlace } from '../composants/en-place.tsx'
import { useParMinute } from '../composants/minute.ts'
import { useMagasin } from '../magasin.ts'
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

  return (
    <div className={css.audience}>
      Audience{' '}
      <BoutonEnPlace
        lettre="h"
        nom={`${direHeure(minutage.heureAudience)}, changer l’heure de l’audience`}
        className={css.heure}
        classeChamp={css.champHeure}
        libelle="Heure de l’audience"
        initial={direHeure(minutage.heureAudience)}
        garder={(texte) => fixerHeureAudience(jour, texte)}
      >
        {direHeure(minutage.heureAudience)}
      </BoutonEnPlace>{' '}
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
