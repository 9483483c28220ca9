import {
  type CleFait,
  type Declaration,
  type Dossier,
  definitionFait,
  type LigneTriage,
  libelleValeur,
  lignesTriage,
  memeVille,
  premiereDite,
  type Role,
} from '../../domain/index.ts'
import { etatFait, vives } from '../lecture.ts'
import { tribunalDuMagasin, useMagasin } from '../magasin.ts'
import { lignesDuMode } from './mode-court.ts'
import { lireSource, nomCourt } from './sources.ts'

export type ReponseLigne = 'o' | 'n' | '?'
export type Valeur = NonNullable<Declaration['valeur']>

const JAP = 'suivi.japRessort'
const ACCORD_JAP = 'suivi.accordHorsRessort'
const DEPARTEMENT = 'logement.departement'
const CONDAMNATIONS = 'antecedents.condamnations'
export const SANS_LOGEMENT = 'logement.sansLogementStable'
export const CE_SOIR = 'logement.hebergementCeSoir'

/** Asked only when the JAP is another court's: the answer to the call, typed like any other line. */
const LIGNE_ACCORD_JAP: LigneTriage = {
  fait: ACCORD_JAP,
  famille: null,
  oui: true,
  non: false,
  precisions: [],
}

/** City of the court seised, else the one this store was set up for. */
export function tribunal(dossier: Dossier): string {
  const etat = etatFait(dossier, 'procedure.tribunal')
  return etat.etat === 'connu' ? String(etat.valeur) : tribunalDuMagasin()
}

/** The lines shown for a dossier: those of the profile, and the out-of-area agreement once it is the question. */
export function lignesDe(dossier: Dossier, role: Role): readonly LigneTriage[] {
  const lignes = lignesTriage(role)
  const jap = etatFait(dossier, JAP)
  const horsRessort = jap.etat === 'connu' && !memeVille(jap.valeur, tribunal(dossier))
  if (!horsRessort && !estRepondu(dossier, ACCORD_JAP)) return lignes
  return lignes.flatMap((l) => (l.fait === JAP ? [l, LIGNE_ACCORD_JAP] : [l]))
}

export function libelleLigne(ligne: LigneTriage): string {
  if (ligne.fait === ACCORD_JAP) return 'Accord du JAP hors ressort'
  return definitionFait(ligne.fait)?.libelle ?? ligne.fait
}

export function estRepondu(dossier: Dossier, fait: CleFait): boolean {
  const etat = etatFait(dossier, fait)
  return etat.etat !== 'inconnu' || etat.raison !== 'pas-demande'
}

/** How many of the lines asked in this mode have an answer, and how many there are. */
export function avancement(dossier: Dossier, role: Role): [repondues: number, lignes: number] {
  const lignes = lignesDuMode(role)
  return [lignes.filter((l) => estRepondu(dossier, l.fait)).length, lignes.length]
}

/** What a key alone declares; `null` where the answer must be typed: a number, a city, a measure. */
export function valeurDeTouche(ligne: LigneTriage, reponse: 'o' | 'n', dossier: Dossier): Valeur | null {
  if (ligne.fait === JAP && reponse === 'o') return tribunal(dossier) || null
  const valeur = reponse === 'o' ? ligne.oui : ligne.non
  return valeur === 'saisir' ? null : valeur
}

/** What « o » and « n » mean where the question is not a yes-or-no one; null where they mean yes and no. */
export function sensDesTouches(ligne: LigneTriage, dossier: Dossier): string | null {
  if (ligne.fait === JAP) return `O\u00a0: ${tribunal(dossier)} · N\u00a0: une autre ville`
  if (definitionFait(ligne.fait)?.type === 'oui-non') return null
  return `O\u00a0: à préciser · N\u00a0: ${ligne.non === 0 ? 'aucune' : libelleValeur(ligne.fait, ligne.non)}`
}

function reponseDe(ligne: LigneTriage, dossier: Dossier): ReponseLigne | null {
  const etat = etatFait(dossier, ligne.fait)
  if (etat.etat === 'contradictoire') return null
  if (etat.etat === 'inconnu') return etat.raison === 'pas-demande' ? null : '?'
  if (ligne.fait === JAP) return memeVille(etat.valeur, tribunal(dossier)) ? 'o' : 'n'
  return etat.valeur === ligne.non ? 'n' : 'o'
}

// ───────────────────────────── précision ─────────────────────────────

