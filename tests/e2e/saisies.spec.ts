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

const champNote = (page: Page) => page.getByRole('textbox', { name: 'Note (parquet)' })
const champLigne = (page: Page) => page.getByLabel('Nouveau déféré', { exact: true })

/** A real paste of rich text: Chromium's own clipboard, then Ctrl+V. */
async function collerRiche(page: Page, texte: string): Promise<void> {
  const copie = await page.evaluate((t) => {
    const remplir = (e: ClipboardEvent) => {
      e.preventDefault()
      e.stopImmediatePropagation()
      e.clipboardData?.setData('text/plain', t)
      e.clipboardData?.setData('text/html', `<h1>AUTRE</h1><img src="x" onerror="alert(1)"><b>${t}</b>`)
    }
    document.addEventListener('copy', remplir, { capture: true })
    const fait = document.execCommand('copy')
    document.removeEventListener('copy', remplir, { capture: true })
    return fait
  }, texte)
  expect(copie).toBe(true)
  await page.keyboard.press('Control+v')
}

test('note de dix mille caractères : une phrase, ce qui était tapé reste, rien de plus', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Longue')
  await page.keyboard.press('Shift+F6')
  await expect(champNote(page)).toBeFocused()
  await page.keyboard.type('rappeler à 11 h')
  await enregistre(page)
  await expect.poll(async () => (await dossiersDuJour(page))[0]?.declarations.length).toBeGreaterThan(0)
  await page.keyboard.insertText('x'.repeat(10_000))
  const phrase =
    /^La note garde 2\s000 caractères\s: 8\s?015 de trop\. Rien n’a été ajouté\s; raccourcissez\.$/
  await expect(page.getByText(phrase)).toBeVisible()
  await expect(champNote(page)).toHaveValue('rappeler à 11 h')
  await page.keyboard.press('Escape')
  await enregistre(page)
  const dites = (await dossiersDuJour(page)).flatMap((d) => d.declarations)
  expect(dites.filter((d) => d.fait === 'permanence.note').map((d) => d.valeur)).toEqual(['rappeler à 11 h'])
  expect(await dossiersDuJour(page)).toHaveLength(1)
})

test('fin de garde à vue impossible (F2) : une phrase, le texte revient, l’heure d’avant reste', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Limite')
  page = await app.relancer()
  await deverrouiller(page)
  const rangee = page.getByRole('row').nth(1)
  const champ = page.getByRole('textbox', { name: /^Fin de garde à vue/ })
  await expect(rangee).toBeFocused()
  await page.keyboard.press('F2')
  await page.keyboard.type('18h10')
  await page.keyboard.press('Enter')
  await expect(rangee).toBeFocused()
  await enregistre(page)
  const avant = await declarations(page)
  expect(avant.length).toBeGreaterThan(0)

  for (const texte of ['25h', 'hier', '31/02 18h10']) {
    await page.keyboard.press('F2')
    await expect(champ).toBeFocused()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(texte)
    await page.keyboard.press('Enter')
    await expect(page.getByText(/^Cette heure n’existe pas\. Écrivez par exemple 18h10/)).toHaveCount(1)
    // Enter again changes nothing; what was typed is there the next time.
    await page.keyboard.press('Enter')
    await expect(champ).toHaveValue(texte)
    await page.keyboard.press('Escape')
    await expect(rangee).toBeFocused()
    await page.keyboard.press('F2')
    await expect(champ).toHaveValue(texte)
    await page.keyboard.press('Escape')
    await expect(rangee).toBeFocused()
    expect(await declarations(page)).toEqual(avant)
  }
  await expect(rangee).toContainText('14 h 10')
})

test('texte mis en forme, collé : la note et la ligne ne gardent que le texte', async ({ app }) => {
  const page = await ouvrir(app)
  await page.keyboard.press('Control+n')
  await expect(champLigne(page)).toBeFocused()
  await collerRiche(page, 'RICHE Camille')
  await expect(champLigne(page)).toHaveValue('RICHE Camille')
  expect(await dossiersDuJour(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
  await page.keyboard.press('Shift+F6')
  await expect(champNote(page)).toBeFocused()
  await collerRiche(page, 'rappeler la sœur')
  await expect(champNote(page)).toHaveValue('rappeler la sœur')
  await page.keyboard.press('Escape')
  await expect
    .poll(
      async () =>
        (await dossiersDuJour(page)).flatMap((d) => d.declarations).find((d) => d.fait === 'permanence.note')
          ?.valeur,
    )
    .toBe('rappeler la sœur')
  const [seul, ...autres] = await dossiersDuJour(page)
  expect(autres).toEqual([])
  expect([seul?.personne?.nom, seul?.personne?.prenoms]).toEqual(['RICHE', 'Camille'])
  expect(JSON.stringify(seul)).not.toMatch(/AUTRE|onerror|<b>/)
  await expect(page.getByText('AUTRE')).toHaveCount(0)
})

test('un doublon ajouté par Ctrl+N : une phrase, rien n’est créé ; Entrée à nouveau l’ajoute', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await page.keyboard.press('Control+n')
  const ligneTapee = 'MODELE Camille 12/03/1988'
  await page.keyboard.type(ligneTapee)
  await page.keyboard.press('Enter')
  await expect(champLigne(page)).toHaveValue('')
  await expect.poll(async () => (await dossiersDuJour(page)).length).toBe(1)
  await page.keyboard.type(ligneTapee)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(
    /Déjà au tableau\s: même nom, même date de naissance\..*Entrée à nouveau l’ajoute quand même\./,
  )
  await expect(champLigne(page)).toHaveValue(ligneTapee)
  await expect(champLigne(page)).toBeFocused()
  await enregistre(page)
  expect(await dossiersDuJour(page)).toHaveLength(1)
  await page.keyboard.press('Enter')
  await expect(champLigne(page)).toHaveValue('')
  await expect.poll(async () => (await dossiersDuJour(page)).length).toBe(2)
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
