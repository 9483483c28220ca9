import { create } from 'zustand'
import type { CleFait, Declaration, Dossier, Role } from '../domain/index.ts'
import type { Entree, Sortie } from '../electron/ipc/contract.ts'
import {
  deposer,
  type Enregistrement,
  enAttente,
  suivreEnregistrement,
  suspendre,
  toutEnvoyer,
} from './envoi.ts'
import { aujourdhui, caler } from './horloge.ts'
import { appeler } from './pont.ts'
import type { SaisieDossier } from './saisie/champs-dossier.ts'

export type Ecran = 'permanence' | 'triage' | 'checklist'

/** Where the user is: ids and fact keys only, so it may outlive a lock (S7: back to the same row). */
export interface Position {
  ecran: Ecran
  dossier: string | null
  ligne: CleFait | null
}

export type Panneau = 'aucun' | 'formulaire' | 'aide'

interface Magasin {
  application: Sortie<'application.etat'> | null
  /** Why the state of the application could not be asked. */
  panne: string | null
  position: Position
  /** Working copy of the day's dossiers; each is replaced, never mutated, so that readings can be kept by identity. */
  dossiers: readonly Dossier[]
  enregistrement: Enregistrement
  panneau: Panneau
  /** Triage line whose précision is being typed. */
  edition: CleFait | null
  /** Sources chosen before their answer, by `dossier/fait`. */
  sources: Readonly<Record<string, string>>
  /** The déféré being typed on the Permanence and not created yet; closing its panel keeps it. */
  brouillon: Brouillon | null
  /** One sentence of the status bar, kept until the next act. */
  message: string | null
}

export interface Brouillon {
  /** Drawn when the panel opens: Enter pressed twice creates one dossier. */
  id: string
  saisie: SaisieDossier
}

const CLE_POSITION = 'position'
const DEPART: Position = { ecran: 'permanence', dossier: null, ligne: null }

const VIDE = {
  dossiers: [],
  enregistrement: { etat: 'repos' },
  panneau: 'aucun',
  edition: null,
  sources: {},
  brouillon: null,
  message: null,
} satisfies Partial<Magasin>

export const useMagasin = create<Magasin>()(() => ({
  application: null,
  panne: null,
  position: lirePosition(),
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
    await toutEnvoyer()
    const liste = await appeler('dossiers.lister', { dateAudience: aujourdhui() })
    if (!liste.ok) {
      poser({ application: null, panne: liste.message })
      return
    }
    const { dossiers } = liste.valeur
    if (!dossiers.some((d) => d.id === position.dossier)) position = DEPART
    poser({ dossiers })
  }
  poser({ application: etat.valeur, panne: null, position })
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
  garderSaisie()
  oublier()
}

let forcer = false

/** Locks once everything is on disk; a second press locks even though an answer could not be saved. */
export async function verrouiller(): Promise<void> {
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
  const { application } = lire()
  poser({ ...VIDE, application: application && { ...application, coffre: 'verrouille' } })
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

/** Shown at once, sent at once; kept and tried again until the main process says it is on disk. */
export function declarer(dossier: string, declarations: readonly Declaration[]): void {
  if (declarations.length === 0) return
  remplacer(dossier, (d) => ({ ...d, declarations: [...d.declarations, ...declarations] }))
  deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [...declarations] } })
}

export function identifier(id: string, identite: Entree<'dossiers.identifier'>['identite']): void {
  remplacer(id, ({ numeroParquet: _n, personne: _p, ...reste }) => ({ ...reste, ...identite }))
  deposer({ route: 'dossiers.identifier', entree: { id, identite } })
}

export function creer(entree: Entree<'dossiers.creer'>): void {
  if (dossierDe(entree.id)) return
  const { id, dateAudience, identite, declarations } = entree
  poser({ dossiers: [...lire().dossiers, { version: 1, id, dateAudience, ...identite, declarations }] })
  deposer({ route: 'dossiers.creer', entree })
}

/** Who declares in this window. */
export function auteur(): { role: Role } {
  return { role: profil() }
}
