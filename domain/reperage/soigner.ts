import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'
import { cherche, ensemble, type Lecture, type Phrase, parmi, porte, trouveesEntre } from './lecture.ts'
import { CAT } from './lexique.ts'

type Proposition = NonNullable<Reperage['proposition']>

const FENETRE = 40
export const TRAITEMENTS = new Set([
  'antipsychotiques',
  'retard_signes',
  'thymoregulateurs',
  'antidepresseurs',
])
const MALADIE = new Set(['psychose', 'bipolaire', 'depression_suicide'])
const SEVERES = new Set(['psychose', 'bipolaire'])
const DANS_LE_CERTIFICAT = new Set([
  'psychose',
  'bipolaire',
  'antipsychotiques',
  'retard_signes',
  'thymoregulateurs',
  'mesures_psy',
  'structures_psy',
])
const SOINS_ADDICTO = new Set([
  'structures_addicto',
  'actes_addicto',
  'medic_addicto',
  'buprenorphine',
  'methadone',
])

/** What a text says of psychiatric care and of treatments. */
export function psychiatrieEtSoins(l: Lecture, x: Analyse, p: Phrase, nature: string): Proposition[] {
  const { code, plie } = x.t.terme
  const sortie: Proposition[] = []
  const passe = x.temps === 'passe'
  const [d, f] = [Math.max(p.d, x.t.a - 14), Math.min(p.f, x.t.b + 14)]
  const suivi = cherche(l, d, f, CAT.suiviPsy) >= 0 && !suiviNie(l, d, f)
  // What somebody saw or heard is a behaviour; what the person or a relative says of it is a disorder.
  const vu = code === 'psychose' && VU.test(plie) && nature !== 'audition' && !x.parProche
  if (vu) sortie.push({ fait: 'psy.comportement', valeur: true })
  if (SEVERES.has(code) && !passe && !vu) {
    sortie.push({ fait: 'psy.troubleDeclare', valeur: true })
    if (suiviPour(l, d, x.t.a)) sortie.push({ fait: 'psy.suivi', valeur: true })
  }
  const trouble = SEVERES.has(code) || TROUBLE.has(plie)
  if (TROUBLE.has(plie) && !passe && x.polariteNette)
    sortie.push({ fait: 'psy.troubleDeclare', valeur: true })
  if (trouble && !passe && suiviApres(l, p, x.t.b)) sortie.push({ fait: 'psy.suivi', valeur: true })
  if (
    x.t.terme.famille === 'psychiatrie' &&
    MALADIE.has(code) &&
    hospitalise(l, d, x.t.a) &&
    cherche(l, d, x.t.a, CAT.negation) < 0
  )
    sortie.push({ fait: 'psy.hospitalisation', valeur: true })
  if (TRAITEMENTS.has(code) && !parmi(l, p.d, p.f, BUTIN))
    sortie.push({ fait: 'psy.traitement', valeur: true })
  if (
    code === 'generique' &&
    /traitement|medicaments|neurolept|antipsych|antidepress|thymoreg|psychotrope|inobservance/.test(plie)
  )
    sortie.push({ fait: 'psy.traitement', valeur: true })
  if (code === 'structures_psy' && !deLAddictologie(l, x.t.b)) {
    const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
    const suiviLa =
      /^suivie?$/.test(l.mot(x.t.a - 1)) ||
      /^suivie?$/.test(l.mot(x.t.a - 2)) ||
      /^suivie?$/.test(l.mot(x.t.a - 3))
    if (suiviLa && !passe) sortie.push({ fait: 'psy.suivi', valeur: true })
    else if (
      FERME.has(plie) ||
      (hospitalise(l, d, f) && !/de jour/.test(plie)) ||
      (/hopital|clinique|secteur ferme/.test(plie) && !/de jour/.test(plie) && sejour(l, d, f)) ||
      (q !== undefined && hospitalise(l, q.d, Math.min(q.f, q.d + FENETRE)))
    )
      sortie.push({ fait: 'psy.hospitalisation', valeur: true })
    else if (!passe && !PSYCHOLOGUE.test(plie) && (suivi || suiviDemande(l, q)))
      sortie.push({ fait: 'psy.suivi', valeur: true })
    if (suivi && traitementDit(l, p)) sortie.push({ fait: 'psy.traitement', valeur: true })
  }
  if (
    code === 'mesures_psy' &&
    !/expertise|examen|discernement|122|irresponsab|^avis|evaluation|bilan/.test(plie)
  ) {
    if (plie === 'programme de soins') {
      if (!passe) sortie.push({ fait: 'psy.suivi', valeur: true })
    } else sortie.push({ fait: 'psy.hospitalisation', valeur: true })
  }
  if (
    nature === 'certificat' &&
    !deLAddictologie(l, x.t.b) &&
    (DANS_LE_CERTIFICAT.has(code) || (x.polariteNette && trouble)) &&
    (!passe || code === 'mesures_psy')
  )
    sortie.push({ fait: 'psy.certificat', valeur: true })
  // A doctor’s words are an examination, not a behaviour noted by a third party.
  if (
    code === 'observation_enqueteur' &&
    (nature !== 'certificat' || (x.t.terme.appui === 1 && !BANAL.test(plie))) &&
    !ivre(l, x.t.a)
  )
    sortie.push({ fait: 'psy.comportement', valeur: true })
  if (SOINS_ADDICTO.has(code) && !passe && !lache(l, p) && soinEnCours(l, x, p))
    sortie.push({ fait: 'addiction.soins', valeur: true })
  return sortie
}

const VU = /attitude d ecoute|imaginaire|absent|invisible|n est pas la|lui (?:donne|parle)|se dit/

