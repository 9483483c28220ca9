import { appeler, expect, obtenir, test } from './fixtures.ts'
import {
  ajouterDefere,
  declaration,
  deverrouiller,
  dossiersDuJour,
  enregistre,
  ligne,
  ouvrir,
  ouvrirPremier,
} from './gestes.ts'

test('o, n, ?, « , » et i répondent dans la ligne, puis passent à la suivante', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Touches')
  await page.keyboard.type('on?,iON')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName('Addiction, oui, source à préciser')
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, non,/)
  for (const libelle of ['Suivi ou soins en cours', 'Sans logement stable', 'Hébergement possible ce soir'])
    await expect(ligne(page, libelle)).toHaveAccessibleName(/, ne sait pas,/)
  await expect(ligne(page, 'Signes ou suivi psychiatrique')).toHaveAccessibleName(/, oui,/)
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName(/, non,/)
  await expect(ligne(page, 'Tutelle / curatelle').getByRole('radio', { name: 'oui' })).toBeFocused()

  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Backspace')
  await expect(ligne(page, 'Traitement en cours')).toHaveAccessibleName('Traitement en cours, sans réponse')
  await page.keyboard.press('ArrowDown')
  await expect(ligne(page, 'Tutelle / curatelle').getByRole('radio', { name: 'oui' })).toBeFocused()

  // Neither a shortcut of the screen nor a letter outside the lines answers anything.
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await page.keyboard.type('n')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui,/)
})

test('une lettre donne la source, avant ou après la réponse ; elle n’est jamais remplie d’avance', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Sources')
  await expect(page.getByLabel('Source de Addiction')).toHaveValue('')
  await page.keyboard.type('ao')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName('Addiction, oui, source Audition')
  await page.keyboard.type('o')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('e')
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, oui, source ESR$/)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Source de Consommation liée aux faits')).toBeFocused()
  await page.keyboard.type('p')
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, oui, source Pièce$/)
  await enregistre(page)

  const [dossier] = await dossiersDuJour(page)
  const retirees = new Set(dossier?.declarations.flatMap((d) => d.retire ?? []))
  const vivantes = (dossier?.declarations ?? []).filter(
    (d) => d.fait.startsWith('addiction.') && !retirees.has(d.id),
  )
  expect(vivantes.map((d) => [d.fait, d.valeur, d.origine, d.verifie, d.precision])).toEqual([
    ['addiction.conduite', true, 'procedure', false, undefined],
    ['addiction.lienFaits', true, 'document', false, undefined],
  ])
})

test('Ctrl+Z remonte aussi loin que les réponses, y compris après un redémarrage', async ({ app }) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Annulations')
  await page.keyboard.type('on')
  await enregistre(page)
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, non,/)
  await page.keyboard.press('Control+z')
  await expect(ligne(page, 'Consommation liée aux faits')).toHaveAccessibleName(/, sans réponse$/)
  await expect(page.getByText('Annulé : Consommation liée aux faits.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName('Addiction, sans réponse')
  await expect(ligne(page, 'Addiction').getByRole('radio', { name: 'oui' })).toBeFocused()
})

test('une réponse dite enregistrée est là après l’arrêt, sa précision aussi, sans avoir quitté le champ', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Redémarrage')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('o')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type('suivi au CSAPA')
  await expect
    .poll(async () => (await dossiersDuJour(page))[0]?.declarations.at(-1))
    .toMatchObject({ precision: 'suivi au CSAPA', sourceAPreciser: true })
  await enregistre(page)
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(page.getByRole('button', { name: 'Précision de Suivi ou soins en cours' })).toHaveText(
    'suivi au CSAPA',
  )
})

test('S7 — après Ctrl+L, rien ne reste dans la page ; le déverrouillage revient à la même ligne', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Verrouillage')
  await page.keyboard.type('oo')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('en cours de fra')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await page.content()).not.toMatch(/verrouillage[^<]*<|en cours de fra/i)
  await deverrouiller(page)
  await expect(ligne(page, 'Sans logement stable').getByRole('radio', { name: 'oui' })).toBeFocused()
})

