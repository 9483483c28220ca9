import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MARQUE_EXERCICE } from '../../domain/index.ts'
import { commencerExercice, exigerReel, oterExercicesPerdus } from '../../electron/exercice.ts'
import {
  type Entree,
  type Evenement,
  type NomRoute,
  ROUTES,
  type Sortie,
} from '../../electron/ipc/contract.ts'
import { createRouter } from '../../electron/ipc/router.ts'
import { type Context, createHandlers, explain } from '../../electron/routes.ts'
import { Session } from '../../electron/session.ts'
import { declaration, mountSmall, temporaryFolder } from '../db/tools.ts'
import { contents, event } from './faux.ts'

const MAINTENANT = new Date('2026-11-24T08:00:00Z')
const JOUR = '2026-11-24'
/** In a margin box the dash is a code point. */
const EN_CSS = '"EXERCICE \\2014  personnes inventées'
const PHRASE = 'sept péniches sous la pluie'

/** The real session behind the real router; only the window and the printer are missing. */
class Poste {
  readonly donnees: string
  readonly documents: string
  readonly temporaire: string
  readonly dits: Evenement[] = []
  readonly session: Session
  readonly pages: string[] = []
  pendantImpression: () => void = () => {}
  readonly #nous = contents()
  readonly #appeler: ReturnType<typeof createRouter<typeof ROUTES>>

  constructor() {
    const folder = temporaryFolder()
    this.donnees = join(folder, 'donnees')
    this.documents = join(folder, 'Documents')
    this.temporaire = join(folder, 'tmp')
    mkdirSync(this.temporaire)
    vi.stubEnv('TMPDIR', this.temporaire)
    this.session = new Session(this.donnees, () => MAINTENANT)
    const handlers = createHandlers({
      session: this.session,
      secours: null,
      clock: () => MAINTENANT,
      lock: () => {
        this.session.verrouiller()
        this.dits.push({ type: 'verrouille' })
      },
      tell: (dit: Evenement) => this.dits.push(dit),
      printPage: () => Promise.resolve(),
      print: async (page: { html: string }) => {
        this.pages.push(page.html)
        this.pendantImpression()
        return Buffer.from('%PDF /Type /Page ')
      },
      documents: this.documents,
      openMail: () => Promise.reject(new Error('an exercise opens no mail program')),
    } as Context)
    this.#appeler = createRouter({
      table: ROUTES,
      handlers,
      isOurs: (call) => call.sender === this.#nous,
      isUnlocked: () => this.session.isUnlocked,
      explain,
      log: () => undefined,
    })
  }

  async appeler<R extends NomRoute>(route: R, entree: Entree<R>) {
    const answer = JSON.parse(await this.#appeler(event(this.#nous), route, JSON.stringify(entree)))
    return answer as { ok: true; valeur: Sortie<R> } | { ok: false; code: string; message: string }
  }

  async obtenir<R extends NomRoute>(route: R, entree: Entree<R>): Promise<Sortie<R>> {
    const answer = await this.appeler(route, entree)
    if (!answer.ok) throw new Error(`${answer.code}: ${answer.message}`)
    return answer.valeur
  }

  async code<R extends NomRoute>(route: R, entree: Entree<R>): Promise<string> {
    const answer = await this.appeler(route, entree)
    return answer.ok ? 'accepté' : answer.code
  }

  /** A real store with one person in it, open. */
  async reel(): Promise<string> {
    await this.obtenir('coffre.creer', { profil: 'parquet', tribunal: 'Marseille', phrase: PHRASE })
    const id = '00000000-0000-4000-8000-00000000000a'
    await this.obtenir('dossiers.creer', {
      id,
      dateAudience: JOUR,
      identite: { personne: { nom: 'REELLE' } },
      declarations: [declaration({ fait: 'note.parquet', valeur: 'Polichinelle' })],
    })
    return id
  }

  dossiers() {
    return this.obtenir('dossiers.lister', { dateAudience: JOUR }).then((l) => l.dossiers)
  }

  ecrits(): string[] {
    return fichiers(this.documents)
  }
}

function fichiers(folder: string): string[] {
  if (!existsSync(folder)) return []
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((nom) => statSync(join(folder, nom)).isFile())
    .sort()
}

let poste: Poste
beforeEach(() => {
  poste = new Poste()
})
afterEach(() => {
  poste.session.verrouiller()
  vi.unstubAllEnvs()
})

