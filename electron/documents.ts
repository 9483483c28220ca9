import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FileError, writeWhole } from './files/index.ts'
import type { Imprimable } from './impression/index.ts'
import type { Pages } from './pages.ts'
import type { PdfOptions, Shell, WindowOptions } from './shell.ts'

const HIDDEN: WindowOptions = {
  show: false,
  webPreferences: {
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  },
}

export interface Printer {
  shell: Shell
  pages: Pages
  origin: string
}

/** A page to PDF in a hidden window without script; nothing is written on the way. `signal` closes the window at once. */
export async function printDocument(
  printer: Printer,
  page: Imprimable,
  options: PdfOptions,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const { shell, pages, origin } = printer
  const window = new shell.BrowserWindow(HIDDEN)
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const path = pages.publish(page)
  const printed = window.loadURL(`${origin}${path}`).then(() => window.webContents.printToPDF(options))
  try {
    return await unlessAborted(printed, signal)
  } finally {
    pages.withdraw(path)
    window.destroy()
  }
}

/** A window that is closed may never answer: the signal does. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

/** Writes `<base>_vN.<extension>` under the first N that is free. An earlier document is never replaced. */
export async function writeVersion(
  folder: string,
  base: string,
  content: Uint8Array | string,
  extension: 'pdf' | 'docx' | 'odt' | 'txt' | 'json' = 'pdf',
): Promise<string> {
  const taken = new Set(await namesIn(folder))
  for (let version = 1; ; version += 1) {
    const name = `${base}_v${version}.${extension}`
    if (taken.has(name)) continue
    const file = join(folder, name)
    try {
      await writeWhole(file, content, { replace: false })
      return file
    } catch (error) {
      // Someone took this name in between: try the next one.
      if (!(error instanceof FileError) || error.code !== 'fichier-existant') throw error
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true })
    return await readdir(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new FileError('disque-plein', code)
    if (code === 'EROFS') throw new FileError('lecture-seule', code)
    throw new FileError('acces-refuse', code)
  }
}
