import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { Role } from '../../domain/index.ts'
import { FileError } from '../files/index.ts'
import { VaultError } from './errors.ts'
import { entete, readVault, type VaultContent, vaultPath, writeVault } from './file.ts'
import { newRecoveryCode, normalizePhrase, readRecoveryCode, requireGoodPhrase } from './secrets.ts'
import { DATA_KEY_BYTES, KDF, type Kdf, unwrap, wrap } from './slots.ts'
import { slowDown, type Temps } from './slow-down.ts'

export { VaultError } from './errors.ts'
export type { Temps } from './slow-down.ts'

/**
 * 32 random bytes open everything; the vault keeps them wrapped twice, under the passphrase and
 * under a printed recovery code. The keyring of the system is not used. The caller wipes `cle`.
 */
export async function creerCoffre(
  dossierChemin: string,
  options: { profil: Role; phrase: string; kdf?: Kdf },
): Promise<{ cle: Buffer; codeRecuperation: string }> {
  const phrase = requireGoodPhrase(options.phrase)
  if (existsSync(vaultPath(dossierChemin))) throw new VaultError('coffre-existant')
  const { profil, kdf = KDF } = options
  const head = { version: 1, profil, kdf } as const
  const codeRecuperation = newRecoveryCode()
  const code = readRecoveryCode(codeRecuperation) ?? codeRecuperation
  const cle = randomBytes(DATA_KEY_BYTES)
  try {
    const ouvertures = [
      await wrap('phrase', phrase, cle, kdf, entete(head)),
      await wrap('code', code, cle, kdf, entete(head)),
    ]
    await writeVault(dossierChemin, { ...head, ouvertures })
    return { cle, codeRecuperation }
  } catch (error) {
    cle.fill(0)
    if (error instanceof FileError && error.code === 'fichier-existant')
      throw new VaultError('coffre-existant')
    throw error
  }
}

/** What is in the folder, before any secret is asked. Throws when the vault is damaged or newer. */
export async function lireEtatCoffre(dossierChemin: string): Promise<'absent' | { profil: Role }> {
  const content = await readVault(dossierChemin)
  return content ? { profil: content.profil } : 'absent'
}

/** One brake for each vault, whatever the number of windows or calls. */
const freins = new Map<string, ReturnType<typeof slowDown>>()

/** `secret`: the passphrase, or the recovery code however it was typed. The caller wipes `cle`. */
export async function ouvrirCoffre(
  dossierChemin: string,
  secret: string,
  temps?: Temps,
): Promise<{ cle: Buffer; profil: Role }> {
  const frein = freins.get(dossierChemin) ?? slowDown(temps)
  freins.set(dossierChemin, frein)
  const content = await readVault(dossierChemin)
  if (!content) throw new VaultError('coffre-absent')
  const result = await frein(() => tryOpen(content, secret))
  if ('attenteMs' in result) throw new VaultError('phrase-refusee', result.attenteMs)
  return result
}

async function tryOpen(content: VaultContent, secret: string): Promise<{ cle: Buffer; profil: Role } | null> {
  const code = readRecoveryCode(secret)
  for (const slot of content.ouvertures) {
    const given = slot.type === 'phrase' ? normalizePhrase(secret.slice(0, 2000)) : code
    const cle = given === null ? null : await unwrap(slot, given, content.kdf, entete(content))
    if (cle) return { cle, profil: content.profil }
  }
  return null
}

export type Usage = 'sqlite' | 'journal' | 'export'

/** RFC 5869: one key per use, so that none can stand for another. */
export function sousCle(cle: Buffer, usage: Usage): Buffer {
  if (cle.length !== DATA_KEY_BYTES) throw new RangeError('The data key has 32 bytes')
  return Buffer.from(hkdfSync('sha256', cle, '', `aiguillage/1/${usage}`, 32))
}
