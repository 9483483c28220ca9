import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Page } from 'playwright/test'
import { pdf, telecopie } from '../extraction/fabrique.ts'
import { type App, expect, obtenir, test } from './fixtures.ts'
import {
  ajouterDefere,
  coller,
  deverrouiller,
  dossiersDuJour,
  enregistre,
  ligne,
  ouvrir,
  ouvrirPremier,
} from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** An invented interview of three pages; the form feed parts its pages, as printing software writes it. */
const AUDITION = `PROCÈS-VERBAL D’AUDITION
Personne gardée à vue : MODELE Camille, né le 3 mars 1989.

Question : Quelle est votre situation de famille ?
Réponse : Je suis célibataire, sans enfant. Ma sœur est schizophrène, elle est suivie à l’hôpital.\f
Question : Consommez-vous des produits stupéfiants ?
Réponse : Oui. Je fume du crack tous les jours depuis 2019. Je vole pour acheter ma dose.
Question : Votre frère consomme-t-il aussi ?
Réponse : Mon frère fume du cannabis, pas moi.\f
Question : Où dormez-vous ?
Réponse : Je dors à la rue depuis six mois. Avant j’étais hébergé chez ma tante.
Question : Suivez-vous un traitement ?
Réponse : Non, je n’ai aucun traitement.
Lecture faite par moi-même, persiste et signe.
`

async function preparer(app: App, profil: 'parquet' | 'enquete' | 'defense' = 'parquet'): Promise<Page> {
  const page = await ouvrir(app, profil)
  await ajouterDefere(page, 'Modele')
  await page.keyboard.press('F10')
  await expect(page.getByRole('textbox', { name: 'Texte de la pièce' })).toBeFocused()
  return page
}

/** Paste, then one key that says what it is. */
async function lirePiece(page: Page, texte: string, nature = 'a'): Promise<void> {
  await coller(page, texte)
  await expect(page.getByRole('radio', { name: /^Audition/ })).toBeFocused()
  await page.keyboard.type(nature)
}

const repere = (page: Page, texte: string | RegExp) =>
  page.getByRole('listbox', { name: 'Éléments repérés' }).getByRole('option', { name: texte })
const volet = (page: Page) => page.getByRole('region', { name: 'Ce qui est repéré' })

