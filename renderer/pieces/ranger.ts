import {
  type Dossier,
  type EtatRepere,
  etatDuRepere,
  faitVisible,
  type Piece,
  type ReperageExplique,
  type Role,
  reponsesAuxReperes,
} from '../../domain/index.ts'
import { etatFait } from '../lecture.ts'
import { FAMILLES, NIVEAUX } from './dire.ts'
import type { Reperes } from './etat.ts'

/** What the list shows, in its order: by family, then by strength, then as in the text. */

export interface Groupe {
  titre: string
  lettre: string
  niveau: (typeof NIVEAUX)[number]
  /** Places in the list of markers. */
  rangs: readonly number[]
}

const parRole = new WeakMap<object, readonly ReperageExplique[]>()

/** The markers as a profile may answer them: nothing is proposed on a fact that it does not see. */
export function reperesPour(reperes: Reperes | undefined, role: Role): readonly ReperageExplique[] {
  if (reperes === undefined || reperes === 'echec') return []
  const connus = parRole.get(reperes)
  if (connus) return connus
  const vus = reperes.map((r) =>
    r.proposition === null || faitVisible(r.proposition.fait, role) ? r : { ...r, proposition: null },
  )
  parRole.set(reperes, vus)
  return vus
}

export function enGroupes(reperes: readonly ReperageExplique[]): Groupe[] {
  const parGroupe = new Map<string, number[]>()
  for (const [rang, r] of reperes.entries()) {
    const cle = `${r.famille}/${r.niveau}`
    const rangs = parGroupe.get(cle)
    if (rangs === undefined) parGroupe.set(cle, [rang])
    else rangs.push(rang)
  }
  const place = (rang: number) => reperes[rang]?.debut ?? 0
  return FAMILLES.flatMap(({ code, titre, lettre }) =>
    NIVEAUX.flatMap((niveau) => {
      const rangs = parGroupe.get(`${code}/${niveau.code}`)?.sort((a, b) => place(a) - place(b) || a - b)
      return rangs === undefined ? [] : { titre, lettre, niveau, rangs }
    }),
  )
}

export function ignoresDe(reperes: readonly ReperageExplique[]): readonly number[] {
  return reperes.flatMap((r, rang) => (r.niveau === 'ignore' ? [rang] : []))
}

const derniers = new WeakMap<object, { dossier: Dossier; piece: Piece; etats: readonly EtatRepere[] }>()

/** One state for each marker, in the order of the markers; looked up once for each state of a dossier. */
export function etatsDe(
  dossier: Dossier,
  piece: Piece,
  reperes: readonly ReperageExplique[],
): readonly EtatRepere[] {
  const connus = derniers.get(reperes)
  if (connus?.dossier === dossier && connus.piece === piece) return connus.etats
  const reponses = reponsesAuxReperes(dossier)
  const etats = reperes.map((r) => etatDuRepere(reponses, piece, r, (fait) => etatFait(dossier, fait)))
  derniers.set(reperes, { dossier, piece, etats })
  return etats
}

export interface Compte {
  aConfirmer: number
  aLire: number
  confirmes: number
}

export function compterReperes(reperes: readonly ReperageExplique[], etats: readonly EtatRepere[]): Compte {
  const compte = { aConfirmer: 0, aLire: 0, confirmes: 0 }
  for (const [i, { niveau }] of reperes.entries()) {
    if (niveau === 'ignore') continue
    if (etats[i] === 'a-confirmer') compte.aConfirmer += 1
    else if (etats[i] === 'a-lire') compte.aLire += 1
    else if (etats[i] === 'confirme') compte.confirmes += 1
  }
  return compte
}
