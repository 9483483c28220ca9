import { lireForme, net } from './formes.ts'
import { estBouton } from './lignes.ts'

/** Several pieces of information in one cell, and one piece over several lines. */

const MOTS_DE_ROLE =
  'Personnes? mises? en cause|Mise?s? en (?:cause|examen)|MISE?S? EN CAUSE|Prévenue?|PREVENUE?|PRÉVENUE?|(?:Co-?)?[Aa]uteure?|AUTEURE?|Complice|COMPLICE|Gardée? à vue|GARDEE? A VUE|Déférée?|DEFEREE?|DÉFÉRÉE?|Suspecte?|SUSPECTE?|Victime|VICTIME|victime|Plaignante?|PLAIGNANTE?|Partie civile|PARTIE CIVILE|Témoin|TEMOIN|TÉMOIN|témoin|Tiers|TIERS|Représentante? légale?|REPRESENTANTE? LEGALE?|Civilement responsable|CIVILEMENT RESPONSABLE|mise? en cause'
const AVANT =
  /\s+(?=\(?n[ée](?:e|\(e\)|·e)?\s+(?:le|en|vers)\b|\(?alias\b|\(?surnomm[ée]|(?:Me|Maître|MAITRE)\.?\s+\p{Lu})/gu
const AUTOUR = new RegExp(`(?<=^|[\\s(,;-])(?:${MOTS_DE_ROLE})(?=$|[\\s),;/])`, 'gu')
const OUI_NON =
  /(?<=^|\s)(?:Oui|Non|OUI|NON|Délit|DELIT|DÉLIT|Crime|CRIME|Contravention|CONTRAVENTION)(?=$|\s)/g
const DATE_HEURE =
  /(?<=\s|^)(?:(?:[Dd]u|[Ll]e|[Ee]ntre le|[Dd]epuis le)\s)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:,?\s*(?:à\s*)?\d{1,2}\s?[h:]\s?\d{2}(?::\d{2})?)?(?:\s(?:au|et le)\s(?:le )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\s*(?:à\s*)?\d{1,2}\s?[h:]\s?\d{2})?)?(?=\s|$)/g
const RANG_DEVANT = /^(\d{1,2})[.)]?\s+(?=\p{Lu}|\d{3,6}\s*[-–—]|X\b)/u
const RANGS_DERRIERE = /\s+(\d{1,2}(?:\s*(?:[,;]|et)\s*\d{1,2})*)$/
const NATINF_DEVANT = /^(?:\d{1,2}[.)]?\s+)?(?:NATINF\s*)?\d{3,6}\s*[-–—: ]\s*\p{L}/iu

/** Several pieces of information in one cell: « MODELE Camille né le … alias … », or a whole row with single blanks. */
export function eclater(cellule: string, seule: boolean): string[] {
  const t = net(cellule)
  if (t.length > 600) return [t]
  let coupe: string
  if (seule && NATINF_DEVANT.test(t)) {
    coupe = t.replace(RANG_DEVANT, '$1\t').replace(DATE_HEURE, '\t$&\t').replace(OUI_NON, '\t$&\t')
    if (coupe !== t) coupe = coupe.replace(RANGS_DERRIERE, '\t$1')
  } else {
    coupe = t.replace(AVANT, '\t')
    if (seule) coupe = coupe.replace(RANG_DEVANT, '$1\t').replace(AUTOUR, '\t$&\t').replace(OUI_NON, '\t$&\t')
  }
  return coupe
    .split('\t')
    .map((x) => x.trim().replace(/^[-–,;(]+\s*|\s*[-–,;(]+$/g, ''))
    .filter((x) => x !== '' && x !== ')')
}

/** Lines of one broken cell: joined again where the second goes on with the text of the first. */
export function recoller(cellule: string): string[] {
  const morceaux: string[] = []
  for (const m of cellule.split('\n').map(net)) {
    const avant = morceaux.at(-1)
    if (m === '') continue
    if (avant !== undefined && sansForme(m) && seContinue(avant))
      morceaux[morceaux.length - 1] = `${avant} ${m}`
    else morceaux.push(m)
  }
  return morceaux
}

const SANS_CONTEXTE = { colonne: null, table: null } as const

function sansForme(m: string): boolean {
  const { forme } = lireForme(m, SANS_CONTEXTE)
  return (forme === 'texte' || forme === 'identite') && !estBouton(m)
}

/** A name without its first names, a label that is not finished, a list of ranks that ends with a comma. */
export function seContinue(m: string): boolean {
  if (/[,;]$/.test(m)) return true
  const f = lireForme(m, SANS_CONTEXTE)
  if (f.forme === 'natinf') return true
  return f.forme === 'texte' && /^[\p{Lu}'’ -]+$/u.test(m)
}
