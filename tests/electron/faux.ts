import type { InvokeEvent, ShellFrame, ShellWebContents } from '../../electron/shell.ts'

export const ORIGIN = 'https://aiguillage.invalid'

/** A window as the router sees it; nothing of it answers. */
export function contents(): ShellWebContents {
  return {
    mainFrame: frame(),
    send() {},
    printToPDF: () => Promise.reject(new Error('no page')),
    print() {},
    setWindowOpenHandler() {},
    on() {},
  }
}

export function frame(changes: Partial<ShellFrame> = {}): ShellFrame {
  return { url: `${ORIGIN}/`, origin: ORIGIN, parent: null, ...changes }
}

export function event(sender: ShellWebContents, senderFrame: ShellFrame | null = frame()): InvokeEvent {
  return { sender, senderFrame }
}
