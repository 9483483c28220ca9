import { z } from 'zod'
import { dateCourte, momentLocal } from '../documents/format.ts'
import { plier } from '../texte.ts'
import { empreinte } from './empreinte.ts'
import { admet, avecParametres, type Catalogue, catalogueParDefaut, lireCatalogue } from './index.ts'
import { instancier } from './modeles.ts'
import type { CatalogueEcrit, ContactEcrit, DispositifEcrit, ParametreEcrit } from './schema.ts'

/**
 * What a référent changes on a workstation. Nothing is rewritten: changes are appended, a later one of the same
 * thing wins, one may take earlier ones back, and the catalogue in force is derived from the whole list.
 */

/**
 * At least one visible character: a name or a source made of spaces says nothing. Without the signs of the grammar: what
 * a person types must never be read as a parameter or a hole.
 */
const texte = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/\S/)
    .regex(/^[^{}$]*$/)
const nom = z.string().max(100)
const valeurSchema = z.union([
  z.boolean(),
  z.number(),
  z.string().max(200),
  z.array(z.string().max(200)).max(200),
  z.null(),
])

/** What a programme made from a model says of itself; the rest comes from the model. */
const valeursModeleSchema = z.strictObject({
  id: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z-]*$/),
  nom: texte(200),
  tribunal: texte(100),
  departement: texte(100),
  porteur: texte(200),
  appels: z.array(texte(200)).max(20),
  parametres: z.record(nom, valeurSchema).optional(),
})

export const changementLocalSchema = z.strictObject({
  id: z.uuid(),
  /** ISO date-time at which it was recorded. */
  date: z.iso.datetime({ offset: true }),
  /** The person responsible. */
  par: texte(200),
  source: texte(500),
  /** Ids of earlier changes that this one takes back. */
  retire: z.array(z.uuid()).max(1000).optional(),
  changement: z.discriminatedUnion('type', [
    /** `nom` in full, e.g. `ouvrage.minCondamnations`. */
    z.strictObject({ type: z.literal('parametre'), nom, valeur: valeurSchema }),
    /** Someone called the programme. */
    z.strictObject({
      type: z.literal('verification'),
      dispositif: nom,
      verifieLe: z.iso.date(),
      etatConnu: texte(500).optional(),
    }),
    z.strictObject({
      type: z.literal('contact'),
      dispositif: nom,
      qui: texte(200),
      telephone: texte(60).optional(),
      courriel: texte(200).optional(),
      note: texte(1000).optional(),
    }),
    z.strictObject({ type: z.literal('note'), dispositif: nom, texte: texte(2000) }),
    z.strictObject({ type: z.literal('instance'), modele: nom, valeurs: valeursModeleSchema }),
    /** Only takes back. */
    z.strictObject({ type: z.literal('annulation') }),
  ]),
})
export type ChangementLocal = z.infer<typeof changementLocalSchema>
type Changement = ChangementLocal['changement']
/** A local change of one type. */
type De<T extends Changement['type']> = ChangementLocal & { changement: Extract<Changement, { type: T }> }

function estDe<T extends Changement['type']>(type: T) {
  return (c: ChangementLocal): c is De<T> => c.changement.type === type
}

/** What was checked by nobody but this court is said from memory, as far as others are concerned. */
const MARQUE_LOCALE = 'M'

/** Changes that no other takes back; the same one received twice counts once. */
function vivants(changements: readonly ChangementLocal[]): ChangementLocal[] {
  const ecartes = new Set(changements.flatMap((c) => c.retire ?? []))
  return changements.filter((c) => {
    if (ecartes.has(c.id)) return false
    ecartes.add(c.id)
    return true
  })
}

interface Replie {
  instances: DispositifEcrit[]
  /** Dispositifs that a check, a contact or a note completes, as they now stand. */
  completes: ReadonlyMap<string, DispositifEcrit>
  /** Changes that give a parameter its value, by full name. */
  parametres: ReadonlyMap<string, De<'parametre'>>
  sansEffet: ChangementLocal[]
}

function replier(base: CatalogueEcrit, changements: readonly ChangementLocal[]): Replie {
  const vifs = vivants(changements)
  const sansEffet = new Set<ChangementLocal>()
  const dispositifs = new Map(base.dispositifs.map((d) => [d.id, d]))
  const instances: DispositifEcrit[] = []
  // Instances first: what is changed on one may stand before the change that corrected it.
  for (const c of vifs.filter(estDe('instance'))) {
    const cree = creer(base, c, [...dispositifs.keys()])
    if (cree === null) sansEffet.add(c)
    else {
      dispositifs.set(cree.id, cree)
      instances.push(cree)
    }
  }
  const parametres = new Map<string, De<'parametre'>>()
  const completes = new Map<string, DispositifEcrit>()
  for (const c of vifs) {
    const { changement } = c
    if (changement.type === 'instance' || changement.type === 'annulation') continue
    if (estDe('parametre')(c)) {
      const definition = definitionDe(dispositifs, c.changement.nom)
      if (definition !== undefined && admet(definition, c.changement.valeur))
        parametres.set(c.changement.nom, c)
      else sansEffet.add(c)
    } else if (changement.type !== 'parametre') {
      const d = completes.get(changement.dispositif) ?? dispositifs.get(changement.dispositif)
      if (d === undefined) sansEffet.add(c)
      else completes.set(d.id, completer(d, c))
    }
  }
  return { instances, completes, parametres, sansEffet: vifs.filter((c) => sansEffet.has(c)) }
}

