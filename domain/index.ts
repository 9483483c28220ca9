export {
  type AnneeChronologie,
  type AntecedentLu,
  type AntecedentsDuCasier,
  type AvertissementCasier,
  antecedentsDuCasier,
  CASIER_LISIBLE_MAX,
  type Chronologie,
  chronologie,
  type ExamenCasier,
  etablirRecidive,
  examinerCasier,
  LIGNE_SANS_CONTENU,
  lignesDuCasier,
  lireCasier,
  type PlageDeLignes,
  situerCasier,
} from './antecedents/index.ts'
export * from './cassiopee/index.ts'
export { verifierChangement } from './catalogue/changer.ts'
export { comparerCatalogues, type Difference } from './catalogue/comparer.ts'
export {
  clePubliqueSchema,
  ecrireContenu,
  ecrireEnveloppe,
  empreinteCle,
  exigerPlusRecente,
  type FichierCatalogue,
  lireContenu,
  lireEnveloppe,
  TAILLE_FICHIER_MAX,
  texteSigne,
} from './catalogue/fichier.ts'
export { historiqueDe, type LigneHistorique } from './catalogue/historique.ts'
export {
  ancienneMesure,
  avecParametres,
  type CadreEcrit,
  type Catalogue,
  cadreDuCatalogue,
  catalogueParDefaut,
  type DispositifEcrit,
  dispositifDuCatalogue,
  instancier,
  type Lieu,
  lieuDeDemande,
  lieuxDeDemande,
  modelesDuCatalogue,
  type ValeursModele,
} from './catalogue/index.ts'
export {
  type ChangementLocal,
  catalogueEnVigueur,
  changementLocalSchema,
  changementsSansEffet,
  ecritEnVigueur,
} from './catalogue/local.ts'
export type { CatalogueEcrit, ContactEcrit, ModeleEcrit, ParametreEcrit } from './catalogue/schema.ts'
export { comparerVersions, versionSuivante } from './catalogue/versions.ts'
export * from './contrat.ts'
export { estDateIso, estHeure, estMoment } from './dates.ts'
export {
  type AlerteDite,
  type Appel,
  type ChecklistContenu,
  type Contenu,
  type ContenuPartage,
  checklistTribunal,
  choixParametre,
  type Destinataire,
  DOCUMENTS_DE,
  type DocumentContenu,
  type DossierAudienceContenu,
  dateCourte,
  dateEtHeure,
  dateLongue,
  dernierReglage,
  destinataireDe,
  direChangement,
  direCondition,
  direEtape,
  direParametre,
  direPeriode,
  direStatut,
  direTrous,
  direVerification,
  dossierAudience,
  type Enonce,
  type Entete,
  type EtapeChecklist,
  type EtatEtape,
  ecrireMessage,
  estAncienne,
  estPrive,
  etatPeriode,
  faitVisible,
  ficheOrientation,
  initialeMinuscule,
  type Lacune,
  type ListeContenu,
  laisseDeCote,
  listePermanence,
  type Marque,
  type MessageContenu,
  MOT_ETAT,
  MOT_LECTURE,
  type NomDocument,
  type NoteContenu,
  nomFichier,
  nomParametre,
  noteAudience,
  notePlaidoirie,
  type Omission,
  type OptionsChecklist,
  type OptionsDocument,
  type OptionsDossierAudience,
  type OptionsListe,
  type OptionsMessage,
  type OptionsRedaction,
  type OptionsRegles,
  type Presente,
  type ReglesContenu,
  RUBRIQUES_FICHE,
  rediger,
  reglesARelire,
  relirePour,
  SENS_MARQUE,
  type Section,
  type Segment,
  type Talon,
  type VersionChecklist,
} from './documents/index.ts'
export { CatalogueRefuse, DossierInvalide } from './erreurs.ts'
export type { CasierDuDossier } from './faits/casier.ts'
export { ecartsDe, ecrireEcart, MOTIFS_ECART, type MotifEcart, retenusDe } from './faits/choix.ts'
export { annuler, type Reponse, repondre } from './faits/declarer.ts'
export { casierCorrige, casierDuDossier, declarationsVivantes } from './faits/etat.ts'
export { type Piece, pieceSchema } from './faits/piece.ts'
export { MOTIFS_REPERE, type MotifRepere } from './faits/repere.ts'
export { declarationSchema, dossierSchema, personneSchema, roleSchema } from './faits/schema.ts'
export { LIGNES_TRIAGE, type LigneTriage, lignesTriage } from './faits/triage.ts'
export { verifierDossier } from './faits/valider.ts'
export {
  type DefinitionFait,
  definitionFait,
  direHeure,
  type Famille,
  faitsVisibles,
  libelleValeur,
  type TypeFait,
  type ValeurPossible,
  VOCABULAIRE,
} from './faits/vocabulaire.ts'
export { lireDate } from './lire-date.ts'
export { orienter } from './orienter.ts'
export {
  type Contact,
  FONCTIONS_CONTACT,
  lireReglages,
  type Minutage,
  minutageDu,
  REGLAGES_PAR_DEFAUT,
  type Reglages,
  reglagesSchema,
} from './permanence/index.ts'
export {
  citer,
  confirmationDe,
  confirmerRepere,
  type EtatRepere,
  etatDuRepere,
  faitDuRepere,
  NATURES_PIECE,
  type NaturePiece,
  natureDePiece,
  nommerPiece,
  pageDePiece,
  placeDansPiece,
  type ReponsesAuxReperes,
  reponsesAuxReperes,
} from './pieces/index.ts'
export { AUTRE_VALEUR, type Bascule, bascules } from './regles/bascules.ts'
export {
  expliquerReperage,
  type OptionsReperage,
  qualifier,
  type ReperageExplique,
  reperages,
  reperer,
} from './reperage/index.ts'
export { memeVille, plier } from './texte.ts'
