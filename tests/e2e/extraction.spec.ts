import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from 'playwright/test'
import { build } from 'vite'
import { Pages } from '../../electron/pages.ts'
import config from '../../electron.vite.config.ts'
import { MAX_PAGES, MAX_PAGES_RECONNUES } from '../../renderer/extraction/limites.ts'
import { requireChromium } from '../../scripts/chromium.ts'
import {
  CHIFFRE,
  docx,
  FORMULAIRE_XFA,
  gris,
  jbig2,
  jpeg2000,
  paragraphe,
  pdf,
  telecopie,
} from '../extraction/fabrique.ts'

/**
 * The workers as the product builds and serves them: same build settings, same answers of `Pages`, same CSP.
 * Only the page around them is made here.
 */
const ORIGINE = 'https://aiguillage.invalid/'
const PORTE = join(import.meta.dirname, '../../renderer/extraction/index.ts')

type Porte = typeof import('../../renderer/extraction/index.ts')
type Fenetre = typeof globalThis & { porte: Porte; arret: AbortController }

const DEPOSITION = [
  'Procès-verbal d’audition',
  'Le vingt et un novembre, nous entendons le nommé Idir BENALI, sans domicile fixe.',
  'Il déclare : « Je fume du crack tous les jours depuis mars, je dors dehors. J’ai été hospitalisé à Ville-Évrard l’été dernier. »',
  'Il n’a plus de médecin traitant et perçoit 607,75 € par mois.',
]

// One build and one browser for all of them.
test.describe.configure({ mode: 'default', timeout: 120_000 })

let dossier: string
let navigateur: Browser
let contexte: BrowserContext
let page: Page
let anomalies: string[]
let demandes: string[]

test.beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'aiguillage-extraction-'))
  const source = join(dossier, 'source')
  mkdirSync(source)
  writeFileSync(
    join(source, 'index.html'),
    '<!doctype html><html lang="fr"><head><title>Pièces</title></head><body><input type="file" aria-label="Ouvrir un fichier"><textarea></textarea><script type="module" src="./page.ts"></script></body></html>',
  )
  writeFileSync(
    join(source, 'page.ts'),
    `import * as porte from ${JSON.stringify(PORTE)}\nObject.assign(window, { porte })\n`,
  )
  const { renderer } = config as { renderer: { build: object } }
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    root: source,
    build: { ...renderer.build, outDir: join(dossier, 'servi'), rollupOptions: {} },
  })
  const profil = join(dossier, 'profil')
  mkdirSync(profil)
  navigateur = await chromium.launch({
    executablePath: requireChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--host-resolver-rules=MAP * ~NOTFOUND'],
    env: {
      ...(process.env as Record<string, string>),
      HOME: profil,
      TMPDIR: profil,
      XDG_CONFIG_HOME: profil,
      XDG_CACHE_HOME: profil,
    },
  })
})

test.afterAll(async () => {
  await navigateur?.close()
  rmSync(dossier, { recursive: true, force: true })
})

test.beforeEach(async () => {
  const servies = new Pages(join(dossier, 'servi'))
  anomalies = []
  demandes = []
  contexte = await navigateur.newContext({ serviceWorkers: 'block', acceptDownloads: false })
  await contexte.route('**/*', async (route) => {
    const url = route.request().url()
    demandes.push(url)
    const reponse = servies.respond(new Request(url))
    await route.fulfill({
      status: reponse.status,
      headers: Object.fromEntries(reponse.headers),
      body: Buffer.from(await reponse.arrayBuffer()),
    })
  })
  page = await contexte.newPage()
  page.on('console', (message) => anomalies.push(message.text()))
  page.on('pageerror', (erreur) => anomalies.push(erreur.message))
  await page.goto(ORIGINE)
})

test.afterEach(async () => {
  expect(demandes.filter((url) => !url.startsWith(ORIGINE))).toEqual([])
  expect(anomalies).toEqual([])
  await contexte.close()
})

/** Opens a file as a person does, and gives what the screen would be given. */
async function ouvrir(contenu: Uint8Array, arreterA = Number.POSITIVE_INFINITY) {
  const chemin = join(dossier, 'piece')
  writeFileSync(chemin, contenu)
  await page.getByLabel('Ouvrir un fichier').setInputFiles(chemin)
  return page.evaluate(async (arreterA) => {
    const { porte } = window as unknown as Fenetre
    const arret = new AbortController()
    const etapes: string[] = []
    const fichier = document.querySelector('input')?.files?.[0]
    if (fichier === undefined) throw new Error('no file')
    const lu = await porte.extraire(fichier, {
      signal: arret.signal,
      progres: ({ etape, page, pages }) => {
        etapes.push(`${etape} ${page}/${pages}`)
        if (etapes.length >= arreterA) arret.abort()
      },
    })
    return { lu, etapes }
  }, arreterA)
}