test('verrouiller pendant la frappe d’un nouveau déféré le garde', async ({ app }) => {
  const page = await ouvrir(app)
  await page.keyboard.press('Control+n')
  await page.keyboard.type('Inachevé')
  await page.keyboard.press('Control+l')
  await deverrouiller(page)
  await expect(page.getByRole('heading', { name: /INACHEVÉ/ })).toBeVisible()
})

test('Entrée deux fois crée un seul déféré ; Échap garde ce qui est tapé', async ({ app }) => {
  const page = await ouvrir(app)
  await page.keyboard.press('Control+n')
  await page.keyboard.type('Double')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Nouveau déféré', { exact: true })).toBeHidden()
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Nouveau déféré', { exact: true })).toHaveValue('Double')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await enregistre(page)
  expect(await dossiersDuJour(page)).toHaveLength(1)
})

test('dates : quatre façons de les taper, Ctrl+; pour aujourd’hui, une phrase pour celle qui n’existe pas', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Dates')
  await page.keyboard.press('F2')
  const naissance = page.getByLabel('Né(e) le')
  const annee = new Date().getFullYear()
  for (const [tape, lu] of [
    ['2111', `21/11/${annee}`],
    ['21/11', `21/11/${annee}`],
    ['21111988', '21/11/1988'],
    ['21/11/88', '21/11/1988'],
    ['1/2/05', '01/02/2005'],
  ] as const) {
    await naissance.fill(tape)
    await naissance.press('Tab')
    await expect(naissance).toHaveValue(lu)
  }
  await naissance.fill('31/02/1990')
  await naissance.press('Enter')
  await expect(
    page.getByText('Cette date n’existe pas. Écrivez jour, mois, année : 21/11/2026.'),
  ).toBeVisible()
  await expect(naissance).toHaveValue('31/02/1990')
  await expect(naissance).toBeFocused()
  await naissance.press('Control+;')
  await expect(naissance).toHaveValue(
    new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris' }).format(new Date()),
  )
  await page.getByLabel('N° parquet').fill('2632')
  await page.keyboard.press('Tab')
  await expect(
    page.getByText('N° parquet : 11 chiffres attendus (ex. 26325000123). Vous pouvez continuer.'),
  ).toBeVisible()
  await expect
    .poll(async () => (await dossiersDuJour(page))[0])
    .toMatchObject({ numeroParquet: '2632', personne: { nom: 'Dates' } })
})

test('mineur au jour des faits : une phrase, les réponses restent et F2 corrige', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Mineur')
  await page.keyboard.type('o')
  await page.keyboard.press('F2')
  await page.getByLabel('Né(e) le').focus()
  await page.keyboard.type(`0101${new Date().getFullYear() - 16}`)
  await page.getByLabel('Date des faits').focus()
  await page.keyboard.press('Control+;')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: /mineur/i })).toBeVisible()
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui,/)
  await page.keyboard.press('F2')
  await page.getByLabel('Né(e) le').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('01011988')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Question suivante')).toBeVisible()
  await expect(page.getByText('né(e) le 01/01/1988')).toBeVisible()
})

test('réponses contradictoires : montrées comme telles, tranchées par une réponse', async ({ app }) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Contradiction')
  await enregistre(page)
  const [dossier] = await dossiersDuJour(page)
  const declarations = [
    declaration('addiction.conduite', true, { origine: 'procedure', date: '2026-01-02T09:00:00Z' }),
    declaration('addiction.conduite', false, { origine: 'enquete', date: '2026-01-02T09:01:00Z' }),
  ]
  await obtenir(page, 'declarations.ajouter', { dossier: dossier?.id ?? '', declarations })
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/^Addiction, contradictoire/)
  await expect(page.getByText('contradictoire : oui (Audition) / non (ESR)')).toBeVisible()
  await expect(page.getByText(/Les réponses se contredisent/).first()).toBeVisible()
  await ligne(page, 'Addiction').getByRole('radio', { name: 'oui' }).focus()
  await page.keyboard.type('o')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/^Addiction, oui/)
})

