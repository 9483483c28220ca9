import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { nomFichier } from '../../domain/index.ts'
import { writeVersion } from '../../electron/documents.ts'
import { FileError } from '../../electron/files/index.ts'
import { versDocx } from '../../electron/formats/index.ts'
import { contenus } from './exemples.ts'

const { fiche } = contenus()
const NOM = nomFichier(fiche)

function dossierNeuf(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'aiguillage-sortie-'))
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }))
  return dossier
}

describe('un document dans un dossier difficile', () => {
  it('ouvert dans Word, il n’est jamais remplacé : la version suivante est écrite à côté', async () => {
    const dossier = dossierNeuf()
    const octets = await versDocx(fiche)
    const premiere = await writeVersion(dossier, NOM, octets, 'docx')
    const ouvert = openSync(premiere, 'r+')
    onTestFinished(() => closeSync(ouvert))
    const autres = await Promise.all([1, 2, 3].map(() => writeVersion(dossier, NOM, octets, 'docx')))
    expect(new Set([premiere, ...autres]).size).toBe(4)
    const attendus = [1, 2, 3, 4].map((n) => `${NOM}_v${n}.docx`)
    expect(readdirSync(dossier).sort()).toEqual(attendus)
    for (const f of autres) expect(readFileSync(f).equals(octets)).toBe(true)
    expect(NOM).not.toMatch(/mod[eè]le|idir/i)
  })

  it('disparu, il est refait et le document y est entier', async () => {
    const dossier = join(dossierNeuf(), 'reseau', 'audience')
    mkdirSync(dossier, { recursive: true })
    rmSync(dossier, { recursive: true })
    const ecrit = await writeVersion(dossier, NOM, 'texte', 'txt')
    expect(readFileSync(ecrit, 'utf8')).toBe('texte')
  })

  it('remplacé par un fichier, il est refusé d’une phrase', async () => {
    const dossier = join(dossierNeuf(), 'documents')
    writeFileSync(dossier, 'je suis un fichier')
    const refus = await writeVersion(dossier, NOM, 'texte', 'txt').catch((e: unknown) => e)
    expect(refus).toBeInstanceOf(FileError)
    expect(readFileSync(dossier, 'utf8')).toBe('je suis un fichier')
  })

  it('en lecture seule, il est refusé d’une phrase et rien n’y reste à moitié écrit', async () => {
    const dossier = dossierNeuf()
    // Rights do not stop root; an immutable folder does.
    const figer = (signe: '+i' | '-i') => spawnSync('chattr', [signe, dossier]).status === 0
    if (!figer('+i')) spawnSync('chmod', ['500', dossier])
    onTestFinished(() => {
      figer('-i')
      spawnSync('chmod', ['700', dossier])
    })
    const refus = await writeVersion(dossier, NOM, await versDocx(fiche), 'docx').catch((e: unknown) => e)
    expect(refus).toBeInstanceOf(FileError)
    expect(refus).toMatchObject({ message: expect.stringMatching(/\u00a0: .+\.$/) })
    expect(readdirSync(dossier)).toEqual([])
  })
})
