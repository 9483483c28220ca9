import { create } from 'zustand'
import type { TraceExercice } from '../../domain/index.ts'
import { useMagasin } from '../magasin.ts'
import { observerAppels } from '../pont.ts'

/** What declarations do not say of an exercise, and whether its guide shows: ids and names of documents, nothing else. */
interface EtatExercice {
  trace: TraceExercice
  guide: boolean
}

const CLE = 'exercice'
const VIDE: EtatExercice = { trace: { ouverts: [], documents: [] }, guide: true }

export const useExercice = create<EtatExercice>()(() => relire())
const { getState: lire, setState } = useExercice

/** Lives as long as the window, like the place in it. */
function relire(): EtatExercice {
  try {
    return { ...VIDE, ...JSON.parse(sessionStorage.getItem(CLE) ?? '{}') }
  } catch {
    return VIDE
  }
}

function poser(etat: EtatExercice): void {
  setState(etat)
  sessionStorage.setItem(CLE, JSON.stringify(etat))
}

export function basculerGuide(): void {
  poser({ ...lire(), guide: !lire().guide })
}

function noter(quoi: keyof TraceExercice, nom: string): void {
  const { trace } = lire()
  if (!trace[quoi].includes(nom)) poser({ ...lire(), trace: { ...trace, [quoi]: [...trace[quoi], nom] } })
}

useMagasin.subscribe((m, avant) => {
  const dedans = m.application?.exercice === true
  if (avant.application?.exercice === true && !dedans) poser(VIDE)
  const { ecran, dossier } = m.position
  if (dedans && dossier !== null && ecran !== 'permanence') noter('ouverts', dossier)
})

observerAppels((route, entree) => {
  if (route !== 'documents.produire' && route !== 'documents.copier') return
  if (useMagasin.getState().application?.exercice === true)
    noter('documents', (entree as { document: string }).document)
})
