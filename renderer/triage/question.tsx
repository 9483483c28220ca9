import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type CleFait, type Dossier, definitionFait, type Orientation } from '../../domain/index.ts'
import { ListeValeurs } from '../composants/liste-valeurs.tsx'
import { questionPour } from '../lecture.ts'
import { editer, ouvrirPanneau, profil, useMagasin } from '../magasin.ts'
import { lignesDe, type ReponseLigne, sensDesTouches } from '../saisie/lignes.ts'
import { estHorsMode } from '../saisie/mode-court.ts'
import { repondreFait, repondreLigne } from '../saisie/repondre.ts'
import { focaliserEntree } from '../touches.ts'
import { Choix, reponseDeTouche } from './choix.tsx'
import { focaliserLigne } from './focus.ts'
import css from './orientation.module.css'

/** The question that settles most, with what it settles; a free suggestion, answered by the same keys as a line. */
export function Question({ dossier, orientation }: { dossier: Dossier; orientation: Orientation }) {
  const boite = useRef<HTMLElement>(null)
  /** The question whose dispositifs are named in full. */
  const [nommes, nommer] = useState<CleFait | null>(null)
  const question = questionPour(orientation, profil())
  if (question === null) return <RienDAutre id={dossier.id} />

  const { fait, tranche } = question
  const definition = definitionFait(fait)
  const ligne = lignesDe(dossier, profil()).find((l) => l.fait === fait)
  const aUneTouche = ligne !== undefined || definition?.type === 'oui-non'

  const repondre = (reponse: ReponseLigne) => {
    const dit = flushSync(() =>
      ligne ? repondreLigne(dossier, ligne, reponse) : dire(dossier, fait, reponse),
    )
    if (dit) focaliserEntree(boite.current)
    else if (ligne) {
      focaliserLigne(ligne.fait)
      editer(ligne.fait)
    }
  }

  const noms = tranche.map((id) => orientation.dispositifs.find((d) => d.id === id)?.nom ?? id)
  const compte = noms.length > NOMS_EN_LIGNE
  const ouvert = compte && nommes === fait
  const basculer = () => nommer(ouvert ? null : fait)

  const surTouche = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && compte && !e.ctrlKey) {
      e.preventDefault()
      basculer()
      return
    }
    const reponse = reponseDeTouche(e)
    if (reponse === undefined) return
    e.preventDefault()
    e.stopPropagation()
    repondre(reponse)
  }

  return (
    <section className={css.question} aria-label="Question suivante" ref={boite}>
      <h3>
        Question suivante{' '}
        <span>
          — {estHorsMode(fait) && 'hors mode court, '}
          {compte ? (
            <button type="button" className={css.compteNoms} aria-expanded={ouvert} onClick={basculer}>
              tranche {noms.length} dispositifs <kbd>Entrée</kbd>
            </button>
          ) : (
            `tranche ${noms.join(' et ')}`
          )}
        </span>
      </h3>
      {ouvert && <p className={css.nomsTranches}>{noms.join(', ')}.</p>}
      <p id="question-suivante">«&nbsp;{definition?.question}&nbsp;»</p>
      {ligne && sensDesTouches(ligne, dossier) !== null && <p>{sensDesTouches(ligne, dossier)}</p>}
      {aUneTouche && (
        <div onKeyDownCapture={surTouche} data-entree>
          <div className={css.reponses} data-question>
            <Choix groupe="question" libellePar="question-suivante" valeur={null} onChoix={repondre} />
          </div>
        </div>
      )}
      {!aUneTouche && definition?.valeurs && (
        <ListeValeurs
          key={fait}
          aria-labelledby="question-suivante"
          className={css.liste}
          data-entree
          valeurs={definition.valeurs}
          valeur=""
          onChoix={(valeur) => repondreFait(dossier, fait, { valeur })}
        />
      )}
      {!aUneTouche && !definition?.valeurs && (
        <button type="button" className={css.lien} data-entree onClick={() => ouvrirPanneau('formulaire')}>
          Répondre dans l’identité et la procédure <kbd>F2</kbd>
        </button>
      )}
    </section>
  )
}

/** More names than this would take the room of the question itself. */
const NOMS_EN_LIGNE = 2

/** Stop early: what to do next, since no answer can change a reading any more. */
function RienDAutre({ id }: { id: string }) {
  const dernier = useMagasin((m) => m.dossiers.at(-1)?.id === id)
  return (
    <section className={css.question} aria-label="Question suivante">
      <p tabIndex={-1} data-entree>
        Rien d’autre ne changera l’orientation.{' '}
        {dernier ? (
          <>
            Dernier dossier du jour&nbsp;: <kbd>F3</kbd> permanence.
          </>
        ) : (
          <>
            <kbd>Ctrl+Entrée</kbd>&nbsp;: dossier suivant.
          </>
        )}
      </p>
    </section>
  )
}

function dire(dossier: Dossier, fait: CleFait, reponse: ReponseLigne): boolean {
  repondreFait(
    dossier,
    fait,
    reponse === '?' ? { valeur: null, inconnu: 'ne-sait-pas' } : { valeur: reponse === 'o' },
  )
  return true
}
