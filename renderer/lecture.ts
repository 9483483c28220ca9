import {
  type Catalogue,
  type CleFait,
  catalogueParDefaut,
  type Declaration,
  type DispositifLu,
  type Dossier,
  DossierInvalide,
  type EtatFait,
  faitVisible,
  type Orientation,
  orienter,
  type Role,
  relirePour,
  vivantesParFait,
} from '../domain/index.ts'
import { aujourdhui } from './horloge.ts'

/** What the rules say of a dossier, or the sentence that says why they cannot (a minor, an impossible date). */
export type Lecture = { orientation: Orientation; refus: null } | { orientation: null; refus: string }

let catalogue = catalogueParDefaut()
let parDossier = new WeakMap<Dossier, Lecture>()

/** The catalogue in force: what every reading of this window is made from. */
export function catalogueEnCours(): Catalogue {
  return catalogue
}

/** Another catalogue, or a local change: every dossier is read again when it is next looked at. */
export function lireAvec(enVigueur: Catalogue): void {
  if (enVigueur === catalogue) return
  catalogue = enVigueur
  parDossier = new WeakMap()
}

/** Dossiers are replaced at each answer, never mutated: one reading each, shared by every part of the screen. */
export function lireDossier(dossier: Dossier): Lecture {
  const connue = parDossier.get(dossier)
  if (connue) return connue
  const lecture = calculer(dossier)
  parDossier.set(dossier, lecture)
  return lecture
}

function calculer(dossier: Dossier): Lecture {
  try {
    return { orientation: orienter(dossier, catalogue, { date: aujourdhui() }), refus: null }
  } catch (erreur) {
    if (erreur instanceof DossierInvalide) return { orientation: null, refus: erreur.message }
    throw erreur
  }
}

const vivesParDossier = new WeakMap<Dossier, ReadonlyMap<CleFait, readonly Declaration[]>>()
const AUCUNE: readonly Declaration[] = []

/** Live declarations of a fact: sorted out once for each state of a dossier, whatever the number of facts asked. */
export function vives(dossier: Dossier, fait: CleFait): readonly Declaration[] {
  const parFait = vivesParDossier.get(dossier) ?? vivantesParFait(dossier)
  vivesParDossier.set(dossier, parFait)
  return parFait.get(fait) ?? AUCUNE
}

/** State of a fact; where the rules refuse the dossier, what was typed must still be shown. */
export function etatFait(dossier: Dossier, fait: CleFait): EtatFait {
  const lu = lireDossier(dossier).orientation?.faits[fait]
  if (lu) return lu
  const dites = vives(dossier, fait)
  const declarations = dites.map((d) => d.id)
  const valeurs = dites.map((d) => d.valeur).filter((valeur) => valeur !== null)
  const [premiere] = valeurs
  if (premiere === undefined)
    return { etat: 'inconnu', raison: dites[0]?.inconnu ?? 'pas-demande', declarations }
  return valeurs.every((valeur) => String(valeur) === String(premiere))
    ? { etat: 'connu', valeur: premiere, verifie: dites.some((d) => d.verifie), declarations }
    : { etat: 'contradictoire', valeurs, declarations }
}

/**
 * The programmes as a profile may read them: what rests on the record, Cassiopée or APPI does not reach the
 * investigator, and the reading is made from the rest (774 CPP, R113-53 code pénitentiaire), as on paper.
 */
export function dispositifsPour(orientation: Orientation, role: Role): readonly DispositifLu[] {
  if (role !== 'enquete') return orientation.dispositifs
  return orientation.dispositifs.map((d) => {
    const { visibles, lecture } = relirePour(d, role)
    return { ...d, criteres: visibles, lecture }
  })
}

/** The best question that this profile may ask; one that nobody could answer comes back after all the others. */
export function questionPour(orientation: Orientation, role: Role): Orientation['prochaineQuestion'] {
  const posables = orientation.questions.filter((q) => faitVisible(q.fait, role))
  const neuve = posables.find(({ fait }) => {
    const etat = orientation.faits[fait]
    return etat?.etat !== 'inconnu' || etat.raison === 'pas-demande'
  })
  return neuve ?? posables[0] ?? null
}
