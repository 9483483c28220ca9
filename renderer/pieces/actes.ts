import {
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
import { declarer, dire, dossierDe, ensemble } from '../magasin.ts'
import { appeler } from '../pont.ts'
import { acte } from '../saisie/acte.ts'
import { annulerAussi } from '../saisie/historique.ts'
import { choisirPiece, noterPieces, noterRetrait, piecesDe, usePieces } from './etat.ts'
import { lireReperes } from './lecture.ts'

/** What a person answers of a marker: declarations like any other, undone like any other. */

/** False when the marker proposes nothing. A marker set aside before no longer is. */
export function confirmer(id: string, piece: Piece, repere: ReperageExplique): boolean {
  const dossier = dossierDe(id)
  const declaration = confirmerRepere(piece, repere, acte())
  if (!dossier || declaration === null) return false
  if (confirmationDe(reponsesAuxReperes(dossier), piece, repere) !== null) return true
  ensemble(() => {
    reprendreMotif(dossier, piece, repere)
    declarer(id, [declaration])
  })
  return true
}

/** Sets a marker aside; a confirmation made before is taken back with it. */
export function ecarter(id: string, piece: Piece, repere: ReperageExplique, motif: MotifRepere): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  ensemble(() => {
    reprendreConfirmation(dossier, piece, repere)
    repondreMotif(dossier, piece, repere, { valeur: motif })
  })
}

/** « To confirm » again. */
export function reprendre(id: string, piece: Piece, repere: ReperageExplique): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  ensemble(() => {
    reprendreConfirmation(dossier, piece, repere)
    reprendreMotif(dossier, piece, repere)
  })
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

/** « Ctrl+Z »: the last piece taken out comes back, when nothing was said since. */
annulerAussi(({ id }, dernierActe) => {
  const { retiree } = usePieces.getState()
  if (retiree === null || retiree.dossier !== id) return null
  if (dernierActe !== null && Date.parse(dernierActe) > Date.parse(retiree.le)) return null
  return remettre(id, retiree.piece)
})

async function remettre(id: string, piece: Piece): Promise<string> {
  const remise = await appeler('pieces.ajouter', { dossier: id, piece })
  if (!remise.ok) return remise.message
  noterRetrait(null)
  noterPieces(
    id,
    [...piecesDe(id), piece].sort((a, b) => Date.parse(a.ajouteLe) - Date.parse(b.ajouteLe)),
  )
  choisirPiece(id, piece.id)
  lireReperes([piece])
  return `Annulé\u00a0: le texte de «\u00a0${piece.nom}\u00a0» est remis.`
}
