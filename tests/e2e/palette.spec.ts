import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { ajouterDefere, ligne, ouvrir } from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

async function chercher(page: Page, mots: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Que voulez-vous faire ?' })).toBeFocused()
  await page.keyboard.type(mots)
}

const premiere = (page: Page) => page.getByRole('dialog').getByRole('option').first()

test('une personne, une action, un mot : trouvés par leurs mots, sans accents, au clavier seul', async ({
  app,
}) => {
  const page = await ouvrir(app)
  for (const nom of ['Exemplé', 'Témoin']) {
    await ajouterDefere(page, nom)
    await page.keyboard.press('F3')
    await page.getByRole('heading', { name: /^Permanence — / }).waitFor()
  }

  await chercher(page, 'ouvrir exemple')
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText(['Ouvrir EXEMPLÉ'])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /EXEMPLÉ/ })).toBeVisible()

  // The key of a command is shown, and the command is that key: pressed where the focus was.
  await ligne(page, 'Suivi ou soins en cours').getByRole('radio').first().focus()
  await chercher(page, 'oui ligne suivante')
  await expect(premiere(page)).toContainText('o')
  await page.keyboard.press('Enter')
  await expect(ligne(page, 'Suivi ou soins en cours')).toHaveAccessibleName(/, oui,/)
  await expect(ligne(page, 'Sans logement stable').getByRole('radio').first()).toBeFocused()

  await chercher(page, 'checklist tribunal')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/À lire à voix haute/)).toBeVisible()

  await chercher(page, 'fiche imprimer')
  await expect(
    page.getByRole('dialog').getByRole('option', { name: /Imprimer : Fiche d’orientation — EXEMPLÉ/ }),
  ).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Document prêt : ')).toBeVisible()
})

test('un ancien nom mène à celui d’aujourd’hui ; un sigle mène à sa fiche', async ({ app }) => {
  const page = await ouvrir(app)
  for (const [ancien, dit] of [
    ['sme', 'Sursis avec mise à l’épreuve : aujourd’hui sursis probatoire, depuis le 24/03/2020.'],
    [
      'rappel a la loi',
      'Rappel à la loi : aujourd’hui avertissement pénal probatoire, depuis le 01/01/2023.',
    ],
  ] as const) {
    await chercher(page, ancien)
    await page.keyboard.press('Enter')
    await expect(page.getByText(dit)).toBeVisible()
    await expect(page.getByRole('tab', { name: 'Cadres légaux' })).toHaveAttribute('aria-selected', 'true')
  }
  await chercher(page, 'TIG')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /travail d’intérêt général/i }).first()).toBeVisible()
})

test('Échap ferme et rend le focus ; rien de ce nom : une phrase ; un écran ouvert par sa touche la ferme', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Focus')
  const cellule = ligne(page, 'Addiction').getByRole('radio').first()
  await expect(cellule).toBeFocused()
  await chercher(page, 'zzzz')
  await expect(page.getByText('Rien de ce nom.')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(cellule).toBeFocused()
  // Still on the triage: Escape closed the palette alone.
  await expect(page.getByRole('heading', { name: /FOCUS/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(cellule).toBeFocused()
})

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })
    test('palette : rien à faire défiler, rien de grave pour axe', async ({ app }) => {
      const page = await ouvrir(app)
      await ajouterDefere(page, 'Modele')
      await chercher(page, '')
      await pageSansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `palette-${nom}.png`) })
    })
  })
}
