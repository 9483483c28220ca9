import { SIGNE } from './jetons.ts'
import { CIVILITES, ecrit, ensemble, JE, type Lecture, type Phrase, porte } from './lecture.ts'
import { CAT, unir } from './lexique.ts'

/** Other people in a sentence: which words name them, and when the clause is about them. */

export const DETERMINANT =
  /^(?:le|la|l|les|un|une|des|mon|ma|mes|son|sa|ses|ton|ta|tes|votre|vos|notre|nos|leur|leurs|ce|cet|cette|ces|d|jeune|petit|petite|premier|grand|deux|trois|dont|mis|propre|ancien|ancienne|autre|autres|different|differents|differentes|plusieurs|quelques|divers)$/
export const FEMININ =
  /^(?:mere|soeur|soeurs|fille|filles|epouse|femme|conjointe|concubine|compagne|copine|tante|cousine|niece|maman|voisine|plaignante|passagere|conductrice|gerante|requerante|vendeuse|amie|hebergeante|logeuse|seconde|denommee|cadette|ainee|dame|grand|belle|demi|caissiere|occupante|locataire|ex)$/
export const MIXTE =
  /^(?:victime|victimes|partie|temoin|enfant|enfants|parents|connaissance|collegue|ex|locataire|grand|belle|demi|colocataire|autre|autres)$/
const VERBES =
  /^(?:est|a|avait|etait|etaient|sont|ont|serait|aurait|fume|boit|consomme|consommait|prend|prenait|souffre|suivi|suivie|suivis|hospitalise|hospitalisee|presente|presentait|dit|dort|vit|loge|habite|se|s|reste|touche|percoit|traite|traitee|sous|en|qui|lui|elle|aussi|alcoolique|n|ne|m|me|deal|deale|buvait|fumait|decrit|connu|connue|au|indique|declare|affirme|signale|nous|y|rapporte|porteur|ayant)$/
const COMPLEMENT =
  /^(?:chez|par|avec|pour|contre|sur|vers|sans|de|d|du|des|a|au|aux|entre|envers|aupres|devant|grace|comme)$/

const RECIPROQUES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:soeur|frere|demi)$/, /^(?:frere|soeur)$/],
  [/^(?:mere|pere|parents|maman|papa)$/, /^(?:fils|fille|enfant)$/],
  [
    /^(?:compagne|epouse|femme|concubine|copine|conjointe|ex)$/,
    /^(?:mari|compagnon|conjoint|concubin|copain|ex)$/,
  ],
  [/^(?:compagnon|epoux|mari|concubin|conjoint)$/, /^(?:femme|compagne|epouse|conjointe|concubine)$/],
  [/^(?:fils|fille)$/, /^(?:pere|mere)$/],
  [/^(?:tante|oncle)$/, /^(?:neveu|niece)$/],
]

/** « La sœur indique que son frère… », « Audition de la mère : mon fils… »: the relative’s relative is the person. */
export function vuParUnProche(l: Lecture, p: Phrase, i: number, d: number): boolean {
  if (p.autrui === 'proche' && /^(?:mon|ma|notre)$/.test(l.mot(i - 1))) return true
  if (!/^(?:son|sa)$/.test(l.mot(i - 1))) return false
  for (let j = i - 2; j >= d; j--) {
    if (!porte(l, j, CAT.dire)) continue
    for (let k = j - 1; k >= d; k--)
      if (RECIPROQUES.some(([qui, dit]) => qui.test(l.mot(k)) && dit.test(l.mot(i)))) return true
  }
  return false
}

export function avocatDAutrui(l: Lecture, d: number, i: number): boolean {
  for (let j = i - 1; j >= d; j--)
    if (/^(?:civile|victime|plaignante?|plaignants)$/.test(l.mot(j))) return true
  return false
}

export const EPITHETE =
  /^(?:sdf|toxicomanes?|toxicos?|drogue|droguee|alcooliques?|alcoolise|alcoolisee|ivres?|heroinomanes?|cocainomanes?|schizophrenes?|bipolaires?|depressi(?:f|ve)s?|psychotiques?|paranoiaques?|suicidaires?|crackeu(?:r|se)s?|autistes?|dependante?|addicte?|sous)$/

