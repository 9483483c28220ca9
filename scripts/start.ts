import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.ts'
import { requireChromium } from './chromium.ts'

const ROOT = join(import.meta.dirname, '..')
const ELECTRON = join(ROOT, 'node_modules/electron')
/** Beyond this, the machine has no way out: the user is not kept waiting. */
const FETCH_MS = 90_000
const NBSP = '\u00a0'

await start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})

async function start(): Promise<void> {
  if (!hasDisplay()) {
    say(`Pas d’écran sur cette machine${NBSP}: démonstration sans fenêtre.`)
    await demonstrate()
    return
  }
  ensureBuilt()
  const electron = isRoot() ? null : electronBinary()
  if (electron !== null) {
    process.exitCode = await runElectron(electron)
    return
  }
  const reason = isRoot() ? 'ne se lance pas en administrateur (root)' : 'n’a pas pu être téléchargé'
  say(`Electron ${reason}${NBSP}: Aiguillage s’ouvre dans Chromium, en mode secours.`)
  await runChromium()
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Electron's binary, fetched by its own installer when it is missing and can be had in a short time. */
function electronBinary(): string | null {
  const found = installed()
  if (found !== null) return found
  process.stderr.write(`Electron${NBSP}: téléchargement (${FETCH_MS / 1000} s au plus)…\n`)
  spawnSync(process.execPath, [join(ELECTRON, 'install.js')], { timeout: FETCH_MS, stdio: 'ignore' })
  return installed()
}

function installed(): string | null {
  const pathFile = join(ELECTRON, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

function runElectron(binary: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, [ROOT], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function runChromium(): Promise<void> {
  const main: typeof import('../electron/main.ts') = await import(join(ROOT, 'out/main/index.js'))
  const { application, ended } = await main.startInChromium({ executable: requireChromium() })
  if (application === null) say(`Aiguillage est déjà ouvert${NBSP}: sa fenêtre passe devant.`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => application?.close())
  await ended
}

async function demonstrate(): Promise<void> {
  const { demonstration } = await import('./demonstration.ts')
  await demonstration()
}
