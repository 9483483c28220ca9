import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore, StoreError } from '../../db/index.ts'
import {
  creerCoffre,
  lireEtatCoffre,
  ouvrirCoffre,
  sousCle,
  type Temps,
  VaultError,
} from '../../electron/vault/index.ts'
import { newRecoveryCode, readRecoveryCode } from '../../electron/vault/secrets.ts'
import { KDF, type Kdf } from '../../electron/vault/slots.ts'

// Derivations are meant to be slow, and the machine may be shared.
vi.setConfig({ testTimeout: 60_000 })

const PHRASE = 'la pluie tombe sur Bobigny'
/** Least that a vault accepts: eight times faster than the real one. */
const FAST = { nom: 'scrypt', N: 2 ** 14, r: 8, p: 1 } as const

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-coffre-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function makeVault(kdf: Kdf) {
  const folder = newFolder()
  const made = await creerCoffre(folder, { profil: 'parquet', phrase: PHRASE, kdf })
  return { folder, path: join(folder, 'coffre.json'), ...made }
}

/** Made once at least strength, then copied: most tests are about the file, not about making it. */
const model = makeModel()

async function makeModel() {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-coffre-'))
  const made = await creerCoffre(folder, { profil: 'parquet', phrase: PHRASE, kdf: FAST })
  const text = readFileSync(join(folder, 'coffre.json'))
  rmSync(folder, { recursive: true })
  return { text, ...made }
}

async function newVault() {
  const { text, cle, codeRecuperation } = await model
  const folder = newFolder()
  const path = join(folder, 'coffre.json')
  writeFileSync(path, text, { mode: 0o600 })
  return { folder, path, cle, codeRecuperation }
}

/** A clock that sleeping moves, and nothing else. */
function fakeTime() {
  const waited: number[] = []
  let now = 0
  const temps: Temps = {
    maintenant: () => now,
    attendre: async (ms) => {
      waited.push(ms)
      now += ms
    },
  }
  return { temps, waited }
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  )
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await errorOf(work)
  return error instanceof VaultError ? error.code : error === undefined ? undefined : String(error)
}

function edit(path: string, change: (vault: ReturnType<typeof JSON.parse>) => void): void {
  const vault = JSON.parse(readFileSync(path, 'utf8'))
  change(vault)
  writeFileSync(path, JSON.stringify(vault))
}

/** As one who wants his changes to be taken for whole would do. */
function editAndSeal(path: string, change: (vault: ReturnType<typeof JSON.parse>) => void): void {
  edit(path, (vault) => {
    change(vault)
    const { version, profil, kdf, ouvertures } = vault
    const head = JSON.stringify(['aiguillage/coffre', version, profil, kdf.nom, kdf.N, kdf.r, kdf.p])
    const slots = ouvertures.map((s: Record<string, string>) => [s.type, s.sel, s.nonce, s.cle, s.sceau])
    vault.empreinte = createHash('sha256')
      .update(JSON.stringify([head, slots]))
      .digest('hex')
  })
}

describe('the vault opens with the phrase or with the printed code', () => {
  it('at full strength: N = 2^17, the same key both ways', async () => {
    const { folder, path, cle, codeRecuperation } = await makeVault(KDF)
    expect(JSON.parse(readFileSync(path, 'utf8')).kdf).toEqual({ nom: 'scrypt', N: 131072, r: 8, p: 1 })
    expect(await ouvrirCoffre(folder, PHRASE)).toEqual({ cle, profil: 'parquet' })
    expect(await ouvrirCoffre(folder, codeRecuperation)).toEqual({ cle, profil: 'parquet' })
    expect(await lireEtatCoffre(folder)).toEqual({ profil: 'parquet' })
  })

  it('a phrase typed decomposed opens what was made composed', async () => {
    const folder = newFolder()
    const { cle } = await creerCoffre(folder, { profil: 'defense', phrase: 'été à Noël, déjà', kdf: FAST })
    const opened = await ouvrirCoffre(folder, 'été à Noël, déjà'.normalize('NFD'))
    expect(opened).toEqual({ cle, profil: 'defense' })
  })

  it('the code is read however it is typed: case, spaces, dashes, O for 0, I or l for 1', async () => {
    const { folder, cle, codeRecuperation } = await newVault()
    expect(codeRecuperation).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
    const typed = ` ${codeRecuperation.toLowerCase().replaceAll('-', ' – ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`
    expect((await ouvrirCoffre(folder, typed)).cle).toEqual(cle)
  })

  it('codes carry 160 bits: every symbol of the alphabet at every place, none twice the same', () => {
    const codes = Array.from({ length: 2000 }, newRecoveryCode)
    expect(new Set(codes).size).toBe(2000)
    for (let place = 0; place < 39; place++) {
      const symbols = new Set(codes.map((code) => code[place]))
      expect(symbols.size).toBe(place % 5 === 4 ? 1 : 32)
    }
    for (const code of codes) expect(readRecoveryCode(code)).toBe(code.replaceAll('-', ''))
  })

  it('text that is not a code is never taken for one', () => {
    for (const text of ['', PHRASE, 'U'.repeat(32), '0'.repeat(31), '0'.repeat(33), '0'.repeat(2 ** 20)]) {
      expect(readRecoveryCode(text)).toBeNull()
    }
  })
})

