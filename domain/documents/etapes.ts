import type { CleFait, Role } from '../contrat.ts'

/** Who reads the checklist aloud: what to ask for, what to plead and hand over, what to find and write. */
export type VersionChecklist = 'parquet' | 'defense' | 'tribunal'

export const VERSION_DU_PROFIL: Readonly<Record<Role, VersionChecklist>> = {
  parquet: 'parquet',
  defense: 'defense',
  enquete: 'tribunal',
}

export const CONSIGNE: Readonly<Record<VersionChecklist, string>> = {
  parquet: 'À lire à voix haute avant de requérir (60 secondes environ)',
  defense: 'À lire à voix haute avant de plaider (60 secondes environ)',
  tribunal: 'À lire à voix haute avant de délibérer (60 secondes environ)',
}

type Textes = Readonly<Record<VersionChecklist, string>>

/** One of the eight steps (ecrans.md §2.6 D): what to say, what the dossier already holds of it. */
export interface Etape {
  fait: CleFait
  textes: Textes
  aCompleter: string
  faits: readonly CleFait[]
}

const JOUR_ET_HEURE = 'le __/__/____ à __ h __'
const LIGNE = '______________________'
const INCOMPATIBLES = 'écrou, peine à exécuter, interdiction, titre de séjour, mesure de protection'

/** In the order in which they are read; `{pour}` is what the person says yes to, when one dispositif is retained. */
export const ETAPES: readonly Etape[] = [
  {
    fait: 'audience.accordRedit',
    textes: {
      parquet: 'Accord de l’intéressé{pour}, à redire à l’audience',
      defense: 'Accord{pour} : le faire redire par l’intéressé',
      tribunal: 'Accord de l’intéressé{pour}, constaté à l’audience',
    },
    aCompleter: 'à __ h __',
    faits: ['accord.evaluation', 'accord.ouvrage', 'accord.ailsi'],
  },
  {
    fait: 'audience.pieceAddiction',
    textes: {
      parquet: 'Lien entre les faits et l’addiction : une pièce au moins',
      defense: 'Lien entre les faits et l’addiction : une pièce à produire',
      tribunal: 'Lien entre les faits et l’addiction : la pièce qui le montre',
    },
    aCompleter: 'cote ______',
    faits: ['addiction.lienFaits', 'addiction.conduite', 'addiction.soins'],
  },
  {
    fait: 'audience.nuitSuivante',
    textes: {
      parquet: 'Où dormira-t-il ce soir ? Adresse, hébergeant, SIAO ou centre de semi-liberté',
      defense: 'Où dormira-t-il ce soir ? Adresse, attestation, SIAO ou centre de semi-liberté',
      tribunal: 'Où dormira-t-il ce soir ? Adresse ou lieu désigné',
    },
    aCompleter: LIGNE,
    faits: ['logement.hebergementCeSoir', 'logement.situation', 'logement.departement'],
  },
  {
    fait: 'audience.japNomme',
    textes: {
      parquet: 'JAP compétent nommé ; accord si hors ressort',
      defense: 'JAP compétent à nommer ; accord à produire si hors ressort',
      tribunal: 'JAP compétent nommé dans la décision ; accord si hors ressort',
    },
    aCompleter: 'M./Mme ____________ à __ h __',
    faits: ['suivi.japRessort', 'suivi.accordHorsRessort', 'suivi.mesureEnCours'],
  },
  {
    fait: 'audience.rienIncompatible',
    textes: {
      parquet: `Rien d’incompatible : ${INCOMPATIBLES}`,
      defense: `Rien d’incompatible, ou une réponse prête : ${INCOMPATIBLES}`,
      tribunal: `Rien d’incompatible au dossier : ${INCOMPATIBLES}`,
    },
    aCompleter: LIGNE,
    faits: ['suivi.peineAExecuter', 'personne.situationAdministrative', 'personne.mesureProtection'],
  },
  {
    fait: 'audience.porteurPrevenu',
    textes: {
      parquet: 'Porteur prévenu ; place ou date d’évaluation',
      defense: 'Porteur joint ; place ou date d’évaluation à annoncer',
      tribunal: 'Porteur désigné ; place ou date d’évaluation',
    },
    aCompleter: JOUR_ET_HEURE,
    faits: [],
  },
  {
    fait: 'audience.obligationsEcrites',
    textes: {
      parquet: 'Obligations à écrire au dispositif et convocation remise en main propre',
      defense: 'Obligations proposées et expliquées ; convocation à recevoir en main propre',
      tribunal: 'Obligations écrites au dispositif et convocation remise en main propre',
    },
    aCompleter: JOUR_ET_HEURE,
    faits: [],
  },
  {
    fait: 'audience.motivationSpeciale',
    textes: {
      parquet: 'Récidive de violences : motivation spéciale préparée',
      defense: 'Récidive de violences : éléments concrets à opposer, pièces à l’appui',
      tribunal: 'Récidive de violences : motivation spéciale à écrire',
    },
    aCompleter: LIGNE,
    faits: ['procedure.categorie', 'antecedents.recidive'],
  },
]

/** In place of the second step, for a dispositif that rests on a psychiatric trouble and not on an addiction. */
export const PIECE_PSY: Textes = {
  parquet: 'Trouble psychique : une pièce au moins, remise par l’intéressé',
  defense: 'Trouble psychique : une pièce à produire, avec son accord',
  tribunal: 'Trouble psychique : la pièce qui le montre',
}

/** In place of the eighth, for a framework that carries a firm prison sentence (132-19, 132-25 CP). */
export const FERME: Textes = {
  parquet: 'Emprisonnement ferme : motivation spéciale préparée, aménagement proposé',
  defense: 'Emprisonnement ferme : ce qui permet de l’aménager, pièces à l’appui',
  tribunal: 'Emprisonnement ferme : motivation spéciale et aménagement à écrire',
}
