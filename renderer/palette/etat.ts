import { create } from 'zustand'
import type { Touche } from '../composants/aide.tsx'
import { useMagasin } from '../magasin.ts'

interface EtatPalette {
  ouverte: boolean
  /** Where the focus was: it goes back there before the command acts. */
  retour: HTMLElement | null
  /** The dossier that commands are about. */
  dossier: string | null
}

const FERMEE: EtatPalette = { ouverte: false, retour: null, dossier: null }

export const usePalette = create<EtatPalette>()(() => FERMEE)
const { getState: lire, setState: poser } = usePalette

/** Keys of the screen shown, as its footer and F1 say them. */
let touchesEcran: readonly Touche[] = []

export function connaitreTouches(touches: readonly Touche[]): void {
  touchesEcran = touches
}

export function touchesDeLEcran(): readonly Touche[] {
  return touchesEcran
}

/** Ctrl+K, from any screen of an open store; the same key closes it. */
export function basculerPalette(): void {
  if (lire().ouverte) {
    fermerPalette()
    return
  }
  const actif = document.activeElement
  const retour = actif instanceof HTMLElement ? actif : null
  const { position } = useMagasin.getState()
  const rangee = retour?.closest<HTMLElement>('[data-key]')?.dataset.key ?? null
  poser({ ouverte: true, retour, dossier: position.ecran === 'permanence' ? rangee : position.dossier })
}

/** The focus is given back at once: what a command does next may move it again. */
export function fermerPalette(): void {
  const { retour } = lire()
  poser(FERMEE)
  // The dialog gives its own focus back while it leaves the page: ours comes after.
  requestAnimationFrame(() => {
    if (retour?.isConnected) retour.focus()
  })
}

// A lock, or another screen reached by its key, closes it.
useMagasin.subscribe((m, avant) => {
  if (m.application?.coffre !== avant.application?.coffre || m.position.ecran !== avant.position.ecran)
    poser(FERMEE)
})
