import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jre from 'json-rules-engine'
import Publicodes from 'publicodes'
import { lireCatalogue } from '../../domain/catalogue/index.ts'
import {
  avecParametres,
  catalogueParDefaut,
  type Dossier,
  orienter,
  VOCABULAIRE,
} from '../../domain/index.ts'
import { centile, chronometrer, type Mesure } from './mesures.ts'

/**
 * The same 15 rules of 15 conditions (« this fact is yes » or « is no », all of them required) over the same
 * three-valued facts, read by three engines. Each must give a verdict per rule (true, false, unknown) and, for
 * each of the 225 conditions, its own verdict. What is compared is the whole call that a screen would make:
 * - ours: `orienter`, from the declarations (checked, settled) to reasons, alerts and next question;
 * - publicodes: `setSituation`, `evaluate` each rule, walk its explanation; values are handed over settled;
 * - json-rules-engine: `run`, walk the conditions of each result; it knows no « unknown », which is read off
 *   the conditions afterwards; values are handed over settled.
 * Rules are compiled beforehand in all three. Ours does more work than the others, never less.
 */

type Verdict = boolean | null
interface Clause {
  fait: string
  attendu: boolean
}

const TAILLE = 15
const DATE = '2026-11-24'

/** Small linear congruential generator: the same draw in every run. */
function tirage(graine: number): (n: number) => number {
  let etat = graine
  return (n) => {
    etat = (Math.imul(etat, 1664525) + 1013904223) >>> 0
    return Math.floor((etat / 2 ** 32) * n)
  }
}

// Being of age is left out: a « no » refuses the whole dossier.
const FAITS = VOCABULAIRE.filter(
  (f) => f.type === 'oui-non' && f.derive === undefined && f.famille !== 'audience',
).map((f) => f.cle)

function tirerRegles(): Clause[][] {
  const hasard = tirage(7)
  return Array.from({ length: TAILLE }, () => {
    const restants = [...FAITS]
    return Array.from({ length: TAILLE }, () => ({
      fait: restants.splice(hasard(restants.length), 1)[0] ?? '',
      attendu: hasard(4) > 0,
    }))
  })
}

/** Dossiers that follow one rule, so that all three verdicts are met, then answer the rest at random. */
function tirerReponses(regles: readonly Clause[][], nombre: number): Map<string, boolean>[] {
  const hasard = tirage(11)
  return Array.from({ length: nombre }, (_, i) => {
    const reponses = new Map<string, boolean>()
    for (const fait of FAITS) if (hasard(3) > 0) reponses.set(fait, hasard(3) > 0)
    const suivie = i % 2 === 0 ? (regles[hasard(regles.length)] ?? []) : []
    for (const c of suivie) reponses.set(c.fait, c.attendu)
    if (i % 4 === 0) reponses.delete(suivie[hasard(TAILLE)]?.fait ?? '')
    return reponses
  })
}

const provenance = { source: 'bench', marque: 'M' as const }

function catalogueDuBench(regles: readonly Clause[][]) {
  return lireCatalogue({
    version: 'bench',
    modeles: [],
    cadres: [],
    seuils: [],
    alertes: [],
    anciennesMesures: [],
    dispositifs: [
      {
        id: 'bench',
        nom: 'Bench',
        ou: 'ici',
        porteur: 'personne',
        ...provenance,
        etatConnu: 'bench',
        verifieLe: null,
        tribunaux: [],
        statut: 'inconnu',
        presentation: [{ texte: 'bench', ...provenance }],
        fiche: { pourQui: [], orienter: [], donnees: [], delai: [], duree: [], leJourMeme: [] },
        historique: [],
        direOui: 'rien',
        appels: [],
        parametres: {},
        criteres: regles.map((clauses, i) => ({
          id: `R${i}`,
          libelle: `Règle ${i}`,
          'vrai si': { 'toutes ces conditions': clauses.map((c) => (c.attendu ? c.fait : `non ${c.fait}`)) },
          motifs: { vrai: 'Réuni.', faux: 'Non réuni : {addiction.conduite}.', inconnu: 'Inconnu.' },
          'a faire': 'Demander.',
        })),
      },
    ],
  })
}

