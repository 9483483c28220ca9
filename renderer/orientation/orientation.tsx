import { useEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import {
  bascules,
  type CadreLu,
  type DispositifLu,
  type Dossier,
  definitionFait,
  lieuxDeDemande,
  type MotifEcart,
  type Orientation as OrientationLue,
} from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { Identite } from '../composants/identite.tsx'
import { direTouchesPapier, produirePapier, touchesPapier } from '../documents/produire.ts'
import { catalogueEnCours, dispositifsPour, lireDossier } from '../lecture.ts'
import { ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { tribunal } from '../saisie/lignes.ts'
import { changerVolet, ecouterTouches } from '../touches.ts'
import { Changements } from './changements.tsx'
import { choisirCadre, choixDe, ecarter, retenir } from './choisir.ts'
import { DetailCadre } from './detail-cadre.tsx'
import { DetailDispositif } from './detail-dispositif.tsx'
import { direBascules } from './dire-bascules.ts'
import { Ecarter, LETTRES } from './ecarter.tsx'
import { type Groupe, Liste, rangeeCadre, rangeeDispositif } from './liste.tsx'
import css from './orientation.module.css'
import { type Rangement, ranger } from './ranger.ts'

const COMMUNES: readonly Touche[] = [
  { touche: '↑ ↓', action: 'Ligne précédente, suivante', pied: 'ligne' },
  { touche: 'F6', action: 'Dispositifs, détail, cadres (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'F5', action: 'Documents\u00a0: fiche, checklist, notes, messages' },
  ...direTouchesPapier(),
  { touche: 'Échap', action: 'Revenir au triage', pied: 'triage' },
  { touche: 'F3', action: 'Permanence' },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

const TOUCHES: readonly Touche[] = [
  {
    touche: 'Espace',
    action: 'Retenir le dispositif ou le cadre\u00a0; à nouveau\u00a0: ne plus le retenir',
    pied: 'retenir',
  },
  {
    touche: 'o v d p r t a',
    action: 'Écarter\u00a0: ordre public, victime, déjà échoué, pas de place, refus, faute de temps, autre',
    pied: 'écarter',
  },
  { touche: 'Ctrl+Z', action: 'Annuler le dernier choix', pied: 'annuler' },
  { touche: 'Ctrl+Y', action: 'Rétablir ce qui vient d’être annulé (aussi Ctrl+Maj+Z)' },
  { touche: 'F9', action: 'Antécédents' },
  ...COMMUNES,
]

/** What the user is looking at: the pane in the middle says everything about it. */
type Vise = { genre: 'dispositif' | 'cadre'; id: string }

/** The readings with their reasons, the frames that could carry them, and what would change the answer. */
export function EcranOrientation({ dossier }: { dossier: Dossier }) {
  const { orientation, refus } = lireDossier(dossier)
  const { id } = dossier
  const enquete = profil() === 'enquete'

  useEffect(() => {
    document.querySelector<HTMLElement>('[data-rangee]')?.focus()
    return ecouterTouches({
      f3: () => ouvrirEcran('permanence', id),
      f5: () => ouvrirDocuments(id),
      f9: () => {
        if (profil() !== 'enquete') ouvrirEcran('antecedents', id, useMagasin.getState().position.ligne)
      },
      f6: () => changerVolet(1),
      'Shift+F6': () => changerVolet(-1),
      ...touchesPapier(id),
    })
  }, [id])

  return (
    <Cadre
      titre="Orientation"
      coin={
        <>
          <Button className={boutons.bouton} onPress={() => revenir(id)}>
            Triage <kbd>Échap</kbd>
          </Button>
          <Button className={boutons.bouton} aria-keyshortcuts="F5" onPress={() => ouvrirDocuments(id)}>
            Documents <kbd>F5</kbd>
          </Button>
          <Button
            className={boutons.bouton}
            aria-keyshortcuts="Control+P"
            onPress={() => void produirePapier(id, 'fiche')}
          >
            Fiche <kbd>Ctrl+P</kbd>
          </Button>
        </>
      }
      bandeau={<Identite dossier={dossier} />}
      touches={enquete ? COMMUNES : TOUCHES}
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

function Contenu({ dossier, orientation }: { dossier: Dossier; orientation: OrientationLue }) {
  const role = profil()
  const enquete = role === 'enquete'
  const catalogue = catalogueEnCours()
  const dispositifs = dispositifsPour(orientation, role)
  const cadres = enquete ? [] : orientation.cadres
  const choix = choixDe(dossier)
  const ville = tribunal(dossier)
  const rangs = ranger(dispositifs, lieuxDeDemande(catalogue, ville))
  const [vise, viser] = useState<Vise>(() => ({
    genre: 'dispositif',
    id: (rangs.ouverts[0] ?? dispositifs[0])?.id ?? '',
  }))
  const toutes = useMemo(() => bascules(orientation, catalogue), [orientation, catalogue])
  const visibles = toutes.filter((b) => definitionFait(b.fait)?.roles.includes(role))
  const dispositif = dispositifs.find((d) => vise.genre === 'dispositif' && d.id === vise.id)
  const cadre = cadres.find((c) => vise.genre === 'cadre' && c.id === vise.id)

  const surLettre = (ou: Vise, lettre: string): boolean => {
    const motif = LETTRES[lettre]
    if (enquete || ou.genre !== 'dispositif' || motif === undefined) return false
    ecarter(dossier.id, ou.id, motif)
    return true
  }

  return (
    <div className={css.ecran} data-seul={enquete || undefined}>
      <div className={css.titre}>
        <h2>
          {role === 'parquet'
            ? 'Ce qui peut être requis aujourd’hui'
            : 'Ce qui peut être demandé aujourd’hui'}
        </h2>
        <p>Ceci est une aide, la décision vous revient.</p>
      </div>
      <Liste
        nom="Dispositifs"
        groupes={groupesDispositifs(rangs, choix, ville)}
        vise={dispositif?.id ?? null}
        actif={!enquete}
        onViser={(d) => viser({ genre: 'dispositif', id: d })}
        onChoisir={(d) => retenir(dossier.id, d)}
        onLettre={(d, lettre) => surLettre({ genre: 'dispositif', id: d }, lettre)}
      />
      <section
        key={vise.id}
        className={css.detail}
        data-volet
        data-entree
        data-detail
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to enter it
        tabIndex={0}
        aria-label="Détail"
      >
        {dispositif !== undefined && (
          <DetailDispositif
            dossier={dossier}
            dispositif={dispositif}
            changements={direBascules(visibles.filter((b) => b.dispositif === dispositif.id))}
            motifs={choix.ecarts.get(dispositif.id) ?? []}
            retenu={choix.retenus.includes(dispositif.id)}
          />
        )}
        {cadre !== undefined && (
          <DetailCadre
            dossier={dossier}
            cadre={cadre}
            dispositifs={dispositifs}
            retenu={choix.cadre === cadre.id}
          />
        )}
      </section>
      {!enquete && (
        <Liste
          nom="Cadres possibles (un seul se choisit)"
          groupes={groupesCadres(cadres, choix.cadre)}
          vise={cadre?.id ?? null}
          actif
          vide="Aucun cadre n’est écrit au catalogue."
          onViser={(c) => viser({ genre: 'cadre', id: c })}
          onChoisir={(c) => choisirCadre(dossier.id, c)}
          onLettre={() => false}
        />
      )}
      <div className={css.bas}>
        <Changements changements={direBascules(visibles)} dispositifs={dispositifs} />
        {!enquete && (
          <Ecarter
            nom={dispositif?.nom ?? null}
            motifs={dispositif === undefined ? [] : (choix.ecarts.get(dispositif.id) ?? [])}
            onEcarter={(motif: MotifEcart) => dispositif && ecarter(dossier.id, dispositif.id, motif)}
          />
        )}
      </div>
    </div>
  )
}

/** By reading, then in the order of the catalogue; only what belongs to this court takes more than a line. */
function groupesDispositifs(rangs: Rangement, choix: ReturnType<typeof choixDe>, ville: string): Groupe[] {
  const ici = rangs.ouverts.filter((d) => rangs.locaux.includes(d))
  const ailleurs = rangs.ouverts.filter((d) => !rangs.locaux.includes(d))
  const lignes = (liste: readonly DispositifLu[]) => liste.map((d) => rangeeDispositif(d, choix, true))
  return [
    { titre: `Propres à ${ville}`, rangees: ici.map((d) => rangeeDispositif(d, choix, false)) },
    {
      titre: 'Profil à évaluer',
      rangees: lignes(ailleurs.filter((d) => d.lecture === 'profil-a-evaluer')),
    },
    { titre: 'À vérifier', rangees: lignes(ailleurs.filter((d) => d.lecture === 'a-verifier')) },
    { titre: 'À vérifier, devant d’autres tribunaux', rangees: lignes(rangs.ailleurs) },
    { titre: 'Hors critères', rangees: lignes(rangs.hors) },
  ]
}

function groupesCadres(cadres: readonly CadreLu[], choisi: string | null): Groupe[] {
  const de = (lecture: CadreLu['lecture']) =>
    cadres.filter((c) => c.lecture === lecture).map((c) => rangeeCadre(c, choisi))
  return [
    { titre: 'Ouverts', rangees: de('ouvert') },
    { titre: 'À vérifier', rangees: de('a-verifier') },
    { titre: 'Fermés', rangees: de('ferme') },
  ]
}

function revenir(id: string): void {
  ouvrirEcran('triage', id, useMagasin.getState().position.ligne)
}

function ouvrirDocuments(id: string): void {
  ouvrirEcran('documents', id, useMagasin.getState().position.ligne)
}
