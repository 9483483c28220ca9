import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FileError, writeWhole } from '../../electron/files/index.ts'
import { mountSmall, remount } from '../db/tools.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aiguillage-fichiers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function refusal(work: Promise<void>): Promise<FileError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof FileError)) throw new Error(`not refused in words: ${error}`)
  expect(error.message).toMatch(/\u00a0: .+\.$/)
  expect(error.message).not.toContain(tmpdir())
  return error
}

describe('R10 — files are written whole or not at all', () => {
  it('new or replaced, bytes or text, only for its owner, and nothing else in the folder', async () => {
    const folder = newFolder()
    const path = join(folder, 'fiche d’été.pdf')
    await writeWhole(path, Buffer.from([0, 255, 10]))
    expect(readFileSync(path)).toEqual(Buffer.from([0, 255, 10]))
    await writeWhole(path, 'déféré')
    expect(readFileSync(path, 'utf8')).toBe('déféré')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['fiche d’été.pdf'])
  })

  it('with replace: false, what is there stays', async () => {
    const folder = newFolder()
    const path = join(folder, 'a')
    await writeWhole(path, 'first', { replace: false })
    expect((await refusal(writeWhole(path, 'second', { replace: false }))).code).toBe('fichier-existant')
    expect(readFileSync(path, 'utf8')).toBe('first')
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('a symbolic link is replaced, its target is not written', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'target'), 'target')
    symlinkSync('target', join(folder, 'link'))
    await writeWhole(join(folder, 'link'), 'new')
    expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('target')
    expect(readFileSync(join(folder, 'link'), 'utf8')).toBe('new')
  })

  it('onto a folder, under a file, in no folder: one sentence, nothing left', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'folder'))
    writeFileSync(join(folder, 'file'), 'file')
    expect((await refusal(writeWhole(join(folder, 'folder'), 'x'))).code).toBe('fichier-existant')
    expect((await refusal(writeWhole(join(folder, 'file', 'x'), 'x'))).code).toBe('dossier-absent')
    expect((await refusal(writeWhole(join(folder, 'none', 'x'), 'x'))).code).toBe('dossier-absent')
    expect(readdirSync(folder).sort()).toEqual(['file', 'folder'])
  })

  it('a full disk, a read-only disk: the old file stands, the temporary is gone', async ({ skip }) => {
    const folder = newFolder()
    const why = mountSmall(folder, '256k')
    if (why) return skip(why)
    const path = join(folder, 'a')
    await writeWhole(path, 'old')
    expect((await refusal(writeWhole(path, Buffer.alloc(2 ** 20)))).code).toBe('disque-plein')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a'])
    remount(folder, 'ro')
    expect((await refusal(writeWhole(path, 'new'))).code).toBe('lecture-seule')
    expect(readFileSync(path, 'utf8')).toBe('old')
  })

  it('a folder without the right to write', async ({ skip }) => {
    if (process.platform !== 'linux') return skip('uses Linux rights')
    const folder = newFolder()
    if (process.getuid?.() === 0) {
      // Root is stopped by no right: the immutable attribute stops everyone.
      try {
        execFileSync('chattr', ['+i', folder], { stdio: 'pipe' })
      } catch {
        return skip('root, and this file system knows no immutable attribute')
      }
      onTestFinished(() => {
        execFileSync('chattr', ['-i', folder])
      })
    } else execFileSync('chmod', ['500', folder])
    expect((await refusal(writeWhole(join(folder, 'a'), 'x'))).code).toBe('acces-refuse')
    expect(readdirSync(folder)).toEqual([])
  })

  it('killed at any moment: the old content or the new, never a mixture', async () => {
    const folder = newFolder()
    const path = join(folder, 'a')
    const url = new URL('../../electron/files/write-whole.ts', import.meta.url).href
    const script = `
      import { writeSync } from 'node:fs'
      import { writeWhole } from ${JSON.stringify(url)}
      writeSync(1, 'x')
      for (let i = 0; ; i++) await writeWhole(${JSON.stringify(path)}, Buffer.alloc(300_000, 'ab'[i % 2]))`
    await writeWhole(path, Buffer.alloc(300_000, 'a'))
    for (let kill = 0; kill < 10; kill++) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await sleep(Math.random() * 30)
      child.kill('SIGKILL')
      await once(child, 'close')
      const bytes = readFileSync(path)
      expect(bytes.length).toBe(300_000)
      expect(bytes.every((byte) => byte === bytes[0])).toBe(true)
    }
  })
})
