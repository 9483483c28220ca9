import type { Page } from 'playwright/test'
import { type Banc, frapper, type Passe } from './touches.ts'

/** The gestures of a morning, each ready to be measured again and again from where it left. */
export interface Geste {
  nom: string
  ecran: 'permanence' | 'triage' | null
  cible: { pleine: number; ralentie: number }
  /** Words are typed: no task may be long meanwhile. */
  texte?: boolean
  jouer(banc: Banc): Promise<Passe>
}

/** Screens have no target of their own on a slow processor: four times theirs. */
const ECRAN = { pleine: 50, ralentie: 200 }
const TOUCHE = { pleine: 16, ralentie: 50 }
const TEXTE = 'revu a midi avec son avocat'
/** Past the pause after which what is typed is saved. */
const PAUSE_MS = 400

const fois = (n: number, touches: readonly string[]) => Array.from({ length: n }, () => touches).flat()
const lettres = (texte: string) => [...texte].map((c) => (c === ' ' ? 'Space' : c))

const ligne = (page: Page, fait: string) =>
  page.evaluate((cle) => {
    const rangee = document.querySelector(`[data-ligne="${cle}"]`)
    const cellule =
      rangee?.querySelector<HTMLElement>('input:checked') ?? rangee?.querySelector<HTMLElement>('input')
    cellule?.focus()
  }, fait)

export const GESTES: readonly Geste[] = [
  {
    nom: 'o, n, ? sur une ligne',
    ecran: 'triage',
    cible: TOUCHE,
    async jouer(banc) {
      await ligne(banc.page, 'addiction.conduite')
      const tour = ['n', 'ArrowUp', '?', 'ArrowUp', 'o', 'ArrowUp']
      return frapper(banc, fois(5, tour), (t) => t !== 'ArrowUp')
    },
  },
  {
    nom: 'flèches du triage',
    ecran: 'triage',
    cible: TOUCHE,
    async jouer(banc) {
      await ligne(banc.page, 'addiction.conduite')
      return frapper(banc, fois(2, [...fois(9, ['ArrowDown']), ...fois(9, ['ArrowUp'])]))
    },
  },
  {
    nom: 'lettres d’une précision',
    ecran: 'triage',
    cible: TOUCHE,
    texte: true,
    async jouer(banc) {
      const { page } = banc
      await ligne(page, 'antecedents.condamnations')
      await page.keyboard.press('Enter')
      await page.locator('[data-ligne="antecedents.condamnations"] [data-saisie] input').waitFor()
      const passe = await frapper(banc, lettres(`3 ${TEXTE}`))
      await page.keyboard.press('Enter')
      await page.waitForTimeout(PAUSE_MS)
      return passe
    },
  },
  {
    nom: 'lettres de la note',
    ecran: 'triage',
    cible: TOUCHE,
    texte: true,
    async jouer(banc) {
      const { page } = banc
      const champ = page.getByRole('textbox', { name: /^Note/ })
      await champ.focus()
      await page.keyboard.press('Control+a')
      // What the pause saves is a task of its own, and may be a long one.
      return frapper(banc, lettres(TEXTE), undefined, PAUSE_MS)
    },
  },
  {
    nom: 'Ctrl+Entrée, personne suivante',
    ecran: 'triage',
    cible: ECRAN,
    async jouer(banc) {
      return frapper(banc, [...fois(6, ['Control+Enter']), ...fois(6, ['Control+ArrowUp'])])
    },
  },
  {
    nom: 'lettres de la palette',
    ecran: 'triage',
    cible: TOUCHE,
    texte: true,
    async jouer(banc) {
      const { page } = banc
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Que voulez-vous faire' }).waitFor()
      const passe = await frapper(banc, lettres('orientation du dossier'))
      await page.keyboard.press('Escape')
      await page.waitForTimeout(PAUSE_MS)
      return passe
    },
  },
  {
    nom: 'Espace sur le tableau',
    ecran: 'permanence',
    cible: TOUCHE,
    async jouer(banc) {
      await rangee(banc.page)
      return frapper(banc, fois(8, ['Space', 'ArrowDown']), (t) => t === 'Space')
    },
  },
  {
    nom: 'flèches du tableau',
    ecran: 'permanence',
    cible: TOUCHE,
    async jouer(banc) {
      await rangee(banc.page)
      return frapper(banc, [...fois(11, ['ArrowDown']), ...fois(11, ['ArrowUp'])])
    },
  },
  {
    nom: 'lettres de la recherche',
    ecran: 'permanence',
    cible: TOUCHE,
    texte: true,
    async jouer(banc) {
      const { page } = banc
      await page.keyboard.press('Control+f')
      await page.keyboard.press('Control+a')
      const passe = await frapper(banc, [...lettres('vol aggrave'), ...fois(11, ['Backspace'])])
      await page.keyboard.press('Escape')
      return passe
    },
  },
  {
    nom: 'Entrée, du tableau au triage',
    ecran: null,
    cible: ECRAN,
    async jouer(banc) {
      return frapper(banc, fois(4, ['Enter', 'F3']))
    },
  },
]

const rangee = (page: Page) => page.locator('tr[data-key]').first().focus()

/** To the screen where a gesture is made. */
export async function allerA(page: Page, ecran: Geste['ecran']): Promise<void> {
  const tableau = page.locator('tr[data-key]').first()
  if (!(await tableau.isVisible())) await page.keyboard.press('F3')
  await tableau.waitFor()
  await tableau.focus()
  if (ecran !== 'triage') return
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup').first().waitFor()
}
