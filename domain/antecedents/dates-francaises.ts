import type { DateIso } from '../contrat.ts'
import { dateIso, joursDansMois } from '../dates.ts'
import { chiffresEn, estChiffre, estLettre, type Lu, lettresEn, motEn } from './nombres.ts'

/**
 * Dates as a bulletin prints them: figures, names of months, letters, incomplete. Read by hand where they
 * stand in folded text: as patterns, they cost half a second to compile.
 */

export interface Periode {
  debut: DateIso | null
  fin: DateIso | null
}

/** A day, or a whole month or year where the print says no more (« 00/10/2024 », « octobre 2024 »). */
export interface DateLue {
  /** null: printed, but no day of the calendar. */
  jour: DateIso | null
  periode: Periode
}

const MOIS: ReadonlyMap<string, number> = new Map(
  [
    ['JANVIER', 'JANV', 'JAN'],
    ['FEVRIER', 'FEVR', 'FEV'],
    ['MARS'],
    ['AVRIL', 'AVR'],
    ['MAI'],
    ['JUIN'],
    ['JUILLET', 'JUIL'],
    ['AOUT'],
    ['SEPTEMBRE', 'SEPT', 'SEP'],
    ['OCTOBRE', 'OCT'],
    ['NOVEMBRE', 'NOV'],
    ['DECEMBRE', 'DEC'],
  ].flatMap((noms, i) => noms.map((nom) => [nom, i + 1] as const)),
)

const JOURS: ReadonlySet<string> = new Set([
  'LUNDI',
  'MARDI',
  'MERCREDI',
  'JEUDI',
  'VENDREDI',
  'SAMEDI',
  'DIMANCHE',
])

/** Two digits: a record never reaches back before 1940. */
function siecle(annee: number): number {
  return annee + (annee < 40 ? 2000 : 1900)
}

function lue(annee: number, mois: number, jour: number): DateLue {
  const date = dateIso(annee, mois, jour)
  if (jour !== 0) return { jour: date, periode: { debut: date, fin: date } }
  return { jour: null, periode: mois === 0 ? anneeEntiere(annee) : moisEntier(annee, mois) }
}

export function anneeEntiere(annee: number): Periode {
  return { debut: dateIso(annee, 1, 1), fin: dateIso(annee, 12, 31) }
}

function moisEntier(annee: number, mois: number): Periode {
  return { debut: dateIso(annee, mois, 1), fin: dateIso(annee, mois, joursDansMois(annee, mois)) }
}

/** Words that a date may begin with, besides numbers. */
export const MOTS_DE_DATE: readonly string[] = [...MOIS.keys(), ...JOURS, 'PREMIER']

// ── figures ──

/** Letters that a recognition of characters gives for a figure. */
const PRIS_POUR: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1' }

/** Figures of a date, letters that look like them included; `vrais` counts the true ones. */
function groupeEn(t: string, i: number, max: number): { texte: string; vrais: number } | null {
  let texte = ''
  let vrais = 0
  for (let k = i; k < t.length; k++) {
    const c = t[k] as string
    const chiffre = estChiffre(t.charCodeAt(k))
    if (!chiffre && PRIS_POUR[c] === undefined) break
    texte += chiffre ? c : PRIS_POUR[c]
    if (chiffre) vrais++
  }
  return texte.length === 0 || texte.length > max ? null : { texte, vrais }
}

/** « / », « . » or « - », a space allowed on either side. */
function separateurEn(t: string, i: number): number {
  let k = t[i] === ' ' ? i + 1 : i
  if (t[k] !== '/' && t[k] !== '.' && t[k] !== '-') return i
  k++
  return t[k] === ' ' ? k + 1 : k
}

/** The shape of nearly all dates, read at once. */
const ORDINAIRE = /(\d{2})([/.-])(\d{2})\2(\d{4})(?!\d)/y

function chiffresDateEn(t: string, i: number): Lu<DateLue> | null {
  ORDINAIRE.lastIndex = i
  const m = ORDINAIRE.exec(t)
  if (m !== null) return { valeur: lue(Number(m[4]), Number(m[3]), Number(m[1])), fin: i + 10 }
  const a = groupeEn(t, i, 4)
  if (a === null || a.texte.length === 3) return null
  const apresA = i + a.texte.length
  const versB = separateurEn(t, apresA)
  if (versB === apresA) return null
  const b = groupeEn(t, versB, 2)
  if (b === null) return null
  const apresB = versB + b.texte.length
  const versC = separateurEn(t, apresB)
  if (versC === apresB) return null
  const c = groupeEn(t, versC, 4)
  if (c === null || c.texte.length === 3 || c.texte.length === 1) return null
  const fin = versC + c.texte.length
  const suite = t.charCodeAt(fin)
  if (estChiffre(suite)) return null
  // « 1/ 11.02.2014 »: the first figure is a rank.
  if (c.texte.length === 2 && estChiffre(t.charCodeAt(separateurEn(t, fin)))) return null
  const iso = a.texte.length === 4
  if (iso && c.texte.length !== 2) return null
  const [annee, jour] = iso ? [a.texte, c.texte] : [c.texte, a.texte]
  const valeur = lue(
    annee.length === 2 ? siecle(Number(annee)) : Number(annee),
    Number(b.texte),
    Number(jour),
  )
  const total = a.texte.length + b.texte.length + c.texte.length
  const vrais = a.vrais + b.vrais + c.vrais
  // Letters taken for figures are believed only when most figures are sure and the day exists.
  if (vrais < total && (valeur.jour === null || vrais * 2 < total || estLettre(suite))) return null
  return { valeur, fin }
}

