import { join } from 'node:path'
import { writeWhole } from '../files/index.ts'
import { modeleParDefaut } from '../formats/index.ts'

/** `node electron/modeles/ecrire.ts`: the shipped model as a file that a court can open; a test holds it up to date. */
await writeWhole(join(import.meta.dirname, 'document.odt'), await modeleParDefaut(), { mode: 0o644 })
