import type { Entree, NomRoute } from '../electron/ipc/contract.ts'
import { appeler } from './pont.ts'

type Ecriture = Extract<
  NomRoute,
  | 'dossiers.creer'
  | 'dossiers.identifier'
  | 'dossiers.joindreCasier'
  | 'declarations.ajouter'
  | 'pieces.ajouter'
  | 'reglages.ecrire'
>
type Acte = { [R in Ecriture]: { route: R; entree: Entree<R> } }[Ecriture]

const NOUVEL_ESSAI_MS = 2000
const ATTENTE_MAX_MS = 4000
/** Limit of one call (contract.ts). */
const DECLARATIONS_PAR_APPEL = 200

/** Acts not yet acknowledged, oldest first. One leaves the queue only when the main process says it is on disk. */
const file: Acte[] = []
let enCours: Promise<void> | null = null
let suspendu = false

export type Enregistrement =
  | { etat: 'repos' }
  | { etat: 'en-cours' }
  | { etat: 'fait'; a: string }
  | { etat: 'echec'; message: string }

let noter: (enregistrement: Enregistrement) => void = () => {}

export function suivreEnregistrement(ecouteur: typeof noter): void {
  noter = ecouteur
}

export function enAttente(): number {
  return file.length
}

export function deposer(acte: Acte): void {
  file.push(acte)
  reprendre()
}

function reprendre(): void {
  suspendu = false
  if (file.length === 0) return
  enCours ??= vider().finally(() => {
    enCours = null
  })
}

/** While locked nothing is sent. What could not be saved before waits here, and only here, for the next opening. */
export function suspendre(): void {
  suspendu = true
}

/** True when everything is on disk, false when it is still not after a few seconds. */
export async function toutEnvoyer(): Promise<boolean> {
  reprendre()
  await Promise.race([enCours, attendre(ATTENTE_MAX_MS)])
  return file.length === 0
}

async function vider(): Promise<void> {
  noter({ etat: 'en-cours' })
  while (file.length > 0 && !suspendu) {
    const [acte, nombre] = grouper()
    const resultat = await appeler(acte.route, acte.entree)
    if (resultat.ok) {
      file.splice(0, nombre)
      if (file.length === 0) noter({ etat: 'fait', a: resultat.valeur.enregistreA })
    } else {
      noter({ etat: 'echec', message: resultat.message })
      await attendre(NOUVEL_ESSAI_MS)
    }
  }
}

/** Answers typed while a call was under way leave together. */
function grouper(): [acte: Acte, nombre: number] {
  const premier = file[0]
  if (premier === undefined) throw new RangeError('file vide')
  if (premier.route !== 'declarations.ajouter') return [premier, 1]
  const { dossier } = premier.entree
  const declarations = [...premier.entree.declarations]
  let nombre = 1
  for (const acte of file.slice(1)) {
    if (acte.route !== 'declarations.ajouter' || acte.entree.dossier !== dossier) break
    if (declarations.length + acte.entree.declarations.length > DECLARATIONS_PAR_APPEL) break
    declarations.push(...acte.entree.declarations)
    nombre += 1
  }
  return [{ route: premier.route, entree: { dossier, declarations } }, nombre]
}

function attendre(ms: number): Promise<void> {
  return new Promise((resoudre) => {
    setTimeout(resoudre, ms)
  })
}
