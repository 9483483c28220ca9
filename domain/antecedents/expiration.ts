import type { CasierLu, Condamnation, DateIso, Peine } from '../contrat.ts'
import { ajouterAnnees, ajouterJours, ajouterMois, joursEntre } from '../dates.ts'
import { DELAIS, JURIDICTION_APPEL, JURIDICTION_CASSATION } from './delais.ts'
import { estCrime } from './infractions.ts'
import { dureeDansMention } from './peines.ts'
import { aplanir } from './texte.ts'

/**
 * When a decision became final, and between which days its sentence expired. A bulletin often leaves
 * both open: bounds are computed, and only what holds for every day between them is affirmed.
 */

export interface Definitive {
  etat: 'oui' | 'incertain' | 'non'
  raison:
    | 'signification-inconnue'
    | 'caractere-inconnu'
    | 'recours'
    | 'delai-procureur-general'
    | 'date-illisible'
    | null
}

/** Earliest and latest day; `max: null` when nothing bounds it. */
export interface Expiration {
  min: DateIso
  max: DateIso | null
}

const LOINTAIN = '0001-01-01'

function dernieres(c: Condamnation, types: readonly string[]): DateIso | null {
  const dates = c.mentions.flatMap((m) => (types.includes(m.type) && m.date !== null ? [m.date] : []))
  return dates.toSorted().at(-1) ?? null
}

/** What can only follow a final decision. */
function preuve(c: Condamnation): DateIso | null {
  const dates = c.mentions.flatMap((m) =>
    ['execution', 'paiement', 'revocation-totale', 'revocation-partielle'].includes(m.type) && m.date !== null
      ? [m.date]
      : [],
  )
  return dates.toSorted().at(0) ?? null
}

function delaiDeRecours(c: Condamnation): number {
  const cour = aplanir(c.juridiction)
  if (c.caractere === 'ordonnance-penale') return DELAIS.oppositionOrdonnancePenale.valeur
  if (c.caractere === 'defaut') return DELAIS.opposition.valeur
  if (JURIDICTION_CASSATION.test(cour)) return 0
  if (JURIDICTION_APPEL.test(cour)) return DELAIS.pourvoi.valeur
  return DELAIS.appel.valeur
}

const SIGNIFIEE = ['contradictoire-a-signifier', 'defaut', 'ordonnance-penale']

/** Last day on which an ordinary appeal was open; null when its starting day is not printed. */
function finDesRecours(c: Condamnation): DateIso | null {
  const depart = SIGNIFIEE.includes(c.caractere) ? c.signifieLe : (c.signifieLe ?? c.date)
  return depart === null ? null : ajouterJours(depart, delaiDeRecours(c))
}

const RECOURS =
  /APPEL (?:INTERJETE|FORME|EN COURS|DU |PRINCIPAL|INCIDENT)|FRAPPEE? D'APPEL|^OPPOSITION|^POURVOI/
const RECOURS_CLOS = /DESISTE|REJET|IRRECEVAB|DEBOUT|NON ADMIS|CADUC/

export function definitiveAu(c: Condamnation, jour: DateIso): Definitive {
  if (c.date !== null && c.date > jour) return { etat: 'non', raison: null }
  const vue = preuve(c)
  if (vue !== null && vue <= jour) return { etat: 'oui', raison: null }
  if (c.mentions.some((m) => RECOURS.test(aplanir(m.texte)) && !RECOURS_CLOS.test(aplanir(m.texte)))) {
    return { etat: 'incertain', raison: 'recours' }
  }
  const fin = finDesRecours(c)
  if (fin === null) {
    return { etat: 'incertain', raison: c.date === null ? 'date-illisible' : 'signification-inconnue' }
  }
  if (jour <= fin) return { etat: 'non', raison: null }
  if (c.caractere === 'inconnu') return { etat: 'incertain', raison: 'caractere-inconnu' }
  const generale = ajouterJours(c.date ?? fin, DELAIS.appelProcureurGeneral.valeur)
  const premierRessort = delaiDeRecours(c) === DELAIS.appel.valeur
  if (premierRessort && jour <= generale) return { etat: 'incertain', raison: 'delai-procureur-general' }
  return { etat: 'oui', raison: null }
}

