/**
 * The closed subset of Electron's API that Aiguillage uses. Its members have Electron's own names and
 * shapes, so that Electron's real module is a `Shell` (held by shell-check.ts) and the Chromium host can
 * only implement this much: anything else is a compile error.
 */

export interface ShellFrame {
  readonly url: string
  readonly origin: string
  readonly parent: ShellFrame | null
}

interface Cancelable {
  preventDefault(): void
}

export interface PdfOptions {
  generateTaggedPDF: boolean
  generateDocumentOutline: boolean
  preferCSSPageSize: boolean
  printBackground: boolean
  displayHeaderFooter: boolean
  headerTemplate: string
  footerTemplate: string
}

export interface ShellWebContents {
  readonly mainFrame: ShellFrame
  send(channel: string, ...args: unknown[]): void
  printToPDF(options: PdfOptions): Promise<Uint8Array>
  print(options: { silent: boolean }, callback: (success: boolean, failureReason: string) => void): void
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
  on(event: 'will-navigate', listener: (event: Cancelable) => void): unknown
  on(event: 'will-frame-navigate', listener: (event: Cancelable) => void): unknown
  on(event: 'will-redirect', listener: (event: Cancelable) => void): unknown
  on(event: 'will-attach-webview', listener: (event: Cancelable) => void): unknown
}

export interface ShellWindow {
  readonly webContents: ShellWebContents
  loadURL(url: string): Promise<void>
  show(): void
  focus(): void
  isMinimized(): boolean
  restore(): void
  destroy(): void
  isDestroyed(): boolean
  on(event: 'closed', listener: () => void): unknown
}

export interface WindowOptions {
  title?: string
  width?: number
  height?: number
  show?: boolean
  backgroundColor?: string
  autoHideMenuBar?: boolean
  webPreferences: {
    preload?: string
    javascript?: boolean
    sandbox: true
    contextIsolation: true
    nodeIntegration: false
    webviewTag: false
    navigateOnDragDrop: false
    spellcheck: false
    devTools: false
  }
}

/** What the gate needs to know of whoever calls (S10). */
export interface InvokeEvent {
  readonly sender: ShellWebContents
  readonly senderFrame: ShellFrame | null
}

export interface Shell {
  readonly app: {
    whenReady(): Promise<void>
    requestSingleInstanceLock(): boolean
    getPath(name: 'userData' | 'documents'): string
    quit(): void
    on(event: 'second-instance', listener: () => void): unknown
    on(event: 'window-all-closed', listener: () => void): unknown
  }
  readonly BrowserWindow: new (options: WindowOptions) => ShellWindow
  readonly ipcMain: {
    handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => unknown): void
  }
  readonly protocol: {
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void
  }
  readonly shell: {
    /** Called by electron/courriel alone, which lets only `mailto:` pass. */
    openExternal(url: string): Promise<void>
  }
  readonly powerMonitor: {
    on(event: 'suspend', listener: () => void): unknown
    on(event: 'resume', listener: () => void): unknown
    on(event: 'lock-screen', listener: () => void): unknown
  }
}

/** The same, for what the preload script requires. */
export interface ShellPreload {
  readonly contextBridge: {
    exposeInMainWorld(apiKey: string, api: Record<string, (...args: never[]) => unknown>): void
  }
  readonly ipcRenderer: {
    invoke(channel: string, ...args: unknown[]): Promise<unknown>
    on(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown
    removeListener(channel: string, listener: (event: unknown, ...args: unknown[]) => void): unknown
  }
}

/** A shell and the few things that are not Electron's API but differ from one host to the other. */
export interface Host {
  readonly nom: 'electron' | 'chromium'
  readonly shell: Shell
  /** The only origin whose main frame may call. */
  readonly origin: string
  /** Sentence of the banner when this host is not the product's normal one. */
  readonly secours: string | null
}
