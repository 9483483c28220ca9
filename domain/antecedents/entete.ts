import type { CasierLu, DateIso } from '../contrat.ts'
import { DATE, lireDate } from './dates-francaises.ts'
import { aplanir, cellules, type Ligne, serrerDeuxPoints } from './texte.ts'

/**
 * What is printed around the convictions: headers and footers of pages, identity, closed formulas.
 * These lines leave the stream before the convictions are read, so that a page break in the middle of
 * an offence leaves no trace.
 */

export interface Entete {
  /** The sheet says itself that it is a bulletin. */
  estBulletin: boolean
  formule: 'neant' | 'aucune-identite' | 'identite-non-verifiable' | null
  identite: CasierLu['identite']
  /** Lines that remain, blank ones left out. */
  corps: Ligne[]
  /** Numbers of the lines understood here. */
  comprises: Set<number>
}

type Identite = NonNullable<CasierLu['identite']>

const BULLETIN =
  /^(?:EXTRAIT (?:DU )?)?(?:BULLETIN (?:N ?[°O.]? ?|NUMERO )?[123]\b|B ?\.? ?[123]\b(?=$| ?[-:]| DEMANDE)|CASIER JUDICIAIRE)/

/** Whole lines of page furniture. */
const MOBILIER: readonly RegExp[] = [
  BULLETIN,
  /^(?:PAGE|FOLIO|FEUILLET) ?:? ?\d+(?: ?(?:\/|SUR|DE) ?\d+)?\.?$/,
  /^[-–(]? ?\d+ ?(?:\/|SUR) ?\d+ ?[-–)]?$/,
  /^(?:DEMANDEE? (?:PAR|LE)|DEMANDEUR|DESTINATAIRE|REQUERANT|MOTIF DE LA DEMANDE|OBJET|REFERENCES?|REF\.?|N ?° ?(?:DE )?(?:DEMANDE|DOSSIER|PARQUET)|NUMERO (?:DE )?(?:DEMANDE|DOSSIER|PARQUET))\b/,
  /^(?:EDITEE?|DELIVREE?|IMPRIMEE?|ETABLIE?|EMISE?|DATE D'EDITION|DATE DE DELIVRANCE|FAIT A)\b/,
  /^(?:DOCUMENT|BULLETIN|EXTRAIT|PIECE) (?:STRICTEMENT )?(?:CONFIDENTIEL|RESERVE)/,
  /^(?:CONFIDENTIEL|USAGE (?:STRICTEMENT )?RESERVE|NE (?:PEUT|DOIT) (?:PAS )?ETRE (?:COMMUNIQUE|REMIS))/,
  /^(?:FIN (?:DU|DE) (?:BULLETIN|RELEVE|L'EXTRAIT|DOCUMENT)|NOMBRE (?:TOTAL )?DE (?:CONDAMNATIONS|DECISIONS)|TOTAL ?:? ?\d+ (?:CONDAMNATIONS?|DECISIONS?))/,
  /^(?:SUITE(?: (?:AU VERSO|PAGE SUIVANTE|DU BULLETIN|DE LA PAGE))?|\(?A SUIVRE\)?|\(?SUITE\)?|T\.?S\.?V\.?P\.?)\b ?[.…)]*$/,
  /^(?:REPUBLIQUE FRANCAISE|LIBERTE|MINISTERE DE LA JUSTICE|(?:SERVICE DU )?CASIER JUDICIAIRE|DIRECTION DES AFFAIRES)/,
  /^(?:RELEVE|LISTE|ETAT) DES (?:CONDAMNATIONS|DECISIONS|PEINES)\b/,
  /^(?:CONDAMNATIONS?|DECISIONS?|ANTECEDENTS(?: JUDICIAIRES)?)(?: PRONONCEES?| INSCRITES?)? ?:?$/,
]

/** A cell that begins an item of identity, with its value behind. */
const IDENTITE =
  /^(?:NOM(?: (?:DE (?:NAISSANCE|FAMILLE|JEUNE FILLE)|D'USAGE|MARITAL|D'EPOUSE?))?(?= ?:)|EPOUSE(?= |:)|PRENOMS?(?:\(S\))?(?= ?:)|NEE?(?:\(E\))? (?:LE|EN|VERS|A)\b|NEE?(?= ?:)|DATE (?:ET LIEU )?DE NAISSANCE|LIEU DE NAISSANCE|(?:VILLE|PAYS|COMMUNE|DEPARTEMENT)(?: DE NAISSANCE)?(?= ?:)|SEXE\b|NATIONALITE\b|IDENTITE\b|ALIAS\b|SURNOM\b|DITE? (?!D)|SE DISANT\b|FIL(?:S|LE) DE\b|FILIATION\b|(?:NOM DU )?PERE(?= ?:)|(?:NOM DE LA )?MERE(?= ?:)|(?:ADRESSE|DOMICILE|PROFESSION|SITUATION(?: DE FAMILLE)?)(?= ?:)|IDENTIFIANT|TITULAIRE(?= ?:|$)|CHANGEMENT DE NOM)/

/** A value of identity: words, figures, ordinary signs. */
const LISIBLE = /^[A-Z0-9ŒÆ(][A-Z0-9ŒÆ ,.'()/"-]*$/

const COLONNES: readonly RegExp[] = [
  /^(?:N ?°|N|NO|RANG|ORDRE|#)$/,
  /\bDATES?\b/,
  /\b(?:JURIDICTIONS?|TRIBUNAL|TRIBUNAUX|DECISIONS?|JUGEMENTS?)\b/,
  /\b(?:INFRACTIONS?|QUALIFICATIONS?|FAITS|DELITS?|MOTIFS?)\b/,
  /\b(?:PEINES?|SANCTIONS?|CONDAMNATIONS?|MESURES?)\b/,
  /\b(?:MENTIONS?|EXECUTIONS?|OBSERVATIONS?|SUITES?|CARACTERES?|NATURES?|MODES?|RECIDIVES?)\b/,
]

/** Names of columns only: « N° | Date et juridiction | Infractions | Peines ». */
export function estTitreDeColonnes(plie: string): boolean {
  if (plie.length > 200 || /\d/.test(plie)) return false
  const cases = cellules(plie)
  const titres = cases.filter((c) => c.split(' ').length <= 6 && COLONNES.some((r) => r.test(c)))
  return titres.length >= 3 && titres.length === cases.length
}

/** A rule drawn with one or two signs. */
function estFilet(plie: string): boolean {
  const signes = plie.replace(/\s/g, '')
  return /^[-=_*~.·─━═—+|]+$/.test(signes) && new Set(signes).size <= 3
}

export function lireEntete(lignes: readonly Ligne[]): Entete {
  const comprises = new Set<number>()
  const corps: Ligne[] = []
  const identite: Identite = { alias: [] }
  let estBulletin = false
  let formule: Entete['formule'] = null
  let attendu: string | null = null // item of identity whose value stands on the next line
  let vuIdentite = false
  let naissance = false // the line before told a birth: « à PARIS » may follow

  const garder = (etat: Entete['formule']) => {
    // « Néant » beside « non vérifiable » is not « néant »: the stronger reservation wins.
    const force = { neant: 1, 'identite-non-verifiable': 2, 'aucune-identite': 3 } as const
    if (etat !== null && (formule === null || force[etat] > force[formule])) formule = etat
  }

  for (let i = 0; i < lignes.length; i++) {
    const ligne = lignes[i] as Ligne
    const plie = serrerDeuxPoints(aplanir(ligne.texte)).trim().replace(/\s+/g, ' ')
    if (plie === '') continue
    const deux = `${plie} ${aplanir(lignes[i + 1]?.texte.slice(0, 60) ?? '').trim()}`.replace(/\s+/g, ' ')
    const etat = formuleDe(plie, deux)
    garder(etat)

    const ordinaire = etat === null && !IDENTITE.test(plie) && !estMobilier(plie) && !estFilet(plie)
    if (attendu !== null && ordinaire && !LISIBLE.test(plie)) {
      corps.push(ligne) // the value is still to come
      continue
    }
    if (attendu !== null && ordinaire && peutSuivre(attendu, plie)) {
      naissance = attendu === 'NE'
      attendu = noter(identite, attendu, ligne.texte.trim())
      comprises.add(ligne.numero)
      continue
    }
    attendu = null
    if (naissance && /^A(?: ?:| [A-Z]|$)/.test(plie)) {
      comprises.add(ligne.numero)
      attendu = plie === 'A' ? 'LIEU' : null
      naissance = false
      continue
    }
    naissance = false
    const premiere = cellules(ligne.texte)[0] ?? ''
    if (
      estFilet(plie) ||
      etat !== null ||
      estMobilier(plie) ||
      estTitreDeColonnes(aplanir(ligne.texte).trim())
    ) {
      if (BULLETIN.test(plie)) {
        estBulletin = true
        abregee(identite, ligne.texte)
      }
      comprises.add(ligne.numero)
      // « NOM : X » may follow a header on the same line; « Demandé par : » may wait for its value.
      attendu = items(identite, ligne.texte, false) ?? (/:$| PAR$/.test(plie) ? 'AUTRE' : null)
      continue
    }
    if (IDENTITE.test(aplanir(premiere))) {
      vuIdentite = true
      comprises.add(ligne.numero)
      attendu = items(identite, ligne.texte, true)
      naissance = /^NEE?\b/.test(plie) && attendu === null
      continue
    }
    // « SPECIMEN ANNA NEE LE 03/03/1990 A PARIS »: an identity without titles, above the decisions.
    if (corps.length < 3 && plie.length < 200 && NAISSANCE_DEDANS.test(plie)) {
      comprises.add(ligne.numero)
      const ne = lireDate(NAISSANCE_DEDANS.exec(plie)?.[1] ?? '')
      if (ne !== null) identite.dateNaissance ??= ne
      continue
    }
    // The rest of a closed formula or of an identity cut by a line.
    if (/^(?:PAR LE SERVICE|APPLICABLE|VERIFIABLE PAR LE SERVICE)\.?$/.test(plie)) {
      comprises.add(ligne.numero)
      continue
    }
    corps.push(ligne)
  }
  const vide = !vuIdentite && Object.keys(identite).length === 1 && identite.alias.length === 0
  return { estBulletin, formule, identite: vide ? undefined : identite, corps, comprises }
}

/** A value never looks like the first line of a decision: better an identity unread than a decision lost. */
function peutSuivre(item: string, plie: string): boolean {
  if (plie.length > 60) return false
  if (item === 'AUTRE') return !/^\d{1,3}\b(?!\/)|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}.*[A-Z]{2}/.test(plie)
  if (/TRIBUNAL|\bCOUR\b|\bT\.?C\b|CONDAMNATION|DECISION/.test(plie)) return false
  return /^NE|LIEU|DATE/.test(item) || !/^\d/.test(plie)
}

function estMobilier(plie: string): boolean {
  return /[A-Z0-9]/.test(plie) && MOBILIER.some((r) => r.test(plie))
}

/** The closed formulas, alone on their line or cell, or behind the title of the record. */
function formuleDe(plie: string, avecSuivante: string): Entete['formule'] {
  if (/^\W*AUCUNE IDENTITE APPLICABLE\b/.test(avecSuivante)) return 'aucune-identite'
  if (/\bAUCUNE IDENTITE APPLICABLE\b/.test(plie) && plie.length < 120) return 'aucune-identite'
  if (/^\W*IDENTITE(?: ?:)? NON VERIFIABLE\b/.test(avecSuivante)) return 'identite-non-verifiable'
  if (/\bIDENTITE(?: ?:)? NON VERIFIABLE\b/.test(plie)) return 'identite-non-verifiable'
  const seul = plie.replace(
    /^(?:BULLETIN[^:]*|CONDAMNATIONS?|CASIER JUDICIAIRE|RELEVE[^:]*|RESULTAT) ?[:-]/,
    '',
  )
  return seul.replace(/[^A-Z]/g, '') === 'NEANT' && !/\d/.test(seul) ? 'neant' : null
}

const NAISSANCE_DEDANS = new RegExp(`\\bNEE?(?:\\(E\\))? LE (${DATE})`)
const NE_LE = new RegExp(`^NEE?(?:\\(E\\))?(?: ?:)?(?: LE)? (${DATE})`)

/** Reads the items of one line; gives back the item whose value is still to come. */
function items(identite: Identite, texte: string, complet: boolean): string | null {
  const alias = /^\s*(?:ALIAS|SURNOM|DITE?|SE DISANT)\b\s*:?\s*/i.exec(texte)
  if (alias !== null) return noter(identite, 'ALIAS', texte.slice(alias[0].length).trim())
  let enAttente: string | null = null
  for (const cellule of cellules(separer(texte))) {
    const plie = aplanir(cellule)
    const item = IDENTITE.exec(plie)
    if (item === null) {
      if (enAttente !== null) enAttente = noter(identite, enAttente, cellule)
      continue
    }
    if (!complet && !/^(?:NOM|PRENOM|NE)/.test(item[0])) continue
    const valeur = cellule.slice(item[0].length).replace(/^\s*:?\s*/, '')
    if (item[0].startsWith('NE') || item[0].startsWith('DATE')) {
      const ne = NE_LE.exec(plie)
      const lu = lireDate(ne?.[1] ?? aplanir(valeur))
      if (lu !== null) identite.dateNaissance ??= lu
      enAttente = valeur === '' ? 'NE' : null
    } else {
      enAttente = noter(identite, item[0], valeur)
    }
  }
  return enAttente
}

const ITEM_SUIVANT =
  / (?=(?:PRENOMS?(?:\(S\))? ?:|NEE?(?:\(E\))? LE |SEXE ?:|NATIONALITE ?:|NOM (?:D'USAGE )?:))/g

/** Items on one line with single spaces between them become cells. */
function separer(texte: string): string {
  const coupes = [...aplanir(texte).matchAll(ITEM_SUIVANT)].map((m) => m.index)
  return coupes.reduceRight((t, i) => `${t.slice(0, i)}  ${t.slice(i + 1)}`, texte)
}

function noter(identite: Identite, item: string, valeur: string): string | null {
  if (valeur === '') return item
  if (/^NOM(?! D'USAGE| MARITAL| D'EPOU)/.test(item)) identite.nom ??= valeur
  else if (item.startsWith('PRENOM')) identite.prenoms ??= valeur
  else if (item.startsWith('NE')) {
    const lu: DateIso | null = lireDate(aplanir(valeur))
    if (lu !== null) identite.dateNaissance ??= lu
  } else if (item === 'ALIAS' || /^(?:SURNOM|DIT|SE DISANT)/.test(item)) {
    if (!/^(?:NEANT|AUCUN|SANS|NON)\b/.test(aplanir(valeur)) && !identite.alias.includes(valeur)) {
      identite.alias.push(valeur)
    }
  }
  return null
}

const ABREGEE = new RegExp(`^NEE? LE (${DATE})`)

/** « B1 - TJ BOBIGNY - NOM Prénom - né le … »: the name stands in the cell before the birth. */
function abregee(identite: Identite, texte: string): void {
  const cases = cellules(texte)
  const rang = cases.findIndex((c) => ABREGEE.test(aplanir(c)))
  const avant = cases[rang - 1]
  if (rang < 1 || avant === undefined) return
  const ne = lireDate(ABREGEE.exec(aplanir(cases[rang] as string))?.[1] ?? '')
  if (ne !== null) identite.dateNaissance ??= ne
  const mots = avant.split(' ')
  const noms = mots.filter((m) => m === m.toUpperCase())
  if (noms.length === 0 || noms.length === mots.length) return
  identite.nom ??= noms.join(' ')
  identite.prenoms ??= mots.filter((m) => m !== m.toUpperCase()).join(' ')
}
