import { momentLocal } from '../documents/format.ts'
import { CatalogueRefuse, DossierInvalide } from '../erreurs.ts'
import { avecParametres, instancier } from './index.ts'
import {
  type ChangementLocal,
  catalogueEnVigueur,
  changementLocalSchema,
  changementsSansEffet,
} from './local.ts'
import type { CatalogueEcrit } from './schema.ts'

/** Two clocks of one machine may differ by the time of a call. */
const TOLERANCE_MS = 60_000

const CHAMPS: Readonly<Record<string, string>> = {
  par: 'Dites qui fait ce changement (200 caractères au plus).',
  source: 'Dites d’où vient ce changement (500 caractères au plus) : qui l’a dit, quel document.',
  date: 'La date du changement est illisible ; recommencez.',
  verifieLe: 'La date de vérification est impossible ; écrivez une date existante, AAAA-MM-JJ.',
  texte: 'Écrivez la mise à jour (2000 caractères au plus).',
  qui: 'Dites qui appeler (200 caractères au plus).',
  nom: 'Donnez le nom du dispositif (200 caractères au plus).',
  tribunal: 'Donnez le tribunal du dispositif (100 caractères au plus).',
  departement: 'Donnez le département du dispositif (100 caractères au plus).',
  porteur: 'Dites qui porte le dispositif (200 caractères au plus).',
}

/**
 * Checks a local change against the catalogue that it would change and returns it. Throws `CatalogueRefuse`, one French
 * sentence that echoes no value. `base` is the catalogue without the local changes; `maintenant`: ISO date-time, the domain has no clock.
 */
export function verifierChangement(
  entree: unknown,
  base: CatalogueEcrit,
  changements: readonly ChangementLocal[],
  maintenant: string,
): ChangementLocal {
  const lu = changementLocalSchema.safeParse(entree)
  if (!lu.success) {
    const champ = lu.error.issues[0]?.path.findLast((x) => typeof x === 'string' && Object.hasOwn(CHAMPS, x))
    throw refus(CHAMPS[String(champ)] ?? 'Ce changement n’a pas la forme attendue ; recommencez.')
  }
  const c = lu.data
  verifierDates(c, maintenant)
  const autres = changements.filter((x) => x.id !== c.id)
  verifierRetraits(c, autres)
  verifierObjet(c, base, autres)
  return c
}

function refus(message: string): CatalogueRefuse {
  return new CatalogueRefuse('changement-refuse', message)
}

function verifierDates(c: ChangementLocal, maintenant: string): void {
  if (Date.parse(c.date) > Date.parse(maintenant) + TOLERANCE_MS)
    throw refus('La date du changement est dans l’avenir ; vérifiez l’horloge de ce poste.')
  if (c.changement.type === 'verification' && c.changement.verifieLe > momentLocal(maintenant).jour)
    throw refus('La date de vérification est dans l’avenir ; écrivez le jour où le programme a répondu.')
}

function verifierRetraits(c: ChangementLocal, autres: readonly ChangementLocal[]): void {
  if (c.changement.type === 'annulation' && !c.retire?.length)
    throw refus('Dites quel changement est repris ; choisissez-le dans l’historique.')
  if (c.retire?.some((id) => !autres.some((x) => x.id === id)))
    throw refus('Le changement à reprendre n’existe pas ; rouvrez l’historique puis recommencez.')
}

function verifierObjet(c: ChangementLocal, base: CatalogueEcrit, autres: readonly ChangementLocal[]): void {
  const { changement } = c
  // What this change takes back is gone before it applies.
  const avant = [...autres, { ...c, changement: RIEN }]
  if (changement.type === 'parametre') {
    const enVigueur = catalogueEnVigueur(base, avant)
    enMots(() => avecParametres(enVigueur, { [changement.nom]: changement.valeur }))
  } else if (changement.type === 'instance') {
    const modele = base.modeles.find((m) => m.id === changement.modele)
    if (modele === undefined)
      throw refus('Ce modèle n’est pas au catalogue ; choisissez-en un dans la liste.')
    const pris = catalogueEnVigueur(base, avant).dispositifs.map((d) => d.ecrit.id)
    enMots(() => instancier(modele, changement.valeurs, pris))
  }
  if (changementsSansEffet(base, [...autres, c]).some((x) => x.id === c.id))
    throw refus(
      changement.type === 'instance'
        ? 'Ce dispositif ne peut pas être créé sur ce modèle ; corrigez les valeurs saisies.'
        : 'Ce dispositif n’est pas au catalogue ; choisissez-en un dans la liste.',
    )
}

const RIEN = { type: 'annulation' } as const

/** The sentences of the parameters and of the models already say what to write. */
function enMots(essayer: () => unknown): void {
  try {
    essayer()
  } catch (error) {
    throw error instanceof DossierInvalide ? refus(error.message) : error
  }
}
