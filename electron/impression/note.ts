import type { NoteContenu } from '../../domain/index.ts'
import { html } from './echappement.ts'
import { lignesEntete, reponse, tete } from './morceaux.ts'

type Section = NoteContenu['sections'][number]

export function corpsNote(c: NoteContenu): string {
  const longues = lignesEntete(c.entete).map(
    ([libelle, texte]) => `<p>${html(libelle)} : <bdi>${html(texte)}</bdi></p>`,
  )
  return `${tete(c.titre, c.entete, c.pied)}
<main class="corps">${longues.join('')}${c.sections.map(section).join('\n')}</main>`
}

function section(s: Section): string {
  const mention = s.mention === undefined ? '' : `<span class="lecture">${html(` – ${s.mention}`)}</span>`
  const notes = s.notes.map((n) => `<p>${html(n)}</p>`).join('')
  const lignes = s.enonces.map(
    (e) => `<tr><th scope="row">${html(e.libelle)}</th><td>${reponse(e)}</td></tr>`,
  )
  const table = lignes.length === 0 ? '' : `<table><tbody>${lignes.join('')}</tbody></table>`
  return `<section><h2>${html(s.titre)}${mention}</h2>${notes}${table}</section>`
}
