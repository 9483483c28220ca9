import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright/test'
import { creerCoffre, expect, obtenir, test } from './fixtures.ts'
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

/** In docs/ only when asked (`npm run ecrans`): the hour on screen would change the images at each run. */
const IMAGES = join(import.meta.dirname, '../..', process.env.AIGUILLAGE_ECRANS ?? 'test-results/ecrans')
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function accessible(page: Page): Promise<void> {
  await page.evaluate(AXE)
  const { violations } = (await page.evaluate('axe.run(document, { preload: false })')) as AxeResults
  const graves = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(graves.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
}

const TAILLES = [
  { nom: '1366', viewport: { width: 1366, height: 768 } },
  { nom: '1093', viewport: { width: 1093, height: 542 } },
] as const

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    const regarder = async (page: Page, ecran: string) => {
      await sansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
    }

    test('premier démarrage, code, panne : rien à faire défiler, rien de grave pour axe', async ({
      app,
      page,
    }) => {
      await page.getByRole('heading', { name: 'Premier démarrage' }).waitFor()
      await regarder(page, 'premier-demarrage')
      await page.keyboard.press('Space')
      for (const champ of ['Bobigny', 'sept péniches sous la pluie', 'sept péniches sous la pluie']) {
        await page.keyboard.press('Tab')
        await page.keyboard.type(champ)
      }
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Code de récupération' }).waitFor()
      await regarder(page, 'code-recuperation')

      await app.fermer()
      const coffre = join(app.donnees, 'magasin', 'coffre.json')
      writeFileSync(coffre, readFileSync(coffre, 'utf8').slice(0, 40))
      const apres = await app.relancer()
      await apres.getByRole('heading', { name: 'Aiguillage n’a pas pu démarrer' }).waitFor()
      await regarder(apres, 'panne')
    })

    test('déverrouillage, permanence, triage, checklist : rien à faire défiler, rien de grave pour axe', async ({
      app,
    }) => {
      await creerCoffre(app.page)
      const verrouillee = await app.relancer()
      await expect(verrouillee.getByLabel('Phrase secrète')).toBeFocused()
      await regarder(verrouillee, 'deverrouillage')
      await deverrouiller(verrouillee)
      await regarder(verrouillee, 'permanence-vide')
      for (const defere of ['Modele', 'Exemple', 'Témoignage-Delalonguerue']) {
        await ajouterDefere(verrouillee, defere)
        await enregistre(verrouillee)
        await verrouillee.keyboard.press('F3')
        await verrouillee.getByRole('heading', { name: /^Permanence — / }).waitFor()
      }
      await remplir(verrouillee)
      const page = await app.relancer()
      await deverrouiller(page)
      await expect(page.getByRole('row').nth(1)).toBeFocused()
      await regarder(page, 'permanence')
      await page.keyboard.press('Control+n')
      await page.getByLabel('Nouveau déféré', { exact: true }).waitFor()
      await regarder(page, 'nouveau-defere')
      await page.keyboard.press('Escape')
      await page.getByRole('row').nth(1).focus()
      await ouvrirPremier(page)
      await page.getByText('Question suivante').waitFor()
      await regarder(page, 'triage')
      await ligne(page, 'Addiction').getByRole('radio').first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: 'Précision de Addiction' }).waitFor()
      await regarder(page, 'triage-precision')
      await page.keyboard.press('Escape')
      await ligne(page, 'Sans logement stable').getByRole('radio').first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('group', { name: 'Précision de Sans logement stable' }).waitFor()
      await regarder(page, 'triage-logement')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+ArrowDown')
      await page.getByRole('heading', { name: /^2\. / }).waitFor()
      await regarder(page, 'triage-alertes')
      await ligne(page, 'Addiction').getByRole('radio').first().focus()
      await page.keyboard.press('Enter')
      await page.getByRole('listbox', { name: /réponses contradictoires/ }).waitFor()
      await regarder(page, 'triage-contradiction')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+ArrowDown')
      await page.getByRole('heading', { name: /^3\. / }).waitFor()
      await regarder(page, 'triage-vide')
      await page.keyboard.press('F1')
      await page.getByRole('region', { name: 'Touches de cet écran' }).waitFor()
      await regarder(page, 'touches')
      await page.keyboard.press('Escape')
      await page.keyboard.press('F2')
      await page.getByRole('form', { name: 'Identité et procédure' }).waitFor()
      await regarder(page, 'identite')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+ArrowUp')
      await page.keyboard.press('Control+ArrowUp')
      await page.getByRole('heading', { name: /^1\. / }).waitFor()
      await page.keyboard.press('F4')
      await page.getByText(/À lire à voix haute/).waitFor()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.type('11 h 20')
      await enregistre(page)
      await regarder(page, 'checklist')
    })
  })
}

