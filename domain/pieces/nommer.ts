import type { Declaration } from '../contrat.ts'
import type { Piece } from '../faits/piece.ts'
import { plier } from '../texte.ts'

export type NaturePiece = Piece['nature']

interface NatureDePiece {
  code: NaturePiece
  /** How a quotation names the piece: « audition p. 3 ». */
  mot: string
  origine: Declaration['origine']
}

/** The certificate of the garde à vue belongs to the procedure (contrat.ts, `Origine`). */
export const NATURES_PIECE = [
  { code: 'audition', mot: 'audition', origine: 'procedure' },
  { code: 'enquete', mot: 'enquête sociale', origine: 'enquete' },
  { code: 'certificat', mot: 'certificat médical', origine: 'procedure' },
  { code: 'autre', mot: 'pièce', origine: 'document' },
] as const satisfies readonly NatureDePiece[]

export function natureDePiece(code: NaturePiece): NatureDePiece {
  return NATURES_PIECE.find((n) => n.code === code) ?? NATURES_PIECE[3]
}

/** Longest name kept, room left for a number (piece.ts). */
const NOM_MAX = 180

/** The name typed, or that of its nature; a number tells it from those already taken, so that a quotation names one piece. */
export function nommerPiece(nature: NaturePiece, saisi: string, pris: readonly string[]): string {
  const { mot } = natureDePiece(nature)
  const propre = saisi.replace(/\s+/g, ' ').trim().slice(0, NOM_MAX)
  const nom = propre === '' ? mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1) : propre
  const connus = new Set(pris.map(plier))
  for (let rang = 1; ; rang++) {
    const essai = rang === 1 ? nom : `${nom} ${rang}`
    if (!connus.has(plier(essai))) return essai
  }
}

/** Number of the page, from 1, that holds an offset; `null` where the piece has a single one. */
export function pageDePiece({ pages }: Pick<Piece, 'pages'>, offset: number): number | null {
  if (pages.length < 2) return null
  const suivante = pages.findIndex((p) => offset < p.fin)
  return suivante < 0 ? pages.length : suivante + 1
}

/** Where a passage is, as a person looks for it: « audition p. 3 », « audition (PV du matin) p. 3 ». */
export function placeDansPiece(piece: Pick<Piece, 'nom' | 'nature' | 'pages'>, offset: number): string {
  const { mot } = natureDePiece(piece.nature)
  const reste = piece.nom.slice(mot.length)
  const nomme = plier(piece.nom.slice(0, mot.length)) === plier(mot) && !/^[\p{L}\d_]/u.test(reste)
  const page = pageDePiece(piece, offset)
  return `${nomme ? mot + reste : `${mot} (${piece.nom})`}${page === null ? '' : ` p. ${page}`}`
}
