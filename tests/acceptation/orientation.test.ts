import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  avecParametres,
  catalogueParDefaut,
  type Dossier,
  DossierInvalide,
  type EtatCritere,
  orienter,
} from '../../domain/index.ts'

interface LectureAttendue {
  lecture: string
  decisifs: string[]
}

interface Cas {
  titre: string
  dossier: Dossier
  parametres: Record<string, unknown>
  date: string
  attendu: {
    erreur: string | null
    ouvrage: LectureAttendue | null
    ailsi: LectureAttendue | null
    criteres?: Record<string, EtatCritere>
    recidive?: { etat: string; encouruMois: number }
    alertes?: string[]
  }
}

const DOSSIER = join(import.meta.dirname, 'cas', 'orientation')
const cas = readdirSync(DOSSIER).map((fichier) => ({
  fichier,
  ...(JSON.parse(readFileSync(join(DOSSIER, fichier), 'utf8')) as Cas),
}))

const lire = (c: Cas) =>
  orienter(c.dossier, avecParametres(catalogueParDefaut(), c.parametres), { date: c.date })

describe('cas publics d’orientation', () => {
  it('les 111 cas sont là', () => expect(cas).toHaveLength(111))

  it.each(cas.filter((c) => c.attendu.erreur !== null))('$fichier — refusé : $attendu.erreur', (c) => {
    expect(() => lire(c)).toThrow(DossierInvalide)
  })

  it.each(cas.filter((c) => c.attendu.erreur === null))('$fichier — $titre', (c) => {
    const orientation = lire(c)
    for (const id of ['ouvrage', 'ailsi'] as const) {
      const lu = orientation.dispositifs.find((d) => d.id === id)
      expect(lu?.lecture, id).toBe(c.attendu[id]?.lecture)
      expect([...(lu?.decisifs ?? [])].sort(), id).toEqual([...(c.attendu[id]?.decisifs ?? [])].sort())
    }
    const etats = Object.fromEntries(
      orientation.dispositifs.flatMap((d) => d.criteres.map((x) => [x.id, x.etat])),
    )
    expect(etats).toMatchObject(c.attendu.criteres ?? {})
    expect(orientation.alertes.map((a) => a.id)).toEqual(expect.arrayContaining(c.attendu.alertes ?? []))
    if (c.attendu.recidive) expect(orientation.recidive).toMatchObject(c.attendu.recidive)
  })
})