async function lire(contenu: Uint8Array) {
  const { lu } = await ouvrir(contenu)
  if (!lu.ok) throw new Error(lu.message)
  return lu
}

/** Prints with the browser itself, in a context of its own. */
async function imprimer(html: string): Promise<Uint8Array> {
  const feuille = await navigateur.newPage()
  await feuille.setContent(
    `<meta charset="utf-8"><style>@page{size:A4;margin:0}body{margin:0;font:12pt "DejaVu Serif",serif;line-height:1.4}section{break-after:page;padding:25mm}img{display:block;width:210mm;height:296mm}</style>${html}`,
  )
  const imprime = await feuille.pdf({ preferCSSPageSize: true })
  await feuille.close()
  return imprime
}

const redige = (lignes: readonly string[]) => lignes.map((ligne) => `<p>${ligne}</p>`).join('')

/** The same page as a scanner gives it: 150 dots an inch, compressed. */
async function numeriser(style = ''): Promise<Uint8Array> {
  const scanner = await navigateur.newContext({
    deviceScaleFactor: 150 / 96,
    viewport: { width: 794, height: 1123 },
  })
  const feuille = await scanner.newPage()
  await feuille.setContent(
    `<meta charset="utf-8"><body style="margin:80px;font:15px 'DejaVu Serif',serif;line-height:1.5">${redige(DEPOSITION)}`,
  )
  const image = await feuille.screenshot({ type: 'jpeg', quality: 55 })
  await scanner.close()
  return imprimer(`<img style="${style}" src="data:image/jpeg;base64,${image.toString('base64')}">`)
}

/** Letters and digits only: recognition may hesitate on an apostrophe. */
const mots = (texte: string) => texte.match(/[\p{L}\p{N}]+/gu) ?? []

test('un PDF de trois pages : texte dans l’ordre, paragraphes, colonnes, numéros de page', async () => {
  const cotes = ['D1', 'D2', 'D3'].map(
    (cote) =>
      `<section><h1>Cote ${cote}</h1>${redige(DEPOSITION)}<table><tr><td style="width:70mm">12/03/2024</td><td>TC Bobigny</td></tr></table></section>`,
  )
  const lu = await lire(await imprimer(cotes.join('')))
  expect(lu.nature).toBe('pdf')
  expect(lu.pages.map(({ reconnue }) => reconnue)).toEqual([false, false, false])
  const [premiere] = lu.pages.map(({ debut, fin }) => lu.texte.slice(debut, fin))
  expect(premiere?.split(/\n\n/).map((p) => p.trim().replaceAll('\n', ' '))).toEqual([
    'Cote D1',
    ...DEPOSITION,
    '12/03/2024\tTC Bobigny',
  ])
  for (const [i, cote] of ['Cote D1', 'Cote D2', 'Cote D3'].entries()) {
    const offset = lu.texte.indexOf(cote)
    expect(lu.pages.findIndex(({ debut, fin }) => debut <= offset && offset < fin)).toBe(i)
  }
  expect(demandes.filter((url) => /reconnaissance|tesseract/.test(url))).toEqual([])
})

test('une page scannée est reconnue en français, marquée, et rien ne vient d’ailleurs', async () => {
  const { lu, etapes } = await ouvrir(await numeriser())
  if (!lu.ok) throw new Error(lu.message)
  expect(lu.pages).toEqual([{ debut: 0, fin: lu.texte.length, reconnue: true }])
  expect(mots(lu.texte)).toEqual(mots(DEPOSITION.join(' ')))
  expect(etapes).toEqual(['lecture 1/1', 'reconnaissance 1/1'])
  expect(demandes.some((url) => url.includes('/ouvriers/reconnaissance.'))).toBe(true)
})

test('une page scannée à l’envers ou couchée est lue quand même', async () => {
  for (const angle of [180, 90]) {
    const style = `transform:rotate(${angle}deg)${angle === 90 ? ' scale(.7)' : ''}`
    const lu = await lire(await numeriser(style))
    expect([angle, mots(lu.texte).filter((mot) => mot.length > 3)]).toEqual([
      angle,
      mots(DEPOSITION.join(' ')).filter((mot) => mot.length > 3),
    ])
  }
})

