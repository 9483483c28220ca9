import { describe, expect, it } from 'vitest'
import { enCp1252, versHtmlSimple, versTexte } from '../../electron/formats/index.ts'
import { BAVARD, contenus, message } from './exemples.ts'

/** What a Windows-1252 page holds, asked of the platform rather than of our own table. */
const TOUT_CP1252 = new Set([
  ...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
])

describe('texte pour Cassiopée et la messagerie', () => {
  it.each([
    ['l’accord – 12\u202F345 €', "l'accord - 12 345 €"],
    ['«\u00A0Œuvre\u00A0» à Évreux', '«\u00A0Œuvre\u00A0» à Évreux'],
    ['● oui ✕ non ☐ …', '- oui x non [ ] ...'],
    ['e\u0301te\u0301', 'été'],
    ['Łódź, Ştefan, Đorđe', 'Lódz, Stefan, Dorde'],
    ['😀 \u202Eabc\u202C مرحبا', '? abc ?????'],
    ['a\u0000b\tc\u200Bd', 'a b cd'],
  ])('%j devient %j', (typed, expected) => {
    expect(enCp1252(typed)).toBe(expected)
  })

  it.each(Object.entries({ ...contenus(BAVARD), message: message(['Bonjour, l’accord est-il donné ?']) }))(
    '%s : rien hors de CP1252, lignes de 100 caractères au plus, fins de ligne CR LF',
    (_nom, contenu) => {
      const texte = versTexte(contenu)
      expect([...texte].filter((signe) => !TOUT_CP1252.has(signe))).toEqual([])
      const lignes = texte.split('\r\n')
      expect(Math.max(...lignes.map((l) => l.length))).toBeLessThanOrEqual(100)
      expect(texte.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    },
  )

  it('garde chaque précision, dit le parquet, l’heure, le catalogue et la phrase', () => {
    const texte = versTexte(contenus(BAVARD).fiche).replace(/\s+/g, ' ')
    for (let i = 0; i < 50; i += 1) expect(texte).toContain(`repère${i}x`)
    expect(texte).toMatch(
      /N° parquet 26328000123 - édité le 24\/11\/2026 à 11 h 18 - catalogue \d{4}-\d\d-\d\d \([0-9a-f]{12}\)/,
    )
    expect(texte).toContain('Aide à la préparation - ne lie ni le parquet ni le tribunal')
  })

  it('un message n’a que ses lignes : ni titre, ni pied, ni identité', () => {
    expect(versTexte(message(['Bonjour,', 'l’accord est-il donné ?']))).toBe(
      "Bonjour,\r\nl'accord est-il donné\u00A0?\r\n",
    )
  })
})

describe('copie avec mise en forme', () => {
  it('n’a que titres, listes et tableaux ; ce qui est tapé reste du texte', () => {
    const html = versHtmlSimple(contenus(BAVARD).fiche)
    const balises = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map((m) => m[1]))
    const permises = [
      'div',
      'h1',
      'h2',
      'p',
      'ul',
      'li',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'bdi',
      'em',
    ]
    expect([...balises].filter((b) => !permises.includes(b ?? ''))).toEqual([])
    expect(html).not.toMatch(/ (class|style|on\w+|src|href)=/)
    expect(html).toContain('&lt;b&gt;longue&lt;/b&gt;')
  })
})
