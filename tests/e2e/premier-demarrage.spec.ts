import { expect, PHRASE, test } from './fixtures.ts'
import { ajouterDefere, Clavier, deverrouiller, ouvrir } from './gestes.ts'

test('premier démarrage : profil, tribunal, phrase secrète, code retapé, au clavier seul', async ({
  app,
  page,
}) => {
  const clavier = new Clavier(page)
  await expect(page.getByRole('radio', { name: /Parquet/ })).toBeFocused()

  await clavier.presser('Tab')
  await clavier.presser('Enter')
  await expect(page.getByRole('alert')).toHaveText('Choisissez un profil.')
  await clavier.presser('Shift+Tab', 'Space', 'Tab', 'Enter')
  await expect(page.getByRole('alert')).toHaveText('Écrivez la ville du tribunal.')
  await clavier.taper('Bobigny')
  await clavier.presser('Tab')
  await clavier.taper('trop court')
  await clavier.presser('Enter')
  await expect(page.getByRole('alert')).toHaveText(/Allongez la phrase secrète/)
  await clavier.presser('Control+a')
  await clavier.taper(PHRASE)
  await clavier.presser('Tab')
  await clavier.taper(`${PHRASE} !`)
  await clavier.presser('Enter')
  await expect(page.getByRole('alert')).toHaveText(/Les deux phrases diffèrent/)
  await expect(page.getByLabel('Ville du tribunal')).toHaveValue('Bobigny')
  await clavier.presser('Control+a')
  await clavier.taper(PHRASE)
  await clavier.presser('Enter')

  await expect(page.getByRole('heading', { name: 'Code de récupération' })).toBeVisible()
  const groupes = await page
    .getByRole('list', { name: /Code de récupération/ })
    .getByRole('listitem')
    .allTextContents()
  expect(groupes.length).toBeGreaterThan(3)

  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeFocused()
  await test.step('à l’impression, le code et rien à remplir', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(groupes[0] ?? '', { exact: true }).first()).toBeVisible()
    await expect(page.getByRole('button')).toHaveCount(0)
    await expect(page.getByRole('textbox')).toHaveCount(0)
    await page.emulateMedia({ media: 'screen' })
  })

  await page.getByLabel('Dernier groupe du code').focus()
  await clavier.taper('FAUX')
  await clavier.presser('Enter')
  await expect(page.getByText('Ce n’est pas le dernier groupe du code')).toBeVisible()
  await clavier.presser('Control+a')
  await clavier.taper((groupes.at(-1) ?? '').toLowerCase())
  await clavier.presser('Enter')
  await expect(page.getByRole('heading', { name: /^Permanence — / })).toBeVisible()

  await test.step('au démarrage suivant : mauvaise phrase, puis le code de récupération', async () => {
    const ensuite = await app.relancer()
    await expect(ensuite.getByLabel('Phrase secrète')).toBeFocused()
    await ensuite.keyboard.type('une phrase inventée')
    await ensuite.keyboard.press('Enter')
    await expect(ensuite.getByRole('alert')).toHaveText(/\p{L}.*\p{P}$/u)
    await expect(ensuite.getByLabel('Phrase secrète')).toHaveValue('une phrase inventée')
    await ensuite.keyboard.press('Control+a')
    await ensuite.keyboard.type(groupes.join('-'))
    await ensuite.keyboard.press('Enter')
    // The attempt waits by itself for the delay that follows a wrong one.
    await expect(ensuite.getByRole('heading', { name: /^Permanence — / })).toBeVisible({ timeout: 30_000 })
  })
})

test('déverrouillage : aucun nom affiché, coller permis, la phrase peut être relue', async ({ app }) => {
  const ouverte = await ouvrir(app)
  await ajouterDefere(ouverte, 'Nomdessai')
  await ouverte.keyboard.press('Control+l')
  await expect(ouverte.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await ouverte.content()).not.toMatch(/nomdessai/i)

  const champ = ouverte.getByLabel('Phrase secrète')
  await expect(champ).toHaveAttribute('type', 'password')
  const refuse = await champ.evaluate(
    (e) => !e.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
  )
  expect(refuse).toBe(false)
  await ouverte.keyboard.type('abc')
  await ouverte.keyboard.press('Tab')
  await ouverte.keyboard.press('Tab')
  await ouverte.keyboard.press('Space')
  await expect(champ).toHaveAttribute('type', 'text')
  await ouverte.keyboard.press('Space')
  await ouverte.keyboard.press('Shift+Tab')
  await ouverte.keyboard.press('Shift+Tab')
  await ouverte.keyboard.press('Control+a')
  await deverrouiller(ouverte)
  await expect(ouverte.getByRole('heading', { name: /NOMDESSAI/ })).toBeVisible()
})
