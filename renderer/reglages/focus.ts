import { flushSync } from 'react-dom'

/**
 * Draws what the act changes, then goes to this contact, or to the button that adds one: the focus never falls out
 * of the pane, and a key pressed at once after finds it there.
 */
export function puisFocaliser(acte: () => void, id: string | undefined): void {
  flushSync(acte)
  const volet = document.querySelector('[data-volet][aria-label="Annuaire"]')
  const rangee = id === undefined ? null : volet?.querySelector<HTMLElement>(`[data-contact="${id}"]`)
  const cible = rangee ?? volet?.querySelector<HTMLElement>('[data-ajouter]')
  cible?.focus()
}
