/**
 * A dossier, a parameter or a date that cannot be read. `message` is one French sentence that says what to
 * do and echoes no value; `chemin` names the place, e.g. `declarations[3].valeur`.
 */
export class DossierInvalide extends Error {
  readonly chemin: string
  constructor(chemin: string, message: string) {
    super(message)
    this.name = 'DossierInvalide'
    this.chemin = chemin
  }
}

/**
 * A catalogue file or a local change that is refused whole. `message` is one French sentence that says why and what to
 * do, and echoes no value of the file; `code` is a word for the machine.
 */
export class CatalogueRefuse extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'CatalogueRefuse'
    this.code = code
  }
}
