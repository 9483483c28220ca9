import { useEffect } from 'react'
import { Antecedents } from './antecedents/antecedents.tsx'
import { Catalogue } from './catalogue/catalogue.tsx'
import { ouvrirCatalogue, quitterCatalogue } from './catalogue/etat.ts'
import { Checklist } from './checklist/checklist.tsx'
import { Page } from './composants/page.tsx'
import { Deverrouillage } from './deverrouillage/deverrouillage.tsx'
import { Documents } from './documents/documents.tsx'
import { suivreProgres } from './documents/etat.ts'
import {
  demarrer,
  type Ecran,
  ouvrirEcran,
  ouvrirPanneau,
  useMagasin,
  verrouilleDailleurs,
  verrouiller,
} from './magasin.ts'
import { EcranOrientation } from './orientation/orientation.tsx'
import { basculerPalette } from './palette/etat.ts'
import { Palette } from './palette/palette.tsx'
import { Permanence } from './permanence/permanence.tsx'
import { Pieces } from './pieces/pieces.tsx'
import { PremierDemarrage } from './premier-demarrage/premier-demarrage.tsx'
import { ecouterTouches } from './touches.ts'
import { Triage } from './triage/triage.tsx'

/** Which screen, from what the main process says and where the user was. */
export function Application() {
  const application = useMagasin((m) => m.application)
  const panne = useMagasin((m) => m.panne ?? m.application?.panne ?? null)
  // One value at a time: moving from line to line must not draw the screen again.
  const ecran = useMagasin((m) => m.position.ecran)
  const dossier = useMagasin((m) => m.dossiers.find((d) => d.id === m.position.dossier))

  useEffect(() => {
    void demarrer()
    return window.aiguillage.listen((evenement) => {
      if (evenement.type === 'verrouille') verrouilleDailleurs()
      else suivreProgres(evenement)
    })
  }, [])

  if (panne !== null) return <Panne phrase={panne} />
  if (application === null) return null
  if (application.coffre === 'absent') return <PremierDemarrage />
  if (application.coffre === 'verrouille') return <Deverrouillage />
  return (
    <>
      <TouchesCommunes />
      <Palette />
      {dossier !== undefined && ecran === 'triage' && <Triage key={dossier.id} dossier={dossier} />}
      {dossier !== undefined && ecran === 'checklist' && <Checklist key={dossier.id} dossier={dossier} />}
      {dossier !== undefined && ecran === 'antecedents' && <Antecedents key={dossier.id} dossier={dossier} />}
      {dossier !== undefined && ecran === 'orientation' && (
        <EcranOrientation key={dossier.id} dossier={dossier} />
      )}
      {dossier !== undefined && ecran === 'pieces' && <Pieces key={dossier.id} dossier={dossier} />}
      {dossier !== undefined && ecran === 'documents' && <Documents key={dossier.id} dossier={dossier} />}
      {ecran === 'catalogue' && <Catalogue />}
      {(ecran === 'permanence' || (dossier === undefined && ecran !== 'catalogue')) && <Permanence />}
    </>
  )
}

function Panne({ phrase }: { phrase: string }) {
  return (
    <Page titre="Aiguillage n’a pas pu démarrer">
      <p>{phrase}</p>
      <p>Rien n’a été modifié ni effacé sur ce poste.</p>
    </Page>
  )
}

/** Screens of one dossier that Escape leaves for its triage. */
const DEPUIS_LE_TRIAGE: readonly Ecran[] = ['checklist', 'antecedents', 'orientation', 'pieces', 'documents']

/** Escape closes a panel first; only then does it go back to the triage or leave the catalogue. It never leaves a dossier. */
function fermer(): void {
  const { panneau, position } = useMagasin.getState()
  if (panneau !== 'aucun') ouvrirPanneau('aucun')
  else if (position.ecran === 'catalogue') quitterCatalogue()
  else if (DEPUIS_LE_TRIAGE.includes(position.ecran)) ouvrirEcran('triage', position.dossier, position.ligne)
}

/** Keys of every open screen. */
function TouchesCommunes() {
  useEffect(
    () =>
      ecouterTouches({
        'Control+l': () => void verrouiller(),
        f1: () => ouvrirPanneau(useMagasin.getState().panneau === 'aide' ? 'aucun' : 'aide'),
        f7: ouvrirCatalogue,
        'Control+k': basculerPalette,
        escape: fermer,
      }),
    [],
  )
  return null
}
