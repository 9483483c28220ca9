/**
 * What a person answered of a marker found in a piece, beside confirming it: one fact per marker and proposition,
 * so that each answer is undone by itself. No rule reads them and no document prints them.
 */
export const MOTIFS_REPERE = [
  { code: 'ecarte', libelle: 'écarté' },
  { code: 'passe', libelle: 'passé' },
  { code: 'tiers', libelle: 'concerne un tiers' },
] as const
export type MotifRepere = (typeof MOTIFS_REPERE)[number]['code']

export interface CleRepere {
  /** Id of the piece. */
  piece: string
  /** UTF-16 offsets of the marker in its text. */
  debut: number
  fin: number
  /** Fact proposed, or code of the lexicon where nothing is. */
  quoi: string
}

const CLE = /^pieces\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):(\d{1,7})-(\d{1,7}):([\w.]{1,36})$/i

export function ecrireCleRepere({ piece, debut, fin, quoi }: CleRepere): string {
  return `pieces.${piece}:${debut}-${fin}:${quoi}`
}

/** The reverse of `ecrireCleRepere`; `null` for anything else. */
export function lireCleRepere(cle: string): CleRepere | null {
  const lue = CLE.exec(cle)
  if (lue === null) return null
  const [, piece = '', debut, fin, quoi = ''] = lue
  return { piece, debut: Number(debut), fin: Number(fin), quoi }
}
