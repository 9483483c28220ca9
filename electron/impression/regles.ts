import { dateEtHeure, type ReglesContenu } from '../../domain/index.ts'
import { chaineCss, html } from './echappement.ts'
import { enPage, type Imprimable } from './html.ts'
import type { Polices } from './polices.ts'

type Partie = ReglesContenu['parties'][number]
type Entree = Partie['entrees'][number]
type Ligne = Entree['blocs'][number]['lignes'][number]

/** « Relire les règles » as one page to print: A4 upright, a box to sign for each entry. */
export function reglesHtml(contenu: ReglesContenu, polices: Polices): Imprimable {
  const { version } = contenu.catalogue
  return enPage({
    titre: `${contenu.titre} – catalogue ${version}`,
    css: `${polices.css}\n${feuille(contenu)}`,
    classe: contenu.type,
    corps: `${garde(contenu)}\n${contenu.parties.map(partie).join('\n')}\n${fin()}`,
  })
}

function feuille({ titre, editeLe, pied, catalogue }: ReglesContenu): string {
  const edition = `${titre} · catalogue ${catalogue.version} (${catalogue.empreinte.slice(0, 12)}) · édité le ${dateEtHeure(editeLe)}`
  const petit = 'font:8pt/1.2 "Source Sans 3",sans-serif'
  return `@page{size:A4 portrait;margin:14mm 14mm 16mm;
@bottom-left{content:${chaineCss(pied)} "\\A " ${chaineCss(edition)};white-space:pre;${petit}}
@bottom-right{content:"page " counter(page) "/" counter(pages);${petit}}}
${FEUILLE}`
}

const FEUILLE = `
html,body{margin:0}
body{font:10pt/1.25 "Source Sans 3",sans-serif;color:#000;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
h1,h2,h3,p,dl,dd,ol,ul{margin:0;padding:0}
h1{font-size:20pt;line-height:1.15;font-weight:600}
h2{font-size:15pt;font-weight:600;border-bottom:.8pt solid #000;padding-bottom:1mm;break-after:avoid}
h3{font-size:12pt;font-weight:600;break-after:avoid}
h4{margin:2.2mm 0 .4mm;font-size:10pt;font-weight:600;break-after:avoid}
.fort{font-weight:600}
.src{font-style:italic}
.partie{break-before:page}
.note{margin:1.5mm 0 0;font-style:italic}
.entree{margin-top:6mm}
.debut{break-inside:avoid}
.releve{display:flex;gap:2mm;align-items:end;margin-top:1mm}
.releve .trait{flex:1;border-bottom:.5pt solid #000}
.releve .date{flex:0 0 34mm}
.case{flex:none;box-sizing:border-box;width:4mm;height:4mm;border:.7pt solid #000;align-self:center}
.chapeau{display:grid;grid-template-columns:46mm 1fr;margin-top:1.5mm}
.chapeau div{display:contents}
.chapeau dt{font-style:italic}
table{width:100%;border-collapse:collapse;table-layout:fixed}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
thead th{font-size:9pt;font-style:italic;font-weight:400;text-align:left;padding:0}
.entree thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{break-inside:avoid}
tbody th,tbody td{border-top:.4pt solid #000;padding:.7mm 2mm .7mm 0;text-align:left;vertical-align:top;font-weight:400}
col.n{width:17mm}col.s{width:48mm}
.code{display:block;font-weight:600;font-size:9pt}
.regle{font-weight:600}
.details{display:grid;grid-template-columns:27mm 1fr;row-gap:.2mm;margin-top:.4mm}
.details div{display:contents}
.details dt{font-style:italic}
.details dd{grid-column:2}
.releve+table{margin-top:.8mm}
td.s p+p{margin-top:.3mm}
.vide{border-top:.4pt solid #000;padding-top:.6mm}
.garde dl{display:grid;grid-template-columns:46mm 1fr;row-gap:1mm;margin-top:5mm}
.garde dl div{display:contents}
.garde h2{margin-top:9mm;font-size:12pt;border:0}
.garde table{margin-top:1mm}
.garde col.m{width:14mm}.garde col.c{width:22mm}
.garde td:last-child,.garde th:last-child{text-align:right;padding-right:0}
.sommaire li{display:grid;grid-template-columns:8mm 1fr auto;border-top:.4pt solid #000;padding:.7mm 0;list-style:none}
.signatures tr{height:15mm}
`

function garde(c: ReglesContenu): string {
  const total = c.marques.reduce((somme, m) => somme + m.nombre, 0)
  return `<section class="garde">
<h1>${html(c.titre)}</h1>
<p class="note">${html('Le catalogue entier, dans l’ordre où il se relit : le droit, les dispositifs, puis ce qui a été changé sur ce poste. Chaque entrée a sa case.')}</p>
${definitions([
  ['Version du catalogue', c.catalogue.version],
  ['Empreinte', c.catalogue.empreinte],
  ['Origine', c.catalogue.origine],
  ['Édité le', dateEtHeure(c.editeLe)],
])}
<h2>Ce que valent les marques</h2>
<table><caption>Règles et énoncés par marque</caption><colgroup><col class="m"><col><col class="c"></colgroup>
<thead><tr><th scope="col">Marque</th><th scope="col">Sens</th><th scope="col">Règles</th></tr></thead>
<tbody>${c.marques.map((m) => `<tr><th scope="row" class="fort">${m.marque}</th><td>${html(m.sens)}</td><td>${m.nombre}</td></tr>`).join('')}
<tr><th scope="row" class="fort">Toutes</th><td>${html('règles, valeurs et énoncés de ce document')}</td><td>${total}</td></tr></tbody></table>
<h2>Sommaire</h2>
<ol class="sommaire">${c.parties.map((p) => `<li><span>${p.numero}</span><span>${html(p.titre)}</span><span>${html(entrees(p.entrees.length))}</span></li>`).join('')}</ol>
</section>`
}

