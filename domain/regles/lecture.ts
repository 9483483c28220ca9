import type { Catalogue, Critere, Dispositif, Motif } from '../catalogue/index.ts'
import { ecrireSeuil, SEUIL_INCONNU, seuilsEnVigueur } from '../catalogue/seuils.ts'
import type { CleFait, CritereLu, DateIso, DispositifLu, EtatCritere, EtatFait } from '../contrat.ts'
import { SOURCES_TROUBLE_SEVERE, sourcesOuvertesTroubleSevere } from '../faits/etat.ts'
import { definitionFait, libelleValeur } from '../faits/vocabulaire.ts'
import { ABSENT, CONTRADICTOIRE, type Contexte, evaluer, faitsOuverts } from './condition.ts'

/** What rules read: the state of the facts and the parameters in force. */
export interface ContexteLecture extends Contexte {
  faits: Record<CleFait, EtatFait>
  /** A parameter or a figure of the law, in words. */
  ecrire(nom: string): string
}

const AUCUN_SEUIL: ReturnType<typeof seuilsEnVigueur> = new Map()

/** `date`: the day whose figures of the law count; without it they are unknown. */
export function contexteDe(
  faits: Record<CleFait, EtatFait>,
  catalogue: Catalogue,
  date?: DateIso,
): ContexteLecture {
  const { parametres } = catalogue
  const seuils = date === undefined ? AUCUN_SEUIL : seuilsEnVigueur(catalogue.seuils, date)
  return {
    faits,
    lire(cle) {
      const etat = faits[cle]
      if (etat === undefined || etat.etat === 'inconnu') return ABSENT
      return etat.etat === 'contradictoire' ? CONTRADICTOIRE : etat.valeur
    },
    dites(cle) {
      const etat = faits[cle]
      if (etat === undefined || etat.etat === 'inconnu') return []
      return etat.etat === 'contradictoire' ? etat.valeurs : [etat.valeur]
    },
    parametre: (nom) => parametres.get(nom) ?? seuils.get(nom)?.valeur,
    ecrire(nom) {
      if (parametres.has(nom)) return String(parametres.get(nom) ?? 'non connu')
      const seuil = seuils.get(nom)
      return seuil === undefined ? SEUIL_INCONNU : ecrireSeuil(seuil)
    },
  }
}

/** State of one criterion (contract/faits.md): « neutre » first, then false over true, otherwise unknown. */
export function etatCritere(c: Critere, contexte: Contexte): EtatCritere {
  if (c.neutreSi !== null) {
    const neutre = evaluer(c.neutreSi, contexte)
    if (neutre === null) return 'inconnu'
    if (neutre) return 'neutre'
  }
  const vrai = evaluer(c.vraiSi, contexte)
  if (c.fauxSi === null) return vrai === null ? 'inconnu' : vrai ? 'vrai' : 'faux'
  if (evaluer(c.fauxSi, contexte) === true) return 'faux'
  return vrai === true ? 'vrai' : 'inconnu'
}

function ecrireValeur(cle: CleFait, etat: EtatFait | undefined): string {
  if (etat?.etat === 'connu') return libelleValeur(cle, etat.valeur)
  if (etat?.etat === 'contradictoire') return etat.valeurs.map((x) => libelleValeur(cle, x)).join(' ou ')
  return 'non renseigné'
}

type Morceau = string | { fait: CleFait } | { parametre: string }

/** Sentences of the catalogue, cut once at their `{fait}` and `{$parametre}`. */
const decoupes = new Map<string, readonly Morceau[]>()

function decouper(phrase: string): readonly Morceau[] {
  const deja = decoupes.get(phrase)
  if (deja !== undefined) return deja
  const morceaux = phrase
    .split(/(\{\$?[A-Za-z0-9.-]+\})/)
    .filter((x) => x !== '')
    .map((x): Morceau => {
      if (!x.startsWith('{')) return x
      return x.startsWith('{$') ? { parametre: x.slice(2, -1) } : { fait: x.slice(1, -1) }
    })
  decoupes.set(phrase, morceaux)
  return morceaux
}

/** Says the first sentence that applies, its `{fait}` and `{$parametre}` filled in. */
export function dire(motif: Motif, contexte: ContexteLecture): string {
  const choisi = motif.find((m) => m.quand === null || evaluer(m.quand, contexte) === true)
  if (choisi === undefined) return ''
  let phrase = ''
  for (const m of decouper(choisi.dire)) {
    if (typeof m === 'string') phrase += m
    else if ('fait' in m) phrase += ecrireValeur(m.fait, contexte.faits[m.fait])
    else phrase += contexte.ecrire(m.parametre)
  }
  return phrase
}

const RAISONS_DITES = {
  'pas-demande': null,
  'ne-sait-pas': 'l’intéressé ne sait pas',
  refuse: 'refus de répondre',
  'faute-de-temps': 'non fait, faute de temps',
  'non-verifiable': 'non vérifiable',
} as const

