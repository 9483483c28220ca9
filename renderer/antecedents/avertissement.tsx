import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'
import { type AvertissementCasier, type Dossier, dateCourte } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { lettreDe } from '../touches.ts'
import css from './condamnations.module.css'

interface Props {
  dossier: Dossier
  avertissement: AvertissementCasier
  onJoindre: () => void
  onLaisser: () => void
}

/** The record may be another person's: the two identities side by side, and nothing is joined without a key. */
export function Avertissement({ dossier, avertissement, onJoindre, onLaisser }: Props) {
  const surTouche = (e: KeyboardEvent) => {
    const touche = lettreDe(e)
    if (touche === 'o') onJoindre()
    else if (touche === 'n') onLaisser()
    else return
    e.preventDefault()
    e.stopPropagation()
  }
  return (
    <section className={css.volet} data-volet aria-label="Ce bulletin est-il le sien ?">
      {/* biome-ignore lint/a11y/useSemanticElements: a question with its two keys, not a form */}
      <div
        className={css.avertissement}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it holds the focus so that its letters act
        tabIndex={0}
        data-avertissement
        data-entree
        aria-labelledby="avertissement"
        onKeyDown={surTouche}
      >
        <p id="avertissement" role="alert">
          <strong>{avertissement.phrase}</strong>
        </p>
        {avertissement.differe.length > 0 && (
          <table>
            <thead>
              <tr>
                <td />
                <th scope="col">Nom</th>
                <th scope="col">Prénoms</th>
                <th scope="col">Né(e) le</th>
              </tr>
            </thead>
            <tbody>
              <Identite titre="Au dossier" {...dossier.personne} />
              <Identite titre="Au bulletin" {...avertissement.identite} />
            </tbody>
          </table>
        )}
        <p>Rien n’est joint au dossier pour l’instant.</p>
        <p className={css.choix}>
          <Button className={boutons.bouton} onPress={onJoindre}>
            Joindre quand même <kbd>o</kbd>
          </Button>
          <Button className={boutons.bouton} onPress={onLaisser}>
            Ne pas joindre <kbd>n</kbd>
          </Button>
        </p>
      </div>
    </section>
  )
}

interface PropsIdentite {
  titre: string
  nom?: string | undefined
  prenoms?: string | undefined
  dateNaissance?: string | undefined
}

function Identite({ titre, nom, prenoms, dateNaissance }: PropsIdentite) {
  return (
    <tr>
      <th scope="row">{titre}</th>
      <td>{nom ?? '—'}</td>
      <td>{prenoms ?? '—'}</td>
      <td>{dateNaissance === undefined ? '—' : dateCourte(dateNaissance)}</td>
    </tr>
  )
}
