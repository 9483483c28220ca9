import type { Marque } from './delais.ts'
import type { CleFamille } from './familles.ts'

/** Which offences are one for recidivism (marks as in delais.ts). */

/** Families of one incrimination whose aggravated form has its own maximum. */
const APPROPRIATION = [
  'vol',
  'volDixAns',
  'extorsion',
  'extorsionAggravee',
  'chantage',
  'escroquerie',
  'escroquerieBande',
  'abusConfiance',
] as const

/** « Même délit » under two names of the table: the aggravated form is the same incrimination. */
export const MEMES: readonly (readonly CleFamille[])[] = [
  ['vol', 'volDixAns'],
  ['recel', 'recelAggrave'],
  ['blanchiment', 'blanchimentAggrave'],
  ['extorsion', 'extorsionAggravee'],
  ['escroquerie', 'escroquerieBande'],
  ['violences', 'violencesDixAns'],
  ['agressionSexuelle', 'agressionSexuelleDixAns'],
  ['atteinteSexuelle', 'atteinteSexuelleAggravee'],
  ['proxenetisme', 'proxenetismeAggrave'],
]

/** « Considérés, au regard de la récidive, comme une même infraction ». */
export const ASSIMILATIONS: readonly { article: string; marque: Marque; familles: readonly CleFamille[] }[] =
  [
    { article: '132-16 CP', marque: '[V]', familles: APPROPRIATION },
    {
      article: '132-16-1 CP',
      marque: '[V]',
      familles: [
        'agressionSexuelle',
        'agressionSexuelleDixAns',
        'atteinteSexuelle',
        'atteinteSexuelleAggravee',
      ],
    },
    { article: '132-16-2 CP', marque: '[V]', familles: ['atteinteRoutiere', 'atteinteRoutiereDixAns'] },
    { article: '132-16-2 CP', marque: '[V]', familles: ['conduite', 'conduiteStupefiants'] },
    { article: '132-16-3 CP', marque: '[V]', familles: ['traite', 'proxenetisme', 'proxenetismeAggrave'] },
    { article: '132-16-4-1 CP', marque: '[V]', familles: ['traficArmes'] },
  ]

/** One family of the table for several délits that a text assimilates: two labels of it are not one délit. */
export const FAMILLES_COMPOSEES: Readonly<Partial<Record<CleFamille, string>>> = {
  conduite: '132-16-2 CP',
  atteinteRoutiere: '132-16-2 CP',
  atteinteRoutiereDixAns: '132-16-2 CP',
  traficArmes: '132-16-4-1 CP',
}

/** 132-16-2, second paragraph: assimilated only when they come second. */
export const ASSIMILATIONS_SECOND_TERME: readonly {
  article: string
  marque: Marque
  premier: readonly CleFamille[]
  second: readonly CleFamille[]
}[] = [
  {
    article: '132-16-2 al. 2 CP',
    marque: '[V]',
    premier: ['atteinteRoutiere', 'atteinteRoutiereDixAns'],
    second: ['conduite', 'conduiteStupefiants'],
  },
]

/** Violence as offence, or as aggravating circumstance of another delict named in its label. */
export const VIOLENCES = {
  article: '132-16-4 CP',
  marque: '[V]',
  familles: ['violences', 'violencesDixAns'] as readonly CleFamille[],
  aggravees: [
    'vol',
    'volDixAns',
    'extorsionAggravee',
    'evasion',
    'proxenetismeAggrave',
  ] as readonly CleFamille[],
  motif: /VIOLENCE/,
} as const

export const RECEL = {
  article: '321-5 CP',
  marque: '[V]',
  familles: ['recel', 'recelAggrave'] as readonly CleFamille[],
} as const

/** Pairs on which jurists may differ: to be settled by a person, never answered here. */
export const DISCUTES: readonly (readonly [CleFamille, CleFamille])[] = [
  ['agressionSexuelle', 'exhibition'],
  ['agressionSexuelle', 'harcelementSexuel'],
  ['agressionSexuelleDixAns', 'exhibition'],
  ['extorsion', 'violences'],
  ['violences', 'embuscade'],
  ['trafic', 'cessionUsager'],
  ['traficArmes', 'portArme'],
  ['faux', 'fauxAdministratif'],
  ['route', 'conduite'],
]

/** Families that a category of the vocabulary (`procedure.categorie`) may cover when the label says no more. */
export const CATEGORIES: Readonly<Record<string, readonly CleFamille[]>> = {
  vol: ['vol'],
  recel: ['recel'],
  escroquerie: ['escroquerie'],
  degradation: ['degradation'],
  violences: ['violences'],
  'violences-conjugales': ['violences'],
  'infraction-sexuelle': ['agressionSexuelle', 'atteinteSexuelle', 'exhibition', 'harcelementSexuel'],
  menaces: ['menace', 'menaceDepositaire'],
  outrage: ['outrage'],
  rebellion: ['rebellion'],
  'usage-stupefiants': ['usageStupefiants'],
  trafic: ['trafic'],
  routier: ['conduite', 'delitFuite', 'assurance', 'atteinteRoutiere'],
  armes: ['portArme', 'traficArmes'],
  evasion: ['evasion'],
}

/** Months from which a theft or an extortion may carry violence: the simple form cannot be punished so. */
export const ENCOURU_SIMPLE: Readonly<Partial<Record<CleFamille, number>>> = { vol: 36, extorsion: 84 }
