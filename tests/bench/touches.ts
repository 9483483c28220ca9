import type { CDPSession, Page } from 'playwright/test'

/** What one key costs, in milliseconds. */
export interface Touche {
  /** From the key in the browser to the frame drawn, less the wait for the screen's next refresh. */
  travail: number
  /** The same, the wait included. */
  peinture: number
  /** Processor time of the page's main thread, all that the key started included: another process takes nothing from it. */
  processeur: number
  script: number
  style: number
  miseEnPage: number
}

export interface Passe {
  touches: Touche[]
  /** Tasks over 50 ms meanwhile. */
  longues: number[]
}

export interface Banc {
  page: Page
  cdp: CDPSession
}

export async function preparer(page: Page): Promise<Banc> {
  await page.evaluate(installer)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, cdp }
}

const COMPTEURS = {
  processeur: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  miseEnPage: 'LayoutDuration',
} as const

async function compteurs({ cdp }: Banc): Promise<Record<keyof typeof COMPTEURS, number>> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const lire = (nom: string) => (metrics.find((m) => m.name === nom)?.value ?? Number.NaN) * 1000
  return {
    processeur: lire(COMPTEURS.processeur),
    script: lire(COMPTEURS.script),
    style: lire(COMPTEURS.style),
    miseEnPage: lire(COMPTEURS.miseEnPage),
  }
}

/** One key after the other, each waited for; `comptees` picks the keys that count, `pause` ends them. */
export async function frapper(
  banc: Banc,
  touches: readonly string[],
  comptees?: (t: string) => boolean,
  pause = 0,
): Promise<Passe> {
  const { page } = banc
  const mesurees: Touche[] = []
  await page.evaluate(relever)
  for (const touche of touches) {
    const avant = await compteurs(banc)
    await page.keyboard.press(touche)
    const temps = await page.evaluate(attendre)
    const apres = await compteurs(banc)
    if (temps === null) throw new Error(`the page did not receive ${touche}`)
    if (comptees && !comptees(touche)) continue
    mesurees.push({
      travail: temps.peinture - Math.min(PERIODE, Math.max(0, temps.image - temps.calcul)),
      peinture: temps.peinture,
      processeur: apres.processeur - avant.processeur,
      script: apres.script - avant.script,
      style: apres.style - avant.style,
      miseEnPage: apres.miseEnPage - avant.miseEnPage,
    })
  }
  await page.waitForTimeout(pause)
  return { touches: mesurees, longues: await page.evaluate(relever) }
}

const PERIODE = 1000 / 60

// The functions below run in the page.

interface Temps {
  calcul: number
  image: number
  peinture: number
}

interface Releve {
  enCours: Promise<Temps> | null
  longues: number[]
}

/**
 * The clock starts when the browser received the key and stops in the first task after the frame, which a message
 * posted from `requestAnimationFrame` reaches.
 */
function installer(): void {
  const releve: Releve = { enCours: null, longues: [] }
  Object.assign(window, { releve })
  const { port1, port2 } = new MessageChannel()
  const suites: (() => void)[] = []
  port1.onmessage = () => suites.shift()?.()
  const apres = (faire: () => void) => {
    suites.push(faire)
    port2.postMessage(null)
  }
  new PerformanceObserver((liste) => {
    for (const { duration } of liste.getEntries()) releve.longues.push(duration)
  }).observe({ type: 'longtask' })
  window.addEventListener(
    'keydown',
    (e) => {
      if (['Control', 'Shift', 'Alt'].includes(e.key)) return
      const depuis = () => performance.now() - e.timeStamp
      let calcul = depuis()
      // A mutation is told as soon as it is committed; a letter typed is the browser's own, and told by `input`.
      const noter = () => {
        calcul = depuis()
      }
      const observateur = new MutationObserver(noter)
      observateur.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
      releve.enCours = new Promise((fini) => {
        requestAnimationFrame(() => {
          const image = depuis()
          observateur.disconnect()
          apres(() => fini({ calcul, image, peinture: depuis() }))
        })
      })
    },
    { capture: true },
  )
}

async function attendre(): Promise<Temps | null> {
  const { releve } = window as unknown as { releve: Releve }
  const temps = await releve.enCours
  releve.enCours = null
  return temps
}

function relever(): number[] {
  return (window as unknown as { releve: Releve }).releve.longues.splice(0)
}
