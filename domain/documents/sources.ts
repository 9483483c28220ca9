import type { CleFait, DateIso, Declaration, Origine, RaisonInconnu, Role } from '../contrat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import type { Lacune } from './contenu.ts'
import { dateCourte, momentLocal } from './format.ts'

/** The words of provenance, and who may read what. */

const MOTS: Readonly<Record<Origine, string>> = {
  procedure: 'procédure',
  casier: 'bulletin n° 1',
  cassiopee: 'Cassiopée',
  appi: 'APPI',
  enquete: 'enquête sociale',
  personne: 'dit par l’intéressé',
  avocat: 'dit par l’avocat',
  partenaire: 'partenaire',
  document: 'pièce',
}

/** The hour counts for a call and for an agreement, not for what a file says. */
function heureUtile(d: Declaration): boolean {
  return d.origine === 'partenaire' || d.origine === 'avocat' || d.fait.startsWith('accord.')
}

/** Sources that an investigator may not read (774 CPP, R113-53 code pénitentiaire). */
const RESERVEES: ReadonlySet<Origine> = new Set(['casier', 'cassiopee', 'appi'])

const LACUNES: Readonly<Record<RaisonInconnu, Lacune>> = {
  'pas-demande': 'non demandé',
  'ne-sait-pas': 'ne sait pas',
  refuse: 'refuse de répondre',
  'faute-de-temps': 'faute de temps',
  'non-verifiable': 'non vérifiable',
}

export function motLacune(raison: RaisonInconnu): Lacune {
  return LACUNES[raison]
}

function motsOrigine(d: Declaration): string {
  if (d.sourceAPreciser) return 'source à préciser'
  // A statement in the procedure that nobody checked is what somebody said there.
  return d.origine === 'procedure' && !d.verifie ? 'dit à l’audition' : MOTS[d.origine]
}

/**
 * « dit à l’audition p. 3 » rather than « dit à l’audition, audition p. 3 »: a piece that begins with its own kind
 * says it once. A certificate belongs to the procedure, where it was written, not said.
 */
function motsPiece(qui: string, d: Declaration, piece: string): string {
  const mots = motsOrigine(d)
  const genre = mots.endsWith('audition') ? 'audition' : mots
  const reste = piece.slice(genre.length)
  if (piece.toLowerCase().startsWith(genre) && !/^[\p{L}\d]/u.test(reste)) return qui + reste
  return /^certificat\b/i.test(piece) ? piece : `${qui}, ${piece}`
}

/** « dit à l’audition », « APPI », « dit par l’intéressé à 9 h 39 »; the day too when it is not the hearing's. */
function motsSource(d: Declaration, dateAudience: DateIso): string {
  const mots = motsOrigine(d)
  const organisme = d.origine === 'enquete' || d.origine === 'partenaire' ? d.auteur?.organisme : undefined
  const qui = organisme === undefined || organisme === '' ? mots : `${mots} (${organisme})`
  const piece = d.extrait?.piece ?? ''
  if (piece !== '') return motsPiece(qui, d, piece)
  if (!heureUtile(d)) return qui
  const { jour, heure } = momentLocal(d.date)
  return jour === dateAudience ? `${qui} à ${heure}` : `${qui} le ${dateCourte(jour)} à ${heure}`
}

/** « Déclaré » and « vérifié » are never the same word (ecrans.md §2.4, rule 9). */
function motStatut(d: Declaration): 'déclaré' | 'vérifié' {
  return d.verifie ? 'vérifié' : 'déclaré'
}

export function direSource(d: Declaration, dateAudience: DateIso): string {
  // Nobody said it: whoever holds the note wrote it.
  if (estNotePrivee(d.fait)) return 'note privée'
  return `${motsSource(d, dateAudience)} – ${motStatut(d)}`
}

/** The same words without the hour, for a criterion that only recalls its source. */
export function rappelerSource(d: Declaration): string {
  return `${motsOrigine(d)} – ${motStatut(d)}`
}

/** Families of the private notes: of one side alone, never on a shared paper. */
export function estNotePrivee(fait: CleFait): boolean {
  return /^(note|requisition|plaidoirie)\./.test(fait)
}

export function faitVisible(fait: string, role: Role): boolean {
  return definitionFait(fait)?.roles.includes(role) ?? false
}

export function declarationVisible(d: Declaration, role: Role): boolean {
  return faitVisible(d.fait, role) && !(role === 'enquete' && RESERVEES.has(d.origine))
}
