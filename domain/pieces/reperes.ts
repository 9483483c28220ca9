import type { CleFait, Declaration, Dossier, EtatFait, Reperage } from '../contrat.ts'
import { vivantes } from '../faits/etat.ts'
import type { Piece } from '../faits/piece.ts'
import { ecrireCleRepere, lireCleRepere, MOTIFS_REPERE, type MotifRepere } from '../faits/repere.ts'
import { citer } from './citer.ts'
import { natureDePiece, placeDansPiece } from './nommer.ts'

/** Where a marker stands: never a fact by itself, only what a person made of it. */
export type EtatRepere =
  | 'a-confirmer'
  /** It proposes nothing: to be read. */
  | 'a-lire'
  /** The fact already has this answer, from somewhere else. */
  | 'deja-dit'
  | 'confirme'
  | MotifRepere

/** The live declarations that concern pieces, looked up once for each state of a dossier. */
export interface ReponsesAuxReperes {
  /** Id of the declaration that quotes a passage for a fact and a value. */
  confirmes: ReadonlyMap<string, string>
  motifs: ReadonlyMap<CleFait, MotifRepere>
  /**
   * Where those answers stand, whatever the piece: a long text has thousands of markers and few answers, so that most
   * markers are known to have none before anything is written to look them up.
   */
  citations: ReadonlyMap<CleFait, readonly Pick<Extrait, 'debut' | 'fin'>[]>
  debuts: ReadonlySet<number>
}

export function reponsesAuxReperes(dossier: Dossier): ReponsesAuxReperes {
  const confirmes = new Map<string, string>()
  const motifs = new Map<CleFait, MotifRepere>()
  const citations = new Map<CleFait, Extrait[]>()
  const debuts = new Set<number>()
  for (const d of vivantes(dossier.declarations)) {
    if (d.valeur === null) continue
    if (d.extrait !== undefined) {
      confirmes.set(cleCitation(d.fait, d.valeur, d.extrait), d.id)
      citations.set(d.fait, [...(citations.get(d.fait) ?? []), d.extrait])
    }
    const cle = lireCleRepere(d.fait)
    const motif = cle && MOTIFS_REPERE.find((m) => m.code === d.valeur)
    if (cle && motif) {
      motifs.set(d.fait, motif.code)
      debuts.add(cle.debut)
    }
  }
  return { confirmes, motifs, citations, debuts }
}

type Extrait = NonNullable<Declaration['extrait']>

function cleCitation(fait: CleFait, valeur: Declaration['valeur'], extrait: Extrait): string {
  return JSON.stringify([fait, valeur, extrait.piece, extrait.debut, extrait.fin, extrait.texte])
}

function extraitDe(piece: Piece, reperage: Reperage): Extrait {
  return { piece: placeDansPiece(piece, reperage.debut), ...citer(piece.texte, reperage) }
}

// Looked up for every marker at each answer: a marker never changes, and belongs to one piece.
const cles = new WeakMap<Reperage, { piece: Piece; citation: string; fait: CleFait }>()

function clesDe(piece: Piece, reperage: Reperage): { citation: string; fait: CleFait } {
  const connues = cles.get(reperage)
  if (connues?.piece === piece) return connues
  const { debut, fin, code, proposition } = reperage
  const citation =
    proposition === null ? '' : cleCitation(proposition.fait, proposition.valeur, extraitDe(piece, reperage))
  const fait = ecrireCleRepere({ piece: piece.id, debut, fin, quoi: proposition?.fait ?? code })
  const neuves = { piece, citation, fait }
  cles.set(reperage, neuves)
  return neuves
}

/** The fact that holds what was answered of a marker, other than a confirmation. */
export function faitDuRepere(piece: Piece, reperage: Reperage): CleFait {
  return clesDe(piece, reperage).fait
}

/** Id of the live declaration that confirms a marker; `null` when none does. */
export function confirmationDe(
  reponses: ReponsesAuxReperes,
  piece: Piece,
  reperage: Reperage,
): string | null {
  const { proposition, debut, fin } = reperage
  if (proposition === null) return null
  const autour = reponses.citations.get(proposition.fait)?.some((c) => c.debut <= debut && c.fin >= fin)
  if (autour !== true) return null
  return reponses.confirmes.get(clesDe(piece, reperage).citation) ?? null
}

export function etatDuRepere(
  reponses: ReponsesAuxReperes,
  piece: Piece,
  reperage: Reperage,
  etatFait: (fait: CleFait) => EtatFait,
): EtatRepere {
  const motif = reponses.debuts.has(reperage.debut)
    ? reponses.motifs.get(faitDuRepere(piece, reperage))
    : undefined
  if (motif !== undefined) return motif
  if (reperage.proposition === null) return 'a-lire'
  if (confirmationDe(reponses, piece, reperage) !== null) return 'confirme'
  return estDit(etatFait(reperage.proposition.fait), reperage.proposition.valeur) ? 'deja-dit' : 'a-confirmer'
}

function estDit(etat: EtatFait, valeur: boolean | string | string[]): boolean {
  if (etat.etat !== 'connu') return false
  const dites = Array.isArray(etat.valeur) ? etat.valeur : [etat.valeur]
  return (Array.isArray(valeur) ? valeur : [valeur]).every((v) => dites.some((d) => d === v))
}

/**
 * What a person says by confirming a marker; `null` when it proposes nothing. It takes no other answer back: two
 * pieces that disagree make the fact contradictory.
 */
export function confirmerRepere(
  piece: Piece,
  reperage: Reperage,
  contexte: Pick<Declaration, 'id' | 'date' | 'auteur'>,
): Declaration | null {
  if (reperage.proposition === null) return null
  return {
    ...reperage.proposition,
    ...contexte,
    origine: natureDePiece(piece.nature).origine,
    verifie: false,
    extrait: extraitDe(piece, reperage),
  }
}
