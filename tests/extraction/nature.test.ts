import { describe, expect, it } from 'vitest'
import { contenant } from '../../renderer/extraction/nature.ts'
import { type CodeRefus, PHRASES, Refus } from '../../renderer/extraction/phrases.ts'
import { docx, ole, paragraphe, pdf } from './fabrique.ts'

function refus(octets: Uint8Array): CodeRefus | undefined {
  try {
    contenant(octets)
    return undefined
  } catch (error) {
    if (error instanceof Refus) return error.code
    throw error
  }
}

const debut = (...octets: number[]) => Uint8Array.from([...octets, ...new Array(80).fill(0)])
const texte = (t: string) => new TextEncoder().encode(t)

describe('un fichier est reconnu à ses octets, jamais à son nom', () => {
  it('PDF, même précédé de quelques octets ; archive ; texte', () => {
    expect(contenant(pdf({ pages: 1 }))).toBe('pdf')
    expect(contenant(Uint8Array.from([0xef, 0xbb, 0xbf, 13, 10, ...pdf({ pages: 1 })]))).toBe('pdf')
    expect(contenant(docx(paragraphe('x')))).toBe('archive')
    expect(contenant(texte('PK est mon initiale. MZ aussi, BM de même.'))).toBe('texte')
    expect(contenant(texte('MZ : initiales du témoin'))).toBe('texte')
  })

  it('un programme renommé en .pdf est refusé : Windows, Linux, macOS', () => {
    expect(refus(debut(0x4d, 0x5a, 0x90, 0x00))).toBe('programme')
    expect(refus(debut(0x7f, 0x45, 0x4c, 0x46))).toBe('programme')
    expect(refus(debut(0xcf, 0xfa, 0xed, 0xfe))).toBe('programme')
  })

  it('un .docx protégé par mot de passe n’est pas pris pour un vieux .doc', () => {
    expect(refus(ole('EncryptedPackage'))).toBe('document-protege')
    expect(refus(ole('WordDocument'))).toBe('ancien-format')
    expect(refus(texte('{\\rtf1\\ansi Bonjour'))).toBe('ancien-format')
  })

  it('vide, image : une phrase chacun', () => {
    expect(refus(new Uint8Array())).toBe('vide')
    expect(refus(debut(0x89, 0x50, 0x4e, 0x47))).toBe('image')
    expect(refus(debut(0xff, 0xd8, 0xff, 0xe0))).toBe('image')
    expect(refus(debut(0x42, 0x4d))).toBe('image')
    expect(refus(texte('RIFF____WEBPVP8 '))).toBe('image')
  })

  it('chaque refus est une seule phrase, qui dit quoi faire', () => {
    for (const [code, phrase] of Object.entries(PHRASES)) {
      expect([code, phrase]).toEqual([code, expect.stringMatching(/^[A-Z][^:]+\u00a0: .+\.$/)])
      expect([code, phrase.match(/[.!?](?= [A-Z])/g)]).toEqual([code, null])
      expect([code, / [:;!?»]|« /.test(phrase)]).toEqual([code, false])
    }
  })
})
