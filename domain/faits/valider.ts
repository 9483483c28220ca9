import type { z } from 'zod'
import type { Declaration, Dossier } from '../contrat.ts'
import { estDateIso, estMoment } from '../dates.ts'
import { DossierInvalide } from '../erreurs.ts'
import { type FaitsLus, lireFaits } from './etat.ts'
import { aLaFormeDunDossier } from './forme.ts'
import { dossierSchema } from './schema.ts'
import { type DefinitionFait, definitionFait } from './vocabulaire.ts'

/** `declarations[3].valeur`, the form that a person can find again in the file. */
function ecrireChemin(chemin: readonly PropertyKey[]): string {
  return chemin.map((x, i) => (typeof x === 'number' ? `[${x}]` : `${i ? '.' : ''}${String(x)}`)).join('')
}

function phraseStructure(issue: z.core.$ZodIssue, chemin: string): string {
  const ou = chemin === '' ? 'Le dossier' : `« ${chemin} »`
  if (issue.code === 'unrecognized_keys')
    return `${ou} contient une clé inconnue ; retirez-la ou mettez l’application à jour.`
  if (issue.code === 'custom' && issue.message === 'date')
    return `${ou} : date impossible ; écrivez une date existante, AAAA-MM-JJ.`
  if (issue.code === 'invalid_format')
    return issue.format === 'datetime'
      ? `${ou} : date et heure illisibles ; écrivez AAAA-MM-JJThh:mm:ss avec le décalage horaire.`
      : `${ou} n’a pas la forme attendue ; corrigez cette valeur.`
  if (issue.code === 'too_big') return `${ou} est trop long ; raccourcissez cette valeur.`
  if (issue.code === 'invalid_value')
    return `${ou} n’est pas dans la liste des valeurs admises ; corrigez cette valeur.`
  return `${ou} manque ou n’est pas du bon type ; corrigez cette valeur.`
}

const ATTENDUS = {
  'oui-non': 'oui ou non (true, false)',
  nombre: 'un nombre entier',
  texte: 'un texte',
  date: 'une date existante, AAAA-MM-JJ',
  moment: 'un jour et une heure, AAAA-MM-JJTHH:MM',
  choix: 'une valeur de sa liste',
  liste: 'des valeurs de sa liste',
} as const

function admis(definition: DefinitionFait, x: unknown): boolean {
  // A list without values of its own holds codes from elsewhere, which may be newer than this dossier.
  if (definition.valeurs === undefined) return typeof x === 'string' && x.trim() !== ''
  return definition.valeurs.some((v) => v.code === x)
}

function convient(definition: DefinitionFait, valeur: NonNullable<Declaration['valeur']>): boolean {
  switch (definition.type) {
    case 'oui-non':
      return typeof valeur === 'boolean'
    case 'nombre':
      return (
        Number.isSafeInteger(valeur) &&
        (valeur as number) >= (definition.min ?? 0) &&
        (valeur as number) <= (definition.max ?? Number.MAX_SAFE_INTEGER)
      )
    case 'texte':
      return typeof valeur === 'string' && valeur.trim() !== ''
    case 'date':
      return typeof valeur === 'string' && estDateIso(valeur)
    case 'moment':
      return typeof valeur === 'string' && estMoment(valeur)
    case 'choix':
      return admis(definition, valeur)
    case 'liste':
      return Array.isArray(valeur) && valeur.every((x) => admis(definition, x))
  }
}

function verifierDeclaration(d: Declaration, i: number): void {
  const definition = definitionFait(d.fait)
  if (definition === undefined)
    throw new DossierInvalide(
      `declarations[${i}].fait`,
      `« declarations[${i}].fait » : ce fait est inconnu ; corrigez son nom.`,
    )
  if (definition.derive === 'toujours')
    throw new DossierInvalide(
      `declarations[${i}].fait`,
      `« declarations[${i}].fait » : « ${definition.libelle} » se déduit d’autres réponses ; retirez cette déclaration.`,
    )
  if (d.valeur === null) return
  if (d.inconnu !== undefined)
    throw new DossierInvalide(
      `declarations[${i}]`,
      `« declarations[${i}] » donne une réponse et une raison de ne pas savoir ; gardez l’une des deux.`,
    )
  if (!convient(definition, d.valeur))
    throw new DossierInvalide(
      `declarations[${i}].valeur`,
      `« declarations[${i}].valeur » : « ${definition.libelle} » attend ${ATTENDUS[definition.type]} ; corrigez cette valeur.`,
    )
}

/** Canonical text of a declaration, so that key order does not make two of one. */
function contenu(d: Declaration): string {
  return JSON.stringify(d, (_cle, valeur) =>
    valeur !== null && typeof valeur === 'object' && !Array.isArray(valeur)
      ? Object.fromEntries(Object.entries(valeur).sort(([a], [b]) => (a < b ? -1 : 1)))
      : valeur,
  )
}

function verifierDoublons(declarations: readonly Declaration[]): void {
  if (new Set(declarations.map((d) => d.id)).size === declarations.length) return
  const vues = new Map<string, Declaration>()
  for (const [i, d] of declarations.entries()) {
    const premiere = vues.get(d.id)
    if (premiere !== undefined && contenu(premiere) !== contenu(d))
      throw new DossierInvalide(
        `declarations[${i}].id`,
        `« declarations[${i}].id » : deux déclarations différentes portent le même identifiant ; donnez-en un autre à l’une d’elles.`,
      )
    vues.set(d.id, d)
  }
}

function verifierAge(dossier: Dossier, { faits }: FaitsLus): void {
  const dateFaits = faits['procedure.dateFaits']
  const naissance = dossier.personne?.dateNaissance
  if (naissance !== undefined && dateFaits?.etat === 'connu' && String(dateFaits.valeur) < naissance)
    throw new DossierInvalide(
      'personne.dateNaissance',
      'La date de naissance est postérieure aux faits ; vérifiez les deux dates.',
    )
  const majeur = faits['personne.majeur']
  if (majeur?.etat === 'connu' && majeur.valeur === false)
    throw new DossierInvalide(
      'personne',
      'La personne était mineure au jour des faits ; ce dossier relève de la justice des mineurs et ne peut pas être traité ici.',
    )
}

/** Throws `DossierInvalide` on anything that is not of the form of a dossier. */
function verifierForme(entree: unknown): Dossier {
  if (aLaFormeDunDossier(entree)) return entree
  const lu = dossierSchema.safeParse(entree)
  if (lu.success) return lu.data
  const [issue] = lu.error.issues
  const chemin = ecrireChemin(issue?.path ?? [])
  throw new DossierInvalide(chemin, issue ? phraseStructure(issue, chemin) : 'Le dossier est illisible.')
}

/** A checked dossier together with the state of its facts: reading them once is enough. */
export function examinerDossier(entree: unknown): FaitsLus & { dossier: Dossier } {
  const dossier = verifierForme(entree)
  for (const [i, d] of dossier.declarations.entries()) verifierDeclaration(d, i)
  verifierDoublons(dossier.declarations)
  const lus = lireFaits(dossier)
  verifierAge(dossier, lus)
  return { dossier, ...lus }
}

/**
 * Checks anything against the contract and returns it as a dossier. Throws `DossierInvalide` for a malformed
 * file, an unknown or derived fact, a wrong type, an impossible date, one id for two contents, or a person who
 * was a minor on the day of the facts.
 */
export function verifierDossier(entree: unknown): Dossier {
  return examinerDossier(entree).dossier
}
