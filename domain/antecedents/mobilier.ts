import { motEn } from './nombres.ts'
import { aplanir, cellules } from './texte.ts'

/** What a page prints that is neither a person nor a decision: titles, page numbers, rules, closed formulas. */

export type Formule = 'neant' | 'aucune-identite' | 'identite-non-verifiable' | null

export const BULLETIN =
  /^(?:EXTRAIT (?:DU )?)?(?:BULLETIN (?:N ?[°O.]? ?|NUMERO )?[123]\b|B ?\.? ?[123]\b(?=$| ?[-:]| DEMANDE| DELIVRE| T\.?J\.? | TRIBUNAL)|CASIER JUDICIAIRE)/

/** Whole lines of page furniture. */
const MOBILIER: readonly RegExp[] = [
  BULLETIN,
  /^(?:PAGE|FOLIO|FEUILLET) ?:? ?\d+(?: ?(?:\/|SUR|DE) ?\d+)?\.?$/,
  /^[-–(]? ?\d+ ?(?:\/|SUR) ?\d+ ?[-–)]?$/,
  /^(?:DEMANDEE? (?:PAR|LE)|DEMANDEUR|DESTINATAIRE|REQUERANT|MOTIF DE LA DEMANDE|OBJET|REFERENCES?|REF\.?|N ?° ?(?:DE )?(?:DEMANDE|DOSSIER|PARQUET)|NUMERO (?:DE )?(?:DEMANDE|DOSSIER|PARQUET))\b/,
  /^(?:EDITEE?|DELIVREE?|IMPRIMEE?|ETABLIE?|EMISE?|DATE D'EDITION|DATE DE DELIVRANCE|FAIT A)\b/,
  /^(?:DOCUMENT|BULLETIN|EXTRAIT|PIECE) (?:STRICTEMENT )?(?:CONFIDENTIEL|RESERVE)/,
  /^(?:CONFIDENTIEL|USAGE (?:STRICTEMENT )?RESERVE|NE (?:PEUT|DOIT) (?:PAS )?ETRE (?:COMMUNIQUE|REMIS))/,
  /^(?:FIN (?:DU|DE) (?:BULLETIN|RELEVE|L'EXTRAIT|DOCUMENT)|NOMBRE (?:TOTAL )?DE (?:CONDAMNATIONS|DECISIONS)|TOTAL ?:? ?\d+ (?:CONDAMNATIONS?|DECISIONS?))/,
  /^(?:SUITE(?: (?:AU VERSO|PAGE SUIVANTE|DU BULLETIN|DE LA PAGE))?|\(?A SUIVRE\)?|\(?SUITE\)?|T\.?S\.?V\.?P\.?)\b ?[.…)]*$/,
  /^(?:REPUBLIQUE FRANCAISE|LIBERTE|MINISTERE DE LA JUSTICE|(?:SERVICE DU )?CASIER JUDICIAIRE|DIRECTION DES AFFAIRES)/,
  /^(?:RELEVE|LISTE|ETAT) DES (?:CONDAMNATIONS|DECISIONS|PEINES)\b/,
  /^(?:ANNEE )?(?:19|20)\d{2}$/,
  /^(?:CONDAMNATIONS?|DECISIONS?|ANTECEDENTS(?: JUDICIAIRES)?)(?: PRONONCEES?| INSCRITES?)? ?:?$/,
]

/** First words of all the patterns above: most lines have none of them and are settled at once. */
const PREMIERS: ReadonlySet<string> = new Set(
  'EXTRAIT BULLETIN B CASIER PAGE FOLIO FEUILLET DEMANDE DEMANDEE DEMANDEUR DESTINATAIRE REQUERANT MOTIF OBJET REFERENCE REFERENCES REF N NUMERO EDITE EDITEE DELIVRE DELIVREE IMPRIME IMPRIMEE ETABLI ETABLIE EMIS EMISE DATE FAIT DOCUMENT PIECE CONFIDENTIEL USAGE NE FIN NOMBRE TOTAL SUITE A T TSVP REPUBLIQUE LIBERTE MINISTERE SERVICE DIRECTION RELEVE LISTE ETAT CONDAMNATION CONDAMNATIONS DECISION DECISIONS ANTECEDENTS ANNEE'.split(
    ' ',
  ),
)

/** `net`: folded, trimmed, single spaces. */
export function estMobilier(net: string): boolean {
  const nu = net.replace(/^[*=_~ -]+(?=[A-Z\d])|[*=_~ -]+$/g, '')
  const premier = motEn(nu, 0)
  if (premier === '') {
    // A bare year may be a date of facts; « --- 2019 --- » is a title.
    return net.length <= 16 && /\d/.test(nu) && !/^\d{4}$/.test(net) && MOBILIER.some((r) => r.test(nu))
  }
  return PREMIERS.has(premier) && MOBILIER.some((r) => r.test(nu))
}

/** A rule drawn with one or two signs. */
export function estFilet(net: string): boolean {
  if (/[A-Z0-9]/.test(net[0] ?? '')) return false
  const signes = net.replaceAll(' ', '')
  return /^[-=_*~.·─━═—+|]+$/.test(signes) && new Set(signes).size <= 3
}

const COLONNES: readonly RegExp[] = [
  /^(?:N ?°|N|NO|RANG|ORDRE|#)$/,
  /\bDATES?\b/,
  /\b(?:JURIDICTIONS?|TRIBUNAL|TRIBUNAUX|DECISIONS?|JUGEMENTS?)\b/,
  /\b(?:INFRACTIONS?|QUALIFICATIONS?|FAITS|DELITS?|MOTIFS?)\b/,
  /\b(?:PEINES?|SANCTIONS?|CONDAMNATIONS?|MESURES?)\b/,
  /\b(?:MENTIONS?|EXECUTIONS?|OBSERVATIONS?|SUITES?|CARACTERES?|NATURES?|MODES?|RECIDIVES?)\b/,
]

/** Two titles alone are believed only when every word of theirs is one of a title. */
const MOTS_DE_TITRE =
  /^(?:(?:DATES?|DE|DES|DU|LA|LES?|ET|OU|L'|N|NO|JURIDICTIONS?|DECISIONS?|INFRACTIONS?|QUALIFICATIONS?|FAITS|PEINES?|SANCTIONS?|CONDAMNATIONS?|MESURES|MENTIONS?|EXECUTION|OBSERVATIONS?|SUITES?)[ ,/'°]*)+$/

/** Names of columns only: « N° | Date et juridiction | Infractions | Peines ». */
export function estTitreDeColonnes(texte: string): boolean {
  if (texte.length > 200 || /\d/.test(texte) || !/\S(?:\s{2}|\t|\s*[|;•])/.test(texte)) return false
  const cases = cellules(texte).map((c) => aplanir(c))
  if (!cases.every((c) => c.split(' ').length <= 6 && COLONNES.some((r) => r.test(c)))) return false
  return cases.length >= 3 || (cases.length === 2 && cases.every((c) => MOTS_DE_TITRE.test(c)))
}

/** The closed formulas, alone on their line or cell, or behind the title of the record. */
export function formuleDe(net: string, suivante: () => string): Formule {
  if (net.includes('IDENTITE')) {
    const deux = `${net} ${suivante()}`
    if (/^\W*AUCUNE IDENTITE APPLICABLE\b/.test(deux)) return 'aucune-identite'
    if (/\bAUCUNE IDENTITE APPLICABLE\b/.test(net) && net.length < 120) return 'aucune-identite'
    if (/^\W*IDENTITE(?: ?:)? NON VERIFIABLE\b/.test(deux)) return 'identite-non-verifiable'
    if (/\bIDENTITE(?: ?:)? NON VERIFIABLE\b/.test(net)) return 'identite-non-verifiable'
  }
  if (
    /^\W*AUCUNE CONDAMNATION(?: INSCRITE)?(?: AU (?:BULLETIN(?: N ?° ?1)?|CASIER(?: JUDICIAIRE)?))?\W*$/.test(
      net,
    )
  )
    return 'neant'
  if (!net.includes('NEANT')) return null
  const seul = net.replace(
    /^(?:BULLETIN[^:]*|CONDAMNATIONS?|CASIER JUDICIAIRE|RELEVE[^:]*|RESULTAT) ?[:-]/,
    '',
  )
  return seul.replace(/[^A-Z]/g, '') === 'NEANT' && !/\d/.test(seul) ? 'neant' : null
}
