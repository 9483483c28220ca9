import { type Contenu, dateCourte, dateEtHeure } from '../../domain/index.ts'

/** What every page says of itself, whatever the format. */
export interface Edition {
  titre: string
  /** « N° parquet 26328000123 » or, where there are several people, « Audience du 24/11/2026 ». */
  quoi: string
  /** « édité le 24/11/2026 à 11 h 18 ». */
  quand: string
  /** « catalogue 2026-11-21 (4dc74e0a9022) » ; empty for a message, which rests on no rule. */
  catalogue: string
  /** The sentence that it prepares and does not decide. */
  pied: string
  /** Invented people: said at the head of every page too. */
  exercice: boolean
}

/** The foot has one line: the header holds the number whole. */
const NUMERO_MAX = 24

export function edition(contenu: Contenu): Edition {
  const { titre } = contenu
  const exercice = contenu.exercice === true
  if (contenu.type === 'message') {
    const { numeroParquet, editeLe } = contenu.reference
    return {
      titre,
      quoi: direNumero(numeroParquet),
      quand: direQuand(editeLe),
      catalogue: '',
      pied: '',
      exercice,
    }
  }
  if (contenu.type === 'liste' || contenu.type === 'dossier-audience') {
    const { dateAudience, editeLe, catalogue, pied } = contenu
    const quoi = `Audience du ${dateCourte(dateAudience)}`
    return { titre, quoi, quand: direQuand(editeLe), catalogue: direCatalogue(catalogue), pied, exercice }
  }
  const { numeroParquet, editeLe, catalogue } = contenu.entete
  return {
    titre,
    quoi: direNumero(numeroParquet),
    quand: direQuand(editeLe),
    catalogue: direCatalogue(catalogue),
    pied: contenu.pied,
    exercice,
  }
}

export function lignePied({ quoi, quand, catalogue }: Edition): string {
  return [quoi, quand, catalogue].filter((x) => x !== '').join(' · ')
}

function direNumero(numero: string | null): string {
  return `N° parquet ${numero?.slice(0, NUMERO_MAX) ?? 'non renseigné'}`
}

function direQuand(instant: string): string {
  return `édité le ${dateEtHeure(instant)}`
}

function direCatalogue({ version, empreinte }: { version: string; empreinte: string }): string {
  return `catalogue ${version} (${empreinte.slice(0, 12)})`
}