// ── names of months ──

function moisEn(t: string, i: number): Lu<number> | null {
  const mot = motEn(t, i)
  const valeur = MOIS.get(mot)
  if (valeur === undefined || estChiffre(t.charCodeAt(i + mot.length))) return null
  const fin = i + mot.length
  return { valeur, fin: t[fin] === '.' ? fin + 1 : fin }
}

function anneeEn(t: string, i: number): Lu<number> | null {
  if (t[i] !== ' ') return null
  let k = i + 1
  for (const devant of ["DE L'ANNEE ", "DE L'AN "]) if (t.startsWith(devant, k)) k += devant.length
  const chiffres = chiffresEn(t, k, 4)
  if (chiffres !== null) {
    return chiffres.length === 4 && /^(?:19|20)/.test(chiffres)
      ? { valeur: Number(chiffres), fin: k + 4 }
      : null
  }
  const lettres = lettresEn(t, k)
  return lettres !== null && lettres.valeur >= 1900 && lettres.valeur < 2100 ? lettres : null
}

const LIENS = [' AU ', ' ET LE ', ' ET ', ' A ', " JUSQU'AU ", ', ', ' PUIS LE ', ' - ', '-'] as const

/** What a period says once for both ends: « DU 3 MARS AU 2 AVRIL 2022 ». */
function apresLien(t: string, i: number): number | null {
  for (const lien of LIENS) if (t.startsWith(lien, i)) return i + lien.length
  return null
}

/** Day and month without a year: the date that follows gives it. */
function completer(t: string, fin: number, mois: number, jour: number): Lu<DateLue> | null {
  const k = apresLien(t, fin)
  const suite = k === null ? null : dateEn(t, k)
  const jusque = suite?.valeur.jour ?? null
  if (jusque === null) return null
  const annee = Number(jusque.slice(0, 4))
  const meme = dateIso(annee, mois, jour)
  const date = meme !== null && meme > jusque ? dateIso(annee - 1, mois, jour) : meme
  return date === null ? null : { valeur: { jour: date, periode: { debut: date, fin: date } }, fin }
}

function jourEtMoisEn(t: string, i: number): Lu<DateLue> | null {
  const chiffres = chiffresEn(t, i, 2)
  const premier = chiffres === null && t.startsWith('PREMIER ', i)
  const lettres = chiffres === null && !premier ? lettresEn(t, i) : null
  const jour = chiffres !== null ? Number(chiffres) : premier ? 1 : (lettres?.valeur ?? 0)
  if (jour > 31 || (chiffres === null && jour < 1)) return null
  let k = chiffres !== null ? i + chiffres.length : premier ? i + 7 : (lettres?.fin ?? i)
  if (chiffres !== null) {
    const er = t[k] === ' ' ? k + 1 : k
    if (t.startsWith('ER ', er)) k = er + 2
    const barre = separateurEn(t, k)
    const sansAnnee = barre === k ? null : chiffresEn(t, barre, 2)
    if (sansAnnee !== null && Number(sansAnnee) >= 1 && Number(sansAnnee) <= 12)
      return completer(t, barre + sansAnnee.length, Number(sansAnnee), jour)
  }
  if (t[k] === ' ') k++
  const mois = moisEn(t, k)
  if (mois === null) return null
  const annee = anneeEn(t, mois.fin)
  if (annee === null) return completer(t, mois.fin, mois.valeur, jour)
  return { valeur: lue(annee.valeur, mois.valeur, jour), fin: annee.fin }
}

/** A whole day that begins there, in any of its forms. */
export function dateEn(t: string, i: number): Lu<DateLue> | null {
  const code = t.charCodeAt(i)
  if (estChiffre(code)) return chiffresDateEn(t, i) ?? jourEtMoisEn(t, i)
  if (!estLettre(code)) return null
  const mot = motEn(t, i)
  if (JOURS.has(mot) && t[i + mot.length] === ' ') return dateEn(t, i + mot.length + 1)
  return (PRIS_POUR[t[i] as string] !== undefined ? chiffresDateEn(t, i) : null) ?? jourEtMoisEn(t, i)
}

/** A month, or several of one year, with their year: « mars 2025 », « 03/2025 », « janvier à juin 2024 ». */
export function moisAnneeEn(t: string, i: number): Lu<Periode> | null {
  const chiffres = chiffresEn(t, i, 2)
  if (chiffres !== null) {
    const k = separateurEn(t, i + chiffres.length)
    const annee = k === i + chiffres.length ? null : chiffresEn(t, k, 4)
    const mois = Number(chiffres)
    if (annee?.length !== 4 || mois > 12 || /[\d/.-]\d/.test(t.slice(k + 4, k + 6))) return null
    return {
      valeur: mois === 0 ? anneeEntiere(Number(annee)) : moisEntier(Number(annee), mois),
      fin: k + 4,
    }
  }
  const mois = moisEn(t, i)
  if (mois === null) return null
  const annee = anneeEn(t, mois.fin)
  if (annee !== null) return { valeur: moisEntier(annee.valeur, mois.valeur), fin: annee.fin }
  const k = apresLien(t, mois.fin)
  const second = k === null ? null : moisEn(t, k)
  const commune = second === null ? null : anneeEn(t, second.fin)
  if (second === null || commune === null || second.valeur < mois.valeur) return null
  const fin = moisEntier(commune.valeur, second.valeur).fin
  return { valeur: { debut: dateIso(commune.valeur, mois.valeur, 1), fin }, fin: commune.fin }
}
