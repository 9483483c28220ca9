import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const SOURCES = ['domain', 'db', 'electron', 'renderer', 'electron.vite.config.ts', 'package.json']
const BUILT = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds `out/` when a part is missing or older than what it is made from. */
export function ensureBuilt(): void {
  const made = BUILT.map((path) => join(ROOT, path))
  if (made.every(existsSync)) {
    const oldest = Math.min(...made.map((path) => statSync(path).mtimeMs))
    if (Math.max(...SOURCES.map((path) => newest(join(ROOT, path)))) < oldest) return
  }
  // Called by its file: the package does not mark its command as executable.
  const cli = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')
  const run = spawnSync(process.execPath, [cli, 'build'], { cwd: ROOT, encoding: 'utf8' })
  if (run.status === 0) return
  process.stderr.write(`${run.stdout}${run.stderr}`)
  throw new Error(
    'L’application n’a pas pu être construite\u00a0: lancez «\u00a0npm ci\u00a0», puis recommencez.',
  )
}

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