test('une télécopie (CCITT) est décodée et reconnue', async () => {
  const lu = await lire(pdf({ pages: 1, image: telecopie('FELIETTE') }))
  expect(lu.texte.trim()).toBe('FELIETTE')
  expect(demandes.some((url) => url.endsWith('/ouvriers/jbig2_nowasm_fallback.js'))).toBe(true)
})

test('un scan en JBIG2 ou en JPEG 2000 est décodé et reconnu', async () => {
  for (const [nom, image] of [
    ['JBIG2', jbig2('FELIETTE')],
    ['JPEG 2000', jpeg2000()],
  ] as const) {
    const lu = await lire(pdf({ pages: 1, image }))
    expect([nom, lu.texte.trim(), lu.pages[0]?.reconnue]).toEqual([nom, 'FELIETTE', true])
  }
})

test('un tampon écrit sur un scan ne cache pas le scan', async () => {
  const lu = await lire(pdf({ pages: 1, image: telecopie('HELLFITE'), texte: ['Cote D12'] }))
  expect(mots(lu.texte)).toEqual(expect.arrayContaining(['Cote', 'D12', 'HELLFITE']))
  expect(lu.pages[0]?.reconnue).toBe(true)
})

test('ce qui est saisi dans un formulaire PDF, ou écrit par-dessus une page, est lu avec elle', async () => {
  const champ = (nom: string, valeur: string) =>
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${nom}) /V (${valeur}) /Rect [60 600 300 620] >>`
  const annotations = [
    champ('Logement', 'h\\351berg\\351 chez un tiers'),
    champ('Vide', ''),
    '<< /Type /Annot /Subtype /FreeText /Contents (vu le 21) /DA (/F 12 Tf) /Rect [60 500 300 520] >>',
  ]
  const lu = await lire(pdf({ pages: 1, texte: ['Enquete sociale rapide'], annotations }))
  expect(lu.texte).toBe('Enquete sociale rapide\nLogement\u00a0: hébergé chez un tiers\nvu le 21\n')
})

test('les mauvais fichiers : une phrase chacun, et la fenêtre lit toujours le suivant', async () => {
  const bon = await imprimer(`<section>${redige(DEPOSITION)}</section>`)
  const texte = ['Une page ecrite']
  const refus: Record<string, [Uint8Array, string]> = {
    'PDF chiffré': [pdf({ pages: 1, texte, fin: CHIFFRE }), 'pdf-protege'],
    'PDF coupé en deux': [bon.slice(0, bon.length / 2), 'pdf-abime'],
    'PDF réduit à son en-tête': [new TextEncoder().encode('%PDF-1.7\n%%EOF'), 'pdf-abime'],
    'PDF brouillé': [
      bon.map((octet, i) => (i > 20 && i < bon.length - 20 ? octet ^ 0x5a : octet)),
      'pdf-abime',
    ],
    'formulaire XFA': [pdf({ pages: 1, texte: ['Please wait...'], ...FORMULAIRE_XFA }), 'pdf-formulaire'],
    'PDF sans page': [pdf({ pages: 0 }), 'sans-texte'],
    'PDF de pages blanches': [pdf({ pages: 3 }), 'sans-texte'],
    'image sans texte': [pdf({ pages: 1, image: gris() }), 'sans-texte'],
    'trop de pages': [pdf({ pages: MAX_PAGES + 1, texte }), 'trop-de-pages'],
    'trop de pages scannées': [
      pdf({ pages: MAX_PAGES_RECONNUES + 1, image: gris() }),
      'trop-de-pages-scannees',
    ],
    'fichier vide': [new Uint8Array(), 'vide'],
    'programme renommé': [Uint8Array.from([0x4d, 0x5a, 0x90, ...new Array(200).fill(0)]), 'programme'],
    'bombe de compression': [
      docx('', { 'word/document.xml': [new Uint8Array(2 ** 25), { level: 1 }] }),
      'document-demesure',
    ],
    'entités qui se multiplient': [
      docx('', {
        'word/document.xml': new TextEncoder().encode('<!DOCTYPE a [<!ENTITY a "b">]><w:t>&a;</w:t>'),
      }),
      'document-piege',
    ],
  }
  for (const [nom, [contenu, code]] of Object.entries(refus)) {
    await test.step(nom, async () => {
      const { lu, etapes } = await ouvrir(contenu)
      expect([nom, lu]).toEqual([nom, { ok: false, code, message: expect.stringMatching(/\u00a0: .+\.$/) }])
      if (code.startsWith('trop-de-pages')) expect(etapes.filter((etape) => /^reco/.test(etape))).toEqual([])
    })
  }
  expect((await lire(bon)).texte).toContain('Ville-Évrard')
})

test('500 pages : lues avec leur progression ; interrompues, rien n’en reste', async () => {
  const contenu = pdf({
    pages: 500,
    texte: Array.from({ length: 30 }, () => 'Il declare dormir dehors depuis mars'),
  })
  const entier = await ouvrir(contenu)
  expect(entier.lu).toMatchObject({ ok: true, pages: { length: 500 } })
  expect([entier.etapes.length, entier.etapes.at(-1)]).toEqual([500, 'lecture 500/500'])

  const interrompu = await ouvrir(contenu, 20)
  expect(interrompu.lu).toMatchObject({ ok: false, code: 'interrompue' })
  expect(interrompu.etapes).toHaveLength(20)
  await expect.poll(() => page.workers().length).toBe(0)
})

test('Word et texte collé passent par la même porte', async () => {
  const lu = await lire(docx(paragraphe('Hébergé chez un tiers')))
  expect(lu).toMatchObject({ nature: 'docx', texte: 'Hébergé chez un tiers\n' })
  const colle = await page.evaluate(() =>
    (window as unknown as Fenetre).porte.depuisTexte('dort\u202e dehors\0'),
  )
  expect(colle).toMatchObject({ ok: true, nature: 'texte', texte: 'dort dehors\n' })
})

test('S1 — ni copie, ni cache, ni fichier temporaire : la pièce lue ne se retrouve nulle part', async () => {
  const marqueur = 'FELHITEEL'
  await lire(pdf({ pages: 1, image: telecopie(marqueur), texte: [`Cote ${marqueur}`] }))
  const stockage = await page.evaluate(async () => ({
    bases: await indexedDB.databases(),
    local: [localStorage.length, sessionStorage.length],
    caches: await caches.keys(),
  }))
  expect(stockage).toEqual({ bases: [], local: [0, 0], caches: [] })
  const chercher = () =>
    readdirSync(join(dossier, 'profil'), { recursive: true, withFileTypes: true })
      .filter((entree) => entree.isFile())
      .map((entree) => join(entree.parentPath, entree.name))
      .filter((chemin) => existsSync(chemin) && porteLeMot(chemin, marqueur))
  expect(chercher()).toEqual([])
  // The search does see what is there.
  const temoin = join(dossier, 'profil', 'temoin')
  writeFileSync(temoin, Buffer.from(marqueur, 'utf16le'))
  expect(chercher()).toEqual([temoin])
})

function porteLeMot(chemin: string, mot: string): boolean {
  const contenu = readFileSync(chemin)
  return contenu.includes(mot) || contenu.includes(Buffer.from(mot, 'utf16le'))
}

test('S14 — au démarrage rien n’est chargé, et chaque réponse ne permet que le nécessaire', async () => {
  expect(demandes.map((url) => new URL(url).pathname)).toEqual([
    '/',
    expect.stringMatching(/^\/assets\/.+\.js$/),
  ])
  const servies = new Pages(join(dossier, 'servi'))
  const regles = (chemin: string) =>
    servies.respond(new Request(ORIGINE + chemin)).headers.get('Content-Security-Policy') ?? ''
  const ouvriers = readdirSync(join(dossier, 'servi/ouvriers'))
  expect(ouvriers.filter((nom) => regles(`ouvriers/${nom}`).includes('wasm'))).toEqual([
    expect.stringMatching(/^reconnaissance\.ouvrier-.+\.js$/),
  ])
  for (const chemin of ['', ...ouvriers.map((nom) => `ouvriers/${nom}`)]) {
    expect(regles(chemin)).toContain("connect-src 'none'")
    expect(regles(chemin)).not.toMatch(/unsafe-(inline|eval)'(?<!wasm-unsafe-eval')|blob:|data:/)
  }
})

test('S14 — la page ne peut lancer que ces trois ouvriers', async () => {
  const vu = await page.evaluate(() => {
    const essais: Record<string, () => unknown> = {
      texte: () => new Worker('/ouvriers/reconnaissance.js'),
      blob: () => new Worker(URL.createObjectURL(new Blob(['']))),
      politique: () =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy(n: string, r: object): unknown } }
        ).trustedTypes.createPolicy('aiguillage-ouvriers', {}),
    }
    return Object.entries(essais).map(([nom, essai]) => {
      try {
        essai()
        return [nom, 'permis']
      } catch {
        return [nom, 'refusé']
      }
    })
  })
  expect(vu).toEqual([
    ['texte', 'refusé'],
    ['blob', 'refusé'],
    ['politique', 'refusé'],
  ])
  expect(anomalies.splice(0).every((ligne) => /Trusted/.test(ligne))).toBe(true)
})
