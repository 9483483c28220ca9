import type { FamilleReperage } from '../contrat.ts'
import { enMots, lecteur, type Morceau } from './expressions.ts'
import fauxAmisEcrits from './faux-amis.json' with { type: 'json' }
import indicesEcrits from './indices.json' with { type: 'json' }
import lexiqueEcrit from './lexique.json' with { type: 'json' }
import {
  CATEGORIES,
  type CategorieIndice,
  type FauxAmisEcrits,
  type GroupeEcrit,
  type IndicesEcrits,
  type LexiqueEcrit,
} from './schema.ts'

/** The lexicon, compiled once into two tries over folded words: what is looked for, and what qualifies it. */

/** 1 stands alone, 2 needs support in its sentence, 3 needs it within five words. */
type Appui = 1 | 2 | 3

export interface Terme {
  famille: FamilleReperage
  code: string
  libelle: string
  produit: string | null
  appui: Appui
  /** Short capitals that are also a word or a first name: only met in capitals, in a text that is not all capitals. */
  sigle: boolean
  /** Something to look into, never a certainty. */
  indice: boolean
  /** Folded words in a row, for rules that name a term. */
  plie: string
  /** Begins with a verb of use or of sleeping, which stays outside so that the rules can read it. */
  verbe: boolean
}

export interface FauxAmi {
  id: string
  motif: string
}

export interface Noeud {
  suite: Map<string, Noeud> | null
  /** Some of what follows is a class of words. */
  large: boolean
  terme: Terme | null
  fauxAmi: FauxAmi | null
  /** Categories of the cue that ends here, on two words of bits. */
  bas: number
  haut: number
}

export interface Lexique {
  termes: Map<string, Noeud>
  indices: Map<string, Noeud>
  fauxAmis: ReadonlyMap<string, FauxAmi>
  voies: ReadonlySet<string>
  /** Drugs that also treat pain or epilepsy, and those often given for sleep. */
  douleur: ReadonlySet<string>
  sommeil: ReadonlySet<string>
  /** Every word of the two tries, and of the classes. */
  mots: ReadonlySet<string>
  /** Classes of a word, as they stand in the trie. */
  classes: ReadonlyMap<string, readonly string[]>
  /** Words of seven letters or more that may have one wrong letter, by every string that lacks one letter of them. */
  approches: ReadonlyMap<string, string>
  version: string
}

/** Any word, and a number: classes that need no list. */
export const JOKER = 'zzmot'
export const NOMBRES = 'zznb'
const VERBES: ReadonlySet<string> = new Set(['zzconso', 'zzdort'])
/** After a word of the first class, one of the second may be skipped: « son ancien hall », « dort toujours ». */
export const SAUTS: ReadonlyMap<string, string> = new Map([
  ['zzdet', 'zzadj'],
  ['zzdort', 'zzadv'],
])

/** Bits of a category: `bas` for the first thirty, `haut` for the others. */
export interface Bits {
  bas: number
  haut: number
}

export const CAT = Object.fromEntries(
  CATEGORIES.map((c, i) => [c, i < 30 ? { bas: 1 << i, haut: 0 } : { bas: 0, haut: 1 << (i - 30) }]),
) as Record<CategorieIndice, Bits>

/** One category that stands for several. */
export function unir(...categories: readonly Bits[]): Bits {
  return categories.reduce((u, c) => ({ bas: u.bas | c.bas, haut: u.haut | c.haut }))
}

let compile: Lexique | undefined

/** Compiled at the first call (see the bench for what that costs), then kept. */
export function lexique(): Lexique {
  compile ??= compiler()
  return compile
}

