import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { lignesDuCasier, lireCasier, situerCasier } from '../../../domain/antecedents/index.ts'
import type { Condamnation } from '../../../domain/contrat.ts'
import { BRUITS } from './bulletins/bruits.ts'
import { FICHES } from './bulletins/fiches.ts'
import { PHRASES } from './bulletins/phrases.ts'
import { SUITE } from './bulletins/suite.ts'
import { TABLEAUX } from './bulletins/tableaux.ts'
import { condamnationComparable } from './comparaison.ts'

// Many readings in one test: a busy machine must not turn them red.
vi.setConfig({ testTimeout: 60_000 })

const BULLETINS = [...FICHES, ...TABLEAUX, ...PHRASES, ...BRUITS, ...SUITE]

/** What may stand inside a decision and say nothing by itself. */
const SANS_CONTENU =
  /^(?:(?:CONDAMNATION|RANG|DECISION)?\W*(?:N°)?[\s:]*\d{1,2}\W*|(?:JURIDICTION|NATURE DE LA DECISION|INFRACTIONS?|DATE DES FAITS|PEINES?|MENTIONS?)\s*:?|[EÉ]TAT DE R[EÉ]CIDIVE : NON|.*(?:BULLETIN|CASIER JUDICIAIRE|MINISTERE|NOM :|PAGE \d|- \d \/ \d -).*)$/i

describe('aucune ligne n’est perdue', () => {
  it('hors d’une décision et des lignes rendues, il n’y a ni juridiction datée, ni peine, ni mention', () => {
    for (const { nom, texte } of BULLETINS) {
      const { lu, lignes } = situerCasier(texte)
      const rendues = new Set(lu.lignesNonLues.map((l) => l.ligne))
      const hors = lignesDuCasier(texte).filter(
        (_, i) => !rendues.has(i + 1) && !lignes.some((l) => l.debut <= i + 1 && i + 1 <= l.fin),
      )
      expect(
        hors.filter((l) =>
          /EMPRIS|AMENDE|EX[EÉ]CUT[EÉ]E|INCARC|\b(?:TC|CA) [A-Z]|\d{4}.*TRIBUNAL CORR/i.test(l),
        ),
        nom,
      ).toEqual([])
    }
  })

  it('effacer une ligne lue change la lecture, sauf un titre, une étiquette seule ou une page', () => {
    for (const { nom, texte } of BULLETINS) {
      const { lu, lignes } = situerCasier(texte)
      const rendues = new Set(lu.lignesNonLues.map((l) => l.ligne))
      const imprimees = lignesDuCasier(texte)
      for (const [i, ligne] of imprimees.entries()) {
        const dedans = lignes.some((l) => l.debut <= i + 1 && i + 1 <= l.fin)
        if (!dedans || ligne.trim() === '' || rendues.has(i + 1)) continue
        const sans = lireCasier(imprimees.with(i, '').join('\n'))
        const inutile = JSON.stringify(sans.condamnations) === JSON.stringify(lu.condamnations)
        if (inutile) expect(ligne.trim(), nom).toMatch(SANS_CONTENU)
      }
    }
  })
})

describe('l’ordre des condamnations ne change pas leur lecture', () => {
  /** Blocks of whole lines, one per conviction, behind the lines that come before the first. */
  function blocs(texte: string): { tete: string; blocs: string[] } | null {
    const { lu, lignes } = situerCasier(texte)
    const imprimees = lignesDuCasier(texte)
    const debuts = lignes.map((l) => l.debut)
    const separes = debuts.every((d, i) => i === 0 || d > (lignes[i - 1]?.fin ?? 0))
    if (!separes || lignes.length < 2 || lu.lignesNonLues.length > 0) return null
    return {
      tete: imprimees.slice(0, (debuts[0] ?? 1) - 1).join('\n'),
      blocs: debuts.map((d, i) =>
        imprimees.slice(d - 1, (debuts[i + 1] ?? imprimees.length + 1) - 1).join('\n'),
      ),
    }
  }
  const sansRang = (c: Condamnation) => ({ ...condamnationComparable(c), rang: 0 })
  const ensemble = (texte: string) =>
    lireCasier(texte)
      .condamnations.map((c) => JSON.stringify(sansRang(c)))
      .sort()

  it('les mêmes décisions, dans n’importe quel ordre', () => {
    const mobiles = BULLETINS.flatMap(({ nom, texte }) => {
      const coupes = /Page \d|« suite »/.test(texte) ? null : blocs(texte)
      return coupes === null ? [] : [{ nom, texte, ...coupes }]
    })
    expect(mobiles.length).toBeGreaterThan(20)
    fc.assert(
      fc.property(
        fc.constantFrom(...mobiles),
        fc.infiniteStream(fc.nat()),
        ({ nom, texte, tete, blocs: b }, hasard) => {
          const melanges = b
            .map((bloc) => ({ bloc, cle: hasard.next().value as number }))
            .sort((x, y) => x.cle - y.cle)
            .map((x) => x.bloc)
          expect(ensemble([tete, ...melanges].join('\n')), nom).toEqual(ensemble(texte))
        },
      ),
      { numRuns: 120 },
    )
  })
})

describe('la casse et les accents ne changent ni les dates ni les peines', () => {
  const essentiel = (texte: string) =>
    lireCasier(texte).condamnations.map((c) => ({
      dates: [
        c.date,
        c.signifieLe,
        ...c.infractions.flatMap((i) => [i.debut, i.fin]),
        ...c.mentions.map((m) => m.date),
      ],
      caractere: c.caractere,
      peines: c.peines,
    }))

  it.each(BULLETINS.map((b) => [b.nom, b.texte] as const))('%s', (_nom, texte) => {
    const attendu = essentiel(texte)
    expect(essentiel(texte.toUpperCase())).toEqual(attendu)
    expect(essentiel(texte.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual(attendu)
    expect(essentiel(texte.normalize('NFD'))).toEqual(attendu)
    expect(essentiel(texte.replaceAll('\n', '\r\n'))).toEqual(attendu)
    expect(essentiel(texte.toLowerCase())).toEqual(attendu)
  })
})
