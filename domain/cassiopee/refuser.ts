/** What is no displayed table of Cassiopée: one sentence that says what to do instead, before anything is read. */

export const COLLAGE_MAX = { caracteres: 1_000_000, lignes: 5000, personnes: 200, infractions: 500 } as const

const COPIER =
  'dans Cassiopée, sélectionnez le tableau «\u00a0Personnes\u00a0» affiché, copiez-le, puis collez-le ici'

export const REFUS = {
  vide: `Rien à lire\u00a0: ${COPIER}.`,
  tropLong: `Ce texte est trop long (5\u00a0000 lignes au plus)\u00a0: collez une procédure à la fois.`,
  tropDePersonnes: `Plus de 200 personnes\u00a0: collez une procédure à la fois.`,
  tropDInfractions: 'Plus de 500 infractions\u00a0: collez une procédure à la fois.',
  illisible: `Ce texte contient des caractères qui ne s’affichent pas\u00a0: ${COPIER}.`,
  html: `Ce texte est le code d’une page, pas la page\u00a0: ${COPIER}.`,
  miseEnForme: `Ce texte vient d’un traitement de texte, avec sa mise en forme\u00a0: ${COPIER}.`,
  csv: `Ce texte vient d’un fichier de tableur\u00a0: ${COPIER}.`,
  message: `Ce texte est un message entier\u00a0: ${COPIER}.`,
  inconnu: `Aucune personne ni infraction reconnue\u00a0: ${COPIER}.`,
} as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLES = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd\ufff9-\ufffb]/
/** Overrides and isolates change what the eye reads; plain marks are only blanks. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/
const BALISE =
  /<\/?(?:table|tbody|thead|tr|td|th|div|html|head|body|span|p|br|script|style|a|ul|li|meta)(?:\s[^<>]{0,500})?\/?>|<!doctype/i
const EN_TETES_MESSAGE =
  /^\s*(?:De|From|Expéditeur|À|A|To|Destinataires?|Cc|Objet|Subject|Envoyé|Sent|Date|Reply-To|Message-ID|Return-Path|MIME-Version)\s?:/i

/** Null when the text may be a displayed table. `lignes` as cut for people. */
export function refuser(texte: string, lignes: readonly string[]): string | null {
  if (texte.length > COLLAGE_MAX.caracteres || lignes.length > COLLAGE_MAX.lignes) return REFUS.tropLong
  if (!/\S/.test(texte)) return REFUS.vide
  if (CONTROLES.test(texte) || DIRECTIONS.test(texte) || !texte.isWellFormed()) return REFUS.illisible
  if (/^\s*\{\\rtf/.test(texte)) return REFUS.miseEnForme
  if (BALISE.test(texte)) return REFUS.html
  const pleines = lignes.filter((l) => /\S/.test(l))
  if (estMessage(pleines)) return REFUS.message
  return estTableur(texte, pleines) ? REFUS.csv : null
}

function estMessage(pleines: readonly string[]): boolean {
  const titres = new Set(pleines.flatMap((l) => EN_TETES_MESSAGE.exec(l)?.[0].trim().toLowerCase() ?? []))
  return (
    titres.size >= 3 || (titres.size >= 2 && [...titres].some((t) => /^(?:objet|subject|message-id)/.test(t)))
  )
}

function estTableur(texte: string, pleines: readonly string[]): boolean {
  if (texte.includes('\t')) return false
  const separees = pleines.filter(
    (l) => l.split(';').length > 3 || /"[;,]|[;,]"/.test(l) || l.split(',').length > 5,
  )
  return separees.length * 2 > pleines.length
}
