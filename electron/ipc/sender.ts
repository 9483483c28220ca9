import type { InvokeEvent, ShellWebContents } from '../shell.ts'

/** Our window, its main frame, our origin, on the page that we loaded (S10). */
export function isOurs(event: InvokeEvent, ours: ShellWebContents, origin: string): boolean {
  const frame = event.senderFrame
  return (
    event.sender === ours &&
    frame !== null &&
    frame.parent === null &&
    frame.origin === origin &&
    frame.url === `${origin}/`
  )
}
