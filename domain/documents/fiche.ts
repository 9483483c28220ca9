import { type Catalogue, catalogueParDefaut, dispositifDuCatalogue } from '../catalogue/index.ts'
import type { CleFait, Dossier, Orientation, Role } from '../contrat.ts'
import { lignesTriage } from '../faits/triage.ts'
import { definitionFait, VOCABULAIRE } from '../faits/vocabulaire.ts'
import { type DocumentContenu, type Enonce, type Entete, PIED, type Section, type Talon } from './contenu.ts'
import { enoncer, estSilence, type Lecteur, lecteur, resumer } from './enonces.ts'
import { dateCourte, initialeMinuscule } from './format.ts'
import {
  type DispositifPourLecteur,
  direVerification,
  MOT_LECTURE,
  pourLecteur,
  sectionLecture,
} from './lectures.ts'
import { rubriquesDeLaFiche } from './rubriques.ts'

export interface OptionsDocument {
  role: Role
  /** ISO date-time: the domain has no clock. */
  editeLe: string
  /** The catalogue that produced the orientation; the shipped one by default. */
  catalogue?: Catalogue
}

/** The one-page sheet for the court, the lawyer and the SPIP: what is known, from whom, and what is missing. */
export function ficheOrientation(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsDocument,
): DocumentContenu {
  const catalogue = options.catalogue ?? catalogueParDefaut()
  const l = lecteur(dossier, orientation, options.role)
  const lus = orientation.dispositifs.map((d) => pourLecteur(d, l))
  const sections = [...lus.map((d) => sectionLecture(d, l)), sectionCadres(orientation), sectionSituation(l)]
  return {
    type: 'fiche',
    titre: 'Fiche d’orientation',
    entete: entete(dossier, orientation, options),
    alertes: alertes(l),
    sections: sections.filter((s) => s.enonces.length > 0),
    talon: talon(lus, l, catalogue),
    pied: PIED,
  }
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

function alertes({ orientation, role }: Lecteur): DocumentContenu['alertes'] {
  return orientation.alertes
    .filter((a) => role !== 'enquete' || ALERTES_ENQUETE.has(a.id))
    .map((a) => ({
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

/** Lines nobody asked about print as such: silence on paper must not read as « no » (ecrans.md §2.4, rule 7). */
function nonExplore(l: Lecteur): Enonce | null {
  const tusParDeclaration = [...l.parFait].filter(([, dites]) => dites.every(estSilence))
  const cles = [
    ...lignesTriage(l.role)
      .map((ligne) => ligne.fait)
      .filter((fait) => estTu(fait, l)),
    ...tusParDeclaration.map(([fait]) => fait).filter((fait) => !fait.startsWith('audience.')),
  ]
  const tues = new Set(cles)
  const uniques = VOCABULAIRE.map((f) => f.cle).filter((cle) => tues.has(cle))
  if (uniques.length === 0) return null
  const libelles = uniques.map((fait) => initialeMinuscule(definitionFait(fait)?.libelle ?? fait))
  const declarations = uniques.flatMap((fait) => (l.parFait.get(fait) ?? []).map((d) => d.id))
  const segment = { texte: `non demandé : ${libelles.join(', ')}`, source: '', declarations }
  return { libelle: 'Non exploré', segments: [{ ...segment, lacune: 'non demandé' }] }
}

function estTu(fait: CleFait, l: Lecteur): boolean {
  if ((l.parFait.get(fait) ?? []).length > 0 || l.orientation.faits[fait]?.etat !== 'inconnu') return false
  if (fait === 'antecedents.condamnations') return l.dossier.casier === undefined
  // The treatment is only asked after a « oui » to the line above it.
  if (fait === 'psy.traitement') return !estNon(l, 'psy.troubleDeclare')
  if (fait === 'accord.evaluation') return !l.parFait.has('accord.ouvrage') && !l.parFait.has('accord.ailsi')
  return true
}

function estNon(l: Lecteur, fait: CleFait): boolean {
  const etat = l.orientation.faits[fait]
  return etat?.etat === 'connu' && etat.valeur === false
}

function sectionCadres({ cadres }: Orientation): Section {
  const enonces = cadres
    .filter((c) => c.lecture !== 'ferme')
    .map((c): Enonce => {
      const texte = `${c.lecture === 'ouvert' ? 'ouvert' : 'à vérifier'} – ${c.motif}`
      const segment = { texte, lacune: null, source: c.articles.join(', '), declarations: [] }
      return { libelle: c.nom, segments: [segment] }
    })
  return { id: 'cadres', titre: 'Cadres possibles', notes: [], enonces }
}

const ORDRE_LECTURES = ['profil-a-evaluer', 'a-verifier'] as const

/** The lawyer's third speaks of the dispositif that is still open; when none is, of what stands in the way. */
function talon(lus: readonly DispositifPourLecteur[], l: Lecteur, catalogue: Catalogue): Talon {
  const choisi = ORDRE_LECTURES.flatMap((lecture) => lus.filter((d) => d.lecture === lecture))[0]
  const ecrit = choisi && dispositifDuCatalogue(catalogue, choisi.lu.id)
  if (choisi === undefined || ecrit === undefined) return talonFerme(lus)
  return {
    titre: `${ecrit.nom} – ${ecrit.porteur}`,
    lecture: direLectures([choisi, ...lus.filter((d) => d !== choisi)]),
    presentation: ecrit.presentation.map(({ texte, source }) => ({ texte, source })),
    verification: `${direVerification(choisi.lu, l.orientation.date)} (dernier état connu : ${ecrit.etatConnu})`,
    direOui: ecrit.direOui,
    reponses: reponsesAttendues(choisi, l),
    appels: ecrit.appels.map((qui) => ({ qui, telephone: null })),
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
    .map((r) => {
      const tu = { texte: 'non demandé', lacune: 'non demandé' as const, source: '', declarations: [] }
      return resumer(r, l) ?? { libelle: r.libelle, segments: [tu] }
    })
}
