import type { Page } from 'playwright/test'
import { Azerty, BEPO } from './azerty.ts'
import { expect, obtenir, test } from './fixtures.ts'
import { ajouterDefere, deverrouiller, enregistre, ligne, ouvrir, ouvrirPremier } from './gestes.ts'

/** The keyboard map (ecrans.md §2.3) with the key events of French keyboards: what is printed acts, wherever it stands. */

const SANS_REPONSE = /, sans réponse/
const nombreReponses = (page: Page) => page.locator('[data-repondue]').count()
const precision = (page: Page, libelle: string) =>
  page.getByRole('textbox', { name: `Précision de ${libelle}` })

test('chaque touche du triage fait ce qu’elle dit, quelle que soit sa place', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Azerty')
  const clavier = await Azerty.sur(page)

  // « a » stands where US keyboards have Q, « , » where they have M, « ? » is the same key with Shift.
  await clavier.suite('aodn')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName('Addiction, oui, source Audition')
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, non, source Dit$/)
  await clavier.suite(',?i')
  for (const libelle of ['Suivi ou soins en cours', 'Sans logement stable', 'Hébergement possible ce soir'])
    await expect(ligne(page, libelle)).toHaveAccessibleName(/, ne sait pas/)
  await clavier.suite('eopocO')
  await expect(ligne(page, 'Signes ou suivi psychiatrique')).toHaveAccessibleName(/, oui, source ESR$/)
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(/, oui, source Pièce$/)
  await clavier.touche('Escape')
  await expect(ligne(page, 'Tutelle / curatelle').locator(':focus')).toBeVisible()

  // Letters and signs of the digit row, and letters of the map that stand on another key of a US keyboard.
  const avant = await nombreReponses(page)
  await clavier.suite('éèçà&"\'(-_)ùmqwz;:!')
  expect(await nombreReponses(page)).toBe(avant)
  await expect(ligne(page, 'Tutelle / curatelle').locator(':focus')).toBeVisible()

  await clavier.touche('ArrowUp')
  await clavier.touche('Backspace')
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(SANS_REPONSE)

  // Ctrl follows the printed letter: Z on the key of W, Y in its place, A on the key of Q.
  await clavier.touche('z', 'Control')
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(/, oui, source Pièce$/)
  await expect(page.getByText('Annulé : Traitement en cours. Ctrl+Y rétablit.')).toBeVisible()
  await clavier.touche('y', 'Control')
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(SANS_REPONSE)
  await clavier.touche('z', 'Control')
  await clavier.touche('Z', 'Control', 'Shift')
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(SANS_REPONSE)
  await clavier.touche('w', 'Control')
  await clavier.touche('q', 'Control')
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(SANS_REPONSE)

  await clavier.touche('F6')
  await expect(page.getByRole('region', { name: 'Question suivante' }).locator(':focus')).toBeVisible()
  await clavier.touche('F6', 'Shift')
  await expect(page.getByRole('region', { name: 'Repérage' }).locator(':focus')).toBeVisible()
  await clavier.touche('F1')
  await expect(page.getByRole('region', { name: 'Touches de cet écran' })).toBeVisible()
  await clavier.touche('Escape')
  await clavier.touche('F2')
  await expect(page.getByLabel('Nom', { exact: true })).toBeVisible()
  await page.getByLabel('Date des faits').focus()
  await clavier.touche(';', 'Control')
  await expect(page.getByLabel('Date des faits')).not.toHaveValue('')
  await clavier.touche('Escape')
  await clavier.touche('Enter', 'Control')
  await expect(page.getByText('Dernier dossier du jour.')).toBeVisible()
  await clavier.touche('ArrowUp', 'Control')
  await expect(page.getByText('Premier dossier du jour.')).toBeVisible()
  await clavier.touche('l', 'Control')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
})

test('AltGr, touches mortes et composition ne déclenchent rien ; le texte tapé reste du texte', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Accents')
  const clavier = await Azerty.sur(page)

  // On a line: neither AltGr (Ctrl and Alt), nor a dead key, nor a letter being composed is an answer.
  for (const c of ['€', '@', '#', 'o', 'n']) await clavier.touche(c, 'Control', 'Alt')
  await clavier.morte('e', 'ê')
  for (const c of ['o', 'n', '?']) await clavier.composer(c)
  expect(await nombreReponses(page)).toBe(0)
  await expect(ligne(page, 'Addiction').locator(':focus')).toBeVisible()

  // In a field: characters are written, and nothing else happens.
  await clavier.touche('ArrowDown')
  await clavier.touche('Enter')
  await expect(precision(page, 'Consommation liée aux faits')).toBeFocused()
  await clavier.suite('on vole, a')
  for (const c of ['€', '@', '#']) await clavier.touche(c, 'Control', 'Alt')
  await clavier.suite('é?')
  await clavier.morte('e', 'ê')
  await expect(precision(page, 'Consommation liée aux faits')).toHaveValue('on vole, a€@#é?ê')
  // Ctrl+A selects all, on the key that prints A: the next letter takes the place of everything.
  await page.keyboard.press('Control+a')
  await clavier.suite('n')
  await expect(precision(page, 'Consommation liée aux faits')).toHaveValue('n')
  await clavier.touche('Escape')
  expect(await nombreReponses(page)).toBe(0)
  await enregistre(page)
})

test('les mêmes lettres d’un clavier BÉPO ; lettres coupées, les flèches et Espace font tout', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Bépo')
  const bepo = await Azerty.sur(page, BEPO)
  await bepo.suite('aodn')
  await bepo.touche('?', 'Shift')
  await bepo.suite('e,')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName('Addiction, oui, source Audition')
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, non, source Dit$/)
  await expect(ligne(page, 'Suivi ou soins en cours')).toHaveAccessibleName(/, ne sait pas/)
  await expect(ligne(page, 'Sans logement stable')).toHaveAccessibleName(/, ne sait pas, source ESR$/)
  await bepo.touche('z', 'Control')
  await expect(ligne(page, 'Sans logement stable')).toHaveAccessibleName(SANS_REPONSE)
  await bepo.touche('y', 'Control')
  await expect(ligne(page, 'Sans logement stable')).toHaveAccessibleName(/, ne sait pas/)
  await enregistre(page)

  await obtenir(page, 'reglages.ecrire', { reglages: { lettres: false } })
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  const sans = await Azerty.sur(page)
  const avant = await nombreReponses(page)
  await sans.suite('on?,iadep')
  expect(await nombreReponses(page)).toBe(avant)
  const courante = ligne(page, 'Hébergement possible ce soir')
  await expect(courante.locator(':focus')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(courante).toHaveAccessibleName(/, oui/)
  await sans.touche('ArrowRight')
  await expect(courante).toHaveAccessibleName(/, non/)
  await sans.touche('F6')
  await expect(page.getByRole('region', { name: 'Question suivante' }).locator(':focus')).toBeVisible()
  const question = await page.getByRole('region', { name: 'Question suivante' }).textContent()
  await sans.suite('on?')
  await expect(page.getByRole('region', { name: 'Question suivante' })).toHaveText(question ?? '')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Question suivante' })).not.toHaveText(question ?? '')

  // The other screens ask the same helper.
  await sans.touche('F6', 'Shift')
  await page.keyboard.press('F4')
  const etape = page.getByRole('checkbox').first()
  await etape.focus()
  await sans.suite('s')
  await expect(etape).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(etape).toBeChecked()
  await page.keyboard.press('Space')
  await expect(etape).toHaveAccessibleName(/, sans objet$/)
})
