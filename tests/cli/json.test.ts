import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { premierDefaut } from '../../scripts/cli/json.ts'

describe('place du premier défaut d’un JSON', () => {
  it.each([
    ['{"a": 1,}', 1, 9],
    ['{"a": 1\n "b": 2}', 2, 2],
    ['[1, 2', 1, 6],
    ['{\n  "a": vrai\n}', 2, 8],
    ['{"a" 1}', 1, 6],
    ["{'a': 1}", 1, 2],
    ['[1] x', 1, 5],
    ['[01]', 1, 3],
    ['["a\tb"]', 1, 2],
    ['[1}', 1, 3],
    ['[,]', 1, 2],
  ])('%j : ligne %i, colonne %i', (texte, ligne, colonne) => {
    expect(() => JSON.parse(texte)).toThrow()
    expect(premierDefaut(texte)).toEqual({ ligne, colonne })
  })

  it('n’en trouve aucun dans ce que le moteur accepte', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (texte, retrait) => {
        const ecrit = JSON.stringify(JSON.parse(texte), null, retrait)
        const lignes = ecrit.split('\n')
        expect(premierDefaut(ecrit)).toEqual({
          ligne: lignes.length,
          colonne: (lignes.at(-1)?.length ?? 0) + 1,
        })
      }),
    )
  })

  it('tient sur cent mille niveaux', () => {
    expect(premierDefaut(`${'['.repeat(100_000)}x`)).toEqual({ ligne: 1, colonne: 100_001 })
  })
})
