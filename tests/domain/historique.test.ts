import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  annuler,
  type Declaration,
  type Dossier,
  declarationsVivantes,
  pasEnArriere,
  pasEnAvant,
  type Role,
  repondre,
  retablir,
  verifierDossier,
} from '../../domain/index.ts'
import { declaration, dossierAvec, orienterDossier, uuid } from './outils.ts'

const FAITS = [
  'addiction.conduite',
  'addiction.lienFaits',
  'logement.hebergementCeSoir',
  'psy.suivi',
] as const
const INSTANT = Date.parse('2026-11-24T08:00:00Z')

/** A morning: acts of several declarations, undos and redos, each a second after the other. */
function matin(depart: Dossier = dossierAvec([])) {
  let dossier = depart
  let n = 1000 + 100 * depart.declarations.length
  const date = () => new Date(INSTANT + n * 1000).toISOString()
  const nouvelId = () => uuid(++n)
  const ajouter = (declarations: readonly Declaration[]) => {
    dossier = { ...dossier, declarations: [...dossier.declarations, ...declarations] }
    return declarations.length
  }
  const matin = {
    dossier: () => dossier,
    /** One act: its answers share a lot when they are several. */
    dire(reponses: readonly [fait: string, valeur: Declaration['valeur']][], role: Role = 'parquet') {
      const lot = reponses.length > 1 ? { lot: nouvelId() } : {}
      for (const [fait, valeur] of reponses) {
        const quoi = valeur === null ? ({ valeur, inconnu: 'ne-sait-pas' } as const) : { valeur }
        const reponse = { fait, ...quoi, origine: 'personne', verifie: false, ...lot } as const
        ajouter([repondre(dossier, reponse, { id: nouvelId(), auteur: { role }, date: date() })])
      }
    },
    annuler: (role: Role = 'parquet') =>
      ajouter(annuler(dossier, { auteur: { role }, nouvelId, date: date() })),
    retablir: (role: Role = 'parquet') =>
      ajouter(retablir(dossier, { auteur: { role }, nouvelId, date: date() })),
    contexte: (role: Role = 'parquet') => ({ auteur: { role }, nouvelId, date: date() }),
    ajouter,
  }
  return matin
}

/** What the facts say, whichever declarations say it. */
function lecture(dossier: Dossier): string {
  const { faits } = orienterDossier(dossier)
  return JSON.stringify(
    FAITS.map((fait) => {
      const { declarations: _d, ...dit } = faits[fait] ?? { declarations: [] }
      return dit
    }),
  )
}

const reponse = fc.tuple(fc.constantFrom(...FAITS), fc.constantFrom(true, false, null))
const acte = fc.uniqueArray(reponse, { minLength: 1, maxLength: 3, selector: ([fait]) => fait })
const geste = fc.oneof(
  { weight: 4, arbitrary: acte },
  { weight: 2, arbitrary: fc.constant('annuler' as const) },
  { weight: 1, arbitrary: fc.constant('retablir' as const) },
)
const gestes = fc.array(geste, { maxLength: 12 })
type Geste = 'annuler' | 'retablir' | [string, Declaration['valeur']][]

function jouer(m: ReturnType<typeof matin>, suite: readonly Geste[], role: Role = 'parquet') {
  for (const g of suite) {
    if (g === 'annuler') m.annuler(role)
    else if (g === 'retablir') m.retablir(role)
    else m.dire(g, role)
  }
}

describe('annuler et rétablir, pour toute suite d’actes', () => {
  it('annuler jusqu’au bout rend le dossier vide', () => {
    fc.assert(
      fc.property(gestes, (suite) => {
        const m = matin()
        jouer(m, suite)
        for (let i = 0; i <= suite.length; i++) m.annuler()
        expect(lecture(m.dossier())).toBe(lecture(dossierAvec([])))
        expect(m.annuler()).toBe(0)
      }),
    )
  })

  it('annuler puis rétablir ne change rien, autant de fois qu’on veut, dans n’importe quel ordre d’arrivée', () => {
    fc.assert(
      fc.property(gestes, fc.nat(4), fc.infiniteStream(fc.nat()), (suite, fois, hasard) => {
        const m = matin()
        jouer(m, suite)
        const avant = lecture(m.dossier())
        const melange = [...m.dossier().declarations]
          .map((d) => [hasard.next().value, d] as const)
          .sort(([a], [b]) => a - b)
          .map(([, d]) => d)
        const relu = matin({ ...m.dossier(), declarations: melange })
        let annules = 0
        for (let i = 0; i < fois; i++) if (relu.annuler() > 0) annules++
        for (let i = 0; i < annules; i++) expect(relu.retablir()).toBeGreaterThan(0)
        expect(lecture(relu.dossier())).toBe(avant)
      }),
    )
  })

  it('après un nouvel acte, rétablir ne fait rien', () => {
    fc.assert(
      fc.property(gestes, acte, (suite, nouveau) => {
        const m = matin()
        jouer(m, suite)
        m.annuler()
        m.dire(nouveau)
        expect(m.retablir()).toBe(0)
      }),
    )
  })

  it('les déclarations ne font que s’ajouter, et le dossier reste du contrat', () => {
    fc.assert(
      fc.property(gestes, (suite) => {
        const m = matin()
        for (const g of suite) {
          const avant = m.dossier().declarations
          jouer(m, [g])
          expect(m.dossier().declarations.slice(0, avant.length)).toEqual(avant)
        }
        expect(() => verifierDossier(m.dossier())).not.toThrow()
      }),
    )
  })

  it('n’annule que ses propres actes : il reste ce que les autres ont dit', () => {
    fc.assert(
      fc.property(gestes, gestes, (siens, autres) => {
        const m = matin()
        jouer(m, autres, 'defense')
        jouer(m, siens)
        for (let i = 0; i <= siens.length; i++) m.annuler()
        const seuls = matin()
        jouer(seuls, autres, 'defense')
        expect(lecture(m.dossier())).toBe(lecture(seuls.dossier()))
      }),
    )
  })
})

