import type { EtatRepere, ReperageExplique } from '../../domain/index.ts'
import type { Reperes } from './etat.ts'
import { compterReperes } from './ranger.ts'
import css from './reperes.module.css'

interface Props {
  lus: Reperes | undefined
  reperes: readonly ReperageExplique[]
  etats: readonly EtatRepere[]
}

/** Where the reading of a piece stands. Absence is said of the text, never of the person. */
export function Avance({ lus, reperes, etats }: Props) {
  if (lus === undefined)
    return (
      <p className={css.avance} role="status">
        Lecture du texte…
      </p>
    )
  if (lus === 'echec')
    return (
      <p className={css.avance} role="alert">
        Ce texte n’a pas pu être lu automatiquement&nbsp;: lisez-le à gauche et répondez au triage.
      </p>
    )
  if (reperes.every((r) => r.niveau === 'ignore'))
    return (
      <div className={css.vide} role="status">
        <p>
          <strong>Aucun élément trouvé dans ce texte.</strong>
        </p>
        <p>Cela ne dit rien de la personne&nbsp;: la question n’a peut-être pas été posée.</p>
      </div>
    )
  return (
    <p className={css.avance} role="status">
      {direAvance(compterReperes(reperes, etats))}
    </p>
  )
}

/** « 3 à confirmer · 2 confirmés · 1 à lire » */
export function direAvance({ aConfirmer, confirmes, aLire }: ReturnType<typeof compterReperes>): string {
  const parts = [
    aConfirmer > 0 ? `${aConfirmer} à confirmer` : 'rien à confirmer',
    confirmes > 0 && `${confirmes} confirmé${confirmes > 1 ? 's' : ''}`,
    aLire > 0 && `${aLire} à lire`,
  ]
  return parts.filter((p) => p !== false).join(' · ')
}
