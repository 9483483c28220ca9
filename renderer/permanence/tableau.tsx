import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { DateIso, Dossier, Role } from '../../domain/index.ts'
import { aller, dire, ouvrirEcran, useMagasin } from '../magasin.ts'
import { basculerVu, deplacerRangee } from './actes.ts'
import { focaliserRangee, ligneEnCours, premiereRangee, rangeeDe } from './focus.ts'
import { Rangee } from './rangee.tsx'
import css from './tableau.module.css'

interface Props {
  dossiers: readonly Dossier[]
  numeros: ReadonlyMap<string, number>
  jour: DateIso
  role: Role
  /** Some rows are hidden by the search: none moves among those that are left. */
  filtre: boolean
}

/**
 * The strips of the day: a plain table whose rows take the focus, since a field opens inside a row and 500 rows must
 * not be drawn again at each arrow.
 */
export function Tableau({ dossiers, numeros, jour, role, filtre }: Props) {
  const position = useMagasin((m) => m.position.dossier)
  const corps = useRef<HTMLTableSectionElement>(null)
  const [edition, editer] = useState<string | null>(null)
  const [refuses, garderRefuses] = useState<Readonly<Record<string, string | null>>>({})
  const courante = dossiers.some((d) => d.id === position) ? position : dossiers[0]?.id

  useEffect(() => {
    // The first person typed draws the table: the field that goes on keeps the focus.
    if (!ligneEnCours()) premiereRangee()?.focus()
  }, [])

  const fermer = useCallback((id: string, refuse: string | null, clavier: boolean) => {
    garderRefuses((avant) => ({ ...avant, [id]: refuse }))
    flushSync(() => editer(null))
    if (clavier) focaliserRangee(id)
  }, [])

  function bouger(id: string, pas: 1 | -1): void {
    if (filtre) {
      dire('Effacez la recherche pour déplacer une rangée.')
      return
    }
    // The row that moves in the page loses the focus: it is given back.
    if (flushSync(() => deplacerRangee(id, pas))) focaliserRangee(id)
  }

  function touche(e: KeyboardEvent): void {
    const rangee = e.target
    if (!(rangee instanceof HTMLTableRowElement) || e.ctrlKey || e.metaKey) return
    const id = rangee.dataset.key ?? ''
    const faire = e.altKey ? avecAlt(e.key, id) : sansAlt(e.key, id, rangee)
    if (faire === null) return
    e.preventDefault()
    faire()
  }

  function avecAlt(cle: string, id: string): (() => void) | null {
    if (cle === 'ArrowUp') return () => bouger(id, -1)
    return cle === 'ArrowDown' ? () => bouger(id, 1) : null
  }

  function sansAlt(cle: string, id: string, rangee: HTMLTableRowElement): (() => void) | null {
    const vers = (cible: Element | null | undefined) => () => {
      if (cible instanceof HTMLElement) cible.focus()
    }
    switch (cle) {
      case 'ArrowUp':
        return vers(rangee.previousElementSibling)
      case 'ArrowDown':
        return vers(rangee.nextElementSibling)
      case 'Home':
        return vers(corps.current?.firstElementChild)
      case 'End':
        return vers(corps.current?.lastElementChild)
      case 'Enter':
        return () => ouvrirEcran('triage', id)
      case ' ':
        return () => basculerVu(id)
      case 'F2':
        return () => editer(id)
      default:
        return null
    }
  }

  function clic(e: MouseEvent): void {
    const rangee = rangeeDe(e.target)
    if (rangee === null || (e.target instanceof Element && e.target.closest('button, input'))) return
    ouvrirEcran('triage', rangee.dataset.key ?? null)
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows take the focus
    <table role="grid" aria-label="Déférés du jour" className={css.table}>
      <thead>
        <tr>
          <th scope="col" className={css.n}>
            N°
          </th>
          <th scope="col">Déféré(e)</th>
          <th scope="col" className={css.faits}>
            Faits
          </th>
          <th scope="col" className={css.limite}>
            20 h à
          </th>
          <th scope="col" className={css.vu}>
            Vu
          </th>
          <th scope="col" className={css.reperage}>
            Repérage
          </th>
          <th scope="col" className={css.demandes}>
            Demandes en cours
          </th>
          <th scope="col" className={css.orientation}>
            Orientation
          </th>
        </tr>
      </thead>
      <tbody
        ref={corps}
        onKeyDown={touche}
        onClick={clic}
        onFocus={(e) => {
          const id = rangeeDe(e.target)?.dataset.key
          if (id !== undefined && id !== useMagasin.getState().position.dossier) aller({ dossier: id })
        }}
      >
        {dossiers.map((d) => (
          <Rangee
            key={d.id}
            dossier={d}
            numero={numeros.get(d.id) ?? 0}
            jour={jour}
            role={role}
            courante={d.id === courante}
            edition={edition === d.id ? ouvertes(refuses[d.id] ?? null) : null}
            onEditer={editer}
            onFermer={fermer}
          />
        ))}
      </tbody>
    </table>
  )
}

function ouvertes(texte: string | null) {
  return { texte }
}
