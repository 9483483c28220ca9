import fc from 'fast-check'
import { expect } from 'vitest'
import { ROUTES } from '../../electron/ipc/contract.ts'
import { createRouter, type Handlers } from '../../electron/ipc/router.ts'
import { contents, event } from './faux.ts'

/** Typed by the fuzzer in every text, key and route: must never come back. */
const PLANT = 'zqXVPLANTE'

const jsonText = fc.oneof(
  { weight: 4, arbitrary: fc.json({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom('', 'null', '[]', '{"__proto__":{"a":1}}', '['.repeat(10_000)) },
)

/** Objects that have the shape of real inputs, with one thing wrong in most of them. */
const planted = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `${PLANT}${text}`)
const leaf = fc.oneof(
  planted,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.uuid(),
  fc.constant('2026-02-30'),
)
const keys = fc.oneof(
  fc.constantFrom(
    'id',
    'dossier',
    'secret',
    'phrase',
    'profil',
    'tribunal',
    'dateAudience',
    'identite',
    'personne',
  ),
  fc.constantFrom('declarations', 'document', 'nom', 'fait', 'valeur', 'extrait', 'constructor', '__proto__'),
  planted,
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 4 }), tie('object')),
  object: fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
}))
const shaped = tree.map((value) => JSON.stringify(value))

const names = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Object.keys(ROUTES)) },
  { weight: 1, arbitrary: planted },
  { weight: 1, arbitrary: fc.constantFrom('constructor', '__proto__', 'toString', '', 'dossiers') },
)

/** S11 over `runs` inputs: a code and one sentence, no value echoed, no handler reached by what zod refuses. */
export async function fuzzRouter(runs: number): Promise<{ reached: number; refused: number }> {
  let reached = 0
  let refused = 0
  const lines: string[] = []
  const handlers = Object.fromEntries(
    Object.keys(ROUTES).map((name) => [
      name,
      (entree: unknown) => {
        const route = ROUTES[name as keyof typeof ROUTES]
        expect(route.entree.safeParse(entree).success).toBe(true)
        reached += 1
        throw new Error(`${PLANT} in an unexpected error`)
      },
    ]),
  ) as unknown as Handlers<typeof ROUTES>
  const ours = contents()
  const router = createRouter({
    table: ROUTES,
    handlers,
    isOurs: (call) => call.sender === ours,
    isUnlocked: () => true,
    explain: () => null,
    log: (line) => lines.push(line),
  })
  await fc.assert(
    fc.asyncProperty(names, fc.oneof(jsonText, shaped), async (name, text) => {
      const answer = await router(event(ours), name, text)
      expect(answer).not.toContain(PLANT)
      const { ok, code, message } = JSON.parse(answer) as { ok: boolean; code: string; message: string }
      expect(ok).toBe(false)
      expect(code).toMatch(/^(route-inconnue|entree-invalide|erreur-interne)$/)
      expect(message).toMatch(/^\p{Lu}.*[.]$/u)
      refused += 1
    }),
    { numRuns: runs },
  )
  expect(lines.join('\n')).not.toContain(PLANT)
  return { reached, refused }
}
