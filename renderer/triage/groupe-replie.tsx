import { memo, useId, useState } from 'react'
import { Forme } from '../composants/forme.tsx'
import type { Groupe } from './disposer.ts'
import css from './orientation.module.css'

interface Props extends Groupe {
  /** Where room is short, names are cut after one line, or two. */
  lignes: number
}

/** « Hors critères (9) : … », with the reasons of each once opened. Drawn again only when its words change. */
export const GroupeReplie = memo(
  function GroupeReplie({ titre, forme, noms, details, lignes }: Props) {
    const [ouvert, basculer] = useState(false)
    const liste = useId()
    return (
      <section className={css.groupe}>
        <button
          type="button"
          aria-expanded={ouvert}
          aria-controls={liste}
          data-lignes={lignes}
          title={lignes === Infinity ? undefined : noms}
          onClick={() => basculer(!ouvert)}
        >
          <span>
            <Forme etat={forme} /> <strong>{titre}</strong>&nbsp;: {noms}
          </span>
        </button>
        <ul id={liste} hidden={!ouvert}>
          {ouvert && details.map((d) => <li key={d}>{d}</li>)}
        </ul>
      </section>
    )
  },
  (a, b) =>
    a.titre === b.titre &&
    a.noms === b.noms &&
    a.lignes === b.lignes &&
    a.details.join() === b.details.join(),
)
