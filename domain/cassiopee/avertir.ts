import type { PersonneCollee, TableauLu } from './resultat.ts'

interface Constat {
  personnes: readonly PersonneCollee[]
  ecartees: TableauLu['ecartees']
  infractions: number
  orphelines: number
  ambigues: number
  sansRole: number
  rolesConnus: boolean
  mineurIllisible: boolean
  numeros: number
  nonComprises: number
}

/** What to check about the paste as a whole; no sentence names anybody. */
export function avertir(c: Constat): string[] {
  const dits: string[] = []
  const { length: n } = c.personnes
  if (c.ecartees.mineurs > 0)
    dits.push(
      `${compte(c.ecartees.mineurs, 'personne mineure')} non reprise${s(c.ecartees.mineurs)}\u00a0: ${c.ecartees.mineurs > 1 ? 'leur' : 'son'} dossier relève de la justice des mineurs.`,
    )
  if (n > 0 && !c.rolesConnus)
    dits.push('Aucun rôle dans ce texte\u00a0: vérifiez qu’il n’y a ni victime ni témoin.')
  if (c.sansRole > 0)
    dits.push(
      `${compte(c.sansRole, 'personne')} sans rôle ou sans nom lisible, non reprise${s(c.sansRole)}\u00a0: voyez les lignes marquées.`,
    )
  if (c.mineurIllisible)
    dits.push('La colonne «\u00a0Mineur\u00a0» n’a pas pu être lue\u00a0: vérifiez la majorité.')
  if (c.ambigues > 0)
    dits.push(
      `${compte(c.ambigues, 'infraction')} sans personne désignée, attribuée${s(c.ambigues)} à toutes\u00a0: vérifiez qui est poursuivi pour quoi.`,
    )
  if (c.orphelines > 0)
    dits.push(
      `${compte(c.orphelines, 'infraction')} sans personne ici\u00a0: collez aussi le tableau «\u00a0Personnes\u00a0» de la même procédure.`,
    )
  if (n > 0 && c.infractions === 0)
    dits.push(
      'Aucune infraction dans ce texte\u00a0: collez aussi le tableau «\u00a0Infractions\u00a0», ou complétez les faits.',
    )
  const sansNumero = c.personnes.filter((p) => p.numeroParquet === '').length
  if (sansNumero > 0)
    dits.push(`N° parquet absent pour ${compte(sansNumero, 'personne')}\u00a0: complétez-le.`)
  if (c.nonComprises > 0)
    dits.push(
      `${compte(c.nonComprises, 'ligne')} non comprise${s(c.nonComprises)}\u00a0: vérifiez-${c.nonComprises > 1 ? 'les' : 'la'}.`,
    )
  return dits
}

function s(n: number): string {
  return n > 1 ? 's' : ''
}

/** « 1 personne mineure », « 2 personnes mineures ». */
export function compte(n: number, mots: string): string {
  return `${n} ${n > 1 ? mots.replace(/(?=\s|$)/g, 's') : mots}`
}
