import { type CleFait, type LigneTriage, lignesTriage, type Role } from '../../domain/index.ts'
import { dire, profil, regler, useMagasin } from '../magasin.ts'

/** Mode court: a few questions on a day of twelve people; the rest stays unexplored and prints as such. */

/** The questions asked in the mode of this store. A choice that leaves a profile nothing to ask counts for none. */
export function lignesDuMode(role: Role): readonly LigneTriage[] {
  const { modeCourt, questionsCourtes } = useMagasin.getState().reglages
  const lignes = lignesTriage(role)
  const courtes = modeCourt ? lignes.filter((l) => questionsCourtes.includes(l.fait)) : []
  return courtes.length > 0 ? courtes : lignes
}

export function estHorsMode(fait: CleFait): boolean {
  const { modeCourt, questionsCourtes } = useMagasin.getState().reglages
  return modeCourt && !questionsCourtes.includes(fait)
}

/** « Mode court : 4 questions » */
export function nomDuMode(): string {
  const nombre = lignesDuMode(profil()).length
  return `Mode court\u00a0: ${nombre} question${nombre > 1 ? 's' : ''}`
}

export function basculerModeCourt(): void {
  const modeCourt = !useMagasin.getState().reglages.modeCourt
  regler({ modeCourt })
  dire(modeCourt ? `${nomDuMode()}.` : 'Toutes les lignes sont montrées.')
}
