import type { CleFait, EtatFait } from '../contrat.ts'
import type { ValeurPossible } from './vocabulaire.ts'

/**
 * What is kept and what is set aside, with one word of why. A human decision beside the readings, which never
 * change with it; setting aside costs one key and no sentence (design/ecrans.md §2.6 C).
 */
export const MOTIFS_ECART = [
  { code: 'ordre-public', libelle: 'ordre public' },
  { code: 'victime', libelle: 'victime' },
  { code: 'deja-echoue', libelle: 'déjà échoué' },
  { code: 'pas-de-place', libelle: 'pas de place' },
  { code: 'refus', libelle: 'refus' },
  { code: 'faute-de-temps', libelle: 'faute de temps' },
  { code: 'autre', libelle: 'autre' },
] as const satisfies readonly ValeurPossible[]
export type MotifEcart = (typeof MOTIFS_ECART)[number]['code']

/** How `orientation.ecarts` holds one: « ouvrage:pas-de-place ». */
export function ecrireEcart(dispositif: string, motif: MotifEcart): string {
  return `${dispositif}:${motif}`
}

/** Ids set aside, each with the codes of its reasons: two files joined may hold two. */
export function ecartsDe(faits: Readonly<Record<CleFait, EtatFait>>): ReadonlyMap<string, readonly string[]> {
  const ecarts = new Map<string, string[]>()
  for (const ecrit of liste(faits['orientation.ecarts'])) {
    const [id = '', motif = ''] = ecrit.split(':')
    ecarts.set(id, [...(ecarts.get(id) ?? []), motif])
  }
  return ecarts
}

/** Ids of the dispositifs kept. */
export function retenusDe(faits: Readonly<Record<CleFait, EtatFait>>): readonly string[] {
  return liste(faits['orientation.choix'])
}

function liste(etat: EtatFait | undefined): readonly string[] {
  return etat?.etat === 'connu' && Array.isArray(etat.valeur) ? etat.valeur : []
}
