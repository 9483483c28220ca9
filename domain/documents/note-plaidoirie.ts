import type { Dossier, Orientation } from '../contrat.ts'
import type { Famille } from '../faits/vocabulaire.ts'
import type { Enonce, NoteContenu, Section } from './contenu.ts'
import type { Lecteur } from './enonces.ts'
import { ETAPES } from './etapes.ts'
import { entete } from './fiche.ts'
import { direVerification } from './lectures.ts'
import {
  autresCadres,
  duCatalogue,
  ligneAEcrire,
  ligneDe,
  lignesDe,
  lignesDesDispositifs,
  lignesDuCadre,
  lignesSansPlace,
  limitesDuCadre,
  PIED_PRIVE,
  remplies,
  section,
  sectionAlertes,
  sectionNonExplore,
} from './notes-communes.ts'
import {
  aDetailler,
  appelsDe,
  cadreRetenu,
  type DispositifSuivi,
  encoreOuvert,
  texteConnu,
} from './retenus.ts'
import { type OptionsDocument, voir } from './vue.ts'

const PERSONNALITE: readonly Famille[] = ['personne', 'logement', 'psy', 'disponibilite']
const ECHOUE: readonly Famille[] = ['antecedents', 'suivi']
const PLACEES: readonly Famille[] = [
  'procedure',
  'addiction',
  ...PERSONNALITE,
  ...ECHOUE,
  'accord',
  'orientation',
]

const ECHECS = [
  'Pourquoi la mesure précédente s’est-elle arrêtée ? Que manquait-il ?',
  'Qu’est-ce qui a changé depuis ? Quelle pièce le montre ?',
]

/** Prison is the last resort, and its adjustment the rule: each question calls for a piece (132-19, 132-25 CP). */
const DEMANDES = [
  'Où dormira-t-il ? Quelle pièce montre que la peine peut être aménagée ? (132-25)',
  'Logement, soins, travail : que ferait perdre la détention ? Qui peut l’écrire ? (132-19)',
]

/**
 * The lawyer's working note, from what the defence itself knows: nothing of it needs a file of the prosecutor. A
 * refusal of the client is said here and nowhere else.
 */
export function notePlaidoirie(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsDocument,
): NoteContenu {
  const l = voir(dossier, orientation, options, 'note-plaidoirie')
  const suivis = aDetailler(l)
  const ouverts = autresCadres(l, 'Cadres ouverts')
  return {
    type: 'note-plaidoirie',
    titre: 'Note de plaidoirie',
    entete: entete(dossier, orientation, options),
    prive: true,
    sections: remplies([
      sectionAlertes(l),
      section('personnalite', 'Personnalité', lignesDe(l, PERSONNALITE)),
      section('addiction', 'Lien avec l’addiction', lignesDe(l, ['addiction'])),
      section('echoue', 'Ce qui a échoué et pourquoi', lignesDe(l, ECHOUE), ECHECS),
      section('pret', 'Ce qui est prêt', pret(l)),
      section('cadre', 'Cadre demandé', demande(suivis, l), [...limitesDuCadre(l), ...DEMANDES]),
      section('subsidiaire', 'Subsidiaire', [...ligneAEcrire(l, 'plaidoirie.subsidiaire'), ...ouverts]),
      ...sectionPresentation(suivis, l),
      section('procedure', 'Repères de procédure', lignesDe(l, ['procedure'])),
      section('note', 'Note', ligneDe(l, 'note.defense')),
      sectionNonExplore(l),
    ]),
    pied: PIED_PRIVE,
  }
}

function pret(l: Lecteur): Enonce[] {
  return [
    ...lignesDe(l, ['accord']),
    ...lignesSansPlace(l, PLACEES),
    ...ligneAEcrire(l, 'plaidoirie.pieces'),
    ...ETAPES.flatMap((e) => ligneDe(l, e.fait)),
  ]
}

function demande(suivis: readonly DispositifSuivi[], l: Lecteur): Enonce[] {
  return [
    ...lignesDe(l, ['orientation']),
    ...lignesDuCadre(cadreRetenu(l), l),
    ...ligneDe(l, 'audience.peineEnvisageeMois'),
    ...lignesDesDispositifs(suivis, l),
  ]
}

/** The dispositif in six lines, each with its source, and whom to call; the one that is still open comes first. */
function sectionPresentation(suivis: readonly DispositifSuivi[], l: Lecteur): Section[] {
  const choisi = encoreOuvert(suivis) ?? suivis[0]
  // Programmes of every tribunal say nothing of this one.
  const ici = choisi?.retenu === true || texteConnu(l, 'procedure.tribunal') !== undefined
  if (choisi === undefined || !ici) return []
  const { ecrit, lu } = choisi
  const lignes = ecrit.presentation.map(({ texte, source }, i) => ({
    libelle: String(i + 1),
    segments: [duCatalogue(texte, source)],
  }))
  const appels = appelsDe(ecrit).map(({ qui, telephone }) => ({
    libelle: 'À appeler',
    segments: [duCatalogue(`${qui} : ${telephone ?? '____________________'}`, 'catalogue')],
  }))
  const titre = `${ecrit.nom} en ${lignes.length} lignes`
  return [
    {
      ...section('presentation', titre, [...lignes, ...appels]),
      mention: direVerification(lu, l.orientation.date),
    },
  ]
}
