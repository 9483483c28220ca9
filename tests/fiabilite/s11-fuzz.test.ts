import { expect, it } from 'vitest'
import { fuzzRouter } from '../electron/fuzz.ts'

it('S11 — 100 000 random inputs: a code, one sentence, no value echoed', async () => {
  const { refused, reached } = await fuzzRouter(100_000)
  expect(refused).toBe(100_000)
  expect(reached).toBeGreaterThan(100)
}, 240_000)
