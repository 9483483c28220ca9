import { MARQUE_EXERCICE } from '../../domain/index.ts'
import { chaineCss } from './echappement.ts'
import { type Edition, lignePied } from './edition.ts'

/** The print sheets: black ink, hairlines, no fill; 12 mm of margin, 10 pt and more (ecrans.md §3.2). */

const PETIT = 'font:8pt/1.2 "Source Sans 3",sans-serif'

/** What stands at the foot of every page of a name (all pages without one). */
export function marges(edition: Edition, nom = ''): string {
  return `@page ${nom}{@bottom-left{content:${chaineCss(edition.pied)} "\\A " ${chaineCss(lignePied(edition))};white-space:pre;${PETIT}}
@bottom-right{content:"page " counter(page) "/" counter(pages);${PETIT}}${
    edition.exercice
      ? `
@top-center{content:${chaineCss(MARQUE_EXERCICE)};font:600 11pt/1.2 "Source Sans 3",sans-serif}`
      : ''
  }}`
}

/** Every page after the first says what it goes on with. */
export function suite(titre: string): string {
  return `@page{@top-left{content:${chaineCss(`${titre} – suite`)};${PETIT}}}
@page:first{@top-left{content:none}}`
}

/** `paysage` for the one list that is read across. */
export function page(orientation: 'portrait' | 'paysage' = 'portrait'): string {
  return `@page{size:A4${orientation === 'paysage' ? ' landscape' : ''};margin:12mm}`
}

const ENTETE = 15

export const COMMUN = `
html,body{margin:0}
body{font:10pt/1.11 "Source Sans 3",sans-serif;color:#000;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
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
const HAUT = ENTETE + 1
const TALON = 64.5
const COLONNES = HAUTEUR_PAGE - HAUT - TALON - 1

export const FICHE = `
.fiche{position:relative;
.corps{columns:2;column-gap:6mm;column-height:${COLONNES}mm;column-wrap:wrap;column-fill:auto;row-gap:${HAUTEUR_PAGE - COLONNES}mm}
.corps.longue{column-height:${COLONNES - 5}mm;row-gap:${HAUTEUR_PAGE - COLONNES + 5}mm}
header{margin-bottom:${HAUT - ENTETE}mm}
section+section,table+section{margin-top:1.4mm}
.corps tr{display:block;border-top:.4pt solid #000;padding:.2mm 0 .2mm 3.5mm;text-indent:-3.5mm}
.corps :is(th,td){display:inline;border:0;padding:0}
.corps th{font-weight:600}
.silence{border-top:.4pt solid #000;padding:.2mm 0}
.sous{font-style:italic}
.tel{white-space:nowrap}
.tel .blanc{width:26mm}
.talon{position:absolute;top:${HAUTEUR_PAGE - TALON}mm;left:0;right:0;height:${TALON}mm;box-sizing:border-box;border-top:.8pt dashed #000;padding-top:.7mm}
.decoupe{position:absolute;right:0;top:1mm;font-style:italic}
.moities{display:grid;grid-template-columns:minmax(0,1.75fr) minmax(0,1fr);column-gap:5mm;margin-top:.6mm}
.talon li{margin-top:.5mm;break-inside:avoid}
.motifs{columns:2;column-gap:6mm}
.motifs li{margin:0 0 .5mm}
.talon h3+*{margin-top:.6mm}
.talon p+h3,.talon ul+h3{margin-top:1.2mm}
.talon .sous{margin-top:1mm}
.moities+h3{margin-top:1.2mm}
.appels{display:grid;grid-template-columns:repeat(3,1fr);gap:0 6mm}
.appels li{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:end;padding:0;text-indent:0}
.appels li::before{content:none}
.appels .tel{display:flex;flex:1 0 100%;column-gap:2mm;align-items:end;min-height:5.5mm}
.appels .blanc{flex:1}
.talon ul:first-of-type .src{white-space:nowrap}
.moities>:last-child .src{white-space:normal}
.moities .appels{display:block}
.annonce{position:absolute;top:${HAUTEUR_PAGE - TALON - 5}mm;right:0;font-weight:600}
}`

export const CHECKLIST = `
.checklist{font-size:11pt;line-height:1.25;
header{margin-bottom:4mm}
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
}`

/** A note is read line by line while speaking: wide, with room between the lines. */
export const NOTE = `
.note-audience,.note-plaidoirie{font-size:10.5pt;line-height:1.18;
header{margin-bottom:4mm}
h2{font-size:12pt;margin:2.6mm 0 .6mm}
th,td{padding:.5mm 3mm .5mm 0}
th{width:42mm;font-weight:600}
}`

/** Landscape; an empty cell leaves room for a pen. */
export const LISTE = `
.liste{
header{height:auto;padding-bottom:1.5mm;margin-bottom:3mm}
thead{display:table-header-group}
thead th{font-weight:600;border-top:0;border-bottom:.8pt solid #000}
th,td{border:.4pt solid #000;border-width:0 0 .4pt;padding:.8mm 2.5mm .8mm 0}
td+td,th+td,th+th{border-left-width:.4pt;padding-left:1.5mm}
tbody tr{height:9mm}
thead th,.court{white-space:nowrap}
:is(th,td):last-child{width:50mm}
}`

/** Front page of the bound sheets; each sheet then begins its own page. */
export const DOSSIER = `
/* Letters higher than their line would be drawn on the page before too, and said twice in the outline. */
.feuille h2{overflow:clip;padding-bottom:.3mm;margin-bottom:-.3mm}
.garde h1{margin:0;font-size:20pt;line-height:1.2;font-weight:600}
.garde .mention{font-style:italic;margin-bottom:6mm}
.garde table{font-size:11pt}
.garde :is(th,td){padding:1mm 3mm 1mm 0}
.garde thead th{font-weight:600;border-top:0}
.garde a{color:inherit;text-decoration:none}
.garde td:nth-child(2){white-space:nowrap}
.garde :is(th,td):last-child{text-align:right;padding-right:0;width:20mm}
.partie{grid-row:2;grid-column:1;margin:0;font-weight:600;font-size:10pt;line-height:1.11}
`
