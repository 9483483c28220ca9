import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { changerVolet, ecouterTouches, focaliserEntree } from '../touches.ts'
import { Annuaire } from './annuaire.tsx'
import { ajouterContact } from './contacts.ts'
import { annuler, garderTapes, quitterReglages, retablir } from './etat.ts'
import { PartiePermanence } from './permanence.tsx'
import { PartieAffichage, PartieClavier, PartieDonnees } from './poste.tsx'
import css from './reglages.module.css'

const TOUCHES: readonly Touche[] = [
  { touche: 'Tab', action: 'Réglage suivant (Maj+Tab\u00a0: précédent)', pied: 'suivant' },
  { touche: '↑ ↓', action: 'Choisir, dans un groupe de boutons ou dans l’annuaire', pied: 'choisir' },
  { touche: 'Espace', action: 'Cocher, décocher', pied: 'cocher' },
  { touche: 'Entrée', action: 'Garder l’heure tapée\u00a0; ouvrir ou fermer un contact' },
  { touche: 'F6', action: 'Volet suivant (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'Ctrl+N', action: 'Ajouter un contact', pied: 'contact' },
  { touche: 'Suppr', action: 'Retirer le contact choisi de l’annuaire' },
  {
    touche: 'Ctrl+Z',
    action: 'Reprendre le dernier changement (Ctrl+Y\u00a0: le rétablir)',
    pied: 'annuler',
  },
  {
    touche: 'Échap',
    action: 'Fermer le contact ouvert, puis revenir\u00a0; ce qui est tapé est gardé',
    pied: 'revenir',
  },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

/** Everything that can be set, on one page; each change is kept at once. */
export function EcranReglages() {
  useEffect(() => {
    focaliserEntree(document.querySelector<HTMLElement>('[data-volet]'))
    const detacher = ecouterTouches({
      f6: () => changerVolet(1),
      'Shift+F6': () => changerVolet(-1),
      'Control+z': annuler,
      'Control+y': retablir,
      'Control+n': ajouterContact,
    })
    return () => {
      detacher()
      // Another screen may be reached without leaving the field.
      garderTapes()
    }
  }, [])

  return (
    <Cadre
      titre="Réglages"
      coin={
        <Button className={boutons.bouton} onPress={quitterReglages}>
          Revenir <kbd>Échap</kbd>
        </Button>
      }
      bandeau={<p className={css.sous}>Ceux de ce coffre. Chaque changement est enregistré aussitôt.</p>}
      touches={TOUCHES}
    >
      <div className={css.volets}>
        <div className={css.volet} data-volet>
          <PartiePermanence />
        </div>
        <div className={css.volet} data-volet>
          <PartieClavier />
          <PartieAffichage />
          <PartieDonnees />
        </div>
        <Annuaire />
      </div>
    </Cadre>
  )
}
