import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Imprimable } from './impression/index.ts'

/**
 * No script of ours may turn a string into markup or code (S14). The one Trusted Types policy gives the
 * addresses of our four workers, and only those (renderer/extraction/ouvriers.ts).
 */
const CSP_APP = csp("'self'", 'aiguillage-ouvriers')

/** A worker obeys its own answer: it creates no policy, and only the one that recognises letters compiles. */
const CSP_OUVRIER = csp("'self'", "'none'")
const CSP_RECONNAISSANCE = csp("'self' 'wasm-unsafe-eval'", "'none'")

const OUVRIERS = '/ouvriers/'
const RECONNAISSANCE = `${OUVRIERS}reconnaissance.`

const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=(), midi=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const DOCUMENTS = '/document/'

/**
 * Everything the windows can load, held in memory. Names are listed when the program starts, so that a
 * request is looked up and never becomes a path on disk.
 */
export class Pages {
  readonly #files: ReadonlyMap<string, string>
  readonly #documents = new Map<string, Imprimable>()

  constructor(rendererFolder: string) {
    this.#files = listFiles(rendererFolder)
  }

  /** Publishes a document for the print window; the caller withdraws it by its path. */
  publish(page: Imprimable): string {
    const path = `${DOCUMENTS}${randomUUID()}`
    this.#documents.set(path, page)
    return path
  }

  withdraw(path: string): void {
    this.#documents.delete(path)
  }

  respond(request: { method: string; url: string }): Response {
    if (request.method !== 'GET') return refused(405)
    const { pathname } = new URL(request.url)
    const page = this.#documents.get(pathname)
    if (page !== undefined) return answer(page.html, '.html', page.csp)
    const file = this.#files.get(pathname === '/' ? '/index.html' : pathname)
    if (file === undefined) return refused(404)
    return answer(readFileSync(file), extname(file), policyOf(pathname))
  }
}

function csp(scripts: string, policies: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${policies}`,
  ].join('; ')
}

function policyOf(pathname: string): string {
  if (pathname.startsWith(RECONNAISSANCE)) return CSP_RECONNAISSANCE
  return pathname.startsWith(OUVRIERS) ? CSP_OUVRIER : CSP_APP
}

function answer(body: string | Buffer<ArrayBuffer>, extension: string, policy: string): Response {
  const type = TYPES[extension]
  if (type === undefined) return refused(404)
  return new Response(body, {
    headers: { ...HEADERS, 'Content-Security-Policy': policy, 'Content-Type': type },
  })
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { ...HEADERS, 'Content-Security-Policy': CSP_APP } })
}

function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [`/${relative(folder, path).split(sep).join('/')}`, path]
    }),
  )
}
