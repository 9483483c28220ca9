import type { Catalogue } from '../catalogue/index.ts'
import { cadreDuCatalogue, dispositifDuCatalogue, lieuDeDemande } from '../catalogue/index.ts'
import type { CleFait, DispositifLu, Dossier, EtatFait, Orientation, Role } from '../contrat.ts'
import { type Destinataire, DOCUMENTS_DE } from '../documents/index.ts'
import { retenusDe } from '../faits/choix.ts'
import { parDate, premiereDite, vivantes } from '../faits/etat.ts'
import { memeVille } from '../texte.ts'

/** The requests of the morning: which ones a dossier calls for, where each stands, and what was not done. */

/** In the order of the morning: the longest answer is asked first. */
export const DESTINATAIRES: readonly Destinataire[] = ['apcars', 'jap', 'spip', 'avocat', 'siao']

/** Those that this profile writes. */
export function destinatairesPour(role: Role): readonly Destinataire[] {
  return DESTINATAIRES.filter((d) => DOCUMENTS_DE[role].includes(`message-${d}`))
}

export function faitDeDemande(destinataire: Destinataire): CleFait {
  return `demande.${destinataire}`
}

// ───────────────────────────── where a request stands ─────────────────────────────

/** `a-rappeler`: nobody answered, and it stays open. */
const SUITES = ['demandee', 'a-rappeler', 'recue', 'faute-de-temps', 'refus', 'sans-objet'] as const
export type SuiteDemande = (typeof SUITES)[number]

export interface EtatDemande {
  /** null: never launched nor closed. */
  suite: SuiteDemande | null
  /** ISO date-time of that. */
  le: string | null
  /** ISO date-times of every « demandée » that was not undone, oldest first: a second press hides none. */
  demandeeLe: readonly string[]
}

export function etatDemande(dossier: Dossier, destinataire: Destinataire): EtatDemande {
  const fait = faitDeDemande(destinataire)
  const siennes = dossier.declarations.filter((d) => d.fait === fait).sort(parDate)
  const annulees = new Set(dossier.declarations.map((d) => d.annule))
  const derniere = vivantes(siennes).at(-1)
  const suite = estSuite(derniere?.valeur) ? derniere.valeur : null
  const le = derniere === undefined || suite === null ? null : premiereDite(siennes, derniere).date
  const demandeeLe = siennes
    .filter((d) => d.valeur === 'demandee' && d.redit === undefined && !annulees.has(d.id))
    .map((d) => d.date)
  // Undone, then done again: the act itself counts as undone, what it says stands.
  if (suite === 'demandee' && le !== null && !demandeeLe.includes(le)) demandeeLe.push(le)
  return { suite, le, demandeeLe }
}

function estSuite(valeur: unknown): valeur is SuiteDemande {
  return (SUITES as readonly unknown[]).includes(valeur)
}

export interface CompteDemandes {
  /** Launched at least once, whatever became of them. */
  demandees: number
  aRappeler: number
  recues: number
  /** The three ways to close what was not done (ecrans.md §2.4, rule 13), launched before or not. */
  fauteDeTemps: number
  refus: number
  sansObjet: number
}

/** What was asked and what was not, over these dossiers: numbers only. */
export function compterDemandes(dossiers: readonly Dossier[]): CompteDemandes {
  const etats = dossiers.flatMap((d) => DESTINATAIRES.map((a) => etatDemande(d, a)))
  const nombre = (suite: SuiteDemande) => etats.filter((e) => e.suite === suite).length
  return {
    demandees: etats.filter((e) => e.demandeeLe.length > 0).length,
    aRappeler: nombre('a-rappeler'),
    recues: nombre('recue'),
    fauteDeTemps: nombre('faute-de-temps'),
    refus: nombre('refus'),
    sansObjet: nombre('sans-objet'),
  }
}

// ───────────────────────────── which requests to launch ─────────────────────────────

export interface DemandeALancer {
  destinataire: Destinataire
  /** A few words: why this one is proposed. */
  motif: string
}

export interface OptionsDemandes {
  role: Role
  catalogue: Catalogue
  /** City of the court, where the dossier does not say it. */
  tribunal: string
}

interface Matiere {
  faits: Orientation['faits']
  /** Programmes that can be asked for here, or were retained, and are not outside their criteria. */
  ouverts: readonly DispositifLu[]
  /** Name of the framework retained, where its entry sends to the SPIP; null otherwise. */
  cadreSpip: string | null
  tribunal: string
  catalogue: Catalogue
}

