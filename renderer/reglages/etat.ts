import { create } from 'zustand'
import {
  type CleFait,
  type Contact,
  LIGNES_TRIAGE,
  REGLAGES_PAR_DEFAUT,
  type Reglages,
  reglagesSchema,
} from '../../domain/index.ts'
import { aller, avantVerrouiller, dire, ouvrirEcran, ouvrirPanneau, regler, useMagasin } from '../magasin.ts'
import { puisFocaliser } from './focus.ts'
import { CHAMPS, type Champ, type ChampContact, type ChampsLus, lireChamps } from './lire.ts'

/** What is being typed in the settings and what was changed in this session; the settings themselves are the store's. */

interface Changement {
  libelle: string
  avant: Partial<Reglages>
  apres: Partial<Reglages>
  /** Letters of one field typed in a row are one change. */
  groupe: string | null
}

export type SaisieContact = Partial<Record<ChampContact, string>> & { fonction?: Contact['fonction'] }

interface EtatEcran {
  /** As typed, while it is not kept. */
  tapes: Readonly<Partial<Record<Champ, string>>>
  /** Fields left once: their sentence may show. */
  quittes: readonly Champ[]
  /** Boxes of the short mode, while none is ticked. */
  questions: readonly CleFait[] | null
  /** The contact in the form; its id is drawn before anything of it is kept. */
  contact: string | null
  contacts: Readonly<Record<string, SaisieContact>>
  passe: readonly Changement[]
  futur: readonly Changement[]
}

const VIDE: EtatEcran = {
  tapes: {},
  quittes: [],
  questions: null,
  contact: null,
  contacts: {},
  passe: [],
  futur: [],
}

export const useEcran = create<EtatEcran>()(() => VIDE)

export const { getState: lire, setState: poser } = useEcran

/** Enough for a morning; the oldest changes are simply no longer taken back from here. */
const PASSE_MAX = 100

const reglages = (): Reglages => useMagasin.getState().reglages
const ouvert = (): boolean => useMagasin.getState().application?.coffre === 'ouvert'

// ───────────────────────────── opening and leaving ─────────────────────────────

/** `Ctrl+,` from any screen. */
export function ouvrirReglages(): void {
  const { ecran, dossier, ligne, retour, depuis } = useMagasin.getState().position
  if (ecran === 'reglages') return
  // The Catalogue opened from here goes back to the same Settings: the two never lead to each other for ever.
  const origine = ecran === 'catalogue' && retour === 'reglages' ? depuis : ecran
  ouvrirEcran('reglages', dossier, ligne)
  aller({ depuis: origine ?? 'permanence' })
}

/** Échap closes the contact being looked at first, then leaves. */
export function echapper(): void {
  const { contact } = lire()
  if (contact === null) {
    quitterReglages()
    return
  }
  puisFocaliser(() => {
    garderTapes()
    poser({ contact: null })
  }, contact)
}

/** To where one was. What is typed is kept, on disk when it can be. */
export function quitterReglages(): void {
  garderTapes()
  const { depuis, dossier, ligne } = useMagasin.getState().position
  ouvrirPanneau('aucun')
  ouvrirEcran(depuis === undefined || depuis === 'reglages' ? 'permanence' : depuis, dossier, ligne)
}

// ───────────────────────────── keeping, taking back ─────────────────────────────

const NOMS: Readonly<Record<keyof Reglages, string>> = {
  heureAudience: 'heure d’audience',
  finDeferrements: 'fin des déferrements',
  dureeEnquete: 'durée d’une enquête',
  questionsCourtes: 'questions du mode court',
  modeCourt: 'mode court',
  ordre: 'ordre du tableau',
  lettres: 'touches à lettre',
  densite: 'densité',
  contraste: 'contraste',
  tailleTexte: 'taille',
  verrouApres: 'verrouillage',
  annuaire: 'annuaire',
  audiences: 'heure d’audience d’un jour',
}

const nommer = (changes: Partial<Reglages>): string =>
  (Object.keys(changes) as (keyof Reglages)[]).map((cle) => NOMS[cle]).join(', ')

/** Kept at once and remembered for Ctrl+Z. False when nothing changes or when the store would refuse it. */
export function changer(
  changes: Partial<Reglages>,
  libelle = nommer(changes),
  groupe: string | null = null,
): boolean {
  const actuels = reglages()
  const apres = neufs(changes, actuels)
  // One refused act would hold back every other in the queue.
  if (Object.keys(apres).length === 0 || !reglagesSchema.partial().safeParse(apres).success) return false
  const avant = prendre(actuels, Object.keys(apres) as (keyof Reglages)[])
  const { passe } = lire()
  const dernier = passe.at(-1)
  const suite = groupe !== null && dernier?.groupe === groupe
  const nouveau = { libelle, avant: suite ? dernier.avant : avant, apres, groupe }
  poser({ passe: [...(suite ? passe.slice(0, -1) : passe), nouveau].slice(-PASSE_MAX), futur: [] })
  dire(null)
  regler(apres)
  return true
}

/** The field is left: what is typed next is another change. */
export function finirGroupe(): void {
  const { passe } = lire()
  const dernier = passe.at(-1)
  if (dernier?.groupe) poser({ passe: [...passe.slice(0, -1), { ...dernier, groupe: null }] })
}

