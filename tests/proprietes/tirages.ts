import fc from 'fast-check'
import {
  type Declaration,
  type Dossier,
  definitionFait,
  type RaisonInconnu,
  VOCABULAIRE,
} from '../../domain/index.ts'
import { DATE, uuid } from '../domain/outils.ts'

/** Draws of invented dossiers for the property tests. */

type Valeur = NonNullable<Declaration['valeur']>

/** Every city that a rule names, and one that none does. */
const VILLES = ['Bobigny', 'Marseille', 'Mulhouse', 'Nantes', 'Paris']
/** On both sides of the figures of the law, where the small numbers are not. */
const NOMBRES: Readonly<Record<string, readonly number[]>> = {
  'procedure.encouruMois': [0, 6, 12, 24, 36, 60, 120],
  'procedure.encouruRecidiveMois': [0, 12, 24, 60, 120],
  'procedure.valeurVol': [65, 300, 301],
  'audience.peineEnvisageeMois': [1, 6, 12, 13],
}

const TEXTES: Readonly<Record<string, readonly string[]>> = {
  'procedure.tribunal': VILLES,
  'suivi.japRessort': VILLES,
  'logement.departement': ['93', '75'],
}

/** Every value of a fact, or enough of them to fall on each side of every threshold. */
export function valeursDe(fait: string): readonly Valeur[] {
  const definition = definitionFait(fait)
  switch (definition?.type) {
    case 'oui-non':
      return [true, false]
    case 'nombre':
      return NOMBRES[fait] ?? [0, 1, 2, 3, 5]
    case 'choix':
      return definition.valeurs?.map((x) => x.code) ?? []
    case 'liste':
      return [[], ['crack'], ['alcool', 'cannabis']]
    case 'date':
      return ['2026-11-23', '2026-11-01']
    case 'moment':
      return ['2026-11-23T18:10']
    default:
      return TEXTES[fait] ?? ['un texte']
  }
}

/** Decisions and private notes, which no rule reads. */
const JAMAIS_LUES: ReadonlySet<string> = new Set([
  'orientation',
  'note',
  'requisition',
  'plaidoirie',
  'permanence',
  'demande',
])

/** Facts that a rule reads, and those from which one is derived; the others change no reading. */
export const FAITS_LUS = VOCABULAIRE.filter(
  (f) =>
    f.derive !== 'toujours' &&
    !JAMAIS_LUES.has(f.famille) &&
    (f.famille !== 'audience' || f.type === 'nombre'),
).map((f) => f.cle)

const RAISONS: readonly RaisonInconnu[] = [
  'pas-demande',
  'ne-sait-pas',
  'refuse',
  'faute-de-temps',
  'non-verifiable',
]

const valeur = (fait: string) => fc.constantFrom(...valeursDe(fait))

const heure = fc
  .tuple(fc.nat(59), fc.constantFrom('+01:00', 'Z', '+02:00'))
  .map(([minute, decalage]) => `2026-11-24T10:${String(minute).padStart(2, '0')}:00${decalage}`)

/** An answer, or a reason for having none. */
function reponse(fait: string): fc.Arbitrary<Pick<Declaration, 'valeur' | 'inconnu'>> {
  return fc.oneof(
    { weight: 4, arbitrary: valeur(fait).map((v) => ({ valeur: v })) },
    { weight: 1, arbitrary: fc.constantFrom(...RAISONS).map((inconnu) => ({ valeur: null, inconnu })) },
  )
}

type SansId = Omit<Declaration, 'id' | 'retire'>

function declarationSur(faits: readonly string[]): fc.Arbitrary<SansId> {
  return fc
    .constantFrom(...faits)
    .chain((fait) =>
      fc
        .tuple(reponse(fait), fc.boolean(), heure, fc.constantFrom('personne' as const, 'procedure' as const))
        .map(([r, verifie, date, origine]) => ({ fait, ...r, verifie, date, origine })),
    )
}

function dossierDe(declarations: Declaration[], dateNaissance?: string): Dossier {
  return {
    version: 1,
    id: uuid(0),
    dateAudience: DATE,
    declarations,
    ...(dateNaissance !== undefined && { personne: { dateNaissance } }),
  }
}

const naissance = fc.constantFrom(undefined, '1990-03-12', '2006-01-01')

/** Any dossier: contradictions, retractions, unknowns; minors are drawn too and refused by the domain. */
export const dossierQuelconque: fc.Arbitrary<Dossier> = fc
  .tuple(
    fc.array(fc.tuple(declarationSur(FAITS_LUS), fc.array(fc.nat(39), { maxLength: 2 })), { maxLength: 40 }),
    naissance,
  )
  .map(([lot, ne]) =>
    dossierDe(
      lot.map(([d, retire], i) => ({
        ...d,
        id: uuid(i + 1),
        // One in three takes something back, present or not.
        ...(i % 3 === 0 && retire.length > 0 && { retire: retire.map((n) => uuid(n + 1)) }),
      })),
      ne,
    ),
  )

/** A dossier that is nearly decided: one answer at most for each fact, most of them favourable to `profil`. */
export function dossierPresque(profil: Readonly<Record<string, Valeur>>): fc.Arbitrary<Dossier> {
  const faits = [...new Set([...Object.keys(profil), ...FAITS_LUS])]
  return fc
    .tuple(
      fc.tuple(
        ...faits.map((fait) =>
          fc.oneof(
            { weight: fait in profil ? 9 : 1, arbitrary: fc.constant(profil[fait] ?? null) },
            { weight: 1, arbitrary: fc.constant(null) },
            { weight: fait in profil ? 0 : 2, arbitrary: valeur(fait) },
            { weight: 1, arbitrary: valeur(fait) },
          ),
        ),
      ),
      naissance,
    )
    .map(([valeurs, ne]) => {
      const declarations = faits.flatMap((fait, i): Declaration[] => {
        const v = valeurs[i] ?? null
        const date = '2026-11-24T10:00:00+01:00'
        return v === null
          ? []
          : [{ id: uuid(i + 1), fait, valeur: v, origine: 'personne', verifie: false, date }]
      })
      return dossierDe(declarations, ne)
    })
}

/** Parameters of the catalogue, each left as shipped or moved. */
export const parametres: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      'ailsi.inclusions': fc.constantFrom('ouvertes', 'inconnues'),
      'ailsi.definitionSansLogement': fc.constantFrom(['E2', 'E5']),
      'ailsi.infractionsExclues': fc.constantFrom(['violences'], ['vol', 'armes']),
      'ouvrage.categoriesExclues': fc.constantFrom(['vol'], ['violences-conjugales']),
      'ouvrage.accordHorsRessort': fc.constant('negocie'),
      'ouvrage.inclusions': fc.constantFrom('closes', 'inconnues'),
    },
    { requiredKeys: [] },
  )
  .map((p) => p as Record<string, unknown>)
