import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import { checklistTribunal, type Dossier, type EtapeChecklist } from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Identite } from '../composants/identite.tsx'
import { direTouchesPapier, produirePapier, touchesPapier } from '../documents/produire.ts'
import { instant } from '../horloge.ts'
import { catalogueEnCours, lireDossier } from '../lecture.ts'
import { ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { ecouterTouches } from '../touches.ts'
import css from './checklist.module.css'
import { Etape } from './etape.tsx'

const TOUCHES: readonly Touche[] = [
  { touche: 'Espace', action: 'Cocher ou décocher', pied: 'cocher' },
  { touche: 's', action: 'Sans objet', pied: 'sans objet' },
  { touche: '↑ ↓', action: 'Étape précédente, suivante', pied: 'étape' },
  { touche: 'Tab', action: 'Cote, nom ou heure', pied: 'cote, nom ou heure' },
  ...direTouchesPapier('checklist'),
  { touche: 'Ctrl+Z', action: 'Annuler le dernier acte', pied: 'annuler' },
  { touche: 'Ctrl+Y', action: 'Rétablir ce qui vient d’être annulé (aussi Ctrl+Maj+Z)' },
  { touche: 'Échap', action: 'Revenir au triage', pied: 'triage' },
  { touche: 'F7', action: 'Catalogue' },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

/** Eight things to hold before speaking, each with what the dossier already says of it. */
export function Checklist({ dossier }: { dossier: Dossier }) {
  const { orientation, refus } = lireDossier(dossier)
  const { id } = dossier

  useEffect(() => {
    const etapes = [...document.querySelectorAll<HTMLElement>('[data-etape] [role="checkbox"]')]
    const cible = etapes.find((e) => e.getAttribute('aria-checked') === 'false') ?? etapes[0]
    cible?.focus()
    return ecouterTouches({
      ...touchesPapier(id, 'checklist'),
      f3: () => ouvrirEcran('permanence', id),
    })
  }, [id])

  const contenu =
    orientation &&
    checklistTribunal(dossier, orientation, {
      role: profil(),
      editeLe: instant(),
      catalogue: catalogueEnCours(),
    })
  return (
    <Cadre
      titre={contenu?.titre ?? 'Checklist pour le tribunal'}
      coin={
        <>
          {contenu && `${contenu.reglees}/${contenu.etapes.length}`}
          <Button className={boutons.bouton} onPress={() => revenir(id)}>
            Triage <kbd>Échap</kbd>
          </Button>
          <Button
            className={boutons.bouton}
            aria-keyshortcuts="Control+P"
            onPress={() => void produirePapier(id, 'checklist')}
          >
            Imprimer <kbd>Ctrl+P</kbd>
          </Button>
        </>
      }
      bandeau={<Identite dossier={dossier} />}
      touches={TOUCHES}
    >
      {contenu === null ? (
        <p className={css.consigne} role="alert">
          {refus}
        </p>
      ) : (
        <div className={css.checklist}>
          <p className={css.consigne}>{contenu.consigne}</p>
          <ol>
            {contenu.etapes.map((e: EtapeChecklist) => (
              <Etape key={e.fait} id={id} etape={e} />
            ))}
          </ol>
        </div>
      )}
    </Cadre>
  )
}

function revenir(id: string): void {
  ouvrirEcran('triage', id, useMagasin.getState().position.ligne)
}
