import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright/test'
import type { Declaration } from '../../domain/index.ts'
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

/** The triage between two telephone calls: short mode, resume mark, note, what stays in view. Keyboard only. */

const PROCEDURE = { origine: 'procedure', verifie: true } as const
const MINUTE = 60_000

const reperage = (page: Page) => page.getByRole('region', { name: 'Repérage' })
const question = (page: Page) => page.getByRole('region', { name: 'Question suivante' })
const note = (page: Page) => page.getByLabel(/^Note( \(parquet\))?$/).and(page.locator('textarea'))
const marque = (page: Page) => reperage(page).getByRole('note')
const aujourdhui = () => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date())

function rangee(page: Page, libelle: string): Locator {
  return reperage(page)
    .locator('[data-ligne]')
    .filter({ has: ligne(page, libelle) })
}

/** An invented person of the day, with what is already declared of them. */
async function deposer(page: Page, nom: string, declarations: Declaration[]): Promise<void> {
  await obtenir(page, 'dossiers.creer', {
    id: randomUUID(),
    dateAudience: aujourdhui(),
    identite: {
      numeroParquet: '26325000123',
      personne: { nom, prenoms: 'Camille', dateNaissance: '1990-02-01' },
    },
    declarations,
  })
}

const ilYA = (minutes: number) => new Date(Date.now() - minutes * MINUTE).toISOString()

test('mode court : quatre questions, le reste non exploré ; ce qui est dit reste montré', async ({ app }) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Courte')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('o')
  await page.keyboard.press('Control+m')
  const bouton = () => page.getByRole('button', { name: /^Mode court\s: 4 questions/ })
  await expect(bouton()).toHaveAttribute('aria-pressed', 'true')
  const lignes = reperage(page).locator('[data-ligne]')
  await expect(lignes).toHaveCount(5)
  await expect(reperage(page)).toContainText('9 autres lignes restent «\u00a0non exploré\u00a0»')
  await expect(page.getByRole('option', { name: /COURTE|Courte/ })).toContainText('0/4')
  // The row in hand was one of those that left.
  await expect(reperage(page).locator(':focus')).toHaveCount(1)

  // A line cleared stays where it is, and under the focus.
  await ligne(page, 'Consommation liée aux faits').getByRole('radio').first().focus()
  await page.keyboard.press('Backspace')
  await expect(lignes).toHaveCount(5)
  await expect(rangee(page, 'Consommation liée aux faits').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('o')

  // The best question of all, said to be outside the mode when it is.
  await page.keyboard.press('F6')
  for (let i = 0; i < 12 && !(await question(page).textContent())?.includes('hors mode court'); i++) {
    const avant = (await question(page).textContent()) ?? ''
    if (await question(page).getByRole('radiogroup').isHidden()) break
    await page.keyboard.press('?')
    await expect(question(page)).not.toHaveText(avant)
  }
  await expect(question(page)).toContainText('hors mode court')
  await enregistre(page)

  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(bouton()).toBeVisible()
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('button', { name: /^Mode court Ctrl/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await expect(page.locator('[data-ligne]')).toHaveCount(14)
})

test('la question suivante nomme ses dispositifs à la touche Entrée', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Raisons')
  await page.keyboard.press('F6')
  await expect(question(page)).toContainText(/tranche \d+ dispositifs/)
  await expect(question(page)).not.toContainText('L’Ouvrage')
  await page.keyboard.press('Enter')
  await expect(question(page)).toContainText('L’Ouvrage')
  await page.keyboard.press('Enter')
  await expect(question(page)).not.toContainText('L’Ouvrage')
  // Answering still takes one key, and the next question starts closed.
  await page.keyboard.press('Enter')
  await page.keyboard.press('o')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui,/)
  await expect(question(page).getByRole('button', { expanded: true })).toHaveCount(0)
})

