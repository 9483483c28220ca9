import { create } from 'zustand'
import {
  type CleFait,
  catalogueEnVigueur,
  catalogueParDefaut,
  type DateIso,
  type Declaration,
  type Dossier,
  REGLAGES_PAR_DEFAUT,
  type Reglages,
  type Role,
} from '../domain/index.ts'
import type { Entree, Sortie } from '../electron/ipc/contract.ts'
import {
  abandonner,
  deposer,
  type Enregistrement,
  enAttente,
  suivreEnregistrement,
  suspendre,
  toutEnvoyer,
} from './envoi.ts'
import { aujourdhui, caler } from './horloge.ts'
import { lireAvec } from './lecture.ts'
import { appeler } from './pont.ts'

export type Ecran =
  | 'permanence'
  | 'triage'
  | 'checklist'
  | 'antecedents'
  | 'orientation'
  | 'pieces'
  | 'documents'
  | 'catalogue'
  | 'reglages'

/** Where the user is: ids and fact keys only, so it may outlive a lock (S7: back to the same row). */
export interface Position {
  ecran: Ecran
  dossier: string | null
  ligne: CleFait | null
  /** Day of the board, where it is not today. */
  jour?: DateIso
  /** The document looked at, by its key in the list. */
  document?: string
  /** The screen that Échap comes back to from the Catalogue. */
  retour?: Ecran
  /** The same, from the Settings. */
  depuis?: Ecran
}

export type Panneau = 'aucun' | 'formulaire' | 'aide' | 'demandes' | 'ajout' | 'collage'

interface Magasin {
  application: Sortie<'application.etat'> | null
  /** Why the state of the application could not be asked. */
  panne: string | null
  position: Position
  /** Working copy of the day's dossiers; each is replaced, never mutated, so that readings can be kept by identity. */
  dossiers: readonly Dossier[]
  /** The catalogue as the store holds it: written, with the local changes beside it; `null` until it is read. */
  catalogue: Sortie<'catalogue.lire'> | null
  /** Settings of the open store. */
  reglages: Reglages
  enregistrement: Enregistrement
  panneau: Panneau
  /** Triage line whose précision is being typed. */
  edition: CleFait | null
  /** Sources chosen before their answer, by `dossier/fait`. */
  sources: Readonly<Record<string, string>>
  /** The line being typed on the Permanence and not created yet; closing the field keeps it. */
  brouillon: Brouillon | null
  /** What the last joined record took the place of, so that joining can be undone; gone once locked. */
  casierRemplace: CasierRemplace | null
  /** One sentence of the status bar, kept until the next act. */
  message: string | null
  /** When everything was last on disk, for the unlock screen. */
  enregistreA: string | null
}

export interface CasierRemplace {
  dossier: string
  texte: string | null
  /** What was corrected and checked in that text. */
  corrections: readonly Declaration[]
  /** ISO date-time of the joining. */
  le: string
}

export interface Brouillon {
  /** Drawn with the first character: Enter pressed twice creates one dossier. */
  id: string
  texte: string
}

const CLE_POSITION = 'position'
const DEPART: Position = { ecran: 'permanence', dossier: null, ligne: null }

const VIDE = {
  dossiers: [],
  catalogue: null,
  reglages: REGLAGES_PAR_DEFAUT,
  enregistrement: { etat: 'repos' },
  panneau: 'aucun',
  edition: null,
  sources: {},
  brouillon: null,
  casierRemplace: null,
  message: null,
} satisfies Partial<Magasin>

export const useMagasin = create<Magasin>()(() => ({
  application: null,
  panne: null,
  position: lirePosition(),
  enregistreA: null,
  ...VIDE,
}))

const { getState: lire, setState: poser } = useMagasin

/** Session storage lives as long as the window: a lock that replaces the page comes back to the same row. */
function lirePosition(): Position {
  try {
    return { ...DEPART, ...JSON.parse(sessionStorage.getItem(CLE_POSITION) ?? '{}') }
  } catch {
    return DEPART
  }
}

const ECRITURE_MS = 100
let ecriture: ReturnType<typeof setTimeout> | undefined

export function aller(vers: Partial<Position>): void {
  const position = { ...lire().position, ...vers }
  poser({ position })
  // After the key is painted: storage is slower than a focus.
  clearTimeout(ecriture)
  ecriture = setTimeout(
    () => sessionStorage.setItem(CLE_POSITION, JSON.stringify(lire().position)),
    ECRITURE_MS,
  )
}

export function ouvrirEcran(ecran: Ecran, dossier: string | null, ligne: CleFait | null = null): void {
  poser({ panneau: 'aucun', edition: null, message: null })
  aller({ ecran, dossier, ligne })
}

export function ouvrirPanneau(panneau: Panneau): void {
  poser({ panneau, edition: null })
}

