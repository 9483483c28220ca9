import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type Contact, REGLAGES_PAR_DEFAUT, type Role } from '../../domain/index.ts'
import {
  adresseAdmise,
  ecrireMailto,
  exigerMailto,
  LONGUEUR_MAX,
  ouvrirCourriel,
} from '../../electron/courriel/index.ts'
import { type Entree, type NomRoute, ROUTES, type Sortie } from '../../electron/ipc/contract.ts'
import { createRouter } from '../../electron/ipc/router.ts'
import { type Context, createHandlers, explain } from '../../electron/routes.ts'
import type { Shell } from '../../electron/shell.ts'
import { declaration, newPlace } from '../db/tools.ts'
import { contents, event } from './faux.ts'

const JOUR = '2026-11-24'
const MAINTENANT = new Date('2026-11-24T08:00:00Z')

/** Read back as a mail program does (RFC 6068). */
function relire(url: string) {
  const [vers = '', reste = ''] = url.slice('mailto:'.length).split('?')
  const champs = reste.split('&').map((c) => c.split('='))
  return {
    a: decodeURIComponent(vers),
    noms: champs.map(([nom]) => nom),
    sujet: decodeURIComponent(champs[0]?.[1] ?? ''),
    corps: decodeURIComponent(champs[1]?.[1] ?? ''),
  }
}

const mechant = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.string(),
      fc.constantFrom(
        '\r\nBcc: x@y.fr',
        '%0d%0aBcc:x@y.fr',
        '?bcc=x@y.fr',
        '&cc=x@y.fr',
        ',x@y.fr',
        '" ; rm -rf',
      ),
    )
    .map((x) => x.join('')),
  fc.emailAddress().map((x) => `${x}\r\nCc: x@y.fr`),
)

