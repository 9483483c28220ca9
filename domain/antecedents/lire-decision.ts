import type { Condamnation, DateIso } from '../contrat.ts'
import { JOUR, jourDe } from './jetons.ts'
import { avancer, type Etat, essayer, type PlageDeLignes, sansContenu } from './lecture.ts'
import * as L from './lexique.ts'
import { marquerCompris, viderReste } from './lire-reste.ts'
import { ici, ouvre } from './motif.ts'
import { lirePeineChiffree, lirePeineOuverte } from './peines.ts'

/** Head of a decision: rank, day, court, character, signification, in whatever order they are printed. */

const PREFIXE_FORT = /DECISION|CONDAMNATION|JUGEMENT|ARRET|ORDONNANCE/

export function lireDecision(etat: Etat, coupure: number): boolean {
  const titre = coupure === 2 ? essayer(L.TITRE_DECISION, etat) : null
  if (titre !== null) {
    const rang = rangDe(titre[1] ?? '')
    if (!memeDecision(etat, rang)) ouvrir(etat, rang, null)
    avancer(etat, etat.i + titre[0].length)
    return true
  }
  if (lireDecisionParCaractere(etat)) return true
  return lireDebutDate(etat, coupure) || lireJuridiction(etat, coupure)
}

const ROMAINS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

/** Figures, or Roman ones. */
function rangDe(texte: string): number {
  if (/^\d+$/.test(texte)) return Number(texte)
  return [...texte].reduce((somme, lettre, i) => {
    const [valeur, suivante] = [ROMAINS[lettre] ?? 0, ROMAINS[texte[i + 1] ?? ''] ?? 0]
    return somme + (valeur < suivante ? -valeur : valeur)
  }, 0)
}

/** « Ordonnance d'homologation du 10/10/2023 »: the character first, then the day. */
function lireDecisionParCaractere(etat: Etat): boolean {
  const lu = caractereEn(etat, etat.i)
  if (lu === null) return false
  const date = essayer(APRES_COUR, etat, lu.fin)
  if (date === null) return false
  const fin = lu.fin + date[0].length
  const c = etat.courante
  const vide = c !== null && sansContenu(c) && c.date === null
  if (!vide && !juridictionApres(etat, fin)) return false
  const decision = vide ? c : ouvrir(etat, null, null)
  decision.date = jourDe(etat.flux.valeurs, date[1])
  decision.caractere = lu.valeur as Condamnation['caractere']
  avancer(etat, fin)
  return true
}

/** A title repeated at the top of a page goes on with the same decision. */
function memeDecision(etat: Etat, rang: number): boolean {
  return etat.courante !== null && etat.courante.rang === rang && rang === etat.dernierRang
}

function lireDebutDate(etat: Etat, coupure: number): boolean {
  const m = essayer(L.DEBUT_DECISION, etat)
  if (m === null) return false
  const c = etat.courante
  const rang = m[1] === undefined ? null : rangDe(m[1])
  const prefixe = m[2] ?? ''
  const fin = etat.i + m[0].length
  const cour = juridictionApres(etat, fin)
  const attendue = c !== null && rang === null && c.date === null && sansContenu(c) && etat.reste.length === 0
  const numerotee = rang !== null && coupure === 2
  const titree = PREFIXE_FORT.test(prefixe) || /^DATE/.test(prefixe)
  if (!numerotee && !titree && !cour && !attendue) return false
  if (!cour && !attendue && /^(?:LE|DU|EN DATE DU) $/.test(prefixe)) return false
  // « JUGEMENT DU 14/09/2022 » behind words that are not understood belongs to them.
  if (!cour && titree && rang === null && etat.reste.length > 0) return false
  const date = jourDe(etat.flux.valeurs, m[3])
  if (c !== null && (attendue || (rang !== null && memeDecision(etat, rang) && c.date === date))) {
    viderReste(etat)
    c.date = date
  } else {
    ouvrir(etat, rang, date)
  }
  avancer(etat, fin)
  return true
}

/** A court within the next fields, its character may come first. */
export function juridictionApres(etat: Etat, i: number): boolean {
  const { plie } = etat.flux
  let k = i
  for (let tour = 0; tour < 3; tour++) {
    while (/[ ,:.)/-]/.test(plie[k] ?? '')) k++
    if (essayer(L.JURIDICTION, etat, k)) return true
    const caractere = caractereEn(etat, k)
    if (caractere === null) return false
    k = caractere.fin
  }
  return false
}

function ouvrir(etat: Etat, rang: number | null, date: DateIso | null, debut = etat.i): Condamnation {
  fermer(etat, debut)
  etat.debutCourante = debut
  const suivant = (etat.lecture.condamnations.at(-1)?.rang ?? 0) + 1
  etat.dernierRang = rang ?? 0
  etat.courante = {
    rang: rang ?? suivant,
    date,
    juridiction: '',
    caractere: 'inconnu',
    signifieLe: null,
    infractions: [],
    peines: [],
    mentions: [],
  }
  return etat.courante
}

