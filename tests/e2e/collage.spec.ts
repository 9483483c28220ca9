import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { coller as collerDans, deverrouiller, dossiersDuJour, enregistre, ouvrir } from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** Two tables as Cassiopée displays them, in one paste; everybody is invented. */
const TABLEAUX = [
  'Affaire n° 26325000118',
  'Personnes',
  'Rang\tIdentité\tComplément\tB1\tMineur\tRôle\tD.U.P\tCatégorie pénale\tAvocat',
  '1\tMODELE Camille né le 12/03/1988\t\tOui\tNon\tMis en cause\t\tMajeur\tMe DURANDAL Zoé',
  '2\tEXEMPLE Karim né le 01/02/1990\t\tOui\tNon\tMis en cause\t\tMajeur\t',
  '3\tVICTOIRE Anne née le 05/06/1975\t\tNon\tNon\tVictime\t\tMajeur\t',
  '4\tFICTION Omar né le 23/11/1979\t\tNon\tNon\tMis en cause\t\tMajeur\t',
  'Actions',
  'Imprimer',
  'Exporter',
  '',
  'Infractions',
  'Rang\tNATINF\tType\tQS\tDate et heure\tCommune\tPersonnes',
  '1\t7151 - VOL AGGRAVE PAR DEUX CIRCONSTANCES\tDélit\t\t20/11/2026 14:30\tBOBIGNY\t1, 4',
  '2\t7990 - USAGE ILLICITE DE STUPEFIANTS\tDélit\t\t19/11/2026\tPANTIN\t1',
  '3\t7203 - VOL au préjudice de Mme VICTOIRE Anne\tDélit\t\t20/11/2026\tPANTIN\t2',
  'ligne que personne ne comprend',
].join('\n')

const volet = (page: Page) => page.getByRole('region', { name: 'Collage de Cassiopée' })
const champ = (page: Page) => page.getByLabel('Nouveau déféré', { exact: true })
const cases = (page: Page) => volet(page).getByRole('checkbox')

/** As from Cassiopée, with its rich text too. */
const coller = (page: Page, texte: string) =>
  collerDans(page, texte, '<table><tr><td>AUTRE Chose</td></tr></table>')

