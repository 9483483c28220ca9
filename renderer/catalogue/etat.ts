import { create } from 'zustand'
import { aller, ouvrirEcran, ouvrirPanneau, useMagasin } from '../magasin.ts'

/** What the Catalogue screen shows and what is being typed in it: no dossier, so it may outlive a lock. */

export type Onglet = 'dispositifs' | 'cadres' | 'seuils' | 'fichier'

/** Which form is open beside the sheet: `verification/ouvrage`, `parametre/ouvrage.inclusions`, `modele`… */
export type CleFormulaire = string
export type Champs = Readonly<Record<string, string>>

interface EtatEcran {
  onglet: Onglet
  /** Court of the filter; `null`: that of the store. */
  tribunal: string | null
  clos: boolean
  choisi: Readonly<Partial<Record<Onglet, string>>>
  formulaire: CleFormulaire | null
  /** Typed and not recorded yet, by form: closing one keeps it. */
  brouillons: Readonly<Record<CleFormulaire, Champs>>
  /** Last person responsible named in this window, proposed again. */
  par: string
}

export const useEcran = create<EtatEcran>()(() => ({
  onglet: 'dispositifs',
  tribunal: null,
  clos: false,
  choisi: {},
  formulaire: null,
  brouillons: {},
  par: '',
}))

const { getState: lire, setState: poser } = useEcran

export function regler(reglage: Partial<Pick<EtatEcran, 'onglet' | 'tribunal' | 'clos' | 'par'>>): void {
  poser(reglage)
}

export function choisir(onglet: Onglet, id: string): void {
  if (lire().choisi[onglet] === id) return
  poser({ choisi: { ...lire().choisi, [onglet]: id }, formulaire: null })
}

export function ouvrirFormulaire(formulaire: CleFormulaire | null): void {
  poser({ formulaire })
}

/** `null`: recorded, nothing is left to keep. */
export function garderBrouillon(cle: CleFormulaire, champs: Champs | null): void {
  const { [cle]: _ancien, ...reste } = lire().brouillons
  poser({ brouillons: champs === null ? reste : { ...reste, [cle]: champs } })
}

/** F7, from any screen. */
export function ouvrirCatalogue(): void {
  const { position } = useMagasin.getState()
  if (position.ecran === 'catalogue') return
  ouvrirEcran('catalogue', position.dossier, position.ligne)
  // The Settings opened from here lead back to the same Catalogue, not to themselves for ever.
  if (position.ecran !== 'reglages' || position.depuis !== 'catalogue') aller({ retour: position.ecran })
}

/** Échap: closes the form first, then goes back to the screen one came from. */
export function quitterCatalogue(): void {
  if (lire().formulaire !== null) {
    ouvrirFormulaire(null)
    return
  }
  const { retour, dossier, ligne } = useMagasin.getState().position
  ouvrirPanneau('aucun')
  ouvrirEcran(retour === undefined || retour === 'catalogue' ? 'permanence' : retour, dossier, ligne)
}
