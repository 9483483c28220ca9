import {
  type AntecedentsDuCasier,
  antecedentsDuCasier,
  compterCondamnationsDefinitives,
  etablirRecidive,
} from '../antecedents/index.ts'
import type {
  CleFait,
  DateIso,
  Declaration,
  Dossier,
  EtatFait,
  RaisonInconnu,
  RecidiveLue,
} from '../contrat.ts'
import { ageAu } from '../dates.ts'
import { plier } from '../texte.ts'
import { type CasierDuDossier, lireCasierDuDossier } from './casier.ts'
import { definitionFait, VOCABULAIRE } from './vocabulaire.ts'

/** When several live answers say « unknown », the most telling reason is kept, whatever their order. */
const RAISONS: readonly RaisonInconnu[] = [
  'refuse',
  'ne-sait-pas',
  'non-verifiable',
  'faute-de-temps',
  'pas-demande',
]

type Valeur = boolean | number | string | string[]

/** Declarations that no other takes back; the same one received twice counts once. */
export function vivantes(declarations: readonly Declaration[]): Declaration[] {
  const ecartees = new Set<string>()
  for (const d of declarations) for (const id of d.retire ?? []) ecartees.add(id)
  return declarations.filter((d) => {
    if (ecartees.has(d.id)) return false
    ecartees.add(d.id)
    return true
  })
}

/** Live declarations of each fact that has any, oldest first. */
export function vivantesParFait({ declarations }: Dossier): ReadonlyMap<CleFait, readonly Declaration[]> {
  const groupes = grouper(vivantes(declarations))
  for (const groupe of groupes.values()) groupe.sort(parDate)
  return groupes
}

/** Live declarations on one fact, oldest first. */
export function declarationsVivantes(dossier: Dossier, fait: CleFait): Declaration[] {
  return vivantes(dossier.declarations)
    .filter((d) => d.fait === fait)
    .sort(parDate)
}

/** By instant, then by id: offsets may differ between authors, and the order of arrival says nothing. */
export function parDate(a: Declaration, b: Declaration): number {
  return Date.parse(a.date) - Date.parse(b.date) || (a.id < b.id ? -1 : 1)
}

/** As it was first said: what an undo says again keeps the author's own words and hour. */
export function premiereDite(declarations: readonly Declaration[], d: Declaration): Declaration {
  const vues = new Set([d.id])
  let ici = d
  for (;;) {
    const avant = declarations.find((x) => x.id === ici.redit)
    // A file of somebody else may go round in circles.
    if (avant === undefined || vues.has(avant.id)) return ici
    vues.add(avant.id)
    ici = avant
  }
}

const NON_DEMANDE: EtatFait = { etat: 'inconnu', raison: 'pas-demande', declarations: [] }
const RIEN_DE_DEMANDE = Object.fromEntries(VOCABULAIRE.map(({ cle }) => [cle, NON_DEMANDE]))

function cleDeValeur(valeur: Valeur): string {
  return typeof valeur === 'string' ? `t${plier(valeur)}` : `${typeof valeur}${String(valeur)}`
}

/** State of one fact from its live declarations. */
function deduire(fait: CleFait, vives: readonly Declaration[]): EtatFait {
  const connues = vives.filter((d) => d.valeur !== null)
  if (connues.length === 0) {
    const raisons = vives.map((d) => d.inconnu ?? 'pas-demande')
    const raison = RAISONS.find((r) => raisons.includes(r)) ?? 'pas-demande'
    return { etat: 'inconnu', raison, declarations: vives.map((d) => d.id).sort() }
  }
  const declarations = connues.map((d) => d.id).sort()
  const verifie = connues.some((d) => d.verifie)
  if (definitionFait(fait)?.type === 'liste') {
    const dites = new Set(connues.flatMap((d) => d.valeur as string[]))
    const ordre = definitionFait(fait)?.valeurs?.map((x) => x.code) ?? [...dites].sort()
    return { etat: 'connu', valeur: ordre.filter((code) => dites.has(code)), verifie, declarations }
  }
  const [premiere] = connues
  if (connues.length === 1 && premiere?.valeur != null)
    return { etat: 'connu', valeur: premiere.valeur, verifie, declarations }
  const parValeur = new Map<string, Valeur>()
  // Two spellings of one text are one answer; the one kept does not depend on the order of arrival.
  for (const valeur of connues.map((d) => d.valeur as Valeur)) {
    const cle = cleDeValeur(valeur)
    const deja = parValeur.get(cle)
    if (deja === undefined || String(valeur) < String(deja)) parValeur.set(cle, valeur)
  }
  const valeurs = [...parValeur.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, valeur]) => valeur)
  const [seule] = valeurs
  return valeurs.length === 1 && seule !== undefined
    ? { etat: 'connu', valeur: seule, verifie, declarations }
    : { etat: 'contradictoire', valeurs, declarations }
}

