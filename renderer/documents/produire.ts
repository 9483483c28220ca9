import type { Entree } from '../../electron/ipc/contract.ts'
import type { Touche } from '../composants/aide.tsx'
import { toutEnvoyer } from '../envoi.ts'
import { dire, jourDuTableau } from '../magasin.ts'
import { appeler } from '../pont.ts'
import { estChamp, siFocusPerdu } from '../touches.ts'
import { focaliserLigne } from '../triage/focus.ts'
import { type DocumentPropose, estMessage } from './contenus.ts'
import { noterProgres, useDocuments } from './etat.ts'
import { copier } from './presse-papiers.ts'

/** Every act of the screen that leaves the page: a file, or the clipboard. */

const NBSP = '\u00a0'
const PAS_ENREGISTRE = `Ce qui vient d’être tapé n’est pas encore enregistré${NBSP}: recommencez dans un instant.`
const COPIE_REFUSEE = `Le presse-papiers n’est pas accessible${NBSP}: sélectionnez le texte de la page, puis Ctrl+C.`

/** What is being typed becomes acts, and the acts reach the disk: only then is the document made from them. */
export async function toutGarder(): Promise<boolean> {
  const actif = document.activeElement
  if (estChamp(actif)) {
    const ligne = actif.closest<HTMLElement>('[data-ligne]')?.dataset.ligne
    actif.blur()
    actif.focus({ preventScroll: true })
    // On the triage the field closes with what it held.
    if (ligne !== undefined) siFocusPerdu(() => focaliserLigne(ligne))
  }
  if (await toutEnvoyer()) return true
  dire(PAS_ENREGISTRE)
  return false
}

type Choisi = Pick<DocumentPropose, 'nom' | 'version'>

function demande(dossier: string, { nom, version }: Choisi) {
  return { dossier, document: nom, ...(version && { version }) }
}

type Format = NonNullable<Entree<'documents.produire'>['format']>

/** A message has no page: whatever the format asked for, its file is plain text. */
export async function produire(dossier: string, d: DocumentPropose, voulu: Format): Promise<void> {
  const format = estMessage(d.nom) ? 'txt' : voulu
  dire('Document en préparation…')
  if (!(await toutGarder())) return
  const fait = await appeler('documents.produire', { ...demande(dossier, d), format })
  if (!fait.ok) return dire(fait.message)
  const { fichier, modele } = fait.valeur
  dire([`Document prêt${NBSP}: ${fichier}`, modele ?? ''].filter((x) => x !== '').join('. '))
}

/** True once it is in the clipboard; a sentence says what happened either way. */
export async function copierDocument(dossier: string, d: Choisi, miseEnForme: boolean): Promise<boolean> {
  if (!(await toutGarder())) return false
  const lu = await appeler('documents.copier', demande(dossier, d))
  if (!lu.ok) {
    dire(lu.message)
    return false
  }
  const { texte, html } = lu.valeur
  const copie = miseEnForme ? copier(texte, html) : copier(texte)
  if (!copie) dire(COPIE_REFUSEE)
  else
    dire(
      miseEnForme ? 'Copié avec la mise en forme.' : 'Copié en texte simple, pour Cassiopée ou un courriel.',
    )
  return copie
}

// ───────────────────────────── the paper of a screen ─────────────────────────────

const PAPIERS = { fiche: 'Fiche', checklist: 'Checklist' } as const
type Papier = keyof typeof PAPIERS

export async function produirePapier(dossier: string, document: Papier): Promise<void> {
  dire(`${PAPIERS[document]} en préparation…`)
  if (!(await toutGarder())) return
  const fait = await appeler('documents.produire', { dossier, document })
  dire(fait.ok ? `${PAPIERS[document]} prête${NBSP}: ${fait.valeur.fichier}` : fait.message)
}

/** The same two keys on every screen of one person: its paper as a PDF, or as plain text in the clipboard. */
export function touchesPapier(dossier: string, document: Papier = 'fiche') {
  return {
    'Control+p': () => void produirePapier(dossier, document),
    'Control+Shift+c': () => void copierDocument(dossier, { nom: document }, false),
  }
}

/** As the footer and the help say them. */
export function direTouchesPapier(papier: Papier = 'fiche'): readonly Touche[] {
  const nom = papier === 'fiche' ? 'Fiche d’orientation' : 'Checklist'
  return [
    { touche: 'Ctrl+P', action: `${nom} en PDF`, pied: papier },
    { touche: 'Ctrl+Maj+C', action: `${nom} copiée en texte simple` },
  ]
}

// ───────────────────────────── the whole hearing ─────────────────────────────

export async function produireDossierAudience(personnes: number): Promise<void> {
  if (useDocuments.getState().progres !== null) return
  noterProgres({ etape: 'lecture', fait: 0, total: personnes })
  dire(null)
  const resultat = (await toutGarder())
    ? await appeler('documents.dossierAudience', { dateAudience: jourDuTableau() })
    : null
  noterProgres(null)
  if (resultat === null) return
  if (!resultat.ok) return dire(resultat.message)
  const { fichier, sansFiche } = resultat.valeur
  dire(`Dossier d’audience prêt${NBSP}: ${fichier}${direSansFiche(sansFiche)}`)
}

function direSansFiche(nombre: number): string {
  if (nombre === 0) return ''
  return nombre === 1
    ? `. Une personne n’y est pas${NBSP}: son identité ou sa procédure est à revoir.`
    : `. ${nombre} personnes n’y sont pas${NBSP}: leur identité ou leur procédure est à revoir.`
}

export function annulerDossierAudience(): void {
  if (useDocuments.getState().progres !== null) void appeler('documents.annuler', {})
}

export async function produireListe(avecNoms: boolean): Promise<void> {
  dire('Liste en préparation…')
  if (!(await toutGarder())) return
  const fait = await appeler('documents.liste', { dateAudience: jourDuTableau(), avecNoms })
  if (!fait.ok) return dire(fait.message)
  const { fichier, sansFiche } = fait.valeur
  dire(`Liste de permanence prête${NBSP}: ${fichier}${direSansFiche(sansFiche)}`)
}
