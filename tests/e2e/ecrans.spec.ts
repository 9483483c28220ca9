import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { accessible, DOCS, IMAGES, pageSansDefilement, photographier, TAILLES } from './regards.ts'
import { MATIN, tourDuCoffre, tourDuMatin } from './tour.ts'

/**
 * Every screen, looked at: at the two sizes of a court's workstation (these images are the ones of docs/), then enlarged and
 * with forced colours. The whole program stands still at one hour, so that an image changes only when a screen does.
 */

test.use({ horloge: MATIN })

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })
    const regarder = async (page: Page, ecran: string) => {
      await pageSansDefilement(page)
      await accessible(page)
      await photographier(page, join(DOCS, `${ecran}-${nom}.png`))
    }

    test('premier démarrage, code, déverrouillage, panne : rien à faire défiler, rien de grave pour axe', async ({
      app,
    }) => {
      await tourDuCoffre(app, regarder)
    })

    test('chaque écran du matin : rien à faire défiler, rien de grave pour axe', async ({ app }) => {
      test.setTimeout(300_000)
      await tourDuMatin(app, regarder)
    })
  })
}

for (const [width, height] of [
  [911, 443],
  [683, 384],
] as const) {
  test.describe(`agrandi, ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } })
    const regarder = async (page: Page, ecran: string) => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth), ecran).toBeLessThanOrEqual(
        width,
      )
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `zoom-${ecran}-${width}.png`), fullPage: true })
    }
    test('tout se lit en descendant, jamais de côté, rien de grave pour axe', async ({ app }) => {
      test.setTimeout(300_000)
      await tourDuMatin(app, regarder)
    })
    test('les écrans du coffre aussi', async ({ app }) => {
      await tourDuCoffre(app, regarder)
    })
  })
}

test.describe('couleurs forcées', () => {
  test.use({ viewport: { width: 1093, height: 542 } })
  const regarder = async (page: Page, ecran: string) => {
    await page.emulateMedia({ forcedColors: 'active' })
    await accessible(page)
    await page.screenshot({ path: join(IMAGES, `force-${ecran}.png`) })
  }
  test('rien de grave pour axe', async ({ app }) => {
    test.setTimeout(300_000)
    await tourDuMatin(app, regarder)
  })
  test('les écrans du coffre aussi', async ({ app }) => {
    await tourDuCoffre(app, regarder)
  })
})
