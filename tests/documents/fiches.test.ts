import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  avecParametres,
  catalogueParDefaut,
  type Dossier,
  ficheOrientation,
  orienter,
} from '../../domain/index.ts'
import { lirePolices, produirePdf } from '../../electron/impression/index.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { avecImprimante } from '../../scripts/imprimer.ts'
import { OPTIONS } from './exemples.ts'

const CAS = join(import.meta.dirname, '../acceptation/cas/orientation')

interface Cas {
  dossier: Dossier
  parametres: Record<string, unknown>
  date: string
  attendu: { erreur: string | null }
}

it('la fiche de chaque cas d’acceptation tient sur une page', { timeout: 600_000 }, async () => {
  const livre = catalogueParDefaut()
  const fiches = readdirSync(CAS).flatMap((nom) => {
    const cas = JSON.parse(readFileSync(join(CAS, nom), 'utf8')) as Cas
    if (cas.attendu.erreur !== null) return []
    const catalogue = avecParametres(livre, cas.parametres)
    const orientation = orienter(cas.dossier, catalogue, { date: cas.date })
    return [{ nom, fiche: ficheOrientation(cas.dossier, orientation, { ...OPTIONS, catalogue }) }]
  })
  // The same words on paper take the same room: printed once.
  const mots = ({ fiche: { entete: _, ...reste } }: (typeof fiches)[number]) => JSON.stringify(reste)
  const distinctes = [...new Map(fiches.map((f) => [mots(f), f])).values()]
  expect(distinctes.length).toBeGreaterThan(40)
  const polices = await lirePolices()
  const longues: string[] = []
  await avecImprimante(requireChromium(), async (imprimer) => {
    for (const { nom, fiche } of distinctes)
      if ((await produirePdf(fiche, polices, imprimer)).pages > 1) longues.push(nom)
  })
  expect(longues).toEqual([])
})