/** « un père violent et toxicomane »: an adjective goes with the noun that it follows, whatever its place. */
export function epithete(l: Lecture, i: number, a: number): boolean {
  if (a - i > 4 || !EPITHETE.test(l.mot(a))) return false
  for (let j = i + 1; j < a; j++) {
    if (
      l.nature[j] === SIGNE ||
      porte(l, j, CAT.soi) ||
      porte(l, j, CAT.pronom) ||
      /^(?:en|etat|alors|est|pour|dans|a|ou|que|qui)$/.test(l.mot(j))
    )
      return false
  }
  return l.mot(a) !== 'sous'
}

/** « l’individu », « vous » are the person; « nous constatons » is the police. */
export function estPoliciere(l: Lecture, i: number): boolean {
  return l.mot(i) === 'nous' || (l.mot(i) === 'je' && /^(?:soussigne|soussignee)$/.test(l.mot(i + 1)))
}

const CELUI = ensemble('celui celle dernier derniere')
const CE = ensemble('ce cette')
const RETOUR = 40

/** « chez M. Tardieu, ancien collègue : celui-ci entre en cure »: the other person, when named last. */
function celuiCi(l: Lecture, i: number): boolean {
  if (!CELUI.has(l.mot(i)) || (l.mot(i + 1) !== 'ci' && !CE.has(l.mot(i - 1)))) return false
  const elle = l.mot(i) === 'celle' || l.mot(i) === 'derniere'
  for (let j = i - 2; j >= Math.max(0, i - RETOUR); j--) {
    if (porte(l, j, CAT.soi) && NOMME.has(l.mot(j))) return false
    if (CELUI.has(l.mot(j))) continue
    if (estTiers(l, j) && (elle === FEMININ.test(l.mot(j)) || MIXTE.test(l.mot(j)))) return true
  }
  return false
}

const NOMME = ensemble('interesse interessee prevenu prevenue monsieur madame mis mise patient patiente')

const TEMOIN_DE_METIER = ensemble(
  'infirmier infirmiere agents agent docteur medecin praticien psychiatre psychologue urgentiste',
)

const AUTRUI = unir(CAT.tiers, CAT.parent)

export function estTiers(l: Lecture, i: number): boolean {
  if (!porte(l, i, AUTRUI))
    return porte(l, i - 1, CAT.pronom) || porte(l, i, CAT.pronom) ? celuiCi(l, i) : false
  // « type de », « ex-héroïnomane »: the same letters, something else.
  const mot = l.mot(i)
  if (mot === 'ex')
    return DETERMINANT.test(l.mot(i - 1)) && (VERBES.test(l.mot(i + 1)) || porte(l, i + 1, CAT.dire))
  if (mot === 'type') return /^(?:un|le|ce|du)$/.test(l.mot(i - 1)) && l.mot(i + 1) !== 'de'
  if (mot === 'famille') return /^(?:sa|ma)$/.test(l.mot(i - 1)) && VERBES.test(l.mot(i + 1))
  // A nurse, an officer: who tells, not whom it is about.
  if (TEMOIN_DE_METIER.has(mot)) return false
  // « MEC SDF »: « mis en cause », in a report by telephone.
  if (mot === 'mec' && ecrit(l, i) === 'MEC') return false
  if (mot === 'client') return l.mot(i - 1) !== 'mon' && l.mot(i - 1) !== 'son'
  return true
}

const ARRETE = ensemble(
  'constatons interpellons apercevons remarquons interpellation interpelle controlons decouvrons intercepte',
)
const EN_CAUSE = ensemble('homme individu conducteur conductrice automobiliste')
const UN_LE = ensemble('un une l le la cet du')
const interpellations = new WeakMap<Lecture, boolean>()

