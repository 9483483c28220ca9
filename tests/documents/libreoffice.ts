import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** LibreOffice opens what we write, installed when it is missing and the user may. */

function presente(): boolean {
  return spawnSync('soffice', ['--version'], { stdio: 'ignore' }).error === undefined
}

export function exigerLibreOffice(): void {
  if (presente()) return
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
    const paquet = 'libreoffice-writer-nogui'
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', paquet], { env, stdio: 'ignore' })
    if (presente()) return
  }
  throw new Error(
    'LibreOffice manque pour relire les documents : installez le paquet « libreoffice-writer-nogui » (sudo apt-get install libreoffice-writer-nogui), puis recommencez.',
  )
}

/** Several files in one start of LibreOffice, which takes seconds; its own profile, so that nobody's is touched. */
export function convertir(vers: string, fichiers: readonly string[], dossier: string): void {
  const profil = `-env:UserInstallation=${pathToFileURL(join(dossier, 'profil')).href}`
  const args = [profil, '--headless', '--convert-to', vers, '--outdir', dossier, ...fichiers]
  const { status, stderr } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 })
  if (status !== 0) throw new Error(`soffice : ${stderr}`)
}
