/**
 * Sixteen hexadecimal digits that name a content (FNV-1a, 64 bits, over the UTF-16 units of its JSON). It tells two catalogues
 * apart on paper; it protects nothing against forgery.
 */
export function empreinte(contenu: unknown): string {
  let h = 0xcbf29ce484222325n
  const texte = JSON.stringify(contenu)
  for (let i = 0; i < texte.length; i++)
    h = BigInt.asUintN(64, (h ^ BigInt(texte.charCodeAt(i))) * 0x100000001b3n)
  return h.toString(16).padStart(16, '0')
}
