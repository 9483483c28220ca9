import type { DateIso } from '../contrat.ts'
import { dateIso, joursDansMois } from '../dates.ts'

/** Dates and numbers as a bulletin prints them: digits, names of months, letters, incomplete. */

export interface Periode {
  debut: DateIso | null
  fin: DateIso | null
}

const MOIS: readonly (readonly string[])[] = [
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
]

const NOMBRES: Readonly<Record<string, number>> = {
  ZERO: 0,
  UN: 1,
  UNE: 1,
  PREMIER: 1,
  DEUX: 2,
  TROIS: 3,
  QUATRE: 4,
  CINQ: 5,
  SIX: 6,
  SEPT: 7,
  HUIT: 8,
  NEUF: 9,
  DIX: 10,
  ONZE: 11,
  DOUZE: 12,
  TREIZE: 13,
  QUATORZE: 14,
  QUINZE: 15,
  SEIZE: 16,
  VINGT: 20,
  VINGTS: 20,
  TRENTE: 30,
  QUARANTE: 40,
  CINQUANTE: 50,
  SOIXANTE: 60,
  SEPTANTE: 70,
  OCTANTE: 80,
  NONANTE: 90,
}

const UNITES = '(?:UNE?|DEUX|TROIS|QUATRE|CINQ|SIX|SEPT|HUIT|NEUF)'
const MOT_NOMBRE =
  '(?:UNE?|DEUX|DIX|DOUZE|TR(?:OIS|EIZE|ENTE)|QUA(?:TRE|TORZE|RANTE)|CINQ(?:UANTE)?|CENTS?|QUINZE|S(?:IX|EPT(?:ANTE)?|EIZE|OIXANTE)|HUIT|N(?:EUF|ONANTE)|O(?:NZE|CTANTE)|VINGTS?|MIL(?:LE)?|ZERO)\\b'

// Bounded and short: engines unroll repetitions, and these are inserted in many patterns.
export const NOMBRE_LETTRES = `${MOT_NOMBRE}(?:[ -](?:ET[ -])?${MOT_NOMBRE}){0,3}`
const JOUR_LETTRES = `(?:PREMIER|DIX[ -](?:SEPT|HUIT|NEUF)|(?:VINGT|TRENTE)(?:[ -](?:ET[ -])?${UNITES})?|DIX|ONZE|DOUZE|TREIZE|QUATORZE|QUINZE|SEIZE|${UNITES})`
const ANNEE_LETTRES = `(?:DEUX MILLE|MIL(?:LE)? NEUF CENTS?)(?:[ -](?:ET[ -])?${MOT_NOMBRE}){0,4}`

const NOM_MOIS = `(?:${MOIS.flat().join('|')})\\b\\.?`
const SEP = ' ?[/.-] ?'
const JOUR_SEMAINE = '(?:(?:LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE) )?'

/** A whole day, in any of its forms. No capturing group: it is inserted in other patterns. */
export const DATE = `(?:${JOUR_SEMAINE}(?:(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}${SEP}\\d{1,2}${SEP}(?:\\d{4}|\\d{2}))(?!\\d)|(?:\\d{1,2} ?(?:ER\\b)?|${JOUR_LETTRES}) ${NOM_MOIS} (?:\\d{4}\\b|${ANNEE_LETTRES})))`

/** A month or a year alone. */
export const DATE_INCOMPLETE = `(?:\\d{1,2}${SEP}\\d{4}(?![\\d/.-]\\d?)|(?:${NOM_MOIS} )(?:DE L'ANNEE )?\\d{4}\\b|(?:L'ANNEE )?(?:19|20)\\d{2}\\b(?![/.-]\\d))`

export function lireNombre(texte: string): number | null {
  if (/^\d+$/.test(texte)) return Number(texte)
  let total = 0
  let courant = 0
  for (const mot of texte.split(/[ -]/)) {
    if (mot === 'ET') continue
    if (mot === 'MILLE' || mot === 'MIL') {
      total += (courant === 0 ? 1 : courant) * 1000
      courant = 0
    } else if (mot === 'CENT' || mot === 'CENTS') {
      courant = (courant === 0 ? 1 : courant) * 100
    } else if (/^VINGTS?$/.test(mot) && courant % 10 === 4 && courant % 100 === 4) {
      courant += 76 // quatre-vingts
    } else {
      const valeur = NOMBRES[mot]
      if (valeur === undefined) return null
      courant += valeur
    }
  }
  return total + courant
}

const LECTURE_ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const LECTURE_CHIFFRES = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4}|\d{2})$/
const LECTURE_MOIS = new RegExp(`^(\\d{1,2}|${JOUR_LETTRES}) ?(?:ER)? (${NOM_MOIS}) (.+)$`)
const LECTURE_MOIS_ANNEE = new RegExp(`^(?:(\\d{1,2}) ?[/.-] ?|(${NOM_MOIS}) )(?:DE L'ANNEE )?(\\d{4})$`)
const LECTURE_JOUR_SEMAINE = /^(?:LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE) /

/** Year, month and day as printed; null for what cannot be a date at all. */
function composants(texte: string): [annee: number, mois: number, jour: number] | null {
  const net = texte.replace(LECTURE_JOUR_SEMAINE, '').trim()
  const iso = LECTURE_ISO.exec(net)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  const chiffres = LECTURE_CHIFFRES.exec(net)
  if (chiffres) {
    const an = chiffres[3] ?? ''
    // Two digits: a record never reaches back before 1940.
    const annee = an.length === 4 ? Number(an) : Number(an) + (Number(an) < 40 ? 2000 : 1900)
    return [annee, Number(chiffres[2]), Number(chiffres[1])]
  }
  const lettres = LECTURE_MOIS.exec(net)
  if (lettres === null) return null
  const [jour, annee] = [lireNombre(lettres[1] ?? ''), lireNombre(lettres[3] ?? '')]
  return jour === null || annee === null ? null : [annee, rangMois(lettres[2] ?? ''), jour]
}

function rangMois(nom: string): number {
  return MOIS.findIndex((formes) => formes.includes(nom.replace('.', ''))) + 1
}

/** The day, or null when it does not exist in the calendar. */
export function lireDate(texte: string): DateIso | null {
  const lu = composants(texte)
  return lu === null ? null : dateIso(...lu)
}

/** The day, or the whole month or year when the print says no more (« 00/10/2024 », « octobre 2024 »). */
export function lirePeriode(texte: string): Periode {
  const lu = composants(texte)
  if (lu !== null) {
    const [annee, mois, jour] = lu
    if (jour === 0) return mois === 0 ? anneeEntiere(annee) : moisEntier(annee, mois)
    const date = dateIso(annee, mois, jour)
    return { debut: date, fin: date }
  }
  const net = texte.trim().replace(/^L'ANNEE /, '')
  const incomplet = LECTURE_MOIS_ANNEE.exec(net)
  if (incomplet) {
    const mois = incomplet[1] === undefined ? rangMois(incomplet[2] ?? '') : Number(incomplet[1])
    return mois === 0 ? anneeEntiere(Number(incomplet[3])) : moisEntier(Number(incomplet[3]), mois)
  }
  return /^\d{4}$/.test(net) ? anneeEntiere(Number(net)) : { debut: null, fin: null }
}

function anneeEntiere(annee: number): Periode {
  return { debut: dateIso(annee, 1, 1), fin: dateIso(annee, 12, 31) }
}

function moisEntier(annee: number, mois: number): Periode {
  return { debut: dateIso(annee, mois, 1), fin: dateIso(annee, mois, joursDansMois(annee, mois)) }
}
