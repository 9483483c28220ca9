import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page, Request as PageRequest } from 'playwright-core'
import type {
  InvokeEvent,
  PdfOptions,
  ShellFrame,
  ShellWebContents,
  ShellWindow,
  WindowOptions,
} from '../shell.ts'
import { isolatedWorld, mainWorld, type WorldConfig } from './worlds.ts'

/** What a window needs of the host that opened it. */
export interface Machine {
  newPage(options: WindowOptions): Promise<Page>
  invoke(channel: string, event: InvokeEvent, args: unknown[]): Promise<unknown>
  closed(window: ChromiumWindow): void
}

interface Context {
  frameId: string
  world: string
  origin: string
}

const WORLD = 'aiguillage-preload'

/** One page of Chromium under the names of Electron's `WebContents`. */
class ChromiumContents extends EventEmitter implements ShellWebContents {
  readonly #machine: Machine
  readonly #config: WorldConfig = {
    handshake: randomBytes(16).toString('hex'),
    binding: `appel_${randomBytes(8).toString('hex')}`,
    receive: `retour_${randomBytes(8).toString('hex')}`,
  }
  readonly #contexts = new Map<number, Context>()
  readonly #frames = new Map<string, { url: string; parent: string | null }>()
  #page: Page | null = null
  #session: CDPSession | null = null
  #loading: string | null = null
  #loaded: string | null = null

  constructor(machine: Machine) {
    super()
    this.#machine = machine
  }

  async attach(page: Page, preload: string | undefined): Promise<void> {
    const session = await page.context().newCDPSession(page)
    this.#page = page
    this.#session = session
    if (preload === undefined) return
    session.on('Page.frameNavigated', ({ frame }) => {
      this.#frames.set(frame.id, { url: frame.url, parent: frame.parentId ?? null })
    })
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, { url: 'about:blank', parent: parentFrameId })
    })
    session.on('Page.frameDetached', ({ frameId }) => this.#frames.delete(frameId))
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frameId = String(context.auxData?.frameId ?? '')
      this.#contexts.set(context.id, { frameId, world: context.name, origin: context.origin })
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    )
    session.on('Runtime.executionContextsCleared', () => this.#contexts.clear())
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#config.binding) void this.#called(payload, executionContextId)
    })
    const bundle = readFileSync(preload, 'utf8')
    const isolated = `(${isolatedWorld})(${JSON.stringify(this.#config)}, (require) => {
      const module = { exports: {} }; const exports = module.exports;
      ${bundle}
    })`
    const main = `(${mainWorld})(${JSON.stringify({ handshake: this.#config.handshake })})`
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: this.#config.binding, executionContextName: WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: isolated, worldName: WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: main }),
    ])
  }

  async load(url: string): Promise<void> {
    this.#loading = url
    this.#loaded = url
    await this.#page?.goto(url, { waitUntil: 'load' })
    this.#loading = null
  }

  /** As Electron: our own `loadURL` and a reload pass; every other navigation asks the listeners first. */
  mayNavigate(request: PageRequest): boolean {
    const main = request.frame() === this.#page?.mainFrame()
    if (main && (request.url() === this.#loading || request.url() === this.#loaded)) return true
    let allowed = true
    const event = {
      preventDefault: () => {
        allowed = false
      },
    }
    if (main) this.emit('will-navigate', event)
    else this.emit('will-frame-navigate', event)
    return allowed
  }

  get mainFrame(): ShellFrame {
    const url = this.#page?.url() ?? 'about:blank'
    return { url, origin: URL.canParse(url) ? new URL(url).origin : 'null', parent: null }
  }

  send(channel: string, ...args: unknown[]): void {
    for (const [id, context] of this.#contexts) {
      const main = this.#frames.get(context.frameId)?.parent === null
      if (context.world === WORLD && main) void this.#deliver(id, { channel, args })
    }
  }

  async printToPDF(options: PdfOptions): Promise<Uint8Array> {
    if (this.#session === null) throw new Error('printToPDF: no page')
    const { data } = await this.#session.send('Page.printToPDF', options)
    return Buffer.from(data, 'base64')
  }

  print(_options: { silent: boolean }, callback: (success: boolean, reason: string) => void): void {
    const printed = this.#session?.send('Runtime.evaluate', {
      expression: 'window.print()',
      userGesture: true,
    })
    if (printed === undefined) callback(false, 'no page')
    else
      printed.then(
        () => callback(true, ''),
        () => callback(false, 'failed'),
      )
  }

  /** Every page that the main window opens is closed by the host; the answer is always « deny ». */
  setWindowOpenHandler(_handler: () => { action: 'deny' }): void {}

  async #called(payload: string, contextId: number): Promise<void> {
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] }
    const event = { sender: this, senderFrame: this.#frameOf(contextId) }
    try {
      const value = await this.#machine.invoke(channel, event, args)
      await this.#deliver(contextId, { id, value })
    } catch {
      await this.#deliver(contextId, { id, error: channel })
    }
  }

  /** Built from what the browser says of the calling context, never from what the page says. */
  #frameOf(contextId: number): ShellFrame | null {
    const context = this.#contexts.get(contextId)
    if (context === undefined || context.world !== WORLD) return null
    const build = (frameId: string, origin: string): ShellFrame | null => {
      const frame = this.#frames.get(frameId)
      if (frame === undefined) return null
      return { url: frame.url, origin, parent: frame.parent === null ? null : build(frame.parent, '') }
    }
    return build(context.frameId, context.origin)
  }

  async #deliver(contextId: number, message: unknown): Promise<void> {
    await this.#session
      ?.send('Runtime.callFunctionOn', {
        executionContextId: contextId,
        functionDeclaration: `function (text) { globalThis['${this.#config.receive}'](text) }`,
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      })
      .catch(() => undefined) // the document that called is gone: nobody waits for the answer
  }
}

export class ChromiumWindow implements ShellWindow {
  readonly webContents: ChromiumContents
  readonly page: Promise<Page>
  readonly #events = new EventEmitter()
  #destroyed = false

  constructor(machine: Machine, options: WindowOptions) {
    const contents = new ChromiumContents(machine)
    this.webContents = contents
    this.page = machine.newPage(options).then(async (page) => {
      page.once('close', () => {
        this.#destroyed = true
        machine.closed(this)
        this.#events.emit('closed')
      })
      await contents.attach(page, options.webPreferences.preload)
      return page
    })
    this.page.catch(() => undefined) // told by loadURL
  }

  async loadURL(url: string): Promise<void> {
    await this.page
    await this.webContents.load(url)
  }

  show(): void {
    this.focus()
  }

  focus(): void {
    void this.page.then((page) => page.bringToFront()).catch(() => undefined)
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {}

  destroy(): void {
    this.#destroyed = true
    void this.page.then((page) => page.close()).catch(() => undefined)
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  on(event: 'closed', listener: () => void): this {
    this.#events.on(event, listener)
    return this
  }
}
