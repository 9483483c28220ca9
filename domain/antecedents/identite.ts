import type { CasierLu, DateIso } from '../contrat.ts'
import { dateEn } from './dates-francaises.ts'
import { motEn } from './nombres.ts'
import { aplanir, cellules } from './texte.ts'

/** Identity as the bulletin prints it: names, birth, alias. */

export type Identite = NonNullable<CasierLu['identite']>

/** A cell that begins an item of identity, with its value behind. */
const ITEM =
  /^(?:NOM(?: (?:DE (?:NAISSANCE|FAMILLE|JEUNE FILLE)|D'USAGE|MARITAL|D'EPOUSE?))?(?= ?:)|EPOUSE(?= |:)|PRENOMS?(?:\(S\))?(?= ?:)|NEE?(?:\(E\))? (?:LE|EN|VERS|A)\b|NEE?(?= ?:)|DATE (?:ET LIEU )?DE NAISSANCE|LIEU DE NAISSANCE|(?:VILLE|PAYS|COMMUNE|DEPARTEMENT)(?: DE NAISSANCE)?(?= ?:)|SEXE\b|NATIONALITE\b|IDENTITE\b|ALIAS\b|SURNOM\b|DITE? (?!D)|SE DISANT\b|FIL(?:S|LE) DE\b|FILIATION\b|(?:NOM DU )?PERE(?= ?:)|(?:NOM DE LA )?MERE(?= ?:)|(?:ADRESSE|DOMICILE|PROFESSION|SITUATION(?: DE FAMILLE)?)(?= ?:)|IDENTIFIANT|TITULAIRE(?= ?:|$)|CHANGEMENT DE NOM)/

/** First words of the items: a line that begins with none of them is none. */
const PREMIERS: ReadonlySet<string> = new Set(
  'NOM EPOUSE PRENOM PRENOMS NE NEE DATE LIEU VILLE PAYS COMMUNE DEPARTEMENT SEXE NATIONALITE IDENTITE ALIAS SURNOM DIT DITE SE FILS FILLE FILIATION PERE MERE ADRESSE DOMICILE PROFESSION SITUATION IDENTIFIANT TITULAIRE CHANGEMENT'.split(
    ' ',
  ),
)

export function estItem(plie: string): boolean {
  return PREMIERS.has(motEn(plie, 0)) && ITEM.test(plie)
}

