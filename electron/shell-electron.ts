import { mkdirSync } from 'node:fs'
import * as electron from 'electron'
import { app, dialog, Menu, protocol, session } from 'electron'
import type { Host } from './shell.ts'

const SCHEME = 'app'
const ORIGIN = 'app://aiguillage'
const FOLDER_REFUSED =
  'Le dossier demandé ne peut pas être créé\u00a0: rétablissez le droit d’y écrire, puis relancez Aiguillage. Rien n’a été modifié.'

export interface ElectronOptions {
  /** Replaces Electron's own `userData`, and with it the single-instance lock. */
  donnees?: string | undefined
  documents?: string | undefined
}

/** Must run before `ready`: Electron accepts privileged schemes and paths only until then. */
export function openElectronHost(options: ElectronOptions): Host {
  redirect('userData', options.donnees)
  redirect('documents', options.documents)
  app.enableSandbox()
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-quic')
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } },
  ])
  Menu.setApplicationMenu(null)
  app.once('ready', harden)
  return { nom: 'electron', shell: electron, origin: ORIGIN, secours: null }
}

/** Electron refuses a folder that does not exist; opening another one instead would hide the real data. */
function redirect(name: 'userData' | 'documents', folder: string | undefined): void {
  if (folder === undefined) return
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath(name, folder)
  } catch {
    dialog.showErrorBox('Aiguillage', FOLDER_REFUSED)
    app.exit(1)
  }
}

/** No permission, no request outside our scheme, no download, whatever the page does (S15, S16). */
function harden(): void {
  const ours = session.defaultSession
  ours.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  ours.setPermissionCheckHandler(() => false)
  ours.setDevicePermissionHandler(() => false)
  ours.setDisplayMediaRequestHandler(null)
  ours.webRequest.onBeforeRequest((details, callback) => {
    // data: carries the fonts of the document to print; the pages' own CSP says who may use it.
    callback({ cancel: !details.url.startsWith(`${ORIGIN}/`) && !details.url.startsWith('data:') })
  })
  ours.on('will-download', (event) => event.preventDefault())
}
