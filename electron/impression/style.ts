import { type ChecklistContenu, type DocumentContenu, dateEtHeure } from '../../domain/index.ts'
import { chaineCss } from './echappement.ts'

/** The print sheet: black ink, hairlines, no fill; 12 mm of margin, 10 pt and more (ecrans.md §3.2). */

/** What stands at the foot of every page; the number is cut there because the header has it whole. */
function marges({ titre, entete, pied }: DocumentContenu | ChecklistContenu): string {
  const numero = entete.numeroParquet?.slice(0, 24) ?? 'non renseigné'
  const { version, empreinte } = entete.catalogue
  const edition = `N° parquet ${numero} · édité le ${dateEtHeure(entete.editeLe)} · catalogue ${version} (${empreinte.slice(0, 12)})`
  const petit = 'font:8pt/1.2 "Source Sans 3",sans-serif'
  return `@page{size:A4;margin:12mm;
@top-left{content:${chaineCss(`${titre} – suite`)};${petit}}
@bottom-left{content:${chaineCss(pied)} "\\A " ${chaineCss(edition)};white-space:pre;${petit}}
@bottom-right{content:"page " counter(page) "/" counter(pages);${petit}}}
@page:first{@top-left{content:none}}`
}

const ENTETE = 15.5

const COMMUN = `
html,body{margin:0}
body{font:10pt/1.11 "Source Sans 3",sans-serif;color:#000;position:relative;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
h1,h2,h3,p,ul{margin:0;padding:0}
h1{font-size:16pt;font-weight:600;line-height:1.1}
h2{font-size:11.5pt;font-weight:600;text-align:left;line-height:1.15;break-after:avoid}
h3{font-size:10pt;font-weight:600;break-after:avoid}
.fort{font-weight:600}
.src{font-style:italic}
li{list-style:none;padding-left:2.4mm;text-indent:-2.4mm}
li::before{content:"· "}
header{display:grid;grid-template-columns:1fr auto;align-content:start;column-gap:6mm;height:${ENTETE}mm;align-items:baseline;box-sizing:border-box;border-bottom:.6pt solid #000}
header .droite{text-align:right}
header .mention{grid-column:1/-1;font-style:italic}
table{width:100%;border-collapse:collapse}
caption{text-align:left;font-style:italic;caption-side:top;break-inside:avoid;break-after:avoid}
tr{break-inside:avoid}
tr.longue{break-inside:auto}
th,td{border-top:.4pt solid #000;padding:.2mm 0;text-align:left;vertical-align:top;font-weight:400}
.lecture{font-weight:400}
.blanc{display:inline-block;border-bottom:.5pt solid #000;width:30mm;height:1em;vertical-align:baseline}
.case{display:inline-block;box-sizing:border-box;width:3.4mm;height:3.4mm;border:.6pt solid #000;vertical-align:-.5mm}
.forme{display:inline-block;text-indent:0;width:2.5mm;height:2.5mm;margin-right:.9mm;fill:#000;stroke:#000;stroke-width:1.6;vertical-align:-.15mm}
span.forme{height:auto;font-weight:600;text-align:center;vertical-align:baseline}
.forme.faux,.forme.neutre{fill:none}
`

/**
 * The first page is 273 mm high inside its margins. Columns wrap (CSS multicol 2): rows of two columns,
 * one per page, and what stays free under the first row holds the lawyer's third. Whatever does not fit
 * flows to the next page by itself; nothing is measured, nothing is cut.
 */
const HAUTEUR_PAGE = 273
const HAUT = ENTETE + 1.5
const TALON = 67
const COLONNES = HAUTEUR_PAGE - HAUT - TALON - 1.5

const FICHE = `
main{columns:2;column-gap:6mm;column-height:${COLONNES}mm;column-wrap:wrap;column-fill:auto;row-gap:${HAUTEUR_PAGE - COLONNES}mm}
main.longue{column-height:${COLONNES - 5}mm;row-gap:${HAUTEUR_PAGE - COLONNES + 5}mm}
header{margin-bottom:${HAUT - ENTETE}mm}
section+section,table+section{margin-top:1.6mm}
main th{width:24mm;padding-right:2mm}
.reponses th{font-weight:600}
.criteres tr{display:block;border-top:.4pt solid #000;padding:.2mm 0 .2mm 3.5mm;text-indent:-3.5mm}
.criteres :is(th,td){display:inline;width:auto;border:0;padding:0}
.criteres th{font-weight:600}
.silence{border-top:.4pt solid #000;padding:.2mm 0}
.sous{font-style:italic}
.tel{white-space:nowrap}
.tel .blanc{width:26mm}
.talon{position:absolute;top:${HAUTEUR_PAGE - TALON}mm;left:0;right:0;height:${TALON}mm;box-sizing:border-box;border-top:.8pt dashed #000;padding-top:1mm}
.decoupe{position:absolute;right:0;top:1mm;font-style:italic}
.moities{display:grid;grid-template-columns:1.75fr 1fr;column-gap:6mm;margin-top:1mm}
.talon li{margin-top:.5mm;break-inside:avoid}
.motifs{columns:2;column-gap:6mm}
.motifs li{margin:0 0 .5mm}
.talon h3+*{margin-top:.6mm}
.talon p+h3,.talon ul+h3{margin-top:1.5mm}
.talon .sous{margin-top:1mm}
.moities+h3{margin-top:1.5mm}
.appels{display:grid;grid-template-columns:repeat(3,1fr);gap:0 6mm}
.appels li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;padding:0;text-indent:0}
.appels li::before{content:none}
.appels .tel{display:flex;flex:1 0 100%;column-gap:2mm;align-items:end;min-height:5.5mm}
.appels .blanc{flex:1}
.talon .src{white-space:nowrap}
.annonce{position:absolute;top:${HAUTEUR_PAGE - TALON - 5}mm;right:0;font-weight:600}
`

const CHECKLIST = `
header{margin-bottom:4mm}
body{font-size:11pt;line-height:1.25}
h2{margin-bottom:2mm}
thead th{font-weight:600;font-size:10pt}
tbody td,tbody th{padding:2mm 2mm 2mm 0}
tbody th{font-weight:600}
tbody th p{font-weight:400;margin-top:.8mm}
td.etat{width:24mm;white-space:nowrap}
td.etat .case{width:4.4mm;height:4.4mm;margin-right:1mm}
td.etat .forme{display:block;width:100%;height:100%}
td:nth-child(2){width:6mm}
td:last-child{width:52mm}
.blanc{width:40mm}
.b4{width:10mm}.b6{width:16mm}.b12{width:30mm}.b22{width:48mm}.b2{width:7mm}
`

export function feuille(contenu: DocumentContenu | ChecklistContenu): string {
  const propre = contenu.type === 'fiche' ? FICHE : CHECKLIST
  return `${marges(contenu)}${COMMUN}${propre}`
}
