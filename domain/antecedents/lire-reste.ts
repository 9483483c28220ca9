import type { Condamnation } from '../contrat.ts'
import type { Periode } from './dates-francaises.ts'
import type { Etat, Infraction } from './lecture.ts'
import * as L from './lexique.ts'
import { aplanir, redresser } from './texte.ts'

/** Words that began no field: an offence when a date of facts follows or they begin like one, else unread. */

const PREMIERS_MOTS =
  /^(?:\(?[A-Z0-9]{1,2}[).°] ?|[-*] ?)?(?:TENT(?:ATIVE|\.)|COMPLICITE|RECIDIVE|VOLS?\b|RECEL|ESCROQ|ABUS|EXTORS|CHANTAGE|VIOLENCE|VIOL\b|MENACE|OUTRAGE|REBELL|DEGRAD|DESTR|DETERIOR|USAGE|DETENTION|TRANSPORT|ACQUISITION|OFFRE|CESSION|IMPORT|EXPORT|TRAFIC|PORT\b|CONDUITE|CIRCULATION|REFUS|DELIT|BLESSURES|HOMICIDE|MEURTRE|AGRESSION|ATTEINTE|EXHIBITION|HARCEL|EVASION|FAUX|FILOUTERIE|GRIVELERIE|BLANCHIMENT|ASSOCIATION|VIOLATION|NON[- ]|MISE EN DANGER|TRAVAIL (?:DISSIMULE|CLAND)|SEJOUR|ENTREE|AIDE A|ABANDON|PROXENET|CORRUPTION|INFRACTION|INTRUSION|INTRODUCTION|DENONCIATION|DEFAUT D|OPPOSITION A|ENTRAVE|PARTICIPATION|SOUSTRACTION|ENLEVEMENT|SEQUESTRATION|ARRESTATION|APPELS|INJURE|DIFFAMATION|PROVOCATION|APOLOGIE|CONTREFACON|CONTREBANDE|EMPLOI|EXERCICE|VENTE|ACHAT|CHASSE|PECHE|CRUAUTE|SEVICES|MAUVAIS|PRISE|FABRICATION|COMPLICE|ACTE|DIFFUSION|ENREGISTREMENT|CAPTATION|MISE\b|OBTENTION|DECLARATION|FRAUDE|BANQUEROUTE|SUBORNATION|TEMOIGNAGE|RODEO|EXCES|DEPASSEMENT|ORGANISATION|PROPAGATION|INCENDIE|COUPS|ADMINISTRATION|EMPOISONN|ASSASSINAT|TORTURE|TRAITE|RACOLAGE|MENDICITE|OCCUPATION|VAGABOND|IVRESSE|DISSIMULATION|FALSIFICATION|CULTURE|PRODUCTION|CONTREVENANT|MANQUEMENT|INEXECUTION|SUPPRESSION|DETOURNEMENT|BRIS|REMISE|COMMUNICATION|UTILISATION|TAPAGE|BRUITS|VENTES|MALTRAIT|PRIVATION DE SOINS|ACCES|MAINTIEN DANS|COLLECTE|FUITE)/

