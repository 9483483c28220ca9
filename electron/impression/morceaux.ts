import type { EtatCritere } from '../../domain/index.ts'
import { type Appel, dateLongue, type Enonce, type Entete, type Segment } from '../../domain/index.ts'
import { html } from './echappement.ts'

/** Pieces of HTML shared by the documents. */

/** States have a shape and a word, both readable on a black and white printer. */
const FORMES = {
  vrai: '<circle cx="5" cy="5" r="3.8"/>',
  faux: '<path d="M1.6 1.6l6.8 6.8M8.4 1.6L1.6 8.4"/>',
  neutre: '<path d="M1.5 5h7"/>',
} as const

/** Drawn rather than typed: no font has them all on every machine. The question mark is in all. */
export function forme(etat: EtatCritere): string {
  if (etat === 'inconnu') return '<span class="forme" aria-hidden="true">?</span>'
  return `<svg class="forme ${etat}" viewBox="0 0 10 10" aria-hidden="true">${FORMES[etat]}</svg>`
}

/** A line to fill by hand. */
const BLANC = '<span class="blanc"></span>'

export function segment(s: Segment): string {
  const note = s.note === undefined ? '' : ` <span class="note">(${html(s.note)})</span>`
  // A sentence is followed by its source, a few words by a comma and their source.
  const virgule = note === '' && /[.!?…]$/.test(s.texte) ? '' : ','
  const source = s.source === '' ? '' : `${virgule} <span class="src">${html(s.source)}</span>`
  return `<bdi>${html(s.texte)}</bdi>${note}${source}`
}

export function reponse(e: Enonce): string {
  return e.segments.map(segment).join(' ; ')
}

export function appel(a: Appel): string {
  const qui = a.qui === '' ? '' : `${html(a.qui)} – `
  return `${qui}tél. ${a.telephone === null ? BLANC : html(a.telephone)}`
}

/** What does not fit on the header's one line is said in the body, whole. */
const ENTETE_MAX = 64

function tientEnEntete(texte: string): boolean {
  return texte.length <= ENTETE_MAX
}

export function tete(titre: string, e: Entete, mention: string): string {
  const numero =
    e.numeroParquet === null ? BLANC : tientEnEntete(e.numeroParquet) ? html(e.numeroParquet) : 'ci-dessous'
  const personne =
    e.personne === null ? BLANC : tientEnEntete(e.personne) ? `<bdi>${html(e.personne)}</bdi>` : 'ci-dessous'
  return `<header>
<h1>${html(titre)}</h1>
<p class="droite">N° parquet <span class="fort">${numero}</span></p>
<p class="qui"><span class="fort">${personne}</span></p>
<p class="droite">Audience du ${html(dateLongue(e.dateAudience))}</p>
<p class="mention">${html(mention)}</p>
</header>`
}

/** Rows that the header could not hold. */
export function lignesEntete(e: Entete): [libelle: string, texte: string][] {
  const lignes: [string, string | null][] = [
    ['N° parquet', e.numeroParquet],
    ['Identité', e.personne],
  ]
  return lignes.flatMap(([libelle, texte]): [string, string][] =>
    texte !== null && !tientEnEntete(texte) ? [[libelle, texte]] : [],
  )
}
