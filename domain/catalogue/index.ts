import type { CleFait, DateIso } from '../contrat.ts'
import { DossierInvalide } from '../erreurs.ts'
import { type Condition, faitsDe, lireCondition } from '../regles/condition.ts'
import { memeVille, plier } from '../texte.ts'
import donnees from './catalogue.json' with { type: 'json' }
import { empreinte } from './empreinte.ts'
import { instancier } from './modeles.ts'
import { admet, attendu } from './parametres.ts'
import {
  type AncienneMesureEcrite,
  type CadreEcrit,
  type CatalogueEcrit,
  type CritereEcrit,
  catalogueSchema,
  type DispositifEcrit,
  type ModeleEcrit,
  type MotifEcrit,
  type ParametreEcrit,
  type SeuilEcrit,
} from './schema.ts'
import { ecrireSeuil, SEUIL_INCONNU, seuilsEnVigueur } from './seuils.ts'

export { instancier, type ValeursModele } from './modeles.ts'
export { admet } from './parametres.ts'
export type { CadreEcrit, DispositifEcrit, ModeleEcrit } from './schema.ts'

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
  /** Said when it is open. */
  presentation: Motif
}

interface Alarme {
  ecrit: CatalogueEcrit['alertes'][number]
  quand: Condition
  texte: Motif
}

