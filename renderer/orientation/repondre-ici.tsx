import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type CleFait, type DefinitionFait, type Dossier, definitionFait } from '../../domain/index.ts'
import { ListeValeurs } from '../composants/liste-valeurs.tsx'
import { dossierDe, profil } from '../magasin.ts'
import { lignesDe, type ReponseLigne } from '../saisie/lignes.ts'
import { repondreFait, repondreLigne } from '../saisie/repondre.ts'
import { Choix, reponseDeTouche } from '../triage/choix.tsx'
import css from './detail.module.css'

interface Props {
  dossier: Dossier
  /** What could still change the reading in view. */
  faits: readonly CleFait[]
}

/** The answers that are missing here, given here; those that need words have their line on the triage. */
export function RepondreIci({ dossier, faits }: Props) {
  const boite = useRef<HTMLDivElement>(null)
  const posables = faits
    .flatMap((fait) => definitionFait(fait) ?? [])
    .filter((d) => d.question !== '' && d.roles.includes(profil()) && /^(oui-non|choix|nombre)$/.test(d.type))
  if (posables.length === 0) return null
  // An answered question goes away: the next one takes the focus, or the pane itself.
  const puis = (repondre: () => void) => {
    flushSync(repondre)
    const suite = boite.current?.querySelector<HTMLElement>('input, select')
    const volet = document.querySelector<HTMLElement>('[data-detail]')
    ;(suite ?? volet)?.focus()
  }
  return (
    <div ref={boite}>
      <h4 className={css.titre4}>Répondre ici</h4>
      {posables.map((d) => (
        <Question key={d.cle} id={dossier.id} definition={d} puis={puis} />
      ))}
    </div>
  )
}

interface PropsQuestion {
  id: string
  definition: DefinitionFait
  puis: (repondre: () => void) => void
}

function Question({ id, definition: { cle, type, question, valeurs, max }, puis }: PropsQuestion) {
  const [nombre, ecrire] = useState('')
  const titre = `repondre-${cle}`
  const repondre = (reponse: ReponseLigne) =>
    puis(() => {
      const dossier = dossierDe(id)
      if (!dossier) return
      const ligne = lignesDe(dossier, profil()).find((l) => l.fait === cle)
      if (ligne) repondreLigne(dossier, ligne, reponse)
      else if (reponse === '?') repondreFait(dossier, cle, { valeur: null, inconnu: 'ne-sait-pas' })
      else repondreFait(dossier, cle, { valeur: reponse === 'o' })
    })
  const donner = (valeur: string | number) =>
    puis(() => {
      const dossier = dossierDe(id)
      if (dossier) repondreFait(dossier, cle, { valeur })
    })
  const surTouche = (e: KeyboardEvent) => {
    const reponse = reponseDeTouche(e)
    if (type !== 'oui-non' || reponse === undefined) return
    e.preventDefault()
    e.stopPropagation()
    repondre(reponse)
  }
  return (
    <div className={css.question} onKeyDownCapture={surTouche}>
      <p id={titre}>{question}</p>
      {type === 'oui-non' && <Choix groupe={titre} libellePar={titre} valeur={null} onChoix={repondre} />}
      {type === 'choix' && (
        <ListeValeurs aria-labelledby={titre} valeurs={valeurs} valeur="" onChoix={donner} />
      )}
      {type === 'nombre' && (
        <input
          aria-labelledby={titre}
          inputMode="numeric"
          maxLength={8}
          autoComplete="off"
          placeholder="nombre, Entrée"
          value={nombre}
          onChange={(e) => ecrire(e.target.value.replace(/\D/g, ''))}
          onKeyDown={(e) => {
            const lu = Number(nombre)
            if (e.key === 'Enter' && nombre !== '' && lu <= (max ?? lu)) donner(lu)
          }}
        />
      )}
    </div>
  )
}
