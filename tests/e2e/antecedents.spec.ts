import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { type App, expect, obtenir, test } from './fixtures.ts'
import {
  ajouterDefere,
  coller,
  declaration,
  deverrouiller,
  dossiersDuJour,
  enregistre,
  ligne,
  ouvrir,
  ouvrirPremier,
} from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** Four decisions, one line of which cannot be read; the person is invented. */
const BULLETIN = readFileSync(join(import.meta.dirname, 'bulletin-alpha.txt'), 'utf8')
const AUTRE_PERSONNE = BULLETIN.replace('EXEMPLE', 'SPECIMEN').replace('04/05/1988', '19/06/1991')
const ENTETE = BULLETIN.split('\n').slice(0, 4).join('\n')
const NEANT = `${ENTETE}\n\n                              NÉANT\n\nFin du bulletin`

/** One déféré with identity and procedure, on the empty Antécédents screen. */
async function preparer(app: App): Promise<Page> {
  const vierge = await ouvrir(app)
  await ajouterDefere(vierge, 'Exemple')
  await enregistre(vierge)
  const [dossier] = await dossiersDuJour(vierge)
  const procedure = { origine: 'procedure', verifie: true } as const
  await obtenir(vierge, 'dossiers.identifier', {
    id: dossier?.id ?? '',
    identite: { personne: { nom: 'Exemple', prenoms: 'Alpha', dateNaissance: '1988-05-04' } },
  })
  await obtenir(vierge, 'declarations.ajouter', {
    dossier: dossier?.id ?? '',
    declarations: [
      declaration('procedure.dateFaits', dossier?.dateAudience ?? '', procedure),
      declaration('procedure.categorie', 'vol', procedure),
      declaration('procedure.qualification', 'Vol avec dégradation de vitre', procedure),
    ],
  })
  const page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await page.keyboard.press('F9')
  await expect(page.getByRole('textbox', { name: 'Bulletin n° 1' })).toBeFocused()
  return page
}

const rangee = (page: Page, texte: string | RegExp) => page.getByRole('option', { name: texte })
const texte = (page: Page) => page.getByRole('region', { name: 'Texte du bulletin' })
const recidive = (page: Page) => page.getByRole('region', { name: 'Récidive' })

