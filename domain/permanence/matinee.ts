import type { DateIso } from '../contrat.ts'
import { joursEntre } from '../dates.ts'
import { direHeure } from '../faits/vocabulaire.ts'
import { direDuree, minutesEntre } from '../heures.ts'
import type { Minutage } from './reglages.ts'

/** The time that is left, said calmly: words and no alarm (design/ecrans.md §2.4, rule 4). */

export interface Matinee {
  minutage: Minutage
  /** Day of the board. */
  jour: DateIso
  /** `AAAA-MM-JJTHH:MM`, clock of Paris. */
  maintenant: string
  traites: number
  total: number
}

/** « hier », « il y a 3 jours », « demain », « dans 3 jours »; null today. */
export function direEcart(jour: DateIso, aujourdhui: DateIso): string | null {
  const n = joursEntre(aujourdhui, jour)
  if (n === 0) return null
  if (n === -1) return 'hier'
  if (n === 1) return 'demain'
  return n < 0 ? `il y a ${-n} jours` : `dans ${n} jours`
}

/** Whole minutes for each person who is left until the last one has to have been seen; null when none is left, or no time. */
export function minutesParDossier({ minutage, jour, maintenant, traites, total }: Matinee): number | null {
  if (!maintenant.startsWith(jour) || traites >= total) return null
  const minutes = Math.floor(
    minutesEntre(maintenant, `${jour}T${minutage.finDeferrements}`) / (total - traites),
  )
  return minutes > 0 ? minutes : null
}

/** « dans 2 h 11 », « commencée »; nothing on another day than today. */
export function direReste({ minutage, jour, maintenant }: Omit<Matinee, 'traites' | 'total'>): string {
  if (!maintenant.startsWith(jour)) return ''
  const reste = minutesEntre(maintenant, `${jour}T${minutage.heureAudience}`)
  return reste > 0 ? `dans ${direDuree(reste)}` : 'commencée'
}

/** What follows « Audience 13 h 00 »: « — dans 2 h 11 · 2/7 traités · ≈ 20 min par dossier ». */
export function direMatinee(m: Matinee): string {
  const { traites, total } = m
  const reste = direReste(m)
  const quand = reste === '' ? '' : `— ${reste}`
  const chacun = minutesParDossier(m)
  return [
    quand,
    total > 0 ? `${traites}/${total} traités` : '',
    chacun === null ? '' : `≈\u00a0${chacun} min par dossier`,
  ]
    .filter((x) => x !== '')
    .join(' · ')
}

/** The last moment when an enquête asked for is back in time; null on another day than today. */
export function direDerniereHeure(
  { derniereHeureUtile }: Minutage,
  dureeEnquete: number,
  { jour, maintenant }: Pick<Matinee, 'jour' | 'maintenant'>,
): string | null {
  if (!maintenant.startsWith(jour)) return null
  const heure = direHeure(derniereHeureUtile)
  const duree = `(≈\u00a0${direDuree(dureeEnquete)} par enquête)`
  return maintenant.slice(11) <= derniereHeureUtile
    ? `${heure}\u00a0: dernière heure utile pour demander l’annexe addiction ${duree}.`
    : `${heure}, dernière heure utile pour demander l’annexe addiction, est passée ${duree}.`
}