describe('a phrase of less than 12 characters is refused, and nothing is written', () => {
  it.each(['', ' '.repeat(40), 'onze lettre', '   court   mot  '.slice(0, 12), 'e\u0301'.repeat(11)])(
    '« %s »',
    async (phrase) => {
      const folder = newFolder()
      expect(await codeOf(creerCoffre(folder, { profil: 'parquet', phrase, kdf: FAST }))).toBe(
        'phrase-trop-courte',
      )
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it('12 are enough; 1 MB is too much', async () => {
    const options = { profil: 'parquet', kdf: FAST } as const
    expect(await codeOf(creerCoffre(newFolder(), { ...options, phrase: 'douze signes' }))).toBeUndefined()
    const phrase = 'x'.repeat(2 ** 20)
    expect(await codeOf(creerCoffre(newFolder(), { ...options, phrase }))).toBe('phrase-trop-longue')
  })
})

describe('S4 — without phrase or code nothing on disk decrypts the data', () => {
  it('neither the key, nor the phrase, nor the code, nor a sub-key is in the folder', async () => {
    const { folder, cle, codeRecuperation } = await makeVault(FAST)
    const sqlite = sousCle(cle, 'sqlite')
    const path = join(folder, 'aiguillage.db')
    const options = { path, create: true, role: 'parquet', clock: () => new Date() } as const
    openStore({ ...options, key: Buffer.from(sqlite) }).close()
    expect(readdirSync(folder).sort()).toEqual(['aiguillage.db', 'coffre.json'])
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      for (const secret of [cle, sqlite, sousCle(cle, 'journal'), sousCle(cle, 'export')]) {
        expect(bytes.includes(secret)).toBe(false)
        expect(bytes.includes(secret.toString('base64').slice(0, 20))).toBe(false)
        expect(bytes.toString('latin1').toLowerCase().includes(secret.toString('hex').slice(0, 20))).toBe(
          false,
        )
      }
      for (const text of [PHRASE, codeRecuperation, codeRecuperation.replaceAll('-', '')]) {
        expect(bytes.includes(text)).toBe(false)
      }
    }
    // Only its owner reads the vault.
    expect(statSync(join(folder, 'coffre.json')).mode & 0o777).toBe(0o600)
  })

  it('two vaults with the same phrase share nothing', async () => {
    const [a, b] = [await makeVault(FAST), await makeVault(FAST)]
    expect(a.cle).not.toEqual(b.cle)
    expect(a.codeRecuperation).not.toBe(b.codeRecuperation)
    const values = (path: string) =>
      JSON.parse(readFileSync(path, 'utf8')).ouvertures.flatMap((slot: Record<string, string>) =>
        Object.entries(slot).flatMap(([name, value]) => (name === 'type' ? [] : [value])),
      )
    const all = [...values(a.path), ...values(b.path)]
    expect(new Set(all).size).toBe(16)
  })

  it('sub-keys differ by use and never are the data key', () => {
    const cle = randomBytes(32)
    const keys = [sousCle(cle, 'sqlite'), sousCle(cle, 'journal'), sousCle(cle, 'export'), cle]
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4)
    expect(sousCle(cle, 'sqlite')).toEqual(keys[0])
  })
})

