import { plier } from '../texte.ts'
import type { PersonneLue } from './personnes.ts'
import type { InfractionCollee } from './resultat.ts'

export interface InfractionLue {
  infraction: InfractionCollee
  nature: 'contravention' | 'delit' | 'crime' | null
  /** Ranks of the « Personnes » cell; null when there is none. */
  rangs: number[] | null
  /** Folded texts of the row, where the persons may be named. */
  noms: string[]
  procedure: string
  lignes: number[]
}

export interface Attaches {
  parPersonne: ReadonlyMap<PersonneLue, InfractionLue[]>
  /** Offences of nobody who is in the paste. */
  orphelines: number
  /** Offences given to everybody of the procedure for want of a column. */
  ambigues: number
}

/** Each offence to the persons that its row names, by rank or by name; to every mis en cause of the procedure otherwise. */
export function attacher(lues: readonly PersonneLue[], infractions: readonly InfractionLue[]): Attaches {
  const parPersonne = new Map<PersonneLue, InfractionLue[]>()
  const parProcedure = Map.groupBy(lues, (p) => p.procedure)
  const siennesDe = (p: PersonneLue): InfractionLue[] => {
    const siennes = parPersonne.get(p) ?? []
    parPersonne.set(p, siennes)
    return siennes
  }
  let orphelines = 0
  let ambigues = 0
  for (const i of dedoublonner(infractions)) {
    const presentes =
      parProcedure.get(i.procedure) ?? (parProcedure.size === 1 && i.procedure === '' ? lues : [])
    const nommees = designees(i, presentes)
    const visees = nommees ?? presentes.filter((p) => p.role === null || p.role === 'auteur')
    if (visees.length === 0) orphelines++
    if (nommees === null && (visees.length > 1 || (visees.length === 1 && i.rangs !== null))) ambigues++
    for (const p of visees) siennesDe(p).push(i)
  }
  return { parPersonne, orphelines, ambigues }
}

/** Null when the row points at nobody who is in the procedure. */
function designees(i: InfractionLue, presentes: readonly PersonneLue[]): PersonneLue[] | null {
  const parRang = presentes.filter((p) => p.rang !== null && i.rangs?.includes(p.rang) === true)
  if (parRang.length > 0) return parRang
  const parNom = presentes.filter((p) => i.noms.some((texte) => nomme(texte, p, presentes)))
  return parNom.length > 0 ? parNom : null
}

function nomme(texte: string, p: PersonneLue, presentes: readonly PersonneLue[]): boolean {
  const nom = mots(p.nom)
  if (nom.length < 2 || !` ${mots(texte)} `.includes(` ${nom} `)) return false
  const homonymes = presentes.filter((x) => mots(x.nom) === nom).length > 1
  const prenom = mots(p.prenoms).split(' ')[0] ?? ''
  return !homonymes || (prenom !== '' && ` ${mots(texte)} `.includes(` ${prenom} `))
}

function mots(texte: string): string {
  return plier(texte)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The same offence twice is one, for all the persons that either row names. */
function dedoublonner(infractions: readonly InfractionLue[]): InfractionLue[] {
  const parCle = new Map<string, InfractionLue>()
  for (const i of infractions) {
    const { natinf, libelle, date, heure, lieu } = i.infraction
    const cle = [i.procedure, natinf, plier(libelle), date, heure, plier(lieu ?? ''), i.rangs?.join()].join(
      '|',
    )
    const deja = parCle.get(cle)
    if (deja === undefined) parCle.set(cle, { ...i, lignes: [...i.lignes] })
    else deja.lignes.push(...i.lignes)
  }
  return [...parCle.values()]
}
