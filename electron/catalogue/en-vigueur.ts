import type { CatalogueImporte, Store } from '../../db/index.ts'
import {
  type Catalogue,
  type CatalogueEcrit,
  CatalogueRefuse,
  type ChangementLocal,
  catalogueEnVigueur,
  catalogueParDefaut,
  comparerVersions,
  lireContenu,
  lireEnveloppe,
} from '../../domain/index.ts'

export interface EnVigueur {
  /** Without the local changes. */
  base: CatalogueEcrit
  /** The file that the base comes from; null for the catalogue that ships. */
  importe: CatalogueImporte | null
  changements: readonly ChangementLocal[]
  /** What every rule of this store reads. */
  catalogue: Catalogue
}

const lus = new WeakMap<Store, EnVigueur>()

/** The catalogue in force in this store, read once until it changes. */
export function enVigueurDe(store: Store): EnVigueur {
  const deja = lus.get(store)
  if (deja !== undefined) return deja
  const { base, importe } = baseDe(store.catalogue.importe())
  const changements = store.catalogue.changements()
  const lu = { base, importe, changements, catalogue: catalogueEnVigueur(base, changements) }
  lus.set(store, lu)
  return lu
}

export function oublier(store: Store): void {
  lus.delete(store)
}

/**
 * The newer of the two: a new version of the product may bring a catalogue that is newer than the file imported before.
 * A file that this version no longer reads gives way too; it stays in the store.
 */
function baseDe(importe: CatalogueImporte | null): Pick<EnVigueur, 'base' | 'importe'> {
  const livre = catalogueParDefaut().ecrit
  if (importe === null || comparerVersions(importe.version, livre.version) <= 0)
    return { base: livre, importe: null }
  try {
    return { base: lireContenu(lireEnveloppe(importe.fichier).contenu), importe }
  } catch (error) {
    if (error instanceof CatalogueRefuse) return { base: livre, importe: null }
    throw error
  }
}
