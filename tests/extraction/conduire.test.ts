import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conduire, type Ouvrier } from '../../renderer/extraction/conduire.ts'
import { SILENCE_MS } from '../../renderer/extraction/limites.ts'
import type { NomOuvrier } from '../../renderer/extraction/ouvriers.ts'

class FauxOuvrier implements Ouvrier {
  onmessage: ((event: MessageEvent) => void) | null = null
  onerror: ((event: ErrorEvent) => void) | null = null
  readonly recus: unknown[] = []
  fini = false

  postMessage(message: unknown): void {
    this.recus.push(message)
  }

  terminate(): void {
    this.fini = true
  }

  dire(data: unknown): void {
    this.onmessage?.({ data } as MessageEvent)
  }
}

function commencer(signal = new AbortController().signal) {
  const ouvriers: Partial<Record<NomOuvrier, FauxOuvrier>> = {}
  const progres = vi.fn()
  const fichier = new File(['x'], 'piece.pdf')
  const promesse = conduire(fichier, { signal, progres }, (nom) => {
    const ouvrier = new FauxOuvrier()
    ouvriers[nom] = ouvrier
    return ouvrier
  })
  return { ouvriers, progres, promesse, fichier }
}

const LU = { ok: true, nature: 'texte', texte: 'x\n', pages: [{ debut: 0, fin: 2, reconnue: false }] }

describe('une lecture et ses ouvriers', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('un fichier sans image n’éveille jamais la reconnaissance, et l’ouvrier finit avec lui', async () => {
    const { ouvriers, promesse, progres, fichier } = commencer()
    expect(ouvriers.lecteur?.recus).toEqual([{ type: 'fichier', fichier }])
    ouvriers.lecteur?.dire({ type: 'progres', progres: { page: 1, pages: 2, etape: 'lecture' } })
    ouvriers.lecteur?.dire({ type: 'fini', extraction: LU })
    expect(await promesse).toEqual(LU)
    expect(progres).toHaveBeenCalledExactlyOnceWith({ page: 1, pages: 2, etape: 'lecture' })
    expect(Object.keys(ouvriers)).toEqual(['lecteur'])
    expect(ouvriers.lecteur?.fini).toBe(true)
  })

  it('une image va à la reconnaissance et son texte revient au lecteur', async () => {
    const { ouvriers, promesse } = commencer()
    const image = new Uint8Array(4)
    const reconnaissance = { texte: 'lu', confiance: 90 }
    ouvriers.lecteur?.dire({ type: 'image', image })
    expect(ouvriers.reconnaissance?.recus).toEqual([{ type: 'image', image }])
    ouvriers.reconnaissance?.dire({ type: 'reconnue', reconnaissance })
    expect(ouvriers.lecteur?.recus[1]).toEqual({ type: 'reconnue', reconnaissance })
    ouvriers.lecteur?.dire({ type: 'fini', extraction: LU })
    await promesse
    expect(ouvriers.reconnaissance?.fini).toBe(true)
  })

  it('interrompue : les ouvriers s’arrêtent sur-le-champ et rien d’arrivé trop tard n’est gardé', async () => {
    const arret = new AbortController()
    const { ouvriers, promesse, progres } = commencer(arret.signal)
    ouvriers.lecteur?.dire({ type: 'image', image: new Uint8Array(1) })
    arret.abort()
    expect([ouvriers.lecteur?.fini, ouvriers.reconnaissance?.fini]).toEqual([true, true])
    ouvriers.lecteur?.dire({ type: 'progres', progres: { page: 2, pages: 2, etape: 'lecture' } })
    ouvriers.lecteur?.dire({ type: 'fini', extraction: LU })
    expect(await promesse).toMatchObject({ ok: false, code: 'interrompue' })
    expect(progres).not.toHaveBeenCalled()
  })

  it('interrompue avant de commencer : aucun ouvrier', async () => {
    const { ouvriers, promesse } = commencer(AbortSignal.abort())
    expect(await promesse).toMatchObject({ ok: false, code: 'interrompue' })
    expect(ouvriers).toEqual({})
  })

  it('un lecteur muet est arrêté ; chaque nouvelle lui redonne tout son temps', async () => {
    const { ouvriers, promesse } = commencer()
    for (let page = 1; page <= 3; page++) {
      vi.advanceTimersByTime(SILENCE_MS - 1)
      ouvriers.lecteur?.dire({ type: 'progres', progres: { page, pages: 3, etape: 'lecture' } })
    }
    expect(ouvriers.lecteur?.fini).toBe(false)
    vi.advanceTimersByTime(SILENCE_MS)
    expect(await promesse).toMatchObject({ ok: false, code: 'muette' })
    expect(ouvriers.lecteur?.fini).toBe(true)
  })

  it('un ouvrier qui tombe, ou une reconnaissance impossible : une phrase, et plus d’ouvrier', async () => {
    const chute = commencer()
    const preventDefault = vi.fn()
    chute.ouvriers.lecteur?.onerror?.({ preventDefault } as unknown as ErrorEvent)
    expect(await chute.promesse).toMatchObject({ ok: false, code: 'panne' })
    expect([preventDefault.mock.calls.length, chute.ouvriers.lecteur?.fini]).toEqual([1, true])

    const panne = commencer()
    panne.ouvriers.lecteur?.dire({ type: 'image', image: new Uint8Array(1) })
    panne.ouvriers.reconnaissance?.dire({ type: 'panne' })
    expect(await panne.promesse).toMatchObject({ ok: false, code: 'panne' })
    expect(panne.ouvriers.lecteur?.fini).toBe(true)
  })

  it('les messages que pdf.js s’adresse à lui-même sont ignorés', async () => {
    const { ouvriers, promesse } = commencer()
    ouvriers.lecteur?.dire({ sourceName: 'worker', targetName: 'main', action: 'ready' })
    ouvriers.lecteur?.dire({ type: 'fini', extraction: LU })
    expect(await promesse).toEqual(LU)
  })
})
