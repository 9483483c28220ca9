import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright/test'
import { type App, appeler, expect, obtenir, test } from './fixtures.ts'
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
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'

/** One déféré with what the case of the morning holds, on the triage. The person is invented. */
async function preparer(app: App, profil: 'parquet' | 'enquete' | 'defense' = 'parquet'): Promise<Page> {
  const vierge = await ouvrir(app, profil)
  await ajouterDefere(vierge, 'Modele')
  await enregistre(vierge)
  const [dossier] = await dossiersDuJour(vierge)
  const procedure = { origine: 'procedure', verifie: true, auteur: { role: profil } } as const
  const dit = { auteur: { role: profil } } as const
  await obtenir(vierge, 'declarations.ajouter', {
    dossier: dossier?.id ?? '',
    declarations: [
      declaration('personne.majeur', true, procedure),
      declaration('procedure.dateFaits', dossier?.dateAudience ?? '', procedure),
      declaration('procedure.categorie', 'vol', procedure),
      declaration('procedure.qualification', 'Vol avec dégradation de vitre', procedure),
      declaration('addiction.conduite', true, dit),
      declaration('addiction.lienFaits', true, dit),
      declaration('logement.situation', 'E1', dit),
      declaration('accord.evaluation', true, dit),
    ],
  })
  const page = await app.relancer()
  await deverrouiller(page)
  await ouvrirPremier(page)
  return page
}

const enListe = (page: Page, nom: string | RegExp) =>
  page.getByRole('navigation', { name: 'Documents' }).getByRole('button', { name: nom })
const apercu = (page: Page) => page.getByRole('region', { name: 'Aperçu' })
const cote = (page: Page) => page.getByRole('region', { name: 'Actions et contenu' })

/** F5, then down to the document of this name. */
async function ouvrirDocument(page: Page, nom: string): Promise<void> {
  if (!(await page.getByRole('heading', { name: 'Documents', level: 1 }).isVisible()))
    await page.keyboard.press('F5')
  await expect(page.getByRole('navigation', { name: 'Documents' })).toBeVisible()
  for (let i = 0; i < 12 && !(await enListe(page, nom).evaluate((e) => e === document.activeElement)); i += 1)
    await page.keyboard.press('ArrowDown')
  await expect(enListe(page, nom)).toBeFocused()
}

/** Path of the file that the status bar names. */
async function fichierDit(page: Page, debut: RegExp): Promise<string> {
  const statut = page.getByRole('contentinfo').getByRole('status')
  await expect(statut).toHaveText(debut)
  return ((await statut.textContent()) ?? '').replace(debut, '').replace(/\. [A-ZÀ-Ü].*$/, '')
}

const texteDe = (pdf: string) =>
  execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')

