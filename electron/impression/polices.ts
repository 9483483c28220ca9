import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Source Sans 3 (OFL-1.1), so that pages break at the same word on every machine. Given to the page as
 * data, because it has no network and no file access.
 */
export interface Polices {
  /** CSS `@font-face` rules, fonts inside. */
  css: string
}

/** Ranges as published with the font; anything else (emoji, Arabic…) falls to a font of the system. */
const PLAGES = {
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const
const STYLES = [
  [400, 'normal'],
  [400, 'italic'],
  [600, 'normal'],
] as const

let lues: Promise<Polices> | undefined

export function lirePolices(): Promise<Polices> {
  lues ??= lire()
  return lues
}

async function lire(): Promise<Polices> {
  const require = createRequire(import.meta.url)
  const fichiers = join(dirname(require.resolve('@fontsource/source-sans-3/400.css')), 'files')
  const regles = STYLES.flatMap(([graisse, style]) =>
    Object.entries(PLAGES).map(async ([jeu, plage]) => {
      const nom = `source-sans-3-${jeu}-${graisse}-${style}.woff2`
      const octets = await readFile(join(fichiers, nom))
      const url = `url(data:font/woff2;base64,${octets.toString('base64')}) format("woff2")`
      return `@font-face{font-family:"Source Sans 3";font-style:${style};font-weight:${graisse};src:${url};unicode-range:${plage}}`
    }),
  )
  return { css: (await Promise.all(regles)).join('\n') }
}