export function editer(edition: CleFait | null): void {
  poser({ edition })
}

export function poserBrouillon(brouillon: Brouillon | null): void {
  poser({ brouillon })
}

export function dire(message: string | null): void {
  poser({ message })
}

suivreEnregistrement((enregistrement) => poser({ enregistrement }))

export function choisirSource(dossier: string, fait: CleFait, code: string): void {
  poser({ sources: { ...lire().sources, [`${dossier}/${fait}`]: code } })
}

// ───────────────────────────── opening and locking ─────────────────────────────

/** Asks the main process where things stand, then for the day's dossiers when the vault is open. */
export async function demarrer(): Promise<void> {
  const etat = await appeler('application.etat', {})
  if (!etat.ok) {
    poser({ application: null, panne: etat.message })
    return
  }
  caler(etat.valeur.maintenant)
  let { position } = lire()
  if (etat.valeur.coffre === 'ouvert') {
    const catalogue = appeler('catalogue.lire', {})
    await toutEnvoyer()
    const reglages = appeler('reglages.lire', {})
    const liste = await appeler('dossiers.lister', { dateAudience: jourDuTableau() })
    const lu = await catalogue
    const regles = await reglages
    if (!liste.ok) {
      poser({ application: null, panne: liste.message })
      return
    }
    const { dossiers } = liste.valeur
    if (!dossiers.some((d) => d.id === position.dossier))
      position = {
        ...DEPART,
        ecran: sansDossier(position.ecran) ? position.ecran : 'permanence',
        ...(position.jour !== undefined && { jour: position.jour }),
      }
    if (lu.ok) apprendreCatalogue(lu.valeur)
    if (regles.ok) poser({ reglages: regles.valeur })
    poser({ dossiers, message: lu.ok ? null : lu.message })
  }
  poser({ application: etat.valeur, panne: null, position })
}

/** Screens that need no dossier. */
export function sansDossier(ecran: Ecran): boolean {
  return ecran === 'permanence' || ecran === 'catalogue' || ecran === 'reglages'
}

/** The day whose board is shown; past midnight, still that of the dossiers that are there. */
export function jourDuTableau(): DateIso {
  const { position, dossiers } = lire()
  return position.jour ?? dossiers[0]?.dateAudience ?? aujourdhui()
}

/** Another day's board; what is not on disk yet leaves first. The sentence says why it could not be shown. */
export async function changerJour(jour: DateIso): Promise<void> {
  await toutEnvoyer()
  const liste = await appeler('dossiers.lister', { dateAudience: jour })
  if (!liste.ok) return dire(liste.message)
  const { jour: _avant, ...position } = lire().position
  poser({ dossiers: liste.valeur.dossiers, panneau: 'aucun', edition: null, message: null, position })
  aller({ ecran: 'permanence', dossier: null, ligne: null, ...(jour !== aujourdhui() && { jour }) })
}

/** Every reading follows at once. The file that ships is already read: only another one costs a reading. */
export function apprendreCatalogue(lu: Sortie<'catalogue.lire'>): void {
  const ecrit = lu.origine.type === 'livre' ? catalogueParDefaut().ecrit : lu.ecrit
  lireAvec(catalogueEnVigueur(ecrit, lu.changements))
  poser({ catalogue: { ...lu, ecrit } })
}

/** What must become acts before the store closes. */
const avantVerrou: (() => void)[] = []

export function avantVerrouiller(garder: () => void): void {
  avantVerrou.push(garder)
}

/** What is being typed becomes acts: leaving a field commits it, and each guard does the same for its own. */
function garderSaisie(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  for (const garder of avantVerrou) garder()
}

/** A lock that the user did not ask for (suspend, screen lock): what was being typed waits for the next opening. */
export function verrouilleDailleurs(): void {
  // Told again of its own lock, the page is already on the unlock screen.
  if (lire().application?.coffre !== 'ouvert') return
  if (enExercice()) return void quitterExercice()
  garderSaisie()
  oublier()
}

/** The open store is the practice one. */
export function enExercice(): boolean {
  return lire().application?.exercice === true
}

/** Where the user was in the real store: unlocking it comes back to that row. */
let positionReelle: Position | null = null

/** Saves and locks what is open, then opens the practice store. The sentence says why it could not. */
export async function entrerEnExercice(): Promise<string | null> {
  const { application, position } = lire()
  if (application === null || enExercice()) return null
  if (application.coffre === 'ouvert') {
    garderSaisie()
    await toutEnvoyer()
  }
  // What waits belongs to the real store: it may neither be lost nor land in the other.
  if (enAttente() > 0)
    return `Des réponses attendent encore d’être enregistrées (${enAttente()})\u00a0: ${application.coffre === 'ouvert' ? 'recommencez dans un instant' : 'déverrouillez d’abord'}.`
  poser({ ...VIDE, application: null })
  const fait = await appeler('exercice.commencer', {})
  if (fait.ok) {
    positionReelle = position
    poser({ position: DEPART })
    aller(DEPART)
  }
  await demarrer()
  return fait.ok ? null : fait.message
}

