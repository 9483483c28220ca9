import type { CasierLu, Dossier } from '../contrat.ts'
import { dateEn } from './dates-francaises.ts'
import { aplanir, lignesDuCasier } from './texte.ts'

/** Is the person of the bulletin the one of the dossier? What differs, never what is only written otherwise. */

export type Difference = 'nom' | 'prenoms' | 'dateNaissance'

type Identite = NonNullable<CasierLu['identite']>
type Personne = NonNullable<Dossier['personne']>

const PARTICULES: ReadonlySet<string> = new Set(
  'D DE DU DES L LA LE LES DA DI DO DOS VAN VON DER DEN EL AL BEN BIN BENT OULD AIT SAINT SAINTE ST STE'.split(
    ' ',
  ),
)

function mots(texte: string): string[] {
  return aplanir(texte.normalize('NFC'))
    .replace(/Œ/g, 'OE')
    .replace(/Æ/g, 'AE')
    .split(/[^A-Z]+/)
    .filter((m) => m !== '')
}

function sansParticules(liste: readonly string[]): string[] {
  const reste = liste.filter((m) => !PARTICULES.has(m))
  return reste.length > 0 ? reste : [...liste]
}

function contenu(petit: readonly string[], grand: readonly string[]): boolean {
  return petit.length > 0 && petit.every((m) => grand.includes(m))
}

/** « BEN ALI » and « Benali », « MARTIN-DUPONT » and « Martin », « de la Tour » and « La Tour ». */
function memeNom(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [sansParticules(a), sansParticules(b)]
  return contenu(x, y) || contenu(y, x) || a.join('') === b.join('')
}

/** First names in any order, all of them or only some. */
function memesPrenoms(a: readonly string[], b: readonly string[]): boolean {
  return a.some((m) => b.includes(m)) || a.join('') === b.join('')
}

const AUTRE_NOM =
  /(?:NOM (?:D'USAGE|MARITAL|D'EPOUSE?)|EPOU(?:SE|X)|VEUVE|CHANGEMENT DE NOM|EP\.) ?:? ?(.{1,60})/

/** Names of use and of marriage, which the reading of the record has no place for. */
function autresNoms(texte: string): string[][] {
  return lignesDuCasier(texte).flatMap((ligne) => {
    const trouve = AUTRE_NOM.exec(aplanir(ligne.slice(0, 300)))?.[1]
    return trouve === undefined ? [] : [mots(trouve.split(/ {2,}|PRENOM|NEE? /)[0] ?? '')]
  })
}

function memeNaissance(identite: Identite, date: string): boolean {
  if (identite.dateNaissance === undefined || identite.dateNaissance === date) return true
  return identite.alias.some((alias) => {
    const plie = aplanir(alias)
    const chiffre = plie.search(/\d/)
    return chiffre >= 0 && dateEn(plie, chiffre)?.valeur.jour === date
  })
}

/** What the bulletin says otherwise than the dossier; an alias that fits is the person. */
export function comparerIdentite(identite: Identite, texte: string, personne: Personne): Difference[] {
  const differe: Difference[] = []
  const alias = identite.alias.map((a) => mots(a))
  const [nom, prenoms] = [mots(personne.nom ?? ''), mots(personne.prenoms ?? '')]
  const [nomLu, prenomsLus] = [mots(identite.nom ?? ''), mots(identite.prenoms ?? '')]
  // Whoever typed the dossier may have taken one for the other.
  const inverses =
    nom.length > 0 && prenoms.length > 0 && memeNom(nom, prenomsLus) && memesPrenoms(prenoms, nomLu)
  if (inverses) return memeNaissanceOuRien(identite, personne)
  if (nom.length > 0 && nomLu.length > 0) {
    const connus = [nomLu, ...alias, ...autresNoms(texte)]
    if (!connus.some((connu) => memeNom(nom, connu))) differe.push('nom')
  }
  if (prenoms.length > 0 && prenomsLus.length > 0) {
    if (![prenomsLus, ...alias].some((connus) => memesPrenoms(prenoms, connus))) differe.push('prenoms')
  }
  return [...differe, ...memeNaissanceOuRien(identite, personne)]
}

function memeNaissanceOuRien(identite: Identite, { dateNaissance }: Personne): Difference[] {
  return dateNaissance === undefined || memeNaissance(identite, dateNaissance) ? [] : ['dateNaissance']
}