describe('S5 — wrong phrase, damaged vault, damaged base: three messages, none leaks, attempts are slowed', () => {
  it('three different messages, each with one French sentence that says what to do', async () => {
    const { folder, path, cle } = await newVault()
    const wrong = await errorOf(ouvrirCoffre(folder, 'une autre phrase entière', fakeTime().temps))
    const base = join(folder, 'aiguillage.db')
    const options = { path: base, role: 'parquet', clock: () => new Date() } as const
    openStore({ ...options, create: true, key: sousCle(cle, 'sqlite') }).close()
    truncateSync(base, 5000)
    let damagedBase: unknown
    try {
      openStore({ ...options, key: sousCle(cle, 'sqlite') })
    } catch (error) {
      damagedBase = error
    }
    truncateSync(path, 100)
    const damagedVault = await errorOf(ouvrirCoffre(folder, PHRASE))
    expect(wrong).toMatchObject({ code: 'phrase-refusee' })
    expect(damagedVault).toMatchObject({ code: 'coffre-endommage' })
    expect(damagedBase).toMatchObject({ code: 'base-endommagee' })
    expect(damagedBase).toBeInstanceOf(StoreError)
    const sentences = [wrong, damagedVault, damagedBase].map((error) => String(Object(error).message))
    expect(new Set(sentences).size).toBe(3)
    for (const sentence of sentences) {
      expect(sentence).toMatch(/\u00a0: .+\.$/)
      expect(sentence).not.toContain(folder)
      expect(sentence).not.toContain('autre phrase')
    }
  })

  it('any byte of the vault that changes is told as damage, never as a wrong phrase', async () => {
    const { folder, path } = await newVault()
    const whole = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ change
        writeFileSync(path, bytes)
        const state = await codeOf(lireEtatCoffre(folder))
        // White space between two fields may change without harm.
        const harmless =
          state === undefined &&
          JSON.stringify(JSON.parse(bytes.toString())) === JSON.stringify(JSON.parse(whole.toString()))
        if (!harmless) expect(['coffre-endommage', 'coffre-plus-recent']).toContain(state)
      }),
      { numRuns: 400 },
    )
  })

  it('the wait doubles at each refusal, up to a minute, and a good phrase ends it', async () => {
    const { folder } = await newVault()
    const { temps, waited } = fakeTime()
    const announced: unknown[] = []
    for (let i = 0; i < 8; i++) {
      announced.push(Object(await errorOf(ouvrirCoffre(folder, `une phrase fausse ${i}`, temps))).attenteMs)
    }
    expect(announced).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000])
    expect(waited).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 60000])
    await ouvrirCoffre(folder, PHRASE, temps)
    expect(waited.at(-1)).toBe(60000)
    const count = waited.length
    await ouvrirCoffre(folder, PHRASE, temps)
    expect(waited).toHaveLength(count)
  })

  it('asking many times at once gains nothing: attempts wait for each other', async () => {
    const { folder } = await newVault()
    const { temps, waited } = fakeTime()
    const attempts = Array.from({ length: 5 }, (_, i) =>
      errorOf(ouvrirCoffre(folder, `faux, encore faux ${i}`, temps)),
    )
    await Promise.all(attempts)
    expect(waited).toEqual([1000, 2000, 4000, 8000])
  })

  it('a profile or parameters changed by someone who also repairs the checksum open nothing', async () => {
    for (const change of [
      (vault: { profil: string }) => {
        vault.profil = 'defense'
      },
      (vault: { kdf: { p: number } }) => {
        vault.kdf.p = 2
      },
    ]) {
      const { folder, path } = await newVault()
      editAndSeal(path, change)
      expect(await codeOf(ouvrirCoffre(folder, PHRASE, fakeTime().temps))).toBe('phrase-refusee')
    }
    const same = await newVault()
    editAndSeal(same.path, () => undefined)
    expect((await ouvrirCoffre(same.folder, PHRASE)).cle).toEqual(same.cle)
  })
})

