import type { CasierLu } from '../contrat.ts'
import {
  estItem,
  type Identite,
  LISIBLE,
  lireAbregee,
  lireItems,
  naissanceSansTitre,
  noter,
  peutSuivre,
} from './identite.ts'
import { BULLETIN, estFilet, estMobilier, estTitreDeColonnes, type Formule, formuleDe } from './mobilier.ts'
import { aplanir, cellules, type Ligne, serrerDeuxPoints } from './texte.ts'

/**
 * What is printed around the convictions: headers and footers of pages, identity, closed formulas.
 * These lines leave the stream before the convictions are read, so that a page break in the middle of
 * an offence leaves no trace.
 */

export interface Entete {
  /** The sheet says itself that it is a bulletin. */
  estBulletin: boolean
  formule: Formule
  identite: CasierLu['identite']
  /** Lines that remain, blank ones left out. */
  corps: Ligne[]
  /** Numbers of the lines understood here. */
  comprises: Set<number>
}

// « Néant » beside « non vérifiable » is not « néant »: the stronger reservation wins.
const FORCES = { neant: 1, 'identite-non-verifiable': 2, 'aucune-identite': 3 } as const

interface Lecture extends Entete {
  identite: Identite
  vuIdentite: boolean
  /** Item of identity whose value stands on the next line. */
  attendu: string | null
  /** The line before told a birth: « à PARIS » may follow. */
  naissance: boolean
}

export function lireEntete(lignes: readonly Ligne[]): Entete {
  const lecture: Lecture = {
    estBulletin: false,
    formule: null,
    identite: { alias: [] },
    corps: [],
    comprises: new Set(),
    vuIdentite: false,
    attendu: null,
    naissance: false,
  }
  lignes.forEach((entiere, i) => {
    const { ligne, reste } = detacher(entiere)
    const net = nettoyer(ligne.texte)
    if (net === '') return
    const suivante = () => nettoyer(lignes[i + 1]?.texte.slice(0, 60) ?? '')
    if (!lireLigne(lecture, ligne, net, suivante)) lecture.corps.push(entiere)
    else if (reste === null) lecture.comprises.add(ligne.numero)
    else lecture.corps.push(reste)
  })
  const { identite, vuIdentite } = lecture
  const vide = !vuIdentite && Object.keys(identite).length === 1 && identite.alias.length === 0
  const { estBulletin, formule, corps, comprises } = lecture
  return { estBulletin, formule, identite: vide ? undefined : identite, corps, comprises }
}

/** A day, then a court: a decision that begins on the line of the title or of the identity. */
const DECISION_DEDANS =
  /[\s;|](?:\d{1,3} ?[.)/:°-]* ?)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\s,;|:-]{1,4}(?:TRIBUNAL|T\.? ?CORR|TC |T\.?J\.? |TGI |TPE |COUR |C\.?A\.? |CHAP )/

/** Everything pasted on one line: what comes before the first decision, and the rest. */
function detacher(ligne: Ligne): { ligne: Ligne; reste: Ligne | null } {
  if (ligne.texte.length < 80) return { ligne, reste: null }
  const i = DECISION_DEDANS.exec(aplanir(ligne.texte))?.index ?? 0
  if (i <= 0) return { ligne, reste: null }
  const { numero, texte } = ligne
  return { ligne: { numero, texte: texte.slice(0, i) }, reste: { numero, texte: texte.slice(i) } }
}

/** Folded, without margins nor repeated spaces. */
function nettoyer(texte: string): string {
  const plie = serrerDeuxPoints(aplanir(texte)).trim()
  return plie.includes('  ') ? plie.replace(/ {2,}/g, ' ') : plie
}

/** True when the line belongs to what surrounds the convictions. */
function lireLigne(lecture: Lecture, ligne: Ligne, net: string, suivante: () => string): boolean {
  const { identite } = lecture
  const formule = formuleDe(net, suivante)
  if (formule !== null && (lecture.formule === null || FORCES[formule] > FORCES[lecture.formule]))
    lecture.formule = formule
  const mobilier = formule !== null || estFilet(net) || estMobilier(net)
  const item = !mobilier && estItem(net)

  if (lecture.attendu !== null && !mobilier && !item) {
    if (!LISIBLE.test(net)) return false // the value is still to come
    if (peutSuivre(lecture.attendu, net)) {
      lecture.naissance = lecture.attendu === 'NE'
      lecture.attendu = noter(identite, lecture.attendu, ligne.texte.trim())
      return true
    }
  }
  lecture.attendu = null
  const naissance = lecture.naissance
  lecture.naissance = false
  if (naissance && /^A(?: ?:| [A-Z]|$)/.test(net)) {
    lecture.attendu = net === 'A' ? 'LIEU' : null
    return true
  }
  if (mobilier || estTitreDeColonnes(ligne.texte.trim())) {
    if (BULLETIN.test(net.replace(/^[*=_~ -]+/, ''))) {
      lecture.estBulletin = true
      lireAbregee(identite, ligne.texte)
    }
    // « NOM : X » may follow a header on the same line; « Demandé par : » may wait for its value.
    lecture.attendu = lireItems(identite, ligne.texte, false) ?? (/:$| PAR$/.test(net) ? 'AUTRE' : null)
    return true
  }
  if (item || (!/^[A-Z0-9]/.test(net) && estItem(aplanir(cellules(ligne.texte)[0] ?? '')))) {
    lecture.vuIdentite = true
    lecture.attendu = lireItems(identite, ligne.texte, true)
    lecture.naissance = /^NEE?\b/.test(net) && lecture.attendu === null
    return true
  }
  if (lecture.corps.length < 3 && naissanceSansTitre(identite, net)) return true
  // The rest of a closed formula or of an identity cut by a line.
  return /^(?:PAR LE SERVICE|APPLICABLE|VERIFIABLE PAR LE SERVICE)\.?$/.test(net)
}
