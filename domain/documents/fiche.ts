import { dispositifDuCatalogue } from '../catalogue/index.ts'
import type { Alerte, Dossier, Orientation, Role } from '../contrat.ts'
import { type DocumentContenu, type Enonce, type Entete, PIED, type Section, type Talon } from './contenu.ts'
import { enoncer, type Lecteur, resumer } from './enonces.ts'
import { dateCourte, initialeMinuscule } from './format.ts'
import {
  type DispositifPourLecteur,
  direVerification,
  MOT_LECTURE,
  pourLecteur,
  sectionLecture,
} from './lectures.ts'
import { aDetailler, appelsDe } from './retenus.ts'
import { rubriquesDeLaFiche } from './rubriques.ts'
import { nonExplore, segmentTu } from './silences.ts'
import { type OptionsDocument, voir } from './vue.ts'

/** The one-page sheet for the court, the lawyer and the SPIP: what is known, from whom, and what is missing. */
export function ficheOrientation(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsDocument,
): DocumentContenu {
  const l = voir(dossier, orientation, options, 'fiche')
  const lus = l.orientation.dispositifs.map((d) => pourLecteur(d, l))
  const detailles = aDetailler(l)
  const noms = new Set(detailles.map((d) => d.lu.id))
  const sections = [
    ...detailles.map((d) => sectionLecture(d, l)),
    sectionAutres(lus.filter((d) => !noms.has(d.lu.id))),
    sectionCadres(l),
    sectionSituation(l),
  ]
  return {
    type: 'fiche',
    titre: 'Fiche d’orientation',
    entete: entete(dossier, orientation, options),
    alertes: alertes(l),
    sections: sections.filter((s) => s.enonces.length > 0),
    talon: talon(detailles.length > 0 ? detailles : lus, l),
    pied: PIED,
  }
}

/** The other dispositifs, by name: their criteria are on screen. */
function sectionAutres(lus: readonly DispositifPourLecteur[]): Section {
  const enonces = (['profil-a-evaluer', 'a-verifier', 'hors-criteres'] as const).flatMap(
    (lecture): Enonce[] => nommer(MOT_LECTURE[lecture], nomsDe(lus, lecture)),
  )
  return { id: 'autres-dispositifs', titre: 'Autres dispositifs', notes: [], enonces }
}

function nomsDe(lus: readonly DispositifPourLecteur[], lecture: DispositifPourLecteur['lecture']): string[] {
  return lus.filter((d) => d.lecture === lecture).map((d) => d.lu.nom)
}

function nommer(libelle: string, noms: readonly string[]): Enonce[] {
  if (noms.length === 0) return []
  return [{ libelle, segments: [{ texte: noms.join(' ; '), lacune: null, source: '', declarations: [] }] }]
}

export function entete(
  dossier: Dossier,
  orientation: Orientation,
  { role, editeLe }: OptionsDocument,
): Entete {
  const { nom, prenoms, dateNaissance } = dossier.personne ?? {}
  const identite = [nom, prenoms].filter((x) => x !== undefined && x !== '').join(' ')
  const naissance = dateNaissance === undefined ? '' : `né(e) le ${dateCourte(dateNaissance)}`
  const personne = [identite, naissance].filter((x) => x !== '').join(', ')
  return {
    idDossier: dossier.id,
    numeroParquet: dossier.numeroParquet || null,
    personne: personne === '' ? null : personne,
    dateAudience: dossier.dateAudience,
    editeLe,
    role,
    catalogue: { ...orientation.catalogue },
  }
}

/** Alerts that say nothing an investigator may not know; the others rest on what the prosecutor intends. */
const ALERTES_ENQUETE: ReadonlySet<string> = new Set(['majeur-protege-sans-expertise', 'moins-de-21-ans'])

/** The same on screen and on paper. */
export function alertesPour({ alertes }: Orientation, role: Role): readonly Alerte[] {
  return role === 'enquete' ? alertes.filter((a) => ALERTES_ENQUETE.has(a.id)) : alertes
}