function compiler(): Lexique {
  // The three files are part of the program: their schemas are proved by the tests, not at each start.
  const { groupes, version, classes: classesEcrites } = lexiqueEcrit as LexiqueEcrit
  const amis = (fauxAmisEcrits as FauxAmisEcrits).fauxAmis
  const { categories } = indicesEcrits as IndicesEcrits
  const { lire, mots } = lecteur([
    ...groupes.flatMap((g) => [g.seuls, g.appuyes, g.proches, g.fautes ?? []]).flat(),
    ...amis.flatMap((a) => a.expressions),
    ...CATEGORIES.flatMap((c) => categories[c]),
  ])
  const termes = new Map<string, Noeud>()
  const approches = new Map<string, string>()
  for (const g of groupes)
    for (const [rang, liste] of [g.seuls, g.appuyes, g.proches, g.fautes ?? []].entries())
      for (const expression of liste) poserTermes(g, rang, expression)
  const fauxAmis = new Map<string, FauxAmi>()
  for (const { id, motif, expressions } of amis) {
    const ami = { id, motif }
    fauxAmis.set(id, ami)
    for (const e of expressions)
      parcourir(termes, lire(e), (_, noeuds) => {
        dernierDe(noeuds).fauxAmi ??= ami
      })
  }
  const indices = new Map<string, Noeud>()
  for (const c of CATEGORIES)
    for (const e of categories[c])
      parcourir(indices, lire(e), (_, noeuds) => {
        const noeud = dernierDe(noeuds)
        noeud.bas |= CAT[c].bas
        noeud.haut |= CAT[c].haut
      })
  const classes = new Map<string, string[]>()
  for (const [nom, liste] of Object.entries(classesEcrites))
    for (const [mot = ''] of enMots(liste)) {
      mots.add(mot)
      classes.set(mot, [...(classes.get(mot) ?? []), `zz${nom}`])
    }
  return {
    termes,
    indices,
    fauxAmis,
    mots,
    classes,
    voies: new Set(enMots(amis.flatMap((a) => a.voies ?? [])).map((m) => m.join(' '))),
    douleur: listeDe(amis, 'douleur_epilepsie'),
    sommeil: listeDe(amis, 'sommeil'),
    approches,
    version,
  }

  function poserTermes(g: GroupeEcrit, rang: number, expression: string): void {
    const appui = (rang === 3 ? 1 : rang + 1) as Appui
    const seule = !expression.includes('(')
    parcourir(termes, lire(expression), (suite, noeuds, ecrit) => {
      const verbe = VERBES.has(suite[0] ?? '')
      const terme: Terme = {
        famille: g.famille,
        code: g.code,
        libelle: g.libelle,
        produit: g.produit ?? null,
        appui,
        indice: g.indice === true,
        sigle: suite.length === 1 && SIGLE_AMBIGU.test(ecrit),
        plie: (verbe ? suite.slice(1) : suite).join(' '),
        verbe,
      }
      nommer(dernierDe(noeuds), terme)
      // What is written with alternatives says its own variants, but for a plural.
      if (!seule && suite.length > 1) {
        const dernier = suite.at(-1) ?? ''
        if (/^[a-z]{3,}[^sxz]$/.test(dernier) && !suite.some((m) => m.startsWith('zz'))) {
          nommer(enfant(noeuds.at(-2), termes, `${dernier}s`), terme)
          mots.add(`${dernier}s`)
        }
      } else
        for (const formes of flexions(suite, ecrit)) {
          nommer(chemin(termes, formes), terme)
          for (const mot of formes) mots.add(mot)
        }
      if (g.approche === true && appui === 1 && suite.length === 1) retenirApproche(approches, suite[0] ?? '')
    })
  }
}

/** The first group that claims a form keeps it, unless the newcomer stands better by itself. */
function nommer(noeud: Noeud, terme: Terme): void {
  if (noeud.terme === null || terme.appui < noeud.terme.appui) noeud.terme = terme
}

function listeDe(
  amis: readonly { id: string; termes?: string[] | undefined }[],
  id: string,
): ReadonlySet<string> {
  return new Set(enMots(amis.find((a) => a.id === id)?.termes ?? []).map((m) => m.join(' ')))
}

