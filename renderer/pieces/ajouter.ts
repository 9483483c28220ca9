import { type NaturePiece, nommerPiece, type Piece } from '../../domain/index.ts'
import { deposer, toutEnvoyer } from '../envoi.ts'
import { depuisTexte, extraire, type Page } from '../extraction/index.ts'
import { instant } from '../horloge.ts'
import { avantVerrouiller, dire } from '../magasin.ts'
import { appeler } from '../pont.ts'
import {
  BROUILLON_VIDE,
  brouillonDe,
  choisirPiece,
  ecrireBrouillon,
  jeterBrouillon,
  noterPieces,
  piecesDe,
  TEXTE_MAX,
  usePieces,
} from './etat.ts'
import { lireReperes } from './lecture.ts'

/** How a piece comes in: a text or a file, its nature, then the store. Whatever is refused leaves nothing behind. */

const TROP_LONG = `Ce texte dépasse ${TEXTE_MAX / 1_000_000}\u00a0millions de caractères\u00a0: gardez les seules pages utiles, puis recommencez.`
const MUETTE = 'Choisissez la nature de la pièce\u00a0: a, e, c ou x.'

/** Reads the pieces of a dossier from the store, once; the sentence says why they could not be. */
export async function chargerPieces(dossier: string): Promise<void> {
  if (usePieces.getState().pieces[dossier] === undefined) {
    await toutEnvoyer()
    const lues = await appeler('pieces.lister', { dossier })
    if (!lues.ok) return dire(lues.message)
    noterPieces(dossier, lues.valeur.pieces)
  }
  lireReperes(piecesDe(dossier))
}

/** A text from the clipboard, after what was already typed; false when it is too long, and nothing changed. */
export function coller(dossier: string, texte: string): boolean {
  const { texte: avant, fichier } = brouillonDe(dossier)
  const suite = fichier === null && avant !== '' ? `${avant}\n${texte}` : texte
  if (suite.length > TEXTE_MAX) {
    ecrireBrouillon(dossier, { refus: TROP_LONG })
    return false
  }
  interrompre(dossier)
  ecrireBrouillon(dossier, { texte: suite, fichier: null, refus: null })
  return true
}

const enCours = new Map<string, AbortController>()

/** Reads a file beside the page; the nature may be chosen meanwhile, and the piece is added once both are known. */
export async function ouvrirFichier(dossier: string, fichier: File): Promise<void> {
  interrompre(dossier)
  const arret = new AbortController()
  enCours.set(dossier, arret)
  const vu = { nom: fichier.name, pages: null }
  ecrireBrouillon(dossier, { ...BROUILLON_VIDE, fichier: { ...vu, progres: null } })
  const lu = await extraire(fichier, {
    signal: arret.signal,
    progres: (progres) => {
      if (enCours.get(dossier) === arret) ecrireBrouillon(dossier, { fichier: { ...vu, progres } })
    },
  })
  // Another file, a paste or a lock took its place: nothing of this one is kept.
  if (enCours.get(dossier) !== arret) return
  enCours.delete(dossier)
  if (!lu.ok || lu.texte.length > TEXTE_MAX) {
    ecrireBrouillon(dossier, { ...BROUILLON_VIDE, refus: lu.ok ? TROP_LONG : lu.message })
    return
  }
  ecrireBrouillon(dossier, {
    texte: lu.texte,
    fichier: { nom: fichier.name, progres: null, pages: lu.pages },
  })
  const { nature } = brouillonDe(dossier)
  if (nature !== null) await ajouter(dossier, nature)
}

/** Stops reading the file of a dossier; nothing of it is kept. */
export function interrompre(dossier: string): void {
  const arret = enCours.get(dossier)
  if (arret === undefined) return
  enCours.delete(dossier)
  arret.abort()
  ecrireBrouillon(dossier, { ...BROUILLON_VIDE })
}

/** Gives the draft its nature and adds it; while its file is still being read, it is added at the end. */
export async function ajouter(dossier: string, nature: NaturePiece | null): Promise<boolean> {
  if (nature === null) {
    ecrireBrouillon(dossier, { refus: MUETTE })
    return false
  }
  ecrireBrouillon(dossier, { nature, refus: null })
  if (enCours.has(dossier)) return false
  const piece = pieceDuBrouillon(dossier, nature)
  if (typeof piece === 'string') {
    ecrireBrouillon(dossier, { refus: piece })
    return false
  }
  const jumelle = piecesDe(dossier).find((p) => p.texte === piece.texte)
  if (jumelle === undefined) {
    // The dossier itself may still be on its way to the disk.
    await toutEnvoyer()
    const ajoutee = await appeler('pieces.ajouter', { dossier, piece })
    if (!ajoutee.ok) {
      ecrireBrouillon(dossier, { refus: ajoutee.message })
      return false
    }
    noterPieces(dossier, [...piecesDe(dossier), piece])
    lireReperes([piece])
    dire(`${piece.nom}\u00a0: pièce enregistrée avec le dossier.`)
  } else dire(`Ce texte est déjà dans le dossier\u00a0: ${jumelle.nom}.`)
  jeterBrouillon(dossier)
  choisirPiece(dossier, (jumelle ?? piece).id)
  return true
}

/** The piece that a draft makes, or the sentence that says why it makes none. */
function pieceDuBrouillon(dossier: string, nature: NaturePiece): Piece | string {
  const { texte, fichier, nom } = brouillonDe(dossier)
  let pages: readonly Page[] | null = fichier?.pages ?? null
  let propre = texte
  if (pages === null) {
    const lu = depuisTexte(texte)
    if (!lu.ok)
      return lu.code === 'trop-de-texte'
        ? TROP_LONG
        : 'Rien à lire\u00a0: collez d’abord le texte de la pièce.'
    ;({ texte: propre, pages } = lu)
  }
  if (propre.length > TEXTE_MAX) return TROP_LONG
  const pris = piecesDe(dossier).map((p) => p.nom)
  // « Pièce » alone says nothing: a file gives its name to what has no nature of its own.
  const saisi = nom.trim() === '' && nature === 'autre' ? nomDeFichier(fichier?.nom ?? '') : nom
  return {
    id: crypto.randomUUID(),
    nom: nommerPiece(nature, saisi, pris),
    nature,
    texte: propre,
    pages: pages.map((p) => ({ ...p })),
    ajouteLe: instant(),
  }
}

function nomDeFichier(nom: string): string {
  return nom
    .replace(/\.[^.]*$/, '')
    .replace(/_+/g, ' ')
    .trim()
}

/** Placeholder of the name field: what the piece will be called if nothing is typed. */
export function nomPropose(dossier: string, nature: NaturePiece | null): string {
  return nature === null
    ? ''
    : nommerPiece(
        nature,
        '',
        piecesDe(dossier).map((p) => p.nom),
      )
}

/** Locking loses nothing: a text that waited for its nature is kept as a piece; a file can be opened again. */
avantVerrouiller(() => {
  for (const dossier of Object.keys(usePieces.getState().brouillons)) {
    interrompre(dossier)
    const { nature } = brouillonDe(dossier)
    const piece = pieceDuBrouillon(dossier, nature ?? 'autre')
    jeterBrouillon(dossier)
    if (typeof piece === 'string' || piecesDe(dossier).some((p) => p.texte === piece.texte)) continue
    noterPieces(dossier, [...piecesDe(dossier), piece])
    deposer({ route: 'pieces.ajouter', entree: { dossier, piece } })
  }
})
