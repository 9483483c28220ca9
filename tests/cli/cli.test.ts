import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  avecParametres,
  catalogueParDefaut,
  type Dossier,
  lireCasier,
  type Orientation,
  orienter,
} from '../../domain/index.ts'
import { executer } from '../../scripts/cli/commande.ts'
import { dossier } from '../domain/outils.ts'

/** The command: its exit code and its two outputs; once as people run it, in another process. */

const CLI = join(import.meta.dirname, '../../scripts/cli.ts')
const travail = mkdtempSync(join(tmpdir(), 'aiguillage-cli-'))
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

const ACCORD: Dossier = dossier({
  'procedure.tribunal': 'Bobigny',
  'procedure.dateFaits': '2026-11-23',
  'procedure.nature': 'delit',
  'logement.situation': 'E2',
  'suivi.japRessort': 'Paris',
  'accord.evaluation': true,
})
const accord = fichier('accord.json', JSON.stringify(ACCORD))

it('se lance seule : sorties séparées, code 2 quand un fichier est refusé', () => {
  const args = [CLI, 'orienter', accord, join(travail, 'absent.json'), '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(JSON.parse(stdout)).toMatchObject([{ date: ACCORD.dateAudience }, { erreur: expect.any(String) }])
  expect(stderr).toMatch(/^[^\n]*absent\.json[^\n]*n’existe pas[^\n]*\n$/)
}, 60_000)

describe('orienter', () => {
  it('un fichier et --json : un objet, celui de la fonction', () => {
    const { status, stdout, stderr } = cli('orienter', accord, '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const attendu = orienter(ACCORD, catalogueParDefaut(), { date: ACCORD.dateAudience })
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(attendu)))
  })

  it('--date et --parametre arrivent aux règles, listes et nombres compris', () => {
    const parametres = {
      'ailsi.inclusions': 'ouvertes',
      'ailsi.definitionSansLogement': ['E2', 'E3'],
      'ailsi.infractionsExclues': [],
      'ouvrage.minCondamnations': 3,
    }
    const options = Object.entries(parametres).flatMap(([nom, valeur]) => ['--parametre', `${nom}=${valeur}`])
    const { status, stdout } = cli('orienter', accord, '--json', '--date', '2027-01-04', ...options)
    expect(status).toBe(0)
    const attendu = orienter(ACCORD, avecParametres(catalogueParDefaut(), parametres), { date: '2027-01-04' })
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(attendu)))
  })

  it('plusieurs fichiers : un tableau dans leur ordre, l’erreur à la place du fichier refusé, code 2', () => {
    const mauvais = fichier('mauvais.json', JSON.stringify({ ...ACCORD, version: 2 }))
    const { status, stdout, stderr } = cli('orienter', accord, mauvais, accord, '--json')
    expect(status).toBe(2)
    const lus = JSON.parse(stdout) as (Orientation & { erreur?: string })[]
    expect(lus.map((x) => x.erreur === undefined)).toEqual([true, false, true])
    expect(lus[1]?.erreur).toContain('version')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('sans --json : la lecture en français, les motifs, ce qui manque, qui appeler, 100 colonnes au plus', () => {
    const { status, stdout } = cli('orienter', accord)
    expect(status).toBe(0)
    for (const mots of [
      'L’Ouvrage : À vérifier',
      'À faire avant l’audience',
      'Appeler le JAP de Paris',
      'Qui appeler',
      'AILSI : Déféré à Bobigny',
      'Question suivante',
      'ne lie ni le parquet ni le tribunal',
    ])
      expect(stdout.replace(/\s+/g, ' ')).toContain(mots)
    expect(Math.max(...stdout.split('\n').map((l) => [...l].length))).toBeLessThanOrEqual(100)
  })
})

