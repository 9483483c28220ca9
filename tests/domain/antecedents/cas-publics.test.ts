import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { etablirRecidive, lireCasier } from '../../../domain/antecedents/index.ts'
import type { CasierLu, Poursuite, RecidiveLue } from '../../../domain/contrat.ts'
import { joursEntre } from '../../../domain/dates.ts'
import { casierComparable } from './comparaison.ts'

// The first reading compiles the patterns, slowly on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

const dossier = new URL('../../acceptation/cas/casier/', import.meta.url)
const lire = (nom: string) => readFileSync(new URL(nom, dossier), 'utf8')

const bulletins = readdirSync(dossier).filter((n) => n.endsWith('.txt'))

describe('cas publics : bulletins', () => {
  it('sont tous là', () => {
    expect(bulletins).toHaveLength(20)
  })

  it.each(bulletins)('%s se lit champ par champ', (nom) => {
    const attendu = JSON.parse(lire(nom.replace(/\.txt$/, '.json'))) as CasierLu
    expect(casierComparable(lireCasier(lire(nom)))).toEqual(casierComparable(attendu))
  })
})

interface CasRecidive {
  id: string
  titre: string
  casier: { fichier?: string; texte?: string }
  poursuite: Poursuite
  attendu: Omit<RecidiveLue, 'motif'>
  toleranceJours?: number
}

const recidives = JSON.parse(lire('recidive.json')) as CasRecidive[]

describe('cas publics : récidive', () => {
  it('sont tous là', () => {
    expect(recidives).toHaveLength(38)
  })

  it.each(recidives.map((c) => [c.id, c.titre, c] as const))('%s — %s', (_id, _titre, cas) => {
    const texte = cas.casier.texte ?? lire(cas.casier.fichier ?? '')
    const lu = etablirRecidive(lireCasier(texte), cas.poursuite)
    expect(lu).toMatchObject({ etat: cas.attendu.etat, encouruMois: cas.attendu.encouruMois })
    for (const numero of cas.attendu.articles) {
      expect(
        lu.articles.some((a) => a.includes(numero)),
        `article ${numero}`,
      ).toBe(true)
    }
    if (cas.attendu.etat !== 'oui') return
    expect(lu.premierTerme?.rang).toBe(cas.attendu.premierTerme?.rang)
    const [dit, attendu] = [lu.premierTerme?.jusquAu ?? null, cas.attendu.premierTerme?.jusquAu ?? null]
    if (dit === null || attendu === null) expect(dit).toBe(attendu)
    else expect(Math.abs(joursEntre(dit, attendu))).toBeLessThanOrEqual(cas.toleranceJours ?? 0)
  })
})
