import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { ajouterDefere, enregistre, ouvrir } from './gestes.ts'

const DEPUIS = Date.now()

/** Files written since the test began, wherever the program or the browser may write, that hold the words in clear. */
function enClair(mots: string, racines: readonly string[], sauf: string): string[] {
  const octets = [Buffer.from(mots, 'utf8'), Buffer.from(mots, 'utf16le')]
  const trouves: string[] = []
  const parcourir = (dossier: string) => {
    if (dossier === sauf) return
    for (const entree of lister(dossier)) {
      const chemin = join(dossier, entree.name)
      if (entree.isDirectory()) parcourir(chemin)
      else if (entree.isFile() && estRecent(chemin)) {
        const contenu = lire(chemin)
        if (octets.some((o) => contenu.includes(o))) trouves.push(chemin)
      }
    }
  }
  for (const racine of racines) parcourir(racine)
  return trouves
}

// Files come and go while the browser runs: one that is gone holds nothing.
function lister(dossier: string) {
  try {
    return readdirSync(dossier, { withFileTypes: true })
  } catch {
    return []
  }
}

function estRecent(chemin: string): boolean {
  const etat = statSync(chemin, { throwIfNoEntry: false })
  return etat !== undefined && etat.mtimeMs >= DEPUIS
}

function lire(chemin: string): Buffer {
  try {
    return readFileSync(chemin)
  } catch {
    return Buffer.alloc(0)
  }
}

test('S1 — ce qui est tapé ne se lit nulle part sur le disque : base, journal, profil du navigateur, fichiers temporaires', async ({
  app,
}) => {
  const mots = `MARQUEUR${randomUUID().slice(0, 8)}`
  const racines = [tmpdir(), join(homedir(), '.config'), join(homedir(), '.cache')]
  const chercher = () => enClair(mots, racines, app.documents)

  const page = await ouvrir(app)
  await ajouterDefere(page, mots)
  await page.keyboard.type('o')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type(`${mots} en précision`)
  await page.keyboard.press('Escape')
  await enregistre(page)
  await page.keyboard.press('Control+p')
  await expect(page.getByText(/^Fiche prête/)).toBeVisible()
  expect(chercher()).toEqual([])

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('heading', { name: 'Verrouillé' })).toBeVisible()
  expect(chercher()).toEqual([])
  await app.fermer()
  expect(chercher()).toEqual([])

  // The search does see what is there.
  const temoin = join(app.donnees, 'temoin.bin')
  writeFileSync(temoin, Buffer.from(`…${mots}…`, 'utf16le'))
  expect(chercher()).toEqual([temoin])
  rmSync(temoin)
})
