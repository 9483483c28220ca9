import { type ClipboardEvent, useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { type AvertissementCasier, type Dossier, examinerCasier } from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Identite } from '../composants/identite.tsx'
import { direTouchesPapier, touchesPapier } from '../documents/produire.ts'
import { lireDossier } from '../lecture.ts'
import { dire, ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { apresHistorique } from '../saisie/historique.ts'
import { changerVolet, ecouterTouches } from '../touches.ts'
import { joindre } from './actes.ts'
import css from './antecedents.module.css'
import { Avertissement } from './avertissement.tsx'
import { Coller } from './coller.tsx'
import { Condamnations } from './condamnations.tsx'
import { estRelue, lireTexte } from './etat.ts'
import { focaliserRangee } from './focus.ts'
import { Frise } from './frise.tsx'
import { Recidive } from './recidive.tsx'
import { Texte } from './texte.tsx'

const TOUCHES: readonly Touche[] = [
  { touche: 'Ctrl+V', action: 'Coller le bulletin n° 1, ou un autre à sa place', pied: 'coller' },
  { touche: '↑ ↓', action: 'Condamnation ou ligne non lue précédente, suivante', pied: 'ligne' },
  { touche: 'o', action: 'La condamnation est bien lue, puis suivante', pied: 'bien lue' },
  { touche: 'Retour arrière', action: 'La condamnation reste à relire' },
  { touche: 'F2', action: 'Corriger la ligne du texte (↑ ↓\u00a0: ligne voisine)', pied: 'corriger' },
  { touche: 'n', action: 'La ligne non lue ne porte rien', pied: 'ne porte rien' },
  { touche: 'F6', action: 'Volet suivant (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'Ctrl+Z', action: 'Annuler le dernier acte', pied: 'annuler' },
  { touche: 'Ctrl+Y', action: 'Rétablir ce qui vient d’être annulé (aussi Ctrl+Maj+Z)' },
  { touche: 'Échap', action: 'Revenir au triage', pied: 'triage' },
  { touche: 'F3', action: 'Permanence' },
  { touche: 'F8', action: 'Orientation' },
  ...direTouchesPapier(),
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

/** A text that was pasted and may be somebody else's: not joined before somebody says so. */
interface Propose {
  texte: string
  avertissement: AvertissementCasier
}

/** The bulletin n° 1: its text, what was read in it line by line, the years, recidivism (774 CPP: not in `enquete`). */
export function Antecedents({ dossier }: { dossier: Dossier }) {
  const { id } = dossier
  const [propose, proposer] = useState<Propose | null>(null)
  const [refus, refuser] = useState<string | null>(null)
  const [vise, viser] = useState<string>('')
  const [edition, editer] = useState<number | null>(null)
  const lecture = lireTexte(dossier)

  useEffect(() => {
    focaliserRangee()
    return ecouterTouches({
      f3: () => ouvrirEcran('permanence', id),
      f8: () => ouvrirEcran('orientation', id, useMagasin.getState().position.ligne),
      f6: () => changerVolet(1),
      'Shift+F6': () => changerVolet(-1),
      ...touchesPapier(id),
    })
  }, [id])

  useEffect(() => apresHistorique(focaliserRangee), [])

  if (profil() === 'enquete') return null

  const ouvrirTexte = (texte: string) => {
    const examen = examinerCasier(texte, dossier.personne)
    flushSync(() => {
      editer(null)
      refuser('refus' in examen ? examen.refus : null)
      proposer(
        'refus' in examen || examen.avertissement === null
          ? null
          : { texte, avertissement: examen.avertissement },
      )
      if (!('refus' in examen) && examen.avertissement === null) remplacer(id, texte)
    })
    focaliserRangee()
  }

  const surColler = (e: ClipboardEvent) => {
    if (e.target instanceof HTMLInputElement) return
    e.preventDefault()
    ouvrirTexte(e.clipboardData.getData('text/plain'))
  }

  return (
    <Cadre
      titre="Antécédents"
      coin={
        <>
          {lecture !== null && <Avance dossier={dossier} />}
          <Button className={boutons.bouton} onPress={() => revenir(id)}>
            Triage <kbd>Échap</kbd>
          </Button>
          <Button
            className={boutons.bouton}
            aria-keyshortcuts="F8"
            onPress={() => ouvrirEcran('orientation', id, useMagasin.getState().position.ligne)}
          >
            Orientation <kbd>F8</kbd>
          </Button>
        </>
      }
      bandeau={<Identite dossier={dossier} />}
      touches={TOUCHES}
    >
      <div
        className={css.ecran}
        data-vide={lecture === null || undefined}
        onPaste={surColler}
        tabIndex={-1}
        data-colle
      >
        {lecture === null ? (
          <Coller refus={refus} onLire={ouvrirTexte} />
        ) : (
          <Texte
            id={id}
            lecture={lecture}
            vise={vise}
            edition={edition}
            refus={refus}
            onEditer={editer}
            onRetirer={() => remplacer(id, null)}
          />
        )}
        {propose !== null ? (
          <Avertissement
            dossier={dossier}
            avertissement={propose.avertissement}
            onJoindre={() => {
              flushSync(() => {
                proposer(null)
                remplacer(id, propose.texte)
              })
              focaliserRangee()
            }}
            onLaisser={() => {
              flushSync(() => {
                proposer(null)
                dire('Le texte collé n’a pas été joint\u00a0: rien n’a changé.')
              })
              focaliserRangee()
            }}
          />
        ) : (
          <Condamnations dossier={dossier} lecture={lecture} vise={vise} onViser={viser} onEditer={editer} />
        )}
        {lecture !== null && (
          <div className={css.bas}>
            <Frise dossier={dossier} lecture={lecture} vise={vise} />
            <Recidive dossier={dossier} orientation={lireDossier(dossier).orientation} lecture={lecture} />
          </div>
        )}
      </div>
    </Cadre>
  )
}

/** « 2/4 relues », or that nothing is left. */
function Avance({ dossier }: { dossier: Dossier }) {
  const lecture = lireTexte(dossier)
  if (lecture === null || lecture.lu.etat !== 'condamnations') return null
  const relues = lecture.condamnations.filter((c) => estRelue(dossier, c)).length
  return (
    <span>
      {relues}/{lecture.condamnations.length} relues
    </span>
  )
}

function remplacer(id: string, texte: string | null): void {
  const avant = useMagasin.getState().dossiers.find((d) => d.id === id)?.casier
  if (texte === avant) {
    dire('Ce bulletin est déjà joint\u00a0: rien n’a changé.')
    return
  }
  joindre(id, texte)
  if (texte === null) dire('Bulletin retiré, avec ce qui y avait été corrigé. Ctrl+Z le remet.')
  else if (avant === undefined) dire('Bulletin joint. À relire ligne par ligne.')
  else
    dire(
      'Bulletin remplacé\u00a0; les corrections du précédent sont reprises avec lui. Ctrl+Z remet l’ancien.',
    )
}

function revenir(id: string): void {
  ouvrirEcran('triage', id, useMagasin.getState().position.ligne)
}