test('« Vous en étiez ici » : après un redémarrage, un autre écran, et jusqu’à la réponse suivante', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await deposer(page, 'Reprise', [
    declaration('addiction.conduite', true, { date: ilYA(9) }),
    declaration('addiction.lienFaits', true, { date: ilYA(6) }),
    // Said by another profile: not where this one was.
    declaration('accord.evaluation', true, { date: ilYA(2), auteur: { role: 'enquete' } }),
  ])
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(marque(page)).toHaveText(/^Vous en étiez ici – il y a [6-9]\smin$/)
  await expect(rangee(page, 'Suivi ou soins en cours')).toHaveAttribute('data-reprise', '')
  await expect(rangee(page, 'Suivi ou soins en cours').locator(':focus')).toHaveCount(1)
  await sansDefilement(page)
  await accessible(page)

  // Moving about leaves it; answering takes it away.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(marque(page)).toBeVisible()
  await page.keyboard.press('F4')
  await page.getByText(/À lire à voix haute/).waitFor()
  await page.keyboard.press('Escape')
  await expect(rangee(page, 'Hébergement possible ce soir')).toHaveAttribute('data-reprise', '')
  await expect(rangee(page, 'Hébergement possible ce soir').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('n')
  await expect(marque(page)).toBeHidden()
  await expect(page.locator('[data-reprise]')).toHaveCount(0)

  await page.keyboard.press('Control+l')
  await deverrouiller(page)
  await expect(rangee(page, 'Signes ou suivi psychiatrique')).toHaveAttribute('data-reprise', '')
  await expect(marque(page)).toHaveText('Vous en étiez ici – à l’instant')
})

test('« Vous en étiez ici » après deux minutes sans une touche ; les minutes passent seules', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await page.clock.install()
  await ajouterDefere(page, 'Téléphone')
  await page.keyboard.press('ArrowDown')
  await expect(marque(page)).toBeHidden()
  await page.clock.fastForward(119_000)
  await expect(marque(page)).toBeHidden()
  await page.clock.fastForward(2 * MINUTE)
  await expect(marque(page)).toHaveText(/il y a [34]\smin$/)
  const rangs = await page.evaluate(() => {
    const changes: string[] = []
    new MutationObserver((m) => {
      for (const x of m) changes.push((x.target.parentElement ?? (x.target as Element)).className)
    }).observe(document.querySelector('[aria-label="Repérage"]') as Node, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
    Object.assign(window, { changes })
    return changes.length
  })
  expect(rangs).toBe(0)
  await page.clock.fastForward(3 * MINUTE)
  await expect(marque(page)).toHaveText(/il y a [67]\smin$/)
  const changes = await page.evaluate(() => (window as unknown as { changes: string[] }).changes)
  expect(new Set(changes).size, changes.join('\n')).toBe(1)
  await page.keyboard.press('o')
  await expect(marque(page)).toBeHidden()

  // Away from a text being typed: what follows must not answer a line.
  await page.keyboard.press('Shift+F6')
  await page.keyboard.type('rappeler')
  await page.clock.fastForward(3 * MINUTE)
  await expect(marque(page)).toBeVisible()
  await expect(note(page)).toBeFocused()
})

test('note : gardée en tapant, n’a aucune touche, revient d’une pièce à l’autre, ne s’imprime jamais', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Notée')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+F6')
  await expect(note(page)).toBeFocused()
  await expect(note(page)).toHaveAccessibleName('Note (parquet)')
  await expect(page.getByText('Ne s’imprime jamais.')).toBeVisible()
  await page.keyboard.type('on ne sait pas ? oui, non')
  // Without leaving the field.
  await expect
    .poll(async () => (await dossiersDuJour(page))[0]?.declarations.at(-1)?.valeur)
    .toBe('on ne sait pas ? oui, non')
  await expect(reperage(page).locator('[data-repondue]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(rangee(page, 'Consommation liée aux faits').locator(':focus')).toHaveCount(1)

  // A lock in the middle of a word loses nothing.
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('End')
  await page.keyboard.type(' – fin')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await page.content()).not.toContain('on ne sait pas')
  await deverrouiller(page)
  await expect(note(page)).toHaveValue('on ne sait pas ? oui, non – fin')

  // Too long: one sentence, nothing added, nothing lost.
  await page.keyboard.press('Shift+F6')
  await expect(note(page)).toBeFocused()
  await page.evaluate(() => {
    const champ = document.activeElement as HTMLTextAreaElement
    const presse = new DataTransfer()
    presse.setData('text/plain', 'x'.repeat(2100))
    champ.dispatchEvent(new ClipboardEvent('paste', { clipboardData: presse, bubbles: true }))
    document.execCommand('insertText', false, 'x'.repeat(2100))
  })
  await expect(page.getByText(/La note garde 2\s000 caractères/)).toBeVisible()
  await expect(note(page)).toHaveValue('on ne sait pas ? oui, non – fin')

  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(note(page)).toHaveValue('on ne sait pas ? oui, non – fin')
})

