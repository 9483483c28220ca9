import type { Condamnation, DateIso, RecidiveLue } from '../contrat.ts'
import { MOIS } from '../dates.ts'

/** One French sentence that a magistrate can read out: why recidivism stands, or what prevents saying it. */

export type Obstacle =
  | null
  | 'date-des-faits'
  | 'aucune-identite'
  | 'identite-non-verifiable'
  | 'illisible'
  | 'alias'
  | 'lignes-non-lues'
  | 'neant'
  | 'aucune-definitive'
  | 'reiteration'
  | 'dispense'
  | 'mesure-educative'
  | 'infraction-illisible'
  | 'assimilation'
  | 'encouru-inconnu'
  | 'expiration-inconnue'
  | 'signification-inconnue'
  | 'caractere-inconnu'
  | 'recours'
  | 'delai-procureur-general'
  | 'date-illisible'

/** A conviction that stands, or may stand, as first term. */
export interface Terme {
  condamnation: Condamnation
  articles: string[]
  jusquAu: DateIso | null
  /** null: established. */
  obstacle: Obstacle
  lien: 'identique' | 'assimile' | 'general' | 'crime'
  libelle: string
  annees: number
}

function jour(date: DateIso): string {
  const [annee, mois, j] = date.split('-').map(Number)
  return `${j === 1 ? '1er' : j} ${MOIS[(mois ?? 1) - 1] ?? ''} ${annee}`
}

function nomDe(terme: Terme | null): string {
  if (terme === null) return 'une condamnation'
  const c = terme.condamnation
  const date = c.date === null ? 'à la date illisible' : `du ${jour(c.date)}`
  const objet = terme.libelle === '' ? '' : ` (${terme.libelle})`
  return `la condamnation n° ${c.rang} ${date}${objet}`
}

/** Why the reading stops at « indéterminée »: what is missing, and what to do about it. */
const INDETERMINEE: Readonly<Record<Exclude<Obstacle, null>, (nom: string) => string>> = {
  'date-des-faits': () =>
    'La date des faits n’est pas une date du calendrier : la corriger pour lire la récidive.',
  'aucune-identite': () =>
    'Aucune identité applicable au casier : la récidive ne peut pas se lire sur ce bulletin.',
  'identite-non-verifiable': () =>
    'Identité non vérifiable par le service : le bulletin ne permet ni d’établir ni d’écarter la récidive.',
  illisible: () => 'Le texte joint ne se lit pas comme un bulletin n° 1 : la récidive reste à vérifier.',
  alias: () =>
    'Le bulletin porte un ou plusieurs alias : la récidive reste à vérifier, identité par identité.',
  'lignes-non-lues': () =>
    'Une partie du bulletin n’a pas pu être lue : la récidive reste à vérifier sur les lignes signalées.',
  neant: () => 'Le bulletin porte la mention « néant ».',
  'aucune-definitive': () => 'Aucune condamnation définitive au jour des faits.',
  reiteration: () => 'Les conditions de la récidive ne sont pas réunies.',
  dispense: (nom) =>
    `À faire trancher : ${nom} est une dispense de peine, dont l’effet sur la récidive se discute.`,
  'mesure-educative': (nom) =>
    `À faire trancher : ${nom} prononce une mesure éducative, dont l’effet sur la récidive se discute.`,
  'infraction-illisible': (nom) =>
    `L’infraction de ${nom} n’a pas pu être lue : elle pourrait être un premier terme de récidive.`,
  assimilation: (nom) =>
    `Pour ${nom}, le libellé ne suffit pas à dire s’il s’agit du même délit ou d’un délit assimilé.`,
  'encouru-inconnu': (nom) =>
    `Pour ${nom}, la peine encourue n’est pas établie : elle est un premier terme si elle atteint dix ans.`,
  'expiration-inconnue': (nom) =>
    `La fin d’exécution de la peine n’est pas connue pour ${nom} : le délai de récidive peut être ou non expiré.`,
  'signification-inconnue': (nom) =>
    `La signification n’est pas mentionnée pour ${nom} : son caractère définitif au jour des faits est à vérifier.`,
  'caractere-inconnu': (nom) =>
    `Le caractère de la décision n’a pas été lu pour ${nom} : vérifier qu’elle était définitive au jour des faits.`,
  recours: (nom) =>
    `Un recours est mentionné pour ${nom} : vérifier qu’elle était définitive au jour des faits.`,
  'delai-procureur-general': (nom) =>
    `Au jour des faits, le délai d’appel du procureur général courait encore pour ${nom} : son caractère définitif se discute.`,
  'date-illisible': (nom) =>
    `La date n’a pas pu être lue pour ${nom} : vérifier qu’elle était définitive au jour des faits.`,
}

const NON_ETABLIE: Readonly<Partial<Record<Exclude<Obstacle, null>, string>>> = {
  neant: 'Récidive non établie au vu du bulletin, qui porte la mention « néant ».',
  'aucune-definitive':
    'Récidive non établie : le bulletin ne porte aucune condamnation définitive au jour des faits.',
  reiteration:
    'Récidive non établie : aucune condamnation définitive ne porte, dans le délai, sur le même délit, un délit assimilé ou une infraction punie de dix ans ; une réitération reste possible (art. 132-16-7 CP).',
}

const LIENS: Readonly<Record<Terme['lien'], string>> = {
  identique: 'porte sur le même délit',
  assimile: 'porte sur un délit assimilé',
  general: 'porte sur un crime ou un délit puni de dix ans',
  crime: 'porte sur un crime ou un délit puni de dix ans, et les faits poursuivis sont un crime',
}

const ANNEES: Readonly<Record<number, string>> = { 5: 'cinq', 10: 'dix' }

export function motifDe(etat: RecidiveLue['etat'], obstacle: Obstacle, terme: Terme | null): string {
  return espacer(phrase(etat, obstacle, terme))
}

function phrase(etat: RecidiveLue['etat'], obstacle: Obstacle, terme: Terme | null): string {
  if (etat === 'oui' && terme !== null) return etablie(terme)
  if (obstacle === null) return 'Récidive à vérifier.'
  const dite = etat === 'non-etablie' ? NON_ETABLIE[obstacle] : undefined
  return dite ?? INDETERMINEE[obstacle](nomDe(terme))
}

function etablie(terme: Terme): string {
  const fin =
    terme.annees === 0
      ? ''
      : terme.jusquAu === null
        ? ` ; le délai de ${ANNEES[terme.annees] ?? terme.annees} ans ne peut pas être expiré au jour des faits`
        : ` ; le délai de ${ANNEES[terme.annees] ?? terme.annees} ans court jusqu’au ${jour(terme.jusquAu)}`
  return `Récidive : ${nomDe(terme)}, définitive au jour des faits, ${LIENS[terme.lien]}${fin} (art. ${terme.articles.join(', ')}), à soumettre au débat (art. 132-16-5 CP).`
}

/** French spacing: no line may break before « ; : » nor inside the quotation marks. */
function espacer(texte: string): string {
  return texte
    .replace(/ ([;:!?»])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0')
    .replace(/(n°|art\.) /g, '$1\u00A0')
}