test('F6 va à la question suivante, qui se répond par o, n ou ? et laisse la place à la suivante', async ({
  app,
}) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Questions')
  await page.keyboard.press('F6')
  const question = page.getByRole('region', { name: 'Question suivante' })
  await expect(question.locator(':focus')).toBeVisible()
  await expect(question).toContainText('Consommez-vous de l’alcool, des drogues ou des médicaments')
  await expect(question).toContainText(/tranche \d+ dispositifs/)
  await page.keyboard.press('o')
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui,/)
  await expect(question).not.toContainText('Consommez-vous')

  // A question nobody could answer leaves its place to the next one.
  const avant = await question.textContent()
  await expect(question.locator(':focus')).toBeVisible()
  await page.keyboard.press('?')
  await expect(question).not.toHaveText(avant ?? '')
  await page.keyboard.press('Shift+F6')
  await expect(page.getByRole('region', { name: 'Repérage' }).locator(':focus')).toBeVisible()
})

test('profil enquête : ni casier, ni Cassiopée, ni APPI, nulle part', async ({ app }) => {
  const page = await ouvrir(app, 'enquete')
  await ajouterDefere(page, 'Enquêtée')
  const reperage = page.getByRole('region', { name: 'Repérage' })
  await expect(reperage.getByRole('radiogroup', { name: /, / })).toHaveCount(10)
  await expect(page.getByLabel('Source de Addiction').getByRole('option')).toHaveText([
    '',
    '',
    '',
    '',
    '',
    '',
  ])
  const texte = `${await page.locator('body').textContent()} ${await page
    .locator('option')
    .evaluateAll((o) => o.map((x) => (x as HTMLOptionElement).label).join(' '))}`
  expect(texte).not.toMatch(/casier|cassiop|APPI|bulletin|\bB1\b|condamnation|récidive|\bJAP du ressort/i)
  await page.keyboard.press('F1')
  await expect(page.getByRole('region', { name: 'Touches de cet écran' })).toBeVisible()
  expect(await page.locator('body').textContent()).not.toMatch(/casier|cassiop|APPI|bulletin/i)
})

test('un verrouillage venu du système garde ce qui est en train d’être tapé', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Système')
  await page.keyboard.type('o')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('dit qu’il vole pour en acheter')
  // As after a suspend: the store closes first, the page hears of it afterwards.
  await appeler(page, 'coffre.verrouiller', {})
  await deverrouiller(page)
  await expect(page.getByRole('button', { name: 'Précision de Consommation liée aux faits' })).toHaveText(
    'dit qu’il vole pour en acheter',
  )
  await enregistre(page)
})

test('Ctrl+Z annule un acte entier, Ctrl+Y le rétablit, y compris après un redémarrage', async ({ app }) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Historique')
  await page.keyboard.type('o')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.keyboard.type('cra')
  await page.keyboard.press('Enter')
  await page.keyboard.type('quo')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.type('n')
  await expect(page.getByRole('button', { name: 'Précision de Addiction' })).toHaveText('')
  await enregistre(page)
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Annulé : Addiction, 3 réponses. Ctrl+Y rétablit.')).toBeVisible()
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, oui,/)
  await expect(page.getByRole('button', { name: /^Précision de Addiction/ })).toHaveText(
    /crack.*tous les jours/,
  )
  await expect(ligne(page, 'Addiction').locator(':focus')).toBeVisible()
  await enregistre(page)
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await page.keyboard.press('Control+Shift+z')
  await expect(page.getByText('Rétabli : Addiction, 3 réponses.')).toBeVisible()
  await expect(ligne(page, 'Addiction')).toHaveAccessibleName(/, non,/)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('n')
  await page.keyboard.press('Control+y')
  await expect(page.getByText('Rien à rétablir.')).toBeVisible()

  // The same history from another screen.
  await page.keyboard.press('F8')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Annulé : Consommation liée aux faits. Ctrl+Y rétablit.')).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(page.getByText('Rétabli : Consommation liée aux faits.')).toBeVisible()
})

