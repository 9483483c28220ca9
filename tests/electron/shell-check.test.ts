import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc')

/** Type-checks shell-check.ts against a copy of the subset in which `from` has become `to`. */
function checkWith(from: string, to: string): string {
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.shell-check-'))
  try {
    const shell = readFileSync(join(ROOT, 'electron/shell.ts'), 'utf8')
    expect(shell).toContain(from)
    const check = readFileSync(join(ROOT, 'electron/shell-check.ts'), 'utf8')
    writeFileSync(join(folder, 'shell.ts'), shell.replace(from, to))
    writeFileSync(
      join(folder, 'shell-check.ts'),
      check.replaceAll("'./chromium/", "'../../electron/chromium/"),
    )
    const config = { extends: '../../tsconfig.json', files: ['./shell-check.ts'], include: [] }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const { stdout } = spawnSync(process.execPath, [TSC, '-p', folder], { encoding: 'utf8' })
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('the compiler refuses a subset that Electron or the Chromium host does not hold', () => {
  expect(checkWith('isMinimized(): boolean', 'isMinimized(): boolean')).toBe('')
  const changes = [
    ['isMinimized(): boolean', 'isMinimised(): boolean'],
    ["event: 'second-instance'", "event: 'instance-seconde'"],
    ['openExternal(url: string): Promise<void>', 'openExternal(url: string): Promise<string>'],
    [
      'printToPDF(options: PdfOptions): Promise<Uint8Array>',
      'printToPDF(options: PdfOptions): Promise<string>',
    ],
  ] as const
  for (const [from, to] of changes) {
    const refused = checkWith(from, to)
      .split('\n')
      .filter((line) => line.includes('error'))
    // One for Electron's own module, one for the Chromium host.
    expect([from, refused.length]).toEqual([from, 2])
    expect(refused[0]).toContain('typeof CrossProcessExports')
  }
}, 60_000)
