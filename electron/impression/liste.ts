import { dateLongue, type ListeContenu } from '../../domain/index.ts'
import { avecBlancs, html } from './echappement.ts'

export function corpsListe(c: ListeContenu): string {
  const entetes = c.colonnes.map((x) => `<th scope="col">${html(x)}</th>`).join('')
  const lignes = c.lignes.map(({ cellules }) => `<tr>${cellules.map(cellule).join('')}</tr>`)
  const nombre = c.lignes.length < 2 ? `${c.lignes.length} personne` : `${c.lignes.length} personnes`
  return `<header><h1>${html(c.titre)}</h1><p class="droite">${html(nombre)}</p>
<p class="mention">${html(`Audience du ${dateLongue(c.dateAudience)}`)}</p></header>
<main class="corps"><table><thead><tr>${entetes}</tr></thead><tbody>${lignes.join('')}</tbody></table></main>`
}

/** The first column says whose line it is. */
function cellule(texte: string, rang: number): string {
  const dedans = texte === '' ? '' : `<bdi>${avecBlancs(texte)}</bdi>`
  // A number or an hour is never cut; only words may wrap.
  const classe = texte.length <= COURT ? ' class="court"' : ''
  return rang === 0 ? `<th scope="row"${classe}>${dedans}</th>` : `<td${classe}>${dedans}</td>`
}

const COURT = 14
