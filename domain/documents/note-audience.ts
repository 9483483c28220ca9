import type { Dossier, Orientation } from '../contrat.ts'
import type { Famille } from '../faits/vocabulaire.ts'
import type { Enonce, NoteContenu } from './contenu.ts'
import type { Lecteur } from './enonces.ts'
import { ETAPES } from './etapes.ts'
import { entete } from './fiche.ts'
import {
  autresCadres,
  ligneAEcrire,
  ligneDe,
  lignesDe,
  lignesDesDispositifs,
  lignesDuCadre,
  lignesQuiCommencentPar,
  lignesSansPlace,
  limitesDuCadre,
  PIED_PRIVE,
  remplies,
  section,
  sectionAlertes,
  sectionNonExplore,
} from './notes-communes.ts'
import { aDetailler, cadreRetenu } from './retenus.ts'
import { type OptionsDocument, voir } from './vue.ts'

const PERSONNALITE: readonly Famille[] = ['personne', 'addiction', 'logement', 'psy', 'disponibilite']
const TENTE: readonly Famille[] = ['antecedents', 'suivi']
const PLACEES: readonly Famille[] = ['procedure', ...PERSONNALITE, ...TENTE, 'accord', 'orientation']

/** What is ready is not a matter of procedure alone. */
const PRETS = ['procedure.enqueteFaite'] as const

/**
 * Special reasons, as questions to answer and never as sentences against the person (132-19, 132-25 CP;
 * droit.md §3.4): prison is the last resort, and unadjusted prison an exception that has to be shown.
 */
const QUESTIONS = [
  'Quelle autre peine a été envisagée ? Pourquoi ne suffit-elle pas ? (132-19)',
  'Quels faits, quels éléments de personnalité et de situation le montrent ? À quelle cote ? (132-19)',
  'Quelle impossibilité matérielle d’aménager ? Quelle pièce le montre ? (132-25)',
  'Qu’est-ce qui, dans la personnalité ou la situation, empêche d’aménager ? Qui l’a vérifié, et quand ? (132-25)',
  'Logement, soins, travail : que ferait perdre la détention ? Qui a été appelé ?',
]

/** The prosecutor's working note: private, and printed from what the prosecutor may see. */
export function noteAudience(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsDocument,
): NoteContenu {
  const l = voir(dossier, orientation, options, 'note-audience')
  const ouverts = autresCadres(l, 'Autres cadres ouverts')
  return {
    type: 'note-audience',
    titre: 'Note d’audience',
    entete: entete(dossier, orientation, options),
    prive: true,
    sections: remplies([
      sectionAlertes(l),
      section('faits', 'Faits', lignesDe(l, ['procedure'], PRETS)),
      section('personnalite', 'Personnalité', lignesDe(l, PERSONNALITE)),
      section('tente', 'Ce qui a été tenté', lignesDe(l, TENTE)),
      section('pret', 'Ce qui est prêt', pret(l)),
      section('peine', 'Peine et cadre demandés', demande(l), limitesDuCadre(l)),
      section('obligations', 'Obligations (132-45)', ligneAEcrire(l, 'requisition.obligations')),
      section('subsidiaire', 'Subsidiaire', [...ligneAEcrire(l, 'requisition.subsidiaire'), ...ouverts]),
      section('motivation', 'Si la peine n’est pas aménagée : à motiver spécialement', [], QUESTIONS),
      section('note', 'Note', ligneDe(l, 'note.parquet')),
      sectionNonExplore(l),
    ]),
    pied: PIED_PRIVE,
  }
}

function pret(l: Lecteur): Enonce[] {
  return [
    ...lignesDe(l, ['accord']),
    ...lignesQuiCommencentPar(l, PRETS),
    ...lignesSansPlace(l, PLACEES),
    ...ETAPES.flatMap((e) => ligneDe(l, e.fait)),
    ...lignesDesDispositifs(aDetailler(l), l),
  ]
}

function demande(l: Lecteur): Enonce[] {
  return [
    ...ligneAEcrire(l, 'requisition.peine'),
    ...ligneDe(l, 'audience.peineEnvisageeMois'),
    ...lignesDe(l, ['orientation']),
    ...lignesDuCadre(cadreRetenu(l), l),
  ]
}