/** The dated, sourced data that ships with the product, with local overrides applied. */
export interface Catalogue {
  readonly version: string
  /** Identifies content and parameters together; it does not authenticate them. */
  readonly empreinte: string
  /** Fingerprint of the written content alone, without the parameters in force. */
  readonly empreinteEcrit: string
  /** The data as written, every section: what is compared, handed over and shown line by line. */
  readonly ecrit: CatalogueEcrit
  readonly dispositifs: readonly Dispositif[]
  /** What a référent instantiates for another tribunal (modeles.ts). */
  readonly modeles: readonly ModeleEcrit[]
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

/** A condition that several frameworks share is one object, so that one call reads it once. */
function lireCadres(ecrits: readonly CadreEcrit[]): Cadre[] {
  const lues = new Map<string, Critere>()
  const lireUneFois = (c: CritereEcrit): Critere => {
    const cle = JSON.stringify(c)
    const lue = lues.get(cle) ?? lireCritere(c)
    lues.set(cle, lue)
    return lue
  }
  return ecrits.map((ecrit) => ({
    ecrit,
    conditions: ecrit.conditions.map(lireUneFois),
    presentation: lireMotif(ecrit.presentation),
  }))
}

const EXEMPLE = { nom: 'Exemple', tribunal: 'Lyon', departement: '69', porteur: 'Exemple', appels: [] }

/** A model is read as one of its instances would be: a slip of the pen shows before anybody fills it. */
function verifierModele(modele: ModeleEcrit): void {
  const exemple = instancier(modele, { ...EXEMPLE, id: 'exemple' })
  for (const c of exemple.criteres) lireCritere(c)
  for (const [, nom = ''] of JSON.stringify(exemple).matchAll(/\$exemple\.([A-Za-z]+)/g))
    if (!Object.hasOwn(exemple.parametres, nom))
      throw new Error(`paramètre inconnu dans un modèle : « ${nom} »`)
}

/** Reads written data into rules; throws on data that the schema or the grammar refuses. */
export function lireCatalogue(entree: unknown): Catalogue {
  const ecrit = catalogueSchema.parse(entree)
  const definitions = new Map<string, ParametreEcrit>()
  for (const d of ecrit.dispositifs)
    for (const [nom, p] of Object.entries(d.parametres)) definitions.set(`${d.id}.${nom}`, p)
  const seuils = new Set(ecrit.seuils.map((s) => s.nom))
  for (const [, nom = ''] of JSON.stringify(ecrit).matchAll(/\$([a-z-]+\.[A-Za-z]+)/g))
    if (!definitions.has(nom) && !seuils.has(nom))
      throw new Error(`paramètre inconnu dans une règle : « ${nom} »`)
  for (const modele of ecrit.modeles) verifierModele(modele)
  const parametres = new Map([...definitions].map(([nom, p]) => [nom, p.defaut as unknown]))
  const empreinteEcrit = empreinte(ecrit)
  return {
    version: ecrit.version,
    empreinte: empreinte([empreinteEcrit, [...parametres]]),
    empreinteEcrit,
    ecrit,
    dispositifs: ecrit.dispositifs.map((d) => ({ ecrit: d, criteres: d.criteres.map(lireCritere) })),
    modeles: ecrit.modeles,
    cadres: lireCadres(ecrit.cadres),
    seuils: ecrit.seuils,
    alertes: ecrit.alertes.map((a) => ({
      ecrit: a,
      quand: lireCondition(a.quand),
      texte: lireMotif(a.texte),
    })),
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

/** Where a dispositif can be asked for, seen from a tribunal: there, wherever it exists, or only elsewhere. */
export type Lieu = 'ici' | 'partout' | 'ailleurs'

export function lieuDeDemande(ecrit: DispositifEcrit, tribunal: string): Lieu {
  if (ecrit.tribunaux.length === 0) return 'partout'
  return ecrit.tribunaux.some((ville) => memeVille(ville, tribunal)) ? 'ici' : 'ailleurs'
}

/** The same, for a whole list of readings. */
export function lieuxDeDemande(catalogue: Catalogue, tribunal: string): (id: string) => Lieu {
  return (id) => {
    const ecrit = dispositifDuCatalogue(catalogue, id)
    return ecrit === undefined ? 'partout' : lieuDeDemande(ecrit, tribunal)
  }
}

/** Entry of a dispositif as written (who, where, source, presentation), or `undefined`. */
export function dispositifDuCatalogue(catalogue: Catalogue, id: string): DispositifEcrit | undefined {
  return catalogue.dispositifs.find((d) => d.ecrit.id === id)?.ecrit
}

/** Entry of a legal framework as written, its figures being those of `date`; `undefined` for an unknown id. */
export function cadreDuCatalogue(catalogue: Catalogue, id: string, date: DateIso): CadreEcrit | undefined {
  const ecrit = catalogue.cadres.find((c) => c.ecrit.id === id)?.ecrit
  if (ecrit === undefined) return undefined
  const remplir = <T extends { texte: string }>(e: T): T => ({
    ...e,
    texte: direChiffres(e.texte, catalogue, date),
  })
  return {
    ...ecrit,
    presentation: direChiffres(ecrit.presentation, catalogue, date),
    peutPorter: ecrit.peutPorter.map(remplir),
    limites: ecrit.limites.map(remplir),
  }
}

/** A sentence of the catalogue with the figures of the law in force on that day in place of their names. */
export function direChiffres(phrase: string, catalogue: Catalogue, date: DateIso): string {
  const lus = seuilsEnVigueur(catalogue.seuils, date)
  return phrase.replace(/\{\$(droit\.[A-Za-z]+)\}/g, (_, nom: string) => {
    const lu = lus.get(nom)
    return lu === undefined ? SEUIL_INCONNU : ecrireSeuil(lu)
  })
}

/** Models of dispositifs, in the order shown. */
export function modelesDuCatalogue(catalogue: Catalogue): readonly ModeleEcrit[] {
  return catalogue.modeles
}

/** The repealed measure that a text names, with what replaced it; `null` when it names none. */
export function ancienneMesure(texte: string): AncienneMesureEcrite | null {
  const mots = ` ${plier(texte).replace(/[^a-z0-9']+/g, ' ')} `
  const mesures = catalogueParDefaut().anciennesMesures
  return mesures.find((m) => m.formes.some((forme) => mots.includes(` ${forme} `))) ?? null
}
