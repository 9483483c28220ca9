import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright/test'
import type { ChromiumWindow } from '../../electron/chromium/window.ts'
import { type NomRoute, type Pont, ROUTES } from '../../electron/ipc/contract.ts'
import { appeler, creerCoffre, expect, obtenir, test } from './fixtures.ts'

type Window = typeof globalThis & { aiguillage: Pont }
const ORIGIN = 'https://aiguillage.invalid'

test('S9 — verrouillé, aucune route du tableau ne répond sauf celles du coffre et l’état', async ({
  page,
}) => {
  await creerCoffre(page)
  await obtenir(page, 'coffre.verrouiller', {})
  for (const route of Object.keys(ROUTES) as NomRoute[]) {
    if (!ROUTES[route].verrou) continue
    const resultat = await appeler(page, route, {} as never)
    expect([route, resultat]).toEqual([route, expect.objectContaining({ ok: false, code: 'verrouille' })])
  }
  expect((await obtenir(page, 'application.etat', {})).coffre).toBe('verrouille')
})

test.describe('S10 — seul le cadre principal de notre fenêtre peut appeler', () => {
  test.skip(
    ({ hote }) => hote !== 'chromium',
    'non prouvé sur Electron : l’appel forgé passe par le protocole de Chromium',
  )

  test('un iframe est refusé et journalisé, même s’il atteint le canal', async ({ app, page }) => {
    await page.evaluate(() => document.body.append(document.createElement('iframe')))
    expect(await page.evaluate(() => 'aiguillage' in (window.frames[0] as object))).toBe(false)
    const session = await page.context().newCDPSession(page)
    const worlds = await preloadWorlds(session)
    expect(worlds).toHaveLength(2)
    for (const world of worlds) await forgeCall(session, world)
    await expect.poll(() => app.journal).toEqual(['ipc emetteur-refuse'])
  })

  test('une autre fenêtre est refusée', async ({ app }) => {
    const { shell } = app.chromium?.application?.host ?? {}
    if (shell === undefined) throw new Error('no host')
    const { webPreferences } = windowOptions()
    const other = new shell.BrowserWindow({ show: true, webPreferences })
    await other.loadURL(`${ORIGIN}/`)
    const page = await (other as ChromiumWindow).page
    const resultat = await page.evaluate(() =>
      (window as unknown as Window).aiguillage.invoke('application.etat', {}),
    )
    expect(resultat).toMatchObject({ ok: false, code: 'emetteur-refuse' })
    other.destroy()
  })

  test('notre cadre, mais sur une autre page, est refusé', async ({ app, page }) => {
    await app.chromium?.application?.window.loadURL(`${ORIGIN}/index.html`)
    expect(await appeler(page, 'application.etat', {})).toMatchObject({ ok: false, code: 'emetteur-refuse' })
  })
})

test('S12 — la page voit deux fonctions, et rien de Node ni d’Electron', async ({ page }) => {
  const vu = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const blank = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}))
    frame.remove()
    const { aiguillage } = window as unknown as Window
    return {
      fonctions: Object.entries(aiguillage).map(([name, value]) => [name, typeof value]),
      figees: Object.isFrozen(aiguillage),
      // What this window has and a blank one has not; indexed frames aside.
      enPlus: Object.getOwnPropertyNames(window).filter((name) => !blank.has(name) && !/^\d+$/.test(name)),
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (n) => n in window,
      ),
    }
  })
  expect(vu.fonctions).toEqual([
    ['invoke', 'function'],
    ['listen', 'function'],
  ])
  expect(vu.figees).toBe(true)
  expect(vu.node).toEqual([])
  // zod, in the page's own bundle, keeps its configuration there.
  expect(vu.enPlus.filter((name) => !name.startsWith('__zod_'))).toEqual(['aiguillage'])
})

