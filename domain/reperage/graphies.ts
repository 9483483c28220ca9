import type { Lexique } from './lexique.ts'

/** Words as people and scanners write them: brought back to a word of the lexicon when one is close enough. */

const CHIFFRES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '5': 's',
  '8': 'b',
  '4': 'a',
  '3': 'e',
}
const ELISIONS = ['l', 'd', 'j', 's', 'n', 'm', 't', 'c', 'qu'] as const
/** Words written as heard, that no close word of the lexicon would bring back. */
const ENTENDUS: ReadonlyMap<string, string> = new Map([
  ['che', 'chez'],
  ['ches', 'chez'],
  ['chui', 'suis'],
  ['jsuis', 'suis'],
  ['jsui', 'suis'],
  ['chuis', 'suis'],
  ['dor', 'dors'],
  ['dore', 'dort'],
  ['dormer', 'dormir'],
  ['jdor', 'dors'],
  ['abite', 'habite'],
  ['abiter', 'habiter'],
  ['jabite', 'habite'],
  ['consome', 'consomme'],
  ['consomer', 'consommer'],
  ['conssomme', 'consomme'],
  ['consomation', 'consommation'],
  ['snif', 'sniffe'],
  ['snife', 'sniffe'],
  ['prant', 'prend'],
  ['pren', 'prend'],
  ['reuf', 'frere'],
  ['reum', 'mere'],
  ['reup', 'pere'],
  ['daron', 'pere'],
  ['daronne', 'mere'],
  ['foye', 'foyer'],
  ['otel', 'hotel'],
  ['voitur', 'voiture'],
  ['metros', 'metro'],
  ['deor', 'dehors'],
  ['dehor', 'dehors'],
  ['opital', 'hopital'],
  ['pikure', 'piqure'],
  ['medicamen', 'medicament'],
  ['medicamant', 'medicament'],
])
/** « jfume », « jdors »: the pronoun stuck to its verb. */
const VERBES_COLLES = new Set(
  'fume dors bois prends prend consomme sniffe tape vis vit loge squatte habite reste suis dort'.split(' '),
)
const LONGUEUR_MAX = 30

export interface Graphie {
  mot: string
  /** Letters at the head that belong to a lost elision (« lalcool »). */
  entame: number
}

export function relire(forme: string, { mots, approches, termes }: Lexique): Graphie {
  const tel = { mot: forme, entame: 0 }
  const entendu = ENTENDUS.get(forme)
  if (entendu !== undefined) return { mot: entendu, entame: 0 }
  if (forme.startsWith('j') && VERBES_COLLES.has(forme.slice(1))) return { mot: forme.slice(1), entame: 1 }
  if (mots.has(forme) || forme.length < 4 || forme.length > LONGUEUR_MAX) return tel
  const nettoye = sansConfusion(forme, mots)
  if (nettoye !== null) return { mot: nettoye, entame: 0 }
  for (const e of ELISIONS) {
    const reste = forme.slice(e.length)
    if (forme.startsWith(e) && reste.length >= 5 && /^[aeiouyh]/.test(reste) && termes.has(reste))
      return { mot: reste, entame: e.length }
  }
  const voisin = forme.length >= 7 ? aUneLettrePres(forme, approches) : null
  return voisin === null ? tel : { mot: voisin, entame: 0 }
}

/** « C0CAINE », « CANNAB1S », « rnéthadone »: what a scan confuses. */
function sansConfusion(forme: string, mots: ReadonlySet<string>): string | null {
  if (/[013458]/.test(forme) && /[a-z]/.test(forme)) {
    const lettres = forme.replace(/[03458]/g, (c) => CHIFFRES[c] ?? c)
    for (const un of ['i', 'l']) {
      const essai = lettres.replaceAll('1', un)
      if (mots.has(essai)) return essai
    }
  }
  if (forme.length < 6) return null
  for (const [vu, lu] of [
    ['rn', 'm'],
    ['vv', 'w'],
    ['cl', 'd'],
    ['ii', 'n'],
    ['li', 'h'],
  ] as const) {
    if (!forme.includes(vu)) continue
    const essai = forme.replaceAll(vu, lu)
    if (mots.has(essai)) return essai
    const seul = forme.replace(vu, lu)
    if (mots.has(seul)) return seul
  }
  return null
}

function aUneLettrePres(forme: string, approches: ReadonlyMap<string, string>): string | null {
  const direct = approches.get(forme)
  if (direct !== undefined) return direct
  // The first letter is kept: « répression » is no « dépression ».
  for (let i = 1; i < forme.length; i++) {
    const candidat = approches.get(forme.slice(0, i) + forme.slice(i + 1))
    if (candidat !== undefined && uneSeuleFaute(forme, candidat)) return candidat
  }
  return null
}

function uneSeuleFaute(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let tete = 0
  while (tete < a.length && a[tete] === b[tete]) tete++
  let queue = 0
  while (queue < Math.min(a.length, b.length) - tete && a.at(-1 - queue) === b.at(-1 - queue)) queue++
  return Math.max(a.length, b.length) - tete - queue <= 1
}
