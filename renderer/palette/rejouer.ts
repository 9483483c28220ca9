/**
 * A key as the footer writes it, « Ctrl+Maj+P », « F5 » or « o », as the event that this key makes. Null for several
 * keys at once (« ↑ ↓ ») and for what moves or types by itself (Tab, Entrée): gestures, not commands.
 */
export function evenementDe(touche: string): KeyboardEventInit | null {
  const parties = touche.split('+')
  const derniere = parties.pop() ?? ''
  const mods = { ctrlKey: false, shiftKey: false, altKey: false }
  for (const p of parties) {
    if (p === 'Ctrl') mods.ctrlKey = true
    else if (p === 'Maj') mods.shiftKey = true
    else if (p === 'Alt') mods.altKey = true
    else return null
  }
  const key = derniere === 'Entrée' && mods.ctrlKey ? 'Enter' : derniere
  if (!/^F\d{1,2}$|^\p{L}$|^[?,;]$|^Enter$/u.test(key)) return null
  const lettre = key.length === 1 ? key.toLocaleLowerCase('fr') : key
  // Listeners leave out a key without a code; its value says nothing, since the printed letter is what counts.
  return { ...mods, key: lettre, code: 'Unidentified', bubbles: true, cancelable: true }
}

/** Presses the key where the focus is, so that a command is the very key that it teaches. */
export function rejouer(touche: KeyboardEventInit): void {
  const cible = document.activeElement ?? document.body
  cible.dispatchEvent(new KeyboardEvent('keydown', touche))
}
