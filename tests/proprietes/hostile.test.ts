import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  avecParametres,
  catalogueParDefaut,
  type Dossier,
  DossierInvalide,
  orienter,
} from '../../domain/index.ts'
import { catalogueAvec, DATE, declaration, dossierAvec, uuid } from '../domain/outils.ts'

// Many draws on a machine that others share.
vi.setConfig({ testTimeout: 30_000 })

/** Reads anything; `DossierInvalide` is the only way to refuse, and the message is one bounded sentence. */
function lire(entree: unknown): 'lu' | 'refusé' {
  try {
    orienter(entree as Dossier, catalogueAvec(), { date: DATE })
    return 'lu'
  } catch (e) {
    if (!(e instanceof DossierInvalide)) throw e
    expect(e.message.length).toBeLessThan(400)
    return 'refusé'
  }
}

const TEXTES = [
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066fin',
  '\u200b',
  'e\u0301',
  '=CMD()',
  '<b>',
  "';--",
  '🇫🇷',
]
const NOMBRES = [Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, 1e308, -1]

/** Any JSON, and what `JSON.parse` never gives but a caller could. */
const quelconque = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  }),
  fc.constantFrom<unknown>(...TEXTES, ...NOMBRES),
)

const champ = fc.constantFrom(
  'id',
  'fait',
  'valeur',
  'inconnu',
  'origine',
  'verifie',
  'precision',
  'extrait',
  'auteur',
  'date',
  'retire',
  'annule',
  'redit',
  'retablit',
  'lot',
  '__proto__',
  'x',
)

describe('(e) rien d’autre que DossierInvalide', () => {
  it('n’importe quelle valeur', () => {
    fc.assert(
      fc.property(quelconque, (x) => lire(x) === 'refusé'),
      { numRuns: 2000 },
    )
  })

  it('un dossier dont une déclaration a un champ quelconque', () => {
    fc.assert(
      fc.property(champ, quelconque, (cle, x) => {
        const d = { ...declaration(1, 'addiction.conduite', true) }
        Object.defineProperty(d, cle, { value: x, enumerable: true, configurable: true })
        lire(dossierAvec([declaration(2, 'procedure.tribunal', 'Bobigny'), d]))
      }),
      { numRuns: 3000 },
    )
  })

  it('un fait du vocabulaire avec une valeur quelconque', () => {
    const faits = [
      'suivi.japRessort',
      'procedure.dateFaits',
      'antecedents.condamnations',
      'addiction.produits',
      'procedure.qualification',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...faits), quelconque, (fait, x) => {
        lire(dossierAvec([declaration(1, fait, x as string)]))
      }),
      { numRuns: 3000 },
    )
  })

  it.each(TEXTES.map((t) => [JSON.stringify(t), t] as const))(
    'le texte %s passe sans casse',
    (_titre, texte) => {
      expect(lire(dossierAvec([declaration(1, 'suivi.japRessort', `${texte}x`, { precision: texte })]))).toBe(
        'lu',
      )
    },
  )

  it('les clés piégées ne polluent rien', () => {
    const piege = JSON.parse('{"__proto__":{"pollue":1},"constructor":{"prototype":{"pollue":1}}}')
    expect(lire(piege)).toBe('refusé')
    expect(lire({ ...dossierAvec([]), personne: piege })).toBe('refusé')
    expect(lire(dossierAvec([declaration(1, '__proto__', true), declaration(2, 'constructor', true)]))).toBe(
      'refusé',
    )
    expect('pollue' in {}).toBe(false)
  })

  it('un objet profond, un objet qui se contient, une liste de cent mille déclarations', () => {
    let profond: unknown = 1
    for (let i = 0; i < 50_000; i++) profond = [profond]
    expect(lire(profond)).toBe('refusé')
    expect(lire({ ...dossierAvec([]), personne: profond })).toBe('refusé')
    expect(lire(dossierAvec([declaration(1, 'addiction.produits', profond as string[])]))).toBe('refusé')
    const boucle: Record<string, unknown> = { ...dossierAvec([]) }
    boucle.personne = boucle
    expect(lire(boucle)).toBe('refusé')
    const foule = Array.from({ length: 100_000 }, () => declaration(1, 'addiction.conduite', true))
    expect(lire(dossierAvec(foule))).toBe('refusé')
  })

  it('un dossier plein, cinq mille déclarations qui s’annulent, se lit en quelques secondes au plus', () => {
    const plein = Array.from({ length: 5000 }, (_, i) =>
      declaration(1, 'addiction.conduite', i % 2 === 0, {
        id: uuid(i),
        retire: [uuid(Math.max(i - 1, 0))],
      }),
    )
    const debut = performance.now()
    expect(lire(dossierAvec(plein))).toBe('lu')
    expect(performance.now() - debut).toBeLessThan(5000)
  })

  it('une date de lecture ou des paramètres quelconques', () => {
    fc.assert(
      fc.property(quelconque, (x) => {
        for (const action of [
          () => orienter(dossierAvec([]), catalogueAvec(), { date: x as string }),
          () =>
            avecParametres(catalogueParDefaut(), { 'ailsi.inclusions': x, 'ouvrage.minCondamnations': x }),
        ])
          expect(action).toThrow(DossierInvalide)
      }),
      { numRuns: 300 },
    )
  })
})
