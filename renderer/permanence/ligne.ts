import { comparerAuTableau, declarationsDeLigne, type LigneLue, lireLigne } from '../../domain/index.ts'
import { nomDe } from '../composants/mots.ts'
import {
  avantVerrouiller,
  dire,
  dossierDe,
  jourDuTableau,
  ouvrirEcran,
  poserBrouillon,
  tribunalDuMagasin,
  useMagasin,
} from '../magasin.ts'
import { creerDossier, identiteDe } from '../saisie/creer.ts'
import { reference } from './actes.ts'

/** One déféré from one typed line, on the day that the board shows. Nothing here draws. */

export function ecrireLigne(texte: string): void {
  const { brouillon } = useMagasin.getState()
  if (texte === '') poserBrouillon(null)
  else poserBrouillon({ id: brouillon?.id ?? crypto.randomUUID(), texte })
}

export function lireCetteLigne(texte: string): LigneLue {
  return lireLigne(texte, { maintenant: reference(jourDuTableau()) })
}

/** The sentence when the board already has this person, or may have. */
export function dejaAuTableau(ligne: LigneLue): string | null {
  const [c] = comparerAuTableau([ligne], useMagasin.getState().dossiers)
  return c === undefined || c.motif === '' ? null : c.motif
}

/** Creates the dossier of the line; its id, or null when nothing is typed. */
export function creerDepuisLigne(): string | null {
  const { brouillon } = useMagasin.getState()
  if (brouillon === null || brouillon.texte.trim() === '') return null
  const { id, texte } = brouillon
  const lu = lireCetteLigne(texte)
  creerDossier(id, identiteDe(lu), declarationsDeLigne(lu, tribunalDuMagasin()), crypto.randomUUID())
  poserBrouillon(null)
  return id
}

export function direAjoute(id: string): void {
  const dossier = dossierDe(id)
  if (dossier) dire(`${nomDe(dossier)} ajouté(e).`)
}

/** Locking loses nothing: what was being typed becomes a dossier, reopened at the same place. */
avantVerrouiller(() => {
  const id = creerDepuisLigne()
  if (id !== null) ouvrirEcran('triage', id)
})
