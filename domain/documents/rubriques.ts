import { type Catalogue, catalogueParDefaut } from '../catalogue/index.ts'
import type { CleFait } from '../contrat.ts'
import { definitionFait, type Famille, libelleValeur, VOCABULAIRE } from '../faits/vocabulaire.ts'
import { dateCourte, initialeMinuscule } from './format.ts'

/** The lines of the « situation » table: which facts are said together, in the order of the morning. */

export interface Rubrique {
  libelle: string
  faits: readonly CleFait[]
}

const RUBRIQUES: readonly Rubrique[] = [
  {
    libelle: 'Faits',
    faits: [
      'procedure.qualification',
      // Beside the words, on the fiche and both notes; the checklist does not say the offence, the list says it in words.
      'procedure.natinf',
      'procedure.dateFaits',
      'procedure.tribunal',
      'procedure.nature',
      'procedure.categorie',
      'procedure.flagrance',
      'procedure.encouruMois',
      'procedure.faitsReconnus',
      'procedure.detentionEnvisagee',
    ],
  },
  { libelle: 'Personne', faits: ['personne.majeur', 'personne.moins21', 'personne.sexe'] },
  { libelle: 'Addiction', faits: ['addiction.conduite', 'addiction.produits', 'addiction.frequence'] },
  { libelle: 'Lien aux faits', faits: ['addiction.lienFaits'] },
  { libelle: 'Suivi ou soins', faits: ['addiction.soins'] },
  {
    libelle: 'Logement',
    faits: ['logement.sansLogementStable', 'logement.situation', 'logement.departement'],
  },
  { libelle: 'Hébergement ce soir', faits: ['logement.hebergementCeSoir'] },
  {
    libelle: 'Psychiatrie',
    faits: [
      'psy.troubleDeclare',
      'psy.suivi',
      'psy.traitement',
      'psy.hospitalisation',
      'psy.certificat',
      'psy.comportement',
    ],
  },
  {
    libelle: 'Protection',
    faits: ['personne.mesureProtection', 'personne.protecteurAvise', 'personne.expertiseVersee'],
  },
  {
    libelle: 'Antécédents',
    faits: [
      'antecedents.condamnations',
      'antecedents.recidive',
      'antecedents.incarceration',
      'antecedents.sursisProbatoires',
      'antecedents.emprisonnement5ans',
    ],
  },
  { libelle: 'Mesure en cours', faits: ['suivi.mesureEnCours', 'suivi.niveauRisque'] },
  { libelle: 'JAP compétent', faits: ['suivi.japRessort', 'suivi.accordHorsRessort'] },
  { libelle: 'Peine, écrou', faits: ['suivi.peineAExecuter'] },
  { libelle: 'Situation administrative', faits: ['personne.situationAdministrative'] },
  { libelle: 'Enquête sociale', faits: ['procedure.enqueteFaite', 'procedure.silenceNotifie'] },
  { libelle: 'Accord', faits: ['accord.evaluation', 'accord.ouvrage', 'accord.ailsi'] },
  { libelle: 'Lun.–ven.', faits: ['disponibilite.semaine'] },
  { libelle: 'Retenu', faits: ['orientation.choix', 'orientation.cadre'] },
]

/** Why a dispositif was set aside is for whoever did it; an argument against the person never prints by itself. */
const TUS: readonly CleFait[] = ['orientation.ecarts']

/** Steps of the checklist, and private notes: they have their own document. */
const AILLEURS: ReadonlySet<Famille> = new Set<Famille>(['audience', 'note', 'requisition', 'plaidoirie'])

/** A fact added to the vocabulary later gets a line of its own, so that nothing is lost. */
export function rubriquesDeLaFiche(): Rubrique[] {
  const rangees = new Set(RUBRIQUES.flatMap((r) => r.faits))
  const nouvelles = VOCABULAIRE.filter(
    (f) => !AILLEURS.has(f.famille) && !rangees.has(f.cle) && !TUS.includes(f.cle),
  )
  return [...RUBRIQUES, ...nouvelles.map((f) => ({ libelle: f.libelle, faits: [f.cle] }))]
}

/**
 * An unfavourable answer is never a sentence against the person: it prints as what has to be built
 * (ecrans.md §0). `quand` lists the answers concerned.
 */
