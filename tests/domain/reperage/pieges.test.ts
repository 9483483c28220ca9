import { beforeAll, describe, expect, it } from 'vitest'
import { type ReperageExplique, reperer } from '../../../domain/index.ts'
import { contraires } from './outils.ts'
import {
  CONTESTES,
  FAUX_AMIS,
  GRAPHIES,
  HYPOTHESES,
  NIES,
  PASSES,
  PRESENTS,
  SANS_REPONSE,
  TIERS,
  TRAFICS,
} from './phrases.ts'

type Vus = readonly ReperageExplique[]
const NATURES = ['audition', 'enquete', 'certificat', 'autre'] as const

const montre = (vus: Vus) => vus.some((r) => r.niveau !== 'ignore')
const jamaisFort = (vus: Vus) => vus.every((r) => r.niveau !== 'fort')
const vuEt = (dit: (r: ReperageExplique) => boolean) => (vus: Vus) =>
  vus.length > 0 && vus.every(dit) && jamaisFort(vus)

// The lexicon is compiled at the first reading: a busy machine must not count it against one test.
beforeAll(() => {
  reperer('')
}, 60_000)

describe('phrases inventées, par piège', () => {
  it.each(Object.keys(PRESENTS) as (keyof typeof PRESENTS)[])('présents, %s : tout est montré', (nature) => {
    expect(contraires(PRESENTS[nature], nature, montre)).toEqual([])
  })
  it.each(NATURES)('graphies de scanner et fautes (%s) : tout est montré', (nature) => {
    expect(contraires(GRAPHIES, nature, montre)).toEqual([])
  })
  it.each(Object.keys(NIES) as (keyof typeof NIES)[])('niés, %s : vus, niés, jamais forts', (nature) => {
    expect(
      contraires(
        NIES[nature],
        nature,
        vuEt((r) => r.polarite === 'nie' || r.polarite === 'conteste' || r.niveau === 'ignore'),
      ),
    ).toEqual([])
  })
  it('contestés : vus, contestés, jamais forts', () => {
    expect(
      contraires(
        CONTESTES,
        'autre',
        vuEt((r) => r.polarite === 'conteste' || r.polarite === 'nie'),
      ),
    ).toEqual([])
  })
  it.each(Object.keys(TIERS) as (keyof typeof TIERS)[])('tiers, %s : jamais forts', (nature) => {
    expect(
      contraires(
        TIERS[nature],
        nature,
        vuEt((r) => r.sujet !== 'personne' || r.niveau === 'ignore'),
      ),
    ).toEqual([])
  })
  it.each(Object.keys(PASSES) as (keyof typeof PASSES)[])('passés, %s : jamais forts', (nature) => {
    expect(
      contraires(
        PASSES[nature],
        nature,
        vuEt((r) => r.temps !== 'actuel'),
      ),
    ).toEqual([])
  })
  it.each(NATURES)('hypothèses (%s) : jamais fortes', (nature) => {
    expect(
      contraires(
        HYPOTHESES,
        nature,
        vuEt((r) => r.hypothese),
      ),
    ).toEqual([])
  })
  it.each(NATURES)('vente, saisie, butin (%s) : jamais forts', (nature) => {
    expect(
      contraires(
        TRAFICS,
        nature,
        vuEt((r) => r.role === 'trafic' || r.niveau === 'ignore'),
      ),
    ).toEqual([])
  })
  it.each(NATURES)('faux amis (%s) : jamais forts', (nature) => {
    expect(contraires(FAUX_AMIS, nature, (vus) => vus.every((r) => r.niveau === 'ignore'))).toEqual([])
  })
  it.each(NATURES)('sans réponse (%s) : jamais forts', (nature) => {
    expect(
      contraires(
        SANS_REPONSE,
        nature,
        vuEt((r) => r.polarite === 'sans-reponse'),
      ),
    ).toEqual([])
  })
})
