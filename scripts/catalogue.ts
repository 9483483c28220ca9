/**
 * Compiles domain/catalogue/**.yaml into domain/catalogue/catalogue.json, the module that `domain/` imports.
 * `--verifier` writes nothing and fails when the JSON is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type FormesModele, instancier, type ValeursModele } from '../domain/catalogue/modeles.ts'
import { catalogueSchema, modeleSchema } from '../domain/catalogue/schema.ts'

const DOSSIER = join(import.meta.dirname, '..', 'domain', 'catalogue')
const SORTIE = join(DOSSIER, 'catalogue.json')

const lire = (...chemin: string[]): unknown => parse(readFileSync(join(DOSSIER, ...chemin), 'utf8'))

const ordre = lire('catalogue.yaml') as {
  version: string
  dispositifs: string[]
  modeles: string[]
  cadres: string[]
}

/** The entries of a folder, one file each, in the order that catalogue.yaml gives. */
function lireDossier(nom: 'dispositifs' | 'modeles' | 'cadres'): unknown[] {
  const presents = readdirSync(join(DOSSIER, nom)).map((f) => f.replace(/\.yaml$/, ''))
  const oublies = presents.filter((id) => !ordre[nom].includes(id))
  if (oublies.length > 0) throw new Error(`catalogue.yaml does not list: ${oublies.join(', ')}`)
  return ordre[nom].map((id) => lire(nom, `${id}.yaml`))
}

/** A dispositif that ships as an instance of a model: what fills the holes, then what is its own. */
interface InstanceEcrite {
  modele: string
  valeurs: ValeursModele
  formes: FormesModele
  propre: object
}

const modeles = z.array(modeleSchema).parse(lireDossier('modeles'))

function developper(ecrit: unknown): unknown {
  if (typeof ecrit !== 'object' || ecrit === null || !('valeurs' in ecrit)) return ecrit
  const { modele: id, valeurs, formes, propre } = ecrit as InstanceEcrite
  const modele = modeles.find((m) => m.id === id)
  if (modele === undefined) throw new Error(`no model ${id}`)
  return { ...instancier(modele, valeurs, [], formes), ...propre }
}

const communes = lire('conditions-communes.yaml') as Record<string, object>

/** A framework names the conditions that it shares with others: they are written once. */
function avecCommunes(ecrit: unknown): unknown {
  const { conditions, ...reste } = ecrit as { id: string; conditions: (string | object)[] }
  const ecrites = conditions.map((c) => {
    if (typeof c !== 'string') return c
    if (communes[c] === undefined) throw new Error(`${reste.id}: no shared condition « ${c} »`)
    return communes[c]
  })
  return { ...reste, conditions: ecrites }
}

const catalogue = catalogueSchema.parse({
  version: ordre.version,
  dispositifs: lireDossier('dispositifs').map(developper),
  modeles,
  cadres: lireDossier('cadres').map(avecCommunes),
  seuils: lire('seuils.yaml'),
  alertes: lire('alertes.yaml'),
  anciennesMesures: lire('anciennes-mesures.yaml'),
})
const texte = `${JSON.stringify(catalogue, null, 1)}\n`

if (process.argv.includes('--verifier')) {
  if (readFileSync(SORTIE, 'utf8') !== texte) {
    console.error('domain/catalogue/catalogue.json is stale: run `npm run catalogue`.')
    process.exit(1)
  }
} else {
  writeFileSync(SORTIE, texte)
}
