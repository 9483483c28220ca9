import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import type { Contact, Declaration } from '../../domain/index.ts'
import { type App, expect, obtenir, test } from './fixtures.ts'
import { declaration, deverrouiller, dossiersDuJour, enregistre, ouvrir } from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** « Lancer les demandes », by keyboard only. Every person, service and number is invented. */

const PROCEDURE = { origine: 'procedure', verifie: true } as const

interface Personne {
  nom: string
  numeroParquet?: string
  faits?: readonly Declaration[]
}

const MATIN: readonly Personne[] = [
  {
    nom: 'Alpha',
    numeroParquet: '26332000101',
    faits: [
      declaration('procedure.tribunal', 'Bobigny', PROCEDURE),
      declaration('suivi.japRessort', 'Paris', { origine: 'appi', verifie: true }),
      declaration('logement.situation', 'E1'),
      declaration('logement.hebergementCeSoir', false),
      declaration('accord.evaluation', true),
      declaration('addiction.conduite', true, { origine: 'procedure', precision: 'crack' }),
    ],
  },
  { nom: 'Bravo' },
  {
    nom: 'Delta',
    numeroParquet: '26332000104',
    faits: [declaration('procedure.enqueteFaite', true, PROCEDURE)],
  },
]

const ANNUAIRE: readonly Contact[] = [
  {
    id: randomUUID(),
    fonction: 'jap',
    nom: 'Cabinet du JAP n° 3',
    ville: 'Paris',
    telephone: '01 00 00 00 03',
    courriel: 'jap3@exemple.fr',
  },
]

async function preparer(app: App, personnes = MATIN, profil: 'parquet' | 'enquete' | 'defense' = 'parquet') {
  const vierge = await ouvrir(app, profil)
  const { maintenant } = await obtenir(vierge, 'application.etat', {})
  const dateAudience = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(
    new Date(maintenant),
  )
  // One at a time: the board keeps the order of arrival.
  for (const { nom, numeroParquet, faits = [] } of personnes)
    await creer(vierge, { dateAudience, nom, numeroParquet, faits })
  await obtenir(vierge, 'reglages.ecrire', { reglages: { annuaire: [...ANNUAIRE] } })
  const page = await app.relancer()
  await deverrouiller(page)
  return page
}

async function creer(
  page: Page,
  {
    dateAudience,
    nom,
    numeroParquet,
    faits,
  }: { dateAudience: string; nom: string; numeroParquet: string | undefined; faits: readonly Declaration[] },
) {
  const id = randomUUID()
  await obtenir(page, 'dossiers.creer', {
    id,
    dateAudience,
    identite: { personne: { nom }, ...(numeroParquet && { numeroParquet }) },
    declarations: faits.map((d) => ({ ...d, id: randomUUID() })),
  })
  return id
}

const volet = (page: Page) => page.getByRole('complementary', { name: 'Demandes' })
const bouton = (page: Page) => page.getByRole('button', { name: /^Lancer les demandes/ })
const rangee = (page: Page, personne: RegExp | string, nom: RegExp): Locator =>
  volet(page).getByRole('list', { name: personne }).getByRole('button', { name: nom })
const texte = (page: Page) => volet(page).getByRole('region', { name: /^Texte à copier/ })

/** « demande.* » as stored for one person, oldest first. */
async function tampons(page: Page, nom: string, fait: string) {
  await enregistre(page)
  const dossier = (await dossiersDuJour(page)).find((d) => d.personne?.nom === nom)
  return (dossier?.declarations ?? []).filter((d) => d.fait === fait)
}

