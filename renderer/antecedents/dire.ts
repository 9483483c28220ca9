import { type Condamnation, dateCourte, type Peine } from '../../domain/index.ts'
import { compter } from '../composants/mots.ts'

/** A conviction in words, as printed and nothing more: what the record does not say is said to be unknown. */

/** Shape of a decision on the timeline: the heaviest of its penalties. */
export type Poids = 'ferme' | 'sursis' | 'autre'

const PRISON: readonly Peine['nature'][] = ['emprisonnement', 'reclusion']

export function poidsDe({ peines }: Pick<Condamnation, 'peines'>): Poids {
  const prison = peines.filter((p) => PRISON.includes(p.nature))
  if (prison.some((p) => p.sursis === null || p.sursis.partiel)) return 'ferme'
  return peines.some((p) => p.sursis !== null) ? 'sursis' : 'autre'
}

export const MOTS_POIDS: Readonly<Record<Poids, string>> = {
  ferme: 'prison ferme',
  sursis: 'sursis',
  autre: 'autre',
}

export const CARACTERES: Readonly<Record<Condamnation['caractere'], string>> = {
  contradictoire: 'contradictoire',
  'contradictoire-a-signifier': 'contradictoire à signifier',
  defaut: 'par défaut',
  'ordonnance-penale': 'ordonnance pénale',
  'composition-penale': 'composition pénale',
  crpc: 'CRPC',
  inconnu: 'caractère inconnu',
}

const NATURES: Readonly<Record<Peine['nature'], string>> = {
  emprisonnement: 'd’emprisonnement',
  reclusion: 'de réclusion',
  amende: 'amende',
  'jours-amende': 'jours-amende',
  tig: 'de travail d’intérêt général',
  ddse: 'de détention à domicile',
  stage: 'stage',
  'contrainte-penale': 'de contrainte pénale',
  dispense: 'dispense de peine',
  autre: 'autre peine',
}

const SURSIS: Readonly<Record<NonNullable<Peine['sursis']>['type'], string>> = {
  simple: 'sursis',
  probatoire: 'sursis probatoire',
  'probatoire-renforce': 'sursis probatoire renforcé',
  'mise-a-l-epreuve': 'sursis avec mise à l’épreuve',
  tig: 'sursis-TIG',
}

type Duree = { annees?: number; mois?: number; jours?: number; heures?: number }

function direDuree({ annees, mois, jours, heures }: Duree): string {
  return [
    annees === undefined ? '' : compter(annees, 'an'),
    mois === undefined ? '' : `${mois} mois`,
    jours === undefined ? '' : compter(jours, 'jour'),
    heures === undefined ? '' : compter(heures, 'heure'),
  ]
    .filter((x) => x !== '')
    .join(' ')
}

/** « 6 mois d’emprisonnement dont 3 mois avec sursis probatoire (2 ans) », « amende 300 € ». */
export function direPeine({ nature, duree, montant, sursis }: Peine): string {
  const nom = NATURES[nature]
  const combien = duree === null ? '' : direDuree(duree)
  const debut = combien === '' ? nom.replace(/^d’|^de /, '') : `${combien} ${nom}`
  const argent = montant === null ? '' : ` ${montant} €${nature === 'jours-amende' ? ' par jour' : ''}`
  return `${debut}${argent}${sursis === null ? '' : direSursis(sursis)}`
}

function direSursis({ type, partiel, part, delai, heures }: NonNullable<Peine['sursis']>): string {
  const quelle = partiel
    ? part === undefined
      ? ' en partie avec '
      : ` dont ${direDuree(part)} avec `
    : ' avec '
  const details = [
    delai === null ? '' : direDuree(delai),
    heures === undefined ? '' : compter(heures, 'heure'),
  ]
  const dits = details.filter((x) => x !== '').join(', ')
  return `${quelle}${SURSIS[type]}${dits === '' ? '' : ` (${dits})`}`
}

type Infraction = Condamnation['infractions'][number]

/** « VOL AGGRAVE le 10/03/2024, en récidive ». */
export function direInfraction({ libelle, debut, fin, recidive, tentative }: Infraction): string {
  const quand =
    debut === null
      ? ', date inconnue'
      : fin === null || fin === debut
        ? ` le ${dateCourte(debut)}`
        : ` du ${dateCourte(debut)} au ${dateCourte(fin)}`
  const essai = tentative && !/tentative/i.test(libelle) ? ', tentative' : ''
  return `${libelle}${essai}${quand}${recidive ? ', en récidive' : ''}`
}

const MENTIONS: Readonly<Record<Condamnation['mentions'][number]['type'], string>> = {
  execution: 'exécutée',
  'revocation-totale': 'sursis révoqué',
  'revocation-partielle': 'sursis révoqué en partie',
  paiement: 'amende payée',
  incarceration: 'incarcération',
  autre: '',
}

/** What the record says of the rest; « exécution : inconnue » when it says nothing of it, never « not executed ». */
export function direMentions({ mentions, peines }: Condamnation): string {
  const dites = mentions.map((m) => {
    const mot = MENTIONS[m.type]
    if (mot === '') return m.texte
    return m.date === null ? mot : `${mot} le ${dateCourte(m.date)}`
  })
  const executable = peines.some((p) => p.nature !== 'dispense')
  const sue = mentions.some((m) => m.type === 'execution' || m.type === 'paiement')
  return [...dites, ...(executable && !sue ? ['exécution\u00a0: inconnue'] : [])].join(' · ')
}

export function direDecision(c: Condamnation): string {
  const date = c.date === null ? 'date inconnue' : dateCourte(c.date)
  return `${date}, ${c.juridiction === '' ? 'juridiction inconnue' : c.juridiction}`
}

export function direSignification(c: Condamnation): string {
  return c.signifieLe === null ? '' : `, signifiée le ${dateCourte(c.signifieLe)}`
}

/** The three closed formulas are three states, and none of them says « no conviction » but the first. */
export const FORMULES = {
  neant: {
    titre: 'Néant',
    phrase: 'Le bulletin n° 1 ne porte aucune condamnation à sa date.',
  },
  'aucune-identite': {
    titre: 'Aucune identité applicable',
    phrase:
      'Le casier n’a pas reconnu cette personne\u00a0: ses condamnations restent inconnues. Vérifiez l’identité et redemandez le bulletin.',
  },
  'identite-non-verifiable': {
    titre: 'Identité non vérifiable par le service',
    phrase:
      'Le casier n’a pas pu vérifier cette identité\u00a0: ses condamnations restent inconnues, le bulletin ne dit pas «\u00a0néant\u00a0».',
  },
  illisible: {
    titre: 'Rien de lisible',
    phrase:
      'Aucune condamnation n’a été lue dans ce texte. Corrigez les lignes non lues, ou collez le bulletin à nouveau.',
  },
} as const