const CONDUITE = 'addiction.conduite'
const vives = (d: Dossier, fait: string) => declarationsVivantes(d, fait).map((x) => x.valeur)

describe('un acte de plusieurs réponses', () => {
  it('s’annule et se rétablit d’un coup ; l’acte dit ce qu’il portait', () => {
    const m = matin()
    m.dire([
      ['addiction.produits', ['crack']],
      ['addiction.frequence', 'quotidien'],
      [CONDUITE, true],
    ])
    const { acte, declarations } = pasEnArriere(m.dossier(), m.contexte())
    expect(acte?.map((d) => d.fait)).toEqual(['addiction.produits', 'addiction.frequence', CONDUITE])
    expect(new Set(declarations.map((d) => d.lot)).size).toBe(1)
    m.ajouter(declarations)
    expect(lecture(m.dossier())).toBe(lecture(dossierAvec([])))
    expect(pasEnAvant(m.dossier(), m.contexte()).acte).toHaveLength(3)
    m.retablir()
    expect(vives(m.dossier(), 'addiction.produits')).toEqual([['crack']])
    expect(vives(m.dossier(), CONDUITE)).toEqual([true])
  })

  it('deux lots du même nom, de deux auteurs, sont deux actes', () => {
    const lot = uuid(77)
    const m = matin(
      dossierAvec([
        declaration(1, CONDUITE, true, { lot }),
        declaration(2, 'psy.suivi', true, { lot, auteur: { role: 'defense' } }),
      ]),
    )
    m.annuler()
    expect(vives(m.dossier(), 'psy.suivi')).toEqual([true])
    expect(m.annuler()).toBe(0)
  })
})

describe('avec un dossier reçu d’ailleurs', () => {
  const avocat = (n: number, reste: Partial<Declaration> = {}) =>
    declaration(n, CONDUITE, false, { origine: 'avocat', auteur: { role: 'defense' }, ...reste })

  it('ce que l’avocat a dit après reste dit quand le parquet annule', () => {
    const m = matin(dossierAvec([declaration(1, CONDUITE, true), avocat(2)]))
    m.annuler()
    expect(vives(m.dossier(), CONDUITE)).toEqual([false])
    const [gardee] = declarationsVivantes(m.dossier(), CONDUITE)
    expect(gardee).toMatchObject({ origine: 'avocat', auteur: { role: 'defense' } })
    m.retablir()
    expect(orienterDossier(m.dossier()).faits[CONDUITE]).toMatchObject({ etat: 'contradictoire' })
  })

  it('un acte que l’avocat a déjà repris est passé : c’est le précédent qui s’annule', () => {
    const m = matin(
      dossierAvec([
        declaration(1, 'psy.suivi', true),
        declaration(2, CONDUITE, true),
        avocat(3, { retire: [uuid(2)] }),
      ]),
    )
    m.annuler()
    expect(vives(m.dossier(), CONDUITE)).toEqual([false])
    expect(orienterDossier(m.dossier()).faits['psy.suivi']).toMatchObject({ etat: 'inconnu' })
  })

  it('un acte reçu d’un autre rôle ne vide pas ce qui peut être rétabli', () => {
    const m = matin()
    m.dire([['psy.suivi', true]])
    m.annuler()
    m.dire([[CONDUITE, false]], 'defense')
    expect(m.retablir()).toBe(1)
    expect(vives(m.dossier(), 'psy.suivi')).toEqual([true])
  })

  it('une contradiction tranchée puis annulée revient entière, et se tranche à nouveau par rétablir', () => {
    const m = matin(dossierAvec([declaration(1, CONDUITE, true, { auteur: { role: 'enquete' } }), avocat(2)]))
    m.dire([[CONDUITE, true]])
    m.annuler()
    expect(orienterDossier(m.dossier()).faits[CONDUITE]).toMatchObject({ valeurs: [false, true] })
    m.retablir()
    expect(orienterDossier(m.dossier()).faits[CONDUITE]).toMatchObject({ etat: 'connu', valeur: true })
  })
})
