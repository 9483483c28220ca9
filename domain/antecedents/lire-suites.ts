import type { Condamnation, DateIso } from '../contrat.ts'
import { JOUR, jourDe } from './jetons.ts'
import { avancer, type Etat, essayer, type Mention, texteDuReste } from './lecture.ts'
import * as L from './lexique.ts'
import {
  CLES_MENTIONS_DATEES,
  CLES_MENTIONS_LIBRES,
  MENTIONS_DATEES,
  MENTIONS_LIBRES,
} from './lexique-mentions.ts'
import { juridictionApres } from './lire-decision.ts'
import { viderReste } from './lire-reste.ts'
import { ouvre } from './motif.ts'
import { dureeDedans, lirePeineChiffree, lirePeineOuverte } from './peines.ts'

/** What a decision carries besides its offences: sentences, mentions, titles of fields, texts of law. */

/** « 2 mois d'emprisonnement et 300 euros d'amende »: the link between two sentences. */
export function lireEtPeine(etat: Etat): boolean {
  const { flux, i } = etat
  const lien = /^(?:ET|AINSI QUE)(?: A)? (?=[A-Z\d\uE000-\uE005])/.exec(flux.plie.slice(i, i + 14))
  if (lien === null || etat.courante === null) return false
  const k = i + lien[0].length
  if (lirePeineChiffree(flux, k) === null && lirePeineOuverte(flux, k) === null) return false
  avancer(etat, k)
  return true
}

export function lireLibelle(etat: Etat): boolean {
  const libelle = libelleEn(etat)
  if (libelle === null || mentionDateeEn(etat, etat.i) || essayer(L.FAITS_DATE, etat)) return false
  viderReste(etat)
  avancer(
    etat,
    libelle.fin + (L.LIBELLE_VIDE.exec(etat.flux.plie.slice(libelle.fin, libelle.fin + 20))?.[0].length ?? 0),
  )
  etat.dateAttendue = libelle.desFaits
  return true
}

/** The name of a field, with its colon or alone in its cell. */
function libelleEn(etat: Etat): { fin: number; desFaits: boolean } | null {
  const { plie, coupures } = etat.flux
  const { i } = etat
  const nomme = ouvre(L.CLES_LIBELLES, plie, i)
  const deuxPoints = !nomme ? -1 : plie.slice(i, i + L.LIBELLE_MAX).indexOf(':')
  const cellule = nomme && (coupures[i] ?? 0) > 0 ? finDeCellule(etat, i) : -1
  for (const fin of [deuxPoints < 0 ? -1 : i + deuxPoints, cellule]) {
    const m = fin < 0 ? null : L.LIBELLE_CHAMP.exec(plie.slice(i, fin).trimEnd())
    if (m !== null) return { fin: fin === cellule ? fin : fin + 1, desFaits: m[1] !== undefined }
  }
  const liant = essayer(L.LIBELLE_LIANT, etat) ?? essayer(L.CONDAMNE_A, etat)
  return liant === null ? null : { fin: i + liant[0].length, desFaits: false }
}

/** End of the cell that begins there, -1 when it is longer than any label. */
function finDeCellule(etat: Etat, i: number): number {
  const { plie, coupures } = etat.flux
  for (let k = i + 1; k < i + L.LIBELLE_MAX && k < plie.length; k++) {
    if ((coupures[k] ?? 0) > 0) return k - 1
  }
  return -1
}

function mentionDateeEn(etat: Etat, k: number): boolean {
  return (
    ouvre(CLES_MENTIONS_DATEES, etat.flux.plie, k) &&
    MENTIONS_DATEES.some(([motif]) => essayer(motif, etat, k) !== null)
  )
}

export function lireTextes(etat: Etat): boolean {
  if (essayer(L.TEXTES, etat) === null) return false
  avancer(etat, finUnite(etat, etat.i))
  return true
}

export function lirePeine(etat: Etat, debut: boolean): boolean {
  const c = etat.courante as Condamnation
  const lue = lirePeineChiffree(etat.flux, etat.i) ?? (debut ? lirePeineOuverte(etat.flux, etat.i) : null)
  if (lue === null) return false
  if (!debut && L.lie(texteDuReste(etat).slice(-16))) return false
  // An offence may begin with the same words (« INTERDICTION… le 10/03/2020 », « amende » in a label).
  const fin = lue.ouverte ? finUnite(etat, lue.fin) : lue.fin
  const texte = etat.flux.plie.slice(etat.i, fin)
  viderReste(etat)
  if (lue.ouverte && lue.peine.duree === null) lue.peine.duree = dureeDedans(etat.flux, texte)
  c.peines.push(lue.peine)
  avancer(etat, fin)
  return true
}