/** Nothing is kept, so nothing is asked. What was not saved yet goes nowhere. */
export async function quitterExercice(): Promise<void> {
  garderSaisie()
  abandonner()
  poser({ ...VIDE, application: null })
  const fait = await appeler('exercice.quitter', {})
  poser({ position: positionReelle ?? DEPART })
  aller({})
  await demarrer()
  if (!fait.ok) dire(fait.message)
}

let forcer = false

/** Locks once everything is on disk; a second press locks even though an answer could not be saved. */
export async function verrouiller(): Promise<void> {
  if (enExercice()) return quitterExercice()
  garderSaisie()
  if (!forcer && !(await toutEnvoyer())) {
    forcer = true
    dire(
      `Tout n’est pas encore enregistré (en attente\u00a0: ${enAttente()}). Ctrl+L à nouveau pour verrouiller quand même.`,
    )
    return
  }
  forcer = false
  const fait = await appeler('coffre.verrouiller', {})
  if (fait.ok) oublier()
  else dire(fait.message)
}

/** S7: nothing of any dossier stays in the page once locked. */
function oublier(): void {
  suspendre()
  const { application, enregistrement: e, enregistreA } = lire()
  poser({
    ...VIDE,
    application: application && { ...application, coffre: 'verrouille' },
    enregistreA: e.etat === 'fait' ? e.a : enregistreA,
  })
}

// ───────────────────────────── writing ─────────────────────────────

function remplacer(id: string, changer: (dossier: Dossier) => Dossier): void {
  poser({ dossiers: lire().dossiers.map((d) => (d.id === id ? changer(d) : d)), message: null })
}

export function dossierDe(id: string): Dossier | undefined {
  return lire().dossiers.find((d) => d.id === id)
}

/** The profile of the open store; only called once it is open. */
export function profil(): Role {
  return lire().application?.profil ?? 'parquet'
}

export function tribunalDuMagasin(): string {
  return lire().application?.tribunal ?? ''
}

let lotEnCours: string | null = null

/** What is declared meanwhile is one act: undone and done again together. */
export function ensemble<T>(faire: () => T): T {
  if (lotEnCours !== null) return faire()
  lotEnCours = crypto.randomUUID()
  try {
    return faire()
  } finally {
    lotEnCours = null
  }
}

/** Shown at once, sent at once; kept and tried again until the main process says it is on disk. */
export function declarer(dossier: string, dites: readonly Declaration[]): void {
  if (dites.length === 0) return
  const lot = lotEnCours
  declarerPlusieurs([{ dossier, declarations: lot === null ? dites : dites.map((d) => ({ lot, ...d })) }])
}

/** One act on several dossiers, drawn once. */
export function declarerPlusieurs(
  actes: readonly { dossier: string; declarations: readonly Declaration[] }[],
): void {
  const parDossier = new Map(actes.map((a) => [a.dossier, a.declarations]))
  const dossiers = lire().dossiers.map((d) => {
    const dites = parDossier.get(d.id)
    return dites === undefined ? d : { ...d, declarations: [...d.declarations, ...dites] }
  })
  poser({ dossiers, message: null })
  for (const { dossier, declarations } of actes)
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [...declarations] } })
}

export function identifier(id: string, identite: Entree<'dossiers.identifier'>['identite']): void {
  remplacer(id, ({ numeroParquet: _n, personne: _p, ...reste }) => ({ ...reste, ...identite }))
  deposer({ route: 'dossiers.identifier', entree: { id, identite } })
}

/** Another text of the bulletin n° 1, or none; everything read from it follows at once. */
export function joindreCasier(id: string, texte: string | null): void {
  remplacer(id, ({ casier: _c, ...reste }) => (texte === null ? reste : { ...reste, casier: texte }))
  deposer({ route: 'dossiers.joindreCasier', entree: { dossier: id, texte } })
}

export function creer(entree: Entree<'dossiers.creer'>): void {
  if (dossierDe(entree.id)) return
  const { id, dateAudience, identite, declarations } = entree
  poser({ dossiers: [...lire().dossiers, { version: 1, id, dateAudience, ...identite, declarations }] })
  deposer({ route: 'dossiers.creer', entree })
}

/** Shown at once, kept like any answer. */
export function regler(changes: Partial<Reglages>): void {
  poser({ reglages: { ...lire().reglages, ...changes } })
  deposer({ route: 'reglages.ecrire', entree: { reglages: changes } })
}

/** Who declares in this window. */
export function auteur(): { role: Role } {
  return { role: profil() }
}