/** Three dossiers: one nearly done, one with every alert, one empty. */
async function remplir(page: Page): Promise<void> {
  const [un, deux] = await dossiersDuJour(page)
  const jour = un?.dateAudience ?? ''
  const moins = (annees: number) => `${Number(jour.slice(0, 4)) - annees}-01-01`
  const procedure = { origine: 'procedure', verifie: true } as const
  const commun = (categorie: string, qualification: string) => [
    declaration('procedure.dateFaits', jour, procedure),
    declaration('procedure.categorie', categorie, procedure),
    declaration('procedure.qualification', qualification, procedure),
  ]
  await obtenir(page, 'dossiers.identifier', {
    id: un?.id ?? '',
    identite: {
      numeroParquet: '26325000123',
      personne: { nom: 'Modele', prenoms: 'Idir', dateNaissance: moins(38) },
    },
  })
  await obtenir(page, 'declarations.ajouter', {
    dossier: un?.id ?? '',
    declarations: [
      ...commun('vol', 'Vol avec dégradation de vitre (deux pulls)'),
      declaration('addiction.conduite', true, { origine: 'procedure' }),
      declaration('addiction.produits', ['crack'], { origine: 'procedure' }),
      declaration('addiction.frequence', 'quotidien', { origine: 'procedure' }),
      declaration('addiction.lienFaits', true, { origine: 'procedure' }),
      declaration('addiction.soins', true, { precision: 'RDV au CSAPA non honoré' }),
      declaration('logement.sansLogementStable', true, { precision: 'depuis une séparation' }),
      declaration('psy.troubleDeclare', false),
      declaration('psy.traitement', false),
      declaration('personne.mesureProtection', 'aucune'),
      declaration('antecedents.condamnations', 10, {
        origine: 'casier',
        verifie: true,
        precision: 'depuis 2018',
      }),
      declaration('suivi.mesureEnCours', true, {
        origine: 'appi',
        verifie: true,
        precision: 'contrainte pénale, pas encore affectée',
      }),
      declaration('suivi.japRessort', 'Paris', { origine: 'appi', verifie: true }),
      declaration('suivi.peineAExecuter', false, { origine: 'appi', verifie: true }),
      declaration('accord.evaluation', true),
      declaration('disponibilite.semaine', true),
    ],
  })
  await obtenir(page, 'dossiers.identifier', {
    id: deux?.id ?? '',
    identite: {
      numeroParquet: '26325000124',
      personne: { nom: 'Exemple', prenoms: 'Camille', dateNaissance: moins(20) },
    },
  })
  await obtenir(page, 'declarations.ajouter', {
    dossier: deux?.id ?? '',
    declarations: [
      ...commun(
        'violences',
        'Violences avec incapacité n’excédant pas huit jours, en état d’ivresse manifeste',
      ),
      declaration('procedure.detentionEnvisagee', true, procedure),
      declaration('addiction.conduite', false),
      declaration('addiction.conduite', true, { origine: 'enquete' }),
      declaration('logement.situation', '0'),
      declaration('personne.mesureProtection', 'curatelle', { origine: 'enquete' }),
      declaration('antecedents.condamnations', 0, { origine: 'casier', verifie: true }),
      declaration('suivi.japRessort', 'Créteil', { origine: 'appi', verifie: true }),
      declaration('suivi.accordHorsRessort', false, { origine: 'partenaire', verifie: true }),
      declaration('accord.evaluation', false),
      declaration('disponibilite.semaine', false),
    ],
  })
}

test('à 150 et 200 % de zoom, les volets s’empilent et défilent, sans débord de côté', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Zoom')
  for (const [width, height] of [
    [911, 443],
    [683, 384],
    [547, 271],
  ] as const) {
    await page.setViewportSize({ width, height })
    const mesure = await page.evaluate(() => ({
      largeur: document.documentElement.scrollWidth,
      hauteur: document.documentElement.scrollHeight,
    }))
    expect(mesure.largeur).toBeLessThanOrEqual(width)
    expect(mesure.hauteur).toBeGreaterThan(height)
    await accessible(page)
  }
})