/** « un homme », « le conducteur » of a report of arrest is the one arrested. */
export function estInterpelle(l: Lecture, i: number): boolean {
  const k = UN_LE.has(l.mot(i)) ? i + 1 : i
  if (!EN_CAUSE.has(l.mot(k)) || !UN_LE.has(l.mot(k - 1))) return false
  let dit = interpellations.get(l)
  if (dit === undefined) {
    dit = l.mots.some((m) => ARRETE.has(m))
    interpellations.set(l, dit)
  }
  return dit
}

/** « Karim fume… » told by someone who says « je ». */
export function estPrenomSujet(l: Lecture, i: number, p: Phrase): boolean {
  if (
    !/^\p{Lu}\p{Ll}{2,}$/u.test(ecrit(l, i)) ||
    porte(l, i, CAT.soi) ||
    porte(l, i, CAT.usage) ||
    l.lexique.mots.has(l.mot(i))
  )
    return false
  const ouvre = i === p.coeur || /^(?:que|qu|et|mais|car)$/.test(l.mot(i - 1)) || l.nature[i - 1] === SIGNE
  return ouvre && VERBES.test(l.mot(i + 1)) && !/^(?:s|m|me|n|ne|nous|au|en|sous)$/.test(l.mot(i + 1))
}

/** « il y a », « il faut », « il s’agit »: nobody. */
export function impersonnel(l: Lecture, i: number): boolean {
  if (l.mot(i) !== 'il') return false
  const j = /^(?:n|ne)$/.test(l.mot(i + 1)) ? i + 2 : i + 1
  if (
    /^(?:y|faut|fallait|semble|semblerait|parait|ressort|resulte|convient|apparait|existe|pleut|fait|arrive)$/.test(
      l.mot(j),
    )
  )
    return true
  if (l.mot(j) === 's') return l.mot(j + 1) === 'agit'
  if (l.mot(j) === 'se') return /^(?:passe|peut|trouve)$/.test(l.mot(j + 1))
  return (
    /^(?:est|etait|sera)$/.test(l.mot(j)) &&
    /^(?:precise|indique|signale|rappele|note|procede|constate|possible|vrai|exact|tard|impossible|mentionne|fait|demande|etabli|ecrit|convenu)$/.test(
      l.mot(j + 1),
    )
  )
}

/** « à », and not the verb of « il a un frère »; capitals leave it open. */
function estPreposition(l: Lecture, j: number): boolean {
  return COMPLEMENT.test(l.mot(j)) && ecrit(l, j) !== 'a'
}

export function aComplement(l: Lecture, i: number, p: Phrase): boolean {
  let j = i - 1
  while (j >= p.coeur && DETERMINANT.test(l.mot(j)) && l.mot(j) !== 'd') j--
  return j >= p.coeur && estPreposition(l, j)
}

/** Is this other person what the clause speaks of, and not « chez ma mère » or « a frappé sa compagne »? */
export function estSujet(l: Lecture, i: number, p: Phrase, a: number): boolean {
  if (relative(l, i, a)) return true
  let f = i + 1
  while (
    f < a &&
    /^(?:civile|de|du|la|le|l|vehicule|securite|d|immeuble|presume)$/.test(l.mot(f)) &&
    f < i + 5
  )
    f++
  let j = i - 1
  while (j >= p.coeur && DETERMINANT.test(l.mot(j))) j--
  const avant = l.mot(j)
  if (j >= p.coeur && avant === 'et' && j - 1 >= p.coeur && estTiers(l, j - 1))
    return estSujet(l, j - 1, p, a)
  if (j >= p.coeur && estPreposition(l, j)) {
    if (avant === 'par' || avant === 'comme') return false
    // « la fille de la victime a bu »: the head of the group is the subject.
    return (
      (avant === 'de' || avant === 'du' || avant === 'd' || avant === 'des') &&
      estTiers(l, j - 1) &&
      estSujet(l, j - 1, p, a)
    )
  }
  const ouvre =
    j < p.coeur ||
    l.nature[j] === SIGNE ||
    /^(?:que|qu|et|mais|car|est|sont|dit|si|puis|ou|quand|lorsque|etait|dont|enfin|c|or)$/.test(avant)
  if (ouvre) return true
  if (a - f <= 2) return !/^(?:sous|en|etat|dans|pour|afin|et)$/.test(l.mot(f))
  return VERBES.test(l.mot(f)) && !/^(?:sous|en|au|y)$/.test(l.mot(f))
}

