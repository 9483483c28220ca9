import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { nomFichier } from '../../domain/index.ts'
import { writeVersion } from '../../electron/documents.ts'
import { modeleParDefaut, versDocx, versOdt } from '../../electron/formats/index.ts'
import { documentHtml, lirePolices, produirePdf } from '../../electron/impression/index.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { avecImprimante } from '../../scripts/imprimer.ts'
import { audience, contenus } from '../documents/exemples.ts'
import { centile, type Mesure } from './mesures.ts'

const TOURS = 12
const CHAUFFE = 3

/**
 * The fiche against a bare `page.pdf()` of the same HTML in the same browser build, turn by turn; from content to file;
 * the bound sheets of twelve people; Word and OpenDocument files, and the longest time that one of them holds the
 * main process.
 */
export async function benchDocuments(): Promise<Mesure[]> {
  const dossier = mkdtempSync(join(tmpdir(), 'aiguillage-bench-documents-'))
  const polices = await lirePolices()
  const executable = requireChromium()
  const { fiche } = contenus()
  const nu = await chromium.launch({ executablePath: executable, chromiumSandbox: process.getuid?.() !== 0 })
  try {
    return await avecImprimante(executable, async (imprimer) => {
      const { html } = documentHtml(fiche, { polices })
      const notre: number[] = []
      const brut: number[] = []
      const fichier: number[] = []
      for (let tour = 0; tour < TOURS + CHAUFFE; tour += 1) {
        const gardes = tour < CHAUFFE ? [[], [], []] : [notre, brut, fichier]
        gardes[0]?.push(await duree(() => produirePdf(fiche, polices, imprimer)))
        gardes[1]?.push(await duree(() => pageNue(nu, html)))
        gardes[2]?.push(
          await duree(async () => {
            const { pdf } = await produirePdf(fiche, polices, imprimer)
            await writeVersion(dossier, nomFichier(fiche), pdf)
          }),
        )
      }
      const [a, b, c] = [notre, brut, fichier].map((t) => centile(t, 0.5)) as [number, number, number]
      const relies = await duree(() => produirePdf(audience(12), polices, imprimer))
      return [
        {
          nom: 'fiche PDF / page.pdf() nue du même HTML',
          ratio: a / b,
          cible: 1.2,
          detail: `médianes de ${TOURS}\u00a0: ${ms(a)} contre ${ms(b)}`,
        },
        {
          nom: 'fiche, du contenu au fichier',
          ratio: c,
          cible: 300,
          unite: 'ms',
          detail: `médiane de ${TOURS}`,
        },
        {
          nom: 'dossier d’audience, 12 personnes',
          ratio: relies,
          cible: 5000,
          unite: 'ms',
          detail: 'un PDF, 25 pages',
        },
        ...(await bureautique()),
      ]
    })
  } finally {
    await nu.close()
    rmSync(dossier, { recursive: true, force: true })
  }
}

async function pageNue(navigateur: Awaited<ReturnType<typeof chromium.launch>>, html: string): Promise<void> {
  const page = await navigateur.newPage()
  try {
    await page.setContent(html)
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  } finally {
    await page.close()
  }
}

/** The first call loads the library; the longest stretch without a turn of the event loop is what a window would feel. */
async function bureautique(): Promise<Mesure[]> {
  const { fiche } = contenus()
  const modele = await modeleParDefaut()
  const mesures: Mesure[] = []
  for (const [nom, ecrire] of [
    ['DOCX', () => versDocx(fiche)],
    ['ODT', () => versOdt(fiche, modele)],
  ] as const) {
    const premiere = await duree(ecrire)
    const temps: number[] = []
    const bloc = monitorEventLoopDelay({ resolution: 2 })
    bloc.enable()
    for (let i = 0; i < TOURS; i += 1) {
      temps.push(await duree(ecrire))
      // The loop has to turn for a stretch to be seen.
      await pause(10)
    }
    bloc.disable()
    const detail = `premier appel ${ms(premiere)}, plus longue tâche ${ms(bloc.max / 1e6)}`
    mesures.push({
      nom: `fiche ${nom}, médiane`,
      ratio: centile(temps, 0.5),
      cible: 300,
      unite: 'ms',
      detail,
    })
  }
  return mesures
}

async function duree(travail: () => Promise<unknown>): Promise<number> {
  const debut = performance.now()
  await travail()
  return performance.now() - debut
}

const ms = (x: number) => `${x.toFixed(0)} ms`
