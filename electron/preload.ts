import { contextBridge, ipcRenderer } from 'electron'
import { CHANNEL_EVENT, CHANNEL_INVOKE } from './ipc/channel.ts'
import type { Evenement, Pont, Resultat } from './ipc/contract.ts'
import type { ShellPreload } from './shell.ts'

const shell: ShellPreload = { contextBridge, ipcRenderer }

/** Text both ways: what crosses is JSON and nothing else, so that both hosts agree to the byte. */
const pont: Pont = {
  async invoke(route, entree) {
    const text = jsonOrNull(entree)
    if (text === null) return { ok: false, code: 'entree-invalide', message: ILLISIBLE }
    return JSON.parse(String(await shell.ipcRenderer.invoke(CHANNEL_INVOKE, route, text))) as Resultat<never>
  },
  listen(ecouteur) {
    const receive = (_event: unknown, text: unknown) => ecouteur(JSON.parse(String(text)) as Evenement)
    shell.ipcRenderer.on(CHANNEL_EVENT, receive)
    return () => {
      shell.ipcRenderer.removeListener(CHANNEL_EVENT, receive)
    }
  },
}

const ILLISIBLE = 'Cette demande est mal formée : rien n’a été enregistré. Recommencez la saisie.'

/** `null` for what JSON would alter in silence: NaN and ∞ would become null, a cycle throws. */
function jsonOrNull(value: unknown): string | null {
  try {
    return (
      JSON.stringify(value, (_key, part: unknown) => {
        if (typeof part === 'number' && !Number.isFinite(part)) throw new TypeError('number')
        if (typeof part === 'function' || typeof part === 'symbol') throw new TypeError('type')
        return part
      }) ?? null
    )
  } catch {
    return null
  }
}

/** A file dropped on the window would replace the page with the file. */
for (const type of ['dragover', 'drop']) {
  window.addEventListener(type, (event) => event.preventDefault(), { capture: true })
}

shell.contextBridge.exposeInMainWorld('aiguillage', { invoke: pont.invoke, listen: pont.listen })