/** A value of identity: words, figures, ordinary signs. */
export const LISIBLE = /^[A-Z0-9ŒÆ(][A-Z0-9ŒÆ ,.'()/"-]*$/

/** A value never looks like the first line of a decision: better an identity unread than a decision lost. */
export function peutSuivre(item: string, net: string): boolean {
  if (net.length > 60) return false
  if (item === 'AUTRE') return !/^\d{1,3}\b(?!\/)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.*[A-Z]{2}/.test(net)
  if (/TRIBUNAL|\bCOUR\b|\bT\.?C\b|CONDAMNATION|DECISION/.test(net)) return false
  return /^NE|LIEU|DATE/.test(item) || !/^\d/.test(net)
}

const NAISSANCE_DEDANS = /\bNEE?(?:\(E\))? LE /
const NE_LE = /^NEE?(?:\(E\))?(?: ?:)?(?: LE)? /

/** The day behind words that announce a birth; `undefined` when they are not there, null when it is no day. */
function jourApres(plie: string, motif: RegExp): DateIso | null | undefined {
  const m = motif.exec(plie)
  const lu = m === null ? null : dateEn(plie, m.index + m[0].length)
  return lu === null ? undefined : lu.valeur.jour
}

function lireDate(plie: string): DateIso | null {
  const lu = dateEn(plie.trim(), 0)
  return lu !== null && lu.fin === plie.trim().length ? lu.valeur.jour : null
}

/** « SPECIMEN ANNA NEE LE 03/03/1990 A PARIS »: an identity without titles. */
export function naissanceSansTitre(identite: Identite, net: string): boolean {
  const ne = net.length < 200 && net.includes(' LE ') ? jourApres(net, NAISSANCE_DEDANS) : undefined
  if (ne === undefined) return false
  if (ne !== null) identite.dateNaissance ??= ne
  return true
}

/** Reads the items of one line; gives back the item whose value is still to come. */
export function lireItems(identite: Identite, texte: string, complet: boolean): string | null {
  const alias = /^\s*(?:ALIAS|SURNOM|DITE?|SE DISANT)\b\s*:?\s*/i.exec(texte)
  if (alias !== null) return noter(identite, 'ALIAS', texte.slice(alias[0].length).trim())
  let enAttente: string | null = null
  for (const cellule of cellules(separer(texte))) {
    const plie = aplanir(cellule)
    const item = ITEM.exec(plie)
    if (item === null) {
      if (enAttente !== null) enAttente = noter(identite, enAttente, cellule)
      continue
    }
    if (!complet && !/^(?:NOM|PRENOM|NE)/.test(item[0])) continue
    const valeur = cellule.slice(item[0].length).replace(/^\s*:?\s*/, '')
    if (item[0].startsWith('NE') || item[0].startsWith('DATE')) {
      const ne = jourApres(plie, NE_LE)
      const lu = ne === undefined ? lireDate(aplanir(valeur)) : ne
      if (lu !== null) identite.dateNaissance ??= lu
      enAttente = valeur === '' ? 'NE' : null
    } else {
      enAttente = noter(identite, item[0], valeur)
    }
  }
  return enAttente
}

const ITEM_SUIVANT =
  / (?=(?:PRENOMS?(?:\(S\))? ?:|NEE?(?:\(E\))? LE |SEXE ?:|NATIONALITE ?:|NOM (?:D'USAGE )?:))/g

/** Items on one line with single spaces between them become cells. */
function separer(texte: string): string {
  const morceaux: string[] = []
  let debut = 0
  for (const m of aplanir(texte).matchAll(ITEM_SUIVANT)) {
    morceaux.push(texte.slice(debut, m.index))
    debut = m.index + 1
  }
  return [...morceaux, texte.slice(debut)].join('  ')
}

export function noter(identite: Identite, item: string, valeur: string): string | null {
  if (valeur === '') return item
  if (/^NOM(?! D'USAGE| MARITAL| D'EPOU)/.test(item)) identite.nom ??= valeur
  else if (item.startsWith('PRENOM')) identite.prenoms ??= valeur
  else if (item.startsWith('NE')) {
    const lu: DateIso | null = lireDate(aplanir(valeur))
    if (lu !== null) identite.dateNaissance ??= lu
  } else if (item === 'ALIAS' || /^(?:SURNOM|DIT|SE DISANT)/.test(item)) {
    if (!/^(?:NEANT|AUCUN|SANS|NON)\b/.test(aplanir(valeur)) && !identite.alias.includes(valeur)) {
      identite.alias.push(valeur)
    }
  }
  return null
}

const ABREGEE = /^NEE? LE /

/** « B1 - TJ BOBIGNY - NOM Prénom - né le … »: the name stands in the cell before the birth. */
export function lireAbregee(identite: Identite, texte: string): void {
  const cases = cellules(texte)
  const rang = cases.findIndex((c) => jourApres(aplanir(c), ABREGEE) !== undefined)
  const avant = cases[rang - 1]
  if (rang < 1 || avant === undefined) return
  const ne = jourApres(aplanir(cases[rang] as string), ABREGEE)
  if (ne !== undefined && ne !== null) identite.dateNaissance ??= ne
  if (estItem(aplanir(avant))) return
  const mots = avant.split(' ')
  const noms = mots.filter((m) => m === m.toUpperCase())
  if (noms.length === 0 || noms.length === mots.length) return
  identite.nom ??= noms.join(' ')
  identite.prenoms ??= mots.filter((m) => m !== m.toUpperCase()).join(' ')
}
