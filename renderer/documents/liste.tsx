import type { KeyboardEvent } from 'react'
import type { DocumentPropose } from './contenus.ts'
import css from './documents.module.css'

interface Props {
  documents: readonly DocumentPropose[]
  choisi: string
  onChoisir: (cle: string) => void
}

/** The documents of this profile by reader; the arrows move and the page follows. */
export function Liste({ documents, choisi, onChoisir }: Props) {
  const groupes = [...new Set(documents.map((d) => d.groupe))]

  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const ici = documents.findIndex((d) => d.cle === choisi)
    const vers = { ArrowDown: ici + 1, ArrowUp: ici - 1, Home: 0, End: documents.length - 1 }[e.key]
    if (vers === undefined || e.ctrlKey || e.altKey || e.metaKey) return
    const suivant = documents[Math.min(Math.max(vers, 0), documents.length - 1)]
    e.preventDefault()
    if (suivant === undefined) return
    e.currentTarget.querySelector<HTMLElement>(`[data-document="${suivant.cle}"]`)?.focus()
  }

  return (
    <nav className={css.liste} data-volet aria-label="Documents" onKeyDown={surTouche}>
      {groupes.map((g) => (
        <div key={g}>
          <h3 className={css.groupe}>{g}</h3>
          <ul>
            {documents
              .filter((d) => d.groupe === g)
              .map((d) => (
                <li key={d.cle}>
                  <button
                    type="button"
                    className={css.document}
                    data-document={d.cle}
                    {...(d.cle === choisi && { 'data-entree': true })}
                    aria-current={d.cle === choisi ? 'page' : undefined}
                    tabIndex={d.cle === choisi ? 0 : -1}
                    onFocus={() => onChoisir(d.cle)}
                    onClick={() => onChoisir(d.cle)}
                  >
                    {d.titre}
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
