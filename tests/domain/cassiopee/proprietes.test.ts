import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { lignesDuCasier, lireTableau, type PersonneCollee } from '../../../domain/index.ts'
import { COLLAGES } from './collages.ts'

vi.setConfig({ testTimeout: 30_000 })

const CONTEXTE = { aujourdhui: '2026-11-21' }

/** Every line has one reading, and each person's lines are lines of persons or offences. */
function verifier(texte: string): void {
  const lu = lireTableau(texte, CONTEXTE)
  if (lu.refus !== null) {
    expect(lu).toEqual({
      refus: lu.refus,
      personnes: [],
      ecartees: { victimes: 0, temoins: 0, mineurs: 0, autres: 0 },
      lectures: [],
      ignorees: [],
      nonComprises: [],
      avertissements: [],
    })
    return
  }
  expect(lu.lectures).toHaveLength(lignesDuCasier(texte).length)
  const rangs = (x: string) => lu.lectures.flatMap((l, i) => (l === x ? [i + 1] : []))
  expect(lu.ignorees).toEqual(rangs('ignoree'))
  expect(lu.nonComprises.map((x) => x.ligne)).toEqual(rangs('non-comprise'))
  for (const p of lu.personnes)
    for (const n of p.lignes) expect(['personne', 'infraction']).toContain(lu.lectures[n - 1])
  expect(
    new Set(lu.personnes.flatMap((p) => p.lignes.filter((n) => lu.lectures[n - 1] === 'personne'))),
  ).toEqual(new Set(rangs('personne')))
}

const morceau = fc.constantFrom(
  '1',
  '2',
  '12',
  'MODELE Camille',
  'EXEMPLE Karim né le 01/02/1990',
  'né(e) le 12/03/1988 à Bobigny',
  'Mis en cause',
  'Victime',
  'Témoin',
  'Oui',
  'Non',
  '',
  '-',
  '7151 - VOL SIMPLE',
  '7151',
  '20/11/2026 14:30',
  'BOBIGNY',
  '1, 2',
  '1,',
  'Me DURANDAL',
  'Délit',
  'alias TEST',
  'Rang',
  'Identité',
  'Rôle',
  'NATINF',
  'Personnes',
  'Mineur',
  'N° parquet : 26325000118',
  '26/325/000119',
  'Résultats 1 à 7',
  'Modifier',
  'Infractions (2)',
  'Victimes',
  'x'.repeat(700),
  '12345678901234567890',
  '<',
  '😀',
)
const separateur = fc.constantFrom('\t', '\n', ' ', '   ', '\r\n', '\n\n', '\u00a0', ' | ')
const soupe = fc
  .array(fc.tuple(morceau, separateur), { maxLength: 60 })
  .map((l) => l.map(([m, s]) => m + s).join(''))

describe('n’importe quel texte', () => {
  it('une soupe de cellules', () => {
    fc.assert(fc.property(soupe, verifier), { numRuns: 1500 })
  })
  it('des caractères quelconques', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), verifier), { numRuns: 1000 })
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), verifier), { numRuns: 500 })
  })
  it('un collage juste, coupé n’importe où', () => {
    const textes = COLLAGES.map((c) => c.texte)
    fc.assert(
      fc.property(
        fc.constantFrom(...textes),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('', '\n', '\t', ' '),
        (texte, a, b, entre) => {
          const [i, j] = [a % texte.length, b % texte.length]
          verifier(texte.slice(0, Math.min(i, j)) + entre + texte.slice(Math.max(i, j)))
        },
      ),
      { numRuns: 1000 },
    )
  })
  it('cinq mille lignes de chaque sorte se lisent ou se refusent', () => {
    for (const ligne of [
      'MODELE Camille\tMis en cause',
      '7151 - VOL\t20/11/2026\t1',
      'né le 12/03/1988',
      'MODELE',
      '1',
      'a '.repeat(90),
      ',\t'.repeat(90),
    ])
      verifier(Array(4999).fill(ligne).join('\n'))
    verifier('MODELE '.repeat(140_000))
    verifier('\t'.repeat(900_000))
  })
})

const NOMS = ['MODELE', 'EXEMPLE', 'ESSAI', "D'EPREUVE", 'DE LA TRAME', 'TEST-GABARIT'] as const
const PRENOMS = ['Camille', 'Karim', 'Jean-Noël', 'Zoé Anne', 'Ali'] as const
const TUS = ['VICTOIRE Odette', 'REGARD Firmin', 'LESEE Ursule'] as const
const ROLES_TUS = [
  'Victime',
  'Témoin',
  'Partie civile',
  'Plaignant',
  'Tiers',
  'Civilement responsable',
] as const

