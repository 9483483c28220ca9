import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import type { Reglages } from '../../domain/index.ts'
import { expect, obtenir, test } from './fixtures.ts'
import { ajouterDefere, deverrouiller, enregistre, ouvrir } from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** The Settings screen by keyboard only. People, services and numbers are invented. */

async function ouvrirReglages(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await expect(champ(page, 'Heure d’audience')).toBeFocused()
}

function champ(page: Page, nom: string): Locator {
  return page.getByLabel(nom, { exact: true })
}

/** Tab until there: what is not on the way of Tab cannot be reached by keyboard. */
async function tabuler(page: Page, cible: Locator, touche: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await cible.evaluate((e) => e === document.activeElement)) return
    await page.keyboard.press(touche)
  }
  await expect(cible).toBeFocused()
}

async function remplacer(page: Page, texte: string): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.type(texte)
}

/** What is on disk, once the page has nothing left to send. */
async function gardes(page: Page): Promise<Reglages> {
  await enregistre(page)
  return obtenir(page, 'reglages.lire', {})
}

async function quitter(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Réglages', exact: true })).toBeHidden()
}

/** Ctrl+N, then Tab from field to field. */
async function ajouterContact(page: Page, champs: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+n')
  await expect(champ(page, 'Fonction')).toBeFocused()
  for (const texte of champs) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(texte)
  }
}

const attributs = (page: Page) =>
  page.evaluate(() => document.documentElement.getAttributeNames().filter((n) => n.startsWith('data-')))

test('heures et durées : gardées en quittant le champ, reprises par Ctrl+Z, gardées après redémarrage', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Modele')
  await page.keyboard.press('ArrowDown')
  await ouvrirReglages(page)

  // Impossible: one sentence, as typed, not kept.
  await remplacer(page, '25:00')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cette heure n’existe pas.')).toBeVisible()
  await expect(champ(page, 'Heure d’audience')).toHaveValue('25:00')
  expect((await gardes(page)).heureAudience).toBe('13:00')
  await quitter(page)
  await ouvrirReglages(page)
  await expect(champ(page, 'Heure d’audience')).toHaveValue('25:00')

  // Two hours that only make sense together.
  await remplacer(page, '10h')
  await page.keyboard.press('Tab')
  await expect(page.getByText('La fin des déferrements viendrait après l’audience')).toBeVisible()
  expect((await gardes(page)).heureAudience).toBe('13:00')
  await remplacer(page, '930')
  await page.keyboard.press('Tab')
  await expect(page.getByText('viendrait après l’audience')).toBeHidden()
  await expect(champ(page, 'Heure d’audience')).toHaveValue('10:00')
  expect(await gardes(page)).toMatchObject({ heureAudience: '10:00', finDeferrements: '09:30' })
  await remplacer(page, '45')
  await page.keyboard.press('Enter')
  await expect(champ(page, 'Durée d’une enquête')).toHaveValue('45 min')
  await expect(page.getByText('demander une enquête : 8 h 45.')).toBeVisible()

  // The last change, then the one before, both hours at once; then back again.
  await page.keyboard.press('Control+z')
  await expect(champ(page, 'Durée d’une enquête')).toHaveValue('1 h 30')
  await page.keyboard.press('Control+z')
  await expect(champ(page, 'Heure d’audience')).toHaveValue('13:00')
  await expect(champ(page, 'Fin des déferrements')).toHaveValue('12:30')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('rien à reprendre')).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(champ(page, 'Heure d’audience')).toHaveValue('10:00')
  expect(await gardes(page)).toMatchObject({ heureAudience: '10:00', dureeEnquete: 90 })

  // Échap: the same row as before.
  await quitter(page)
  await expect(page.getByRole('radiogroup').nth(1).getByRole('radio').first()).toBeFocused()

  page = await app.relancer()
  await deverrouiller(page)
  await page.getByRole('heading', { name: /^Permanence/ }).waitFor()
  await ouvrirReglages(page)
  await expect(champ(page, 'Heure d’audience')).toHaveValue('10:00')
  await tabuler(
    page,
    page.getByRole('button', { name: 'Revenir aux réglages livrés : Permanence' }),
    'Shift+Tab',
  )
  await page.keyboard.press('Enter')
  await expect(champ(page, 'Heure d’audience')).toHaveValue('13:00')
  await page.keyboard.press('Control+z')
  await expect(champ(page, 'Heure d’audience')).toHaveValue('10:00')
  expect((await gardes(page)).heureAudience).toBe('10:00')
})