for (const { nom, viewport } of TAILLES) {
  test.describe(`Documents à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('chaque document au clavier ; la page ne défile pas, rien de grave pour axe', async ({ app }) => {
      const page = await preparer(app)
      const regarder = async (ecran: string) => {
        await pageSansDefilement(page)
        await accessible(page)
        await page.screenshot({ path: join(IMAGES, `${ecran}-${nom}.png`) })
      }
      await page.keyboard.press('F5')
      await expect(enListe(page, /^Fiche d’orientation/)).toBeFocused()
      await expect(apercu(page).getByRole('heading', { name: 'Fiche d’orientation', level: 2 })).toBeVisible()
      await regarder('documents-fiche')
      await page.keyboard.press('ArrowDown')
      await expect(apercu(page).getByRole('columnheader', { name: 'Étape' })).toBeVisible()
      await regarder('documents-checklist')
      await ouvrirDocument(page, 'Note d’audience')
      await expect(cote(page).getByLabel('Peine demandée')).toBeVisible()
      await regarder('documents-note')
      await page.keyboard.press('End')
      await expect(apercu(page)).toContainText('Objet')
      await regarder('documents-message')
      await page.keyboard.press('F3')
      await expect(page.getByRole('row').nth(1)).toBeFocused()
      await regarder('permanence-papiers')
    })
  })
}

test('ce qui est tapé juste avant Ctrl+P s’imprime ; la note privée n’est que sur la note', async ({
  app,
}) => {
  const page = await preparer(app)
  await ouvrirDocument(page, 'Note d’audience')
  await page.keyboard.press('F6')
  await page.keyboard.press('F6')
  await cote(page).getByLabel('Peine demandée').focus()
  await page.keyboard.type('Huit mois, dont quatre avec sursis probatoire')
  await page.keyboard.press('Control+p')
  const note = await fichierDit(page, /^Document prêt\s: /)
  expect(texteDe(note)).toContain('Huit mois, dont quatre avec sursis probatoire')
  await expect(apercu(page)).toContainText('Huit mois, dont quatre avec sursis probatoire')

  await cote(page).getByLabel('Note du parquet').focus()
  await page.keyboard.type('Secret de Polichinelle')
  await page.keyboard.press('F6')
  await expect(enListe(page, /^Note d’audience/)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(apercu(page)).not.toContainText('Polichinelle')
  await expect(cote(page)).toContainText('Laissé de côté')
  await expect(cote(page)).toContainText(/note/i)
  await expect(cote(page)).not.toContainText('Polichinelle')
  await page.keyboard.press('Control+p')
  await expect(page.getByText(/fiche-orientation_v1\.pdf/)).toBeVisible()
  const fiche = await fichierDit(page, /^Document prêt\s: /)
  expect(texteDe(fiche)).not.toMatch(/Polichinelle|Huit mois/)
  // Every word of the page is on the paper.
  const mots = (t: string) => t.split(/[^\p{L}\d]+/u).filter((m) => m !== '')
  const papier = new Set(mots(texteDe(fiche)))
  const dits = (await apercu(page).locator('td bdi').allTextContents()).flatMap(mots)
  expect(dits.length).toBeGreaterThan(50)
  expect(dits.filter((m) => !papier.has(m))).toEqual([])
})

test('l’aperçu suit la frappe ; Ctrl+Z revient ; un verrouillage ne perd rien', async ({ app }) => {
  const page = await preparer(app)
  await ouvrirDocument(page, 'Note d’audience')
  const champ = cote(page).getByLabel('Note du parquet')
  await champ.focus()
  await page.keyboard.type('Première phrase.')
  await expect(apercu(page)).toContainText('Première phrase.')
  await page.keyboard.type(' Seconde')
  await page.keyboard.press('Control+l')
  await deverrouiller(page)
  await expect(champ).toHaveValue('Première phrase. Seconde')
  await expect(apercu(page)).toContainText('Première phrase. Seconde')
  await enListe(page, 'Note d’audience').focus()
  await page.keyboard.press('Control+z')
  await expect(champ).toHaveValue('Première phrase.')
  await expect(apercu(page)).not.toContainText('Seconde')
})

test('DOCX, ODT : ce qui est affiché est écrit', async ({ app }) => {
  const page = await preparer(app)
  await ouvrirDocument(page, 'Fiche d’orientation')
  for (const [touche, partie] of [
    ['Control+d', 'word/document.xml'],
    ['Control+o', 'content.xml'],
  ] as const) {
    await page.keyboard.press(touche)
    await expect(page.getByText(touche === 'Control+d' ? /_v1\.docx/ : /_v1\.odt/)).toBeVisible()
    const fichier = await fichierDit(page, /^Document prêt\s: /)
    const xml = unzipSync(readFileSync(fichier))[partie]
    expect(Buffer.from(xml ?? []).toString('utf8')).toContain('Vol avec dégradation de vitre')
  }
})

test('« Vérifier le modèle » au clavier : le modèle livré est bon, un autre fichier est nommé', async ({
  app,
}) => {
  const page = await preparer(app)
  await ouvrirDocument(page, 'Fiche d’orientation')
  const bouton = cote(page).getByRole('button', { name: /^Vérifier le modèle/ })
  const choisir = async (fichier: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await bouton.focus()
    const demande = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await demande).setFiles(fichier)
  }
  await cote(page).getByRole('button', { name: 'Obtenir le modèle livré' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Modèle écrit\s: .*modele-livre_v1\.odt/)).toBeVisible()
  await choisir(join(app.documents, 'Aiguillage/modeles/modele-livre_v1.odt'))
  await expect(cote(page)).toContainText('tous ses champs sont connus')
  await choisir({ name: 'courrier.odt', mimeType: 'text/plain', buffer: Buffer.from('bonjour') })
  await expect(page.getByText(/^courrier\.odt\s: Ce modèle n’est pas un document ODT/)).toBeVisible()
})

test('Ctrl+Maj+C copie sur chaque écran ; ce qui est tapé à l’instant y est', async ({ app, hote }) => {
  test.skip(hote !== 'chromium', 'reads the clipboard of Chromium')
  const page = await preparer(app)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const copier = async () => {
    await page.evaluate(() => navigator.clipboard.writeText('rien'))
    await page.keyboard.press('Control+Shift+c')
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('rien')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  // In the middle of a precision, on the triage: it is copied, and the focus stays on the line.
  await ligne(page, 'Consommation liée aux faits').getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('vole pour acheter sa dose')
  expect(await copier()).toMatch(/^FICHE[\s\S]*vole pour acheter sa dose/i)
  await expect(ligne(page, 'Consommation liée aux faits').getByRole('radio', { checked: true })).toBeFocused()
  for (const [touche, titre] of [
    ['F8', 'Orientation'],
    ['F9', 'Antécédents'],
    ['F10', 'Pièces'],
    ['F3', /^Permanence/],
  ] as const) {
    await page.keyboard.press(touche)
    await expect(page.getByRole('heading', { level: 1, name: titre })).toBeVisible()
    expect(await copier()).toMatch(/^FICHE/i)
    if (touche === 'F3') break
    await page.keyboard.press('Escape')
    await expect(page.getByRole('radio').first()).toBeVisible()
  }
  await page.keyboard.press('Control+d')
  await expect(page.getByRole('complementary', { name: 'Demandes' })).toBeVisible()
  expect(await copier()).toMatch(/^Enquête sociale rapide/)
  await expect(page.getByText(/demande à l’APCARS notée/)).toBeVisible()
})

test('Ctrl+Maj+C copie un texte que Cassiopée sait lire ; rien ne reste au verrouillage', async ({
  app,
  hote,
}) => {
  test.skip(hote !== 'chromium', 'reads the clipboard of Chromium')
  const page = await preparer(app)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const presse = () => page.evaluate(() => navigator.clipboard.readText())
  await ouvrirDocument(page, 'Fiche d’orientation')
  await page.keyboard.press('Control+Shift+c')
  await expect(page.getByText(/^Copié en texte simple/)).toBeVisible()
  const texte = await presse()
  expect(texte).toContain('Vol avec dégradation de vitre')
  expect(texte).not.toMatch(/[’–\u202f●✕]/)
  expect(Math.max(...texte.split(/\r?\n/).map((l) => l.length))).toBeLessThanOrEqual(100)
  await page.keyboard.press('Control+Shift+f')
  await expect(page.getByText('Copié avec la mise en forme.')).toBeVisible()
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((i) => i.types))
  expect(types).toEqual(expect.arrayContaining(['text/plain', 'text/html']))
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(await presse()).toBe('')
})

async function douze(app: App): Promise<Page> {
  const page = await ouvrir(app)
  const { maintenant } = await obtenir(page, 'application.etat', {})
  const dateAudience = new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(
    new Date(maintenant),
  )
  for (let i = 1; i <= 12; i += 1)
    await obtenir(page, 'dossiers.creer', {
      id: randomUUID(),
      dateAudience,
      identite: {
        numeroParquet: `263250001${String(i).padStart(2, '0')}`,
        personne: { nom: `INVENTÉ ${i}` },
      },
      declarations: [
        declaration('personne.majeur', true, { origine: 'procedure', verifie: true }),
        declaration('procedure.categorie', 'vol', { origine: 'procedure', verifie: true }),
        declaration('addiction.conduite', true),
        declaration('logement.situation', 'E1'),
      ],
    })
  const rouverte = await app.relancer()
  await deverrouiller(rouverte)
  await expect(rouverte.getByRole('row').nth(12)).toBeVisible()
  return rouverte
}

test('dossier d’audience de douze personnes : une commande, un PDF avec un plan, la fenêtre reste vive', async ({
  app,
}) => {
  const page = await douze(app)
  await page.evaluate(() => {
    const vu: { avance: string[]; long: number } = { avance: [], long: 0 }
    Object.assign(window, { vu })
    new PerformanceObserver((l) => {
      for (const e of l.getEntries()) vu.long = Math.max(vu.long, e.duration)
    }).observe({ type: 'longtask' })
    new MutationObserver(() => {
      const p = document.querySelector('progress')
      if (p) vu.avance.push(`${p.value}/${p.max}`)
    }).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  const debut = Date.now()
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('progressbar', { name: 'Dossier d’audience' })).toBeVisible()
  // The window answers while it works.
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('row').nth(2)).toBeFocused()
  const fichier = await fichierDit(page, /^Dossier d’audience prêt\s: /)
  const duree = Date.now() - debut
  const vu = await page.evaluate(() => (window as unknown as { vu: { avance: string[]; long: number } }).vu)
  const description = `${duree} ms, plus longue tâche de la page\u00a0: ${vu.long} ms`
  test.info().annotations.push({ type: 'mesure', description })
  expect(new Set(vu.avance).size).toBeGreaterThan(2)
  const texte = texteDe(fichier)
  for (let i = 1; i <= 12; i += 1) expect(texte).toContain(`INVENTÉ ${i}`)
  expect(readFileSync(fichier, 'latin1')).toContain('/Outlines')
  await expect(page.getByRole('progressbar')).toBeHidden()
})

test('Échap annule le dossier d’audience : aucun fichier ne reste, et la commande se relance', async ({
  app,
}) => {
  const page = await douze(app)
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Dossier d’audience annulé\s: aucun fichier/)).toBeVisible()
  expect(
    existsSync(join(app.documents, 'Aiguillage')) ? readdirSync(join(app.documents, 'Aiguillage')) : [],
  ).toEqual([])
  await page.keyboard.press('Control+Shift+P')
  expect(existsSync(await fichierDit(page, /^Dossier d’audience prêt\s: /))).toBe(true)
})

test('un verrouillage arrête le dossier d’audience : rien n’est écrit ensuite', async ({ app }) => {
  const page = await douze(app)
  await page.keyboard.press('Control+Shift+P')
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  await deverrouiller(page)
  expect(
    existsSync(join(app.documents, 'Aiguillage')) ? readdirSync(join(app.documents, 'Aiguillage')) : [],
  ).toEqual([])
})

test('liste de permanence avec ou sans noms', async ({ app }) => {
  const page = await douze(app)
  await page.keyboard.press('Control+p')
  const avec = texteDe(await fichierDit(page, /^Liste de permanence prête\s: /))
  expect(avec).toContain('INVENTÉ 7')
  await page.getByRole('checkbox', { name: 'avec les noms' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+p')
  await expect(page.getByText(/_v2\.pdf/)).toBeVisible()
  const sans = texteDe(await fichierDit(page, /^Liste de permanence prête\s: /))
  expect(sans).not.toContain('INVENTÉ')
  expect(sans).toContain('26325000107')
})

test.describe('dossier en lecture seule', () => {
  test('une phrase dit quoi faire, aucun morceau de fichier ne reste', async ({ app }) => {
    const page = await preparer(app)
    const dossier = join(app.documents, 'Aiguillage')
    mkdirSync(dossier, { recursive: true })
    try {
      execFileSync('chattr', ['+i', dossier], { stdio: 'pipe' })
    } catch {
      test.skip(true, 'this file system knows no immutable attribute')
    }
    try {
      await page.keyboard.press('F5')
      await page.keyboard.press('Control+p')
      await expect(
        page.getByText(/^Vous n’avez pas le droit d’écrire dans ce dossier\s: choisissez/),
      ).toBeVisible()
      expect(readdirSync(dossier)).toEqual([])
    } finally {
      execFileSync('chattr', ['-i', dossier])
    }
    await page.keyboard.press('Control+p')
    expect(existsSync(await fichierDit(page, /^Document prêt\s: /))).toBe(true)
  })
})

test('profil défense : sa note, jamais celle du parquet', async ({ app }) => {
  const page = await preparer(app, 'defense')
  await ouvrirDocument(page, 'Note de plaidoirie')
  await expect(cote(page).getByLabel('Note de la défense')).toBeVisible()
  await expect(enListe(page, /audience/)).toHaveCount(0)
  const [dossier] = await dossiersDuJour(page)
  const refus = await appeler(page, 'documents.produire', {
    dossier: dossier?.id ?? '',
    document: 'note-audience',
  })
  expect(refus).toMatchObject({ ok: false, code: 'document-hors-profil' })
})

test('profil enquête : la fiche, la checklist, le SIAO, et rien du casier ni d’APPI', async ({ app }) => {
  const page = await ouvrir(app, 'enquete')
  await ajouterDefere(page, 'Enquêtée')
  await page.keyboard.press('F5')
  await expect(enListe(page, 'Fiche d’orientation')).toBeFocused()
  await expect(enListe(page, /./)).toHaveText(['Fiche d’orientation', 'Checklist, pour délibérer', 'Au SIAO'])
  expect(await apercu(page).textContent()).not.toMatch(/casier|cassiop|APPI|bulletin|récidive/i)
})
