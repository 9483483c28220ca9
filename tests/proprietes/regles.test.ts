import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Critere } from '../../domain/catalogue/index.ts'
import {
  type CritereLu,
  type Declaration,
  type Dossier,
  DossierInvalide,
  type EtatCritere,
  type EtatFait,
  type Orientation,
} from '../../domain/index.ts'
import { ABSENT, type ConditionEcrite, evaluer, lireCondition } from '../../domain/regles/condition.ts'
import { contexteDe, etatCritere } from '../../domain/regles/lecture.ts'
import { AILSI_REUNI, catalogueAvec, DATE, OUVRAGE_REUNI, orienterDossier, uuid } from '../domain/outils.ts'
import { ecarts } from './polarite.ts'
import { dossierPresque, dossierQuelconque, FAITS_LUS, parametres, valeursDe } from './tirages.ts'

// Many draws on a machine that others share.
vi.setConfig({ testTimeout: 30_000 })

type Valeur = NonNullable<Declaration['valeur']>

/** The orientation, or `null` for a dossier that is refused (a minor, a birth after the facts). */
function tenter(dossier: Dossier, regles: Record<string, unknown>): Orientation | null {
  try {
    return orienterDossier(dossier, regles)
  } catch (e) {
    if (e instanceof DossierInvalide) return null
    throw e
  }
}

const ajoute = (fait: string, valeur: Valeur): Declaration => ({
  id: uuid(999),
  fait,
  valeur,
  origine: 'personne',
  verifie: false,
  date: '2026-11-24T11:00:00+01:00',
})

const criteresEcrits = catalogueAvec().dispositifs.flatMap((d) => d.criteres)
const silences = new Map(criteresEcrits.map((c) => [c.id, ecarts(c).silences]))
const criteresDe = (o: Orientation): CritereLu[] => o.dispositifs.flatMap((d) => d.criteres)

/** A criterion that reads the housing code also reads the answers that give it where nobody chose one. */
function appuis(critere: string, fait: string): readonly string[] {
  const lus = [...(silences.get(critere) ?? [])]
  const questions = ['logement.nuitAvant', 'logement.hebergementCeSoir']
  return lus.includes('logement.situation') && questions.includes(fait) ? [...lus, fait] : lus
}

/** What one more answer turned although it was decided: none but by a silence or a neutral criterion. */
function verifierAjout(
  dossier: Dossier,
  regles: Record<string, unknown>,
  fait: string,
  valeur: Valeur,
): boolean {
  const avant = tenter(dossier, regles)
  const apres = tenter({ ...dossier, declarations: [...dossier.declarations, ajoute(fait, valeur)] }, regles)
  if (avant === null || apres === null || apres.faits[fait]?.etat === 'contradictoire') return false
  const etats = new Map(criteresDe(apres).map((c) => [c.id, c.etat]))
  const tournes = criteresDe(avant).filter((c) => c.etat !== 'inconnu' && etats.get(c.id) !== c.etat)
  for (const c of tournes)
    if (c.etat !== 'neutre')
      expect(appuis(c.id, fait), `${c.id} : ${c.etat} → ${etats.get(c.id)}`).toContain(fait)
  for (const [i, d] of avant.dispositifs.entries())
    if (d.lecture !== 'a-verifier' && apres.dispositifs[i]?.lecture !== d.lecture)
      expect(
        d.criteres.some((c) => tournes.includes(c)),
        d.id,
      ).toBe(true)
  return true
}

const reponse = fc
  .constantFrom(...FAITS_LUS)
  .chain((fait) => fc.tuple(fc.constant(fait), fc.constantFrom(...valeursDe(fait))))

describe('(a) une réponse de plus ne retourne pas ce qui est décidé', () => {
  const tirages: [string, fc.Arbitrary<Dossier>][] = [
    ['dossiers presque réunis pour L’Ouvrage', dossierPresque(OUVRAGE_REUNI as Record<string, Valeur>)],
    ['dossiers presque réunis pour AILSI', dossierPresque(AILSI_REUNI as Record<string, Valeur>)],
    ['dossiers quelconques', dossierQuelconque],
  ]
  it.each(tirages)('%s', (_titre, dossiers) => {
    let jugees = 0
    fc.assert(
      fc.property(dossiers, parametres, reponse, (d, p, [fait, valeur]) => {
        if (verifierAjout(d, p, fait, valeur)) jugees++
      }),
      { numRuns: 1500 },
    )
    expect(jugees).toBeGreaterThan(500)
  })
})

