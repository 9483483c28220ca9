import type { KeyboardEvent } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { type Dossier, natureDePiece, type Piece } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { compter } from '../composants/mots.ts'
import { profil } from '../magasin.ts'
import { direAvance } from './avance.tsx'
import { choisirPiece, type Reperes, usePieces } from './etat.ts'
import css from './liste.module.css'
import { compterReperes, etatsDe, reperesPour } from './ranger.ts'

interface Props {
  dossier: Dossier
  pieces: readonly Piece[]
  choisie: string | null
  onNouvelle: () => void
  onRetirer: (piece: Piece) => void
}

/** The pieces of the dossier, oldest first, and what is left to confirm in each. */
export function Liste({ dossier, pieces, choisie, onNouvelle, onRetirer }: Props) {
  const reperes = usePieces((m) => m.reperes)
  const brouillon = usePieces((m) => m.brouillons[dossier.id])
  const courante = pieces.find((p) => p.id === choisie)

  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const id = e.target instanceof HTMLElement ? e.target.dataset.piece : undefined
    const ici = pieces.findIndex((p) => p.id === id)
    if (ici < 0 || e.ctrlKey || e.altKey || e.metaKey) return
    const piece = pieces[ici]
    if (e.key === 'ArrowDown') montrer(pieces[ici + 1])
    else if (e.key === 'ArrowUp') montrer(pieces[ici - 1])
    else if (e.key === 'Delete' && piece !== undefined) onRetirer(piece)
    else if (e.key === 'Enter') document.querySelector<HTMLElement>('[data-repere][tabindex="0"]')?.focus()
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  const montrer = (piece: Piece | undefined) => {
    if (piece === undefined) return
    flushSync(() => choisirPiece(dossier.id, piece.id))
    document.querySelector<HTMLElement>(`[data-piece="${piece.id}"]`)?.focus()
  }

  return (
    <section className={css.volet} data-volet aria-label="Pièces du dossier" onKeyDown={surTouche}>
      <p className={css.titre}>Pièces ({pieces.length})</p>
      {pieces.length > 0 && (
        <div role="listbox" aria-label="Pièces" className={css.pieces}>
          {pieces.map((p) => (
            <div
              key={p.id}
              role="option"
              aria-selected={p.id === choisie}
              tabIndex={p.id === choisie ? 0 : -1}
              className={css.piece}
              data-piece={p.id}
              {...(p.id === choisie && { 'data-entree': true })}
              onFocus={() => choisirPiece(dossier.id, p.id)}
              onMouseDown={() => choisirPiece(dossier.id, p.id)}
            >
              <strong className={css.nom} title={p.nom}>
                {p.nom}
              </strong>
              {direPiece(p) !== '' && <span>{direPiece(p)}</span>}
              <span>{direEtat(dossier, p, reperes[p.id])}</span>
            </div>
          ))}
        </div>
      )}
      <div className={css.gestes}>
        <Button className={boutons.bouton} aria-keyshortcuts="Control+V" onPress={onNouvelle}>
          {brouillon === undefined ? 'Ajouter' : 'Reprendre'} <kbd>Ctrl+V</kbd>
        </Button>
        {courante !== undefined && (
          <Button className={boutons.bouton} onPress={() => onRetirer(courante)}>
            Retirer ce texte
          </Button>
        )}
      </div>
      <p className={css.note}>Le texte reste dans ce dossier, chiffré, et s’efface avec lui.</p>
    </section>
  )
}

/** « audition, 4 pages, lue par reconnaissance » */
function direPiece({ nom, nature, pages }: Piece): string {
  const { mot } = natureDePiece(nature)
  const reconnue = pages.some((p) => p.reconnue)
  const parts = [
    !nom.toLocaleLowerCase('fr').startsWith(mot) && mot,
    pages.length > 1 && compter(pages.length, 'page'),
    reconnue && 'lue par reconnaissance, à vérifier',
  ]
  return parts.filter((p) => p !== false).join(', ')
}

function direEtat(dossier: Dossier, piece: Piece, lus: Reperes | undefined): string {
  if (lus === undefined) return 'lecture du texte…'
  if (lus === 'echec') return 'non lue automatiquement'
  const reperes = reperesPour(lus, profil())
  if (reperes.every((r) => r.niveau === 'ignore')) return 'aucun élément trouvé'
  return direAvance(compterReperes(reperes, etatsDe(dossier, piece, reperes)))
}
