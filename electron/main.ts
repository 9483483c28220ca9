import { mkdtempSync, rmSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Application } from './application.ts'
import type { ChromiumHost } from './chromium/host.ts'

export type { Application } from './application.ts'

const BUILT = dirname(dirname(fileURLToPath(import.meta.url)))
// Compiled code is kept beside the build: half of the time that Node takes to read the host again.
enableCompileCache(join(BUILT, 'cache'))

const NBSP = '\u00a0'
const SECOURS = `Mode secours${NBSP}: Electron manque sur ce poste, Aiguillage s’affiche dans Chromium. Vos données restent chiffrées.`
const ESSAI = `Essai seulement${NBSP}: sans la protection de Chromium (bac à sable), rien de réel ne doit être saisi. Tout sera effacé à la fermeture.`
const CHROMIUM_MUET = `Chromium ne démarre pas sur ce poste${NBSP}: réinstallez le paquet «${NBSP}chromium${NBSP}», puis recommencez.`

export interface ChromiumStart {
  executable: string
  headless?: boolean
  viewport?: { width: number; height: number }
  donnees?: string
  documents?: string
  /** Tests run as root and still need a store that stays. A person cannot set this. */
  keepWithoutSandbox?: boolean
  log?: (line: string) => void
  observe?: (page: Page) => void
  mail?: (url: string) => Promise<void>
  /** Where the hour must not change what is drawn: the images of the screens. A person cannot set this. */
  clock?: () => Date
}

export interface ChromiumApplication {
  readonly application: Application | null
  /** Resolves when the window is closed and nothing of it runs any more. */
  readonly ended: Promise<void>
}

/** The same program over an installed Chromium, for tests and where Electron cannot be had. */
export async function startInChromium(start: ChromiumStart): Promise<ChromiumApplication> {
  const root = process.getuid?.() === 0
  // Chromium refuses its sandbox to root, and some systems refuse it to everyone.
  const opened = (root ? null : await open(start, true)) ?? (await open(start, false))
  if (opened === null) throw new Error(CHROMIUM_MUET)
  return opened
}

/** `null` when Chromium itself does not start. */
async function open(start: ChromiumStart, sandbox: boolean): Promise<ChromiumApplication | null> {
  const { openChromiumHost } = await import('./chromium/host.ts')
  const trial = !sandbox && !start.keepWithoutSandbox
  const folder = trial ? mkdtempSync(join(tmpdir(), 'aiguillage-essai-')) : null
  const host: ChromiumHost = await openChromiumHost({
    donnees: folder ?? start.donnees ?? process.env.AIGUILLAGE_DONNEES ?? dataFolder(),
    documents: folder ?? start.documents ?? process.env.AIGUILLAGE_DOCUMENTS ?? join(homedir(), 'Documents'),
    executable: start.executable,
    sandbox,
    headless: start.headless ?? false,
    viewport: start.viewport,
    observe: start.observe,
    mail: start.mail,
    secours: trial ? ESSAI : SECOURS,
  })
  const ended = host.ended.then(() => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  })
  // Read while Chromium starts, not before: both take about as long.
  const program = import('./application.ts')
  try {
    await host.shell.app.whenReady()
  } catch {
    host.shell.app.quit()
    await ended
    return null
  }
  try {
    const { startApplication } = await program
    const application = await startApplication({
      host,
      built: BUILT,
      clock: start.clock ?? clock,
      log: start.log ?? log,
    })
    return { application, ended }
  } catch (error) {
    host.shell.app.quit()
    await ended
    throw error
  }
}

function dataFolder(): string {
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'aiguillage')
}

function clock(): Date {
  return new Date()
}

function log(line: string): void {
  process.stderr.write(`[aiguillage] ${line}\n`)
}

if (process.versions.electron !== undefined) {
  const { openElectronHost } = await import('./shell-electron.ts')
  const host = openElectronHost({
    donnees: process.env.AIGUILLAGE_DONNEES,
    documents: process.env.AIGUILLAGE_DOCUMENTS,
  })
  // Not awaited: Electron is ready only once this module has been read to its end.
  import('./application.ts')
    .then(({ startApplication }) => startApplication({ host, built: BUILT, clock, log }))
    .catch((error: unknown) => {
      log(`start ${error instanceof Error ? error.name : ''}`)
      host.shell.app.quit()
    })
}
