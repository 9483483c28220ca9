import { flushSync } from 'react-dom'
import {
  type CleFait,
  type Declaration,
  type Dossier,
  definitionFait,
  pasEnArriere,
  pasEnAvant,
} from '../../domain/index.ts'
import { nomDe } from '../composants/mots.ts'
import { instant } from '../horloge.ts'
import { auteur, declarer, dire, dossierDe, editer, useMagasin } from '../magasin.ts'

/** Ctrl+Z and Ctrl+Y, the same on every screen of a dossier and on the board: the whole history of one person. */

/** An undo that no declaration says (a text taken out or joined): its sentence, or null when it is not its turn. */
type Reprise = (dossier: Dossier, dernierActe: string | null) => Promise<string | null> | string | null
const reprises: Reprise[] = []

/** `dernierActe`: date of the act that would be undone otherwise. */
export function annulerAussi(reprise: Reprise): void {
  reprises.push(reprise)
}

type Suite = (faits: readonly CleFait[]) => void
let suite: Suite | null = null

/** Where the focus goes afterwards, on the screen that says so. */
export function apresHistorique(suivre: Suite): () => void {
  suite = suivre
  return () => {
    if (suite === suivre) suite = null
  }
}

function contexte() {
  return { auteur: auteur(), date: instant(), nouvelId: () => crypto.randomUUID() }
}

export async function defaire(): Promise<void> {
  const dossier = dossierVise()
  if (dossier === undefined) return dire('Rien à annuler.')
  const { acte, declarations } = pasEnArriere(dossier, contexte())
  for (const reprise of reprises) {
    const rendu = reprise(dossier, acte?.at(-1)?.date ?? null)
    const phrase = rendu instanceof Promise ? await rendu : rendu
    if (phrase === null) continue
    dire(phrase)
    suite?.([])
    return
  }
  if (acte === null) return dire('Rien à annuler.')
  appliquer(dossier, acte, declarations)
  dire(`${dit('Annulé', dossier, acte)} Ctrl+Y rétablit.`)
}

export function refaire(): void {
  const dossier = dossierVise()
  const { acte, declarations } = dossier === undefined ? RIEN : pasEnAvant(dossier, contexte())
  if (dossier === undefined || acte === null) {
    dire('Rien à rétablir.')
    return
  }
  appliquer(dossier, acte, declarations)
  dire(dit('Rétabli', dossier, acte))
}

const RIEN = { acte: null, declarations: [] }

function appliquer(
  { id }: Dossier,
  acte: readonly Declaration[],
  declarations: readonly Declaration[],
): void {
  flushSync(() => {
    editer(null)
    declarer(id, declarations)
  })
  suite?.(faitsDe(acte))
}

/** The main one first: what a line says about itself comes after its details. */
function faitsDe(acte: readonly Declaration[]): CleFait[] {
  return [...new Set(acte.map((d) => d.fait).reverse())]
}

/** « Annulé : Addiction, 3 réponses. » */
function dit(quoi: string, dossier: Dossier, acte: readonly Declaration[]): string {
  const [fait = '', ...autres] = faitsDe(acte)
  const nombre = autres.length === 0 ? '' : `, ${autres.length + 1} réponses`
  const pour = useMagasin.getState().position.ecran === 'permanence' ? ` pour ${nomDe(dossier)}` : ''
  return `${quoi}${pour}\u00a0: ${definitionFait(fait)?.libelle ?? fait}${nombre}.`
}

/** The dossier of the screen; on the board, the one whose row has the focus. */
function dossierVise(): Dossier | undefined {
  const { ecran, dossier } = useMagasin.getState().position
  const rangee = document.activeElement?.closest<HTMLElement>('[data-dossier], [data-key]')
  const vise = ecran === 'permanence' ? (rangee?.dataset.dossier ?? rangee?.dataset.key) : dossier
  return dossierDe(vise ?? '')
}
