import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  compterCondamnationsDefinitives,
  etablirRecidive,
  lireCasier,
} from '../../../domain/antecedents/index.ts'
import { estDateIso } from '../../../domain/dates.ts'
import { condamnationComparable, replier } from './comparaison.ts'

const dossier = new URL('../../acceptation/cas/casier/', import.meta.url)
const bulletins = readdirSync(dossier)
  .filter((n) => n.endsWith('.txt'))
  .map((n) => readFileSync(new URL(n, dossier), 'utf8'))

// Many readings in one test: a busy machine must not turn them red.
vi.setConfig({ testTimeout: 60_000 })

/** Words that the reader knows, so that random texts reach deep into it. */
const MOTS = [
  ...'BULLETIN N° 1|NOM :|Né le|NEANT|Identité non vérifiable|1|2/|3|TC|TRIBUNAL CORRECTIONNEL DE LYON|CA|TPE'.split(
    '|',
  ),
  ...'12/03/2024|le 30/02/2023|du 01/01/2020 au|courant 2021|00/10/2024|le deux mai deux mille vingt|CONTRADICTOIRE'.split(
    '|',
  ),
  ...'A SIGNIFIER|(signifié le|DEFAUT|VOL|(RECIDIVE)|TENTATIVE DE|EN RECIDIVE|RECEL DE|VIOLENCE|3 MOIS|1 AN'.split(
    '|',
  ),
  ..."D'EMPRISONNEMENT|AVEC SURSIS|DONT|PROBATOIRE|PENDANT 2 ANS|AMENDE|300 EUROS|90 JOURS-AMENDE A|TIG".split(
    '|',
  ),
  ...'EXECUTEE LE|PAYEE LE|REVOCATION TOTALE|STAGE DE|INTERDICTION DE|(|)|,|-|;|:|.|\n|\n\n|   |\t| | - |▒▒▒|(cid:40)'.split(
    '|',
  ),
]
const texteHasard = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom(...MOTS), { maxLength: 120 }).map((m) => m.join(' ')),
)

describe('lireCasier, quel que soit le texte', () => {
  it('ne lève jamais, rend des dates qui existent et des lignes qui sont dans le texte', () => {
    fc.assert(
      fc.property(texteHasard, (texte) => {
        const casier = lireCasier(texte)
        const lignes = texte.normalize('NFC').split(/\r\n|[\n\r\f\v\u2028\u2029]/)
        for (const { ligne } of casier.lignesNonLues) expect(lignes[ligne - 1]?.trim()).not.toBe('')
        for (const c of casier.condamnations) {
          for (const d of [c.date, c.signifieLe, ...c.infractions.flatMap((i) => [i.debut, i.fin])]) {
            if (d !== null) expect(estDateIso(d)).toBe(true)
          }
          expect(c.juridiction !== '' || c.date !== null).toBe(true)
        }
        const recidive = etablirRecidive(casier, {
          libelle: 'VOL',
          categorie: 'vol',
          date: '2026-11-23',
          encouruMois: 36,
        })
        expect(recidive.motif).toMatch(/\.$/)
        expect(recidive.encouruMois).toBe(recidive.etat === 'oui' ? 72 : 36)
        const nombre = compterCondamnationsDefinitives(casier, '2026-11-23')
        expect(nombre === null).toBe(casier.etat !== 'condamnations' && casier.etat !== 'neant')
      }),
      { numRuns: 300 },
    )
  })

  it('rend toutes les lignes non vides quand rien n’est un bulletin', () => {
    const mot = fc.constantFrom(
      'bonjour',
      'dossier',
      'salle',
      'merci',
      'après-midi',
      'audience',
      '14 h 30',
      'à',
      'et',
    )
    const ligne = fc.array(mot, { maxLength: 6 }).map((m) => m.join(' '))
    fc.assert(
      fc.property(fc.array(ligne, { maxLength: 12 }), (lignes) => {
        const casier = lireCasier(lignes.join('\n'))
        expect(casier.etat).toBe('illisible')
        expect(casier.lignesNonLues).toEqual(
          lignes.flatMap((texte, i) => (texte.trim() === '' ? [] : [{ ligne: i + 1, texte: texte.trim() }])),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('graine 1301383618 : rend la ligne telle qu’elle est, sans resserrer ses lettres', () => {
    expect(lireCasier('à bonjour à à à').lignesNonLues).toEqual([{ ligne: 1, texte: 'à bonjour à à à' }])
  })

  /**
   * « Understood or given back »: an unreadable line put anywhere in a real bulletin comes back as such,
   * and costs no other line: everything else is read as before, or given back too.
   */
  it('rend une ligne illisible où qu’elle tombe, sans perdre une décision', () => {
    const rebut = fc.constantFrom(
      '▒▒▒▒ ▒▒▒ ▒▒▒▒▒',
      '(cid:40)(cid:59)(cid:12)',
      '##~ §§ ?? V?L ~~ §§ ##',
      '??? §§§ ###',
    )
    const lisibles = bulletins.filter((t) => {
      const casier = lireCasier(t)
      // Columns by place and cut words change meaning when a line falls inside them.
      return (
        casier.etat === 'condamnations' && casier.lignesNonLues.length === 0 && !/^N°|\p{L}-\s*\n/mu.test(t)
      )
    })
    expect(lisibles.length).toBeGreaterThan(8)
    fc.assert(
      fc.property(fc.constantFrom(...lisibles), rebut, fc.nat(), (texte, illisible, hasard) => {
        const lignes = texte.split('\n')
        const rang = hasard % (lignes.length + 1)
        const casier = lireCasier([...lignes.slice(0, rang), illisible, ...lignes.slice(rang)].join('\n'))
        expect(casier.lignesNonLues).toContainEqual({ ligne: rang + 1, texte: illisible })
        expect(casier.condamnations.map((c) => [c.rang, c.date])).toEqual(
          lireCasier(texte).condamnations.map((c) => [c.rang, c.date]),
        )
      }),
      { numRuns: 120 },
    )
  })

  it('ne dépend ni de la casse, ni des accents, ni des fins de ligne, ni des lignes vides', () => {
    const lu = (texte: string) => lireCasier(texte).condamnations.map(condamnationComparable)
    for (const texte of bulletins) {
      const sansAccents = texte.normalize('NFD').replace(/\p{M}/gu, '')
      expect(lu(sansAccents)).toEqual(lu(texte))
      expect(lu(texte.normalize('NFD'))).toEqual(lu(texte))
      expect(lu(texte.toUpperCase())).toEqual(lu(texte))
      expect(lu(texte.replace(/\n/g, '\r\n'))).toEqual(lu(texte))
      expect(lu(texte.replace(/\n/g, '\n\n'))).toEqual(lu(texte))
      expect(replier(JSON.stringify(lu(texte.toLowerCase())))).toEqual(replier(JSON.stringify(lu(texte))))
    }
  })
})
