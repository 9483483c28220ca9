import { plier } from '../texte.ts'

/** The name that opens a typed text, and where it ends. */
export interface NomTape {
  nom: string
  prenoms: string
  /** Characters of the text that the name takes. */
  longueur: number
}

const FAITS =
  /^(?:vols?|recels?|escroqueries?|violences?|outrages?|rebellion|menaces?|degradations?|destructions?|usages?|trafic|detention|transport|port|conduite|cea|ceea|refus|evasion|agressions?|tentatives?|complicite|harcelement|infractions?|acquisition|offre|cession|delit|crime|blessures|homicide|meurtre|extorsion|abus|faux|violation|non-?respect|non|ils|stups?|stupefiants|viols?|exhibition|rodeo|defaut|maintien|soustraction|association|blanchiment|filouterie|intrusion|introduction|mise|appels?|armes?|couteau|cambriolage|roulotte|proxenetisme|incendie|atteintes?|provocation|injures?|participation|rebellions?|sejour|natinf|en|pour|avec|deferee?|gav|garde)$/
const PARTICULES =
  /^(?:de|du|des|da|dos|di|del|el|al|ben|bin|ibn|van|von|der|le|la|les|ait|abd|abdel|abou|of|ould)$/
const LETTRES = /^[\p{L}][\p{L}'’.-]*,?$/u
const GRAND = /^\p{Lu}[\p{Lu}'’.-]*,?$/u
const CAPITALE = /^\p{Lu}/u
const MOTS_MAX = 6

/** In small letters nothing tells a name from the offence that follows: a name is then two words, particles apart. */
export function nomDeLaLigne(texte: string): NomTape | null {
  const mots = [...texte.matchAll(/\S+/g)].map((m) => ({ mot: m[0], fin: m.index + m[0].length }))
  let n = 0
  while (
    n < mots.length &&
    n < MOTS_MAX &&
    LETTRES.test(mots[n]?.mot ?? '') &&
    !FAITS.test(plier(mots[n]?.mot ?? ''))
  )
    n++
  if (n === 0) return null
  const pris = mots.slice(0, n).map((m) => m.mot)
  const capitales = pris.some((m) => CAPITALE.test(m))
  if (capitales) {
    const fin = pris.findIndex((m) => !CAPITALE.test(m) && !estParticule(m))
    if (fin === 0) return null
    if (fin > 0) n = fin
  } else if (n > 2) {
    n = estParticule(pris[0] ?? '') ? Math.min(n, finDesParticules(pris) + 2) : 2
  }
  // A particle at the end goes with what follows.
  while (n > 1 && estParticule(pris[n - 1] ?? '')) n--
  return { ...partager(pris.slice(0, n)), longueur: mots[n - 1]?.fin ?? 0 }
}

const NOM_DEDANS =
  /(?<![\p{L}'’-])(?:(?:de|du|d['’]|la|el|ben) ){0,2}\p{Lu}{2,}[\p{Lu}'’-]*(?: \p{Lu}{2,}[\p{Lu}'’-]*)*(?: \p{Lu}\p{Ll}[\p{L}'’-]*){1,4}(?![\p{L}'’-])/u

/** « usage de stupéfiants MODELE Camille »: capitals show a name that does not open the text. */
export function nomDedans(texte: string): (NomTape & { debut: number }) | null {
  const m = NOM_DEDANS.exec(texte)
  if (m === null) return null
  return { ...partager(m[0].split(' ')), longueur: m[0].length, debut: m.index }
}

function estParticule(mot: string): boolean {
  return PARTICULES.test(plier(mot)) || /^[dl]['’]/i.test(mot)
}

function finDesParticules(mots: readonly string[]): number {
  let k = 0
  while (k < mots.length && PARTICULES.test(plier(mots[k] ?? ''))) k++
  return k
}

function partager(mots: readonly string[]): { nom: string; prenoms: string } {
  const dit = (l: readonly string[]) => l.join(' ').replaceAll(',', '').trim()
  const grands = mots.map((m) => GRAND.test(m) && m.replace(/[^\p{L}]/gu, '').length > 1)
  const premier = grands.indexOf(true)
  const dernier = grands.lastIndexOf(true)
  if (premier >= 0 && grands.includes(false)) {
    let debut = premier
    while (debut > 0 && estParticule(mots[debut - 1] ?? '')) debut--
    return {
      nom: dit(mots.slice(debut, dernier + 1)),
      prenoms: dit([...mots.slice(0, debut), ...mots.slice(dernier + 1)]),
    }
  }
  const fin = finDesParticules(mots) + 1
  return { nom: dit(mots.slice(0, fin)), prenoms: dit(mots.slice(fin)) }
}
