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
