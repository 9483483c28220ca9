import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { compterDemandes, type Dossier } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { compter } from '../composants/mots.ts'
import { ouvrirPanneau, useMagasin } from '../magasin.ts'
import { siFocusPerdu } from '../touches.ts'
import { Detail } from './detail.tsx'
import { type Choisie, choisir, useDemandes } from './etat.ts'
import { demandesDe, personnesALancer } from './lire.ts'
import { Liste } from './liste.tsx'
import css from './panneau.module.css'

interface Props {
  /** In the order of the board. */
  dossiers: readonly Dossier[]
}

/** « Lancer les demandes »: the ready texts, person by person, beside the board; no dialog, nothing to confirm. */
export function PanneauDemandes({ dossiers }: Props) {
  const choisie = useDemandes((e) => e.choisie)
  const volet = useRef<HTMLElement>(null)

  useEffect(() => {
    const depart = premiere(useMagasin.getState().dossiers, useMagasin.getState().position.dossier)
    if (depart !== null) choisir(depart)
    // The chosen row is drawn one pass later; a board that opens with the pane takes the focus in that pass.
    let cadre = requestAnimationFrame(() => {
      cadre = requestAnimationFrame(() => entrer(volet.current))
    })
    return () => {
      cancelAnimationFrame(cadre)
      siFocusPerdu(() => document.querySelector<HTMLElement>('[data-bouton-demandes]')?.focus())
    }
  }, [])

  return (
    <aside
      className={css.panneau}
      aria-label="Demandes"
      ref={volet}
      {...(choisie && { 'data-dossier': choisie.dossier })}
    >
      <div className={css.tete}>
        <h2>Demandes</h2>
        <p>{resume(dossiers)}</p>
        <Button className={boutons.bouton} onPress={() => ouvrirPanneau('aucun')}>
          Fermer <kbd>Échap</kbd>
        </Button>
      </div>
      {dossiers.length === 0 ? (
        <p className={css.vide}>Aucun déféré aujourd’hui.</p>
      ) : (
        <Liste dossiers={dossiers} />
      )}
      {choisie !== null && <Detail key={`${choisie.dossier}/${choisie.destinataire}`} choisie={choisie} />}
    </aside>
  )
}

/** The row that has the focus when the pane opens: the first that is still to launch, of this person where one is given. */
function premiere(dossiers: readonly Dossier[], dossier: string | null): Choisie | null {
  const siens = dossiers.filter((d) => d.id === dossier)
  for (const d of [...siens, ...dossiers]) {
    const a = demandesDe(d).find((x) => x.motif !== null)
    if (a !== undefined) return { dossier: d.id, destinataire: a.destinataire }
  }
  for (const d of [...siens, ...dossiers]) {
    const [a] = demandesDe(d)
    if (a !== undefined) return { dossier: d.id, destinataire: a.destinataire }
  }
  return null
}

function entrer(volet: HTMLElement | null): void {
  const rangee = volet?.querySelector<HTMLElement>('[data-entree]')
  ;(rangee ?? volet?.querySelector('button'))?.focus()
}

/** What is left, what was asked, and what was not done: numbers only. */
function resume(dossiers: readonly Dossier[]): string {
  const { demandees, aRappeler, recues, fauteDeTemps, refus, sansObjet } = compterDemandes(dossiers)
  const reste = personnesALancer(dossiers)
  const parts = [
    reste === 0 ? 'rien à lancer' : `à lancer pour ${compter(reste, 'déféré')}`,
    demandees > 0 && compter(demandees, 'demandée'),
    aRappeler > 0 && `${aRappeler} à rappeler`,
    recues > 0 && compter(recues, 'reçue'),
    fauteDeTemps > 0 && `${fauteDeTemps} faute de temps`,
    refus > 0 && `${refus} refus`,
    sansObjet > 0 && `${sansObjet} sans objet`,
  ]
  return parts.filter(Boolean).join(' · ')
}
