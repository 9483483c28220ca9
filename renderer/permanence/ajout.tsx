import { useEffect } from 'react'
import { FormulaireDossier } from '../composants/formulaire-dossier.tsx'
import { dire, ouvrirEcran, ouvrirPanneau, poserBrouillon, useMagasin } from '../magasin.ts'
import { brouillonNeuf, creerDepuisBrouillon, estCommence } from '../saisie/dossier.ts'

/** A typed déféré left alone this long becomes a dossier: the idle lock must not take it away. */
const GARDE_MS = 120_000

export function ajouter(): void {
  if (useMagasin.getState().brouillon === null) poserBrouillon(brouillonNeuf())
  ouvrirPanneau('formulaire')
}

export function Ajout() {
  const brouillon = useMagasin((m) => m.brouillon)

  useEffect(() => {
    if (brouillon === null || !estCommence(brouillon.saisie)) return
    const garde = setTimeout(() => {
      const id = creerDepuisBrouillon()
      if (id === null) return
      ouvrirEcran('triage', id)
      ouvrirPanneau('formulaire')
      dire('Le déféré commencé est enregistré\u00a0; vous pouvez continuer.')
    }, GARDE_MS)
    return () => clearTimeout(garde)
  }, [brouillon])

  if (brouillon === null) return null
  return (
    <FormulaireDossier
      titre="Nouveau déféré"
      saisie={brouillon.saisie}
      onChange={(saisie) => poserBrouillon({ ...brouillon, saisie })}
      onEntree={() => {
        const id = creerDepuisBrouillon()
        if (id !== null) ouvrirEcran('triage', id)
      }}
      onFermer={() => ouvrirPanneau('aucun')}
      action="Créer et ouvrir"
    />
  )
}