/** One entry of the list that a line's précision offers. */
export interface Option {
  fait: CleFait
  valeur: string | boolean
  libelle: string
}

export function cleOption(o: Pick<Option, 'fait' | 'valeur'>): string {
  return `${o.fait}:${o.valeur}`
}

/** Facts of the précision that are chosen in a list; the agreement of the JAP has a line of its own. */
function faitsListe(ligne: LigneTriage): CleFait[] {
  return [ligne.fait, ...ligne.precisions].filter((cle) => {
    const type = definitionFait(cle)?.type
    if (cle === ligne.fait) return type === 'choix'
    return cle !== ACCORD_JAP && type !== 'texte'
  })
}

/** The two lines whose précision is the form of four taps (instruments.md §3.3). */
export function estLogement({ fait }: LigneTriage): boolean {
  return fait === SANS_LOGEMENT || fait === CE_SOIR
}

/** Whether the précision of a line has something to add to this answer; a line without one may always be typed in. */
export function aPreciser(ligne: LigneTriage, reponse: ReponseLigne | null): boolean {
  if (reponse === null || reponse === 'o' || ligne.fait === JAP) return true
  // « To check »: with whom, and their number.
  return ligne.fait === CE_SOIR && reponse === '?'
}

/** Facts of a line on which live answers disagree, its own first. */
export function faitsContradictoires(dossier: Dossier, ligne: LigneTriage): CleFait[] {
  const faits = [ligne.fait, ...ligne.precisions].filter((f) => f !== ACCORD_JAP || f === ligne.fait)
  return faits.filter((fait) => etatFait(dossier, fait).etat === 'contradictoire')
}

/** One of the answers that disagree, with where it comes from. */
export interface Dite {
  id: string
  valeur: string
  source: string
}

/** Oldest first: no order among them says which one to choose. Same words of the same source: said once. */
export function reponsesContraires(dossier: Dossier, fait: CleFait): Dite[] {
  if (etatFait(dossier, fait).etat !== 'contradictoire') return []
  const heure = (d: Declaration) => Date.parse(premiereDite(dossier.declarations, d).date)
  const dites = vives(dossier, fait)
    .filter((d) => d.valeur !== null)
    .sort((a, b) => heure(a) - heure(b))
    .map((d) => ({ id: d.id, valeur: libelleValeur(fait, d.valeur), source: direSource(d) }))
  return dites.filter((d, i) => dites.findIndex((x) => x.valeur === d.valeur && x.source === d.source) === i)
}

function direSource(d: Declaration): string {
  const { court, code } = lireSource(d)
  const nom = code === null ? 'source à préciser' : court
  const organisme = d.auteur?.organisme ? ` (${d.auteur.organisme})` : ''
  return `${nom}${organisme}${d.verifie ? ', vérifié' : ''}`
}

/** « Paris (APPI, vérifié) / Bobigny (Audition) » */
function direContraires(dossier: Dossier, fait: CleFait): string {
  return reponsesContraires(dossier, fait)
    .map((d) => `${d.valeur} (${d.source})`)
    .join(' / ')
}

/** Sections of the list: one for each coded fact, one for the yes-or-no facts together, once the answer is yes. */
export function sectionsDe(
  ligne: LigneTriage,
  { reponse, precision, texte }: Pick<VueLigne, 'reponse' | 'precision' | 'texte'>,
): { titre: string; options: Option[] }[] {
  // Details already known from elsewhere are shown all the same, so that they can be corrected.
  const complet = reponse === 'o' || precision !== texte
  if (!complet && reponse !== null && ligne.oui !== 'saisir') return []
  const definitions = faitsListe(ligne).flatMap((cle) => definitionFait(cle) ?? [])
  const codees = definitions
    .filter((d) => d.type !== 'oui-non')
    .map((d) => ({
      titre: d.libelle,
      options: (d.valeurs ?? [])
        .filter((v) => d.cle !== ligne.fait || v.code !== ligne.non)
        .map((v) => ({ fait: d.cle, valeur: v.code, libelle: v.libelle })),
    }))
  const ouiNon = definitions
    .filter((d) => d.type === 'oui-non')
    .flatMap((d) =>
      [true, false].map((valeur) => ({
        fait: d.cle,
        valeur,
        libelle: `${d.libelle}\u00a0: ${valeur ? 'oui' : 'non'}`,
      })),
    )
  return ouiNon.length === 0 || !complet ? codees : [...codees, { titre: 'Éléments', options: ouiNon }]
}

