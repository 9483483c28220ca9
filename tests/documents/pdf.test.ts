import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Dossier } from '../../domain/index.ts'
import { lirePolices, produirePdf } from '../../electron/impression/index.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { demonstration } from '../../scripts/demonstration.ts'
import { avecImprimante } from '../../scripts/imprimer.ts'
import { checklist, declaration, fiche } from '../domain/documents/outils.ts'
import { exigerPoppler, poppler, texteDe } from './poppler.ts'

/** What the court holds, read back by another program. */

const travail = mkdtempSync(join(tmpdir(), 'aiguillage-pdf-'))
const DEMONSTRATION = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/demonstration/dossier.json'), 'utf8'),
) as Dossier

beforeAll(exigerPoppler, 300_000)
afterAll(() => rmSync(travail, { recursive: true, force: true }))

const A4 = /Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/

describe('fiche de la démonstration', { timeout: 60_000 }, () => {
  let pdf = ''
  const dit: string[] = []
  beforeAll(async () => {
    pdf = await demonstration({ documents: join(travail, 'Documents'), dire: (t) => dit.push(t) })
  }, 300_000)

  it('dit la lecture en français et où est le fichier, sans nom de personne', () => {
    expect(dit.join('\n')).toContain('L’Ouvrage : À vérifier')
    expect(dit.at(-1)).toContain(pdf)
    expect(pdf).not.toMatch(/mod[eè]le|idir/i)
  })

  it('tient sur une page A4, balisée, en français, avec un titre', () => {
    const infos = poppler('pdfinfo', pdf)
    expect(infos).toMatch(/Pages:\s+1\n/)
    expect(infos).toMatch(/Tagged:\s+yes/)
    expect(infos).toMatch(/Title:\s+Fiche d’orientation\s–\s26328000123/)
    expect(infos).toMatch(A4)
    expect(readFileSync(pdf, 'latin1')).toMatch(/\/Lang \(fr\)/)
  })

  it('a ses titres, légendes et en-têtes de ligne dans la structure', () => {
    const structure = poppler('pdfinfo', '-struct', pdf)
    for (const balise of [/^ *H1\b/m, /^ *H2\b/m, /^ *Caption\b/m, /^ *TH\b/m, /\/Scope \/Row/])
      expect(structure).toMatch(balise)
  })

  it('se lit dans l’ordre : la lecture, la situation, puis le talon de l’avocat', () => {
    // In the order of the content, as a screen reader has it, not as poppler guesses columns.
    const texte = texteDe(pdf, '-raw')
    const ordre = [
      'Fiche d’orientation',
      'L’Ouvrage – À vérifier',
      'Appeler le JAP de Paris',
      'Autres dispositifs',
      'Hors critères : AILSI',
      'Réponse, puis source.',
      'dit à l’audition p. 3 – déclaré',
      'Non exploré – non demandé',
      'Pour l’avocat',
      'Dire oui à',
      'Qui appeler',
    ]
    const places = ordre.map((mots) => texte.indexOf(mots))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(texte).toContain('Aide à la préparation – ne lie ni le parquet ni le tribunal')
    expect(texte).toMatch(
      /N° parquet 26328000123 · édité le \d\d\/\d\d\/\d{4} à \d+ h \d\d · catalogue \d{4}-\d\d-\d\d \([0-9a-f]{12}\)/,
    )
    expect(texte).toContain('page 1/1')
  })

  it('n’a que Source Sans 3, contenue dans le fichier', () => {
    const polices = poppler('pdffonts', pdf).trim().split('\n').slice(2)
    expect(polices.length).toBeGreaterThan(0)
    for (const police of polices) expect(police).toMatch(/SourceSans3.*\s(yes)\s+(yes)\s/)
  })

  it('est en noir et blanc, rien ne touche les marges, le talon commence au tiers bas', () => {
    poppler('pdftoppm', '-r', '50', '-png', pdf, join(travail, 'image'))
    poppler('pdftoppm', '-r', '50', pdf, join(travail, 'points'))
    const { largeur, hauteur, points } = lirePpm(join(travail, 'points-1.ppm'))
    const marge = Math.floor((12 / 25.4) * 50) - 1
    let couleur = 0
    let enMarge = 0
    for (let y = 0; y < hauteur; y += 1)
      for (let x = 0; x < largeur; x += 1) {
        const [r = 0, v = 0, b = 0] = points.subarray((y * largeur + x) * 3, (y * largeur + x) * 3 + 3)
        if (Math.max(r, v, b) - Math.min(r, v, b) > 8) couleur += 1
        if ((x < marge || x >= largeur - marge) && r < 250) enMarge += 1
      }
    expect({ couleur, enMarge }).toEqual({ couleur: 0, enMarge: 0 })
    const talon = Number(
      /yMin="([\d.]+)"[^>]*>Pour<\/word>/.exec(poppler('pdftotext', '-bbox', pdf, '-'))?.[1],
    )
    expect(talon / 842).toBeGreaterThan(2 / 3)
    expect(talon / 842).toBeLessThan(3 / 4)
  })
})

