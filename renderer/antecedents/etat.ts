import {
  type CasierDuDossier,
  type CasierLu,
  type Condamnation,
  casierDuDossier,
  type Dossier,
  lignesDuCasier,
} from '../../domain/index.ts'
import { vives } from '../lecture.ts'

/** What the screen shows of a joined record, derived from the dossier at each act. */

export interface LigneTexte {
  /** From 1, in the text as it is read. */
  rang: number
  /** From 1, in the text as pasted: what a correction names. */
  numero: number
  /** As printed, or as corrected. */
  texte: string
  imprimee: string
  corrigee: boolean
  nature: 'condamnation' | 'entete' | 'non-lue' | 'vide'
  /** Place, in reading order, of the conviction that the line was read into. */
  condamnation: number | null
}

export interface CondamnationSituee {
  lue: Condamnation
  /** Printed lines. */
  debut: number
  fin: number
}

export interface LectureTexte {
  lu: CasierLu
  lignes: readonly LigneTexte[]
  condamnations: readonly CondamnationSituee[]
  nonLues: readonly LigneTexte[]
}

// The domain keeps the last record read; what is drawn from it is kept beside it.
const parLecture = new WeakMap<CasierLu, LectureTexte>()

/** The record of a dossier line by line; null when none is joined. */
export function lireTexte(dossier: Dossier): LectureTexte | null {
  const casier = casierDuDossier(dossier)
  if (dossier.casier === undefined || casier === null) return null
  const connue = parLecture.get(casier.lu)
  if (connue !== undefined) return connue
  const lecture = situer(dossier.casier, casier)
  parLecture.set(casier.lu, lecture)
  return lecture
}

function situer(imprime: string, { texte, origines, lu, lignes: plages }: CasierDuDossier): LectureTexte {
  const imprimees = lignesDuCasier(imprime)
  const nonLues = new Set(lu.lignesNonLues.map((l) => l.ligne))
  const lignes = lignesDuCasier(texte).map((ligne, i): LigneTexte => {
    const rang = i + 1
    const numero = origines[i] ?? rang
    const imprimee = imprimees[numero - 1] ?? ''
    const place = plages.findIndex((p) => p.debut <= numero && numero <= p.fin)
    const natureLue = place >= 0 ? 'condamnation' : 'entete'
    return {
      rang,
      numero,
      texte: ligne,
      imprimee,
      corrigee: ligne !== imprimee,
      nature: nonLues.has(rang) ? 'non-lue' : ligne.trim() === '' ? 'vide' : natureLue,
      condamnation: place >= 0 ? place : null,
    }
  })
  const condamnations = lu.condamnations.map((lue, i) => ({ lue, debut: 1, fin: 1, ...plages[i] }))
  return { lu, lignes, condamnations, nonLues: lignes.filter((l) => l.nature === 'non-lue') }
}

/** Somebody checked this conviction against its lines. */
export function estRelue(dossier: Dossier, { debut }: CondamnationSituee): boolean {
  return vives(dossier, `casier.relue${debut}`).some((d) => d.valeur === true)
}
