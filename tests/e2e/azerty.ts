import type { CDPSession, Page } from 'playwright/test'

/** Where a French keyboard prints its letters: what a key writes, and the place a US keyboard gives it. */
const PLACES: Readonly<Record<string, string>> = {
  a: 'KeyQ', z: 'KeyW', q: 'KeyA', w: 'KeyZ', m: 'Semicolon', ',': 'KeyM', ';': 'Comma', ':': 'Period', '!': 'Slash',
  e: 'KeyE', r: 'KeyR', t: 'KeyT', y: 'KeyY', u: 'KeyU', i: 'KeyI', o: 'KeyO', p: 'KeyP', s: 'KeyS', d: 'KeyD', f: 'KeyF',
  g: 'KeyG', h: 'KeyH', j: 'KeyJ', k: 'KeyK', l: 'KeyL', x: 'KeyX', c: 'KeyC', v: 'KeyV', b: 'KeyB', n: 'KeyN',
  '&': 'Digit1', é: 'Digit2', '"': 'Digit3', "'": 'Digit4', '(': 'Digit5', '-': 'Digit6', è: 'Digit7', _: 'Digit8',
  ç: 'Digit9', à: 'Digit0', ')': 'Minus', ù: 'Quote', '?': 'KeyM', '.': 'Comma', '€': 'KeyE', '@': 'Digit0', '#': 'Digit3',
} // biome-ignore format: one line for each row of keys

/** BÉPO: the same letters elsewhere. */
export const BEPO: Readonly<Record<string, string>> = {
  o: 'KeyR', n: 'Semicolon', a: 'KeyA', d: 'KeyI', e: 'KeyF', p: 'KeyE', '?': 'KeyN', ',': 'KeyG', z: 'BracketLeft', y: 'KeyX',
} // biome-ignore format: one line for each row of keys

const NOMMEES: Readonly<Record<string, number>> = {
  Enter: 13, Escape: 27, Tab: 9, Backspace: 8, ArrowUp: 38, ArrowDown: 40, ArrowLeft: 37, ArrowRight: 39, F1: 112, F2: 113, F6: 117,
} // biome-ignore format: one line for each row of keys

const MODIFICATEURS = { Alt: 1, Control: 2, Shift: 8 }
type Modificateur = keyof typeof MODIFICATEURS

/** Key events as Windows sends them for a French keyboard: `key` is what is printed, `code` where it stands. */
export class Azerty {
  readonly page: Page
  readonly #cdp: CDPSession
  readonly #places: Readonly<Record<string, string>>

  constructor(page: Page, cdp: CDPSession, places: Readonly<Record<string, string>> = PLACES) {
    this.page = page
    this.#cdp = cdp
    this.#places = places
  }

  static async sur(page: Page, places = PLACES): Promise<Azerty> {
    return new Azerty(page, await page.context().newCDPSession(page), places)
  }

  /** One key with its modifiers; a character that a lone key writes is typed in the field that has the focus. */
  async touche(key: string, ...avec: Modificateur[]): Promise<void> {
    const modifiers = avec.reduce((somme, m) => somme + MODIFICATEURS[m], 0)
    const nommee = NOMMEES[key]
    const code = nommee === undefined ? (this.#places[key.toLowerCase()] ?? 'KeyQ') : key
    const touche = { key, code, modifiers, windowsVirtualKeyCode: nommee ?? key.toUpperCase().charCodeAt(0) }
    const altGr = avec.includes('Control') && avec.includes('Alt')
    const ecrit = key.length === 1 && !avec.includes('Control')
    const texte = ecrit ? { text: key } : key === 'Enter' ? { text: '\r' } : {}
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...touche, ...texte })
    // AltGr writes: Windows says Ctrl and Alt of the key, and sends the character all the same.
    if (altGr) await this.#cdp.send('Input.dispatchKeyEvent', { type: 'char', key, text: key })
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...touche })
  }

  async suite(texte: string): Promise<void> {
    for (const c of texte) await this.touche(c, ...(/[?.A-Z]/.test(c) ? (['Shift'] as const) : []))
  }

  /** ^ then a letter: the dead key says nothing, the composed letter comes as one character. */
  async morte(lettre: string, composee: string): Promise<void> {
    const morte = { key: 'Dead', code: 'BracketLeft', windowsVirtualKeyCode: 221 }
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...morte })
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...morte })
    const code = this.#places[lettre] ?? 'KeyE'
    const touche = { key: composee, code, windowsVirtualKeyCode: lettre.toUpperCase().charCodeAt(0) }
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...touche, text: composee })
    await this.#cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...touche })
  }

  /** A letter that an input method is still composing. */
  async composer(lettre: string): Promise<void> {
    await this.page.evaluate((key) => {
      const options = { key, bubbles: true, cancelable: true, isComposing: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options))
    }, lettre)
  }
}
