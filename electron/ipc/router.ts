import type { z } from 'zod'
import type { InvokeEvent } from '../shell.ts'
import type { Resultat } from './contract.ts'

interface Route {
  readonly verrou: boolean
  readonly entree: z.ZodType
  readonly sortie: z.ZodType
}
type Table = Readonly<Record<string, Route>>

/** One handler for each route of the table, neither more nor less. */
export type Handlers<T extends Table> = {
  readonly [R in keyof T]: (
    entree: z.infer<T[R]['entree']>,
  ) => z.infer<T[R]['sortie']> | Promise<z.infer<T[R]['sortie']>>
}

export interface RouterOptions<T extends Table> {
  table: T
  handlers: Handlers<T>
  /** Sender first: our main frame, our origin, nobody else (S10). */
  isOurs(event: InvokeEvent): boolean
  isUnlocked(): boolean
  /** `null` for anything but an error that carries its own sentence for people. */
  explain(error: unknown): { code: string; message: string } | null
  /** Machine words only: never a value, a path or a name (S19). */
  log(line: string): void
}

const NBSP = '\u00a0'
/** A dossier pasted whole is about 1 MB; this is a bound, not a format. */
const MAX_CHARACTERS = 8_000_000

const REFUSALS = {
  'emetteur-refuse': `Cette demande ne vient pas de la fenêtre d’Aiguillage${NBSP}: elle a été refusée.`,
  'route-inconnue': `Cette demande n’existe pas dans cette version d’Aiguillage${NBSP}: relancez l’application.`,
  verrouille: `Aiguillage est verrouillé${NBSP}: déverrouillez-le pour continuer. Rien n’est perdu.`,
  'erreur-interne': `Cette action n’a pas abouti${NBSP}: recommencez. Ce qui était enregistré est intact.`,
} as const

/** The one door of the main process. Each gate is passed in order and none is relaxed for tests. */
export function createRouter<T extends Table>(options: RouterOptions<T>) {
  const { table, handlers, log } = options
  const refuse = (code: keyof typeof REFUSALS): Resultat<never> => ({
    ok: false,
    code,
    message: REFUSALS[code],
  })

  async function answer(event: InvokeEvent, name: unknown, text: unknown): Promise<Resultat<unknown>> {
    if (!options.isOurs(event)) {
      log('ipc emetteur-refuse')
      return refuse('emetteur-refuse')
    }
    // `Object.hasOwn`: « constructor » and « __proto__ » are names like any other, and unknown.
    if (typeof name !== 'string' || !Object.hasOwn(table, name)) return refuse('route-inconnue')
    const route: Route | undefined = table[name]
    const handler = handlers[name as keyof T] as ((entree: unknown) => unknown) | undefined
    if (route === undefined || handler === undefined) return refuse('route-inconnue')
    if (route.verrou && !options.isUnlocked()) return refuse('verrouille')

    const read = route.entree.safeParse(jsonOrUndefined(text))
    if (!read.success) return malformed(read.error)
    try {
      const written = route.sortie.safeParse(await handler(read.data))
      if (written.success) return { ok: true, valeur: written.data }
      log(`ipc ${name} sortie-invalide ${pathOf(written.error)}`)
    } catch (error) {
      const explained = options.explain(error)
      if (explained !== null) {
        log(`ipc ${name} ${explained.code}`)
        return { ok: false, ...explained }
      }
      log(`ipc ${name} erreur-interne ${traceOf(error)}`)
    }
    return refuse('erreur-interne')
  }

  return async (event: InvokeEvent, ...args: unknown[]): Promise<string> =>
    JSON.stringify(await answer(event, args[0], args[1]))
}

function jsonOrUndefined(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > MAX_CHARACTERS) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Zod's own messages quote what was typed and the names of unknown keys: only the declared path leaves (S11). */
function malformed(error: z.ZodError): Resultat<never> {
  const path = pathOf(error)
  const where = path === '' ? '' : ` (champ «${NBSP}${path}${NBSP}»)`
  return {
    ok: false,
    code: 'entree-invalide',
    message: `La saisie n’a pas la forme attendue${where}${NBSP}: rien n’a été enregistré, corrigez-la puis recommencez.`,
  }
}

function pathOf(error: z.ZodError): string {
  return (error.issues[0]?.path ?? []).map(String).join('.')
}

/** Where it broke, without the message: it may quote a value. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const frame = /([\w-]+\.[cm]?[jt]s:\d+):\d+/.exec(error.stack?.split('\n    at ')[1] ?? '')?.[1] ?? ''
  return `${error.name}${code} ${frame}`.trim()
}
