import { expect, it } from 'vitest'
import { z } from 'zod'
import { type NomRoute, ROUTES } from '../../electron/ipc/contract.ts'
import { createRouter, type Handlers, type RouterOptions } from '../../electron/ipc/router.ts'
import { isOurs } from '../../electron/ipc/sender.ts'
import { contents, event, frame, ORIGIN } from './faux.ts'
import { fuzzRouter } from './fuzz.ts'

const ours = contents()
const NAMES = Object.keys(ROUTES) as NomRoute[]

/** Written out: a route that loses its lock in the table by mistake must fail here. */
const OPEN_WHILE_LOCKED = new Set<string>([
  'application.etat',
  'coffre.creer',
  'coffre.ouvrir',
  'exercice.commencer',
  'exercice.quitter',
])

function recording(called: string[]): Handlers<typeof ROUTES> {
  return Object.fromEntries(NAMES.map((name) => [name, () => called.push(name)])) as unknown as Handlers<
    typeof ROUTES
  >
}

function routerOver(changes: Partial<RouterOptions<typeof ROUTES>> = {}) {
  const called: string[] = []
  const lines: string[] = []
  const router = createRouter({
    table: ROUTES,
    handlers: recording(called),
    isOurs: (call) => call.sender === ours,
    isUnlocked: () => true,
    explain: () => null,
    log: (line) => lines.push(line),
    ...changes,
  })
  return {
    called,
    lines,
    call: async (...args: Parameters<typeof router>) => JSON.parse(await router(...args)),
  }
}

it('S9 — while locked, every route but the vault’s and the state is refused, whatever the input', async () => {
  const { call, called } = routerOver({ isUnlocked: () => false })
  for (const name of NAMES) {
    const answer = await call(event(ours), name, '{}')
    expect([name, answer.code === 'verrouille']).toEqual([name, !OPEN_WHILE_LOCKED.has(name)])
  }
  expect(called).toEqual(['application.etat', 'exercice.commencer', 'exercice.quitter'])
})

it('S10 — a foreign sender is refused before its route or input is looked at, and journalled', async () => {
  const { call, called, lines } = routerOver()
  for (const name of [...NAMES, 'inconnue']) {
    expect(await call(event(contents()), name, '{}')).toMatchObject({ ok: false, code: 'emetteur-refuse' })
  }
  expect(called).toEqual([])
  expect(lines).toEqual(Array(NAMES.length + 1).fill('ipc emetteur-refuse'))
})

it('S10 — only the main frame of our window, on our page and origin, is ours', () => {
  const refused = [
    event(contents()),
    event(ours, null),
    event(ours, frame({ parent: frame() })),
    event(ours, frame({ origin: 'null' })),
    event(ours, frame({ origin: 'https://aiguillage.invalid.ailleurs.fr' })),
    event(ours, frame({ url: `${ORIGIN}/document/1` })),
    event(ours, frame({ url: `${ORIGIN}.ailleurs.fr/` })),
    event(ours, frame({ url: 'about:blank' })),
    event(ours, frame({ url: `blob:${ORIGIN}/1` })),
  ]
  expect(refused.filter((call) => isOurs(call, ours, ORIGIN))).toEqual([])
  expect(isOurs(event(ours), ours, ORIGIN)).toBe(true)
})

it('S11 — an input that zod refuses names the declared field only, never a value or an unknown key', async () => {
  const { call, called } = routerOver()
  const wrong = {
    dossier: '00000000-0000-4000-8000-000000000000',
    declarations: [{ id: 'Dupont', 'cle-Dupont': 1 }],
  }
  const answer = await call(event(ours), 'declarations.ajouter', JSON.stringify(wrong))
  expect(answer.code).toBe('entree-invalide')
  expect(answer.message).toContain('declarations.0.id')
  expect(JSON.stringify(answer)).not.toContain('Dupont')
  expect(called).toEqual([])
})

it('S11 — an output that does not fit the table never leaves, and an unexpected error loses its message', async () => {
  const table = {
    a: { verrou: false, entree: z.strictObject({}), sortie: z.strictObject({ b: z.string() }) },
  }
  const lines: string[] = []
  const shared = { table, isOurs: () => true, isUnlocked: () => true, explain: () => null }
  const log = (line: string) => lines.push(line)
  const wrong = { a: () => ({ b: 'x', c: 'secret' }) }
  const broken = {
    a: () => {
      throw new TypeError('Karim')
    },
  }
  for (const handlers of [wrong, broken]) {
    const answer = await createRouter({ ...shared, handlers, log })(event(ours), 'a', '{}')
    expect(JSON.parse(answer)).toMatchObject({ ok: false, code: 'erreur-interne' })
    expect(answer).not.toMatch(/secret|Karim/)
  }
  expect(lines[0]).toBe('ipc a sortie-invalide ')
  expect(lines[1]).toMatch(/^ipc a erreur-interne TypeError [\w-]+\.ts:\d+$/)
})

it('S11 — an error that carries its own sentence passes with its code', async () => {
  const handlers = { ...recording([]), 'application.etat': () => Promise.reject(new Error('disque')) }
  const { call } = routerOver({
    handlers,
    explain: () => ({ code: 'disque-plein', message: 'Le disque est plein.' }),
  })
  expect(await call(event(ours), 'application.etat', '{}')).toEqual({
    ok: false,
    code: 'disque-plein',
    message: 'Le disque est plein.',
  })
})

it('S11 — oversized, missing and non-text inputs are refused like any malformed input', async () => {
  const { call } = routerOver()
  for (const input of [undefined, null, 12, {}, 'x'.repeat(8_000_001)]) {
    expect(await call(event(ours), 'application.etat', input)).toMatchObject({ code: 'entree-invalide' })
  }
})

it('S11 — 2 000 random inputs: a code, one sentence, no value echoed', async () => {
  const { refused, reached } = await fuzzRouter(2000)
  expect(refused).toBe(2000)
  expect(reached).toBeGreaterThan(0)
})
