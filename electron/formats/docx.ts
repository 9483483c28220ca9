import { setImmediate } from 'node:timers/promises'
import type * as Docx from 'docx'
import { MARQUE_EXERCICE } from '../../domain/index.ts'
import type { Edition } from '../impression/index.ts'
import { type Bloc, type Brin, type Cellule, type ContenuEcrit, enBlocs } from './blocs.ts'

/** Half-points; widths in twentieths of a point. A4 less 18 mm on each side. */
const CORPS = 20
const PETIT = 16
const MARGE = 1020
const LARGEUR = { portrait: 11906 - 2 * MARGE, paysage: 16838 - 2 * MARGE } as const

/**
 * A Word document: real headings, French, its title, header rows repeated, boxes to tick. Arial, whose twin Liberation
 * Sans breaks pages at the same place in LibreOffice.
 */
export async function versDocx(contenu: ContenuEcrit): Promise<Uint8Array> {
  // Loaded when asked for: start-up does not pay for it.
  const docx = await import('docx')
  const { edition, chapeau, blocs, paysage } = enBlocs(contenu)
  const largeur = LARGEUR[paysage ? 'paysage' : 'portrait']
  const e = ecrivain(docx, largeur)
  const document = new docx.Document({
    title: titreDocument(edition),
    creator: 'Aiguillage',
    description: edition.pied,
    styles: styles(),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: 11906,
              height: 16838,
              orientation: paysage ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
            },
            margin: { top: MARGE, bottom: MARGE, left: MARGE, right: MARGE, header: 500, footer: 500 },
          },
        },
        headers: { default: new docx.Header({ children: [e.entete(edition)] }) },
        footers: { default: new docx.Footer({ children: e.pied(edition) }) },
        children: [
          new docx.Paragraph({
            heading: docx.HeadingLevel.HEADING_1,
            children: e.brins([{ texte: edition.titre }]),
          }),
          ...chapeau.map((texte) => e.paragraphe([{ texte }])),
          ...blocs.flatMap(e.bloc),
        ],
      },
    ],
  })
  // Others have their turn between building and packing: a key is never kept waiting by a document.
  await setImmediate()
  return new Uint8Array(await docx.Packer.pack(document, 'uint8array'))
}

/** Never a name of a person: a title shows in the window and in the list of recent files. */
function titreDocument(e: Edition): string {
  return `${e.titre} – ${e.quoi}`
}

/** Built-in headings carry no level in docx 9.15: without one, LibreOffice makes plain paragraphs of them. */
function styles(): Docx.IStylesOptions {
  const langue = { value: 'fr-FR', eastAsia: 'fr-FR', bidirectional: 'ar-SA' }
  const titre = (size: number, before: number, outlineLevel: 0 | 1) => ({
    run: { font: 'Arial', size, bold: true, color: '000000' },
    paragraph: { outlineLevel, keepNext: true, spacing: { before, after: 80 } },
  })
  return {
    default: {
      document: { run: { font: 'Arial', size: CORPS, language: langue } },
      heading1: titre(32, 0, 0),
      heading2: titre(24, 200, 1),
    },
  }
}

