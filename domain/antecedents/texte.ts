import { poserJetons, type Valeur } from './jetons.ts'

/**
 * From the pasted text to one stream of words.
 *
 * `brut` and `plie` have the same length: what is recognised in the folded text is quoted from the
 * printed one. `coupure` remembers where a line (2) or a cell (1) began, because a field may be cut by
 * either, and a keyword only opens a field at such a place.
 */

export interface Ligne {
  numero: number // from 1, in the text as given
  texte: string
}

export interface Flux {
  brut: string
  /** Folded; dates, lengths and amounts are one word each (jetons.ts). */
  plie: string
  valeurs: Valeur[]
  /** Per character, its line in the text as given. */
  lignes: Uint32Array
  /** Per character: 2 = first of a line, 1 = first of a cell, 0 = elsewhere. */
  coupures: Uint8Array
}

const ACCENTS = /\p{M}/gu
const pliage = new Map<string, string>()

/** Upper case, without accents, one apostrophe, one hyphen, one space; the length never changes. */
export function aplanir(texte: string): string {
  const nu = texte.replace(HORS_ASCII, aplanirCaractere)
  const grand = nu.toUpperCase()
  // « ß » becomes two letters: what is left outside ASCII then keeps its own way.
  return grand.length === nu.length ? grand : nu.replace(MINUSCULES, (mot) => mot.toUpperCase())
}

// Control characters are folded too: they count as spaces.
const HORS_ASCII = /[^\x20-\x7E]/g
const MINUSCULES = /[a-z]+/g

function aplanirCaractere(car: string): string {
  const code = car.charCodeAt(0)
  if (code < 32) return ' '
  if (code >= 0xe000 && code <= 0xf8ff) return '?' // private use: kept for jetons.ts
  const connu = pliage.get(car)
  if (connu !== undefined) return connu
  let plie = car
  if ('’‘ʼ´‛'.includes(car)) plie = "'"
  else if ('‐‑–—−'.includes(car)) plie = '-'
  else if (/\s/.test(car)) plie = ' '
  else {
    const nu = car.normalize('NFD').replace(ACCENTS, '').toUpperCase()
    if (nu.length === 1) plie = nu
  }
  pliage.set(car, plie)
  return plie
}

/** Lines exactly as given: these are shown to people. */
export function lignesDuCasier(texte: string): string[] {
  return texte.split(/\r\n|[\n\r\f\v\u2028\u2029]/)
}

/** The same lines, made easier to read: composed accents, no spaced letters. */
export function enLignes(texte: string): Ligne[] {
  return lignesDuCasier(texte).map((t, i) => ({
    numero: i + 1,
    texte: resserrer(deshabiller(t.normalize('NFC'))),
  }))
}