const TROUBLE: ReadonlySet<string> = new Set([
  'troubles psychiatriques',
  'trouble psychiatrique',
  'troubles psychiques',
  'trouble psychique',
  'maladie mentale',
  'maladie psychiatrique',
])

/** « Êtes-vous suivi ? — Oui, par le psychiatre. » */
function suiviDemande(l: Lecture, q: Phrase | undefined): boolean {
  return q !== undefined && cherche(l, q.coeur, Math.min(q.f, q.coeur + FENETRE), CAT.suiviPsy) >= 0
}

const SUIVI = ensemble('suivi suivie')
const PAR = ensemble('au a par en chez depuis')

/** « trouble sévère, suivi au centre… » */
function suiviApres(l: Lecture, p: Phrase, b: number): boolean {
  for (let i = b; i < Math.min(p.f, b + 14); i++)
    if (SUIVI.has(l.mot(i)) && PAR.has(l.mot(i + 1)) && cherche(l, i - 3, i, CAT.negation) < 0) return true
  return false
}

/** Ordinary words of a medical examination. */
const BANAL = /agit|discours|decousu|logorrh/

/** A psychologist is no psychiatric care. */
const PSYCHOLOGUE = /psycholog/
const FERME = ensemble('uhsa umd hp')
const SEJOUR = ensemble('sejourne sejour interne internee passe passee fait')

function sejour(l: Lecture, d: number, f: number): boolean {
  return parmi(l, d, f, SEJOUR)
}

/** « suivi psychiatrique, traitement interrompu »: prescribed, even if no longer taken. */
function traitementDit(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 60); i++)
    if (/^traitements?$/.test(l.mot(i)))
      return (
        !/^(?:aucun|sans|pas|de|ni|un)$/.test(l.mot(i - 1)) ||
        /^(?:interrompu|arrete|en|par)$/.test(l.mot(i + 1))
      )
  return false
}

function suiviNie(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++)
    if (/^(?:aucun|sans|non|ni)$/.test(l.mot(i)) && /^(?:suivi|suivie|rendez)$/.test(l.mot(i + 1)))
      return true
  return false
}

/** « suivi pour une schizophrénie ». */
function suiviPour(l: Lecture, d: number, a: number): boolean {
  for (let i = a - 1; i >= d; i--)
    if (/^(?:suivi|suivie|traite|traitee|soigne|soignee)$/.test(l.mot(i)))
      return (
        /^(?:pour|au|a|en|depuis|par)$/.test(l.mot(i + 1)) &&
        /^suivi/.test(l.mot(i)) &&
        l.mot(i - 1) !== 'aucun' &&
        l.mot(i - 1) !== 'pas'
      )
  return false
}

function hospitalise(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++) if (/^(?:hospitalis|intern)/.test(l.mot(i))) return true
  return false
}

const LACHE = ensemble('lache abandonne abandonnee rompu rompue interrompu interrompue suite')

/** « j’ai lâché au bout de deux rendez-vous », « sans donner suite » */
function lache(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 80); i++)
    if (LACHE.has(l.mot(i)) && (l.mot(i) !== 'suite' || l.mot(i - 1).startsWith('donne'))) return true
  return false
}

/** A treatment that is taken, or a service where the person is followed; not an obligation alone. */
function soinEnCours(l: Lecture, x: Analyse, p: Phrase): boolean {
  const { code, plie } = x.t.terme
  if (x.temps !== 'actuel' && code.startsWith('structures') && !suiviAutour(l, x)) return false
  if (code !== 'actes_addicto' && !code.startsWith('structures') && saisi(l, p)) return false
  if (code === 'buprenorphine' || code === 'methadone' || code === 'medic_addicto') return true
  if (/obligation|injonction|stage|sevre|reduction|salle de/.test(plie)) return false
  if (x.t.terme.code === 'actes_addicto')
    return /substitution|tso|suivi|programme|prise en charge|soins en/.test(plie)
  return cherche(l, p.d, Math.min(p.f, p.d + 80), CAT.soigner) >= 0
}

/** « haleine alcoolique, propos logorrhéiques »: what drink does is no behaviour to note. */
function ivre(l: Lecture, a: number): boolean {
  const p = l.phrases[l.phraseDe[a] ?? 0]
  if (p === undefined) return false
  return trouveesEntre(l, Math.max(p.d, a - FENETRE), Math.min(p.f, a + FENETRE)).some(
    (t) => t.terme.produit === 'alcool' && t.fauxAmi === null && !nie(l, t.a),
  )
}

function nie(l: Lecture, a: number): boolean {
  for (let i = a - 1; i >= a - 4; i--) if (porte(l, i, CAT.negation)) return true
  return false
}

const BUTIN = ensemble('decouvrons decouverte braquage officine cambriolage scelle scelles saisie saisies')

/** « deux boîtes de Subutex sans ordonnance »: seized or stolen, and nothing of a care. */
function saisi(l: Lecture, p: Phrase): boolean {
  const f = Math.min(p.f, p.d + 60)
  if (parmi(l, p.d, f, BUTIN)) return true
  if (cherche(l, p.d, f, CAT.traficFort) < 0 && cherche(l, p.d, f, CAT.trafic) < 0) return false
  return cherche(l, p.d, f, CAT.soigner) < 0 && cherche(l, p.d, f, CAT.usage) < 0
}

/** « le psychologue du CSAPA » */
function deLAddictologie(l: Lecture, b: number): boolean {
  return trouveesEntre(l, b, b + 4).some((t) => t.terme.code === 'structures_addicto')
}

/** « a justifié d’un suivi mensuel à l’ANPAA » */
function suiviAutour(l: Lecture, x: Analyse): boolean {
  for (let i = x.t.a - 6; i < x.t.b + 4; i++) if (SUIVI.has(l.mot(i)) && l.mot(i - 1) !== 'ete') return true
  return false
}
