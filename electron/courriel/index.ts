import type { Shell } from '../shell.ts'

export { adresseAdmise, ecrireMailto, LONGUEUR_MAX } from './mailto.ts'

/** Nothing but a mail is ever opened outside the window (S13): any other URL throws before it reaches the system. */
export async function ouvrirCourriel({ shell }: Shell, url: string): Promise<void> {
  exigerMailto(url)
  await shell.openExternal(url)
}

/** Plain signs only: neither a space, nor a control, nor a quote can reach a command line. */
export function exigerMailto(url: string): void {
  if (!/^mailto:[\w.~%@?&=-]*$/.test(url)) throw new TypeError('only mailto')
}
