import type { CleFait, Declaration, Origine, Role } from '../../domain/index.ts'

/** How an answer was learned, as chosen on a triage line by one letter. */
export interface Source {
  code: string
  /** One letter, also the first letter of `libelle` where people look for it in the list. */
  touche: string
  court: string
  libelle: string
  origine: Origine
  /** An official register or the authority itself was consulted; anything else is only declared. */
  verifie: boolean
}

const SOURCES: readonly Source[] = [
  {
    code: 'audition',
    touche: 'a',
    court: 'Audition',
    libelle: 'audition',
    origine: 'procedure',
    verifie: false,
  },
  {
    code: 'personne',
    touche: 'd',
    court: 'Dit',
    libelle: 'dit par l’intéressé(e)',
    origine: 'personne',
    verifie: false,
  },
  {
    code: 'enquete',
    touche: 'e',
    court: 'ESR',
    libelle: 'enquête sociale',
    origine: 'enquete',
    verifie: false,
  },
  { code: 'document', touche: 'p', court: 'Pièce', libelle: 'pièce', origine: 'document', verifie: false },
  {
    code: 'cassiopee',
    touche: 'c',
    court: 'Cassiopée',
    libelle: 'Cassiopée',
    origine: 'cassiopee',
    verifie: true,
  },
  {
    code: 'appi',
    touche: 'c',
    court: 'APPI',
    libelle: 'consultation d’APPI',
    origine: 'appi',
    verifie: true,
  },
  { code: 'casier', touche: 'b', court: 'B1', libelle: 'bulletin n° 1', origine: 'casier', verifie: true },
  {
    code: 'partenaire',
    touche: 't',
    court: 'Appel',
    libelle: 'téléphone (JAP, SPIP, structure)',
    origine: 'partenaire',
    verifie: true,
  },
]

/** Origins that only another tool gives (an imported dossier): shown, not offered. */
const AUTRES: Partial<Record<Origine, string>> = { procedure: 'Procédure', avocat: 'Avocat' }

const REGISTRES = ['cassiopee', 'appi', 'casier']

/** What a line offers: APPI on the lines that APPI answers, Cassiopée elsewhere; no register in the investigator's profile. */
export function sourcesPour(fait: CleFait, role: Role): readonly Source[] {
  const appi = fait.startsWith('suivi.')
  return SOURCES.filter(
    (s) =>
      !(role === 'enquete' && REGISTRES.includes(s.code)) &&
      s.code !== (appi ? 'cassiopee' : 'appi') &&
      (s.code !== 'casier' || fait.startsWith('antecedents.')),
  )
}

/**
 * A declaration must have an origin, and an answer must be saved the moment it is given, before any source is.
 * Until one is chosen the origin is the weakest of all (said by the person, unchecked) and marked as still to be
 * said: on screen, on paper and after a restart nobody takes it for a chosen one.
 */
export function ecrireSource(
  code: string | null,
  texte: string,
): Pick<Declaration, 'origine' | 'sourceAPreciser' | 'verifie' | 'precision'> {
  const choisie = SOURCES.find((s) => s.code === code)
  const precision = texte.trim()
  return {
    ...(choisie === undefined && { sourceAPreciser: true }),
    origine: choisie?.origine ?? 'personne',
    verifie: choisie?.verifie ?? false,
    ...(precision !== '' && { precision }),
  }
}

export interface SourceLue {
  /** null: not chosen yet. A code of `SOURCES`, or an origin that this screen does not offer. */
  code: string | null
  court: string
  texte: string
}

/** The reverse of `ecrireSource`, for any declaration wherever it comes from. */
export function lireSource(declaration: Declaration): SourceLue {
  const { origine, verifie, precision = '', extrait } = declaration
  if (declaration.sourceAPreciser) return { code: null, court: '', texte: precision }
  // As on paper: an unchecked statement in the procedure is what somebody said there.
  const connue = SOURCES.find((s) => s.origine === origine && (origine !== 'procedure' || !verifie))
  const page = / p\. \d+$/.exec(extrait?.piece ?? '')?.[0] ?? ''
  // Of the procedure too, but written there: not something said in an interview.
  if (extrait !== undefined && /^certificat\b/i.test(extrait.piece))
    return { code: origine, court: `Certificat${page}`, texte: precision }
  return {
    code: connue?.code ?? origine,
    court: (connue?.court ?? AUTRES[origine] ?? origine) + page,
    texte: precision,
  }
}

/** Short name of a source chosen on a line. */
export function nomCourt(code: string): string {
  return SOURCES.find((s) => s.code === code)?.court ?? AUTRES[code as Origine] ?? code
}
