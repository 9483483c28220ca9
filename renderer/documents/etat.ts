import { create } from 'zustand'
import type { Evenement } from '../../electron/ipc/contract.ts'
import { useMagasin } from '../magasin.ts'

export type Progres = Omit<Extract<Evenement, { type: 'progres' }>, 'type'>

interface EtatDocuments {
  /** The dossier d’audience under way; null when none is. */
  progres: Progres | null
}

export const useDocuments = create<EtatDocuments>()(() => ({ progres: null }))
const { getState: lire, setState: poser } = useDocuments

useMagasin.subscribe((m, avant) => {
  if (avant.application?.coffre === 'ouvert' && m.application?.coffre !== 'ouvert') poser({ progres: null })
})

export function noterProgres(progres: Progres | null): void {
  poser({ progres })
}

/** An event that comes after the end, or after a cancel, says nothing any more. */
export function suivreProgres(evenement: Extract<Evenement, { type: 'progres' }>): void {
  const { type: _type, ...progres } = evenement
  if (lire().progres !== null) poser({ progres })
}
