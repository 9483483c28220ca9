import { expect, it } from 'vitest'
import { lirePolices, produirePdf } from '../../electron/impression/index.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import { avecImprimante } from '../../scripts/imprimer.ts'
import { declaration, dossierAvec, fiche } from '../domain/documents/outils.ts'

/** Forty invented convictions, one a quarter. */
const CASIER = [
  'BULLETIN N° 1',
  'NOM : EXEMPLE   Prénoms : ALPHA   Né le 01/01/1988 à PARIS   Sexe : M',
  ...Array.from({ length: 40 }, (_, i) => {
    const date = `${String(10 + (i % 10))}/${String(1 + 3 * (i % 4)).padStart(2, '0')}/${2012 + Math.floor(i / 4)}`
    return `${i + 1}  ${date}  TRIBUNAL CORRECTIONNEL DE LILLE  CONTRADICTOIRE\n   VOL   le ${date}\n   1 MOIS D'EMPRISONNEMENT`
  }),
].join('\n')

it('quarante condamnations : la fiche tient sur une page et dit leur nombre', {
  timeout: 60_000,
}, async () => {
  const dossier = { ...dossierAvec([declaration(1, 'procedure.tribunal', 'Bobigny')]), casier: CASIER }
  const contenu = fiche(dossier)
  expect(JSON.stringify(contenu)).toContain('40 condamnations')
  const polices = await lirePolices()
  const { pages } = await avecImprimante(requireChromium(), (imprimer) =>
    produirePdf(contenu, polices, imprimer),
  )
  expect(pages).toBe(1)
})
