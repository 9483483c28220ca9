import { randomBytes } from 'node:crypto'
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

export const FILE_SENTENCES = {
  'disque-plein': 'Le disque est plein\u00a0: libérez de la place, puis recommencez.',
  'acces-refuse':
    'Vous n’avez pas le droit d’écrire dans ce dossier\u00a0: choisissez-en un autre ou faites rétablir ce droit.',
  'lecture-seule': 'Ce dossier est en lecture seule\u00a0: choisissez-en un autre, puis recommencez.',
  'dossier-absent': 'Le dossier où écrire n’existe plus\u00a0: choisissez-en un autre, puis recommencez.',
  'fichier-existant': 'Un fichier porte déjà ce nom\u00a0: déplacez-le, puis recommencez.',
  'ecriture-impossible':
    'Le fichier n’a pas pu être écrit\u00a0: choisissez un autre emplacement, puis recommencez.',
} as const

export type FileErrorCode = keyof typeof FILE_SENTENCES

export class FileError extends Error {
  readonly code: FileErrorCode
  /** Code of the system, for the journal. Never a path: it holds the user's name. */
  readonly detail: string | undefined

  constructor(code: FileErrorCode, detail?: string) {
    super(FILE_SENTENCES[code])
    this.name = 'FileError'
    this.code = code
    this.detail = detail
  }
}

const BY_SYSTEM_CODE: Record<string, FileErrorCode> = {
  ENOSPC: 'disque-plein',
  EDQUOT: 'disque-plein',
  EFBIG: 'disque-plein',
  EACCES: 'acces-refuse',
  EPERM: 'acces-refuse',
  EROFS: 'lecture-seule',
  ENOENT: 'dossier-absent',
  ENOTDIR: 'dossier-absent',
  EEXIST: 'fichier-existant',
  EISDIR: 'fichier-existant',
  ENOTEMPTY: 'fichier-existant',
}

export interface WriteOptions {
  /** Rights of the file; only its owner by default. */
  mode?: number
  /** `false`: refuse when the file is already there, even if it appears meanwhile. */
  replace?: boolean
}

/**
 * Writes a file whole or not at all (R10): a temporary in the same folder, synced, takes the name in
 * one step, then the folder is synced so that the name itself is on disk. Until then the old file
 * stands untouched. Limit: a kill may leave the temporary behind, never half a file under the name.
 */
export async function writeWhole(
  path: string,
  content: Uint8Array | string,
  { mode = 0o600, replace = true }: WriteOptions = {},
): Promise<void> {
  const folder = dirname(path)
  const temporary = join(folder, `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)
  try {
    await using(await open(temporary, 'wx', mode), async (file) => {
      await file.writeFile(content)
      await file.sync()
    })
    if (replace) await rename(temporary, path)
    else await takeFreeName(temporary, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw asFileError(error)
  }
}

/** A hard link fails where a rename would replace in silence. */
async function takeFreeName(temporary: string, path: string): Promise<void> {
  await link(temporary, path)
  await rm(temporary)
}

async function using(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

/** Windows keeps the new name without it, and cannot open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using(await open(folder, 'r'), (file) => file.sync())
}

function asFileError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  return new FileError(BY_SYSTEM_CODE[code] ?? 'ecriture-impossible', code)
}