// ── expiry ──

type Duree = { annees?: number; mois?: number; jours?: number }

function plusDuree(date: DateIso, duree: Duree | null): DateIso {
  if (duree === null) return date
  const mois = ajouterMois(date, (duree.annees ?? 0) * 12 + (duree.mois ?? 0))
  return ajouterJours(mois, duree.jours ?? 0)
}

function plusTard(a: DateIso, b: DateIso): DateIso {
  return a > b ? a : b
}

export function expirationDe(c: Condamnation, casier: CasierLu): Expiration {
  const prononce = c.date ?? c.infractions.map((i) => i.fin ?? i.debut).find((d) => d !== null) ?? LOINTAIN
  const fin = finDesRecours(c)
  const faite = dernieres(c, ['execution'])
  const payee = dernieres(c, ['paiement'])
  const principales = c.peines.filter((p) => p.nature !== 'autre')
  const peines = principales.length > 0 ? principales : c.peines
  if (c.date === null || peines.length === 0) {
    const seule = peines.length === 0 ? null : (faite ?? payee)
    return seule === null ? { min: prononce, max: null } : { min: seule, max: seule }
  }
  const bornes = peines.map((p): Expiration => {
    const ferme = execution(c, p, prononce, fin, faite, payee)
    return sursisVivant(c, p)
      ? plusLointaine(p.sursis?.partiel ? ferme : null, finDuSursis(c, p, casier, prononce, fin))
      : ferme
  })
  return bornes.reduce((a, b) => plusLointaine(a, b))
}

function plusLointaine(a: Expiration | null, b: Expiration): Expiration {
  if (a === null) return b
  return {
    min: plusTard(a.min, b.min),
    max: a.max === null || b.max === null ? null : plusTard(a.max, b.max),
  }
}

function revoqueTotal(c: Condamnation): DateIso | true | null {
  const mention = c.mentions.find((m) => m.type === 'revocation-totale')
  return mention === undefined ? null : (mention.date ?? true)
}

function sursisVivant(c: Condamnation, p: Peine): boolean {
  return p.sursis !== null && revoqueTotal(c) === null
}

/** The part to be executed: the printed day, otherwise anything up to prescription. */
function execution(
  c: Condamnation,
  p: Peine,
  prononce: DateIso,
  fin: DateIso | null,
  faite: DateIso | null,
  payee: DateIso | null,
): Expiration {
  const pecuniaire = p.nature === 'amende' || p.nature === 'jours-amende'
  const lue = pecuniaire ? plusTardOuNul(payee, faite) : faite
  const revoque = p.sursis === null ? null : revoqueTotal(c)
  if (lue !== null && (typeof revoque !== 'string' || lue >= revoque)) return { min: lue, max: lue }
  const debut = typeof revoque === 'string' ? revoque : prononce
  const definitif = typeof revoque === 'string' ? ajouterJours(revoque, DELAIS.appel.valeur) : fin
  if (definitif === null) return { min: debut, max: null }
  const prescription = estCrime(c) ? DELAIS.prescriptionCrime.valeur : DELAIS.prescriptionDelit.valeur
  // Begun on the eve of its prescription, a sentence still lasts its own length.
  const { heures: _, ...duree } = p.duree ?? {}
  return { min: debut, max: plusDuree(ajouterAnnees(definitif, prescription), duree) }
}

function plusTardOuNul(a: DateIso | null, b: DateIso | null): DateIso | null {
  return a === null || b === null ? (a ?? b) : plusTard(a, b)
}

