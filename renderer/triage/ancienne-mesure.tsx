import { ancienneMesure, dateCourte } from '../../domain/index.ts'

/** A repealed name is understood, never offered: what it is called today. */
export function AncienneMesure({ texte }: { texte: string }) {
  const mesure = ancienneMesure(texte)
  if (mesure === null) return null
  return (
    <>
      «&nbsp;{mesure.nom}&nbsp;» n’existe plus depuis le {dateCourte(mesure.depuis)}&nbsp;; aujourd’hui&nbsp;:{' '}
      {mesure.aujourdhui}.{' '}
    </>
  )
}
