/**
 * A pattern tried only where it stands, and only when one of its beginnings is there. Patterns are dear to compile
 * (milliseconds each on the first record of the day): one whose words are not in the record is never compiled.
 */
export interface Motif {
  source: string
  /** Beginnings, by their first sign. */
  debuts: ReadonlyMap<number, readonly string[]>
  expression?: RegExp
}

/** `debuts`: every beginning that the pattern may have, separated by bars; `source`: the pattern. */
export function ici(debuts: string, source: string): Motif {
  const index = new Map<number, string[]>()
  for (const debut of debuts.split('|')) {
    const code = debut.charCodeAt(0)
    const memes = index.get(code)
    if (memes === undefined) index.set(code, [debut])
    else memes.push(debut)
  }
  return { source, debuts: index }
}

function commence(debuts: readonly string[], plie: string, i: number): boolean {
  for (const debut of debuts) if (plie.startsWith(debut, i)) return true
  return false
}

export function essayerEn(motif: Motif, plie: string, i: number): RegExpExecArray | null {
  const debuts = motif.debuts.get(plie.charCodeAt(i))
  if (debuts === undefined || !commence(debuts, plie, i)) return null
  motif.expression ??= new RegExp(motif.source, 'y')
  motif.expression.lastIndex = i
  return motif.expression.exec(plie)
}

/** First signs of several patterns, three at most, packed as numbers: what begins none of them is seen at once. */
export type Cles = ReadonlySet<number>

export function clesDe(motifs: readonly Motif[]): Cles {
  return clesDeTextes(motifs.flatMap((m) => [...m.debuts.values()].flat()))
}

export function clesDeTextes(debuts: readonly string[]): Cles {
  return new Set(
    debuts.map((d) => cle(sept(d, 0), d.length > 1 ? sept(d, 1) : 0, d.length > 2 ? sept(d, 2) : 0)),
  )
}

export function ouvre(cles: Cles, plie: string, i: number): boolean {
  const [a, b] = [sept(plie, i), sept(plie, i + 1)]
  return cles.has(cle(a, 0, 0)) || cles.has(cle(a, b, 0)) || cles.has(cle(a, b, sept(plie, i + 2)))
}

/** Seven bits of a sign; outside ASCII and past the end they are all one. */
function sept(texte: string, i: number): number {
  const code = texte.charCodeAt(i)
  if (code < 127) return code
  return 127
}

function cle(a: number, b: number, c: number): number {
  return (a << 14) | (b << 7) | c
}
