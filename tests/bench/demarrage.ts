import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { requireChromium } from '../../scripts/chromium.ts'
import { creerCoffre, pageOf, startForTest } from '../e2e/fixtures.ts'

const ROOT = join(import.meta.dirname, '../..')
const TOURS = 5
const CIBLE = 1.5

/**
 * Start of the process to a window that can be used, ours over a blank template: same host, same run,
 * turn by turn so that a busy moment weighs on both.
 */
export async function benchDemarrage(): Promise<
  { nom: string; ratio: number; cible: number; detail: string }[]
> {
  const executable = requireChromium()
  const vierge = await bundleBlank()
  const donnees = mkdtempSync(join(tmpdir(), 'aiguillage-bench-'))
  const vide = mkdtempSync(join(tmpdir(), 'aiguillage-bench-vierge-'))
  try {
    const started = await startForTest({ donnees, documents: donnees })
    await creerCoffre(await pageOf(started))
    started.application?.close()
    await started.ended

    const application: number[] = []
    const modele: number[] = []
    for (let tour = 0; tour < TOURS; tour += 1) {
      modele.push(time(vierge, executable, vide))
      application.push(time(join(import.meta.dirname, 'fenetre-application.ts'), executable, donnees))
    }
    const [nous, eux] = [median(application), median(modele)]
    const detail = `médianes de ${TOURS} : écran verrouillé ${Math.round(nous)} ms, fenêtre vierge ${Math.round(eux)} ms`
    return [{ nom: 'démarrage jusqu’à la fenêtre utilisable', ratio: nous / eux, cible: CIBLE, detail }]
  } finally {
    for (const folder of [donnees, vide]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Bundled like our own main process, so that neither pays for reading TypeScript. */
async function bundleBlank(): Promise<string> {
  const outDir = join(ROOT, 'out/vierge')
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'fenetre-vierge.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node24',
    },
    ssr: { external: ['playwright-core'] },
  })
  return join(outDir, 'fenetre-vierge.js')
}

function time(script: string, executable: string, folder: string): number {
  return Number(
    execFileSync(process.execPath, [script, executable, folder], { encoding: 'utf8', timeout: 60_000 }),
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
