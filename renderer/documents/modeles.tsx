import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { Sortie } from '../../electron/ipc/contract.ts'
import boutons from '../composants/boutons.module.css'
import { dire } from '../magasin.ts'
import { appeler } from '../pont.ts'
import css from './documents.module.css'

type Verification = Sortie<'modeles.verifier'>

/** Bytes of a model (contract.ts). */
const OCTETS_MAX = 5_000_000

/** The ODT models that a court edits: what one of them asks for and the product does not have. */
export function Modeles() {
  const [lu, lire] = useState<{ nom: string; verification: Verification } | null>(null)

  const verifier = async (choisis: FileList | null) => {
    const [choisi] = choisis ?? []
    if (choisi === undefined) return
    lire(null)
    if (choisi.size > OCTETS_MAX)
      return dire(
        `${choisi.name}\u00a0: ce modèle dépasse 5\u00a0Mo. Retirez-en les images, puis recommencez.`,
      )
    const octets = enBase64(new Uint8Array(await choisi.arrayBuffer()))
    const resultat = await appeler('modeles.verifier', { octets })
    if (!resultat.ok) return dire(`${choisi.name}\u00a0: ${resultat.message}`)
    lire({ nom: choisi.name, verification: resultat.valeur })
  }

  return (
    <div>
      <h3 className={css.titre3}>Modèles ODT du tribunal</h3>
      <div className={css.actions}>
        <FileTrigger acceptedFileTypes={['.odt']} onSelect={(choisis) => void verifier(choisis)}>
          <Button className={boutons.bouton}>Vérifier le modèle…</Button>
        </FileTrigger>
        <Button className={boutons.bouton} onPress={() => void ecrireExemplaire()}>
          Obtenir le modèle livré
        </Button>
      </div>
      {lu !== null && <Resultat nom={lu.nom} verification={lu.verification} />}
    </div>
  )
}

function Resultat({ nom, verification }: { nom: string; verification: Verification }) {
  const { inconnus, malformes, manquants } = verification
  const listes = [
    ['Champs inconnus', inconnus.map((c) => `{${c}}`)],
    ['À corriger', malformes],
    ['Champs qui manquent', manquants.map((c) => `{${c}}`)],
  ] as const
  const pleines = listes.filter(([, champs]) => champs.length > 0)
  return (
    <div role="status" className={css.omissions}>
      <p>
        <strong>{nom}</strong>
        {pleines.length === 0 && '\u00a0: tous ses champs sont connus.'}
      </p>
      {pleines.map(([titre, champs]) => (
        <p key={titre}>
          {titre}&nbsp;: {champs.join(', ')}
        </p>
      ))}
    </div>
  )
}

function enBase64(octets: Uint8Array): string {
  let texte = ''
  const PAS = 0x8000
  for (let i = 0; i < octets.length; i += PAS) texte += String.fromCharCode(...octets.subarray(i, i + PAS))
  return btoa(texte)
}

async function ecrireExemplaire(): Promise<void> {
  const fait = await appeler('modeles.exemplaire', {})
  if (!fait.ok) return dire(fait.message)
  dire(
    `Modèle écrit\u00a0: ${fait.valeur.fichier}. Modifiez-le dans LibreOffice et enregistrez-le à côté sous le nom «\u00a0modele.odt\u00a0»\u00a0: il servira.`,
  )
}
