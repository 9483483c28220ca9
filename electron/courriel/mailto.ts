/**
 * The `mailto:` of a message, built here and nowhere else: the page says which message, never an address (RFC 6068).
 */

/** The longest URL that Electron hands to Windows (documentation of shell.openExternal); the same bound everywhere. */
export const LONGUEUR_MAX = 2081

/** One plain address. Anything else (several, a name around it, a line break, a parameter) is no address. */
const ADRESSE = /^[\w.!#$'*+/=^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/i
const ADRESSE_MAX = 254

export interface Courriel {
  /** As the directory holds it; empty when nobody is known. */
  a: string
  /** The n° parquet alone. */
  objet: string
  /** CP1252-safe text, lines ended by CR LF. */
  texte: string
}

/** The address as it may be used; empty when it is none: the mail program then asks for it. */
export function adresseAdmise(courriel: string): string {
  const adresse = courriel.trim()
  return adresse.length <= ADRESSE_MAX && ADRESSE.test(adresse) ? adresse : ''
}

/** Percent-encoded whole: what is written in a field can neither end it nor begin another. */
export function ecrireMailto({ a, objet, texte }: Courriel): string {
  const [local, domaine] = adresseAdmise(a).split('@')
  const vers = domaine === undefined ? '' : `${coder(local ?? '')}@${domaine}`
  // A subject is one line.
  const sujet = objet.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return `mailto:${vers}?subject=${coder(sujet)}&body=${coder(texte)}`
}

/** Unreserved characters alone stay as they are; half of a character pair has no encoding. */
function coder(texte: string): string {
  return encodeURIComponent(texte.toWellFormed()).replace(
    /[!'()*]/g,
    (signe) => `%${signe.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
