import type { Reperage } from '../contrat.ts'
import { type Analyse, analyser, cadresDe } from './analyser.ts'
import { hypotheseDe } from './hypothese.ts'
import { CIVILITES, cherche, ecrit, ensemble, JE, type Lecture, porte, trouveesEntre } from './lecture.ts'
import { CAT } from './lexique.ts'
import { lireTexte } from './lire.ts'
import { niveauDe, redites } from './niveau.ts'
import { etendue } from './phrases.ts'
import { polariteDe } from './polarite.ts'
import { propositionsDe } from './propositions.ts'
import { choisirSituation } from './situation.ts'
import { sujetDe } from './sujet.ts'
import { tempsDe } from './temps.ts'

export interface OptionsReperage {
  nature?: 'audition' | 'enquete' | 'certificat' | 'autre'
}

/** A finding with what a screen says of it. */
export interface ReperageExplique extends Reperage {
  /** What the lexicon calls it: « Cannabis », « À la rue ». */
  libelle: string
  /** Why it is to check or set aside; empty when `fort`. */
  motif: string
}

/**
 * Markers of addiction, housing, psychiatry, care and protection in a French text, in the order of the text.
 * Same text, same answer; nothing is applied by itself. A passage that says several facts gives one finding
 * for each, on the same span. Never throws on a string.
 */
export function reperer(texte: string, { nature = 'autre' }: OptionsReperage = {}): Reperage[] {
  const { l, analyses, propositions } = lireReperages(texte, nature)
  const redite = redites(analyses, (x) => l.phraseDe[x.t.a] ?? 0)
  return analyses.flatMap((x, i) => enReperages(l, x, niveauDe(x, redite[i]).niveau, propositions[i] ?? []))
}

/** The same findings with their label and the reason of their level. */
export function reperages(texte: string, { nature = 'autre' }: OptionsReperage = {}): ReperageExplique[] {
  const { l, analyses, propositions } = lireReperages(texte, nature)
  const redite = redites(analyses, (x) => l.phraseDe[x.t.a] ?? 0)
  return analyses.flatMap((x, i) => {
    const { niveau, motif } = niveauDe(x, redite[i])
    const { libelle } = x.t.terme
    return enReperages(l, x, niveau, propositions[i] ?? []).map((r) => ({ ...r, libelle, motif }))
  })
}

function lireReperages(texte: string, nature: string) {
  const l = lireTexte(texte)
  const enJe = voix(l, nature)
  const cadre = cadresDe(l)
  const analyses: Analyse[] = []
  for (const [rang, t] of l.trouvailles.entries()) {
    const x = analyser(l, t, rang, enJe, cadre)
    // A loose word without context is noise; what a false friend cancels stays visible on request.
    if (x !== null) analyses.push(x)
  }
  const dites = analyses.map((x) => propositionsDe(l, x, nature))
  const propositions = choisirSituation(l, analyses, dites)
  for (const [i, x] of analyses.entries()) x.propose = (propositions[i] ?? []).length > 0
  return { l, analyses, propositions }
}

function enReperages(
  l: Lecture,
  x: Analyse,
  niveau: Reperage['niveau'],
  propositions: NonNullable<Reperage['proposition']>[],
): Reperage[] {
  const extrait = etendue(l, l.phraseDe[x.t.a] ?? 0)
  const dites: Reperage['proposition'][] = propositions.length === 0 ? [null] : propositions
  return dites.map((proposition) => ({
    famille: x.t.terme.famille,
    code: x.t.terme.code,
    debut: x.t.debut,
    fin: finNommee(l, x),
    extrait,
    sujet: x.sujet,
    polarite: x.polarite,
    temps: x.temps,
    hypothese: x.hypothese,
    role: x.role,
    niveau,
    proposition,
  }))
}

const LIEN = ensemble('a au aux l la le les de d du des')

/** « dépendance au zolpidem » is read as one: the general word takes the product that it names. */
function finNommee(l: Lecture, x: Analyse): number {
  if (x.t.terme.code !== 'generique' || x.t.terme.famille !== 'addiction') return x.t.fin
  const suite = trouveesEntre(l, x.t.b + 1, x.t.b + 6)[0]
  if (suite === undefined || suite.terme.produit === null || suite.fauxAmi !== null) return x.t.fin
  for (let i = x.t.b; i < suite.a; i++) if (!LIEN.has(l.mot(i))) return x.t.fin
  return suite.fin
}

/**
 * From which sentence on the text speaks in the first person: there « il » is someone else. Only what stands
 * before counts, so that a later sentence changes nothing above it. A « je » within quotation marks, or that of
 * a carer or an officer who tells of somebody else, is not the voice of the text.
 */
