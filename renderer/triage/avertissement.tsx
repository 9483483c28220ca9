import { TriangleAlert } from 'lucide-react'
import type { Dossier } from '../../domain/index.ts'
import { lireDossier } from '../lecture.ts'
import css from './avertissement.module.css'

/** The alert of the catalogue that is said above the panes, for as long as the dossier is on screen. */
export const VIOLENCES_INTRAFAMILIALES = 'violences-intrafamiliales'

export function Avertissement({ dossier }: { dossier: Dossier }) {
  const alerte = lireDossier(dossier).orientation?.alertes.find((a) => a.id === VIOLENCES_INTRAFAMILIALES)
  if (alerte === undefined) return null
  return (
    <p className={css.avertissement} role="note" title={`Source\u00a0: ${alerte.source}`}>
      <TriangleAlert size={14} aria-hidden="true" className={css.icone} />
      <strong>{alerte.texte}</strong>
      <span className={css.articles}>{alerte.articles.join(' · ')}</span>
    </p>
  )
}
