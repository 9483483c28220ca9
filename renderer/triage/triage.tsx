import { memo, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { type CleFait, type Dossier, dateCourte } from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'
import boutons from '../composants/boutons.module.css'
import { Cadre } from '../composants/cadre.tsx'
import { FormulaireDossier } from '../composants/formulaire-dossier.tsx'
import { Identite } from '../composants/identite.tsx'
import { PROFILS } from '../composants/mots.ts'
import { DemandesDuDossier } from '../demandes/du-dossier.tsx'
import { direTouchesPapier, produirePapier, touchesPapier } from '../documents/produire.ts'
import {
  dire,
  dossierDe,
  ouvrirEcran,
  ouvrirPanneau,
  profil,
  tribunalDuMagasin,
  useMagasin,
} from '../magasin.ts'
import { tableauDe } from '../permanence/ordre.ts'
import { type SaisieDossier, saisieDe } from '../saisie/champs-dossier.ts'
import { appliquer } from '../saisie/dossier.ts'
import { apresHistorique } from '../saisie/historique.ts'
import { avancement, estRepondu, libelleLigne, lignesDe, vueLigne } from '../saisie/lignes.ts'
import { basculerModeCourt } from '../saisie/mode-court.ts'
import { changerVolet, ecouterTouches, siFocusPerdu } from '../touches.ts'
import { Avertissement } from './avertissement.tsx'
import { Deferes } from './deferes.tsx'
import { focaliserLigne, noterLigne } from './focus.ts'
import { LigneGrille } from './ligne.tsx'
import { lignesMontrees, useLignesMontrees } from './lignes-montrees.ts'
import { Note } from './note.tsx'
import { Orientation } from './orientation.tsx'
import { dernierActe, ligneDeReprise } from './reprise.ts'
import { Reprise } from './reprise.tsx'
import { Reste, Titres } from './titres.tsx'
import css from './triage.module.css'

const TOUCHES: readonly Touche[] = [
  { touche: 'o', action: 'Oui, puis ligne suivante', pied: 'oui' },
  { touche: 'n', action: 'Non, puis ligne suivante', pied: 'non' },
  { touche: '?', action: 'Ne sait pas (aussi «\u00a0,\u00a0» et «\u00a0i\u00a0»)', pied: 'ne sait pas' },
  { touche: '↑ ↓', action: 'Ligne précédente, suivante', pied: 'ligne' },
  { touche: 'Entrée', action: 'Précision\u00a0; à nouveau\u00a0: ligne suivante', pied: 'précision' },
  { touche: 'Retour arrière', action: 'Effacer la réponse' },
  {
    touche: 'a d e p',
    action: 'Source\u00a0: audition, dit par l’intéressé(e), enquête sociale, pièce',
  },
  { touche: 'c t b', action: 'Source\u00a0: Cassiopée ou APPI, téléphone, bulletin n° 1' },
  { touche: 'Tab', action: 'Précision, puis source' },
  { touche: 'F2', action: 'Identité et procédure', pied: 'identité' },
  { touche: 'F3', action: 'Permanence' },
  { touche: 'F4', action: 'Checklist pour le tribunal' },
  { touche: 'F5', action: 'Documents\u00a0: fiche, checklist, notes, messages' },
  { touche: 'F6', action: 'Volet suivant (Maj+F6\u00a0: précédent)', pied: 'volet' },
  { touche: 'F7', action: 'Catalogue' },
  { touche: 'F8', action: 'Orientation : dispositifs, cadres, écarter', pied: 'orientation' },
  { touche: 'F9', action: 'Antécédents : bulletin n° 1, chronologie, récidive' },
  { touche: 'F10', action: 'Pièces\u00a0: lire une audition, une enquête, un certificat' },
  { touche: 'Ctrl+↑ Ctrl+↓', action: 'Dossier précédent, suivant' },
  { touche: 'Ctrl+Entrée', action: 'Dossier suivant', pied: 'suivant' },
  { touche: 'Ctrl+M', action: 'Mode court\u00a0: quelques questions, le reste non exploré' },
  ...direTouchesPapier(),
  { touche: 'Ctrl+Z', action: 'Annuler la dernière réponse', pied: 'annuler' },
  { touche: 'Ctrl+Y', action: 'Rétablir ce qui vient d’être annulé (aussi Ctrl+Maj+Z)' },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
]

const TOUCHES_ENQUETE = TOUCHES.filter((t) => t.touche !== 'F9').map((t) =>
  t.touche === 'c t b' ? { touche: 't', action: 'Source\u00a0: téléphone (structure, proche)' } : t,
)

/** The same frame from one person to the next: only what holds a state of its own begins again with each dossier. */
export function Triage({ dossier }: { dossier: Dossier }) {
  const panneau = useMagasin((m) => m.panneau)
  const edition = useMagasin((m) => m.edition)
  // A source picked before its answer shows at once.
  useMagasin((m) => m.sources)
  const role = profil()
  const { lignes, cachees } = useLignesMontrees(dossier, role)
  const [repondues, questions] = avancement(dossier, role)
  const { id } = dossier

  useEffect(() => apresHistorique((faits) => focaliserFaits(id, faits)), [id])

  useEffect(() => {
    reprendre(id)
    return ecouterTouches({
      f2: () => ouvrirPanneau('formulaire'),
      f3: () => ouvrirEcran('permanence', id),
      f4: () => ouvrirChecklist(id),
      f5: () => ouvrirDocuments(id),
      f8: () => ouvrirEcran('orientation', id, useMagasin.getState().position.ligne),
      f9: () => ouvrirAntecedents(id),
      f10: () => ouvrirPieces(id),
      f6: () => changerVolet(1),
      'Shift+F6': () => changerVolet(-1),
      'Control+m': () => changerMode(id),
      ...touchesPapier(id),
      'Control+Enter': () => changerDossier(id, 1),
      'Control+ArrowDown': () => changerDossier(id, 1),
      'Control+ArrowUp': () => changerDossier(id, -1),
    })
  }, [id])

  return (
    <Cadre
      titre={`Permanence du ${dateCourte(dossier.dateAudience)}`}
      coin={<Coin />}
      bandeau={<Identite dossier={dossier} />}
      touches={role === 'enquete' ? TOUCHES_ENQUETE : TOUCHES}
    >
      <div className={css.contenu}>
        <Avertissement dossier={dossier} />
        <div className={css.volets}>
          <div className={css.gauche}>
            <Deferes courant={id} />
            <DemandesDuDossier dossier={dossier} />
            <Note key={id} id={id} />
          </div>
          <section className={css.centre} data-volet aria-label="Repérage">
            {panneau === 'formulaire' ? (
              <Correction key={id} dossier={dossier} />
            ) : (
              <>
                <Titres />
                {lignes.map((l, i) => (
                  <LigneGrille
                    key={l.fait}
                    id={id}
                    ligne={l}
                    libelle={libelleLigne(l)}
                    precedente={lignes[i - 1]?.fait ?? null}
                    enEdition={edition === l.fait}
                    role={role}
                    {...vueLigne(dossier, l)}
                  />
                ))}
                {cachees > 0 && <Reste cachees={cachees} fini={repondues === questions} />}
                <Reprise key={id} dossier={dossier} lignes={lignes} role={role} />
              </>
            )}
          </section>
          <Orientation dossier={dossier} />
        </div>
      </div>
    </Cadre>
  )
}

/** Where work resumes: the row that was left, else the one after the last act, else the first without an answer. */
function reprendre(id: string): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const { lignes } = lignesMontrees(dossier, profil())
  const acte = dernierActe(dossier, lignes, profil())
  const cible =
    ligneDeReprise(acte, lignes, useMagasin.getState().position.ligne) ??
    lignes.find((l) => !estRepondu(dossier, l.fait))?.fait ??
    lignes[0]?.fait
  if (cible === undefined) return
  focaliserLigne(cible)
  // Where the focus was already there, nothing else says so.
  noterLigne(cible)
}

