import { definitionFait } from '../faits/vocabulaire.ts'
import type { ParametreEcrit } from './schema.ts'

function codesDe(p: Extract<ParametreEcrit, { liste: string }>): readonly string[] {
  return p.parmi ?? definitionFait(p.liste)?.valeurs?.map((x) => x.code) ?? []
}

/** Does this parameter take this value? Null only where no figure is known by default. */
export function admet(p: ParametreEcrit, valeur: unknown): boolean {
  if ('valeurs' in p) return typeof valeur === 'string' && p.valeurs.includes(valeur)
  if ('nombre' in p) {
    if (valeur === null) return p.defaut === null
    const [min, max] = p.nombre
    return Number.isInteger(valeur) && (valeur as number) >= min && (valeur as number) <= max
  }
  const codes = codesDe(p)
  return Array.isArray(valeur) && valeur.every((x) => codes.includes(x))
}

/** What it takes, in words: the end of « attend : ». */
export function attendu(p: ParametreEcrit): string {
  if ('valeurs' in p) return p.valeurs.join(', ')
  if ('nombre' in p) return `un nombre entier de ${p.nombre[0]} à ${p.nombre[1]}`
  return `une liste parmi ${codesDe(p).join(', ')}`
}
