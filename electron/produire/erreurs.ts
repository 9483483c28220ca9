const NBSP = '\u00a0'

const PHRASES = {
  annule: `Dossier d’audience annulé${NBSP}: aucun fichier n’a été écrit. Relancez la commande quand vous voulez.`,
  'deja-en-cours': `Un dossier d’audience est déjà en préparation${NBSP}: attendez sa fin ou annulez-le.`,
  'aucun-dossier': `Aucun dossier lisible n’est enregistré pour cette audience${NBSP}: ajoutez un déféré ou revoyez son identité, puis recommencez.`,
  'document-hors-profil': `Ce document n’existe pas dans votre profil${NBSP}: choisissez-en un autre dans la liste.`,
  'courriel-trop-long': `Ce texte est trop long pour un courriel ouvert d’ici${NBSP}: utilisez Copier, puis collez-le. Rien n’est noté.`,
  'courriel-impossible': `Aucun logiciel de courriel ne s’est ouvert${NBSP}: utilisez Copier, puis collez le texte. Rien n’est noté.`,
  'format-absent': `Ce document n’existe pas dans ce format${NBSP}: choisissez-en un autre.`,
} as const

export type ProductionErrorCode = keyof typeof PHRASES

/** Why a document was not made, in one sentence that says what to do; nothing was written. */
export class ProductionError extends Error {
  readonly code: ProductionErrorCode

  constructor(code: ProductionErrorCode) {
    super(PHRASES[code])
    this.code = code
  }
}