/** Not words: coding left by a broken font, boxes, replacement signs, letters eaten inside a word. */
function estRebut(plie: string): boolean {
  if (/\(CID:\d+\)|\uFFFD|[A-Z][?#~*][A-Z]/.test(plie)) return true
  const signes = plie.replace(/ |[\uE000\uE001\uE003\uE004][\uE100-\uF0FF]{2}\uE005*/g, '')
  const lettres = signes.replace(/[^A-ZŒÆ\uE000-\uF8FF]/g, '').length
  return (
    lettres < 3 ||
    lettres < signes.replace(/[\d,.;:()'’°/-]/g, '').length * 0.75 ||
    lettres * 2 < signes.length
  )
}

/** Turns the waiting words into offences; the last one takes the period. False when nothing was readable. */
export function poserInfraction(etat: Etat, periode: Periode): boolean {
  const c = etat.courante as Condamnation
  const groupes = grouper(etat)
  etat.reste = []
  const dernier = groupes.pop()
  for (const groupe of groupes) deposer(etat, groupe)
  if (dernier === undefined) return false
  marquerCompris(etat, dernier)
  c.infractions.push(infraction(textes(etat, dernier), periode))
  return true
}

type Groupe = { debut: number; fin: number }[]

/** A label longer than any printed one is not a label. */
const LIBELLE_MAX = 600

/** Runs that make one label together; unreadable runs are set aside as unread lines. */
function grouper(etat: Etat): Groupe[] {
  const { plie, lignes } = etat.flux
  const groupes: Groupe[] = []
  let taille = 0
  for (const run of etat.reste) {
    const texte = plie.slice(run.debut, Math.min(run.fin, run.debut + LIBELLE_MAX + 1))
    const courant = groupes.at(-1)
    const suffixe = courant !== undefined && texte.length < 6 && SUFFIXE.test(texte)
    if (texte.length > LIBELLE_MAX || (estRebut(texte) && !suffixe)) {
      etat.lecture.douteuses.add(lignes[run.debut] ?? 0)
      taille = LIBELLE_MAX // what follows an unreadable run begins another label
      continue
    }
    const dernier = courant?.at(-1)
    const complet =
      dernier !== undefined && !L.lie(plie.slice(Math.max(dernier.debut, dernier.fin - 16), dernier.fin))
    const premier = courant?.[0]
    const deux =
      premier !== undefined &&
      complet &&
      PREMIERS_MOTS.test(texte) &&
      PREMIERS_MOTS.test(plie.slice(premier.debut, premier.fin))
    if (courant === undefined || deux || taille + texte.length > LIBELLE_MAX) {
      groupes.push([run])
      taille = texte.length
    } else {
      courant.push(run)
      taille += texte.length
    }
  }
  return groupes
}

/** End of a label cut by a column: « 8 JOURS », « D ». */
const SUFFIXE = /^[\d,.;:() ]*[A-Z]{0,2}[\d,.;:() ]*$/

function textes(etat: Etat, groupe: Groupe): string {
  return groupe.map((r) => etat.flux.brut.slice(r.debut, r.fin)).join(' ')
}

export function marquerCompris(etat: Etat, groupe: Groupe): void {
  for (const run of groupe) etat.lecture.comprises.add(etat.flux.lignes[run.debut] ?? 0)
}

/** What is said inside a label besides it: each with a word that tells when to look for it. */
const DEDANS: readonly (readonly [indice: string, motif: RegExp])[] = [
  ['REC', L.RECIDIVE_DANS],
  ['NATINF', L.NATINF_DANS],
  ['ART', L.TEXTES_DANS],
  ['COMMIS', L.LIEU_DANS],
]

function infraction(brut: string, periode: Periode): Infraction {
  let texte = brut
  let plie = aplanir(texte)
  let recidive = false
  for (const [indice, motif] of DEDANS) {
    const chercher = plie.includes(indice) || (motif === L.NATINF_DANS && /^\d/.test(plie))
    const m = chercher ? motif.exec(plie) : null
    if (m === null) continue
    recidive ||= motif === L.RECIDIVE_DANS
    texte = `${texte.slice(0, m.index)} ${texte.slice(m.index + m[0].length)}`
    plie = aplanir(texte)
  }
  texte = texte
    .replace(/\s+/g, ' ')
    .replace(/^\s*(?:\(?[a-z\d]{1,2}[).°]\s|[-*:.]\s*)/i, '')
    .replace(/^(?:pour|chef d[e'’]|infraction ?:|faits de)\s+/i, '')
    .replace(/ ([,.)])/g, '$1')
    .replace(/[\s,;:([/-]+$/, '')
    .trim()
  const tentative = plie.includes('TENT') && L.TENTATIVE_DANS.test(plie)
  return { libelle: texte, ...periode, recidive, tentative }
}

/** Words that no date of facts follows: an offence when they begin like one, otherwise unread. */
function deposer(etat: Etat, groupe: Groupe): void {
  const c = etat.courante
  const texte = textes(etat, groupe)
  const plie = redresser(aplanir(texte))
  const premier = groupe[0] as Groupe[number]
  if (c !== null && etat.apresFaits && /^A [A-Z]/.test(plie) && etat.flux.coupures[premier.debut] === 0) {
    marquerCompris(etat, groupe) // place of the facts, behind their date
    return
  }
  if (c !== null && c.peines.length === 0 && PREMIERS_MOTS.test(plie) && !/[#?~_]/.test(plie)) {
    marquerCompris(etat, groupe)
    const attente = etat.periodeEnAttente ?? { debut: null, fin: null }
    etat.periodeEnAttente = null
    c.infractions.push(infraction(texte.replace(/\s(?:le|du|courant)\s*$/i, ''), attente))
    return
  }
  for (const run of groupe) etat.lecture.douteuses.add(etat.flux.lignes[run.debut] ?? 0)
}

export function viderReste(etat: Etat): void {
  if (etat.reste.length === 0) return
  const groupes = grouper(etat)
  etat.reste = []
  for (const groupe of groupes) deposer(etat, groupe)
}