/** A decision counts when its court or its day is there with something else; otherwise its lines are unread. */
export function fermer(etat: Etat, fin = etat.i): void {
  viderReste(etat)
  const c = etat.courante
  etat.courante = null
  etat.periodeEnAttente = null
  if (c === null) return
  const tete = Number(c.date !== null) + Number(c.juridiction !== '') + Number(c.caractere !== 'inconnu')
  if (tete >= 2 || (tete >= 1 && c.infractions.length + c.peines.length > 0)) {
    etat.lecture.condamnations.push(c)
    etat.lecture.places.set(c, lignesEntre(etat, etat.debutCourante, fin))
  }
}

function lignesEntre({ flux }: Etat, debut: number, fin: number): PlageDeLignes {
  const plage = { debut: flux.lignes[debut] ?? 1, fin: flux.lignes[debut] ?? 1 }
  for (let k = debut; k < fin && k < flux.lignes.length; k++) {
    const ligne = flux.lignes[k] ?? plage.fin
    if (ligne < plage.debut) plage.debut = ligne
    if (ligne > plage.fin) plage.fin = ligne
  }
  return plage
}

const RANG_SEUL = /^(?:N ?° ?)?(\d{1,3}) ?[/.)°:-]*$/

const RANG_DEVANT = /^(?:N ?° ?)?(\d{1,3})(?: |[/.)°:-])/

const APRES_COUR = ici(
  ' |,|(|:|-|LE |DU |EN DATE|RENDUE|RENDU |JUGEMENT|ARRET|DATE|\uE000',
  `(?:[ ,(:-]|LE |DU |EN DATE DU |RENDUE? LE |JUGEMENT DU |ARRET DU |DATE(?: DE (?:LA )?DECISION| DU JUGEMENT)? ?:? ?){0,4}(${JOUR}) ?\\)?`,
)

