import type { DateIso } from '../contrat.ts'
import {
  anneeEntiere,
  type DateLue,
  dateEn,
  MOTS_DE_DATE,
  moisAnneeEn,
  type Periode,
} from './dates-francaises.ts'
import { type Lu, MOTS_DE_NOMBRE } from './nombres.ts'
import { type Duree, dureeEn, joursAmendeEn, montantEn } from './quantites.ts'

/**
 * Dates, lengths and amounts are read once, before anything else, and each becomes one word of the folded
 * text, as long as what is printed. The patterns of the fields then know them by one sign, which keeps them
 * short: spelled out in every pattern, dates and numbers took half a second to compile.
 *
 * A word of this kind: one sign for what it is, two that number it, then filling. All of them are private-use
 * characters, which the folding of the printed text never leaves in place.
 */

export type Valeur =
  | ({ type: 'jour' } & DateLue)
  | { type: 'mois'; periode: Periode }
  | { type: 'duree'; duree: Duree }
  | { type: 'montant'; euros: number }
  | { type: 'jours-amende'; jours: number }

const SIGNES: Readonly<Record<Valeur['type'], string>> = {
  jour: '\uE000',
  mois: '\uE001',
  duree: '\uE002',
  montant: '\uE003',
  'jours-amende': '\uE004',
}
const REMPLIT = '\uE005'
const PREMIER_NUMERO = 0xe100
const BASE = 0x1000

const motif = (type: Valeur['type']) => `${SIGNES[type]}[\\uE100-\\uF0FF]{2}${REMPLIT}*`

/** Patterns of the words above; no capturing group. */
export const JOUR = motif('jour')
export const MOIS = motif('mois')
export const DUREE = motif('duree')
export const MONTANT = motif('montant')
export const JOURS_AMENDE = motif('jours-amende')

/** No more values than numbers; a record has a few hundred. */
const VALEURS_MAX = BASE * BASE

/** Folded text with its values as words, and the values in the order of their numbers. */
export function poserJetons(
  plie: string,
  debutDeLigne: (k: number) => boolean,
): { plie: string; valeurs: Valeur[] } {
  const valeurs: Valeur[] = []
  const morceaux: string[] = []
  let copie = 0
  let i = 0
  while (i < plie.length) {
    const debut = prochainDebut(plie, i)
    if (debut < 0) break
    const lu = valeurs.length < VALEURS_MAX ? valeurEn(plie, debut, debutDeLigne) : null
    if (lu === null || lu.fin - debut < 3) {
      i = debut + 1
      continue
    }
    morceaux.push(plie.slice(copie, debut), jeton(lu.valeur.type, valeurs.length, lu.fin - debut))
    valeurs.push(lu.valeur)
    i = lu.fin
    copie = i
  }
  morceaux.push(plie.slice(copie))
  return { plie: morceaux.join(''), valeurs }
}

function jeton(type: Valeur['type'], numero: number, taille: number): string {
  const haut = String.fromCharCode(PREMIER_NUMERO + Math.floor(numero / BASE))
  const bas = String.fromCharCode(PREMIER_NUMERO + (numero % BASE))
  return SIGNES[type] + haut + bas + REMPLIT.repeat(taille - 3)
}

/** A figure, a word of numbers or months, or letters taken for the first figure of a date: « O5/11/2023 ». */
const DEBUT = new RegExp(
  `(?<![A-Z\\d])(?:\\d|(?:${[...MOTS_DE_NOMBRE, ...MOTS_DE_DATE].join('|')})(?![A-Z\\d])|[OQIL]{1,2}\\d? ?[/.-])`,
  'g',
)

/** Signs behind which a value may begin; a day also begins behind the sign that closes a rank. */
const AVANT = ' (\'’,;:=["'
const AVANT_JOUR = '/.)-°'

function prochainDebut(plie: string, depart: number): number {
  DEBUT.lastIndex = depart
  for (;;) {
    const m = DEBUT.exec(plie)
    if (m === null) return -1
    const avant = plie[m.index - 1] ?? ' '
    if (AVANT.includes(avant) || AVANT_JOUR.includes(avant)) return m.index
  }
}

function valeurEn(plie: string, i: number, debutDeLigne: (k: number) => boolean): Lu<Valeur> | null {
  const seul = AVANT.includes(plie[i - 1] ?? ' ')
  const jour = dateEn(plie, i)
  if (jour !== null) return { valeur: { type: 'jour', ...jour.valeur }, fin: jour.fin }
  if (!seul) return null
  const mois = moisAnneeEn(plie, i)
  if (mois !== null) return { valeur: { type: 'mois', periode: mois.valeur }, fin: mois.fin }
  const jours = joursAmendeEn(plie, i)
  if (jours !== null) return { valeur: { type: 'jours-amende', jours: jours.valeur }, fin: jours.fin }
  const duree = dureeEn(plie, i, debutDeLigne)
  if (duree !== null) return { valeur: { type: 'duree', duree: duree.valeur }, fin: duree.fin }
  const montant = montantEn(plie, i)
  return montant === null ? null : { valeur: { type: 'montant', euros: montant.valeur }, fin: montant.fin }
}

/** The value of a word captured by a pattern. */
export function valeurDe(valeurs: readonly Valeur[], mot: string | undefined): Valeur | undefined {
  if (mot === undefined || mot.length < 3) return undefined
  const [haut, bas] = [mot.charCodeAt(1) - PREMIER_NUMERO, mot.charCodeAt(2) - PREMIER_NUMERO]
  return valeurs[haut * BASE + bas]
}

export function dureeDe(valeurs: readonly Valeur[], mot: string | undefined): Duree | null {
  const valeur = valeurDe(valeurs, mot)
  return valeur?.type === 'duree' ? { ...valeur.duree } : null
}

/** The day; null when it does not exist in the calendar. */
export function jourDe(valeurs: readonly Valeur[], mot: string | undefined): DateIso | null {
  const valeur = valeurDe(valeurs, mot)
  return valeur?.type === 'jour' ? valeur.jour : null
}

/** The period of a day, of months or of a year printed in figures. */
export function periodeDe(valeurs: readonly Valeur[], mot: string | undefined): Periode {
  const valeur = valeurDe(valeurs, mot)
  if (valeur?.type === 'jour' || valeur?.type === 'mois') return valeur.periode
  const annee = /\d{4}/.exec(mot ?? '')?.[0]
  return annee === undefined ? { debut: null, fin: null } : anneeEntiere(Number(annee))
}
