import {
  type Contact,
  direDuree,
  direHeure,
  lireHeure,
  minutageDu,
  minutesDe,
  type Reglages,
} from '../../domain/index.ts'

/** What is typed in the settings, read and said again; nothing here knows the page. */

/** Longest text of a contact (reglagesSchema). */
export const LONGUEUR_MAX = 200
export const CONTACTS_MAX = 200

const PHRASE_HEURE = 'Cette heure n’existe pas. Écrivez-la ainsi\u00a0: 13:00, 13 h 00 ou 1300.'
const PHRASE_DUREE = 'De 5 minutes à 10 heures attendues\u00a0: écrivez 90 ou 1 h 30.'
const PHRASE_ORDRE =
  'La fin des déferrements viendrait après l’audience\u00a0: changez aussi l’autre heure, les deux seront gardées.'
const PHRASE_VERROU = 'De 5 à 120 minutes\u00a0: écrivez 10.'
export const PHRASE_QUESTIONS =
  'Cochez au moins une question\u00a0; d’ici là, celles d’avant restent enregistrées.'
const PHRASE_COURRIEL = 'Une adresse de courriel contient un @. Elle est gardée telle quelle.'

/** Minutes, from `90`, `90 min`, `1 h 30`, `1h`, `1:30`; null when it is no duration. */
export function lireDuree(texte: string): number | null {
  const t = texte.trim().toLocaleLowerCase('fr')
  const enMinutes = /^(\d{1,3})\s*(?:min|mn|minutes?)?$/.exec(t)
  if (enMinutes) return Number(enMinutes[1])
  const lu = /^(\d{1,2})\s*[:h]\s*(\d{1,2})?\s*(?:min|mn)?$/.exec(t)
  if (lu === null || Number(lu[2] ?? 0) > 59) return null
  return Number(lu[1]) * 60 + Number(lu[2] ?? 0)
}

export const CHAMPS = ['heureAudience', 'finDeferrements', 'dureeEnquete', 'verrouApres'] as const
export type Champ = (typeof CHAMPS)[number]

/** How a kept value stands in its field. */
export function ecrireChamp(champ: Champ, r: Reglages): string {
  if (champ === 'heureAudience' || champ === 'finDeferrements') return r[champ]
  return direDuree(r[champ])
}

export interface ChampsLus {
  /** What may be kept. */
  valeurs: Partial<Pick<Reglages, Champ>>
  phrases: Partial<Record<Champ, string>>
}

/** Every field typed in and not kept yet, read together: two hours that only make sense changed both are kept both. */
export function lireChamps(tapes: Readonly<Partial<Record<Champ, string>>>, r: Reglages): ChampsLus {
  const { valeurs, phrases }: ChampsLus = { valeurs: {}, phrases: {} }
  for (const champ of ['heureAudience', 'finDeferrements'] as const) {
    const texte = tapes[champ]
    if (texte === undefined) continue
    const lue = lireHeure(texte)
    if (lue === null) phrases[champ] = PHRASE_HEURE
    else valeurs[champ] = lue
  }
  const fin = valeurs.finDeferrements ?? r.finDeferrements
  if (fin > (valeurs.heureAudience ?? r.heureAudience)) {
    for (const champ of ['heureAudience', 'finDeferrements'] as const) {
      if (valeurs[champ] === undefined) continue
      phrases[champ] = PHRASE_ORDRE
      delete valeurs[champ]
    }
  }
  if (tapes.dureeEnquete !== undefined) {
    const lue = lireDuree(tapes.dureeEnquete)
    if (lue === null || lue < 5 || lue > 600) phrases.dureeEnquete = PHRASE_DUREE
    else valeurs.dureeEnquete = lue
  }
  if (tapes.verrouApres !== undefined) {
    const lu = lireDuree(tapes.verrouApres)
    if (lu === null || lu < 5 || lu > 120) phrases.verrouApres = PHRASE_VERROU
    else valeurs.verrouApres = lu
  }
  return { valeurs, phrases }
}

/** The usual day: no hearing was moved. */
const JOUR = '2000-01-01'

/** Derived, never typed: last moment at which an enquête can still be asked for. */
export function direDerniereHeure(r: Reglages): string {
  const debut = minutesDe(r.finDeferrements) - r.dureeEnquete
  if (debut < 0) return 'Aucune heure utile\u00a0: une enquête est plus longue que la matinée.'
  const { derniereHeureUtile } = minutageDu({ ...r, audiences: {} }, JOUR)
  return `Dernière heure utile pour demander une enquête\u00a0: ${direHeure(derniereHeureUtile).replaceAll(' ', '\u00a0')}.`
}

export const FONCTIONS: Readonly<Record<Contact['fonction'], string>> = {
  apcars: 'APCARS',
  jap: 'JAP',
  spip: 'SPIP',
  avocat: 'Avocat, barreau',
  siao: 'SIAO',
  csapa: 'CSAPA',
  autre: 'Autre',
}

export const CHAMPS_CONTACT = ['nom', 'ville', 'telephone', 'courriel'] as const
export type ChampContact = (typeof CHAMPS_CONTACT)[number]

/** One sentence for a text that cannot be kept, or that is kept and looks wrong; null when all is well. */
export function noteContact(champ: ChampContact, texte: string): string | null {
  if (texte.length > LONGUEUR_MAX)
    return `Trop long (${texte.length} caractères, ${LONGUEUR_MAX} au plus)\u00a0: raccourcissez, ce texte n’est pas enregistré.`
  if (champ === 'courriel' && texte.trim() !== '' && !texte.includes('@')) return PHRASE_COURRIEL
  return null
}

/** Ten digits are shown in pairs, anything else as typed. */
export function direTelephone(texte: string): string {
  const chiffres = texte.replace(/[\s.-]/g, '')
  if (!/^\d{10}$/.test(chiffres)) return texte.trim()
  return (chiffres.match(/\d\d/g) ?? []).join('\u00a0')
}
