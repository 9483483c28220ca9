import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleChild, killAndCheck } from './kill-harness.ts'

let child: Awaited<ReturnType<typeof bundleChild>>
beforeAll(async () => {
  child = await bundleChild()
}, 60_000)
afterAll(() => child.remove())

it('R1 — an acknowledged answer survives kill -9 (10 kills; 200 in tests/fiabilite)', async () => {
  expect(await killAndCheck(child.file, 10)).toBeGreaterThan(0)
}, 60_000)