test.describe('S13 — la page ne peut aller nulle part', () => {
  test.use({
    tolere: /Content Security Policy|^console: Not allowed to navigate|^requête: https:\/\/ailleurs\.invalid/,
  })

  const SORTIES: Record<string, () => void> = {
    navigation: () => {
      location.href = 'https://ailleurs.invalid/'
    },
    'autre page de notre origine': () => {
      location.href = '/index.html'
    },
    popup: () => {
      window.open('https://ailleurs.invalid/')
    },
    'lien vers une nouvelle fenêtre': () => {
      const link = Object.assign(document.createElement('a'), {
        href: 'https://ailleurs.invalid/',
        target: '_blank',
      })
      document.body.append(link)
      link.click()
    },
    'javascript:': () => {
      const link = document.createElement('a')
      link.setAttribute('href', 'javascript:document.title="sorti"')
      document.body.append(link)
      link.click()
    },
    'data:': () => {
      location.href = 'data:text/html,<title>sorti</title>'
    },
    'blob:': () => {
      location.href = URL.createObjectURL(new Blob(['<title>sorti</title>'], { type: 'text/html' }))
    },
    formulaire: () => {
      const form = Object.assign(document.createElement('form'), { action: 'https://ailleurs.invalid/' })
      document.body.append(form)
      form.submit()
    },
    'iframe étranger': () => {
      document.body.append(
        Object.assign(document.createElement('iframe'), { src: 'https://ailleurs.invalid/' }),
      )
    },
  }
  test(Object.keys(SORTIES).join(', '), async ({ page }) => {
    await page.evaluate(() => Object.assign(window, { marque: 1 }))
    for (const [nom, sortir] of Object.entries(SORTIES)) {
      await test.step(nom, async () => {
        await page.evaluate(sortir).catch(() => undefined)
        await expectStillHere(page)
      })
    }
  })

  test('touches du navigateur', async ({ page, hote }) => {
    test.skip(hote !== 'chromium', 'Electron n’a pas ces touches : son menu est retiré')
    await page.evaluate(() => {
      const laissees: string[] = []
      Object.assign(window, { laissees })
      window.addEventListener('keydown', (event) => {
        if (!event.defaultPrevented && event.key.length + Number(event.ctrlKey) > 1) laissees.push(event.key)
      })
    })
    const touches = ['s', 'o', 'n', 'u', 'p', 't', 'w', 'r', 'Shift+I', 'Shift+J'].map(
      (touche) => `Control+${touche}`,
    )
    for (const touche of [...touches, 'F5', 'F12', 'F2']) await page.keyboard.press(touche)
    const laissees = await page.evaluate(() => (window as unknown as { laissees: string[] }).laissees)
    // F2 is ours: it shows that the listener hears what is let through.
    expect(laissees.filter((touche) => !['Control', 'Shift'].includes(touche))).toEqual(['F2'])
  })

  test('fichier déposé', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'aiguillage-depot-'))
    const file = join(folder, 'piece.html')
    writeFileSync(file, '<title>sorti</title>')
    await page.evaluate(() => Object.assign(window, { marque: 1 }))
    const session = await page.context().newCDPSession(page)
    const data = { items: [], files: [file], dragOperationsMask: 1 }
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data })
    }
    await expectStillHere(page)
    rmSync(folder, { recursive: true })
  })
})

