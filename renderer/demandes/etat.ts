import { create } from 'zustand'
import type { Destinataire } from '../../domain/index.ts'
import { aller, ouvrirPanneau, useMagasin } from '../magasin.ts'

/** Where one is in the pane of the requests: ids only, forgotten when the store locks. */

export interface Choisie {
  dossier: string
  destinataire: Destinataire
}

interface EtatDemandes {
  choisie: Choisie | null
  /** The answers of the chosen request are being noted. */
  reponse: boolean
  /** Dossiers whose requests that are not proposed are shown too. */
  deplies: readonly string[]
}

const DEPART: EtatDemandes = { choisie: null, reponse: false, deplies: [] }

export const useDemandes = create<EtatDemandes>()(() => DEPART)
const { getState: lire, setState: poser } = useDemandes

useMagasin.subscribe((m, avant) => {
  if (avant.application?.coffre === 'ouvert' && m.application?.coffre !== 'ouvert') poser(DEPART)
})

export function choisir(choisie: Choisie): void {
  const { choisie: avant } = lire()
  const meme = avant?.dossier === choisie.dossier && avant.destinataire === choisie.destinataire
  if (!meme) poser({ choisie, reponse: false })
}

export function montrerReponse(reponse: boolean): void {
  poser({ reponse })
}

export function deplier(dossier: string): void {
  const { deplies } = lire()
  poser({
    deplies: deplies.includes(dossier) ? deplies.filter((d) => d !== dossier) : [...deplies, dossier],
  })
}

/** Opens the pane on the board, on this person where one is given. */
export function ouvrirDemandes(dossier: string | null = null): void {
  poser({ choisie: null, reponse: false })
  aller({ ecran: 'permanence', ...(dossier !== null && { dossier }) })
  ouvrirPanneau('demandes')
}
