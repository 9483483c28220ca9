import { LIGNE, MOT, NOMBRE, SIGNE } from './jetons.ts'
import { CIVILITES, cherche, ecrit, ensemble, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT } from './lexique.ts'

/** Headings, and whose piece or statement one reads: what holds for the sentences that follow. */

export function debutMajuscule(l: Lecture, i: number): boolean {
  const c = l.texte[l.debut[i] ?? l.texte.length] ?? ''
  return l.nature[i] !== MOT || c !== c.toLowerCase()
}

/** Token after the colon of a heading (« SANTÉ : », « Situation familiale : ») that begins at `d`; 0 when there is none. */
export function finEnTete(l: Lecture, d: number): number {
  let tiret = 0
  for (let i = d; i < Math.min(d + 8, l.nombre); i++) {
    if (l.nature[i] === SIGNE) {
      const signe = ecrit(l, i)[0]
      if (signe === ':') return i > d ? i + 1 : 0
      if (signe === '.' && i > d && i - d <= 3 && enCapitales(l, d, i)) return i + 1
      if (tiret === 0 && i > d && (signe === '—' || signe === '–') && isole(l, i)) tiret = i + 1
      if (!'()/-–—['.includes(signe ?? '')) return tiret
    } else if ((l.nature[i] ?? 0) >= LIGNE) return tiret
  }
  return tiret
}

/** « LOGEMENT. Chez ses parents… » */
function enCapitales(l: Lecture, d: number, f: number): boolean {
  const vu = l.texte.slice(l.debut[d], l.fin[f - 1])
  return vu.length > 4 && vu === vu.toUpperCase() && vu !== vu.toLowerCase()
}

/** « Santé — néant. »: a long dash between blanks, as against « Paris–Lyon ». */
function isole(l: Lecture, i: number): boolean {
  return l.fin[i - 1] !== l.debut[i] && l.fin[i] !== l.debut[i + 1]
}

/** « conso : », « heb : » at the start of a line, whatever its case: three words at most. */
export function enTeteCourte(l: Lecture, d: number): boolean {
  for (let i = d + 1; i < d + 4; i++) {
    if (l.mot(i) === ':') return true
    if (l.nature[i] !== MOT) return false
  }
  return false
}

const ENTOURAGE =
  /^(?:famille|familial|familiale|familiales|familiaux|entourage|fratrie|parents|parentele|victime|victimes|plaignant|plaignante)$/
const PIECE = ensemble(
  'conclusions certificat audition plainte declaration declarations deposition examen temoignage proces',
)

/** Headings hold until the next one or a blank line; a speaker or a certified person who is not the one followed, too. */
export function rubriques(l: Lecture): void {
  let rubrique: Phrase['rubrique'] = null
  let [parRubrique, parPiece]: Phrase['autrui'][] = [null, null]
  let [debutPiece, precedente] = [0, 0]
  for (const [k, p] of l.phrases.entries()) {
    if (p.d === 0 || (l.nature[p.d - 1] ?? 0) >= LIGNE || p.paragraphe) {
      const fin = finEnTete(l, p.coeur)
      if (fin > 0 && fin <= p.f) {
        rubrique = [p.coeur, fin]
        if (p.genre === 'phrase') parRubrique = rubriqueDAutrui(l, p.coeur, fin)
      } else if (estTitre(l, p)) rubrique = [p.coeur, p.f]
      else if (p.paragraphe) [rubrique, parRubrique] = [null, null]
    }
    const piece = pieceSur(l, p)
    if (piece !== null) parPiece = piece === 'soi' ? null : piece
    p.rubrique = rubrique
    p.autrui = parRubrique ?? (presenteVictime(l, p) ? 'autre' : parPiece) ?? null
    if (piece !== null) debutPiece = k
    // « Je dépose plainte » ends a statement as often as it begins one.
    if (piece === 'autre' && estPlainte(l, p))
      for (let j = k - 1; j >= precedente && l.phrases[j]?.genre === 'phrase'; j--) {
        const q = l.phrases[j]
        if (q !== undefined && q.autrui === null) q.autrui = 'autre'
      }
    precedente = debutPiece
  }
}

const VICTIME = ensemble('victime plaignante plaignant requerante requerant temoin')

/** « Victime, Mme K. : en CHRS… », in the middle of a paragraph too. */
function presenteVictime(l: Lecture, p: Phrase): boolean {
  if (!VICTIME.has(l.mot(p.coeur))) return false
  for (let i = p.coeur + 1; i < Math.min(p.f, p.coeur + 9); i++) if (l.mot(i) === ':') return true
  return false
}

/** « Mme O., partie civile : hématome… »: the whole piece is hers. */
function estPartieCivile(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 8); i++)
    if (l.mot(i) === 'civile' && l.mot(i - 1) === 'partie')
      return l.mot(i + 1) === ':' || l.mot(i + 1) === ','
  return false
}

/** A short line without a verb’s end or a full stop, above what it announces: « Logement ». */
export function estTitre(l: Lecture, p: Phrase): boolean {
  let mots = 0
  for (let i = p.coeur; i < p.f; i++) {
    if (l.nature[i] === SIGNE || l.nature[i] === NOMBRE) return false
    if (l.nature[i] === MOT && ++mots > 4) return false
  }
  return (
    mots > 0 &&
    p.f < l.nombre &&
    (l.nature[p.f - 1] ?? 0) >= LIGNE &&
    p.genre === 'phrase' &&
    debutMajuscule(l, p.coeur)
  )
}

/** « Résumé infirmier : », « Rapport des agents : » are about the person. */
const SOIGNANT = ensemble('infirmier infirmiere agents agent employeur')