export function annuler(): void {
  garderAutres()
  const { passe, futur } = lire()
  const dernier = passe.at(-1)
  if (dernier === undefined) {
    dire('Aucun réglage changé depuis l’ouverture\u00a0: rien à reprendre.')
    return
  }
  poser({ passe: passe.slice(0, -1), futur: [...futur, dernier] })
  remettre(dernier.avant)
  dire(`Changement repris\u00a0: ${dernier.libelle}. Ctrl+Y le rétablit.`)
}

export function retablir(): void {
  const { passe, futur } = lire()
  const dernier = futur.at(-1)
  if (dernier === undefined) {
    dire('Aucun réglage repris\u00a0: rien à rétablir.')
    return
  }
  poser({ futur: futur.slice(0, -1), passe: [...passe, dernier] })
  remettre(dernier.apres)
  dire(`Changement rétabli\u00a0: ${dernier.libelle}.`)
}

/** What the fields still show of these settings gives way to what is kept. */
function remettre(valeurs: Partial<Reglages>): void {
  oublierTapes(Object.keys(valeurs) as (keyof Reglages)[])
  regler(valeurs)
}

function oublierTapes(cles: readonly (keyof Reglages)[]): void {
  const { tapes, quittes, questions } = lire()
  const reste = CHAMPS.filter((c) => !cles.includes(c) && tapes[c] !== undefined)
  poser({
    tapes: Object.fromEntries(reste.map((c) => [c, tapes[c]])),
    quittes: quittes.filter((c) => !cles.includes(c)),
    questions: cles.includes('questionsCourtes') ? null : questions,
  })
}

const SECTIONS = {
  permanence: ['heureAudience', 'finDeferrements', 'dureeEnquete', 'modeCourt', 'questionsCourtes'],
  clavier: ['lettres'],
  affichage: ['tailleTexte', 'densite', 'contraste'],
  donnees: ['verrouApres'],
} as const satisfies Record<string, readonly (keyof Reglages)[]>
export type Section = keyof typeof SECTIONS

/** « Revenir aux réglages livrés », for one section; the directory has none: it ships empty. */
export function revenir(section: Section, nom: string): void {
  const cles = SECTIONS[section]
  oublierTapes(cles)
  if (changer(prendre(REGLAGES_PAR_DEFAUT, cles), `${nom}, réglages livrés`))
    dire(`${nom}\u00a0: réglages livrés. Ctrl+Z remet les vôtres.`)
  else dire(`${nom}\u00a0: déjà aux réglages livrés.`)
}

function prendre(r: Reglages, cles: readonly (keyof Reglages)[]): Partial<Reglages> {
  return Object.fromEntries(cles.map((cle) => [cle, r[cle]]))
}

function neufs(changes: Partial<Reglages>, actuels: Reglages): Partial<Reglages> {
  return Object.fromEntries(
    Object.entries(changes).filter(
      ([cle, valeur]) => JSON.stringify(valeur) !== JSON.stringify(actuels[cle as keyof Reglages]),
    ),
  )
}

// ───────────────────────────── hours and durations ─────────────────────────────

export function taper(champ: Champ, texte: string): void {
  const { tapes, quittes } = lire()
  poser({ tapes: { ...tapes, [champ]: texte }, quittes: quittes.filter((c) => c !== champ) })
}

export function champsLus(tapes = lire().tapes): ChampsLus {
  return lireChamps(tapes, reglages())
}

/** A field is left, or the screen: what can be kept is kept, the rest stays as typed with its sentence. */
export function garderChamps(): void {
  const { tapes } = lire()
  const { valeurs, phrases } = champsLus(tapes)
  const refuses = CHAMPS.filter((c) => phrases[c] !== undefined)
  poser({ tapes: Object.fromEntries(refuses.map((c) => [c, tapes[c]])), quittes: refuses })
  changer(valeurs)
}

// ───────────────────────────── questions of the short mode ─────────────────────────────

/** In the order of the triage, whatever the order of the ticks. */
export function cocherQuestion(fait: CleFait, cochee: boolean): void {
  const actuelles = new Set(lire().questions ?? reglages().questionsCourtes)
  if (cochee) actuelles.add(fait)
  else actuelles.delete(fait)
  const questions = LIGNES_TRIAGE.map((l) => l.fait).filter((f) => actuelles.has(f))
  poser({ questions: questions.length === 0 ? [] : null })
  if (questions.length > 0) changer({ questionsCourtes: questions })
}

// ───────────────────────────── before the page forgets ─────────────────────────────

const autres: (() => void)[] = []

/** The directory keeps what is typed in it too. */
export function garderAussi(garder: () => void): void {
  autres.push(garder)
}

export function garderTapes(): void {
  if (!ouvert()) return
  garderChamps()
  garderAutres()
}

function garderAutres(): void {
  for (const garder of autres) garder()
}

avantVerrouiller(garderTapes)

// Contacts are names: none stays in the page once it is locked (S7). An hour typed wrong may wait.
useMagasin.subscribe((apres, avant) => {
  if (avant.application?.coffre === 'ouvert' && apres.application?.coffre !== 'ouvert')
    poser({ contact: null, contacts: {}, passe: [], futur: [] })
})
