import { MOT, SIGNE } from './jetons.ts'
import { ensemble, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT } from './lexique.ts'
import { estTiers } from './tiers.ts'

/** What the number of a verb says of whom it speaks: « des inconnus fument », « ses neveux sont sous tutelle ». */

/** Accounts and incomes « are » too: only who acts is somebody. */
const ETATS = ensemble('sont ont etaient avaient seraient auraient')
const ACTES = ensemble(
  'fument boivent consomment prennent sniffent injectent vivent dorment logent habitent squattent couchent souffrent',
)
const PLURIEL = ensemble(
  'des les ses mes leurs ces deux trois quatre plusieurs certains quelques aux nos vos',
)
const ENSEMBLE = ensemble('nous on je j vous ils elles couple famille')
const AVANT = 4
const LOIN = 14

/** The plural subject of the verb just before the term, when it names others; null where nothing says so. */
export function sujetPluriel(l: Lecture, p: Phrase, a: number): string | null {
  for (let v = a - 1; v >= Math.max(p.coeur, a - AVANT); v--) {
    if (l.nature[v] === SIGNE) return null
    if (ACTES.has(l.mot(v)) || ETATS.has(l.mot(v))) return nomPluriel(l, p, v)
    if (porte(l, v, CAT.soi) || porte(l, v, CAT.pronom)) return null
  }
  return null
}

function nomPluriel(l: Lecture, p: Phrase, verbe: number): string | null {
  let i = verbe - 1
  // « Ses neveux, dont elle a la garde, sont… »: what stands between commas is not the subject.
  if (l.mot(i) === ',') {
    i--
    while (i > p.coeur && l.mot(i) !== ',') i--
    i--
  }
  for (const fin = Math.max(p.coeur, i - LOIN); i >= fin; i--) {
    const mot = l.mot(i)
    if (l.nature[i] === SIGNE || ENSEMBLE.has(mot) || porte(l, i, CAT.soi)) return null
    if (!PLURIEL.has(mot) || l.nature[i + 1] !== MOT) continue
    const nom = PLURIEL.has(l.mot(i + 1)) ? i + 2 : i + 1
    return estLuiAussi(l, p, i) || (ETATS.has(l.mot(verbe)) && !estTiers(l, nom)) ? null : l.mot(nom)
  }
  return null
}

/** « Lui et ses enfants sont hébergés » */
function estLuiAussi(l: Lecture, p: Phrase, i: number): boolean {
  if (l.mot(i - 1) !== 'et') return false
  for (let j = i - 2; j >= Math.max(p.coeur, i - 5); j--)
    if (porte(l, j, CAT.soi) || porte(l, j, CAT.pronom) || estTiers(l, j)) return true
  return false
}
