import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright/test'
import type { Dossier } from '../../domain/index.ts'
import { expect, test } from './fixtures.ts'
import { deverrouiller, dossiersDuJour, ouvrir } from './gestes.ts'
import { douzePersonnes } from './matinee.ts'

/** Twelve people triaged by script while the process is killed: what was said to be saved is there, and the morning ends. */

const ENFANT = join(import.meta.dirname, 'matinee-enfant.ts')
const MORTS = 4
const VIE_MS = 6000

interface Vie {
  dites: string[]
  fini: boolean
}

/** Lives a moment after its first acknowledged act, then dies at once, unless it is left to finish. */
async function vivre(donnees: string, documents: string, tuer: boolean): Promise<Vie> {
  const enfant = spawn(process.execPath, [ENFANT, donnees, documents], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lignes: string[] = []
  createInterface({ input: enfant.stdout }).on('line', (l) => lignes.push(l))
  const sortie = once(enfant, 'exit')
  if (tuer) {
    while (lignes.length === 0 && enfant.exitCode === null)
      await new Promise((suite) => setTimeout(suite, 50))
    await new Promise((suite) => setTimeout(suite, Math.random() * VIE_MS))
    enfant.kill('SIGKILL')
  }
  await sortie
  const fini = lignes.includes('"fini"')
  const derniere = lignes.filter((l) => l.startsWith('[') && l.endsWith(']')).at(-1)
  return { dites: JSON.parse(derniere ?? '[]'), fini }
}

const QUESTIONS = [
  'addiction.conduite',
  'logement.sansLogementStable',
  'psy.troubleDeclare',
  'accord.evaluation',
]

/** What the board says is what the store holds. */
async function compter(page: Page, dossiers: readonly Dossier[]): Promise<void> {
  const nombre = (...faits: readonly string[]) =>
    dossiers.filter((d) => faits.every((f) => d.declarations.some((x) => x.fait === f))).length
  await expect(page.getByRole('row').nth(12)).toBeVisible()
  await expect(page.locator('tbody').getByText('vu à')).toHaveCount(nombre('permanence.vuA'))
  await expect(page.getByText(`${nombre(...QUESTIONS)}/12 traités`)).toBeVisible()
  const fautes = nombre('demande.apcars')
  if (fautes > 0) await expect(page.getByText(`Non fait\u00a0: faute de temps ${fautes}`)).toBeVisible()
}

// Not proven yet: the board counts fewer « vu » than the store holds; the script's focus or the board is at fault.
test.fixme('douze personnes, le processus tué quatre fois : rien de dit ne manque, la matinée finit', async ({
  app,
}) => {
  test.setTimeout(600_000)
  test.skip(app.hote !== 'chromium', 'the child runs the Chromium host')
  await douzePersonnes(await ouvrir(app))
  await app.fermer()

  let fini = false
  for (let mort = 0; mort < MORTS && !fini; mort++) {
    const vie = await vivre(app.donnees, app.documents, true)
    expect(vie.dites.length).toBeGreaterThan(0)
    fini = vie.fini
    const page = await app.relancer()
    await deverrouiller(page)
    const dossiers = await dossiersDuJour(page)
    expect(dossiers).toHaveLength(12)
    const gardees = dossiers.flatMap((d) => d.declarations.map((x) => x.id))
    expect(gardees).toEqual(expect.arrayContaining(vie.dites))
    await compter(page, dossiers)
    await app.fermer()
  }
  if (!fini) ({ fini } = await vivre(app.donnees, app.documents, false))
  expect(fini).toBe(true)

  const page = await app.relancer()
  await deverrouiller(page)
  await expect(page.getByRole('row').nth(12)).toBeVisible()
  await expect(page.getByText('12/12 traités')).toBeVisible()
  const ordre = await page.locator('tbody th b').allTextContents()
  for (const { declarations } of await dossiersDuJour(page)) {
    const dits = declarations.map((d) => d.fait)
    for (const fait of [
      'permanence.vuA',
      'permanence.note',
      'demande.apcars',
      'addiction.conduite',
      'accord.evaluation',
    ])
      expect(dits.filter((f) => f === fait)).toHaveLength(1)
  }

  await page.keyboard.press('Control+Shift+P')
  const statut = page.getByRole('contentinfo').getByRole('status')
  await expect(statut).toHaveText(/^Dossier d’audience prêt\s: /, { timeout: 120_000 })
  const fichier = ((await statut.textContent()) ?? '').replace(/^[^:]+: /, '').replace(/\. [A-ZÀ-Ü].*$/, '')
  const texte = execFileSync('pdftotext', [fichier, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  const places = ordre.map((nom) => texte.indexOf(nom.trim()))
  expect(places.every((p) => p >= 0)).toBe(true)
  expect([...places].sort((a, b) => a - b)).toEqual(places)
  // The private note of the magistrate reaches no paper.
  expect(texte).not.toContain('rappeler pour')
})