for (const { nom, viewport } of TAILLES) {
  test.describe(`Antécédents à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('du collage à « tout est relu », au clavier seul ; la page ne défile pas, rien de grave pour axe', async ({
      app,
    }) => {
      const page = await preparer(app)
      const regarder = async (ecran: string) => {
        await pageSansDefilement(page)
        await accessible(page)
        await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
      }
      await regarder('antecedents-vide')

      await coller(page, BULLETIN)
      await expect(rangee(page, /^Ligne 14 non lue/)).toBeFocused()
      await expect(texte(page).getByRole('listitem').nth(13)).toContainText('non lue')
      await expect(texte(page).getByRole('listitem').nth(1)).toContainText('en-tête')
      await expect(rangee(page, /14\/02\/2022.*LILLE/)).toContainText('exécution : inconnue')
      await expect(rangee(page, /20\/04\/2023/)).toContainText('amende payée le 12/09/2023')
      await regarder('antecedents')

      await page.keyboard.type('n')
      await expect(rangee(page, /non lue/)).toHaveCount(0)
      await expect(rangee(page, /^1\. 14\/02\/2022/)).toBeFocused()
      await page.keyboard.type('oooo')
      await expect(page.getByText('Tout est relu.')).toBeVisible()
      await expect(page.getByText('4/4 relues')).toBeVisible()

      await page.keyboard.press('F6')
      await page.keyboard.press('Enter')
      const tableau = page.getByRole('region', { name: 'Tableau des condamnations' })
      await expect(tableau.getByRole('row')).toHaveCount(5)
      await expect(tableau.getByRole('row', { name: /^2024 06\/05\/2024/ })).toContainText('7 mois')
      await regarder('antecedents-tableau')

      await page.keyboard.press('F6')
      await expect(page.getByLabel('Maximum encouru hors récidive')).toBeFocused()
      await page.keyboard.type('3 ans')
      await page.keyboard.press('Enter')
      await expect(recidive(page)).toContainText('Récidive légale : oui')
      await expect(recidive(page)).toContainText(/Premier terme\s: n° \d, /)
      await expect(recidive(page)).toContainText('132-10 CP')
      await expect(recidive(page)).toContainText('6 ans, doublé, à débattre (132-16-5 CP)')
      await regarder('antecedents-recidive')
    })
  })
}

test('F2 corrige la ligne du texte ; la condamnation suit, Ctrl+Z revient', async ({ app }) => {
  const page = await preparer(app)
  await coller(page, BULLETIN)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  await expect(page.getByLabel('Ligne 5, à corriger')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Ligne 7, à corriger')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('   9 MOIS D’EMPRISONNEMENT')
  await page.keyboard.press('Enter')
  await expect(rangee(page, /^1\. 14\/02\/2022/)).toContainText('9 mois d’emprisonnement')
  await expect(rangee(page, /^1\. 14\/02\/2022/)).toBeFocused()
  await expect(texte(page).getByRole('listitem').nth(6)).toContainText('corrigée')
  await enregistre(page)
  const [dossier] = await dossiersDuJour(page)
  expect(dossier?.casier).toBe(BULLETIN)
  expect(dossier?.declarations.at(-1)).toMatchObject({ fait: 'casier.ligne7', origine: 'casier' })
  await page.keyboard.press('Control+z')
  await expect(rangee(page, /^1\. 14\/02\/2022/)).toContainText('2 mois d’emprisonnement avec sursis')
  await page.keyboard.press('F2')
  await page.keyboard.type('jeté')
  await page.keyboard.press('Escape')
  await expect(texte(page).getByText('corrigée')).toHaveCount(0)
})

test('le bulletin d’une autre personne est signalé avant d’être joint ; n le laisse, o le joint', async ({
  app,
}) => {
  const page = await preparer(app)
  await coller(page, AUTRE_PERSONNE)
  const question = page.getByRole('group', { name: /personne/ })
  await expect(question).toBeFocused()
  await expect(question).toContainText('SPECIMEN')
  await expect(question).toContainText('19/06/1991')
  await expect(question).toContainText('04/05/1988')
  await accessible(page)
  await page.keyboard.type('n')
  await expect(page.getByText('Le texte collé n’a pas été joint : rien n’a changé.')).toBeVisible()
  expect((await dossiersDuJour(page))[0]?.casier).toBeUndefined()
  await coller(page, AUTRE_PERSONNE)
  await expect(question).toBeFocused()
  await page.keyboard.type('o')
  await expect(rangee(page, /14\/02\/2022/)).toBeVisible()
  await enregistre(page)
  expect((await dossiersDuJour(page))[0]?.casier).toBe(AUTRE_PERSONNE)
})

test('rien, une page web, un bulletin n° 2, 1 Mo : une phrase, rien n’est joint ni remplacé', async ({
  app,
}) => {
  const page = await preparer(app)
  const refus = page.getByRole('alert')
  for (const mauvais of [
    '   \n ',
    '<!doctype html><html><body><h1>Accueil</h1><p>Connexion</p></body></html>',
    BULLETIN.replace('BULLETIN N° 1', 'BULLETIN N° 2'),
    'VOL AGGRAVE '.repeat(100_000),
  ]) {
    await coller(page, mauvais)
    await expect(refus).toBeVisible()
    expect(
      (await refus.textContent())
        ?.trim()
        .split(/[.!?](?:\s|$)/)
        .filter(Boolean).length,
    ).toBeLessThanOrEqual(2)
  }
  expect((await dossiersDuJour(page))[0]?.casier).toBeUndefined()
  await coller(page, BULLETIN)
  await expect(refus).toHaveCount(0)
  await coller(page, '')
  await expect(refus).toContainText('Le bulletin joint n’a pas changé.')
  await enregistre(page)
  expect((await dossiersDuJour(page))[0]?.casier).toBe(BULLETIN)
})

test('coller un autre bulletin reprend les corrections du premier ; Ctrl+Z remet tout', async ({ app }) => {
  const page = await preparer(app)
  await coller(page, BULLETIN)
  await page.keyboard.type('no')
  await expect(page.getByText('1/4 relues')).toBeVisible()
  await coller(page, NEANT)
  await expect(page.getByText('Néant', { exact: true })).toBeVisible()
  await expect(page.getByText(/Bulletin remplacé/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1/4 relues')).toBeVisible()
  await expect(rangee(page, /non lue/)).toHaveCount(0)
  await enregistre(page)
  expect((await dossiersDuJour(page))[0]?.casier).toBe(BULLETIN)
})

test('ce qui est lu se voit au triage, survit à un redémarrage, et reste au même endroit après un verrouillage', async ({
  app,
}) => {
  let page = await preparer(app)
  await coller(page, BULLETIN)
  await page.keyboard.type('no')
  await enregistre(page)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await page.content()).not.toMatch(/RECEL|LILLE/)
  await deverrouiller(page)
  await expect(page.getByText('1/4 relues')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ligne(page, 'Condamnations')).toHaveAccessibleName(/, oui, source B1/)
  await expect(page.getByRole('button', { name: /^Précision de Condamnations, 4/ })).toBeVisible()
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await page.keyboard.press('F9')
  await expect(page.getByText('1/4 relues')).toBeVisible()
})

test('profil enquête : F9 ne mène nulle part, aucun bouton n’y mène', async ({ app }) => {
  const page = await ouvrir(app, 'enquete')
  await ajouterDefere(page, 'Enquêtée')
  await page.keyboard.press('F9')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
  await expect(page.getByRole('button', { name: /Antécédents/ })).toHaveCount(0)
})
