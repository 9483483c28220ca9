import { flushSync } from 'react-dom'
import { declarationsDe, type Reponse } from '../../domain/index.ts'
import { dire, ouvrirPanneau, profil, tribunalDuMagasin, useMagasin } from '../magasin.ts'
import { focaliserPremiere } from '../permanence/focus.ts'
import { creerDossier, identiteDe } from '../saisie/creer.ts'
import { estChamp } from '../touches.ts'
import { type Candidat, candidats, oublierCollage, recevoirCollage, useCollage } from './etat.ts'

/** Every act of the pane, from a key to the dossiers that it creates. Nothing here draws. */

export function ouvrirCollage(): void {
  ouvrirPanneau('collage')
}

/** Everybody who is included, in one act; then the board, on the first of them. */
export function creerTous(): void {
  const { dossiers } = useMagasin.getState()
  const nouveaux = candidats(useCollage.getState(), dossiers).filter((c) => c.inclus)
  if (nouveaux.length === 0) {
    dire('Personne à ajouter\u00a0: Espace inclut une personne.')
    return
  }
  const lot = crypto.randomUUID()
  flushSync(() => {
    for (const c of nouveaux) creerDossier(c.id, identiteDe(c.personne), reponsesDe(c), lot)
    oublierCollage()
    ouvrirPanneau('aucun')
  })
  focaliserPremiere(nouveaux.map((c) => c.id))
  dire(nouveaux.length > 1 ? `${nouveaux.length} déférés ajoutés.` : '1 déféré ajouté.')
}

function reponsesDe({ personne, categorie }: Candidat): Reponse[] {
  const tribunal = tribunalDuMagasin()
  return [
    ...declarationsDe(personne, categorie === undefined ? {} : { categorie }),
    ...(tribunal === ''
      ? []
      : [{ fait: 'procedure.tribunal', valeur: tribunal, origine: 'procedure', verifie: true } as const]),
  ]
}

// ───────────────────────────── Ctrl+V and dropped files ─────────────────────────────

const DEPOSE = 'Un fichier ne se dépose pas ici\u00a0: copiez le tableau affiché dans Cassiopée, puis Ctrl+V.'

/** Cassiopée is not the investigator’s: no key there. Returns the function that stops listening. */
export function ecouterCollage(): () => void {
  if (profil() === 'enquete') return () => {}
  document.addEventListener('paste', coller)
  document.addEventListener('dragover', survoler)
  document.addEventListener('drop', deposer)
  return () => {
    document.removeEventListener('paste', coller)
    document.removeEventListener('dragover', survoler)
    document.removeEventListener('drop', deposer)
  }
}

/** The plain text alone, whatever else the clipboard holds. One line pasted in a field is for that field. */
function coller(e: ClipboardEvent): void {
  const texte = e.clipboardData?.getData('text/plain') ?? ''
  if (estChamp(e.target) && !/[\t\r\n]/.test(texte.trim())) return
  e.preventDefault()
  recevoirCollage(texte)
}

function survoler(e: DragEvent): void {
  if (!estChamp(e.target)) e.preventDefault()
}

function deposer(e: DragEvent): void {
  if (estChamp(e.target) && e.dataTransfer?.files.length === 0) return
  e.preventDefault()
  dire(DEPOSE)
}