function enfant(parent: Noeud | undefined, racine: Map<string, Noeud>, mot: string): Noeud {
  if (parent !== undefined) parent.suite ??= new Map()
  const suite = parent?.suite ?? racine
  let noeud = suite.get(mot)
  if (noeud === undefined) {
    noeud = { suite: null, large: false, terme: null, fauxAmi: null, bas: 0, haut: 0 }
    suite.set(mot, noeud)
    if (parent !== undefined && mot.startsWith('zz')) parent.large = true
  }
  return noeud
}

function chemin(racine: Map<string, Noeud>, mots: readonly string[]): Noeud {
  let noeud: Noeud | undefined
  for (const mot of mots) noeud = enfant(noeud, racine, mot)
  return dernierDe(noeud === undefined ? [] : [noeud])
}

function dernierDe(noeuds: readonly Noeud[]): Noeud {
  const noeud = noeuds.at(-1)
  if (noeud === undefined) throw new Error('entrée vide dans le lexique')
  return noeud
}

/** Every variant of an expression, with its nodes: the words that variants begin with are walked once. */
function parcourir(
  racine: Map<string, Noeud>,
  suite: readonly (readonly Morceau[])[],
  finir: (mots: readonly string[], noeuds: readonly Noeud[], ecrit: string) => void,
): void {
  const mots: string[] = []
  const noeuds: Noeud[] = []
  const aller = (k: number, ecrit: string): void => {
    const choix = suite[k]
    if (choix === undefined) {
      finir(mots, noeuds, ecrit)
      return
    }
    const deja = mots.length
    for (const c of choix) {
      for (const mot of c.mots) {
        noeuds.push(enfant(noeuds.at(-1), racine, mot))
        mots.push(mot)
      }
      aller(k + 1, ecrit + c.ecrit)
      mots.length = deja
      noeuds.length = deja
    }
  }
  aller(0, '')
}

const SIGLE_AMBIGU =
  /^(?:ILS|ACT|ALT|GEM|ELSA|TOC|API|OH|OD|HO|HP|TS|CC|MD|LAM|IML|ICE|K2|PET|PTC|NPS|HSA|CHS|CHU|ACTS|TSA|BDA|ESPT|CC)$/
const SIGLE = /^[A-Z0-9][A-Z0-9.\- ]+$/
const VERBE = /^(?:dort|dors|vit|vis|loge|logeait)$/
const INVARIABLE = new Set(
  'a à au aux de du d l la le les un une en sur sous par chez ou et ne n pas plus se s je j il me m mon ma mes son sa ses sans dans que qu des'.split(
    ' ',
  ),
)

/** Beside the term as written: its plural, the feminine of its last word, both words joined where it has a hyphen. */
function flexions(mots: readonly string[], ecrit: string): string[][] {
  const sorties: string[][] = []
  if (ecrit.includes('<')) return sorties
  const sigle = SIGLE.test(ecrit)
  const dernier = mots.at(-1) ?? ''
  if (!sigle && /^[a-z]{3,}$/.test(dernier) && !VERBE.test(mots[0] ?? '')) {
    const debut = mots.slice(0, -1)
    for (const fin of ['s', 'e', 'es', 'x'])
      if (!dernier.endsWith('s')) sorties.push([...debut, dernier + fin])
    const pluriels = mots.map((m) => (INVARIABLE.has(m) || m.length < 3 || /[sxz]$/.test(m) ? m : `${m}s`))
    if (mots.length > 1) {
      sorties.push(pluriels)
      for (const k of mots.keys()) if (pluriels[k] !== mots[k]) sorties.push(mots.with(k, pluriels[k] ?? ''))
    }
  } else if (sigle && mots.length === 1) sorties.push([`${dernier}s`])
  if (/\p{L}-\p{L}/u.test(ecrit) && mots.length === 2) sorties.push([mots.join('')])
  return sorties
}

function retenirApproche(approches: Map<string, string>, mot: string): void {
  if (mot.length < 7) return
  approches.set(mot, mot)
  for (let i = 1; i < mot.length; i++) {
    const court = mot.slice(0, i) + mot.slice(i + 1)
    if (!approches.has(court)) approches.set(court, mot)
  }
}