/** Moves with the arrows until this marker has the focus. */
async function viser(page: Page, texte: RegExp): Promise<void> {
  await page.keyboard.press('Home')
  for (let i = 0; i < 40; i++) {
    if (
      await repere(page, texte)
        .first()
        .evaluate((e) => e === document.activeElement)
    )
      return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`not reached: ${texte}`)
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`Pièces à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('coller une audition, confirmer, écarter : la citation suit au triage et sur la fiche', async ({
      app,
    }) => {
      const page = await preparer(app)
      const regarder = async (ecran: string) => {
        await pageSansDefilement(page)
        await accessible(page)
        await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
      }
      await regarder('pieces-vide')
      await coller(page, AUDITION)
      await expect(page.getByRole('radio', { name: /^Audition/ })).toBeFocused()
      await regarder('pieces-ajout')
      await page.keyboard.type('a')
      await expect(repere(page, /^Produits : cocaïne basée \(crack\)/)).toBeFocused()
      await regarder('pieces')

      await page.keyboard.type('o')
      await expect(repere(page, /^Produits/)).toContainText('confirmé')
      await page.keyboard.press('Enter')
      await expect(repere(page, /^Fréquence/).first()).toBeFocused()
      await page.keyboard.type('n')
      await expect(repere(page, /^Fréquence/).first()).toContainText('écarté')
      await viser(page, /^Situation de logement : à la rue/)
      await page.keyboard.type('o')
      await expect(repere(page, /hébergé chez/i)).toBeFocused()
      await page.keyboard.type('p')
      await expect(repere(page, /hébergé chez/i)).toContainText('passé')

      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const ignores = page.getByRole('group', { name: 'Ignorés' })
      await expect(ignores.getByRole('option', { name: /^Psychose ignoré.*concerne un tiers/ })).toBeVisible()
      await expect(ignores.getByRole('option', { name: /^Cannabis ignoré.*concerne un tiers/ })).toBeVisible()
      await regarder('pieces-ignores')

      await page.keyboard.press('Escape')
      await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui, source Audition p\. 2$/)
      await expect(ligne(page, 'Sans logement stable')).toHaveAccessibleName(/, oui, source Audition p\. 3$/)
      await expect(ligne(page, 'Signes ou suivi psychiatrique')).toHaveAccessibleName(/, sans réponse$/)
      await expect(page.getByLabel('Source de Addiction')).toHaveAttribute(
        'title',
        /audition p\. 2\s: «.*Je fume du crack tous les jours/,
      )
      await enregistre(page)
      await page.screenshot({ path: join(IMAGES, `pieces-triage-${nom}.png`) })

      const [dossier] = await dossiersDuJour(page)
      const { fichier } = await obtenir(page, 'documents.produire', {
        dossier: dossier?.id ?? '',
        document: 'fiche',
      })
      const fiche = execFileSync('pdftotext', [fichier, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
      expect(fiche).toContain('dit à l’audition p. 2 – déclaré')
      expect(fiche).toContain('dit à l’audition p. 3 – déclaré')
      expect(fiche).not.toMatch(/pieces\.|schizo/)
    })
  })
}

test('Ctrl+Z reprend la dernière réponse ; tout revient après un verrouillage et un redémarrage', async ({
  app,
}) => {
  let page = await preparer(app)
  await lirePiece(page, AUDITION)
  await expect(repere(page, /^Produits/)).toBeFocused()
  await page.keyboard.type('oon')
  await expect(repere(page, /^Fréquence/).first()).toContainText('écarté')
  await page.keyboard.press('Control+z')
  await expect(repere(page, /^Fréquence/).first()).toContainText('à confirmer')
  await page.keyboard.press('Control+z')
  await expect(repere(page, /^Addiction : oui/).first()).toContainText('à confirmer')
  await expect(repere(page, /^Produits/)).toContainText('confirmé')
  await viser(page, /^Fréquence/)
  await page.keyboard.type('t')
  await enregistre(page)

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await page.content()).not.toMatch(/crack|Audition/)
  await deverrouiller(page)
  await expect(repere(page, /^Addiction : oui/).first()).toBeFocused()
  await expect(repere(page, /^Produits/)).toContainText('confirmé')

  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await page.keyboard.press('F10')
  await expect(repere(page, /^Addiction : oui/).first()).toBeFocused()
  await expect(repere(page, /^Produits/)).toContainText('confirmé')
  await expect(repere(page, /^Fréquence/).first()).toContainText('tiers')
})

test('deux pièces qui se contredisent : la réponse est contradictoire, et le triage le montre', async ({
  app,
}) => {
  const page = await preparer(app)
  await lirePiece(page, AUDITION)
  await expect(repere(page, /^Produits/)).toBeFocused()
  await viser(page, /^Situation de logement : à la rue/)
  await page.keyboard.type('o')
  await lirePiece(page, 'Il est hébergé chez un ami depuis deux mois.', 'e')
  await expect(repere(page, /^Situation de logement : hébergé/)).toBeFocused()
  await expect(volet(page)).toContainText('Confirmer les rend contradictoires.')
  await page.keyboard.type('o')
  await page.keyboard.press('Escape')
  const precision = page.getByRole('button', { name: /^Précision de Sans logement stable/ })
  await expect(precision).toHaveAccessibleName(/contradictoire/)
  await expect(precision).toHaveAttribute('title', /audition p\. 3.*rue depuis six mois/s)
  await expect(precision).toHaveAttribute('title', /enquête sociale.*chez un ami/s)
})

test('un texte sans élément dit « aucun élément trouvé dans ce texte », jamais une absence', async ({
  app,
}) => {
  const page = await preparer(app)
  await lirePiece(page, 'Le véhicule est stationné devant la gare. La vitre avant est brisée.', 'x')
  await expect(page.getByText('Aucun élément trouvé dans ce texte.')).toBeVisible()
  expect(await page.content()).not.toMatch(/pas d.addiction|aucune addiction/i)
  const [dossier] = await dossiersDuJour(page)
  expect(dossier?.declarations.filter((d) => /^(addiction|logement|psy)\./.test(d.fait))).toEqual([])
})

test('un texte commencé n’est perdu ni par Échap, ni par un verrouillage', async ({ app }) => {
  const page = await preparer(app)
  await page.keyboard.type('Je dors à la rue.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radiogroup').first()).toBeVisible()
  await page.keyboard.press('F10')
  await expect(page.getByRole('textbox', { name: 'Texte de la pièce' })).toHaveValue('Je dors à la rue.')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await page.content()).not.toContain('à la rue')
  await deverrouiller(page)
  await expect(page.getByRole('option', { name: /^Pièce/ })).toBeVisible()
  await expect(repere(page, /^Situation de logement : à la rue/)).toBeFocused()
})

test('retirer une pièce laisse ce qui y a été confirmé ; Ctrl+Z remet le texte', async ({ app }) => {
  const page = await preparer(app)
  await lirePiece(page, AUDITION)
  await expect(repere(page, /^Produits/)).toBeFocused()
  await page.keyboard.type('oo')
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(page.getByRole('option', { name: /^Audition/ })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/Ce qui y a été confirmé reste, avec sa citation/)).toBeVisible()
  await expect(page.getByText('Pièces (0)')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui, source Audition p\. 2$/)
  await page.keyboard.press('F10')
  await expect(page.getByRole('textbox', { name: 'Texte de la pièce' })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Control+z')
  await expect(repere(page, /^Produits/)).toContainText('confirmé')
})

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

function docx(texte: string): Buffer {
  const corps = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${texte}</w:t></w:r></w:p></w:body></w:document>`
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${WORD}.main+xml"/></Types>`
  return Buffer.from(zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8(corps) }))
}