describe('commencer et quitter', () => {
  it('avant tout coffre : sept personnes, rien dans le dossier des données, et rien ne reste après', async () => {
    await poste.obtenir('exercice.commencer', {})
    expect(await poste.obtenir('application.etat', {})).toMatchObject({
      coffre: 'ouvert',
      exercice: true,
      profil: 'parquet',
      tribunal: 'Bobigny',
    })
    expect(await poste.dossiers()).toHaveLength(7)
    expect(fichiers(poste.donnees)).toEqual([])
    expect(readdirSync(poste.temporaire)).toHaveLength(1)
    await poste.obtenir('exercice.quitter', {})
    expect(await poste.obtenir('application.etat', {})).toMatchObject({ coffre: 'absent', exercice: false })
    expect(readdirSync(poste.temporaire)).toEqual([])
    expect(fichiers(poste.donnees)).toEqual([])
    expect(await poste.code('dossiers.lister', { dateAudience: JOUR })).toBe('verrouille')
  })

  it('commencer deux fois, même ensemble, est un seul exercice ; quitter deux fois ne fait rien de plus', async () => {
    await Promise.all([poste.obtenir('exercice.commencer', {}), poste.obtenir('exercice.commencer', {})])
    const avant = (await poste.dossiers()).map((d) => d.id)
    await poste.obtenir('exercice.commencer', {})
    expect((await poste.dossiers()).map((d) => d.id)).toEqual(avant)
    expect(readdirSync(poste.temporaire)).toHaveLength(1)
    await poste.obtenir('exercice.quitter', {})
    await poste.obtenir('exercice.quitter', {})
    expect(poste.dits).toEqual([{ type: 'verrouille' }])
  })

  it('le magasin réel ouvert est d’abord verrouillé, reste intact, et se rouvre après', async () => {
    const id = await poste.reel()
    await poste.obtenir('exercice.commencer', {})
    expect(poste.dits).toEqual([{ type: 'verrouille' }])
    expect(await poste.obtenir('application.etat', {})).toMatchObject({ exercice: true, tribunal: 'Bobigny' })
    await poste.obtenir('exercice.quitter', {})
    expect(await poste.obtenir('application.etat', {})).toMatchObject({
      coffre: 'verrouille',
      exercice: false,
    })
    await poste.obtenir('coffre.ouvrir', { secret: PHRASE })
    expect((await poste.dossiers()).map((d) => d.id)).toEqual([id])
    expect((await poste.obtenir('application.etat', {})).tribunal).toBe('Marseille')
  })

  it('quitter ne verrouille pas le magasin réel', async () => {
    await poste.reel()
    await poste.obtenir('exercice.quitter', {})
    expect((await poste.obtenir('application.etat', {})).coffre).toBe('ouvert')
  })

  it('Ctrl+L (coffre.verrouiller) finit l’exercice', async () => {
    await poste.obtenir('exercice.commencer', {})
    await poste.obtenir('coffre.verrouiller', {})
    expect(readdirSync(poste.temporaire)).toEqual([])
    expect(poste.session.isUnlocked).toBe(false)
  })

  it('pendant l’exercice aucun coffre ne se crée ni ne s’ouvre', async () => {
    await poste.reel()
    await poste.obtenir('exercice.commencer', {})
    const creation = { profil: 'parquet', tribunal: 'B', phrase: PHRASE } as const
    expect(await poste.code('coffre.creer', creation)).toBe('exercice-en-cours')
    expect(await poste.code('coffre.ouvrir', { secret: PHRASE })).toBe('exercice-en-cours')
  })
})

