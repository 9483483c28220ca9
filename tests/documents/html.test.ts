import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Dossier, ficheOrientation } from '../../domain/index.ts'
import { chaineCss } from '../../electron/impression/echappement.ts'
import { documentHtml, lirePolices } from '../../electron/impression/index.ts'
import { checklist, declaration, dossierAvec, EDITE_LE, lire } from '../domain/documents/outils.ts'

const HOSTILE = `</style><script>alert(1)</script><img src=x onerror=alert(2)>"' & \u202Eedoc \u0000`

const DOSSIER: Dossier = dossierAvec(
  [
    declaration(1, 'addiction.conduite', true, { precision: HOSTILE }),
    declaration(2, 'suivi.japRessort', HOSTILE),
    declaration(3, 'audience.japNomme', 'fait', { precision: HOSTILE }),
    declaration(4, 'addiction.soins', true, {
      origine: 'partenaire',
      auteur: { role: 'parquet', organisme: HOSTILE },
    }),
  ],
  { numeroParquet: HOSTILE, personne: { nom: HOSTILE } },
)

const fiche = ficheOrientation(DOSSIER, lire(DOSSIER), { role: 'parquet', editeLe: EDITE_LE })

describe.each([
  ['fiche', fiche],
  ['checklist', checklist(DOSSIER)],
] as const)('page imprimable : %s', (_nom, contenu) => {
  // Without its fonts the page is short enough to be read in a failure.
  const { html, csp } = documentHtml(contenu, { polices: { css: '' } })

  it('ce qui est tapé reste du texte', () => {
    expect(html.match(/<script|<img|onerror=alert\(2\)>/g)).toBeNull()
    expect(html.match(/<style>/g)).toHaveLength(1)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    for (const invisible of ['\0', '\u202E']) expect(html.includes(invisible)).toBe(false)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('n’autorise que son propre style, par empreinte, et des polices contenues dans la page', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? ''
    expect(csp).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    expect(csp).toContain("default-src 'none'")
    expect(csp).not.toContain('unsafe')
    expect(html).toContain(`content="${csp}"`)
    expect(html).not.toMatch(/ style="/)
    expect(html).not.toContain('url(')
  })

  it('a une langue, un titre, des titres de section et des en-têtes de ligne', () => {
    expect(html).toMatch(/<html lang="fr">/)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toMatch(/<h2>[^<]+/)
    expect(html).toMatch(/<caption>[^<]+/)
    expect(html).toMatch(/<th scope="row">/)
  })
})

it('aucun texte sous 10 points, hors le pied de page en 8 points', () => {
  const css = /<style>([\s\S]*)<\/style>/.exec(documentHtml(fiche, { polices: { css: '' } }).html)?.[1] ?? ''
  const tailles = (texte: string) =>
    [...texte.matchAll(/font(?:-size)?:[^;}]*?([\d.]+)pt/g)].map((m) => Number(m[1]))
  const [pied = '', corps = ''] = css.split('html,body')
  expect(tailles(pied)).toEqual([8, 8, 8])
  expect(Math.min(...tailles(corps))).toBe(10)
})

it('les polices sont contenues dans la feuille de style, et rien d’autre n’est appelé', async () => {
  const { css } = await lirePolices()
  const adresses = [...css.matchAll(/url\(([^)]{0,20})/g)].map((m) => m[1])
  expect(adresses).toEqual(Array(6).fill('data:font/woff2;base'))
})

it('une chaîne CSS ne peut pas sortir de ses guillemets', () => {
  expect(chaineCss('a"; } b\\c\n<é')).toBe(
    '"a\\22 \\3b  \\7d  b\\5c c \\3c é"'.replace('\\22 \\3b', '\\22 \\3b'),
  )
})
