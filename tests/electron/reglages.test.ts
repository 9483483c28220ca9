import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Store } from '../../db/index.ts'
import { REGLAGES_PAR_DEFAUT } from '../../domain/index.ts'
import { type NomRoute, ROUTES } from '../../electron/ipc/contract.ts'
import { createRouter } from '../../electron/ipc/router.ts'
import { type Context, createHandlers, explain } from '../../electron/routes.ts'
import { newPlace, type Place } from '../db/tools.ts'
import { contents, event } from './faux.ts'

/** The settings through the real router and a real store. */

let place: Place
let store: Store

beforeEach(() => {
  place = newPlace()
  store = place.open({ role: 'parquet' })
})

async function envoyer(route: NomRoute, texte: string) {
  const ours = contents()
  const context = { session: { opened: { store, profil: 'parquet' } }, clock: () => new Date() }
  const router = createRouter({
    table: ROUTES,
    handlers: createHandlers(context as unknown as Context),
    isOurs: (call) => call.sender === ours,
    isUnlocked: () => true,
    explain,
    log() {},
  })
  return JSON.parse(await router(event(ours), route, texte))
}

const appeler = (route: NomRoute, entree: unknown) => envoyer(route, JSON.stringify(entree))

const ecrire = (reglages: unknown) => appeler('reglages.ecrire', { reglages })
const lire = async () => (await appeler('reglages.lire', {})).valeur

const CONTACT = {
  id: randomUUID(),
  fonction: 'jap',
  nom: 'Camille Modele',
  ville: '',
  telephone: '',
  courriel: '',
}

it('seuls les réglages donnés changent, et ils survivent au redémarrage', async () => {
  expect(await lire()).toEqual(REGLAGES_PAR_DEFAUT)
  expect((await ecrire({ heureAudience: '14:00' })).ok).toBe(true)
  expect((await ecrire({ dureeEnquete: 60, annuaire: [CONTACT] })).ok).toBe(true)
  store.close()
  store = place.open({ role: 'parquet', create: false })
  expect(await lire()).toEqual({
    ...REGLAGES_PAR_DEFAUT,
    heureAudience: '14:00',
    dureeEnquete: 60,
    annuaire: [CONTACT],
  })
})

it.each([
  ['une clé inconnue', { tribunal: 'Marqueur' }],
  ['une heure qui n’existe pas', { heureAudience: '25:00' }],
  ['une durée hors bornes', { dureeEnquete: 4 }],
  ['une durée qui n’est pas entière', { dureeEnquete: 60.5 }],
  ['aucune question', { questionsCourtes: [] }],
  ['une question qui n’est pas du triage', { questionsCourtes: ['personne.nom'] }],
  ['un ordre par marqueur', { ordre: 'addiction' }],
  ['une taille hors liste', { tailleTexte: 200 }],
  ['un verrou trop tôt', { verrouApres: 4 }],
  ['un verrou trop tard', { verrouApres: 121 }],
  ['un nom de dix mille caractères', { annuaire: [{ ...CONTACT, nom: 'Marqueur'.repeat(1250) }] }],
  ['un contact avec une clé de trop', { annuaire: [{ ...CONTACT, note: 'Marqueur' }] }],
  ['trop de contacts', { annuaire: Array.from({ length: 201 }, () => CONTACT) }],
  ['un bon réglage avec un mauvais', { heureAudience: '14:00', contraste: 'Marqueur' }],
])('refuse %s\u00a0: rien n’est écrit, rien n’est répété', async (_, reglages) => {
  const reponse = await ecrire(reglages)
  expect(reponse).toMatchObject({ ok: false, code: 'entree-invalide' })
  expect(JSON.stringify(reponse)).not.toContain('Marqueur')
  expect(await lire()).toEqual(REGLAGES_PAR_DEFAUT)
})

it('une clé qui vise le prototype n’atteint rien', async () => {
  await envoyer('reglages.ecrire', '{"reglages":{"__proto__":{"lettres":false}}}')
  expect(await lire()).toEqual(REGLAGES_PAR_DEFAUT)
})