test('mode court : au moins une question, dans l’ordre du triage ; lettres, verrouillage', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ouvrirReglages(page)
  const questions = page.getByRole('group', { name: /^Questions du mode court/ })
  const cochees = questions.getByRole('checkbox', { checked: true })
  await tabuler(page, champ(page, 'Mode court (4 questions)'))
  await page.keyboard.press('Space')
  await tabuler(page, champ(page, 'Traitement en cours'))
  await page.keyboard.press('Space')
  await tabuler(page, champ(page, 'Addiction'), 'Shift+Tab')
  await page.keyboard.press('Space')
  expect(await gardes(page)).toMatchObject({
    modeCourt: true,
    questionsCourtes: [
      'logement.sansLogementStable',
      'psy.troubleDeclare',
      'psy.traitement',
      'accord.evaluation',
    ],
  })
  for (const nom of ['Sans logement stable', 'Signes ou suivi psychiatrique', 'Traitement en cours']) {
    await tabuler(page, champ(page, nom))
    await page.keyboard.press('Space')
  }
  await expect(cochees).toHaveCount(1)
  await tabuler(page, champ(page, 'Accord pour être évalué'))
  await page.keyboard.press('Space')
  await expect(page.getByText('Cochez au moins une question')).toBeVisible()
  await expect(cochees).toHaveCount(0)
  expect((await gardes(page)).questionsCourtes).toEqual(['accord.evaluation'])
  await page.keyboard.press('Space')
  await expect(page.getByText('Cochez au moins une question')).toBeHidden()
  // The box has the focus: Ctrl+Z is the screen's.
  await page.keyboard.press('Control+z')
  await expect(cochees).toHaveCount(2)

  await page.keyboard.press('F6')
  await expect(champ(page, 'activées dans les lignes')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(champ(page, 'désactivées')).toBeChecked()
  expect((await gardes(page)).lettres).toBe(false)

  await tabuler(page, champ(page, 'Verrouiller après'))
  await remplacer(page, '3')
  await page.keyboard.press('Tab')
  await expect(page.getByText('De 5 à 120 minutes : écrivez 10.')).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await remplacer(page, '30')
  await page.keyboard.press('Tab')
  await expect(champ(page, 'Verrouiller après')).toHaveValue('30 min')
  expect((await gardes(page)).verrouApres).toBe(30)
  await page.keyboard.press('F6')
  await expect(page.getByRole('button', { name: /^Ajouter un contact/ })).toBeFocused()
})

test('affichage : tout de suite, sur toute l’application, gardé après verrou ; rien à 100 %', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ouvrirReglages(page)
  expect(await attributs(page)).toEqual([])
  await tabuler(page, champ(page, '100 %'))
  for (const taille of [115, 130, 150]) {
    await page.keyboard.press('ArrowRight')
    await expect(champ(page, `${taille} %`)).toBeFocused()
    await expect(page.locator(`html[data-taille="${taille}"]`)).toHaveCount(1)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).zoom)).toBe(
      String(taille / 100),
    )
  }
  await tabuler(page, champ(page, 'compacte'))
  await page.keyboard.press('ArrowRight')
  await tabuler(page, champ(page, 'Contraste élevé'))
  await page.keyboard.press('Space')
  await enregistre(page)
  expect(await attributs(page)).toEqual(['data-taille', 'data-densite', 'data-contraste'])
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Verrouillé' }).waitFor()
  // Whoever unlocks reads the same size.
  expect(await attributs(page)).toEqual(['data-taille', 'data-densite', 'data-contraste'])
  await deverrouiller(page)
  await page.getByRole('heading', { name: 'Réglages', exact: true }).waitFor()
  await tabuler(page, page.getByRole('button', { name: 'Revenir aux réglages livrés : Affichage' }))
  await page.keyboard.press('Enter')
  await expect(champ(page, '100 %')).toBeChecked()
  expect(await attributs(page)).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(champ(page, '150 %')).toBeChecked()
  await expect(champ(page, 'Contraste élevé')).toBeChecked()
})

test('le contraste que le système demande est suivi sans rien régler', async ({ app }) => {
  const page = await ouvrir(app)
  await page.emulateMedia({ contrast: 'more' })
  await expect(page.locator('html[data-contraste="eleve"]')).toHaveCount(1)
  await page.emulateMedia({ contrast: 'no-preference' })
  await expect(page.locator('html[data-contraste]')).toHaveCount(0)
})

