import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../db/index.ts'
import {
  type CatalogueEcrit,
  type ChangementLocal,
  catalogueEnVigueur,
  catalogueParDefaut,
  ecrireContenu,
  ecrireEnveloppe,
  empreinteCle,
  type Role,
  texteSigne,
} from '../../domain/index.ts'
import { type Entree, type NomRoute, ROUTES, type Sortie } from '../../electron/ipc/contract.ts'
import { createRouter } from '../../electron/ipc/router.ts'
import { type Context, createHandlers, explain } from '../../electron/routes.ts'
import { declaration, everyFile, newDossier, newPlace, type Place, piece } from '../db/tools.ts'
import { contents, event } from './faux.ts'

const LIVRE = catalogueParDefaut().ecrit
/** Two days after the catalogue that ships, whenever that is. */
const MAINTENANT = new Date(Date.parse(`${LIVRE.version.slice(0, 10)}T12:00:00Z`) + 2 * 86_400_000)
const JOUR = MAINTENANT.toISOString().slice(0, 10)

/** A store behind the real router, as the page sees it; only the vault and the printer are missing. */
class Poste {
  readonly place: Place
  readonly documents: string
  store: Store
  #role: Role

  constructor(role: Role = 'parquet') {
    this.place = newPlace()
    this.#role = role
    this.store = this.place.open({ role })
    this.documents = join(this.place.folder, 'Documents')
  }

