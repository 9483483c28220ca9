import { createHash } from 'node:crypto'
import { constants, open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../files/index.ts'
import { VaultError } from './errors.ts'
import { DATA_KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES } from './slots.ts'

const MAX_FILE_BYTES = 16 * 1024

const bytes = (length: number) =>
  z
    .string()
    .max(64)
    .refine((text) => {
      const read = Buffer.from(text, 'base64')
      return read.length === length && read.toString('base64') === text
    })

/**
 * Bounds hold BEFORE any derivation (S6): N·r·128 bytes stay within 256 MiB and `p` within 4 rounds,
 * whatever the file says. The lower bound keeps a weakened file from being accepted.
 */
const schemaV1 = z.strictObject({
  version: z.literal(1),
  profil: z.enum(['parquet', 'enquete', 'defense']),
  kdf: z.strictObject({
    nom: z.literal('scrypt'),
    N: z
      .int()
      .min(2 ** 14)
      .max(2 ** 18)
      .refine((n) => Number.isInteger(Math.log2(n))),
    r: z.literal(8),
    p: z.int().min(1).max(4),
  }),
  ouvertures: z
    .array(
      z.strictObject({
        type: z.enum(['phrase', 'code']),
        sel: bytes(SALT_BYTES),
        nonce: bytes(NONCE_BYTES),
        cle: bytes(DATA_KEY_BYTES),
        sceau: bytes(TAG_BYTES),
      }),
    )
    .length(2)
    .refine((slots) => slots[0]?.type === 'phrase' && slots[1]?.type === 'code'),
  /** SHA-256 of the rest: tells a damaged file from a wrong passphrase. Not a protection; GCM is. */
  empreinte: z.string().regex(/^[0-9a-f]{64}$/),
})

type VaultFile = z.infer<typeof schemaV1>
export type VaultContent = Omit<VaultFile, 'empreinte'>

export const vaultPath = (dossierChemin: string): string => join(dossierChemin, 'coffre.json')

/** What the slots authenticate: everything in the file that is not a slot. */
export function entete({ version, profil, kdf }: Omit<VaultContent, 'ouvertures'>): string {
  return JSON.stringify(['aiguillage/coffre', version, profil, kdf.nom, kdf.N, kdf.r, kdf.p])
}

export async function writeVault(dossierChemin: string, content: VaultContent): Promise<void> {
  const file: VaultFile = { ...content, empreinte: fingerprint(content) }
  await writeWhole(vaultPath(dossierChemin), `${JSON.stringify(file, null, 2)}\n`, { replace: false })
}

/** The vault, null when there is none; damaged, newer or unreadable, it throws. */
export async function readVault(dossierChemin: string): Promise<VaultContent | null> {
  const text = await readBounded(vaultPath(dossierChemin))
  if (text === null) return null
  const json = parse(text)
  if (isNewer(json)) throw new VaultError('coffre-plus-recent')
  const read = schemaV1.safeParse(json)
  if (!read.success) throw new VaultError('coffre-endommage')
  const { empreinte, ...content } = read.data
  if (empreinte !== fingerprint(content)) throw new VaultError('coffre-endommage')
  return content
}

function fingerprint(content: VaultContent): string {
  const slots = content.ouvertures.map(({ type, sel, nonce, cle, sceau }) => [type, sel, nonce, cle, sceau])
  return createHash('sha256')
    .update(JSON.stringify([entete(content), slots]))
    .digest('hex')
}

function isNewer(json: unknown): boolean {
  const version = z.looseObject({ version: z.int() }).safeParse(json)
  return version.success && version.data.version > 1
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new VaultError('coffre-endommage')
  }
}

/** Never more than the bound is read, whatever the size the file claims or grows to. */
async function readBounded(path: string): Promise<string | null> {
  try {
    // Not blocking: a pipe of that name must not hold a thread for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      if (!(await file.stat()).isFile()) throw new VaultError('coffre-endommage')
      const buffer = Buffer.alloc(MAX_FILE_BYTES + 1)
      const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
      if (bytesRead > MAX_FILE_BYTES) throw new VaultError('coffre-endommage')
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof VaultError) throw error
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT') return null
    throw new VaultError('coffre-inaccessible')
  }
}
