import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { Page } from '../composants/page.tsx'
import { demarrer } from '../magasin.ts'
import { appeler } from '../pont.ts'
import css from './premier-demarrage.module.css'

/** Shown once. Typing the last group back is the only proof that it was noted or printed. */
export function CodeRecuperation({ code }: { code: string }) {
  const [saisi, ecrire] = useState('')
  const [phrase, dire] = useState<string | null>(null)
  const groupes = code.split(/[\s-]+/)
  const dernier = groupes.at(-1) ?? ''

  const imprimer = async () => {
    const resultat = await appeler('impression.page', {})
    dire(resultat.ok ? 'Page envoyée à l’imprimante.' : resultat.message)
  }

  const continuer = () => {
    if (saisi.trim().toUpperCase() === dernier.toUpperCase()) void demarrer()
    else dire('Ce n’est pas le dernier groupe du code\u00a0: relisez-le et retapez-le.')
  }

  return (
    <Page titre="Code de récupération">
      <p>
        Il ouvre le coffre si la phrase secrète est oubliée. Il n’est montré qu’une fois et n’est gardé nulle
        part&nbsp;: imprimez-le ou recopiez-le, et rangez-le hors de ce poste.
      </p>
      <ol className={css.code} data-hasard aria-label="Code de récupération, en groupes">
        {groupes.map((g, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may repeat and never move
          <li key={i}>{g}</li>
        ))}
      </ol>
      <Form
        className={css.suite}
        onSubmit={(e) => {
          e.preventDefault()
          continuer()
        }}
      >
        <div className={css.actions}>
          <Button className={boutons.bouton} onPress={() => void imprimer()} autoFocus>
            Imprimer
          </Button>
          <p role="status">{phrase}</p>
        </div>
        <Champ
          libelle="Dernier groupe du code"
          valeur={saisi}
          onChange={ecrire}
          max={100}
          note="Retapez-le pour montrer que le code est noté."
        />
        <div className={css.actions}>
          <Button type="submit" className={boutons.principal}>
            Continuer <kbd>Entrée</kbd>
          </Button>
        </div>
      </Form>
    </Page>
  )
}
