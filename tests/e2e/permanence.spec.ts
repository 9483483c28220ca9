import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import type { Declaration } from '../../domain/index.ts'
import { creerCoffre, expect, obtenir, test } from './fixtures.ts'
import { declaration, deverrouiller, dossiersDuJour, enregistre, type ouvrir } from './gestes.ts'
import { accessible, IMAGES, pageSansDefilement, TAILLES } from './regards.ts'
import { MATIN } from './tour.ts'

// The same hour whenever the suite runs: near midnight a limit falls on another day.
test.use({ horloge: MATIN })

/** The board of a morning, by keyboard only. Every person is invented. */

const procedure = { origine: 'procedure', verifie: true } as const

function paris(decalageMinutes = 0): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return format.format(Date.parse(MATIN) + decalageMinutes * 60_000).replace(' ', 'T')
}

interface Personne {
  nom: string
  prenoms?: string
  naissance?: string
  numero?: string
  dites?: Declaration[]
}

/** Persons of today, made through the bridge. */
async function amener(page: Page, personnes: readonly Personne[]): Promise<void> {
  for (const { nom, prenoms, naissance, numero, dites = [] } of personnes)
    await obtenir(page, 'dossiers.creer', {
      id: randomUUID(),
      dateAudience: paris().slice(0, 10),
      identite: {
        ...(numero !== undefined && { numeroParquet: numero }),
        personne: {
          nom,
          ...(prenoms !== undefined && { prenoms }),
          ...(naissance !== undefined && { dateNaissance: naissance }),
        },
      },
      declarations: dites,
    })
}

const faits = (texte: string) => declaration('procedure.qualification', texte, procedure)
/** A limit that falls this many minutes from now. */
const limiteDans = (minutes: number) =>
  declaration('permanence.finGardeAVue', paris(minutes - 20 * 60), procedure)

const DOUZE: readonly Personne[] = [
  {
    nom: 'Modele',
    prenoms: 'Samir',
    naissance: '1994-05-02',
    numero: '26325000118',
    dites: [
      faits('Vol aggravé, récidive'),
      limiteDans(400),
      declaration('permanence.vuA', paris(-20), procedure),
      declaration('addiction.conduite', true),
      declaration('logement.sansLogementStable', true),
      declaration('demande.apcars', 'recue', {
        ...procedure,
        date: new Date(Date.parse(MATIN) - 6e5).toISOString(),
      }),
      declaration('demande.jap', 'demandee', {
        ...procedure,
        date: new Date(Date.parse(MATIN) - 9e5).toISOString(),
      }),
      declaration('orientation.choix', ['ouvrage'], procedure),
    ],
  },
  {
    nom: 'Exemple',
    prenoms: 'Léa',
    naissance: '2001-01-12',
    numero: '26325000119',
    dites: [
      faits('Recel'),
      limiteDans(500),
      declaration('addiction.conduite', false),
      declaration('logement.sansLogementStable', false),
      declaration('psy.troubleDeclare', false),
      declaration('demande.siao', 'sans-objet', procedure),
    ],
  },
  {
    nom: 'Témoignage-Delalonguerue',
    prenoms: 'Jean-Christophe Marie',
    naissance: '1989-07-30',
    numero: '26325000120',
    dites: [
      faits('Violences avec incapacité n’excédant pas huit jours, en état d’ivresse manifeste, en réunion'),
      limiteDans(40),
      declaration('addiction.conduite', true),
      declaration('demande.apcars', 'demandee', procedure),
      declaration('accord.evaluation', null, { inconnu: 'faute-de-temps' }),
    ],
  },
  {
    nom: 'Fiction',
    prenoms: 'Omar',
    naissance: '1976-03-03',
    numero: '26325000121',
    dites: [
      faits('Violences conjugales, récidive'),
      limiteDans(-5),
      declaration('demande.jap', 'refus', procedure),
    ],
  },
  {
    nom: 'Kiosque',
    numero: '26325000122',
    dites: [
      faits('Usage de stupéfiants, port d’arme'),
      declaration('demande.spip', 'faute-de-temps', procedure),
    ],
  },
  ...['Manège', 'Tonneau', 'Pupitre', 'Lanterne', 'Girafe', 'Boussole', 'Wagonnet'].map((nom, i) => ({
    nom,
    numero: `2632500013${i}`,
    dites: [faits('Vol, dégradations'), ...(i % 2 === 0 ? [limiteDans(600 + i)] : [])],
  })),
]