describe('mailto:', () => {
  it('deux champs, quoi qu’on y mette : ni destinataire, ni copie, ni ligne d’en-tête en plus', () => {
    fc.assert(
      fc.property(mechant, mechant, mechant, (a, objet, texte) => {
        const url = ecrireMailto({ a, objet, texte })
        expect(url).toMatch(/^mailto:[\w.~%@?&=-]*$/)
        expect(() => exigerMailto(url)).not.toThrow()
        const lu = relire(url)
        expect(lu.noms).toEqual(['subject', 'body'])
        expect(lu.sujet).not.toMatch(/[\r\n]/)
        expect(lu.corps).toBe(texte.toWellFormed())
        // Whole, or nobody.
        expect([adresseAdmise(a), '']).toContain(lu.a)
        expect(lu.a).not.toMatch(/[\s,;<>"%?&]/)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['jap@exemple.fr', 'jap@exemple.fr'],
    ['  permanence.spip+93@exemple.gouv.fr ', 'permanence.spip+93@exemple.gouv.fr'],
    ['o’hara@exemple.fr', ''],
    ['a@b.fr, c@d.fr', ''],
    ['JAP <jap@exemple.fr>', ''],
    ['jap@exemple.fr\r\nBcc: x@y.fr', ''],
    ['jap@exemple.fr?bcc=x@y.fr', ''],
    ['jap', ''],
    [`${'a'.repeat(250)}@b.fr`, ''],
    ['', ''],
  ])('adresse « %s » : « %s »', (tapee, admise) => expect(adresseAdmise(tapee)).toBe(admise))

  it('accents, fins de ligne et signes du texte reviennent tels quels', () => {
    const texte = "Réponse avant 12 h 30.\r\nL'accord & 100 % = oui ?\r\n"
    const url = ecrireMailto({ a: "o'hara@exemple.fr", objet: 'N° parquet 26325000123', texte })
    expect(url).toMatch(/^mailto:o%27hara@exemple\.fr\?subject=N%C2%B0%20parquet%2026325000123&body=/)
    expect(url).toContain('%0D%0A')
    expect(relire(url)).toMatchObject({
      a: "o'hara@exemple.fr",
      sujet: 'N° parquet 26325000123',
      corps: texte,
    })
  })
})

describe('S13 — rien d’autre qu’un mailto: ne sort', () => {
  it.each([
    'https://ailleurs.invalid/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'MAILTO:x@y.fr',
    ' mailto:x@y.fr',
    'mailto:x@y.fr\nhttps://ailleurs.invalid',
    'mailto:x@y.fr?body=a b',
    'mailto:`id`',
    'mailto:$(id)@y.fr',
    '',
  ])('« %s » est refusé avant le système', async (url) => {
    const openExternal = vi.fn(() => Promise.resolve())
    await expect(ouvrirCourriel({ shell: { openExternal } } as unknown as Shell, url)).rejects.toThrow()
    expect(openExternal).not.toHaveBeenCalled()
  })
})

/** A store behind the real router; the mail program is a list. */
function poste(role: Role = 'parquet', openMail?: Context['openMail']) {
  const store = newPlace().open({ role })
  const courriels: string[] = []
  const context = {
    session: { opened: { store, profil: role } },
    secours: null,
    clock: () => MAINTENANT,
    lock() {},
    tell() {},
    openMail:
      openMail ??
      (async (url: string) => {
        courriels.push(url)
      }),
    documents: '',
  } as unknown as Context
  const nous = contents()
  const router = createRouter({
    table: ROUTES,
    handlers: createHandlers(context),
    isOurs: (call) => call.sender === nous,
    isUnlocked: () => true,
    explain,
    log: () => undefined,
  })
  const appeler = async <R extends NomRoute>(route: R, entree: Entree<R>) =>
    JSON.parse(await router(event(nous), route, JSON.stringify(entree))) as
      | { ok: true; valeur: Sortie<R> }
      | { ok: false; code: string; message: string }
  const personne = (reste: object, ...faits: [string, unknown][]) => {
    const id = randomUUID()
    store.dossiers.creer({
      id,
      dateAudience: JOUR,
      personne: { nom: 'Modele', prenoms: 'Karim' },
      ...reste,
      declarations: faits.map(([fait, valeur]) =>
        declaration({ fait, valeur: valeur as string, auteur: { role } }),
      ),
    })
    return id
  }
  const annuaire = (...contacts: Partial<Contact>[]) =>
    store.reglages.ecrireTous({
      ...REGLAGES_PAR_DEFAUT,
      annuaire: contacts.map((c) => ({
        id: randomUUID(),
        fonction: 'jap',
        nom: '',
        ville: '',
        telephone: '',
        courriel: '',
        ...c,
      })),
    })
  return { store, courriels, appeler, personne, annuaire }
}

describe('messages.courriel', () => {
  it('objet : le n° parquet seul ; corps : le texte qui se copie ; destinataire : l’annuaire', async () => {
    const { courriels, appeler, personne, annuaire } = poste()
    annuaire(
      { ville: 'Paris', courriel: 'jap.paris@exemple.fr' },
      { ville: 'Bobigny', courriel: 'jap.b@exemple.fr' },
    )
    const dossier = personne({ numeroParquet: '26325000123' }, ['suivi.japRessort', 'PARIS'])
    const demande = { dossier, document: 'message-jap' } as const
    expect(await appeler('messages.courriel', demande)).toEqual({ ok: true, valeur: { destinataire: true } })
    const copie = await appeler('documents.copier', demande)
    expect(relire(courriels[0] ?? '')).toEqual({
      a: 'jap.paris@exemple.fr',
      noms: ['subject', 'body'],
      sujet: 'N° parquet 26325000123',
      corps: copie.ok ? copie.valeur.texte : '',
    })
  })

  it('sans n° parquet ni annuaire : ni nom dans l’objet, ni destinataire inventé', async () => {
    const { courriels, appeler, personne } = poste()
    const dossier = personne({ numeroParquet: 'MODELE Karim\r\nBcc: x@y.fr' })
    for (const document of ['message-apcars', 'message-jap', 'message-siao'] as const)
      expect(await appeler('messages.courriel', { dossier, document })).toEqual({
        ok: true,
        valeur: { destinataire: false },
      })
    for (const url of courriels) {
      const { a, sujet, noms } = relire(url)
      expect([a, sujet, noms]).toEqual(['', 'N° parquet à compléter', ['subject', 'body']])
    }
  })

  it('trop long : une phrase qui dit d’utiliser Copier, rien ne s’ouvre', async () => {
    const { courriels, appeler, personne } = poste()
    const dossier = personne({ personne: { nom: 'É'.repeat(400) } })
    const dit = await appeler('messages.courriel', { dossier, document: 'message-jap' })
    expect(dit).toMatchObject({
      ok: false,
      code: 'courriel-trop-long',
      message: expect.stringContaining('Copier'),
    })
    expect(courriels).toEqual([])
    expect(LONGUEUR_MAX).toBe(2081)
  })

  it('pas de logiciel de courriel : une phrase', async () => {
    const { appeler, personne } = poste('parquet', () =>
      Promise.reject(new Error('/usr/bin/xdg-open x@y.fr')),
    )
    const dit = await appeler('messages.courriel', { dossier: personne({}), document: 'message-siao' })
    expect(dit).toEqual({
      ok: false,
      code: 'courriel-impossible',
      message: expect.stringContaining('Copier'),
    })
    expect(JSON.stringify(dit)).not.toContain('xdg')
  })

  it('chaque profil n’écrit que ses messages ; une personne mineure n’en a pas', async () => {
    const refus = async (role: Role, document: Entree<'messages.courriel'>['document']) => {
      const { appeler, personne, courriels } = poste(role)
      const dit = await appeler('messages.courriel', { dossier: personne({}), document })
      return dit.ok ? courriels.length : dit.code
    }
    expect(await refus('enquete', 'message-jap')).toBe('document-hors-profil')
    expect(await refus('defense', 'message-avocat')).toBe('document-hors-profil')
    expect(await refus('enquete', 'message-siao')).toBe(1)
    const { appeler, personne, courriels } = poste()
    const mineure = personne({}, ['personne.majeur', false])
    const dit = await appeler('messages.courriel', { dossier: mineure, document: 'message-siao' })
    expect(dit).toMatchObject({ ok: false, code: 'dossier-invalide' })
    expect(courriels).toEqual([])
  })

  it('la page ne donne ni adresse, ni objet, ni texte, ni document qui ne soit pas un message', async () => {
    const { appeler, personne, courriels } = poste()
    const dossier = personne({})
    const essais = [
      { dossier, document: 'message-siao', a: 'x@y.fr' },
      { dossier, document: 'message-siao', url: 'mailto:x@y.fr' },
      { dossier, document: 'fiche' },
      { dossier: 'autre', document: 'message-siao' },
    ]
    for (const entree of essais)
      expect(await appeler('messages.courriel', entree as never)).toMatchObject({ ok: false })
    expect(courriels).toEqual([])
  })
})
