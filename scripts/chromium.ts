import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Debian's binary before its wrapper script, which also loads the extensions installed on the machine. */
const PLACES = ['/usr/lib/chromium/chromium', '/usr/bin/chromium']
const NAMES = ['chromium', 'chromium-browser']

export const CHROMIUM_MANQUE =
  'Chromium manque sur ce poste\u00a0: installez le paquet «\u00a0chromium\u00a0» (sudo apt-get install chromium), puis recommencez.'

export function findChromium(
  places: readonly string[] = PLACES,
  path = process.env.PATH ?? '',
): string | null {
  const onPath = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...places, ...onPath].find(isExecutable) ?? null
}

/** Installs Debian's package where the user may (root); otherwise one sentence says what to install. */
export function requireChromium(
  find: () => string | null = findChromium,
  isRoot = process.getuid?.() === 0,
): string {
  const found = find()
  if (found !== null) return found
  if (isRoot && isExecutable('/usr/bin/apt-get')) {
    process.stderr.write('Chromium manque : installation du paquet Debian « chromium »…\n')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'chromium-sandbox'], {
      env,
      stdio: 'ignore',
    })
    const installed = find()
    if (installed !== null) return installed
  }
  throw new Error(CHROMIUM_MANQUE)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// As a command: `node scripts/chromium.ts` before the tests that need it.
if (import.meta.main) {
  try {
    requireChromium()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