async function ouvrirVolet(page: Page) {
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  await page.keyboard.press('Control+d')
  await expect(volet(page).locator('[data-rangee]:focus')).toBeVisible()
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`Demandes à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('lancer, répondre, clore au clavier ; la page ne défile pas, rien de grave pour axe', async ({
      app,
    }) => {
      const page = await preparer(app)
      const regarder = async (ecran: string) => {
        await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
        await pageSansDefilement(page)
        await accessible(page)
      }
      await expect(bouton(page)).toHaveText(/\(3\)/)
      await ouvrirVolet(page)
      await regarder('demandes')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('c')
      await expect(rangee(page, /ALPHA/, /^JAP de Paris/)).toContainText(/demandée \d/)
      await regarder('demandes-jap')
      await page.keyboard.press('r')
      await expect(volet(page).getByRole('heading', { name: /^Réponse/ })).toBeVisible()
      await regarder('demandes-reponse')
      await page.keyboard.press('Escape')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('r')
      await regarder('demandes-reponse-apcars')
    })
  })
}

test('copier, courriel, réponse, clore, compter : chaque touche laisse sa trace, tout survit à un redémarrage', async ({
  app,
  hote,
}) => {
  test.skip(hote !== 'chromium', 'non prouvé sur Electron : le courriel est retenu par l’hôte Chromium')
  let page = await preparer(app)
  await ouvrirVolet(page)
  const apcars = rangee(page, /ALPHA/, /^APCARS/)
  await expect(apcars).toBeFocused()
  await expect(texte(page)).toContainText('Enquête sociale rapide et annexe addiction demandées')

  // A key held down, then two quick presses: one stamp for each time it was really launched.
  await page.keyboard.down('c')
  await page.keyboard.down('c')
  await page.keyboard.up('c')
  await expect(apcars).toContainText(/demandée \d+.h.\d\d/)
  await expect(page.getByText(/^Texte copié.: demande à l’APCARS notée à/)).toBeVisible()
  expect(await tampons(page, 'Alpha', 'demande.apcars')).toHaveLength(1)
  await page.keyboard.press('Enter')
  await expect(volet(page)).toContainText(/demandée \d+.h.\d\d, \d+.h.\d\d/)
  const deux = await tampons(page, 'Alpha', 'demande.apcars')
  expect(deux.map((d) => d.valeur)).toEqual(['demandee', 'demandee'])

  // Two requests at once: both are launched, in that order.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('m')
  await expect(rangee(page, /ALPHA/, /^JAP de Paris/)).toContainText('demandée')
  await expect(rangee(page, /ALPHA/, /^SPIP/)).toContainText('demandée')
  expect(app.courriels).toHaveLength(2)
  const [jap = '', spip = ''] = app.courriels
  expect(jap).toMatch(/^mailto:jap3@exemple\.fr\?subject=N%C2%B0%20parquet%2026332000101&body=/)
  expect(spip).toMatch(/^mailto:\?subject=N%C2%B0%20parquet%2026332000101&body=/)
  expect(jap.split('&body=')[0]).not.toMatch(/alpha/i)
  expect(decodeURIComponent(jap)).not.toMatch(/crack/)
  await expect(page.getByText(/^Courriel ouvert, destinataire à compléter/)).toBeVisible()

  // No mail program: one sentence, nothing stamped.
  app.courriels.muet = true
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('m')
  await expect(page.getByText(/^Aucun logiciel de courriel ne s’est ouvert/)).toBeVisible()
  expect(await tampons(page, 'Alpha', 'demande.avocat')).toEqual([])

  // What was not done, in one key; the same key twice says it once; Backspace takes back.
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  await expect(rangee(page, /ALPHA/, /^Avocat/)).toContainText('faute de temps')
  expect(await tampons(page, 'Alpha', 'demande.avocat')).toHaveLength(1)
  await page.keyboard.press('x')
  await expect(rangee(page, /ALPHA/, /^Avocat/)).toContainText('refus')
  await page.keyboard.press('Backspace')
  await expect(rangee(page, /ALPHA/, /^Avocat/)).toContainText('faute de temps')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('a')
  await expect(rangee(page, /ALPHA/, /^SIAO/)).toContainText('à rappeler')
  await page.keyboard.press('s')
  await expect(rangee(page, /ALPHA/, /^SIAO/)).toContainText('sans objet')

  // The JAP answers: paris stays, a measure, no agreement.
  await rangee(page, /ALPHA/, /^JAP de Paris/).focus()
  await page.keyboard.press('r')
  await expect(volet(page).getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('o')
  await page.keyboard.press('?')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await page.keyboard.type('cabinet complet')
  await page.keyboard.press('Escape')
  await expect(rangee(page, /ALPHA/, /^JAP de Paris/)).toBeFocused()
  await expect(rangee(page, /ALPHA/, /^JAP de Paris/)).toContainText('reçue')
  const recue = (await tampons(page, 'Alpha', 'demande.jap')).at(-1)
  const [mesure] = await tampons(page, 'Alpha', 'suivi.mesureEnCours')
  expect(mesure).toMatchObject({
    valeur: true,
    origine: 'partenaire',
    verifie: true,
    auteur: { role: 'parquet', organisme: 'Cabinet du JAP n° 3' },
    lot: recue?.lot,
  })
  expect((await tampons(page, 'Alpha', 'suivi.peineAExecuter')).at(-1)).toMatchObject({
    valeur: null,
    inconnu: 'ne-sait-pas',
  })
  expect((await tampons(page, 'Alpha', 'suivi.accordHorsRessort')).at(-1)).toMatchObject({
    valeur: false,
    precision: 'cabinet complet',
    lot: recue?.lot,
  })
  expect(recue?.lot).toBeDefined()

  await expect(volet(page)).toContainText('3 demandées · 1 reçue · 1 faute de temps · 1 sans objet')
  await expect(bouton(page)).toHaveText(/\(2\)/)
  await page.keyboard.press('Escape')
  await expect(volet(page)).toBeHidden()
  await expect(bouton(page)).toBeFocused()

  page = await app.relancer()
  await deverrouiller(page)
  await expect(bouton(page)).toHaveText(/\(2\)/)
  await ouvrirVolet(page)
  await expect(volet(page)).toContainText('3 demandées · 1 reçue · 1 faute de temps · 1 sans objet')
  await expect(rangee(page, /ALPHA/, /^APCARS/)).toContainText('demandée')
  await expect(rangee(page, /ALPHA/, /^Avocat/)).toContainText('faute de temps')
  // What is not proposed can be launched all the same.
  const autres = volet(page)
    .getByRole('list', { name: /DELTA/ })
    .getByRole('button', { name: /^Autres demandes/ })
  await autres.focus()
  await page.keyboard.press('Enter')
  await rangee(page, /DELTA/, /^APCARS/).focus()
  await page.keyboard.press('c')
  await expect(rangee(page, /DELTA/, /^APCARS/)).toContainText('demandée')
})

test('lettres désactivées : seuls les boutons agissent ; profil défense : JAP, SPIP et SIAO seulement', async ({
  app,
}) => {
  const page = await preparer(app, MATIN.slice(0, 2), 'defense')
  await obtenir(page, 'reglages.ecrire', { reglages: { lettres: false } })
  const page2 = await app.relancer()
  await deverrouiller(page2)
  await ouvrirVolet(page2)
  await expect(volet(page2).getByRole('button', { name: /^(APCARS|Avocat)/ })).toHaveCount(0)
  await expect(rangee(page2, /ALPHA/, /^JAP de Paris/)).toBeFocused()
  for (const lettre of ['c', 'm', 'a', 'r', 't', 'x', 's']) await page2.keyboard.press(lettre)
  await expect(rangee(page2, /ALPHA/, /^JAP de Paris/)).toContainText('à lancer')
  await page2.keyboard.press('Tab')
  await page2.keyboard.press('Tab')
  await expect(page2.getByRole('button', { name: /^Copier/ })).toBeFocused()
  await page2.keyboard.press('Enter')
  await expect(rangee(page2, /ALPHA/, /^JAP de Paris/)).toContainText('demandée')
  expect(await tampons(page2, 'Alpha', 'demande.jap')).toHaveLength(1)
})
