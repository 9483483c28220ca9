import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { ancienneMesure, type Declaration, DossierInvalide, type EtatFait } from '../../domain/index.ts'
import { lireCadres } from '../../domain/regles/cadres.ts'
import { contexteDe } from '../../domain/regles/lecture.ts'
import { catalogueAvec, DATE, orienterDossier } from '../domain/outils.ts'
import { ecarts } from './polarite.ts'
import { dossierQuelconque, parametres, valeursDe } from './tirages.ts'

// Many draws on a machine that others share.
vi.setConfig({ testTimeout: 30_000 })

type Valeur = NonNullable<Declaration['valeur']>
const INCONNU: EtatFait = { etat: 'inconnu', raison: 'pas-demande', declarations: [] }
const CONTRADICTOIRE: EtatFait = { etat: 'contradictoire', valeurs: [], declarations: [] }
const connu = (valeur: Valeur): EtatFait => ({ etat: 'connu', valeur, verifie: false, declarations: [] })

describe('cadres légaux, sur des faits au hasard', () => {
  const { cadres } = catalogueAvec()
  const lus = [...new Set(cadres.flatMap((c) => c.conditions.flatMap((x) => x.faits)))]
  const muets = new Map(
    cadres.map((c) => [c.ecrit.id, new Set(c.conditions.flatMap((x) => ecarts(x).silences))] as const),
  )
  type Faits = Record<string, EtatFait>
  const etat = (fait: string): fc.Arbitrary<EtatFait> =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...valeursDe(fait)).map(connu) },
      { weight: 2, arbitrary: fc.constant(INCONNU) },
      { weight: 1, arbitrary: fc.constant(CONTRADICTOIRE) },
    )
  // An ordinary misdemeanour most of the time, otherwise nearly everything would be closed at once.
  const faits: fc.Arbitrary<Faits> = fc
    .tuple(fc.record(Object.fromEntries(lus.map((f) => [f, etat(f)]))), fc.nat(3))
    .map(([tires, n]) => (n === 0 ? tires : { ...tires, 'procedure.nature': connu('delit') }))
  const lire = (f: Faits) => lireCadres(catalogueAvec(), contexteDe(f, catalogueAvec(), DATE), DATE, [])

  it('une réponse de plus ne retourne un cadre que si l’une de ses conditions lit ce fait par son silence', () => {
    let decides = 0
    fc.assert(
      fc.property(faits, fc.constantFrom(...lus), fc.nat(), (tires, fait, n) => {
        const valeurs = valeursDe(fait)
        const apres = lire({ ...tires, [fait]: connu(valeurs[n % valeurs.length] ?? true) })
        for (const [i, c] of lire({ ...tires, [fait]: INCONNU }).entries()) {
          if (c.lecture === 'a-verifier') continue
          decides++
          if (apres[i]?.lecture !== c.lecture) expect(muets.get(c.id), c.id).toContain(fait)
        }
      }),
      { numRuns: 1500 },
    )
    expect(decides).toBeGreaterThan(5000)
  })

  it('une contradiction n’ouvre ni ne ferme jamais ce que le silence laisse à vérifier', () => {
    fc.assert(
      fc.property(faits, fc.constantFrom(...lus), (tires, fait) => {
        const contredit = lire({ ...tires, [fait]: CONTRADICTOIRE })
        for (const [i, c] of lire({ ...tires, [fait]: INCONNU }).entries()) {
          const lecture = contredit[i]?.lecture
          if (c.lecture === 'a-verifier') expect(lecture, `${c.id} ${fait}`).toBe('a-verifier')
          if (lecture !== c.lecture) expect(lecture, `${c.id} ${fait}`).toBe('a-verifier')
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('ce qui est ouvert le doit à des réponses : toutes ses conditions sont réunies ou sans effet', () => {
    let ouverts = 0
    fc.assert(
      fc.property(faits, (tires) => {
        for (const c of lire(tires).filter((x) => x.lecture === 'ouvert')) {
          ouverts++
          expect(
            c.conditions.some((x) => x.etat === 'vrai'),
            c.id,
          ).toBe(true)
          for (const x of c.conditions) {
            expect(['vrai', 'neutre'], `${c.id} ${x.id}`).toContain(x.etat)
            if (x.etat === 'vrai')
              expect(
                x.faits.some((f) => tires[f]?.etat === 'connu'),
                `${c.id} ${x.id}`,
              ).toBe(true)
          }
        }
      }),
      { numRuns: 500 },
    )
    expect(ouverts).toBeGreaterThan(500)
  })

  it('aucune phrase ne nomme une mesure abrogée ni ne garde un trou', () => {
    fc.assert(
      fc.property(dossierQuelconque, parametres, (d, p) => {
        let o: ReturnType<typeof orienterDossier>
        try {
          o = orienterDossier(d, p)
        } catch (erreur) {
          // A minor, or a birth after the facts.
          if (erreur instanceof DossierInvalide) return
          throw erreur
        }
        for (const c of o.cadres) {
          const phrases = [
            c.nom,
            c.motif,
            ...c.conditions.flatMap((x) => [x.libelle, x.motif, x.aFaire ?? '']),
          ]
          for (const phrase of phrases) {
            expect(phrase, c.id).not.toMatch(/[{}$]|undefined/)
            expect(ancienneMesure(phrase), phrase).toBeNull()
          }
        }
        for (const a of o.alertes) expect(ancienneMesure(a.texte), a.id).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
