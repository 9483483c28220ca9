import fc from 'fast-check'
import {
  type Declaration,
  type DefinitionFait,
  type Dossier,
  DossierInvalide,
  type Origine,
  type RaisonInconnu,
  VOCABULAIRE,
} from '../../../domain/index.ts'
import { DATE, lire } from './outils.ts'

/** Dossiers drawn at random, with a mark in every free text, so that a leak can be followed back. */

const ORIGINES: Origine[] = [
  'procedure',
  'casier',
  'cassiopee',
  'appi',
  'enquete',
  'personne',
  'avocat',
  'partenaire',
  'document',
]
const RAISONS: RaisonInconnu[] = ['pas-demande', 'ne-sait-pas', 'refuse', 'faute-de-temps', 'non-verifiable']
const FAITS = VOCABULAIRE.filter((f) => f.derive !== 'toujours')
const LISTES = {
  'orientation.choix': ['ouvrage', 'ailsi', 'siao'],
  'orientation.ecarts': ['ailsi:refus'],
  'procedure.natinf': ['7151', '7990'],
} as const

export function estPrivee(fait: string): boolean {
  return /^(note|requisition|plaidoirie)\./.test(fait)
}

function valeurDe(f: DefinitionFait, n: number): fc.Arbitrary<NonNullable<Declaration['valeur']>> {
  const codes = f.valeurs?.map((v) => v.code) ?? []
  switch (f.type) {
    case 'oui-non':
      // A minor is refused by the rules before any document.
      return f.cle === 'personne.majeur' ? fc.constant(true) : fc.boolean()
    case 'nombre':
      return fc.integer({ min: f.min ?? 0, max: Math.min(f.max ?? 99, 99) })
    case 'date':
      return fc.constantFrom('2026-11-23', '2026-01-31', '2024-02-29')
    case 'moment':
      return fc.constantFrom('2026-11-23T18:10', '2026-11-24T09:05')
    case 'choix':
      return fc.constantFrom(...codes)
    case 'liste':
      return codes.length === 0
        ? fc.subarray([...LISTES[f.cle as keyof typeof LISTES]], { minLength: 1 })
        : fc.subarray(codes, { minLength: 1 })
    case 'texte':
      if (estPrivee(f.cle)) return fc.constant(`secret${n}`)
      if (f.cle === 'orientation.cadre')
        return fc.constantFrom('sursis-probatoire-renforce', 'amenagement-six-mois', 'sursis-simple', 'tig')
      return fc.constantFrom('Bobigny', 'Marseille', 'Paris', '93')
  }
}

const declarationAuHasard = (n: number): fc.Arbitrary<Declaration> =>
  fc.constantFrom(...FAITS).chain((f) =>
    fc
      .record({
        valeur: fc.option(valeurDe(f, n), { freq: 5 }),
        inconnu: fc.constantFrom(...RAISONS),
        origine: fc.constantFrom(...ORIGINES),
        verifie: fc.boolean(),
        precise: fc.boolean(),
        minute: fc.integer({ min: 10, max: 59 }),
      })
      .map(({ valeur, inconnu, precise, minute, ...reste }) => ({
        ...reste,
        id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        fait: f.cle,
        valeur,
        ...(valeur === null ? { inconnu } : {}),
        ...(precise ? { precision: `repère${n}` } : {}),
        date: `2026-11-24T09:${minute}:00+01:00`,
      })),
  )

export const dossierAuHasard: fc.Arbitrary<Dossier> = fc
  .integer({ min: 0, max: 25 })
  .chain((taille) => fc.tuple(...Array.from({ length: taille }, (_, i) => declarationAuHasard(i + 1))))
  .chain((declarations) =>
    fc.subarray(declarations.map((d) => d.id)).map((retires): Dossier => {
      const [premiere, ...suite] = declarations
      // The first declaration takes others back, never itself.
      const retire = retires.filter((id) => id !== premiere?.id).slice(0, 3)
      return {
        version: 1,
        id: '00000000-0000-4000-8000-000000000000',
        dateAudience: DATE,
        declarations: premiere === undefined ? [] : [{ ...premiere, retire }, ...suite],
      }
    }),
  )
  .filter(accepte)

export function vivantes(dossier: Dossier): Declaration[] {
  const retirees = new Set(dossier.declarations.flatMap((d) => d.retire ?? []))
  return dossier.declarations.filter((d) => !retirees.has(d.id))
}

/** What the defence alone knows: a refusal to answer, and every agreement once one of them is refused. */
export function tusParLaDefense(dossier: Dossier): Declaration[] {
  const vives = vivantes(dossier)
  const accords = vives.filter((d) => d.fait.startsWith('accord.'))
  const refuse = accords.some((d) => d.valeur === false || d.inconnu === 'refuse')
  return vives.filter((d) => d.inconnu === 'refuse' || (refuse && accords.includes(d)))
}

/** The same dossier, as if these had never been said. */
export function sansCelles(dossier: Dossier, tues: readonly Declaration[]): Dossier {
  return { ...dossier, declarations: vivantes(dossier).filter((d) => !tues.includes(d)) }
}

function accepte(dossier: Dossier): boolean {
  try {
    lire(dossier)
    return true
  } catch (erreur) {
    if (erreur instanceof DossierInvalide) return false
    throw erreur
  }
}
