/** A run of text as pdf.js places it: `transform` ends with its origin, in points from the bottom left. */
export interface Fragment {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

interface Pose {
  texte: string
  x: number
  y: number
  fin: number
  corps: number
  /** First of its line. */
  debut: boolean
}

/** In heights of letter: from here two runs on one line are two words, then two columns. */
const ESPACE = 0.2
const COLONNE = 1.5
/** In heights of letter: a run that far up or down is on another line; nearer, it is an exponent. */
const LIGNE = 0.5
/** In line gaps of the page: a larger gap parts two paragraphs. */
const PARAGRAPHE = 1.35
/** In heights of letter: lines set tighter than this are not the page's usual ones. */
const INTERLIGNE_MIN = 1.1

/**
 * Text of a page in the order in which it was written: one line of text a line, a blank line between
 * paragraphs, a tab between columns. Words cut at a line end are left as printed.
 */
export function texteDePage(fragments: readonly Fragment[]): string {
  const poses = poser(fragments)
  const interligne = interligneDe(poses)
  return poses.map((pose, i) => `${liaison(poses[i - 1], pose, interligne)}${pose.texte}`).join('')
}

function poser(fragments: readonly Fragment[]): Pose[] {
  const poses: Pose[] = []
  let finie = false
  for (const { str, transform, width, height, hasEOL } of fragments) {
    // Runs of mere spaces are gaps that the positions already tell.
    if (str.trim() !== '') {
      const [, , c = 0, d = 0, x = 0, y = 0] = transform
      const precedente = poses.at(-1)
      const corps = height || Math.hypot(c, d) || 1
      const debut =
        precedente !== undefined &&
        (finie || Math.abs(precedente.y - y) > LIGNE * Math.max(corps, precedente.corps))
      poses.push({ texte: str, x, y, fin: x + width, corps, debut })
      finie = false
    }
    finie ||= hasEOL
  }
  return poses
}

function descente(precedente: Pose | undefined, pose: Pose): number {
  return precedente === undefined ? 0 : precedente.y - pose.y
}

/** The lower quartile: pages of short paragraphs have more gaps between paragraphs than between lines. */
function interligneDe(poses: readonly Pose[]): number {
  const descentes = poses
    .flatMap((pose, i) => (pose.debut ? [descente(poses[i - 1], pose)] : []))
    .filter((valeur) => valeur > 0)
    .sort((a, b) => a - b)
  return descentes[Math.floor(descentes.length / 4)] ?? Number.POSITIVE_INFINITY
}

function liaison(precedente: Pose | undefined, pose: Pose, interligne: number): string {
  if (precedente === undefined) return ''
  if (pose.debut) {
    const bas = descente(precedente, pose)
    // Back up the page: another column or frame begins.
    return bas < -pose.corps || bas > PARAGRAPHE * Math.max(interligne, INTERLIGNE_MIN * pose.corps)
      ? '\n\n'
      : '\n'
  }
  const ecart = (pose.x - precedente.fin) / Math.max(pose.corps, precedente.corps)
  if (ecart > COLONNE) return '\t'
  const colles = ecart <= ESPACE || /\s$/.test(precedente.texte) || /^\s/.test(pose.texte)
  return colles ? '' : ' '
}
