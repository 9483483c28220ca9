import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import net from 'node:net'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'

export interface Instance {
  /** `false`: another process holds the data folder and has been asked to come to the front. */
  readonly first: boolean
  onSecond(listener: () => void): void
  release(): void
}

/**
 * One writer per data folder (R9). The lock is a listening address that the kernel frees with the process,
 * even after `kill -9`: an abstract socket on Linux, a named pipe on Windows. Both are taken atomically, so
 * there is no stale file to remove and no race in removing it.
 */
export async function takeInstance(folder: string): Promise<Instance> {
  const address = addressOf(realOrGiven(folder))
  const listeners = new Set<() => void>()
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.end()
    for (const listener of listeners) listener()
  })
  const first = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(address, () => resolve(true))
  })
  server.unref()
  if (!first) await knock(address)
  return {
    first,
    onSecond: (listener) => listeners.add(listener),
    release: () => {
      if (first) server.close()
    },
  }
}

/** A folder that cannot be made is told by the window, which must open for that. */
function realOrGiven(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}

function addressOf(folder: string): string {
  const name = `aiguillage-${createHash('sha256').update(`${userInfo().uid} ${folder}`).digest('hex').slice(0, 32)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`
}

function knock(address: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect(address)
    socket.once('error', () => resolve())
    socket.once('close', () => resolve())
    socket.setTimeout(2000, () => socket.destroy())
    socket.resume()
  })
}
