import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import type { Progres } from '../extraction/index.ts'
import css from './nouvelle.module.css'

interface Props {
  nom: string
  progres: Progres | null
  onAnnuler: () => void
}

const ETAPES: Readonly<Record<Progres['etape'], string>> = {
  lecture: 'Lecture',
  reconnaissance: 'Reconnaissance des pages scannées',
}

/** A file being read: where it stands, in words as well as by the bar, and how to stop. */
export function Progression({ nom, progres, onAnnuler }: Props) {
  const dit =
    progres === null
      ? 'Ouverture…'
      : `${ETAPES[progres.etape]}\u00a0: page ${progres.page} sur ${progres.pages}`
  return (
    <div className={css.apercu}>
      <p>
        <strong>{nom}</strong>
      </p>
      <p role="status">{dit}</p>
      <progress
        className={css.barreDeProgres}
        aria-label="Lecture du fichier"
        {...(progres !== null && { value: progres.page, max: progres.pages })}
      />
      <p className={css.note}>
        Vous pouvez déjà dire ce que c’est, ou revenir au triage&nbsp;: la lecture continue.
      </p>
      <Button className={boutons.bouton} onPress={onAnnuler}>
        Annuler la lecture <kbd>Échap</kbd>
      </Button>
    </div>
  )
}
