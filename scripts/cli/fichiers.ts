import { readFileSync, statSync } from 'node:fs'
import { premierDefaut } from './json.ts'

/** A command that cannot be carried out: one French sentence that says what to do. */
export class ErreurUsage extends Error {}

/** A dossier of 5000 declarations with its record stays well below. */
const TAILLE_MAX_MO = 20

/** Text of a UTF-8 file, without its byte-order mark. */
export function lireTexte(chemin: string): string {
  const octets = lireOctets(chemin)
  let texte: string
  try {
    texte = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    throw new ErreurUsage(
      'Ce fichier n’est pas un texte en UTF-8 ; enregistrez-le en UTF-8, puis recommencez.',
    )
  }
  if (texte.trim() === '')
    throw new ErreurUsage('Ce fichier est vide ; indiquez celui qui contient les données.')
  return texte
}

/** Text of a piece of procedure: UTF-8, else the code page of older Windows software (CP1252). */
export function lireTexteLibre(chemin: string): string {
  const octets = lireOctets(chemin)
  if (octets.includes(0)) throw new ErreurUsage(PAS_UN_TEXTE)
  let texte: string
  try {
    texte = new TextDecoder('utf-8', { fatal: true }).decode(octets)
  } catch {
    texte = new TextDecoder('windows-1252').decode(octets)
    const commandes = texte.match(COMMANDES)?.length ?? 0
    if (commandes > texte.length / 100) throw new ErreurUsage(PAS_UN_TEXTE)
  }
  if (texte.trim() === '')
    throw new ErreurUsage('Ce fichier est vide ; indiquez celui qui contient le texte à lire.')
  return texte
}

const PAS_UN_TEXTE = 'Ce fichier n’est pas un texte ; enregistrez la pièce en texte (.txt), puis recommencez.'
// Controls other than tab, line and page ends: a text has none, a binary file is full of them.
const COMMANDES = /(?![\t\n\f\r])\p{Cc}/gu

function lireOctets(chemin: string): Buffer {
  try {
    const etat = statSync(chemin)
    if (etat.isDirectory()) throw new ErreurUsage('Ceci est un dossier de fichiers ; indiquez un fichier.')
    if (!etat.isFile()) throw new ErreurUsage('Ceci n’est pas un fichier ordinaire ; indiquez un fichier.')
    if (etat.size > TAILLE_MAX_MO * 1024 * 1024)
      throw new ErreurUsage(`Ce fichier dépasse ${TAILLE_MAX_MO} Mo ; vérifiez que c’est le bon.`)
    return readFileSync(chemin)
  } catch (erreur) {
    if (erreur instanceof ErreurUsage) throw erreur
    const code = erreur instanceof Error && 'code' in erreur ? erreur.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ErreurUsage(`Le fichier « ${chemin} » n’existe pas ; vérifiez son chemin.`)
    if (code === 'EACCES' || code === 'EPERM')
      throw new ErreurUsage(
        'Vous n’avez pas le droit de lire ce fichier ; demandez ce droit, puis recommencez.',
      )
    throw new ErreurUsage('Ce fichier ne peut pas être lu ; vérifiez le disque ou la clé, puis recommencez.')
  }
}

export function lireJson(chemin: string): unknown {
  const texte = lireTexte(chemin)
  try {
    return JSON.parse(texte)
  } catch {
    const { ligne, colonne } = premierDefaut(texte)
    throw new ErreurUsage(
      `Ce fichier n’est pas du JSON valide : erreur ligne ${ligne}, colonne ${colonne} ; corrigez-la, puis recommencez.`,
    )
  }
}
