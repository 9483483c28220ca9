import type { CleFait } from '../contrat.ts'
import { DossierInvalide } from '../erreurs.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { type Condition, faitsDe, lireCondition } from '../regles/condition.ts'
import { plier } from '../texte.ts'
import donnees from './catalogue.json' with { type: 'json' }
import { empreinte } from './empreinte.ts'
import {
  type AncienneMesureEcrite,
  type CadreEcrit,
  type CatalogueEcrit,
  type CritereEcrit,
  catalogueSchema,
  type DispositifEcrit,
  type MotifEcrit,
  type ParametreEcrit,
  type SeuilEcrit,
} from './schema.ts'

export type { DispositifEcrit } from './schema.ts'

/** Sentences of which the first that applies is said. */
export type Motif = readonly { quand: Condition | null; dire: string }[]

export interface Critere {
  id: string
  libelle: string
  vraiSi: Condition
  /** null: false whenever `vraiSi` is. */
  fauxSi: Condition | null
  neutreSi: Condition | null
  seDemande: boolean
  motifs: { vrai: Motif; faux: Motif; inconnu: Motif; neutre: Motif }
  aFaire: Motif
  /** Every fact read, each once. */
  faits: readonly CleFait[]
}

export interface Dispositif {
  ecrit: DispositifEcrit
  criteres: readonly Critere[]
}

export interface Cadre {
  ecrit: CadreEcrit
  conditions: readonly Critere[]
}

interface Alarme {
  ecrit: CatalogueEcrit['alertes'][number]
  quand: Condition
}

/** The dated, sourced data that ships with the product, with local overrides applied. */
export interface Catalogue {
  readonly version: string
  /** Identifies content and parameters together; it does not authenticate them. */
  readonly empreinte: string
  /** Fingerprint of the written content alone, without the parameters in force. */
  readonly empreinteEcrit: string
  readonly dispositifs: readonly Dispositif[]
  readonly cadres: readonly Cadre[]
  readonly seuils: readonly SeuilEcrit[]
  readonly alertes: readonly Alarme[]
  readonly anciennesMesures: readonly AncienneMesureEcrite[]
  readonly definitionsParametres: ReadonlyMap<string, ParametreEcrit>
  /** Values in force, by full name (`ailsi.inclusions`). */
  readonly parametres: ReadonlyMap<string, unknown>
}

function lireMotif(ecrit: MotifEcrit | undefined): Motif {
  if (ecrit === undefined) return []
  if (typeof ecrit === 'string') return [{ quand: null, dire: ecrit }]
  return ecrit.map((m) => ({ quand: m.quand === undefined ? null : lireCondition(m.quand), dire: m.dire }))
}

function lireCritere(ecrit: CritereEcrit): Critere {
  const vraiSi = lireCondition(ecrit['vrai si'])
  const fauxSi = ecrit['faux si'] === undefined ? null : lireCondition(ecrit['faux si'])
  const neutreSi = ecrit['neutre si'] === undefined ? null : lireCondition(ecrit['neutre si'])
  const conditions = [neutreSi, vraiSi, fauxSi].filter((c) => c !== null)
  return {
    id: ecrit.id,
    libelle: ecrit.libelle,
    vraiSi,
    fauxSi,
    neutreSi,
    seDemande: ecrit['se demande'],
    motifs: {
      vrai: lireMotif(ecrit.motifs.vrai),
      faux: lireMotif(ecrit.motifs.faux),
      inconnu: lireMotif(ecrit.motifs.inconnu),
      neutre: lireMotif(ecrit.motifs.neutre),
    },
    aFaire: lireMotif(ecrit['a faire']),
    faits: [...new Set(conditions.flatMap(faitsDe))],
  }
}