export function optionsChoisies(dossier: Dossier, ligne: LigneTriage): Set<string> {
  const cles = faitsListe(ligne).flatMap((fait) => {
    const etat = etatFait(dossier, fait)
    if (etat.etat !== 'connu') return []
    const valeurs = Array.isArray(etat.valeur) ? etat.valeur : [etat.valeur]
    return valeurs.map((valeur) => `${fait}:${valeur}`)
  })
  return new Set(cles)
}

export type TexteLu = { valeur?: Valeur; departement?: string; texte: string } | { erreur: string }

/** True where nothing but a free text is typed: it is saved while typing. */
export function estTexteLibre(ligne: LigneTriage): boolean {
  return definitionFait(ligne.fait)?.type === 'oui-non' && !ligne.precisions.includes(DEPARTEMENT)
}

/** « 93, chez sa sœur »; « 01 48 00 00 00 » is a telephone number. */
const NUMERO_DEPARTEMENT =
  /^(0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-8]|98[4-8])(?![\p{L}\d])(?![\s.-]?\d\d)[\s,;]*(.*)$/iu

/** What a typed précision says, by kind of line: « 10 depuis 2018 », « Paris », « 93, chez sa sœur », or free text. */
export function lireTexte(ligne: LigneTriage, saisi: string): TexteLu {
  const texte = saisi.trim()
  const definition = definitionFait(ligne.fait)
  if (definition?.type === 'nombre') {
    const lu = /^(\d+)(?![\p{L}\d])[\s,;]*(.*)$/u.exec(texte)
    const nombre = Number(lu?.[1])
    if (!lu || nombre > (definition.max ?? Number.MAX_SAFE_INTEGER))
      return {
        erreur:
          'Commencez par le nombre, en chiffres\u00a0: «\u00a010\u00a0» ou «\u00a010 depuis 2018\u00a0».',
      }
    return { valeur: nombre, texte: lu[2] ?? '' }
  }
  if (definition?.type === 'texte') {
    const [ville = '', ...suite] = texte.split(',')
    if (ville.trim() === '') return { erreur: 'Écrivez la ville du JAP, par exemple «\u00a0Paris\u00a0».' }
    return { valeur: majuscule(ville.trim()), texte: suite.join(',').trim() }
  }
  const departement = ligne.precisions.includes(DEPARTEMENT) ? NUMERO_DEPARTEMENT.exec(texte) : null
  if (departement) return { departement: (departement[1] ?? '').toUpperCase(), texte: departement[2] ?? '' }
  return { texte }
}

function majuscule(mot: string): string {
  return mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1)
}

// ───────────────────────────── what a line shows ─────────────────────────────

/** Plain values only, so that a line that did not change is not drawn again. */
export interface VueLigne {
  reponse: ReponseLigne | null
  contradictoire: string
  /** Answers of the line or of its details disagree: the précision is the list of them. */
  aTrancher: boolean
  /** Values of the linked facts, the typed value, then the free text. */
  precision: string
  /** What follows from other answers and is never typed here. */
  deduit: string
  /** The free text alone. */
  texte: string
  /** Code of the source; null until one is chosen. */
  source: string | null
  sourceCourte: string
  /** The words of the pieces that the answers rest on, one quotation a line. */
  citations: string
}

/** What an undo leaves behind says nothing, wherever it stands among what others said. */
function derniere(dites: readonly Declaration[]): Declaration | undefined {
  return (
    dites.findLast((d) => d.valeur !== null || d.inconnu !== 'pas-demande' || d.precision) ?? dites.at(-1)
  )
}

/** The declaration that carries the free text and the source of a line: an answer, or words kept before any answer. */
export function porteuse(dossier: Dossier, ligne: LigneTriage): Declaration | undefined {
  return [ligne.fait, ...faitsListe(ligne)]
    .flatMap((fait) => derniere(vives(dossier, fait)) ?? [])
    .find((d) => estRepondu(dossier, d.fait) || lireSource(d).texte !== '')
}

