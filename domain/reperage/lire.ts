import { relire } from './graphies.ts'
import { enJetons, LIGNE, MOT } from './jetons.ts'
import { Lecture } from './lecture.ts'
import { CAT, type FauxAmi, JOKER, lexique, NOMBRES, type Noeud, SAUTS, type Terme } from './lexique.ts'
import { decouper } from './phrases.ts'

const SANS_CLASSE: readonly string[] = []
const CHIFFRES: readonly string[] = [NOMBRES]

const CONDUITE = /^([ \t]*[-–•*]?[ \t]*[\p{L}’' /()-]{2,48})(\.{3,}|…{2,}|_{3,})(?=[ \t]*\S)/gmu

/** « Cannabis ......... non »: the dots that lead to the value of a form read as its colon. No offset moves. */
function sansConduites(texte: string): string {
  if (!/\.{3}|…{2}|_{3}/.test(texte)) return texte
  return texte.replace(
    CONDUITE,
    (_, libelle: string, points: string) => `${libelle}:${' '.repeat(points.length - 1)}`,
  )
}

/** Reads a text: tokens, cues and terms in one pass, then sentences. The longest term wins; a false friend cancels what it covers. */
export function lireTexte(brut: string): Lecture {
  const lex = lexique()
  const texte = sansConduites(brut)
  const jetons = enJetons(texte)
  const { nombre, forme, formes, nature } = jetons
  const relues = formes.map((f) => relire(f, lex))
  const mots = relues.map((r) => r.mot)
  const classes = mots.map((m) => lex.classes.get(m) ?? (/^\d/.test(m) ? CHIFFRES : null))
  const departs = mots.map((m, f) =>
    [m, ...(classes[f] ?? SANS_CLASSE)].flatMap((c) => lex.termes.get(c) ?? []),
  )
  const racinesIndices = mots.map((m) => lex.indices.get(m) ?? null)
  const l = new Lecture(jetons, lex, mots)
  const { bas, haut, neutre, trouvailles } = l

  const couvert: (FauxAmi | null)[] = new Array(nombre).fill(null)
  let libre = 0
  let long: Terme | null = null
  let ami: FauxAmi | null = null
  let b = 0
  let bAmi = 0

  for (let i = 0; i < nombre; i++) {
    const f = forme[i] ?? 0
    const indice = racinesIndices[f] ?? null
    if (indice !== null) marquerIndices(indice, i)
    const depart = departs[f]
    if (depart === undefined || depart.length === 0) continue
    const terme = plusLong(depart, i)
    if (ami !== null && bAmi >= b) for (let k = i; k < bAmi; k++) couvert[k] = ami
    if (terme === null || i < libre || (terme.sigle && !enSigle(i))) continue
    const a = terme.verbe ? suivant(i) : i
    const debut = (jetons.debut[a] ?? 0) + (a === i ? (relues[f]?.entame ?? 0) : 0)
    trouvailles.push({ terme, a, b, debut, fin: jetons.fin[b - 1] ?? 0, fauxAmi: null })
    libre = b
  }
  for (const t of trouvailles)
    for (let k = t.a; k < t.b && t.fauxAmi === null; k++) t.fauxAmi = couvert[k] ?? null

  decouper(l)
  return l

  function plusLong(depart: readonly Noeud[], i: number): Terme | null {
    long = null
    ami = null
    b = i
    bAmi = i
    for (const noeud of depart) descendre(noeud, i)
    return long
  }

  /** Keeps the longest term and the longest false friend below a node that ends at token `j`; a written word before its class. */
  function descendre(noeud: Noeud, j: number): void {
    if (noeud.terme !== null && j >= b) {
      long = noeud.terme
      b = j + 1
    }
    if (noeud.fauxAmi !== null && j >= bAmi) {
      ami = noeud.fauxAmi
      bAmi = j + 1
    }
    const { suite } = noeud
    if (suite === null) return
    const k = suivant(j)
    if (k >= nombre) return
    const exact = suite.get(l.mot(k))
    if (exact !== undefined) descendre(exact, k)
    if (!noeud.large) return
    for (const c of classes[forme[k] ?? 0] ?? SANS_CLASSE) {
      const large = suite.get(c)
      if (large === undefined) continue
      descendre(large, k)
      const saut = SAUTS.get(c)
      if (saut !== undefined && classes[forme[suivant(k)] ?? 0]?.includes(saut) === true)
        descendre(large, suivant(k))
    }
    const joker = nature[k] === MOT ? suite.get(JOKER) : undefined
    if (joker !== undefined) descendre(joker, k)
  }

  /** In capitals, next to a word that is not. */
  function enSigle(i: number): boolean {
    const vu = texte.slice(jetons.debut[i], jetons.fin[i])
    if (vu !== vu.toUpperCase()) return false
    for (let k = Math.max(0, i - 6); k < Math.min(nombre, i + 7); k++) {
      const autre = k === i ? '' : texte.slice(jetons.debut[k], jetons.fin[k])
      if (autre !== autre.toUpperCase()) return true
    }
    return nombre < 4
  }

  /** Next token of a phrase that a line may cut in two. */
  function suivant(j: number): number {
    return nature[j + 1] === LIGNE ? j + 2 : j + 1
  }

  /** Forms stack headings: « non ⏎ Suivi » are two lines, « ne boit ⏎ pas » is one sentence. */
  function suiteMinuscule(j: number): boolean {
    const c = texte[jetons.debut[j] ?? texte.length] ?? ''
    return c !== c.toUpperCase()
  }

  function marquerIndices(racine: Noeud, i: number): void {
    let noeud: Noeud | null = racine
    let j = i
    while (noeud !== null) {
      if (noeud.bas !== 0 || noeud.haut !== 0) {
        bas[i] = (bas[i] ?? 0) | noeud.bas
        haut[i] = (haut[i] ?? 0) | noeud.haut
        const neutralise =
          (noeud.bas & CAT.fausseNegation.bas ? 1 : 0) | (noeud.bas & CAT.fausseHypothese.bas ? 2 : 0)
        if (neutralise !== 0) for (let k = i; k <= j; k++) neutre[k] = (neutre[k] ?? 0) | neutralise
      }
      j = nature[j + 1] === LIGNE && !suiteMinuscule(j + 2) ? nombre : suivant(j)
      noeud = j < nombre ? (noeud.suite?.get(l.mot(j)) ?? null) : null
    }
  }
}
