import { ancienneMesure, type Catalogue } from '../catalogue/index.ts'
import type { CleFait, Declaration, Dossier, Orientation, RecidiveLue, Role } from '../contrat.ts'
import { parDate } from '../faits/etat.ts'
import { definitionFait, libelleValeur } from '../faits/vocabulaire.ts'
import { plier } from '../texte.ts'
import type { Enonce, NomDocument, Segment } from './contenu.ts'
import { dateCourte, initialeMinuscule } from './format.ts'
import { direNuit } from './logement.ts'
import { direValeur, type Rubrique } from './rubriques.ts'
import { direSource, faitVisible, motLacune, rappelerSource } from './sources.ts'

/** What a document reads: one dossier, what follows from it, and who will hold the paper. */
export interface Lecteur {
  dossier: Dossier
  orientation: Orientation
  role: Role
  document: NomDocument
  catalogue: Catalogue
  /** Live declarations that this document may say, by fact, oldest first. */
  parFait: ReadonlyMap<CleFait, readonly Declaration[]>
  parId: ReadonlyMap<string, Declaration>
}

/** `dites`: live declarations that the document may say (audience.ts). */
export function lecteur(base: Omit<Lecteur, 'parFait' | 'parId'>, dites: readonly Declaration[]): Lecteur {
  const triees = [...dites].sort(parDate)
  const parFait = new Map<CleFait, Declaration[]>()
  for (const d of triees) parFait.set(d.fait, [...(parFait.get(d.fait) ?? []), d])
  return { ...base, parFait, parId: new Map(triees.map((d) => [d.id, d])) }
}

/** The same line in its shortest form: each answer once, without precision, hour nor organisation. */
export function resumer(rubrique: Rubrique, l: Lecteur): Enonce | null {
  const segments = rubrique.faits.flatMap((fait, rang) =>
    segmentsDits(fait, rang === 0, l, ({ precision: _tue, extrait: _tu, ...d }) => d),
  )
  const courts = segments.map((s) => {
    const d = l.parId.get(s.declarations[0] ?? '')
    return d === undefined ? s : { ...s, source: rappelerSource(d) }
  })
  return courts.length === 0 ? null : { libelle: rubrique.libelle, segments: reunir(courts) }
}

const BULLETIN_JOINT = 'bulletin n° 1 joint'

/** One line of the situation; `null` when nothing is known or said about it. */
export function enoncer(rubrique: Rubrique, l: Lecteur): Enonce | null {
  const segments = rubrique.faits.flatMap((fait, rang) => [
    ...segmentsDits(fait, rang === 0, l),
    ...segmentsLus(fait, l),
  ])
  return segments.length === 0 ? null : { libelle: rubrique.libelle, segments: reunir(segments) }
}

/** What live declarations say of one fact. */
function segmentsDits(
  fait: CleFait,
  principal: boolean,
  l: Lecteur,
  retenir: (d: Declaration) => Declaration = (d) => d,
): Segment[] {
  const dites = (l.parFait.get(fait) ?? []).filter((d) => !estSilence(d))
  const valeurs = new Set(dites.filter((d) => d.valeur !== null).map((d) => plier(String(d.valeur))))
  const contradictoire = valeurs.size > 1 && definitionFait(fait)?.type !== 'liste'
  return dites.map((d) =>
    dire(retenir(d), {
      l,
      principal,
      contradictoire,
      dateAudience: l.dossier.dateAudience,
      catalogue: l.catalogue,
    }),
  )
}

/** « Pas demandé » is the default and never an answer: an undo leaves one behind. It prints among what nobody asked. */
export function estSilence(d: Declaration): boolean {
  return d.inconnu === 'pas-demande' && (d.precision ?? '') === ''
}

interface Maniere {
  l: Lecteur
  principal: boolean
  contradictoire: boolean
  dateAudience: string
  catalogue: Catalogue
}

function dire(d: Declaration, maniere: Maniere): Segment {
  const { contradictoire, dateAudience } = maniere
  const lacune = contradictoire
    ? 'contradictoire'
    : d.valeur === null
      ? motLacune(d.inconnu ?? 'pas-demande')
      : null
  const precision = d.precision === undefined || d.precision === '' ? '' : ` – ${d.precision}`
  const tape = definitionFait(d.fait)?.type === 'texte' ? `${d.valeur ?? ''}${precision}` : precision
  const mesure = tape === '' ? null : ancienneMesure(tape)
  return {
    texte: `${enMots(d, maniere)}${precision}`,
    lacune,
    source: direSource(d, dateAudience),
    declarations: [d.id],
    ...(mesure === null ? {} : { note: `aujourd’hui : ${mesure.aujourdhui}` }),
  }
}

