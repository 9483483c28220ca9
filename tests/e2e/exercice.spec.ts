import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright/test'
import { ETAPES_EXERCICE } from '../../domain/index.ts'
import { type App, creerCoffre, expect, obtenir, test } from './fixtures.ts'
import { ajouterDefere, deverrouiller, dossiersDuJour, ligne, ouvrir } from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** Beginning of the name of the folders of an exercise on this data folder. */
function prefixe(app: App): string {
  return `aiguillage-matinee-${createHash('sha256').update(resolve(app.donnees)).digest('hex').slice(0, 16)}-`
}

/** What an exercise of this data folder holds on disk. */
function magasinsExercice(app: App): string[] {
  return readdirSync(tmpdir()).filter((nom) => nom.startsWith(prefixe(app)))
}

const guide = (page: Page) => page.getByRole('complementary', { name: 'Guide de l’exercice' })
const bandeau = (page: Page) => page.locator('[data-exercice]')
const triage = (page: Page) => page.getByRole('heading', { name: /^Permanence du/ })
const hachures = (page: Page) => page.locator('[data-hachures]')

async function commencer(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'S’exercer (10 min) Maj+F1' })).toBeVisible()
  await page.keyboard.press('Shift+F1')
  await expect(page.getByRole('row').nth(1)).toBeFocused()
}

/** As the guide writes a key, and as Playwright presses it. */
const TOUCHES: Readonly<Record<string, string>> = {
  Entrée: 'Enter',
  Échap: 'Escape',
  Espace: 'Space',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  'Ctrl+Maj+C': 'Control+Shift+c',
  'Ctrl+P': 'Control+p',
  'Ctrl+Entrée': 'Control+Enter',
  'Ctrl+Z': 'Control+z',
}

/** Presses only keys that the step on screen names. */
async function faire(page: Page, etape: string, ...touches: readonly string[]): Promise<void> {
  const rang = ETAPES_EXERCICE.findIndex((e) => e.id === etape)
  const phrase =
    ETAPES_EXERCICE[rang]?.phrase.map((m) => (typeof m === 'string' ? m : m.touche)).join('') ?? ''
  await expect(guide(page).getByRole('status')).toHaveText(phrase)
  await expect(guide(page)).toContainText(`${rang}/${ETAPES_EXERCICE.length}`)
  const nommees = await guide(page).locator('kbd').allTextContents()
  for (const touche of touches) {
    expect(nommees).toContain(touche)
    await page.keyboard.press(TOUCHES[touche] ?? touche)
  }
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('du premier démarrage à « Terminé », par les seules touches que le guide nomme', async ({
      app,
      page,
    }) => {
      const regarder = async (ecran: string) => {
        await pageSansDefilement(page)
        await accessible(page)
        await expect(bandeau(page)).toBeVisible()
        await page.screenshot({ path: join(IMAGES, `exercice-${ecran}-${nom}.png`) })
      }
      await page.getByRole('heading', { name: 'Premier démarrage' }).waitFor()
      await pageSansDefilement(page)
      await accessible(page)
      await expect(page.getByRole('button', { name: 'S’exercer (10 min) Maj+F1' })).toBeVisible()
      await expect(bandeau(page)).toHaveCount(0)
      await commencer(page)
      expect(await page.title()).toMatch(/^EXERCICE/)
      await regarder('permanence')

      await faire(page, 'ouvrir', 'Entrée')
      await expect(ligne(page, 'Addiction').getByRole('radio').first()).toBeFocused()
      await faire(page, 'repondre', 'o', 'o', '?')
      await faire(page, 'source', '↑', 'a')
      await faire(page, 'precision', '↑', '↑', 'Entrée', '↓', 'Entrée')
      await regarder('triage')
      await faire(page, 'question', 'Échap', 'F6', 'o')
      await faire(page, 'piece', 'F10')
      await expect(page.getByRole('heading', { name: 'Pièces' })).toBeVisible()
      await expect(page.getByText(/\d+ à confirmer · /).first()).toBeVisible()
      await faire(page, 'piece', 'o')
      await faire(page, 'orientation', 'Échap', 'F8', 'Espace')
      await regarder('orientation')
      await faire(page, 'apcars', 'F5')
      const apcars = page.getByRole('button', { name: 'À l’APCARS' })
      while (!(await apcars.evaluate((b) => b === document.activeElement))) await faire(page, 'apcars', '↓')
      await expect(page.getByRole('region', { name: 'Aperçu' })).toContainText(
        'EXERCICE — personnes inventées',
      )
      await regarder('message')
      await faire(page, 'apcars', 'Ctrl+Maj+C')
      await faire(page, 'fiche', 'Échap', 'Ctrl+P')
      const phrase = page.getByText(/^Fiche prête/)
      await expect(phrase).toBeVisible()
      await faire(page, 'suivant', 'Ctrl+Entrée')
      await faire(page, 'annuler', 'o', 'Ctrl+Z')
      await expect(guide(page)).toContainText(`${ETAPES_EXERCICE.length}/${ETAPES_EXERCICE.length}`)
      await expect(guide(page)).toContainText('Terminé.')
      await regarder('termine')

      const [nomFichier = ''] = readdirSync(join(app.documents, 'Aiguillage', 'Exercice'))
      expect(nomFichier).toMatch(/^EXERCICE_.*_fiche-orientation_v1\.pdf$/)
      expect(readdirSync(join(app.documents, 'Aiguillage'))).toEqual(['Exercice'])
      const fichier = join(app.documents, 'Aiguillage', 'Exercice', nomFichier)
      const pages = execFileSync('pdftotext', ['-layout', fichier, '-'], { encoding: 'utf8' }).split('\f')
      const imprimees = pages.filter((p) => p.trim() !== '')
      expect(imprimees).toHaveLength(1)
      for (const texte of imprimees) expect(texte.match(/EXERCICE — personnes inventées/g)?.length).toBe(3)

      // A page drawn again finds the exercise where it was.
      await page.reload()
      await expect(guide(page)).toContainText('Terminé.')

      await page.keyboard.press('Control+l')
      await expect(page.getByRole('heading', { name: 'Premier démarrage' })).toBeVisible()
      await expect(bandeau(page)).toHaveCount(0)
      expect(await page.title()).toBe('Aiguillage')
      expect(magasinsExercice(app)).toEqual([])
      expect(existsSync(join(app.donnees, 'magasin'))).toBe(false)
    })
  })
}