export function vueLigne(dossier: Dossier, ligne: LigneTriage): VueLigne {
  const etat = etatFait(dossier, ligne.fait)
  const declaration = porteuse(dossier, ligne)
  const lue = declaration && lireSource(declaration)
  const attente = useMagasin.getState().sources[`${dossier.id}/${ligne.fait}`] ?? null
  // Answers that disagree have each their own: the line shows none until one of them is chosen.
  const source = luAuCasier(dossier, ligne)
    ? 'casier'
    : etat.etat === 'contradictoire'
      ? null
      : lue
        ? lue.code
        : attente
  const reponse = reponseDe(ligne, dossier)
  const saisie = definitionFait(ligne.fait)?.type !== 'oui-non' && (reponse === 'o' || ligne.fait === JAP)
  const valeurs =
    ligne.fait === SANS_LOGEMENT
      ? [direLogement(dossier)]
      : ligne.precisions
          .filter((p) => p !== ACCORD_JAP)
          .map((p) => dire(dossier, p, definitionFait(p)?.type === 'oui-non'))
  const precision = [saisie ? dire(dossier, ligne.fait, false) : '', ...valeurs, lue?.texte ?? '']
  // « 10 depuis 2018 » reads as one phrase; elsewhere the parts are separate answers.
  const jonction = definitionFait(ligne.fait)?.type === 'nombre' ? ' ' : ', '
  return {
    reponse,
    contradictoire: etat.etat === 'contradictoire' ? direContraires(dossier, ligne.fait) : '',
    aTrancher: faitsContradictoires(dossier, ligne).length > 0,
    precision: precision.filter((x) => x !== '').join(jonction),
    deduit: ligne.fait === CONDAMNATIONS ? dire(dossier, 'antecedents.recidive', true) : '',
    texte: lue?.texte ?? '',
    source,
    sourceCourte: source === null ? '' : lue?.code === source ? lue.court : nomCourt(source),
    citations: citer(dossier, ligne),
  }
}

/** Answers that disagree are told apart by their value. */
function citer(dossier: Dossier, ligne: LigneTriage): string {
  const dites = [ligne.fait, ...faitsListe(ligne)].flatMap((fait) => {
    const dispute = etatFait(dossier, fait).etat === 'contradictoire'
    return vives(dossier, fait).flatMap(({ valeur, extrait }) =>
      valeur === null || extrait === undefined
        ? []
        : `${dispute ? `${libelleValeur(fait, valeur)}, ` : ''}${extrait.piece}\u00a0: «\u00a0${extrait.texte.replace(/\s+/g, ' ')}\u00a0»`,
    )
  })
  return [...new Set(dites)].join('\n')
}

/** The joined record answers this line by itself. */
function luAuCasier(dossier: Dossier, { fait }: LigneTriage): boolean {
  return fait === CONDAMNATIONS && dossier.casier !== undefined
}

function dire(dossier: Dossier, fait: CleFait, nommer: boolean): string {
  const etat = etatFait(dossier, fait)
  const nom = nommer ? `${definitionFait(fait)?.libelle.toLocaleLowerCase('fr')}\u00a0: ` : ''
  if (etat.etat === 'connu') return nom + libelleValeur(fait, etat.valeur)
  if (etat.etat === 'contradictoire') return `${nom}contradictoire\u00a0: ${direContraires(dossier, fait)}`
  return ''
}

// ───────────────────────────── housing ─────────────────────────────

const SITUATION = 'logement.situation'

/** « E6 — hébergé chez un tiers, précaire », given or read in the taps; empty while nothing gives a code. */
export function direCode(dossier: Dossier): string {
  const etat = etatFait(dossier, SITUATION)
  if (etat.etat === 'contradictoire') return dire(dossier, SITUATION, false)
  return etat.etat === 'connu' ? `${etat.valeur} — ${libelleValeur(SITUATION, etat.valeur)}` : ''
}

/** The taps as the line shows them: the code once, the night only where the code does not say it. */
function direLogement(dossier: Dossier): string {
  const nuit = etatFait(dossier, 'logement.nuitAvant')
  const code = direCode(dossier)
  const ceSoir = etatFait(dossier, CE_SOIR)
  const situation = etatFait(dossier, SITUATION)
  const lue = nuit.declarations.some((id) => situation.declarations.includes(id))
  const redit = lue && !(ceSoir.etat === 'connu' && ceSoir.valeur === false)
  const depuis = dire(dossier, 'logement.depuis', false)
  const parts = [
    code,
    nuit.etat === 'connu' && !redit ? `hier\u00a0: ${dire(dossier, 'logement.nuitAvant', false)}` : '',
    depuis === '' ? '' : `depuis ${depuis}`,
    dire(dossier, 'logement.domiciliation', true),
  ]
  return parts.filter((x) => x !== '').join(', ')
}
