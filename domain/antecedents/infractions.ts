import type { Condamnation, Poursuite } from '../contrat.ts'
import {
  ASSIMILATIONS,
  ASSIMILATIONS_SECOND_TERME,
  CATEGORIES,
  DISCUTES,
  ENCOURU_SIMPLE,
  FAMILLES_COMPOSEES,
  MEMES,
  RECEL,
  VIOLENCES,
} from './assimilations.ts'
import { JURIDICTION_CRIME } from './delais.ts'
import { type CleFamille, FAMILLES, type Famille } from './familles.ts'
import { aplanir, redresser } from './texte.ts'

/** Which offence a printed label names, and what two of them are to each other for recidivism. */

export interface Qualification {
  /** null: a label that no family of the table names. */
  famille: CleFamille | null
  /** Of a recel: the offence that the goods come from, null when the label does not say. */
  origine: CleFamille | null
  violences: 'oui' | 'non' | 'possible'
  plie: string
}

/** `indecis`: the label or the text of law does not settle it. */
export interface Lien {
  lien: 'identique' | 'assimile' | 'indecis'
  articles: string[]
}

const ENTREES = Object.entries(FAMILLES) as [CleFamille, Famille][]

function familleDe(plie: string): CleFamille | null {
  return ENTREES.find(([, f]) => f.motifs.some((m) => m.test(plie)))?.[0] ?? null
}

/** Labels come back often in one record, and reading one tries every pattern. */
const CONNUES_MAX = 500
const connues = new Map<string, Qualification>()

/** Labels beyond any real length are cut: the patterns look ahead in them. */
const LONGUEUR_MAX = 400

export function qualifier(libelle: string): Qualification {
  const connue = connues.get(libelle)
  if (connue !== undefined) return connue
  const lue = qualifierLibelle(libelle)
  if (connues.size >= CONNUES_MAX) connues.clear()
  connues.set(libelle, lue)
  return lue
}

function qualifierLibelle(libelle: string): Qualification {
  const plie = redresser(aplanir(libelle.slice(0, LONGUEUR_MAX)))
    .replace(/\s+/g, ' ')
    .trim()
  const famille = familleDe(plie)
  const origine =
    famille !== null && RECEL.familles.includes(famille) ? familleDe(plie.replace(/RECEL/g, '')) : null
  return { famille, origine, violences: VIOLENCES.motif.test(plie) ? 'oui' : 'non', plie }
}

/** What is prosecuted: the label first; the category when the label names nothing more. */
export function qualifierPoursuite(poursuite: Poursuite): Qualification[] {
  const lue = qualifier(poursuite.libelle)
  const categorie = CATEGORIES[poursuite.categorie]
  const muet = lue.plie === '' || lue.plie === aplanir(poursuite.categorie)
  if (!muet && lue.famille !== null) return [lue]
  if (categorie === undefined) return [lue]
  return categorie.map((famille) => {
    const simple = ENCOURU_SIMPLE[famille]
    const aggravable = simple !== undefined && poursuite.encouruMois > simple
    return { famille, origine: null, violences: muet && aggravable ? 'possible' : 'non', plie: lue.plie }
  })
}

export function lier(premier: Qualification, second: Qualification): Lien | null {
  if (premier.famille === null || second.famille === null) {
    // The lists of the code are closed: a label that names none of them is only identical to itself.
    if (premier.plie !== '' && premier.plie === second.plie) return { lien: 'identique', articles: [] }
    return second.famille === null && premier.famille === null && second.plie === '' ? indecis() : null
  }
  if (memeDelit(premier.famille, second.famille)) {
    const compose = FAMILLES_COMPOSEES[premier.famille]
    if (compose !== undefined && premier.plie !== second.plie)
      return { lien: 'assimile', articles: [compose] }
    return { lien: 'identique', articles: estViolence(premier.famille) ? [VIOLENCES.article] : [] }
  }
  return parRecel(premier, second) ?? parAssimilation(premier, second) ?? parDiscussion(premier, second)
}

