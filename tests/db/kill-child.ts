/**
 * Runs under plain Node, to be killed: makes dossiers and answers in batches without end, and says
 * on stdout what the store acknowledged. Arguments: path, key in hexadecimal, name of this run.
 */
import { writeSync } from 'node:fs'
import { openStore } from '../../db/index.ts'

const [path = '', key = '', run = ''] = process.argv.slice(2)
const store = openStore({
  path,
  key: Buffer.from(key, 'hex'),
  create: true,
  role: 'parquet',
  clock: () => new Date(),
})
store.dossiers.creer({ id: run, dateAudience: '2026-11-23', declarations: [] })
writeSync(1, 'dossier\n')
for (let batch = 0; ; batch++) {
  const size = 1 + (batch % 5)
  const declarations = Array.from({ length: size }, (_, i) => ({
    id: `${batch}-${i}-${size}`,
    fait: 'addiction.conduite',
    valeur: i % 2 === 0,
    origine: 'personne' as const,
    verifie: false,
    precision: 'x'.repeat((batch * 37) % 900),
    date: '2026-11-23T10:00:00+01:00',
  }))
  store.dossiers.ajouter(run, declarations)
  // Only now has the store said that the answer is on disk.
  writeSync(1, `${batch}\n`)
}
