import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Declaration } from '../../domain/index.ts'
import type { Resultat } from '../../electron/ipc/contract.ts'

const ENREGISTRE: Resultat<unknown> = { ok: true, valeur: { enregistreA: '2026-11-21T11:18:04+01:00' } }
const DISQUE_PLEIN: Resultat<unknown> = {
  ok: false,
  code: 'disque',
  message: 'Le disque est plein : libérez de la place.',
}

function declaration(): Declaration {
  return {
    id: randomUUID(),
    fait: 'addiction.conduite',
    valeur: true,
    origine: 'personne',
    verifie: false,
    date: '2026-11-21T11:18:04+01:00',
  }
}

describe('file d’envoi : une réponse reste jusqu’à ce que le disque l’ait', () => {
  const dossier = randomUUID()
  let repondre: (route: string, entree: { declarations: Declaration[] }) => Promise<Resultat<unknown>>
  let recus: string[][]
  let etats: string[]

  async function charger() {
    vi.resetModules()
    const envoi = await import('../../renderer/envoi.ts')
    envoi.suivreEnregistrement((e) => etats.push(e.etat === 'echec' ? e.message : e.etat))
    return envoi
  }

  beforeEach(() => {
    vi.useFakeTimers()
    recus = []
    etats = []
    vi.stubGlobal('window', {
      aiguillage: {
        invoke: (route: string, entree: { declarations: Declaration[] }) => {
          recus.push(entree.declarations.map((d) => d.id))
          return repondre(route, entree)
        },
      },
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('garde la réponse refusée, dit pourquoi, et la renvoie telle quelle', async () => {
    const { deposer, enAttente } = await charger()
    const reponses = [DISQUE_PLEIN, DISQUE_PLEIN, ENREGISTRE]
    repondre = () => Promise.resolve(reponses.shift() ?? ENREGISTRE)
    const d = declaration()
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [d] } })
    await vi.advanceTimersByTimeAsync(0)
    expect(enAttente()).toBe(1)
    expect(etats.at(-1)).toBe('Le disque est plein : libérez de la place.')
    await vi.advanceTimersByTimeAsync(4000)
    expect(enAttente()).toBe(0)
    expect(recus).toEqual([[d.id], [d.id], [d.id]])
    expect(etats.at(-1)).toBe('fait')
  })

  it('ne dit « fait » qu’après la réponse du processus principal', async () => {
    const { deposer } = await charger()
    let rendre: (r: Resultat<unknown>) => void = () => {}
    repondre = () => new Promise((r) => (rendre = r))
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [declaration()] } })
    await vi.advanceTimersByTimeAsync(1000)
    expect(etats).toEqual(['en-cours'])
    rendre(ENREGISTRE)
    await vi.advanceTimersByTimeAsync(0)
    expect(etats).toEqual(['en-cours', 'fait'])
  })

  it('abandonner : rien d’un exercice n’attend plus, et son accusé tardif n’ôte rien de ce qui attend après', async () => {
    const { abandonner, deposer, enAttente } = await charger()
    const rendus: ((r: Resultat<unknown>) => void)[] = []
    repondre = () => new Promise((r) => rendus.push(r))
    const [avant, encore, apres] = [declaration(), declaration(), declaration()]
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [avant] } })
    await vi.advanceTimersByTimeAsync(0)
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [encore] } })
    abandonner()
    expect(enAttente()).toBe(0)
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [apres] } })
    rendus.shift()?.(ENREGISTRE)
    await vi.advanceTimersByTimeAsync(0)
    expect(enAttente()).toBe(1)
    rendus.shift()?.(ENREGISTRE)
    await vi.advanceTimersByTimeAsync(0)
    expect(enAttente()).toBe(0)
    expect(recus).toEqual([[avant.id], [apres.id]])
  })

  it('envoie ensemble ce qui a été tapé pendant un appel, dans l’ordre, sans dépasser la limite d’un appel', async () => {
    const { deposer } = await charger()
    let rendre: (r: Resultat<unknown>) => void = () => {}
    repondre = () => new Promise((r) => (rendre = r))
    const tous = Array.from({ length: 206 }, declaration)
    for (const d of tous) deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [d] } })
    for (let i = 0; i < 3; i++) {
      await vi.advanceTimersByTimeAsync(0)
      rendre(ENREGISTRE)
    }
    await vi.advanceTimersByTimeAsync(0)
    expect(recus.map((r) => r.length)).toEqual([1, 200, 5])
    expect(recus.flat()).toEqual(tous.map((d) => d.id))
  })

  it('un canal rompu est un échec comme un autre : rien n’est perdu', async () => {
    const { deposer, enAttente } = await charger()
    repondre = () => Promise.reject(new Error('canal'))
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [declaration()] } })
    await vi.advanceTimersByTimeAsync(0)
    expect(enAttente()).toBe(1)
    expect(etats.at(-1)).toMatch(/L’application ne répond plus/)
  })

  it('verrouillé, n’envoie plus ; à la réouverture, reprend où il en était', async () => {
    const { deposer, suspendre, toutEnvoyer, enAttente } = await charger()
    repondre = () => Promise.resolve(DISQUE_PLEIN)
    deposer({ route: 'declarations.ajouter', entree: { dossier, declarations: [declaration()] } })
    await vi.advanceTimersByTimeAsync(0)
    suspendre()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(recus).toHaveLength(1)
    repondre = () => Promise.resolve(ENREGISTRE)
    await toutEnvoyer()
    expect(enAttente()).toBe(0)
  })
})
