import { ClipboardPaste } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { profil, useMagasin } from '../magasin.ts'
import { ecouterCollage, ouvrirCollage } from './actes.ts'
import css from './collage.module.css'
import { useCollage } from './etat.ts'

/** « Coller depuis Cassiopée », or the way back to what was pasted; nothing in the investigator’s profile. */
export function BoutonCollage() {
  const colle = useCollage((e) => e.lignes.length > 0)
  const garde = useMagasin((m) => m.panneau !== 'collage') && colle
  useEffect(ecouterCollage, [])
  if (profil() === 'enquete') return null
  return (
    <Button
      className={boutons.bouton}
      onPress={ouvrirCollage}
      aria-keyshortcuts="Control+V"
      data-bouton-collage
    >
      <ClipboardPaste size={14} aria-hidden="true" className={css.icone} />{' '}
      {garde ? (
        'Reprendre le collage'
      ) : (
        <>
          Coller depuis Cassiopée <kbd>Ctrl+V</kbd>
        </>
      )}
    </Button>
  )
}
