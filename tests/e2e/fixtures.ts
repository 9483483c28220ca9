import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, expect, type Page } from 'playwright/test'
import type { Entree, NomRoute, Pont, Resultat, Sortie } from '../../electron/ipc/contract.ts'
import type { ChromiumApplication, ChromiumStart } from '../../electron/main.ts'
import { requireChromium } from '../../scripts/chromium.ts'

export { expect }

const ROOT = join(import.meta.dirname, '../..')
const ORIGINS = ['https://aiguillage.invalid/', 'app://aiguillage/']

export interface Options {
  hote: 'chromium' | 'electron'
  /** What a test provokes on purpose; anything else on the console, refused or sent out fails it (S14, S15). */
  tolere: RegExp | null
  /** The hour at which the whole program stands still, host and page; null: the machine's. Chromium host only. */
  horloge: string | null
}

export interface App {
  readonly hote: 'chromium' | 'electron'
  readonly donnees: string
  readonly documents: string
  readonly page: Page
  /** The Chromium host itself, for what only a test of that host looks at. */
  readonly chromium: ChromiumApplication | null
  /** Lines that the main process wrote; empty on Electron, where they go to its own output. */
  readonly journal: string[]
  /** Everything unexpected that the page did so far. */
  readonly anomalies: string[]
  /** What would have opened the mail program; Chromium host only. `muet`: there is none on this machine. */
  readonly courriels: string[] & { muet?: boolean }
  /** Closes and starts again on the same data. */
  relancer(): Promise<Page>
  fermer(): Promise<void>
}

interface Started {
  page: Page
  chromium: ChromiumApplication | null
  stop(): Promise<void>
}

/** Path of Electron's binary, `null` when its installer has not run. */
export function electronBinary(): string | null {
  const folder = join(ROOT, 'node_modules/electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

export async function startInChromium(start: ChromiumStart): Promise<ChromiumApplication> {
  const built = join(ROOT, 'out/main/index.js')
  const main: typeof import('../../electron/main.ts') = await import(built)
  return main.startInChromium(start)
}

export interface Folders {
  donnees: string
  documents: string
}

/** What a test gathers from the moment the window exists. */
export interface Trace {
  anomalies: string[]
  journal: string[]
  courriels: App['courriels']
}

/** The built program in this process, over Chromium, headless. */
export function startForTest(
  folders: Folders,
  viewport?: { width: number; height: number } | null,
  trace: Trace = { anomalies: [], journal: [], courriels: [] },
  horloge: string | null = null,
): Promise<ChromiumApplication> {
  const size = viewport ? { viewport } : {}
  return startInChromium({
    ...folders,
    ...size,
    ...(horloge !== null && { clock: () => new Date(horloge) }),
    executable: requireChromium(),
    headless: true,
    keepWithoutSandbox: true,
    log: (line) => trace.journal.push(line),
    mail: async (url) => {
      if (trace.courriels.muet) throw new Error('no mail program')
      trace.courriels.push(url)
    },
    // One and the same Playwright, known under two names.
    observe: (page) => {
      watch(page as unknown as Page, trace.anomalies)
      // Before the page loads: commands to one page keep their order.
      if (horloge !== null) void page.clock.setFixedTime(horloge)
    },
  })
}

/** The host's window is its own class over a Playwright page. */
export function pageOf({ application }: ChromiumApplication): Promise<Page> {
  if (application === null) throw new Error('another instance holds this folder')
  return (application.window as unknown as { page: Promise<Page> }).page
}

async function start(
  hote: Options['hote'],
  folders: Folders,
  viewport: { width: number; height: number } | null,
  trace: Trace,
  horloge: string | null,
): Promise<Started> {
  if (hote === 'electron') return startElectron(folders, trace)
  const chromium = await startForTest(folders, viewport, trace, horloge)
  if (chromium.application === null) throw new Error('another instance holds this folder')
  const { application, ended } = chromium
  const stop = () => {
    application.close()
    return ended
  }
  return { page: await pageOf(chromium), chromium, stop }
}

async function startElectron(folders: Folders, trace: Trace): Promise<Started> {
  const electron = await _electron.launch({
    args: [ROOT, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    executablePath: electronBinary() ?? '',
    env: {
      ...(process.env as Record<string, string>),
      AIGUILLAGE_DONNEES: folders.donnees,
      AIGUILLAGE_DOCUMENTS: folders.documents,
    },
  })
  const page = await electron.firstWindow()
  watch(page, trace.anomalies)
  return { page, chromium: null, stop: () => electron.close() }
}

function watch(page: Page, anomalies: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) anomalies.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => anomalies.push(`exception: ${error.message}`))
  page.context().on('request', (request) => {
    const url = request.url()
    if (!ORIGINS.some((origin) => url.startsWith(origin))) anomalies.push(`requête: ${url}`)
  })
}

interface Fixtures {
  app: App
  page: Page
}

export const test = base.extend<Fixtures & Options>({
  hote: ['chromium', { option: true }],
  tolere: [null, { option: true }],
  horloge: [null, { option: true }],
  app: async ({ hote, tolere, viewport, horloge }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'aiguillage-e2e-'))
    const folders = { donnees: join(folder, 'donnees'), documents: join(folder, 'documents') }
    const trace: Trace = { anomalies: [], journal: [], courriels: [] }
    let started = await start(hote, folders, viewport, trace, horloge)
    let stopped = false
    const app: App = {
      hote,
      ...folders,
      ...trace,
      get page() {
        return started.page
      },
      get chromium() {
        return started.chromium
      },
      async relancer() {
        if (!stopped) await started.stop()
        started = await start(hote, folders, viewport, trace, horloge)
        stopped = false
        return started.page
      },
      async fermer() {
        stopped = true
        await started.stop()
      },
    }
    await use(app)
    if (!stopped) await started.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(trace.anomalies.filter((line) => !tolere?.test(line))).toEqual([])
  },
  page: async ({ app }, use) => {
    await use(app.page)
  },
})

/** Calls a route from the page itself, as the screens do. */
export function appeler<R extends NomRoute>(
  page: Page,
  route: R,
  entree: Entree<R>,
): Promise<Resultat<Sortie<R>>> {
  return page.evaluate(
    ([name, value]) =>
      (window as unknown as { aiguillage: Pont }).aiguillage.invoke(
        name as NomRoute,
        value as Entree<NomRoute>,
      ),
    [route, entree] as [string, unknown],
  ) as Promise<Resultat<Sortie<R>>>
}

/** The value of a call that must succeed. */
export async function obtenir<R extends NomRoute>(
  page: Page,
  route: R,
  entree: Entree<R>,
): Promise<Sortie<R>> {
  const resultat = await appeler(page, route, entree)
  if (!resultat.ok) throw new Error(`${route}: ${resultat.code} ${resultat.message}`)
  return resultat.valeur
}

export const PHRASE = 'sept péniches sous la pluie'

/** A vault made through the bridge, for specs that are not about the first screen. */
export async function creerCoffre(
  page: Page,
  profil: 'parquet' | 'enquete' | 'defense' = 'parquet',
): Promise<string> {
  const { codeRecuperation } = await obtenir(page, 'coffre.creer', {
    profil,
    tribunal: 'Bobigny',
    phrase: PHRASE,
  })
  return codeRecuperation
}