  reopen(): void {
    this.store.close()
    this.store = this.place.open({ role: this.#role, create: false })
  }

  async appeler<R extends NomRoute>(route: R, entree: Entree<R>) {
    const ours = contents()
    const session = { opened: { store: this.store, profil: this.#role } }
    const context = {
      session,
      secours: null,
      clock: () => MAINTENANT,
      lock() {},
      printPage: () => Promise.resolve(),
      print: () => Promise.resolve(Buffer.from('%PDF /Type /Page ')),
      documents: this.documents,
    } as unknown as Context
    const router = createRouter({
      table: ROUTES,
      handlers: createHandlers(context),
      isOurs: (call) => call.sender === ours,
      isUnlocked: () => true,
      explain,
      log: () => undefined,
    })
    const answer = JSON.parse(await router(event(ours), route, JSON.stringify(entree)))
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
}

/** Another court, with a key of its own. */
function expediteur() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const cle = publicKey.export({ format: 'jwk' }).x ?? ''
  const signer = (texte: string) => sign(null, Buffer.from(texte), privateKey).toString('base64url')
  return {
    cle,
    fichier: (contenu: string, prefixe = texteSigne(contenu)) =>
      ecrireEnveloppe({ cle, signature: signer(prefixe), contenu }),
  }
}

function catalogue(version: string, changer: (c: CatalogueEcrit) => void = () => undefined): string {
  const c = { ...structuredClone(LIVRE), version }
  changer(c)
  return ecrireContenu(c)
}

const changement = (objet: ChangementLocal['changement'], reste: Partial<ChangementLocal> = {}) => ({
  id: randomUUID(),
  date: MAINTENANT.toISOString(),
  par: 'Mme Vasseur',
  source: 'appel au programme',
  changement: objet,
  ...reste,
})
const seuil = (valeur: number) => changement({ type: 'parametre', nom: 'ouvrage.minCondamnations', valeur })
const QUI = { par: 'Mme Vasseur', source: 'courriel du 23/11/2026' }

let poste: Poste
let lyon: ReturnType<typeof expediteur>
beforeEach(() => {
  poste = new Poste()
  lyon = expediteur()
})
const confier = (cle = lyon.cle) =>
  poste.obtenir('catalogue.faireConfiance', { cle, nom: 'TJ de Lyon', ...QUI })

describe('le catalogue de ce poste', () => {
  it('au départ : celui qui est livré, sans changement, sans clé', async () => {
    const lu = await poste.obtenir('catalogue.lire', {})
    expect(lu).toEqual({ ecrit: LIVRE, changements: [], origine: { type: 'livre' }, cles: [], maCle: null })
  })

  it('un changement est gardé, relu après réouverture, et fait les mêmes règles que dans la fenêtre', async () => {
    const trois = seuil(3)
    await poste.obtenir('catalogue.changer', { changement: trois })
    poste.reopen()
    const lu = await poste.obtenir('catalogue.lire', {})
    expect(lu.changements).toEqual([trois])
    const fenetre = catalogueEnVigueur(lu.ecrit, lu.changements)
    expect(fenetre.parametres.get('ouvrage.minCondamnations')).toBe(3)
  })

  it('un changement refusé par le domaine n’entre pas, avec sa phrase', async () => {
    const r = await poste.refus('catalogue.changer', { changement: seuil(-1) })
    expect(r).toMatchObject({ code: 'changement-refuse', message: expect.stringContaining('attend') })
    expect((await poste.obtenir('catalogue.lire', {})).changements).toEqual([])
  })

  it('les documents sont faits avec le catalogue en vigueur, et le disent', async () => {
    const id = newDossier(poste.store, [declaration()])
    const pages: string[] = []
    const imprimer = async () => {
      const { fichier } = await poste.obtenir('documents.produire', { dossier: id, document: 'fiche' })
      pages.push(fichier)
    }
    await imprimer()
    await poste.obtenir('catalogue.changer', { changement: seuil(3) })
    await imprimer()
    expect(new Set(pages).size).toBe(2)
    await poste.obtenir('catalogue.imprimer', {})
    expect(readdirSync(poste.documents).filter((n) => n.includes('relire-les-regles'))).toHaveLength(1)
  })
})

describe('importer un catalogue signé', () => {
  it('examiner montre sans rien appliquer ; importer applique, garde les changements locaux et le dit', async () => {
    await confier()
    const garde = seuil(4)
    const perdu = changement({ type: 'note', dispositif: 'ailsi', texte: 'Rappeler en janvier.' })
    for (const c of [garde, perdu]) await poste.obtenir('catalogue.changer', { changement: c })
    const contenu = lyon.fichier(
      catalogue(JOUR, (c) => {
        c.dispositifs = c.dispositifs.filter((d) => d.id !== 'ailsi')
      }),
    )
    const examen = await poste.obtenir('catalogue.examiner', { contenu })
    expect(examen).toMatchObject({
      version: JOUR,
      versionActuelle: LIVRE.version,
      signataire: 'TJ de Lyon',
    })
    expect(examen.differences).toMatchObject([{ genre: 'retrait', entree: 'dispositif', id: 'ailsi' }])
    expect(examen.sansEffet).toHaveLength(1)
    expect(examen.sansEffet[0]).toMatch(/AILSI.*Rappeler en janvier.*Mme Vasseur, le \d\d\/\d\d\/\d{4}/)
    expect((await poste.obtenir('catalogue.lire', {})).origine).toEqual({ type: 'livre' })

    await poste.obtenir('catalogue.importer', { contenu, ...QUI })
    poste.reopen()
    const lu = await poste.obtenir('catalogue.lire', {})
    expect(lu.origine).toEqual({
      type: 'importe',
      signataire: 'TJ de Lyon',
      importeLe: MAINTENANT.toISOString(),
      par: 'Mme Vasseur',
    })
    expect(lu.ecrit.version).toBe(JOUR)
    expect(lu.ecrit.dispositifs.some((d) => d.id === 'ailsi')).toBe(false)
    // The change that no longer applies is ignored, never lost.
    expect(lu.changements).toEqual([garde, perdu])
    const regles = catalogueEnVigueur(lu.ecrit, lu.changements)
    expect(regles.parametres.get('ouvrage.minCondamnations')).toBe(4)
  })

  const PLANTE = 'zqPLANTE'
  it.each<[string, string, (l: ReturnType<typeof expediteur>) => string]>([
    ['qui n’est pas du JSON', 'fichier-illisible', () => PLANTE],
    ['d’un autre format', 'autre-format', () => JSON.stringify({ format: PLANTE })],
    ['d’un autre schéma', 'autre-schema', (l) => l.fichier('{}').replace('"schema": 1', '"schema": 2')],
    ['non signé', 'non-signe', (l) => l.fichier('{}').replace(/"signature": "[^"]+"/, '"signature": ""')],
    ['signé par un autre', 'signature-fausse', (l) => l.fichier('{}').replace(l.cle, expediteur().cle)],
    [
      'dont un caractère a changé',
      'signature-fausse',
      (l) => l.fichier(catalogue(JOUR)).replace('L’Ouvrage', 'L’ouvrage'),
    ],
    ['signé sans son en-tête', 'signature-fausse', (l) => l.fichier(catalogue(JOUR), catalogue(JOUR))],
    ['signé pour un autre schéma', 'signature-fausse', (l) => l.fichier('{}', 'aiguillage-catalogue 2\n{}')],
    ['de clé inconnue', 'cle-inconnue', () => expediteur().fichier(catalogue(JOUR))],
    ['plus ancien', 'version-anterieure', (l) => l.fichier(catalogue('2020-01-01'))],
    ['daté de l’avenir', 'version-future', (l) => l.fichier(catalogue('9999-12-31'))],
    ['de même version', 'version-anterieure', (l) => l.fichier(catalogue(LIVRE.version))],
    [
      'avec un champ inconnu',
      'catalogue-refuse',
      (l) => l.fichier(catalogue(JOUR, (c) => Object.assign(c.alertes[0] ?? {}, { [PLANTE]: 1 }))),
    ],
    [
      'avec une règle illisible',
      'catalogue-refuse',
      (l) => l.fichier(catalogue(JOUR, (c) => Object.assign(c.alertes[0] ?? {}, { quand: PLANTE }))),
    ],
    ['trop gros', 'fichier-trop-gros', () => 'x'.repeat(3_000_001)],
  ])(
    'un fichier %s est refusé entier, avec sa raison, à l’examen comme à l’import',
    async (_, code, faire) => {
      await confier()
      const contenu = faire(lyon)
      for (const r of [
        await poste.refus('catalogue.examiner', { contenu }),
        await poste.refus('catalogue.importer', { contenu, ...QUI }),
      ]) {
        expect(r.code).toBe(code)
        expect(r.message).toMatch(/^\p{Lu}.+[\u00a0 ]: .+\.$/u)
        expect(r.message).not.toContain(PLANTE)
      }
      expect((await poste.obtenir('catalogue.lire', {})).origine).toEqual({ type: 'livre' })
    },
  )

  it('la phrase d’une clé inconnue donne son empreinte courte ; une fois ajoutée, le même fichier passe', async () => {
    const contenu = lyon.fichier(catalogue(JOUR))
    const r = await poste.refus('catalogue.examiner', { contenu })
    expect(r.code).toBe('cle-inconnue')
    expect(r.message).toContain(empreinteCle(lyon.cle))
    await confier()
    expect((await poste.refus('catalogue.examiner', { contenu })).code).toBe('accepté')
  })

  it('le même fichier ne s’importe pas deux fois', async () => {
    await confier()
    const contenu = lyon.fichier(catalogue(JOUR))
    await poste.obtenir('catalogue.importer', { contenu, ...QUI })
    expect((await poste.refus('catalogue.importer', { contenu, ...QUI })).code).toBe('version-anterieure')
  })

  it('un catalogue importé plus ancien que celui d’une nouvelle version du produit s’efface devant lui', async () => {
    poste.store.catalogue.importer({
      version: '2020-01-01',
      cle: lyon.cle,
      ...QUI,
      importeA: MAINTENANT.toISOString(),
      fichier: lyon.fichier(catalogue('2020-01-01')),
    })
    expect((await poste.obtenir('catalogue.lire', {})).origine).toEqual({ type: 'livre' })
  })
})

describe('exporter', () => {
  it('écrit un fichier signé qu’un autre poste importe, changements compris, une fois la clé confiée', async () => {
    await poste.obtenir('catalogue.changer', { changement: seuil(5) })
    const ecrit = await poste.obtenir('catalogue.exporter', {})
    expect(ecrit.version).toBe(`${LIVRE.version}.1`)
    expect((await poste.obtenir('catalogue.lire', {})).maCle).toBe(ecrit.cle)
    const contenu = readFileSync(ecrit.fichier, 'utf8')
    expect(ecrit.fichier.startsWith(poste.documents)).toBe(true)

    const autre = new Poste()
    expect((await autre.refus('catalogue.examiner', { contenu })).code).toBe('cle-inconnue')
    await autre.obtenir('catalogue.faireConfiance', { cle: ecrit.cle, nom: 'TJ de Bobigny', ...QUI })
    const { differences } = await autre.obtenir('catalogue.examiner', { contenu })
    expect(differences).toContainEqual(
      expect.objectContaining({ id: 'ouvrage.minCondamnations', champ: 'valeur', avant: '2', apres: '5' }),
    )
    await autre.obtenir('catalogue.importer', { contenu, ...QUI })
    const lu = await autre.obtenir('catalogue.lire', {})
    const regles = catalogueEnVigueur(lu.ecrit, lu.changements)
    expect(regles.parametres.get('ouvrage.minCondamnations')).toBe(5)
  })

  it('chaque export porte une version de plus, la même clé, et ne remplace aucun fichier', async () => {
    const [un, deux] = [
      await poste.obtenir('catalogue.exporter', {}),
      await poste.obtenir('catalogue.exporter', {}),
    ]
    expect([un.version, deux.version]).toEqual([`${LIVRE.version}.1`, `${LIVRE.version}.2`])
    expect(un.cle).toBe(deux.cle)
    expect(readdirSync(poste.documents)).toHaveLength(2)
  })

  it('la clé privée ne quitte pas la base chiffrée', async () => {
    await poste.obtenir('catalogue.exporter', {})
    const privee = poste.store.catalogue.paireDeCles()?.privee.subarray(16) ?? Buffer.alloc(0)
    expect(privee).toHaveLength(32)
    poste.store.close()
    for (const { name, bytes } of everyFile(poste.place.folder)) {
      const texte = bytes.toString('latin1')
      for (const forme of [privee.toString('latin1'), privee.toString('base64url'), privee.toString('hex')])
        expect(texte.includes(forme), name).toBe(false)
    }
    poste.reopen()
    const lu = JSON.stringify(await poste.obtenir('catalogue.lire', {}))
    expect(lu).not.toContain(privee.toString('base64url'))
  })
})

describe('le bulletin n° 1 et les pièces par les routes', () => {
  it('le bulletin joint revient avec les dossiers, est lu, puis retiré', async () => {
    const id = newDossier(poste.store, [declaration()])
    await poste.obtenir('dossiers.joindreCasier', { dossier: id, texte: 'NEANT' })
    const lister = async () =>
      (await poste.obtenir('dossiers.lister', { dateAudience: '2026-11-23' })).dossiers[0]?.casier
    expect(await lister()).toBe('NEANT')
    await poste.obtenir('declarations.ajouter', { dossier: id, declarations: [declaration()] })
    await poste.obtenir('dossiers.joindreCasier', { dossier: id, texte: null })
    expect(await lister()).toBeUndefined()
  })

  it('profil enquête : le bulletin est refusé, avec l’article', async () => {
    const enquete = new Poste('enquete')
    const id = newDossier(enquete.store)
    const r = await enquete.refus('dossiers.joindreCasier', { dossier: id, texte: 'NEANT' })
    expect(r).toMatchObject({ code: 'casier-hors-profil', message: expect.stringContaining('774 CPP') })
    expect(enquete.store.dossiers.lire(id)).not.toHaveProperty('casier')
  })

  it('un bulletin trop long ou vide, une pièce aux pages hors du texte : refusés, rien d’écrit', async () => {
    const dossier = newDossier(poste.store)
    const court = piece({ texte: 'court', pages: [{ debut: 0, fin: 6, reconnue: false }] })
    const envers = piece({ pages: [{ debut: 3, fin: 2, reconnue: false }] })
    for (const r of [
      await poste.refus('dossiers.joindreCasier', { dossier, texte: 'x'.repeat(1_000_001) }),
      await poste.refus('dossiers.joindreCasier', { dossier, texte: '' }),
      await poste.refus('pieces.ajouter', { dossier, piece: court }),
      await poste.refus('pieces.ajouter', { dossier, piece: envers }),
      await poste.refus('pieces.ajouter', { dossier, piece: piece({ texte: 'x'.repeat(3_000_001) }) }),
    ])
      expect(r.code).toBe('entree-invalide')
    expect(poste.store.pieces.lister(dossier)).toEqual([])
  })

  it('une pièce de trois millions de caractères accentués passe et revient', async () => {
    const dossier = newDossier(poste.store)
    const grosse = piece({ texte: 'é\n'.repeat(1_500_000), pages: [] })
    await poste.obtenir('pieces.ajouter', { dossier, piece: grosse })
    const { pieces } = await poste.obtenir('pieces.lister', { dossier })
    expect(pieces[0]?.texte === grosse.texte).toBe(true)
    await poste.obtenir('pieces.retirer', { dossier, id: grosse.id })
    expect((await poste.obtenir('pieces.lister', { dossier })).pieces).toEqual([])
  })
})