function grouper(declarations: readonly Declaration[]): Map<CleFait, Declaration[]> {
  const groupes = new Map<CleFait, Declaration[]>()
  for (const d of declarations) {
    const groupe = groupes.get(d.fait)
    if (groupe) groupe.push(d)
    else groupes.set(d.fait, [d])
  }
  return groupes
}

export interface FaitsLus {
  faits: Record<CleFait, EtatFait>
  recidive: RecidiveLue | null
}

/** The state of every fact of the vocabulary, derived facts included. Throws nothing: the dossier is already checked. */
export function lireFaits(dossier: Dossier): FaitsLus {
  const faits: Record<CleFait, EtatFait> = { ...RIEN_DE_DEMANDE }
  for (const [cle, groupe] of grouper(vivantes(dossier.declarations))) faits[cle] = deduire(cle, groupe)
  deriverAge(faits, dossier)
  deriverReponses(faits)
  const recidive = dossier.casier === undefined ? null : deriverAntecedents(faits, dossier, dossier.casier)
  return { faits, recidive }
}

/** Facts that other answers give; age and record apart, which also need the dossier. */
function deriverReponses(faits: Record<CleFait, EtatFait>): void {
  deriverLogement(faits)
  faits['psy.troubleSevere'] = troubleSevere(faits)
}

/** The facts as one more answer would make them, in place of those given so far. The record is not read again. */
export function avecReponse(
  faits: Record<CleFait, EtatFait>,
  fait: CleFait,
  valeur: Valeur,
): Record<CleFait, EtatFait> {
  const suite = { ...faits, [fait]: { etat: 'connu' as const, valeur, verifie: false, declarations: [] } }
  deriverReponses(suite)
  return suite
}

function connu(faits: Record<CleFait, EtatFait>, cle: CleFait) {
  const etat = faits[cle]
  return etat?.etat === 'connu' ? etat : undefined
}

function texteConnu(faits: Record<CleFait, EtatFait>, cle: CleFait): string | undefined {
  const valeur = connu(faits, cle)?.valeur
  return typeof valeur === 'string' ? valeur : undefined
}

function deriverAge(faits: Record<CleFait, EtatFait>, dossier: Dossier): void {
  const naissance = dossier.personne?.dateNaissance
  if (naissance === undefined) return
  const moins26 = ageAu(naissance, dossier.dateAudience) < 26
  faits['personne.moins26'] = { etat: 'connu', valeur: moins26, verifie: false, declarations: [] }
  const jour = connu(faits, 'procedure.dateFaits')
  if (typeof jour?.valeur !== 'string') return
  const age = ageAu(naissance, jour.valeur)
  const { verifie, declarations } = jour
  faits['personne.majeur'] = { etat: 'connu', valeur: age >= 18, verifie, declarations }
  faits['personne.moins21'] = { etat: 'connu', valeur: age < 21, verifie, declarations }
}

/** ETHOS codes that mean « no stable home »; A, I and 0 mean a home (contract/faits.md, Logement). */
const SANS_LOGEMENT_STABLE: ReadonlySet<unknown> = new Set(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'P'])

/** Code of the night before (instruments.md §3.3); `E4` is an institution left without a home. */
const CODE_DE_NUIT: Readonly<Record<string, string>> = {
  rue: 'E1',
  urgence: 'E2',
  aide: 'E3',
  institution: 'E4',
  squat: 'E5',
  tiers: 'E6',
  'chez-soi': '0',
}

/** The code that the taps give, where nobody gave one: the night before, or the street when no place is left tonight. */
function deriverSituation(faits: Record<CleFait, EtatFait>): void {
  const nuit = connu(faits, 'logement.nuitAvant')
  const ceSoir = connu(faits, 'logement.hebergementCeSoir')
  const dite = faits['logement.situation']
  if (nuit === undefined || dite?.etat === 'contradictoire') return
  // Read again with one more answer, what the taps gave before is not what somebody gave.
  if (dite?.etat === 'connu' && !nuit.declarations.some((id) => dite.declarations.includes(id))) return
  // An institution says where one was, not that nothing awaits outside: only « no place tonight » makes it a code.
  const perdu = ceSoir?.valeur === false
  if (nuit.valeur === 'institution' && !perdu) return
  const valeur = perdu && nuit.valeur !== 'institution' ? 'E1' : CODE_DE_NUIT[String(nuit.valeur)]
  if (valeur === undefined) return
  const appuis = perdu ? [nuit, ceSoir] : [nuit]
  faits['logement.situation'] = {
    etat: 'connu',
    valeur,
    verifie: appuis.every((a) => a.verifie),
    declarations: appuis.flatMap((a) => a.declarations).sort(),
  }
}

function deriverLogement(faits: Record<CleFait, EtatFait>): void {
  deriverSituation(faits)
  const situation = connu(faits, 'logement.situation')
  if (situation === undefined) return
  faits['logement.sansLogementStable'] = { ...situation, valeur: SANS_LOGEMENT_STABLE.has(situation.valeur) }
}

