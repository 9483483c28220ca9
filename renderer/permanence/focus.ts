/** Where the focus is on the board, and where it goes. */

const RANGEES = '[data-rangees] tbody tr'

export function rangeeDe(cible: EventTarget | null): HTMLTableRowElement | null {
  return cible instanceof Element ? cible.closest<HTMLTableRowElement>('tr[data-key]') : null
}

/** The row where work resumes: the last one that had the focus, or the first one. */
export function premiereRangee(): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>(`${RANGEES}[data-entree]`) ??
    document.querySelector<HTMLElement>(RANGEES)
  )
}

export function focaliserRangee(id: string): void {
  document.querySelector<HTMLElement>(`${RANGEES}[data-key="${CSS.escape(id)}"]`)?.focus()
}

const LIGNE = '[data-ligne-ajout]'

/** The field that adds people, where it is open. */
export function champLigne(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(LIGNE)
}

export function ligneEnCours(): boolean {
  return champLigne()?.matches(':focus') === true
}

/** The first of these rows, in the order of the board; the search may hide them all. */
export function focaliserPremiere(ids: readonly string[]): void {
  const rangees = [...document.querySelectorAll<HTMLElement>(RANGEES)]
  const rangee = rangees.find((r) => ids.includes(r.dataset.key ?? '')) ?? premiereRangee()
  rangee?.focus()
}
