import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A screenshot as an indexed PNG: a third of the size for the same drawing, and the same bytes for the same pixels. */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const PALETTE = 256

export function alleger(png: Buffer): Buffer {
  const { largeur, hauteur, pixels } = lire(png)
  const comptes = new Map<number, number>()
  for (const p of pixels) comptes.set(p, (comptes.get(p) ?? 0) + 1)
  const palette = choisir(comptes)
  const rangs = new Map(palette.map((couleur, rang) => [couleur, rang]))
  const rangDe = (couleur: number): number => {
    let rang = rangs.get(couleur)
    if (rang === undefined) {
      rang = proche(palette, couleur)
      rangs.set(couleur, rang)
    }
    return rang
  }
  const lignes = Buffer.alloc((largeur + 1) * hauteur)
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++) lignes[y * (largeur + 1) + 1 + x] = rangDe(pixels[y * largeur + x] ?? 0)
  const entete = Buffer.alloc(13)
  entete.writeUInt32BE(largeur, 0)
  entete.writeUInt32BE(hauteur, 4)
  entete.set([8, 3, 0, 0, 0], 8)
  const couleurs = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]))
  return Buffer.concat([
    SIGNATURE,
    bloc('IHDR', entete),
    bloc('PLTE', couleurs),
    bloc('IDAT', deflateSync(lignes, { level: 9, memLevel: 9 })),
    bloc('IEND', Buffer.alloc(0)),
  ])
}

/** Half for the most frequent colours, half for what is rare but unlike them: a red cross of a few dots stays red. */
function choisir(comptes: ReadonlyMap<number, number>): number[] {
  const triees = [...comptes].sort(([a, x], [b, y]) => y - x || a - b).map(([couleur]) => couleur)
  const palette = triees.slice(0, PALETTE / 2)
  const tons = new Set(palette.map(ton))
  for (const couleur of triees.slice(PALETTE / 2)) {
    if (palette.length === PALETTE) break
    if (tons.has(ton(couleur))) continue
    tons.add(ton(couleur))
    palette.push(couleur)
  }
  return palette
}

/** Three bits of each channel. */
const ton = (c: number) => ((c >> 21) << 6) | (((c >> 13) & 7) << 3) | ((c >> 5) & 7)

function proche(palette: readonly number[], couleur: number): number {
  const ecart = (c: number) =>
    ((c >> 16) - (couleur >> 16)) ** 2 +
    (((c >> 8) & 255) - ((couleur >> 8) & 255)) ** 2 +
    ((c & 255) - (couleur & 255)) ** 2
  let meilleur = 0
  for (let i = 1; i < palette.length; i++)
    if (ecart(palette[i] ?? 0) < ecart(palette[meilleur] ?? 0)) meilleur = i
  return meilleur
}

function bloc(nom: string, donnees: Buffer): Buffer {
  const corps = Buffer.concat([Buffer.from(nom, 'latin1'), donnees])
  const tete = Buffer.alloc(4)
  tete.writeUInt32BE(donnees.length)
  const somme = Buffer.alloc(4)
  somme.writeUInt32BE(crc32(corps))
  return Buffer.concat([tete, corps, somme])
}

/** What Chromium writes: eight bits, with or without transparency, not interlaced. */
function lire(png: Buffer): { largeur: number; hauteur: number; pixels: Uint32Array } {
  const largeur = png.readUInt32BE(16)
  const hauteur = png.readUInt32BE(20)
  const octets = png[25] === 6 ? 4 : 3
  const morceaux: Buffer[] = []
  for (let i = 8; i < png.length; i += png.readUInt32BE(i) + 12)
    if (png.toString('latin1', i + 4, i + 8) === 'IDAT')
      morceaux.push(png.subarray(i + 8, i + 8 + png.readUInt32BE(i)))
  const brut = inflateSync(Buffer.concat(morceaux))
  const pas = largeur * octets
  const image = new Uint8Array(pas * hauteur)
  for (let y = 0; y < hauteur; y++) {
    const filtre = brut[y * (pas + 1)]
    for (let x = 0; x < pas; x++) {
      const gauche = x >= octets ? (image[y * pas + x - octets] ?? 0) : 0
      const haut = y > 0 ? (image[(y - 1) * pas + x] ?? 0) : 0
      const coin = y > 0 && x >= octets ? (image[(y - 1) * pas + x - octets] ?? 0) : 0
      image[y * pas + x] = (brut[y * (pas + 1) + 1 + x] ?? 0) + prevu(filtre, gauche, haut, coin)
    }
  }
  const pixels = new Uint32Array(largeur * hauteur)
  for (let i = 0; i < pixels.length; i++)
    pixels[i] =
      ((image[i * octets] ?? 0) << 16) | ((image[i * octets + 1] ?? 0) << 8) | (image[i * octets + 2] ?? 0)
  return { largeur, hauteur, pixels }
}

/** The five filters of PNG. */
function prevu(filtre: number | undefined, gauche: number, haut: number, coin: number): number {
  if (filtre === 1) return gauche
  if (filtre === 2) return haut
  if (filtre === 3) return (gauche + haut) >> 1
  if (filtre !== 4) return 0
  const p = gauche + haut - coin
  const [a, b, c] = [Math.abs(p - gauche), Math.abs(p - haut), Math.abs(p - coin)]
  if (a <= b && a <= c) return gauche
  return b <= c ? haut : coin
}