/** Screens of one person, then those of all, by the key that opens each from the triage. */
const ECRANS = ['F4', 'F5', 'F8', 'F9', 'F10', 'F7', 'F3'] as const

test('le bandeau et le bord sont sur chaque écran d’un exercice, et sur aucun d’un magasin réel', async ({
  page,
}) => {
  await commencer(page)
  await expect(bandeau(page)).toBeVisible()
  await page.keyboard.press('Enter')
  for (const touche of ECRANS) {
    await expect(triage(page)).toBeVisible()
    await page.keyboard.press(touche)
    await expect(triage(page)).toHaveCount(0)
    await expect(bandeau(page)).toContainText('EXERCICE — personnes inventées, rien n’est gardé')
    await expect(bandeau(page)).toContainText('Quitter l’exercice')
    await expect(hachures(page)).toBeAttached()
    await page.keyboard.press(touche === 'F3' ? 'Enter' : 'Escape')
  }
  await page.keyboard.press('Control+l')

  await creerCoffre(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: /^Permanence/ })).toBeVisible()
  await expect(bandeau(page)).toHaveCount(0)
  await ajouterDefere(page, 'Modele')
  for (const touche of ECRANS) {
    await expect(triage(page)).toBeVisible()
    await page.keyboard.press(touche)
    await expect(triage(page)).toHaveCount(0)
    await expect(bandeau(page)).toHaveCount(0)
    await expect(hachures(page)).toHaveCount(0)
    await expect(guide(page)).toHaveCount(0)
    expect(await page.title()).toBe('Aiguillage')
    await page.keyboard.press(touche === 'F3' ? 'Enter' : 'Escape')
  }
})