function enMots(d: Declaration, { l, principal, contradictoire, catalogue }: Maniere): string {
  const sujet = principal ? '' : `${initialeMinuscule(definitionFait(d.fait)?.libelle ?? d.fait)} : `
  if (d.valeur === null) return `${sujet}${motLacune(d.inconnu ?? 'pas-demande')}`
  // Disagreeing answers are quoted as they are: what has to be built is not known yet.
  if (contradictoire) return `${sujet}contradictoire, ${brute(d, catalogue)}`
  if (d.fait === 'logement.nuitAvant')
    return direNuit(d, l.orientation.faits, { principal, seul: !principal && !ditSansLogement(l) })
  return direValeur(d.fait, d.valeur, principal, catalogue)
}

function ditSansLogement({ parFait }: Lecteur): boolean {
  return (parFait.get('logement.sansLogementStable') ?? []).some((d) => d.valeur !== null)
}

function brute(d: Declaration, catalogue: Catalogue): string {
  if (d.fait === 'orientation.cadre') return direValeur(d.fait, d.valeur, true, catalogue)
  return definitionFait(d.fait)?.type === 'date'
    ? dateCourte(String(d.valeur))
    : libelleValeur(d.fait, d.valeur)
}

/** What is read in the attached record: never for a reader who may not receive it. */
function segmentsLus(fait: CleFait, l: Lecteur): Segment[] {
  if (l.dossier.casier === undefined || !faitVisible(fait, l.role)) return []
  const lu = { lacune: null, source: BULLETIN_JOINT, declarations: [] }
  if (fait === 'antecedents.condamnations') {
    const etat = l.orientation.faits[fait]
    if (etat?.etat === 'connu') return [{ ...lu, texte: direValeur(fait, etat.valeur, true) }]
    return [{ ...lu, texte: 'nombre de condamnations : non vérifiable', lacune: 'non vérifiable' }]
  }
  const recidive = l.orientation.recidive
  if (fait !== 'antecedents.recidive' || recidive === null) return []
  return [{ ...lu, texte: direRecidive(recidive) }]
}

/** Short when it is clear: the record and its articles are enough to check it. When it is not, why. */
function direRecidive({ etat, articles, premierTerme, encouruMois, motif }: RecidiveLue): string {
  const debut = `récidive légale : ${libelleValeur('antecedents.recidive', etat)}`
  if (etat === 'indeterminee') return `${debut} – ${motif}`
  if (etat === 'non-etablie') return debut
  const terme = premierTerme === null ? '' : `, premier terme n° ${premierTerme.rang} du bulletin`
  return `${debut}${terme} (${articles.join(', ')}), encouru ${encouruMois} mois`
}

const A_CONSTRUIRE = 'à construire : '

/** Neighbours with the same words share their sources; neighbours with the same source share their words. */
function reunir(segments: readonly Segment[]): Segment[] {
  const memesMots: Segment[] = []
  for (const s of segments) {
    const dernier = memesMots.at(-1)
    if (dernier?.texte !== s.texte) memesMots.push({ ...s })
    else {
      if (!dernier.source.split(' et ').includes(s.source)) dernier.source += ` et ${s.source}`
      dernier.declarations = [...dernier.declarations, ...s.declarations]
    }
  }
  const reunis: Segment[] = []
  for (const s of memesMots) {
    const dernier = reunis.at(-1)
    const ensemble = dernier?.source === s.source && dernier.lacune === s.lacune && dernier.note === undefined
    if (dernier === undefined || !ensemble) reunis.push({ ...s })
    else {
      dernier.texte += `, ${dernier.texte.startsWith(A_CONSTRUIRE) ? s.texte.replace(A_CONSTRUIRE, '') : s.texte}`
      dernier.declarations = [...dernier.declarations, ...s.declarations]
      if (s.note !== undefined) dernier.note = s.note
    }
  }
  return reunis
}
