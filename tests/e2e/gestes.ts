import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright/test'
import type { Declaration } from '../../domain/index.ts'
import { type App, creerCoffre, expect, obtenir, PHRASE } from './fixtures.ts'

/** What the hands do, keyboard only, and how many keys it takes. */
export class Clavier {
  touches = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async presser(...touches: readonly string[]): Promise<void> {
    for (const touche of touches) {
      await this.page.keyboard.press(touche)
      this.touches += 1
    }
  }

  /** `event.key` is what is typed, as on an AZERTY keyboard; nothing is said of the physical key. */
  async taper(texte: string): Promise<void> {
    await this.page.keyboard.type(texte)
    this.touches += [...texte].length
  }
}

/** A vault made through the bridge, then unlocked at the keyboard: for specs that are not about these screens. */
export async function ouvrir(app: App, profil: 'parquet' | 'enquete' | 'defense' = 'parquet'): Promise<Page> {
  await creerCoffre(app.page, profil)
  const page = await app.relancer()
  await deverrouiller(page)
  return page
}

export async function deverrouiller(page: Page, secret = PHRASE): Promise<void> {
  await expect(page.getByLabel('Phrase secrète')).toBeFocused()
  await page.keyboard.type(secret)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeHidden()
}

/** A déféré with nothing but a name, typed on the Permanence; ends on the first line of its triage. */
export async function ajouterDefere(page: Page, nom: string): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Nouveau déféré', { exact: true })).toBeFocused()
  await page.keyboard.type(nom)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
}

/** Opens the triage of the first déféré of the list, which has the focus on arrival. */
export async function ouvrirPremier(page: Page): Promise<void> {
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
}

/** The line of this name, as a screen reader announces it. */
export function ligne(page: Page, libelle: string): Locator {
  return page.getByRole('radiogroup', { name: new RegExp(`^${libelle}, `) })
}

export async function enregistre(page: Page): Promise<void> {
  await expect(page.getByText(/^Enregistré \d\d:\d\d:\d\d$/)).toBeVisible()
}

/** The day's dossiers as the store holds them. */
export async function dossiersDuJour(page: Page) {
  const { maintenant } = await obtenir(page, 'application.etat', {})
  const dateAudience = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(
    new Date(maintenant),
  )
  return (await obtenir(page, 'dossiers.lister', { dateAudience })).dossiers
}

export function declaration(
  fait: string,
  valeur: Declaration['valeur'],
  reste: Partial<Declaration> = {},
): Declaration {
  return {
    id: randomUUID(),
    fait,
    valeur,
    origine: 'personne',
    verifie: false,
    auteur: { role: 'parquet' },
    date: new Date().toISOString(),
    ...reste,
  }
}

/** Nothing to scroll: neither the page, nor any pane of it. */
export async function sansDefilement(page: Page): Promise<void> {
  const debords = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, body, body *')]
      .filter((e) => e === document.documentElement || /auto|scroll/.test(getComputedStyle(e).overflow))
      .filter((e) => e.scrollHeight > e.clientHeight || e.scrollWidth > e.clientWidth)
      .map(
        (e) =>
          `${e.tagName}.${e.className} ${e.scrollWidth}×${e.scrollHeight} > ${e.clientWidth}×${e.clientHeight}`,
      ),
  )
  expect(debords).toEqual([])
}

/** As from another window: the clipboard, its rich text where there is one, then Ctrl+V. */
export async function coller(page: Page, texte: string, html = ''): Promise<void> {
  await page.evaluate(
    ([t, h]) => {
      const donnees = new DataTransfer()
      donnees.setData('text/plain', t)
      if (h !== '') donnees.setData('text/html', h)
      const cible = document.activeElement ?? document.body
      cible.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: donnees, bubbles: true, cancelable: true }),
      )
    },
    [texte, html] as const,
  )
}
