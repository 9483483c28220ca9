import type { Condamnation } from '../contrat.ts'
import type { Periode } from './dates-francaises.ts'
import { jourDe, periodeDe } from './jetons.ts'
import { avancer, type Etat, essayer } from './lecture.ts'
import * as L from './lexique.ts'
import { juridictionApres } from './lire-decision.ts'
import { poserInfraction } from './lire-reste.ts'
import { ouvre } from './motif.ts'

/** Day or period of the facts, and the mark of recidivism. */

export function lireFaits(etat: Etat, coupure: number): boolean {
  const c = etat.courante as Condamnation
  const enTete = etat.reste.length === 0
  const attendue = etat.dateAttendue
  const lu =
    (attendue ? intervalleNu(etat) : null) ??
    periodeIci(etat, attendue ? 1 : coupure) ??
    (attendue ? periodeNue(etat) : null)
  if (lu === null) return false
  if (!enTete) {
    const pose = poserInfraction(etat, lu.periode)
    avancer(etat, lu.fin)
    etat.apresFaits = pose
    return true
  }
  const derniere = c.infractions.at(-1)
  if (derniere !== undefined && derniere.debut === null && derniere.fin === null && c.peines.length === 0) {
    Object.assign(derniere, lu.periode)
  } else if (
    attendue ||
    /FAIT|COMMIS/.test(lu.texte) ||
    /^\(?(?:LE|DU|ENTRE|COURANT|EN|DEPUIS|LES)\b/.test(lu.texte)
  ) {
    etat.periodeEnAttente = lu.periode
  } else {
    return false
  }
  avancer(etat, lu.fin)
  return true
}

interface PeriodeLue {
  periode: Periode
  fin: number
  texte: string
}

function periodeIci(etat: Etat, coupure: number): PeriodeLue | null {
  const { i } = etat
  const signe = etat.flux.plie[i] ?? ''
  if (!ouvre(L.CLES_FAITS, etat.flux.plie, i)) return null
  const rendre = (m: RegExpExecArray, periode: Periode) => ({ periode, fin: i + m[0].length, texte: m[0] })
  const illisibles = etat.reste.length > 0 ? essayer(L.FAITS_ILLISIBLES, etat) : null
  if (illisibles) {
    etat.lecture.douteuses.add(etat.flux.lignes[i] ?? 0)
    return rendre(illisibles, { debut: null, fin: null })
  }
  const inconnus = essayer(L.FAITS_INCONNUS, etat)
  if (inconnus) return rendre(inconnus, { debut: null, fin: null })
  const periode =
    essayer(L.FAITS_PERIODE, etat) ??
    (signe === '(' || coupure > 0 ? essayer(L.FAITS_INTERVALLE, etat) : null)
  if (periode) return rendre(periode, entre(etat, periode[1], periode[2]))
  const jours = essayer(L.FAITS_QUANTIEMES, etat) ?? essayer(L.FAITS_JOURS, etat)
  if (jours) {
    const fin = periodeDe(etat.flux.valeurs, jours[2])
    const debut = fin.debut === null ? null : `${fin.debut.slice(0, 8)}${(jours[1] ?? '').padStart(2, '0')}`
    return rendre(jours, {
      debut: debut !== null && fin.fin !== null && debut <= fin.fin ? debut : fin.debut,
      fin: fin.fin,
    })
  }
  const date =
    essayer(L.FAITS_DATE, etat) ??
    (signe === '(' || coupure > 0 || finitLaLigne(etat) ? essayer(L.FAITS_DATE_NUE, etat) : null)
  if (date) return rendre(date, entre(etat, date[1], date[2] ?? date[1]))
  const incomplet = essayer(L.FAITS_INCOMPLET, etat)
  if (incomplet) return rendre(incomplet, periodeDe(etat.flux.valeurs, incomplet[1]))
  const depuis = essayer(L.FAITS_DEPUIS, etat)
  if (depuis) {
    const lu = jourDe(etat.flux.valeurs, depuis[1])
    return rendre(depuis, /JUSQU/.test(depuis[0]) ? { debut: null, fin: lu } : { debut: lu, fin: null })
  }
  return null
}

/** « Vol 10-03-2024 »: a bare day that ends the line of an offence. */
function finitLaLigne(etat: Etat): boolean {
  const m = essayer(L.FAITS_DATE_NUE, etat)
  if (m === null) return false
  let k = etat.i + m[0].length
  while (etat.flux.plie[k] === ' ') k++
  return k >= etat.flux.plie.length || (etat.flux.coupures[k] ?? 0) > 0
}

/** Behind « date des faits : », a month or a year. */
function periodeNue(etat: Etat): PeriodeLue | null {
  const m = essayer(L.FAITS_NU, etat)
  return m === null ? null : { periode: entre(etat, m[1], m[1]), fin: etat.i + m[0].length, texte: m[0] }
}

/** « Période : janvier 2017 - mars 2018 », on one line, and not the day of the next decision. */
function intervalleNu(etat: Etat): PeriodeLue | null {
  const m = essayer(L.FAITS_NU_INTERVALLE, etat)
  if (m === null) return null
  const fin = etat.i + m[0].length
  for (let k = etat.i + 1; k < fin; k++) if (etat.flux.coupures[k] === 2) return null
  return juridictionApres(etat, fin) ? null : { periode: entre(etat, m[1], m[2]), fin, texte: m[0] }
}

function entre(etat: Etat, a: string | undefined, b: string | undefined): Periode {
  const [x, y] = [periodeDe(etat.flux.valeurs, a), periodeDe(etat.flux.valeurs, b)]
  return { debut: x.debut, fin: y.fin }
}

export function lireMarque(etat: Etat): boolean {
  const c = etat.courante as Condamnation
  const derniere = c.infractions.at(-1)
  if (derniere === undefined) return false
  const non = essayer(L.RECIDIVE_NON, etat)
  const oui = non ?? essayer(L.RECIDIVE, etat)
  if (oui === null) return false
  if (non === null) derniere.recidive = true
  avancer(etat, etat.i + oui[0].length)
  return true
}