/** « > » of a quoted message; « [Date] - … », a label between brackets. */
function deshabiller(texte: string): string {
  const nu = texte.trimStart()
  if (nu[0] === '>') return nu.replace(/^(?:> ?)+(?!=)/, '')
  return nu[0] === '[' ? nu.replace(/^\[([A-Za-zÀ-ÿ' ]{2,40})\]\s*[-:–—]*\s+(?=\S)/, '$1 : ') : texte
}

/** « C O N T R A D I C T O I R E »: spaced letters become words again; word gaps are the wider ones. */
function resserrer(texte: string): string {
  const net = INVISIBLES.test(texte) ? texte.replaceAll(INVISIBLES_TOUS, '') : texte
  if (!SIGNES_SEULS.test(net)) return net
  const jetons = net.trim().split(/\s+/)
  const seuls = jetons.filter((j) => j.length === 1).length
  if (jetons.length < 5 || seuls < jetons.length * 0.8) return net.replace(LETTRES_ESPACEES, joindre)
  return net.replace(/\s+/g, (vide) => (vide.length > 1 ? ' ' : ''))
}

const INVISIBLES = /[\u00AD\u200B-\u200D\uFEFF]/
const INVISIBLES_TOUS = /[\u00AD\u200B-\u200D\uFEFF]/g
/** Three signs alone in a row: nothing is tightened without them. */
const SIGNES_SEULS = /(?:^|[^A-Za-zÀ-ÿ\d])\S\s+\S\s+\S(?![A-Za-zÀ-ÿ\d])/

/** A word alone in spaced letters, « V O L », among words that are whole. */
const LETTRES_ESPACEES = /(?<![\p{L}\d])\p{Lu}(?: \p{Lu}){2,}(?![\p{L}\d'’])/gu

function joindre(mot: string): string {
  return mot.replaceAll(' ', '')
}

/** Words of place names that keep their hyphen when a line ends on it. */
const TRAIT_GARDE = /(?:^|[ '])(?:SAINTE?|STE?|[A-Z]+-(?:[A-Z]+-)*[A-Z]+|JOURS?|SUIVI|SOCIO|SEMI|NON)-$/

/** A line whose first word went up to the line above: what is left does not begin a line. */
export interface LigneJointe extends Ligne {
  /** Number of the line that holds its first word. */
  portee?: number
}

function motCoupe(tete: string, debut: string): boolean {
  return /\p{L}.$/u.test(tete) && /^\p{L}/u.test(debut)
}

/** Joins « EMPRISON- / NEMENT »; the joined word stays on the line where it began. */
export function joindreCesures(lignes: readonly Ligne[]): LigneJointe[] {
  const sortie: LigneJointe[] = []
  for (const ligne of lignes) {
    const avant = sortie.at(-1)
    const debut = ligne.texte.trimStart()
    const tete = avant?.texte.trimEnd() ?? ''
    if (avant !== undefined && '-‐‑'.includes(tete.at(-1) ?? ' ') && motCoupe(tete, debut)) {
      const mot = /^[^\s,;.)]+[,;.)]*/.exec(debut)?.[0] ?? ''
      const garde = TRAIT_GARDE.test(aplanir(tete.slice(-40)))
      avant.texte = (garde ? tete : tete.slice(0, -1)) + mot
      sortie.push({ numero: ligne.numero, texte: debut.slice(mot.length), portee: avant.numero })
      continue
    }
    sortie.push({ ...ligne })
  }
  return sortie
}

/**
 * « EMPRIS0NNEMENT », « TR1BUNAL »: a figure among letters is the letter that a recognition of characters took
 * for it. Numbers stuck to a word (« 16EME », « 3MOIS ») are left alone.
 */
export function redresser(plie: string): string {
  if (!CHIFFRE_CONTRE_LETTRE.test(plie)) return plie
  return plie.replace(CHIFFRE_DANS_UN_MOT, (mot) => mot.replaceAll('0', 'O').replaceAll('1', 'I'))
}

const CHIFFRE_CONTRE_LETTRE = /[A-Z][01]|[01][A-Z]/
const CHIFFRE_DANS_UN_MOT =
  /(?<![A-Z\d])(?:[A-Z]+(?:[01]+[A-Z]+)+|0[A-Z]{3,}(?:[01]+[A-Z]+)*|1(?!ERE?\b|ANS?\b|MOIS\b|JOURS?\b|HEURES?\b|EUROS?\b|EUR\b)[A-Z]{4,}(?:[01]+[A-Z]+)*)(?![A-Z\d])/g

const SEPARATEUR = /\s{2,}|\t|\s*[|;•]\s*|\s[-–—]+\s/

/** « NOM            : X », titles aligned on their colons. */
export function serrerDeuxPoints(texte: string): string {
  return texte.includes(':') ? texte.replace(/(?<!\s)\s+:/g, ' :').replace(/:\s+/g, ': ') : texte
}

/** Cells of a line: wide gaps, tabs, bars, semicolons, dashes between spaces. */
export function cellules(texte: string): string[] {
  return serrerDeuxPoints(texte)
    .split(SEPARATEUR)
    .map((c) => c.replace(/^\s*[-–—*=>·▪►]+\s+|\s[-–—*=]+\s*$/g, '').trim())
    .filter((c) => c !== '')
}

/** Cells hold no two blanks in a row, but some that are no plain space. */
const AUTRE_BLANC = /[^\S ]/

export function enFlux(lignes: readonly LigneJointe[]): Flux {
  const morceaux: string[] = []
  const bornes: { debut: number; numero: number; coupure: number }[] = []
  let taille = 0
  for (const ligne of lignes) {
    let coupure = ligne.portee !== undefined && /^ \S/.test(ligne.texte) ? 0 : 2
    for (const cellule of cellules(ligne.texte)) {
      const net = AUTRE_BLANC.test(cellule) ? cellule.replace(/\s+/g, ' ') : cellule
      bornes.push({ debut: taille, numero: ligne.numero, coupure })
      morceaux.push(net)
      taille += net.length + 1
      coupure = 1
    }
  }
  const brut = `${morceaux.join(' ')} `
  const lignesDe = new Uint32Array(brut.length)
  const coupures = new Uint8Array(brut.length)
  bornes.forEach((borne, i) => {
    coupures[borne.debut] = borne.coupure
    lignesDe.fill(borne.numero, borne.debut, bornes[i + 1]?.debut ?? brut.length)
  })
  const lu = poserJetons(redresser(aplanir(brut)), (k) => coupures[k] === 2)
  return { brut, plie: lu.plie, valeurs: lu.valeurs, lignes: lignesDe, coupures }
}
