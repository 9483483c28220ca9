import { openChromiumHost } from '../../electron/chromium/host.ts'

/** A blank template: the same host and one page with one script, and nothing of the product. */
const [executable = '', donnees = ''] = process.argv.slice(2)
const host = await openChromiumHost({
  executable,
  donnees,
  documents: donnees,
  sandbox: process.getuid?.() !== 0,
  headless: true,
  secours: null,
})
const { shell, origin } = host
await shell.app.whenReady()
shell.protocol.handle('https', ({ url }) =>
  url.endsWith('.js')
    ? new Response('document.body.append(document.createElement("input"))', {
        headers: { 'Content-Type': 'text/javascript' },
      })
    : new Response('<!doctype html><title>Vierge</title><script type="module" src="/main.js"></script>', {
        headers: { 'Content-Type': 'text/html' },
      }),
)
const window = new shell.BrowserWindow({
  webPreferences: {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  },
})
await window.loadURL(`${origin}/`)
await (await window.page).locator('input').waitFor()
process.stdout.write(`${performance.now()}\n`)
shell.app.quit()
await host.ended