async function noms(page: Page): Promise<string[]> {
  return (await dossiersDuJour(page)).map((d) => `${d.personne?.nom} ${d.personne?.prenoms ?? ''}`.trim())
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('coller les deux tableaux : tout est montré, rien n’est créé avant Entrée', async ({ app }) => {
      const page = await ouvrir(app)
      const regarder = async (ecran: string) => {
        await pageSansDefilement(page)
        await accessible(page)
        await page.screenshot({ path: join(IMAGES, `collage-${ecran}-${nom}.png`) })
      }
      await page.getByRole('button', { name: /^Coller depuis Cassiopée/ }).focus()
      await page.keyboard.press('Enter')
      await expect(volet(page)).toBeFocused()
      await regarder('invite')
      await page.keyboard.press('Escape')

      await coller(page, TABLEAUX)
      await expect(volet(page).getByRole('status')).toHaveText(
        '3 personnes reconnues, 1 ligne ignorée (victime).',
      )
      await expect(cases(page)).toHaveCount(3)
      await expect(cases(page).first()).toBeFocused()
      await expect(cases(page).first()).toHaveAccessibleName(
        'MODELE Camille, né(e) le 12/03/1988, Mis en cause, n° 26325000118, sera ajouté(e)',
      )
      // On the left, nobody who was set aside; on the right, struck through and said.
      const gauche = volet(page).getByRole('list', { name: 'Personnes reconnues' })
      await expect(gauche).not.toContainText(/VICTOIRE/)
      await expect(gauche).toContainText('7151 – VOL AGGRAVE PAR DEUX CIRCONSTANCES')
      const droite = volet(page).getByRole('region', { name: 'Texte collé' })
      await expect(droite.getByRole('listitem').filter({ hasText: 'écarté' })).toContainText('VICTOIRE')
      await expect(droite).toContainText('lignes 8 à 11 : ignorées')
      await expect(droite.getByRole('listitem').filter({ hasText: 'non compris' })).toHaveCount(1)
      expect(await dossiersDuJour(page)).toEqual([])
      await regarder('lu')

      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Tab')
      const categorie = volet(page).getByLabel('Catégorie de EXEMPLE Karim')
      await expect(categorie).toBeFocused()
      await page.keyboard.type('rec')
      await expect(categorie).toHaveValue('recel')
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await expect(cases(page).nth(2)).not.toBeChecked()
      await regarder('choisi')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')

      await expect(volet(page)).toBeHidden()
      await expect(page.getByText('3 déférés ajoutés.')).toBeVisible()
      await expect(page.getByRole('row').nth(1)).toBeFocused()
      await enregistre(page)
      expect(await noms(page)).toEqual(['MODELE Camille', 'EXEMPLE Karim', 'FICTION Omar'])
      const [modele, exemple] = await dossiersDuJour(page)
      expect(modele?.numeroParquet).toBe('26325000118')
      expect(modele?.declarations.map((d) => [d.fait, d.valeur, d.origine, d.verifie])).toContainEqual([
        'procedure.natinf',
        ['7151', '7990'],
        'cassiopee',
        true,
      ])
      const choisie = exemple?.declarations.find((d) => d.fait === 'procedure.categorie')
      expect([choisie?.valeur, choisie?.verifie]).toEqual(['recel', true])
      expect(
        new Set((await dossiersDuJour(page)).flatMap((d) => d.declarations.map((x) => x.lot))).size,
      ).toBe(1)
      // The victim is nowhere: neither in the store nor in the page.
      expect(JSON.stringify(await dossiersDuJour(page))).not.toMatch(/VICTOIRE/i)
      expect(await page.content()).not.toMatch(/VICTOIRE/i)
      for (const f of readdirSync(app.donnees, { recursive: true, withFileTypes: true }))
        if (f.isFile()) expect(readFileSync(join(f.parentPath, f.name)).includes('VICTOIRE')).toBe(false)
      await regarder('ajoute')

      // Again: already there, or to be checked.
      await coller(page, TABLEAUX.replace('né le 01/02/1990', ''))
      await expect(cases(page).first()).toHaveAccessibleName(/déjà au tableau$/)
      await page.keyboard.press('Space')
      await expect(cases(page).first()).not.toBeChecked()
      await regarder('doublons')
      await page.keyboard.press('Enter')
      await expect(page.getByText(/^Personne à ajouter/).last()).toBeVisible()
      expect(await noms(page)).toHaveLength(3)
    })

    test('trois personnes d’affilée, une ligne chacune', async ({ app }) => {
      const page = await ouvrir(app)
      await page.keyboard.press('Control+n')
      await expect(champ(page)).toBeFocused()
      await page.screenshot({ path: join(IMAGES, `ajout-vide-${nom}.png`) })
      await page.keyboard.type('MODELE Camille 12/03/1988 26325000118 vol aggravé gav 18h10 1203')
      const lecture = page.getByRole('list', { name: 'Ce qui est compris' })
      await expect(lecture).toContainText('né(e) le 12/03/1988')
      await expect(lecture).toContainText('« 1203 » gardé tel quel dans l’aide-mémoire')
      await pageSansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `ajout-${nom}.png`) })
      await page.keyboard.press('Enter')
      await expect(page.getByText('MODELE Camille ajouté(e).')).toBeVisible()
      await expect(champ(page)).toBeFocused()
      await expect(champ(page)).toHaveValue('')
      await page.keyboard.press('Enter')
      await page.keyboard.type('exemple karim 01/02/1990 recel')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.keyboard.type('FICTION Omar outrage')
      await page.keyboard.press('Enter')
      await expect(page.getByText('FICTION Omar ajouté(e).')).toBeVisible()
      await enregistre(page)
      expect(await noms(page)).toEqual(['MODELE Camille', 'exemple karim', 'FICTION Omar'])

      await page.keyboard.type('MODELE Camille 26325000118')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText('même n° parquet, même nom')
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `ajout-doublon-${nom}.png`) })
      await page.keyboard.press('Enter')
      await expect(champ(page)).toHaveValue('')
      await enregistre(page)
      const dossiers = await dossiersDuJour(page)
      expect(dossiers).toHaveLength(4)
      expect(dossiers[0]?.declarations.map((d) => [d.fait, d.valeur])).toEqual(
        expect.arrayContaining([
          ['procedure.qualification', 'vol aggravé'],
          ['procedure.categorie', 'vol'],
          ['permanence.note', '1203'],
          ['permanence.finGardeAVue', expect.stringMatching(/T18:10$/)],
        ]),
      )
      await page.keyboard.press('Escape')
      await expect(champ(page)).toBeHidden()
      await expect(page.getByRole('row').nth(1)).toBeFocused()
    })
  })
}

