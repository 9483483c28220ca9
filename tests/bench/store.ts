import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore } from '../../db/index.ts'
import type { Declaration } from '../../domain/contrat.ts'

const ROUNDS = 400
const WARM_UP = 50

/**
 * One durable answer through the store against one durable insert of the same row under the same
 * key by better-sqlite3 alone: nothing encrypted, nothing checked, no dossier looked up. Turn by
 * turn in the same folder, so that both meet the same disk at the same moment.
 */
export async function benchStore(): Promise<{ nom: string; ratio: number; cible: number; detail: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-bench-'))
  const clock = () => new Date()
  const store = openStore({
    path: join(folder, 'magasin.db'),
    key: randomBytes(32),
    create: true,
    role: 'parquet',
    clock,
  })
  const raw = new Database(join(folder, 'brut.db'))
  try {
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = FULL')
    raw.exec('CREATE TABLE reponses (dossier, id, contenu, PRIMARY KEY (dossier, id)) WITHOUT ROWID')
    const insert = raw.prepare('INSERT INTO reponses VALUES (1, ?, ?)')

    const id = randomUUID()
    store.dossiers.creer({ id, dateAudience: '2026-11-23', declarations: [] })
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < ROUNDS + WARM_UP; round++) {
      const declaration = answer()
      const pair = [
        () => theirs.push(timed(() => insert.run(declaration.id, JSON.stringify(declaration)))),
        () => ours.push(timed(() => store.dossiers.ajouter(id, [declaration]))),
      ]
      // Neither always comes second, when the disk is warm.
      for (const run of round % 2 === 0 ? pair : pair.reverse()) run()
    }
    const [a, b] = [median(ours), median(theirs)]
    const detail = `médianes de ${ROUNDS}\u00a0: ${a.toFixed(2)} ms contre ${b.toFixed(2)} ms`
    return [{ nom: 'réponse durable / insertion brute en clair', ratio: a / b, cible: 1.5, detail }]
  } finally {
    store.close()
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function answer(): Declaration {
  return {
    id: randomUUID(),
    fait: 'addiction.produits',
    valeur: ['crack'],
    origine: 'procedure',
    verifie: false,
    precision: 'audition de garde à vue, page 3',
    auteur: { role: 'parquet' },
    date: '2026-11-23T10:00:00+01:00',
  }
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: number[]): number {
  const sorted = values.slice(WARM_UP).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
