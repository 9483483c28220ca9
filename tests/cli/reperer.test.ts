import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Reperage, reperer } from '../../domain/index.ts'
import { executer } from '../../scripts/cli/commande.ts'

const travail = mkdtempSync(join(tmpdir(), 'aiguillage-reperer-'))
afterAll(() => rmSync(travail, { recursive: true, force: true }))

function cli(...args: string[]) {
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const status = executer(args, { dire: (t) => stdout.push(`${t}\n`), refuser: (t) => stderr.push(`${t}\n`) })
  return { status, stdout: stdout.join(''), stderr: stderr.join('') }
}

function fichier(nom: string, contenu: string | Uint8Array): string {
  const chemin = join(travail, nom)
  writeFileSync(chemin, contenu)
  return chemin
}

const TEXTE = 'Je fume du crack tous les jours. Ma mère est sous tutelle.\n'
const piece = fichier('piece.txt', TEXTE)
const rien = fichier('rien.txt', 'Le ciel est bleu.\n')

describe('reperer', () => {
  it('un fichier et --json : un tableau, celui de la fonction, avec la nature demandée', () => {
    const { status, stdout, stderr } = cli('reperer', piece, '--json', '--nature', 'audition')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(reperer(TEXTE, { nature: 'audition' }))
    expect((JSON.parse(stdout) as Reperage[])[0]).not.toHaveProperty('motif')
  })

  it('plusieurs fichiers : un tableau de tableaux, l’erreur à la place du refusé, code 2', () => {
    const { status, stdout, stderr } = cli('reperer', piece, join(travail, 'absent.txt'), rien, '--json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toEqual([reperer(TEXTE), { erreur: expect.any(String) }, []])
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('sans --json : la phrase, la proposition, et ce qui est écarté', () => {
    const { status, stdout } = cli('reperer', piece)
    expect(status).toBe(0)
    expect(stdout).toContain('Je fume du crack tous les jours.')
    expect(stdout).toContain('À confirmer :')
    expect(stdout).toContain('Un passage écarté')
  })

  it('l’absence se dit « aucun élément trouvé dans ce texte », jamais « pas d’addiction »', () => {
    const { status, stdout } = cli('reperer', rien)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Aucun élément trouvé dans ce texte\./)
    expect(cli('reperer', piece).stdout).toMatch(/aucun élément trouvé dans ce texte/)
    expect(stdout).not.toMatch(/pas d’addiction/i)
  })

  it('un texte de Windows (CP1252) se lit', () => {
    const ancien = fichier(
      'ancien.txt',
      Buffer.from('Je consomme de la coca\u00efne tous les jours, l\u0092h\u00e9ro aussi.', 'latin1'),
    )
    const { status, stdout } = cli('reperer', ancien, '--json')
    expect(status).toBe(0)
    expect((JSON.parse(stdout) as Reperage[]).map((r) => r.code)).toEqual(
      expect.arrayContaining(['cocaine', 'heroine']),
    )
  })

  it.each([
    ['vide', () => fichier('vide.txt', '  \n'), /vide/],
    [
      'binaire',
      () => fichier('image.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])),
      /n’est pas un texte/,
    ],
    [
      'binaire sans zéro',
      () =>
        fichier(
          'autre.txt',
          Uint8Array.from({ length: 400 }, (_, i) => ((i * 37) % 31) + (i % 3 === 0 ? 128 : 1)),
        ),
      /n’est pas un texte/,
    ],
    ['absent', () => join(travail, 'absent.txt'), /n’existe pas/],
    ['dossier', () => travail, /dossier/],
  ])('%s : code 2 et une phrase en français', (_, chemin, attendu) => {
    const { status, stdout, stderr } = cli('reperer', chemin())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(attendu)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('trop gros : refusé sans être lu', () => {
    const gros = fichier('gros.txt', 'x')
    truncateSync(gros, 25 * 1024 * 1024)
    expect(cli('reperer', gros)).toMatchObject({ status: 2, stderr: expect.stringMatching(/dépasse/) })
  })

  it('une nature inconnue, ou --nature ailleurs, sont refusées', () => {
    expect(cli('reperer', piece, '--nature', 'roman')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/audition, enquete/),
    })
    expect(cli('casier', piece, '--nature', 'audition')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/ne vaut que pour « reperer »/),
    })
    expect(cli('reperer', piece, '--date', '2026-11-24').status).toBe(2)
  })
})
