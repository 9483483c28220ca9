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
  plie: string
  /** Per character, its line in the text as given. */
  lignes: Uint32Array
  /** Per character: 2 = first of a line, 1 = first of a cell, 0 = elsewhere. */
  coupures: Uint8Array
}

const ACCENTS = /\p{M}/gu
const pliage = new Map<string, string>()

/** Upper case, without accents, one apostrophe, one hyphen, one space; the length never changes. */
export function aplanir(texte: string): string {
  let sortie = ''
  for (const car of texte.split('')) sortie += aplanirCaractere(car)
  return sortie
}

function aplanirCaractere(car: string): string {
  const code = car.charCodeAt(0)
  if (code < 128) return code >= 97 && code <= 122 ? car.toUpperCase() : code < 32 ? ' ' : car
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
export function decouper(texte: string): string[] {
  return texte.split(/\r\n|[\n\r\f\v\u2028\u2029]/)
}

/** The same lines, made easier to read: composed accents, no spaced letters. */
export function enLignes(texte: string): Ligne[] {
  return decouper(texte).map((t, i) => ({ numero: i + 1, texte: resserrer(t.normalize('NFC')) }))
}

/** « C O N T R A D I C T O I R E »: spaced letters become words again; word gaps are the wider ones. */
function resserrer(texte: string): string {
  const net = texte.replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
  const jetons = net.trim().split(/\s+/)
  const seuls = jetons.filter((j) => j.length === 1).length
  if (jetons.length < 5 || seuls < jetons.length * 0.8) return net.replace(LETTRES_ESPACEES, joindre)
  return net.replace(/\s+/g, (vide) => (vide.length > 1 ? ' ' : ''))
}

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

/** Joins « EMPRISON- / NEMENT »; the joined word stays on the line where it began. */
export function joindreCesures(lignes: readonly Ligne[]): LigneJointe[] {
  const sortie: LigneJointe[] = []
  for (const ligne of lignes) {
    const avant = sortie.at(-1)
    const debut = ligne.texte.trimStart()
    if (avant !== undefined && /\p{L}[-‐‑]\s*$/u.test(avant.texte.slice(-40)) && /^\p{L}/u.test(debut)) {
      const tete = avant.texte.trimEnd()
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

const SEPARATEUR = /\s{2,}|\t|\s*[|;•]\s*|\s[-–—]+\s/

/** « NOM            : X », titles aligned on their colons. */
export function serrerDeuxPoints(texte: string): string {
  return texte.includes(':') ? texte.replace(/(?<!\s)\s+:/g, ' :').replace(/:\s+/g, ': ') : texte
}

/** Cells of a line: wide gaps, tabs, bars, semicolons, dashes between spaces. */
export function cellules(texte: string): string[] {
  return serrerDeuxPoints(texte)
    .split(SEPARATEUR)
    .map((c) => c.replace(/^\s*[-–—*]+\s+/, '').trim())
    .filter((c) => c !== '')
}

export function enFlux(lignes: readonly LigneJointe[]): Flux {
  const morceaux: string[] = []
  const bornes: { debut: number; numero: number; coupure: number }[] = []
  let taille = 0
  for (const ligne of lignes) {
    let coupure = ligne.portee !== undefined && /^ \S/.test(ligne.texte) ? 0 : 2
    for (const cellule of cellules(ligne.texte)) {
      const net = cellule.replace(/\s+/g, ' ')
      bornes.push({ debut: taille, numero: ligne.numero, coupure })
      morceaux.push(net)
      taille += net.length + 1
      coupure = 1
    }
  }
  const brut = `${morceaux.join(' ')} `
  const flux: Flux = {
    brut,
    plie: aplanir(brut),
    lignes: new Uint32Array(brut.length),
    coupures: new Uint8Array(brut.length),
  }
  bornes.forEach((borne, i) => {
    flux.coupures[borne.debut] = borne.coupure
    flux.lignes.fill(borne.numero, borne.debut, bornes[i + 1]?.debut ?? brut.length)
  })
  return flux
}
