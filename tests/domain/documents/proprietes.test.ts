import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Declaration, type Dossier, type Role, VOCABULAIRE } from '../../../domain/index.ts'
import { checklist, fiche, lire, textes } from './outils.ts'
import { dossierAuHasard, estPrivee, sansCelles, tusParLaDefense, vivantes } from './tirages.ts'

const RESERVEES: ReadonlySet<string> = new Set(['casier', 'cassiopee', 'appi'])

function visible(d: Declaration, role: Role): boolean {
  const roles = VOCABULAIRE.find((f) => f.cle === d.fait)?.roles ?? []
  return roles.includes(role) && !(role === 'enquete' && RESERVEES.has(d.origine))
}

/** Said on the sheet or the checklist: seen by the profile, shared, and not kept by the defence. */
function imprimables(dossier: Dossier, role: Role): Declaration[] {
  const tues = role === 'defense' ? tusParLaDefense(dossier) : []
  return vivantes(dossier).filter(
    (d) =>
      visible(d, role) &&
      !estPrivee(d.fait) &&
      !tues.includes(d) &&
      // The board of the morning stays on the board.
      !/^(permanence|demande)\./.test(d.fait) &&
      // Why a dispositif was set aside, and the sentence contemplated, are nobody else's: no shared paper says them.
      !['orientation.ecarts', 'audience.peineEnvisageeMois'].includes(d.fait),
  )
}

function pourTous(verifier: (dossier: Dossier, role: Role) => void): void {
  const roles = fc.constantFrom<Role>('parquet', 'enquete', 'defense')
  fc.assert(fc.property(dossierAuHasard, roles, verifier), { numRuns: 120 })
}

// Other work may share the machine: what is proven matters, not how fast.
describe('la fiche et la checklist, sur des dossiers au hasard', { timeout: 60_000 }, () => {
  it('ne perdent aucune déclaration vivante que le lecteur peut voir, précision comprise', () => {
    pourTous((dossier, role) => {
      const situation = fiche(dossier, role).sections.flatMap((s) => (s.id === 'situation' ? s.enonces : []))
      const segments = situation.flatMap((e) => e.segments)
      const etapes = checklist(dossier, role).etapes
      for (const d of imprimables(dossier, role)) {
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
      const montrables = new Set(imprimables(dossier, role).map((d) => d.id))
      const contenu = fiche(dossier, role)
      const partage = new Set(imprimables(dossier, role))
      const tues = role === 'enquete' ? [] : vivantes(dossier).filter((d) => !partage.has(d))
      const { dispositifs, cadres } = lire(sansCelles(dossier, tues))
      const motifs = new Set(dispositifs.flatMap((d) => d.criteres.map((c) => c.motif)))
      const noms = new Set([...cadres, ...dispositifs].map((x) => x.nom))
      const parNom = ['cadres', 'autres-dispositifs']
      for (const s of contenu.sections.filter((x) => parNom.includes(x.id)))
        for (const { texte } of s.enonces.flatMap((e) => e.segments))
          for (const nom of texte.split(' ; ')) expect(noms).toContain(nom)
      for (const s of contenu.sections.filter((x) => !parNom.includes(x.id)))
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