test('annuaire : ajouter, corriger, retirer, reprendre, au clavier', async ({ app }) => {
  const page = await ouvrir(app)
  await ouvrirReglages(page)
  await expect(page.getByText(/^Aucun contact\./)).toBeVisible()
  // Opened and left empty: no contact.
  await page.keyboard.press('Control+n')
  await expect(champ(page, 'Fonction')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Aucun contact\./)).toBeVisible()
  expect((await obtenir(page, 'reglages.lire', {})).annuaire).toEqual([])

  await page.keyboard.press('Control+n')
  await expect(champ(page, 'Fonction')).toBeFocused()
  await page.keyboard.type('JAP')
  for (const texte of ['Camille Modele', 'Bobigny', '01.00.00.00.00', 'camille.modele']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(texte)
  }
  await expect(page.getByText('Une adresse de courriel contient un @.')).toBeVisible()
  await page.keyboard.press('Enter')
  const rangee = page.getByRole('button', { name: 'JAP Bobigny, Camille Modele' })
  await expect(rangee).toBeFocused()
  await expect(rangee).toContainText('01 00 00 00 00 · camille.modele')
  const [garde] = (await gardes(page)).annuaire
  expect(garde).toMatchObject({ fonction: 'jap', telephone: '01.00.00.00.00', courriel: 'camille.modele' })

  // Enter opens it again; a word of ten thousand letters stays in its field and is not kept.
  await page.keyboard.press('Enter')
  await expect(champ(page, 'Fonction')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('n'.repeat(10_000))
  await expect(page.getByText('Trop long (10000 caractères, 200 au plus)')).toBeVisible()
  await page.keyboard.press('Tab')
  await remplacer(page, 'Créteil')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'JAP Créteil, Camille Modele' })).toBeVisible()
  await expect(champ(page, 'Nom')).toHaveValue('n'.repeat(10_000))
  expect((await gardes(page)).annuaire).toMatchObject([{ nom: 'Camille Modele', ville: 'Créteil' }])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'JAP Bobigny, Camille Modele' })).toBeVisible()
  // Taking the city back takes nothing else that is typed away.
  await expect(champ(page, 'Nom')).toHaveValue('n'.repeat(10_000))
  await tabuler(page, champ(page, 'Nom'), 'Shift+Tab')
  await remplacer(page, 'Camille Modele')
  await expect(page.getByText('Trop long')).toBeHidden()
  await page.keyboard.press('Enter')

  await ajouterContact(page, ['Dominique Exemple', '', '0199000000'])
  await page.keyboard.press('Enter')
  const seconde = page.getByRole('button', { name: 'APCARS, Dominique Exemple' })
  await expect(seconde).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(rangee).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/^Contact retiré/)).toBeVisible()
  await expect(seconde).toBeFocused()
  expect((await gardes(page)).annuaire).toHaveLength(1)
  await page.keyboard.press('Control+z')
  await expect(rangee).toBeVisible()
  expect((await gardes(page)).annuaire).toHaveLength(2)

  // S7: no name stays in the page once locked, what was typed is on disk.
  await page.keyboard.press('Control+n')
  await expect(champ(page, 'Fonction')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Sacha Fictif')
  await page.keyboard.press('Control+l')
  await page.getByRole('heading', { name: 'Verrouillé' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/Modele|Exemple|Fictif/)
  await deverrouiller(page)
  await expect(page.getByRole('button', { name: 'APCARS, Sacha Fictif' })).toBeVisible()
})

test('Échap ramène d’où l’on vient, Catalogue compris, sans jamais tourner en rond', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Modele')
  const reglages = page.getByRole('heading', { name: 'Réglages', exact: true })
  const catalogue = page.getByRole('heading', { name: /^Catalogue du/ })
  const triage = page.getByRole('radiogroup', { name: /^Addiction, / })
  for (const [touches, retours] of [
    [
      ['F7', 'Control+,'],
      [catalogue, triage],
    ],
    [
      ['Control+,', 'F7'],
      [reglages, triage],
    ],
    [['F7', 'Control+,', 'F7'], [triage]],
    [['Control+,', 'F7', 'Control+,'], [triage]],
  ] as const) {
    for (const touche of touches) {
      await page.keyboard.press(touche)
      await (touche === 'F7' ? catalogue : reglages).waitFor()
    }
    for (const retour of retours) {
      await page.keyboard.press('Escape')
      await retour.waitFor()
    }
  }
  await page.keyboard.press('Control+,')
  await reglages.waitFor()
  await page.keyboard.press('F1')
  await expect(page.getByRole('region', { name: 'Touches de cet écran' })).toContainText('Ctrl+,')
  await page.keyboard.press('Escape')
  await expect(reglages).toBeVisible()
})

