import type { Catalogue, Critere, Dispositif, Motif } from '../catalogue/index.ts'
import type { CleFait, CritereLu, DispositifLu, EtatCritere, EtatFait } from '../contrat.ts'
import { SOURCES_TROUBLE_SEVERE } from '../faits/etat.ts'
import { definitionFait, libelleValeur } from '../faits/vocabulaire.ts'
import { ABSENT, CONTRADICTOIRE, type Contexte, evaluer, faitsOuverts } from './condition.ts'

/** What rules read: the state of the facts and the parameters in force. */
export interface ContexteLecture extends Contexte {
  faits: Record<CleFait, EtatFait>
}

export function contexteDe(faits: Record<CleFait, EtatFait>, catalogue: Catalogue): ContexteLecture {
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
    parametre: (nom) => catalogue.parametres.get(nom),
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

/** Says the first sentence that applies, its `{fait}` and `{$parametre}` filled in. */
function dire(motif: Motif, contexte: ContexteLecture): string {
  const choisi = motif.find((m) => m.quand === null || evaluer(m.quand, contexte) === true)
  return (choisi?.dire ?? '').replace(/\{(\$?)([A-Za-z.-]+)\}/g, (_tout, parametre, nom) =>
    parametre ? String(contexte.parametre(nom)) : ecrireValeur(nom, contexte.faits[nom]),
  )
}

const RAISONS_DITES = {
  'pas-demande': null,
  'ne-sait-pas': 'l’intéressé ne sait pas',
  refuse: 'pas de réponse, il a choisi de ne pas répondre',
  'faute-de-temps': 'non fait, faute de temps',
  'non-verifiable': 'non vérifiable',
} as const

/** Why a criterion is unknown: first the answers that disagree, then the reasons given, then the plain sentence. */
function direInconnu(c: Critere, contexte: ContexteLecture): string {
  const opposees = sourcesDe(c.faits).filter((cle) => contexte.faits[cle]?.etat === 'contradictoire')
  if (opposees.length > 0) {
    const details = opposees.map((cle) => {
      const libelle = definitionFait(cle)?.libelle ?? cle
      return `« ${libelle} » (${ecrireValeur(cle, contexte.faits[cle])})`
    })
    return `Les réponses se contredisent et restent à trancher : ${details.join(', ')}.`
  }
  const phrase = dire(c.motifs.inconnu, contexte)
  const raisons = sourcesDe(faitsUtiles(c, contexte)).flatMap((cle) => {
    const etat = contexte.faits[cle]
    return etat?.etat === 'inconnu' ? (RAISONS_DITES[etat.raison] ?? []) : []
  })
  const dites = [...new Set(raisons)]
  return dites.length === 0 ? phrase : `${phrase.replace(/\.$/, '')} (${dites.join(' ; ')}).`
}

/** Facts that a person can answer instead of one that is always derived. */
export function sourcesDe(faits: readonly CleFait[]): CleFait[] {
  return faits.flatMap((cle) => (cle === 'psy.troubleSevere' ? [...SOURCES_TROUBLE_SEVERE] : [cle]))
}

/** Facts whose answer could still decide an unknown criterion. */
export function faitsUtiles(c: Critere, contexte: Contexte): CleFait[] {
  const conditions = [c.neutreSi, c.vraiSi, c.fauxSi].filter((x) => x !== null)
  return [...new Set(conditions.flatMap((x) => faitsOuverts(x, contexte)))]
}

function lireCritere(c: Critere, contexte: ContexteLecture): CritereLu {
  const etat = etatCritere(c, contexte)
  const lu: CritereLu = {
    id: c.id,
    libelle: c.libelle,
    etat,
    motif: etat === 'inconnu' ? direInconnu(c, contexte) : dire(c.motifs[etat], contexte),
    faits: [...c.faits],
    declarations: [...new Set(c.faits.flatMap((cle) => contexte.faits[cle]?.declarations ?? []))],
  }
  return etat === 'inconnu' ? { ...lu, aFaire: dire(c.aFaire, contexte) } : lu
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
