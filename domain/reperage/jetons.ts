/**
 * One scan of the text: words, numbers, punctuation and line ends, each with its place in the text as given.
 *
 * Apostrophes and hyphens separate words, so that « l’alcool », « sans-abri » and « L ALCOOL » read alike.
 * A folded form is computed once per written form: the same word in the same case costs one look-up.
 */

export const MOT = 0
export const NOMBRE = 1
export const SIGNE = 2
export const LIGNE = 3
export const PARAGRAPHE = 4

export interface Jetons {
  texte: string
  /** UTF-16 offsets of each token. */
  debut: Int32Array
  fin: Int32Array
  nature: Uint8Array
  /** Number of the folded form, index in `formes`. */
  forme: Int32Array
  /** Folded forms met in this text, each once. */
  formes: string[]
  nombre: number
}

const [VIDE, LETTRE, CHIFFRE, FIN_DE_LIGNE, APOSTROPHE, TIRET, PONCTUATION, INVISIBLE] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const
const CLASSES = new Uint8Array(0x10000)
classer()

function classer(): void {
  const lettre = /[\p{L}\p{M}]/u
  for (let c = 0; c < 0x3000; c++) if (lettre.test(String.fromCharCode(c))) CLASSES[c] = LETTRE
  CLASSES.fill(LETTRE, 0x3040, 0xd800)
  CLASSES.fill(LETTRE, 0xf900, 0xfdd0)
  CLASSES.fill(LETTRE, 0xff21, 0xff3b)
  CLASSES.fill(LETTRE, 0xff41, 0xff5b)
  CLASSES.fill(CHIFFRE, 0x30, 0x3a)
  marquer('\n\r\f\v\u0085\u2028\u2029', FIN_DE_LIGNE)
  marquer("'’‘ʼ´‛`′", APOSTROPHE)
  marquer('-‐‑–—−', TIRET)
  marquer('.,;:!?()[]{}«»"“”„/|+%€…•·*=<>_□☐☒☑✓✔✗✘■▪●○', PONCTUATION)
  marquer('\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e', INVISIBLE)
  marquer('\u2066\u2067\u2068\u2069', INVISIBLE)
}

function marquer(caracteres: string, classe: number): void {
  for (const c of caracteres) CLASSES[c.charCodeAt(0)] = classe
}

/** Lower case, no accents, no invisible characters; « œ » opens. */
function plierMot(mot: string): string {
  return mot
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}.\s‐‑–—−-]/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
}

const EST_MINUSCULE = /^[a-z]+$/