function memeDelit(a: CleFamille, b: CleFamille): boolean {
  return a === b || MEMES.some((groupe) => groupe.includes(a) && groupe.includes(b))
}

function estViolence(famille: CleFamille): boolean {
  return VIOLENCES.familles.includes(famille)
}

function parRecel(premier: Qualification, second: Qualification): Lien | null {
  const [a, b] = [estRecel(premier), estRecel(second)]
  if (a === b) return null
  const recel = a ? premier : second
  const autre = a ? second : premier
  if (recel.origine === null) {
    const possible = ASSIMILATIONS[0]?.familles.includes(autre.famille as CleFamille) === true
    return possible ? { lien: 'indecis', articles: [RECEL.article] } : null
  }
  const origine: Qualification = { famille: recel.origine, origine: null, violences: 'non', plie: recel.plie }
  const lien = a ? lier(origine, autre) : lier(autre, origine)
  if (lien === null) return null
  return {
    lien: lien.lien === 'indecis' ? 'indecis' : 'assimile',
    articles: [...lien.articles, RECEL.article],
  }
}

function estRecel(q: Qualification): boolean {
  return q.famille !== null && RECEL.familles.includes(q.famille)
}

function parAssimilation(premier: Qualification, second: Qualification): Lien | null {
  const a = premier.famille as CleFamille
  const b = second.famille as CleFamille
  const meme = ASSIMILATIONS.find((g) => g.familles.includes(a) && g.familles.includes(b))
  if (meme !== undefined) return { lien: 'assimile', articles: [meme.article] }
  const sens = ASSIMILATIONS_SECOND_TERME.find((g) => g.premier.includes(a) && g.second.includes(b))
  if (sens !== undefined) return { lien: 'assimile', articles: [sens.article] }
  const [x, y] = [violente(premier), violente(second)]
  if (x === 'non' || y === 'non') return null
  return { lien: x === 'oui' && y === 'oui' ? 'assimile' : 'indecis', articles: [VIOLENCES.article] }
}

/** Violence itself, or a delict whose label says that violence aggravates it. */
function violente(q: Qualification): Qualification['violences'] {
  const famille = q.famille as CleFamille
  if (estViolence(famille)) return 'oui'
  return VIOLENCES.aggravees.includes(famille) ? q.violences : 'non'
}

function parDiscussion(premier: Qualification, second: Qualification): Lien | null {
  const paire = DISCUTES.some(
    ([x, y]) =>
      (x === premier.famille && y === second.famille) || (y === premier.famille && x === second.famille),
  )
  return paire ? indecis() : null
}

function indecis(): Lien {
  return { lien: 'indecis', articles: [] }
}

/** Is the first term of article 132-9: a crime, or a delict punished by ten years? */
export function punieDeDixAns(c: Condamnation, q: Qualification): 'oui' | 'non' | 'inconnu' {
  if (estCrime(c)) return 'oui'
  const famille = q.famille === null ? undefined : FAMILLES[q.famille]
  if (famille === undefined || famille.maximum === 'crime') return 'inconnu'
  if (famille.maximum < 120) return 'non'
  return AU_PLUS_DIX.has(q.famille as CleFamille) ? 'inconnu' : 'oui'
}

/** Families where only some forms reach ten years and the label seldom says which. */
const AU_PLUS_DIX: ReadonlySet<CleFamille> = new Set<CleFamille>([
  'rebellion',
  'menaceDepositaire',
  'evasion',
  'corruptionMineur',
  'traficArmes',
  'associationMalfaiteurs',
  'atteinteRoutiereDixAns',
  'violencesDixAns',
  'blanchimentAggrave',
])

export function estCrime(c: Condamnation): boolean {
  return JURIDICTION_CRIME.test(aplanir(c.juridiction)) || c.peines.some((p) => p.nature === 'reclusion')
}
