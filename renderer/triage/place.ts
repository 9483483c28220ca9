import { type Alerte, type CritereLu, type DispositifLu, initialeMinuscule } from '../../domain/index.ts'

/** From everything in full to the shortest form: the pane takes the first one that fits, so that it never scrolls. */
export const UN_SEUL_OUVERT = 1
export const BREF = 2
export const REPLIE = 3
/** Every alert at once in a low window: two lines each, those that forbid judging today in full; one for the rest. */
export const SERRE = 4
const NIVEAUX = [0, UN_SEUL_OUVERT, BREF, REPLIE, SERRE] as const

export interface Boite {
  largeur: number
  hauteur: number
}

/** Wide fonts (DejaVu Sans) at the pane's 13 px: others take less, and what is left over stays white. */
const CARACTERE = 7
/** From this height on, lines are further apart (orientation.module.css). */
const HAUTE = 560

/**
 * Counts lines instead of laying the pane out: the same reading in the same box always takes the same form, and a
 * key press waits for no measure.
 */
export function niveauQuiTient(
  alertes: readonly Alerte[],
  dispositifs: readonly DispositifLu[],
  groupes: readonly string[],
  question: string,
  boite: Boite,
): number {
  const ligne = boite.hauteur >= HAUTE ? 18 : 16
  const marges = boite.hauteur >= HAUTE ? 20 : 11
  const texte = (mots: string, retrait: number) =>
    Math.ceil((mots.length * CARACTERE) / Math.max(boite.largeur - 24 - retrait, 100)) * ligne
  const raison = (mots: string) => texte(mots, 24) + 2

  const ouvert = (d: DispositifLu, bref: boolean) => {
    const { faux, engages, autres } = raisonsDe(d.criteres, bref)
    const phrases = [...faux.map((c) => c.motif), ...engages.map((c) => `${c.motif} ${c.aFaire ?? ''}`)]
    if (autres.length > 0) phrases.push(`Pas encore établi : ${noms(autres)}.`)
    const fraicheur = `Fiche jamais vérifiée sur place, à vérifier avant de requérir. ${bref ? '' : `Source : ${d.source}.`}`
    return 35 + ligne + phrases.reduce((somme, p) => somme + raison(p), 0) + texte(fraicheur, 0)
  }
  const ferme = (d: DispositifLu, lignes: number) =>
    32 + Math.min(texte(`Non réunis : ${noms(decisifsDe(d))}.`, 0), lignes * ligne)
  const premier = premierOuvert(dispositifs)

  const hauteur = (niveau: number) => {
    const bref = niveau >= BREF
    const avis = alertes.map((a) => {
      const dite = texte(`À régler avant de juger : ${direAlerte(a, bref)}`, 11)
      const admise = a.gravite === 'bloquante' ? Infinity : (niveau >= SERRE ? 2 : Infinity) * ligne
      return Math.min(dite, admise) + 3
    })
    const lectures = dispositifs.map((d) =>
      niveau === 0 || (niveau < REPLIE && d.id === premier)
        ? ouvert(d, bref)
        : ferme(d, niveau >= SERRE ? 1 : Infinity),
    )
    const replies = groupes.map((g) => Math.min(texte(g, 56), lignesDeGroupe(niveau) * ligne) + 9)
    // The question, what its keys mean, the keys; its heading says why and may take a second line.
    const demande = question === '' ? 0 : texte(`« ${question} »`, 0) + 2 * ligne + 27
    const suite = marges + ligne + demande + 2 * ligne + 6
    return [...avis, ...lectures, ...replies].reduce(
      (somme, h) => somme + h,
      suite + (alertes.length > 0 ? 9 : 0),
    )
  }
  return NIVEAUX.find((niveau) => hauteur(niveau) <= boite.hauteur) ?? SERRE
}

/** How many lines the names of a folded group may take. */
export function lignesDeGroupe(niveau: number): number {
  return niveau >= REPLIE ? 1 : niveau >= BREF ? 2 : Infinity
}

/** The programme shown in full where there is room for one: the first still open. */
export function premierOuvert(dispositifs: readonly DispositifLu[]): string {
  return (dispositifs.find((d) => d.lecture !== 'hors-criteres') ?? dispositifs[0])?.id ?? ''
}

export function direAlerte({ texte }: Alerte, bref: boolean): string {
  return bref ? phrase(texte.split(' ; ')[0] ?? '') : texte
}

export function decisifsDe(d: DispositifLu): readonly CritereLu[] {
  const { faux, engages, autres } = raisonsDe(d.criteres, false)
  return faux.length > 0 ? faux : [...engages, ...autres]
}

/**
 * What decides: the false ones first; then the unknown ones with what to do, as long as doing it can still change
 * the reading. What nobody has been asked, and what no longer matters, by name only.
 */
export function raisonsDe(criteres: readonly CritereLu[], bref: boolean) {
  const faux = criteres.filter((c) => c.etat === 'faux')
  const inconnus = bref && faux.length > 0 ? [] : criteres.filter((c) => c.etat === 'inconnu')
  const engages = faux.length > 0 ? [] : inconnus.filter((c) => c.declarations.length > 0)
  return { faux, engages, autres: inconnus.filter((c) => !engages.includes(c)) }
}

export function noms(criteres: readonly CritereLu[]): string {
  return criteres.map((c) => initialeMinuscule(c.libelle)).join(', ')
}

export function phrase(texte: string): string {
  return /[.!?]$/.test(texte) || texte === '' ? texte : `${texte}.`
}
