import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Store, StoreError } from '../../db/index.ts'
import { DOCUMENTS_DE, type Role } from '../../domain/index.ts'
import { modeleParDefaut } from '../../electron/formats/index.ts'
import {
  type Entree,
  type Evenement,
  type NomRoute,
  ROUTES,
  type Sortie,
} from '../../electron/ipc/contract.ts'
import { createRouter } from '../../electron/ipc/router.ts'
import { type Context, createHandlers, explain } from '../../electron/routes.ts'
import { declaration, newDossier, newPlace } from '../db/tools.ts'
import { contents, event } from './faux.ts'

const MAINTENANT = new Date('2026-11-24T08:00:00Z')
const JOUR = '2026-11-24'
const PAGE = Buffer.from('%PDF /Type /Page ')

type Print = Context['print']

/** A store behind the real router, as the page sees it; only the vault and the printer are missing. */
class Poste {
  readonly documents: string
  readonly dits: Evenement[] = []
  readonly store: Store
  readonly #role: Role
  readonly #appeler: ReturnType<typeof createRouter<typeof ROUTES>>
  readonly #nous = contents()
  imprimer: Print = () => Promise.resolve(PAGE)
  ouvert = true

  constructor(role: Role = 'parquet') {
    const place = newPlace()
    this.#role = role
    this.store = place.open({ role })
    this.documents = join(place.folder, 'Documents')
    const lire = () => {
      if (!this.ouvert) throw new StoreError('base-fermee')
      return { store: this.store, profil: this.#role }
    }
    const context = {
      session: {
        get opened() {
          return lire()
        },
      },
      secours: null,
      clock: () => MAINTENANT,
      lock() {},
      tell: (dit: Evenement) => this.dits.push(dit),
      printPage: () => Promise.resolve(),
      print: (...args: Parameters<Print>) => this.imprimer(...args),
      documents: this.documents,
    } as unknown as Context
    this.#appeler = createRouter({
      table: ROUTES,
      handlers: createHandlers(context),
      isOurs: (call) => call.sender === this.#nous,
      isUnlocked: () => true,
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

  async refus<R extends NomRoute>(route: R, entree: Entree<R>) {
    const answer = await this.appeler(route, entree)
    return answer.ok ? { code: 'accepté', message: '' } : { code: answer.code, message: answer.message }
  }

  ecrits(): string[] {
    return existsSync(this.documents) ? readdirSync(this.documents).sort() : []
  }

  personne(nom: string, ...faits: [fait: string, valeur: unknown][]): string {
    const id = randomUUID()
    this.store.dossiers.creer({
      id,
      dateAudience: JOUR,
      personne: { nom },
      declarations: faits.map(([fait, valeur]) =>
        declaration({ fait, valeur: valeur as string, auteur: { role: this.#role } }),
      ),
    })
    return id
  }
}

let poste: Poste
beforeEach(() => {
  poste = new Poste()
})

describe('documents.produire', () => {
  it('sans format : un PDF, comme avant', async () => {
    const dossier = newDossier(poste.store)
    const fait = await poste.obtenir('documents.produire', { dossier, document: 'fiche' })
    expect(fait).toMatchObject({ pages: 1, modele: null })
    expect(fait.fichier).toMatch(/_fiche-orientation_v1\.pdf$/)
    expect(readFileSync(fait.fichier)).toEqual(PAGE)
  })

  it('un document d’un autre profil est refusé avant d’être écrit, quel que soit le format', async () => {
    for (const role of ['parquet', 'defense', 'enquete'] as const) {
      const sien = new Poste(role)
      const dossier = newDossier(sien.store)
      const interdits = ROUTES['documents.produire'].entree.shape.document.options.filter(
        (d) => !DOCUMENTS_DE[role].includes(d),
      )
      expect(interdits.length).toBeGreaterThan(0)
      for (const document of interdits)
        for (const format of ['pdf', 'docx', 'odt', 'txt'] as const)
          expect((await sien.refus('documents.produire', { dossier, document, format })).code).toBe(
            'document-hors-profil',
          )
      expect(sien.ecrits()).toEqual([])
    }
  })

  it('un message n’a pas de page : le PDF est refusé en le disant, le texte est écrit', async () => {
    const dossier = poste.personne('INVENTÉ')
    const refus = await poste.refus('documents.produire', { dossier, document: 'message-jap' })
    expect(refus.code).toBe('format-absent')
    const { fichier, pages } = await poste.obtenir('documents.produire', {
      dossier,
      document: 'message-jap',
      format: 'txt',
    })
    expect(pages).toBeNull()
    expect(poste.ecrits()).toEqual([fichier.slice(poste.documents.length + 1)])
  })

  it('ce qui s’est verrouillé pendant l’impression n’est pas écrit', async () => {
    const dossier = newDossier(poste.store)
    poste.imprimer = async () => {
      poste.ouvert = false
      return PAGE
    }
    const refus = await poste.refus('documents.produire', { dossier, document: 'fiche' })
    expect(refus.code).toBe('base-fermee')
    expect(poste.ecrits()).toEqual([])
  })
})

describe('documents.copier', () => {
  it('les mots du document, sans rien d’une note privée ; rien n’est écrit', async () => {
    const dossier = poste.personne(
      'INVENTÉ',
      ['note.parquet', 'Polichinelle'],
      ['procedure.qualification', 'Vol à l’étalage'],
    )
    const { texte, html } = await poste.obtenir('documents.copier', { dossier, document: 'fiche' })
    expect(texte).toContain("Vol à l'étalage")
    expect(html).toContain('<h2>')
    expect(texte + html).not.toContain('Polichinelle')
    const note = await poste.obtenir('documents.copier', { dossier, document: 'note-audience' })
    expect(note.texte).toContain('Polichinelle')
    expect(poste.ecrits()).toEqual([])
  })

  it('la version de la checklist change qui la lit', async () => {
    const dossier = poste.personne('INVENTÉ')
    const lire = async (version?: 'tribunal') =>
      (
        await poste.obtenir('documents.copier', {
          dossier,
          document: 'checklist',
          ...(version && { version }),
        })
      ).texte
    expect(await lire()).toContain('requérir')
    expect(await lire('tribunal')).toContain('délibérer')
  })
})

describe('documents.dossierAudience', () => {
  const audience = { dateAudience: JOUR }

  it('une personne après l’autre, puis la mise en page ; un seul fichier', async () => {
    for (let i = 1; i <= 3; i += 1) poste.personne(`INVENTÉ ${i}`)
    const fait = await poste.obtenir('documents.dossierAudience', audience)
    expect(fait).toMatchObject({ personnes: 3, sansFiche: 0 })
    const lectures = poste.dits.filter((d) => d.type === 'progres' && d.etape === 'lecture')
    expect(lectures).toEqual([1, 2, 3].map((n) => ({ type: 'progres', etape: 'lecture', fait: n, total: 3 })))
    const pages = poste.dits.flatMap((d) => (d.type === 'progres' && d.etape === 'impression' ? [d] : []))
    expect(pages.at(-1)).toMatchObject({ fait: pages.at(-1)?.total })
    expect(poste.ecrits()).toEqual(['2026-11-24_dossier-audience_v1.pdf'])
  })

  it('annulé pendant la lecture ou pendant l’impression : la phrase le dit, aucun fichier', async () => {
    for (let i = 1; i <= 3; i += 1) poste.personne(`INVENTÉ ${i}`)
    const lecture = poste.refus('documents.dossierAudience', audience)
    expect(await poste.obtenir('documents.annuler', {})).toEqual({ annule: true })
    expect((await lecture).code).toBe('annule')
    let imprime = () => {}
    const enImpression = new Promise<void>((resoudre) => {
      imprime = resoudre
    })
    poste.imprimer = (_page, _options, signal) =>
      new Promise((_, rejeter) => {
        imprime()
        signal?.addEventListener('abort', () => rejeter(signal.reason))
      })
    const impression = poste.refus('documents.dossierAudience', audience)
    await enImpression
    expect((await poste.refus('documents.dossierAudience', audience)).code).toBe('deja-en-cours')
    await poste.obtenir('documents.annuler', {})
    expect(await impression).toMatchObject({
      code: 'annule',
      message: expect.stringContaining('aucun fichier'),
    })
    expect(await poste.obtenir('documents.annuler', {})).toEqual({ annule: false })
    expect(poste.ecrits()).toEqual([])
    poste.imprimer = () => Promise.resolve(PAGE)
    expect((await poste.obtenir('documents.dossierAudience', audience)).personnes).toBe(3)
  })

  it('verrouillé pendant l’impression : rien n’est écrit', async () => {
    poste.personne('INVENTÉ')
    poste.imprimer = async () => {
      poste.ouvert = false
      return PAGE
    }
    expect((await poste.refus('documents.dossierAudience', audience)).code).toBe('base-fermee')
    expect(poste.ecrits()).toEqual([])
  })

  it('une personne que les règles refusent de lire est comptée, les autres s’impriment', async () => {
    poste.personne('INVENTÉ 1')
    poste.personne('INVENTÉ MINEUR', ['personne.majeur', false])
    expect(await poste.obtenir('documents.dossierAudience', audience)).toMatchObject({
      personnes: 1,
      sansFiche: 1,
    })
  })

  it('une audience vide, un autre profil : une phrase', async () => {
    expect((await poste.refus('documents.dossierAudience', audience)).code).toBe('aucun-dossier')
    expect((await poste.refus('documents.liste', { ...audience, avecNoms: true })).code).toBe('aucun-dossier')
    const avocat = new Poste('defense')
    avocat.personne('INVENTÉ')
    expect((await avocat.refus('documents.dossierAudience', audience)).code).toBe('document-hors-profil')
    expect((await avocat.refus('documents.liste', { ...audience, avecNoms: false })).code).toBe(
      'document-hors-profil',
    )
  })
})

describe('documents.liste', () => {
  it('sans les noms : aucun nom dans ce qui s’imprime', async () => {
    poste.personne('INVENTÉ')
    const pages: string[] = []
    poste.imprimer = async (page) => {
      pages.push(page.html)
      return PAGE
    }
    await poste.obtenir('documents.liste', { dateAudience: JOUR, avecNoms: true })
    await poste.obtenir('documents.liste', { dateAudience: JOUR, avecNoms: false })
    expect(pages.map((p) => p.includes('INVENTÉ'))).toEqual([true, false])
  })
})

describe('les papiers d’une audience suivent l’ordre du tableau, avec le N° d’arrivée', () => {
  const imprimes = async () => {
    const pages: string[] = []
    poste.imprimer = async (page) => {
      pages.push(page.html)
      return PAGE
    }
    await poste.obtenir('documents.liste', { dateAudience: JOUR, avecNoms: true })
    await poste.obtenir('documents.dossierAudience', { dateAudience: JOUR })
    return pages.join('')
  }

  it('la limite de 20 heures la plus proche d’abord', async () => {
    poste.personne('INVENTÉ UN')
    poste.personne('INVENTÉ MINEUR', ['personne.majeur', false])
    poste.personne('INVENTÉ TROIS', ['permanence.finGardeAVue', '2026-11-23T18:10'])
    const html = await imprimes()
    expect([...html.matchAll(/(\d)\. INVENTÉ (UN|TROIS)/g)].map((m) => m[0]).slice(0, 2)).toEqual([
      '3. INVENTÉ TROIS',
      '1. INVENTÉ UN',
    ])
    const liste = html.slice(0, html.indexOf('</table>'))
    expect(liste.indexOf('INVENTÉ TROIS')).toBeLessThan(liste.indexOf('INVENTÉ UN'))
    expect(liste).toMatch(/>3<[\s\S]*INVENTÉ TROIS[\s\S]*>1<[\s\S]*INVENTÉ UN/)
  })

  it('ou l’ordre donné à la main', async () => {
    poste.personne('INVENTÉ UN', ['permanence.rang', 2], ['permanence.finGardeAVue', '2026-11-23T09:00'])
    poste.personne('INVENTÉ DEUX', ['permanence.rang', 1])
    await poste.obtenir('reglages.ecrire', { reglages: { ordre: 'main' } })
    const html = await imprimes()
    expect(html.indexOf('INVENTÉ DEUX')).toBeLessThan(html.indexOf('INVENTÉ UN'))
  })
})

describe('les modèles du tribunal', () => {
  const odt = async (octets: Uint8Array | string, nom: string) => {
    mkdirSync(join(poste.documents, 'modeles'), { recursive: true })
    writeFileSync(join(poste.documents, 'modeles', nom), octets)
    const dossier = poste.personne('INVENTÉ')
    return poste.obtenir('documents.produire', { dossier, document: 'fiche', format: 'odt' })
  }
  /** The shipped model, with a change in its text. */
  const change = async (avant: string, apres: string) => {
    const parties = unzipSync(await modeleParDefaut())
    for (const nom of ['content.xml', 'styles.xml'])
      parties[nom] = strToU8(strFromU8(parties[nom] ?? new Uint8Array()).replaceAll(avant, apres))
    return zipSync(parties)
  }
  const contenuDe = (fichier: string) =>
    strFromU8(unzipSync(readFileSync(fichier))['content.xml'] ?? new Uint8Array())

  it('sans modèle, celui qui est livré ; avec le sien, le sien, celui du document d’abord', async () => {
    expect(await odt('', 'autre.odt')).toMatchObject({ modele: null, pages: null })
    const tous = await odt(await change('{titre}', 'PAPIER DE TOUS {titre}'), 'modele.odt')
    expect(contenuDe(tous.fichier)).toContain('PAPIER DE TOUS')
    const sien = await odt(await change('{titre}', 'PAPIER DE LA FICHE {titre}'), 'fiche.odt')
    expect(sien.modele).toBeNull()
    expect(contenuDe(sien.fichier)).toContain('PAPIER DE LA FICHE')
  })

  it('un champ inconnu est dit, sur le papier et dans la phrase', async () => {
    const { fichier, modele } = await odt(await change('{titre}', '{titre} {juridiction}'), 'modele.odt')
    expect(modele).toContain('juridiction')
    expect(contenuDe(fichier)).toContain('champ inconnu')
  })

  it('un modèle qui ne peut pas servir ne s’efface jamais en silence', async () => {
    const refuses = ['pas un odt', await change('{phrase}', ''), await change('{titre}', '{titre')]
    for (const octets of refuses) {
      const { fichier, modele } = await odt(octets, 'modele.odt')
      expect(modele).toMatch(
        /^Le modèle «.modele\.odt.» n’a pas servi, celui d’Aiguillage l’a remplacé.: .+\.$/,
      )
      expect(contenuDe(fichier)).toContain('Fiche d’orientation')
    }
  })

  it('« Vérifier le modèle » nomme ce qui ne va pas et n’écrit rien', async () => {
    const octets = Buffer.from(await change('{phrase}', '{juridiction}')).toString('base64')
    const lu = await poste.obtenir('modeles.verifier', { octets })
    expect(lu).toMatchObject({ inconnus: ['juridiction'], manquants: ['phrase'], malformes: [] })
    const refus = await poste.refus('modeles.verifier', { octets: Buffer.from('x').toString('base64') })
    expect(refus.code).toBe('pas-odt')
    expect((await poste.refus('modeles.verifier', { octets: 'pas du base64 !' })).code).toBe(
      'entree-invalide',
    )
    expect(poste.ecrits()).toEqual([])
  })

  it('le modèle livré s’obtient à côté, sans remplacer celui du tribunal', async () => {
    const premier = await poste.obtenir('modeles.exemplaire', {})
    const second = await poste.obtenir('modeles.exemplaire', {})
    expect(premier.fichier).not.toBe(second.fichier)
    expect(readdirSync(join(poste.documents, 'modeles'))).toEqual([
      'modele-livre_v1.odt',
      'modele-livre_v2.odt',
    ])
  })
})