export function enJetons(texte: string): Jetons {
  const taille = texte.length
  // Most tokens are longer than three characters; the arrays grow when a text is made of signs.
  let place = Math.max(64, taille >> 2)
  let debut = new Int32Array(place)
  let fin = new Int32Array(place)
  let nature = new Uint8Array(place)
  let forme = new Int32Array(place)
  const formes: string[] = []
  const parEcrit = new Map<string, number>()
  const parForme = new Map<string, number>()
  let n = 0

  const numeroter = (plie: string): number => {
    let k = parForme.get(plie)
    if (k === undefined) {
      k = formes.length
      formes.push(plie)
      parForme.set(plie, k)
    }
    return k
  }
  const ajouter = (d: number, f: number, quoi: number): void => {
    if (n === place) {
      place *= 2
      debut = agrandir(debut, new Int32Array(place))
      fin = agrandir(fin, new Int32Array(place))
      nature = agrandir(nature, new Uint8Array(place))
      forme = agrandir(forme, new Int32Array(place))
    }
    const ecrit = quoi >= LIGNE ? '\n' : quoi === SIGNE ? (texte[d] ?? '') : texte.slice(d, f)
    let k = parEcrit.get(ecrit)
    if (k === undefined) {
      k = numeroter(quoi !== MOT || EST_MINUSCULE.test(ecrit) ? ecrit : plierMot(ecrit))
      parEcrit.set(ecrit, k)
    }
    debut[n] = d
    fin[n] = f
    nature[n] = quoi
    forme[n] = k
    n++
  }

  let i = 0
  while (i < taille) {
    const c = texte.charCodeAt(i)
    const classe = CLASSES[c]
    const d = i
    if (classe === LETTRE) {
      i = finDeMot(texte, i)
      ajouter(d, i, MOT)
    } else if (classe === CHIFFRE) {
      i = finDeNombre(texte, i)
      // « 3MMC », « 0xydation » lost in a scan: a number glued to letters is a word.
      if (i < taille && CLASSES[texte.charCodeAt(i)] === LETTRE) {
        i = finDeMot(texte, i)
        ajouter(d, i, MOT)
      } else ajouter(d, i, NOMBRE)
    } else if (classe === FIN_DE_LIGNE) {
      let lignes = 0
      while (i < taille && CLASSES[texte.charCodeAt(i)] !== undefined && estBlanc(texte.charCodeAt(i))) {
        if (CLASSES[texte.charCodeAt(i)] === FIN_DE_LIGNE) {
          if (!(texte.charCodeAt(i) === 13 && texte.charCodeAt(i + 1) === 10)) lignes++
        }
        i++
      }
      ajouter(d, i, lignes > 1 ? PARAGRAPHE : LIGNE)
    } else if (classe === TIRET) {
      const seul = i === 0 || estBlanc(texte.charCodeAt(i - 1))
      while (i < taille && CLASSES[texte.charCodeAt(i)] === TIRET) i++
      if (seul) ajouter(d, i, SIGNE)
    } else if (classe === PONCTUATION) {
      while (i < taille && texte.charCodeAt(i) === c) i++
      ajouter(d, i, SIGNE)
    } else i++
  }
  // Cut to size: what reads beyond the last token finds nothing, not the first word of the text.
  return {
    texte,
    debut: debut.subarray(0, n),
    fin: fin.subarray(0, n),
    nature: nature.subarray(0, n),
    forme: forme.subarray(0, n),
    formes,
    nombre: n,
  }
}

function agrandir<T extends Int32Array | Uint8Array>(ancien: T, neuf: T): T {
  neuf.set(ancien)
  return neuf
}

function estBlanc(code: number): boolean {
  const classe = CLASSES[code]
  return classe === VIDE || classe === FIN_DE_LIGNE || classe === INVISIBLE
}

/** End of the word that begins at `i`: its letters, digits glued to them, « C.S.A.P.A. », a word cut by a line. */
function finDeMot(texte: string, i: number): number {
  const d = i
  for (;;) {
    let classe = CLASSES[texte.charCodeAt(i)]
    while (classe === LETTRE || classe === CHIFFRE || classe === INVISIBLE)
      classe = CLASSES[texte.charCodeAt(++i)]
    const suite = i - d === 1 ? finDeSigle(texte, i) : classe === TIRET ? apresCesure(texte, i) : i
    if (suite === i) return i
    i = suite
    if (CLASSES[texte.charCodeAt(i)] !== LETTRE) return i
  }
}

/** « S.D.F. » : letters and dots in turn, the last dot left to the sentence unless letters follow it. */
function finDeSigle(texte: string, i: number): number {
  let j = i
  while (texte[j] === '.' && CLASSES[texte.charCodeAt(j + 1)] === LETTRE) {
    const apres = CLASSES[texte.charCodeAt(j + 2)]
    if (apres === LETTRE || apres === CHIFFRE) return i
    j += 2
  }
  return j
}

/** « canna-⏎bis » : the second half, when a small letter goes on at the next line (or capitals among capitals). */
function apresCesure(texte: string, i: number): number {
  let j = i + 1
  let lignes = 0
  while (j < texte.length && j < i + 40 && estBlanc(texte.charCodeAt(j))) {
    if (texte[j] === '\n') lignes++
    j++
  }
  if (lignes !== 1) return i
  const avant = texte[i - 1] ?? ''
  const apres = texte[j] ?? ''
  if (CLASSES[apres.charCodeAt(0)] !== LETTRE) return i
  const petites = apres !== apres.toUpperCase()
  return petites || avant === avant.toUpperCase() ? j : i
}

function finDeNombre(texte: string, i: number): number {
  let j = i
  for (;;) {
    while (CLASSES[texte.charCodeAt(j)] === CHIFFRE) j++
    const separe = texte[j] === ',' || texte[j] === '.'
    if (!separe || CLASSES[texte.charCodeAt(j + 1)] !== CHIFFRE) return j
    j++
  }
}
