import { expect, type Page } from 'playwright/test'
import { pageOf, startForTest } from './fixtures.ts'
import { deverrouiller, dossiersDuJour, enregistre, ligne } from './gestes.ts'

/**
 * The built program in a process of its own, to be killed: it goes on with the morning where the store says it stopped, and
 * after each act says which declarations the store holds. Ends with « fini » when nothing is left to do.
 */
const [donnees = '', documents = ''] = process.argv.slice(2)
const page = await pageOf(await startForTest({ donnees, documents }))

/** The four questions of the short mode. */
const LIGNES: readonly [libelle: string, fait: string, source: string, reponse: string][] = [
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

const noms = (p: Page) => p.locator('tbody th b').allTextContents()

await deverrouiller(page)
await expect(page.getByRole('row').nth(12)).toBeVisible()
const ordre = await noms(page)
for (const nom of ordre) {
  const dossier = (await dossiersDuJour(page)).find(
    (d) => d.personne?.nom?.toLocaleUpperCase('fr') === nom.trim().toLocaleUpperCase('fr'),
  )
  const dit = new Set(dossier?.declarations.map((d) => d.fait))
  const rangee = page.getByRole('row', { name: new RegExp(nom) })
  await rangee.focus()
  if (!dit.has('permanence.vuA')) {
    await page.keyboard.press('Space')
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
    await rangee.focus()
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
