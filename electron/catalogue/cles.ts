import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { PaireDeCles } from '../../db/index.ts'
import { texteSigne } from '../../domain/index.ts'

/** Ed25519 (RFC 8032) over the exact text of a catalogue file. No key of a publisher ships: courts trust one another. */

export function nouvellePaire(): PaireDeCles {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publique: publicKey.export({ format: 'jwk' }).x ?? '',
    privee: privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
}

/** Base64url. The bytes of `privee` are wiped; the copy that the library holds goes with its object. */
export function signer(contenu: string, { privee }: PaireDeCles): string {
  try {
    const cle = createPrivateKey({ key: privee, format: 'der', type: 'pkcs8' })
    return sign(null, octets(contenu), cle).toString('base64url')
  } finally {
    privee.fill(0)
  }
}

export function estSigne(contenu: string, cle: string, signature: string): boolean {
  try {
    const publique = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: cle }, format: 'jwk' })
    return verify(null, octets(contenu), publique, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

function octets(contenu: string): Buffer {
  return Buffer.from(texteSigne(contenu), 'utf8')
}
