import type { CritereLu, DateIso, DispositifLu, EtatCritere, Role } from '../contrat.ts'
import { joursEntre } from '../dates.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import type { Enonce, Section } from './contenu.ts'
import type { Lecteur } from './enonces.ts'
import { dateCourte, initialeMinuscule } from './format.ts'
import { motSilence } from './silences.ts'
import { faitVisible, motLacune, rappelerSource } from './sources.ts'

/** The reading of each dispositif, as one reader may see it. */

export const MOT_LECTURE: Readonly<Record<DispositifLu['lecture'], string>> = {
  'profil-a-evaluer': 'Profil à évaluer',
  'a-verifier': 'À vérifier',
  'hors-criteres': 'Hors critères',
}

export const MOT_ETAT: Readonly<Record<EtatCritere, string>> = {
  vrai: 'réuni',
  faux: 'non réuni',
  inconnu: 'inconnu',
  neutre: 'sans effet',
}

/** The sheet of a dispositif is old after this many days without a check (ecrans.md §2.4, rule 11). */
const JOURS_FRAIS = 90

export interface DispositifPourLecteur {
  lu: DispositifLu
  lecture: DispositifLu['lecture']
  visibles: CritereLu[]
  reserves: CritereLu[]
}

/**
 * Criteria that rest on the record, Cassiopée or APPI do not reach the investigator; the reading is then
 * made from the others, so that its word does not give away what they say (774 CPP).
 */
export function pourLecteur(lu: DispositifLu, l: Lecteur): DispositifPourLecteur {
  return relirePour(lu, l.role, (c) => c.declarations.every((id) => l.parId.has(id)))
}

/** The same for any reader who sees facts by profile; `montrableAussi` may hold back more, criterion by criterion. */
export function relirePour(
  lu: DispositifLu,
  role: Role,
  montrableAussi: (c: CritereLu) => boolean = () => true,
): DispositifPourLecteur {
  if (role !== 'enquete') return { lu, lecture: lu.lecture, visibles: lu.criteres, reserves: [] }
  const montrable = (c: CritereLu) => c.faits.every((f) => faitVisible(f, role)) && montrableAussi(c)
  const visibles = lu.criteres.filter(montrable)
  const reserves = lu.criteres.filter((c) => !montrable(c))
  const inconnu = reserves.length > 0 || visibles.some((c) => c.etat === 'inconnu')
  const faux = visibles.some((c) => c.etat === 'faux')
  return {
    lu,
    lecture: faux ? 'hors-criteres' : inconnu ? 'a-verifier' : 'profil-a-evaluer',
    visibles,
    reserves,
  }
}

/** Is this check too old to rely on, on that day? */
export function estAncienne(verifieLe: DateIso, date: DateIso): boolean {
  return joursEntre(verifieLe, date) > JOURS_FRAIS
}

/**
 * « Fiche vérifiée le 03/11/2026 », or that it has to be checked again before relying on it: the one wording of
 * screen and paper, without final point.
 */
export function direVerification({ verifieLe }: Pick<DispositifLu, 'verifieLe'>, date: DateIso): string {
  if (verifieLe === null) return 'Fiche jamais vérifiée sur place, à vérifier avant de requérir'
  if (estAncienne(verifieLe, date)) return `Fiche du ${dateCourte(verifieLe)}, à revérifier avant de requérir`
  return `Fiche vérifiée le ${dateCourte(verifieLe)}`
}

const ORDRE: readonly EtatCritere[] = ['faux', 'inconnu', 'vrai', 'neutre']

export function sectionLecture(d: DispositifPourLecteur, l: Lecteur): Section {
  const enonces = ORDRE.flatMap((etat) => d.visibles.filter((c) => c.etat === etat)).map((c) =>
    enoncerCritere(c, d, l),
  )
  const notes = [`${direVerification(d.lu, l.orientation.date)}. Source : ${d.lu.source}.`]
  if (d.reserves.length > 0)
    notes.push(`Lu par le parquet seul : ${d.reserves.map((c) => initialeMinuscule(c.libelle)).join(', ')}.`)
  return { id: d.lu.id, titre: d.lu.nom, mention: MOT_LECTURE[d.lecture], notes, enonces }
}

function enoncerCritere(c: CritereLu, d: DispositifPourLecteur, l: Lecteur): Enonce {
  const dites = c.declarations.flatMap((id) => l.parId.get(id) ?? [])
  const segment = {
    texte: c.motif,
    lacune: null,
    source: [...new Set(dites.map(rappelerSource))].join(' et ') || sourceSansDeclaration(c, l),
    declarations: dites.map((d) => d.id),
  }
  const reste = d.lecture === 'a-verifier' && c.etat === 'inconnu' ? resteAFaire(c) : {}
  return { libelle: c.libelle, etat: c.etat, segments: [segment], ...reste }
}

function sourceSansDeclaration(c: CritereLu, l: Lecteur): string {
  if (c.faits.length === 0) return 'catalogue'
  if (c.faits.includes('antecedents.condamnations') && l.dossier.casier !== undefined)
    return 'bulletin n° 1 joint'
  const etats = c.faits.map((f) => l.orientation.faits[f])
  if (etats.some((e) => e?.etat === 'contradictoire')) return 'contradictoire'
  const inconnu = etats.find((e) => e?.etat === 'inconnu')
  if (inconnu?.etat !== 'inconnu') return 'catalogue'
  return inconnu.raison === 'pas-demande' ? motSilence(l) : motLacune(inconnu.raison)
}

/** What can still open or close the reading, and a line for the number when only a call can tell. */
function resteAFaire(c: CritereLu): Pick<Enonce, 'aFaire' | 'appel'> {
  const aFaire = c.aFaire ?? c.faits.map((f) => definitionFait(f)?.question ?? '').find((q) => q !== '')
  if (aFaire === undefined) return {}
  const appel = /^(appeler|demander (au|à)) /i.test(aFaire) ? { appel: { qui: '', telephone: null } } : {}
  return { aFaire, ...appel }
}
