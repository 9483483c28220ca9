/** Whole numbers in figures or in letters, read where they stand in folded text. */

export interface Lu<T> {
  valeur: T
  /** Place just behind. */
  fin: number
}

const NOMBRES: ReadonlyMap<string, number> = new Map([
  ['ZERO', 0],
  ['UN', 1],
  ['UNE', 1],
  ['DEUX', 2],
  ['TROIS', 3],
  ['QUATRE', 4],
  ['CINQ', 5],
  ['SIX', 6],
  ['SEPT', 7],
  ['HUIT', 8],
  ['NEUF', 9],
  ['DIX', 10],
  ['ONZE', 11],
  ['DOUZE', 12],
  ['TREIZE', 13],
  ['QUATORZE', 14],
  ['QUINZE', 15],
  ['SEIZE', 16],
  ['VINGT', 20],
  ['VINGTS', 20],
  ['TRENTE', 30],
  ['QUARANTE', 40],
  ['CINQUANTE', 50],
  ['SOIXANTE', 60],
  ['SEPTANTE', 70],
  ['OCTANTE', 80],
  ['NONANTE', 90],
  ['CENT', 100],
  ['CENTS', 100],
  ['MILLE', 1000],
  ['MIL', 1000],
])

export const MOTS_DE_NOMBRE: readonly string[] = [...NOMBRES.keys()]

export function estChiffre(code: number): boolean {
  return code >= 48 && code <= 57
}

export function estLettre(code: number): boolean {
  return code >= 65 && code <= 90
}

/** The letters that begin there. */
export function motEn(t: string, i: number): string {
  let fin = i
  while (estLettre(t.charCodeAt(fin))) fin++
  return t.slice(i, fin)
}

/** The figures that begin there, `max` at most; none when more follow. */
export function chiffresEn(t: string, i: number, max: number): string | null {
  let fin = i
  while (estChiffre(t.charCodeAt(fin))) fin++
  return fin === i || fin - i > max ? null : t.slice(i, fin)
}

/** Can this word follow what was read? « VINGT DEUX » is one number, « DEUX TROIS » are two. */
function sAjoute(courant: number, valeur: number): boolean {
  const dizaines = courant % 100
  if (valeur === 100) return courant < 10
  if (valeur >= 20) return dizaines === 0
  if (valeur >= 10) return dizaines === 0 || dizaines === 60 || dizaines === 80
  if (dizaines % 10 !== 0) return false
  return dizaines === 10 || dizaines === 70 || dizaines === 90 ? valeur >= 7 : true
}

/** Next number word behind a space or a hyphen, « ET » included before one and eleven. */
function suivant(t: string, i: number): { valeur: number; fin: number } | null {
  if (t[i] !== ' ' && t[i] !== '-') return null
  let k = i + 1
  const et = t.startsWith('ET', k) && (t[k + 2] === ' ' || t[k + 2] === '-')
  if (et) k += 3
  const mot = motEn(t, k)
  const valeur = NOMBRES.get(mot)
  if (valeur === undefined || (et && valeur !== 1 && valeur !== 11)) return null
  return { valeur, fin: k + mot.length }
}

/** A number in letters; never « DIX » out of « DIXIEME ». */
export function lettresEn(t: string, i: number, premier = motEn(t, i)): Lu<number> | null {
  let valeur = NOMBRES.get(premier)
  if (valeur === undefined) return null
  let fin = i + premier.length
  let total = 0
  let courant = 0
  for (;;) {
    if (valeur === 1000) {
      total += (courant === 0 ? 1 : courant) * 1000
      courant = 0
    } else if (valeur === 100) courant = (courant === 0 ? 1 : courant) * 100
    else if (valeur === 20 && courant % 100 === 4) courant += 76
    else courant += valeur
    const mot = suivant(t, fin)
    if (mot === null) break
    const mille = mot.valeur === 1000 && total === 0
    const quatreVingt = mot.valeur === 20 && courant % 100 === 4
    if (!mille && !quatreVingt && !sAjoute(courant, mot.valeur)) break
    valeur = mot.valeur
    fin = mot.fin
  }
  return { valeur: total + courant, fin }
}

export function nombreEn(t: string, i: number, max = 4): Lu<number> | null {
  const chiffres = chiffresEn(t, i, max)
  return chiffres === null ? lettresEn(t, i) : { valeur: Number(chiffres), fin: i + chiffres.length }
}
