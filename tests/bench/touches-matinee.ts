import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright/test'
import { requireChromium } from '../../scripts/chromium.ts'
import { creerCoffre, PHRASE, pageOf, startForTest } from '../e2e/fixtures.ts'
import { allerA, GESTES, type Geste } from './gestes-matinee.ts'
import { deposerMatinee } from './matinee.ts'
import { centile, type Mesure } from './mesures.ts'
import { type Banc, frapper, type Passe, preparer, type Touche } from './touches.ts'

const PASSES = 3
const TAILLE = { width: 1366, height: 696 }
/** Emulated processors: this one, and one four times slower. */
const RALENTIS = [
  { taux: 1, cible: 'pleine', dit: '' },
  { taux: 4, cible: 'ralentie', dit: ', processeur ÷ 4' },
] as const

/**
 * Every key of a morning, 12 dossiers on the board and 500 in the store, in the built application. Beside each time,
 * how many times that of an empty page with one field, measured in the same minute: the machine is shared.
 */
export async function benchTouchesMatinee(): Promise<Mesure[]> {
  const donnees = mkdtempSync(join(tmpdir(), 'aiguillage-bench-matinee-'))
  const folders = { donnees, documents: donnees }
  const navigateur = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] })
  try {
    const vierge = await preparer(await pageVierge(await navigateur.newPage({ viewport: TAILLE })))
    const premier = await startForTest(folders)
    const page = await pageOf(premier)
    await creerCoffre(page)
    await deposerMatinee(page)
    premier.application?.close()
    await premier.ended

    const second = await startForTest(folders, TAILLE)
    try {
      return await mesurer(await deverrouiller(await pageOf(second)), vierge)
    } finally {
      second.application?.close()
      await second.ended
    }
  } finally {
    await navigateur.close()
    rmSync(donnees, { recursive: true, force: true })
  }
}

async function pageVierge(page: Page): Promise<Page> {
  await page.setContent('<!doctype html><title>Vierge</title><input>')
  await page.locator('input').focus()
  return page
}

async function deverrouiller(page: Page): Promise<Banc> {
  await page.getByLabel('Phrase secrète').waitFor()
  await page.keyboard.type(PHRASE)
  await page.keyboard.press('Enter')
  await page.locator('tr[data-key]').first().waitFor()
  return preparer(page)
}

async function mesurer(banc: Banc, vierge: Banc): Promise<Mesure[]> {
  const mesures: Mesure[] = []
  for (const { taux, cible, dit } of RALENTIS) {
    let longue = 0
    for (const geste of GESTES) {
      const [passes, vides] = await jouer(geste, banc, vierge, taux)
      mesures.push(enMesure(`${geste.nom}${dit}, p95`, geste.cible[cible], passes, vides))
      if (geste.texte) longue = Math.max(longue, Math.min(...passes.map((p) => Math.max(0, ...p.longues))))
    }
    if (taux === 1)
      mesures.push({
        nom: 'plus longue tâche en tapant du texte',
        ratio: longue,
        cible: 50,
        unite: 'ms',
        detail: `0 : aucune n’a passé 50 ms, dans la plus calme des ${PASSES} passes de chaque champ`,
      })
  }
  return mesures
}

/** A slowed page spins even when idle: only the one that is measured is slowed, or it waits for the other's spinning. */
async function ralenti<T>({ cdp }: Banc, taux: number, faire: () => Promise<T>): Promise<T> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: taux })
  try {
    return await faire()
  } finally {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
}

/** Turn by turn with the empty page; a first time for nothing. */
async function jouer(geste: Geste, banc: Banc, vierge: Banc, taux: number): Promise<[Passe[], Passe[]]> {
  const passes: Passe[] = []
  const vides: Passe[] = []
  for (let passe = 0; passe <= PASSES; passe++) {
    const vide = await ralenti(vierge, taux, () => frapper(vierge, [...'azertyuiop']))
    const faite = await ralenti(banc, taux, async () => {
      await allerA(banc.page, geste.ecran)
      return geste.jouer(banc)
    })
    if (passe === 0) continue
    vides.push(vide)
    passes.push(faite)
  }
  return [passes, vides]
}

function enMesure(nom: string, cible: number, passes: readonly Passe[], vides: readonly Passe[]): Mesure {
  const toutes = (quoi: (t: Touche) => number, de: readonly Passe[]) => de.flatMap((p) => p.touches.map(quoi))
  const mediane = (quoi: (t: Touche) => number, de = passes) => centile(toutes(quoi, de), 0.5)
  const calme = (de: readonly Passe[]) =>
    Math.min(
      ...de.map((p) =>
        centile(
          p.touches.map((t) => t.travail),
          0.95,
        ),
      ),
    )
  const ms = (x: number) => `${x.toFixed(1)} ms`
  const fois = (quoi: (t: Touche) => number) =>
    `${(mediane(quoi) / mediane(quoi, vides)).toFixed(1)} × la page vierge`
  return {
    nom,
    ratio: calme(passes),
    cible,
    unite: 'ms',
    detail: `la plus calme de ${PASSES} passes (page vierge ${ms(calme(vides))}) ; toutes : médiane ${ms(mediane((t) => t.travail))} (${fois((t) => t.travail)}), p95 ${ms(
      centile(
        toutes((t) => t.travail, passes),
        0.95,
      ),
    )} ; processeur ${ms(mediane((t) => t.processeur))} (${fois((t) => t.processeur)}), dont script ${ms(mediane((t) => t.script))}, style ${ms(mediane((t) => t.style))}, mise en page ${ms(mediane((t) => t.miseEnPage))}`,
  }
}
