import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReperageExplique } from '../../domain/index.ts'
import { enBlocs, enMarques, marquesParBloc } from '../../renderer/pieces/blocs.ts'
import { extraitCourt } from '../../renderer/pieces/extrait.ts'

const repere = (debut: number, fin: number, reste: Partial<ReperageExplique> = {}): ReperageExplique => ({
  famille: 'addiction',
  code: 'crack',
  debut,
  fin,
  extrait: { debut, fin },
  sujet: 'personne',
  polarite: 'affirme',
  temps: 'actuel',
  hypothese: false,
  role: 'usage',
  niveau: 'fort',
  proposition: null,
  libelle: 'Crack',
  motif: '',
  ...reste,
})

const entier = (texte: string) => ({ texte, pages: [{ debut: 0, fin: texte.length, reconnue: false }] })

describe('le texte par blocs', () => {
  it('ne perd, ne répète et ne déplace aucun caractère, quelles que soient les pages et les lignes', () => {
    const lignes = fc.array(fc.string({ maxLength: 4000 }), { maxLength: 40 })
    fc.assert(
      fc.property(lignes, fc.array(fc.nat(), { maxLength: 4 }), (mots, coupes) => {
        const texte = mots.join('\n')
        const bornes = [0, ...coupes.map((c) => c % (texte.length + 1)).sort((a, b) => a - b), texte.length]
        const pages = bornes.slice(1).map((fin, i) => ({ debut: bornes[i] ?? 0, fin, reconnue: false }))
        const blocs = enBlocs({ texte, pages })
        expect(blocs.map((b) => texte.slice(b.debut, b.fin)).join('')).toBe(texte)
        expect(blocs.flatMap((b) => b.page?.numero ?? [])).toEqual(
          pages.length > 1 ? pages.map((_, i) => i + 1) : [],
        )
      }),
    )
  })

  it('coupe une ligne démesurée, pour que rien ne soit mis en page d’un coup', () => {
    const blocs = enBlocs(entier('mot '.repeat(10_000)))
    expect(Math.max(...blocs.map((b) => b.fin - b.debut))).toBeLessThanOrEqual(1500)
  })

  it('dit une page lue par reconnaissance même quand elle est seule', () => {
    const texte = 'une page\n'
    const [bloc] = enBlocs({ texte, pages: [{ debut: 0, fin: texte.length, reconnue: true }] })
    expect(bloc?.page).toEqual({ numero: 1, reconnue: true })
  })

  it('numérote les lignes du texte et non celles de l’écran', () => {
    const blocs = enBlocs(entier('x\n'.repeat(30)))
    expect(blocs.map((b) => b.ligne)).toEqual([1, 13, 25])
  })
})

describe('les marques', () => {
  it('deux éléments sur les mêmes mots font une seule marque, du niveau le plus fort', () => {
    const marques = enMarques([repere(5, 10, { niveau: 'a-verifier' }), repere(5, 10), repere(20, 25)], false)
    expect(marques.map((m) => [m.debut, m.fin, m.niveau, m.rangs])).toEqual([
      [5, 10, 'fort', [0, 1]],
      [20, 25, 'fort', [2]],
    ])
  })

  it('ne se croisent jamais : un élément pris dans un autre le rejoint', () => {
    expect(enMarques([repere(5, 20), repere(8, 25)], false)).toHaveLength(1)
  })

  it('ce qui est ignoré n’est souligné que sur demande', () => {
    const tous = [repere(0, 3, { niveau: 'ignore' })]
    expect([enMarques(tous, false).length, enMarques(tous, true).length]).toEqual([0, 1])
  })

  it('chaque marque est dans un bloc et un seul, celui où elle commence', () => {
    const texte = 'ligne\n'.repeat(60)
    const marques = enMarques([repere(70, 80), repere(71, 73), repere(200, 204), repere(340, 345)], false)
    const rangees = marquesParBloc(enBlocs(entier(texte)), marques)
    expect(rangees.flat()).toEqual(marques)
  })
})

it('l’extrait court garde le mot et coupe entre deux mots', () => {
  const texte = `${'debut '.repeat(30)}crack ${'suite '.repeat(30)}`
  const debut = texte.indexOf('crack')
  const court = extraitCourt(texte, { debut, fin: debut + 5, extrait: { debut: 0, fin: texte.length } })
  expect(court.mot).toBe('crack')
  expect(court.avant).toMatch(/^…( debut)+ $/)
  expect(court.apres).toMatch(/^( suite)+ …$/)
})
