import { EventEmitter } from 'node:events'
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import type { Host, InvokeEvent, Shell, WindowOptions } from '../shell.ts'
import { takeInstance } from './instance.ts'
import { openMail } from './mail.ts'
import { ChromiumWindow, type Machine } from './window.ts'

/** One constant origin: `app://` cannot be intercepted in plain Chromium, and `.invalid` never resolves. */
const ORIGIN = 'https://aiguillage.invalid'

export interface ChromiumOptions {
  donnees: string
  documents: string
  executable: string
  sandbox: boolean
  headless: boolean
  viewport?: Size | undefined
  secours: string | null
  /** Sees each visible page before anything is loaded in it: tests record from the first byte on. */
  observe?: ((page: Page) => void) | undefined
  /** Receives the mails instead of the user's mail program, in tests. */
  mail?: ((url: string) => Promise<void>) | undefined
}

export type ChromiumShell = ReturnType<typeof createShell>

/** Nothing leaves the machine, even if a request escaped the interception (S15). */
const FLAGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-quic',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--deny-permission-prompts',
  '--no-default-browser-check',
]

/** A resumed machine shows as a hole in a regular beat: Chromium has no power events to give. */
const BEAT_MS = 5_000
const HOLE_MS = 60_000

export interface ChromiumHost extends Host {
  readonly shell: ChromiumShell
  /** Resolves when every process and lock of this host is gone. */
  readonly ended: Promise<void>
}

export async function openChromiumHost(options: ChromiumOptions): Promise<ChromiumHost> {
  const instance = await takeInstance(options.donnees)
  const app = new EventEmitter()
  const power = new EventEmitter()
  instance.onSecond(() => app.emit('second-instance'))
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const launch = (headless: boolean) =>
    chromium.launch({
      executablePath: options.executable,
      chromiumSandbox: options.sandbox,
      headless,
      args: FLAGS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  const browser = instance.first ? launch(options.headless) : null
  browser?.catch(() => undefined) // told by whenReady
  // Only a headless Chromium prints without showing a tab for an instant.
  let printer: Promise<Browser> | null = null
  let last = Date.now()
  const beat = setInterval(() => {
    const now = Date.now()
    if (now - last > HOLE_MS || now < last) power.emit('resume')
    last = now
  }, BEAT_MS)
  beat.unref()

  async function close(): Promise<void> {
    clearInterval(beat)
    await Promise.allSettled([browser?.then((b) => b.close()), printer?.then((b) => b.close())])
    instance.release()
    end()
  }

  const shell = createShell({
    options,
    first: instance.first,
    browser,
    printer: () => {
      if (options.headless && browser !== null) return browser
      printer ??= launch(true)
      return printer
    },
    app,
    power,
    close,
  })
  return { nom: 'chromium', shell, origin: ORIGIN, secours: options.secours, ended }
}

interface Size {
  width: number
  height: number
}

interface Parts {
  options: ChromiumOptions
  first: boolean
  browser: Promise<Browser> | null
  printer: () => Promise<Browser>
  app: EventEmitter
  power: EventEmitter
  close: () => Promise<void>
}

function createShell(parts: Parts) {
  const { options, app } = parts
  const windows = new Map<ChromiumWindow, Page | null>()
  const handlers = new Map<string, (event: InvokeEvent, ...args: unknown[]) => unknown>()
  const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
  let quitting = false

  const quit = () => {
    if (quitting) return
    quitting = true
    void parts.close()
  }

  /** All that any page asks for comes through here: our scheme is answered in memory, the rest is refused. */
  async function answer(route: Route): Promise<void> {
    const request = route.request()
    const url = request.url()
    if (request.isNavigationRequest()) {
      const page = request.frame().page()
      const window = [...windows].find(([, its]) => its === page)?.[0]
      // 204 leaves the document in place; aborting a navigation would replace it with an error page.
      if (window === undefined || !window.webContents.mayNavigate(request))
        return route.fulfill({ status: 204 })
    }
    const handler = schemes.get(new URL(url).protocol.slice(0, -1))
    if (handler === undefined || !url.startsWith(`${ORIGIN}/`)) return route.abort('blockedbyclient')
    const response = await handler(new Request(url, { method: request.method() }))
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  async function newPage(window: () => ChromiumWindow, wanted: WindowOptions): Promise<Page> {
    const visible = wanted.show !== false
    const browser = await (visible ? parts.browser : parts.printer())
    if (browser === null) throw new Error('second instance')
    // Never a persistent profile: it keeps what was typed in forms, in clear, on disk.
    const context = await browser.newContext({
      viewport: options.viewport ?? (visible && !options.headless ? null : { width: 1366, height: 696 }),
      javaScriptEnabled: wanted.webPreferences.javascript !== false,
      acceptDownloads: false,
      serviceWorkers: 'block',
      permissions: [],
      locale: 'fr-FR',
      colorScheme: null,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
    })
    await context.route('**/*', (route) => answer(route).catch(() => undefined))
    const popup =
      visible && !options.headless ? { width: wanted.width ?? 1366, height: wanted.height ?? 768 } : null
    const page = await firstPage(context, popup)
    if (visible) options.observe?.(page)
    windows.set(window(), page)
    page.once('close', () => void context.close().catch(() => undefined))
    return page
  }

  const machine = (window: () => ChromiumWindow): Machine => ({
    newPage: (wanted) => newPage(window, wanted),
    async invoke(channel, event, args) {
      const handler = handlers.get(channel)
      if (handler === undefined) throw new Error(channel)
      return handler(event, ...args)
    },
    closed(closed) {
      windows.delete(closed)
      if (windows.size === 0 && !quitting) app.emit('window-all-closed')
    },
  })

  class BrowserWindow extends ChromiumWindow {
    constructor(wanted: WindowOptions) {
      super(
        machine(() => this),
        wanted,
      )
    }
  }

  const on =
    <Events extends string>(emitter: EventEmitter) =>
    (event: Events, listener: () => void) => {
      emitter.on(event, listener)
    }
  return {
    app: {
      whenReady: async () => {
        await parts.browser
      },
      requestSingleInstanceLock: () => parts.first,
      getPath: (name: 'userData' | 'documents') =>
        name === 'userData' ? options.donnees : options.documents,
      quit,
      on: on<'second-instance' | 'window-all-closed'>(app),
    },
    BrowserWindow,
    ipcMain: {
      handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => unknown) {
        handlers.set(channel, listener)
      },
    },
    protocol: {
      handle(scheme: string, handler: (request: Request) => Response | Promise<Response>) {
        schemes.set(scheme, handler)
      },
    },
    shell: { openExternal: options.mail ?? openMail },
    powerMonitor: { on: on<'suspend' | 'resume' | 'lock-screen'>(parts.power) },
  } satisfies Shell
}

/** The window's own page; any page that appears later (popup, Ctrl+N, view-source) is closed at once. */
async function firstPage(context: BrowserContext, popup: Size | null): Promise<Page> {
  const tab = await context.newPage()
  const page = popup === null ? tab : await popupFrom(tab, popup)
  context.on('page', (other) => {
    if (other !== page) void other.close().catch(() => undefined)
  })
  return page
}

/** Only a popup window has neither tabs nor an address that can be typed in. */
async function popupFrom(tab: Page, { width, height }: Size): Promise<Page> {
  const opened = tab.waitForEvent('popup')
  await tab.evaluate((features) => {
    window.open('about:blank', '', features)
  }, `popup,width=${width},height=${height}`)
  const page = await opened
  await tab.close()
  return page
}
