import { type Catalogue, catalogueParDefaut } from '../catalogue/index.ts'
import type { Dossier, Orientation, Role } from '../contrat.ts'
import { vivantes } from '../faits/etat.ts'
import { orienter } from '../orienter.ts'
import { DOCUMENTS_DE, estInterdite, raisonDeTaire, refuse } from './audience.ts'
import type { NomDocument } from './contenu.ts'
import { type Lecteur, lecteur } from './enonces.ts'

export interface OptionsDocument {
  role: Role
  /** ISO date-time: the domain has no clock. */
  editeLe: string
  /** The catalogue that produced the orientation; the shipped one by default. */
  catalogue?: Catalogue
}

/** The dossier as this document may read it. Throws when the profile does not write this document. */
export function voir(
  dossier: Dossier,
  orientation: Orientation,
  { role, catalogue = catalogueParDefaut() }: OptionsDocument,
  document: NomDocument,
): Lecteur {
  exigerDocument(document, role)
  const lecture = { document, role, refus: refuse(dossier) }
  const toutes = vivantes(dossier.declarations)
  const raisons = new Map(toutes.map((d) => [d, raisonDeTaire(d, lecture)]))
  const dites = toutes.filter((d) => !estInterdite(raisons.get(d) ?? null))
  const lu = [...raisons.values()].some((r) => r === 'refus' || r === 'peine-envisagee')
    ? relire(dossier, orientation, catalogue, new Set(toutes.filter((d) => seTait(raisons.get(d) ?? null))))
    : orientation
  return lecteur({ dossier, orientation: lu, role, document, catalogue }, dites)
}

/** Throws when this profile does not write this document: the screen never offers it. */
export function exigerDocument(document: NomDocument, role: Role): void {
  if (DOCUMENTS_DE[role].includes(document)) return
  throw new Error(`Le document « ${document} » n’existe pas pour le profil « ${role} ».`)
}

function seTait(raison: ReturnType<typeof raisonDeTaire>): boolean {
  return raison === 'refus' || raison === 'peine-envisagee'
}

/**
 * What a reading says gives away what it rests on: a refusal that only the defence knows, or the sentence that
 * somebody contemplates, is taken out before the rules are read again.
 */
function relire(
  dossier: Dossier,
  { date }: Orientation,
  catalogue: Catalogue,
  tues: ReadonlySet<Dossier['declarations'][number]>,
): Orientation {
  const declarations = vivantes(dossier.declarations).filter((d) => !tues.has(d))
  return orienter({ ...dossier, declarations }, catalogue, { date })
}
