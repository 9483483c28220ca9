import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'
import { ensemble, type Lecture } from './lecture.ts'

type Proposition = NonNullable<Reperage['proposition']>

/** Words that say « no home » without saying where the person sleeps. */
const GENERAL =
  /^(?:sdf|sans domicile|sans abri|sans logement|sans toit|pas de|plus de|aucun|n ai pas|n a plus|a la rue|en errance|errance|ne sai[ts] pas ou)/
const MAINTENANT = /^(?:depuis|maintenant|aujourd|desormais|actuellement|soir)$/

/** A text proposes one housing situation: the precise place wins over « SDF », the present over the way there. */
export function choisirSituation(
  l: Lecture,
  analyses: readonly Analyse[],
  propositions: Proposition[][],
): Proposition[][] {
  const rangs = analyses.flatMap((_, i) => (propositions[i]?.some(estSituation) ? [i] : []))
  const codes = new Set(rangs.map((i) => analyses[i]?.t.terme.code ?? ''))
  if (codes.size > 1) {
    const garde = choisir(l, analyses, rangs)
    for (const i of rangs)
      if (analyses[i]?.t.terme.code !== garde)
        propositions[i] = (propositions[i] ?? []).filter((p) => !estSituation(p))
  }
  const mesures = propositions.some((ps) =>
    ps.some((p) => p.fait === 'personne.mesureProtection' && p.valeur !== 'aucune'),
  )
  return mesures
    ? propositions.map((ps) =>
        ps.filter((p) => p.fait !== 'personne.mesureProtection' || p.valeur !== 'aucune'),
      )
    : propositions
}

const estSituation = (p: Proposition) => p.fait === 'logement.situation'

/** « au Samu social quand il y a de la place, sinon dehors » */
const SINON = ensemble('sinon parfois')

function choisir(l: Lecture, analyses: readonly Analyse[], rangs: readonly number[]): string | null {
  let restants = rangs.flatMap((i) => analyses[i] ?? [])
  const retireSinon = (x: Analyse) => SINON.has(l.mot(x.t.a - 1)) || SINON.has(l.mot(x.t.a - 2))
  for (const retire of [
    retireSinon,
    retireIncertain,
    retireMenaces,
    retireGeneral,
    retireSortie,
    retireFoyer,
    retireFaible,
  ]) {
    const gardes = restants.filter((x) => !retire(x))
    if (gardes.length > 0) restants = gardes
  }
  // A tenancy that ends is threatened, an unfit home is unfit: the lease beside it does not make them stable.
  const tous = new Set(rangs.map((i) => analyses[i]?.t.terme.code))
  if (tous.size === 2 && tous.has('0')) for (const pire of ['P', 'I']) if (tous.has(pire)) return pire
  const codes = [...new Set(restants.map((x) => x.t.terme.code))]
  if (codes.length === 1) return codes[0] ?? null
  const dernier = restants.at(-1)
  if (dernier !== undefined && maintenant(l, dernier)) return dernier.t.terme.code
  return null
}

/** « vécu à la rue, puis en CHRS. Aujourd’hui titulaire d’un bail »: what is of now wins. */
const retireIncertain = (x: Analyse) => x.temps === 'incertain'

const retireMenaces = (x: Analyse) => x.t.terme.code === 'P' || x.t.terme.code === 'I'
const retireGeneral = (x: Analyse) => x.t.terme.code === 'E1' && GENERAL.test(x.t.terme.plie)
const retireSortie = (x: Analyse) => x.t.terme.code === 'E4'

/** « avec ma femme, dans une tente »: with whom says less than where. */
const retireFoyer = (x: Analyse) => x.t.terme.code === '0' && x.t.terme.indice

/** « à la rue. Préconisation : logement adapté »: a place that nothing ties to the person says less. */
const retireFaible = (x: Analyse) => !x.assise || x.t.terme.indice || x.appui !== 'net'

function maintenant(l: Lecture, x: Analyse): boolean {
  const p = l.phrases[l.phraseDe[x.t.a] ?? 0]
  if (p === undefined) return false
  for (let i = Math.max(p.d, x.t.a - 10); i < Math.min(p.f, x.t.b + 10); i++)
    if (MAINTENANT.test(l.mot(i))) return true
  return false
}
