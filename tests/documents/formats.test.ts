import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modeleParDefaut, versDocx, versOdt } from '../../electron/formats/index.ts'
import { BAVARD, contenus, liste, NOM_LONG } from './exemples.ts'
import { convertir, exigerLibreOffice } from './libreoffice.ts'
import { exigerPoppler, poppler, texteDe } from './poppler.ts'

/** DOCX and ODT opened by LibreOffice, then read back from what it made of them. */

const travail = mkdtempSync(join(tmpdir(), 'aiguillage-formats-'))
const { fiche, checklist, note } = contenus()
const bavarde = contenus(BAVARD).fiche
const FICHIERS = [
  ['fiche.docx', fiche],
  ['checklist.docx', checklist],
  ['note.docx', note],
  ['bavarde.docx', bavarde],
  ['fiche.odt', fiche],
  ['checklist.odt', checklist],
  ['note.odt', note],
  ['bavarde.odt', bavarde],
] as const
const partie = (fichier: string, nom: string) =>
  strFromU8(unzipSync(readFileSync(join(travail, fichier)))[nom] ?? new Uint8Array())

beforeAll(async () => {
  exigerPoppler()
  exigerLibreOffice()
  const modele = await modeleParDefaut()
  for (const [nom, contenu] of FICHIERS) {
    const octets = nom.endsWith('.docx') ? await versDocx(contenu) : await versOdt(contenu, modele)
    // Two formats of one document would become one PDF.
    writeFileSync(join(travail, nom), octets)
    writeFileSync(join(travail, nom.replace('.', '-').concat(nom.slice(nom.indexOf('.')))), octets)
  }
  writeFileSync(join(travail, 'liste-docx.docx'), await versDocx(liste([BAVARD, BAVARD])))
  const copies = [
    ...FICHIERS.map(([nom]) => nom.replace('.', '-').concat(nom.slice(nom.indexOf('.')))),
    'liste-docx.docx',
  ]
  const chemins = copies.map((nom) => join(travail, nom))
  convertir('pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', chemins, travail)
  convertir('fodt', [join(travail, 'fiche-docx.docx'), join(travail, 'fiche-odt.odt')], travail)
}, 300_000)
afterAll(() => rmSync(travail, { recursive: true, force: true }))

describe.each(FICHIERS.map(([nom, contenu]) => [nom, contenu] as const))(
  '%s dans LibreOffice',
  (nom, contenu) => {
    const pdf = join(travail, `${nom.replace('.', '-')}.pdf`)

    it('est en français, titré sans nom de personne, avec de vrais titres et tableaux', () => {
      const infos = poppler('pdfinfo', pdf)
      expect(infos).toMatch(/Tagged:\s+yes/)
      expect(/Title:\s+(.*)/.exec(infos)?.[1]).toContain(contenu.titre)
      expect(/Title:\s+(.*)/.exec(infos)?.[1]).not.toMatch(/modele|idir|abcdef/i)
      expect(readFileSync(pdf, 'latin1')).toMatch(/\/Lang\s?\(fr-FR\)/)
      const structure = poppler('pdfinfo', '-struct', pdf)
      for (const balise of [/^ *H1\b/m, /^ *H2\b/m, /^ *(TH|TD)\b/m]) expect(structure).toMatch(balise)
    })

    it('dit sur chaque page le parquet, l’heure, la page, le catalogue et la phrase', () => {
      const pages = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', pdf))?.[1])
      for (let page = 1; page <= pages; page += 1) {
        const texte = texteDe(pdf, '-f', String(page), '-l', String(page))
        expect(texte).toContain(`page ${page}/${pages}`)
        expect(texte).toMatch(/N° parquet 26328000123 · édité le 24\/11\/2026 à 11 h 18 · catalogue \S+ \(/)
        expect(texte).toContain('ne lie ni le parquet ni le tribunal')
      }
    })
  },
)

describe('ce qui reste dans le fichier', () => {
  it('les titres sont des titres pour LibreOffice, et l’en-tête des tableaux se répète', () => {
    for (const nom of ['fiche-docx.fodt', 'fiche-odt.fodt']) {
      const xml = readFileSync(join(travail, nom), 'utf8')
      expect(xml).toMatch(/<text:h [^>]*text:outline-level="1"[^>]*>(<[^>]+>)*Fiche d’orientation/)
      expect(xml.match(/<text:h [^>]*text:outline-level="2"/g)?.length).toBeGreaterThan(3)
      expect(xml).toContain('<table:table-header-rows>')
    }
  })

  it('les cases à cocher de la checklist restent des contrôles de Word', () => {
    expect(partie('checklist.docx', 'word/document.xml').match(/<w14:checkbox>/g)).toHaveLength(8)
    expect(partie('checklist.odt', 'content.xml').match(/[☐☒]/g)).toHaveLength(8)
  })

  it.each(['bavarde-docx.pdf', 'bavarde-odt.pdf'])(
    '%s garde un nom de 200 lettres et cinquante précisions',
    (nom) => {
      const texte = texteDe(join(travail, nom), '-raw')
      expect(texte).toContain(NOM_LONG)
      for (let i = 0; i < 50; i += 1) expect(texte).toContain(`repère${i}x`)
      expect(texte).toContain('{titre} {#parties}')
    },
  )

  it('un mot écrit de droite à gauche est un passage à part dans Word', () => {
    expect(partie('bavarde.docx', 'word/document.xml')).toMatch(/<w:rtl\/>.{0,200}مرحبا/)
  })

  it('la liste est en paysage', () => {
    expect(poppler('pdfinfo', join(travail, 'liste-docx.pdf'))).toMatch(/Page size:\s+84\d[\d.]* x 59\d/)
  })
})