test.describe('S8', () => {
  test('sans geste pendant N minutes, le magasin se verrouille ; ce qui était tapé est gardé', async ({
    app,
  }) => {
    const page = await ouvrir(app)
    await page.clock.install()
    await ouvrirReglages(page)
    await remplacer(page, '14:10')
    await page.clock.fastForward('09:50')
    await page.keyboard.press('End')
    await page.clock.fastForward('09:50')
    await expect(champ(page, 'Heure d’audience')).toBeFocused()
    await page.clock.fastForward('00:20')
    await page.getByRole('heading', { name: 'Verrouillé' }).waitFor()
    await expect(
      page.getByText(/^Tout est enregistré \(\d\d:\d\d:\d\d\)\. Aucun nom n’est affiché\.$/),
    ).toBeVisible()
    await deverrouiller(page)
    await expect(champ(page, 'Heure d’audience')).toHaveValue('14:10')
    expect((await obtenir(page, 'reglages.lire', {})).heureAudience).toBe('14:10')
  })

  test('la première touche après le délai verrouille et n’atteint pas le dossier', async ({ app }) => {
    const page = await ouvrir(app)
    await ajouterDefere(page, 'Modele')
    await page.clock.install()
    await page.keyboard.press('ArrowDown')
    // Only the clocks have moved: no turn has run, as after a sleep.
    await page.clock.setSystemTime(Date.now() + 11 * 60_000)
    await page.keyboard.press('o')
    await page.getByRole('heading', { name: 'Verrouillé' }).waitFor()
    await deverrouiller(page)
    await expect(page.getByRole('radiogroup').nth(1).getByRole('radio').first()).toBeFocused()
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  test('une horloge qui recule d’une heure verrouille aussi', async ({ app }) => {
    const page = await ouvrir(app)
    await page.clock.install()
    await page.keyboard.press('Tab')
    await page.clock.setSystemTime(Date.now() - 60 * 60_000)
    await page.clock.runFor(6000)
    await page.getByRole('heading', { name: 'Verrouillé' }).waitFor()
    await expect(page.getByText('Tout ce qui est enregistré est à l’abri.')).toBeVisible()
  })
})

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })
    test.setTimeout(400_000)

    test('les réglages tiennent, sans rien de grave pour axe, à chaque affichage', async ({ app }) => {
      const page = await ouvrir(app)
      await ajouterDefere(page, 'Modele')
      await enregistre(page)
      const image = (ecran: string) => page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
      const regler = async (section: string, option: string, touche: string) => {
        await tabuler(page, page.getByRole('region', { name: section }).getByLabel(option, { exact: true }))
        await page.keyboard.press(touche)
      }
      await ouvrirReglages(page)
      await pageSansDefilement(page)
      await accessible(page)
      await image('reglages')
      await ajouterContact(page, ['Camille Modele', 'Bobigny', '0100000000', 'camille.modele'])
      await page.keyboard.press('Enter')
      await ajouterContact(page, ['Dominique Exemple', '', '0199000000'])
      await enregistre(page)
      await pageSansDefilement(page)
      await accessible(page)
      await image('reglages-annuaire')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('button', { name: 'APCARS, Dominique Exemple' })).toBeFocused()

      await regler('Affichage', 'Contraste élevé', 'Space')
      await accessible(page)
      await image('reglages-contraste')
      await page.emulateMedia({ forcedColors: 'active' })
      await image('reglages-couleurs-forcees')
      await page.emulateMedia({ forcedColors: 'none' })
      await page.keyboard.press('Control+z')
      await regler('Affichage', 'compacte', 'ArrowRight')
      await pageSansDefilement(page)
      await image('reglages-aeree')
      await quitter(page)
      await pageSansDefilement(page)
      await image('triage-aere')
      await ouvrirReglages(page)
      await regler('Affichage', 'aérée', 'ArrowLeft')

      for (const taille of [115, 130, 150]) {
        await tabuler(
          page,
          page.getByRole('radiogroup', { name: 'Taille' }).getByRole('radio', { checked: true }),
        )
        await page.keyboard.press('ArrowRight')
        await expect(page.locator(`html[data-taille="${taille}"]`)).toHaveCount(1)
        await sansDebordEnLargeur(page)
        await image(`reglages-${taille}`)
        await quitter(page)
        await sansDebordEnLargeur(page)
        if (taille === 150) await accessible(page)
        await image(`triage-${taille}`)
        await page.keyboard.press('Control+,')
        await page.getByRole('heading', { name: 'Réglages', exact: true }).waitFor()
      }
    })
  })
}

/** Enlarged, a page may scroll down; never sideways (WCAG 1.4.10). */
async function sansDebordEnLargeur(page: Page): Promise<void> {
  const [largeur = 0, fenetre = 0] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth]
  })
  expect(largeur).toBeLessThanOrEqual(fenetre)
}
