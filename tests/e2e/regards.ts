import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { expect, type Page } from 'playwright/test'
import { alleger } from './image.ts'

/** What is looked at on every screen, at the two sizes of a court's workstation. */

/** What specs look at, for whoever reads a failure. */
export const IMAGES = join(import.meta.dirname, '../../test-results/ecrans')
/** The image of each screen, written by each run of the suite: git shows a difference only where a screen changed. */
export const DOCS = join(import.meta.dirname, '../../docs/ecrans')

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

/** Words that are never twice the same: a secret drawn at random, a temporary folder. */
const HASARD = '[data-hasard]'

/** The same bytes for the same screen: no caret, nothing under way, nothing drawn at random. */
export async function photographier(page: Page, path: string): Promise<void> {
  await expect(page.getByText(/Enregistrement…|en préparation…/)).toHaveCount(0)
  // Drawn again whole: what is drawn in pieces may round an edge otherwise from one run to the next.
  await page.evaluate(async () => {
    await document.fonts.ready
    const image = () => new Promise((suite) => requestAnimationFrame(() => requestAnimationFrame(suite)))
    document.documentElement.style.opacity = '0.99'
    await image()
    document.documentElement.style.opacity = ''
    await image()
  })
  const vue = await page.screenshot({
    animations: 'disabled',
    mask: [page.locator(HASARD)],
    maskColor: '#d9d9d9',
  })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, alleger(vue))
}
