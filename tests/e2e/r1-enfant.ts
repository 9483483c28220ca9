import { pageOf, startForTest } from './fixtures.ts'
import { deverrouiller, dossiersDuJour, enregistre, ouvrirPremier } from './gestes.ts'

/**
 * The built program in a process of its own, to be killed: it answers the first line without end and says, once the screen
 * has said « Enregistré », which declarations the store holds.
 */
const [donnees = '', documents = ''] = process.argv.slice(2)
const page = await pageOf(await startForTest({ donnees, documents }))
await deverrouiller(page)
await ouvrirPremier(page)
for (let ligne = 0; ligne < 14; ligne++) await page.keyboard.press('ArrowUp')
for (let tour = 0; ; tour++) {
  await page.keyboard.press(tour % 2 === 0 ? 'o' : 'n')
  await enregistre(page)
  await page.keyboard.press('ArrowUp')
  const [dossier] = await dossiersDuJour(page)
  process.stdout.write(`${JSON.stringify(dossier?.declarations.map((d) => d.id))}\n`)
}
