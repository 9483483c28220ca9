import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { Clavier, enregistre, ligne, ouvrir } from './gestes.ts'

/** The case that must run (issue « One dossier, end to end »), by keyboard only. The person is invented. */
async function saisir(page: Page): Promise<Clavier> {
  const clavier = new Clavier(page)
  await clavier.presser('Control+n')
  await expect(page.getByLabel('Nouveau déféré', { exact: true })).toBeFocused()
  await clavier.taper(
    `Modele Idir 0101${new Date().getFullYear() - 38} 26325000123 vol avec dégradation de vitre (deux pulls)`,
  )
  await clavier.presser('Control+Enter')
  await expect(ligne(page, 'Addiction').getByRole('radio', { name: 'oui' })).toBeFocused()
  // What the line does not ask: the category as read, the day of the facts, the flagrance.
  await clavier.presser('F2', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab')
  await clavier.taper('vol')
  await clavier.presser('Tab', 'Control+;', 'Tab', 'Tab')
  await clavier.taper('oui')
  await clavier.presser('Enter')
  await expect(ligne(page, 'Addiction').getByRole('radio', { name: 'oui' })).toBeFocused()

  await clavier.taper('ao') // addiction, said in audition
  await clavier.presser('ArrowUp', 'Enter')
  await clavier.taper('cra')
  await clavier.presser('Enter')
  await clavier.taper('tou')
  await clavier.presser('Enter', 'Enter')
  await clavier.taper('ao') // linked with the facts
  await clavier.taper('do') // care: an appointment that was not kept
  await clavier.presser('ArrowUp', 'Enter')
  await clavier.taper('RDV au CSAPA non honoré')
  await clavier.presser('Enter')
  await clavier.taper('do') // no home
  await clavier.presser('ArrowUp', 'Enter')
  await clavier.presser('ArrowUp') // the words, last in the form
  await clavier.taper('depuis une séparation')
  await clavier.presser('Enter')
  await clavier.taper('d?') // tonight
  await clavier.taper('dn') // psychiatry: asked, nothing
  await clavier.taper('dn')
  await clavier.taper('dn') // no protection measure
  await clavier.taper('bo') // ten convictions
  await clavier.taper('10 depuis 2018')
  await clavier.presser('Enter')
  await clavier.taper('co') // a measure, pronounced last week
  await clavier.presser('ArrowUp', 'Enter')
  await clavier.taper('contrainte pénale prononcée la semaine passée, pas encore affectée')
  await expect(page.getByText('« contrainte pénale » n’existe plus depuis le 24/03/2020')).toBeVisible()
  await clavier.presser('Enter')
  await clavier.taper('cn') // the JAP is another court's
  await clavier.taper('Paris')
  await clavier.presser('Enter')
  await clavier.presser('ArrowDown') // the call is not made yet
  await clavier.taper('cn') // nothing to execute
  await clavier.taper('do') // agrees
  await clavier.taper('do') // free Monday to Friday
  return clavier
}

const dispositif = (page: Page, nom: string) =>
  page.getByRole('complementary', { name: 'Orientation' }).getByRole('button', { name: nom })

async function lirePdf(page: Page): Promise<{ fichier: string; texte: string; infos: string }> {
  await page.keyboard.press('Control+p')
  const phrase = page.getByText(/^Fiche prête\s: /)
  await expect(phrase).toBeVisible()
  const fichier = ((await phrase.textContent()) ?? '').replace(/^Fiche prête\s: /, '')
  expect(existsSync(fichier)).toBe(true)
  const texte = execFileSync('pdftotext', [fichier, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  return { fichier, texte, infos: execFileSync('pdfinfo', [fichier], { encoding: 'utf8' }) }
}

test('le cas d’Idir, au clavier seul, jusqu’à la fiche que lit le tribunal', async ({ app }) => {
  const page = await ouvrir(app)
  const clavier = await saisir(page)
  const touches = clavier.touches

  await test.step('L’Ouvrage : à vérifier, à cause de O7 seul, avec l’appel à faire', async () => {
    await expect(dispositif(page, 'L’Ouvrage')).toContainText('À vérifier')
    const volet = page.getByRole('complementary', { name: 'Orientation' })
    await expect(volet.getByText('1 à vérifier').first()).toBeVisible()
    await expect(
      volet.getByText(/Le JAP compétent est celui de Paris et son accord n’est pas recueilli/),
    ).toBeVisible()
    await expect(volet.getByText(/Appeler le JAP de Paris avant l’audience/)).toBeVisible()
    await expect(
      volet.getByText(/compétent accepte-t-il une prise en charge hors de son ressort/),
    ).toBeVisible()
    await expect(
      volet.getByText(/à vérifier avant de requérir|à revérifier avant de requérir/).first(),
    ).toBeVisible()
  })

  await test.step('AILSI : hors critères, avec toutes ses raisons', async () => {
    const ailsi = dispositif(page, 'AILSI')
    await expect(ailsi).toContainText('Hors critères')
    if ((await ailsi.getAttribute('aria-expanded')) === 'false') await ailsi.press('Enter')
    for (const raison of [
      /AILSI ne concerne que Marseille/,
      /aucun trouble sévère/,
      /inclusions sont closes/,
    ])
      await expect(page.getByText(raison).first()).toBeVisible()
  })

  await test.step('l’ancien nom n’est proposé nulle part', async () => {
    const options = await page
      .locator('option, [role="option"], [role="radio"]')
      .evaluateAll((liste) => liste.map((o) => o.getAttribute('label') ?? o.textContent ?? ''))
    expect(options.join(' ')).not.toMatch(/contrainte pénale|mise à l’épreuve|SME|rappel à la loi/i)
  })

  await test.step('Ctrl+P : une page, balisée, avec les sources, les manques et la mention', async () => {
    await enregistre(page)
    const { texte, infos } = await lirePdf(page)
    expect(infos).toMatch(/Pages:\s+1\n/)
    expect(infos).toMatch(/Tagged:\s+yes/)
    for (const attendu of [
      /26325000123/,
      /MODELE Idir/i,
      /L’Ouvrage/,
      /À vérifier/i,
      /JAP de Paris/,
      /cocaïne basée \(crack\)/,
      /tous les jours/,
      /audition/,
      /RDV au CSAPA non honoré/,
      /depuis une séparation/,
      /contrainte pénale/,
      /sursis probatoire/,
      /AILSI/,
      /Hors critères/i,
      /Aide à la préparation – ne lie ni le parquet ni le tribunal/,
    ])
      expect(texte).toMatch(attendu)
    expect(texte).not.toMatch(/éligible|score|toxicomane/i)
  })

  await test.step('le JAP accepte : profil à évaluer', async () => {
    await ligne(page, 'Accord du JAP hors ressort').getByRole('radio').first().focus()
    await clavier.taper('to')
    await expect(dispositif(page, 'L’Ouvrage')).toContainText('Profil à évaluer')
    await expect(ligne(page, 'Accord du JAP hors ressort')).toHaveAccessibleName(/, oui, source Appel$/)
    const { texte } = await lirePdf(page)
    expect(texte).toMatch(/Profil à évaluer/i)
  })

  await test.step('le JAP refuse à la place : hors critères', async () => {
    await clavier.presser('Control+z', 'Backspace')
    await expect(dispositif(page, 'L’Ouvrage')).toContainText('À vérifier')
    await clavier.taper('n')
    await expect(dispositif(page, 'L’Ouvrage')).toContainText('Hors critères')
    await expect(ligne(page, 'Accord du JAP hors ressort')).toHaveAccessibleName(/, non, source Appel$/)
  })

  const ligneDeCompte = `Cas d’Idir : ${touches} touches, identité et précisions comprises`
  test.info().annotations.push({ type: 'touches', description: ligneDeCompte })
  process.stdout.write(`${ligneDeCompte}\n`)
  expect(touches).toBeLessThan(400)
})
