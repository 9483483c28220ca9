import type { EtatCritere } from '../../domain/index.ts'
import {
  type Appel,
  type DocumentContenu,
  type Enonce,
  MOT_ETAT,
  type Section,
  type Talon,
} from '../../domain/index.ts'
import { html } from './echappement.ts'
import { appel, forme, lignesEntete, reponse, segment, tete } from './morceaux.ts'

/** The fiche: two columns above, the lawyer's third below (see style.ts for how the third keeps its place). `suite`: page where it goes on. */
export function corpsFiche(c: DocumentContenu, suite: number | null): string {
  return `${tete(c.titre, c.entete, c.pied)}
<main class="corps${suite === null ? '' : ' longue'}">
${alertes(c)}
${tableEntete(c)}
${c.sections.map(section).join('\n')}
</main>
${suite === null ? '' : `<p class="annonce">suite page ${suite}</p>`}
${talon(c.talon)}`
}

function alertes({ alertes }: DocumentContenu): string {
  if (alertes.length === 0) return ''
  const lignes = alertes.map(
    (a) =>
      `<li>${a.bloquante ? '<span class="fort">Bloquant :</span> ' : ''}${html(a.texte)} <span class="src">${html(a.articles.join(', '))}</span></li>`,
  )
  return `<section class="alertes"><h2>Alertes</h2><ul>${lignes.join('')}</ul></section>`
}

function tableEntete(c: DocumentContenu): string {
  const lignes = lignesEntete(c.entete)
  if (lignes.length === 0) return ''
  return table(
    'Dossier',
    lignes.map(([libelle, texte]) => ({
      libelle,
      segments: [{ texte, lacune: null, source: '', declarations: [] }],
    })),
  )
}

function section(s: Section): string {
  const mention = s.mention === undefined ? '' : `<span class="lecture">${html(` – ${s.mention}`)}</span>`
  const titre = `${html(s.titre)}${mention}`
  return `<section>${table(titre, s.enonces, s.notes)}</section>`
}

function table(titre: string, enonces: readonly Enonce[], notes: readonly string[] = []): string {
  const legende = notes.length === 0 ? '' : `<caption>${notes.map((n) => html(n)).join('<br>')}</caption>`
  const criteres = enonces.some((e) => e.etat !== undefined)
  const lignes = criteres
    ? lignesCriteres(enonces)
    : enonces.filter((e) => !estSilence(e)).map((e) => rangee(html(e.libelle), `${DEUX_POINTS}${reponse(e)}`))
  return `<h2>${titre}</h2><table>${legende}<tbody>${lignes.join('')}</tbody></table>
${enonces.filter(estSilence).map(silence).join('')}`
}

const DEUX_POINTS = '\u00A0: '

/** The list of what nobody asked is a sentence: it takes the whole width. */
function estSilence(e: Enonce): boolean {
  return e.etat === undefined && e.segments.every((s) => s.lacune === 'non demandé' && s.source === '')
}

function silence(e: Enonce): string {
  return `<p class="silence"><span class="fort">${html(e.libelle)}</span> – ${reponse(e)}</p>`
}

/** A row stays whole unless it could leave most of a column empty. */
const RANGEE_MAX = 260

function rangee(entete: string, contenu: string): string {
  const longue = contenu.length > RANGEE_MAX ? ' class="longue"' : ''
  return `<tr${longue}><th scope="row">${entete}</th><td>${contenu}</td></tr>`
}

/** Criteria that decide have their own row: the false ones when there are any, otherwise the unknown ones. */
function lignesCriteres(enonces: readonly Enonce[]): string[] {
  const decide = enonces.some((e) => e.etat === 'faux') ? 'faux' : 'inconnu'
  const autres = (['inconnu', 'vrai', 'neutre'] as const).filter((etat) => etat !== decide)
  return [...seuls(enonces, decide), ...autres.map((etat) => groupe(enonces, etat))]
}

function seuls(enonces: readonly Enonce[], etat: EtatCritere): string[] {
  return enonces
    .filter((e) => e.etat === etat)
    .map((e) => rangee(`${marque(etat)} – ${html(e.libelle)}`, ` – ${reponse(e)}${aFaire(e)}`))
}