test('Échap garde le collage sans les personnes écartées ; le verrou l’efface', async ({ app }) => {
  const page = await ouvrir(app)
  await coller(page, TABLEAUX)
  await expect(cases(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await expect(volet(page)).toBeHidden()
  const reprendre = page.getByRole('button', { name: 'Reprendre le collage' })
  await reprendre.focus()
  await page.keyboard.press('Enter')
  await expect(cases(page)).toHaveCount(3)
  await expect(volet(page).getByRole('status')).toContainText('1 ligne ignorée (victime)')
  await expect(volet(page).getByText('effacé à la fermeture')).toHaveCount(2)
  expect(await page.content()).not.toMatch(/VICTOIRE/i)
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await page.content()).not.toMatch(/MODELE|EXEMPLE|VICTOIRE/)
  await deverrouiller(page)
  await expect(page.getByRole('button', { name: /^Coller depuis Cassiopée/ })).toBeVisible()
  await expect(reprendre).toHaveCount(0)
  expect(await dossiersDuJour(page)).toEqual([])
})

test('Entrée deux fois crée chacun une fois', async ({ app }) => {
  const page = await ouvrir(app)
  await coller(page, TABLEAUX)
  await expect(cases(page).first()).toBeFocused()
  await page.evaluate(() => {
    for (let i = 0; i < 2; i++)
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
      )
  })
  await enregistre(page)
  expect(await noms(page)).toHaveLength(3)
})

test('ce qui n’est pas un tableau : une phrase, rien de créé, rien de perdu', async ({ app }) => {
  const page = await ouvrir(app)
  for (const mauvais of [
    'Bonjour, ceci n’est pas un tableau.',
    'Prix\tQuantité\n12\t3',
    '\u0000\u0001PNG\ufffd',
    '',
    'x\n'.repeat(6000),
    'MODELE Camille\t'.repeat(80_000),
  ]) {
    await coller(page, mauvais)
    await expect(volet(page).getByRole('alert')).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await expect(volet(page)).toBeHidden()
  }
  // The last sentence is still there, with the text.
  await page.getByRole('button', { name: 'Reprendre le collage' }).focus()
  await page.keyboard.press('Enter')
  await expect(volet(page).getByRole('alert')).toBeVisible()
  await expect(volet(page).getByRole('region', { name: 'Texte collé' })).toContainText('MODELE Camille')
  expect(await dossiersDuJour(page)).toEqual([])
})

test('5 000 lignes se lisent à côté de la page ; un fichier déposé est refusé d’une phrase', async ({
  app,
}) => {
  const page = await ouvrir(app)
  const longues = `${TABLEAUX}\n${Array.from({ length: 4980 }, (_, i) => `mention ${i} sans intérêt`).join('\n')}`
  await coller(page, longues)
  await expect(volet(page).getByRole('status')).toContainText('3 personnes reconnues')
  await expect(volet(page).getByText(/non affichées$/)).toBeAttached()
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    const donnees = new DataTransfer()
    donnees.items.add(new File(['x'], 'personnes.csv'))
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: donnees, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByText(/^Un fichier ne se dépose pas ici/)).toBeVisible()
  expect(await dossiersDuJour(page)).toEqual([])
})

test('un tableau collé dans le champ d’une ligne va au volet ; une ligne seule reste au champ', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await page.keyboard.press('Control+n')
  await page.keyboard.type('COMMENCE Luc')
  await coller(page, 'une ligne seule')
  await expect(volet(page)).toBeHidden()
  await coller(page, TABLEAUX)
  await expect(cases(page)).toHaveCount(3)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+n')
  await expect(champ(page)).toHaveValue('COMMENCE Luc')
})

test('profil enquête : ni bouton ni Ctrl+V', async ({ app }) => {
  const page = await ouvrir(app, 'enquete')
  await expect(page.getByRole('button', { name: /Cassiopée/ })).toHaveCount(0)
  await coller(page, TABLEAUX)
  await expect(volet(page)).toHaveCount(0)
  expect(await page.content()).not.toMatch(/Cassiopée|MODELE/)
})
