import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from 'playwright/test'
import { type CleFait, type Dossier, declarationsVivantes } from '../../domain/index.ts'
import { expect, test } from './fixtures.ts'
import { deverrouiller, dossiersDuJour, ouvrir } from './gestes.ts'
import { douzePersonnes } from './matinee.ts'

/** Twelve people triaged by script while the process is killed: what was said to be saved is there, and the morning ends. */

const ENFANT = join(import.meta.dirname, 'matinee-enfant.ts')
/** How many acts each life has acknowledged when it is marked to die, anywhere in the act that follows. */
const MORTS = [1, 9, 16, 23]
/** Of an act, before two were seen. */
const ACTE_MS = 300

interface Vie {
  dites: string[]
  fini: boolean
}

/** Acknowledges so many acts, then dies at once in the middle of another, unless it is left to finish. */
async function vivre(donnees: string, documents: string, actes: number | null): Promise<Vie> {
  const enfant = spawn(process.execPath, [ENFANT, donnees, documents], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lignes: string[] = []
  const instants: number[] = []
  createInterface({ input: enfant.stdout }).on('line', (l) => {
    lignes.push(l)
    instants.push(performance.now())
  })
  const sortie = once(enfant, 'exit')
  if (actes !== null) {
    while (lignes.length < actes && enfant.exitCode === null)
      await new Promise((suite) => setTimeout(suite, 50))
    // At the pace of this machine: a fast one would otherwise finish the morning before its last death.
    const [premier = 0, dernier = 0] = [instants[0], instants.at(-1)]
    const acte = instants.length < 2 ? ACTE_MS : (dernier - premier) / (instants.length - 1)
    await new Promise((suite) => setTimeout(suite, Math.random() * acte))
    enfant.kill('SIGKILL')
  }
  await sortie
  const fini = lignes.includes('"fini"')
  const derniere = lignes.filter((l) => l.startsWith('[') && l.endsWith(']')).at(-1)
  return { dites: JSON.parse(derniere ?? '[]'), fini }
}

const QUESTIONS: readonly CleFait[] = [
  'addiction.conduite',
  'logement.sansLogementStable',
  'psy.troubleDeclare',
  'accord.evaluation',
]

/** The board writes names in capitals, a paper may not. */
function plier(texte: string): string {
  return texte.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('fr')
}

/** What the board says is what the store holds. */
async function compter(page: Page, dossiers: readonly Dossier[]): Promise<void> {
  const nombre = (...faits: readonly CleFait[]) =>
    dossiers.filter((d) => faits.every((f) => declarationsVivantes(d, f).length > 0)).length
  await expect(page.getByRole('row').nth(12)).toBeVisible()
  await expect(page.locator('tbody').getByText('vu à')).toHaveCount(nombre('permanence.vuA'))
  await expect(page.getByText(`${nombre(...QUESTIONS)}/12 traités`)).toBeVisible()
  const fautes = nombre('demande.apcars')
  if (fautes > 0) await expect(page.getByText(`Non fait\u00a0: faute de temps ${fautes}`)).toBeVisible()
}

test('douze personnes, le processus tué quatre fois : rien de dit ne manque, la matinée finit', async ({
  app,
}) => {
  test.setTimeout(600_000)
  test.skip(app.hote !== 'chromium', 'the child runs the Chromium host')
  await douzePersonnes(await ouvrir(app))
  await app.fermer()

  for (const actes of MORTS) {
    const vie = await vivre(app.donnees, app.documents, actes)
    expect(vie.dites.length).toBeGreaterThan(0)
    // Each death falls in the middle of the morning.
    expect(vie.fini).toBe(false)
    const page = await app.relancer()
    await deverrouiller(page)
    const dossiers = await dossiersDuJour(page)
    expect(dossiers).toHaveLength(12)
    const gardees = dossiers.flatMap((d) => d.declarations.map((x) => x.id))
    expect(gardees).toEqual(expect.arrayContaining(vie.dites))
    await compter(page, dossiers)
    await app.fermer()
  }
  expect((await vivre(app.donnees, app.documents, null)).fini).toBe(true)

  const page = await app.relancer()
  await deverrouiller(page)
  await expect(page.getByRole('row').nth(12)).toBeVisible()
  await expect(page.getByText('12/12 traités')).toBeVisible()
  const ordre = await page.locator('tbody th b').allTextContents()
  // A slow machine, or a death in the middle of the note, saves it in two pieces: the last one stands.
  for (const dossier of await dossiersDuJour(page))
    for (const fait of [
      'permanence.vuA',
      'permanence.note',
      'demande.apcars',
      'addiction.conduite',
      'accord.evaluation',
    ])
      expect(declarationsVivantes(dossier, fait)).toHaveLength(1)

  await page.keyboard.press('Control+Shift+P')
  const statut = page.getByRole('contentinfo').getByRole('status')
  await expect(statut).toHaveText(/^Dossier d’audience prêt\s: /, { timeout: 120_000 })
  const fichier = ((await statut.textContent()) ?? '').replace(/^[^:]+: /, '').replace(/\. [A-ZÀ-Ü].*$/, '')
  const texte = plier(execFileSync('pdftotext', [fichier, '-'], { encoding: 'utf8' }))
  // A first page lists them all; the last time that somebody is named is in the papers of that person.
  for (const place of [(nom: string) => texte.indexOf(nom), (nom: string) => texte.lastIndexOf(nom)]) {
    const places = ordre.map((nom) => ({ nom, place: place(plier(nom.replace(' Camille', ''))) }))
    expect(places.filter((p) => p.place < 0)).toEqual([])
    expect(places.toSorted((x, y) => x.place - y.place)).toEqual(places)
  }
  // The private note of the magistrate reaches no paper.
  expect(texte).not.toContain('rappeler pour')
})