function ecrivain(docx: typeof Docx, largeur: number) {
  const { Paragraph, TextRun, TableRow, TableCell, Table, WidthType } = docx
  const trait = { style: docx.BorderStyle.SINGLE, size: 4, color: '000000' }
  const rien = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' }
  const bordures = {
    top: rien,
    left: rien,
    right: rien,
    bottom: trait,
    insideHorizontal: trait,
    insideVertical: rien,
  }

  const brins = (liste: readonly Brin[], size?: number) =>
    liste.flatMap(({ texte, italique }) =>
      parSens(texte).map(
        ({ dit, droiteAGauche }) =>
          new TextRun({
            text: dit,
            italics: italique === true,
            rightToLeft: droiteAGauche,
            ...(size === undefined ? {} : { size }),
          }),
      ),
    )
  const paragraphe = (liste: readonly Brin[]) =>
    new Paragraph({ children: brins(liste), spacing: { after: 60 } })

  const cellule = (c: Cellule, width: number, gras: boolean) => {
    const coche = c.coche === undefined ? [] : [case_(c.coche), new TextRun(' ')]
    const texte = gras
      ? c.brins.flatMap((b) =>
          parSens(b.texte).map((p) => new TextRun({ text: p.dit, bold: true, rightToLeft: p.droiteAGauche })),
        )
      : brins(c.brins)
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 0, right: 120 },
      children: [new Paragraph({ children: [...coche, ...texte] })],
    })
  }
  const case_ = (checked: boolean) =>
    new docx.CheckBox({
      alias: 'à cocher',
      checked,
      checkedState: { value: '2612', font: 'Segoe UI Symbol' },
      uncheckedState: { value: '2610', font: 'Segoe UI Symbol' },
    })

  const table = ({ colonnes, lignes }: Extract<Bloc, { genre: 'table' }>) => {
    const parts = largeurs(colonnes.length, largeur)
    const entete = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: colonnes.map((texte, i) => cellule({ brins: [{ texte }] }, parts[i] ?? 0, true)),
    })
    const rangees = lignes.map(
      (l) =>
        new TableRow({
          cantSplit: l.every((c) => c.brins.reduce((n, b) => n + b.texte.length, 0) < 600),
          children: l.map((c, i) => cellule(c, parts[i] ?? 0, i === 0)),
        }),
    )
    return new Table({
      width: { size: largeur, type: WidthType.DXA },
      columnWidths: parts,
      layout: docx.TableLayoutType.FIXED,
      borders: bordures,
      rows: [entete, ...rangees],
    })
  }

  const bloc = (b: Bloc): (Docx.Paragraph | Docx.Table)[] => {
    switch (b.genre) {
      case 'titre':
        return [
          new Paragraph({
            heading: b.niveau === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
            children: brins([{ texte: b.texte }]),
          }),
        ]
      case 'paragraphe':
        return [paragraphe(b.brins)]
      case 'liste':
        return b.items.map((i) => new Paragraph({ children: brins(i), bullet: { level: 0 } }))
      case 'table':
        return [table(b), new Paragraph({ spacing: { after: 0 } })]
    }
  }

  const petit = (texte: string) => new TextRun({ text: texte, size: PETIT })
  return {
    bloc,
    brins,
    paragraphe,
    entete: (e: Edition) =>
      new Paragraph({
        alignment: docx.AlignmentType.RIGHT,
        children: [
          petit([e.exercice ? MARQUE_EXERCICE : '', e.titre, e.quoi].filter((x) => x !== '').join(' – ')),
        ],
      }),
    pied: (e: Edition) => [
      new Paragraph({ children: [petit(e.pied)] }),
      new Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: largeur }],
        children: [
          petit(`${[e.quoi, e.quand, e.catalogue].filter((x) => x !== '').join(' · ')}\t`),
          new TextRun({
            size: PETIT,
            children: ['page ', docx.PageNumber.CURRENT, '/', docx.PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  }
}

/** Two columns: a label and its answer; four: the checklist; otherwise equal. */
function largeurs(nombre: number, largeur: number): number[] {
  const parts =
    nombre === 2 ? [3, 7] : nombre === 4 ? [2, 0.8, 6, 3] : Array.from({ length: nombre }, () => 1)
  const somme = parts.reduce((a, b) => a + b, 0)
  return parts.map((p) => Math.floor((p / somme) * largeur))
}

const DROITE_A_GAUCHE =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]+(?:[\s\p{M}]+[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]+)*/gu

/** Words written from right to left are runs of their own: what surrounds them keeps its order. */
function parSens(texte: string): { dit: string; droiteAGauche: boolean }[] {
  const parts: { dit: string; droiteAGauche: boolean }[] = []
  let fin = 0
  for (const m of texte.matchAll(DROITE_A_GAUCHE)) {
    if (m.index > fin) parts.push({ dit: texte.slice(fin, m.index), droiteAGauche: false })
    parts.push({ dit: m[0], droiteAGauche: true })
    fin = m.index + m[0].length
  }
  if (fin < texte.length) parts.push({ dit: texte.slice(fin), droiteAGauche: false })
  return parts
}
