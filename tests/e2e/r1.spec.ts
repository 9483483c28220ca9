import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from './fixtures.ts'
import { ajouterDefere, deverrouiller, dossiersDuJour, ouvrir } from './gestes.ts'

const ENFANT = join(import.meta.dirname, 'r1-enfant.ts')
const MORTS = 3
const VIE_MS = 1500

/** Lives a moment after its first acknowledged answer, then dies at once; what it had said was on disk. */
async function vivreEtMourir(donnees: string, documents: string): Promise<string[]> {
  const enfant = spawn(process.execPath, [ENFANT, donnees, documents], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const dits: string[] = []
  const lignes = createInterface({ input: enfant.stdout })
  lignes.on('line', (ligne) => dits.push(ligne))
  await once(lignes, 'line')
  await new Promise((suite) => setTimeout(suite, Math.random() * VIE_MS))
  enfant.kill('SIGKILL')
  await once(enfant, 'exit')
  return JSON.parse(dits.at(-1) ?? '[]')
}

test('R1 — la fenêtre tuée à tout moment : chaque réponse dite enregistrée est là', async ({ app }) => {
  test.setTimeout(180_000)
  test.skip(app.hote !== 'chromium', 'the child runs the Chromium host')
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Réponse')
  await app.fermer()

  for (let mort = 0; mort < MORTS; mort++) {
    const dites = await vivreEtMourir(app.donnees, app.documents)
    expect(dites.length).toBeGreaterThan(0)
    const revenue = await app.relancer()
    await deverrouiller(revenue)
    const [dossier] = await dossiersDuJour(revenue)
    expect(dossier?.declarations.map((d) => d.id)).toEqual(expect.arrayContaining(dites))
    await app.fermer()
  }
})
