import { chromium } from 'playwright-core'
import type { ImpressionPdf } from '../electron/impression/index.ts'

const ORIGINE = 'https://aiguillage.invalid'

/**
 * Prints pages held in memory with a headless Chromium, without script and without network, through the
 * same call and options as the application's Chromium host.
 */
export async function avecImprimante<T>(
  executable: string,
  travail: (imprimer: ImpressionPdf) => Promise<T>,
): Promise<T> {
  const navigateur = await chromium.launch({
    executablePath: executable,
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    return await travail(async ({ html, csp }, options) => {
      const contexte = await navigateur.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' })
      try {
        const page = await contexte.newPage()
        await page.route('**/*', (route) =>
          route.request().url() === `${ORIGINE}/document`
            ? route.fulfill({
                body: html,
                headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': csp },
              })
            : route.abort(),
        )
        await page.goto(`${ORIGINE}/document`)
        const session = await contexte.newCDPSession(page)
        const { data } = await session.send('Page.printToPDF', { ...options })
        return new Uint8Array(Buffer.from(data, 'base64'))
      } finally {
        await contexte.close()
      }
    })
  } finally {
    await navigateur.close()
  }
}
