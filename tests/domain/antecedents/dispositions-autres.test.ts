import { describe, expect, it } from 'vitest'
import { lireCasier } from '../../../domain/antecedents/index.ts'
import { BRUITS } from './bulletins/bruits.ts'
import { FICHES } from './bulletins/fiches.ts'
import { PHRASES } from './bulletins/phrases.ts'
import { SUITE } from './bulletins/suite.ts'
import { TABLEAUX } from './bulletins/tableaux.ts'
import { replier } from './comparaison.ts'
import { resumer } from './resume.ts'

describe.each([
  ['fiches', FICHES],
  ['tableaux', TABLEAUX],
  ['phrases', PHRASES],
  ['bruits', BRUITS],
  ['suite', SUITE],
] as const)('autres mises en page : %s', (_groupe, bulletins) => {
  it.each(bulletins.map((b) => [b.nom, b] as const))('%s', (_nom, { texte, attendu, nonLues = [] }) => {
    const casier = lireCasier(texte)
    expect(resumer(casier).map(replier)).toEqual(attendu.map(replier))
    expect(casier.lignesNonLues.map((l) => l.ligne)).toEqual(nonLues)
  })
})
