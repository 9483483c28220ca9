import type { Appel, Contenu, Enonce, Entete, Segment } from '../../domain/index.ts'
import { dateLongue, MOT_ETAT } from '../../domain/index.ts'
import { type Edition, edition, typographie } from '../impression/index.ts'

/**
 * What an editable or copied document is made of: the content read once, for every writer that is not the page to
 * print. Nothing here knows a format.
 */

/** Part of a line; a source is in italics. */
export interface Brin {
  texte: string
  italique?: boolean
}

export type Bloc =
  | { genre: 'titre'; niveau: 1 | 2; texte: string }
  | { genre: 'paragraphe'; brins: Brin[] }
  | { genre: 'liste'; items: Brin[][] }
  | { genre: 'table'; colonnes: string[]; lignes: Cellule[][] }

/** `coche`: a box before the text; `false` is empty, to tick by hand. */
export interface Cellule {
  brins: Brin[]
  coche?: boolean
}

export interface Feuillet {
  edition: Edition
  /** « N° parquet … », « Audience du … », who it concerns. */
  chapeau: string[]
  blocs: Bloc[]
  paysage: boolean
}

/** Everything but bound sheets, which are paper only. */
export type ContenuEcrit = Exclude<Contenu, { type: 'dossier-audience' }>

export function enBlocs(contenu: ContenuEcrit): Feuillet {
  const commun = { edition: edition(contenu), paysage: contenu.type === 'liste' }
  switch (contenu.type) {
    case 'fiche':
      return { ...commun, chapeau: chapeau(contenu.entete), blocs: blocsFiche(contenu) }
    case 'checklist':
      return { ...commun, chapeau: chapeau(contenu.entete), blocs: blocsChecklist(contenu) }
    case 'message':
      return { ...commun, chapeau: [], blocs: contenu.corps.map((l) => paragraphe(l)) }
    case 'liste':
      return {
        ...commun,
        chapeau: [`Audience du ${dateLongue(contenu.dateAudience)}`],
        blocs: [
          table(
            contenu.colonnes,
            contenu.lignes.map((l) => l.cellules.map(brut)),
          ),
        ],
      }
    default:
      return { ...commun, chapeau: chapeau(contenu.entete), blocs: contenu.sections.flatMap(blocsSection) }
  }
}

function chapeau(e: Entete): string[] {
  return [
    `N° parquet : ${e.numeroParquet ?? BLANC}`,
    `Personne : ${e.personne ?? BLANC}`,
    `Audience du ${dateLongue(e.dateAudience)}`,
  ]
}

/** A line to fill by hand. */
const BLANC = '____________________'

type De<T extends Contenu['type']> = Extract<Contenu, { type: T }>

function blocsFiche(c: De<'fiche'>): Bloc[] {
  const alertes = c.alertes.map((a) => [
    ...brut(`${a.bloquante ? 'Bloquant : ' : ''}${a.texte} `).brins,
    italique(a.articles.join(', ')),
  ])
  return [
    ...(alertes.length === 0 ? [] : [titre('Alertes'), { genre: 'liste' as const, items: alertes }]),
    ...c.sections.flatMap(blocsSection),
    ...blocsTalon(c.talon),
  ]
}

function blocsSection(s: De<'fiche'>['sections'][number]): Bloc[] {
  const entete = s.mention === undefined ? s.titre : `${s.titre} – ${s.mention}`
  const lignes = s.enonces.map((e) => [brut(libelle(e)), { brins: brinsEnonce(e) }])
  return [
    titre(entete),
    ...s.notes.map((n) => paragraphe(n)),
    ...(lignes.length === 0 ? [] : [table(['Point', 'Réponse et source'], lignes)]),
  ]
}

function libelle(e: Enonce): string {
  return e.etat === undefined ? e.libelle : `${MOT_ETAT[e.etat]} – ${e.libelle}`
}

