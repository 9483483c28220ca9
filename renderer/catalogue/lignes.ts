import {
  type Catalogue,
  type DateIso,
  type DispositifEcrit,
  dateCourte,
  direStatut,
  estAncienne,
  lieuDeDemande,
} from '../../domain/index.ts'
import type { Trois } from '../composants/forme.tsx'

/** What the list of the Catalogue screen says of each entry, without drawing it. */

export interface Filtre {
  /** Empty: every court. */
  tribunal: string
  clos: boolean
}

export function dispositifsFiltres(catalogue: Catalogue, { tribunal, clos }: Filtre): DispositifEcrit[] {
  return catalogue.dispositifs
    .map((d) => d.ecrit)
    .filter((d) => tribunal === '' || lieuDeDemande(d, tribunal) !== 'ailleurs')
    .filter((d) => clos || !estClos(d, catalogue))
}

/** Every court that the catalogue names, and this one, in alphabetical order. */
export function tribunauxConnus(catalogue: Catalogue, ici: string): string[] {
  const noms = new Set(
    [...catalogue.dispositifs.flatMap((d) => d.ecrit.tribunaux), ici].filter((t) => t !== ''),
  )
  return [...noms].sort((a, b) => a.localeCompare(b, 'fr'))
}

function estClos(d: DispositifEcrit, catalogue: Catalogue): boolean {
  return d.statut === 'historique' || catalogue.parametres.get(`${d.id}.inclusions`) === 'closes'
}

/** « ouvertes », « closes », « inconnues »; without such a parameter, what the sheet says of itself. */
export function inclusionsDe(d: DispositifEcrit, catalogue: Catalogue): { forme: Trois; mot: string } {
  if (d.statut === 'historique') return { forme: 'non', mot: 'historique' }
  const valeur = catalogue.parametres.get(`${d.id}.inclusions`)
  if (valeur === 'ouvertes') return { forme: 'oui', mot: 'ouvertes' }
  if (valeur === 'closes') return { forme: 'non', mot: 'closes' }
  if (valeur === 'inconnues') return { forme: 'inconnu', mot: 'inconnues' }
  return d.statut === 'permanent'
    ? { forme: 'oui', mot: 'permanent' }
    : { forme: 'inconnu', mot: direStatut(d.statut) }
}

export type Age = 'frais' | 'ancien' | 'jamais'

/** How old the last check is, in a shape and a word. */
export function ageDe(verifieLe: DateIso | null, jour: DateIso): { age: Age; mot: string } {
  if (verifieLe === null) return { age: 'jamais', mot: 'jamais vérifié' }
  if (estAncienne(verifieLe, jour))
    return { age: 'ancien', mot: `${dateCourte(verifieLe)}, >\u00a090\u00a0j` }
  return { age: 'frais', mot: dateCourte(verifieLe) }
}

/** For whom in a few words; what no source says stays unsaid. */
export function pourQuiEnBref(d: DispositifEcrit): string {
  return d.fiche.pourQui[0]?.texte ?? d.presentation[0]?.texte ?? ''
}

export function contactEnBref(d: DispositifEcrit): string {
  const [dernier] = (d.contacts ?? []).slice(-1)
  return dernier === undefined ? 'non publié' : [dernier.qui, dernier.telephone].filter(Boolean).join(' ')
}
