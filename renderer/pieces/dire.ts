import {
  type CleFait,
  type Dossier,
  definitionFait,
  type EtatRepere,
  type FamilleReperage,
  libelleValeur,
  type ReperageExplique,
} from '../../domain/index.ts'
import type { Trois } from '../composants/forme.tsx'
import { etatFait } from '../lecture.ts'

/** Words of the Pièces screen. */

export const FAMILLES: readonly { code: FamilleReperage; titre: string; lettre: string }[] = [
  { code: 'addiction', titre: 'Addiction', lettre: 'A' },
  { code: 'logement', titre: 'Logement', lettre: 'L' },
  { code: 'psychiatrie', titre: 'Psychiatrie', lettre: 'P' },
  { code: 'soins', titre: 'Soins', lettre: 'S' },
  { code: 'protection', titre: 'Protection', lettre: 'Pr' },
]

export function lettreDe(famille: FamilleReperage): string {
  return FAMILLES.find((f) => f.code === famille)?.lettre ?? ''
}

export const NIVEAUX = [
  { code: 'fort', titre: 'fort' },
  { code: 'a-verifier', titre: 'à vérifier' },
] as const

export const ETATS: Readonly<Record<EtatRepere, { mot: string; forme: Trois | null }>> = {
  'a-confirmer': { mot: 'à confirmer', forme: 'inconnu' },
  'a-lire': { mot: 'à lire', forme: null },
  'deja-dit': { mot: 'déjà dit', forme: null },
  confirme: { mot: 'confirmé', forme: 'oui' },
  ecarte: { mot: 'écarté', forme: 'non' },
  passe: { mot: 'passé', forme: 'non' },
  tiers: { mot: 'tiers', forme: 'non' },
}

/** « Addiction : oui »; what the lexicon calls it where nothing is proposed. */
export function direRepere({ proposition, libelle }: ReperageExplique): string {
  return proposition === null ? libelle : direReponse(proposition.fait, proposition.valeur)
}

function direReponse(fait: CleFait, valeur: unknown): string {
  return `${definitionFait(fait)?.libelle ?? fait}\u00a0: ${libelleValeur(fait, valeur)}`
}

/** What is already answered and would disagree, so that confirming is a choice; empty when nothing does. */
export function direDesaccord(dossier: Dossier, { proposition }: ReperageExplique): string {
  if (proposition === null || Array.isArray(proposition.valeur)) return ''
  const etat = etatFait(dossier, proposition.fait)
  if (etat.etat === 'contradictoire')
    return `Réponses contradictoires\u00a0: ${etat.valeurs.map((v) => libelleValeur(proposition.fait, v)).join(' / ')}.`
  if (etat.etat !== 'connu' || etat.valeur === proposition.valeur) return ''
  return `Réponse au triage\u00a0: ${libelleValeur(proposition.fait, etat.valeur)}. Confirmer les rend contradictoires.`
}
