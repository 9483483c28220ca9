import { dateEn } from './dates-francaises.ts'
import { estTitreDeColonnes } from './mobilier.ts'
import { aplanir, type Ligne } from './texte.ts'

/**
 * A bulletin printed as a table is turned back into one field after the other, column by column within
 * each row, in the order in which a decision is read: date, court, offences, sentences, mentions.
 */

type Role = 'rang' | 'date' | 'juridiction' | 'caractere' | 'date-faits' | 'infraction' | 'peine' | 'mention'

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:N ?°|N|NO|RANG|ORDRE|#)$/, 'rang'],
  [/DATES? (?:ET LIEU )?(?:DES? )?(?:FAITS|INFRACTION)|DATES? DE COMMISSION/, 'date-faits'],
  [/EXECUTION|MENTION|OBSERVATION|SUITE/, 'mention'],
  [/^(?:N ?° )?DATE|DECISION|JUGEMENT/, 'date'],
  [/JURIDICTION|TRIBUNA/, 'juridiction'],
  [/CARACTERE|NATURE|MODE/, 'caractere'],
  [/INFRACTION|QUALIFICATION|FAITS|DELIT|MOTIF/, 'infraction'],
  [/PEINE|SANCTION|CONDAMNATION|MESURE/, 'peine'],
]

const ORDRE: readonly Role[] = ['rang', 'date', 'juridiction', 'caractere', 'infraction', 'peine', 'mention']

interface Tableau {
  roles: Role[]
  decouper: (texte: string) => string[]
}

interface Rangee {
  ligne: Ligne
  cases: string[]
}

const RANG = /^\d{1,3} ?[/.)°-]* /

export function deplierColonnes(toutes: readonly Ligne[], corps: readonly Ligne[]): Ligne[] {
  const titre = toutes.find((l) => estTitreDeColonnes(l.texte.trim()))
  const tableau = titre === undefined ? null : lireTitre(titre.texte)
  if (titre === undefined || tableau === null) return [...corps]
  const avant = corps.filter((l) => l.numero < titre.numero)
  const dedans = corps.filter((l) => l.numero > titre.numero)
  const rangees: Rangee[][] = []
  for (const ligne of dedans) {
    const cases = tableau.decouper(ligne.texte)
    if (rangees.length === 0 || commence(tableau, cases)) rangees.push([])
    rangees.at(-1)?.push({ ligne, cases })
  }
  return [...avant, ...rangees.flatMap((rangee) => ranger(tableau, rangee))]
}

function commence(tableau: Tableau, cases: readonly string[]): boolean {
  const rang = tableau.roles.indexOf('rang')
  if (rang >= 0) return /^\d{1,3}\b/.test((cases[rang] ?? '').trim())
  const date = tableau.roles.indexOf('date')
  const premiere = aplanir(cases[date] ?? '').trim()
  return dateEn(premiere, 0) !== null || dateEn(premiere, RANG.exec(premiere)?.[0].length ?? 0) !== null
}

function ranger(tableau: Tableau, rangee: readonly Rangee[]): Ligne[] {
  return ORDRE.flatMap((role) => {
    if (role === 'infraction') return rangerInfractions(tableau, rangee)
    return rangee.flatMap(({ ligne, cases }) => {
      const texte = contenu(tableau, cases, role)
      return texte === '' ? [] : [{ numero: ligne.numero, texte }]
    })
  })
}

/** Each offence, all its lines, then its date, wherever the column of dates stands. */
function rangerInfractions(tableau: Tableau, rangee: readonly Rangee[]): Ligne[] {
  const sortie: Ligne[] = []
  let dates: Ligne[] = []
  for (const { ligne, cases } of rangee) {
    const libelle = contenu(tableau, cases, 'infraction')
    const date = contenu(tableau, cases, 'date-faits')
    if (libelle !== '' && date !== '') {
      sortie.push(...dates)
      dates = []
    }
    if (libelle !== '') sortie.push({ numero: ligne.numero, texte: libelle })
    if (date !== '') {
      dates.push({ numero: ligne.numero, texte: dates.length === 0 ? `Date des faits : ${date}` : date })
    }
  }
  return [...sortie, ...dates]
}

function contenu(tableau: Tableau, cases: readonly string[], role: Role): string {
  return tableau.roles
    .flatMap((r, i) => (r === role ? [(cases[i] ?? '').trim()] : []))
    .filter((t) => t !== '')
    .join('  ')
}

function lireTitre(titre: string): Tableau | null {
  for (const signe of ['|', '\t', ';']) {
    const cases = titre.split(signe)
    if (cases.length < 3) continue
    const bord = cases[0]?.trim() === '' ? 1 : 0
    const roles = cases.slice(bord).map((c) => roleDe(c))
    return convient(roles) ? { roles, decouper: (texte) => texte.split(signe).slice(bord) } : null
  }
  const bornes = [...titre.matchAll(/\S+(?: \S+)*/g)].map((m) => ({ debut: m.index, texte: m[0] }))
  const roles = bornes.map((b) => roleDe(b.texte))
  const debuts = bornes.map((b) => b.debut)
  return convient(roles) ? { roles, decouper: (texte) => decouperAuxBornes(texte, debuts) } : null
}

function roleDe(titre: string): Role {
  const plie = aplanir(titre).trim()
  return ROLES.find(([r]) => r.test(plie))?.[1] ?? 'mention'
}

function convient(roles: readonly Role[]): boolean {
  return roles.includes('date') && (roles.includes('infraction') || roles.includes('peine'))
}

/** Cuts at the places of the titles; a cell that runs over the next place is cut only at a space. */
function decouperAuxBornes(texte: string, debuts: readonly number[]): string[] {
  const cases = debuts.map(() => '')
  for (const m of texte.matchAll(/\S+(?: \S+)*/g)) {
    let reste = m[0]
    let debut = m.index
    for (;;) {
      const colonne = colonneDe(debut, debuts)
      const suivant = debuts[colonne + 1]
      const coupe = suivant === undefined ? -1 : suivant - debut
      if (coupe <= 0 || coupe >= reste.length || reste[coupe - 1] !== ' ') {
        cases[colonne] = `${cases[colonne]}  ${reste}`
        break
      }
      cases[colonne] = `${cases[colonne]}  ${reste.slice(0, coupe - 1)}`
      reste = reste.slice(coupe)
      debut += coupe
    }
  }
  return cases
}

function colonneDe(debut: number, debuts: readonly number[]): number {
  let colonne = 0
  debuts.forEach((d, i) => {
    if (d <= debut + 2) colonne = i
  })
  return colonne
}