const ELEMENTS_PSY = ['psy.suivi', 'psy.traitement', 'psy.hospitalisation', 'psy.certificat'] as const
export const SOURCES_TROUBLE_SEVERE = ['psy.troubleDeclare', ...ELEMENTS_PSY] as const

/**
 * Contract/faits.md, Psychiatrie. An element that was not asked does not stop a « non », but an element on
 * which live answers disagree does: one of them says yes.
 */
function troubleSevere(faits: Record<CleFait, EtatFait>): EtatFait {
  const declare = connu(faits, 'psy.troubleDeclare')
  const elements = ELEMENTS_PSY.map((cle) => faits[cle] ?? NON_DEMANDE)
  const sources = SOURCES_TROUBLE_SEVERE.flatMap((cle) => faits[cle]?.declarations ?? [])
  const oui = elements.filter((e) => e.etat === 'connu' && e.valeur === true)
  if (declare?.valeur === true && oui.length > 0) {
    const verifie = declare.verifie && oui.some((e) => e.etat === 'connu' && e.verifie)
    return { etat: 'connu', valeur: true, verifie, declarations: sources }
  }
  const dispute = elements.some((e) => e.etat === 'contradictoire')
  if (declare?.valeur === false && oui.length === 0 && !dispute)
    return { etat: 'connu', valeur: false, verifie: declare.verifie, declarations: sources }
  const etat = faits['psy.troubleDeclare']
  const raison = etat?.etat === 'inconnu' ? etat.raison : 'non-verifiable'
  return { etat: 'inconnu', raison, declarations: sources }
}

/** Facts whose answer could still settle an unknown `psy.troubleSevere` (table above). */
export function sourcesOuvertesTroubleSevere(faits: Record<CleFait, EtatFait>): readonly CleFait[] {
  if (ELEMENTS_PSY.some((cle) => connu(faits, cle)?.valeur === true)) return ['psy.troubleDeclare']
  if (connu(faits, 'psy.troubleDeclare')?.valeur === false)
    return ELEMENTS_PSY.filter((cle) => faits[cle]?.etat === 'contradictoire')
  return SOURCES_TROUBLE_SEVERE
}

function deriverAntecedents(
  faits: Record<CleFait, EtatFait>,
  dossier: Dossier,
  texte: string,
): RecidiveLue | null {
  const { lu: casier, relu: verifie, declarations } = lireCasierDuDossier(texte, faits)
  const dateFaits: DateIso | undefined = texteConnu(faits, 'procedure.dateFaits')
  const nombre = compterCondamnationsDefinitives(casier, dateFaits ?? dossier.dateAudience)
  faits['antecedents.condamnations'] =
    nombre === null
      ? { etat: 'inconnu', raison: 'non-verifiable', declarations }
      : { etat: 'connu', valeur: nombre, verifie, declarations }
  const categorie = texteConnu(faits, 'procedure.categorie')
  const encouru = connu(faits, 'procedure.encouruMois')?.valeur
  if (dateFaits === undefined || categorie === undefined || typeof encouru !== 'number') return null
  const poursuite = {
    libelle: texteConnu(faits, 'procedure.qualification') ?? '',
    categorie,
    date: dateFaits,
    encouruMois: encouru,
  }
  completer(faits, antecedentsDuCasier(casier, poursuite), { verifie, declarations })
  const recidive = etablirRecidive(casier, poursuite)
  faits['antecedents.recidive'] = { etat: 'connu', valeur: recidive.etat, verifie, declarations }
  // Doubled or not: as long as recidivism is not settled, the maximum that counts is not known.
  if (recidive.etat !== 'indeterminee') {
    const valeur = recidive.encouruMois
    faits['procedure.encouruRecidiveMois'] = { etat: 'connu', valeur, verifie, declarations }
  }
  return recidive
}

/** What the record says of the declarable facts, where nobody gave an answer: a declared one always wins. */
function completer(
  faits: Record<CleFait, EtatFait>,
  lus: AntecedentsDuCasier,
  appui: { verifie: boolean; declarations: string[] },
): void {
  for (const [nom, { valeur }] of Object.entries(lus)) {
    const cle = `antecedents.${nom}`
    if (valeur !== null && faits[cle]?.etat === 'inconnu') faits[cle] = { etat: 'connu', valeur, ...appui }
  }
}

/** The joined record, read with its live corrections as `orienter` reads it; null when none is joined. */
export function casierDuDossier(dossier: Dossier): CasierDuDossier | null {
  if (dossier.casier === undefined) return null
  const dites = vivantes(dossier.declarations).filter((d) => d.fait.startsWith('casier.'))
  const faits = Object.fromEntries([...grouper(dites)].map(([cle, groupe]) => [cle, deduire(cle, groupe)]))
  return lireCasierDuDossier(dossier.casier, faits)
}

/** Its text as corrected; `casierDuDossier` gives the printed line of each of its lines. */
export function casierCorrige(dossier: Dossier): string | null {
  return casierDuDossier(dossier)?.texte ?? null
}
