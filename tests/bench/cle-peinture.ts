import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import type { Dossier } from '../../domain/index.ts'
import { creerCoffre, obtenir, PHRASE, pageOf, startForTest } from '../e2e/fixtures.ts'
import { centile, type Mesure } from './mesures.ts'

const CAS = join(import.meta.dirname, '../acceptation/cas/orientation/v01-f.json')
const PASSES = 5
const TOURS = 12
const CHAUFFE = 10

/** What the page notes for one key, in milliseconds since the browser received it. */
interface Touche {
  /** The last change of the page before the frame: rules read, React committed. */
  calcul: number
  /** The browser begins the next frame. */
  image: number
  /** The frame is drawn. */
  peinture: number
  change: boolean
}

/**
 * From a key pressed on a triage line to the frame that shows the new orientation, in the built application over
 * the real renderer, on a full dossier with its record. The clock starts when the browser received the key and
 * stops in the first task after the frame, which a message posted from `requestAnimationFrame` reaches. The wait
 * for the screen's next refresh, at most one period, is nobody's work and is left out; the whole is shown beside.
 */
export async function benchClePeinture(): Promise<Mesure[]> {
  const donnees = mkdtempSync(join(tmpdir(), 'aiguillage-bench-cle-'))
  const folders = { donnees, documents: donnees }
  try {
    const premier = await startForTest(folders)
    const page = await pageOf(premier)
    await creerCoffre(page)
    await deposer(page)
    premier.application?.close()
    await premier.ended

    const second = await startForTest(folders, { width: 1366, height: 696 })
    try {
      return await mesurer(await pageOf(second))
    } finally {
      second.application?.close()
      await second.ended
    }
  } finally {
    rmSync(donnees, { recursive: true, force: true })
  }
}

/** The reference vignette, heard today; a fresh copy of every id. */
async function deposer(page: Page): Promise<void> {
  const { dossier } = JSON.parse(readFileSync(CAS, 'utf8')) as { dossier: Dossier }
  const { maintenant } = await obtenir(page, 'application.etat', {})
  const dateAudience = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(
    new Date(maintenant),
  )
  await obtenir(page, 'dossiers.creer', {
    id: randomUUID(),
    dateAudience,
    identite: { personne: dossier.personne },
    declarations: dossier.declarations.map((d) => ({ ...d, id: randomUUID() })),
  })
}

async function mesurer(page: Page): Promise<Mesure[]> {
  await page.getByLabel('Phrase secrète').waitFor()
  await page.keyboard.type(PHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Verrouillé' }).waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup').first().waitFor()
  // The triage opens on the first line without an answer.
  for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowUp')
  await page.evaluate(installer)

  const pleine = await frapper(page)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const ralentie = await frapper(page)
  return [
    enMesure('touche → orientation peinte, p95', pleine, 16),
    enMesure('touche → orientation peinte, processeur ÷ 4, p95', ralentie, 50),
  ]
}

const PERIODE = 1000 / 60

const travail = (t: Touche) => t.peinture - Math.min(PERIODE, Math.max(0, t.image - t.calcul))

/** As for the rules, the quietest pass counts and the worst is shown: the machine is shared. */
function enMesure(nom: string, passes: readonly (readonly Touche[])[], cible: number): Mesure {
  const p95 = (quoi: (t: Touche) => number) =>
    passes.map((touches) => centile(touches.map(quoi), 0.95)).sort((x, y) => x - y)
  const ms = (x = Number.NaN) => `${x.toFixed(1)} ms`
  const parTravail = p95(travail)
  return {
    nom,
    ratio: parTravail[0] ?? Number.NaN,
    cible,
    unite: 'ms',
    detail: `la plus calme de ${PASSES} passes de ${TOURS * 2} touches, la pire ${ms(parTravail.at(-1))} ; calcul seul ${ms(p95((t) => t.calcul)[0])}, attente de l’écran comprise ${ms(p95((t) => t.peinture)[0])}`,
  }
}

/** Answers the first line, no then yes, so that every key turns a reading over. */
async function frapper(page: Page): Promise<Touche[][]> {
  await passer(page, CHAUFFE)
  const passes: Touche[][] = []
  for (let passe = 0; passe < PASSES; passe++) passes.push(await passer(page, TOURS))
  return passes
}

async function passer(page: Page, tours: number): Promise<Touche[]> {
  for (let tour = 0; tour < tours; tour++)
    for (const touche of ['n', 'ArrowUp', 'o', 'ArrowUp']) {
      await page.keyboard.press(touche)
      await page.evaluate(attendre)
    }
  const touches = await page.evaluate(relever)
  if (touches.length !== tours * 2) throw new Error(`${touches.length} keys were seen`)
  if (touches.some((t) => !t.change)) throw new Error('a key left the orientation as it was')
  return touches
}

// The three functions below run in the page.

interface Releve {
  touches: Touche[]
  enCours: Promise<void>
}

function installer(): void {
  const releve: Releve = { touches: [], enCours: Promise.resolve() }
  Object.assign(window, { releve })
  // One channel for all: opening one costs as much as a tenth of what is measured.
  const { port1, port2 } = new MessageChannel()
  const suites: (() => void)[] = []
  port1.onmessage = () => suites.shift()?.()
  /** In a task of its own, once the current one is over. */
  const apres = (faire: () => void) => {
    suites.push(faire)
    port2.postMessage(null)
  }
  const volet = () => document.querySelector('[aria-label="Orientation"]')?.textContent ?? ''
  window.addEventListener(
    'keydown',
    (e) => {
      if (e.key !== 'o' && e.key !== 'n') return
      const avant = volet()
      const depuis = () => performance.now() - e.timeStamp
      releve.enCours = new Promise((fini) => {
        let calcul = depuis()
        // A task posted here would wait for the frame; a mutation is told as soon as React has committed it.
        const observateur = new MutationObserver(() => {
          calcul = depuis()
        })
        observateur.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        })
        requestAnimationFrame(() => {
          const image = depuis()
          observateur.disconnect()
          apres(() => {
            releve.touches.push({ calcul, image, peinture: depuis(), change: volet() !== avant })
            fini()
          })
        })
      })
    },
    { capture: true },
  )
}

function attendre(): Promise<void> {
  return (window as unknown as { releve: Releve }).releve.enCours
}

function relever(): Touche[] {
  return (window as unknown as { releve: Releve }).releve.touches.splice(0)
}