/**
 * The requests that this dossier calls for and that nobody launched nor closed yet. One that is not proposed can
 * still be launched: this only says what to begin with, and why.
 */
export function demandesALancer(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsDemandes,
): DemandeALancer[] {
  const matiere = reunir(orientation, options)
  return destinatairesPour(options.role).flatMap((destinataire) => {
    if (etatDemande(dossier, destinataire).suite !== null) return []
    const motif = MOTIFS[destinataire](matiere)
    return motif === null ? [] : [{ destinataire, motif }]
  })
}

function reunir({ faits, dispositifs, cadres, date }: Orientation, o: OptionsDemandes): Matiere {
  const dit = connu(faits, 'procedure.tribunal')
  const tribunal = typeof dit === 'string' ? dit : o.tribunal
  const retenus = retenusDe(faits)
  const ouverts = dispositifs.filter((d) => {
    if (d.lecture === 'hors-criteres') return false
    const ecrit = dispositifDuCatalogue(o.catalogue, d.id)
    return retenus.includes(d.id) || (ecrit !== undefined && lieuDeDemande(ecrit, tribunal) === 'ici')
  })
  const choisi = cadres.find((c) => c.id === connu(faits, 'orientation.cadre') && c.lecture !== 'ferme')
  const ecrit = choisi && cadreDuCatalogue(o.catalogue, choisi.id, date)
  const cadreSpip = ecrit !== undefined && nommeLeSpip(ecrit) ? ecrit.nom : null
  return { faits, ouverts, cadreSpip, tribunal, catalogue: o.catalogue }
}

/** Why each is proposed; null when it is not. */
const MOTIFS: Readonly<Record<Destinataire, (m: Matiere) => string | null>> = {
  apcars: ({ faits }) =>
    connu(faits, 'procedure.enqueteFaite') === true ? null : 'enquête sociale rapide pas encore au dossier',
  jap: pourLeJap,
  spip: pourLeSpip,
  avocat: ({ ouverts }) => (ouverts.length === 0 ? null : `programme ouvert : ${noms(ouverts)}`),
  siao: pourLeSiao,
}

function pourLeJap({ faits, tribunal }: Matiere): string | null {
  if (connu(faits, 'suivi.accordHorsRessort') !== undefined) return null
  const mesure = connu(faits, 'suivi.mesureEnCours')
  const jap = connu(faits, 'suivi.japRessort')
  if (typeof jap === 'string' && !memeVille(jap, tribunal)) return `accord du JAP de ${jap} à demander`
  if (mesure === true) return 'mesure en cours'
  if (mesure === undefined) return 'mesure en cours à vérifier'
  return jap === undefined ? 'JAP compétent à trouver' : null
}

function pourLeSpip({ faits, ouverts, cadreSpip, catalogue }: Matiere): string | null {
  if (connu(faits, 'partenaire.spip') !== undefined) return null
  const parLui = ouverts.filter(({ id }) => {
    const ecrit = dispositifDuCatalogue(catalogue, id)
    return ecrit !== undefined && [ecrit.porteur, ...ecrit.appels].some((x) => /\bSPIP\b/.test(x))
  })
  if (parLui.length > 0) return `programme ouvert : ${noms(parLui)}`
  return cadreSpip === null ? null : `cadre retenu : ${cadreSpip}`
}

function pourLeSiao({ faits }: Matiere): string | null {
  if (connu(faits, 'partenaire.siao') !== undefined) return null
  const ceSoir = connu(faits, 'logement.hebergementCeSoir')
  const sansLogement = connu(faits, 'logement.sansLogementStable')
  if (ceSoir === false) return 'pas d’hébergement ce soir'
  if (sansLogement === true) return 'sans logement stable'
  // A stable home answers for tonight.
  return ceSoir === undefined && sansLogement === undefined ? 'hébergement de ce soir inconnu' : null
}

/** The written entry of a framework that sends the person to the SPIP says so in its own sentences. */
function nommeLeSpip(ecrit: object): boolean {
  return /\bSPIP\b/.test(JSON.stringify(ecrit))
}

function noms(dispositifs: readonly DispositifLu[]): string {
  return dispositifs.map((d) => d.nom).join(', ')
}

/** The settled answer; undefined when nobody knows or when answers disagree. */
function connu(faits: Readonly<Record<CleFait, EtatFait>>, cle: CleFait) {
  const etat = faits[cle]
  return etat?.etat === 'connu' ? etat.valeur : undefined
}
