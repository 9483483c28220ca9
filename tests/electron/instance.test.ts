import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeInstance } from '../../electron/chromium/instance.ts'

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aiguillage-instance-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<{ child: ChildProcess; rang: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'instance-child.ts'), folder])
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, rang: String(said).trim() }
}

it('R9 — the folder is free again after kill -9, with nothing to clean', async () => {
  const first = await start()
  expect(first.rang).toBe('premier')
  expect((await start()).rang).toBe('second')
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  expect((await start()).rang).toBe('premier')
}, 20_000)

it('R9 — of several that start together exactly one is first', async () => {
  const rangs = (await Promise.all([1, 2, 3, 4, 5, 6].map(start))).map(({ rang }) => rang)
  expect(rangs.filter((rang) => rang === 'premier')).toHaveLength(1)
}, 30_000)

it('R9 — the first hears of each later start, and another folder is another lock', async () => {
  const first = await takeInstance(folder)
  let heard = 0
  first.onSecond(() => (heard += 1))
  expect((await takeInstance(folder)).first).toBe(false)
  await expect.poll(() => heard).toBe(1)
  const elsewhere = await takeInstance(join(folder, 'autre'))
  expect([first.first, elsewhere.first]).toEqual([true, true])
  first.release()
  elsewhere.release()
})
