import type { CleFait, Declaration, Origine } from '../contrat.ts'
import type { Destinataire } from './contenu.ts'

/** What the recipient of a message needs to answer, and what he may not read (droit.md §4.1). */

const ACCORDS: readonly CleFait[] = ['accord.evaluation', 'accord.ouvrage', 'accord.ailsi']

/** Facts that each message says, when the dossier holds them; anything else stays out of it. */
export const BESOINS: Readonly<Record<Destinataire, readonly CleFait[]>> = {
  apcars: ['procedure.tribunal', 'personne.mesureProtection'],
  jap: [
    'procedure.tribunal',
    'suivi.japRessort',
    'suivi.mesureEnCours',
    'suivi.peineAExecuter',
    'suivi.accordHorsRessort',
    ...ACCORDS,
    'orientation.choix',
    'orientation.cadre',
  ],
  spip: [
    'procedure.tribunal',
    'suivi.mesureEnCours',
    'suivi.japRessort',
    'suivi.accordHorsRessort',
    ...ACCORDS,
    'disponibilite.semaine',
    'logement.nuitAvant',
    'logement.hebergementCeSoir',
    'logement.departement',
    'orientation.choix',
    'orientation.cadre',
  ],
  avocat: [
    ...ACCORDS,
    'disponibilite.semaine',
    'logement.hebergementCeSoir',
    'orientation.choix',
    'orientation.cadre',
  ],
  siao: [
    'procedure.tribunal',
    'personne.sexe',
    'logement.situation',
    'logement.sansLogementStable',
    'logement.nuitAvant',
    'logement.depuis',
    'logement.domiciliation',
    'logement.hebergementCeSoir',
    'logement.departement',
  ],
}

const DOSSIER_JUDICIAIRE: readonly Origine[] = ['casier', 'cassiopee', 'appi']

/**
 * Sources closed to the recipient: the record is not delivered to an investigator (774 CPP), APPI and Cassiopée are
 * open to neither an investigator nor a lawyer (R113-53 code pénitentiaire), and nothing judicial goes to a shelter.
 */
const FERMEES: Readonly<Record<Destinataire, readonly Origine[]>> = {
  apcars: DOSSIER_JUDICIAIRE,
  jap: [],
  spip: [],
  avocat: ['cassiopee', 'appi'],
  siao: DOSSIER_JUDICIAIRE,
}

export function sourceFermee(d: Declaration, destinataire: Destinataire): boolean {
  return FERMEES[destinataire].includes(d.origine)
}

/** A free sentence may name the offence or an illness: nothing typed by hand goes to a shelter. */
export function sansTexteLibre(destinataire: Destinataire): boolean {
  return destinataire === 'siao'
}
