/** « 3 ans », « 3a », « 18 mois », « 1 an 6 mois »: months, or null when it is no length. A bare number is refused. */
export function lireMois(texte: string): number | null {
  const lu = /^\s*(?:(\d{1,2})\s*a(?:n|ns)?)?\s*(?:(\d{1,3})\s*m(?:ois)?)?\s*$/i.exec(texte)
  if (lu === null || (lu[1] === undefined && lu[2] === undefined)) return null
  const mois = Number(lu[1] ?? 0) * 12 + Number(lu[2] ?? 0)
  return mois <= 360 ? mois : null
}

/** 36 → « 3 ans »; 18 → « 1 an 6 mois ». */
export function direMois(mois: number): string {
  const ans = Math.floor(mois / 12)
  const reste = mois % 12
  const dits = [
    ans === 0 ? '' : `${ans} an${ans > 1 ? 's' : ''}`,
    reste === 0 && ans > 0 ? '' : `${reste} mois`,
  ]
  return dits.filter((x) => x !== '').join(' ')
}
