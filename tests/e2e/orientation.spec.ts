import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, obtenir, test } from './fixtures.ts'
import {
  ajouterDefere,
  declaration,
  deverrouiller,
  dossiersDuJour,
  enregistre,
  ligne,
  ouvrir,
  ouvrirPremier,
  sansDefilement,
} from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** One déféré with what the case of the morning holds, on the triage. The person is invented. */
async function preparer(
  app: Parameters<typeof ouvrir>[0],
  profil: 'parquet' | 'enquete' | 'defense' = 'parquet',
) {
  const vierge = await ouvrir(app, profil)
  await ajouterDefere(vierge, 'Modele')
  await enregistre(vierge)
  const [dossier] = await dossiersDuJour(vierge)
  const jour = dossier?.dateAudience ?? ''
  const procedure = { origine: 'procedure', verifie: true } as const
  await obtenir(vierge, 'declarations.ajouter', {
    dossier: dossier?.id ?? '',
    declarations: [
      declaration('personne.majeur', true, procedure),
      declaration('procedure.dateFaits', jour, procedure),
      declaration('procedure.categorie', 'vol', procedure),
      declaration('procedure.qualification', 'Vol avec dégradation de vitre', procedure),
      declaration('procedure.encouruMois', 60, procedure),
      declaration('addiction.conduite', true, procedure),
      declaration('addiction.lienFaits', true, procedure),
      declaration('logement.situation', 'E1'),
      declaration('suivi.japRessort', 'Paris', { origine: 'appi', verifie: true }),
      declaration('antecedents.condamnations', 10, { origine: 'casier', verifie: true }),
      declaration('accord.evaluation', true),
      declaration('disponibilite.semaine', true),
    ],
  })
  const page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  return page
}

const rangee = (page: Page, nom: string | RegExp) =>
  page.getByRole('region', { name: 'Dispositifs' }).getByRole('button', { name: nom })

const cadre = (page: Page, nom: string | RegExp) =>
  page.getByRole('region', { name: /^Cadres possibles/ }).getByRole('button', { name: nom })
const detail = (page: Page) => page.getByRole('region', { name: 'Détail' })

async function vivantes(page: Page, fait: string): Promise<unknown[]> {
  await enregistre(page)
  const declarations = (await dossiersDuJour(page))[0]?.declarations ?? []
  const retirees = new Set(declarations.flatMap((d) => d.retire ?? []))
  return declarations.filter((d) => d.fait === fait && !retirees.has(d.id)).map((d) => d.valeur)
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`Orientation à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('dispositifs, détail, cadres au clavier ; la page ne défile pas, rien de grave pour axe', async ({
      app,
    }) => {
      const page = await preparer(app)
      const regarder = async (ecran: string) => {
        await pageSansDefilement(page)
        await accessible(page)
        await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
      }
      await sansDefilement(page)
      await page.screenshot({ path: join(IMAGES, `triage-catalogue-${nom}.png`) })
      await page.keyboard.press('F8')
      await expect(rangee(page, /^L’Ouvrage/)).toBeFocused()
      await expect(page.getByText('Ceci est une aide, la décision vous revient.')).toBeVisible()
      await expect(detail(page)).toContainText('Appeler le JAP de Paris avant l’audience')
      await expect(page.getByRole('region', { name: 'Ce qui ferait changer la réponse' })).toContainText(
        'refus de l’intéressé(e) → hors critères (L’Ouvrage)',
      )
      await regarder('orientation')

      // What is outside its criteria keeps its first reason, in one line.
      await page.keyboard.press('End')
      await expect(page.locator(':focus')).toContainText('Hors critères')
      await page.keyboard.press('Home')

      await page.keyboard.type('p')
      await expect(rangee(page, /^L’Ouvrage/)).toContainText('écarté : pas de place')
      await expect(rangee(page, /^L’Ouvrage/)).toContainText('À vérifier')
      await regarder('orientation-ecarte')

      await page.keyboard.press('F6')
      await expect(detail(page)).toBeFocused()
      await page.keyboard.press('F6')
      await expect(cadre(page, /./).first()).toBeFocused()
      await page.keyboard.press('Space')
      await expect(cadre(page, /./).first()).toHaveAttribute('aria-pressed', 'true')
      await expect(detail(page)).toContainText('retenu')
      await regarder('orientation-cadre')
    })
  })
}

test('écarter coûte une touche ; la même reprend, une autre change le motif, Ctrl+Z revient', async ({
  app,
}) => {
  const page = await preparer(app)
  await page.keyboard.press('F8')
  await expect(rangee(page, /^L’Ouvrage/)).toBeFocused()
  await page.keyboard.type('t')
  expect(await vivantes(page, 'orientation.ecarts')).toEqual([['ouvrage:faute-de-temps']])
  await page.keyboard.type('v')
  expect(await vivantes(page, 'orientation.ecarts')).toEqual([['ouvrage:victime']])
  await page.keyboard.press('Control+z')
  await expect(rangee(page, /^L’Ouvrage/)).toContainText('écarté : faute de temps')
  await page.keyboard.type('t')
  await expect(rangee(page, /^L’Ouvrage/)).not.toContainText('écarté')
  expect(await vivantes(page, 'orientation.ecarts')).toEqual([null])
  // A letter acts in a dispositif only, never in a legal framework.
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await page.keyboard.type('o')
  expect(await vivantes(page, 'orientation.ecarts')).toEqual([null])
})

test('un dispositif retenu n’est plus écarté ; un seul cadre se choisit ; tout survit à un redémarrage', async ({
  app,
}) => {
  let page = await preparer(app)
  await page.keyboard.press('F8')
  await page.keyboard.type('r')
  await page.keyboard.press('Space')
  await expect(rangee(page, /^L’Ouvrage/)).toHaveAttribute('aria-pressed', 'true')
  expect(await vivantes(page, 'orientation.ecarts')).toEqual([null])
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: /^Cadres/ }).locator('[aria-pressed="true"]')).toHaveCount(1)
  const choisi = await vivantes(page, 'orientation.cadre')
  expect(choisi).toHaveLength(1)
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await page.keyboard.press('F8')
  await expect(rangee(page, /^L’Ouvrage/)).toHaveAttribute('aria-pressed', 'true')
  await expect(cadre(page, /retenu/)).toHaveCount(1)
})

test('une réponse donnée dans le détail change la lecture sur-le-champ, au triage aussi', async ({ app }) => {
  const page = await preparer(app)
  await page.keyboard.press('F8')
  await page.keyboard.press('F6')
  await page.keyboard.press('Tab')
  await expect(detail(page).getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('o')
  await expect(rangee(page, /^L’Ouvrage/)).toContainText('Profil à évaluer')
  await page.keyboard.press('Escape')
  await expect(ligne(page, 'Accord du JAP hors ressort')).toHaveAccessibleName(/, oui,/)
})

test('profil enquête : des dispositifs à lire, ni cadre, ni choix, ni antécédent', async ({ app }) => {
  const page = await ouvrir(app, 'enquete')
  await ajouterDefere(page, 'Enquêtée')
  await page.keyboard.press('F8')
  await expect(rangee(page, /^L’Ouvrage/)).toBeFocused()
  await page.keyboard.type('p')
  await page.keyboard.press('Space')
  await expect(page.getByText(/Cadres possibles|Écarter|retenu/)).toHaveCount(0)
  expect(await page.locator('body').textContent()).not.toMatch(/casier|cassiop|APPI|bulletin|récidive/i)
  expect((await dossiersDuJour(page))[0]?.declarations.some((d) => d.fait.startsWith('orientation.'))).toBe(
    false,
  )
})