/** Reads written data into rules; throws on data that the schema or the grammar refuses. */
export function lireCatalogue(entree: unknown): Catalogue {
  const ecrit = catalogueSchema.parse(entree)
  const definitions = new Map<string, ParametreEcrit>()
  for (const d of ecrit.dispositifs)
    for (const [nom, p] of Object.entries(d.parametres)) definitions.set(`${d.id}.${nom}`, p)
  for (const [, nom = ''] of JSON.stringify(ecrit).matchAll(/\$([a-z-]+\.[A-Za-z]+)/g))
    if (!definitions.has(nom)) throw new Error(`paramètre inconnu dans une règle : « ${nom} »`)
  const parametres = new Map([...definitions].map(([nom, p]) => [nom, p.defaut as unknown]))
  const empreinteEcrit = empreinte(ecrit)
  return {
    version: ecrit.version,
    empreinte: empreinte([empreinteEcrit, [...parametres]]),
    empreinteEcrit,
    dispositifs: ecrit.dispositifs.map((d) => ({ ecrit: d, criteres: d.criteres.map(lireCritere) })),
    cadres: ecrit.cadres.map((c) => ({ ecrit: c, conditions: c.conditions.map(lireCritere) })),
    seuils: ecrit.seuils,
    alertes: ecrit.alertes.map((a) => ({ ecrit: a, quand: lireCondition(a.quand) })),
    anciennesMesures: ecrit.anciennesMesures,
    definitionsParametres: definitions,
    parametres,
  }
}

let livre: Catalogue | undefined

/** The catalogue as shipped. */
export function catalogueParDefaut(): Catalogue {
  livre ??= lireCatalogue(donnees)
  return livre
}

function admet(p: ParametreEcrit, valeur: unknown): boolean {
  if ('valeurs' in p) return typeof valeur === 'string' && p.valeurs.includes(valeur)
  if ('nombre' in p) {
    const [min, max] = p.nombre
    return Number.isInteger(valeur) && (valeur as number) >= min && (valeur as number) <= max
  }
  const codes = p.parmi ?? definitionFait(p.liste)?.valeurs?.map((x) => x.code) ?? []
  return Array.isArray(valeur) && valeur.every((x) => codes.includes(x))
}

function attendu(p: ParametreEcrit): string {
  if ('valeurs' in p) return p.valeurs.join(', ')
  if ('nombre' in p) return `un nombre entier de ${p.nombre[0]} à ${p.nombre[1]}`
  const codes = p.parmi ?? definitionFait(p.liste)?.valeurs?.map((x) => x.code) ?? []
  return `une liste parmi ${codes.join(', ')}`
}

/** The same catalogue with local values; throws `DossierInvalide` on an unknown name or value. */
export function avecParametres(catalogue: Catalogue, parametres: Record<string, unknown>): Catalogue {
  const valeurs = new Map(catalogue.parametres)
  for (const [nom, valeur] of Object.entries(parametres)) {
    const definition = catalogue.definitionsParametres.get(nom)
    if (definition === undefined)
      throw new DossierInvalide(
        'parametres',
        `Ce paramètre du catalogue est inconnu ; choisissez parmi : ${[...catalogue.definitionsParametres.keys()].join(', ')}.`,
      )
    if (!admet(definition, valeur))
      throw new DossierInvalide(nom, `Le paramètre « ${nom} » attend : ${attendu(definition)}.`)
    valeurs.set(nom, valeur)
  }
  return { ...catalogue, parametres: valeurs, empreinte: empreinte([catalogue.empreinteEcrit, [...valeurs]]) }
}

/** Entry of a dispositif as written (who, where, source, presentation), or `undefined`. */
export function dispositifDuCatalogue(catalogue: Catalogue, id: string): DispositifEcrit | undefined {
  return catalogue.dispositifs.find((d) => d.ecrit.id === id)?.ecrit
}

/** The repealed measure that a text names, with what replaced it; `null` when it names none. */
export function ancienneMesure(texte: string): AncienneMesureEcrite | null {
  const mots = ` ${plier(texte).replace(/[^a-z0-9']+/g, ' ')} `
  const mesures = catalogueParDefaut().anciennesMesures
  return mesures.find((m) => m.formes.some((forme) => mots.includes(` ${forme} `))) ?? null
}