function voix(l: Lecture, nature: string): (phrase: number) => boolean {
  // In a certificate « je » is the doctor.
  if (nature === 'certificat') return () => false
  let premiere = Number.POSITIVE_INFINITY
  let cite = false
  for (const [k, p] of l.phrases.entries()) {
    for (let i = p.d; i < p.f && premiere > k; i++) {
      const mot = l.mot(i)
      if (mot === '«' || mot === '“') cite = true
      else if (mot === '»' || mot === '”') cite = false
      else if (
        !cite &&
        p.genre !== 'question' &&
        i >= p.coeur &&
        (JE.has(mot) || (nature === 'audition' && MIEN.has(mot))) &&
        !raconteAutrui(l, i, p.f, nature)
      )
        premiere = k
    }
    if (premiere <= k) break
    if (p.paragraphe) cite = false
    // In an interview, questions and answers are those of the person.
    if (nature === 'audition' && p.genre !== 'phrase' && !parleDeLInteresse(l, k)) premiere = k
  }
  // An interview speaks as « je » until it says that somebody tells what « l’intéressé » declares.
  const recit = nature === 'audition' ? l.phrases.findIndex((_, k) => parleDeLInteresse(l, k)) : 0
  return (phrase) => (phrase >= premiere || recit < 0 || phrase < recit) && !parleDeLInteresse(l, phrase)
}

const MIEN = ensemble('m me moi mon ma mes on')
const RECIT = ensemble(
  'recois suis vois rencontre connais ai accompagne heberge certifie atteste confirme vous transmets',
)

/** « Je le reçois depuis deux ans », « je soussigné », « je vous confirme »: about somebody else. */
function raconteAutrui(l: Lecture, i: number, f: number, nature: string): boolean {
  const suivant = l.mot(i + 1)
  if (suivant.startsWith('soussigne') || suivant === 'certifie' || suivant === 'atteste') return true
  if (nature === 'audition' || i + 2 >= f) return false
  // « Je connais Yacine depuis ses 16 ans »
  if (RECIT.has(suivant) && /^\p{Lu}\p{Ll}/u.test(ecrit(l, i + 2))) return true
  return (suivant === 'le' || suivant === 'la' || suivant === 'l') && RECIT.has(l.mot(i + 2))
}

const NOMME = ensemble('interesse interessee mis mise garde gardee prevenu prevenue nomme nommee')
const NOUS = ensemble('nous me')

/** « Mme L. nous dit que… » */
function declare(l: Lecture, i: number, f: number): boolean {
  const j = cherche(l, i + 1, Math.min(f, i + 6), CAT.dire)
  return j >= 0 && (NOUS.has(l.mot(j - 1)) || l.mot(j + 1) === 'que' || l.mot(j + 1) === 'qu')
}

/** « L’intéressé déclare qu’il… » is told from outside, even in an interview. */
function parleDeLInteresse(l: Lecture, phrase: number): boolean {
  const p = l.phrases[phrase]
  if (p === undefined) return false
  // « Nous lui demandons s’il consomme. Il répond que… »
  if (l.mot(p.coeur) === 'nous' && l.mot(p.coeur + 1) === 'lui' && l.mot(p.coeur + 2) === 'demandons')
    return true
  for (let i = p.coeur; i < Math.min(p.f, p.coeur + 8); i++)
    if (porte(l, i, CAT.soi) && (NOMME.has(l.mot(i)) || (CIVILITES.has(l.mot(i)) && declare(l, i, p.f))))
      return true
  return false
}

/** The qualifiers alone, on any span of any French text; offsets beyond the text are brought back to it. */
export function qualifier(
  texte: string,
  debut: number,
  fin: number,
): Pick<Reperage, 'sujet' | 'polarite' | 'temps' | 'hypothese'> {
  const l = lireTexte(texte)
  let a = 0
  while (a < l.nombre - 1 && (l.fin[a] ?? 0) <= debut) a++
  let b = a + 1
  while (b < l.nombre && (l.debut[b] ?? 0) < fin) b++
  const enJe = voix(l, 'autre')
  const { sujet } = sujetDe(l, a, b, enJe(l.phraseDe[a] ?? 0))
  const { polarite } = polariteDe(l, a, b)
  return { sujet, polarite, temps: tempsDe(l, a, b), hypothese: hypotheseDe(l, a, b) }
}

/** One short French phrase on a finding that is not `fort`; empty when nothing stands against it. */
export function expliquerReperage(r: Reperage & { motif?: string }): string {
  if (r.motif !== undefined) return r.motif
  if (r.niveau === 'fort') return ''
  if (r.sujet === 'tiers') return 'concerne un tiers'
  if (r.role === 'trafic') return 'vente, saisie ou butin'
  if (r.polarite === 'conteste') return 'contesté par la personne'
  if (r.polarite === 'nie') return 'nié'
  if (r.polarite === 'sans-reponse') return 'question restée sans réponse'
  if (r.temps === 'passe') return 'passé'
  if (r.hypothese) return 'hypothèse'
  if (r.sujet === 'incertain') return 'personne concernée à préciser'
  return r.niveau === 'ignore' ? 'autre sens du mot' : 'à vérifier'
}
