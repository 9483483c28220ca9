import { MARQUE_EXERCICE } from '../../domain/index.ts'
import { avantVerrouiller, enExercice } from '../magasin.ts'

/**
 * Copies through the browser's own « copy », which asks no permission: none is ever granted (S16). What is copied can
 * then be taken back only while nothing else can have been copied: as long as this window kept the focus.
 */

let encoreNotre = false

/** False when the browser refused; `html` adds the same content with its headings and tables. */
export function copier(dit: string, html?: string): boolean {
  const texte = marque(dit)
  const remplir = (e: ClipboardEvent) => {
    e.preventDefault()
    e.stopImmediatePropagation()
    e.clipboardData?.setData('text/plain', texte)
    if (html !== undefined) e.clipboardData?.setData('text/html', html)
  }
  document.addEventListener('copy', remplir, { capture: true })
  try {
    encoreNotre = document.execCommand('copy')
    return encoreNotre
  } finally {
    document.removeEventListener('copy', remplir, { capture: true })
  }
}

/** Nothing that is copied from an exercise can be taken for a real person's, wherever its text was made. */
function marque(texte: string): string {
  if (!enExercice() || texte === '' || texte.startsWith('EXERCICE')) return texte
  return `${MARQUE_EXERCICE}\r\n${texte}`
}

const plusNotre = () => {
  encoreNotre = false
}
window.addEventListener('blur', plusNotre)
document.addEventListener('copy', plusNotre)
document.addEventListener('cut', plusNotre)

avantVerrouiller(() => {
  if (encoreNotre) copier('')
  encoreNotre = false
})
