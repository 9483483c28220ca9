import type { TableauLu } from './resultat.ts'

const QUI = [
  ['victimes', 'victime', 'victimes'],
  ['temoins', 'témoin', 'témoins'],
  ['mineurs', 'mineur(e)', 'mineur(e)s'],
  ['autres', 'autre rôle', 'autres rôles'],
] as const

/** « 3 personnes reconnues, 1 ligne ignorée (victime) »: how many, never who. */
export function direCollage({ personnes, ecartees }: Pick<TableauLu, 'personnes' | 'ecartees'>): string {
  const n = personnes.length
  const dit = n === 0 ? 'Personne à ajouter' : `${n} ${n > 1 ? 'personnes reconnues' : 'personne reconnue'}`
  const total = QUI.reduce((somme, [cle]) => somme + ecartees[cle], 0)
  if (total === 0) return dit
  const parts = QUI.flatMap(([cle, un, plusieurs]) => {
    const k = ecartees[cle]
    if (k === 0) return []
    return total === k ? [k > 1 ? plusieurs : un] : [`${k} ${k > 1 ? plusieurs : un}`]
  })
  return `${dit}, ${total} ${total > 1 ? 'lignes ignorées' : 'ligne ignorée'} (${parts.join(', ')})`
}
