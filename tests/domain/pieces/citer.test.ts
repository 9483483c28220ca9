import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citer } from '../../../domain/pieces/index.ts'

describe('la citation', () => {
  it('est la phrase entière quand elle se lit d’un coup d’œil, sans les blancs du bord', () => {
    const texte = 'Bonjour.\n  Je dors à la rue depuis mars. \nFin.'
    const debut = texte.indexOf('rue')
    const extrait = { debut: texte.indexOf('\n'), fin: texte.indexOf('Fin') }
    expect(citer(texte, { debut, fin: debut + 3, extrait }).texte).toBe('Je dors à la rue depuis mars.')
  })

  it('se limite à ce qui entoure le mot dans un texte sans ponctuation, sans couper de mot', () => {
    const texte = `${'avant '.repeat(400)}crack ${'apres '.repeat(400)}`
    const debut = texte.indexOf('crack')
    const { texte: cite } = citer(texte, { debut, fin: debut + 5, extrait: { debut: 0, fin: texte.length } })
    expect(cite.length).toBeLessThanOrEqual(600)
    expect(cite).toMatch(/^(avant )+crack( apres)+$/)
  })

  it('est toujours, au caractère près, le texte entre ses bornes, et contient l’élément', () => {
    const texteAuHasard = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\n', '𝄞'), maxLength: 3000 })
    fc.assert(
      fc.property(texteAuHasard, fc.nat(), fc.nat(40), fc.nat(), fc.nat(), (texte, a, longueur, g, d) => {
        const debut = Math.min(a, texte.length)
        const fin = Math.min(debut + longueur, texte.length)
        const extrait = { debut: Math.max(0, debut - g), fin: Math.min(texte.length, fin + d) }
        const cite = citer(texte, { debut, fin, extrait })
        expect(cite.texte).toBe(texte.slice(cite.debut, cite.fin))
        expect([cite.debut <= debut, cite.fin >= fin]).toEqual([true, true])
      }),
    )
  })
})