/** « un neveu de 19 ans qui… » */
function relative(l: Lecture, i: number, a: number): boolean {
  for (let j = i + 1; j < Math.min(a, i + 7); j++) {
    if (l.mot(j) === 'qui') return !quitteRelative(l, j, a)
    if (
      l.nature[j] === SIGNE ||
      (porte(l, j, CAT.soi) && !(j === i + 1 && /^(?:monsieur|madame)$/.test(l.mot(j)))) ||
      porte(l, j, CAT.pronom) ||
      /^(?:est|a|et|mais)$/.test(l.mot(j))
    )
      return false
  }
  return false
}

/** « chez un ami qui lui prête une chambre : hébergé… »: the clause ends, and it spoke of the person. */
function quitteRelative(l: Lecture, qui: number, a: number): boolean {
  if (/^(?:l|le|la|lui|m|me)$/.test(l.mot(qui + 1)) && a - qui > 3) return true
  for (let j = qui; j < a; j++)
    if (l.nature[j] === SIGNE && (l.mot(j) === ':' || l.mot(j) === ';')) return true
  return false
}

export function estComplementDeSoi(l: Lecture, i: number, d: number): boolean {
  const mot = l.mot(i)
  // « me », « m’ » are objects more often than not: « Il m’a traité de… ».
  if (mot === 'm') return l.mot(i - 1) !== ':' && /^(?:a|avait|ont|as|est)$/.test(l.mot(i + 1))
  if (mot === 'on') return /^(?:dirait|pourrait)$/.test(l.mot(i + 1))
  // « La plaignante, Mme Roux, … »: the same one.
  if (CIVILITES.has(mot) && l.mot(i - 1) === ',' && estTiers(l, i - 2)) return true
  // « la mère du mis en cause », « le père de Monsieur »: the other person is the head of the group.
  let j = i - 1
  while (j >= d && /^(?:l|la|le|mis|mise|nomme|nommee)$/.test(l.mot(j))) j--
  if (/^(?:du|de|d)$/.test(l.mot(j)) && j - 1 >= d && estTiers(l, j - 1)) return true
  if (mot === 'monsieur' || mot === 'madame')
    return DETERMINANT.test(l.mot(i - 1)) && i - 1 >= d && !/^[A-ZÉ]/.test(ecrit(l, i))
  return false
}

/** « décrit par les témoins comme… », « selon un voisin… », between the subject and the term. */
export function ditEnsuite(l: Lecture, i: number, a: number): boolean {
  for (let j = i; j < a; j++) {
    if (!/^(?:decrit|decrite|presente|designe|designee|signale|signalee|selon|apres)$/.test(l.mot(j)))
      continue
    for (let k = j + 1; k < Math.min(a, j + 6); k++) if (estTiers(l, k)) return true
  }
  return false
}

/** The one who tells is of the family: worth proposing. */
export function raconteParProche(l: Lecture, d: number, i: number): boolean {
  for (let j = i - 1; j >= d; j--) {
    if (!porte(l, j, CAT.dire)) continue
    for (let k = j - 1; k >= Math.max(d, j - 8); k--)
      if (porte(l, k, CAT.parent) && estTiers(l, k)) return true
  }
  return false
}

const ON_DIT = ensemble('elle il ils elles on')

/** « Sa compagne indique qu’il… », « selon un voisin ». */
export function racontePar(l: Lecture, d: number, i: number): boolean {
  for (let j = i - 1; j >= d; j--) {
    if (!porte(l, j, CAT.dire)) continue
    if (JE.has(l.mot(i)) && ON_DIT.has(l.mot(j - 1)) && i - j <= 3) return true
    for (let k = j - 1; k >= Math.max(d, j - 8); k--) if (estTiers(l, k)) return true
    for (let k = j + 1; k < Math.min(i, j + 6); k++)
      if (/^(?:selon|apres|dires)$/.test(l.mot(j)) && estTiers(l, k)) return true
  }
  return false
}