/** null when the model is gone, or does not take these values: after an import, that must stop nothing. */
function creer(
  base: CatalogueEcrit,
  { changement }: De<'instance'>,
  pris: readonly string[],
): DispositifEcrit | null {
  const modele = base.modeles.find((m) => m.id === changement.modele)
  if (modele === undefined) return null
  try {
    const cree = instancier(modele, changement.valeurs, pris)
    lireCatalogue({
      ...base,
      dispositifs: [cree],
      modeles: [],
      cadres: [],
      alertes: [],
      anciennesMesures: [],
    })
    return cree
  } catch {
    return null
  }
}

function definitionDe(
  dispositifs: ReadonlyMap<string, DispositifEcrit>,
  nomComplet: string,
): ParametreEcrit | undefined {
  const point = nomComplet.indexOf('.')
  const siens = dispositifs.get(nomComplet.slice(0, point))?.parametres ?? {}
  const court = nomComplet.slice(point + 1)
  return Object.hasOwn(siens, court) ? siens[court] : undefined
}

function completer(d: DispositifEcrit, c: ChangementLocal): DispositifEcrit {
  const jour = momentLocal(c.date).jour
  const { changement, source, par } = c
  switch (changement.type) {
    case 'verification':
      return {
        ...d,
        verifieLe: changement.verifieLe,
        etatConnu: changement.etatConnu ?? d.etatConnu,
      }
    case 'contact': {
      const { type: _t, dispositif: _d, ...contact } = changement
      const autres = (d.contacts ?? []).filter((x) => plier(x.qui) !== plier(contact.qui))
      return { ...d, contacts: [...autres, { ...contact, source, date: jour, par } satisfies ContactEcrit] }
    }
    case 'note': {
      const ligne = {
        quand: dateCourte(jour),
        texte: changement.texte,
        source: `${source} (${par})`,
        marque: MARQUE_LOCALE,
      } as const
      // A file that was exported from here brings it back.
      const deja = d.historique.some((l) => l.texte === ligne.texte && l.source === ligne.source)
      return deja ? d : { ...d, historique: [...d.historique, ligne] }
    }
    default:
      return d
  }
}

function avecInstances(base: CatalogueEcrit, instances: readonly DispositifEcrit[]): CatalogueEcrit {
  return instances.length === 0 ? base : { ...base, dispositifs: [...base.dispositifs, ...instances] }
}

function avecComplements(ecrit: CatalogueEcrit, completes: Replie['completes']): CatalogueEcrit {
  return { ...ecrit, dispositifs: ecrit.dispositifs.map((d) => completes.get(d.id) ?? d) }
}

// Reading and fingerprinting a whole catalogue takes long: once for a base and its instances.
const lus = new WeakMap<CatalogueEcrit, { instances: string; lu: Catalogue }>()

function lireUneFois(base: CatalogueEcrit, instances: readonly DispositifEcrit[]): Catalogue {
  const livre = catalogueParDefaut()
  if (base === livre.ecrit && instances.length === 0) return livre
  const cle = JSON.stringify(instances)
  const deja = lus.get(base)
  if (deja?.instances === cle) return deja.lu
  const lu = lireCatalogue(avecInstances(base, instances))
  lus.set(base, { instances: cle, lu })
  return lu
}

/** No rule reads them: the rules stay as they were read, the sheets and the fingerprint change. */
function completerLu(lu: Catalogue, completes: Replie['completes']): Catalogue {
  if (completes.size === 0) return lu
  return {
    ...lu,
    ecrit: avecComplements(lu.ecrit, completes),
    dispositifs: lu.dispositifs.map((d) => ({ ...d, ecrit: completes.get(d.ecrit.id) ?? d.ecrit })),
    empreinteEcrit: empreinte([lu.empreinteEcrit, [...completes.values()]]),
  }
}

/**
 * The catalogue that rules read: the base with its local changes. Changes that no longer apply are ignored;
 * `changementsSansEffet` lists them. Parameters keep their shipped definition, so that both values can be shown.
 */
export function catalogueEnVigueur(base: CatalogueEcrit, changements: readonly ChangementLocal[]): Catalogue {
  const { instances, completes, parametres } = replier(base, changements)
  const lu = completerLu(lireUneFois(base, instances), completes)
  if (completes.size === 0 && parametres.size === 0) return lu
  const valeurs = [...parametres].map(([cle, c]) => [cle, c.changement.valeur] as const)
  return avecParametres(lu, Object.fromEntries(valeurs))
}

/** Local changes, not taken back, that change nothing on this base: kept, and shown as such. */
export function changementsSansEffet(
  base: CatalogueEcrit,
  changements: readonly ChangementLocal[],
): ChangementLocal[] {
  return replier(base, changements).sansEffet
}

/** The catalogue in force as data to hand over: the values of parameters are written in too, with who set them. */
export function ecritEnVigueur(
  base: CatalogueEcrit,
  changements: readonly ChangementLocal[],
): CatalogueEcrit {
  const { instances, completes, parametres } = replier(base, changements)
  const ecrit = avecComplements(avecInstances(base, instances), completes)
  return {
    ...ecrit,
    dispositifs: ecrit.dispositifs.map((d) => ({ ...d, parametres: ecrireParametres(d, parametres) })),
  }
}

function ecrireParametres(d: DispositifEcrit, changes: Replie['parametres']): DispositifEcrit['parametres'] {
  const ecrits = Object.entries(d.parametres).map(([court, p]) => {
    const c = changes.get(`${d.id}.${court}`)
    if (c === undefined) return [court, p] as const
    const dit = {
      defaut: c.changement.valeur,
      source: `${c.source} (${c.par}, ${dateCourte(momentLocal(c.date).jour)})`,
    }
    // `admet` has accepted the value for this definition.
    return [court, { ...p, ...dit, marque: MARQUE_LOCALE } as ParametreEcrit] as const
  })
  return Object.fromEntries(ecrits)
}