function dossierDe(reponses: ReadonlyMap<string, boolean>): Dossier {
  const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  return {
    version: 1,
    id: uuid(0),
    dateAudience: DATE,
    declarations: [...reponses].map(([fait, valeur], i) => ({
      id: uuid(i + 1),
      fait,
      valeur,
      origine: 'personne',
      verifie: false,
      auteur: { role: 'parquet' },
      date: '2026-11-24T09:00:00+01:00',
    })),
  }
}

function notre(regles: readonly Clause[][], reponses: readonly Map<string, boolean>[]) {
  const catalogue = catalogueDuBench(regles)
  const dossiers = reponses.map(dossierDe)
  return (i: number): Verdict[] => {
    const dossier = dossiers[i % dossiers.length]
    if (dossier === undefined) throw new Error('no dossier')
    const lu = orienter(dossier, catalogue, { date: DATE })
    return (lu.dispositifs[0]?.criteres ?? []).map((c) => (c.etat === 'inconnu' ? null : c.etat === 'vrai'))
  }
}

/** Publicodes names allow neither dots nor capitals that matter: facts are numbered. */
function avecPublicodes(regles: readonly Clause[][], reponses: readonly Map<string, boolean>[]) {
  const nom = (fait: string) => `fait ${FAITS.indexOf(fait)}`
  const ecrites: Record<string, unknown> = {}
  for (const f of FAITS) ecrites[nom(f)] = { question: 'oui ou non ?', type: 'booléen' }
  for (const [i, clauses] of regles.entries())
    ecrites[`règle ${i}`] = {
      'toutes ces conditions': clauses.map((c) => `${nom(c.fait)} = ${c.attendu ? 'oui' : 'non'}`),
    }
  const moteur = new Publicodes(ecrites as ConstructorParameters<typeof Publicodes>[0], { warn: false })
  const situations = reponses.map((r) =>
    Object.fromEntries([...r].map(([fait, valeur]) => [nom(fait), valeur ? 'oui' : 'non'])),
  )
  return (i: number): Verdict[] => {
    moteur.setSituation(situations[i % situations.length] ?? {})
    return regles.map((_, r) => {
      const noeud = moteur.evaluate(`règle ${r}`)
      if (parcourir(noeud) < TAILLE) throw new Error('publicodes gave no explanation')
      return typeof noeud.nodeValue === 'boolean' ? noeud.nodeValue : null
    })
  }
}

/** Walks an explanation to its leaves; how many verdicts it holds. */
function parcourir(noeud: unknown): number {
  if (noeud === null || typeof noeud !== 'object') return 0
  if (Array.isArray(noeud)) return noeud.reduce<number>((n, x) => n + parcourir(x), 0)
  const porte = 'nodeValue' in noeud ? 1 : 0
  return (
    porte +
    ('explanation' in noeud
      ? Object.values(noeud.explanation ?? {}).reduce<number>((n, x) => n + parcourir(x), 0)
      : 0)
  )
}

function avecJsonRulesEngine(regles: readonly Clause[][], reponses: readonly Map<string, boolean>[]) {
  const moteur = new jre.Engine()
  for (const [i, clauses] of regles.entries())
    moteur.addRule({
      name: String(i),
      event: { type: 'vrai' },
      conditions: { all: clauses.map((c) => ({ fact: c.fait, operator: 'equal', value: c.attendu })) },
    })
  const faits = reponses.map((r) => Object.fromEntries(FAITS.map((f) => [f, r.get(f) ?? null])))
  return async (i: number): Promise<Verdict[]> => {
    const { results, failureResults } = await moteur.run(faits[i % faits.length])
    const verdicts: Verdict[] = regles.map(() => null)
    for (const r of [...results, ...failureResults]) {
      const conditions = 'all' in r.conditions ? r.conditions.all : []
      const contraire = conditions.some(
        (c) => 'result' in c && c.result === false && 'factResult' in c && c.factResult !== null,
      )
      verdicts[Number(r.name)] = r.result === true ? true : contraire ? false : null
    }
    return verdicts
  }
}

