import { Send } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { useMagasin } from '../magasin.ts'
import { ecouterTouches } from '../touches.ts'
import { ouvrirDemandes } from './etat.ts'
import { personnesALancer } from './lire.ts'
import css from './liste.module.css'

/** « Lancer les demandes (5) »: people with at least one request that nobody launched nor closed. */
export function BoutonDemandes() {
  const nombre = useMagasin((m) => personnesALancer(m.dossiers))
  useEffect(() => ecouterTouches({ 'Control+d': () => ouvrirDemandes() }), [])
  return (
    <Button
      className={boutons.bouton}
      onPress={() => ouvrirDemandes()}
      aria-keyshortcuts="Control+D"
      data-bouton-demandes
    >
      <Send size={14} aria-hidden="true" className={css.icone} /> Lancer les demandes ({nombre}){' '}
      <kbd>Ctrl+D</kbd>
    </Button>
  )
}