test('deux villes de JAP se contredisent : chacune avec sa source, une lettre choisit, Ctrl+Z les rend', async ({
  app,
}) => {
  let page = await ouvrir(app)
  await ajouterDefere(page, 'Deux villes')
  await enregistre(page)
  const [dossier] = await dossiersDuJour(page)
  const declarations = [
    declaration('suivi.japRessort', 'Paris', {
      origine: 'appi',
      verifie: true,
      date: '2026-01-02T09:00:00Z',
    }),
    declaration('suivi.japRessort', 'Bobigny', { origine: 'procedure', date: '2026-01-02T09:01:00Z' }),
  ]
  await obtenir(page, 'declarations.ajouter', { dossier: dossier?.id ?? '', declarations })
  page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  await expect(page.getByText('contradictoire : Paris (APPI, vérifié) / Bobigny (Audition)')).toBeVisible()
  await ligne(page, 'JAP du ressort').getByRole('radio', { name: 'oui' }).focus()
  await page.keyboard.press('Enter')
  const choix = page.getByRole('listbox', { name: /réponses contradictoires/ })
  await expect(choix.getByRole('option')).toHaveText([/a Paris — APPI, vérifié/, /b Bobigny — Audition/])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a')
  await expect(ligne(page, 'JAP du ressort')).toHaveAccessibleName(/, non, source APPI$/)
  await page.keyboard.press('Control+z')
  await expect(ligne(page, 'JAP du ressort')).toHaveAccessibleName(/contradictoire/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(ligne(page, 'JAP du ressort')).toHaveAccessibleName(/, oui, source Audition$/)
})

test('logement : quatre questions, une touche chacune, et le code qui se forme', async ({ app }) => {
  const page = await ouvrir(app)
  await ajouterDefere(page, 'Logement')
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const forme = page.getByRole('group', { name: 'Précision de Sans logement stable' })
  await expect(forme.getByRole('listbox', { name: 'Nuit avant l’interpellation' })).toBeFocused()
  // Enter answers nothing by itself.
  await page.keyboard.press('Enter')
  await expect(forme.locator('output')).toHaveText('pas encore de code')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('t')
  await expect(forme.locator('output')).toHaveText('E6 — hébergé chez un tiers, précaire')
  await page.keyboard.type('n')
  await expect(forme.locator('output')).toHaveText('E1 — à la rue, campement, voiture')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('v')
  await expect(forme.getByLabel('Téléphone de l’hôte')).toBeFocused()
  await page.keyboard.type('06 00 00 00 00')
  await page.keyboard.press('Enter')
  await expect(forme.getByRole('listbox', { name: 'Depuis' })).toBeFocused()
  await page.keyboard.type('u')
  await page.keyboard.type('n')
  await page.keyboard.type('d')
  await expect(forme).toBeHidden()
  await expect(ligne(page, 'Sans logement stable')).toHaveAccessibleName(/, oui, source Dit$/)
  await expect(page.getByRole('button', { name: /^Précision de Sans logement stable/ })).toHaveText(
    'E6 — hébergé chez un tiers, précaire, depuis un à six mois, domiciliation : non',
  )
  await expect(ligne(page, 'Hébergement possible ce soir')).toHaveAccessibleName(/, ne sait pas, source Dit$/)
  await expect(page.getByRole('button', { name: /^Précision de Hébergement/ })).toHaveText(
    'à vérifier : 06 00 00 00 00',
  )
  // Tonight was answered in the form: the focus went past its line. A code given directly wins.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await forme.getByLabel('Donner le code directement').selectOption('E3')
  await expect(forme.locator('output')).toHaveText('E3 — CHRS, stabilisation, hôtel aidé (donné)')
  await page.keyboard.press('Escape')
  // « non » moves down: there is nothing to add.
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('n')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(ligne(page, 'Sans logement stable').locator(':focus')).toBeVisible()
})
