import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { ecouterTouches } from '../touches.ts'
import css from './audience.module.css'
import { type Progres, useDocuments } from './etat.ts'
import { annulerDossierAudience, produireDossierAudience, produireListe } from './produire.ts'

/** The papers of the whole hearing, on the Permanence: one command each, and the window stays usable. */
export function PapiersAudience({ personnes }: { personnes: number }) {
  const progres = useDocuments((m) => m.progres)
  const [avecNoms, choisirNoms] = useState(true)

  useEffect(
    () =>
      ecouterTouches({
        'Control+Shift+p': () => void produireDossierAudience(personnes),
        'Control+p': () => void produireListe(avecNoms),
      }),
    [personnes, avecNoms],
  )

  if (progres !== null) return <EnCours progres={progres} />
  return (
    <div className={css.papiers}>
      <Button
        className={boutons.bouton}
        aria-keyshortcuts="Control+Shift+P"
        isDisabled={personnes === 0}
        onPress={() => void produireDossierAudience(personnes)}
      >
        Dossier d’audience <kbd>Ctrl+Maj+P</kbd>
      </Button>
      <Button
        className={boutons.bouton}
        aria-keyshortcuts="Control+P"
        isDisabled={personnes === 0}
        onPress={() => void produireListe(avecNoms)}
      >
        Liste <kbd>Ctrl+P</kbd>
      </Button>
      <label className={css.noms}>
        <input type="checkbox" checked={avecNoms} onChange={(e) => choisirNoms(e.currentTarget.checked)} />
        avec les noms
      </label>
    </div>
  )
}

function EnCours({ progres: { etape, fait, total } }: { progres: Progres }) {
  useEffect(() => ecouterTouches({ escape: annulerDossierAudience }), [])
  return (
    <div className={css.papiers} role="status">
      <progress max={total} value={fait} aria-label="Dossier d’audience" />
      <span>
        {etape === 'lecture'
          ? `Dossier d’audience\u00a0: ${fait} sur ${total}`
          : `Dossier d’audience\u00a0: mise en page, ${fait} sur ${total}`}
      </span>
      <Button className={boutons.bouton} onPress={annulerDossierAudience}>
        Annuler <kbd>Échap</kbd>
      </Button>
    </div>
  )
}