function entrees(nombre: number): string {
  return nombre === 0 ? 'rien à relire' : nombre === 1 ? '1 entrée' : `${nombre} entrées`
}

function definitions(paires: readonly (readonly [mot: string, texte: string])[], classe = ''): string {
  if (paires.length === 0) return ''
  const attribut = classe === '' ? '' : ` class="${classe}"`
  // One word, then everything that it introduces.
  const groupes = new Map<string, string[]>()
  for (const [mot, texte] of paires) groupes.set(mot, [...(groupes.get(mot) ?? []), texte])
  const lignes = [...groupes].map(
    ([mot, textes]) => `<div><dt>${html(mot)}</dt>${textes.map((t) => `<dd>${html(t)}</dd>`).join('')}</div>`,
  )
  return `<dl${attribut}>${lignes.join('')}</dl>`
}

function partie(p: Partie): string {
  return `<section class="partie">
<h2>${p.numero}. ${html(p.titre)}</h2>
<p class="note">${html(p.note)}</p>
${p.entrees.map(entree).join('\n')}
</section>`
}

/** Chromium breaks a page between a title and the first row of its table: what opens an entry is one block. */
function entree(e: Entree): string {
  const [premier, ...suivants] = e.blocs.map((b) => bloc(b, e))
  const chapeau = definitions(
    e.chapeau.map((d) => [d.mot, d.texte] as const),
    'chapeau',
  )
  return `<section class="entree">
<div class="debut">
<h3>${e.numero} ${html(e.titre)}</h3>
<p class="releve"><span class="case"></span> relu le <span class="trait date"></span> par <span class="trait"></span></p>
${chapeau}
${premier?.debut ?? ''}
</div>
${premier?.suite ?? ''}
${suivants.map((b) => `<div class="debut">${b.debut}</div>${b.suite}`).join('\n')}
</section>`
}

function bloc(b: Entree['blocs'][number], e: Entree): { debut: string; suite: string } {
  const titre = b.titre === '' ? '' : `<h4>${html(b.titre)}</h4>`
  const [premiere, ...suivantes] = b.lignes
  if (premiere === undefined)
    return { debut: `${titre}<p class="vide">${html('non publié : aucune source ne le dit')}</p>`, suite: '' }
  const legende = [e.titre, b.titre].filter((x) => x !== '').join(' – ')
  return {
    debut: `${titre}${tableau(legende, [premiere])}`,
    suite: suivantes.length === 0 ? '' : tableau(`${legende} (suite)`, suivantes),
  }
}

function tableau(legende: string, lignes: readonly Ligne[]): string {
  return `<table><caption>${html(legende)}</caption><colgroup><col class="n"><col><col class="s"></colgroup>
<thead><tr><th scope="col">N°</th><th scope="col">${html('Règle ou énoncé')}</th><th scope="col">Source et marque</th></tr></thead>
<tbody>${lignes.map(ligne).join('')}</tbody></table>`
}

function ligne(l: Ligne): string {
  const code = l.code === null ? '' : `<span class="code">${html(l.code)}</span>`
  const longue = l.details.length > 1 || l.identiqueA !== undefined
  const identique =
    l.identiqueA === undefined
      ? ''
      : `<p>${html(`Identique à ${l.identiqueA}, à relire une seule fois.`)}</p>`
  const details = definitions(
    l.details.map((d) => [d.mot, d.texte] as const),
    'details',
  )
  const articles = l.articles.length === 0 ? '' : `<p class="fort">${html(l.articles.join(' ; '))}</p>`
  const marque = l.marque === null ? '' : ` <span class="fort">[${l.marque}]</span>`
  return `<tr><th scope="row">${l.numero}</th><td>${code}<span${longue ? ' class="regle"' : ''}>${html(l.texte)}</span>${details}${identique}</td><td class="s">${articles}<p><span class="src">${html(l.source)}</span>${marque}</p></td></tr>`
}

/** Last page: who read the whole, on what day. */
function fin(): string {
  const lignes = '<tr><td></td><td></td><td></td><td></td></tr>'.repeat(4)
  return `<section class="partie"><h2>Relecture de l’ensemble</h2>
<p class="note">${html('Les réserves se notent par numéro d’entrée ou de règle.')}</p>
<table class="signatures"><caption>Signatures</caption>
<thead><tr><th scope="col">Nom et qualité</th><th scope="col">Date</th><th scope="col">Entrées relues, réserves</th><th scope="col">Signature</th></tr></thead>
<tbody>${lignes}</tbody></table></section>`
}
