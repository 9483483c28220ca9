import type { CleFait } from '../../domain/index.ts'
import { aller, useMagasin } from '../magasin.ts'

/** Puts the focus on a line: on its answer when there is one, else on its first cell. */
export function focaliserLigne(fait: CleFait): void {
  const rangee = document.querySelector(`[data-ligne="${fait}"]`)
  const cellule =
    rangee?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    rangee?.querySelector<HTMLElement>('input[type="radio"]')
  cellule?.focus()
}

/** The line where the focus is: where work resumes. */
export function noterLigne(fait: CleFait): void {
  if (useMagasin.getState().position.ligne !== fait) aller({ ligne: fait })
}

/** The line under this one on screen; the last one keeps the focus. */
export function focaliserApres(fait: CleFait): void {
  const rangees = [...document.querySelectorAll<HTMLElement>('[data-ligne]')]
  const ici = rangees.findIndex((r) => r.dataset.ligne === fait)
  focaliserLigne(rangees[ici + 1]?.dataset.ligne ?? fait)
}