test.describe('S14 — CSP stricte et Trusted Types', () => {
  test.use({ tolere: /Content Security Policy|Trusted/ })

  test('script et style en ligne, eval et innerHTML sont refusés', async ({ page }) => {
    const refus = await page.evaluate(async () => {
      const seen: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
      const attempts: Record<string, () => void> = {
        innerHTML: () => {
          document.createElement('div').innerHTML = '<b>x</b>'
        },
        'script en ligne': () => {
          const script = document.createElement('script')
          script.append('globalThis.passe = "script"')
          document.body.append(script)
        },
        style: () => {
          const style = document.createElement('style')
          style.append('body { opacity: 0.5 }')
          document.body.append(style)
        },
        'attribut style': () => document.body.setAttribute('style', 'opacity: 0.5'),
        gestionnaire: () => {
          const button = document.createElement('button')
          button.setAttribute('onclick', 'globalThis.passe = "onclick"')
          document.body.append(button)
          button.click()
        },
        // Outside of the protocol's own call, which is allowed to evaluate.
        // biome-ignore lint/security/noGlobalEval: it must be refused
        eval: () => globalThis.eval('globalThis.passe = "eval"'),
        'new Function': () => new Function('globalThis.passe = "Function"')(),
        'setTimeout(texte)': () => setTimeout('globalThis.passe = "setTimeout"'),
        politique: () => {
          ;(
            globalThis as unknown as { trustedTypes: { createPolicy(n: string, r: object): void } }
          ).trustedTypes.createPolicy('p', {})
        },
        image: () =>
          document.body.append(
            Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
          ),
        fetch: () => void fetch('/index.html').catch(() => undefined),
      }
      const result: Record<string, string[]> = {}
      for (const [name, attempt] of Object.entries(attempts)) {
        seen.length = 0
        await new Promise<void>((done) =>
          setTimeout(() => {
            try {
              attempt()
            } catch {}
            setTimeout(done, 100)
          }),
        )
        result[name] = [...new Set(seen)]
      }
      return { result, passe: 'passe' in globalThis, opacity: getComputedStyle(document.body).opacity }
    })
    expect(refus.passe).toBe(false)
    expect(refus.opacity).toBe('1')
    for (const [nom, directives] of Object.entries(refus.result)) {
      expect([nom, directives.length > 0]).toEqual([nom, true])
    }
  })
})

test('S15 — dans un réseau vide qui compte les paquets, rien ne sort du démarrage au verrouillage', async ({
  hote,
}) => {
  const able =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('unshare', ['-n', '-m', 'true']).status === 0
  test.skip(!able || hote !== 'chromium', 'demande root et un espace de noms réseau')
  const probe = join(import.meta.dirname, 'reseau-vide.sh')
  const run = spawnSync('unshare', ['-n', '-m', 'sh', probe, process.execPath], {
    encoding: 'utf8',
    timeout: 50_000,
  })
  const lines = run.stdout.trim().split('\n')
  // The counter counts: a look-up made on purpose is seen by it.
  expect(lines).toEqual([
    'ouvert',
    'verrouille',
    expect.stringMatching(/^avant 0$/),
    expect.stringMatching(/^temoin [1-9]\d*$/),
  ])
})

async function expectStillHere(page: Page): Promise<void> {
  await page.waitForTimeout(300)
  expect(
    page
      .context()
      .pages()
      .filter((other) => !other.isClosed()),
  ).toEqual([page])
  expect(new URL(page.url()).href).toMatch(/^(https:\/\/aiguillage\.invalid|app:\/\/aiguillage)\/$/)
  expect(await page.evaluate(() => 'marque' in window)).toBe(true)
  expect(await page.title()).not.toBe('sorti')
  expect(await appeler(page, 'application.etat', {})).toMatchObject({ ok: true })
}

function windowOptions() {
  return {
    webPreferences: {
      preload: join(import.meta.dirname, '../../out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    },
  } as const
}

async function preloadWorlds(session: CDPSession): Promise<number[]> {
  const worlds: number[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === 'aiguillage-preload') worlds.push(context.id)
  })
  await session.send('Runtime.enable')
  return worlds
}

/** Calls the channel itself from a preload world, below everything that the page can reach. */
async function forgeCall(session: CDPSession, contextId: number): Promise<void> {
  const message = JSON.stringify({ id: 0, channel: 'aiguillage', args: ['application.etat', '{}'] })
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression: `globalThis[Object.getOwnPropertyNames(globalThis).find((n) => n.startsWith('appel_'))](${JSON.stringify(message)})`,
  })
  expect(exceptionDetails).toBeUndefined()
}
