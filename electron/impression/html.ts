import { createHash } from 'node:crypto'
import {
  type Contenu,
  type DossierAudienceContenu,
  dateCourte,
  type MessageContenu,
} from '../../domain/index.ts'
import { corpsChecklist } from './checklist.ts'
import { html } from './echappement.ts'
import { edition } from './edition.ts'
import { corpsFiche } from './fiche.ts'
import { corpsListe } from './liste.ts'
import { corpsNote } from './note.ts'
import type { Polices } from './polices.ts'
import { CHECKLIST, COMMUN, FICHE, LISTE, marges, NOTE, page, suite } from './style.ts'

interface OptionsHtml {
  polices: Polices
  /** Number of pages, once known: announces what follows the first. */
  pages?: number
}

/** A page that needs nothing else: no network, no script; `csp` is also the header to serve it with. */
export interface Imprimable {
  html: string
  csp: string
}

/** A whole page around a body: the only style that runs is the one whose hash is in the policy (S14: no `unsafe-inline`). */
export function enPage(page: { titre: string; css: string; classe: string; corps: string }): Imprimable {
  const empreinte = createHash('sha256').update(page.css).digest('base64')
  const csp = `default-src 'none'; style-src 'sha256-${empreinte}'; font-src data:; base-uri 'none'; form-action 'none'`
  return {
    csp,
    html: `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<title>${html(page.titre)}</title>
<style>${page.css}</style>
</head>
<body class="${page.classe}">
${page.corps}
</body>
</html>
`,
  }
}

/** What prints alone; a message is text, and bound sheets have their own writer. */
export type ContenuSeul = Exclude<Contenu, MessageContenu | DossierAudienceContenu>

export function documentHtml(contenu: ContenuSeul, { polices, pages = 1 }: OptionsHtml): Imprimable {
  return enPage({
    titre: titrePage(contenu),
    css: `${polices.css}\n${feuille(contenu)}`,
    classe: contenu.type,
    corps: corps(contenu, pages > 1 ? 2 : null),
  })
}

/** Title of the window and of the PDF: never a name of a person. */
function titrePage(contenu: ContenuSeul): string {
  if (contenu.type === 'liste') return `${contenu.titre} – ${dateCourte(contenu.dateAudience)}`
  const numero = (contenu.entete.numeroParquet ?? '').replace(/[^A-Za-z0-9 ]+/g, '').slice(0, 40)
  return numero === '' ? contenu.titre : `${contenu.titre} – ${numero}`
}

function feuille(contenu: ContenuSeul): string {
  const e = edition(contenu)
  const forme = page(contenu.type === 'liste' ? 'paysage' : 'portrait')
  return `${forme}${suite(e.titre)}${marges(e)}${COMMUN}${PROPRES[contenu.type]}`
}

const PROPRES = {
  fiche: FICHE,
  checklist: CHECKLIST,
  'note-audience': NOTE,
  'note-plaidoirie': NOTE,
  liste: LISTE,
} as const

/** `suite`: page where a fiche goes on, when it does not hold on one. */
export function corps(contenu: ContenuSeul, suite: number | null): string {
  switch (contenu.type) {
    case 'fiche':
      return corpsFiche(contenu, suite)
    case 'checklist':
      return corpsChecklist(contenu)
    case 'liste':
      return corpsListe(contenu)
    default:
      return corpsNote(contenu)
  }
}
