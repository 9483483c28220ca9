import { describe, expect, it } from 'vitest'
import { MAX_CARACTERES } from '../../renderer/extraction/limites.ts'
import { assembler, assemblerTexte } from '../../renderer/extraction/pages.ts'
import { decoder, nettoyer } from '../../renderer/extraction/texte.ts'

const PHRASE = 'Hébergé à l’hôtel, œuvre n° 3, 35 €'

describe('décodage d’un texte simple', () => {
  it('UTF-8, avec ou sans marque, et UTF-16 marqué', () => {
    const utf8 = new TextEncoder().encode(PHRASE)
    const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${PHRASE}`, (c) => c.charCodeAt(0)).buffer)
    const inverse = utf16.map((_, i) => utf16[i ^ 1] ?? 0)
    for (const octets of [utf8, Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), utf16, inverse]) {
      expect(nettoyer(decoder(octets))).toBe(PHRASE)
    }
  })

  it('Windows-1252 : l’apostrophe, l’œ et l’euro ne deviennent pas des carrés', () => {
    const octets = Uint8Array.from(PHRASE, (c) => ({ '’': 0x92, œ: 0x9c, '€': 0x80 })[c] ?? c.charCodeAt(0))
    expect(decoder(octets)).toBe(PHRASE)
  })

  it('des octets quelconques ne sont pas importés comme du charabia', () => {
    const octets = Uint8Array.from({ length: 4096 }, (_, i) => (i * 73) % 256)
    expect(() => decoder(octets)).toThrow(/format connu/)
  })

  it('quelques NUL dans un vrai texte ne le font pas refuser', () => {
    expect(nettoyer(decoder(new TextEncoder().encode(`${PHRASE}\0\0`)))).toBe(PHRASE)
  })
})

describe('nettoyage', () => {
  it('retire NUL, contrôles, caractères bidirectionnels et invisibles ; garde l’accent décomposé en le composant', () => {
    expect(nettoyer('a\0b\u0007c\u202ed\u2066e\u200bf\ufeffg\u200eh')).toBe('abcdefgh')
    expect(nettoyer('he\u0301berge\u0301')).toBe('hébergé')
    expect(nettoyer('a\ud800b')).toBe('a\ufffdb')
  })

  it('garde l’arabe, le cyrillique et les liants qui font sens', () => {
    expect(nettoyer('مرحبا Привет می\u200cخواهم')).toBe('مرحبا Привет می\u200cخواهم')
  })

  it('unifie les fins de ligne sans perdre les paragraphes', () => {
    expect(nettoyer('\r\nun  \r\ndeux\r\rtrois\u2028quatre\n\n\n\n\ncinq\n')).toBe(
      'un\ndeux\n\ntrois\nquatre\n\ncinq',
    )
  })

  it('un texte d’un million d’espaces ou de fins de ligne est nettoyé', () => {
    expect(nettoyer(`a${' '.repeat(1e6)}b`)).toHaveLength(1e6 + 2)
    expect(nettoyer(`a${' '.repeat(1e6)}\nb${'\n'.repeat(1e6)}c`)).toBe('a\nb\n\nc')
  })
})

describe('pages', () => {
  const lu = assembler('pdf', [
    { texte: 'un', reconnue: false },
    { texte: ' \n', reconnue: true },
    { texte: 'trois 🇫🇷', reconnue: true },
    { texte: '', reconnue: false },
  ])

  it('se suivent sans trou et redonnent chacune son texte, en unités UTF-16', () => {
    expect(lu.pages.map(({ debut, fin }) => lu.texte.slice(debut, fin))).toEqual([
      'un\n',
      '',
      'trois 🇫🇷\n',
      '',
    ])
    expect(lu.pages.map(({ reconnue }) => reconnue)).toEqual([false, true, true, false])
    expect(lu.pages.at(-1)?.fin).toBe(lu.texte.length)
  })

  it('les sauts de page d’un texte simple comptent comme des pages', () => {
    const texte = assemblerTexte('un\fdeux')
    expect(texte.pages.map(({ debut, fin }) => texte.texte.slice(debut, fin))).toEqual(['un\n', 'deux\n'])
  })

  it('sans lettre ni chiffre, ou trop long : refusé en entier', () => {
    expect(() => assemblerTexte(' \n— …')).toThrow(/Aucun texte/)
    expect(() => assemblerTexte('a'.repeat(MAX_CARACTERES))).toThrow(/dépasse 4\u202f000\u202f000/)
    expect(assemblerTexte('a'.repeat(MAX_CARACTERES - 1)).texte).toHaveLength(MAX_CARACTERES)
  })
})
