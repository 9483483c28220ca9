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
