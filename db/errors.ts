/**
 * Every way in which the store can refuse, with the one sentence that people read. No sentence
 * carries a path, a key, a value or a name (S5, S19); `detail` is a machine code for the journal.
 */
export const STORE_SENTENCES = {
  'base-absente':
    'La base de ce coffre est introuvable\u00a0: remettez à sa place le fichier de la dernière sauvegarde.',
  'base-inaccessible':
    'La base ne peut pas être ouverte\u00a0: vérifiez que son dossier existe et que vous avez le droit d’y lire.',
  'base-en-clair':
    'Cette base n’est pas chiffrée\u00a0: elle n’a pas été ouverte. Remettez à sa place le fichier de la dernière sauvegarde.',
  'cle-refusee':
    'Cette base appartient à un autre coffre\u00a0: remettez ensemble le coffre et la base d’une même sauvegarde.',
  'base-endommagee':
    'La base est endommagée\u00a0: rien n’a été modifié. Gardez ce fichier et remettez à sa place la dernière sauvegarde.',
  'base-plus-recente':
    'Cette base a été écrite par une version plus récente d’Aiguillage\u00a0: installez cette version pour l’ouvrir.',
  'base-verrouillee': 'Aiguillage est déjà ouvert sur cette base\u00a0: revenez à la fenêtre ouverte.',
  'lecture-seule':
    'La base est dans un dossier en lecture seule\u00a0: rétablissez le droit d’y écrire, puis recommencez.',
  'disque-plein':
    'Le disque est plein\u00a0: libérez de la place, puis recommencez. Ce qui était déjà enregistré est intact.',
  'disque-defaillant':
    'Le disque ne répond pas comme il faut\u00a0: fermez Aiguillage et copiez la base sur un autre disque.',
  'chiffrement-inattendu':
    'Le chiffrement attendu n’a pas pu être établi\u00a0: la base n’a pas été ouverte. Réinstallez Aiguillage.',
  'migration-modifiee':
    'La structure de cette base ne correspond pas à cette version d’Aiguillage\u00a0: réinstallez Aiguillage.',
  'migration-manquante':
    'Une étape manque dans l’histoire de cette base\u00a0: réinstallez la version d’Aiguillage qui l’a écrite.',
  'migration-echouee':
    'La mise à niveau de la base n’a pas abouti\u00a0: la base est restée comme avant. Revenez à la version précédente d’Aiguillage.',
  'autre-profil':
    'Cette base est celle d’un autre profil\u00a0: ouvrez le dossier qui correspond à votre profil.',
  'base-fermee': 'La base est fermée\u00a0: déverrouillez Aiguillage, puis recommencez.',
  'dossier-inconnu': 'Ce dossier n’existe plus\u00a0: revenez à la liste de permanence.',
  'dossier-existant': 'Un autre dossier porte déjà cet identifiant\u00a0: créez de nouveau le déféré.',
  'declaration-divergente':
    'Une réponse déjà enregistrée ne peut pas être réécrite\u00a0: saisissez une nouvelle réponse.',
  'piece-divergente':
    'Une pièce déjà enregistrée ne peut pas être réécrite\u00a0: retirez-la, puis ajoutez-la de nouveau.',
  'pieces-trop-lourdes': 'Ce dossier porte déjà trop de pièces\u00a0: retirez-en une, puis recommencez.',
  'casier-hors-profil':
    'Le bulletin n°\u00a01 ne se joint pas dans le profil enquête (774 CPP)\u00a0: il n’a pas été enregistré.',
  'changement-divergent':
    'Un changement déjà enregistré ne peut pas être réécrit\u00a0: faites-en un nouveau.',
  'donnee-invalide':
    'Cette réponse n’a pas la forme attendue\u00a0: elle n’a pas été enregistrée, corrigez-la.',
} as const

export type StoreErrorCode = keyof typeof STORE_SENTENCES

export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly detail: string | undefined

  constructor(code: StoreErrorCode, detail?: string) {
    super(STORE_SENTENCES[code])
    this.name = 'StoreError'
    this.code = code
    this.detail = detail
  }
}

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) and of the file system, by prefix. */
const BY_PREFIX: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_NOTADB', 'base-endommagee'],
  ['SQLITE_CORRUPT', 'base-endommagee'],
  ['SQLITE_BUSY', 'base-verrouillee'],
  ['SQLITE_LOCKED', 'base-verrouillee'],
  ['SQLITE_READONLY', 'lecture-seule'],
  ['SQLITE_FULL', 'disque-plein'],
  ['SQLITE_CANTOPEN', 'base-inaccessible'],
  ['SQLITE_IOERR', 'disque-defaillant'],
  ['SQLITE_CONSTRAINT', 'donnee-invalide'],
  ['SQLITE_TOOBIG', 'donnee-invalide'],
  ['ENOSPC', 'disque-plein'],
  ['EDQUOT', 'disque-plein'],
  ['EROFS', 'lecture-seule'],
  ['EACCES', 'lecture-seule'],
  ['EPERM', 'lecture-seule'],
  ['EIO', 'disque-defaillant'],
  ['ENOENT', 'base-inaccessible'],
  ['ENOTDIR', 'base-inaccessible'],
  ['EISDIR', 'base-inaccessible'],
]

/** A failure of SQLite or of the file system becomes a StoreError; a programming error stays itself. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const known = BY_PREFIX.find(([prefix]) => code.startsWith(prefix))
  return known ? new StoreError(known[1], code) : error
}
