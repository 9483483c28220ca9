import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chercher,
  type Declaration,
  type Dossier,
  deplacer,
  limiteVingtHeures,
  minutesEntre,
  ordonner,
  VOCABULAIRE,
} from '../../domain/index.ts'
import { uuid } from '../domain/outils.ts'
import { valeursDe } from './tirages.ts'

/** What may order the board: times, places given by hand, requests. */
const TABLEAU = [
  'permanence.finGardeAVue',
  'permanence.rang',
  'demande.apcars',
  'demande.jap',
  'procedure.qualification',
]
/** Every answer about the person: health, housing, addiction, agreement, record, choices. */
const REPONSES = VOCABULAIRE.filter(
  (f) => !['permanence', 'demande', 'procedure'].includes(f.famille) && f.derive !== 'toujours',
).map((f) => f.cle)

const moment = fc
  .tuple(fc.integer({ min: 20, max: 24 }), fc.integer({ min: 0, max: 23 }))
  .map(([jour, heure]) => `2026-11-${jour}T${String(heure).padStart(2, '0')}:10`)

function reponseSur(faits: readonly string[]): fc.Arbitrary<Omit<Declaration, 'id'>> {
  return fc.constantFrom(...faits).chain((fait) =>
    (fait === 'permanence.finGardeAVue' ? moment : fc.constantFrom(...valeursDe(fait))).map((valeur) => ({
      fait,
      valeur,
      origine: 'personne' as const,
      verifie: false,
      date: '2026-11-24T09:00:00+01:00',
    })),
  )
}

const jour = fc.array(
  fc.tuple(fc.array(reponseSur(TABLEAU), { maxLength: 3 }), fc.array(reponseSur(REPONSES), { maxLength: 6 })),
  { maxLength: 8 },
)

function dossiers(
  tirage: readonly (readonly (readonly Omit<Declaration, 'id'>[])[])[],
  combien: 1 | 2,
): Dossier[] {
  return tirage.map((lots, i) => ({
    version: 1,
    id: uuid(i + 1),
    dateAudience: '2026-11-24',
    declarations: lots
      .slice(0, combien)
      .flat()
      .map((d, j) => ({ ...d, id: uuid(1000 + i * 100 + j) })),
  }))
}

const ordre = fc.constantFrom('limite' as const, 'main' as const)
const ids = (liste: readonly Dossier[]) => liste.map((d) => d.id)

describe('aucune réponse n’ordonne ni ne choisit les personnes (R113-51)', () => {
  it('l’ordre est le même avec et sans les réponses', () => {
    fc.assert(
      fc.property(jour, ordre, (tirage, o) => {
        expect(ids(ordonner(dossiers(tirage, 2), { ordre: o }))).toEqual(
          ids(ordonner(dossiers(tirage, 1), { ordre: o })),
        )
      }),
    )
  })

  it('la recherche trouve les mêmes avec et sans les réponses', () => {
    const mots = fc.constantFrom('crack', 'rue', 'oui', 'tutelle', 'texte', 'E1', 'quotidien', 'ouvrage')
    fc.assert(
      fc.property(jour, mots, (tirage, mot) => {
        expect(ids(chercher(dossiers(tirage, 2), mot))).toEqual(ids(chercher(dossiers(tirage, 1), mot)))
      }),
    )
  })
})

it('ordonner ne perd ni n’invente personne', () => {
  fc.assert(
    fc.property(jour, ordre, (tirage, o) => {
      const arrives = dossiers(tirage, 2)
      expect(ids(ordonner(arrives, { ordre: o })).sort()).toEqual(ids(arrives).sort())
    }),
  )
})

it('déplacer échange deux voisins de ce qui est montré, quels que soient les rangs', () => {
  fc.assert(
    fc.property(jour, ordre, fc.nat(7), fc.constantFrom(1 as const, -1 as const), (tirage, o, n, pas) => {
      const arrives = dossiers(tirage, 2)
      const avant = ids(ordonner(arrives, { ordre: o }))
      const id = avant[n]
      const voisin = avant[n + pas]
      fc.pre(id !== undefined && voisin !== undefined)
      const places = new Map(deplacer(arrives, { ordre: o }, String(id), pas).map((p) => [p.id, p.rang]))
      const apres = arrives.map((d): Dossier => {
        const rang = places.get(d.id)
        if (rang === undefined) return d
        const retire = d.declarations.filter((x) => x.fait === 'permanence.rang').map((x) => x.id)
        const place = { fait: 'permanence.rang', valeur: rang, origine: 'procedure', verifie: true } as const
        return {
          ...d,
          declarations: [
            ...d.declarations,
            { ...place, id: uuid(9000 + rang), date: '2026-11-24T10:00:00+01:00', retire },
          ],
        }
      })
      const attendu = avant.map((x) => (x === id ? String(voisin) : x === voisin ? String(id) : x))
      expect(ids(ordonner(apres, { ordre: 'main' }))).toEqual(attendu)
    }),
  )
})

it('la limite est toujours à 20 heures, été, hiver et entre les deux', () => {
  const minute = fc.integer({ min: 0, max: 2 * 366 * 24 * 60 }).map((m) => {
    const iso = new Date(Date.UTC(2026, 0, 1) + m * 60_000).toISOString()
    return iso.slice(0, 16)
  })
  fc.assert(
    fc.property(minute, (fin) => {
      const limite = limiteVingtHeures(fin) ?? ''
      expect(minutesEntre(fin, limite)).toBe(20 * 60)
    }),
    { numRuns: 500 },
  )
})
