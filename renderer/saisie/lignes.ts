import {
  type CleFait,
  type Declaration,
  type Dossier,
  definitionFait,
  type LigneTriage,
  libelleValeur,
  lignesTriage,
  memeVille,
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

/** Sections of the list: one for each coded fact, one for the yes-or-no facts together. */
export function sectionsDe(ligne: LigneTriage): { titre: string; options: Option[] }[] {
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
  return ouiNon.length === 0 ? codees : [...codees, { titre: 'Éléments', options: ouiNon }]
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

const NUMERO_DEPARTEMENT = /^(0[1-9]|[1-8]\d|9[0-5]|2[ab]|97[1-8]|98[4-8])(?![\p{L}\d])[\s,;]*(.*)$/iu

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

/** The declaration that carries the free text and the source of a line: an answer, or words kept before any answer. */
export function porteuse(dossier: Dossier, ligne: LigneTriage): Declaration | undefined {
  return [ligne.fait, ...faitsListe(ligne)]
    .flatMap((fait) => vives(dossier, fait).at(-1) ?? [])
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
  const valeurs = ligne.precisions
    .filter((p) => p !== ACCORD_JAP)
    .map((p) => dire(dossier, p, definitionFait(p)?.type === 'oui-non'))
  const precision = [saisie ? dire(dossier, ligne.fait, false) : '', ...valeurs, lue?.texte ?? '']
  // « 10 depuis 2018 » reads as one phrase; elsewhere the parts are separate answers.
  const jonction = definitionFait(ligne.fait)?.type === 'nombre' ? ' ' : ', '
  return {
    reponse,
    contradictoire:
      etat.etat === 'contradictoire' ? etat.valeurs.map((v) => libelleValeur(ligne.fait, v)).join(' / ') : '',
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
  if (etat.etat === 'contradictoire')
    return `${nom}contradictoire (${etat.valeurs.map((v) => libelleValeur(fait, v)).join(' / ')})`
  return ''
}