test('Ctrl+Entrée va de personne en personne ; à la dernière, F3', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Première')
  await page.keyboard.press('F3')
  await ajouterDefere(page, 'Seconde')
  await page.keyboard.press('Control+ArrowUp')
  await expect(page.getByRole('heading', { name: /^1\. / })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /^2\. / })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Dernier dossier du jour\. F3\s: permanence\./)).toBeVisible()
  await expect(page.getByRole('heading', { name: /^2\. / })).toBeVisible()
})

test('ce qui est en train d’être tapé reste à sa personne quand on passe à la suivante', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Première')
  await page.keyboard.press('F3')
  await ajouterDefere(page, 'Seconde')
  await page.keyboard.press('Control+ArrowUp')
  await expect(page.getByRole('heading', { name: /^1\. / })).toBeVisible()

  // A précision in hand, then the note: neither is left by hand.
  await ligne(page, 'Condamnations').getByRole('radio').first().focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Précision de Condamnations').fill('3 depuis 2018')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /^2\. / })).toBeVisible()
  await expect(page.getByLabel('Précision de Condamnations')).not.toContainText('2018')
  await note(page).focus()
  await page.keyboard.type('note de la seconde')
  await page.keyboard.press('Control+ArrowUp')
  await expect(page.getByRole('heading', { name: /^1\. / })).toBeVisible()
  await expect(note(page)).toHaveValue('')
  await expect(page.getByRole('button', { name: /^Précision de Condamnations/ })).toContainText(
    '3 depuis 2018',
  )

  await enregistre(page)
  const [premiere, seconde] = await dossiersDuJour(page)
  expect(premiere?.declarations.find((d) => d.fait === 'antecedents.condamnations')?.valeur).toBe(3)
  expect(premiere?.declarations.some((d) => d.fait === 'permanence.note')).toBe(false)
  expect(seconde?.declarations.map((d) => [d.fait, d.valeur])).toContainEqual([
    'permanence.note',
    'note de la seconde',
  ])
  expect(seconde?.declarations.some((d) => d.fait === 'antecedents.condamnations')).toBe(false)

  // The row in hand is known again although the focus was already in the same place.
  await ligne(page, 'Addiction').getByRole('radio').first().focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /^2\. / })).toBeVisible()
  await expect(ligne(page, 'Addiction').getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('F5')
  await page.keyboard.press('Escape')
  await expect(ligne(page, 'Addiction').getByRole('radio').first()).toBeFocused()
})

const VIF = 'Violences sur conjoint en présence d’un mineur, en récidive'