export function lireMentionDatee(etat: Etat, debut: boolean): boolean {
  if (!ouvre(CLES_MENTIONS_DATEES, etat.flux.plie, etat.i)) return false
  if (!debut && L.lie(texteDuReste(etat).slice(-16))) return false
  for (const [motif, type] of MENTIONS_DATEES) {
    const m = essayer(motif, etat)
    if (m === null) continue
    let fin = etat.i + m[0].length
    if (/^ PAR (?:LE |LA |L')?[A-Z]/.test(etat.flux.plie.slice(fin, fin + 10))) fin = finUnite(etat, fin + 1)
    ajouterMention(etat, type, fin, jourDe(etat.flux.valeurs, m[1]))
    return true
  }
  return false
}

export function lireMentionLibre(etat: Etat): boolean {
  const { i } = etat
  if (etat.flux.plie[i] === '(') etat.i++
  if (lireMentionLibreIci(etat)) return true
  etat.i = i
  return false
}

function lireMentionLibreIci(etat: Etat): boolean {
  if (!ouvre(CLES_MENTIONS_LIBRES, etat.flux.plie, etat.i)) return false
  for (const [motif, type] of MENTIONS_LIBRES) {
    const m = essayer(motif, etat)
    if (m === null) continue
    const fin = finUnite(etat, etat.i + m[0].length)
    const texte = etat.flux.plie.slice(etat.i, fin)
    // « REFUS… », « OBLIGATION… le 10/03/2020 »: an offence waits for its date, a mention does not.
    ajouterMention(etat, type, fin, type === 'autre' ? null : premiereDate(etat, texte))
    return true
  }
  return false
}

const DATE_DEDANS = new RegExp(JOUR)

function premiereDate(etat: Etat, texte: string): DateIso | null {
  return jourDe(etat.flux.valeurs, DATE_DEDANS.exec(texte)?.[0])
}

function ajouterMention(etat: Etat, type: Mention['type'], fin: number, date: DateIso | null): void {
  viderReste(etat)
  const brut = etat.flux.brut.slice(etat.i, fin).replace(/[\s,;.]+$/, '')
  const texte = brut.includes('(') ? brut : brut.replace(/\)$/, '')
  etat.courante?.mentions.push({ type, date, texte })
  avancer(etat, fin)
}

/** End of words that run to the end of their line or cell, and further when the next line goes on. */
function finUnite(etat: Etat, depart: number): number {
  const { plie, coupures } = etat.flux
  const borne = Math.min(plie.length, depart + 400)
  let i = depart
  while (i < borne) {
    const espace = plie.indexOf(' ', i)
    if (espace < 0) return plie.length
    const k = espace + 1
    if (k >= plie.length) return espace
    const mot = plie.slice(i, espace)
    const lie = L.lie(plie.slice(Math.max(depart - 12, espace - 16), espace))
    if ((coupures[k] ?? 0) > 0) {
      const date = lie && essayer(L.FAITS_DATE_NUE, etat, k)
      if (!lie && !(coupures[k] === 2 && L.SUITE.test(plie.slice(k, k + 14)) && !champFort(etat, k)))
        return espace
      if (date) {
        i = k + date[0].length
        continue
      }
    } else if (/[,.]$/.test(mot) ? champIci(etat, k) : !lie && champFort(etat, k)) {
      return espace
    }
    i = k
  }
  return i
}

/** Fields that nothing else can be. */
function champFort(etat: Etat, k: number): boolean {
  if (mentionDateeEn(etat, k)) return true
  if (essayer(L.FAITS_DATE, etat, k) && /^[\d(\uE000]/.test(etat.flux.plie.slice(k, k + 1))) return true
  const decision = essayer(L.DEBUT_DECISION, etat, k)
  if (
    decision !== null &&
    !/^(?:LE|DU|EN DATE DU) $/.test(decision[2] ?? '') &&
    juridictionApres(etat, k + decision[0].length)
  )
    return true
  const peine = lirePeineChiffree(etat.flux, k)
  return peine !== null && !etat.flux.plie.slice(k, peine.fin).startsWith('D')
}

function champIci(etat: Etat, k: number): boolean {
  return (
    champFort(etat, k) ||
    lirePeineOuverte(etat.flux, k) !== null ||
    MENTIONS_LIBRES.some(([motif]) => essayer(motif, etat, k))
  )
}
