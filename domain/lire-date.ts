import type { DateIso } from './contrat.ts'
import { estDateIso } from './dates.ts'

/**
 * Reads a date as people type it: `2111`, `21/11`, `211126`, `21112026`, `21/11/26`, `21.11.2026`, `2026-11-21`.
 * Without a year: the current one. Two digits pivot on the current year: 26 is 2026, 88 is 1988.
 * Null when the text is no date, or no day of the calendar.
 */
export function lireDate(texte: string, aujourdhui: DateIso): DateIso | null {
  const t = texte.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t)
  if (iso) return dater(iso[1] ?? '', iso[2], iso[3])
  const lu =
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(t) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(t)
  return lu ? dater(annee(lu[3], aujourdhui), lu[2], lu[1]) : null
}

function annee(texte: string | undefined, aujourdhui: DateIso): string {
  const courante = Number(aujourdhui.slice(0, 4))
  if (texte === undefined) return String(courante)
  if (texte.length === 4) return texte
  const siecle = courante - (courante % 100)
  return String(Number(texte) <= courante % 100 ? siecle + Number(texte) : siecle - 100 + Number(texte))
}

function dater(annee: string, mois = '', jour = ''): DateIso | null {
  const date = `${annee.padStart(4, '0')}-${mois.padStart(2, '0')}-${jour.padStart(2, '0')}`
  return estDateIso(date) ? date : null
}