/** The row in hand may leave with the others; the focus never does. */
function changerMode(id: string): void {
  flushSync(basculerModeCourt)
  if (document.activeElement === document.body) reprendre(id)
}

/** Apart, so that neither an answer nor another person draws the buttons again. */
const Coin = memo(function Coin() {
  const vers = (ouvrir: (id: string) => void) => () => {
    const { dossier } = useMagasin.getState().position
    if (dossier !== null) ouvrir(dossier)
  }
  return (
    <>
      {PROFILS[profil()]} · {tribunalDuMagasin()}
      <Button
        className={boutons.bouton}
        aria-keyshortcuts="F3"
        onPress={vers((id) => ouvrirEcran('permanence', id))}
      >
        Permanence <kbd>F3</kbd>
      </Button>
      {profil() !== 'enquete' && (
        <Button className={boutons.bouton} aria-keyshortcuts="F9" onPress={vers(ouvrirAntecedents)}>
          Antécédents <kbd>F9</kbd>
        </Button>
      )}
      <Button className={boutons.bouton} aria-keyshortcuts="F10" onPress={vers(ouvrirPieces)}>
        Pièces <kbd>F10</kbd>
      </Button>
      <Button className={boutons.bouton} aria-keyshortcuts="F4" onPress={vers(ouvrirChecklist)}>
        Checklist <kbd>F4</kbd>
      </Button>
      <Button className={boutons.bouton} aria-keyshortcuts="F5" onPress={vers(ouvrirDocuments)}>
        Documents <kbd>F5</kbd>
      </Button>
      <Button
        className={boutons.bouton}
        aria-keyshortcuts="Control+P"
        onPress={vers((id) => void produirePapier(id, 'fiche'))}
      >
        Fiche <kbd>Ctrl+P</kbd>
      </Button>
    </>
  )
})