/** « Requérante : … », « Victime : … ». */
function rubriqueDAutrui(l: Lecture, d: number, f: number): Phrase['autrui'] {
  if (cherche(l, d, f, CAT.soi) >= 0) return null
  const echange =
    /^(?:echange|appel|entretien|audition|message|contact|temoignage|propos|dires|courrier|mail)$/.test(
      l.mot(d),
    )
  if (echange && cherche(l, d, f, CAT.parent) >= 0) return 'proche'
  const autre = f - d <= 5 ? cherche(l, d, f, CAT.tiers) : -1
  // « Lettre d’un détenu »: the person writes.
  return autre >= 0 && !SOIGNANT.has(l.mot(autre)) && l.mot(autre) !== 'detenu' ? 'autre' : null
}

/** « je suis la maman de… », « je soussignée… mon neveu »: a letter of the family, from there on. */
function lettreDeProche(l: Lecture, p: Phrase): boolean {
  for (let i = p.coeur; i < Math.min(p.f, p.coeur + 16); i++) {
    if (l.mot(i) !== 'je') continue
    if (l.mot(i + 1) === 'suis' && /^(?:la|le|sa|son|l)$/.test(l.mot(i + 2)) && porte(l, i + 3, CAT.parent))
      return /^(?:de|d|du)$/.test(l.mot(i + 4))
    // « Je vous écris pour mon fils »
    const pour =
      l.mot(i + 2) === 'ecris' || l.mot(i + 1) === 'ecris'
        ? cherche(l, i, Math.min(p.f, i + 8), CAT.parent)
        : -1
    if (pour >= 0) return /^(?:mon|ma|notre)$/.test(l.mot(pour - 1))
    if (!/^soussignee?$/.test(l.mot(i + 1))) continue
    for (let j = i + 2; j < Math.min(p.f, i + 20); j++)
      if (porte(l, j, CAT.parent) && /^(?:mon|ma|sa|son|sur)$/.test(l.mot(j - 1))) return true
  }
  return false
}

const TITRE = ensemble('de')
const TITRE_DE = ensemble('pv verbal depot audition proces-verbal enregistrement')
const DEPOSER = ensemble('depose deposer porter porte')

/** « PLAINTE — … », « je viens déposer plainte contre… »: whoever says « je » from there on is the victim. */
function estPlainte(l: Lecture, p: Phrase): boolean {
  if (l.mot(p.d) === 'plainte')
    return (l.nature[p.d + 1] ?? LIGNE) >= SIGNE || l.mot(p.d + 1) === 'contre' || l.mot(p.d + 1) === 'de'
  const titre = p.f - p.d <= 9
  let je = false
  for (let i = p.coeur; i < Math.min(p.f, p.coeur + 20); i++) {
    // « PV de plainte »
    if (titre && l.mot(i) === 'plainte' && TITRE.has(l.mot(i - 1)) && TITRE_DE.has(l.mot(i - 2))) return true
    if (l.mot(i) === 'je') je = true
    if (je && l.mot(i) === 'plainte' && DEPOSER.has(l.mot(i - 1))) return !porte(l, i - 2, CAT.negation)
  }
  return false
}

/** « Audition de M. Perrin, père du mis en cause »: a title says nothing of whose piece it is. */
/** « Certificat descriptif de la victime », « Audition du mis en cause »: whose piece this is, when it says so. */
function pieceSur(l: Lecture, p: Phrase): 'autre' | 'proche' | 'soi' | null {
  if (p.genre === 'phrase' && lettreDeProche(l, p)) return 'proche'
  if (estPartieCivile(l, p)) return 'autre'
  if (estPlainte(l, p)) return accuseUnProche(l, p) ? 'proche' : 'autre'
  for (let i = p.d; i < Math.min(p.f, p.d + 8); i++) {
    if (!PIECE.has(l.mot(i))) continue
    const f = Math.min(p.f, i + 9)
    if (
      l.mot(i) === 'certificat' &&
      /^(?:de|des)$/.test(l.mot(i + 1)) &&
      /^(?:coups|blessures|violences)$/.test(l.mot(i + 2))
    )
      return 'autre'
    for (let j = i + 1; j < f; j++) {
      if (porte(l, j, CAT.tiers) && !porte(l, j, CAT.soi)) return 'autre'
      if (porte(l, j, CAT.parent)) return 'proche'
      if ((porte(l, j, CAT.soi) && !CIVILITES.has(l.mot(j))) || l.mot(j) === 'gav') return 'soi'
    }
  }
  return null
}

const ACCUSE = 90

/** « Plainte de Mme C. — « Mon fils… Il prend… » »: the one complained about is the person. */
function accuseUnProche(l: Lecture, p: Phrase): boolean {
  for (let i = p.d + 1; i < Math.min(l.nombre, p.d + ACCUSE); i++) {
    if (/^(?:homme|individu|inconnu|inconnus|voisin)$/.test(l.mot(i))) return false
    if (!porte(l, i, CAT.parent) || !/^(?:mon|ma|notre|ex)$/.test(l.mot(i - 1))) continue
    const avant = l.mot(i - 1) === 'ex' ? i - 3 : i - 2
    if ((l.nature[avant] ?? LIGNE) >= SIGNE || l.mot(avant) === 'contre') return true
  }
  return false
}

export function rubriqueDEntourage(l: Lecture, p: Phrase): boolean {
  if (p.rubrique === null) return false
  for (let i = p.rubrique[0]; i < p.rubrique[1]; i++) if (ENTOURAGE.test(l.mot(i))) return true
  return false
}
