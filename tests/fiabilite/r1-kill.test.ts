import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleChild, killAndCheck } from '../db/kill-harness.ts'

let child: Awaited<ReturnType<typeof bundleChild>>
beforeAll(async () => {
  child = await bundleChild()
}, 60_000)
afterAll(() => child.remove())

// Limit: a kill is not a power cut; that `synchronous` is FULL is R2's, and disks may lie.
it('R1 — an acknowledged answer survives kill -9 at any moment: 200 kills, batches whole, integrity ok', async () => {
  // Four bases of 50 kills, two at a time: a first start is killed on each.
  const counts = []
  for (let pair = 0; pair < 2; pair++) {
    counts.push(...(await Promise.all([killAndCheck(child.file, 50), killAndCheck(child.file, 50)])))
  }
  expect(Math.min(...counts)).toBeGreaterThan(50)
}, 240_000)
