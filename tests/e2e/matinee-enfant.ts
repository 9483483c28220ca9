import { expect, type Locator } from 'playwright/test'
import { type CleFait, declarationsVivantes } from '../../domain/index.ts'
import { pageOf, startForTest } from './fixtures.ts'
import { deverrouiller, dossiersDuJour, enregistre, ligne } from './gestes.ts'

/**
 * The built program in a process of its own, to be killed: it goes on with the morning where the store says it stopped, and
 * after each act says which declarations the store holds. Ends with « fini » when nothing is left to do.
 */
const [donnees = '', documents = ''] = process.argv.slice(2)
const page = await pageOf(await startForTest({ donnees, documents }))

/** The four questions of the short mode. */
const LIGNES: readonly [libelle: string, fait: CleFait, source: string, reponse: string][] = [
  ['Addiction', 'addiction.conduite', 'a', 'o'],
  ['Sans logement stable', 'logement.sansLogementStable', 'd', 'o'],
  ['Signes ou suivi psychiatrique', 'psy.troubleDeclare', 'd', 'i'],
  ['Accord pour être évalué', 'accord.evaluation', 'd', 'o'],
]

async function acquitter(): Promise<void> {
  await enregistre(page)
  const dossiers = await dossiersDuJour(page)
  process.stdout.write(`${JSON.stringify(dossiers.flatMap((d) => d.declarations.map((x) => x.id)))}\n`)
}

/** The board may still be giving the focus to the row where work resumes. */
async function poser(rangee: Locator): Promise<void> {
  await expect(async () => {
    await rangee.focus()
    await expect(rangee).toBeFocused({ timeout: 500 })
  }).toPass()
}

await deverrouiller(page)
await expect(page.getByRole('row').nth(12)).toBeVisible()
const rangees = page.locator('tbody tr')
const ids = await rangees.evaluateAll((r) => r.map((x) => (x as HTMLElement).dataset.key ?? ''))
const noms = await page.locator('tbody th b').allTextContents()
for (const [rang, id] of ids.entries()) {
  const nom = noms[rang]?.trim() ?? ''
  const dossier = (await dossiersDuJour(page)).find((d) => d.id === id)
  if (dossier === undefined) throw new Error(`no dossier ${id}`)
  const dit = { has: (fait: CleFait) => declarationsVivantes(dossier, fait).length > 0 }
  const rangee = page.locator(`tbody tr[data-key="${id}"]`)
  await poser(rangee)
  // Space takes back what it said: the script looks at the row, as the hand does.
  if (await rangee.getByRole('img', { name: 'pas encore vu' }).isVisible()) {
    await page.keyboard.press('Space')
    await expect(rangee.getByText('vu à')).toHaveCount(1)
    await acquitter()
  }
  if (!dit.has('demande.apcars')) {
    await page.keyboard.press('Control+d')
    const demandes = page.getByRole('complementary', { name: 'Demandes' })
    await demandes
      .getByRole('list', { name: new RegExp(nom) })
      .getByRole('button', { name: /^APCARS/ })
      .focus()
    await page.keyboard.press('t')
    await acquitter()
    await page.keyboard.press('Escape')
    await expect(demandes).toBeHidden()
    await poser(rangee)
  }
  const reste = LIGNES.filter(([, fait]) => !dit.has(fait))
  if (reste.length === 0 && dit.has('permanence.note')) continue
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup').first().waitFor()
  for (const [libelle, , source, reponse] of reste) {
    await ligne(page, libelle).getByRole('radio').first().focus()
    await page.keyboard.press(source)
    await page.keyboard.press(reponse)
    await acquitter()
  }
  if (!dit.has('permanence.note')) {
    await page.keyboard.press('Shift+F6')
    await expect(page.getByRole('textbox', { name: 'Note (parquet)' })).toBeFocused()
    await page.keyboard.type(`rappeler pour ${nom}`)
    await page.keyboard.press('Escape')
    await acquitter()
  }
  await page.keyboard.press('F3')
  // The board gives the focus back to the person it was left for.
  await expect(rangee).toBeFocused()
}
process.stdout.write('"fini"\n')
process.exit(0)