function lirePpm(chemin: string): { largeur: number; hauteur: number; points: Uint8Array } {
  const octets = readFileSync(chemin)
  const entete = /^P6\s(\d+) (\d+)\s255\s/.exec(octets.subarray(0, 40).toString('latin1'))
  if (entete === null) throw new Error('pdftoppm : entête inattendu')
  return { largeur: Number(entete[1]), hauteur: Number(entete[2]), points: octets.subarray(entete[0].length) }
}

describe('documents trop longs', { timeout: 60_000 }, () => {
  const nom = 'ABCDEFGHI '.repeat(20).trim()
  const bavard: Dossier = {
    ...DEMONSTRATION,
    numeroParquet: '26328000123, 26328000124, 26328000125, 26328000126, 26328000127, 26328000128',
    personne: { ...DEMONSTRATION.personne, nom },
    declarations: [
      ...DEMONSTRATION.declarations,
      ...Array.from({ length: 50 }, (_, i) =>
        declaration(500 + i, 'addiction.lienFaits', true, {
          precision: `une précision, repère${i}x 😀 مرحبا puis <b>longue</b>`,
        }),
      ),
    ],
  }
  let lu = ''
  let lue = ''
  let pages = 0
  beforeAll(async () => {
    const polices = await lirePolices()
    await avecImprimante(requireChromium(), async (imprimer) => {
      const longue = await produirePdf(fiche(bavard), polices, imprimer)
      pages = longue.pages
      lu = join(travail, 'longue.pdf')
      writeFileSync(lu, longue.pdf)
      lue = join(travail, 'checklist.pdf')
      writeFileSync(lue, (await produirePdf(checklist(DEMONSTRATION), polices, imprimer)).pdf)
    })
  }, 300_000)

  it('continuent sur une page annoncée, sans rien couper', () => {
    expect(pages).toBeGreaterThan(1)
    expect(poppler('pdfinfo', lu)).toMatch(new RegExp(`Pages:\\s+${pages}\\n`))
    const premiere = texteDe(lu, '-l', '1')
    expect(premiere).toContain('suite page 2')
    expect(premiere).toContain('Pour l’avocat')
    expect(texteDe(lu, '-f', '2')).toContain('Fiche d’orientation – suite')
    const tout = texteDe(lu)
    for (let i = 0; i < 50; i += 1) expect(tout).toContain(`repère${i}x`)
    expect(tout.split(nom)).toHaveLength(2)
    for (const mots of ['26328000128', 'APPI – vérifié', 'Non exploré', 'Qui appeler'])
      expect(tout).toContain(mots)
    expect(tout).toContain('<b>longue</b>')
  })

  it('le talon ne recouvre rien : il commence sous la dernière ligne de la page', () => {
    const [premiere = ''] = poppler('pdftotext', '-bbox-layout', lu, '-').split('</page>')
    const lignes = [
      ...premiere.matchAll(
        /<line xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([\s\S]*?)<\/line>/g,
      ),
    ]
    const talon = lignes.findIndex((l) => l[3]?.includes('>Pour</word>'))
    const haut = Number(lignes[talon]?.[1])
    for (const l of lignes.filter((x) => Number(x[1]) < haut - 1)) expect(Number(l[2])).toBeLessThan(haut + 1)
  })

  it('la checklist tient sur une page avec ses huit étapes', () => {
    expect(poppler('pdfinfo', lue)).toMatch(/Pages:\s+1\n/)
    const texte = texteDe(lue)
    expect(texte).toContain('Checklist pour le tribunal')
    expect(texte).toContain('1/8')
    expect(texte).toContain('appeler : JAP de Paris – tél.')
    expect(texte).toContain('ne lie ni le parquet ni le tribunal')
  })
})
