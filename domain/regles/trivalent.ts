/** Strong Kleene truth: `null` is « unknown ». */
export type Trivalent = boolean | null

/** False wins over unknown, unknown over true. */
export function et(valeurs: readonly Trivalent[]): Trivalent {
  if (valeurs.includes(false)) return false
  return valeurs.includes(null) ? null : true
}

/** True wins over unknown, unknown over false. */
export function ou(valeurs: readonly Trivalent[]): Trivalent {
  if (valeurs.includes(true)) return true
  return valeurs.includes(null) ? null : false
}

export function non(valeur: Trivalent): Trivalent {
  return valeur === null ? null : !valeur
}

/** True once `n` are true; false once too few can still become true. */
export function auMoins(n: number, valeurs: readonly Trivalent[]): Trivalent {
  const vrais = valeurs.filter((x) => x === true).length
  if (vrais >= n) return true
  const possibles = vrais + valeurs.filter((x) => x === null).length
  return possibles < n ? false : null
}