interface CasPublic {
  dossier: Dossier
  parametres: Record<string, unknown>
  date: string
  attendu: { erreur: string | null }
}

const PASSES = 6
const APPELS_PAR_CAS = 10

/**
 * `orienter` over every public case, on the shipped catalogue, explanations included. Each case is read several
 * times running, as at successive keys: its record is read once and kept. Of several passes the quietest counts,
 * because a shared machine takes the processor away for whole milliseconds; the worst is shown beside it.
 */
function surLesCasPublics(): Mesure {
  const livre = catalogueParDefaut()
  const dossier = join(import.meta.dirname, '../acceptation/cas/orientation')
  const cas = readdirSync(dossier)
    .map((f) => JSON.parse(readFileSync(join(dossier, f), 'utf8')) as CasPublic)
    .filter((c) => c.attendu.erreur === null)
    .map((c) => ({ ...c, catalogue: avecParametres(livre, c.parametres) }))
  const passe = () =>
    cas.flatMap((c) =>
      Array.from({ length: APPELS_PAR_CAS }, () => {
        const debut = performance.now()
        orienter(c.dossier, c.catalogue, { date: c.date })
        return performance.now() - debut
      }),
    )
  passe()
  const p95 = Array.from({ length: PASSES }, () => centile(passe(), 0.95)).sort((a, b) => a - b)
  return {
    nom: 'orienter, cas publics, p95',
    ratio: p95[0] ?? Number.NaN,
    cible: 1,
    unite: 'ms',
    detail: `${cas.length} cas, ${livre.dispositifs.length} dispositifs et ${livre.cadres.length} cadres, la plus calme de ${PASSES} passes ; la pire ${ms(p95.at(-1) ?? Number.NaN)}`,
  }
}

export async function benchRegles(): Promise<Mesure[]> {
  const regles = tirerRegles()
  const reponses = tirerReponses(regles, 24)
  const nous = notre(regles, reponses)
  const publicodes = avecPublicodes(regles, reponses)
  const json = avecJsonRulesEngine(regles, reponses)

  // A faster engine that answers something else would prove nothing.
  const rencontres = new Set<Verdict>()
  for (const i of reponses.keys()) {
    const attendus = regles.map((clauses) => lireALaMain(clauses, reponses[i] ?? new Map()))
    for (const v of attendus) rencontres.add(v)
    for (const [nom, lus] of Object.entries({
      nous: nous(i),
      publicodes: publicodes(i),
      json: await json(i),
    }))
      if (JSON.stringify(lus) !== JSON.stringify(attendus)) throw new Error(`${nom} disagrees on draw ${i}`)
  }
  if (rencontres.size !== 3) throw new Error('the draw misses a verdict')

  const temps = await chronometrer({ nous, publicodes, json }, 16, reponses.length)
  const mediane = (nom: string) => centile(temps[nom] ?? [], 0.5)
  return [
    surLesCasPublics(),
    {
      nom: 'orienter face à publicodes',
      ratio: mediane('publicodes') / mediane('nous'),
      cible: 20,
      sens: 'au-moins',
      detail: `15 × 15, médianes ${ms(mediane('nous'))} et ${ms(mediane('publicodes'))}`,
    },
    {
      nom: 'orienter face à json-rules-engine',
      ratio: mediane('json') / mediane('nous'),
      cible: 3,
      sens: 'au-moins',
      detail: `15 × 15, médianes ${ms(mediane('nous'))} et ${ms(mediane('json'))}`,
    },
  ]
}

const ms = (x: number) => `${x.toFixed(3)} ms`

/** Strong Kleene « and », spelled out: the reference that the three engines are held to. */
function lireALaMain(clauses: readonly Clause[], reponses: ReadonlyMap<string, boolean>): Verdict {
  if (clauses.some((c) => reponses.has(c.fait) && reponses.get(c.fait) !== c.attendu)) return false
  return clauses.every((c) => reponses.has(c.fait)) ? true : null
}