describe('deux magasins qui ne se voient pas', () => {
  it('de l’exercice, rien du réel ne se lit ; du réel, rien de l’exercice', async () => {
    const id = await poste.reel()
    await poste.obtenir('exercice.commencer', {})
    const ici = await poste.dossiers()
    expect(JSON.stringify(ici)).not.toMatch(/REELLE|Polichinelle/)
    expect(ici.map((d) => d.id)).not.toContain(id)
    expect(await poste.code('pieces.lister', { dossier: id })).toBe('dossier-inconnu')
    expect(await poste.code('documents.copier', { dossier: id, document: 'fiche' })).toBe('dossier-inconnu')
    expect(await poste.code('declarations.ajouter', { dossier: id, declarations: [declaration()] })).toBe(
      'dossier-inconnu',
    )
    await poste.obtenir('reglages.ecrire', { reglages: { dureeEnquete: 33 } })
    await poste.obtenir('exercice.quitter', {})
    await poste.obtenir('coffre.ouvrir', { secret: PHRASE })
    expect((await poste.obtenir('reglages.lire', {})).dureeEnquete).not.toBe(33)
    expect((await poste.obtenir('reglages.lire', {})).audiences).toEqual({})
    for (const d of ici) expect(await poste.code('pieces.lister', { dossier: d.id })).toBe('dossier-inconnu')
  })

  it('S1, S2 — le magasin d’exercice est chiffré, dans un dossier que son seul propriétaire lit', async () => {
    await poste.obtenir('exercice.commencer', {})
    const [nom = ''] = readdirSync(poste.temporaire)
    const folder = join(poste.temporaire, nom)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const octets = fichiers(folder).map((f) => readFileSync(join(folder, f)))
    expect(octets.length).toBeGreaterThan(0)
    expect(octets.reduce((somme, o) => somme + o.length, 0)).toBeGreaterThan(50_000)
    for (const o of octets) {
      expect(o.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
      for (const mot of ['exercice)', 'Aulnay', 'BULLETIN']) expect(o.includes(mot)).toBe(false)
    }
  })
})

describe('ce qu’un exercice laisse quand il est tué', () => {
  it('S4 — le dossier d’un exercice tué est ôté au démarrage suivant, pas celui d’un autre poste', async () => {
    const enfant = spawn(
      process.execPath,
      [join(import.meta.dirname, 'exercice-enfant.ts'), poste.donnees, poste.temporaire],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await new Promise((resoudre) => enfant.stdout.once('data', resoudre))
    enfant.kill('SIGKILL')
    await new Promise((resoudre) => enfant.once('exit', resoudre))
    const autre = commencerExercice(`${poste.donnees}-autre`, () => MAINTENANT)
    expect(readdirSync(poste.temporaire)).toHaveLength(2)
    poste.session.oterExercicesPerdus()
    expect(readdirSync(poste.temporaire)).toHaveLength(1)
    expect(autre.store.dossiers.lister(JOUR)).toHaveLength(7)
    autre.finir()
    expect(readdirSync(poste.temporaire)).toEqual([])
  })

  it('rien de perdu, ou pas de dossier temporaire : le démarrage ne dit rien', () => {
    oterExercicesPerdus(poste.donnees)
    oterExercicesPerdus(poste.donnees, join(poste.temporaire, 'absent'))
  })
})

describe('quand le disque refuse', () => {
  it('dossier temporaire absent : une phrase, et le coffre reste ce qu’il était', async () => {
    vi.stubEnv('TMPDIR', join(poste.temporaire, 'absent'))
    const refus = await poste.appeler('exercice.commencer', {})
    expect(refus).toMatchObject({
      ok: false,
      code: 'exercice-impossible',
      message: expect.stringMatching(/^L’exercice n’a pas pu commencer\s: .+ touché\.$/),
    })
    expect(await poste.obtenir('application.etat', {})).toMatchObject({ coffre: 'absent', exercice: false })
  })

  it('R3 — disque plein : la même phrase, et rien ne reste à moitié fait', ({ skip }) => {
    const folder = temporaryFolder()
    const why = mountSmall(folder, '128k')
    if (why) return skip(why)
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(64 * 1024))
    expect(() => commencerExercice(poste.donnees, () => MAINTENANT, folder)).toThrow(
      /^L’exercice n’a pas pu commencer/,
    )
    expect(readdirSync(folder)).toEqual(['ballast'])
  })
})

describe('ce qui sort d’un exercice le dit', () => {
  beforeEach(async () => {
    await poste.obtenir('exercice.commencer', {})
  })
  const premier = async () => (await poste.dossiers())[0]?.id ?? ''

  it('PDF : le nom, le dossier à part, la tête et le pied de chaque page', async () => {
    const { fichier } = await poste.obtenir('documents.produire', {
      dossier: await premier(),
      document: 'fiche',
    })
    expect(poste.ecrits()).toEqual([`Exercice/EXERCICE_${JOUR}_99328000001_fiche-orientation_v1.pdf`])
    expect(fichier).toContain('/Exercice/EXERCICE_')
    const [page = ''] = poste.pages
    expect(page).toContain('@top-center')
    expect(page).toContain(`${MARQUE_EXERCICE} · Aide à la préparation`)
  })

  it('DOCX, ODT, texte : la marque à chaque page, jamais par un modèle du tribunal', async () => {
    mkdirSync(join(poste.documents, 'modeles'), { recursive: true })
    writeFileSync(join(poste.documents, 'modeles', 'modele.odt'), 'du tribunal')
    const dossier = await premier()
    const lire = async (format: 'docx' | 'odt' | 'txt') => {
      const fait = await poste.obtenir('documents.produire', { dossier, document: 'fiche', format })
      expect(fait.modele).toBeNull()
      return readFileSync(fait.fichier)
    }
    const docx = unzipSync(await lire('docx'))
    const parties = Object.entries(docx).filter(([nom]) => /^word\/(header|footer)\d+\.xml$/.test(nom))
    expect(parties).toHaveLength(2)
    for (const [, xml] of parties) expect(strFromU8(xml)).toContain(MARQUE_EXERCICE)
    const styles = unzipSync(await lire('odt'))['styles.xml'] ?? new Uint8Array()
    expect(strFromU8(styles)).toContain(MARQUE_EXERCICE)
    const texte = (await lire('txt')).toString('utf8')
    expect(texte.split('\r\n')[0]).toMatch(/^EXERCICE . personnes inventées$/)
    for (const nom of poste.ecrits().filter((n) => !n.startsWith('modeles/')))
      expect(nom).toMatch(/^Exercice\/EXERCICE_/)
  })

  it('texte copié : la première ligne, pour chaque document et chaque message', async () => {
    const dossier = await premier()
    for (const document of [
      'fiche',
      'checklist',
      'note-audience',
      'message-apcars',
      'message-avocat',
    ] as const) {
      const { texte, html } = await poste.obtenir('documents.copier', { dossier, document })
      expect([document, texte.split('\r\n')[0]]).toEqual([
        document,
        expect.stringMatching(/^EXERCICE . personnes inventées$/),
      ])
      expect(html.replace(/<[^>]*>/g, '')).toMatch(/^EXERCICE — personnes inventées/)
    }
  })

  it('dossier d’audience, liste, règles, modèle : à part, chaque feuille marquée', async () => {
    await poste.obtenir('documents.dossierAudience', { dateAudience: JOUR })
    const reliees = poste.pages.at(-1) ?? ''
    expect(reliees.match(/@top-center/g)?.length).toBe((reliees.match(/class="feuille /g)?.length ?? 0) + 1)
    await poste.obtenir('documents.liste', { dateAudience: JOUR, avecNoms: true })
    expect(poste.pages.at(-1)?.includes(EN_CSS)).toBe(true)
    await poste.obtenir('catalogue.imprimer', {})
    expect(poste.pages.at(-1)?.includes(EN_CSS)).toBe(true)
    await poste.obtenir('modeles.exemplaire', {})
    expect(poste.ecrits()).toHaveLength(4)
    for (const nom of poste.ecrits()) expect(nom).toMatch(/^Exercice\/(modeles\/)?EXERCICE_/)
  })

  it('rien de signé ni d’envoyé : une phrase', async () => {
    const refus = await poste.appeler('catalogue.exporter', {})
    expect(refus).toMatchObject({ ok: false, code: 'pas-en-exercice' })
    expect(poste.ecrits()).toEqual([])
    const [premier] = (
      await poste.obtenir('dossiers.lister', { dateAudience: MAINTENANT.toISOString().slice(0, 10) })
    ).dossiers
    const courriel = { dossier: premier?.id ?? '', document: 'message-apcars' } as const
    expect(await poste.appeler('messages.courriel', courriel)).toMatchObject({
      ok: false,
      code: 'pas-en-exercice',
    })
    expect(() => exigerReel(poste.session)).toThrow(/^Cela ne se fait pas dans un exercice/)
    await poste.obtenir('exercice.quitter', {})
    exigerReel(poste.session)
  })

  it('imprimé quand l’exercice est déjà quitté, et un autre commencé : rien n’est écrit', async () => {
    const dossier = await premier()
    let reouvrir = Promise.resolve<unknown>(null)
    poste.pendantImpression = () => {
      poste.session.verrouiller()
      reouvrir = poste.session.commencerExercice()
    }
    expect(await poste.code('documents.produire', { dossier, document: 'fiche' })).toBe('base-fermee')
    await reouvrir
    expect(poste.ecrits()).toEqual([])
  })
})

it('hors exercice, aucun document ne porte la marque', async () => {
  const dossier = await poste.reel()
  const { texte, html } = await poste.obtenir('documents.copier', { dossier, document: 'fiche' })
  await poste.obtenir('documents.produire', { dossier, document: 'fiche' })
  await poste.obtenir('documents.liste', { dateAudience: JOUR, avecNoms: true })
  expect([texte, html, ...poste.pages].some((dit) => dit.includes('EXERCICE'))).toBe(false)
  expect(poste.ecrits().filter((nom) => /exercice/i.test(nom))).toEqual([])
})