export function alertes({ orientation, role }: Lecteur): DocumentContenu['alertes'] {
  return alertesPour(orientation, role).map((a) => ({
    id: a.id,
    bloquante: a.gravite === 'bloquante',
    texte: a.texte,
    articles: [...a.articles],
  }))
}

function sectionSituation(l: Lecteur): Section {
  const enonces = rubriquesDeLaFiche().flatMap((r) => enoncer(r, l) ?? [])
  const jamais = nonExplore(l)
  return {
    id: 'situation',
    titre: 'Situation',
    notes: ['Réponse, puis source.'],
    enonces: jamais === null ? enonces : [...enonces, jamais],
  }
}

/** By name, on one page: why is on screen. Their conditions read the record, which an investigator never sees. */
function sectionCadres({ orientation, role }: Lecteur): Section {
  const cadres = role === 'enquete' ? [] : orientation.cadres
  const noms = (lecture: 'ouvert' | 'a-verifier') =>
    cadres.filter((c) => c.lecture === lecture).map((c) => c.nom)
  const enonces = [...nommer('Ouverts', noms('ouvert')), ...nommer('À vérifier', noms('a-verifier'))]
  return { id: 'cadres', titre: 'Cadres possibles', notes: [], enonces }
}

const ORDRE_LECTURES = ['profil-a-evaluer', 'a-verifier'] as const

/** The lawyer's third speaks of the dispositif that is still open; when none is, of what stands in the way. */
function talon(lus: readonly DispositifPourLecteur[], l: Lecteur): Talon {
  const choisi = ORDRE_LECTURES.flatMap((lecture) => lus.filter((d) => d.lecture === lecture))[0]
  const ecrit = choisi && dispositifDuCatalogue(l.catalogue, choisi.lu.id)
  if (choisi === undefined || ecrit === undefined) return talonFerme(lus)
  return {
    titre: `${ecrit.nom} – ${ecrit.porteur}`,
    lecture: direLectures([choisi, ...lus.filter((d) => d !== choisi)]),
    presentation: ecrit.presentation.map(({ texte, source }) => ({ texte, source })),
    verification: `${direVerification(choisi.lu, l.orientation.date)} (dernier état connu : ${ecrit.etatConnu})`,
    direOui: ecrit.direOui,
    reponses: reponsesAttendues(choisi, l),
    appels: appelsDe(ecrit),
  }
}

function direLectures(lus: readonly DispositifPourLecteur[]): string {
  return lus.map((d) => `${d.lu.nom} : ${MOT_LECTURE[d.lecture].toLowerCase()}`).join(' · ')
}

function talonFerme(lus: readonly DispositifPourLecteur[]): Talon {
  const motifs = lus.flatMap((d) =>
    d.visibles
      .filter((c) => c.etat === 'faux')
      .map((c) => ({ texte: `${d.lu.nom} : ${initialeMinuscule(c.motif)}`, source: '' })),
  )
  return {
    titre: 'Ce qui s’oppose aujourd’hui aux dispositifs lus',
    lecture: direLectures(lus),
    presentation: motifs,
    verification: `Chaque motif se discute et peut changer. Sources : ${lus.map((d) => `${d.lu.nom}, ${d.lu.source}`).join(' ; ')}`,
    direOui: null,
    reponses: [],
    appels: [],
  }
}

/**
 * What only the person can answer, as the dossier holds it: the answer and its source, without the
 * precisions, which are above and could be longer than the third.
 */
function reponsesAttendues(d: DispositifPourLecteur, l: Lecteur): Enonce[] {
  const lus = new Set(d.visibles.flatMap((c) => c.faits))
  return rubriquesDeLaFiche()
    .map((r) => ({ ...r, faits: r.faits.filter((f) => lus.has(f) && /^(accord|disponibilite)\./.test(f)) }))
    .filter((r) => r.faits.length > 0)
    .map((r) => resumer(r, l) ?? { libelle: r.libelle, segments: [segmentTu(l)] })
}
