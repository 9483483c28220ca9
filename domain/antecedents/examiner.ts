import type { CasierLu, Dossier } from '../contrat.ts'
import { lireCasier } from './lire-casier.ts'
import { BULLETIN } from './mobilier.ts'
import { comparerIdentite, type Difference } from './personne.ts'
import { aplanir, lignesDuCasier } from './texte.ts'

/** What was pasted, looked at before anything of it enters a dossier. */

export interface AvertissementCasier {
  /** One French sentence. */
  phrase: string
  /** What differs from the person of the dossier; empty when the text is simply not a bulletin. */
  differe: Difference[]
  identite: NonNullable<CasierLu['identite']>
}

export type ExamenCasier = { refus: string } | { lu: CasierLu; avertissement: AvertissementCasier | null }

/**
 * In characters. Sixty convictions take about 15 000: ten times the longest record that one meets, and still
 * read in a fraction of a second.
 */
export const CASIER_LISIBLE_MAX = 200_000

/**
 * A refusal, one French sentence that says what to paste, or the reading with what there is to warn about.
 * Pure, and total as `lireCasier` is.
 */
export function examinerCasier(texte: string, personne?: Dossier['personne']): ExamenCasier {
  const refus = refuser(texte)
  if (refus !== null) return { refus }
  const lu = lireCasier(texte)
  return { lu, avertissement: avertir(lu, texte, personne) }
}

function refuser(texte: string): string | null {
  if (texte.trim() === '') return 'Rien à lire : copiez le texte du bulletin n° 1, puis collez-le ici.'
  if (texte.length > CASIER_LISIBLE_MAX)
    return `Ce texte est trop long pour un bulletin n° 1 (plus de ${CASIER_LISIBLE_MAX / 1000} 000 caractères) ; collez seulement le texte du bulletin.`
  if (estFichier(texte))
    return 'Ce sont les données d’un fichier, pas un texte ; ouvrez le bulletin n° 1, copiez son texte, puis collez-le.'
  if (estPageWeb(texte))
    return 'Ce texte est celui d’une page web, pas d’un bulletin ; ouvrez le bulletin n° 1, copiez son texte, puis collez-le.'
  const numero = numeroDuBulletin(texte)
  if (numero !== null && numero !== '1')
    return `Ceci est un bulletin n° ${numero} ; Aiguillage ne lit que le bulletin n° 1 : demandez-le, puis collez son texte.`
  if (estCharabia(texte))
    return 'Ce texte ne contient presque aucun mot lisible ; recopiez le texte du bulletin n° 1, puis collez-le.'
  return null
}

const SIGNATURES = ['%PDF-', 'PK\u0003\u0004', '{\\rtf', '\u0089PNG', 'ÿØÿ', 'ÐÏ\u0011']

/** Signatures of files, or control characters that no copied text holds. */
function estFichier(texte: string): boolean {
  if (SIGNATURES.some((debut) => texte.startsWith(debut))) return true
  const sondes = texte.slice(0, 20_000)
  const commandes = sondes.match(/\p{Cc}|\uFFFD/gu)?.filter((c) => !/[\t\n\v\f\r]/.test(c)).length ?? 0
  return commandes > 3 && commandes > sondes.length * 0.02
}

const BALISES =
  /<!DOCTYPE\s+html|<\/?(?:html|head|body|div|span|table|script|style|nav|section|td|br|p|a)\b[^<>]*>/gi
/** What the menus of a site say and a bulletin never does. */
const NAVIGATION =
  /\b(?:SE CONNECTER|CONNEXION|DECONNEXION|CREER UN COMPTE|MENTIONS LEGALES|POLITIQUE DE CONFIDENTIALITE|COOKIES?|PLAN DU SITE|ALLER AU CONTENU|NOUS CONTACTER|NEWSLETTER|TOUS DROITS RESERVES|PARTAGER SUR|EN SAVOIR PLUS|ACCEPTER TOUT|LIRE LA SUITE|MOT DE PASSE OUBLIE|ACCESSIBILITE)\b|HTTPS?:\/\/|\bWWW\./g

function estPageWeb(texte: string): boolean {
  const balises = texte.match(BALISES)?.length ?? 0
  if (balises >= 5 || /^\s*<(?:!DOCTYPE|html|\?xml)/i.test(texte)) return true
  if (numeroDuBulletin(texte) !== null) return false
  return new Set(aplanir(texte.slice(0, 50_000)).match(NAVIGATION) ?? []).size >= 3
}

const NUMERO =
  /^\W*(?:(?:CASIER JUDICIAIRE(?: NATIONAL)?|EXTRAIT(?: DU)?(?: CASIER JUDICIAIRE)?) ?[-:,]? ?)?(?:(?:EXTRAIT )?BULLETIN ?(?:N ?[°O.]? ?|NUMERO )?|B ?\.? ?)([123])\b/

/** The number that a title gives, the first bulletin's when several are pasted; null without a title. */
function numeroDuBulletin(texte: string): string | null {
  const numeros = lignesDuCasier(texte).flatMap((ligne) => {
    const net = aplanir(ligne.slice(0, 200)).trim().replace(/\s+/g, ' ')
    const numero = NUMERO.exec(net)?.[1]
    return numero !== undefined && (BULLETIN.test(net) || net.length < 120) ? [numero] : []
  })
  return numeros.includes('1') ? '1' : (numeros[0] ?? null)
}

function estCharabia(texte: string): boolean {
  const signes = texte.replace(/\s+/g, '')
  const lettres = signes.match(/[\p{L}\d]/gu)?.length ?? 0
  const mots = texte.match(/\p{L}{2,}/gu)?.length ?? 0
  return lettres < signes.length * 0.4 || (signes.length > 40 && mots === 0)
}

function avertir(lu: CasierLu, texte: string, personne: Dossier['personne']): AvertissementCasier | null {
  const identite = lu.identite ?? { alias: [] }
  if (lu.etat === 'illisible') {
    const phrase = 'Ce texte ne se lit pas comme un bulletin n° 1 ; vérifiez ce qui a été copié.'
    return { phrase, differe: [], identite }
  }
  const differe = personne === undefined ? [] : comparerIdentite(identite, texte, personne)
  return differe.length === 0 ? null : { phrase: direAutrePersonne(differe), differe, identite }
}

const MOTS: Readonly<Record<Difference, string>> = {
  nom: 'le nom',
  prenoms: 'les prénoms',
  dateNaissance: 'la date de naissance',
}

function direAutrePersonne(differe: readonly Difference[]): string {
  const noms = differe.map((d) => MOTS[d])
  const liste = noms.length === 1 ? noms[0] : `${noms.slice(0, -1).join(', ')} et ${noms.at(-1)}`
  const verbe = noms.length === 1 && differe[0] !== 'prenoms' ? 'diffère' : 'diffèrent'
  return `Ce bulletin est peut-être celui d’une autre personne : ${liste} ${verbe} de ce que dit le dossier ; vérifiez avant de le joindre.`
}
