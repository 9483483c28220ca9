import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Declaration,
  type DefinitionFait,
  type Dossier,
  DossierInvalide,
  type Origine,
  type RaisonInconnu,
  type Role,
  VOCABULAIRE,
} from '../../../domain/index.ts'
import { checklist, DATE, fiche, lire, textes } from './outils.ts'

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
const RESERVEES: ReadonlySet<string> = new Set(['casier', 'cassiopee', 'appi'])
const FAITS = VOCABULAIRE.filter((f) => f.derive !== 'toujours')

function valeurDe(f: DefinitionFait): fc.Arbitrary<NonNullable<Declaration['valeur']>> {
  const codes = f.valeurs?.map((v) => v.code) ?? []
  switch (f.type) {
    case 'oui-non':
      // A minor is refused by the rules before any document.
      return f.cle === 'personne.majeur' ? fc.constant(true) : fc.boolean()
    case 'nombre':
      return fc.integer({ min: f.min ?? 0, max: Math.min(f.max ?? 99, 99) })
    case 'date':
      return fc.constantFrom('2026-11-23', '2026-01-31', '2024-02-29')
    case 'choix':
      return fc.constantFrom(...codes)
    case 'liste':
      return fc.subarray(codes, { minLength: 1 })
    case 'texte':
      return fc.constantFrom('Bobigny', 'Marseille', 'Paris', '93')
  }
}

const declarationAuHasard = (n: number): fc.Arbitrary<Declaration> =>
  fc.constantFrom(...FAITS).chain((f) =>
    fc
      .record({
        valeur: fc.option(valeurDe(f), { freq: 5 }),
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

const dossierAuHasard: fc.Arbitrary<Dossier> = fc
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

function vivantes(dossier: Dossier): Declaration[] {
  const retirees = new Set(dossier.declarations.flatMap((d) => d.retire ?? []))
  return dossier.declarations.filter((d) => !retirees.has(d.id))
}

function visible(d: Declaration, role: Role): boolean {
  const roles = VOCABULAIRE.find((f) => f.cle === d.fait)?.roles ?? []
  return roles.includes(role) && !(role === 'enquete' && RESERVEES.has(d.origine))
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

function pourTous(verifier: (dossier: Dossier, role: Role) => void): void {
  const roles = fc.constantFrom<Role>('parquet', 'enquete', 'defense')
  fc.assert(
    fc.property(dossierAuHasard, roles, (dossier, role) => {
      fc.pre(accepte(dossier))
      verifier(dossier, role)
    }),
    { numRuns: 120 },
  )
}

// Other work may share the machine: what is proven matters, not how fast.
describe('la fiche et la checklist, sur des dossiers au hasard', { timeout: 60_000 }, () => {
  it('ne perdent aucune déclaration vivante que le lecteur peut voir, précision comprise', () => {
    pourTous((dossier, role) => {
      const situation = fiche(dossier, role).sections.flatMap((s) => (s.id === 'situation' ? s.enonces : []))
      const segments = situation.flatMap((e) => e.segments)
      const etapes = checklist(dossier, role).etapes
      for (const d of vivantes(dossier).filter((x) => visible(x, role))) {
        // « Pas demandé » is not an answer: it gives way to any other.
        if (d.inconnu === 'pas-demande' && d.precision === undefined) continue
        if (d.fait.startsWith('audience.')) {
          expect(etapes.flatMap((e) => e.declarations)).toContain(d.id)
          if (d.precision) expect(etapes.map((e) => e.precision).join(' ')).toContain(d.precision)
          continue
        }
        const dits = segments.filter((s) => s.declarations.includes(d.id))
        expect(dits).toHaveLength(1)
        if (d.precision) expect(dits[0]?.texte).toContain(d.precision)
        expect(dits[0]?.source).toContain(d.verifie ? 'vérifié' : 'déclaré')
      }
    })
  })

  it('ne disent rien qui ne vienne d’une déclaration vivante et visible, ou du catalogue', () => {
    pourTous((dossier, role) => {
      const montrables = new Set(
        vivantes(dossier)
          .filter((d) => visible(d, role))
          .map((d) => d.id),
      )
      const contenu = fiche(dossier, role)
      const { dispositifs } = lire(dossier)
      const motifs = new Set(dispositifs.flatMap((d) => d.criteres.map((c) => c.motif)))
      for (const s of contenu.sections)
        for (const { texte, declarations, lacune } of s.enonces.flatMap((e) => e.segments)) {
          for (const id of declarations) expect(montrables).toContain(id)
          if (declarations.length === 0) expect(motifs.has(texte) || lacune === 'non demandé').toBe(true)
        }
    })
  })

  it('ne disent à l’enquête rien du bulletin n° 1, de Cassiopée ni d’APPI', () => {
    pourTous((dossier) => {
      const caches = vivantes(dossier).filter((d) => !visible(d, 'enquete'))
      const dits = textes([fiche(dossier, 'enquete'), checklist(dossier, 'enquete')])
      const tout = dits.filter((t) => !t.startsWith('Lu par le parquet seul')).join('\n')
      expect(tout).not.toMatch(/bulletin|Cassiopée|APPI\b|condamnation/i)
      for (const d of caches) {
        expect(dits).not.toContain(d.id)
        if (d.precision) expect(tout).not.toMatch(new RegExp(`${d.precision}\\b`))
      }
    })
  })

  it('n’emploient aucun mot à ne pas dire (ecrans.md §2.7)', () => {
    pourTous((dossier, role) => {
      const tout = textes([fiche(dossier, role), checklist(dossier, role)])
        .join('\n')
        // Entered from the SPIP's own evaluation, never computed by the product.
        .replace(/niveaux? de risque/gi, '')
      expect(tout).not.toMatch(
        /éligible|\bscore|risque|\bpatient|\busagers?\b|\bcas\b|submit|valider|toxicomane|algorithme/i,
      )
    })
  })
})
