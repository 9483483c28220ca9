import { join } from 'node:path'
import { ouvrirCourriel } from './courriel/index.ts'
import { printDocument } from './documents.ts'
import { CHANNEL_EVENT, CHANNEL_INVOKE } from './ipc/channel.ts'
import { type Evenement, ROUTES } from './ipc/contract.ts'
import { createRouter } from './ipc/router.ts'
import { isOurs } from './ipc/sender.ts'
import { Pages } from './pages.ts'
import { createHandlers, explain } from './routes.ts'
import { Session } from './session.ts'
import type { Host, ShellWindow } from './shell.ts'

export interface ApplicationOptions {
  host: Host
  /** Folder that holds the built `preload/` and `renderer/`. */
  built: string
  clock: () => Date
  log: (line: string) => void
}

export interface Application {
  readonly host: Host
  readonly window: ShellWindow
  close(): void
}

/** The program, whatever the host. `null` when another instance holds the data: it comes to the front. */
export async function startApplication(options: ApplicationOptions): Promise<Application | null> {
  const { host, built, clock, log } = options
  const { shell } = host
  if (!shell.app.requestSingleInstanceLock()) {
    shell.app.quit()
    return null
  }
  const session = new Session(shell.app.getPath('userData'), clock)
  session.oterExercicesPerdus()
  const pages = new Pages(join(built, 'renderer'))
  await shell.app.whenReady()
  shell.protocol.handle(new URL(host.origin).protocol.slice(0, -1), (request) => pages.respond(request))

  const window = new shell.BrowserWindow({
    title: 'Aiguillage',
    width: 1366,
    height: 768,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(built, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  })
  confine(window)

  function tell(event: Evenement): void {
    if (!window.isDestroyed()) window.webContents.send(CHANNEL_EVENT, JSON.stringify(event))
  }

  function lock(): void {
    session.verrouiller()
    void handlers['documents.annuler']({})
    tell({ type: 'verrouille' })
  }

  const handlers = createHandlers({
    session,
    secours: host.secours,
    clock,
    lock,
    tell,
    printPage: () => printPage(window),
    print: (page, pdfOptions, signal) =>
      printDocument({ shell, pages, origin: host.origin }, page, pdfOptions, signal),
    openMail: (url) => ouvrirCourriel(shell, url),
    documents: join(shell.app.getPath('documents'), 'Aiguillage'),
  })
  const router = createRouter({
    table: ROUTES,
    handlers,
    isOurs: (event) => isOurs(event, window.webContents, host.origin),
    isUnlocked: () => session.isUnlocked,
    explain,
    log,
  })
  shell.ipcMain.handle(CHANNEL_INVOKE, router)

  shell.app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  shell.app.on('window-all-closed', () => close())
  const away = () => {
    if (session.isUnlocked) lock()
  }
  shell.powerMonitor.on('suspend', away)
  shell.powerMonitor.on('resume', away)
  shell.powerMonitor.on('lock-screen', away)

  function close(): void {
    session.verrouiller()
    shell.app.quit()
  }

  await window.loadURL(`${host.origin}/`)
  return { host, window, close }
}

/** The page can neither leave nor open anything (S13). */
function confine({ webContents }: ShellWindow): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault()
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', refuse)
  webContents.on('will-frame-navigate', refuse)
  webContents.on('will-redirect', refuse)
  webContents.on('will-attach-webview', refuse)
}

function printPage(window: ShellWindow): Promise<void> {
  return new Promise((resolve) => {
    // A refusal is the user's « Annuler »: nothing to tell.
    window.webContents.print({ silent: false }, () => resolve())
  })
}
