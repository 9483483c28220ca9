import type { ShellPreload } from '../shell.ts'

/**
 * The two halves of a context bridge in plain Chromium. Each function below is sent to the page as source
 * text and must use nothing from outside itself.
 *
 * The halves share one DOM object that no page script can reach: a MessagePort used as a private event
 * target, handed over before any script of the page runs. What crosses is cloned by Chromium.
 */

export interface WorldConfig {
  /** Name of the handshake event; random for each document source. */
  handshake: string
  /** Name of the CDP binding, present in the isolated world only. */
  binding: string
  /** Name of the function by which the host answers in the isolated world. */
  receive: string
}

export type PreloadWorld = ShellPreload

/** A value that crosses: JSON, or a function known by number, or the promise of a value. */
type Crossing = { v: unknown } | { f: number } | { p: number }

/** Isolated world: runs the built preload bundle with `require('electron')`. */
export function isolatedWorld(
  config: WorldConfig,
  preload: (require: (name: string) => unknown) => void,
): void {
  // A preload runs in the main frame only, as in Electron.
  if (window.top !== window) return
  type Bag = Record<string, (text: string) => void>
  const world = globalThis as unknown as Bag
  const call = world[config.binding]
  if (call === undefined) return

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, Set<(event: unknown, ...args: unknown[]) => void>>()
  let next = 0
  let bus: EventTarget | null = null

  world[config.receive] = (text) => {
    const message = JSON.parse(text) as {
      id?: number
      value?: unknown
      error?: string
      channel?: string
      args?: unknown[]
    }
    if (message.channel !== undefined) {
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({}, ...(message.args ?? []))
      return
    }
    const waiter = waiting.get(message.id ?? -1)
    waiting.delete(message.id ?? -1)
    if (message.error !== undefined) waiter?.reject(new Error(message.error))
    else waiter?.resolve(message.value)
  }

  const shell: ShellPreload = {
    ipcRenderer: {
      invoke: (channel, ...args) =>
        new Promise((resolve, reject) => {
          next += 1
          waiting.set(next, { resolve, reject })
          call(JSON.stringify({ id: next, channel, args }))
        }),
      on(channel, listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      removeListener(channel, listener) {
        listeners.get(channel)?.delete(listener)
      },
    },
    contextBridge: {
      exposeInMainWorld(apiKey, api) {
        const functions = new Map<number, (...args: never[]) => unknown>()
        const names: Record<string, number> = {}
        const register = (fonction: (...args: never[]) => unknown) => {
          next += 1
          functions.set(next, fonction)
          return next
        }
        for (const [name, fonction] of Object.entries(api)) names[name] = register(fonction)
        const send = (type: string, message: unknown) =>
          bus?.dispatchEvent(new CustomEvent(type, { detail: message }))
        const wrap = (value: unknown): Crossing => {
          if (typeof value === 'function') return { f: register(value as () => unknown) }
          if (!(value instanceof Promise)) return { v: value }
          next += 1
          const p = next
          value.then(
            (v: unknown) => send('settled', { p, v }),
            () => send('settled', { p, error: true }),
          )
          return { p }
        }
        window.addEventListener(
          config.handshake,
          (event) => {
            bus = (event as MessageEvent).ports[0] ?? null
            bus?.addEventListener('call', (message) => {
              const { f, args } = (message as CustomEvent<{ f: number; args: Crossing[] }>).detail
              const given = args.map((arg) =>
                'f' in arg
                  ? (value: unknown) => send('callback', { f: arg.f, v: value })
                  : 'v' in arg
                    ? arg.v
                    : undefined,
              )
              const result = functions.get(f)?.(...(given as never[]))
              send('returned', wrap(result))
            })
            send('described', { apiKey, names })
          },
          { once: true },
        )
      },
    },
  }

  // Keys that Chromium itself would act on; the page still receives them.
  const browserKeys = new Set(['s', 'o', 'n', 'u', 'j', 't', 'w', 'h', 'd', 'g', 'e', 'p', 'r'])
  window.addEventListener(
    'keydown',
    (event) => {
      const key = event.key.toLowerCase()
      const command = event.ctrlKey || event.metaKey
      if (
        (command && browserKeys.has(key)) ||
        (command && event.shiftKey && key === 'i') ||
        key === 'f12' ||
        key === 'f5'
      ) {
        event.preventDefault()
      }
    },
    { capture: true },
  )
  // blob: and data: documents never reach the request handler; this stops them before they start.
  window.navigation.addEventListener('navigate', (event) => {
    if (!event.destination.sameDocument && event.destination.url !== location.href) event.preventDefault()
  })

  preload((name) => {
    if (name !== 'electron') throw new Error(`preload: ${name}`)
    return shell
  })
}

/** Main world: defines the exposed object, frozen, before any script of the page runs. */
export function mainWorld(config: Pick<WorldConfig, 'handshake'>): void {
  if (window.top !== window) return
  type Crossed = { v?: unknown; f?: number; p?: number }
  const bus = new MessageChannel().port1
  const callbacks = new Map<number, (value: unknown) => void>()
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let next = 0
  let returned: Crossed = {}
  let described: { apiKey: string; names: Record<string, number> } | null = null

  const detail = (event: Event) => (event as CustomEvent).detail
  bus.addEventListener('described', (event) => {
    described = detail(event)
  })
  bus.addEventListener('returned', (event) => {
    returned = detail(event)
  })
  bus.addEventListener('settled', (event) => {
    const { p, v, error } = detail(event) as { p: number; v: unknown; error?: boolean }
    const promise = pending.get(p)
    pending.delete(p)
    if (error) promise?.reject(new Error('aiguillage'))
    else promise?.resolve(v)
  })
  bus.addEventListener('callback', (event) => {
    const { f, v } = detail(event) as { f: number; v: unknown }
    callbacks.get(f)?.(v)
  })

  const proxy =
    (f: number) =>
    (...args: unknown[]): unknown => {
      const crossing = args.map((arg) => {
        if (typeof arg !== 'function') return { v: arg }
        next += 1
        callbacks.set(next, arg as (value: unknown) => void)
        return { f: next }
      })
      returned = {}
      bus.dispatchEvent(new CustomEvent('call', { detail: { f, args: crossing } }))
      const result = returned
      if (result.f !== undefined) return proxy(result.f)
      if (result.p === undefined) return result.v
      const p = result.p
      return new Promise((resolve, reject) => pending.set(p, { resolve, reject }))
    }

  window.dispatchEvent(new MessageEvent(config.handshake, { ports: [bus] }))
  const api = described as { apiKey: string; names: Record<string, number> } | null
  if (api === null) return
  const exposed: Record<string, unknown> = {}
  for (const [name, f] of Object.entries(api.names)) exposed[name] = proxy(f)
  Object.defineProperty(window, api.apiKey, { value: Object.freeze(exposed), enumerable: true })
  window.open = () => null
}
