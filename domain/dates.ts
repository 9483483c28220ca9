import type { DateIso } from './contrat.ts'

/** Exact calendar arithmetic over `AAAA-MM-JJ`, proleptic Gregorian, without any clock or time zone. */

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/

const JOURS_DU_MOIS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function estBissextile(annee: number): boolean {
  return (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0
}

/** `mois` from 1 to 12; 0 for a month that does not exist. */
export function joursDansMois(annee: number, mois: number): number {
  if (mois === 2 && estBissextile(annee)) return 29
  return JOURS_DU_MOIS[mois - 1] ?? 0
}

/** The date if it exists in the calendar (years 1 to 9999), otherwise null. */
export function dateIso(annee: number, mois: number, jour: number): DateIso | null {
  if (!Number.isInteger(annee) || !Number.isInteger(mois) || !Number.isInteger(jour)) return null
  if (annee < 1 || annee > 9999 || jour < 1 || jour > joursDansMois(annee, mois)) return null
  return ecrire(annee, mois, jour)
}

export function estDateIso(s: string): boolean {
  return lire(s) !== null
}

const HEURE_LOCALE = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** `13:05`, on the clock of Paris. */
export function estHeure(s: string): boolean {
  return HEURE_LOCALE.test(s)
}

/** `2026-11-24T13:05`: a day and an hour on the clock of Paris, as a court writes them. */
export function estMoment(s: string): boolean {
  return s.charAt(10) === 'T' && estDateIso(s.slice(0, 10)) && estHeure(s.slice(11))
}

export function ajouterJours(date: DateIso, jours: number): DateIso {
  return depuisNumero(numeroDuJour(date) + jours)
}

/** From day to day of the month; the last day of a shorter month when that day does not exist. */
export function ajouterMois(date: DateIso, mois: number): DateIso {
  const [annee, m, jour] = exiger(date)
  const rang = annee * 12 + (m - 1) + mois
  const anneeCible = Math.floor(rang / 12)
  const moisCible = (rang % 12) + 1
  return ecrire(anneeCible, moisCible, Math.min(jour, joursDansMois(anneeCible, moisCible)))
}

export function ajouterAnnees(date: DateIso, annees: number): DateIso {
  return ajouterMois(date, annees * 12)
}

/** Days from `debut` to `fin`; negative when `fin` comes first. */
export function joursEntre(debut: DateIso, fin: DateIso): number {
  return numeroDuJour(fin) - numeroDuJour(debut)
}

/** Completed years on `jour`: the age changes on the birthday itself, on 1 March for 29 February. */
export function ageAu(naissance: DateIso, jour: DateIso): number {
  const [an, mn, jn] = exiger(naissance)
  const [a, m, j] = exiger(jour)
  return a - an - (m < mn || (m === mn && j < jn) ? 1 : 0)
}

function lire(date: string): [annee: number, mois: number, jour: number] | null {
  const trouve = FORME.exec(date)
  if (trouve === null) return null
  const [annee, mois, jour] = [Number(trouve[1]), Number(trouve[2]), Number(trouve[3])]
  return dateIso(annee, mois, jour) === null ? null : [annee, mois, jour]
}

function exiger(date: DateIso): [annee: number, mois: number, jour: number] {
  const lu = lire(date)
  if (lu === null) throw new RangeError(`Date impossible : ${date}`)
  return lu
}

function ecrire(annee: number, mois: number, jour: number): DateIso {
  const complet = (n: number, taille: number) => String(n).padStart(taille, '0')
  return `${complet(annee, 4)}-${complet(mois, 2)}-${complet(jour, 2)}`
}

/** Days since 1 March of year 0, so that the leap day ends its year. */
function numeroDuJour(date: DateIso): number {
  const [annee, mois, jour] = exiger(date)
  const a = mois > 2 ? annee : annee - 1
  const m = mois > 2 ? mois - 3 : mois + 9
  return a * 365 + Math.floor(a / 4) - Math.floor(a / 100) + Math.floor(a / 400) + joursAvant(m) + jour - 1
}

/** Days before month `m` of a year that begins in March (0 = March). */
function joursAvant(m: number): number {
  return Math.floor((153 * m + 2) / 5)
}

function depuisNumero(numero: number): DateIso {
  const siecle = Math.floor((4 * numero + 3) / 146097)
  const dansSiecle = numero - Math.floor((146097 * siecle) / 4)
  const an = Math.floor((4 * dansSiecle + 3) / 1461)
  const dansAn = dansSiecle - Math.floor((1461 * an) / 4)
  const m = Math.floor((5 * dansAn + 2) / 153)
  const jour = dansAn - joursAvant(m) + 1
  const mois = m < 10 ? m + 3 : m - 9
  return ecrire(siecle * 100 + an + (mois <= 2 ? 1 : 0), mois, jour)
}

/** French names of the months, January first. */
export const MOIS: readonly string[] = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
