import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Our own start, on a folder that holds a vault, up to the locked screen ready to be typed in. */
const [executable = '', donnees = ''] = process.argv.slice(2)
const built = join(import.meta.dirname, '../../out/main/index.js')
const main: typeof import('../../electron/main.ts') = await import(built)
const { application, ended } = await main.startInChromium({
  executable,
  donnees,
  documents: donnees,
  headless: true,
  keepWithoutSandbox: true,
})
if (application === null) throw new Error('another instance holds this folder')
const { page } = application.window as unknown as { page: Promise<Page> }
await (await page).getByLabel('Phrase secrète').waitFor()
process.stdout.write(`${performance.now()}\n`)
application.close()
await ended