test('le bord et le bandeau survivent aux couleurs forcées', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await commencer(page)
  const bord = await hachures(page).evaluate((e) => {
    const { backgroundImage, padding, position } = getComputedStyle(e)
    return { backgroundImage, padding, position }
  })
  expect(bord.backgroundImage).toContain('repeating-linear-gradient')
  expect(bord.padding).toBe('6px')
  expect(bord.position).toBe('fixed')
  await expect(bandeau(page)).toBeVisible()
  await page.screenshot({ path: join(IMAGES, 'exercice-couleurs-forcees.png') })
})

test('le guide se cache et se remontre par une touche, sans prendre le focus', async ({ page }) => {
  await commencer(page)
  await page.keyboard.press('Enter')
  const premiere = ligne(page, 'Addiction').getByRole('radio').first()
  await expect(premiere).toBeFocused()
  await page.keyboard.press('Shift+F1')
  await expect(guide(page)).toHaveCount(0)
  await expect(premiere).toBeFocused()
  await page.keyboard.press('Shift+F1')
  await expect(guide(page)).toBeVisible()
  await expect(premiere).toBeFocused()
})

test('recommencer donne une matinée neuve', async ({ app, page }) => {
  await commencer(page)
  await page.keyboard.press('Enter')
  await expect(ligne(page, 'Addiction').getByRole('radio').first()).toBeFocused()
  await page.keyboard.type('oon')
  await expect(guide(page)).toContainText('2/')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Premier démarrage' })).toBeVisible()
  await commencer(page)
  await expect(guide(page)).toContainText('0/')
  expect(await dossiersDuJour(page)).toHaveLength(7)
  expect(magasinsExercice(app)).toHaveLength(1)
  await app.fermer()
  expect(magasinsExercice(app)).toEqual([])

  // As a killed run leaves it.
  mkdirSync(join(tmpdir(), `${prefixe(app)}perdu`))
  await app.relancer()
  expect(magasinsExercice(app)).toEqual([])
})

test('verrouillé par le poste (veille, session) : l’exercice est fini, sans question', async ({
  app,
  page,
}) => {
  await commencer(page)
  await page.keyboard.press('Enter')
  await expect(ligne(page, 'Addiction').getByRole('radio').first()).toBeFocused()
  await page.keyboard.type('o')
  await obtenir(page, 'coffre.verrouiller', {})
  await expect(page.getByRole('heading', { name: 'Premier démarrage' })).toBeVisible()
  expect(magasinsExercice(app)).toEqual([])
})

test('depuis l’application ouverte : tout est enregistré, puis verrouillé ; on revient à sa ligne', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Modele')
  await page.keyboard.type('on')
  await page.keyboard.press('Enter')
  await page.keyboard.type('prescription en cours')
  await page.keyboard.press('F1')
  await page.getByRole('button', { name: 'S’exercer (10 min)' }).focus()
  await page.keyboard.press('Enter')
  await expect(bandeau(page)).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  expect(JSON.stringify(await dossiersDuJour(page))).not.toMatch(/Modele|prescription/)
  await page.keyboard.press('Enter')
  await expect(ligne(page, 'Addiction').getByRole('radio').first()).toBeFocused()
  await page.keyboard.type('ooo')
  // At once, while an answer may still be on its way: it goes nowhere.
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  await expect(bandeau(page)).toHaveCount(0)
  await deverrouiller(page)
  await expect(ligne(page, 'Suivi ou soins en cours').getByRole('radio').first()).toBeVisible()
  const [dossier, ...autres] = await dossiersDuJour(page)
  expect(autres).toEqual([])
  expect(dossier?.declarations.filter((d) => d.precision === 'prescription en cours')).toHaveLength(1)
  expect((await obtenir(page, 'application.etat', {})).exercice).toBe(false)
})

test('depuis l’écran verrouillé : le coffre n’est ni ouvert ni touché', async ({ app }) => {
  await creerCoffre(app.page)
  const page = await app.relancer()
  await expect(page.getByLabel('Phrase secrète')).toBeFocused()
  await accessible(page)
  await commencer(page)
  await page.keyboard.press('Control+l')
  await deverrouiller(page)
  expect(await dossiersDuJour(page)).toEqual([])
})
