import { spawnSync } from 'node:child_process'

/** Another program than ours reads the documents: poppler, installed when it is missing and the user may. */

type Outil = 'pdfinfo' | 'pdftotext' | 'pdftoppm' | 'pdffonts'

function lancer(outil: Outil, args: readonly string[]) {
  return spawnSync(outil, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

export function exigerPoppler(): void {
  if (lancer('pdfinfo', ['-v']).error === undefined) return
  if (process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { env, stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'poppler-utils'], {
      env,
      stdio: 'ignore',
    })
    if (lancer('pdfinfo', ['-v']).error === undefined) return
  }
  throw new Error(
    'Poppler manque pour relire les PDF : installez le paquet « poppler-utils » (sudo apt-get install poppler-utils), puis recommencez.',
  )
}

export function poppler(outil: Outil, ...args: string[]): string {
  const { status, stdout, stderr } = lancer(outil, args)
  if (status !== 0) throw new Error(`${outil} : ${stderr}`)
  return stdout
}

/** Text of the PDF with spaces made even, as a reader hears it. */
export function texteDe(pdf: string, ...options: string[]): string {
  return poppler('pdftotext', ...options, pdf, '-').replace(/\s+/g, ' ')
}