/** Twelve people; the first one with all that the screen may have to say at once. */
async function remplir(page: Page): Promise<void> {
  const jour = aujourdhui()
  await deposer(page, 'Modele-Delalonguerue', [
    declaration('procedure.categorie', 'violences-conjugales', PROCEDURE),
    declaration('procedure.qualification', VIF, PROCEDURE),
    declaration('procedure.dateFaits', jour, PROCEDURE),
    declaration('procedure.detentionEnvisagee', true, PROCEDURE),
    declaration('permanence.finGardeAVue', `${jour}T00:40`, PROCEDURE),
    declaration('permanence.note', 'Rappeler la sœur avant midi ; voir le certificat.', PROCEDURE),
    declaration('suivi.japRessort', 'Paris', { origine: 'appi', verifie: true, date: ilYA(30) }),
    declaration('addiction.conduite', true, { origine: 'procedure', date: ilYA(20) }),
    declaration('psy.troubleDeclare', true, { date: ilYA(12) }),
    declaration('psy.traitement', true, { date: ilYA(11) }),
    declaration('personne.mesureProtection', 'curatelle', { origine: 'enquete', date: ilYA(6) }),
  ])
  for (const [rang, nom] of ['Exemple', 'Témoin', 'Essai', 'Figure', 'Motif', 'Type'].entries())
    await deposer(page, nom, [
      declaration('addiction.conduite', rang % 2 === 0),
      ...(rang < 2 ? [declaration('orientation.choix', ['ouvrage', 'siao'], PROCEDURE)] : []),
    ])
  for (const nom of ['Patron', 'Gabarit', 'Canevas', 'Ébauche', 'Esquisse']) await deposer(page, nom, [])
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('douze personnes, quinze lignes, la note, l’avertissement : rien à faire défiler', async ({
      app,
    }) => {
      let page = await ouvrir(app)
      await remplir(page)
      page = await app.relancer()
      await deverrouiller(page)
      await ouvrirPremier(page)
      await expect(reperage(page).locator('[data-ligne]')).toHaveCount(15)
      const avertissement = page.getByRole('note').filter({ hasText: 'Violences intrafamiliales' })
      await expect(avertissement).toContainText('motivation spéciale et interdiction de contact à prévoir.')
      await expect(avertissement).toContainText('132-45 9°, 13° et 18° CP')
      await expect(page.getByRole('list', { name: 'Alertes' })).not.toContainText('intrafamiliales')
      const vue = page.getByRole('list', { name: 'À garder en vue' })
      await expect(vue).toContainText('Psychique : oui (déclaré)')
      await expect(vue).toContainText('Curatelle (déclaré)')
      await expect(page.getByText(/^20\sh( atteintes)? à 20\sh\s40$/)).toBeVisible()
      await expect(page.getByText(/^Audience 13\sh\s00/)).toBeVisible()
      await expect(marque(page)).toHaveText(/^Vous en étiez ici – il y a [6-9]\smin$/)
      await expect(page.getByRole('option').nth(1)).toContainText('L’Ouvrage')
      await page.screenshot({ path: join(IMAGES, `triage-plein-${nom}.png`) })
      await pageSansDefilement(page)
      await sansDefilement(page)
      await accessible(page)

      await page.keyboard.press('Control+m')
      await sansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `triage-court-${nom}.png`) })
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name: /^2\. / }).waitFor()
      // Nothing of the person before stays in the pane.
      await expect(page.locator('aside').getByText('L’Ouvrage', { exact: true })).toHaveCount(1)
      await sansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `triage-court-suivant-${nom}.png`) })

      await page.keyboard.press('Control+m')
      await page.keyboard.press('Control+ArrowUp')
      await page.emulateMedia({ forcedColors: 'active' })
      await expect(marque(page)).toBeVisible()
      await page.screenshot({ path: join(IMAGES, `triage-contraste-force-${nom}.png`) })
    })
  })
}

test('à 150 et 200 % de zoom, les volets s’empilent et défilent, sans débord de côté', async ({ app }) => {
  let page = await ouvrir(app)
  await remplir(page)
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  for (const [width, height] of [
    [911, 512],
    [683, 384],
  ] as const) {
    await page.setViewportSize({ width, height })
    const mesure = await page.evaluate(() => ({
      largeur: document.documentElement.scrollWidth,
      hauteur: document.documentElement.scrollHeight,
    }))
    expect(mesure.largeur).toBeLessThanOrEqual(width)
    expect(mesure.hauteur).toBeGreaterThan(height)
    await accessible(page)
    await page.screenshot({ path: join(IMAGES, `triage-zoom-${width}.png`), fullPage: true })
  }
})
