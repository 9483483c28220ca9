import type { Dossier } from '../contrat.ts'
import { estDateIso } from '../dates.ts'
import { DECLARATIONS_MAX, declarationSchema, dossierSchema, personneSchema, roleSchema } from './schema.ts'

type Objet = Readonly<Record<string, unknown>>

// Limits and lists are read from the schema, so that there is one place to change them.
const { shape } = declarationSchema
const TEXTE_MAX = shape.precision.unwrap().maxLength ?? 0
const CASIER_MAX = dossierSchema.shape.casier.unwrap().maxLength ?? 0
const FAIT_MAX = shape.fait.maxLength ?? 0
const LISTE_MAX = 50
const ORIGINES: ReadonlySet<unknown> = new Set(shape.origine.options)
const RAISONS: ReadonlySet<unknown> = new Set(shape.inconnu.unwrap().options)
const ROLES: ReadonlySet<unknown> = new Set(roleSchema.options)
const cles = (schema: { shape: object }): ReadonlySet<string> => new Set(Object.keys(schema.shape))
const CLES_DOSSIER = cles(dossierSchema)
const CLES_PERSONNE = cles(personneSchema)
const CLES_DECLARATION = cles(declarationSchema)
const CLES_EXTRAIT = cles(shape.extrait.unwrap())
const CLES_AUTEUR = cles(shape.auteur.unwrap())

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const HEURE = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

function estObjet(x: unknown, admises: ReadonlySet<string>): x is Objet {
  if (typeof x !== 'object' || x === null || Object.getPrototypeOf(x) !== Object.prototype) return false
  for (const cle in x) if (!admises.has(cle)) return false
  return true
}

function estTexte(x: unknown, max: number): x is string {
  return typeof x === 'string' && x.length <= max
}

function rienOuTexte(x: unknown): boolean {
  return x === undefined || estTexte(x, TEXTE_MAX)
}

function estUuid(x: unknown): boolean {
  return typeof x === 'string' && UUID.test(x)
}

function rienOuUuid(x: unknown): boolean {
  return x === undefined || estUuid(x)
}

function estDate(x: unknown): boolean {
  return typeof x === 'string' && estDateIso(x)
}

// Almost every declaration of a dossier is of one day: its calendar is checked once.
let jourVu = ''

function estHorodatage(x: unknown): boolean {
  if (typeof x !== 'string' || !HEURE.test(x.slice(10))) return false
  const jour = x.slice(0, 10)
  if (jour === jourVu) return true
  if (!estDateIso(jour)) return false
  jourVu = jour
  return true
}

function estRang(x: unknown): boolean {
  return Number.isSafeInteger(x) && (x as number) >= 0
}

function estListe(x: unknown, max: number, convient: (y: unknown) => boolean): boolean {
  if (!Array.isArray(x) || x.length > max) return false
  for (let i = 0; i < x.length; i++) if (!convient(x[i])) return false
  return true
}

function estPersonne(x: unknown): boolean {
  if (!estObjet(x, CLES_PERSONNE)) return false
  const { nom, prenoms, dateNaissance } = x
  return rienOuTexte(nom) && rienOuTexte(prenoms) && (dateNaissance === undefined || estDate(dateNaissance))
}

function estValeur(x: unknown): boolean {
  if (x === null || typeof x === 'boolean' || Number.isFinite(x)) return true
  return estTexte(x, TEXTE_MAX) || estListe(x, LISTE_MAX, (y) => estTexte(y, TEXTE_MAX))
}

function estExtrait(x: unknown): boolean {
  if (!estObjet(x, CLES_EXTRAIT)) return false
  const { piece, debut, fin, texte } = x
  return estTexte(piece, TEXTE_MAX) && estRang(debut) && estRang(fin) && estTexte(texte, TEXTE_MAX)
}

function estAuteur(x: unknown): boolean {
  if (!estObjet(x, CLES_AUTEUR)) return false
  const { role, nom, organisme } = x
  return ROLES.has(role) && rienOuTexte(nom) && rienOuTexte(organisme)
}

function estDeclaration(x: unknown): boolean {
  if (!estObjet(x, CLES_DECLARATION)) return false
  const { id, fait, valeur, inconnu, origine, verifie, precision, extrait, auteur, date, retire } = x
  return (
    estUuid(id) &&
    estTexte(fait, FAIT_MAX) &&
    estValeur(valeur) &&
    (inconnu === undefined || RAISONS.has(inconnu)) &&
    ORIGINES.has(origine) &&
    (x.sourceAPreciser === undefined || x.sourceAPreciser === true) &&
    typeof verifie === 'boolean' &&
    rienOuTexte(precision) &&
    (extrait === undefined || estExtrait(extrait)) &&
    (auteur === undefined || estAuteur(auteur)) &&
    estHorodatage(date) &&
    (retire === undefined || estListe(retire, DECLARATIONS_MAX, estUuid)) &&
    rienOuUuid(x.annule) &&
    rienOuUuid(x.redit) &&
    rienOuUuid(x.lot)
  )
}

/**
 * A quick « yes, this is a dossier » for what happens at every key: true only for what `dossierSchema` accepts.
 * A « no » decides nothing, the schema then has the last word and the reason. Held to the schema, both ways that
 * matter, by tests/proprietes/forme.test.ts.
 */
export function aLaFormeDunDossier(x: unknown): x is Dossier {
  if (!estObjet(x, CLES_DOSSIER)) return false
  const { version, id, numeroParquet, personne, dateAudience, declarations, casier } = x
  return (
    version === 1 &&
    estUuid(id) &&
    rienOuTexte(numeroParquet) &&
    (personne === undefined || estPersonne(personne)) &&
    estDate(dateAudience) &&
    (casier === undefined || estTexte(casier, CASIER_MAX)) &&
    estListe(declarations, DECLARATIONS_MAX, estDeclaration)
  )
}
