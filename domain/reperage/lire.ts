import { relire } from './graphies.ts'
import { enJetons, LIGNE } from './jetons.ts'
import { Lecture } from './lecture.ts'
import { CAT, type FauxAmi, lexique, type Noeud, type Terme } from './lexique.ts'
import { decouper } from './phrases.ts'

/** Reads a text: tokens, cues and terms in one pass, then sentences. The longest term wins; a false friend cancels what it covers. */
export function lireTexte(texte: string): Lecture {
  const lex = lexique()
  const jetons = enJetons(texte)
  const { nombre, forme, formes, nature } = jetons
  const relues = formes.map((f) => relire(f, lex))
  const mots = relues.map((r) => r.mot)
  const racines = mots.map((m) => lex.termes.get(m) ?? null)
  const racinesIndices = mots.map((m) => lex.indices.get(m) ?? null)
  const l = new Lecture(jetons, lex, mots)
  const { bas, haut, neutre, trouvailles } = l

  const couvert: (FauxAmi | null)[] = new Array(nombre).fill(null)
  let libre = 0

  for (let i = 0; i < nombre; i++) {
    const f = forme[i] ?? 0
    const indice = racinesIndices[f] ?? null
    if (indice !== null) marquerIndices(indice, i)
    const racine = racines[f] ?? null
    if (racine === null) continue
    let noeud: Noeud | null = racine
    let terme: Terme | null = null
    let ami: FauxAmi | null = null
    let b = i
    let bAmi = i
    let j = i
    while (noeud !== null) {
      if (noeud.terme !== null) {
        terme = noeud.terme
        b = j + 1
      }
      if (noeud.fauxAmi !== null) {
        ami = noeud.fauxAmi
        bAmi = j + 1
      }
      j = suivant(j)
      noeud = j < nombre ? (noeud.suite?.get(l.mot(j)) ?? null) : null
    }
    if (ami !== null && bAmi >= b) for (let k = i; k < bAmi; k++) couvert[k] = ami
    if (terme === null || i < libre || (terme.sigle && !enSigle(i))) continue
    const debut = (jetons.debut[i] ?? 0) + (relues[f]?.entame ?? 0)
    trouvailles.push({ terme, a: i, b, debut, fin: jetons.fin[b - 1] ?? 0, fauxAmi: null })
    libre = b
  }
  for (const t of trouvailles)
    for (let k = t.a; k < t.b && t.fauxAmi === null; k++) t.fauxAmi = couvert[k] ?? null

  decouper(l)
  return l

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
