import { avancer, type Etat, type Lecture, mettreEnReste, texteDuReste } from './lecture.ts'
import * as L from './lexique.ts'
import { CLES_MENTIONS_DATEES, CLES_MENTIONS_LIBRES } from './lexique-mentions.ts'
import { fermer, lireCaractere, lireDecision, lireSignification } from './lire-decision.ts'
import { lireFaits, lireMarque } from './lire-faits.ts'
import {
  lireEtPeine,
  lireLibelle,
  lireMentionDatee,
  lireMentionLibre,
  lirePeine,
  lireTextes,
} from './lire-suites.ts'
import { type Cles, clesDe, clesDeTextes, ouvre } from './motif.ts'
import { CLES_PEINES } from './peines.ts'
import type { Flux } from './texte.ts'

/**
 * Reads convictions in the stream, left to right, once. At each word the fields that may begin there are
 * tried; words that begin none wait in `reste` and become an offence when a date of facts follows, or
 * lines that were not read.
 */

export function lireFlux(flux: Flux): Lecture {
  const lecture: Lecture = {
    condamnations: [],
    places: new Map(),
    comprises: new Set(),
    douteuses: new Set(),
  }
  const etat: Etat = {
    flux,
    i: 0,
    lecture,
    courante: null,
    debutCourante: 0,
    reste: [],
    apresChamp: false,
    periodeEnAttente: null,
    dernierRang: 0,
    apresFaits: false,
    dateAttendue: false,
  }
  const { plie } = flux
  while (etat.i < plie.length) {
    if (plie[etat.i] === ' ') {
      etat.i++
      continue
    }
    if (!ouvre(CLES, plie, etat.i) || !lireChamp(etat)) mettreEnReste(etat)
  }
  fermer(etat)
  return lecture
}

/** First signs of every field, and the punctuation between fields. */
const CLES: Cles = new Set([
  ...clesDeTextes([...',;.:)]/-', 'ET ', 'AINSI']),
  ...L.CLES_LIBELLES,
  ...L.CLES_CARACTERES,
  ...L.CLES_FAITS,
  ...CLES_MENTIONS_DATEES,
  ...CLES_MENTIONS_LIBRES,
  ...CLES_PEINES,
  ...clesDe([
    L.TITRE_DECISION,
    L.DEBUT_DECISION,
    L.JURIDICTION,
    L.JURIDICTION_PAR,
    L.LIBELLE_LIANT,
    L.CONDAMNE_A,
    L.SIGNIFICATION,
    L.NON_SIGNIFIE,
    L.RECIDIVE,
    L.RECIDIVE_NON,
    L.TEXTES,
  ]),
])

function lireChamp(etat: Etat): boolean {
  const coupure = etat.flux.coupures[etat.i] ?? 0
  const signe = etat.flux.plie[etat.i] ?? ''
  const enTete = etat.reste.length === 0
  if (/[,;.:)\]/-]/.test(signe) && (etat.flux.plie[etat.i + 1] === ' ' || enTete) && etat.apresChamp) {
    avancer(etat, etat.i + 1) // punctuation behind a field
    return true
  }
  if (enTete && etat.apresChamp && lireEtPeine(etat)) return true
  // A keyword opens a field at a cut, behind a complete field, never behind « de », « malgré »…
  const debut = (coupure > 0 || etat.apresChamp || enTete) && !L.lie(texteDuReste(etat).slice(-16))
  if (debut && lireDecision(etat, coupure)) return true
  if (etat.courante === null) return false
  const tete = etat.courante.infractions.length === 0 && etat.courante.peines.length === 0
  if (debut && lireLibelle(etat)) return true
  if ((debut || tete) && enTete && lireCaractere(etat)) return true
  if ((debut || signe === '(') && lireSignification(etat)) return true
  if (lireMentionDatee(etat, debut)) return true
  if (lirePeine(etat, debut)) return true
  if (debut && lireMentionLibre(etat)) return true
  if (lireFaits(etat, coupure)) return true
  if (enTete && lireMarque(etat)) return true
  return debut && enTete && lireTextes(etat)
}
