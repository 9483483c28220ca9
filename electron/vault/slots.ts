import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'

/** RFC 7914 and the OWASP password storage cheat sheet: 128 MiB and about half a second per attempt. */
export const KDF: Kdf = { nom: 'scrypt', N: 2 ** 17, r: 8, p: 1 }

export interface Kdf {
  nom: 'scrypt'
  N: number
  r: 8
  p: number
}

/** One way to open the vault: the data key, wrapped under a key derived from one secret. */
export interface Slot {
  type: 'phrase' | 'code'
  sel: string
  nonce: string
  cle: string
  sceau: string
}

export const DATA_KEY_BYTES = 32
export const SALT_BYTES = 32
export const NONCE_BYTES = 12
export const TAG_BYTES = 16

/** `entete` is authenticated with the key: changing the profile or the parameters closes the slot. */
export async function wrap(
  type: Slot['type'],
  secret: string,
  cle: Buffer,
  kdf: Kdf,
  entete: string,
): Promise<Slot> {
  const sel = randomBytes(SALT_BYTES)
  const nonce = randomBytes(NONCE_BYTES)
  const wrapping = await derive(secret, sel, kdf)
  try {
    const cipher = createCipheriv('aes-256-gcm', wrapping, nonce)
    cipher.setAAD(associated(type, sel, entete))
    const wrapped = Buffer.concat([cipher.update(cle), cipher.final()])
    return {
      type,
      sel: sel.toString('base64'),
      nonce: nonce.toString('base64'),
      cle: wrapped.toString('base64'),
      sceau: cipher.getAuthTag().toString('base64'),
    }
  } finally {
    wrapping.fill(0)
  }
}

/** The data key, or null when the secret is not the one of this slot. */
export async function unwrap(slot: Slot, secret: string, kdf: Kdf, entete: string): Promise<Buffer | null> {
  const sel = Buffer.from(slot.sel, 'base64')
  const wrapping = await derive(secret, sel, kdf)
  try {
    const options = { authTagLength: TAG_BYTES }
    const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'base64'), options)
    decipher.setAAD(associated(slot.type, sel, entete))
    decipher.setAuthTag(Buffer.from(slot.sceau, 'base64'))
    const cle = decipher.update(Buffer.from(slot.cle, 'base64'))
    try {
      decipher.final()
      return cle
    } catch {
      cle.fill(0)
      return null
    }
  } finally {
    wrapping.fill(0)
  }
}

function associated(type: Slot['type'], sel: Buffer, entete: string): Buffer {
  return Buffer.from(`${entete}\n${type}\n${sel.toString('base64')}`)
}

/** On a thread of Node's pool: the window never freezes (R12). */
function derive(secret: string, sel: Buffer, { N, r, p }: Kdf): Promise<Buffer> {
  const bytes = Buffer.from(secret, 'utf8')
  // Twice what scrypt needs: OpenSSL counts its own overhead against maxmem.
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(bytes, sel, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  }).finally(() => bytes.fill(0))
}
