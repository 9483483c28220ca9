/**
 * Compiles domain/catalogue/**.yaml into domain/catalogue/catalogue.json, the module that `domain/` imports.
 * `--verifier` writes nothing and fails when the JSON is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { catalogueSchema } from '../domain/catalogue/schema.ts'

const DOSSIER = join(import.meta.dirname, '..', 'domain', 'catalogue')
const SORTIE = join(DOSSIER, 'catalogue.json')

const lire = (...chemin: string[]): unknown => parse(readFileSync(join(DOSSIER, ...chemin), 'utf8'))

const ordre = lire('catalogue.yaml') as { version: string; dispositifs: string[]; cadres: string[] }

/** The entries of a folder, one file each, in the order that catalogue.yaml gives. */
function lireDossier(nom: 'dispositifs' | 'cadres'): unknown[] {
  const presents = readdirSync(join(DOSSIER, nom)).map((f) => f.replace(/\.yaml$/, ''))
  const oublies = presents.filter((id) => !ordre[nom].includes(id))
  if (oublies.length > 0) throw new Error(`catalogue.yaml does not list: ${oublies.join(', ')}`)
  return ordre[nom].map((id) => lire(nom, `${id}.yaml`))
}

const catalogue = catalogueSchema.parse({
  version: ordre.version,
  dispositifs: lireDossier('dispositifs'),
  cadres: lireDossier('cadres'),
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