/** A suspended sentence expires on the day when it is deemed non avenue (132-35, 132-52 CP). */
function finDuSursis(
  c: Condamnation,
  p: Peine,
  casier: CasierLu,
  prononce: DateIso,
  fin: DateIso | null,
): Expiration {
  const sursis = p.sursis
  const faite = dernieres(c, ['execution'])
  if (sursis === null) return { min: prononce, max: null }
  if (sursis.type === 'simple') {
    return {
      min: ajouterAnnees(prononce, DELAIS.sursisSimple.valeur),
      max: fin === null ? null : ajouterAnnees(fin, DELAIS.sursisSimple.valeur),
    }
  }
  if (faite !== null && !sursis.partiel) return { min: faite, max: faite }
  if (fin === null) return { min: prononce, max: null }
  if (sursis.type === 'tig') {
    const delai = sursis.delai ?? { mois: DELAIS.sursisTigMax.valeur }
    return { min: prononce, max: plusDuree(fin, delai) }
  }
  return probation(c, p, casier, fin)
}

function probation(c: Condamnation, p: Peine, casier: CasierLu, fin: DateIso): Expiration {
  const recidive = c.infractions.some((i) => i.recidive)
  const plafond = recidive ? DELAIS.probationMaxRecidive.valeur : DELAIS.probationMax.valeur
  const delai = p.sursis?.delai ?? null
  let min = plusDuree(fin, delai ?? { mois: DELAIS.probationMin.valeur })
  let max = plusDuree(fin, delai ?? { mois: plafond })
  if (c.mentions.some((m) => /PROLONG/.test(aplanir(m.texte)))) max = plusTard(max, ajouterMois(fin, plafond))
  // Suspended while the person is in prison (132-43): the known days count for sure, the others may.
  const { connus, possibles } = suspensions(c, casier, fin, max)
  min = ajouterJours(min, connus)
  max = ajouterJours(max, connus + possibles)
  return { min, max }
}

interface Sejour {
  condamnation: Condamnation
  entree: DateIso | null
  sortie: DateIso | null
  jours: number
}

const SEJOURS = new WeakMap<CasierLu, Sejour[]>()

/** Stays in prison that the bulletin tells or lets suppose, worked out once for one bulletin. */
function sejours(casier: CasierLu): Sejour[] {
  const connus = SEJOURS.get(casier)
  if (connus !== undefined) return connus
  const lus = casier.condamnations.map((c) => ({
    condamnation: c,
    entree: dernieres(c, ['incarceration']),
    sortie: dernieres(c, ['execution']),
    jours: joursFermes(c, false),
  }))
  SEJOURS.set(casier, lus)
  return lus
}

function suspensions(
  c: Condamnation,
  casier: CasierLu,
  debut: DateIso,
  fin: DateIso,
): { connus: number; possibles: number } {
  let connus = 0
  let possibles = 0
  for (const { condamnation, entree, sortie, jours } of sejours(casier)) {
    if (entree !== null && sortie !== null && entree <= sortie) {
      if (sortie > debut && entree <= ajouterJours(fin, connus))
        connus += joursEntre(plusTard(entree, debut), sortie)
    } else if (condamnation.date !== null && condamnation.date <= fin && (sortie ?? fin) >= debut) {
      possibles += condamnation === c ? joursFermes(c, true) : jours
    }
  }
  return { connus, possibles: possibles + joursRevoques(c) }
}

/** Days of prison that a sentence may have cost, when the bulletin does not say when. */
function joursFermes(c: Condamnation, propre: boolean): number {
  return c.peines.reduce((somme, p) => {
    if (p.nature !== 'emprisonnement' && p.nature !== 'reclusion') return somme
    if (p.sursis !== null && !p.sursis.partiel && (propre || revoqueTotal(c) === null)) return somme
    return somme + enJours(p.duree)
  }, 0)
}

function joursRevoques(c: Condamnation): number {
  return c.mentions
    .filter((m) => m.type === 'revocation-partielle')
    .reduce((somme, m) => somme + enJours(dureeDansMention(m.texte)), 0)
}

function enJours(duree: Peine['duree']): number {
  return duree === null ? 0 : (duree.annees ?? 0) * 366 + (duree.mois ?? 0) * 31 + (duree.jours ?? 0)
}
