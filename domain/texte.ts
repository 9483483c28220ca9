/** Text without case, accents, typographic apostrophes or repeated spaces, for comparison only. */
export function plier(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** The same city, however it is typed. */
export function memeVille(a: unknown, b: unknown): boolean {
  return plier(String(a)) === plier(String(b))
}