/** Why a criterion is unknown: first the answers that disagree, then the reasons given, then the plain sentence. */
function direInconnu(c: Critere, contexte: ContexteLecture): string {
  const etats = sourcesDe(c.faits).map((cle) => [cle, contexte.faits[cle]] as const)
  const opposees = etats.filter(([, etat]) => etat?.etat === 'contradictoire')
  if (opposees.length > 0) {
    const details = opposees.map(
      ([cle, etat]) => `« ${definitionFait(cle)?.libelle ?? cle} » (${ecrireValeur(cle, etat)})`,
    )
    return `Les réponses se contredisent et restent à trancher : ${details.join(', ')}.`
  }
  const phrase = dire(c.motifs.inconnu, contexte)
  // Most of what is unknown was never asked: the useful facts are only looked for when a reason was given.
  if (!etats.some(([, etat]) => raisonDite(etat) !== null)) return phrase
  const dites = new Set<string>()
  for (const cle of faitsUtiles(c, contexte)) {
    const raison = raisonDite(contexte.faits[cle])
    if (raison !== null) dites.add(raison)
  }
  return dites.size === 0 ? phrase : `${phrase.replace(/\.$/, '')} (${[...dites].join(' ; ')}).`
}

function raisonDite(etat: EtatFait | undefined): string | null {
  return etat?.etat === 'inconnu' ? RAISONS_DITES[etat.raison] : null
}

const TROUBLE_SEVERE = 'psy.troubleSevere'

/** Facts that a person answers, in place of one that is always derived from them. */
function sourcesDe(faits: readonly CleFait[]): readonly CleFait[] {
  if (!faits.includes(TROUBLE_SEVERE)) return faits
  return faits.flatMap((cle) => (cle === TROUBLE_SEVERE ? [...SOURCES_TROUBLE_SEVERE] : [cle]))
}

/** Facts whose answer could still decide an unknown criterion. */
export function faitsUtiles(c: Critere, contexte: ContexteLecture): CleFait[] {
  const ouverts = new Set<CleFait>()
  if (c.neutreSi !== null) faitsOuverts(c.neutreSi, contexte, ouverts)
  faitsOuverts(c.vraiSi, contexte, ouverts)
  if (c.fauxSi !== null) faitsOuverts(c.fauxSi, contexte, ouverts)
  if (ouverts.delete(TROUBLE_SEVERE))
    for (const cle of sourcesOuvertesTroubleSevere(contexte.faits)) ouverts.add(cle)
  return [...ouverts]
}

const avecDerives = new WeakMap<Critere, boolean>()

/** Only a derived fact can share its declarations with another fact. */
function litUnDerive(c: Critere): boolean {
  let lit = avecDerives.get(c)
  if (lit === undefined) {
    lit = c.faits.some((cle) => definitionFait(cle)?.derive !== undefined)
    avecDerives.set(c, lit)
  }
  return lit
}

/** Declarations behind a criterion, each once. */
function declarationsDe(c: Critere, contexte: ContexteLecture): string[] {
  const ids: string[] = []
  for (const cle of c.faits) {
    const siennes = contexte.faits[cle]?.declarations
    if (siennes !== undefined) for (const id of siennes) ids.push(id)
  }
  return litUnDerive(c) ? [...new Set(ids)] : ids
}

export function lireCritere(c: Critere, contexte: ContexteLecture): CritereLu {
  const etat = etatCritere(c, contexte)
  const lu: CritereLu = {
    id: c.id,
    libelle: c.libelle,
    etat,
    motif: etat === 'inconnu' ? direInconnu(c, contexte) : dire(c.motifs[etat], contexte),
    faits: [...c.faits],
    declarations: declarationsDe(c, contexte),
  }
  if (etat === 'inconnu') lu.aFaire = dire(c.aFaire, contexte)
  return lu
}

/** Reading of one dispositif, every criterion explained. `manquants` is filled by questions.ts. */
export function lireDispositif(d: Dispositif, contexte: ContexteLecture): Omit<DispositifLu, 'manquants'> {
  const criteres = d.criteres.map((c) => lireCritere(c, contexte))
  const ids = (etat: EtatCritere) => criteres.filter((c) => c.etat === etat).map((c) => c.id)
  const faux = ids('faux')
  const inconnus = ids('inconnu')
  const inclusions = contexte.parametre(`${d.ecrit.id}.inclusions`)
  return {
    id: d.ecrit.id,
    nom: d.ecrit.nom,
    lecture: faux.length > 0 ? 'hors-criteres' : inconnus.length > 0 ? 'a-verifier' : 'profil-a-evaluer',
    inclusions: inclusions as DispositifLu['inclusions'],
    verifieLe: d.ecrit.verifieLe,
    source: d.ecrit.source,
    criteres,
    decisifs: faux.length > 0 ? faux : inconnus,
  }
}
