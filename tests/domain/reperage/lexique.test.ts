import { describe, expect, it } from 'vitest'
import { VOCABULAIRE } from '../../../domain/index.ts'
import { developper, enMots, lecteur } from '../../../domain/reperage/expressions.ts'
import fauxAmis from '../../../domain/reperage/faux-amis.json' with { type: 'json' }
import indices from '../../../domain/reperage/indices.json' with { type: 'json' }
import donnees from '../../../domain/reperage/lexique.json' with { type: 'json' }
import { lexique } from '../../../domain/reperage/lexique.ts'
import { fauxAmisSchema, indicesSchema, lexiqueSchema } from '../../../domain/reperage/schema.ts'

describe('lexique', () => {
  it('les trois fichiers suivent leur schéma et chaque groupe porte source, marque et date', () => {
    expect(() => [
      lexiqueSchema.parse(donnees),
      fauxAmisSchema.parse(fauxAmis),
      indicesSchema.parse(indices),
    ]).not.toThrow()
    expect(
      lexiqueSchema.safeParse({ ...donnees, groupes: [{ ...donnees.groupes[0], source: undefined }] })
        .success,
    ).toBe(false)
  })
  it('chaque produit nommé existe dans le vocabulaire', () => {
    const produits = VOCABULAIRE.find((f) => f.cle === 'addiction.produits')?.valeurs?.map((v) => v.code)
    for (const g of donnees.groupes) if ('produit' in g) expect(produits, g.code).toContain(g.produit)
  })
  it('chaque faux ami a un nom propre, et les alternatives se développent', () => {
    const ids = fauxAmis.fauxAmis.map((f) => f.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(developper('(a|b|) c')).toEqual(['a c', 'b c', ' c'])
    expect(() => developper('(a|b c')).toThrow('parenthèse')
  })
  it('lire une expression par morceaux donne les mots de ses variantes écrites en entier', () => {
    const expressions = [
      ...donnees.groupes.flatMap((g) => [...g.seuls, ...g.appuyes, ...g.proches]),
      ...fauxAmis.fauxAmis.flatMap((f) => f.expressions),
      '(dés|)hydraté (de l’|)eau',
    ]
    const { lire } = lecteur(expressions)
    const parMorceaux = (e: string) =>
      lire(e).reduce<string[][]>(
        (suites, choix) => suites.flatMap((s) => choix.map((m) => [...s, ...m.mots])),
        [[]],
      )
    for (const e of expressions) expect(parMorceaux(e), e).toEqual(enMots(developper(e)))
  })
  it('reste de taille à se compiler vite', () => {
    const taille = [
      ...donnees.groupes.flatMap((g) => [...g.seuls, ...g.appuyes, ...g.proches]),
      ...fauxAmis.fauxAmis.flatMap((f) => f.expressions),
      ...Object.values(indices.categories).flat(),
    ].flatMap(developper).length
    expect(taille).toBeLessThan(45_000)
    expect(lexique()).toBe(lexique())
  })
})
