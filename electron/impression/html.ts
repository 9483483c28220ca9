import { createHash } from 'node:crypto'
import type { ChecklistContenu, DocumentContenu } from '../../domain/index.ts'
import { corpsChecklist } from './checklist.ts'
import { html } from './echappement.ts'
import { corpsFiche } from './fiche.ts'
import type { Polices } from './polices.ts'
import { feuille } from './style.ts'

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

/** The only style that runs is the one whose hash is in the policy (S14: no `unsafe-inline`). */
export function documentHtml(
  contenu: DocumentContenu | ChecklistContenu,
  { polices, pages = 1 }: OptionsHtml,
): Imprimable {
  const css = `${polices.css}\n${feuille(contenu)}`
  const empreinte = createHash('sha256').update(css).digest('base64')
  const csp = `default-src 'none'; style-src 'sha256-${empreinte}'; font-src data:; base-uri 'none'; form-action 'none'`
  const corps = contenu.type === 'fiche' ? corpsFiche(contenu, pages) : corpsChecklist(contenu)
  const numero = (contenu.entete.numeroParquet ?? '').replace(/[^A-Za-z0-9 ]+/g, '').slice(0, 40)
  const titre = numero === '' ? contenu.titre : `${contenu.titre} – ${numero}`
  return {
    csp,
    html: `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<title>${html(titre)}</title>
<style>${css}</style>
</head>
<body class="${contenu.type}">
${corps}
</body>
</html>
`,
  }
}
