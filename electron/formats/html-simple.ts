import { MARQUE_EXERCICE } from '../../domain/index.ts'
import { html, lignePied } from '../impression/index.ts'
import { type Bloc, type Brin, type Cellule, type ContenuEcrit, enBlocs } from './blocs.ts'

/**
 * Rich copy: what a word processor keeps of a paste. Titles, lists and tables only: no class, no style, no script, no
 * address to fetch.
 */
export function versHtmlSimple(contenu: ContenuEcrit): string {
  const { edition, chapeau, blocs } = enBlocs(contenu)
  const corps = blocs.map(bloc)
  if (contenu.type === 'message') return `<div lang="fr">${corps.join('')}</div>`
  const marque = edition.exercice ? [`<p>${html(MARQUE_EXERCICE)}</p>`] : []
  const tete = [...marque, `<h1>${html(edition.titre)}</h1>`, ...chapeau.map((l) => `<p>${html(l)}</p>`)]
  const pied = [edition.pied, lignePied(edition)].map((l) => `<p>${html(l)}</p>`)
  return `<div lang="fr">${[...tete, ...corps, ...pied].join('')}</div>`
}

function bloc(b: Bloc): string {
  switch (b.genre) {
    case 'titre':
      return `<h${b.niveau}>${html(b.texte)}</h${b.niveau}>`
    case 'paragraphe':
      return `<p>${b.brins.map(brin).join('')}</p>`
    case 'liste':
      return `<ul>${b.items.map((i) => `<li>${i.map(brin).join('')}</li>`).join('')}</ul>`
    case 'table': {
      const entetes = b.colonnes.map((c) => `<th scope="col">${html(c)}</th>`).join('')
      const lignes = b.lignes.map((l) => `<tr>${l.map(cellule).join('')}</tr>`).join('')
      return `<table><thead><tr>${entetes}</tr></thead><tbody>${lignes}</tbody></table>`
    }
  }
}

function cellule(c: Cellule, rang: number): string {
  const coche = c.coche === undefined ? '' : c.coche ? '☒ ' : '☐ '
  const dedans = coche + c.brins.map(brin).join('')
  return rang === 0 ? `<th scope="row">${dedans}</th>` : `<td>${dedans}</td>`
}

function brin({ texte, italique }: Brin): string {
  const dit = `<bdi>${html(texte)}</bdi>`
  return italique === true ? `<em>${dit}</em>` : dit
}