describe('casier', () => {
  it('donne le bulletin lu, et refuse les options qui ne le concernent pas', () => {
    const texte = 'BULLETIN NUMERO 1\nNEANT\n'
    const bulletin = fichier('bulletin.txt', texte)
    const { status, stdout } = cli('casier', bulletin, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(lireCasier(texte))))
    expect(cli('casier', bulletin, '--date', '2026-11-24').status).toBe(2)
  })
})

describe('mauvaises entrées : une phrase en français, code 2, rien d’autre', () => {
  it('fichiers', () => {
    mkdirSync(join(travail, 'un-dossier'))
    const lourd = fichier('lourd.json', '')
    truncateSync(lourd, 50 * 1024 * 1024)
    const declaration = ACCORD.declarations[0]
    const cas: [chemin: string, dit: RegExp][] = [
      [join(travail, 'absent.json'), /n’existe pas/],
      [join(travail, 'un-dossier'), /indiquez un fichier/],
      [fichier('vide.json', ''), /vide/],
      [fichier('blancs.json', ' \n\t '), /vide/],
      [fichier('latin1.json', Uint8Array.from([0x7b, 0x22, 0xe9, 0x22, 0x7d])), /UTF-8/],
      [fichier('coupe.json', '{\n  "version": 1,\n  "id": '), /ligne 3, colonne 9/],
      [fichier('virgule.json', '{"version": 1,}'), /ligne 1, colonne 15/],
      [lourd, /20 Mo/],
      [fichier('nul.json', 'null'), /dossier/i],
      [fichier('liste.json', '[]'), /dossier/i],
      [fichier('profond.json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`), /dossier|Lecture/i],
      [
        fichier('proto.json', JSON.stringify(ACCORD).replace('{', '{"__proto__":{"a":1},')),
        /clé inconnue|dossier/i,
      ],
      [
        fichier(
          'fait.json',
          JSON.stringify({ ...ACCORD, declarations: [{ ...declaration, fait: 'logement.chateau' }] }),
        ),
        /declarations\[0\]/,
      ],
      [fichier('jour.json', JSON.stringify({ ...ACCORD, dateAudience: '2026-02-30' })), /dateAudience/],
      [
        fichier('mineur.json', JSON.stringify({ ...ACCORD, personne: { dateNaissance: '2010-01-01' } })),
        /mineur/i,
      ],
    ]
    const { status, stdout, stderr } = cli('orienter', ...cas.map(([chemin]) => chemin), '--json')
    expect(status).toBe(2)
    const lus = JSON.parse(stdout) as { erreur: string }[]
    cas.forEach(([chemin, dit], i) => {
      expect(lus[i]?.erreur, chemin).toMatch(dit)
    })
    expect(stderr.trim().split('\n')).toHaveLength(cas.length)
    expect(stderr).not.toMatch(/\bat .*\.ts:\d|Error:/)
  })

  it('la marque d’ordre des octets ne gêne pas', () => {
    expect(cli('orienter', fichier('bom.json', `\uFEFF${JSON.stringify(ACCORD)}`), '--json').status).toBe(0)
  })

  it.each([
    [['orientr', 'x.json'], /Commande inconnue/],
    [['orienter'], /au moins un fichier/],
    [['orienter', accord, '--dat', '2026-11-24'], /Option inconnue/],
    [['orienter', accord, '--date', '2026-02-30'], /date existante/],
    [['orienter', accord, '--parametre', 'ailsi.inclusions'], /nom=valeur/],
    [['orienter', accord, '--parametre', 'ailsi.ouverte=oui'], /inconnu/],
    [['orienter', accord, '--parametre', 'ailsi.inclusions=peut-etre'], /attend/],
    [['orienter', accord, '--parametre', 'ouvrage.minCondamnations=deux'], /nombre/],
    [['orienter', accord, '--parametre', 'ailsi.definitionSansLogement=E2,Z9'], /liste/],
  ])('%j', (args, dit) => {
    const { status, stdout, stderr } = cli(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(dit)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
