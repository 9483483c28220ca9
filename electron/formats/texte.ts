import { MARQUE_EXERCICE } from '../../domain/index.ts'
import type { Edition } from '../impression/index.ts'
import { type Bloc, type Cellule, type ContenuEcrit, enBlocs, lire } from './blocs.ts'
import { enCp1252 } from './cp1252.ts'

const COLONNES = 100
const FIN_DE_LIGNE = '\r\n'

/**
 * Plain text for Cassiopée and e-mail: Windows-1252-safe, lines of 100 characters at most, ended by CR LF. A table is
 * one line for each row, so that a paste keeps its words in order.
 */
export function versTexte(contenu: ContenuEcrit): string {
  const { edition, chapeau, blocs } = enBlocs(contenu)
  const paragraphes =
    contenu.type === 'message'
      ? blocs.map(bloc)
      : [
          [...(edition.exercice ? [MARQUE_EXERCICE] : []), edition.titre.toUpperCase(), ...chapeau],
          ...blocs.map(bloc),
          pied(edition),
        ]
  const entre = contenu.type === 'message' ? [] : ['']
  const lignes = paragraphes.flatMap((p, i) => [
    ...(i === 0 ? [] : entre),
    ...p.flatMap((l) => plier(enCp1252(l))),
  ])
  return lignes.join(FIN_DE_LIGNE) + FIN_DE_LIGNE
}

function bloc(b: Bloc): string[] {
  switch (b.genre) {
    case 'titre':
      return [b.texte.toUpperCase()]
    case 'paragraphe':
      return [lire(b.brins)]
    case 'liste':
      return b.items.map((i) => `- ${lire(i)}`)
    case 'table':
      return b.lignes.map((l) => rangee(l, b.colonnes))
  }
}

/** « libellé : réponse » for two columns; more columns are each named, and empty ones left out. */
function rangee(cellules: readonly Cellule[], colonnes: readonly string[]): string {
  const textes = cellules.map(
    (c) => `${c.coche === undefined ? '' : c.coche ? '[x] ' : '[ ] '}${lire(c.brins)}`,
  )
  if (textes.length === 2) return `- ${textes.join(' : ')}`
  // A box to tick says its own state, number and step.
  const tus = cellules[0]?.coche === undefined ? 1 : 3
  const nommes = textes.flatMap((t, i) => (t === '' ? [] : [i < tus ? t : `${colonnes[i]} : ${t}`]))
  return `- ${nommes.join(' | ')}`
}

function pied(e: Edition): string[] {
  return ['-'.repeat(40), e.pied, [e.quoi, e.quand, e.catalogue].filter((x) => x !== '').join(' - ')]
}

/** Broken between words, at worst inside one; what follows is set in by two spaces under a dash. */
function plier(ligne: string): string[] {
  return ligne.split('\n').flatMap((l) => {
    const retrait = l.startsWith('- ') ? '  ' : ''
    const pliees: string[] = []
    let reste = l
    while (reste.length > COLONNES) {
      const espace = reste.lastIndexOf(' ', COLONNES)
      const coupe = espace > retrait.length ? espace : COLONNES
      pliees.push(reste.slice(0, coupe).trimEnd())
      reste = retrait + reste.slice(coupe).trimStart()
    }
    return [...pliees, reste]
  })
}
