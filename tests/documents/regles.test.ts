import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueParDefaut, reglesARelire } from '../../domain/index.ts'
import { lirePolices, produireRegles, typographie } from '../../electron/impression/index.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { avecImprimante } from '../../scripts/imprimer.ts'
import { exigerPoppler, poppler } from './poppler.ts'

/** The page that a jurist signs, read back by another program: a rule that is not on it was never reread. */

const travail = mkdtempSync(join(tmpdir(), 'aiguillage-regles-'))
const CATALOGUE = catalogueParDefaut()
const CONTENU = reglesARelire(CATALOGUE, {
  editeLe: '2026-11-24T09:05:00+01:00',
  origine: 'livré avec l’application',
  changements: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      date: '2026-11-20T10:00:00+01:00',
      par: 'Camille Modele, référente',
      source: 'appel au SPIP',
      changement: { type: 'note', dispositif: 'ouvrage', texte: 'équipe à rappeler en janvier' },
    },
  ],
})
const LIGNES = CONTENU.parties.flatMap((p) => p.entrees.flatMap((e) => e.blocs.flatMap((b) => b.lignes)))

/** Words only: a line break of the page must not hide a sentence. */
const serrer = (texte: string) => typographie(texte).replace(/\s+/g, '')

describe('relire les règles, sur papier', { timeout: 120_000 }, () => {
  const pdf = join(travail, 'regles.pdf')
  let pages = 0
  let texte = ''
  beforeAll(async () => {
    exigerPoppler()
    const polices = await lirePolices()
    await avecImprimante(requireChromium(), async (imprimer) => {
      const produit = await produireRegles(CONTENU, polices, imprimer)
      pages = produit.pages
      writeFileSync(pdf, produit.pdf)
    })
    // In the order of the content: columns of a table must not be mixed.
    texte = serrer(poppler('pdftotext', '-raw', pdf, '-'))
  }, 300_000)
  afterAll(() => rmSync(travail, { recursive: true, force: true }))

  it('porte chaque critère, chaque règle numérotée, et sa phrase entière', () => {
    const absents = LIGNES.filter(
      (l) =>
        !texte.includes(serrer(`${l.numero}${l.code ?? ''}${l.texte}`)) ||
        l.details.some((d) => !texte.includes(serrer(d.texte))),
    )
    expect(absents.map((l) => `${l.numero} ${l.code ?? ''} ${l.texte}`)).toEqual([])
    const criteres = CATALOGUE.dispositifs.flatMap((d) => d.criteres.map((c) => c.id))
    expect(criteres.filter((id) => !texte.includes(id))).toEqual([])
  })

  it('porte chaque article, chaque source et la marque de chaque règle', () => {
    const absents = LIGNES.filter((l) => {
      const dite = `${l.articles.join(' ; ')}${l.source}${l.marque === null ? '' : `[${l.marque}]`}`
      return !texte.includes(serrer(dite))
    })
    expect(absents.map((l) => `${l.numero} ${l.source}`)).toEqual([])
    for (const { marque, sens, nombre } of CONTENU.marques)
      expect(texte).toContain(serrer(`${marque}${sens}${nombre}`))
  })

  it('laisse une ligne à signer par entrée, et dit la version sur chaque page', () => {
    const entrees = CONTENU.parties.flatMap((p) => p.entrees)
    expect(texte.split('relulepar').length - 1).toBe(entrees.length)
    expect(poppler('pdfinfo', pdf)).toMatch(new RegExp(`Pages:\\s+${pages}\\n`))
    for (let page = 1; page <= pages; page += 1) {
      const lue = serrer(poppler('pdftotext', '-f', String(page), '-l', String(page), pdf, '-'))
      expect(lue).toContain(`page${page}/${pages}`)
      expect(lue).toContain(serrer(`catalogue ${CATALOGUE.version} (${CATALOGUE.empreinte.slice(0, 12)})`))
    }
  })

  it('est en A4 debout, balisé, en français, titré, avec un plan', () => {
    const infos = poppler('pdfinfo', pdf)
    expect(infos).toMatch(/Tagged:\s+yes/)
    expect(infos).toMatch(/Title:\s+Relire les règles\s–\scatalogue /)
    expect(infos).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/)
    const brut = readFileSync(pdf, 'latin1')
    expect(brut).toMatch(/\/Lang \(fr\)/)
    expect(brut).toMatch(/\/Outlines/)
    const structure = poppler('pdfinfo', '-struct', pdf)
    for (const balise of [/^ *H1\b/m, /^ *H2\b/m, /^ *H3\b/m, /^ *TH\b/m, /\/Scope \/Row/])
      expect(structure).toMatch(balise)
  })
})
