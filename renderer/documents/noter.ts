import {
  type CleFait,
  type Declaration,
  type Dossier,
  declarationSchema,
  repondre,
} from '../../domain/index.ts'
import { etatFait } from '../lecture.ts'
import { declarer, dossierDe, profil } from '../magasin.ts'
import { acte } from '../saisie/acte.ts'

/** What is typed for one's own note: declarations like any other, undone like any other. */

/** Longest text of one answer (schema.ts). */
export const TEXTE_MAX = declarationSchema.shape.precision.unwrap().maxLength ?? 0

export function texteDe(dossier: Dossier, fait: CleFait): string {
  const etat = etatFait(dossier, fait)
  return etat.etat === 'connu' ? String(etat.valeur) : ''
}

export function listeDe(dossier: Dossier, fait: CleFait): readonly string[] {
  const etat = etatFait(dossier, fait)
  return etat.etat === 'connu' && Array.isArray(etat.valeur) ? etat.valeur : []
}

/** Nothing but blanks takes the answer back. What is already kept is not said again. */
export function noterTexte(id: string, fait: CleFait, texte: string): void {
  const dossier = dossierDe(id)
  if (!dossier || texte.trim() === texteDe(dossier, fait)) return
  enregistrer(dossier, fait, texte.trim() === '' ? null : texte.trim())
}

export function cocherValeur(id: string, fait: CleFait, code: string): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const liste = listeDe(dossier, fait)
  const suite = liste.includes(code) ? liste.filter((x) => x !== code) : [...liste, code]
  enregistrer(dossier, fait, suite.length === 0 ? null : suite)
}

function enregistrer(dossier: Dossier, fait: CleFait, valeur: Declaration['valeur']): void {
  const quoi = valeur === null ? ({ valeur, inconnu: 'pas-demande' } as const) : { valeur }
  // Written by the one who reads it: nobody else says it, there is nothing to check.
  const origine = profil() === 'defense' ? 'avocat' : 'procedure'
  declarer(dossier.id, [repondre(dossier, { fait, ...quoi, origine, verifie: true }, acte())])
}
