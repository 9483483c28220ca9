import { spawn } from 'node:child_process'
import { exigerMailto } from '../courriel/index.ts'

/** The mail program may stay open for hours: what has not failed by then has started. */
const STARTED_MS = 3_000

/** What Electron's `shell.openExternal` does on Linux: `xdg-open`, without any shell between. */
export function openMail(url: string): Promise<void> {
  exigerMailto(url)
  return new Promise((resolve, reject) => {
    const child = spawn('xdg-open', [url], { detached: true, stdio: 'ignore', shell: false })
    const started = setTimeout(resolve, STARTED_MS)
    child.once('error', (error) => {
      clearTimeout(started)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(started)
      if (code === 0) resolve()
      else reject(new Error(`xdg-open ${code}`))
    })
    child.unref()
  })
}
