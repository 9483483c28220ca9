import type { Page } from 'playwright/test'
import { expect, obtenir, test } from './fixtures.ts'
import {
  ajouterDefere,
  deverrouiller,
  dossiersDuJour,
  enregistre,
  ligne,
  ouvrir,
  ouvrirPremier,
} from './gestes.ts'

/** What hands do wrong in the middle of a morning: one sentence, nothing created, nothing lost. */

const declarations = async (page: Page) =>
  (await dossiersDuJour(page)).flatMap((d) => d.declarations.map((x) => x.id))

test('jour et heure impossibles au tableau : une phrase, le texte reste, rien ne change', async ({ app }) => {
  const page = await ouvrir(app)
  await page.keyboard.press('Alt+j')
  await page.keyboard.type('3102')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Cette date n’existe pas/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+h')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('25h61')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cette heure n’existe pas.')).toBeVisible()
  const { audiences } = await obtenir(page, 'reglages.lire', {})
  expect(audiences).toEqual({})
})

test('dix mille caractères, un fichier déposé, Entrée deux fois : rien ne se perd, rien ne se crée', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Longue')
  await page.keyboard.type('ooo')
  await ligne(page, 'Suivi ou soins en cours').getByRole('radio').first().focus()
  await enregistre(page)
  const avant = await declarations(page)
  await page.keyboard.press('Enter')
  const champ = page.getByRole('textbox', { name: 'Précision de Suivi ou soins en cours' })
  await expect(champ).toBeFocused()
  await page.keyboard.insertText('x'.repeat(10_000))
  expect((await champ.inputValue()).length).toBeLessThanOrEqual(2000)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await enregistre(page)
  expect(await declarations(page)).toEqual(expect.arrayContaining(avant))

  // A file dropped on the page opens nothing and leaves nothing.
  const apres = (await declarations(page)).length
  await page.evaluate(() => {
    const donnees = new DataTransfer()
    donnees.items.add(new File(['<b>x</b>'], 'audition.html', { type: 'text/html' }))
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: donnees, bubbles: true, cancelable: true }),
      )
  })
  await expect(page.getByRole('heading', { name: /LONGUE/ })).toBeVisible()
  expect(await declarations(page)).toHaveLength(apres)
  expect(await dossiersDuJour(page)).toHaveLength(1)
})

test('lettres désactivées : ni le pied, ni F1 ne nomment une lettre qui ne fait rien', async ({ app }) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Dictée')
  await expect(page.getByRole('list', { name: 'Touches principales' })).toContainText('ne sait pas')
  await obtenir(page, 'reglages.ecrire', { reglages: { lettres: false } })
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(page.getByRole('list', { name: 'Touches principales' })).not.toContainText('ne sait pas')
  await page.keyboard.press('F1')
  const aide = page.getByRole('region', { name: 'Touches de cet écran' })
  await expect(aide).toContainText('Ctrl+K')
  const touches = await aide.locator('dt kbd').allTextContents()
  expect(touches.filter((t) => /^[a-z?]( [a-z?])*$/.test(t))).toEqual([])
})
