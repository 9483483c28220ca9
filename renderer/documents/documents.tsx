import { useEffect, useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Dossier, Orientation } from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Identite } from '../composants/identite.tsx'
import { lireDossier } from '../lecture.ts'
import { aller, ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { changerVolet, ecouterTouches } from '../touches.ts'
import { Actions } from './actions.tsx'
import { ChampsPrives } from './champs-prives.tsx'
import { contenuDe, type DocumentPropose, documentsPour, estNote, omissionsDe } from './contenus.ts'
import css from './documents.module.css'
import { LaisseDeCote } from './laisse-de-cote.tsx'
import { Liste } from './liste.tsx'
import { Modeles } from './modeles.tsx'
import { PageDocument } from './page.tsx'
import { copierDocument, produire } from './produire.ts'

const TOUCHES: readonly Touche[] = [
  { touche: '↑ ↓', action: 'Document précédent, suivant', pied: 'document' },
  { touche: 'F6', action: 'Documents, page, actions (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'Ctrl+P', action: 'Le document en PDF', pied: 'PDF' },
  { touche: 'Ctrl+D', action: 'Le document en DOCX', pied: 'DOCX' },
  { touche: 'Ctrl+O', action: 'Le document en ODT', pied: 'ODT' },
  { touche: 'Ctrl+Maj+C', action: 'Copier en texte simple, pour Cassiopée ou un courriel', pied: 'copier' },
  { touche: 'Ctrl+Maj+F', action: 'Copier avec la mise en forme' },
  { touche: 'Ctrl+Z', action: 'Annuler le dernier acte', pied: 'annuler' },
  { touche: 'Ctrl+Y', action: 'Rétablir ce qui vient d’être annulé (aussi Ctrl+Maj+Z)' },
  { touche: 'Échap', action: 'Revenir au triage', pied: 'triage' },
  { touche: 'F3', action: 'Permanence' },
  { touche: 'F8', action: 'Orientation\u00a0: choisir le dispositif et le cadre' },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

/** One entry, all documents: what was typed is what prints, seen here before it does. */
export function Documents({ dossier }: { dossier: Dossier }) {
  const { orientation, refus } = lireDossier(dossier)
  const { id } = dossier

  useEffect(() => {
    document.querySelector<HTMLElement>('[data-document][tabindex="0"]')?.focus()
    return ecouterTouches({
      f3: () => ouvrirEcran('permanence', id),
      f8: () => ouvrirEcran('orientation', id, useMagasin.getState().position.ligne),
      f6: () => changerVolet(1),
      'Shift+F6': () => changerVolet(-1),
      'Control+p': () => void produire(id, documentChoisi(), 'pdf'),
      'Control+d': () => void produire(id, documentChoisi(), 'docx'),
      'Control+o': () => void produire(id, documentChoisi(), 'odt'),
      'Control+Shift+c': () => void copierDocument(id, documentChoisi(), false),
      'Control+Shift+f': () => void copierDocument(id, documentChoisi(), true),
    })
  }, [id])

  return (
    <Cadre
      titre="Documents"
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
      {orientation === null ? (
        <p className={css.refus} role="alert">
          {refus}
        </p>
      ) : (
        <Contenu dossier={dossier} orientation={orientation} />
      )}
    </Cadre>
  )
}

function Contenu({ dossier, orientation }: { dossier: Dossier; orientation: Orientation }) {
  const role = profil()
  const choisi = useMagasin((m) => m.position.document)
  const documents = documentsPour(role)
  const d = proposer(documents, choisi)
  // Dossiers are replaced at each act: the page follows what is typed, and is made once for each state.
  const contenu = useMemo(() => contenuDe(d, dossier, orientation), [d, dossier, orientation])
  const omissions = useMemo(() => omissionsDe(d.nom, dossier, orientation), [d, dossier, orientation])

  return (
    <div className={css.ecran}>
      <Liste documents={documents} choisi={d.cle} onChoisir={(document) => aller({ document })} />
      <section
        key={d.cle}
        className={css.page}
        data-volet
        data-entree
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to enter it
        tabIndex={0}
        aria-label="Aperçu"
      >
        <article lang="fr">
          <PageDocument contenu={contenu} />
        </article>
      </section>
      <section className={css.cote} data-volet aria-label="Actions et contenu">
        <Actions id={dossier.id} document={d} />
        {estNote(d.nom) && <ChampsPrives dossier={dossier} role={role} />}
        <LaisseDeCote omissions={omissions} />
        <Modeles />
      </section>
    </div>
  )
}

function documentChoisi(): DocumentPropose {
  return proposer(documentsPour(profil()), useMagasin.getState().position.document)
}

/** The one looked at last, or the first: every profile has its fiche. */
function proposer(documents: readonly DocumentPropose[], cle: string | undefined): DocumentPropose {
  const d = documents.find((x) => x.cle === cle) ?? documents[0]
  if (d === undefined) throw new RangeError('aucun document')
  return d
}

function revenir(id: string): void {
  ouvrirEcran('triage', id, useMagasin.getState().position.ligne)
}
