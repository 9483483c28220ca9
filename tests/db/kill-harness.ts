import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'vite'
import { expect } from 'vitest'
import { newPlace, type Place } from './tools.ts'

/** Longer than it takes to start, create and open, so that kills fall in every phase of it. */
const START_MS = 250

/** The child as one file: starts fast, and shows that the store runs bundled, migrations included. */
export async function bundleChild(): Promise<{ file: string; remove: () => void }> {
  const root = join(import.meta.dirname, '../..')
  // Inside node_modules, where better-sqlite3 is found and git does not look.
  const outDir = mkdtempSync(join(root, 'node_modules/.aiguillage-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: ['drizzle-orm'] },
    build: {
      ssr: join(import.meta.dirname, 'kill-child.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return { file: join(outDir, 'child.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}

/** Kills `times` times at random moments, looking at the base after each. Returns how many batches were acknowledged. */
export async function killAndCheck(file: string, times: number): Promise<number> {
  const place = newPlace()
  const acknowledged = new Map<string, number>()
  for (let i = 0; i < times; i++) {
    const run = `run-${i}`
    acknowledged.set(run, await killOnce(file, place, run, i % 3 === 0))
    if (existsSync(place.path)) checkAll(place, acknowledged)
    else expect(acknowledged.get(run), 'a base that was acknowledged is there').toBe(-1)
  }
  return [...acknowledged.values()].reduce((sum, batches) => sum + Math.max(batches, 0), 0)
}

/** Number of batches acknowledged before the kill; -1 when not even the dossier was. */
async function killOnce(file: string, place: Place, run: string, duringStart: boolean): Promise<number> {
  const args = [file, place.path, place.key().toString('hex'), run]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const closed = once(child, 'close')
  if (!duringStart) await once(child.stdout, 'data')
  await sleep(duringStart ? randomInt(START_MS) : randomInt(40))
  expect(child.exitCode, 'the child works until it is killed').toBeNull()
  kill(child)
  await closed
  // A last line cut by the kill was not acknowledged.
  return said.split('\n').length - 2
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL')
}

function checkAll(place: Place, acknowledged: Map<string, number>): void {
  const store = place.open({ create: false })
  try {
    expect(store.check()).toBe(true)
    const present = new Map(store.dossiers.lister('2026-11-23').map((dossier) => [dossier.id, dossier]))
    for (const [run, batches] of acknowledged) {
      const seen = new Map<string, number>()
      for (const { id } of present.get(run)?.declarations ?? []) {
        const [batch = '', , size = ''] = id.split('-')
        seen.set(`${batch}-${size}`, (seen.get(`${batch}-${size}`) ?? 0) + 1)
      }
      if (batches >= 0) expect(present.has(run), `${run} was acknowledged`).toBe(true)
      for (let batch = 0; batch < batches; batch++) {
        expect(seen.has(`${batch}-${1 + (batch % 5)}`), `batch ${batch} of ${run} was acknowledged`).toBe(
          true,
        )
      }
      for (const [name, count] of seen)
        expect(`${name}:${count}`, 'whole').toBe(`${name}:${name.split('-')[1]}`)
    }
  } finally {
    store.close()
  }
}
