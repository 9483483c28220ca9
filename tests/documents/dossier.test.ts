import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lirePolices, type Pdf, produirePdf } from '../../electron/impression/index.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { avecImprimante } from '../../scripts/imprimer.ts'
import { audience, BAVARD, contenus, DEMONSTRATION, liste, NOM_LONG } from './exemples.ts'
import { exigerPoppler, poppler, texteDe } from './poppler.ts'

/** What is bound for the hearing, the list of the morning and the private note, read back by another program. */

const travail = mkdtempSync(join(tmpdir(), 'aiguillage-dossier-'))
const chemin = (nom: string) => join(travail, `${nom}.pdf`)
const PERSONNES = 4
const pas: string[] = []
const produits: Record<string, Pdf> = {}

beforeAll(async () => {
  exigerPoppler()
  const polices = await lirePolices()
  await avecImprimante(requireChromium(), async (imprimer) => {
    const faire = async (nom: string, contenu: Parameters<typeof produirePdf>[0]) => {
      const progres = (fait: number, total: number) => {
        if (nom === 'dossier') pas.push(`${fait}/${total}`)
      }
      produits[nom] = await produirePdf(contenu, polices, imprimer, { progres })
      writeFileSync(chemin(nom), produits[nom].pdf)
    }
    // The second person does not hold on one page: every later number moves.
    await faire('dossier', audience(PERSONNES, [DEMONSTRATION, BAVARD]))
    await faire('liste', liste(Array.from({ length: 30 }, (_, i) => (i % 2 === 0 ? DEMONSTRATION : BAVARD))))
    await faire('note', contenus().note)
  })
}, 300_000)
afterAll(() => rmSync(travail, { recursive: true, force: true }))

const page = (nom: string, n: number) => texteDe(chemin(nom), '-f', String(n), '-l', String(n))

describe('dossier d’audience', () => {
  it('a un sommaire dont chaque numéro est celui de la page', () => {
    const lignes = poppler('pdftotext', '-layout', '-l', '1', chemin('dossier'), '-').split('\n')
    const annonces = lignes.flatMap((l) => {
      const m = /(Fiche d’orientation|Checklist pour le tribunal)\s+(\d+)\s*$/.exec(l)
      return m === null ? [] : [[m[1] ?? '', Number(m[2])] as const]
    })
    expect(annonces).toHaveLength(PERSONNES * 2)
    for (const [titre, n] of annonces) expect(page('dossier', n).startsWith(titre)).toBe(true)
  })

  it('dit sur chaque page le parquet de la personne et la page du tout', () => {
    const total = produits.dossier?.pages ?? 0
    expect(total).toBeGreaterThan(PERSONNES * 2 + 1)
    const vus = new Set<string>()
    for (let n = 2; n <= total; n += 1) {
      const texte = page('dossier', n)
      expect(texte).toContain(`page ${n}/${total}`)
      expect(texte).toContain('ne lie ni le parquet ni le tribunal')
      const [, numero = ''] =
        /N° parquet (\d{11}) · édité le 24\/11\/2026 à 11 h 18 · catalogue/.exec(texte) ?? []
      vus.add(numero)
    }
    expect([...vus]).toEqual(Array.from({ length: PERSONNES }, (_, i) => String(26328000100 + i)))
  })

  it('annonce la page où une fiche continue', () => {
    const toutes = Array.from({ length: produits.dossier?.pages ?? 0 }, (_, i) => page('dossier', i + 1))
    const annonces = toutes.flatMap((t, i) => {
      const m = /suite page (\d+)/.exec(t)
      return m === null ? [] : [[i + 1, Number(m[1])]]
    })
    expect(annonces).toHaveLength(2)
    for (const [ici = 0, suite] of annonces) expect(suite).toBe(ici + 1)
  })

  it('a un signet par personne et par document, chacun une fois, et de vrais niveaux de titre', () => {
    const titres = signets(readFileSync(chemin('dossier'), 'latin1'))
    expect(titres.filter((t) => t === 'Fiche d’orientation')).toHaveLength(PERSONNES)
    expect(titres.filter((t) => t === 'Checklist pour le tribunal')).toHaveLength(PERSONNES)
    const noms = titres.filter((t) => /né\(e\) le|^\d\. /.test(t))
    expect(noms).toHaveLength(PERSONNES)
    const structure = poppler('pdfinfo', '-struct', chemin('dossier'))
    expect(structure.match(/^ *H1\b/gm)).toHaveLength(PERSONNES + 1)
    expect(structure.match(/^ *H2\b/gm)).toHaveLength(PERSONNES * 2)
  })

  it('dit où il en est, sans jamais revenir en arrière, jusqu’à la fin', () => {
    const faits = pas.map((p) => Number(p.split('/')[0]))
    expect(faits).toEqual([...faits].sort((a, b) => a - b))
    expect(pas.at(-1)).toBe(`${PERSONNES + 2}/${PERSONNES + 2}`)
  })

  it('s’arrête quand on le demande : rien n’est imprimé', async () => {
    const arret = new AbortController()
    let imprimes = 0
    const imprimer = async () => {
      imprimes += 1
      return new Uint8Array()
    }
    const progres = (fait: number) => {
      if (fait === 2) arret.abort(new Error('annulé'))
    }
    const travail = produirePdf(audience(12), { css: '' }, imprimer, { signal: arret.signal, progres })
    await expect(travail).rejects.toThrow('annulé')
    expect(imprimes).toBe(0)
  })
})

/** Titles of the outline, as the PDF writes them: Latin-1 between parentheses or UTF-16 in hexadecimal. */
function signets(pdf: string): string[] {
  return [...pdf.matchAll(/\/Title (?:\(((?:[^()\\]|\\.)*)\)|<FEFF([0-9A-F]+)>)/g)].map(([, latin, hexa]) =>
    hexa === undefined
      ? (latin ?? '').replace(/\\(.)/g, '$1')
      : Buffer.from(hexa, 'hex').swap16().toString('utf16le'),
  )
}

describe('liste de permanence', () => {
  it('est en paysage, répète son en-tête sur chaque page et garde chaque nom entier', () => {
    expect(poppler('pdfinfo', chemin('liste'))).toMatch(/Page size:\s+84[12]\.\d+ x 59[45]\.\d+ pts \(A4\)/)
    const pages = produits.liste?.pages ?? 0
    expect(pages).toBeGreaterThan(1)
    const { colonnes } = liste([DEMONSTRATION])
    for (let n = 1; n <= pages; n += 1) {
      for (const c of colonnes) expect(page('liste', n)).toContain(c.split(' ')[0])
      expect(page('liste', n)).toContain(`page ${n}/${pages}`)
    }
    const serre = poppler('pdftotext', '-raw', chemin('liste'), '-').replace(/\s+/g, '')
    expect(serre.split(NOM_LONG.replaceAll(' ', ''))).toHaveLength(16)
  })
})

describe('note d’audience', () => {
  it('dit sur chaque page qu’elle est privée', () => {
    for (let n = 1; n <= (produits.note?.pages ?? 0); n += 1) expect(page('note', n)).toMatch(/privée/i)
    expect(poppler('pdfinfo', chemin('note'))).toMatch(/Tagged:\s+yes/)
  })
})