function lireJuridiction(etat: Etat, coupure: number): boolean {
  const c = etat.courante
  const attendue = c !== null && c.juridiction === '' && sansContenu(c)
  const m = essayer(L.JURIDICTION, etat) ?? (attendue ? essayer(L.JURIDICTION_PAR, etat) : null)
  if (m === null) return false
  const nu = !/^(?:DU|DE LA) /.test(m[0])
  if (attendue) {
    viderReste(etat)
  } else {
    if (!nu) return false
    if (c !== null && coupure === 0 && !etat.apresChamp) return false
    const { rang, debut, depart } = rangDuReste(etat)
    const nomme = finJuridiction(etat, etat.i + m[0].length)
    const date = dateApresCour(etat, nomme)
    // A court alone, without rank nor day, opens nothing once decisions are being read.
    if (rang === null && date === null && !debut) return false
    ouvrir(etat, rang, null, depart)
  }
  const courante = etat.courante as unknown as Condamnation
  const depart = etat.i + (L.DEVANT_COUR.exec(m[0])?.[0].length ?? 0)
  const fin = finJuridiction(etat, etat.i + m[0].length)
  courante.juridiction = etat.flux.brut
    .slice(depart, fin)
    .replace(/[\s,.(:-]+$/, (s) => (/^\./.test(s) ? '.' : ''))
  avancer(etat, fin)
  if (courante.date === null) {
    const date = dateApresCour(etat, fin)
    if (date !== null && date.caractere === null) {
      courante.date = date.date
      avancer(etat, date.fin)
    }
  }
  return true
}

/** The day behind a court, at once or behind its character. */
function dateApresCour(
  etat: Etat,
  i: number,
): { date: DateIso | null; fin: number; caractere: number | null } | null {
  const direct = essayer(APRES_COUR, etat, i)
  if (direct)
    return { date: jourDe(etat.flux.valeurs, direct[1]), fin: i + direct[0].length, caractere: null }
  let k = i
  while (/[ ,:(-]/.test(etat.flux.plie[k] ?? '')) k++
  const caractere = caractereEn(etat, k)
  if (caractere === null) return null
  const apres = essayer(APRES_COUR, etat, caractere.fin)
  return apres
    ? {
        date: jourDe(etat.flux.valeurs, apres[1]),
        fin: caractere.fin + apres[0].length,
        caractere: caractere.fin,
      }
    : null
}

/** What stands before a court on its line: its rank, and perhaps a day that cannot be read. */
function rangDuReste(etat: Etat): { rang: number | null; debut: boolean; depart: number } {
  const dernier = etat.reste.at(-1)
  if (dernier === undefined) return { rang: null, debut: false, depart: etat.i }
  const ligne = etat.flux.lignes[etat.i]
  const surLigne = etat.reste.filter((r) => etat.flux.lignes[r.debut] === ligne)
  const premier = surLigne[0]
  const texte =
    premier === undefined
      ? etat.flux.plie.slice(dernier.debut, dernier.fin)
      : etat.flux.plie.slice(premier.debut, (surLigne.at(-1) ?? premier).fin)
  const rang = (RANG_SEUL.exec(texte) ?? RANG_DEVANT.exec(texte))?.[1]
  const illisible =
    premier !== undefined && etat.flux.coupures[premier.debut] === 2 && /[\d\uE000#?*_]/.test(texte)
  if (rang === undefined && !illisible) return { rang: null, debut: false, depart: etat.i }
  // The unreadable day leaves `date: null`; it is not a line that nobody shows.
  const enleves = premier === undefined ? [dernier] : surLigne
  if (rang !== undefined) marquerCompris(etat, enleves)
  etat.reste = etat.reste.filter((r) => !enleves.includes(r))
  const depart = (enleves[0] ?? dernier).debut
  return { rang: rang === undefined ? null : Number(rang), debut: true, depart }
}

/** Last character of the name of a court: cut by a character, a day, a comma, a cell, unless it goes on. */
function finJuridiction(etat: Etat, depart: number): number {
  const { plie, coupures } = etat.flux
  let i = depart
  let mots = 0
  const debut = etat.i
  for (; i < plie.length && mots < 16; i++) {
    const c = plie[i] as string
    if (c === '(' || (c === ',' && !/^, (?:\d+E|CH)/.test(plie.slice(i, i + 6)))) break
    if (c !== ' ') continue
    const k = i + 1
    if (k >= plie.length) break
    mots++
    if (essayer(L.DEBUT_DECISION, etat, k) || caractereEn(etat, k) !== null) break
    if (essayer(L.SIGNIFICATION, etat, k) || essayer(L.NON_SIGNIFIE, etat, k)) break
    if ((coupures[k] ?? 0) === 0) {
      if (
        /^(?:EN DATE|RENDU|JUGEMENT|ARRET|LE [\d\uE000]|DU [\d\uE000]|(?:L')?A CONDAMNE)/.test(
          plie.slice(k, k + 14),
        )
      )
        break
      continue
    }
    const lu = plie.slice(debut, i)
    const suite = plie.slice(k, k + 24)
    const place =
      L.JURIDICTION_NUE.test(lu.replace(/^(?:LE |LA )/, '')) &&
      /^[A-Z][A-Z' -]+$/.test(suite.split(/(?= \d)/)[0] ?? '')
    if (
      L.lie(lu) ||
      /^(?:DE |D'|DU |DES |EN |POUR |CORRECTIONNEL|JUDICIAIRE|\d+E(?:ME)? CH|CHAMBRE|CH\.)/.test(suite)
    )
      continue
    if (place && coupures[k] === 2 && lu === plie.slice(debut, depart).trimEnd() && !motDeChamp(etat, k))
      continue
    break
  }
  return i
}

function motDeChamp(etat: Etat, k: number): boolean {
  return lirePeineChiffree(etat.flux, k) !== null || lirePeineOuverte(etat.flux, k) !== null
}

function caractereEn(etat: Etat, i: number): { valeur: string; fin: number } | null {
  if (!ouvre(L.CLES_CARACTERES, etat.flux.plie, i)) return null
  for (const [motif, valeur] of L.CARACTERES) {
    const m = essayer(motif, etat, i)
    if (m !== null && /^(?:$|[ ,.;:)(])/.test(etat.flux.plie.slice(i + m[0].length, i + m[0].length + 1))) {
      return { valeur, fin: i + m[0].length }
    }
  }
  return null
}

export function lireCaractere(etat: Etat): boolean {
  const c = etat.courante
  const lu = caractereEn(etat, etat.flux.plie[etat.i] === '(' ? etat.i + 1 : etat.i)
  if (c === null || lu === null) return false
  // A simplified track (CRPC, composition…) says more than the contradictory nature of its decision.
  const simplifiee = ['composition-penale', 'ordonnance-penale', 'crpc']
  if (!simplifiee.includes(c.caractere) && (c.caractere === 'inconnu' || simplifiee.includes(lu.valeur))) {
    c.caractere = lu.valeur as Condamnation['caractere']
  } else if (c.caractere === 'contradictoire' && lu.valeur === 'contradictoire-a-signifier') {
    c.caractere = lu.valeur
  }
  avancer(etat, lu.fin)
  if (c.date === null) {
    const apres = essayer(APRES_COUR, etat)
    if (apres !== null && sansContenu(c)) {
      c.date = jourDe(etat.flux.valeurs, apres[1])
      avancer(etat, etat.i + apres[0].length)
    }
  }
  return true
}

export function lireSignification(etat: Etat): boolean {
  const c = etat.courante as Condamnation
  const m = essayer(L.SIGNIFICATION, etat)
  if (m !== null) {
    viderReste(etat)
    c.signifieLe = jourDe(etat.flux.valeurs, m[1]) ?? c.signifieLe
    avancer(etat, etat.i + m[0].length)
    return true
  }
  const non = essayer(L.NON_SIGNIFIE, etat)
  if (non === null) return false
  viderReste(etat)
  avancer(etat, etat.i + non[0].length)
  return true
}