function aFaire(e: Enonce): string {
  if (e.aFaire === undefined) return ''
  const tel = e.appel === undefined ? '' : ` <span class="tel">${appel(e.appel)}</span>`
  return `<br><span class="fort">${html('À faire :')}</span> ${html(e.aFaire)}${tel}`
}

/**
 * What does not decide takes one row for all: each reason is a sentence that stands without the name of its
 * criterion, and reasons with the same source are read together.
 */
function groupe(enonces: readonly Enonce[], etat: EtatCritere): string {
  const segments = enonces.filter((e) => e.etat === etat).flatMap((e) => e.segments)
  if (segments.length === 0) return ''
  const sources = [...new Set(segments.map((s) => s.source))]
  const textes = sources.map((source) => {
    const motifs = segments.filter((s) => s.source === source).map((s) => `<bdi>${html(s.texte)}</bdi>`)
    return `${motifs.join(' ')} <span class="src">${html(source)}</span>`
  })
  return rangee(marque(etat), ` – ${textes.join(' · ')}`)
}

function marque(etat: EtatCritere): string {
  return `${forme(etat)}${MOT_ETAT[etat]}`
}

/** One line and a half: readings of many dispositifs are named above, in the sections. */
const LECTURE_MAX = 170

/** Lines share few sources: each is named once, by its number. */
function talon(t: Talon): string {
  const sources = [...new Set(t.presentation.map((p) => p.source).filter((s) => s !== ''))]
  const renvoi = (source: string) =>
    source === '' ? '' : ` <span class="src">[${sources.indexOf(source) + 1}]</span>`
  const lignes = t.presentation.map((p) => `<li>${html(p.texte)}${renvoi(p.source)}</li>`).join('')
  const liste = sources.map((source, i) => `[${i + 1}] ${source}`).join(' ; ')
  const noms = liste === '' ? '' : ` Sources : ${liste}.`
  const rappel = '« Hors critères » n’est jamais un motif pour requérir la prison.'
  const verification = `<p class="sous">${html(`${t.verification}.${noms} ${rappel}`)}</p>`
  const titre = `<h3>${html(t.titre)}</h3>`
  // One call alone would take a whole row of three.
  const seul = t.appels.length === 1
  const corps =
    t.direOui === null
      ? `${titre}<ul class="motifs">${lignes}</ul>${verification}`
      : `<div class="moities"><div>${titre}<ul>${lignes}</ul></div>
<div><h3>Dire oui à</h3><p>${html(t.direOui)}.</p>${reponses(t)}${seul ? appels(t) : ''}</div></div>${seul ? '' : appels(t)}${verification}`
  const lecture =
    t.lecture.length > LECTURE_MAX ? '' : `<span class="lecture">${html(` – ${t.lecture}`)}</span>`
  return `<section class="talon">
<p class="decoupe">à détacher</p>
<h2>Pour l’avocat${lecture}</h2>
${corps}
</section>`
}

function appels({ appels }: Talon): string {
  if (appels.length === 0) return ''
  return `<h3>Qui appeler</h3><ul class="appels">${appels.map((a) => `<li>${ligneAppel(a)}</li>`).join('')}</ul>`
}

function ligneAppel(a: Appel): string {
  return `<span>${html(a.qui)}</span> <span class="tel">${appel({ ...a, qui: '' })}</span>`
}

/** What the dossier already holds of each answer; a box to tick where nothing was asked. */
function reponses(t: Talon): string {
  const lignes = t.reponses.map((e) => {
    const vide = e.segments.every((s) => s.lacune !== null && s.source === '')
    const cases = vide ? ' <span class="case"></span> oui <span class="case"></span> non' : ''
    return `<li><span class="fort">${html(e.libelle)} :</span> ${e.segments.map(segment).join(' ; ')}${cases}</li>`
  })
  return lignes.length === 0 ? '' : `<ul>${lignes.join('')}</ul>`
}
