import { enJetons, PARAGRAPHE } from './jetons.ts'

/** « (a|b|) c », as the three files write it, and the folded words that it stands for. */

export interface Morceau {
  ecrit: string
  mots: readonly string[]
}

/** « (a|b|) c » → « a c », « b c », « c ». */
export function developper(expression: string): string[] {
  const ouvre = expression.indexOf('(')
  if (ouvre < 0) return [expression]
  const ferme = expression.indexOf(')', ouvre)
  if (ferme < 0) throw new Error(`parenthèse non fermée : « ${expression} »`)
  const avant = expression.slice(0, ouvre)
  const suites = developper(expression.slice(ferme + 1))
  return expression
    .slice(ouvre + 1, ferme)
    .split('|')
    .flatMap((choix) => suites.map((suite) => `${avant}${choix}${suite}`))
}

/**
 * Reads expressions without writing out their variants: each piece is folded once for all of them, which is most
 * of what the first reading of a text costs.
 */
export function lecteur(expressions: readonly string[]): {
  lire: (expression: string) => Morceau[][]
  /** Every word of them. */
  mots: Set<string>
} {
  const ecrits = new Map(expressions.map((e) => [e, morceaux(e)]))
  const distincts = new Set<string>()
  for (const suite of ecrits.values())
    for (const choix of suite) for (const m of choix) if (m.trim() !== '') distincts.add(m)
  const liste = [...distincts]
  const lus = enMots(liste)
  const connus = new Map<string, Morceau>(
    liste.map((ecrit, i) => [ecrit, { ecrit, mots: lus[i] ?? [] }] as const),
  )
  const vide = (ecrit: string): Morceau => ({ ecrit, mots: [] })
  return {
    lire: (expression) =>
      (ecrits.get(expression) ?? []).map((choix) => choix.map((m) => connus.get(m) ?? vide(m))),
    mots: new Set(lus.flat()),
  }
}

/** Alternatives in a row; all variants as one piece where a group touches a word: « (dés|)hydraté ». */
function morceaux(expression: string): string[][] {
  if (!expression.includes('(')) return [[expression]]
  const suite = expression
    .split(/\(([^)]*)\)/)
    .map((x, i) => (i % 2 === 1 ? x.split('|') : [x]))
    .filter((choix) => choix.length > 1 || choix[0] !== '')
  return suite.every((_, i) => detache(suite, i)) ? suite : [developper(expression)]
}

/** Does a space or an apostrophe stand between a piece and whatever may follow it? */
function detache(suite: readonly (readonly string[])[], i: number): boolean {
  const finit = (suite[i] ?? []).every((x) => x === '' || /[ ’]$/.test(x))
  for (let j = i + 1; j < suite.length; j++) {
    const choix = suite[j] ?? []
    if (!finit && !choix.every((x) => x === '' || x.startsWith(' '))) return false
    if (!choix.includes('')) return true
  }
  return true
}

/** Folded words of each entry; all of them are read as one text, a paragraph each. */
export function enMots(expressions: readonly string[]): string[][] {
  const { nombre, forme, formes, nature } = enJetons(expressions.join('\n\n').replace(/<([a-z]+)>/g, 'zz$1'))
  const sorties: string[][] = [[]]
  for (let i = 0; i < nombre; i++) {
    if (nature[i] === PARAGRAPHE) sorties.push([])
    else sorties.at(-1)?.push(formes[forme[i] ?? 0] ?? '')
  }
  const vide = sorties.findIndex((m) => m.length === 0)
  if (expressions.length !== sorties.length || (vide >= 0 && expressions.length > 0))
    throw new Error(`entrée illisible dans le lexique : « ${expressions[vide] ?? ''} »`)
  return sorties
}
