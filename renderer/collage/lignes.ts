import { type LectureLigne, plier } from '../../domain/index.ts'

/** The raw text, line by line, as it is shown beside what was understood. */

export type Brut =
  | { sorte: 'ligne'; n: number; texte: string | null; lecture: LectureLigne | null }
  | { sorte: 'pli'; de: number; a: number; mot: string }

const PLI_MIN = 3
const MONTREES_MAX = 300
const TEXTE_MAX = 300

/** Noise folds into one line; beyond a few hundred lines the rest is counted. `lectures` is empty for a refused text. */
export function lignesMontrees(
  lignes: readonly (string | null)[],
  lectures: readonly LectureLigne[],
): Brut[] {
  const bruts: Brut[] = []
  for (let i = 0; i < lignes.length; ) {
    if (bruts.length >= MONTREES_MAX) {
      bruts.push({ sorte: 'pli', de: i + 1, a: lignes.length, mot: 'non affichées' })
      break
    }
    const fin = finDuBruit(lectures, i)
    if (fin - i >= PLI_MIN) {
      bruts.push({ sorte: 'pli', de: i + 1, a: fin, mot: 'ignorées' })
      i = fin
      continue
    }
    bruts.push({ sorte: 'ligne', n: i + 1, texte: court(lignes[i] ?? null), lecture: lectures[i] ?? null })
    i++
  }
  return bruts
}

function finDuBruit(lectures: readonly LectureLigne[], debut: number): number {
  let fin = debut
  while (lectures[fin] === 'ignoree' || lectures[fin] === 'vide') fin++
  return fin
}

function court(texte: string | null): string | null {
  const dit = texte?.replaceAll('\t', '  ·  ') ?? null
  return dit !== null && dit.length > TEXTE_MAX ? `${dit.slice(0, TEXTE_MAX)}…` : dit
}

/**
 * What may be kept once the pane is closed: no line of somebody who was set aside, and no other line that says a word
 * of theirs which no kept person bears.
 */
export function sansEcartees(
  lignes: readonly (string | null)[],
  lectures: readonly LectureLigne[],
): (string | null)[] {
  const motsDe = (lecture: LectureLigne) =>
    new Set(lignes.flatMap((l, i) => (lectures[i] === lecture && l !== null ? mots(l) : [])))
  const gardes = motsDe('personne')
  const tus = new Set([...motsDe('ecartee')].filter((m) => !gardes.has(m)))
  return lignes.map((l, i) => {
    const lecture = lectures[i]
    if (l === null || lecture === 'ecartee') return null
    const nommable = lecture === 'infraction' || lecture === 'non-comprise'
    return nommable && mots(l).some((m) => tus.has(m)) ? null : l
  })
}

/** Words that may be a name: a capital and two more letters. */
function mots(ligne: string): string[] {
  return (ligne.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? []).map((m) => plier(m))
}
