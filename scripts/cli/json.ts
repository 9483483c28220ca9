/**
 * Where a text stops being JSON. The engine's own message gives no place for most errors, so the text is
 * read again, only to find the first character that the grammar (RFC 8259) does not allow there.
 */
export function premierDefaut(texte: string): { ligne: number; colonne: number } {
  const avant = texte.slice(0, positionDuDefaut(texte)).split('\n')
  return { ligne: avant.length, colonne: (avant.at(-1)?.length ?? 0) + 1 }
}

// `\p{Cc}` below U+0020 is what JSON forbids in a string; U+007F to U+009F are allowed again.
const CHAINE =
  /"(?:[^"\\\p{Cc}]|[\x7F-\x9F])*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})(?:[^"\\\p{Cc}]|[\x7F-\x9F])*)*"/uy
const SCALAIRE = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const BLANCS = /[ \t\r\n]*/y

type Attendu = 'valeur' | 'valeur-ou-fin' | 'cle' | 'cle-ou-fin' | 'deux-points' | 'suite' | 'rien'

function positionDuDefaut(texte: string): number {
  const ouverts: ('{' | '[')[] = []
  let attendu: Attendu = 'valeur'
  let i = 0
  const passe = (motif: RegExp): boolean => {
    motif.lastIndex = i
    const trouve = motif.test(texte)
    if (trouve) i = motif.lastIndex
    return trouve
  }
  const apresValeur = (): Attendu => (ouverts.length === 0 ? 'rien' : 'suite')
  for (;;) {
    passe(BLANCS)
    const c = texte[i]
    if (c === undefined || attendu === 'rien') return i
    if (attendu === 'deux-points') {
      if (c !== ':') return i
      i += 1
      attendu = 'valeur'
    } else if (attendu === 'suite' || c === '}' || c === ']') {
      const ouvert = ouverts.at(-1)
      const ferme = c === (ouvert === '{' ? '}' : ']')
      if (ferme && attendu !== 'valeur' && attendu !== 'cle') {
        ouverts.pop()
        attendu = apresValeur()
      } else if (c === ',' && attendu === 'suite') attendu = ouvert === '{' ? 'cle' : 'valeur'
      else return i
      i += 1
    } else if (attendu === 'cle' || attendu === 'cle-ou-fin') {
      if (!passe(CHAINE)) return i
      attendu = 'deux-points'
    } else if (c === '{' || c === '[') {
      ouverts.push(c)
      attendu = c === '{' ? 'cle-ou-fin' : 'valeur-ou-fin'
      i += 1
    } else {
      if (!passe(CHAINE) && !passe(SCALAIRE)) return i
      attendu = apresValeur()
    }
  }
}
