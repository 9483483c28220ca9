import type { DispositifLu, Dossier, Role } from '../../domain/index.ts'
import { dispositifsPour, lireDossier } from '../lecture.ts'
import type { Trois } from './forme.tsx'

/** The three readings of a programme; never « éligible » alone, never a number. */
export const LECTURES: Readonly<Record<DispositifLu['lecture'], { mot: string; forme: Trois }>> = {
  'profil-a-evaluer': { mot: 'Profil à évaluer', forme: 'oui' },
  'a-verifier': { mot: 'À vérifier', forme: 'inconnu' },
  'hors-criteres': { mot: 'Hors critères', forme: 'non' },
}

export const PROFILS: Readonly<Record<Role, string>> = {
  parquet: 'Parquet',
  enquete: 'Enquête sociale',
  defense: 'Défense',
}

/** « MODELE Camille », or what tells two unnamed people apart. */
export function nomDe(dossier: Dossier): string {
  const { nom, prenoms } = dossier.personne ?? {}
  const complet = [nom?.toLocaleUpperCase('fr'), prenoms].filter(Boolean).join(' ')
  return complet === '' ? 'Sans nom' : complet
}

/** « MODELE C. » where room is short. */
export function nomCourt(dossier: Dossier): string {
  const { nom, prenoms } = dossier.personne ?? {}
  if (!nom) return nomDe(dossier)
  return prenoms
    ? `${nom.toLocaleUpperCase('fr')} ${prenoms.charAt(0).toLocaleUpperCase('fr')}.`
    : nomDe(dossier)
}

/** « 1 déféré », « 3 déférés » */
export function compter(nombre: number, mot: string): string {
  return `${nombre} ${mot}${nombre > 1 ? 's' : ''}`
}

/** The first dispositif of the catalogue, which the board shows in words; null where the rules refuse the dossier. */
export function premierDispositif(dossier: Dossier, role: Role): DispositifLu | null {
  const { orientation } = lireDossier(dossier)
  return orientation === null ? null : (dispositifsPour(orientation, role)[0] ?? null)
}
