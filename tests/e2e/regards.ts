import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { expect, type Page } from 'playwright/test'

/** What is looked at on every screen, at the two sizes of a court's workstation. */

/** In docs/ only when asked (`npm run ecrans`): the hour on screen would change the images at each run. */
export const IMAGES = join(
  import.meta.dirname,
  '../..',
  process.env.AIGUILLAGE_ECRANS ?? 'test-results/ecrans',
)

export const TAILLES = [
  { nom: '1366', viewport: { width: 1366, height: 768 } },
  { nom: '1093', viewport: { width: 1093, height: 542 } },
] as const

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function accessible(page: Page): Promise<void> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate('axe.run(document, { preload: false })')) as AxeResults
  const graves = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(graves.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}

/** Panes may scroll inside; the page never does. */
export async function pageSansDefilement(page: Page): Promise<void> {
  const mesure = await page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    return [scrollWidth - clientWidth, scrollHeight - clientHeight, document.body.scrollHeight - clientHeight]
  })
  expect(Math.max(...mesure)).toBeLessThanOrEqual(0)
}
