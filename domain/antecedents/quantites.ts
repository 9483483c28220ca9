import type { Peine } from '../contrat.ts'
import { chiffresEn, estChiffre, estLettre, type Lu, motEn, nombreEn } from './nombres.ts'

/** Lengths of time and amounts of money, read where they stand in folded text. */

export type Duree = NonNullable<Peine['duree']>

const UNITES: ReadonlyMap<string, keyof Duree> = new Map([
  ['AN', 'annees'],
  ['ANS', 'annees'],
  ['ANNEE', 'annees'],
  ['ANNEES', 'annees'],
  ['MOIS', 'mois'],
  ['JOUR', 'jours'],
  ['JOURS', 'jours'],
  ['HEURE', 'heures'],
  ['HEURES', 'heures'],
  ['H', 'heures'],
])

const ORDRE: readonly (keyof Duree)[] = ['annees', 'mois', 'jours']

const PARENTHESE_MAX = 40

/** Behind a number: « 3 (TROIS) MOIS ». */
function sansParenthese(t: string, i: number): number {
  const k = t[i] === ' ' ? i + 1 : i
  if (t[k] !== '(') return i
  const fin = t.slice(k, k + PARENTHESE_MAX).indexOf(')')
  return fin < 0 ? i : k + fin + 1
}

/** « 2 m. emprt »: a letter alone is months only before the word for prison. */
const PRIVATIF_ABREGE = /^\.? ?(?:D ?' ?)?(?:EMP|PRISON)/

function elementEn(t: string, i: number): Lu<{ nombre: number; unite: keyof Duree }> | null {
  const nombre = nombreEn(t, i)
  if (nombre === null) return null
  const apres = sansParenthese(t, nombre.fin)
  const k = t[apres] === ' ' ? apres + 1 : apres
  const mot = motEn(t, k)
  const abrege = mot === 'M' && PRIVATIF_ABREGE.test(t.slice(k + 1, k + 16))
  const unite = abrege ? 'mois' : UNITES.get(mot)
  const fin = k + mot.length + (abrege && t[k + 1] === '.' ? 1 : 0)
  if (unite === undefined || estChiffre(t.charCodeAt(fin))) return null
  return { valeur: { nombre: nombre.valeur, unite }, fin }
}

/** Number of day-fines: « 90 JOURS-AMENDE ». */
export function joursAmendeEn(t: string, i: number): Lu<number> | null {
  const nombre = nombreEn(t, i)
  if (nombre === null) return null
  const suite = /^ ?(?:JOURS?[- ]AMENDES?|J[.-]? ?A)\b\.?/.exec(
    t.slice(sansParenthese(t, nombre.fin), nombre.fin + 60),
  )
  return suite === null
    ? null
    : { valeur: nombre.valeur, fin: sansParenthese(t, nombre.fin) + suite[0].length }
}

/** What makes one length out of two lines: the sentence that both belong to. */
const PRIVATIF = /^ (?:D ?' ?|DE )?(?:EMP|PRISON|RECLUSION|DETENTION)/

/**
 * A length, whose units only go down: « 18 MOIS » and, on the next line, « 6 MOIS DE SUSPENSION » are two.
 * `coupure` says where lines begin.
 */
export function dureeEn(
  t: string,
  i: number,
  coupure: (k: number) => boolean = () => false,
): Lu<Duree> | null {
  const premier = elementEn(t, i)
  if (premier === null) return null
  const duree: Duree = { [premier.valeur.unite]: premier.valeur.nombre }
  let fin = premier.fin
  let rang = ORDRE.indexOf(premier.valeur.unite)
  while (rang >= 0) {
    const lien = /^(?: ET|,)? /.exec(t.slice(fin, fin + 4))
    if (lien === null) break
    const k = fin + lien[0].length
    const demi = t.startsWith('DEMI', k) && rang === 0 && lien[0] !== ' '
    const suite = demi ? null : elementEn(t, k)
    if (demi) {
      duree.mois = 6
      fin = k + 4
      break
    }
    if (suite === null || ORDRE.indexOf(suite.valeur.unite) <= rang) break
    if (coupure(k) && !PRIVATIF.test(t.slice(suite.fin, suite.fin + 16))) break
    duree[suite.valeur.unite] = suite.valeur.nombre
    rang = ORDRE.indexOf(suite.valeur.unite)
    fin = suite.fin
  }
  return { valeur: duree, fin }
}

/** The first length that stands in folded text, parts of it added up: « 3 MOIS ET 15 JOURS ». */
export function trouverDuree(t: string): Duree | null {
  for (let i = 0; i < t.length; i++) {
    const avant = t.charCodeAt(i - 1)
    if (i > 0 && (estLettre(avant) || estChiffre(avant))) continue
    const lue = dureeEn(t, i)
    if (lue !== null) return lue.valeur
  }
  return null
}

/** Francs at the legal rate (Council regulation (EC) 2866/98), rounded to the cent. */
const FRANCS_PAR_EURO = 6.55957

const EUROS: ReadonlySet<string> = new Set(['EURO', 'EUROS', 'EUR'])
const FRANCS: ReadonlySet<string> = new Set(['FRANC', 'FRANCS', 'FRF'])

/** Figures of an amount: « 1 500,00 », « 1.500 »; « O » read for a zero. */
const CHIFFRES = /^(?:\d{1,3}(?:[ .]\d{3})+|\d[\dO]{0,7})(?:[.,]\d{2}(?!\d)|,\d(?!\d))?/

export function enNombre(chiffres: string): number {
  const net = chiffres.replaceAll('O', '0').replace(/[ .](?=\d{3}(?!\d))/g, '')
  return Number(net.replace(',', '.').replaceAll(' ', ''))
}

/** An amount with its currency, in euros. */
export function montantEn(t: string, i: number): Lu<number> | null {
  const chiffres = estChiffre(t.charCodeAt(i)) ? CHIFFRES.exec(t.slice(i, i + 20)) : null
  const nombre =
    chiffres === null
      ? chiffresEn(t, i, 1) === null
        ? nombreEn(t, i)
        : null
      : { valeur: enNombre(chiffres[0]), fin: i + chiffres[0].length }
  if (nombre === null || Number.isNaN(nombre.valeur)) return null
  const apres = sansParenthese(t, nombre.fin)
  const k = t[apres] === ' ' ? apres + 1 : apres
  if (t[k] === '€') return { valeur: nombre.valeur, fin: k + 1 }
  const mot = motEn(t, k)
  const fin = k + mot.length
  if (EUROS.has(mot)) return { valeur: nombre.valeur, fin }
  if (!FRANCS.has(mot)) return null
  return { valeur: Math.round((nombre.valeur / FRANCS_PAR_EURO) * 100) / 100, fin }
}