const A_CONSTRUIRE: Readonly<Record<CleFait, { quand: readonly unknown[]; quoi: string }>> = {
  'addiction.soins': { quand: [false], quoi: 'suivi ou soins' },
  'logement.sansLogementStable': { quand: [true], quoi: 'logement stable' },
  'logement.situation': { quand: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'P', 'I'], quoi: 'logement' },
  'logement.hebergementCeSoir': { quand: [false], quoi: 'hébergement ce soir' },
  'disponibilite.semaine': { quand: [false], quoi: 'disponibilité du lundi au vendredi' },
  'accord.evaluation': { quand: [false], quoi: 'accord pour être évalué, à redemander' },
  'accord.ouvrage': { quand: [false], quoi: 'accord pour L’Ouvrage, à redemander' },
  'accord.ailsi': { quand: [false], quoi: 'accord pour AILSI, à redemander' },
  'personne.protecteurAvise': { quand: [false], quoi: 'avis au protecteur et au juge' },
  'personne.expertiseVersee': { quand: [false], quoi: 'expertise ou dispense motivée' },
  'personne.situationAdministrative': { quand: ['irreguliere', 'oqtf', 'itf'], quoi: 'accès aux droits' },
  'procedure.enqueteFaite': { quand: [false], quoi: 'enquête sociale rapide' },
  'procedure.silenceNotifie': { quand: [false], quoi: 'notification du droit de se taire' },
  'suivi.accordHorsRessort': { quand: [false], quoi: 'solution dans le ressort du JAP' },
}

/** How a coded answer says itself among others of the same line, where « libellé : oui » would be heavy. */
const DIRE: Readonly<Record<CleFait, (valeur: unknown, catalogue: Catalogue) => string>> = {
  'procedure.natinf': (v) => `NATINF ${(v as readonly string[]).join(', ')}`,
  'procedure.dateFaits': (v) => `le ${dateCourte(String(v))}`,
  'procedure.tribunal': (v) => `tribunal de ${v}`,
  'procedure.categorie': (v) => `catégorie : ${libelleValeur('procedure.categorie', v)}`,
  'procedure.flagrance': (v) => (v === true ? 'flagrance' : 'hors flagrance'),
  'procedure.encouruMois': (v) => `encouru ${v} mois hors récidive`,
  'procedure.faitsReconnus': (v) => (v === true ? 'faits reconnus' : 'faits discutés'),
  'procedure.detentionEnvisagee': (v) => (v === true ? 'détention envisagée' : 'détention non envisagée'),
  'procedure.enqueteFaite': () => 'au dossier',
  'procedure.silenceNotifie': () => 'droit de se taire notifié',
  'personne.majeur': (v) => (v === true ? 'majeur au jour des faits' : 'mineur au jour des faits'),
  'personne.moins21': (v) => (v === true ? 'moins de 21 ans au jour des faits' : '21 ans ou plus'),
  'logement.sansLogementStable': () => 'logement stable',
  'logement.departement': (v) => `département ${v}`,
  'antecedents.condamnations': (v) =>
    v === 0 ? 'aucune condamnation' : `${v} condamnation${v === 1 ? '' : 's'}`,
  'audience.peineEnvisageeMois': (v) => `${v} mois`,
  'orientation.choix': (v, c) => (v as readonly string[]).map((id) => nomDuCatalogue(id, c)).join(', '),
  'orientation.cadre': (v, c) => `cadre : ${nomDuCatalogue(String(v), c)}`,
  'suivi.niveauRisque': (v) =>
    `niveau de risque évalué par le SPIP : ${libelleValeur('suivi.niveauRisque', v)}`,
}

/** Name of a dispositif or of a legal framework; an id that this catalogue does not have stays as it is. */
function nomDuCatalogue(id: string, { dispositifs, cadres }: Catalogue): string {
  return [...dispositifs, ...cadres].find((x) => x.ecrit.id === id)?.ecrit.nom ?? id
}

/** Whether the answer to this fact needs no label before it. */
export function seDitSeul(fait: CleFait): boolean {
  return DIRE[fait] !== undefined
}

/** One answer in words; `principal`: first fact of its line, whose label is already said. */
export function direValeur(
  fait: CleFait,
  valeur: unknown,
  principal: boolean,
  catalogue: Catalogue = catalogueParDefaut(),
): string {
  const construire = A_CONSTRUIRE[fait]
  if (construire?.quand.includes(valeur)) {
    // A code of housing says more than « logement » : both are kept.
    const detail = typeof valeur === 'string' ? ` (${libelleValeur(fait, valeur)})` : ''
    return `à construire : ${construire.quoi}${detail}`
  }
  const dire = DIRE[fait]
  if (dire !== undefined) return dire(valeur, catalogue)
  const definition = definitionFait(fait)
  const dit = definition?.type === 'date' ? dateCourte(String(valeur)) : libelleValeur(fait, valeur)
  const seul = principal || definition?.type === 'liste' || definition?.type === 'choix'
  return seul ? dit : `${initialeMinuscule(definition?.libelle ?? fait)} : ${dit}`
}
