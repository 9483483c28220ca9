/** What people read when the vault refuses. None tells more than what to do (S5). */
export const VAULT_SENTENCES = {
  'phrase-refusee':
    'Phrase secrète ou code de récupération refusé\u00a0: vérifiez la saisie (majuscules, accents), puis recommencez.',
  'phrase-trop-courte': 'La phrase secrète doit compter au moins 12 caractères\u00a0: ajoutez quelques mots.',
  'phrase-trop-longue':
    'La phrase secrète ne peut pas dépasser 1\u202f000 caractères\u00a0: raccourcissez-la.',
  'coffre-absent':
    'Le coffre est introuvable\u00a0: remettez à sa place le fichier «\u00a0coffre.json\u00a0» de la dernière sauvegarde.',
  'coffre-endommage':
    'Le coffre est endommagé\u00a0: remettez à sa place le fichier «\u00a0coffre.json\u00a0» de la dernière sauvegarde.',
  'coffre-plus-recent':
    'Ce coffre a été écrit par une version plus récente d’Aiguillage\u00a0: installez cette version pour l’ouvrir.',
  'coffre-existant': 'Un coffre existe déjà ici\u00a0: ouvrez-le avec sa phrase secrète.',
  'coffre-inaccessible':
    'Le coffre ne peut pas être lu\u00a0: vérifiez que vous avez le droit d’ouvrir son dossier.',
} as const

export type VaultErrorCode = keyof typeof VAULT_SENTENCES

export class VaultError extends Error {
  readonly code: VaultErrorCode
  /** After a refusal: how long the next attempt will be held before it is looked at. */
  readonly attenteMs: number

  constructor(code: VaultErrorCode, attenteMs = 0) {
    super(VAULT_SENTENCES[code])
    this.name = 'VaultError'
    this.code = code
    this.attenteMs = attenteMs
  }
}