/** F2: each field is kept when it is left; Enter or Escape only closes. */
function Correction({ dossier }: { dossier: Dossier }) {
  const [saisie, ecrire] = useState<SaisieDossier>(() => saisieDe(dossier))
  const { id } = dossier
  const courante = useRef(saisie)
  courante.current = saisie
  // Escape, another dossier or a lock close the panel: what was typed is kept in every case.
  useEffect(
    () => () => {
      appliquer(id, courante.current)
      // The line that had the focus was taken away by the form: work resumes where it stood.
      siFocusPerdu(() => reprendre(id))
    },
    [id],
  )
  const fermer = () => ouvrirPanneau('aucun')
  return (
    <FormulaireDossier
      titre="Identité et procédure"
      saisie={saisie}
      onChange={ecrire}
      onQuitterChamp={(s) => appliquer(id, s)}
      onEntree={fermer}
      onFermer={fermer}
      action="Revenir au triage"
      note="Chaque champ est enregistré quand vous le quittez."
    />
  )
}

/** No record exists in the investigator's profile (774 CPP). */
function ouvrirAntecedents(id: string): void {
  if (profil() !== 'enquete') ouvrirEcran('antecedents', id, useMagasin.getState().position.ligne)
}

function ouvrirPieces(id: string): void {
  ouvrirEcran('pieces', id, useMagasin.getState().position.ligne)
}

function ouvrirDocuments(id: string): void {
  ouvrirEcran('documents', id, useMagasin.getState().position.ligne)
}

function ouvrirChecklist(id: string): void {
  ouvrirEcran('checklist', id, useMagasin.getState().position.ligne)
}

/** The line that an undo was about, whether its answer or one of its details. */
function focaliserFaits(id: string, faits: readonly CleFait[]): void {
  const dossier = dossierDe(id)
  const lignes = dossier ? lignesDe(dossier, profil()) : []
  const ligne =
    lignes.find((l) => faits.includes(l.fait)) ??
    lignes.find((l) => l.precisions.some((p) => faits.includes(p)))
  if (ligne) focaliserLigne(ligne.fait)
}

function changerDossier(id: string, pas: 1 | -1): void {
  const { dossiers } = tableauDe(useMagasin.getState())
  const suivant = dossiers[dossiers.findIndex((d) => d.id === id) + pas]
  if (suivant) ouvrirEcran('triage', suivant.id)
  else dire(pas === 1 ? 'Dernier dossier du jour. F3\u00a0: permanence.' : 'Premier dossier du jour.')
}