describe('(b) ordre et doublons ne changent rien', () => {
  it('l’orientation est la même, au caractère près', () => {
    fc.assert(
      fc.property(dossierQuelconque, fc.infiniteStream(fc.nat()), fc.nat(5), (d, tirage, doublons) => {
        const melange = [...d.declarations, ...d.declarations.slice(0, doublons)]
          .map((x) => ({ x: structuredClone(x), rang: tirage.next().value as number }))
          .sort((a, b) => a.rang - b.rang)
          .map(({ x }) => x)
        const attendue = tenter(d, {})
        const lue = tenter({ ...d, declarations: melange }, {})
        expect(JSON.stringify(lue)).toBe(JSON.stringify(attendue))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('(d) aller et retour par JSON', () => {
  it('un dossier relu donne la même orientation, elle-même transportable', () => {
    fc.assert(
      fc.property(dossierQuelconque, parametres, (d, p) => {
        const o = tenter(d, p)
        expect(JSON.stringify(tenter(JSON.parse(JSON.stringify(d)), p))).toBe(JSON.stringify(o))
        // Nothing that JSON would drop or turn into something else.
        expect(JSON.parse(JSON.stringify(o))).toStrictEqual(o)
      }),
      { numRuns: 300 },
    )
  })
})

/** Every product of the lists, as assignments of the facts. */
function produits<T>(listes: readonly (readonly T[])[]): T[][] {
  return listes.reduce<T[][]>((lignes, liste) => lignes.flatMap((l) => liste.map((x) => [...l, x])), [[]])
}

const INCONNU: EtatFait = { etat: 'inconnu', raison: 'pas-demande', declarations: [] }
const CONTRADICTOIRE: EtatFait = { etat: 'contradictoire', valeurs: [], declarations: [] }
const connu = (valeur: Valeur): EtatFait => ({ etat: 'connu', valeur, verifie: false, declarations: [] })

/** States of a criterion over every partial answer, each with the states of all its completions. */
function* completer(
  c: Critere,
  regles: Record<string, unknown>,
): Generator<[EtatCritere, Set<EtatCritere>, string]> {
  const catalogue = catalogueAvec(regles)
  const pleines = c.faits.map((fait) => valeursDe(fait).map(connu))
  const etat = (ligne: readonly EtatFait[]) =>
    etatCritere(
      c,
      contexteDe(Object.fromEntries(c.faits.map((f, i) => [f, ligne[i] ?? INCONNU])), catalogue, DATE),
    )
  for (const ligne of produits(pleines.map((v) => [...v, INCONNU, CONTRADICTOIRE]))) {
    const suites = produits(ligne.map((x, i) => (x.etat === 'connu' ? [x] : (pleines[i] ?? []))))
    yield [etat(ligne), new Set(suites.map(etat)), JSON.stringify(ligne)]
  }
}

describe('(c) aucun faux « inconnu », contre toutes les manières de compléter', () => {
  const reglages: Record<string, unknown>[] = [
    {},
    { 'ailsi.definitionSansLogement': ['E2', 'E5'], 'ailsi.infractionsExclues': ['vol', 'armes'] },
    {
      'ouvrage.categoriesExclues': ['vol'],
      'ouvrage.accordHorsRessort': 'negocie',
      'ouvrage.minCondamnations': 5,
    },
  ]
  // Conditions of frameworks too; those that read many facts are left to cadres.test.ts.
  const conditions = new Set(
    catalogueAvec().cadres.flatMap((c) => c.conditions.filter((x) => x.faits.length < 4)),
  )
  const droits = [...criteresEcrits, ...conditions].filter(
    (c) => ecarts(c).doubles.length === 0 && c.neutreSi === null,
  )

  it('les critères sans écart du lint sont là', () => {
    expect(droits.map((c) => c.id)).toEqual(
      expect.arrayContaining(['O2', 'O2bis', 'O4', 'O5', 'O6', 'O8', 'A2', 'A4', 'A5', 'A6']),
    )
  })

  it.each(droits)('$id', (c) => {
    for (const regles of reglages)
      for (const [lu, suites, ligne] of completer(c, regles))
        if (lu === 'inconnu' && suites.size === 1) expect([...suites], ligne).toEqual(['inconnu'])
  })

  it('tout critère, même hors du lint : ce qui est décidé le reste dans une complétion au moins', () => {
    for (const c of criteresEcrits)
      for (const [lu, suites, ligne] of completer(c, {}))
        if (lu === 'vrai' || lu === 'faux') expect([...suites], `${c.id} ${ligne}`).toContain(lu)
  })

  const FAITS = [
    'addiction.conduite',
    'addiction.lienFaits',
    'addiction.soins',
    'psy.suivi',
    'psy.traitement',
    'psy.certificat',
  ]

  /** Trees over distinct facts: each is read once, so in one polarity. */
  function arbre(faits: readonly string[]): fc.Arbitrary<ConditionEcrite> {
    const [seul] = faits
    if (seul === undefined) throw new Error('no fact')
    if (faits.length === 1) return fc.constantFrom<ConditionEcrite>(seul, `non ${seul}`, { sauf: seul })
    return fc.integer({ min: 1, max: faits.length - 1 }).chain((coupe) =>
      fc
        .tuple(arbre(faits.slice(0, coupe)), arbre(faits.slice(coupe)), fc.nat(3))
        .map(([a, b, forme]): ConditionEcrite => {
          if (forme === 0) return { 'toutes ces conditions': [a, b] }
          if (forme === 1) return { 'une de ces conditions': [a, b] }
          return forme === 2 ? { sauf: { 'toutes ces conditions': [a, b] } } : { 'au moins 1 parmi': [a, b] }
        }),
    )
  }

  it('toute condition qui lit chaque fait une fois est inconnue si et seulement si les deux fins sont possibles', () => {
    const contexte = (faits: readonly (boolean | null)[]) => ({
      lire: (f: string) => faits[FAITS.indexOf(f)] ?? ABSENT,
      dites: () => [],
      parametre: () => undefined,
    })
    const lectures = fc.tuple(...FAITS.map(() => fc.constantFrom(true, false, null)))
    fc.assert(
      fc.property(arbre(FAITS), lectures, (ecrite, lus) => {
        const c = lireCondition(ecrite)
        const fins = new Set(
          produits(lus.map((x) => (x === null ? [true, false] : [x]))).map((l) => evaluer(c, contexte(l))),
        )
        const [fin] = fins
        expect(evaluer(c, contexte(lus))).toBe(fins.size === 2 ? null : fin)
      }),
      { numRuns: 1000 },
    )
  })
})
