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

/** A page to PDF in a hidden window without script; nothing is written on the way. */
export async function printDocument(
  printer: Printer,
  page: Imprimable,
  options: PdfOptions,
): Promise<Uint8Array> {
  const { shell, pages, origin } = printer
  const window = new shell.BrowserWindow(HIDDEN)
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  const path = pages.publish(page)
  try {
    await window.loadURL(`${origin}${path}`)
    return await window.webContents.printToPDF(options)
  } finally {
    pages.withdraw(path)
    window.destroy()
  }
}

/** Writes `<base>_vN.pdf` under the first N that is free. An earlier document is never replaced. */
export async function writeVersion(folder: string, base: string, pdf: Uint8Array): Promise<string> {
  const taken = new Set(await namesIn(folder))
  for (let version = 1; ; version += 1) {
    const name = `${base}_v${version}.pdf`
    if (taken.has(name)) continue
    const file = join(folder, name)
    try {
      await writeWhole(file, pdf, { replace: false })
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