test('un document Word s’ouvre et se lit ; un programme renommé ou un fichier vide dit une phrase, rien n’entre', async ({
  app,
}) => {
  const page = await preparer(app)
  const fichier = page.getByLabel('Fichier de la pièce')
  const mauvais = [
    {
      name: 'audition.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from([0x4d, 0x5a, 0x90, ...new Array(200).fill(0)]),
    },
    { name: 'vide.docx', mimeType: WORD, buffer: Buffer.alloc(0) },
  ]
  for (const m of mauvais) {
    await fichier.setInputFiles(m)
    const refus = page.getByRole('alert')
    await expect(refus).toHaveText(m.name === 'vide.docx' ? /vide/ : /programme/)
    expect(((await refus.textContent()) ?? '').match(/[.!?](\s|$)/g)).toHaveLength(1)
    await expect(page.getByText('Pièces (0)')).toBeVisible()
  }
  await fichier.setInputFiles({
    name: 'enquete_sociale.docx',
    mimeType: WORD,
    buffer: docx('Monsieur est hébergé chez un ami. Il est suivi au CSAPA pour son addiction à l’alcool.'),
  })
  await expect(page.getByText('enquete_sociale.docx')).toBeVisible()
  await expect(page.getByRole('radio', { name: /^Audition/ })).toBeFocused()
  await page.keyboard.type('e')
  await expect(page.getByRole('option', { name: /^Enquête sociale/ })).toBeVisible()
  await expect(repere(page, /^Situation de logement : hébergé/)).toBeVisible()
})

test('une reconnaissance longue se suit page à page et s’interrompt au clavier : rien n’entre, le fichier suivant se lit', async ({
  app,
}) => {
  const page = await preparer(app)
  const fichier = page.getByLabel('Fichier de la pièce')
  await fichier.setInputFiles({
    name: 'scan.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdf({ pages: 12, image: telecopie('FELIETTE') })),
  })
  await expect(page.getByText(/^Reconnaissance des pages scannées\s: page \d+ sur 12$/)).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Lecture du fichier' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('progressbar')).toBeHidden()
  await expect(page.getByText('Pièces (0)')).toBeVisible()
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(1)
  await fichier.setInputFiles({
    name: 'enquete_sociale.docx',
    mimeType: WORD,
    buffer: docx('Monsieur est hébergé chez un ami.'),
  })
  await expect(page.getByRole('radio', { name: /^Audition/ })).toBeFocused()
  await page.keyboard.type('e')
  await expect(repere(page, /^Situation de logement : hébergé/)).toBeVisible()
})

test('profil enquête : l’écran lit et confirme de même', async ({ app }) => {
  const page = await preparer(app, 'enquete')
  await lirePiece(page, AUDITION)
  await expect(repere(page, /^Produits/)).toBeFocused()
  await page.keyboard.type('oo')
  await page.keyboard.press('Escape')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui, source Audition p\. 2$/)
})
