import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { EtapeChecklist, EtatEtape } from '../../domain/index.ts'
import { useMagasin } from '../magasin.ts'
import { cocher } from '../saisie/repondre.ts'
import { lettreDe } from '../touches.ts'
import css from './checklist.module.css'

const PAUSE_MS = 300

/** One step: the box, the words to say, what is known, and a place for the cote, the name or the time. */
export function Etape({ id, etape }: { id: string; etape: EtapeChecklist }) {
  const { fait, etat } = etape
  const [texte, ecrire] = useState(etape.precision ?? '')
  const enregistre = useRef(etape.precision ?? '')

  const garder = useCallback(() => {
    if (texte.trim() === enregistre.current) return
    enregistre.current = texte.trim()
    cocher(id, fait, etat, texte)
  }, [id, fait, etat, texte])

  // Undone or done again, the words beside the box follow.
  const connue = etape.precision ?? ''
  useEffect(() => {
    if (connue === enregistre.current) return
    enregistre.current = connue
    ecrire(connue)
  }, [connue])

  useEffect(() => {
    const pause = setTimeout(garder, PAUSE_MS)
    return () => clearTimeout(pause)
  }, [garder])

  const noter = (nouvel: EtatEtape) => {
    enregistre.current = texte.trim()
    cocher(id, fait, nouvel === etat ? 'a-faire' : nouvel, texte)
  }

  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return
    // Where letters are switched off, Space goes round the three states.
    const tour = etat !== 'a-faire' && !useMagasin.getState().reglages.lettres
    if (e.key === ' ') noter(tour ? 'sans-objet' : 'fait')
    else if (lettreDe(e) === 's') noter('sans-objet')
    else if (e.key === 'ArrowDown') voisine(e.currentTarget, 1)
    else if (e.key === 'ArrowUp') voisine(e.currentTarget, -1)
    else return
    e.preventDefault()
  }

  const dit = [...etape.auDossier.map((s) => s.texte), etape.motif ?? ''].filter((x) => x !== '').join(' · ')
  return (
    <li className={css.etape} data-etape data-etat={etat}>
      {/* biome-ignore lint/a11y/useSemanticElements: three states (done, without object, to do) that an input cannot say */}
      <span
        role="checkbox"
        tabIndex={0}
        aria-checked={etat === 'fait' ? true : etat === 'sans-objet' ? 'mixed' : false}
        aria-label={`${etape.numero}. ${etape.texte}${etat === 'sans-objet' ? ', sans objet' : ''}`}
        className={css.case}
        onKeyDown={surTouche}
        onClick={() => noter('fait')}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          {etat === 'fait' && <path d="M3 8.5 6.5 12 13 4.5" />}
          {etat === 'sans-objet' && <path d="M4 8h8" />}
        </svg>
      </span>
      <div className={css.texte}>
        <p>
          {etape.numero}. {etape.texte}
          {etat === 'sans-objet' && <strong> — sans objet</strong>}
        </p>
        {dit !== '' && <p className={css.dit}>{dit}</p>}
      </div>
      <input
        className={css.champ}
        aria-label={`${etape.texte}\u00a0: cote, nom ou heure`}
        placeholder={etape.aCompleter ?? ''}
        value={texte}
        maxLength={1900}
        autoComplete="off"
        spellCheck={false}
        onChange={(e) => ecrire(e.target.value)}
        onBlur={garder}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !e.ctrlKey) voisine(e.currentTarget, 1)
        }}
      />
    </li>
  )
}

function voisine(depuis: HTMLElement, pas: 1 | -1): void {
  const etapes = [...document.querySelectorAll<HTMLElement>('[data-etape] [role="checkbox"]')]
  const ici = etapes.findIndex((e) => e.closest('[data-etape]')?.contains(depuis))
  etapes[ici + pas]?.focus()
}