function brinsEnonce(e: Enonce): Brin[] {
  const faire = e.aFaire === undefined ? '' : ` À faire : ${e.aFaire}`
  const tel = e.appel === undefined ? '' : ` ${direAppel(e.appel)}`
  return [...brinsSegments(e.segments), ...(faire + tel === '' ? [] : [droit(faire + tel)])]
}

function brinsSegments(segments: readonly Segment[]): Brin[] {
  return segments.flatMap((s, i) => {
    const note = s.note === undefined ? '' : ` (${s.note})`
    const virgule = /[.!?…]$/.test(s.texte + note) ? ' ' : ', '
    const source = s.source === '' ? [] : [droit(virgule), italique(s.source)]
    return [droit(`${i === 0 ? '' : ' ; '}${s.texte}${note}`), ...source]
  })
}

function direAppel({ qui, telephone }: Appel): string {
  return `${qui === '' ? '' : `${qui} – `}tél. ${telephone ?? BLANC}`
}

function blocsTalon(t: De<'fiche'>['talon']): Bloc[] {
  const oui = t.direOui === null ? [] : [paragraphe(`Dire oui à : ${t.direOui}.`)]
  const reponses = t.reponses.map((e) => [droit(`${e.libelle} : `), ...brinsEnonce(e)])
  const appels = t.appels.map((a) => brut(`Appeler : ${direAppel(a)}`).brins)
  return [
    titre(`Pour l’avocat – ${t.lecture}`),
    paragraphe(t.titre),
    {
      genre: 'liste' as const,
      items: t.presentation.map((p) => [
        droit(p.texte),
        ...(p.source === '' ? [] : [italique(` ${p.source}`)]),
      ]),
    },
    ...oui,
    ...(reponses.length + appels.length === 0
      ? []
      : [{ genre: 'liste' as const, items: [...reponses, ...appels] }]),
    paragraphe(`${t.verification}. « Hors critères » n’est jamais un motif pour requérir la prison.`),
  ]
}

const MOT_ETAPE = { fait: 'fait', 'sans-objet': 'sans objet', 'a-faire': 'à faire' } as const

function blocsChecklist(c: De<'checklist'>): Bloc[] {
  const lignes = c.etapes.map((e) => [
    { brins: [droit(MOT_ETAPE[e.etat])], coche: e.etat === 'fait' },
    brut(String(e.numero)),
    { brins: [droit(e.texte), ...complements(e)] },
    brut(e.precision ?? e.aCompleter),
  ])
  return [
    titre(`${c.reglees}/${c.etapes.length}`),
    paragraphe(c.consigne),
    table(['État', 'N°', 'Étape', 'À noter'], lignes),
  ]
}

type Etape = De<'checklist'>['etapes'][number]

function complements(e: Etape): Brin[] {
  const dossier = e.auDossier.length === 0 ? [] : [droit(' – au dossier : '), ...brinsSegments(e.auDossier)]
  const reste = [e.motif, e.appel === undefined ? null : `appeler : ${direAppel(e.appel)}`]
  return [...dossier, ...reste.flatMap((x) => (x === null ? [] : [droit(` – ${x}`)]))]
}

function titre(texte: string): Bloc {
  return { genre: 'titre', niveau: 2, texte: typographie(texte) }
}

function paragraphe(texte: string): Bloc {
  return { genre: 'paragraphe', brins: brut(texte).brins }
}

function table(colonnes: string[], lignes: Cellule[][]): Bloc {
  return { genre: 'table', colonnes: colonnes.map(typographie), lignes }
}

function brut(texte: string): Cellule {
  return { brins: [droit(texte)] }
}

function droit(texte: string): Brin {
  return { texte: typographie(texte) }
}

function italique(texte: string): Brin {
  return { texte: typographie(texte), italique: true }
}

export function lire(brins: readonly Brin[]): string {
  return brins.map((b) => b.texte).join('')
}
