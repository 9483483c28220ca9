import { config } from 'zod'

/** zod probes `new Function` when a schema is made; the CSP refuses and reports it. Loaded before any schema (S14). */
config({ jitless: true })