const rangees = (page: Page) => page.locator('tbody tr')
const noms = (page: Page) => page.locator('tbody th b').allTextContents()
const numeros = (page: Page) => page.locator('tbody td:first-child').allTextContents()
const rangee = (page: Page, nom: string) => page.getByRole('row', { name: new RegExp(nom, 'i') })

/** A board with these persons, the first row focused. */
async function tableau(app: Parameters<typeof ouvrir>[0], personnes: readonly Personne[]): Promise<Page> {
  await creerCoffre(app.page)
  await obtenir(app.page, 'reglages.ecrire', { reglages: { audiences: { [paris().slice(0, 10)]: '23:59' } } })
  await amener(app.page, personnes)
  const page = await app.relancer()
  await deverrouiller(page)
  await expect(page.getByRole('row').nth(1)).toBeFocused()
  return page
}

for (const { nom, viewport } of TAILLES) {
  test.describe(`à ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport })

    test('douze personnes : tout tient, rien de grave pour axe', async ({ app }) => {
      const page = await tableau(app, DOUZE)
      await expect(rangees(page)).toHaveCount(12)
      await pageSansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `tableau-${nom}.png`) })
      const coupes = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('header, header *, main > div > div > div:last-child')]
          .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
          .map((e) => `${e.tagName} ${e.textContent}`),
      )
      expect(coupes).toEqual([])

      await page.keyboard.press('F2')
      await page.keyboard.type('25h61')
      await page.keyboard.press('Enter')
      await expect(page.getByText('Cette heure n’existe pas.')).toBeVisible()
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `tableau-limite-${nom}.png`) })
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+n')
      await page.getByLabel('Nouveau déféré', { exact: true }).waitFor()
      await pageSansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `tableau-volet-${nom}.png`) })
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+ArrowLeft')
      await expect(page.getByText('hier', { exact: true })).toBeVisible()
      await expect(page.getByText(/^Aucun déféré\. Collez/)).toBeVisible()
      await pageSansDefilement(page)
      await accessible(page)
      await page.screenshot({ path: join(IMAGES, `tableau-vide-${nom}.png`) })
    })
  })
}

test('une personne se lit d’une voix : numéro, nom, limite, vu, demandes', async ({ app }) => {
  const page = await tableau(app, DOUZE)
  // Passed, then within the hour, then the others, then those whose limit is not known.
  expect((await noms(page)).slice(0, 4)).toEqual([
    'FICTION Omar',
    'TÉMOIGNAGE-DELALONGUERUE Jean-Christophe Marie',
    'MODELE Samir',
    'EXEMPLE Léa',
  ])
  expect((await numeros(page)).slice(0, 4)).toEqual(['4', '3', '1', '2'])
  await expect(rangee(page, 'Fiction')).toHaveAccessibleName(
    /^4 FICTION Omar 1976 26325000121 Violences conjugales, récidive .* passée pas encore vu .* JAP\s: refus —$/,
  )
  await expect(rangee(page, 'Témoignage')).toContainText('dans l’heure')
  await expect(rangee(page, 'Modele')).toHaveAccessibleName(/vu à .*APCARS reçue .* et une autre Retenu\s: /)
  await expect(rangee(page, 'Kiosque')).toHaveAccessibleName(/à préciser .*SPIP\s: faute de temps/)
  await expect(rangee(page, 'Manège')).toContainText('à lancer')
  await expect(page.getByText(/^Non fait\s: faute de temps 2, refus 1, sans objet 1$/)).toBeVisible()
  await expect(page.getByText(/— dans .* · 2\/12 traités/)).toBeVisible()
})

test('vu, limite de 20 h, ordre : les touches de la rangée, et tout revient après un redémarrage', async ({
  app,
}) => {
  const page = await tableau(app, [{ nom: 'Alpha' }, { nom: 'Bravo' }, { nom: 'Charlie' }])
  await page.keyboard.press('ArrowDown')
  await expect(rangee(page, 'Bravo')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(rangee(page, 'Bravo')).toHaveAccessibleName(/vu à \d/)
  await page.keyboard.press('Space')
  await expect(rangee(page, 'Bravo')).toHaveAccessibleName(/pas encore vu/)
  await page.keyboard.press('Space')

  // An hour that does not exist: one sentence, the text stays, even after Escape.
  await page.keyboard.press('F2')
  const fin = page.getByRole('textbox', { name: /^Fin de garde à vue/ })
  await expect(fin).toBeFocused()
  await page.keyboard.type('2561')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText('Cette heure n’existe pas. Écrivez par exemple 18h10, 1810 ou 18:10.'),
  ).toBeVisible()
  await expect(fin).toHaveValue('2561')
  await page.keyboard.press('Escape')
  await expect(rangee(page, 'Bravo')).toBeFocused()
  await expect(rangee(page, 'Bravo')).toContainText('à préciser')
  await page.keyboard.press('F2')
  await expect(fin).toHaveValue('2561')
  await page.keyboard.press('Control+a')
  const [, heure = ''] = paris(-60).split('T')
  await page.keyboard.type(heure.replace(':', 'h'))
  await page.keyboard.press('Enter')
  await expect(rangee(page, 'Bravo')).toBeFocused()
  // 19 hours from now, so the nearest known limit comes first; its N° does not change.
  await expect.poll(() => noms(page)).toEqual(['BRAVO', 'ALPHA', 'CHARLIE'])
  expect(await numeros(page)).toEqual(['2', '1', '3'])
  const limite = paris(19 * 60)
  await expect(rangee(page, 'Bravo')).toContainText(`${Number(limite.slice(11, 13))} h ${limite.slice(14)}`)

  // By hand from what is shown.
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rangee(page, 'Bravo')).toBeFocused()
  await expect.poll(() => noms(page)).toEqual(['ALPHA', 'BRAVO', 'CHARLIE'])
  await expect(page.getByRole('button', { name: 'Ordre à la main' })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => noms(page)).toEqual(['ALPHA', 'CHARLIE', 'BRAVO'])
  await enregistre(page)

  const apres = await app.relancer()
  await deverrouiller(apres)
  await expect.poll(() => noms(apres)).toEqual(['ALPHA', 'CHARLIE', 'BRAVO'])
  await expect(rangee(apres, 'Bravo')).toHaveAccessibleName(/vu à/)
  // The triage follows the same order, with the same N°.
  await expect(apres.getByRole('row').nth(1)).toBeFocused()
  await apres.keyboard.press('Enter')
  await apres.getByRole('heading', { name: '1. ALPHA' }).waitFor()
  await expect(apres.getByRole('listbox').getByRole('option')).toHaveText([
    /^1 ALPHA/,
    /^3 CHARLIE/,
    /^2 BRAVO/,
  ])
  await apres.keyboard.press('Control+Enter')
  await apres.getByRole('heading', { name: '3. CHARLIE' }).waitFor()
  await apres.keyboard.press('Control+ArrowDown')
  await apres.getByRole('heading', { name: '2. BRAVO' }).waitFor()
  await apres.keyboard.press('F3')
  await expect(rangee(apres, 'Bravo')).toBeFocused()
  await apres.keyboard.press('Alt+o')
  await expect.poll(() => noms(apres)).toEqual(['BRAVO', 'ALPHA', 'CHARLIE'])
})

test('la fin de garde à vue s’écrit aussi dans le formulaire d’identité', async ({ app }) => {
  const page = await tableau(app, [{ nom: 'Alpha' }])
  await page.keyboard.press('Enter')
  await page.getByRole('radiogroup').first().waitFor()
  await page.keyboard.press('F2')
  const champ = page.getByLabel('Fin de GAV')
  await champ.focus()
  await page.keyboard.type('99h99')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cette heure n’existe pas.')).toBeVisible()
  await expect(champ).toHaveValue('99h99')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('20/11/2026 18h10')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('form')).toBeHidden()
  await enregistre(page)
  const [dossier] = await dossiersDuJour(page)
  expect(dossier?.declarations.find((d) => d.fait === 'permanence.finGardeAVue')?.valeur).toBe(
    '2026-11-20T18:10',
  )
})

test('heure d’audience et jour : en place, au clavier, une phrase quand c’est impossible', async ({
  app,
}) => {
  const page = await tableau(app, [{ nom: 'Alpha' }])
  await expect(page.getByText(/— dans .* · 0\/1 traités/)).toBeVisible()
  await page.keyboard.press('Alt+h')
  const heure = page.getByRole('textbox', { name: 'Heure de l’audience' })
  await expect(heure).toHaveValue('23 h 59')
  await page.keyboard.type('2500')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cette heure n’existe pas.')).toBeVisible()
  await expect(heure).toHaveValue('2500')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('0000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^0 h 00, changer/ })).toBeFocused()
  await expect(page.getByText('— commencée · 0/1 traités', { exact: true })).toBeVisible()
  await expect(
    page.getByText(/dernière heure utile pour demander l’annexe addiction, est passée/),
  ).toBeVisible()

  // Another day: its own hour, no countdown; the way back is in sight.
  const demain = paris(24 * 60).slice(0, 10)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByText('demain', { exact: true })).toBeVisible()
  await expect(page.getByText(/— dans|commencée|heure utile/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^13 h 00, changer/ })).toBeVisible()
  await page.keyboard.press('Alt+h')
  await page.keyboard.type('11h40')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^11 h 40, changer/ })).toBeFocused()

  await page.keyboard.press('Alt+j')
  const jour = page.getByRole('textbox', { name: 'Jour du tableau' })
  await expect(jour).toHaveValue(demain.split('-').reverse().join('/'))
  await page.keyboard.type('31/02')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Cette date n’existe pas.')).toBeVisible()
  await expect(jour).toHaveValue('31/02')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('21/11/2020')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Permanence — samedi 21 novembre 2020' })).toBeVisible()
  await expect(page.getByText(/^il y a \d+ jours$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Aujourd’hui' })).toBeVisible()
  await page.keyboard.press('Alt+Home')
  await expect(rangee(page, 'Alpha')).toBeFocused()
  await expect(page.getByRole('button', { name: 'Aujourd’hui' })).toHaveCount(0)
  await enregistre(page)
  const { audiences } = await obtenir(page, 'reglages.lire', {})
  expect(audiences).toEqual({ [paris().slice(0, 10)]: '00:00', [demain]: '11:40' })
})

test('rechercher : un nom sans accent, un numéro, des faits, jamais la santé', async ({ app }) => {
  const page = await tableau(app, DOUZE)
  const chercher = async (texte: string) => {
    await page.keyboard.press('Control+f')
    await page.keyboard.type(texte)
  }
  await chercher('temoignage')
  await expect.poll(() => noms(page)).toEqual(['TÉMOIGNAGE-DELALONGUERUE Jean-Christophe Marie'])
  await expect(page.getByText('1 sur 12')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(rangee(page, 'Témoignage')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('Effacez la recherche pour déplacer une rangée.')).toBeVisible()
  await chercher('recel')
  await expect.poll(() => noms(page)).toEqual(['EXEMPLE Léa'])
  await chercher('0122')
  await expect.poll(() => noms(page)).toEqual(['KIOSQUE'])
  await chercher('addiction')
  await expect(page.getByText(/^Aucun déféré ne correspond à/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(rangees(page)).toHaveCount(12)
  await expect(page.locator('tbody tr:focus')).toHaveCount(1)
})

test('mode court : les quatre questions posées font un dossier traité', async ({ app }) => {
  const page = await tableau(app, [
    {
      nom: 'Alpha',
      dites: [
        declaration('addiction.conduite', true),
        declaration('logement.sansLogementStable', true),
        declaration('psy.troubleDeclare', null, { inconnu: 'ne-sait-pas' }),
        declaration('accord.evaluation', true),
      ],
    },
    { nom: 'Bravo' },
  ])
  await expect(page.getByText(/0\/2 traités/)).toBeVisible()
  await page.keyboard.press('Control+m')
  await expect(page.getByRole('button', { name: 'Mode court' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText(/1\/2 traités/)).toBeVisible()
  await page.keyboard.press('Control+m')
  await expect(page.getByText(/0\/2 traités/)).toBeVisible()
})

test('l’horloge change les mots, une fois par minute, sans redessiner les rangées', async ({ app }) => {
  await creerCoffre(app.page)
  await obtenir(app.page, 'reglages.ecrire', {
    // Nobody touches anything for most of an hour: the idle lock waits longer.
    reglages: { audiences: { [paris().slice(0, 10)]: '23:59' }, verrouApres: 120 },
  })
  await amener(app.page, [{ nom: 'Alpha', dites: [limiteDans(90)] }])
  const page = await app.relancer()
  await page.clock.install({ time: MATIN })
  await page.reload()
  await deverrouiller(page)
  await expect(rangee(page, 'Alpha')).toBeFocused()
  await expect(rangee(page, 'Alpha')).not.toContainText('dans l’heure')
  const avant = await page.getByText(/— dans /).textContent()
  // What the clock draws in the rows, and nothing else.
  await page.evaluate(() => {
    const vus: string[] = []
    Object.assign(window, { vus })
    const liste = document.querySelector('tbody')
    if (liste === null) throw new Error('no rows')
    new MutationObserver((faits) => {
      for (const f of faits) vus.push(f.target.parentElement?.tagName ?? '')
    }).observe(liste, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await page.clock.fastForward('03:00')
  await expect(page.getByText(/— dans /)).not.toHaveText(avant ?? '')
  expect(await page.evaluate(() => (window as unknown as { vus: string[] }).vus)).toEqual([])
  await page.clock.runFor('40:00')
  await expect(rangee(page, 'Alpha')).toContainText('dans l’heure')
})

test('500 personnes un même jour : la flèche et Espace ne redessinent que ce qui change', async ({ app }) => {
  const personnes = Array.from({ length: 500 }, (_, i) => ({
    nom: `Inventé ${i + 1}`,
    dites: [faits('Vol'), limiteDans(100 + i)],
  }))
  const page = await tableau(app, personnes)
  await expect(rangees(page)).toHaveCount(500)
  const ecrites = () =>
    page.evaluate(() => {
      const noeuds = new Set<Node>()
      Object.assign(window, { noeuds })
      const liste = document.querySelector('tbody')
      if (liste === null) throw new Error('no rows')
      new MutationObserver((faits) => {
        for (const { target } of faits) {
          const element = target instanceof Element ? target : target.parentElement
          noeuds.add(element?.closest('tr') ?? target)
        }
      }).observe(liste, { subtree: true, childList: true, characterData: true, attributes: true })
    })
  const touchees = () => page.evaluate(() => (window as unknown as { noeuds: Set<Node> }).noeuds.size)
  await ecrites()
  await page.keyboard.press('ArrowDown')
  await expect(rangee(page, 'Inventé 2 ')).toBeFocused()
  expect(await touchees()).toBeLessThanOrEqual(2)
  await page.keyboard.press('Space')
  await expect(rangee(page, 'Inventé 2 ')).toHaveAccessibleName(/vu à/)
  expect(await touchees()).toBeLessThanOrEqual(2)
})
