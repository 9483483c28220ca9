import type { Condamnation, DateIso } from '../contrat.ts'
import { DATE, lireDate } from './dates-francaises.ts'
import { avancer, type Etat, essayer, type Mention, texteDuReste } from './lecture.ts'
import * as L from './lexique.ts'
import { juridictionApres } from './lire-decision.ts'
import { viderReste } from './lire-reste.ts'
import { dureeDedans, lirePeineChiffree, lirePeineOuverte } from './peines.ts'

/** What a decision carries besides its offences: sentences, mentions, titles of fields, texts of law. */

/** « 2 mois d'emprisonnement et 300 euros d'amende »: the link between two sentences. */
export function lireEtPeine(etat: Etat): boolean {
  const { flux, i } = etat
  const lien = /^(?:ET|AINSI QUE)(?: A)? (?=[A-Z\d])/.exec(flux.plie.slice(i, i + 14))
  if (lien === null || etat.courante === null) return false
  const k = i + lien[0].length
  if (lirePeineChiffree(flux, k) === null && lirePeineOuverte(flux, k) === null) return false
  avancer(etat, k)
  return true
}

export function lireLibelle(etat: Etat): boolean {
  const m = essayer(L.LIBELLE_CHAMP, etat)
  if (m === null || lireMentionEn(etat) || essayer(L.FAITS_DATE, etat)) return false
  viderReste(etat)
  avancer(etat, etat.i + m[0].length)
  etat.dateAttendue = /^DATES? /.test(m[0])
  return true
}

function lireMentionEn(etat: Etat): boolean {
  return L.MENTIONS_DATEES.some(([motif]) => essayer(motif, etat) !== null)
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
  if (!debut && L.LIANT.test(texteDuReste(etat).slice(-16))) return false
  // An offence may begin with the same words (« INTERDICTION… le 10/03/2020 », « amende » in a label).
  const fin = lue.ouverte ? finUnite(etat, lue.fin) : lue.fin
  const texte = etat.flux.plie.slice(etat.i, fin)
  viderReste(etat)
  if (lue.ouverte && lue.peine.duree === null) lue.peine.duree = dureeDedans(texte)
  c.peines.push(lue.peine)
  avancer(etat, fin)
  return true
}

export function lireMentionDatee(etat: Etat, debut: boolean): boolean {
  if (!debut && L.LIANT.test(texteDuReste(etat).slice(-16))) return false
  for (const [motif, type] of L.MENTIONS_DATEES) {
    const m = essayer(motif, etat)
    if (m === null) continue
    let fin = etat.i + m[0].length
    if (/^ PAR (?:LE |LA |L')?[A-Z]/.test(etat.flux.plie.slice(fin, fin + 10))) fin = finUnite(etat, fin + 1)
    ajouterMention(etat, type, fin, lireDate(m[1] ?? ''))
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
  for (const [motif, type] of L.MENTIONS_LIBRES) {
    const m = essayer(motif, etat)
    if (m === null) continue
    const fin = finUnite(etat, etat.i + m[0].length)
    const texte = etat.flux.plie.slice(etat.i, fin)
    // « REFUS… », « OBLIGATION… le 10/03/2020 »: an offence waits for its date, a mention does not.
    ajouterMention(etat, type, fin, type === 'autre' ? null : premiereDate(texte))
    return true
  }
  return false
}

const DATE_DEDANS = new RegExp(`\\b(?:LE|DU) (${DATE})|(${DATE})`)

function premiereDate(texte: string): DateIso | null {
  const m = DATE_DEDANS.exec(texte)
  return m === null ? null : lireDate(m[1] ?? m[2] ?? '')
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
    const lie = L.LIANT.test(plie.slice(Math.max(depart - 12, espace - 16), espace))
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
  if (L.MENTIONS_DATEES.some(([motif]) => essayer(motif, etat, k))) return true
  if (essayer(L.FAITS_DATE, etat, k) && /^[\d(]/.test(etat.flux.plie.slice(k, k + 1))) return true
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
    L.MENTIONS_LIBRES.some(([motif]) => essayer(motif, etat, k))
  )
}
