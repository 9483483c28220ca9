import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { aLaFormeDunDossier } from '../../domain/faits/forme.ts'
import { type Declaration, type Dossier, dossierSchema } from '../../domain/index.ts'
import { declaration, dossierAvec, uuid } from '../domain/outils.ts'
import { dossierQuelconque } from './tirages.ts'

// Many draws on a machine that others share.
vi.setConfig({ testTimeout: 30_000 })

/** A dossier in which every optional field is written. */
const COMPLET: Dossier = {
  ...dossierAvec([
    declaration(1, 'addiction.produits', ['crack'], {
      precision: 'en audition',
      extrait: { piece: 'PV 3', debut: 0, fin: 5, texte: 'crack' },
      auteur: { role: 'enquete', nom: 'Zoé Piédalu', organisme: 'APCARS' },
      date: '2026-11-24T09:00:00.123Z',
      retire: [uuid(2)],
      annule: uuid(3),
      sourceAPreciser: true,
      redit: uuid(4),
      retablit: uuid(5),
      lot: uuid(6),
    }),
    declaration(5, 'addiction.conduite', null, { inconnu: 'refuse' }),
  ]),
  numeroParquet: '26/0001',
  personne: { nom: 'Piédalu', prenoms: 'Zoé', dateNaissance: '1990-01-01' },
  casier: 'BULLETIN N° 1',
}

/** Values that a validator may take for others. */
const PIEGES = [
  undefined, null, true, 0, -1, 1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '', ' ', 'texte', '2026-02-30',
  '2026-11-24', '0000-01-01', '2026-11-24T09:00:00', '2026-11-24T24:00:00Z', '2026-11-24T09:00:00+24:00',
  '2026-11-24T09:00:00+0100', '2026-11-24T09:00:00.Z', '2026-11-24T09:00Z', '2026-11-24T09:00:00z', '2026-02-30T09:00:00Z', uuid(7),
  uuid(7).toUpperCase(), `${uuid(7)}\n`, '00000000-0000-0000-0000-000000000000', 'x'.repeat(2001), 'x'.repeat(101), [], [null],
  ['a'], Array.from({ length: 51 }, () => 'a'), Array.from({ length: 5001 }, () => uuid(7)), {}, { role: 'parquet' }, new Date(0), new Map(),
  Symbol('s'), 12n, () => 1,
] // biome-ignore format: one list of traps

type Chemin = (string | number)[]

function chemins(x: unknown, ici: Chemin = []): Chemin[] {
  if (typeof x !== 'object' || x === null) return [ici]
  return [
    ici,
    ...Object.entries(x).flatMap(([cle, y]) => chemins(y, [...ici, Array.isArray(x) ? Number(cle) : cle])),
  ]
}

function remplacer(x: unknown, chemin: Chemin, par: (vieux: unknown) => unknown): unknown {
  const [cle, ...reste] = chemin
  if (cle === undefined) return par(x)
  const copie = (Array.isArray(x) ? [...x] : { ...(x as object) }) as Record<string | number, unknown>
  copie[cle] = remplacer(copie[cle], reste, par)
  return copie
}

/** What the quick path accepts, the schema accepts and gives back unchanged. */
function memeAvis(x: unknown): boolean {
  const vite = aLaFormeDunDossier(x)
  if (!vite) return false
  const lu = dossierSchema.safeParse(x)
  expect(lu.error?.issues).toBeUndefined()
  expect(lu.data).toEqual(x)
  return true
}

describe('la forme lue vite n’accepte que ce que le schéma accepte', () => {
  it('accepte un dossier où tout est rempli', () => expect(memeAvis(COMPLET)).toBe(true))

  it('tout dossier tiré au hasard est accepté par les deux', () => {
    fc.assert(
      fc.property(dossierQuelconque, (d) => memeAvis(d)),
      { numRuns: 200 },
    )
  })

  it('chaque champ, remplacé par chaque piège ou retiré', () => {
    let refusees = 0
    for (const chemin of chemins(COMPLET))
      for (const piege of PIEGES) if (!memeAvis(remplacer(COMPLET, chemin, () => piege))) refusees++
    expect(refusees).toBeGreaterThan(800)
    for (const chemin of chemins(COMPLET).filter((c) => typeof c.at(-1) === 'string'))
      memeAvis(
        remplacer(COMPLET, chemin.slice(0, -1), (x) => {
          const { [String(chemin.at(-1))]: _retire, ...reste } = x as Record<string, unknown>
          return reste
        }),
      )
  })

  it('chaque objet, avec une clé de trop, héritée ou piégée', () => {
    const ajouts: ((x: object) => unknown)[] = [
      (x) => ({ ...x, deTrop: 1 }),
      (x) => Object.assign(JSON.parse('{"__proto__":{"a":1}}'), x),
      (x) => Object.setPrototypeOf({ ...x }, { herite: 1 }),
      (x) => ({ ...x, constructor: 1 }),
    ]
    for (const chemin of chemins(COMPLET))
      for (const ajouter of ajouts)
        memeAvis(
          remplacer(COMPLET, chemin, (x) =>
            typeof x === 'object' && x !== null && !Array.isArray(x) ? ajouter(x) : x,
          ),
        )
    expect(aLaFormeDunDossier({ ...COMPLET, deTrop: 1 })).toBe(false)
  })

  it('n’importe quelle chaîne comme identifiant, date ou heure', () => {
    const presque = fc.oneof(
      fc.stringMatching(/^[0-9a-fA-F]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
      fc.stringMatching(/^\d{4}-[01]\d-[0-3]\d$/),
      fc.stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d(\.\d{1,4})?(Z|[+-][0-2]\d:[0-6]\d)$/),
    )
    let acceptees = 0
    fc.assert(
      fc.property(presque, fc.constantFrom('id', 'date', 'dateAudience'), (texte, champ) => {
        const [premiere] = COMPLET.declarations
        const d =
          champ === 'dateAudience'
            ? { ...COMPLET, dateAudience: texte }
            : {
                ...COMPLET,
                declarations: [{ ...premiere, [champ]: texte } as Declaration],
              }
        if (memeAvis(d)) acceptees++
      }),
      { numRuns: 3000 },
    )
    expect(acceptees).toBeGreaterThan(100)
  })
})