interface Tire {
  nom: string
  prenoms: string
  jour: number
  natinf: number
}
const auteur = fc.record({
  nom: fc.constantFrom(...NOMS),
  prenoms: fc.constantFrom(...PRENOMS),
  jour: fc.integer({ min: 1, max: 28 }),
  natinf: fc.integer({ min: 100, max: 99_999 }),
})
const collage = fc.record({
  auteurs: fc.uniqueArray(auteur, { minLength: 1, maxLength: 6, selector: (a) => `${a.nom}${a.prenoms}` }),
  tus: fc.array(fc.tuple(fc.constantFrom(...TUS), fc.constantFrom(...ROLES_TUS)), { maxLength: 4 }),
  forme: fc.constantFrom('entete', 'sans', 'espaces', 'coupee'),
  inverse: fc.boolean(),
  retour: fc.constantFrom('\n', '\r\n'),
})

function ecrire(c: {
  auteurs: Tire[]
  tus: (readonly [string, string])[]
  forme: string
  inverse: boolean
  retour: string
}): string {
  const gens = [
    ...c.auteurs.map((a) => ({
      dit: `${a.nom} ${a.prenoms}`,
      ne: `né le ${String(a.jour).padStart(2, '0')}/03/1988`,
      role: 'Mis en cause',
    })),
    ...c.tus.map(([dit, role]) => ({ dit, ne: 'née le 03/04/1970', role })),
  ]
  const rang = gens.map((g, i) => ({ ...g, rang: i + 1 }))
  if (c.inverse) rang.reverse()
  const sep = c.forme === 'espaces' ? ' ' : '\t'
  const coupe = c.forme === 'coupee' ? '\n' : ' '
  const lignes = rang.map((g) => [g.rang, `${g.dit}${coupe}${g.ne}`, g.role].join(sep))
  const faits = c.auteurs.map((a, i) =>
    [i + 1, `${a.natinf} - VOL SIMPLE`, '20/11/2026 14:30', 'BOBIGNY', i + 1].join(sep),
  )
  const [t1, t2] =
    c.forme === 'entete'
      ? [['Rang\tIdentité\tRôle'], ['Rang\tNATINF\tDate et heure\tCommune\tPersonnes']]
      : [[], []]
  return [...t1, ...lignes, ...t2, ...faits].join('\n').replaceAll('\n', c.retour)
}

const dit = (p: Pick<PersonneCollee, 'nom' | 'prenoms'>) => `${p.nom} ${p.prenoms}`

describe('un tableau bien formé, dans toutes les dispositions', () => {
  it('rend chacun, ses infractions, et aucun nom de victime ou de témoin', () => {
    fc.assert(
      fc.property(collage, (c) => {
        const texte = ecrire(c)
        verifier(texte)
        const lu = lireTableau(texte, CONTEXTE)
        expect(lu.personnes.map(dit).sort()).toEqual(c.auteurs.map(dit).sort())
        for (const a of c.auteurs)
          expect(lu.personnes.find((p) => dit(p) === dit(a))?.infractions.map((i) => i.natinf)).toEqual([
            String(a.natinf),
          ])
        for (const t of TUS) for (const mot of t.split(' ')) expect(JSON.stringify(lu)).not.toContain(mot)
      }),
      { numRuns: 1000 },
    )
  })

  it('relit ce qu’il a rendu, à l’identique', () => {
    const rendre = (personnes: readonly PersonneCollee[]) =>
      [
        'Rang\tIdentité\tRôle\tN° parquet',
        ...personnes.map(
          (p, i) =>
            `${i + 1}\t${dit(p)} né le ${p.dateNaissance?.split('-').reverse().join('/')}\t${p.role}\t${p.numeroParquet}`,
        ),
        'Rang\tNATINF\tDate et heure\tCommune\tPersonnes',
        ...personnes.flatMap((p, i) =>
          p.infractions.map(
            (x) =>
              `1\t${x.natinf} - ${x.libelle}\t${x.date?.split('-').reverse().join('/')} ${x.heure}\t${x.lieu}\t${i + 1}`,
          ),
        ),
      ].join('\n')
    const sansLignes = (texte: string) =>
      lireTableau(texte, CONTEXTE).personnes.map(({ lignes: _l, ...p }) => p)
    fc.assert(
      fc.property(collage, (c) => {
        const lu = lireTableau(ecrire(c), CONTEXTE).personnes
        expect(sansLignes(rendre(lu))).toEqual(lu.map(({ lignes: _l, ...p }) => p))
      }),
      { numRuns: 500 },
    )
  })
})
