import { MAX_PIXELS_PAGE } from './limites.ts'
import type { ImageGrise } from './types.ts'

/** Points are 1/72 of an inch; recognition reads best at 300 dots an inch. */
const ECHELLE = 300 / 72

/** Scale at which a page of this size, in points, is drawn; 0 for a page that has no size. */
export function echelle(largeur: number, hauteur: number): number {
  const aire = largeur * hauteur
  if (!(aire > 0) || !Number.isFinite(aire)) return 0
  return Math.min(ECHELLE, Math.sqrt(MAX_PIXELS_PAGE / aire))
}

/** Colours to one byte of grey a pixel, in the simplest format that Tesseract reads. */
export function enGris({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): ImageGrise {
  const entete = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const image = new Uint8Array(entete.length + width * height)
  image.set(entete)
  for (let de = 0, vers = entete.length; vers < image.length; de += 4, vers++) {
    // Weights of ITU-R BT.601, in 256ths.
    image[vers] = ((data[de] ?? 0) * 77 + (data[de + 1] ?? 0) * 150 + (data[de + 2] ?? 0) * 29) >> 8
  }
  return image
}
