import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Locator, Page } from 'playwright/test'
import { expect, obtenir, test } from './fixtures.ts'
import { ajouterDefere, deverrouiller, enregistre, ouvrir, ouvrirPremier } from './gestes.ts'

/** The Catalogue screen by keyboard only. People, courts' programmes and numbers are invented. */

const IMAGES = join(import.meta.dirname, '../../test-results/ecrans')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Hundreds of keys, several starts, axe over long sheets: more than the minute of the other specs on a busy machine.
test.describe.configure({ timeout: 180_000 })

async function ouvrirCatalogue(page: Page): Promise<void> {
  await page.keyboard.press('F7')
  await page.getByRole('heading', { name: /^Catalogue du / }).waitFor()
  await expect(rangee(page, 'L’Ouvrage')).toBeVisible()
}

function rangee(page: Page, nom: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^${nom}`) })
}

function fiche(page: Page, nom = 'L’Ouvrage'): Locator {
  return page.getByRole('region', { name: `Fiche\u00a0: ${nom}` })
}

/** Tab until there: what is not on the way of Tab cannot be reached by keyboard. */
async function tabuler(page: Page, cible: Locator, touche: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await cible.evaluate((e) => e === document.activeElement)) return
    await page.keyboard.press(touche)
  }
  await expect(cible).toBeFocused()
}

async function presser(page: Page, nom: string | RegExp): Promise<void> {
  await tabuler(page, page.getByRole('button', { name: nom }).first())
  await page.keyboard.press('Enter')
}

/** Date is already today's: then the source and the person responsible, and Enter. */
async function repondre(page: Page, source = 'appel téléphonique', par = 'Camille Modele'): Promise<void> {
  await tabuler(page, page.getByRole('form').getByLabel('Source'))
  await page.keyboard.type(source)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+a')
  await page.keyboard.type(par)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form')).toBeHidden()
}

async function accessible(page: Page): Promise<void> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate('axe.run(document, { preload: false })')) as AxeResults
  const graves = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(graves.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}

const AUJOURDHUI = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' }).format(new Date())

test('une vérification signalée ôte « jamais vérifié », à l’écran du triage aussi ; Ctrl+Z la reprend', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ouvrirCatalogue(page)
  await expect(rangee(page, 'L’Ouvrage')).toBeFocused()
  await expect(rangee(page, 'L’Ouvrage')).toContainText('jamais vérifié')
  await page.keyboard.press('Enter')
  await expect(fiche(page)).toBeFocused()
  await expect(fiche(page)).toContainText('Fiche jamais vérifiée sur place, à vérifier avant de requérir')
  await presser(page, 'Signaler une vérification…')
  await expect(page.getByLabel('État connu')).toBeFocused()
  await page.keyboard.type('places à demander')

  // Closing the form, or locking, keeps what is typed.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('form')).toBeHidden()
  await presser(page, 'Signaler une vérification…')
  await expect(page.getByLabel('État connu')).toHaveValue('places à demander')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Écrivez la source\u00a0: qui l’a dit, ou quel document.')).toBeVisible()
  await repondre(page)
  await expect(rangee(page, 'L’Ouvrage')).toContainText(AUJOURDHUI)
  await expect(fiche(page)).toContainText(`Fiche vérifiée le ${AUJOURDHUI}`)
  await expect(fiche(page)).toContainText('places à demander')

  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: /^Permanence/ }).waitFor()
  await ajouterDefere(page, 'Modele')
  await enregistre(page)
  await expect(page.getByText(`Fiche vérifiée le ${AUJOURDHUI}`).first()).toBeVisible()

  await page.keyboard.press('F7')
  await page.keyboard.press('Control+z')
  await expect(rangee(page, 'L’Ouvrage')).toContainText('jamais vérifié')
  await expect(page.getByText(/^Changement repris/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
})

test('un paramètre changé change la lecture du triage, et survit au verrou et au redémarrage', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Exemple')
  await enregistre(page)
  const lecture = (p: Page) =>
    p.locator('section', { has: p.getByRole('button', { name: /^L’Ouvrage/ }) }).first()
  await expect(lecture(page)).toContainText('À vérifier')
  await ouvrirCatalogue(page)
  await presser(page, /^Changer : inclusions/)
  await page.keyboard.type('clos')
  await tabuler(page, page.getByRole('form').getByLabel('Source'))
  await page.keyboard.type('courriel du ')
  await page.keyboard.press('Control+l')
  await deverrouiller(page)
  await presser(page, /^Changer : inclusions/)
  await expect(page.getByRole('form').getByLabel('Source')).toHaveValue('courriel du ')
  await repondre(page, 'SPIP')
  await expect(fiche(page)).toHaveCount(0)
  await tabuler(page, page.getByRole('checkbox', { name: 'voir aussi les dispositifs clos' }), 'Shift+Tab')
  await page.keyboard.press('Space')
  await expect(rangee(page, 'L’Ouvrage')).toContainText('closes')
  await page.keyboard.press('Escape')
  await expect(lecture(page)).toContainText('Hors critères')

  const apres = await app.relancer()
  await deverrouiller(apres)
  await ouvrirPremier(apres)
  await expect(lecture(apres)).toContainText('Hors critères')
})

test('« de type L’Ouvrage » se crée pour un autre tribunal, sans code, et se lit dans un dossier de ce tribunal', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ouvrirCatalogue(page)
  await tabuler(page, page.getByRole('button', { name: 'Créer d’après un modèle…' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Modèle' })).toBeFocused()
  await page.keyboard.type('de type l’o')
  for (const champ of ['Le Relais d’essai', 'Lyon', '69', 'SPIP du Rhône (essai)', 'Permanence d’essai']) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+a')
    await page.keyboard.type(champ)
  }
  await page.keyboard.press('Tab')
  await page.keyboard.type('ouv')
  await repondre(page, 'note de service d’essai')
  await expect(rangee(page, 'Le Relais d’essai')).toContainText('ouvertes')
  await expect(fiche(page, 'Le Relais d’essai')).toContainText('Permanence d’essai')
  await expect(page.getByRole('combobox', { name: 'Tribunal' })).toHaveValue('Lyon')

  await page.keyboard.press('Escape')
  await ajouterDefere(page, 'Lyonnais')
  await page.keyboard.press('F2')
  await tabuler(page, page.getByRole('form').getByLabel('Tribunal'))
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Lyon')
  await page.keyboard.press('Enter')
  const lecture = page.locator('section', { has: page.getByRole('button', { name: /^Le Relais d’essai/ }) })
  await expect(lecture.first()).toContainText('À vérifier')
})

test('un catalogue non signé est refusé ; un bon se lit, différence par différence, puis s’applique', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ouvrirCatalogue(page)
  await tabuler(page, page.getByRole('tab', { selected: true }), 'Shift+Tab')
  await page.keyboard.press('End')
  await page.getByRole('heading', { name: 'Ce catalogue' }).waitFor()
  await expect(page.getByText('Elle est créée au premier export.')).toBeVisible()

  const importer = async (fichier: string) => {
    const choix = page.waitForEvent('filechooser')
    await presser(page, 'Importer un catalogue signé…')
    await (await choix).setFiles(fichier)
  }
  const faux = join(app.documents, '..', 'faux.json')
  writeFileSync(faux, JSON.stringify({ version: '2027-01-01', dispositifs: [] }))
  await importer(faux)
  await expect(page.getByRole('alert')).toContainText('faux.json')
  await expect(page.getByRole('alert')).toContainText(/catalogue/)

  // This store plays the other court: it changes a value and exports.
  await obtenir(page, 'catalogue.changer', {
    changement: {
      id: crypto.randomUUID(),
      date: new Date().toISOString(),
      par: 'Alex Exemple',
      source: 'protocole d’essai',
      changement: { type: 'parametre', nom: 'ouvrage.minCondamnations', valeur: 3 },
    },
  })
  await tabuler(page, page.getByRole('tab', { selected: true }), 'Shift+Tab')
  await presser(page, 'Exporter, signé')
  await expect(page.getByText(/^Catalogue .* signé et écrit/)).toBeVisible()
  const cle = await page.getByLabel('Ma clé publique').inputValue()
  const fichier =
    /écrit\u00a0: (.+)$/.exec((await page.getByText(/signé et écrit/).textContent()) ?? '')?.[1] ?? ''

  await importer(fichier)
  await expect(page.getByRole('alert')).toContainText('clé inconnue')
  await presser(page, 'Faire confiance à une clé…')
  await page.keyboard.type(cle)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Tribunal d’essai')
  await repondre(page, 'lue au téléphone')
  await expect(page.getByText('Tribunal d’essai')).toBeVisible()

  await importer(fichier)
  await expect(page.getByText(/signée par Tribunal d’essai/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Fichier reçu' })).toContainText('2 → 3')
  await page.screenshot({ path: join(IMAGES, 'catalogue-import-1366.png') })
  await accessible(page)
  await repondre(page, 'reçu par courriel')
  await expect(page.getByText(/^Catalogue .* appliqué/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Ce catalogue' })).toContainText('signé par Tribunal d’essai')

  await page.keyboard.press('Control+p')
  await expect(page.getByText(/^Règles prêtes \(\d+ pages\)/)).toBeVisible({ timeout: 60_000 })
})

for (const { nom, viewport } of [
  { nom: '1366', viewport: { width: 1366, height: 768 } },
  { nom: '1093', viewport: { width: 1093, height: 542 } },
] as const) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('la page ne défile pas, rien de grave pour axe, dans chaque onglet', async ({ app }) => {
      const page = await ouvrir(app)
      const regarder = async (ecran: string) => {
        const { largeur, hauteur } = await page.evaluate(() => ({
          largeur: document.documentElement.scrollWidth,
          hauteur: document.documentElement.scrollHeight,
        }))
        expect({ largeur, hauteur }).toEqual({ largeur: viewport.width, hauteur: viewport.height })
        await accessible(page)
        await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
      }
      await page.getByRole('heading', { name: /^Permanence/ }).waitFor()
      await ouvrirCatalogue(page)
      await tabuler(page, page.getByRole('combobox', { name: 'Tribunal' }), 'Shift+Tab')
      await page.keyboard.type('tous')
      await expect(rangee(page, 'AILSI')).toHaveCount(0)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await rangee(page, 'AILSI').waitFor()
      await regarder('catalogue')
      await presser(page, /^Changer : catégories d’infraction admises/)
      await regarder('catalogue-parametre')
      await page.keyboard.press('Escape')
      await tabuler(page, fiche(page), 'Shift+Tab')
      await page.keyboard.press('End')
      await regarder('catalogue-historique')
      await tabuler(page, page.getByRole('tab', { selected: true }), 'Shift+Tab')
      await page.keyboard.press('ArrowRight')
      await regarder('catalogue-cadres')
      await page.keyboard.press('ArrowRight')
      await regarder('catalogue-seuils')
      await page.keyboard.press('ArrowRight')
      await page.getByRole('heading', { name: 'Ce catalogue' }).waitFor()
      await regarder('catalogue-fichier')
      await page.keyboard.press('ArrowRight')
      await presser(page, 'Créer d’après un modèle…')
      await page.getByRole('combobox', { name: 'Modèle' }).waitFor()
      await regarder('catalogue-modele')
    })
  })
}
