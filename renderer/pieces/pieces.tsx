import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { Dossier, Piece } from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Identite } from '../composants/identite.tsx'
import { direTouchesPapier, touchesPapier } from '../documents/produire.ts'
import { ouvrirEcran, useMagasin } from '../magasin.ts'
import { changerVolet, ecouterTouches } from '../touches.ts'
import { retirer } from './actes.ts'
import { chargerPieces } from './ajouter.ts'
import { usePieces } from './etat.ts'
import { focaliserTravail } from './focus.ts'
import { preparerLecture } from './lecture.ts'
import { Liste } from './liste.tsx'
import { Nouvelle, surColler } from './nouvelle.tsx'
import { PieceOuverte } from './ouverte.tsx'
import css from './pieces.module.css'

const TOUCHES: readonly Touche[] = [
  { touche: 'Ctrl+V', action: 'Coller le texte d’une pièce', pied: 'coller' },
  { touche: 'a e c x', action: 'Dans l’ajout\u00a0: audition, enquête, certificat, autre, puis lire' },
  { touche: '↑ ↓', action: 'Élément précédent, suivant\u00a0; le texte suit', pied: 'élément' },
  { touche: 'o', action: 'Confirmer (aussi Entrée), puis élément suivant', pied: 'confirmer' },
  { touche: 'n', action: 'Écarter', pied: 'écarter' },
  { touche: 'p', action: 'C’est du passé', pied: 'passé' },
  { touche: 't', action: 'Concerne un tiers', pied: 'tiers' },
  { touche: 'Retour arrière', action: 'Reprendre la réponse' },
  { touche: 'Suppr', action: 'Sur une pièce\u00a0: retirer son texte' },
  { touche: 'F6', action: 'Volet suivant (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'Ctrl+Z', action: 'Annuler le dernier acte', pied: 'annuler' },
  { touche: 'Ctrl+Y', action: 'Rétablir ce qui vient d’être annulé (aussi Ctrl+Maj+Z)' },
  { touche: 'Échap', action: 'Revenir au triage', pied: 'triage' },
  { touche: 'F3', action: 'Permanence' },
  ...direTouchesPapier(),
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

const AUCUNE: readonly Piece[] = []

/** A text on one side, what could be a marker on the other: nothing of it is a fact before a person says so. */
export function Pieces({ dossier }: { dossier: Dossier }) {
  const { id } = dossier
  const chargees = usePieces((m) => m.pieces[id])
  const choisie = usePieces((m) => m.choisies[id])
  const enAttente = usePieces((m) => m.brouillons[id] !== undefined)
  const [ajout, ouvrirAjout] = useState(enAttente)
  // The focus comes to the work once, when there is something to work on.
  const attendu = useRef(true)
  const pieces = chargees ?? AUCUNE
  const piece = pieces.find((p) => p.id === choisie) ?? pieces[0]
  const panneau = chargees !== undefined && (ajout || piece === undefined)
  // A long text is drawn in slices, between two keys.
  const ouverte = useDeferredValue(panneau ? undefined : piece, undefined)

  useEffect(preparerLecture, [])

  useEffect(() => {
    void chargerPieces(id)
    return ecouterTouches({
      f3: () => ouvrirEcran('permanence', id),
      f6: () => changerVolet(1),
      'Shift+F6': () => changerVolet(-1),
      ...touchesPapier(id),
    })
  }, [id])

  useEffect(() => {
    if (!panneau || !attendu.current) return
    attendu.current = false
    focaliserTravail()
  }, [panneau])

  const montrerAjout = (montrer: boolean) => {
    flushSync(() => ouvrirAjout(montrer))
    attendu.current = !montrer
    if (montrer) focaliserTravail()
  }

  return (
    <Cadre
      titre="Pièces"
      coin={
        <>
          <Button className={boutons.bouton} onPress={() => revenir(id)}>
            Triage <kbd>Échap</kbd>
          </Button>
          <Button
            className={boutons.bouton}
            aria-keyshortcuts="F3"
            onPress={() => ouvrirEcran('permanence', id)}
          >
            Permanence <kbd>F3</kbd>
          </Button>
        </>
      }
      bandeau={<Identite dossier={dossier} />}
      touches={TOUCHES}
    >
      {chargees !== undefined && (
        <div className={css.ecran} onPaste={(e) => surColler(e, id, () => ouvrirAjout(true))} tabIndex={-1}>
          <Liste
            dossier={dossier}
            pieces={pieces}
            choisie={piece?.id ?? null}
            onNouvelle={() => montrerAjout(true)}
            onRetirer={(p) => void retirerPiece(id, p)}
          />
          {panneau && (
            <Nouvelle
              dossier={id}
              onFermer={piece === undefined ? null : () => montrerAjout(false)}
              onAjoutee={() => montrerAjout(false)}
            />
          )}
          {!panneau && ouverte !== undefined && (
            <PieceOuverte key={ouverte.id} dossier={dossier} piece={ouverte} attendu={attendu} />
          )}
        </div>
      )}
    </Cadre>
  )
}

async function retirerPiece(id: string, piece: Piece): Promise<void> {
  await retirer(id, piece)
  focaliserTravail()
}

function revenir(id: string): void {
  ouvrirEcran('triage', id, useMagasin.getState().position.ligne)
}
