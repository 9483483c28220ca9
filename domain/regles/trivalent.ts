/** Strong Kleene truth: `null` is « unknown ». */
export type Trivalent = boolean | null

type Lire<T, C> = (x: T, contexte: C) => Trivalent

/** False wins over unknown, unknown over true. */
export function et<T, C>(parmi: readonly T[], lire: Lire<T, C>, contexte: C): Trivalent {
  let valeur: Trivalent = true
  for (const x of parmi) {
    const lue = lire(x, contexte)
    if (lue === false) return false
    if (lue === null) valeur = null
  }
  return valeur
}

/** True wins over unknown, unknown over false. */
export function ou<T, C>(parmi: readonly T[], lire: Lire<T, C>, contexte: C): Trivalent {
  let valeur: Trivalent = false
  for (const x of parmi) {
    const lue = lire(x, contexte)
    if (lue === true) return true
    if (lue === null) valeur = null
  }
  return valeur
}

export function non(valeur: Trivalent): Trivalent {
  return valeur === null ? null : !valeur
}

/** True once `n` are true; false once too few can still become true. */
export function auMoins<T, C>(n: number, parmi: readonly T[], lire: Lire<T, C>, contexte: C): Trivalent {
  let vrais = 0
  let inconnus = 0
  for (const x of parmi) {
    const lue = lire(x, contexte)
    if (lue === true) vrais++
    else if (lue === null) inconnus++
  }
  if (vrais >= n) return true
  return vrais + inconnus < n ? false : null
}