describe('S6 — parameters read from the file cannot exhaust memory or time', () => {
  const hostile: [string, object][] = [
    ['N = 2^30', { N: 2 ** 30 }],
    ['N that is no power of two', { N: 2 ** 14 + 1 }],
    ['N below what protects', { N: 2 }],
    ['N = 2^53', { N: 2 ** 53 }],
    ['N negative', { N: -16384 }],
    ['N as text', { N: '16384' }],
    ['r = 2^20', { r: 2 ** 20 }],
    ['p = 10^6', { p: 1e6 }],
    ['p = 0', { p: 0 }],
    ['another function', { nom: 'pbkdf2' }],
    ['a parameter more', { maxmem: 2 ** 40 }],
  ]
  it.each(hostile)('%s', async (_, change) => {
    const { folder, path } = await newVault()
    editAndSeal(path, (vault) => Object.assign(vault.kdf, change))
    const start = performance.now()
    expect(await codeOf(ouvrirCoffre(folder, PHRASE))).toBe('coffre-endommage')
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it.each<[string, (path: string) => void]>([
    ['empty', (path) => writeFileSync(path, '')],
    ['truncated', (path) => truncateSync(path, 300)],
    ['not JSON', (path) => writeFileSync(path, '{')],
    ['null', (path) => writeFileSync(path, 'null')],
    ['an array', (path) => writeFileSync(path, '[]')],
    ['10 000 levels', (path) => writeFileSync(path, '['.repeat(10_000))],
    ['1 GB, sparse', (path) => truncateSync(path, 2 ** 30)],
    [
      '17 KB of spaces at the end',
      (path) => writeFileSync(path, readFileSync(path, 'utf8') + ' '.repeat(17_000)),
    ],
    [
      'a folder',
      (path) => {
        rmSync(path)
        mkdirSync(path)
      },
    ],
    ['bytes that are not text', (path) => writeFileSync(path, randomBytes(500))],
    [
      'no slot',
      (path) =>
        editAndSeal(path, (vault) => {
          vault.ouvertures = []
        }),
    ],
    [
      '1 000 slots',
      (path) =>
        edit(path, (vault) => {
          vault.ouvertures = Array(1000).fill(vault.ouvertures[0])
        }),
    ],
    [
      'a salt of 1 byte',
      (path) =>
        editAndSeal(path, (vault) => {
          vault.ouvertures[0].sel = 'AA=='
        }),
    ],
    [
      'a truncated seal',
      (path) =>
        editAndSeal(path, (vault) => {
          vault.ouvertures[0].sceau = 'AAAAAA=='
        }),
    ],
    [
      'version 0',
      (path) =>
        edit(path, (vault) => {
          vault.version = 0
        }),
    ],
    [
      'a field more',
      (path) =>
        edit(path, (vault) => {
          vault.suite = 1
        }),
    ],
  ])('a vault that is %s is damaged, and stays as it is', async (_, spoil) => {
    const { folder, path } = await newVault()
    spoil(path)
    const size = statSync(path).size
    expect(await codeOf(lireEtatCoffre(folder))).toBe('coffre-endommage')
    expect(await codeOf(ouvrirCoffre(folder, PHRASE))).toBe('coffre-endommage')
    expect(await codeOf(creerCoffre(folder, { profil: 'parquet', phrase: PHRASE, kdf: FAST }))).toBe(
      'coffre-existant',
    )
    expect(statSync(path).size).toBe(size)
  })

  it('a newer vault and an absent one are told apart', async () => {
    const { folder, path } = await newVault()
    edit(path, (vault) => {
      vault.version = 2
    })
    expect(await codeOf(lireEtatCoffre(folder))).toBe('coffre-plus-recent')
    const empty = newFolder()
    expect(await lireEtatCoffre(empty)).toBe('absent')
    expect(await codeOf(ouvrirCoffre(empty, PHRASE))).toBe('coffre-absent')
  })
})

describe('R10 — a vault is written whole or not at all', () => {
  it('it never replaces another, even asked twice at once', async () => {
    const folder = newFolder()
    const make = () => creerCoffre(folder, { profil: 'parquet', phrase: PHRASE, kdf: FAST })
    const made = await Promise.allSettled([make(), make()])
    const good = made.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused).toMatchObject([{ code: 'coffre-existant' }])
    expect((await ouvrirCoffre(folder, PHRASE)).cle).toEqual(good[0]?.cle)
    expect(readdirSync(folder)).toEqual(['coffre.json'])
  })

  it('a folder that does not exist is told and nothing is made', async () => {
    const folder = join(newFolder(), 'absent')
    const error = await errorOf(creerCoffre(folder, { profil: 'parquet', phrase: PHRASE, kdf: FAST }))
    expect(error).toMatchObject({ name: 'FileError', code: 'dossier-absent' })
    expect(existsSync(folder)).toBe(false)
  })
})

it('R12 — the derivation leaves the event loop free', async () => {
  const { folder } = await makeVault(KDF)
  // Turns of the loop, not milliseconds: a blocked loop makes a handful whatever the machine's load.
  let turns = 0
  let next = setImmediate(function turn() {
    turns++
    next = setImmediate(turn)
  })
  await ouvrirCoffre(folder, PHRASE)
  clearImmediate(next)
  expect(turns).toBeGreaterThan(500)
})
