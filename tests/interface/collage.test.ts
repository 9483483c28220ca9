import { describe, expect, it } from 'vitest'
import type { LectureLigne } from '../../domain/index.ts'
import { lignesMontrees, sansEcartees } from '../../renderer/collage/lignes.ts'

const repeter = <T>(n: number, x: T): T[] => Array.from({ length: n }, () => x)

describe('le texte collé, ligne à ligne', () => {
  it('replie le bruit à partir de trois lignes, et garde leurs numéros', () => {
    const lectures: LectureLigne[] = ['personne', 'vide', 'ignoree', 'ignoree', 'infraction', 'vide']
    const bruts = lignesMontrees(['a', '', 'b', 'c', 'd\te', ''], lectures)
    expect(bruts.map((b) => (b.sorte === 'pli' ? `${b.de}-${b.a} ${b.mot}` : `${b.n} ${b.texte}`))).toEqual([
      '1 a',
      '2-4 ignorées',
      '5 d  ·  e',
      '6 ',
    ])
  })

  it('compte ce qui n’est pas montré, et coupe une ligne sans fin', () => {
    const bruts = lignesMontrees(repeter(5000, 'x'.repeat(9000)), repeter(5000, 'non-comprise'))
    expect(bruts).toHaveLength(301)
    expect(bruts.at(-1)).toEqual({ sorte: 'pli', de: 301, a: 5000, mot: 'non affichées' })
    expect(bruts[0]).toMatchObject({ texte: `${'x'.repeat(300)}…` })
  })

  it('sans lecture, toutes les lignes se montrent', () => {
    expect(lignesMontrees(['a', '', '', ''], [])).toHaveLength(4)
  })
})

describe('ce qui reste d’un collage fermé', () => {
  it('ni la ligne d’une personne écartée, ni une autre ligne qui la nomme', () => {
    const lignes = [
      '1\tMODELE Camille\tMis en cause',
      '2\tVICTOIRE Anne\tVictime',
      '7151 - VOL au préjudice de Mme VICTOIRE Anne',
      '7151 - VOL SIMPLE',
      'appeler Victoire',
      'autre chose',
    ]
    const lectures: LectureLigne[] = [
      'personne',
      'ecartee',
      'infraction',
      'infraction',
      'non-comprise',
      'non-comprise',
    ]
    expect(sansEcartees(lignes, lectures)).toEqual([lignes[0], null, null, lignes[3], null, lignes[5]])
  })

  it('un nom que porte aussi une personne gardée ne cache rien d’autre', () => {
    const lignes = ['MODELE Camille', 'MODELE Anne', '7151 - VOL par MODELE']
    expect(sansEcartees(lignes, ['personne', 'ecartee', 'infraction'])).toEqual([lignes[0], null, lignes[2]])
  })
})
