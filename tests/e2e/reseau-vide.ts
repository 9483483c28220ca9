import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { creerCoffre, obtenir, pageOf, startForTest } from './fixtures.ts'

/** A first start, an opening and a lock, where every packet is counted (S15). */
const folder = mkdtempSync(join(tmpdir(), 'aiguillage-reseau-'))
const started = await startForTest({ donnees: folder, documents: folder })
const page = await pageOf(started)
await creerCoffre(page)
process.stdout.write(`${(await obtenir(page, 'application.etat', {})).coffre}\n`)
await obtenir(page, 'coffre.verrouiller', {})
process.stdout.write(`${(await obtenir(page, 'application.etat', {})).coffre}\n`)
started.application?.close()
await started.ended
rmSync(folder, { recursive: true, force: true })
