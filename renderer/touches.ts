import type { KeyboardEvent as ToucheReact } from 'react'
import { tinykeys } from 'tinykeys'
import { useMagasin } from './magasin.ts'

/**
 * The few keys of a whole screen. They match `event.key`, so the printed letter on any layout; the browser's own
 * meaning (print, new window) never happens.
 */
export function ecouterTouches(actions: Readonly<Record<string, (e: KeyboardEvent) => void>>): () => void {
  const liees = Object.entries(actions).map(([touche, action]) => [
    touche,
    (e: KeyboardEvent) => {
      if (HISTORIQUE.includes(touche) && estTexte(e.target)) return
      e.preventDefault()
      action(e)
    },
  ])
  return tinykeys(window, Object.fromEntries(liees), { ignore: (e) => e.isComposing })
}

const HISTORIQUE = ['Control+z', 'Control+y', 'Control+Shift+z']

/** A field in which text is typed. */
export function estChamp(cible: EventTarget | null): cible is HTMLTextAreaElement | HTMLInputElement {
  return (
    cible instanceof HTMLTextAreaElement ||
    (cible instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(cible.type))
  )
}

/** A text being typed keeps its own undo; a list to choose from, in which nothing is typed, has none. */
function estTexte(cible: EventTarget | null): boolean {
  return estChamp(cible) && (cible.getAttribute('role') !== 'combobox' || cible.value !== '')
}

/**
 * The letter of a key that acts by itself, lower case: `?` and `,` too. Null for everything else, and always where
 * letters are switched off (WCAG 2.1.4, voice typing): every screen asks here. AltGr comes as Ctrl+Alt on Windows and
 * by its own name elsewhere; a dead key or a composition is no letter yet.
 */
export function lettreDe(e: ToucheReact | KeyboardEvent): string | null {
  if (e.ctrlKey || e.altKey || e.metaKey || e.key.length !== 1 || e.key === ' ') return null
  const native = 'nativeEvent' in e ? e.nativeEvent : e
  if (native.isComposing || e.getModifierState('AltGraph')) return null
  return useMagasin.getState().reglages.lettres ? e.key.toLocaleLowerCase('fr') : null
}

/** F6 and Shift+F6: the next pane, in reading order, and the place in it where work resumes. */
export function changerVolet(pas: 1 | -1): void {
  const volets = [...document.querySelectorAll<HTMLElement>('[data-volet]')]
  const ici = volets.findIndex((v) => v.contains(document.activeElement))
  const cible = volets[(Math.max(ici, 0) + pas + volets.length) % volets.length]
  focaliserEntree(cible)
}

const FOCALISABLE = 'input:checked, input, button, select, textarea, [href], [tabindex]'

/** The place of a pane where work resumes: what is marked as its entry, or its first control. */
export function focaliserEntree(volet: HTMLElement | null | undefined): void {
  const entree = volet?.querySelector<HTMLElement>('[data-entree]') ?? volet
  if (entree?.matches(FOCALISABLE)) entree.focus()
  else entree?.querySelector<HTMLElement>(FOCALISABLE)?.focus()
}

/** Once what closes is gone: a focus that went with it resumes there, one that was moved meanwhile stays. */
export function siFocusPerdu(reprendre: () => void): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) reprendre()
  })
}
