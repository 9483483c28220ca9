import { setImmediate } from 'node:timers/promises'
import { type ContenuPartage, type DossierAudienceContenu, dateLongue } from '../../domain/index.ts'
import { html } from './echappement.ts'
import { edition } from './edition.ts'
import { corps, enPage, type Imprimable } from './html.ts'
import type { Polices } from './polices.ts'
import { CHECKLIST, COMMUN, DOSSIER, FICHE, marges, page } from './style.ts'

/** One sheet of one person; pages are named after it, so that each has its own number of parquet at its foot. */
export interface Feuille {
  nom: string
  partie: number
  contenu: ContenuPartage
}

export function feuilles(c: DossierAudienceContenu): Feuille[] {
  return c.parties.flatMap((p, partie) =>
    p.contenus.map((contenu, i) => ({ nom: `f${partie + 1}-${i + 1}`, partie, contenu })),
  )
}

export interface OptionsDossier {
  polices: Polices
  /** First page of each sheet; `total`: pages in all. */
  debuts: readonly number[]
  total: number
  signal?: AbortSignal | undefined
  /** Called after each person. */
  progres?: ((faites: number) => void) | undefined
}

/** Every sheet of the morning as one page to print; the loop lets others work between two people. */
export async function dossierHtml(c: DossierAudienceContenu, options: OptionsDossier): Promise<Imprimable> {
  const toutes = feuilles(c)
  const morceaux = [garde(c, toutes, options.debuts)]
  for (const [partie] of c.parties.entries()) {
    options.signal?.throwIfAborted()
    const siennes = toutes.filter((f) => f.partie === partie)
    morceaux.push(
      ...siennes.map((f, i) => enFeuille(f, i === 0 ? c.parties[partie]?.titre : undefined, suite(f))),
    )
    options.progres?.(partie + 1)
    await setImmediate()
  }
  const css = [
    options.polices.css,
    page(),
    marges(edition(c)),
    ...toutes.map((f) => `${marges(edition(f.contenu), f.nom)}\n.${f.nom}{page:${f.nom}}`),
    descendre(COMMUN + FICHE + CHECKLIST),
    DOSSIER,
  ].join('\n')
  const titre = `${c.titre} – ${dateLongue(c.dateAudience)}`
  return enPage({ titre, css, classe: c.type, corps: morceaux.join('\n') })

  function suite(f: Feuille): number | null {
    const rang = toutes.indexOf(f)
    const debut = options.debuts[rang] ?? 0
    return (options.debuts[rang + 1] ?? options.total + 1) - debut > 1 ? debut + 1 : null
  }
}

/** Titles go down one level under the name of the person, in the sheet of style as in the page. */
function descendre(texte: string): string {
  return texte.replace(/(?<=^|[^\w-])h([1-5])(?=[\s,{+>:.])/gm, (_, n) => `h${Number(n) + 1}`)
}

/** Only our own tags have these names: what people typed holds no `<`. */
function enFeuille(f: Feuille, personne: string | undefined, suite: number | null): string {
  const dedans = corps(f.contenu, suite)
    .replace(/<(\/?)h([1-5])\b/g, (_, fin, n) => `<${fin}h${Number(n) + 1}`)
    .replace(/<(\/?)main\b/g, '<$1div')
  const page =
    personne === undefined ? dedans : dedans.replace(/<header>([\s\S]*?)<p class="qui">(.*?)<\/p>/, titree)
  return `<article class="feuille ${f.nom} ${f.contenu.type}" id="${f.nom}">${page}</article>`

  /** The line that names the person becomes the title of the part, before that of the sheet. */
  function titree(_: string, avant: string, qui: string): string {
    const nomme = f.contenu.entete.personne !== null && !qui.includes('ci-dessous')
    const titre = nomme ? qui : `<bdi>${html((personne ?? '').slice(0, 60))}</bdi>`
    return `<header><h1 class="partie">${titre}</h1>${avant}`
  }
}

function garde(c: DossierAudienceContenu, toutes: readonly Feuille[], debuts: readonly number[]): string {
  const lignes = toutes.map((f, i) => {
    const premiere = toutes[i - 1]?.partie !== f.partie
    const personne = premiere ? `<bdi>${html(c.parties[f.partie]?.titre ?? '')}</bdi>` : ''
    const lien = (texte: string) => `<a href="#${f.nom}">${texte}</a>`
    const classe = premiere ? '' : ' class="meme"'
    return `<tr${classe}><th scope="row">${personne}</th><td>${lien(html(f.contenu.titre))}</td><td>${lien(String(debuts[i] ?? ''))}</td></tr>`
  })
  return `<section class="garde"><h1>${html(c.titre)}</h1>
<p class="mention">${html(`Audience du ${dateLongue(c.dateAudience)} – ${c.parties.length} personne${c.parties.length > 1 ? 's' : ''}`)}</p>
<table><thead><tr><th scope="col">Personne</th><th scope="col">Document</th><th scope="col">Page</th></tr></thead>
<tbody>${lignes.join('')}</tbody></table></section>`
}
