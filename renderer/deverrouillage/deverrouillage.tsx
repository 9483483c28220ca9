import { useRef, useState } from 'react'
import { Button, Form } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { Page } from '../composants/page.tsx'
import { enAttente } from '../envoi.ts'
import { SExercer } from '../exercice/s-exercer.tsx'
import { heure } from '../horloge.ts'
import { demarrer, useMagasin } from '../magasin.ts'
import { appeler } from '../pont.ts'
import css from './deverrouillage.module.css'

/** No name, no number: whoever passes by learns nothing. Pasting is allowed (WCAG 3.3.8). */
export function Deverrouillage() {
  const [secret, ecrire] = useState('')
  const [visible, montrer] = useState(false)
  const [erreur, dire] = useState<string | null>(null)
  const [enCours, attendre] = useState(false)
  const champ = useRef<HTMLInputElement>(null)
  const enregistreA = useMagasin((m) => m.enregistreA)

  const ouvrir = async () => {
    if (enCours) return
    if (secret === '') {
      dire('Tapez la phrase secrète, ou le code de récupération.')
      return
    }
    attendre(true)
    dire(null)
    const resultat = await appeler('coffre.ouvrir', { secret })
    attendre(false)
    if (resultat.ok) {
      ecrire('')
      await demarrer()
      return
    }
    dire(resultat.message)
    champ.current?.select()
  }

  return (
    <Page titre="Verrouillé">
      <p>{direEnregistrement(enregistreA)} Aucun nom n’est affiché.</p>
      <Form
        className={css.formulaire}
        onSubmit={(e) => {
          e.preventDefault()
          void ouvrir()
        }}
      >
        <Champ
          libelle="Phrase secrète"
          type={visible ? 'text' : 'password'}
          valeur={secret}
          onChange={ecrire}
          max={1024}
          note="Ou le code de récupération. Coller est possible."
          entree={champ}
          autoFocus
        />
        <div className={css.actions}>
          <Button type="submit" className={boutons.principal}>
            {enCours ? 'Ouverture…' : 'Déverrouiller'} <kbd>Entrée</kbd>
          </Button>
          <Button className={boutons.bouton} aria-pressed={visible} onPress={() => montrer(!visible)}>
            {visible ? 'Masquer' : 'Afficher'}
          </Button>
        </div>
        <p role="alert" className={css.erreur}>
          {erreur}
        </p>
      </Form>
      <SExercer />
    </Page>
  )
}

/** Only what this page knows without opening the store. */
function direEnregistrement(enregistreA: string | null): string {
  const reste = enAttente()
  if (reste > 0)
    return `En attente d’enregistrement\u00a0: ${reste}. Laissez cette fenêtre ouverte, ce sera écrit au déverrouillage.`
  if (enregistreA !== null) return `Tout est enregistré (${heure(enregistreA)}).`
  return 'Tout ce qui est enregistré est à l’abri.'
}
