import {
  type CleFait,
  confirmationDe,
  confirmerRepere,
  type Declaration,
  type Dossier,
  faitDuRepere,
  type MotifRepere,
  natureDePiece,
  type Piece,
  type ReperageExplique,
  repondre,
  reponsesAuxReperes,
} from '../../domain/index.ts'
import { toutEnvoyer } from '../envoi.ts'
import { instant } from '../horloge.ts'
import { auteur, declarer, dire, dossierDe } from '../magasin.ts'
import { appeler } from '../pont.ts'
import { annulerActe } from '../saisie/repondre.ts'
import { choisirPiece, noterPieces, noterRetrait, piecesDe, usePieces } from './etat.ts'
import { lireReperes } from './lecture.ts'

/** What a person answers of a marker: declarations like any other, undone like any other. */

function acte() {
  return { id: crypto.randomUUID(), date: instant(), auteur: auteur() }
}

/** False when the marker proposes nothing. A marker set aside before no longer is. */
export function confirmer(id: string, piece: Piece, repere: ReperageExplique): boolean {
  const dossier = dossierDe(id)
  const declaration = confirmerRepere(piece, repere, acte())
  if (!dossier || declaration === null) return false
  if (confirmationDe(reponsesAuxReperes(dossier), piece, repere) !== null) return true
  reprendreMotif(dossier, piece, repere)
  declarer(id, [declaration])
  return true
}

/** Sets a marker aside; a confirmation made before is taken back with it. */
export function ecarter(id: string, piece: Piece, repere: ReperageExplique, motif: MotifRepere): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  reprendreConfirmation(dossier, piece, repere)
  repondreMotif(dossier, piece, repere, { valeur: motif })
}

/** « To confirm » again. */
export function reprendre(id: string, piece: Piece, repere: ReperageExplique): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  reprendreConfirmation(dossier, piece, repere)
  reprendreMotif(dossier, piece, repere)
}

type Quoi = { valeur: MotifRepere } | { valeur: null; inconnu: 'pas-demande' }
const RIEN: Quoi = { valeur: null, inconnu: 'pas-demande' }

function repondreMotif(dossier: Dossier, piece: Piece, repere: ReperageExplique, quoi: Quoi): void {
  const { origine } = natureDePiece(piece.nature)
  const reponse = { fait: faitDuRepere(piece, repere), ...quoi, origine, verifie: false }
  declarer(dossier.id, [repondre(dossier, reponse, acte())])
}

function reprendreMotif(dossier: Dossier, piece: Piece, repere: ReperageExplique): void {
  if (reponsesAuxReperes(dossier).motifs.has(faitDuRepere(piece, repere)))
    repondreMotif(dossier, piece, repere, RIEN)
}

function reprendreConfirmation(dossier: Dossier, piece: Piece, repere: ReperageExplique): void {
  const confirmee = confirmationDe(reponsesAuxReperes(dossier), piece, repere)
  if (confirmee === null || repere.proposition === null) return
  const reprise: Declaration = {
    ...acte(),
    fait: repere.proposition.fait,
    ...RIEN,
    origine: natureDePiece(piece.nature).origine,
    verifie: false,
    retire: [confirmee],
  }
  declarer(dossier.id, [reprise])
}

/** Takes the text out; what was confirmed in it carries its own quotation and stays. */
export async function retirer(id: string, piece: Piece): Promise<void> {
  await toutEnvoyer()
  const fait = await appeler('pieces.retirer', { dossier: id, id: piece.id })
  if (!fait.ok) return dire(fait.message)
  noterPieces(
    id,
    piecesDe(id).filter((p) => p.id !== piece.id),
  )
  noterRetrait({ dossier: id, piece, le: instant() })
  dire(
    `${piece.nom}\u00a0: texte retiré. Ce qui y a été confirmé reste, avec sa citation. Ctrl+Z remet le texte.`,
  )
}

/** « Ctrl+Z »: the last answer, or the last piece taken out when nothing was answered since. */
export async function annuler(id: string): Promise<{ fait: CleFait } | { piece: string } | null> {
  const dossier = dossierDe(id)
  if (!dossier) return null
  const { retiree } = usePieces.getState()
  if (retiree === null || retiree.dossier !== id || repondDepuis(dossier, retiree.le)) {
    const fait = annulerActe(dossier)
    return fait === null ? null : { fait }
  }
  const { piece } = retiree
  const remise = await appeler('pieces.ajouter', { dossier: id, piece })
  if (!remise.ok) {
    dire(remise.message)
    return null
  }
  noterRetrait(null)
  noterPieces(
    id,
    [...piecesDe(id), piece].sort((a, b) => Date.parse(a.ajouteLe) - Date.parse(b.ajouteLe)),
  )
  choisirPiece(id, piece.id)
  lireReperes([piece])
  return { piece: piece.nom }
}

/** Was there an act since, that is not undone? */
function repondDepuis({ declarations }: Dossier, le: string): boolean {
  const annulees = new Set(declarations.map((d) => d.annule))
  return declarations.some(
    (d) =>
      Date.parse(d.date) > Date.parse(le) &&
      d.annule === undefined &&
      d.redit === undefined &&
      !annulees.has(d.id),
  )
}
